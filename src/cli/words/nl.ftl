# De woorden van de opdrachtregel. Boven elk bericht met de naam van een optie of opdracht staat het Engels dat het vertaalt.

# Check that documentation in many languages states the same facts, and publish it
glotta = Controleren of documentatie in vele talen dezelfde feiten vermeldt, en haar publiceren

# Glotta reads Markdown articles, each of which exists in many languages; checks that they state the same facts; and publishes them as HTML, Markdown and manual pages. Everything has a default: in a folder that holds `docs-src`, every command works without options.
glotta-long = Glotta leest Markdown-artikelen die elk in vele talen bestaan, controleert of ze dezelfde feiten vermelden en publiceert ze als HTML, als Markdown en als man-pagina’s. Alles heeft een standaardwaarde: in een map met `docs-src` werkt elke opdracht zonder opties.

# Read this configuration; its paths are relative to its folder [default: glotta.yml, here or beside --source]
glotta--config = Deze configuratie lezen; paden erin zijn relatief ten opzichte van haar map [standaard: glotta.yml, hier of naast --source]

# Read the articles of this folder, which has a folder for each language
glotta--source = De artikelen in deze map lezen, die voor elke taal een map heeft

# Hold all languages against this one, or against what most of them say
glotta--reference = Alle talen vergelijken met deze, of met wat de meeste zeggen

# Report on (check), publish (build) or explain in this language only; may be repeated
glotta--locale = Alleen deze taal melden (check), publiceren (build) of voor de uitleg gebruiken (explain); mag meermaals worden opgegeven

# Work with this many threads [default: one for each processor]
glotta--jobs = Met zoveel threads werken [standaard: één per processor]

# Use colours
glotta--color = Kleuren gebruiken

# On a terminal, unless NO_COLOR is set
glotta--color--auto = In een terminal, tenzij NO_COLOR is ingesteld

# In files and pipes, too
glotta--color--always = Ook in bestanden en pipes

# Not even on a terminal
glotta--color--never = Zelfs niet in een terminal

# Print findings only
glotta--quiet = Alleen bevindingen tonen

# Print what was read and how much each rule examined
glotta--verbose = Ook tonen wat er gelezen is en hoeveel elke regel heeft onderzocht

# Check the articles and publish them as HTML, Markdown and manual pages
glotta-build = De artikelen controleren en publiceren als HTML, Markdown en man-pagina’s

# If an article contains an error, nothing is published, and what was published before stays as it was.
glotta-build-long = Bevat een artikel een fout, dan wordt er niets gepubliceerd en blijft wat eerder gepubliceerd was zoals het was.

# Publish to this folder [default: `output` of the configuration, else public]
glotta-build--output = In deze map publiceren [standaard: `output` uit de configuratie, anders public]

# Make these kinds of page: html, markdown, man, catalogue
glotta-build--targets = Deze soorten pagina’s maken: html, markdown, man, catalogue

# Publish even if there are errors
glotta-build--keep-going = Ook bij fouten publiceren

# Let warnings stop the build as errors do
glotta-build--deny-warnings = Waarschuwingen houden het publiceren tegen zoals fouten

# Publish without running the rules; what cannot be read is still an error
glotta-build--no-check = Publiceren zonder de regels toe te passen; wat niet gelezen kan worden, blijft een fout

# Publish into a folder that holds other files, none of which is removed
glotta-build--force = Publiceren in een map met andere bestanden; geen daarvan wordt verwijderd

# Remember in this folder what was done, so that the next build sees sooner what has changed; it can be removed at any time [default: `cache` of the configuration, else .glotta-cache beside it]
glotta-build--cache-dir = In deze map onthouden wat er is gedaan, zodat de volgende build sneller ziet wat er is veranderd; ze kan op elk moment worden verwijderd [standaard: `cache` van de configuratie, anders .glotta-cache ernaast]

# Remember nothing, and go by nothing that an earlier build remembered
glotta-build--no-cache = Niets onthouden, en niet afgaan op wat een eerdere build heeft onthouden

# Publish share K of N only, so that N machines make all pages; `glotta join` puts them together
glotta-build--shard = Alleen deel K van N publiceren, zodat N machines samen alle pagina’s maken; `glotta join` voegt ze samen

# Print how long each stage took
glotta-build--timings = Tonen hoelang elke stap heeft geduurd

# Put together what `glotta build --shard` has published on several machines
glotta-join = Samenvoegen wat `glotta build --shard` op meerdere machines heeft gepubliceerd

# The output folder becomes what one build of the whole would have made, byte for byte. Nothing is changed unless every shard is there, undamaged, and made of the same sources.
glotta-join-long = De uitvoermap wordt byte voor byte wat één build van het geheel zou hebben gemaakt. Er wordt niets gewijzigd zolang niet elk deel er is, onbeschadigd is en van dezelfde bronnen is gemaakt.

# The folders that the shards were published to, in any order
glotta-join--shards = De mappen waarin de delen zijn gepubliceerd, in willekeurige volgorde

# Publish to this folder
glotta-join--output = In deze map publiceren

# Publish into a folder that holds other files, none of which is removed
glotta-join--force = Publiceren in een map met andere bestanden; geen daarvan wordt verwijderd

# Show the site in a browser while it is written: changes are there at once, and pages reload by themselves
glotta-serve = De site in een browser tonen terwijl eraan wordt geschreven: wijzigingen zijn er meteen en pagina’s laden vanzelf opnieuw

# Listen at this port instead of 8000 or the next free one; 0 takes any that is free
glotta-serve--port = Op deze poort luisteren in plaats van op 8000 of de volgende vrije; 0 neemt een willekeurige vrije

# Listen at this address instead of this machine's own: whoever can reach it can read the site
glotta-serve--host = Op dit adres luisteren in plaats van op dat van deze machine zelf: wie het kan bereiken, kan de site lezen

# Open the site in the browser
glotta-serve--open = De site in de browser openen

# Serve these kinds of page: html, markdown, man, catalogue
glotta-serve--targets = Deze soorten pagina’s tonen: html, markdown, man, catalogue

# Show pages without running the rules; what cannot be read is told all the same
glotta-serve--no-check = Pagina’s tonen zonder de regels toe te passen; wat niet gelezen kan worden, wordt toch gemeld

# Check that the articles agree in all languages
glotta-check = Controleren of de artikelen in alle talen overeenstemmen

# All articles are read, the languages of each are compared, and what departs is reported. Without --fix no file is written.
glotta-check-long = Alle artikelen worden gelezen, de talen van elk artikel worden vergeleken en afwijkingen worden gemeld. Zonder --fix wordt er geen bestand geschreven.

# Print the findings in this form
glotta-check--format = De bevindingen in deze vorm tonen

# With the text that is meant, what to do, and a summary
glotta-check--format--human = Met de tekst waar het om gaat, wat er te doen is en een samenvatting

# One line for each finding
glotta-check--format--concise = Eén regel per bevinding

# One JSON object
glotta-check--format--json = Eén JSON-object

# SARIF 2.1.0, for code scanning and editors
glotta-check--format--sarif = SARIF 2.1.0, voor codescans en editors

# Annotations of GitHub Actions, behind the human form
glotta-check--format--github = Annotaties van GitHub Actions, na de vorm voor mensen

# Code quality of GitLab
glotta-check--format--gitlab = Codekwaliteit van GitLab

# JUnit XML: a suite for each article, a case for each language
glotta-check--format--junit = JUnit-XML: een suite per artikel, een geval per taal

# Diagnostic format of reviewdog
glotta-check--format--rdjson = Diagnoseformaat van reviewdog

# Print how many findings each rule has in each language, and how much it examined
glotta-check--statistics = Tonen hoeveel bevindingen elke regel in elke taal heeft, en hoeveel die heeft onderzocht

# Print the JSON Schema of --format json, and check nothing
glotta-check--json-schema = Het JSON-schema van --format json tonen en niets controleren

# Print the JSON Schema of --format json, and check nothing
glotta-status--json-schema = Het JSON-schema van --format json tonen en niets controleren

# List every web and mail address that pages lead to, one a line, for another tool to try; nothing is fetched, and nothing is checked. With --format json each has the places where it is written
glotta-check--external = Elk web- en mailadres opsommen waar pagina’s heen leiden, één per regel, zodat een ander programma ze kan proberen; er wordt niets opgehaald en niets gecontroleerd. Met --format json staan bij elk adres de plaatsen waar het geschreven staat

# Run this rule and no other; may be repeated
glotta-check--only = Alleen deze regel toepassen; mag meermaals worden opgegeven

# Do not run this rule; may be repeated
glotta-check--skip = Deze regel niet toepassen; mag meermaals worden opgegeven

# Leave out the findings that this file lists [default: `baseline` of the configuration, else none]
glotta-check--baseline = De bevindingen weglaten die dit bestand opsomt [standaard: `baseline` uit de configuratie, anders geen]

# Leave out nothing, whatever the configuration says
glotta-check--no-baseline = Niets weglaten, wat de configuratie ook zegt

# List all findings in the baseline, so that only newer ones are reported [default file: glotta-baseline.json]
glotta-check--write-baseline = Alle bevindingen in de nulmeting opnemen, zodat alleen nieuwere worden gemeld [standaardbestand: glotta-baseline.json]

# Remove from the baseline what is found no more
glotta-check--prune-baseline = Uit de nulmeting schrappen wat niet meer gevonden wordt

# End with exit code 1 for warnings, too
glotta-check--deny-warnings = Ook bij waarschuwingen eindigen met exitcode 1

# Mend what can be mended without a doubt, and report what remains
glotta-check--fix = Herstellen wat zonder twijfel te herstellen is, en melden wat overblijft

# With --fix or --diff: mend also what is only probably right
glotta-check--unsafe = Met --fix of --diff: ook herstellen wat alleen waarschijnlijk juist is

# Print what --fix would change, for `git apply` or `patch -p1`, and change nothing
glotta-check--diff = Tonen wat --fix zou wijzigen, voor `git apply` of `patch -p1`, en niets wijzigen

# Report only what concerns lines that have changed since this revision of git; all is examined
glotta-check--changed-since = Alleen melden wat regels betreft die sinds deze git-revisie zijn gewijzigd; alles wordt onderzocht

# Stay, and check again whenever a file changes
glotta-check--watch = Blijven, en opnieuw controleren telkens wanneer een bestand verandert

# Say how the articles stand in each language: current, stale, damaged or missing
glotta-status = Zeggen hoe de artikelen er in elke taal voor staan: actueel, verouderd, beschadigd of ontbrekend

# What it finds is no failure: if the site could be read, the exit code is 0.
glotta-status-long = Wat er gevonden wordt, is geen mislukking: kon de site gelezen worden, dan is de exitcode 0.

# Print in this form
glotta-status--format = In deze vorm tonen

# A table with bars, and the oldest debts
glotta-status--format--human = Een tabel met balken, en de oudste achterstanden

# One JSON object: that of status.json
glotta-status--format--json = Eén JSON-object: dat van status.json

# List this many of the oldest debts
glotta-status--limit = Zoveel van de oudste achterstanden opsommen

# Say what a rule finds and what to do, or what the tables of the site say of a key or a name
glotta-explain = Zeggen wat een regel vindt en wat er te doen is, of wat de tabellen van de site over een sleutel of naam zeggen

# A rule or fault that reports name, or a key or name of a table of the site, in any common spelling: 0x411, 411h, 1041, sail_torn
glotta-explain--name = Een regel of fout die rapporten noemen, of een sleutel of naam uit een tabel van de site, in elke gangbare schrijfwijze: 0x411, 411h, 1041, sail_torn

# Look into this catalogue and not into the sources: catalogue.json, the file of a language, or the folder that they were published to [default: GLOTTA_CATALOGUE, unless --source or --config names a project]
glotta-explain--catalogue = In deze catalogus kijken en niet in de bronnen: catalogue.json, het bestand van één taal of de map waarin ze zijn gepubliceerd [standaard: GLOTTA_CATALOGUE, tenzij --source of --config een project noemt]

# Look into this table only
glotta-explain--table = Alleen in deze tabel kijken

# Print in this form
glotta-explain--format = In deze vorm tonen

# In the language of the answer, filled to the width of the terminal
glotta-explain--format--human = In de taal van het antwoord, afgebroken op de breedte van de terminal

# One JSON object
glotta-explain--format--json = Eén JSON-object

# Print the JSON Schema of --format json, and explain nothing
glotta-explain--json-schema = Het JSON-schema van --format json tonen en niets uitleggen

# Print the tables of the articles as data: JSON, CSV, or messages by id
glotta-export = De tabellen van de artikelen als gegevens tonen: JSON, CSV of berichten per id

# Print in this form
glotta-export--format = In deze vorm tonen

# The catalogue, as the target of that name has it
glotta-export--format--json = De catalogus, zoals het doel met die naam hem maakt

# A file for each language and table, for spreadsheets
glotta-export--format--csv = Een bestand per taal en tabel, voor rekenbladen

# A JSON object for each language: words by table, key and column
glotta-export--format--flat = Een JSON-object per taal: woorden per tabel, sleutel en kolom

# Read this built catalogue, or the one in this folder, instead of the articles
glotta-export--catalogue = Deze gemaakte catalogus lezen, of die in deze map, in plaats van de artikelen

# Take this table only, by its id or the last part of it; may be repeated
glotta-export--table = Alleen deze tabel nemen, op grond van zijn id of het laatste deel daarvan; mag meermaals worden opgegeven

# Write files into this folder, where other files stay [default: print, if there is one file only]
glotta-export--output = Bestanden in deze map schrijven, waar andere bestanden blijven staan [standaard: tonen, als het één bestand is]

# Write cells as Markdown; for csv and flat, which have the words alone
glotta-export--markdown = Cellen als Markdown schrijven; voor csv en flat, die anders alleen de woorden hebben

# Leave words of csv as they are, even if a spreadsheet would calculate with them
glotta-export--raw = Woorden in csv laten zoals ze zijn, ook als een rekenblad ermee zou rekenen

# Print the JSON Schema of catalogues, and read nothing
glotta-export--json-schema = Het JSON-schema van catalogi tonen en niets lezen

# Compare a table with a list of ids from a product's code, in every language
glotta-verify = Een tabel vergelijken met een lijst van id's uit de code van een product, in elke taal

# The ids: a text with one on a line, or JSON; - for standard input
glotta-verify--file = De id's: een tekst met één per regel, of JSON; - voor de standaardinvoer

# The table, by its id or the last part of it
glotta-verify--table = De tabel, op grond van zijn id of het laatste deel daarvan

# The column that holds the ids, by its name or label [default: that of the keys]
glotta-verify--column = De kolom met de id's, op grond van naam of opschrift [standaard: die van de sleutels]

# Where FILE holds objects: the field that holds the id
glotta-verify--field = Als FILE objecten bevat: het veld waarin het id staat

# Where FILE is one object: take its keys or its values [default: whichever are in the table]
glotta-verify--take = Als FILE één object is: zijn sleutels of zijn waarden nemen [standaard: wat daarvan in de tabel staat]

# Let the table have ids that FILE lacks
glotta-verify--allow-extra = Toestaan dat de tabel id's heeft die in FILE ontbreken

# Leave this id out on both sides; a * stands for any letters; may be repeated
glotta-verify--ignore = Dit id aan beide kanten weglaten; een * staat voor willekeurige tekens; mag meermaals worden opgegeven

# Print in this form
glotta-verify--format = In deze vorm tonen

# What one side lacks, a line for each id
glotta-verify--format--human = Wat aan één kant ontbreekt, een regel per id

# One JSON object
glotta-verify--format--json = Eén JSON-object

# Print the JSON Schema of --format json, and compare nothing
glotta-verify--json-schema = Het JSON-schema van --format json tonen en niets vergelijken

# Print the script that lets a shell complete commands, options and their values
glotta-completions = Het script tonen waarmee een shell opdrachten, opties en hun waarden aanvult

# The script goes to standard output and is made for one shell; its descriptions are in the language of the environment.
glotta-completions-long = Het script gaat naar de standaarduitvoer en is voor één shell; de beschrijvingen zijn in de taal van de omgeving.

# The shell to make the script for
glotta-completions--shell = De shell waarvoor het script is

# Print a manual page of glotta, or write them all into a folder
glotta-manual = Een man-pagina van glotta tonen, of ze allemaal in een map schrijven

# Without --output, one page is printed for `man -l -`. With it, the pages of all commands are written, in every language that there are words for, to where `man` looks for them.
glotta-manual-long = Zonder --output wordt één pagina getoond, voor `man -l -`. Met die optie worden de pagina’s van alle opdrachten, in elke taal waarvoor er woorden zijn, geschreven op de plaats waar `man` ze zoekt.

# The command whose page to print; without one, that of glotta itself
glotta-manual--command = De opdracht waarvan de pagina wordt getoond; zonder opdracht die van glotta zelf

# Write all pages into this folder, as packages put them into /usr/share/man
glotta-manual--output = Alle pagina’s in deze map schrijven, zoals pakketten ze in /usr/share/man zetten

## Help

help-usage = Gebruik
help-commands = Opdrachten
help-arguments = Argumenten
help-options = Opties
help-global-options = Opties van alle opdrachten
# In capital letters: stands for any option.
help-any-options = OPTIES
# In capital letters: stands for any command.
help-any-command = OPDRACHT
# $value is what holds where the option is not given; stands in brackets.
help-default = standaard: { $value }
# $value are values with commas between them; stands in brackets.
help-values = mogelijke waarden: { $value }
# Stands above a list, before a colon.
help-value-list = Mogelijke waarden
help-help = Hulp tonen; -h toont minder
help-version = De versie tonen
help-help-command = Dit of de hulp bij een opdracht tonen

## Headings of manual pages

manual-synopsis = SAMENVATTING
manual-commands = OPDRACHTEN
manual-arguments = ARGUMENTEN
manual-options = OPTIES
manual-global-options = OPTIES VAN ALLE OPDRACHTEN
manual-exit-status = EXITSTATUS
manual-files = BESTANDEN
manual-environment = OMGEVING
manual-examples = VOORBEELDEN

## Exit status

exit-done = Alles is in orde; waarschuwingen zijn toegestaan, tenzij --deny-warnings is opgegeven.
exit-faulty = De documentatie bevat fouten, of --diff zou iets wijzigen.
exit-failed = De opdrachtregel of de configuratie is onjuist, of een bestand kan niet gelezen of geschreven worden.

## Files

file-configuration = De configuratie. Ze is optioneel, net als elke sleutel erin.
file-source = De artikelen, in een map per taal.
file-output = Wat er gepubliceerd wordt.
file-baseline = De bevindingen die --write-baseline heeft opgenomen en die in latere rapporten worden weggelaten.
file-templates = Sjablonen van de site, die elk de plaats innemen van een ingebouwd sjabloon.
file-words = Woorden van de site, die elk de plaats innemen van een ingebouwd woord.

## Environment

variable-language = De taal van hulp en uitleg: de eerste van deze variabelen die is ingesteld.
variable-no-color = Is deze ingesteld, dan worden er geen kleuren gebruikt, tenzij --color erom vraagt.
variable-columns = De breedte van de terminal.
variable-day = De dag die als vandaag geldt waar de configuratie iets tot een bepaalde dag toestaat, in seconden sinds 1970.

## Examples

example-check = De site in de huidige map controleren:
example-check-only = Alleen twee regels toepassen:
example-check-fix = Herstellen wat te herstellen is, ook waar het alleen waarschijnlijk juist is:
example-check-changed = Bij een pull request vermelden wat die heeft meegebracht:
example-build = De site controleren en dan publiceren:
example-build-man = Alleen de Duitse man-pagina’s publiceren:
example-status = Tonen hoe de vertalingen ervoor staan, en de drie oudste achterstanden:
example-status-json = Hetzelfde aan een ander programma geven:
example-explain = Een regel in het Zweeds uitleggen:
example-completions = bash de opdrachtregel laten aanvullen:
example-manual = De man-pagina van een opdracht lezen zonder haar te installeren:
example-manual-output = De man-pagina’s voor uzelf installeren:
