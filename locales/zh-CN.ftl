# 页面自身显示的文字。所有目录都按相同的顺序包含相同的消息。

## 每个页面

# 配置中没有标题的网站所用的标题。
site-title = 文档
skip-to-content = 跳到正文
language = 语言
on-this-page = 本页内容
theme = 深色或浅色
copy = 复制
copied = 已复制
# $date 用本语言写出。
updated = 更新日期：{ $date }
# $title 是页面上的一个标题。
link-to-section = 指向“{ $title }”的链接
# $key 是代码或编号，即一行的第一个单元格。
link-to-row = 指向 { $key } 行的链接
# 没有名称的列的名称；$number 从 1 开始计数。
column = 第 { $number } 列
table = 表 { $number }
# $label 是列的名称；其后是该列的内容。
label = { $label }：
task-done = 已完成
task-open = 待办
footnotes = 脚注
# $number 是脚注的编号。
footnote-reference = 脚注 { $number }
back-to-text = 返回引用处 { $number }

## 提示框

note = 注意
tip = 提示
important = 重要
warning = 警告
caution = 小心

## 起始页

home = 首页
articles = 文章
article-count =
    { $count ->
       *[other] { $count } 篇文章
    }
# $title 是网站的标题。
start-description = “{ $title }”以本语言提供的全部文章。
choose-language = 选择语言
# $language 是另一种语言用其自身写出的名称。
available-in = 仅提供 { $language } 版本

## 不存在的页面

not-found = 找不到页面
not-found-text = 此地址没有页面。页面可能已移动，或者地址输入有误。

## 手册页

# 简体中文手册页的标题。
manual-name = 名称
manual-description = 描述
manual-see-also = 参见
moved = 此页面已移动
moved-text = 现在的位置：
