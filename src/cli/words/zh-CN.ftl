# 命令行的文字。每条以选项或命令命名的消息上方，都有它所翻译的英语原文。

# Check that documentation in many languages states the same facts, and publish it
glotta = 检查多语言文档陈述的事实是否一致，并发布文档

# Glotta reads Markdown articles, each of which exists in many languages; checks that they state the same facts; and publishes them as HTML, Markdown and manual pages. Everything has a default: in a folder that holds `docs-src`, every command works without options.
glotta-long = Glotta 读取以多种语言撰写的 Markdown 文章，检查各语言陈述的事实是否一致，并将其发布为 HTML、Markdown 和手册页。一切都有默认值：在含有 `docs-src` 的文件夹中，每个命令无需选项即可运行。

# Read this configuration; its paths are relative to its folder [default: glotta.yml, here or beside --source]
glotta--config = 读取此配置；其中的路径相对于它所在的文件夹 [默认：当前文件夹或 --source 旁边的 glotta.yml]

# Read the articles of this folder, which has a folder for each language
glotta--source = 读取此文件夹中的文章，其中每种语言各有一个文件夹

# Hold all languages against this one, or against what most of them say
glotta--reference = 以此语言为准比较所有语言，或以多数语言的说法为准

# Report on (check), publish (build) or explain in this language only; may be repeated
glotta--locale = 仅以此语言报告 (check)、发布 (build) 或解释 (explain)；可多次指定

# Work with this many threads [default: one for each processor]
glotta--jobs = 使用这么多线程工作 [默认：每个处理器一个]

# Use colours
glotta--color = 使用颜色

# On a terminal, unless NO_COLOR is set
glotta--color--auto = 在终端中使用，除非设置了 NO_COLOR

# In files and pipes, too
glotta--color--always = 在文件和管道中也使用

# Not even on a terminal
glotta--color--never = 在终端中也不使用

# Print findings only
glotta--quiet = 仅输出检查结果

# Print what was read and how much each rule examined
glotta--verbose = 同时输出读取了什么，以及每条规则检查了多少内容

# Check the articles and publish them as HTML, Markdown and manual pages
glotta-build = 检查文章，并将其发布为 HTML、Markdown 和手册页

# If an article contains an error, nothing is published, and what was published before stays as it was.
glotta-build-long = 如果某篇文章有错误，则不发布任何内容，此前已发布的内容保持不变。

# Publish to this folder [default: `output` of the configuration, else public]
glotta-build--output = 发布到此文件夹 [默认：配置中的 `output`，否则为 public]

# Make these kinds of page: html, markdown, man, catalogue
glotta-build--targets = 生成以下类型的页面：html、markdown、man、catalogue

# Publish even if there are errors
glotta-build--keep-going = 即使有错误也发布

# Let warnings stop the build as errors do
glotta-build--deny-warnings = 警告与错误一样会阻止发布

# Publish without running the rules; what cannot be read is still an error
glotta-build--no-check = 发布时不运行规则；无法读取的内容仍是错误

# Publish into a folder that holds other files, none of which is removed
glotta-build--force = 发布到含有其他文件的文件夹；不会删除其中任何文件

# Remember in this folder what was done, so that the next build sees sooner what has changed; it can be removed at any time [default: `cache` of the configuration, else .glotta-cache beside it]
glotta-build--cache-dir = 在此文件夹中记录已完成的工作，使下次构建更快看出有何改动；可随时删除 [默认：配置中的 `cache`，否则为配置旁的 .glotta-cache]

# Remember nothing, and go by nothing that an earlier build remembered
glotta-build--no-cache = 不作任何记录，也不依据以前构建的记录

# Publish share K of N only, so that N machines make all pages; `glotta join` puts them together
glotta-build--shard = 只发布 N 份中的第 K 份，由 N 台机器共同生成所有页面；用 `glotta join` 合并

# Print how long each stage took
glotta-build--timings = 输出每个阶段用时多久

# Put together what `glotta build --shard` has published on several machines
glotta-join = 合并 `glotta build --shard` 在多台机器上发布的内容

# The output folder becomes what one build of the whole would have made, byte for byte. Nothing is changed unless every shard is there, undamaged, and made of the same sources.
glotta-join-long = 输出文件夹会与一次构建整个站点的结果逐字节相同。只有所有份都在、没有损坏并且由相同的源文件生成时，才会作出更改。

# The folders that the shards were published to, in any order
glotta-join--shards = 各份发布到的文件夹，顺序不限

# Publish to this folder
glotta-join--output = 发布到这个文件夹

# Publish into a folder that holds other files, none of which is removed
glotta-join--force = 发布到含有其他文件的文件夹；不会删除其中任何文件

# Show the site in a browser while it is written: changes are there at once, and pages reload by themselves
glotta-serve = 在编写时于浏览器中显示站点：改动立即可见，页面自行重新加载

# Listen at this port instead of 8000 or the next free one; 0 takes any that is free
glotta-serve--port = 在此端口监听，而不用 8000 或下一个空闲端口；0 表示任取一个空闲端口

# Listen at this address instead of this machine's own: whoever can reach it can read the site
glotta-serve--host = 在此地址监听，而不用本机自身的地址：凡能访问该地址者都能阅读站点

# Open the site in the browser
glotta-serve--open = 在浏览器中打开站点

# Serve these kinds of page: html, markdown, man, catalogue
glotta-serve--targets = 提供以下类型的页面：html、markdown、man、catalogue

# Show pages without running the rules; what cannot be read is told all the same
glotta-serve--no-check = 显示页面但不应用规则；无法读取的内容仍会报告

# Check that the articles agree in all languages
glotta-check = 检查文章在所有语言中是否一致

# All articles are read, the languages of each are compared, and what departs is reported. Without --fix no file is written.
glotta-check-long = 读取所有文章，比较每篇文章的各种语言，并报告不一致之处。不带 --fix 时不写入任何文件。

# Print the findings in this form
glotta-check--format = 以此形式输出检查结果

# With the text that is meant, what to do, and a summary
glotta-check--format--human = 包含相关文本、处理办法和摘要

# One line for each finding
glotta-check--format--concise = 每个检查结果一行

# One JSON object
glotta-check--format--json = 一个 JSON 对象

# SARIF 2.1.0, for code scanning and editors
glotta-check--format--sarif = SARIF 2.1.0，用于代码扫描和编辑器

# Annotations of GitHub Actions, behind the human form
glotta-check--format--github = GitHub Actions 注释，位于供人阅读的形式之后

# Code quality of GitLab
glotta-check--format--gitlab = GitLab 代码质量报告

# JUnit XML: a suite for each article, a case for each language
glotta-check--format--junit = JUnit XML：每篇文章一个套件，每种语言一个用例

# Diagnostic format of reviewdog
glotta-check--format--rdjson = reviewdog 的诊断格式

# Print how many findings each rule has in each language, and how much it examined
glotta-check--statistics = 输出每条规则在每种语言中有多少检查结果，以及检查了多少内容

# Print the JSON Schema of --format json, and check nothing
glotta-check--json-schema = 输出 --format json 的 JSON Schema，不检查任何内容

# Print the JSON Schema of --format json, and check nothing
glotta-status--json-schema = 输出 --format json 的 JSON Schema，不检查任何内容

# List every web and mail address that pages lead to, one a line, for another tool to try; nothing is fetched, and nothing is checked. With --format json each has the places where it is written
glotta-check--external = 列出页面所指向的每个网址和邮件地址，每行一个，供其他工具测试；不会下载或检查任何内容。使用 --format json 时，每个地址附有其出现的位置

# Run this rule and no other; may be repeated
glotta-check--only = 仅运行此规则；可多次指定

# Do not run this rule; may be repeated
glotta-check--skip = 不运行此规则；可多次指定

# Leave out the findings that this file lists [default: `baseline` of the configuration, else none]
glotta-check--baseline = 略去此文件列出的检查结果 [默认：配置中的 `baseline`，否则无]

# Leave out nothing, whatever the configuration says
glotta-check--no-baseline = 无论配置如何，均不略去任何内容

# List all findings in the baseline, so that only newer ones are reported [default file: glotta-baseline.json]
glotta-check--write-baseline = 将所有检查结果写入基线，以便只报告更新的结果 [默认文件：glotta-baseline.json]

# Remove from the baseline what is found no more
glotta-check--prune-baseline = 从基线中删除已不再出现的结果

# End with exit code 1 for warnings, too
glotta-check--deny-warnings = 出现警告时也以退出代码 1 结束

# Mend what can be mended without a doubt, and report what remains
glotta-check--fix = 修复可以确定无误地修复的内容，并报告剩余的问题

# With --fix or --diff: mend also what is only probably right
glotta-check--unsafe = 与 --fix 或 --diff 一起使用：也修复仅是可能正确的内容

# Print what --fix would change, for `git apply` or `patch -p1`, and change nothing
glotta-check--diff = 输出 --fix 会做的更改，供 `git apply` 或 `patch -p1` 使用，不做任何更改

# Report only what concerns lines that have changed since this revision of git; all is examined
glotta-check--changed-since = 仅报告与自此 git 修订版以来更改过的行有关的内容；仍检查全部内容

# Stay, and check again whenever a file changes
glotta-check--watch = 持续运行，并在文件每次改动后重新检查

# Say how the articles stand in each language: current, stale, damaged or missing
glotta-status = 说明文章在每种语言中的状态：最新、过时、损坏或缺失

# What it finds is no failure: if the site could be read, the exit code is 0.
glotta-status-long = 发现问题不算失败：只要能够读取站点，退出代码就是 0。

# Print in this form
glotta-status--format = 以此形式输出

# A table with bars, and the oldest debts
glotta-status--format--human = 带有条形图的表格，以及最久的欠账

# One JSON object: that of status.json
glotta-status--format--json = 一个 JSON 对象：即 status.json 的内容

# List this many of the oldest debts
glotta-status--limit = 列出这么多条最久的欠账

# Say what a rule finds and what to do, or what the tables of the site say of a key or a name
glotta-explain = 说明规则会发现什么以及如何处理，或网站的表格如何说明某个键或名称

# A rule or fault that reports name, or a key or name of a table of the site, in any common spelling: 0x411, 411h, 1041, sail_torn
glotta-explain--name = 报告中提到的规则或错误，或网站表格中的键或名称，可用任何常见写法：0x411、411h、1041、sail_torn

# Look into this catalogue and not into the sources: catalogue.json, the file of a language, or the folder that they were published to [default: GLOTTA_CATALOGUE, unless --source or --config names a project]
glotta-explain--catalogue = 在此目录中查找，而不读取源文件：catalogue.json、某种语言的文件，或发布它们的文件夹 [默认值：GLOTTA_CATALOGUE，除非 --source 或 --config 指定了项目]

# Look into this table only
glotta-explain--table = 只在此表格中查找

# Print in this form
glotta-explain--format = 以此形式输出

# In the language of the answer, filled to the width of the terminal
glotta-explain--format--human = 使用答案的语言，按终端宽度换行

# One JSON object
glotta-explain--format--json = 一个 JSON 对象

# Print the JSON Schema of --format json, and explain nothing
glotta-explain--json-schema = 输出 --format json 的 JSON Schema，不解释任何内容

# Print the tables of the articles as data: JSON, CSV, or messages by id
glotta-export = 把文章中的表格作为数据输出：JSON、CSV 或按标识符排列的消息

# Print in this form
glotta-export--format = 以此形式输出

# The catalogue, as the target of that name has it
glotta-export--format--json = 目录，与同名目标生成的相同

# A file for each language and table, for spreadsheets
glotta-export--format--csv = 每种语言、每个表格一个文件，供电子表格使用

# A JSON object for each language: words by table, key and column
glotta-export--format--flat = 每种语言一个 JSON 对象：按表格、键和列给出文字

# Read this built catalogue, or the one in this folder, instead of the articles
glotta-export--catalogue = 读取这个已生成的目录，或此文件夹中的目录，而不读取文章

# Take this table only, by its id or the last part of it; may be repeated
glotta-export--table = 只取这个表格，用其标识符或标识符的最后一部分指定；可多次指定

# Write files into this folder, where other files stay [default: print, if there is one file only]
glotta-export--output = 把文件写入此文件夹，其中的其他文件保留不动 [默认：只有一个文件时直接输出]

# Write cells as Markdown; for csv and flat, which have the words alone
glotta-export--markdown = 以 Markdown 写出单元格；用于 csv 和 flat，否则它们只有文字

# Leave words of csv as they are, even if a spreadsheet would calculate with them
glotta-export--raw = csv 中的文字保持原样，即使电子表格会拿它计算

# Print the JSON Schema of catalogues, and read nothing
glotta-export--json-schema = 输出目录的 JSON Schema，不读取任何内容

# Compare a table with a list of ids from a product's code, in every language
glotta-verify = 在每种语言中，把表格与产品代码中的标识符列表进行比较

# The ids: a text with one on a line, or JSON; - for standard input
glotta-verify--file = 标识符：每行一个的文本，或 JSON；- 表示标准输入

# The table, by its id or the last part of it
glotta-verify--table = 表格，用其标识符或标识符的最后一部分指定

# The column that holds the ids, by its name or label [default: that of the keys]
glotta-verify--column = 包含标识符的列，用列名或标题指定 [默认：键所在的列]

# Where FILE holds objects: the field that holds the id
glotta-verify--field = FILE 包含对象时：标识符所在的字段

# Where FILE is one object: take its keys or its values [default: whichever are in the table]
glotta-verify--take = FILE 是单个对象时：取其键或其值 [默认：表格中有的那一边]

# Let the table have ids that FILE lacks
glotta-verify--allow-extra = 允许表格含有 FILE 中没有的标识符

# Leave this id out on both sides; a * stands for any letters; may be repeated
glotta-verify--ignore = 在两边都忽略此标识符；* 代表任意字符；可多次指定

# Print in this form
glotta-verify--format = 以此形式输出

# What one side lacks, a line for each id
glotta-verify--format--human = 一边缺少的内容，每个标识符一行

# One JSON object
glotta-verify--format--json = 一个 JSON 对象

# Print the JSON Schema of --format json, and compare nothing
glotta-verify--json-schema = 输出 --format json 的 JSON Schema，不进行比较

# Print the script that lets a shell complete commands, options and their values
glotta-completions = 输出脚本，使 shell 能够补全命令、选项及其值

# The script goes to standard output and is made for one shell; its descriptions are in the language of the environment.
glotta-completions-long = 脚本写到标准输出，适用于一种 shell；其中的说明使用环境的语言。

# The shell to make the script for
glotta-completions--shell = 脚本所适用的 shell

# Print a manual page of glotta, or write them all into a folder
glotta-manual = 输出 glotta 的一个手册页，或将全部手册页写入文件夹

# Without --output, one page is printed for `man -l -`. With it, the pages of all commands are written, in every language that there are words for, to where `man` looks for them.
glotta-manual-long = 不带 --output 时输出一页，供 `man -l -` 使用。带上它时，将所有命令的手册页以每种可用语言写到 `man` 查找的位置。

# The command whose page to print; without one, that of glotta itself
glotta-manual--command = 要输出其手册页的命令；不指定时输出 glotta 本身的手册页

# Write all pages into this folder, as packages put them into /usr/share/man
glotta-manual--output = 将所有手册页写入此文件夹，其结构与软件包安装到 /usr/share/man 的相同

## Help

help-usage = 用法
help-commands = 命令
help-arguments = 参数
help-options = 选项
help-global-options = 所有命令的选项
# In capital letters: stands for any option.
help-any-options = 选项
# In capital letters: stands for any command.
help-any-command = 命令
# $value is what holds where the option is not given; stands in brackets.
help-default = 默认：{ $value }
# $value are values with commas between them; stands in brackets.
help-values = 可选值：{ $value }
# Stands above a list, before a colon.
help-value-list = 可选值
help-help = 显示帮助；-h 显示得更少
help-version = 显示版本
help-help-command = 显示此信息，或某个命令的帮助

## Headings of manual pages

manual-synopsis = 概要
manual-commands = 命令
manual-arguments = 参数
manual-options = 选项
manual-global-options = 所有命令的选项
manual-exit-status = 退出状态
manual-files = 文件
manual-environment = 环境
manual-examples = 示例

## Exit status

exit-done = 一切正常；除非指定了 --deny-warnings，否则允许有警告。
exit-faulty = 文档有错误，或者 --diff 会更改某些内容。
exit-failed = 命令行或配置有误，或者文件无法读取或写入。

## Files

file-configuration = 配置。配置文件及其中的每个键都是可选的。
file-source = 文章，每种语言一个文件夹。
file-output = 发布的内容。
file-baseline = 由 --write-baseline 列出的检查结果，以后的报告将略去这些结果。
file-templates = 站点的模板，每个模板取代一个内置模板。
file-words = 站点的文字，每条文字取代一条内置文字。

## Environment

variable-language = 帮助和解释所用的语言：取其中第一个已设置的变量。
variable-no-color = 如果已设置，则不使用颜色，除非 --color 要求使用。
variable-columns = 终端的宽度。
variable-day = 当配置允许某事项到某日为止时，视为“今天”的日期，以 1970 年以来的秒数表示。

## Examples

example-check = 检查当前文件夹中的站点：
example-check-only = 仅运行两条规则：
example-check-fix = 修复可以修复的内容，包括仅是可能正确的内容：
example-check-changed = 在拉取请求中标注它所带来的问题：
example-build = 检查站点，然后发布：
example-build-man = 仅发布德语手册页：
example-status = 显示翻译的状态，以及三条最久的欠账：
example-status-json = 将同样的内容提供给其他程序：
example-explain = 用瑞典语解释一条规则：
example-completions = 让 bash 补全命令行：
example-manual = 无需安装即可阅读命令的手册页：
example-manual-output = 为自己安装手册页：
