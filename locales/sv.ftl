# Orden som sidorna säger av sig själva. Alla kataloger innehåller samma meddelanden i samma ordning.

## Varje sida

# Titeln på en webbplats som inte har någon i sin konfiguration.
site-title = Dokumentation
skip-to-content = Hoppa till innehållet
language = Språk
on-this-page = På den här sidan
# The button goes from one to the next.
theme-system = Utseende: som systemet
theme-light = Utseende: ljust
theme-dark = Utseende: mörkt
copy = Kopiera
copied = Kopierat
# $date är utskrivet på det här språket.
updated = Uppdaterad { $date }
# $version är början av en hash.
source-version = Översatt från version { $version }
edit-page = Redigera sidan
# Namnger ett språks flöde; $title är webbplatsens titel.
feed = Nya och ändrade sidor i ”{ $title }”
# $title är en rubrik på sidan.
link-to-section = Länk till ”{ $title }”
# $key är en kod eller ett nummer, radens första cell.
link-to-row = Länk till rad { $key }
# Namnet på en kolumn som saknar namn; $number räknas från 1.
column = Kolumn { $number }
table = Tabell { $number }
# $key är en kod eller ett nummer, radens första cell.
copy-key = Kopiera { $key }
# Namnger fältet ovanför en lång tabell: bara rader som innehåller dess ord visas.
filter = Filtrera rader
# $shown är antalet rader som visas; $total är större än åtta.
filtered = { $shown } av { $total } rader
# Därefter följer, efter ett blanksteg, nycklarna till de rader som anger denna.
cited-by = Anges i
# $count är större än fem.
cited-by-rows = Anges i { $count } rader
# $label är namnet på en kolumn; innehållet följer efter ett blanksteg.
label = { $label }:
task-done = Klart
task-open = Att göra
footnotes = Fotnoter
# $number är fotnotens nummer.
footnote-reference = Fotnot { $number }
back-to-text = Tillbaka till hänvisning { $number }

## Vägar genom webbplatsen

navigation = Navigering
# Namnger vägen från startsidan till den här sidan.
path = Du är här
# Namnger länkarna till sidorna före och efter den här.
steps = Föregående och nästa sida
previous = Föregående
next = Nästa

## Sökning

search = Sök
# Dialogrutans namn.
search-dialog = Sök
# Står i det tomma fältet.
search-field = Ord, koder eller namn
# Rubrikerna för två träfflistor.
search-codes = Koder och namn
search-pages = Sidor
# Vad tangenter gör: pilar, Retur, Escape.
search-move = Flytta
search-open = Öppna
search-close = Stäng
search-count =
    { $count ->
        [0] Inga träffar
        [one] { $count } träff
       *[other] { $count } träffar
    }
search-failed = Fulltexten går inte att nå just nu. Koder och namn hittas ändå.
search-file = Sidan har öppnats från en fil: koder och namn hittas, men fulltextsökning kräver en webbserver.

## Vart länkarna på en landningssida leder

kind-architecture = Arkitektur
kind-concept = Begrepp
kind-deploy = Distribution
kind-download = Nedladdning
kind-get-started = Kom igång
kind-how-to-guide = Instruktion
kind-learn = Lär dig
kind-overview = Översikt
kind-quickstart = Snabbstart
kind-reference = Referens
kind-sample = Exempel
kind-training = Utbildning
kind-tutorial = Självstudie
kind-video = Video
kind-whats-new = Nyheter

## Rutor

note = Obs!
tip = Tips
important = Viktigt
warning = Varning
caution = Var försiktig

## Zoner, videor och bilder

zone = För { $pivots }
between-pivots = { ", " }
moniker = Versioner: { $range }
# Names a group of tabs, of which a reader chooses one.
tabs = Val
video = Video
picture-description = Beskrivning av bilden

## Startsidor

home = Startsida
articles = Artiklar
article-count =
    { $count ->
        [one] { $count } artikel
       *[other] { $count } artiklar
    }
# The rest of a group, folded.
more-articles =
    { $count ->
        [one] 1 artikel till
       *[other] { $count } artiklar till
    }
# $title är webbplatsens titel.
start-description = Alla artiklar i ”{ $title }” på det här språket.
choose-language = Välj språk
# $language är ett annat språks namn på det här språket; för två former av ett språk dess eget namn med regionen.
available-in = På { $language }

## En sida vars text är på ett annat språk

# $language är som ovan.
untranslated-text = Den här sidan är inte översatt. Texten är på { $language }.
untranslated-original = Originalsida
machine-translated = Den här texten är maskinöversatt och kan innehålla fel.
stale-text = Originalet har ändrats sedan den här översättningen gjordes.
# $version och $current är början av hashvärden.
stale-facts = Översättningen gjordes från version { $version }; originalet är nu version { $current }.

## En sida som inte finns

not-found = Sidan hittades inte
not-found-text = Det finns ingen sida på den här adressen. Den kan ha flyttats, eller så är adressen felstavad.
other-languages = Andra språk

## Hur det står till med artiklarna

status = Artiklarnas läge
# $language är ett språks namn.
status-in = Artiklarnas läge: { $language }
status-shared = Anmärkningar som inte hör till något enskilt språk
# $language är ett annat språks namn på detta språk; har ett språk två former, dess eget namn med regionen.
status-reference = Översättningarna jämförs med texten på { $language }.
status-consensus = Översättningarna jämförs med vad de flesta språk säger.
status-unchecked = Reglerna kördes inte när webbplatsen byggdes: ingen vet vad som är skadat.
status-data = Samma sak som data
coverage = Täckning
# $number är ett heltal.
per-cent = { $number } %
# De fem lägen som en artikel kan ha på ett språk, och vad de betyder.
state-current = Aktuell
state-stale = Inaktuell
state-damaged = Skadad
state-missing = Saknas
state-exempt = Väntas inte
state-current-text = gjord efter den nuvarande källan, eller så tyder inget på annat
state-stale-text = källan har ändrats sedan dess
state-damaged-text = har fel eller varningar
state-missing-text = finns inte men borde finnas
state-exempt-text = finns inte, och ingen väntar sig den
state-number = En siffra anger antalet fel och varningar; att något är inaktuellt eller saknas räknas inte.
severity-error = Fel
severity-warning = Varning
severity-info = Info
errors = Fel
warnings = Varningar
infos = Upplysningar
no-single-language = Inget enskilt språk
all-languages = Alla språk
debts = Äldsta eftersläpningarna först
debts-order = Ordnade efter den dag som varje text själv anger för sin senaste ändring; det som saknas efter originalets. Det som inte anger någon dag står sist. Det är inte filernas datum.
debts-none = Inget släpar efter.
debts-more =
    { $count ->
        [one] { $count } till finns på språkens sidor.
       *[other] { $count } till finns på språkens sidor.
    }
day-in-text = Dag enligt texten
no-day = Ingen
article = Artikel
state = Läge
every-article = Varje artikel på varje språk
only-debts = Visa bara det som släpar efter
owing-nothing =
    { $count ->
        [one] { $count } artikel som inte släpar efter är utelämnad här.
       *[other] { $count } artiklar som inte släpar efter är utelämnade här.
    }
info-count =
    { $count ->
        [one] { $count } upplysning
       *[other] { $count } upplysningar
    }
other-findings = Andra anmärkningar
other-files = Andra filer
nothing-found = Inget släpar efter, och inget hittades.

## Manualsidor

# Rubrikerna på svenska manualsidor.
manual-name = NAMN
manual-description = BESKRIVNING
manual-see-also = SE ÄVEN
manual-index = Manualsidorna för ”{ $site }”
manual-index-text = Det här är manualsidorna för ”{ $site }”. Skriv ”man”, siffran inom parentes och namnet för att läsa en av dem.
manual-section = Avsnitt { $number }
moved = Sidan har flyttats
moved-text = Den finns nu här:
