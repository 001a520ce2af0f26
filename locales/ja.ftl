# The words that pages say by themselves. All catalogues hold the same messages in the same order.

## Every page

# The title of a site that has none in its configuration.
site-title = ドキュメント
skip-to-content = 本文へ移動
language = 言語
on-this-page = このページの内容
# The button goes from one to the next.
theme-system = 外観：システムに合わせる
theme-light = 外観：ライト
theme-dark = 外観：ダーク
copy = コピー
copied = コピーしました
# $date is written out in this language.
updated = 更新日：{ $date }
# $version is the beginning of a hash.
source-version = 翻訳元のバージョン：{ $version }
edit-page = このページを編集
# Names the feed of a language; $title is the site's.
feed = 「{ $title }」の新しいページと更新されたページ
# $title is a heading of the page.
link-to-section = 「{ $title }」へのリンク
# $key is a code or a number, the first cell of a row.
link-to-row = 行「{ $key }」へのリンク
# The name of a column that has none; $number counts from 1.
column = 列{ $number }
table = 表{ $number }
# $key is a code or a number, the first cell of a row.
copy-key = { $key }をコピー
# Names the box above a long table: only rows that hold its words are shown.
filter = 行を絞り込む
# $shown is the number of rows that the box leaves; $total is greater than eight.
filtered = 全{ $total }行中{ $shown }行を表示
# The keys of the rows that name this one follow after a blank.
cited-by = 参照元：
# $count is greater than five.
cited-by-rows = { $count }行から参照
# $label is the name of a column; its content follows after a blank.
label = { $label }：
task-done = 完了
task-open = 未完了
footnotes = 脚注
# $number is the footnote's.
footnote-reference = 脚注{ $number }
back-to-text = 参照箇所{ $number }に戻る

## Ways through the site

navigation = ナビゲーション
# Names the path from the start page to this one.
path = 現在の位置
# Names the links to the pages before and behind this one.
steps = 前のページと次のページ
previous = 前へ
next = 次へ

## Search

search = 検索
# The name of the dialogue.
search-dialog = 検索
# Stands in the empty field.
search-field = 単語、コード、名前
# The headings of two lists of results.
search-codes = コードと名前
search-pages = ページ
# What keys do: arrows, Enter, Escape.
search-move = 移動
search-open = 開く
search-close = 閉じる
search-count =
    { $count ->
        [0] 結果なし
       *[other] { $count }件の結果
    }
search-failed = 現在、全文検索を利用できません。コードと名前は引き続き検索できます。
search-file = このページはファイルから開かれています。コードと名前は検索できますが、全文検索にはWebサーバーでの公開が必要です。

## What the links of a landing page lead to

kind-architecture = アーキテクチャ
kind-concept = 概念
kind-deploy = デプロイ
kind-download = ダウンロード
kind-get-started = はじめに
kind-how-to-guide = 操作ガイド
kind-learn = 学習
kind-overview = 概要
kind-quickstart = クイックスタート
kind-reference = リファレンス
kind-sample = サンプル
kind-training = トレーニング
kind-tutorial = チュートリアル
kind-video = 動画
kind-whats-new = 新機能

## Alerts

note = メモ
tip = ヒント
important = 重要
warning = 警告
caution = 注意

## Zones, videos and pictures

# $pivots are the names of what a reader can choose, such as operating systems.
zone = 対象：{ $pivots }
# What stands between two of them.
between-pivots = { "、" }
# $range names versions, such as >=shop-2.0.
moniker = バージョン：{ $range }
# Names a group of tabs, of which a reader chooses one.
tabs = 選択
video = 動画
picture-description = 画像の説明

## Start pages

home = ホーム
articles = 記事
article-count =
    { $count ->
       *[other] { $count }件の記事
    }
# The rest of a group, folded.
more-articles = ほか{ $count }件の記事
# $title is the site's.
start-description = 「{ $title }」のこの言語の全記事。
choose-language = 言語を選択
# $language is another language's name in this one; where a language has two forms, its own name with the region.
available-in = { $language }版

## A page whose text is in another language

# $language is as above.
untranslated-text = このページは翻訳されていません。本文は{ $language }です。
untranslated-original = 元のページ
machine-translated = この文章は機械翻訳です。誤りが含まれている可能性があります。
stale-text = この翻訳の作成後に原文が変更されています。
# $version and $current are the beginnings of hashes.
stale-facts = 翻訳元のバージョンは{ $version }、原文の現在のバージョンは{ $current }です。

## A page that is not there

not-found = ページが見つかりません
not-found-text = このアドレスにページはありません。ページが移動したか、アドレスの入力に誤りがある可能性があります。
other-languages = ほかの言語

## How the articles stand

status = 記事の状態
# $language is a language's name.
status-in = 記事の状態：{ $language }
status-shared = 特定の言語に属さない指摘事項
# $language is another language's name in this one; where a language has two forms, its own name with the region.
status-reference = 翻訳は{ $language }の文章を基準に比較しています。
status-consensus = 翻訳は、多数の言語の内容を基準に比較しています。
status-unchecked = このサイトの生成時に規則が実行されていないため、どの記事に不備があるかは不明です。
status-data = 同じ内容のデータ
coverage = カバー率
# $number is a whole number.
per-cent = { $number }%
# The five states of an article in a language, and what each of them means.
state-current = 最新
state-stale = 要更新
state-damaged = 不備あり
state-missing = 欠落
state-exempt = 対象外
state-current-text = 現在の原文に基づいている、またはそうでないことを示すものがない
state-stale-text = 作成後に原文が変更されている
state-damaged-text = エラーまたは警告がある
state-missing-text = あるべき記事がない
state-exempt-text = 記事はないが、必要とされていない
state-number = 数字はエラーと警告の件数です。要更新と欠落は含みません。
severity-error = エラー
severity-warning = 警告
severity-info = 情報
errors = エラー
warnings = 警告
infos = 情報
no-single-language = 特定の言語に属さない
all-languages = すべての言語
debts = 要対応の項目（古い順）
debts-order = 各文章が自らの最終変更日として記している日付の順です。欠落している記事は原文の日付によります。日付の記載がないものは末尾にあります。ファイルの日付ではありません。
debts-none = 要対応の項目はありません。
debts-more = ほか{ $count }件は各言語のページにあります。
day-in-text = 文章中の日付
no-day = なし
article = 記事
state = 状態
every-article = すべての言語のすべての記事
only-debts = 要対応の項目のみを表示
owing-nothing = 対応が不要な{ $count }件の記事は、ここでは省略されています。
info-count = { $count }件の情報
other-findings = その他の指摘事項
other-files = その他のファイル
nothing-found = 要対応の項目も指摘事項もありません。

## Manual pages

# The headings of manual pages in this language's own manual; where it has none, the English ones.
manual-name = 名前
manual-description = 説明
manual-see-also = 関連項目
manual-index = 「{ $site }」のマニュアルページ
manual-index-text = 「{ $site }」のマニュアルページの一覧です。読むには、「man」に続けて括弧内の数字と名前を入力してください。
manual-section = セクション { $number }
moved = このページは移動しました
moved-text = 現在の場所：
