# The words that pages say by themselves. All catalogues hold the same messages in the same order.

## Every page

# The title of a site that has none in its configuration.
site-title = Документация
skip-to-content = Перейти к содержимому
language = Язык
on-this-page = На этой странице
# The button goes from one to the next.
theme-system = Оформление: как в системе
theme-light = Оформление: светлое
theme-dark = Оформление: тёмное
copy = Копировать
copied = Скопировано
# $date is written out in this language.
updated = Обновлено: { $date }
# $version is the beginning of a hash.
source-version = Переведено с версии { $version }
edit-page = Изменить эту страницу
# Names the feed of a language; $title is the site's.
feed = Новые и изменённые страницы: «{ $title }»
# $title is a heading of the page.
link-to-section = Ссылка на «{ $title }»
# $key is a code or a number, the first cell of a row.
link-to-row = Ссылка на строку { $key }
# The name of a column that has none; $number counts from 1.
column = Столбец { $number }
table = Таблица { $number }
# $key is a code or a number, the first cell of a row.
copy-key = Копировать { $key }
# Names the box above a long table: only rows that hold its words are shown.
filter = Фильтр строк
# $shown is the number of rows that the box leaves; $total is greater than eight.
filtered = Строк: { $shown } из { $total }
# The keys of the rows that name this one follow after a blank.
cited-by = Упоминается в
# $count is greater than five.
cited-by-rows = Строк с упоминанием: { $count }
# $label is the name of a column; its content follows after a blank.
label = { $label }:
task-done = Выполнено
task-open = Не выполнено
footnotes = Сноски
# $number is the footnote's.
footnote-reference = Сноска { $number }
back-to-text = Вернуться к знаку сноски { $number }

## Ways through the site

navigation = Навигация
# Names the path from the start page to this one.
path = Вы находитесь здесь
# Names the links to the pages before and behind this one.
steps = Предыдущая и следующая страницы
previous = Назад
next = Далее

## Search

search = Найти
# The name of the dialogue.
search-dialog = Поиск
# Stands in the empty field.
search-field = Слова, коды или имена
# The headings of two lists of results.
search-codes = Коды и имена
search-pages = Страницы
# What keys do: arrows, Enter, Escape.
search-move = Перейти
search-open = Открыть
search-close = Закрыть
search-count =
    { $count ->
        [0] Ничего не найдено
        [one] { $count } результат
        [few] { $count } результата
        [many] { $count } результатов
       *[other] { $count } результата
    }
search-failed = Полный текст сейчас недоступен. Коды и имена по-прежнему можно найти.
search-file = Эта страница открыта из файла: коды и имена можно найти, но для полнотекстового поиска нужен веб-сервер.

## What the links of a landing page lead to

kind-architecture = Архитектура
kind-concept = Основные понятия
kind-deploy = Развёртывание
kind-download = Скачивание
kind-get-started = Начало работы
kind-how-to-guide = Практическое руководство
kind-learn = Обучение
kind-overview = Обзор
kind-quickstart = Быстрый старт
kind-reference = Справочник
kind-sample = Пример
kind-training = Учебный курс
kind-tutorial = Учебник
kind-video = Видео
kind-whats-new = Что нового

## Alerts

note = Примечание
tip = Совет
important = Важно
warning = Предупреждение
caution = Осторожно

## Zones, videos and pictures

# $pivots are the names of what a reader can choose, such as operating systems.
zone = Для: { $pivots }
# What stands between two of them.
between-pivots = { ", " }
# $range names versions, such as >=shop-2.0.
moniker = Версии: { $range }
# Names a group of tabs, of which a reader chooses one.
tabs = Выбор
video = Видео
picture-description = Описание изображения

## Start pages

home = Главная страница
articles = Статьи
article-count =
    { $count ->
        [one] { $count } статья
        [few] { $count } статьи
        [many] { $count } статей
       *[other] { $count } статьи
    }
# The rest of a group, folded.
more-articles =
    { $count ->
        [one] Ещё { $count } статья
        [few] Ещё { $count } статьи
        [many] Ещё { $count } статей
       *[other] Ещё { $count } статьи
    }
# $title is the site's.
start-description = Все статьи «{ $title }» на этом языке.
choose-language = Выберите язык
# $language is another language's name in this one; where a language has two forms, its own name with the region.
available-in = Язык: { $language }

## A page whose text is in another language

# $language is as above.
untranslated-text = Эта страница не переведена. Язык текста: { $language }.
untranslated-original = Исходная страница
machine-translated = Это машинный перевод. В нём возможны ошибки.
stale-text = Оригинал изменился с тех пор, как был сделан этот перевод.
# $version and $current are the beginnings of hashes.
stale-facts = Перевод сделан с версии { $version }; текущая версия оригинала — { $current }.

## A page that is not there

not-found = Страница не найдена
not-found-text = По этому адресу страницы нет. Возможно, она перемещена или в адресе опечатка.
other-languages = Другие языки

## How the articles stand

status = Состояние статей
# $language is a language's name.
status-in = Состояние статей: { $language }
status-shared = Замечания, не относящиеся к какому-либо одному языку
# $language is another language's name in this one; where a language has two forms, its own name with the region.
status-reference = Переводы сверяются с эталонным текстом (язык: { $language }).
status-consensus = Переводы сверяются с тем, что сказано на большинстве языков.
status-unchecked = При создании этого сайта правила не запускались: что повреждено, неизвестно.
status-data = То же в виде данных
coverage = Охват
# $number is a whole number.
per-cent = { $number } %
# The five states of an article in a language, and what each of them means.
state-current = Актуально
state-stale = Устарело
state-damaged = Повреждено
state-missing = Отсутствует
state-exempt = Не требуется
state-current-text = сделано по текущему исходному тексту, или ничто не указывает на обратное
state-stale-text = с тех пор исходный текст изменился
state-damaged-text = есть ошибки или предупреждения
state-missing-text = статьи нет, а должна быть
state-exempt-text = статьи нет, и она не требуется
state-number = Число показывает количество ошибок и предупреждений; устаревшее и отсутствующее в него не входит.
severity-error = Ошибка
severity-warning = Предупреждение
severity-info = Сведения
errors = Ошибки
warnings = Предупреждения
infos = Сведения
no-single-language = Не относится к одному языку
all-languages = Все языки
debts = Что требует доработки, начиная с самого давнего
debts-order = Упорядочено по дню, который сам текст называет днём своего последнего изменения; отсутствующее — по дню оригинала. Тексты без указания дня стоят в конце. Это не даты файлов.
debts-none = Ничто не требует доработки.
debts-more =
    { $count ->
        [one] Ещё { $count } запись — на страницах языков.
        [few] Ещё { $count } записи — на страницах языков.
        [many] Ещё { $count } записей — на страницах языков.
       *[other] Ещё { $count } записи — на страницах языков.
    }
day-in-text = День, указанный в тексте
no-day = Не указан
article = Статья
state = Состояние
every-article = Все статьи на всех языках
only-debts = Показать только то, что требует доработки
owing-nothing =
    { $count ->
        [one] Здесь опущена { $count } статья, не требующая доработки.
        [few] Здесь опущены { $count } статьи, не требующие доработки.
        [many] Здесь опущено { $count } статей, не требующих доработки.
       *[other] Здесь опущено { $count } статьи, не требующих доработки.
    }
info-count =
    { $count ->
        [one] { $count } информационное сообщение
        [few] { $count } информационных сообщения
        [many] { $count } информационных сообщений
       *[other] { $count } информационного сообщения
    }
other-findings = Другие замечания
other-files = Другие файлы
nothing-found = Ничто не требует доработки, замечаний нет.

## Manual pages

# The headings of manual pages in this language's own manual; where it has none, the English ones.
manual-name = ИМЯ
manual-description = ОПИСАНИЕ
manual-see-also = СМ. ТАКЖЕ
manual-index = Страницы руководства «{ $site }»
manual-index-text = Это страницы руководства «{ $site }». Чтобы прочитать одну из них, введите «man», число в скобках и имя.
manual-section = Раздел { $number }
moved = Эта страница перемещена
moved-text = Теперь она находится здесь:
