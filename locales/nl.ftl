# De woorden die pagina's uit zichzelf zeggen. Alle catalogi bevatten dezelfde berichten in dezelfde volgorde.

## Elke pagina

# De titel van een site die er in de configuratie geen heeft.
site-title = Documentatie
skip-to-content = Naar de inhoud
language = Taal
on-this-page = Op deze pagina
# The button goes from one to the next.
theme-system = Weergave: zoals het systeem
theme-light = Weergave: licht
theme-dark = Weergave: donker
copy = Kopiëren
copied = Gekopieerd
# $date is in deze taal uitgeschreven.
updated = Bijgewerkt op { $date }
# $version is het begin van een hash.
source-version = Vertaald uit versie { $version }
edit-page = Deze pagina bewerken
# Benoemt de feed van een taal; $title is de titel van de site.
feed = Nieuwe en gewijzigde pagina’s van ‘{ $title }’
# $title is een kop van de pagina.
link-to-section = Koppeling naar ‘{ $title }’
# $key is een code of een nummer, de eerste cel van een rij.
link-to-row = Koppeling naar rij { $key }
# De naam van een kolom zonder naam; $number telt vanaf 1.
column = Kolom { $number }
table = Tabel { $number }
# $key is een code of een nummer, de eerste cel van een rij.
copy-key = { $key } kopiëren
# Staat bij het veld boven een lange tabel: alleen rijen die de woorden bevatten blijven staan.
filter = Rijen filteren
# $shown is het aantal rijen dat blijft staan; $total is groter dan acht.
filtered = { $shown } van { $total } rijen
# Daarachter volgen na een spatie de sleutels van de rijen die deze noemen.
cited-by = Genoemd bij
# $count is groter dan vijf.
cited-by-rows = Genoemd in { $count } rijen
# $label is de naam van een kolom; de inhoud volgt na een spatie.
label = { $label }:
task-done = Klaar
task-open = Te doen
footnotes = Voetnoten
# $number is het nummer van de voetnoot.
footnote-reference = Voetnoot { $number }
back-to-text = Terug naar verwijzing { $number }

## Wegen door de site

navigation = Navigatie
# Benoemt het pad van de startpagina naar deze pagina.
path = U bent hier
# Benoemt de koppelingen naar de pagina’s voor en na deze.
steps = Vorige en volgende pagina
previous = Vorige
next = Volgende

## Zoeken

search = Zoeken
# De naam van het dialoogvenster.
search-dialog = Zoeken
# Staat in het lege veld.
search-field = Woorden, codes of namen
# De koppen van twee lijsten met resultaten.
search-codes = Codes en namen
search-pages = Pagina’s
# Wat toetsen doen: pijlen, Enter, Escape.
search-move = Verplaatsen
search-open = Openen
search-close = Sluiten
search-count =
    { $count ->
        [0] Geen resultaten
        [one] { $count } resultaat
       *[other] { $count } resultaten
    }
search-failed = De volledige tekst is nu niet bereikbaar. Codes en namen worden wel gevonden.
search-file = Deze pagina is vanuit een bestand geopend: codes en namen worden gevonden, de volledige tekst pas als een webserver de pagina aanbiedt.

## Waarheen de koppelingen van een landingspagina leiden

kind-architecture = Architectuur
kind-concept = Concept
kind-deploy = Implementatie
kind-download = Download
kind-get-started = Aan de slag
kind-how-to-guide = Handleiding
kind-learn = Leren
kind-overview = Overzicht
kind-quickstart = Snelstart
kind-reference = Naslag
kind-sample = Voorbeeld
kind-training = Training
kind-tutorial = Zelfstudie
kind-video = Video
kind-whats-new = Nieuw

## Meldingen

note = Opmerking
tip = Tip
important = Belangrijk
warning = Waarschuwing
caution = Let op

## Zones, video's en afbeeldingen

zone = Voor { $pivots }
between-pivots = { ", " }
moniker = Versies: { $range }
# Names a group of tabs, of which a reader chooses one.
tabs = Keuze
video = Video
picture-description = Beschrijving van de afbeelding

## Startpagina's

home = Startpagina
articles = Artikelen
article-count =
    { $count ->
        [one] { $count } artikel
       *[other] { $count } artikelen
    }
# The rest of a group, folded.
more-articles =
    { $count ->
        [one] Nog 1 artikel
       *[other] Nog { $count } artikelen
    }
# $title is de titel van de site.
start-description = Alle artikelen van ‘{ $title }’ in deze taal.
choose-language = Kies een taal
# $language is de naam van een andere taal in deze; bij twee vormen van een taal haar eigen naam met de regio.
available-in = In het { $language }

## Een pagina waarvan de tekst in een andere taal is

# $language is als hierboven.
untranslated-text = Deze pagina is niet vertaald. De tekst is in het { $language }.
untranslated-original = Oorspronkelijke pagina
machine-translated = Deze tekst is automatisch vertaald en kan fouten bevatten.
stale-text = Het origineel is gewijzigd sinds deze vertaling is gemaakt.
# $version en $current zijn het begin van hashes.
stale-facts = De vertaling is gemaakt van versie { $version }; het origineel is nu versie { $current }.

## Een pagina die er niet is

not-found = Pagina niet gevonden
not-found-text = Op dit adres staat geen pagina. Misschien is ze verplaatst, of staat er een tikfout in het adres.
other-languages = Andere talen

## Hoe de artikelen ervoor staan

status = Stand van de artikelen
# $language is de naam van een taal.
status-in = Stand van de artikelen: { $language }
status-shared = Bevindingen die bij geen afzonderlijke taal horen
# $language is de naam van een andere taal in deze; heeft een taal twee vormen, dan haar eigen naam met de regio.
status-reference = Vertalingen worden vergeleken met de tekst in het { $language }.
status-consensus = Vertalingen worden vergeleken met wat de meeste talen zeggen.
status-unchecked = Bij het maken van deze site zijn de regels niet uitgevoerd: niemand weet wat er beschadigd is.
status-data = Hetzelfde als gegevens
coverage = Dekking
# $number is een geheel getal.
per-cent = { $number }%
# De vijf toestanden van een artikel in een taal, en wat ze betekenen.
state-current = Actueel
state-stale = Verouderd
state-damaged = Beschadigd
state-missing = Ontbreekt
state-exempt = Niet verwacht
state-current-text = gemaakt van de huidige bron, of niets wijst op het tegendeel
state-stale-text = de bron is sindsdien gewijzigd
state-damaged-text = bevat fouten of waarschuwingen
state-missing-text = is er niet en zou er moeten zijn
state-exempt-text = is er niet en wordt niet verwacht
state-number = Een getal telt fouten en waarschuwingen; dat iets verouderd is of ontbreekt, telt niet mee.
severity-error = Fout
severity-warning = Waarschuwing
severity-info = Info
errors = Fouten
warnings = Waarschuwingen
infos = Infomeldingen
no-single-language = Geen afzonderlijke taal
all-languages = Alle talen
debts = Oudste achterstanden eerst
debts-order = Gesorteerd op de dag die elke tekst zelf noemt als die van de laatste wijziging; wat ontbreekt, op die van het origineel. Wat geen dag noemt, staat achteraan. Het zijn geen datums van bestanden.
debts-none = Er zijn geen achterstanden.
debts-more =
    { $count ->
        [one] Er staat er nog { $count } op de pagina’s van de talen.
       *[other] Er staan er nog { $count } op de pagina’s van de talen.
    }
day-in-text = Dag volgens de tekst
no-day = Geen
article = Artikel
state = Toestand
every-article = Elk artikel in elke taal
only-debts = Alleen achterstanden tonen
owing-nothing =
    { $count ->
        [one] { $count } artikel zonder achterstand is hier weggelaten.
       *[other] { $count } artikelen zonder achterstand zijn hier weggelaten.
    }
info-count =
    { $count ->
        [one] { $count } infomelding
       *[other] { $count } infomeldingen
    }
other-findings = Andere bevindingen
other-files = Andere bestanden
nothing-found = Er zijn geen achterstanden en geen bevindingen.

## Handleidingpagina's

# De koppen van Nederlandse handleidingpagina's.
manual-name = NAAM
manual-description = BESCHRIJVING
manual-see-also = ZIE OOK
manual-index = De handleidingpagina’s van ‘{ $site }’
manual-index-text = Dit zijn de handleidingpagina’s van ‘{ $site }’. Typ ‘man’, het getal tussen haakjes en de naam om er een te lezen.
manual-section = Sectie { $number }
moved = Deze pagina is verplaatst
moved-text = Ze staat nu hier:
