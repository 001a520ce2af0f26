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
# $version ist der Anfang eines Hashwerts.
source-version = Übersetzt aus Version { $version }
edit-page = Diese Seite bearbeiten
# Benennt den Feed einer Sprache; $title ist der Titel der Website.
feed = Neue und geänderte Seiten aus „{ $title }“
# $title ist eine Überschrift der Seite.
link-to-section = Link zu „{ $title }“
# $key ist ein Code oder eine Nummer, die erste Zelle einer Zeile.
link-to-row = Link zur Zeile { $key }
# Der Name einer Spalte, die keinen hat; $number zählt ab 1.
column = Spalte { $number }
table = Tabelle { $number }
# $key ist ein Code oder eine Nummer, die erste Zelle einer Zeile.
copy-key = { $key } kopieren
# Steht an dem Feld über einer langen Tabelle: Nur Zeilen, die dessen Wörter enthalten, bleiben stehen.
filter = Zeilen filtern
# $shown ist die Zahl der Zeilen, die stehen bleiben; $total ist größer als acht.
filtered = { $shown } von { $total } Zeilen
# Dahinter stehen nach einem Leerzeichen die Schlüssel der Zeilen, die diese nennen.
cited-by = Genannt bei
# $count ist größer als fünf.
cited-by-rows = In { $count } Zeilen genannt
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

## Suche

search = Suchen
# Der Name des Dialogs.
search-dialog = Suche
# Steht im leeren Feld.
search-field = Wörter, Codes oder Namen
# Die Überschriften zweier Trefferlisten.
search-codes = Codes und Namen
search-pages = Seiten
# Was Tasten tun: Pfeile, Eingabe, Escape.
search-move = Bewegen
search-open = Öffnen
search-close = Schließen
search-count =
    { $count ->
        [0] Keine Treffer
        [one] { $count } Treffer
       *[other] { $count } Treffer
    }
search-failed = Der Volltext ist gerade nicht erreichbar. Codes und Namen werden trotzdem gefunden.
search-file = Diese Seite wurde aus einer Datei geöffnet: Codes und Namen werden gefunden, der Volltext erst, wenn ein Webserver sie bereitstellt.

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
machine-translated = Dieser Text wurde maschinell übersetzt. Er kann Fehler enthalten.
stale-text = Das Original wurde geändert, seit diese Übersetzung entstanden ist.
# $version und $current sind Anfänge von Hashwerten.
stale-facts = Übersetzt wurde Version { $version }, das Original ist inzwischen Version { $current }.

## Eine Seite, die es nicht gibt

not-found = Seite nicht gefunden
not-found-text = Unter dieser Adresse gibt es keine Seite. Vielleicht wurde sie verschoben, oder die Adresse enthält einen Tippfehler.
other-languages = Andere Sprachen

## Wie es um die Artikel steht

status = Stand der Artikel
# $language ist der Name einer Sprache.
status-in = Stand der Artikel: { $language }
status-shared = Befunde, die zu keiner einzelnen Sprache gehören
# $language ist der Name einer anderen Sprache in dieser; bei zwei Formen einer Sprache ihr eigener Name mit der Region.
status-reference = Maßstab für alle Übersetzungen ist der Text auf { $language }.
status-consensus = Maßstab ist, was die meisten Sprachen sagen.
status-unchecked = Beim Bau dieser Website liefen keine Regeln: Niemand weiß, was beschädigt ist.
status-data = Dasselbe als Daten
coverage = Abdeckung
# $number ist eine ganze Zahl.
per-cent = { $number } %
# Die fünf Zustände eines Artikels in einer Sprache, und was sie bedeuten.
state-current = Aktuell
state-stale = Veraltet
state-damaged = Beschädigt
state-missing = Fehlt
state-exempt = Nicht vorgesehen
state-current-text = nach der jetzigen Quelle übersetzt, oder nichts spricht dagegen
state-stale-text = die Quelle hat sich seither geändert
state-damaged-text = enthält Fehler oder Warnungen
state-missing-text = ist nicht da und sollte es sein
state-exempt-text = ist nicht da und wird nicht erwartet
state-number = Eine Zahl zählt Fehler und Warnungen; dass etwas veraltet ist oder fehlt, zählt nicht mit.
severity-error = Fehler
severity-warning = Warnung
severity-info = Info
errors = Fehler
warnings = Warnungen
infos = Infos
no-single-language = Keine einzelne Sprache
all-languages = Alle Sprachen
debts = Älteste Rückstände zuerst
debts-order = Geordnet nach dem Tag, den jeder Text selbst als den seiner letzten Änderung nennt; was fehlt, nach dem des Originals. Was keinen Tag nennt, steht am Ende. Es sind keine Daten von Dateien.
debts-none = Es gibt keine Rückstände.
debts-more =
    { $count ->
        [one] { $count } weiterer steht auf den Seiten der Sprachen.
       *[other] { $count } weitere stehen auf den Seiten der Sprachen.
    }
day-in-text = Tag laut Text
no-day = Keiner
article = Artikel
state = Zustand
every-article = Jeder Artikel in jeder Sprache
only-debts = Nur Rückstände zeigen
owing-nothing =
    { $count ->
        [one] { $count } Artikel ohne Rückstand ist hier ausgelassen.
       *[other] { $count } Artikel ohne Rückstand sind hier ausgelassen.
    }
info-count =
    { $count ->
        [one] { $count } Info
       *[other] { $count } Infos
    }
other-findings = Andere Befunde
other-files = Andere Dateien
nothing-found = Es gibt keine Rückstände und keine Befunde.

## Handbuchseiten

# Die Überschriften deutscher Handbuchseiten.
manual-name = BEZEICHNUNG
manual-description = BESCHREIBUNG
manual-see-also = SIEHE AUCH
manual-index = Die Handbuchseiten von „{ $site }“
manual-index-text = Dies sind die Handbuchseiten von „{ $site }“. Mit „man“, der Zahl in Klammern und dem Namen rufen Sie eine davon auf.
manual-section = Abschnitt { $number }
moved = Diese Seite ist umgezogen
moved-text = Sie steht jetzt hier:
