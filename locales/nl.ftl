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
# $title is een kop van de pagina.
link-to-section = Koppeling naar ‘{ $title }’
# $key is een code of een nummer, de eerste cel van een rij.
link-to-row = Koppeling naar rij { $key }
# De naam van een kolom zonder naam; $number telt vanaf 1.
column = Kolom { $number }
table = Tabel { $number }
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

## Een pagina die er niet is

not-found = Pagina niet gevonden
not-found-text = Op dit adres staat geen pagina. Misschien is ze verplaatst, of staat er een tikfout in het adres.

## Handleidingpagina's

# De koppen van Nederlandse handleidingpagina's.
manual-name = NAAM
manual-description = BESCHRIJVING
manual-see-also = ZIE OOK
moved = Deze pagina is verplaatst
moved-text = Ze staat nu hier:
