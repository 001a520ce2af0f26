# The words that pages say by themselves. All catalogues hold the same messages in the same order.

## Every page

# The title of a site that has none in its configuration.
site-title = Documentation
skip-to-content = Skip to the content
language = Language
on-this-page = On this page
# The button goes from one to the next.
theme-system = Appearance: as the system
theme-light = Appearance: light
theme-dark = Appearance: dark
copy = Copy
copied = Copied
# $date is written out in this language.
updated = Updated { $date }
# $version is the beginning of a hash.
source-version = Translated from version { $version }
edit-page = Edit this page
# Names the feed of a language; $title is the site's.
feed = New and changed pages of “{ $title }”
# $title is a heading of the page.
link-to-section = Link to “{ $title }”
# $key is a code or a number, the first cell of a row.
link-to-row = Link to row { $key }
# The name of a column that has none; $number counts from 1.
column = Column { $number }
table = Table { $number }
# $key is a code or a number, the first cell of a row.
copy-key = Copy { $key }
# Names the box above a long table: only rows that hold its words are shown.
filter = Filter rows
# $shown is the number of rows that the box leaves; $total is greater than eight.
filtered = { $shown } of { $total } rows
# The keys of the rows that name this one follow after a blank.
cited-by = Cited by
# $count is greater than five.
cited-by-rows = Cited by { $count } rows
# $label is the name of a column; its content follows after a blank.
label = { $label }:
task-done = Done
task-open = To do
footnotes = Footnotes
# $number is the footnote's.
footnote-reference = Footnote { $number }
back-to-text = Back to reference { $number }

## Ways through the site

navigation = Navigation
# Names the path from the start page to this one.
path = You are here
# Names the links to the pages before and behind this one.
steps = Previous and next page
previous = Previous
next = Next

## Search

search = Search
# The name of the dialogue.
search-dialog = Search
# Stands in the empty field.
search-field = Words, codes or names
# The headings of two lists of results.
search-codes = Codes and names
search-pages = Pages
# What keys do: arrows, Enter, Escape.
search-move = Move
search-open = Open
search-close = Close
search-count =
    { $count ->
        [0] No results
        [one] { $count } result
       *[other] { $count } results
    }
search-failed = The full text cannot be reached just now. Codes and names are found all the same.
search-file = This page was opened from a file: codes and names are found, and the full text once a web server publishes it.

## What the links of a landing page lead to

kind-architecture = Architecture
kind-concept = Concept
kind-deploy = Deploy
kind-download = Download
kind-get-started = Get started
kind-how-to-guide = How-to guide
kind-learn = Learn
kind-overview = Overview
kind-quickstart = Quickstart
kind-reference = Reference
kind-sample = Sample
kind-training = Training
kind-tutorial = Tutorial
kind-video = Video
kind-whats-new = What’s new

## Alerts

note = Note
tip = Tip
important = Important
warning = Warning
caution = Caution

## Zones, videos and pictures

# $pivots are the names of what a reader can choose, such as operating systems.
zone = For { $pivots }
# What stands between two of them.
between-pivots = { ", " }
# $range names versions, such as >=shop-2.0.
moniker = Versions: { $range }
# Names a group of tabs, of which a reader chooses one.
tabs = Choice
video = Video
picture-description = Description of the picture

## Start pages

home = Start page
articles = Articles
article-count =
    { $count ->
        [one] { $count } article
       *[other] { $count } articles
    }
# The rest of a group, folded.
more-articles =
    { $count ->
        [one] 1 more article
       *[other] { $count } more articles
    }
# $title is the site's.
start-description = All articles of “{ $title }” in this language.
choose-language = Choose a language
# $language is another language's name in this one; where a language has two forms, its own name with the region.
available-in = In { $language }

## A page whose text is in another language

# $language is as above.
untranslated-text = This page has no translation. Its text is in { $language }.
untranslated-original = Original page
machine-translated = A machine translated this text. It may contain mistakes.
stale-text = The original has changed since this translation was made.
# $version and $current are the beginnings of hashes.
stale-facts = The translation was made from version { $version }; the original is now version { $current }.

## A page that is not there

not-found = Page not found
not-found-text = There is no page at this address. It may have moved, or the address may be mistyped.
other-languages = Other languages

## How the articles stand

status = State of the articles
# $language is a language's name.
status-in = State of the articles: { $language }
status-shared = Findings that belong to no single language
# $language is another language's name in this one; where a language has two forms, its own name with the region.
status-reference = Translations are held against the text in { $language }.
status-consensus = Translations are held against what most languages say.
status-unchecked = The rules did not run when this site was made: nobody knows what is damaged.
status-data = The same as data
coverage = Coverage
# $number is a whole number.
per-cent = { $number }%
# The five states of an article in a language, and what each of them means.
state-current = Current
state-stale = Stale
state-damaged = Damaged
state-missing = Missing
state-exempt = Not expected
state-current-text = it was made from the present source, or nothing says otherwise
state-stale-text = the source has changed since it was made
state-damaged-text = it has errors or warnings
state-missing-text = it is not there and should be
state-exempt-text = it is not there and nobody expects it
state-number = A number counts errors and warnings; staleness and absence are not among them.
severity-error = Error
severity-warning = Warning
severity-info = Info
errors = Errors
warnings = Warnings
infos = Infos
no-single-language = No single language
all-languages = All languages
debts = Oldest debts first
debts-order = Ordered by the day that each text itself names as that of its last change; what is missing by that of the original. What names no day stands at the end. These are no dates of files.
debts-none = Nothing is owed.
debts-more =
    { $count ->
        [one] { $count } more stands on the pages of the languages.
       *[other] { $count } more stand on the pages of the languages.
    }
day-in-text = Day in the text
no-day = None
article = Article
state = State
every-article = Every article in every language
only-debts = Show only what is owed
owing-nothing =
    { $count ->
        [one] { $count } article that owes nothing is left out here.
       *[other] { $count } articles that owe nothing are left out here.
    }
info-count =
    { $count ->
        [one] { $count } info
       *[other] { $count } infos
    }
other-findings = Other findings
other-files = Other files
nothing-found = Nothing is owed, and nothing was found.

## Manual pages

# The headings of manual pages in this language's own manual; where it has none, the English ones.
manual-name = NAME
manual-description = DESCRIPTION
manual-see-also = SEE ALSO
manual-index = The manual pages of “{ $site }”
manual-index-text = These are the manual pages of “{ $site }”. Type “man”, then the number in brackets and the name to read one.
manual-section = Section { $number }
moved = This page has moved
moved-text = It is here now:
