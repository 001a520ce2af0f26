# The words that pages say by themselves. All catalogues hold the same messages in the same order.

## Every page

# The title of a site that has none in its configuration.
site-title = الوثائق
skip-to-content = الانتقال إلى المحتوى
language = اللغة
on-this-page = في هذه الصفحة
# The button goes from one to the next.
theme-system = المظهر: حسب النظام
theme-light = المظهر: فاتح
theme-dark = المظهر: داكن
copy = نسخ
copied = تم النسخ
# $date is written out in this language.
updated = آخر تحديث: { $date }
# $version is the beginning of a hash.
source-version = مترجم من الإصدار { $version }
edit-page = تحرير هذه الصفحة
# Names the feed of a language; $title is the site's.
feed = الصفحات الجديدة والمعدّلة في «{ $title }»
# $title is a heading of the page.
link-to-section = رابط إلى «{ $title }»
# $key is a code or a number, the first cell of a row.
link-to-row = رابط إلى الصف { $key }
# The name of a column that has none; $number counts from 1.
column = العمود { $number }
table = الجدول { $number }
# $key is a code or a number, the first cell of a row.
copy-key = نسخ { $key }
# Names the box above a long table: only rows that hold its words are shown.
filter = تصفية الصفوف
# $shown is the number of rows that the box leaves; $total is greater than eight.
filtered = الصفوف: { $shown } من { $total }
# The keys of the rows that name this one follow after a blank.
cited-by = مذكور في
# $count is greater than five.
cited-by-rows = عدد الصفوف التي تذكره: { $count }
# $label is the name of a column; its content follows after a blank.
label = { $label }:
task-done = منجز
task-open = غير منجز
footnotes = الحواشي
# $number is the footnote's.
footnote-reference = الحاشية { $number }
back-to-text = العودة إلى الإحالة { $number }

## Ways through the site

navigation = التنقل
# Names the path from the start page to this one.
path = أنت هنا
# Names the links to the pages before and behind this one.
steps = الصفحة السابقة والصفحة التالية
previous = السابق
next = التالي

## Search

search = بحث
# The name of the dialogue.
search-dialog = البحث
# Stands in the empty field.
search-field = كلمات أو رموز أو أسماء
# The headings of two lists of results.
search-codes = الرموز والأسماء
search-pages = الصفحات
# What keys do: arrows, Enter, Escape.
search-move = تنقّل
search-open = فتح
search-close = إغلاق
search-count =
    { $count ->
        [zero] لا نتائج
        [one] نتيجة واحدة
        [two] نتيجتان
        [few] { $count } نتائج
        [many] { $count } نتيجة
       *[other] { $count } نتيجة
    }
search-failed = تعذّر الوصول إلى النص الكامل حاليًا. لا يزال بالإمكان العثور على الرموز والأسماء.
search-file = فُتحت هذه الصفحة من ملف: يمكن العثور على الرموز والأسماء، أما البحث في النص الكامل فيتطلب خادم ويب.

## What the links of a landing page lead to

kind-architecture = بنية
kind-concept = مفهوم
kind-deploy = نشر
kind-download = تنزيل
kind-get-started = بدء الاستخدام
kind-how-to-guide = دليل إرشادي
kind-learn = تعلّم
kind-overview = نظرة عامة
kind-quickstart = بداية سريعة
kind-reference = مرجع
kind-sample = مثال
kind-training = تدريب
kind-tutorial = درس تطبيقي
kind-video = فيديو
kind-whats-new = ما الجديد

## Alerts

note = ملاحظة
tip = تلميح
important = مهم
warning = تحذير
caution = تنبيه

## Zones, videos and pictures

# $pivots are the names of what a reader can choose, such as operating systems.
zone = ينطبق على: { $pivots }
# What stands between two of them.
between-pivots = { "، " }
# $range names versions, such as >=shop-2.0.
moniker = الإصدارات: { $range }
# Names a group of tabs, of which a reader chooses one.
tabs = الاختيار
video = فيديو
picture-description = وصف الصورة

## Start pages

home = صفحة البداية
articles = المقالات
article-count =
    { $count ->
        [zero] لا مقالات
        [one] مقالة واحدة
        [two] مقالتان
        [few] { $count } مقالات
        [many] { $count } مقالة
       *[other] { $count } مقالة
    }
# The rest of a group, folded.
more-articles =
    { $count ->
        [zero] لا مقالات أخرى
        [one] مقالة أخرى
        [two] مقالتان أخريان
        [few] { $count } مقالات أخرى
        [many] { $count } مقالة أخرى
       *[other] { $count } مقالة أخرى
    }
# $title is the site's.
start-description = جميع مقالات «{ $title }» بهذه اللغة.
choose-language = اختيار اللغة
# $language is another language's name in this one; where a language has two forms, its own name with the region.
available-in = باللغة { $language }

## A page whose text is in another language

# $language is as above.
untranslated-text = هذه الصفحة غير مترجمة. نصها باللغة { $language }.
untranslated-original = الصفحة الأصلية
machine-translated = تُرجم هذا النص آليًا، وقد يحتوي على أخطاء.
stale-text = تغيّر الأصل بعد إعداد هذه الترجمة.
# $version and $current are the beginnings of hashes.
stale-facts = أُعدّت الترجمة من الإصدار { $version }، والإصدار الحالي للأصل هو { $current }.

## A page that is not there

not-found = الصفحة غير موجودة
not-found-text = لا توجد صفحة بهذا العنوان. ربما نُقلت، أو كُتب العنوان بصورة خاطئة.
other-languages = لغات أخرى

## How the articles stand

status = حالة المقالات
# $language is a language's name.
status-in = حالة المقالات: { $language }
status-shared = ملاحظات لا تخص لغة بعينها
# $language is another language's name in this one; where a language has two forms, its own name with the region.
status-reference = تُقارن الترجمات بالنص المكتوب باللغة { $language }.
status-consensus = تُقارن الترجمات بما تقوله معظم اللغات.
status-unchecked = لم تُشغَّل القواعد عند إنشاء هذا الموقع، فلا يُعرف أي المقالات معيبة.
status-data = المحتوى نفسه في صورة بيانات
coverage = التغطية
# $number is a whole number.
per-cent = { $number }%
# The five states of an article in a language, and what each of them means.
state-current = محدّثة
state-stale = قديمة
state-damaged = معيبة
state-missing = مفقودة
state-exempt = غير مطلوبة
state-current-text = أُعدّت من المصدر الحالي، أو لا شيء يدل على خلاف ذلك
state-stale-text = تغيّر المصدر بعد إعدادها
state-damaged-text = فيها أخطاء أو تحذيرات
state-missing-text = غير موجودة وينبغي أن تكون موجودة
state-exempt-text = غير موجودة ولا يُنتظر وجودها
state-number = يدل الرقم على عدد الأخطاء والتحذيرات، ولا يشمل ما هو قديم أو مفقود.
severity-error = خطأ
severity-warning = تحذير
severity-info = معلومة
errors = الأخطاء
warnings = التحذيرات
infos = المعلومات
no-single-language = لا تخص لغة بعينها
all-languages = جميع اللغات
debts = الأعمال المعلّقة من الأقدم إلى الأحدث
debts-order = مرتبة بحسب اليوم الذي يذكره كل نص بنفسه تاريخًا لآخر تعديل عليه، والمفقود بحسب يوم الأصل. ويأتي في النهاية ما لا يذكر يومًا. ليست هذه تواريخ ملفات.
debts-none = لا توجد أعمال معلّقة.
debts-more =
    { $count ->
        [zero] لا أعمال معلّقة أخرى في صفحات اللغات.
        [one] في صفحات اللغات عمل معلّق آخر.
        [two] في صفحات اللغات عملان معلّقان آخران.
        [few] في صفحات اللغات { $count } أعمال معلّقة أخرى.
        [many] في صفحات اللغات { $count } عملًا معلّقًا آخر.
       *[other] في صفحات اللغات { $count } عمل معلّق آخر.
    }
day-in-text = اليوم المذكور في النص
no-day = غير مذكور
article = المقالة
state = الحالة
every-article = كل المقالات بكل اللغات
only-debts = إظهار الأعمال المعلّقة فقط
owing-nothing =
    { $count ->
        [zero] لم تُستبعد هنا أي مقالة.
        [one] استُبعدت هنا مقالة واحدة ليس فيها عمل معلّق.
        [two] استُبعدت هنا مقالتان ليس فيهما عمل معلّق.
        [few] استُبعدت هنا { $count } مقالات ليس فيها عمل معلّق.
        [many] استُبعدت هنا { $count } مقالة ليس فيها عمل معلّق.
       *[other] استُبعدت هنا { $count } مقالة ليس فيها عمل معلّق.
    }
info-count =
    { $count ->
        [zero] لا معلومات
        [one] معلومة واحدة
        [two] معلومتان
        [few] { $count } معلومات
        [many] { $count } معلومة
       *[other] { $count } معلومة
    }
other-findings = ملاحظات أخرى
other-files = ملفات أخرى
nothing-found = لا توجد أعمال معلّقة، ولم يُعثر على ملاحظات.

## Manual pages

# The headings of manual pages in this language's own manual; where it has none, the English ones.
manual-name = NAME
manual-description = DESCRIPTION
manual-see-also = SEE ALSO
manual-index = صفحات دليل «{ $site }»
manual-index-text = هذه صفحات دليل «{ $site }». لقراءة إحداها اكتب «man» ثم الرقم الذي بين القوسين ثم الاسم.
manual-section = القسم { $number }
moved = نُقلت هذه الصفحة
moved-text = وهي الآن هنا:
