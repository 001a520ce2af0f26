# The words that pages say by themselves. All catalogues hold the same messages in the same order.

## Every page

# The title of a site that has none in its configuration.
site-title = Documentazione
skip-to-content = Vai al contenuto
language = Lingua
on-this-page = In questa pagina
# The button goes from one to the next.
theme-system = Aspetto: come il sistema
theme-light = Aspetto: chiaro
theme-dark = Aspetto: scuro
copy = Copia
copied = Copiato
# $date is written out in this language.
updated = Ultimo aggiornamento: { $date }
# $version is the beginning of a hash.
source-version = Tradotto dalla versione { $version }
edit-page = Modifica questa pagina
# Names the feed of a language; $title is the site's.
feed = Pagine nuove e modificate di «{ $title }»
# $title is a heading of the page.
link-to-section = Collegamento a «{ $title }»
# $key is a code or a number, the first cell of a row.
link-to-row = Collegamento alla riga { $key }
# The name of a column that has none; $number counts from 1.
column = Colonna { $number }
table = Tabella { $number }
# $key is a code or a number, the first cell of a row.
copy-key = Copia { $key }
# Names the box above a long table: only rows that hold its words are shown.
filter = Filtra le righe
# $shown is the number of rows that the box leaves; $total is greater than eight.
filtered = { $shown } di { $total } righe
# The keys of the rows that name this one follow after a blank.
cited-by = Citato da
# $count is greater than five.
cited-by-rows = Citato da { $count } righe
# $label is the name of a column; its content follows after a blank.
label = { $label }:
task-done = Fatto
task-open = Da fare
footnotes = Note
# $number is the footnote's.
footnote-reference = Nota { $number }
back-to-text = Torna al richiamo { $number }

## Ways through the site

navigation = Navigazione
# Names the path from the start page to this one.
path = Posizione attuale
# Names the links to the pages before and behind this one.
steps = Pagina precedente e pagina successiva
previous = Precedente
next = Successiva

## Search

search = Cerca
# The name of the dialogue.
search-dialog = Ricerca
# Stands in the empty field.
search-field = Parole, codici o nomi
# The headings of two lists of results.
search-codes = Codici e nomi
search-pages = Pagine
# What keys do: arrows, Enter, Escape.
search-move = Sposta
search-open = Apri
search-close = Chiudi
search-count =
    { $count ->
        [0] Nessun risultato
        [one] { $count } risultato
       *[other] { $count } risultati
    }
search-failed = Il testo completo non è raggiungibile in questo momento. Codici e nomi vengono trovati comunque.
search-file = Questa pagina è stata aperta da un file: codici e nomi vengono trovati, ma la ricerca nel testo completo richiede un server web.

## What the links of a landing page lead to

kind-architecture = Architettura
kind-concept = Concetto
kind-deploy = Distribuzione
kind-download = Download
kind-get-started = Per iniziare
kind-how-to-guide = Guida pratica
kind-learn = Apprendimento
kind-overview = Panoramica
kind-quickstart = Avvio rapido
kind-reference = Riferimento
kind-sample = Esempio
kind-training = Formazione
kind-tutorial = Esercitazione
kind-video = Video
kind-whats-new = Novità

## Alerts

note = Nota
tip = Suggerimento
important = Importante
warning = Avviso
caution = Attenzione

## Zones, videos and pictures

# $pivots are the names of what a reader can choose, such as operating systems.
zone = Per { $pivots }
# What stands between two of them.
between-pivots = { ", " }
# $range names versions, such as >=shop-2.0.
moniker = Versioni: { $range }
# Names a group of tabs, of which a reader chooses one.
tabs = Scelta
video = Video
picture-description = Descrizione dell’immagine

## Start pages

home = Pagina iniziale
articles = Articoli
article-count =
    { $count ->
        [one] { $count } articolo
       *[other] { $count } articoli
    }
# The rest of a group, folded.
more-articles =
    { $count ->
        [one] 1 altro articolo
       *[other] Altri { $count } articoli
    }
# $title is the site's.
start-description = Tutti gli articoli di «{ $title }» in questa lingua.
choose-language = Scegli una lingua
# $language is another language's name in this one; where a language has two forms, its own name with the region.
available-in = In { $language }

## A page whose text is in another language

# $language is as above.
untranslated-text = Questa pagina non è tradotta. Il testo è in { $language }.
untranslated-original = Pagina originale
machine-translated = Questo testo è stato tradotto automaticamente. Può contenere errori.
stale-text = L’originale è cambiato da quando è stata fatta questa traduzione.
# $version and $current are the beginnings of hashes.
stale-facts = La traduzione è stata fatta a partire dalla versione { $version }; la versione attuale dell’originale è { $current }.

## A page that is not there

not-found = Pagina non trovata
not-found-text = A questo indirizzo non c’è alcuna pagina. Potrebbe essere stata spostata, oppure l’indirizzo contiene un errore di battitura.
other-languages = Altre lingue

## How the articles stand

status = Stato degli articoli
# $language is a language's name.
status-in = Stato degli articoli: { $language }
status-shared = Segnalazioni che non riguardano una singola lingua
# $language is another language's name in this one; where a language has two forms, its own name with the region.
status-reference = Le traduzioni sono confrontate con il testo in { $language }.
status-consensus = Le traduzioni sono confrontate con ciò che dice la maggior parte delle lingue.
status-unchecked = Le regole non sono state eseguite durante la creazione di questo sito: non si sa che cosa sia danneggiato.
status-data = Lo stesso in forma di dati
coverage = Copertura
# $number is a whole number.
per-cent = { $number }%
# The five states of an article in a language, and what each of them means.
state-current = Aggiornato
state-stale = Non aggiornato
state-damaged = Danneggiato
state-missing = Mancante
state-exempt = Non previsto
state-current-text = è stato fatto a partire dal testo di origine attuale, o nulla indica il contrario
state-stale-text = il testo di origine è cambiato da allora
state-damaged-text = contiene errori o avvisi
state-missing-text = non c’è e dovrebbe esserci
state-exempt-text = non c’è e non è atteso
state-number = Il numero indica errori e avvisi; non comprende ciò che non è aggiornato o manca.
severity-error = Errore
severity-warning = Avviso
severity-info = Informazione
errors = Errori
warnings = Avvisi
infos = Informazioni
no-single-language = Nessuna lingua in particolare
all-languages = Tutte le lingue
debts = Arretrati, dal meno recente al più recente
debts-order = Ordinati in base al giorno che ogni testo indica come quello della sua ultima modifica; ciò che manca, in base a quello dell’originale. I testi che non indicano alcun giorno sono alla fine. Non sono date di file.
debts-none = Non ci sono arretrati.
debts-more =
    { $count ->
        [one] Nelle pagine delle lingue si trova { $count } altro arretrato.
       *[other] Nelle pagine delle lingue si trovano altri { $count } arretrati.
    }
day-in-text = Giorno secondo il testo
no-day = Nessuno
article = Articolo
state = Stato
every-article = Tutti gli articoli in tutte le lingue
only-debts = Mostra solo gli arretrati
owing-nothing =
    { $count ->
        [one] Qui è omesso { $count } articolo senza arretrati.
       *[other] Qui sono omessi { $count } articoli senza arretrati.
    }
info-count =
    { $count ->
        [one] { $count } informazione
       *[other] { $count } informazioni
    }
other-findings = Altre segnalazioni
other-files = Altri file
nothing-found = Non ci sono né arretrati né segnalazioni.

## Manual pages

# The headings of manual pages in this language's own manual; where it has none, the English ones.
manual-name = NOME
manual-description = DESCRIZIONE
manual-see-also = VEDERE ANCHE
manual-index = Le pagine di manuale di «{ $site }»
manual-index-text = Queste sono le pagine di manuale di «{ $site }». Per leggerne una, digitare «man», il numero tra parentesi e il nome.
manual-section = Sezione { $number }
moved = Questa pagina è stata spostata
moved-text = Ora si trova qui:
