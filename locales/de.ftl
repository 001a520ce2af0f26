# Die Wörter, die Seiten von sich aus sagen. Alle Kataloge enthalten dieselben Nachrichten in derselben Reihenfolge.

## Jede Seite

# Der Titel einer Website, für die in der Konfiguration keiner angegeben ist.
site-title = Dokumentation
skip-to-content = Zum Inhalt springen
language = Sprache
on-this-page = Auf dieser Seite
# The button goes from one to the next.
theme-system = Darstellung: wie das System
theme-light = Darstellung: hell
theme-dark = Darstellung: dunkel
copy = Kopieren
copied = Kopiert
# $date ist in dieser Sprache ausgeschrieben.
updated = Stand: { $date }
# $title ist eine Überschrift der Seite.
link-to-section = Link zu „{ $title }“
# $key ist ein Code oder eine Nummer, die erste Zelle einer Zeile.
link-to-row = Link zur Zeile { $key }
# Der Name einer Spalte, die keinen hat; $number zählt ab 1.
column = Spalte { $number }
table = Tabelle { $number }
# $label ist der Name einer Spalte; ihr Inhalt folgt nach einem Leerzeichen.
label = { $label }:
task-done = Erledigt
task-open = Offen
footnotes = Fußnoten
# $number ist die Nummer der Fußnote.
footnote-reference = Fußnote { $number }
back-to-text = Zurück zum Verweis { $number }

## Wege durch die Website

navigation = Navigation
# Benennt den Weg von der Startseite zu dieser Seite.
path = Sie sind hier
# Benennt die Links zu den Seiten vor und hinter dieser.
steps = Vorherige und nächste Seite
previous = Zurück
next = Weiter

## Wohin die Links einer Zielseite führen

kind-architecture = Architektur
kind-concept = Konzept
kind-deploy = Bereitstellung
kind-download = Download
kind-get-started = Erste Schritte
kind-how-to-guide = Anleitung
kind-learn = Lernen
kind-overview = Übersicht
kind-quickstart = Schnellstart
kind-reference = Referenz
kind-sample = Beispiel
kind-training = Schulung
kind-tutorial = Tutorial
kind-video = Video
kind-whats-new = Neuerungen

## Hinweise

note = Hinweis
tip = Tipp
important = Wichtig
warning = Warnung
caution = Vorsicht

## Zonen, Videos und Bilder

zone = Für { $pivots }
between-pivots = { ", " }
moniker = Versionen: { $range }
# Names a group of tabs, of which a reader chooses one.
tabs = Auswahl
video = Video
picture-description = Beschreibung des Bildes

## Startseiten

home = Startseite
articles = Artikel
article-count =
    { $count ->
        [one] { $count } Artikel
       *[other] { $count } Artikel
    }
# The rest of a group, folded.
more-articles =
    { $count ->
        [one] 1 weiterer Artikel
       *[other] { $count } weitere Artikel
    }
# $title ist der Titel der Website.
start-description = Alle Artikel aus „{ $title }“ in dieser Sprache.
choose-language = Sprache wählen
# $language ist der Name einer anderen Sprache in dieser; bei zwei Formen einer Sprache ihr eigener Name mit der Region.
available-in = Auf { $language }

## Eine Seite, deren Text in einer anderen Sprache ist

# $language ist wie oben.
untranslated-text = Diese Seite ist nicht übersetzt. Ihr Text ist auf { $language }.
untranslated-original = Originalseite

## Eine Seite, die es nicht gibt

not-found = Seite nicht gefunden
not-found-text = Unter dieser Adresse gibt es keine Seite. Vielleicht wurde sie verschoben, oder die Adresse enthält einen Tippfehler.

## Handbuchseiten

# Die Überschriften deutscher Handbuchseiten.
manual-name = BEZEICHNUNG
manual-description = BESCHREIBUNG
manual-see-also = SIEHE AUCH
moved = Diese Seite ist umgezogen
moved-text = Sie steht jetzt hier:
