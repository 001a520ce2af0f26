# Kommandoradens ord. Ovanför varje meddelande som heter som en flagga eller ett kommando står den engelska text som det översätter.

# Check that documentation in many languages states the same facts, and publish it
glotta = Kontrollera att dokumentation på många språk anger samma fakta, och publicera den

# Glotta reads Markdown articles, each of which exists in many languages; checks that they state the same facts; and publishes them as HTML, Markdown and manual pages. Everything has a default: in a folder that holds `docs-src`, every command works without options.
glotta-long = Glotta läser Markdown-artiklar som var och en finns på många språk, kontrollerar att de anger samma fakta och publicerar dem som HTML, som Markdown och som manualsidor. Allt har ett standardvärde: i en mapp som innehåller `docs-src` fungerar varje kommando utan flaggor.

# Read this configuration; its paths are relative to its folder [default: glotta.yml, here or beside --source]
glotta--config = Läs den här konfigurationen; sökvägar i den utgår från dess mapp [standard: glotta.yml, här eller bredvid --source]

# Read the articles of this folder, which has a folder for each language
glotta--source = Läs artiklarna i den här mappen, som har en mapp för varje språk

# Hold all languages against this one, or against what most of them say
glotta--reference = Jämför alla språk med det här, eller med vad de flesta av dem säger

# Report on (check), publish (build) or explain in this language only; may be repeated
glotta--locale = Rapportera (check), publicera (build) eller förklara (explain) bara på det här språket; får anges flera gånger

# Work with this many threads [default: one for each processor]
glotta--jobs = Arbeta med så här många trådar [standard: en per processor]

# Use colours
glotta--color = Använd färger

# On a terminal, unless NO_COLOR is set
glotta--color--auto = I en terminal, om inte NO_COLOR är satt

# In files and pipes, too
glotta--color--always = Även i filer och rör

# Not even on a terminal
glotta--color--never = Inte ens i en terminal

# Print findings only
glotta--quiet = Skriv bara ut fynd

# Print what was read and how much each rule examined
glotta--verbose = Skriv också ut vad som lästs och hur mycket varje regel har undersökt

# Check the articles and publish them as HTML, Markdown and manual pages
glotta-build = Kontrollera artiklarna och publicera dem som HTML, Markdown och manualsidor

# If an article contains an error, nothing is published, and what was published before stays as it was.
glotta-build-long = Om en artikel innehåller ett fel publiceras ingenting, och det som publicerats tidigare lämnas som det var.

# Publish to this folder [default: `output` of the configuration, else public]
glotta-build--output = Publicera i den här mappen [standard: `output` i konfigurationen, annars public]

# Make these kinds of page: html, markdown, man, catalogue
glotta-build--targets = Skapa de här slagen av sidor: html, markdown, man, catalogue

# Publish even if there are errors
glotta-build--keep-going = Publicera även om det finns fel

# Let warnings stop the build as errors do
glotta-build--deny-warnings = Låt varningar stoppa publiceringen precis som fel

# Publish without running the rules; what cannot be read is still an error
glotta-build--no-check = Publicera utan att tillämpa reglerna; det som inte går att läsa är ändå ett fel

# Publish into a folder that holds other files, none of which is removed
glotta-build--force = Publicera i en mapp som innehåller andra filer; ingen av dem tas bort

# Remember in this folder what was done, so that the next build sees sooner what has changed; it can be removed at any time [default: `cache` of the configuration, else .glotta-cache beside it]
glotta-build--cache-dir = Minns i den här mappen vad som gjordes, så att nästa bygge fortare ser vad som har ändrats; den kan tas bort när som helst [standard: `cache` i konfigurationen, annars .glotta-cache bredvid den]

# Remember nothing, and go by nothing that an earlier build remembered
glotta-build--no-cache = Minns ingenting, och gå inte efter något som ett tidigare bygge har lagt på minnet

# Publish share K of N only, so that N machines make all pages; `glotta join` puts them together
glotta-build--shard = Publicera bara andel K av N, så att N maskiner tillsammans gör alla sidor; `glotta join` sätter ihop dem

# Print how long each stage took
glotta-build--timings = Skriv ut hur lång tid varje steg tog

# Put together what `glotta build --shard` has published on several machines
glotta-join = Sätta ihop det som `glotta build --shard` har publicerat på flera maskiner

# The output folder becomes what one build of the whole would have made, byte for byte. Nothing is changed unless every shard is there, undamaged, and made of the same sources.
glotta-join-long = Utdatamappen blir byte för byte vad ett bygge av helheten skulle ha gjort. Ingenting ändras förrän varje andel finns, är oskadad och gjord av samma källor.

# The folders that the shards were published to, in any order
glotta-join--shards = Mapparna som andelarna har publicerats i, i valfri ordning

# Publish to this folder
glotta-join--output = Publicera i den här mappen

# Publish into a folder that holds other files, none of which is removed
glotta-join--force = Publicera i en mapp som innehåller andra filer; ingen av dem tas bort

# Show the site in a browser while it is written: changes are there at once, and pages reload by themselves
glotta-serve = Visa webbplatsen i en webbläsare medan den skrivs: ändringar syns genast, och sidor laddas om av sig själva

# Listen at this port instead of 8000 or the next free one; 0 takes any that is free
glotta-serve--port = Lyssna på den här porten i stället för 8000 eller nästa lediga; 0 tar vilken ledig som helst

# Listen at this address instead of this machine's own: whoever can reach it can read the site
glotta-serve--host = Lyssna på den här adressen i stället för datorns egen: den som når den kan läsa webbplatsen

# Open the site in the browser
glotta-serve--open = Öppna webbplatsen i webbläsaren

# Serve these kinds of page: html, markdown, man, catalogue
glotta-serve--targets = Visa de här slagen av sidor: html, markdown, man, catalogue

# Show pages without running the rules; what cannot be read is told all the same
glotta-serve--no-check = Visa sidor utan att tillämpa reglerna; det som inte går att läsa sägs ändå

# Check that the articles agree in all languages
glotta-check = Kontrollera att artiklarna stämmer överens på alla språk

# All articles are read, the languages of each are compared, and what departs is reported. Without --fix no file is written.
glotta-check-long = Alla artiklar läses, språken för var och en jämförs och avvikelser rapporteras. Utan --fix skrivs ingen fil.

# Print the findings in this form
glotta-check--format = Skriv ut fynden i den här formen

# With the text that is meant, what to do, and a summary
glotta-check--format--human = Med den text det gäller, vad som bör göras och en sammanfattning

# One line for each finding
glotta-check--format--concise = En rad för varje fynd

# One JSON object
glotta-check--format--json = Ett JSON-objekt

# SARIF 2.1.0, for code scanning and editors
glotta-check--format--sarif = SARIF 2.1.0, för kodgranskning och redigerare

# Annotations of GitHub Actions, behind the human form
glotta-check--format--github = Anmärkningar för GitHub Actions, efter formen för människor

# Code quality of GitLab
glotta-check--format--gitlab = Kodkvalitet för GitLab

# JUnit XML: a suite for each article, a case for each language
glotta-check--format--junit = JUnit-XML: en svit per artikel, ett fall per språk

# Diagnostic format of reviewdog
glotta-check--format--rdjson = Diagnosformatet för reviewdog

# Print how many findings each rule has in each language, and how much it examined
glotta-check--statistics = Skriv ut hur många fynd varje regel har på varje språk, och hur mycket den har undersökt

# Print the JSON Schema of --format json, and check nothing
glotta-check--json-schema = Skriv ut JSON-schemat för --format json och kontrollera ingenting

# Print the JSON Schema of --format json, and check nothing
glotta-status--json-schema = Skriv ut JSON-schemat för --format json och kontrollera ingenting

# List every web and mail address that pages lead to, one a line, for another tool to try; nothing is fetched, and nothing is checked. With --format json each has the places where it is written
glotta-check--external = Lista varje webb- och e-postadress som sidor leder till, en per rad, så att ett annat program kan prova dem; ingenting hämtas och ingenting kontrolleras. Med --format json anges för var och en var den är skriven

# Run this rule and no other; may be repeated
glotta-check--only = Tillämpa bara den här regeln; får anges flera gånger

# Do not run this rule; may be repeated
glotta-check--skip = Tillämpa inte den här regeln; får anges flera gånger

# Leave out the findings that this file lists [default: `baseline` of the configuration, else none]
glotta-check--baseline = Utelämna de fynd som den här filen räknar upp [standard: `baseline` i konfigurationen, annars ingen]

# Leave out nothing, whatever the configuration says
glotta-check--no-baseline = Utelämna ingenting, oavsett vad konfigurationen säger

# List all findings in the baseline, so that only newer ones are reported [default file: glotta-baseline.json]
glotta-check--write-baseline = Skriv alla fynd till baslinjen, så att bara nyare rapporteras [standardfil: glotta-baseline.json]

# Remove from the baseline what is found no more
glotta-check--prune-baseline = Stryk ur baslinjen det som inte längre hittas

# End with exit code 1 for warnings, too
glotta-check--deny-warnings = Avsluta med slutkod 1 även för varningar

# Mend what can be mended without a doubt, and report what remains
glotta-check--fix = Åtgärda det som utan tvivel kan åtgärdas, och rapportera det som återstår

# With --fix or --diff: mend also what is only probably right
glotta-check--unsafe = Med --fix eller --diff: åtgärda även det som bara troligen är rätt

# Print what --fix would change, for `git apply` or `patch -p1`, and change nothing
glotta-check--diff = Skriv ut vad --fix skulle ändra, för `git apply` eller `patch -p1`, och ändra ingenting

# Report only what concerns lines that have changed since this revision of git; all is examined
glotta-check--changed-since = Rapportera bara det som rör rader som har ändrats sedan den här git-revisionen; allt undersöks

# Stay, and check again whenever a file changes
glotta-check--watch = Stanna kvar och kontrollera igen så snart en fil ändras

# Say how the articles stand in each language: current, stale, damaged or missing
glotta-status = Säg hur det står till med artiklarna på varje språk: aktuella, inaktuella, skadade eller saknade

# What it finds is no failure: if the site could be read, the exit code is 0.
glotta-status-long = Det som hittas är inget misslyckande: om webbplatsen kunde läsas är slutkoden 0.

# Print in this form
glotta-status--format = Skriv ut i den här formen

# A table with bars, and the oldest debts
glotta-status--format--human = En tabell med staplar, och de äldsta eftersläpningarna

# One JSON object: that of status.json
glotta-status--format--json = Ett JSON-objekt: det i status.json

# List this many of the oldest debts
glotta-status--limit = Lista så här många av de äldsta eftersläpningarna

# Say what a rule finds and what to do, or what the tables of the site say of a key or a name
glotta-explain = Säg vad en regel hittar och vad som bör göras, eller vad webbplatsens tabeller säger om en nyckel eller ett namn

# A rule or fault that reports name, or a key or name of a table of the site, in any common spelling: 0x411, 411h, 1041, sail_torn
glotta-explain--name = En regel eller ett fel som rapporter nämner, eller en nyckel eller ett namn i någon av webbplatsens tabeller, i alla vanliga skrivsätt: 0x411, 411h, 1041, sail_torn

# Look into this catalogue and not into the sources: catalogue.json, the file of a language, or the folder that they were published to [default: GLOTTA_CATALOGUE, unless --source or --config names a project]
glotta-explain--catalogue = Leta i den här katalogen och inte i källorna: catalogue.json, ett språks fil eller mappen som de publicerades i [standard: GLOTTA_CATALOGUE, om varken --source eller --config anger ett projekt]

# Look into this table only
glotta-explain--table = Leta bara i den här tabellen

# Print in this form
glotta-explain--format = Skriv ut i den här formen

# In the language of the answer, filled to the width of the terminal
glotta-explain--format--human = På svarets språk, radbrutet efter terminalens bredd

# One JSON object
glotta-explain--format--json = Ett JSON-objekt

# Print the JSON Schema of --format json, and explain nothing
glotta-explain--json-schema = Skriv ut JSON-schemat för --format json och förklara ingenting

# Print the tables of the articles as data: JSON, CSV, or messages by id
glotta-export = Skriv ut artiklarnas tabeller som data: JSON, CSV eller meddelanden efter id

# Print in this form
glotta-export--format = Skriv ut i den här formen

# The catalogue, as the target of that name has it
glotta-export--format--json = Katalogen, så som målet med det namnet gör den

# A file for each language and table, for spreadsheets
glotta-export--format--csv = En fil för varje språk och tabell, för kalkylprogram

# A JSON object for each language: words by table, key and column
glotta-export--format--flat = Ett JSON-objekt för varje språk: ord efter tabell, nyckel och kolumn

# Read this built catalogue, or the one in this folder, instead of the articles
glotta-export--catalogue = Läs den här färdiga katalogen, eller den i den här mappen, i stället för artiklarna

# Take this table only, by its id or the last part of it; may be repeated
glotta-export--table = Ta bara den här tabellen, efter dess id eller sista delen av det; får anges flera gånger

# Write files into this folder, where other files stay [default: print, if there is one file only]
glotta-export--output = Skriv filer i den här mappen, där andra filer får vara kvar [standard: skriv ut, om det bara är en fil]

# Write cells as Markdown; for csv and flat, which have the words alone
glotta-export--markdown = Skriv celler som Markdown; för csv och flat, som annars bara har orden

# Leave words of csv as they are, even if a spreadsheet would calculate with them
glotta-export--raw = Lämna ord i csv som de är, även om ett kalkylprogram skulle räkna med dem

# Print the JSON Schema of catalogues, and read nothing
glotta-export--json-schema = Skriv ut JSON-schemat för kataloger och läs ingenting

# Compare a table with a list of ids from a product's code, in every language
glotta-verify = Jämför en tabell med en lista över id:n från en produkts kod, på varje språk

# The ids: a text with one on a line, or JSON; - for standard input
glotta-verify--file = Id:na: en text med ett på varje rad, eller JSON; - för standard in

# The table, by its id or the last part of it
glotta-verify--table = Tabellen, efter dess id eller sista delen av det

# The column that holds the ids, by its name or label [default: that of the keys]
glotta-verify--column = Kolumnen med id:na, efter namn eller rubrik [standard: nycklarnas]

# Where FILE holds objects: the field that holds the id
glotta-verify--field = Om FILE innehåller objekt: fältet med id:t

# Where FILE is one object: take its keys or its values [default: whichever are in the table]
glotta-verify--take = Om FILE är ett enda objekt: ta dess nycklar eller dess värden [standard: det som finns i tabellen]

# Let the table have ids that FILE lacks
glotta-verify--allow-extra = Låt tabellen ha id:n som saknas i FILE

# Leave this id out on both sides; a * stands for any letters; may be repeated
glotta-verify--ignore = Utelämna det här id:t på båda sidor; en * står för vilka tecken som helst; får anges flera gånger

# Print in this form
glotta-verify--format = Skriv ut i den här formen

# What one side lacks, a line for each id
glotta-verify--format--human = Vad ena sidan saknar, en rad för varje id

# One JSON object
glotta-verify--format--json = Ett JSON-objekt

# Print the JSON Schema of --format json, and compare nothing
glotta-verify--json-schema = Skriv ut JSON-schemat för --format json och jämför ingenting

# Print the script that lets a shell complete commands, options and their values
glotta-completions = Skriv ut skriptet som låter ett skal komplettera kommandon, flaggor och deras värden

# The script goes to standard output and is made for one shell; its descriptions are in the language of the environment.
glotta-completions-long = Skriptet skrivs till standard ut och gäller för ett skal; beskrivningarna är på miljöns språk.

# The shell to make the script for
glotta-completions--shell = Det skal som skriptet är till för

# Print a manual page of glotta, or write them all into a folder
glotta-manual = Skriv ut en manualsida för glotta, eller skriv alla till en mapp

# Without --output, one page is printed for `man -l -`. With it, the pages of all commands are written, in every language that there are words for, to where `man` looks for them.
glotta-manual-long = Utan --output skrivs en sida ut, för `man -l -`. Med den skrivs sidorna för alla kommandon, på varje språk som det finns ord för, dit där `man` letar efter dem.

# The command whose page to print; without one, that of glotta itself
glotta-manual--command = Kommandot vars sida ska skrivas ut; utan det sidan för glotta självt

# Write all pages into this folder, as packages put them into /usr/share/man
glotta-manual--output = Skriv alla sidor till den här mappen, så som paket lägger dem i /usr/share/man

## Help

help-usage = Användning
help-commands = Kommandon
help-arguments = Argument
help-options = Flaggor
help-global-options = Flaggor för alla kommandon
# In capital letters: stands for any option.
help-any-options = FLAGGOR
# In capital letters: stands for any command.
help-any-command = KOMMANDO
# $value is what holds where the option is not given; stands in brackets.
help-default = standard: { $value }
# $value are values with commas between them; stands in brackets.
help-values = möjliga värden: { $value }
# Stands above a list, before a colon.
help-value-list = Möjliga värden
help-help = Visa hjälp; -h visar mindre
help-version = Visa versionen
help-help-command = Visa det här, eller hjälpen för ett kommando

## Headings of manual pages

manual-synopsis = SYNOPS
manual-commands = KOMMANDON
manual-arguments = ARGUMENT
manual-options = FLAGGOR
manual-global-options = FLAGGOR FÖR ALLA KOMMANDON
manual-exit-status = SLUTSTATUS
manual-files = FILER
manual-environment = MILJÖ
manual-examples = EXEMPEL

## Exit status

exit-done = Allt är i sin ordning; varningar är tillåtna, om inte --deny-warnings har angetts.
exit-faulty = Dokumentationen innehåller fel, eller --diff skulle ändra något.
exit-failed = Kommandoraden eller konfigurationen är felaktig, eller en fil kan inte läsas eller skrivas.

## Files

file-configuration = Konfigurationen. Den är valfri, liksom varje nyckel i den.
file-source = Artiklarna, i en mapp för varje språk.
file-output = Det som publiceras.
file-baseline = De fynd som --write-baseline har listat och som utelämnas i senare rapporter.
file-templates = Webbplatsens mallar, som var och en ersätter en inbyggd.
file-words = Webbplatsens ord, som vart och ett ersätter ett inbyggt.

## Environment

variable-language = Språket för hjälp och förklaringar: den första av dessa som är satt.
variable-no-color = Om den är satt används inga färger, om inte --color begär dem.
variable-columns = Terminalens bredd.
variable-day = Den dag som räknas som i dag där konfigurationen tillåter något till och med en viss dag, i sekunder sedan 1970.

## Examples

example-check = Kontrollera webbplatsen i den aktuella mappen:
example-check-only = Tillämpa bara två regler:
example-check-fix = Åtgärda det som kan åtgärdas, även där det bara troligen är rätt:
example-check-changed = Kommentera en pull request med vad den har fört med sig:
example-build = Kontrollera webbplatsen och publicera den sedan:
example-build-man = Publicera bara de tyska manualsidorna:
example-status = Visa hur det står till med översättningarna, och de tre äldsta eftersläpningarna:
example-status-json = Ge samma sak till ett annat program:
example-explain = Förklara en regel på svenska:
example-completions = Låt bash komplettera kommandoraden:
example-manual = Läs manualsidan för ett kommando utan att installera den:
example-manual-output = Installera manualsidorna för dig själv:
