# Les mots que les pages disent d’elles-mêmes. Tous les catalogues contiennent les mêmes messages dans le même ordre.

## Toutes les pages

# Le titre d’un site qui n’en a pas dans sa configuration.
site-title = Documentation
skip-to-content = Aller au contenu
language = Langue
on-this-page = Sur cette page
theme = Sombre ou clair
copy = Copier
copied = Copié
# $date est écrite en toutes lettres dans cette langue.
updated = Mise à jour : { $date }
# $title est un titre de la page.
link-to-section = Lien vers « { $title } »
# $key est un code ou un numéro, la première cellule d’une ligne.
link-to-row = Lien vers la ligne { $key }
# Le nom d’une colonne qui n’en a pas ; $number compte à partir de 1.
column = Colonne { $number }
table = Tableau { $number }
# $label est le nom d’une colonne ; son contenu suit après une espace.
label = { $label } :
task-done = Fait
task-open = À faire
footnotes = Notes
# $number est le numéro de la note.
footnote-reference = Note { $number }
back-to-text = Retour à l’appel { $number }

## Encadrés

note = Remarque
tip = Conseil
important = Important
warning = Avertissement
caution = Attention

## Pages d’accueil

home = Accueil
articles = Articles
article-count =
    { $count ->
        [one] { $count } article
       *[other] { $count } articles
    }
# $title est le titre du site.
start-description = Tous les articles de « { $title } » dans cette langue.
choose-language = Choisir une langue
# $language est le nom d’une autre langue dans cette langue même.
available-in = Uniquement en { $language }

## Une page qui n’existe pas

not-found = Page introuvable
not-found-text = Il n’y a pas de page à cette adresse. Elle a peut-être été déplacée, ou l’adresse contient une faute de frappe.

## Pages de manuel

# Les titres des pages de manuel françaises.
manual-name = NOM
manual-description = DESCRIPTION
manual-see-also = VOIR AUSSI
moved = Cette page a été déplacée
moved-text = Elle se trouve désormais ici :
