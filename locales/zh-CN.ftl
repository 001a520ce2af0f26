# 页面自身显示的文字。所有目录都按相同的顺序包含相同的消息。

## 每个页面

# 配置中没有标题的网站所用的标题。
site-title = 文档
skip-to-content = 跳到正文
language = 语言
on-this-page = 本页内容
# The button goes from one to the next.
theme-system = 外观：跟随系统
theme-light = 外观：浅色
theme-dark = 外观：深色
copy = 复制
copied = 已复制
# $date 用本语言写出。
updated = 更新日期：{ $date }
# $version 是哈希值的开头。
source-version = 译自版本 { $version }
edit-page = 编辑此页
# 某种语言的订阅源名称；$title 是网站标题。
feed = “{ $title }”的新增和更新页面
# $title 是页面上的一个标题。
link-to-section = 指向“{ $title }”的链接
# $key 是代码或编号，即一行的第一个单元格。
link-to-row = 指向 { $key } 行的链接
# 没有名称的列的名称；$number 从 1 开始计数。
column = 第 { $number } 列
table = 表 { $number }
# $key 是代码或编号，即一行的第一个单元格。
copy-key = 复制 { $key }
# 长表格上方输入框的名称：只显示包含所输文字的行。
filter = 筛选行
# $shown 是显示的行数；$total 大于八。
filtered = 显示 { $shown } 行，共 { $total } 行
# 后面隔一个空格是引用此行的各行的键。
cited-by = 引用此项：
# $count 大于五。
cited-by-rows = 被 { $count } 行引用
# $label 是列的名称；其后是该列的内容。
label = { $label }：
task-done = 已完成
task-open = 待办
footnotes = 脚注
# $number 是脚注的编号。
footnote-reference = 脚注 { $number }
back-to-text = 返回引用处 { $number }

## 站内路径

navigation = 导航
# 从首页到本页的路径的名称。
path = 当前位置
# 指向前后页面的链接的名称。
steps = 上一页和下一页
previous = 上一页
next = 下一页

## 搜索

search = 搜索
# 对话框的名称。
search-dialog = 搜索
# 显示在空的输入框中。
search-field = 字词、代码或名称
# 两个结果列表的标题。
search-codes = 代码和名称
search-pages = 页面
# 按键的作用：方向键、回车键、Esc 键。
search-move = 移动
search-open = 打开
search-close = 关闭
search-count =
    { $count ->
        [0] 没有结果
       *[other] { $count } 条结果
    }
search-failed = 暂时无法加载全文，但仍可查找代码和名称。
search-file = 此页面是从本地文件打开的：可以查找代码和名称；全文搜索需要通过 Web 服务器访问。

## 着陆页的链接通向何处

kind-architecture = 体系结构
kind-concept = 概念
kind-deploy = 部署
kind-download = 下载
kind-get-started = 入门
kind-how-to-guide = 操作指南
kind-learn = 学习
kind-overview = 概述
kind-quickstart = 快速入门
kind-reference = 参考
kind-sample = 示例
kind-training = 培训
kind-tutorial = 教程
kind-video = 视频
kind-whats-new = 新增功能

## 提示框

note = 注意
tip = 提示
important = 重要
warning = 警告
caution = 小心

## 区域、视频与图片

zone = 适用于 { $pivots }
between-pivots = { "、" }
moniker = 版本：{ $range }
# Names a group of tabs, of which a reader chooses one.
tabs = 选择
video = 视频
picture-description = 图片说明

## 起始页

home = 首页
articles = 文章
article-count =
    { $count ->
       *[other] { $count } 篇文章
    }
# The rest of a group, folded.
more-articles = 另外 { $count } 篇文章
# $title 是网站的标题。
start-description = “{ $title }”以本语言提供的全部文章。
choose-language = 选择语言
# $language 是另一种语言在本语言中的名称；同一语言有两种形式时，是其自身名称加地区。
available-in = { $language }版

## 正文为其他语言的页面

# $language 同上。
untranslated-text = 本页尚无译文，正文为{ $language }。
untranslated-original = 原始页面
machine-translated = 本文由机器翻译，可能有误。
stale-text = 本译文完成后，原文已有更改。
# $version 和 $current 是哈希值的开头。
stale-facts = 译文所依据的版本为 { $version }，原文当前版本为 { $current }。

## 不存在的页面

not-found = 找不到页面
not-found-text = 此地址没有页面。页面可能已移动，或者地址输入有误。
other-languages = 其他语言

## 文章的状况

status = 文章状况
# $language 是一种语言的名称。
status-in = 文章状况：{ $language }
status-shared = 不属于某一种语言的问题
# $language 是另一种语言在本语言中的名称；一种语言有两种形式时，是它自己的名称加地区。
status-reference = 译文以{ $language }文本为准进行比较。
status-consensus = 译文以多数语言的内容为准进行比较。
status-unchecked = 生成本站时没有运行规则：哪些文章有损坏尚不清楚。
status-data = 以数据形式查看
coverage = 覆盖率
# $number 是整数。
per-cent = { $number }%
# 文章在一种语言中的五种状态及其含义。
state-current = 最新
state-stale = 过期
state-damaged = 有误
state-missing = 缺失
state-exempt = 无需提供
state-current-text = 依据当前原文翻译，或没有相反的迹象
state-stale-text = 翻译之后原文已有改动
state-damaged-text = 有错误或警告
state-missing-text = 应该有，但还没有
state-exempt-text = 没有，也不要求有
state-number = 数字为错误与警告的数量，过期与缺失不计在内。
severity-error = 错误
severity-warning = 警告
severity-info = 提示
errors = 错误
warnings = 警告
infos = 提示
no-single-language = 不限于某一种语言
all-languages = 所有语言
debts = 待办（最早的在前）
debts-order = 按各文本自己注明的最后修改日期排序；缺失的文章按原文的日期。没有注明日期的排在最后。这不是文件的日期。
debts-none = 没有待办。
debts-more = 另有 { $count } 项，见各语言的页面。
day-in-text = 文中日期
no-day = 未注明
article = 文章
state = 状态
every-article = 所有语言的所有文章
only-debts = 只显示待办
owing-nothing = 这里省略了 { $count } 篇没有待办的文章。
info-count = { $count } 条提示
other-findings = 其他问题
other-files = 其他文件
nothing-found = 没有待办，也没有发现问题。

## 手册页

# 简体中文手册页的标题。
manual-name = 名称
manual-description = 描述
manual-see-also = 参见
manual-index = “{ $site }”的手册页
manual-index-text = 以下是“{ $site }”的手册页。要阅读其中一页，请输入“man”，再输入括号中的数字和名称。
manual-section = 第 { $number } 节
moved = 此页面已移动
moved-text = 现在的位置：
