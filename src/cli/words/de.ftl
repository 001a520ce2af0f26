# Die Wörter der Befehlszeile. Über jeder Nachricht mit dem Namen einer Option oder eines Befehls steht das Englische, das sie übersetzt.

# Check that documentation in many languages states the same facts, and publish it
glotta = Prüfen, ob eine Dokumentation in vielen Sprachen dieselben Tatsachen nennt, und sie veröffentlichen

# Glotta reads Markdown articles, each of which exists in many languages; checks that they state the same facts; and publishes them as HTML, Markdown and manual pages. Everything has a default: in a folder that holds `docs-src`, every command works without options.
glotta-long = Glotta liest Markdown-Artikel, von denen es jeden in vielen Sprachen gibt, prüft, ob sie dieselben Tatsachen nennen, und veröffentlicht sie als HTML, als Markdown und als Handbuchseiten. Alles hat eine Vorgabe: In einem Ordner, der `docs-src` enthält, läuft jeder Befehl ohne Optionen.

# Read this configuration; its paths are relative to its folder [default: glotta.yml, here or beside --source]
glotta--config = Diese Konfiguration lesen; Pfade darin beziehen sich auf ihren Ordner [Vorgabe: glotta.yml, hier oder neben --source]

# Read the articles of this folder, which has a folder for each language
glotta--source = Die Artikel dieses Ordners lesen, der für jede Sprache einen Ordner hat

# Hold all languages against this one, or against what most of them say
glotta--reference = Alle Sprachen gegen diese halten, oder gegen das, was die meisten sagen

# Report on (check), publish (build) or explain in this language only; may be repeated
glotta--locale = Nur diese Sprache melden (check), veröffentlichen (build) oder zum Erklären verwenden (explain); darf mehrmals angegeben werden

# Work with this many threads [default: one for each processor]
glotta--jobs = Mit so vielen Threads arbeiten [Vorgabe: einer je Prozessor]

# Use colours
glotta--color = Farben verwenden

# On a terminal, unless NO_COLOR is set
glotta--color--auto = In einem Terminal, wenn NO_COLOR nicht gesetzt ist

# In files and pipes, too
glotta--color--always = Auch in Dateien und Pipes

# Not even on a terminal
glotta--color--never = Nicht einmal in einem Terminal

# Print findings only
glotta--quiet = Nur Befunde ausgeben

# Print what was read and how much each rule examined
glotta--verbose = Auch ausgeben, was gelesen wurde und wie viel jede Regel untersucht hat

# Check the articles and publish them as HTML, Markdown and manual pages
glotta-build = Die Artikel prüfen und als HTML, Markdown und Handbuchseiten veröffentlichen

# If an article contains an error, nothing is published, and what was published before stays as it was.
glotta-build-long = Enthält ein Artikel einen Fehler, wird nichts veröffentlicht, und was vorher veröffentlicht war, bleibt, wie es war.

# Publish to this folder [default: `output` of the configuration, else public]
glotta-build--output = In diesen Ordner veröffentlichen [Vorgabe: `output` der Konfiguration, sonst public]

# Make these kinds of page: html, markdown, man, catalogue
glotta-build--targets = Diese Arten von Seiten erzeugen: html, markdown, man, catalogue

# Publish even if there are errors
glotta-build--keep-going = Auch bei Fehlern veröffentlichen

# Let warnings stop the build as errors do
glotta-build--deny-warnings = Warnungen verhindern das Veröffentlichen wie Fehler

# Publish without running the rules; what cannot be read is still an error
glotta-build--no-check = Veröffentlichen, ohne die Regeln anzuwenden; was sich nicht lesen lässt, ist trotzdem ein Fehler

# Publish into a folder that holds other files, none of which is removed
glotta-build--force = In einen Ordner veröffentlichen, der andere Dateien enthält; keine davon wird entfernt

# Remember in this folder what was done, so that the next build sees sooner what has changed; it can be removed at any time [default: `cache` of the configuration, else .glotta-cache beside it]
glotta-build--cache-dir = In diesem Ordner merken, was getan wurde, damit der nächste Build schneller sieht, was sich geändert hat; er kann jederzeit gelöscht werden [Vorgabe: `cache` der Konfiguration, sonst .glotta-cache neben ihr]

# Remember nothing, and go by nothing that an earlier build remembered
glotta-build--no-cache = Nichts merken und sich nach nichts richten, was sich ein früherer Build gemerkt hat

# Publish share K of N only, so that N machines make all pages; `glotta join` puts them together
glotta-build--shard = Nur Anteil K von N veröffentlichen, damit N Rechner zusammen alle Seiten erzeugen; `glotta join` fügt sie zusammen

# Print how long each stage took
glotta-build--timings = Ausgeben, wie lange jeder Abschnitt gedauert hat

# Put together what `glotta build --shard` has published on several machines
glotta-join = Zusammenfügen, was `glotta build --shard` auf mehreren Rechnern veröffentlicht hat

# The output folder becomes what one build of the whole would have made, byte for byte. Nothing is changed unless every shard is there, undamaged, and made of the same sources.
glotta-join-long = Der Ausgabeordner wird Byte für Byte so, wie ein Durchgang über das Ganze ihn gemacht hätte. Nichts wird geändert, solange nicht jeder Anteil da, unbeschädigt und aus denselben Quellen gemacht ist.

# The folders that the shards were published to, in any order
glotta-join--shards = Die Ordner, in die die Anteile veröffentlicht wurden, in beliebiger Reihenfolge

# Publish to this folder
glotta-join--output = In diesen Ordner veröffentlichen

# Publish into a folder that holds other files, none of which is removed
glotta-join--force = In einen Ordner veröffentlichen, der andere Dateien enthält; keine davon wird entfernt

# Show the site in a browser while it is written: changes are there at once, and pages reload by themselves
glotta-serve = Die Site im Browser zeigen, während sie geschrieben wird: Änderungen sind sofort da, und Seiten laden von selbst neu

# Listen at this port instead of 8000 or the next free one; 0 takes any that is free
glotta-serve--port = An diesem Port lauschen statt an 8000 oder dem nächsten freien; 0 nimmt irgendeinen freien

# Listen at this address instead of this machine's own: whoever can reach it can read the site
glotta-serve--host = An dieser Adresse lauschen statt an der dieses Rechners selbst: Wer sie erreicht, kann die Site lesen

# Open the site in the browser
glotta-serve--open = Die Site im Browser öffnen

# Serve these kinds of page: html, markdown, man, catalogue
glotta-serve--targets = Diese Arten von Seiten zeigen: html, markdown, man, catalogue

# Show pages without running the rules; what cannot be read is told all the same
glotta-serve--no-check = Seiten zeigen, ohne die Regeln anzuwenden; was sich nicht lesen lässt, wird trotzdem gesagt

# Check that the articles agree in all languages
glotta-check = Prüfen, ob die Artikel in allen Sprachen übereinstimmen

# All articles are read, the languages of each are compared, and what departs is reported. Without --fix no file is written.
glotta-check-long = Alle Artikel werden gelesen, die Sprachen eines jeden verglichen und Abweichungen gemeldet. Ohne --fix wird keine Datei geschrieben.

# Print the findings in this form
glotta-check--format = Die Befunde in dieser Form ausgeben

# With the text that is meant, what to do, and a summary
glotta-check--format--human = Mit dem Text, um den es geht, dem, was zu tun ist, und einer Zusammenfassung

# One line for each finding
glotta-check--format--concise = Eine Zeile für jeden Befund

# One JSON object
glotta-check--format--json = Ein JSON-Objekt

# SARIF 2.1.0, for code scanning and editors
glotta-check--format--sarif = SARIF 2.1.0, für Code Scanning und Editoren

# Annotations of GitHub Actions, behind the human form
glotta-check--format--github = Anmerkungen für GitHub Actions, hinter der Form für Menschen

# Code quality of GitLab
glotta-check--format--gitlab = Codequalität von GitLab

# JUnit XML: a suite for each article, a case for each language
glotta-check--format--junit = JUnit-XML: eine Suite je Artikel, ein Fall je Sprache

# Diagnostic format of reviewdog
glotta-check--format--rdjson = Diagnoseformat von reviewdog

# Print how many findings each rule has in each language, and how much it examined
glotta-check--statistics = Ausgeben, wie viele Befunde jede Regel in jeder Sprache hat und wie viel sie untersucht hat

# Print the JSON Schema of --format json, and check nothing
glotta-check--json-schema = Das JSON-Schema von --format json ausgeben und nichts prüfen

# Print the JSON Schema of --format json, and check nothing
glotta-status--json-schema = Das JSON-Schema von --format json ausgeben und nichts prüfen

# List every web and mail address that pages lead to, one a line, for another tool to try; nothing is fetched, and nothing is checked. With --format json each has the places where it is written
glotta-check--external = Jede Web- und Mailadresse aufführen, zu der Seiten führen, eine je Zeile, damit ein anderes Programm sie ausprobiert; nichts wird abgerufen, nichts geprüft. Mit --format json stehen bei jeder die Stellen, an denen sie geschrieben ist

# Run this rule and no other; may be repeated
glotta-check--only = Nur diese Regel anwenden; darf mehrmals angegeben werden

# Do not run this rule; may be repeated
glotta-check--skip = Diese Regel nicht anwenden; darf mehrmals angegeben werden

# Leave out the findings that this file lists [default: `baseline` of the configuration, else none]
glotta-check--baseline = Die Befunde weglassen, die diese Datei aufführt [Vorgabe: `baseline` der Konfiguration, sonst keine]

# Leave out nothing, whatever the configuration says
glotta-check--no-baseline = Nichts weglassen, was auch immer die Konfiguration sagt

# List all findings in the baseline, so that only newer ones are reported [default file: glotta-baseline.json]
glotta-check--write-baseline = Alle Befunde in die Bestandsliste schreiben, sodass nur neuere gemeldet werden [Vorgabe für die Datei: glotta-baseline.json]

# Remove from the baseline what is found no more
glotta-check--prune-baseline = Aus der Bestandsliste streichen, was sich nicht mehr findet

# End with exit code 1 for warnings, too
glotta-check--deny-warnings = Auch bei Warnungen mit dem Exitcode 1 enden

# Mend what can be mended without a doubt, and report what remains
glotta-check--fix = Beheben, was sich zweifelsfrei beheben lässt, und melden, was übrig bleibt

# With --fix or --diff: mend also what is only probably right
glotta-check--unsafe = Mit --fix oder --diff: auch beheben, was nur wahrscheinlich richtig ist

# Print what --fix would change, for `git apply` or `patch -p1`, and change nothing
glotta-check--diff = Ausgeben, was --fix ändern würde, für `git apply` oder `patch -p1`, und nichts ändern

# Report only what concerns lines that have changed since this revision of git; all is examined
glotta-check--changed-since = Nur melden, was Zeilen betrifft, die sich seit diesem Stand in git geändert haben; untersucht wird alles

# Stay, and check again whenever a file changes
glotta-check--watch = Bleiben und bei jeder Änderung einer Datei wieder prüfen

# Say how the articles stand in each language: current, stale, damaged or missing
glotta-status = Sagen, wie es um die Artikel in jeder Sprache steht: aktuell, veraltet, beschädigt oder fehlend

# What it finds is no failure: if the site could be read, the exit code is 0.
glotta-status-long = Was sich findet, ist kein Fehlschlag: Ließ sich die Website lesen, ist der Exitcode 0.

# Print in this form
glotta-status--format = In dieser Form ausgeben

# A table with bars, and the oldest debts
glotta-status--format--human = Eine Tabelle mit Balken und die ältesten Rückstände

# One JSON object: that of status.json
glotta-status--format--json = Ein JSON-Objekt: das von status.json

# List this many of the oldest debts
glotta-status--limit = So viele der ältesten Rückstände aufführen

# Say what a rule finds and what to do, or what the tables of the site say of a key or a name
glotta-explain = Sagen, was eine Regel findet und was zu tun ist, oder was die Tabellen der Website über einen Schlüssel oder Namen sagen

# A rule or fault that reports name, or a key or name of a table of the site, in any common spelling: 0x411, 411h, 1041, sail_torn
glotta-explain--name = Eine Regel oder ein Fehler, wie Berichte sie nennen, oder ein Schlüssel oder Name aus einer Tabelle der Website in jeder üblichen Schreibweise: 0x411, 411h, 1041, sail_torn

# Look into this catalogue and not into the sources: catalogue.json, the file of a language, or the folder that they were published to [default: GLOTTA_CATALOGUE, unless --source or --config names a project]
glotta-explain--catalogue = In diesem Katalog nachsehen und nicht in den Quellen: catalogue.json, die Datei einer Sprache oder der Ordner, in den sie veröffentlicht wurden [Vorgabe: GLOTTA_CATALOGUE, sofern weder --source noch --config ein Projekt nennt]

# Look into this table only
glotta-explain--table = Nur in dieser Tabelle nachsehen

# Print in this form
glotta-explain--format = In dieser Form ausgeben

# In the language of the answer, filled to the width of the terminal
glotta-explain--format--human = In der Sprache der Antwort, auf die Breite des Terminals umbrochen

# One JSON object
glotta-explain--format--json = Ein JSON-Objekt

# Print the JSON Schema of --format json, and explain nothing
glotta-explain--json-schema = Das JSON-Schema von --format json ausgeben und nichts erklären

# Print the tables of the articles as data: JSON, CSV, or messages by id
glotta-export = Die Tabellen der Artikel als Daten ausgeben: JSON, CSV oder Meldungen nach Kennung

# Print in this form
glotta-export--format = In dieser Form ausgeben

# The catalogue, as the target of that name has it
glotta-export--format--json = Der Katalog, wie ihn das gleichnamige Ziel hat

# A file for each language and table, for spreadsheets
glotta-export--format--csv = Eine Datei je Sprache und Tabelle, für Tabellenkalkulationen

# A JSON object for each language: words by table, key and column
glotta-export--format--flat = Ein JSON-Objekt je Sprache: Wörter nach Tabelle, Schlüssel und Spalte

# Read this built catalogue, or the one in this folder, instead of the articles
glotta-export--catalogue = Diesen fertigen Katalog lesen, oder den in diesem Ordner, statt der Artikel

# Take this table only, by its id or the last part of it; may be repeated
glotta-export--table = Nur diese Tabelle nehmen, nach ihrer Kennung oder deren letztem Teil; darf mehrmals angegeben werden

# Write files into this folder, where other files stay [default: print, if there is one file only]
glotta-export--output = Dateien in diesen Ordner schreiben, in dem andere Dateien bleiben [Vorgabe: ausgeben, wenn es nur eine Datei ist]

# Write cells as Markdown; for csv and flat, which have the words alone
glotta-export--markdown = Zellen als Markdown schreiben; für csv und flat, die sonst nur die Wörter haben

# Leave words of csv as they are, even if a spreadsheet would calculate with them
glotta-export--raw = Wörter in csv lassen, wie sie sind, auch wenn eine Tabellenkalkulation damit rechnen würde

# Print the JSON Schema of catalogues, and read nothing
glotta-export--json-schema = Das JSON-Schema von Katalogen ausgeben und nichts lesen

# Compare a table with a list of ids from a product's code, in every language
glotta-verify = Eine Tabelle mit einer Liste von Kennungen aus dem Code eines Produkts vergleichen, in jeder Sprache

# The ids: a text with one on a line, or JSON; - for standard input
glotta-verify--file = Die Kennungen: ein Text mit einer je Zeile, oder JSON; - für die Standardeingabe

# The table, by its id or the last part of it
glotta-verify--table = Die Tabelle, nach ihrer Kennung oder deren letztem Teil

# The column that holds the ids, by its name or label [default: that of the keys]
glotta-verify--column = Die Spalte mit den Kennungen, nach ihrem Namen oder ihrer Überschrift [Vorgabe: die der Schlüssel]

# Where FILE holds objects: the field that holds the id
glotta-verify--field = Wenn FILE Objekte enthält: das Feld, in dem die Kennung steht

# Where FILE is one object: take its keys or its values [default: whichever are in the table]
glotta-verify--take = Wenn FILE ein einziges Objekt ist: seine Schlüssel oder seine Werte nehmen [Vorgabe: was davon in der Tabelle steht]

# Let the table have ids that FILE lacks
glotta-verify--allow-extra = Der Tabelle Kennungen erlauben, die FILE fehlen

# Leave this id out on both sides; a * stands for any letters; may be repeated
glotta-verify--ignore = Diese Kennung auf beiden Seiten weglassen; ein * steht für beliebige Zeichen; darf mehrmals angegeben werden

# Print in this form
glotta-verify--format = In dieser Form ausgeben

# What one side lacks, a line for each id
glotta-verify--format--human = Was einer Seite fehlt, eine Zeile je Kennung

# One JSON object
glotta-verify--format--json = Ein JSON-Objekt

# Print the JSON Schema of --format json, and compare nothing
glotta-verify--json-schema = Das JSON-Schema von --format json ausgeben und nichts vergleichen

# Print the script that lets a shell complete commands, options and their values
glotta-completions = Das Skript ausgeben, mit dem eine Shell Befehle, Optionen und deren Werte vervollständigt

# The script goes to standard output and is made for one shell; its descriptions are in the language of the environment.
glotta-completions-long = Das Skript geht an die Standardausgabe und gilt für eine Shell; seine Beschreibungen sind in der Sprache der Umgebung.

# The shell to make the script for
glotta-completions--shell = Die Shell, für die das Skript ist

# Print a manual page of glotta, or write them all into a folder
glotta-manual = Eine Handbuchseite von glotta ausgeben oder alle in einen Ordner schreiben

# Without --output, one page is printed for `man -l -`. With it, the pages of all commands are written, in every language that there are words for, to where `man` looks for them.
glotta-manual-long = Ohne --output wird eine Seite ausgegeben, für `man -l -`. Damit werden die Seiten aller Befehle in jeder Sprache, für die es Wörter gibt, dorthin geschrieben, wo `man` sie sucht.

# The command whose page to print; without one, that of glotta itself
glotta-manual--command = Der Befehl, dessen Seite ausgegeben wird; ohne ihn die von glotta selbst

# Write all pages into this folder, as packages put them into /usr/share/man
glotta-manual--output = Alle Seiten in diesen Ordner schreiben, so wie Pakete sie in /usr/share/man ablegen

## Help

help-usage = Aufruf
help-commands = Befehle
help-arguments = Argumente
help-options = Optionen
help-global-options = Optionen aller Befehle
# In capital letters: stands for any option.
help-any-options = OPTIONEN
# In capital letters: stands for any command.
help-any-command = BEFEHL
# $value is what holds where the option is not given; stands in brackets.
help-default = Vorgabe: { $value }
# $value are values with commas between them; stands in brackets.
help-values = mögliche Werte: { $value }
# Stands above a list, before a colon.
help-value-list = Mögliche Werte
help-help = Hilfe anzeigen; -h zeigt weniger
help-version = Die Version anzeigen
help-help-command = Dies oder die Hilfe zu einem Befehl anzeigen

## Headings of manual pages

manual-synopsis = ÜBERSICHT
manual-commands = BEFEHLE
manual-arguments = ARGUMENTE
manual-options = OPTIONEN
manual-global-options = OPTIONEN ALLER BEFEHLE
manual-exit-status = EXIT-STATUS
manual-files = DATEIEN
manual-environment = UMGEBUNGSVARIABLEN
manual-examples = BEISPIELE

## Exit status

exit-done = Alles ist in Ordnung; Warnungen sind erlaubt, wenn nicht --deny-warnings angegeben ist.
exit-faulty = Die Dokumentation enthält Fehler, oder --diff würde etwas ändern.
exit-failed = Die Befehlszeile oder die Konfiguration ist falsch, oder eine Datei lässt sich nicht lesen oder schreiben.

## Files

file-configuration = Die Konfiguration. Sie darf fehlen, ebenso jeder Schlüssel darin.
file-source = Die Artikel, in einem Ordner für jede Sprache.
file-output = Was veröffentlicht wird.
file-baseline = Die Befunde, die --write-baseline aufgeführt hat und die in späteren Berichten wegbleiben.
file-templates = Vorlagen der Website, von denen jede an die Stelle einer eingebauten tritt.
file-words = Wörter der Website, von denen jedes an die Stelle eines eingebauten tritt.

## Environment

variable-language = Die Sprache von Hilfe und Erklärungen: Es gilt die erste, die gesetzt ist.
variable-no-color = Ist sie gesetzt, werden keine Farben verwendet, wenn nicht --color sie verlangt.
variable-columns = Die Breite des Terminals.
variable-day = Der Tag, der als heute gilt, wo die Konfiguration etwas bis zu einem Tag erlaubt; in Sekunden seit 1970.

## Examples

example-check = Die Website im aktuellen Ordner prüfen:
example-check-only = Nur zwei Regeln anwenden:
example-check-fix = Beheben, was sich beheben lässt, auch wo es nur wahrscheinlich richtig ist:
example-check-changed = In einem Pull Request anmerken, was er mitgebracht hat:
example-build = Die Website prüfen und dann veröffentlichen:
example-build-man = Nur die deutschen Handbuchseiten veröffentlichen:
example-status = Zeigen, wie es um die Übersetzungen steht, und die drei ältesten Rückstände:
example-status-json = Dasselbe einem anderen Programm geben:
example-explain = Eine Regel auf Schwedisch erklären:
example-completions = bash die Befehlszeile vervollständigen lassen:
example-manual = Die Handbuchseite eines Befehls lesen, ohne sie zu installieren:
example-manual-output = Die Handbuchseiten für sich selbst installieren:
