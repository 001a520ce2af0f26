# Les mots de la ligne de commande. Au-dessus de chaque message qui porte le nom d’une option ou d’une commande se trouve l’anglais qu’il traduit.

# Check that documentation in many languages states the same facts, and publish it
glotta = Vérifier qu’une documentation dit la même chose dans toutes ses langues, et la publier

# Glotta reads Markdown articles, each of which exists in many languages; checks that they state the same facts; and publishes them as HTML, Markdown and manual pages. Everything has a default: in a folder that holds `docs-src`, every command works without options.
glotta-long = Glotta lit des articles Markdown dont chacun existe dans plusieurs langues, vérifie qu’ils énoncent les mêmes faits et les publie en HTML, en Markdown et sous forme de pages de manuel. Tout a une valeur par défaut : dans un dossier qui contient `docs-src`, chaque commande fonctionne sans option.

# Read this configuration; its paths are relative to its folder [default: glotta.yml, here or beside --source]
glotta--config = Lire cette configuration ; ses chemins sont relatifs à son dossier [par défaut : glotta.yml, ici ou à côté de --source]

# Read the articles of this folder, which has a folder for each language
glotta--source = Lire les articles de ce dossier, qui contient un dossier par langue

# Hold all languages against this one, or against what most of them say
glotta--reference = Comparer toutes les langues à celle-ci, ou à ce que disent la plupart d’entre elles

# Report on (check), publish (build) or explain in this language only; may be repeated
glotta--locale = Ne signaler (check), ne publier (build) ou n’expliquer (explain) que dans cette langue ; peut être répétée

# Work with this many threads [default: one for each processor]
glotta--jobs = Travailler avec ce nombre de fils d’exécution [par défaut : un par processeur]

# Use colours
glotta--color = Utiliser des couleurs

# On a terminal, unless NO_COLOR is set
glotta--color--auto = Dans un terminal, sauf si NO_COLOR est définie

# In files and pipes, too
glotta--color--always = Aussi dans les fichiers et les tubes

# Not even on a terminal
glotta--color--never = Pas même dans un terminal

# Print findings only
glotta--quiet = N’afficher que les constats

# Print what was read and how much each rule examined
glotta--verbose = Afficher aussi ce qui a été lu et combien chaque règle a examiné

# Check the articles and publish them as HTML, Markdown and manual pages
glotta-build = Vérifier les articles et les publier en HTML, en Markdown et sous forme de pages de manuel

# If an article contains an error, nothing is published, and what was published before stays as it was.
glotta-build-long = Si un article contient une erreur, rien n’est publié, et ce qui l’était auparavant reste tel quel.

# Publish to this folder [default: `output` of the configuration, else public]
glotta-build--output = Publier dans ce dossier [par défaut : `output` de la configuration, sinon public]

# Make these kinds of page: html, markdown, man, catalogue
glotta-build--targets = Produire ces sortes de pages : html, markdown, man, catalogue

# Publish even if there are errors
glotta-build--keep-going = Publier même s’il y a des erreurs

# Let warnings stop the build as errors do
glotta-build--deny-warnings = Laisser les avertissements empêcher la publication comme le font les erreurs

# Publish without running the rules; what cannot be read is still an error
glotta-build--no-check = Publier sans appliquer les règles ; ce qui est illisible reste une erreur

# Publish into a folder that holds other files, none of which is removed
glotta-build--force = Publier dans un dossier qui contient d’autres fichiers, dont aucun n’est supprimé

# Remember in this folder what was done, so that the next build sees sooner what has changed; it can be removed at any time [default: `cache` of the configuration, else .glotta-cache beside it]
glotta-build--cache-dir = Retenir dans ce dossier ce qui a été fait, pour que la prochaine publication voie plus vite ce qui a changé ; il peut être supprimé à tout moment [par défaut : `cache` de la configuration, sinon .glotta-cache à côté d’elle]

# Remember nothing, and go by nothing that an earlier build remembered
glotta-build--no-cache = Ne rien retenir, et ne se fier à rien de ce qu’une publication précédente a retenu

# Publish share K of N only, so that N machines make all pages; `glotta join` puts them together
glotta-build--shard = Ne publier que la part K sur N, pour que N machines fassent ensemble toutes les pages ; `glotta join` les réunit

# Print how long each stage took
glotta-build--timings = Afficher la durée de chaque étape

# Put together what `glotta build --shard` has published on several machines
glotta-join = Réunir ce que `glotta build --shard` a publié sur plusieurs machines

# The output folder becomes what one build of the whole would have made, byte for byte. Nothing is changed unless every shard is there, undamaged, and made of the same sources.
glotta-join-long = Le dossier de sortie devient, octet pour octet, ce qu’une construction de l’ensemble aurait fait. Rien n’est modifié tant que toutes les parts ne sont pas là, intactes et faites des mêmes sources.

# The folders that the shards were published to, in any order
glotta-join--shards = Les dossiers où les parts ont été publiées, dans n’importe quel ordre

# Publish to this folder
glotta-join--output = Publier dans ce dossier

# Publish into a folder that holds other files, none of which is removed
glotta-join--force = Publier dans un dossier qui contient d’autres fichiers, dont aucun n’est supprimé

# Show the site in a browser while it is written: changes are there at once, and pages reload by themselves
glotta-serve = Montrer le site dans un navigateur pendant qu’on l’écrit : les changements y sont aussitôt et les pages se rechargent d’elles-mêmes

# Listen at this port instead of 8000 or the next free one; 0 takes any that is free
glotta-serve--port = Écouter sur ce port au lieu de 8000 ou du prochain port libre ; 0 en prend un libre quelconque

# Listen at this address instead of this machine's own: whoever can reach it can read the site
glotta-serve--host = Écouter à cette adresse au lieu de celle de la machine elle-même : quiconque l’atteint peut lire le site

# Open the site in the browser
glotta-serve--open = Ouvrir le site dans le navigateur

# Serve these kinds of page: html, markdown, man, catalogue
glotta-serve--targets = Servir ces sortes de pages : html, markdown, man, catalogue

# Show pages without running the rules; what cannot be read is told all the same
glotta-serve--no-check = Montrer les pages sans appliquer les règles ; ce qui est illisible est dit malgré tout

# Check that the articles agree in all languages
glotta-check = Vérifier que les articles concordent dans toutes les langues

# All articles are read, the languages of each are compared, and what departs is reported. Without --fix no file is written.
glotta-check-long = Tous les articles sont lus, les langues de chacun sont comparées et les écarts sont signalés. Sans --fix, aucun fichier n’est écrit.

# Print the findings in this form
glotta-check--format = Afficher les constats sous cette forme

# With the text that is meant, what to do, and a summary
glotta-check--format--human = Avec le texte concerné, ce qu’il faut faire et un résumé

# One line for each finding
glotta-check--format--concise = Une ligne par constat

# One JSON object
glotta-check--format--json = Un objet JSON

# SARIF 2.1.0, for code scanning and editors
glotta-check--format--sarif = SARIF 2.1.0, pour l’analyse de code et les éditeurs

# Annotations of GitHub Actions, behind the human form
glotta-check--format--github = Annotations de GitHub Actions, à la suite de la forme lisible

# Code quality of GitLab
glotta-check--format--gitlab = Qualité du code de GitLab

# JUnit XML: a suite for each article, a case for each language
glotta-check--format--junit = XML JUnit : une suite par article, un cas par langue

# Diagnostic format of reviewdog
glotta-check--format--rdjson = Format de diagnostic de reviewdog

# Print how many findings each rule has in each language, and how much it examined
glotta-check--statistics = Afficher combien de constats chaque règle a dans chaque langue, et combien elle a examiné

# Print the JSON Schema of --format json, and check nothing
glotta-check--json-schema = Afficher le schéma JSON de --format json, et ne rien vérifier

# Print the JSON Schema of --format json, and check nothing
glotta-status--json-schema = Afficher le schéma JSON de --format json, et ne rien vérifier

# List every web and mail address that pages lead to, one a line, for another tool to try; nothing is fetched, and nothing is checked. With --format json each has the places where it is written
glotta-check--external = Lister chaque adresse web ou de courriel vers laquelle mènent les pages, une par ligne, pour qu’un autre outil les essaie ; rien n’est téléchargé, rien n’est vérifié. Avec --format json, chacune est accompagnée des endroits où elle est écrite

# Run this rule and no other; may be repeated
glotta-check--only = N’appliquer que cette règle ; peut être répétée

# Do not run this rule; may be repeated
glotta-check--skip = Ne pas appliquer cette règle ; peut être répétée

# Leave out the findings that this file lists [default: `baseline` of the configuration, else none]
glotta-check--baseline = Omettre les constats que ce fichier énumère [par défaut : `baseline` de la configuration, sinon aucun]

# Leave out nothing, whatever the configuration says
glotta-check--no-baseline = Ne rien omettre, quoi que dise la configuration

# List all findings in the baseline, so that only newer ones are reported [default file: glotta-baseline.json]
glotta-check--write-baseline = Inscrire tous les constats dans l’état de référence, afin que seuls les nouveaux soient signalés [fichier par défaut : glotta-baseline.json]

# Remove from the baseline what is found no more
glotta-check--prune-baseline = Retirer de l’état de référence ce qu’on ne trouve plus

# End with exit code 1 for warnings, too
glotta-check--deny-warnings = Terminer avec le code 1 aussi en cas d’avertissement

# Mend what can be mended without a doubt, and report what remains
glotta-check--fix = Corriger ce qui peut l’être sans aucun doute, et signaler ce qui reste

# With --fix or --diff: mend also what is only probably right
glotta-check--unsafe = Avec --fix ou --diff : corriger aussi ce qui n’est que probablement juste

# Print what --fix would change, for `git apply` or `patch -p1`, and change nothing
glotta-check--diff = Afficher ce que --fix changerait, pour `git apply` ou `patch -p1`, et ne rien changer

# Report only what concerns lines that have changed since this revision of git; all is examined
glotta-check--changed-since = Ne signaler que ce qui concerne des lignes modifiées depuis cette révision de git ; tout est examiné

# Stay, and check again whenever a file changes
glotta-check--watch = Rester, et vérifier de nouveau à chaque changement d’un fichier

# Say how the articles stand in each language: current, stale, damaged or missing
glotta-status = Dire où en sont les articles dans chaque langue : à jour, périmés, endommagés ou manquants

# What it finds is no failure: if the site could be read, the exit code is 0.
glotta-status-long = Ce qui est trouvé n’est pas un échec : si le site a pu être lu, le code de sortie est 0.

# Print in this form
glotta-status--format = Afficher sous cette forme

# A table with bars, and the oldest debts
glotta-status--format--human = Un tableau avec des barres, et les retards les plus anciens

# One JSON object: that of status.json
glotta-status--format--json = Un objet JSON : celui de status.json

# List this many of the oldest debts
glotta-status--limit = Lister ce nombre des retards les plus anciens

# Say what a rule finds and what to do, or what the tables of the site say of a key or a name
glotta-explain = Dire ce que trouve une règle et que faire, ou ce que les tableaux du site disent d’une clé ou d’un nom

# A rule or fault that reports name, or a key or name of a table of the site, in any common spelling: 0x411, 411h, 1041, sail_torn
glotta-explain--name = Une règle ou une erreur que les rapports nomment, ou une clé ou un nom d’un tableau du site, dans toute graphie courante : 0x411, 411h, 1041, sail_torn

# Look into this catalogue and not into the sources: catalogue.json, the file of a language, or the folder that they were published to [default: GLOTTA_CATALOGUE, unless --source or --config names a project]
glotta-explain--catalogue = Chercher dans ce catalogue et non dans les sources : catalogue.json, le fichier d’une langue ou le dossier où ils ont été publiés [par défaut : GLOTTA_CATALOGUE, sauf si --source ou --config nomme un projet]

# Look into this table only
glotta-explain--table = Ne chercher que dans ce tableau

# Print in this form
glotta-explain--format = Afficher sous cette forme

# In the language of the answer, filled to the width of the terminal
glotta-explain--format--human = Dans la langue de la réponse, à la largeur du terminal

# One JSON object
glotta-explain--format--json = Un objet JSON

# Print the JSON Schema of --format json, and explain nothing
glotta-explain--json-schema = Afficher le schéma JSON de --format json, et ne rien expliquer

# Print the tables of the articles as data: JSON, CSV, or messages by id
glotta-export = Afficher les tableaux des articles sous forme de données : JSON, CSV ou messages par identifiant

# Print in this form
glotta-export--format = Afficher sous cette forme

# The catalogue, as the target of that name has it
glotta-export--format--json = Le catalogue, tel que le produit la cible du même nom

# A file for each language and table, for spreadsheets
glotta-export--format--csv = Un fichier par langue et par tableau, pour les tableurs

# A JSON object for each language: words by table, key and column
glotta-export--format--flat = Un objet JSON par langue : les mots par tableau, clé et colonne

# Read this built catalogue, or the one in this folder, instead of the articles
glotta-export--catalogue = Lire ce catalogue déjà produit, ou celui de ce dossier, au lieu des articles

# Take this table only, by its id or the last part of it; may be repeated
glotta-export--table = Ne prendre que ce tableau, par son identifiant ou la dernière partie de celui-ci ; peut être répété

# Write files into this folder, where other files stay [default: print, if there is one file only]
glotta-export--output = Écrire les fichiers dans ce dossier, où les autres fichiers restent [par défaut : afficher, s’il n’y a qu’un fichier]

# Write cells as Markdown; for csv and flat, which have the words alone
glotta-export--markdown = Écrire les cellules en Markdown ; pour csv et flat, qui n’ont sinon que les mots

# Leave words of csv as they are, even if a spreadsheet would calculate with them
glotta-export--raw = Laisser les mots de csv tels quels, même si un tableur s’en servait pour calculer

# Print the JSON Schema of catalogues, and read nothing
glotta-export--json-schema = Afficher le schéma JSON des catalogues, et ne rien lire

# Compare a table with a list of ids from a product's code, in every language
glotta-verify = Comparer un tableau à une liste d’identifiants issue du code d’un produit, dans chaque langue

# The ids: a text with one on a line, or JSON; - for standard input
glotta-verify--file = Les identifiants : un texte avec un par ligne, ou du JSON ; - pour l’entrée standard

# The table, by its id or the last part of it
glotta-verify--table = Le tableau, par son identifiant ou la dernière partie de celui-ci

# The column that holds the ids, by its name or label [default: that of the keys]
glotta-verify--column = La colonne des identifiants, par son nom ou son intitulé [par défaut : celle des clés]

# Where FILE holds objects: the field that holds the id
glotta-verify--field = Si FILE contient des objets : le champ qui contient l’identifiant

# Where FILE is one object: take its keys or its values [default: whichever are in the table]
glotta-verify--take = Si FILE est un seul objet : prendre ses clés ou ses valeurs [par défaut : celles qui sont dans le tableau]

# Let the table have ids that FILE lacks
glotta-verify--allow-extra = Permettre au tableau d’avoir des identifiants absents de FILE

# Leave this id out on both sides; a * stands for any letters; may be repeated
glotta-verify--ignore = Ignorer cet identifiant des deux côtés ; un * remplace n’importe quels caractères ; peut être répété

# Print in this form
glotta-verify--format = Afficher sous cette forme

# What one side lacks, a line for each id
glotta-verify--format--human = Ce qui manque à un côté, une ligne par identifiant

# One JSON object
glotta-verify--format--json = Un objet JSON

# Print the JSON Schema of --format json, and compare nothing
glotta-verify--json-schema = Afficher le schéma JSON de --format json, et ne rien comparer

# Print the script that lets a shell complete commands, options and their values
glotta-completions = Afficher le script qui permet à un shell de compléter les commandes, les options et leurs valeurs

# The script goes to standard output and is made for one shell; its descriptions are in the language of the environment.
glotta-completions-long = Le script va sur la sortie standard et vaut pour un seul shell ; ses descriptions sont dans la langue de l’environnement.

# The shell to make the script for
glotta-completions--shell = Le shell auquel le script est destiné

# Print a manual page of glotta, or write them all into a folder
glotta-manual = Afficher une page de manuel de glotta, ou les écrire toutes dans un dossier

# Without --output, one page is printed for `man -l -`. With it, the pages of all commands are written, in every language that there are words for, to where `man` looks for them.
glotta-manual-long = Sans --output, une page est affichée, pour `man -l -`. Avec elle, les pages de toutes les commandes sont écrites, dans chaque langue disponible, là où `man` les cherche.

# The command whose page to print; without one, that of glotta itself
glotta-manual--command = La commande dont la page est affichée ; sans elle, celle de glotta lui-même

# Write all pages into this folder, as packages put them into /usr/share/man
glotta-manual--output = Écrire toutes les pages dans ce dossier, comme les paquets les placent dans /usr/share/man

## Help

help-usage = Utilisation
help-commands = Commandes
help-arguments = Paramètres
help-options = Options
help-global-options = Options de toutes les commandes
# In capital letters: stands for any option.
help-any-options = OPTIONS
# In capital letters: stands for any command.
help-any-command = COMMANDE
# $value is what holds where the option is not given; stands in brackets.
help-default = par défaut : { $value }
# $value are values with commas between them; stands in brackets.
help-values = valeurs possibles : { $value }
# Stands above a list, before a colon.
help-value-list = Valeurs possibles
help-help = Afficher l’aide ; -h en affiche moins
help-version = Afficher la version
help-help-command = Afficher ceci, ou l’aide d’une commande

## Headings of manual pages

manual-synopsis = SYNOPSIS
manual-commands = COMMANDES
manual-arguments = PARAMÈTRES
manual-options = OPTIONS
manual-global-options = OPTIONS DE TOUTES LES COMMANDES
manual-exit-status = CODE DE RETOUR
manual-files = FICHIERS
manual-environment = ENVIRONNEMENT
manual-examples = EXEMPLES

## Exit status

exit-done = Tout va bien ; les avertissements sont admis, sauf avec --deny-warnings.
exit-faulty = La documentation contient des erreurs, ou --diff changerait quelque chose.
exit-failed = La ligne de commande ou la configuration est incorrecte, ou un fichier ne peut être lu ou écrit.

## Files

file-configuration = La configuration. Elle est facultative, comme chacune de ses clés.
file-source = Les articles, dans un dossier par langue.
file-output = Ce qui est publié.
file-baseline = Les constats que --write-baseline a inscrits et qui sont omis des rapports suivants.
file-templates = Modèles du site, dont chacun remplace un modèle intégré.
file-words = Mots du site, dont chacun remplace un mot intégré.

## Environment

variable-language = La langue de l’aide et des explications : la première de ces variables qui est définie.
variable-no-color = Si elle est définie, aucune couleur n’est utilisée, sauf si --color en demande.
variable-columns = La largeur du terminal.
variable-day = Le jour qui tient lieu d’aujourd’hui là où la configuration permet quelque chose jusqu’à une date, en secondes depuis 1970.

## Examples

example-check = Vérifier le site du dossier courant :
example-check-only = N’appliquer que deux règles :
example-check-fix = Corriger ce qui peut l’être, même si ce n’est que probablement juste :
example-check-changed = Annoter une pull request avec ce qu’elle a apporté :
example-build = Vérifier le site, puis le publier :
example-build-man = Ne publier que les pages de manuel en allemand :
example-status = Montrer où en sont les traductions, et les trois retards les plus anciens :
example-status-json = Donner la même chose à un autre programme :
example-explain = Expliquer une règle en suédois :
example-completions = Laisser bash compléter la ligne de commande :
example-manual = Lire la page de manuel d’une commande sans l’installer :
example-manual-output = Installer les pages de manuel pour soi :
