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
# $title is a heading of the page.
link-to-section = Link to “{ $title }”
# $key is a code or a number, the first cell of a row.
link-to-row = Link to row { $key }
# The name of a column that has none; $number counts from 1.
column = Column { $number }
table = Table { $number }
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

## A page that is not there

not-found = Page not found
not-found-text = There is no page at this address. It may have moved, or the address may be mistyped.

## Manual pages

# The headings of manual pages in this language's own manual; where it has none, the English ones.
manual-name = NAME
manual-description = DESCRIPTION
manual-see-also = SEE ALSO
moved = This page has moved
moved-text = It is here now:
