# The words that pages say by themselves. All catalogues hold the same messages in the same order.

## Every page

# The title of a site that has none in its configuration.
site-title = Dokumentacja
skip-to-content = Przejdź do treści
language = Język
on-this-page = Na tej stronie
# The button goes from one to the next.
theme-system = Wygląd: zgodny z systemem
theme-light = Wygląd: jasny
theme-dark = Wygląd: ciemny
copy = Kopiuj
copied = Skopiowano
# $date is written out in this language.
updated = Ostatnia aktualizacja: { $date }
# $version is the beginning of a hash.
source-version = Przetłumaczono z wersji { $version }
edit-page = Edytuj tę stronę
# Names the feed of a language; $title is the site's.
feed = Nowe i zmienione strony: „{ $title }”
# $title is a heading of the page.
link-to-section = Odnośnik do „{ $title }”
# $key is a code or a number, the first cell of a row.
link-to-row = Odnośnik do wiersza { $key }
# The name of a column that has none; $number counts from 1.
column = Kolumna { $number }
table = Tabela { $number }
# $key is a code or a number, the first cell of a row.
copy-key = Kopiuj { $key }
# Names the box above a long table: only rows that hold its words are shown.
filter = Filtruj wiersze
# $shown is the number of rows that the box leaves; $total is greater than eight.
filtered = { $shown } z { $total } wierszy
# The keys of the rows that name this one follow after a blank.
cited-by = Wymienione w
# $count is greater than five.
cited-by-rows = Wymienione w { $count } wierszach
# $label is the name of a column; its content follows after a blank.
label = { $label }:
task-done = Zrobione
task-open = Do zrobienia
footnotes = Przypisy
# $number is the footnote's.
footnote-reference = Przypis { $number }
back-to-text = Powrót do odsyłacza { $number }

## Ways through the site

navigation = Nawigacja
# Names the path from the start page to this one.
path = Bieżące położenie
# Names the links to the pages before and behind this one.
steps = Poprzednia i następna strona
previous = Poprzednia
next = Następna

## Search

search = Szukaj
# The name of the dialogue.
search-dialog = Wyszukiwanie
# Stands in the empty field.
search-field = Słowa, kody lub nazwy
# The headings of two lists of results.
search-codes = Kody i nazwy
search-pages = Strony
# What keys do: arrows, Enter, Escape.
search-move = Przejdź
search-open = Otwórz
search-close = Zamknij
search-count =
    { $count ->
        [0] Brak wyników
        [one] { $count } wynik
        [few] { $count } wyniki
        [many] { $count } wyników
       *[other] { $count } wyniku
    }
search-failed = Pełny tekst jest teraz niedostępny. Kody i nazwy nadal można znaleźć.
search-file = Ta strona została otwarta z pliku: można znaleźć kody i nazwy, ale wyszukiwanie pełnotekstowe wymaga serwera WWW.

## What the links of a landing page lead to

kind-architecture = Architektura
kind-concept = Pojęcia
kind-deploy = Wdrażanie
kind-download = Pobieranie
kind-get-started = Pierwsze kroki
kind-how-to-guide = Poradnik
kind-learn = Nauka
kind-overview = Omówienie
kind-quickstart = Szybki start
kind-reference = Dokumentacja referencyjna
kind-sample = Przykład
kind-training = Szkolenie
kind-tutorial = Samouczek
kind-video = Wideo
kind-whats-new = Co nowego

## Alerts

note = Uwaga
tip = Wskazówka
important = Ważne
warning = Ostrzeżenie
caution = Przestroga

## Zones, videos and pictures

# $pivots are the names of what a reader can choose, such as operating systems.
zone = Dotyczy: { $pivots }
# What stands between two of them.
between-pivots = { ", " }
# $range names versions, such as >=shop-2.0.
moniker = Wersje: { $range }
# Names a group of tabs, of which a reader chooses one.
tabs = Wybór
video = Wideo
picture-description = Opis obrazu

## Start pages

home = Strona główna
articles = Artykuły
article-count =
    { $count ->
        [one] { $count } artykuł
        [few] { $count } artykuły
        [many] { $count } artykułów
       *[other] { $count } artykułu
    }
# The rest of a group, folded.
more-articles =
    { $count ->
        [one] Jeszcze { $count } artykuł
        [few] Jeszcze { $count } artykuły
        [many] Jeszcze { $count } artykułów
       *[other] Jeszcze { $count } artykułu
    }
# $title is the site's.
start-description = Wszystkie artykuły „{ $title }” w tym języku.
choose-language = Wybierz język
# $language is another language's name in this one; where a language has two forms, its own name with the region.
available-in = Język: { $language }

## A page whose text is in another language

# $language is as above.
untranslated-text = Ta strona nie została przetłumaczona. Język tekstu: { $language }.
untranslated-original = Strona oryginalna
machine-translated = Ten tekst został przetłumaczony maszynowo. Może zawierać błędy.
stale-text = Oryginał zmienił się od czasu powstania tego tłumaczenia.
# $version and $current are the beginnings of hashes.
stale-facts = Tłumaczenie powstało na podstawie wersji { $version }; bieżąca wersja oryginału to { $current }.

## A page that is not there

not-found = Nie znaleziono strony
not-found-text = Pod tym adresem nie ma żadnej strony. Być może została przeniesiona albo adres zawiera literówkę.
other-languages = Inne języki

## How the articles stand

status = Stan artykułów
# $language is a language's name.
status-in = Stan artykułów: { $language }
status-shared = Problemy, które nie dotyczą jednego języka
# $language is another language's name in this one; where a language has two forms, its own name with the region.
status-reference = Tłumaczenia są porównywane z tekstem wzorcowym (język: { $language }).
status-consensus = Tłumaczenia są porównywane z tym, co mówi większość języków.
status-unchecked = Podczas tworzenia tej witryny nie uruchomiono reguł: nie wiadomo, co jest uszkodzone.
status-data = To samo w postaci danych
coverage = Pokrycie
# $number is a whole number.
per-cent = { $number }%
# The five states of an article in a language, and what each of them means.
state-current = Aktualny
state-stale = Nieaktualny
state-damaged = Uszkodzony
state-missing = Brakujący
state-exempt = Niewymagany
state-current-text = powstał na podstawie bieżącego tekstu źródłowego albo nic nie wskazuje, że jest inaczej
state-stale-text = tekst źródłowy zmienił się od czasu jego powstania
state-damaged-text = zawiera błędy lub ostrzeżenia
state-missing-text = nie ma go, a powinien być
state-exempt-text = nie ma go i nie jest oczekiwany
state-number = Liczba obejmuje błędy i ostrzeżenia; nie wlicza się do niej tego, co nieaktualne lub brakujące.
severity-error = Błąd
severity-warning = Ostrzeżenie
severity-info = Informacja
errors = Błędy
warnings = Ostrzeżenia
infos = Informacje
no-single-language = Żaden pojedynczy język
all-languages = Wszystkie języki
debts = Zaległości od najstarszych
debts-order = W kolejności dni, które same teksty podają jako dzień swojej ostatniej zmiany; brakujące artykuły według dnia oryginału. Teksty, które nie podają żadnego dnia, znajdują się na końcu. Nie są to daty plików.
debts-none = Nie ma zaległości.
debts-more =
    { $count ->
        [one] Jeszcze { $count } zaległość znajduje się na stronach języków.
        [few] Jeszcze { $count } zaległości znajdują się na stronach języków.
        [many] Jeszcze { $count } zaległości znajduje się na stronach języków.
       *[other] Jeszcze { $count } zaległości znajduje się na stronach języków.
    }
day-in-text = Dzień według tekstu
no-day = Brak
article = Artykuł
state = Stan
every-article = Wszystkie artykuły we wszystkich językach
only-debts = Pokaż tylko zaległości
owing-nothing =
    { $count ->
        [one] Pominięto tu { $count } artykuł bez zaległości.
        [few] Pominięto tu { $count } artykuły bez zaległości.
        [many] Pominięto tu { $count } artykułów bez zaległości.
       *[other] Pominięto tu { $count } artykułu bez zaległości.
    }
info-count =
    { $count ->
        [one] { $count } informacja
        [few] { $count } informacje
        [many] { $count } informacji
       *[other] { $count } informacji
    }
other-findings = Inne problemy
other-files = Inne pliki
nothing-found = Nie ma zaległości i nie znaleziono problemów.

## Manual pages

# The headings of manual pages in this language's own manual; where it has none, the English ones.
manual-name = NAZWA
manual-description = OPIS
manual-see-also = ZOBACZ TAKŻE
manual-index = Strony podręcznika „{ $site }”
manual-index-text = Oto strony podręcznika „{ $site }”. Aby przeczytać jedną z nich, wpisz „man”, liczbę w nawiasie i nazwę.
manual-section = Sekcja { $number }
moved = Ta strona została przeniesiona
moved-text = Znajduje się teraz tutaj:
