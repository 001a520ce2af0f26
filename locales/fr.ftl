# Les mots que les pages disent d’elles-mêmes. Tous les catalogues contiennent les mêmes messages dans le même ordre.

## Toutes les pages

# Le titre d’un site qui n’en a pas dans sa configuration.
site-title = Documentation
skip-to-content = Aller au contenu
language = Langue
on-this-page = Sur cette page
# The button goes from one to the next.
theme-system = Apparence : comme le système
theme-light = Apparence : claire
theme-dark = Apparence : sombre
copy = Copier
copied = Copié
# $date est écrite en toutes lettres dans cette langue.
updated = Mise à jour : { $date }
# $version est le début d’une empreinte.
source-version = Traduit de la version { $version }
edit-page = Modifier cette page
# Nomme le flux d’une langue ; $title est le titre du site.
feed = Pages nouvelles ou modifiées de « { $title } »
# $title est un titre de la page.
link-to-section = Lien vers « { $title } »
# $key est un code ou un numéro, la première cellule d’une ligne.
link-to-row = Lien vers la ligne { $key }
# Le nom d’une colonne qui n’en a pas ; $number compte à partir de 1.
column = Colonne { $number }
table = Tableau { $number }
# $key est un code ou un numéro, la première cellule d’une ligne.
copy-key = Copier { $key }
# Nomme le champ au-dessus d’un long tableau : seules restent les lignes qui contiennent ses mots.
filter = Filtrer les lignes
# $shown est le nombre de lignes qui restent ; $total est supérieur à huit.
filtered = { $shown } sur { $total } lignes
# Suivent, après une espace, les clés des lignes qui citent celle-ci.
cited-by = Cité par
# $count est supérieur à cinq.
cited-by-rows = Cité par { $count } lignes
# $label est le nom d’une colonne ; son contenu suit après une espace.
label = { $label } :
task-done = Fait
task-open = À faire
footnotes = Notes
# $number est le numéro de la note.
footnote-reference = Note { $number }
back-to-text = Retour à l’appel { $number }

## Chemins dans le site

navigation = Navigation
# Nomme le chemin de la page d’accueil à cette page.
path = Vous êtes ici
# Nomme les liens vers la page précédente et la page suivante.
steps = Page précédente et page suivante
previous = Précédent
next = Suivant

## Recherche

search = Rechercher
# Le nom de la boîte de dialogue.
search-dialog = Recherche
# Se trouve dans le champ vide.
search-field = Mots, codes ou noms
# Les titres de deux listes de résultats.
search-codes = Codes et noms
search-pages = Pages
# Ce que font les touches : flèches, Entrée, Échap.
search-move = Se déplacer
search-open = Ouvrir
search-close = Fermer
search-count =
    { $count ->
        [0] Aucun résultat
        [one] { $count } résultat
       *[other] { $count } résultats
    }
search-failed = Le texte intégral est inaccessible pour le moment. Les codes et les noms restent trouvables.
search-file = Cette page a été ouverte depuis un fichier : les codes et les noms sont trouvés, mais la recherche en texte intégral demande un serveur web.

## Où mènent les liens d’une page d’entrée

kind-architecture = Architecture
kind-concept = Concept
kind-deploy = Déploiement
kind-download = Téléchargement
kind-get-started = Prise en main
kind-how-to-guide = Guide pratique
kind-learn = Apprendre
kind-overview = Vue d’ensemble
kind-quickstart = Démarrage rapide
kind-reference = Référence
kind-sample = Exemple
kind-training = Formation
kind-tutorial = Tutoriel
kind-video = Vidéo
kind-whats-new = Nouveautés

## Encadrés

note = Remarque
tip = Conseil
important = Important
warning = Avertissement
caution = Attention

## Zones, vidéos et images

zone = Pour { $pivots }
between-pivots = { ", " }
moniker = Versions : { $range }
# Names a group of tabs, of which a reader chooses one.
tabs = Choix
video = Vidéo
picture-description = Description de l’image

## Pages d’accueil

home = Accueil
articles = Articles
article-count =
    { $count ->
        [one] { $count } article
       *[other] { $count } articles
    }
# The rest of a group, folded.
more-articles =
    { $count ->
        [one] { $count } autre article
       *[other] { $count } autres articles
    }
# $title est le titre du site.
start-description = Tous les articles de « { $title } » dans cette langue.
choose-language = Choisir une langue
# $language est le nom d’une autre langue dans celle-ci ; pour deux formes d’une langue, son propre nom avec la région.
available-in = En { $language }

## Une page dont le texte est dans une autre langue

# $language est comme ci-dessus.
untranslated-text = Cette page n’est pas traduite. Son texte est en { $language }.
untranslated-original = Page d’origine
machine-translated = Ce texte a été traduit automatiquement. Il peut contenir des erreurs.
stale-text = L’original a changé depuis cette traduction.
# $version et $current sont des débuts d’empreintes.
stale-facts = La traduction a été faite à partir de la version { $version } ; l’original en est à la version { $current }.

## Une page qui n’existe pas

not-found = Page introuvable
not-found-text = Il n’y a pas de page à cette adresse. Elle a peut-être été déplacée, ou l’adresse contient une faute de frappe.
other-languages = Autres langues

## Où en sont les articles

status = État des articles
# $language est le nom d’une langue.
status-in = État des articles : { $language }
status-shared = Constats qui ne relèvent d’aucune langue en particulier
# $language est le nom d’une autre langue dans celle-ci ; si une langue a deux formes, son propre nom avec la région.
status-reference = Les traductions sont comparées au texte de référence ({ $language }).
status-consensus = Les traductions sont comparées à ce que dit la majorité des langues.
status-unchecked = Les règles n’ont pas été exécutées lors de la création de ce site : on ignore ce qui est endommagé.
status-data = Les mêmes données en JSON
coverage = Couverture
# $number est un nombre entier.
per-cent = { $number } %
# Les cinq états d’un article dans une langue, et ce qu’ils signifient.
state-current = À jour
state-stale = Périmé
state-damaged = Endommagé
state-missing = Manquant
state-exempt = Non prévu
state-current-text = traduit d’après la source actuelle, ou rien n’indique le contraire
state-stale-text = la source a changé depuis
state-damaged-text = contient des erreurs ou des avertissements
state-missing-text = absent alors qu’il devrait exister
state-exempt-text = absent, et personne ne l’attend
state-number = Le nombre est celui des erreurs et des avertissements, sans compter ce qui est périmé ou manquant.
severity-error = Erreur
severity-warning = Avertissement
severity-info = Info
errors = Erreurs
warnings = Avertissements
infos = Infos
no-single-language = Aucune langue en particulier
all-languages = Toutes les langues
debts = Les retards, du plus ancien au plus récent
debts-order = Classés selon le jour que chaque texte indique lui-même comme celui de sa dernière modification ; ce qui manque, selon celui de l’original. Les textes sans date viennent en dernier. Ce ne sont pas des dates de fichiers.
debts-none = Aucun retard.
debts-more =
    { $count ->
        [one] { $count } autre figure sur les pages des langues.
       *[other] { $count } autres figurent sur les pages des langues.
    }
day-in-text = Jour selon le texte
no-day = Aucun
article = Article
state = État
every-article = Chaque article dans chaque langue
only-debts = Afficher seulement les retards
owing-nothing =
    { $count ->
        [one] { $count } article sans retard est omis ici.
       *[other] { $count } articles sans retard sont omis ici.
    }
info-count =
    { $count ->
        [one] { $count } info
       *[other] { $count } infos
    }
other-findings = Autres constats
other-files = Autres fichiers
nothing-found = Aucun retard, aucun constat.

## Pages de manuel

# Les titres des pages de manuel françaises.
manual-name = NOM
manual-description = DESCRIPTION
manual-see-also = VOIR AUSSI
manual-index = Les pages de manuel de « { $site } »
manual-index-text = Voici les pages de manuel de « { $site } ». Pour en lire une, tapez « man », puis le nombre entre parenthèses et le nom.
manual-section = Section { $number }
moved = Cette page a été déplacée
moved-text = Elle se trouve désormais ici :
