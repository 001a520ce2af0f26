# The words that pages say by themselves. All catalogues hold the same messages in the same order.

## Every page

# The title of a site that has none in its configuration.
site-title = 문서
skip-to-content = 본문으로 건너뛰기
language = 언어
on-this-page = 이 페이지의 내용
# The button goes from one to the next.
theme-system = 화면 모드: 시스템 설정
theme-light = 화면 모드: 밝게
theme-dark = 화면 모드: 어둡게
copy = 복사
copied = 복사됨
# $date is written out in this language.
updated = 최종 업데이트: { $date }
# $version is the beginning of a hash.
source-version = 번역한 원문 버전: { $version }
edit-page = 이 페이지 편집
# Names the feed of a language; $title is the site's.
feed = “{ $title }”의 새 페이지와 변경된 페이지
# $title is a heading of the page.
link-to-section = “{ $title }” 링크
# $key is a code or a number, the first cell of a row.
link-to-row = { $key } 행 링크
# The name of a column that has none; $number counts from 1.
column = { $number }열
table = 표 { $number }
# $key is a code or a number, the first cell of a row.
copy-key = { $key } 복사
# Names the box above a long table: only rows that hold its words are shown.
filter = 행 필터링
# $shown is the number of rows that the box leaves; $total is greater than eight.
filtered = 전체 { $total }행 중 { $shown }행
# The keys of the rows that name this one follow after a blank.
cited-by = 참조하는 행:
# $count is greater than five.
cited-by-rows = { $count }개 행에서 참조
# $label is the name of a column; its content follows after a blank.
label = { $label }:
task-done = 완료
task-open = 미완료
footnotes = 각주
# $number is the footnote's.
footnote-reference = 각주 { $number }
back-to-text = 참조 { $number } 위치로 돌아가기

## Ways through the site

navigation = 탐색
# Names the path from the start page to this one.
path = 현재 위치
# Names the links to the pages before and behind this one.
steps = 이전 페이지와 다음 페이지
previous = 이전
next = 다음

## Search

search = 검색
# The name of the dialogue.
search-dialog = 검색
# Stands in the empty field.
search-field = 단어, 코드 또는 이름
# The headings of two lists of results.
search-codes = 코드와 이름
search-pages = 페이지
# What keys do: arrows, Enter, Escape.
search-move = 이동
search-open = 열기
search-close = 닫기
search-count =
    { $count ->
        [0] 결과 없음
       *[other] 결과 { $count }개
    }
search-failed = 지금은 전체 텍스트를 검색할 수 없습니다. 코드와 이름은 계속 검색할 수 있습니다.
search-file = 이 페이지는 파일에서 열렸습니다. 코드와 이름은 검색할 수 있지만, 전체 텍스트 검색은 웹 서버에 게시해야 사용할 수 있습니다.

## What the links of a landing page lead to

kind-architecture = 아키텍처
kind-concept = 개념
kind-deploy = 배포
kind-download = 다운로드
kind-get-started = 시작하기
kind-how-to-guide = 방법 가이드
kind-learn = 학습
kind-overview = 개요
kind-quickstart = 빠른 시작
kind-reference = 참조
kind-sample = 샘플
kind-training = 교육
kind-tutorial = 자습서
kind-video = 동영상
kind-whats-new = 새로운 기능

## Alerts

note = 참고
tip = 팁
important = 중요
warning = 경고
caution = 주의

## Zones, videos and pictures

# $pivots are the names of what a reader can choose, such as operating systems.
zone = 적용 대상: { $pivots }
# What stands between two of them.
between-pivots = { ", " }
# $range names versions, such as >=shop-2.0.
moniker = 버전: { $range }
# Names a group of tabs, of which a reader chooses one.
tabs = 선택
video = 동영상
picture-description = 그림 설명

## Start pages

home = 시작 페이지
articles = 문서
article-count =
    { $count ->
       *[other] 문서 { $count }개
    }
# The rest of a group, folded.
more-articles = 문서 { $count }개 더 보기
# $title is the site's.
start-description = 이 언어로 제공되는 “{ $title }”의 모든 문서입니다.
choose-language = 언어 선택
# $language is another language's name in this one; where a language has two forms, its own name with the region.
available-in = { $language } 버전

## A page whose text is in another language

# $language is as above.
untranslated-text = 이 페이지는 번역되지 않았습니다. 본문 언어: { $language }.
untranslated-original = 원본 페이지
machine-translated = 이 텍스트는 기계 번역되었습니다. 오류가 있을 수 있습니다.
stale-text = 이 번역이 작성된 후 원문이 변경되었습니다.
# $version and $current are the beginnings of hashes.
stale-facts = 번역한 원문 버전은 { $version }이고, 원문의 현재 버전은 { $current }입니다.

## A page that is not there

not-found = 페이지를 찾을 수 없음
not-found-text = 이 주소에는 페이지가 없습니다. 페이지가 이동되었거나 주소를 잘못 입력했을 수 있습니다.
other-languages = 다른 언어

## How the articles stand

status = 문서 상태
# $language is a language's name.
status-in = 문서 상태: { $language }
status-shared = 특정 언어에 속하지 않는 문제
# $language is another language's name in this one; where a language has two forms, its own name with the region.
status-reference = 번역은 { $language } 텍스트를 기준으로 비교합니다.
status-consensus = 번역은 대다수 언어의 내용을 기준으로 비교합니다.
status-unchecked = 이 사이트를 만들 때 규칙을 실행하지 않았으므로 어떤 문서에 문제가 있는지 알 수 없습니다.
status-data = 같은 내용의 데이터
coverage = 적용률
# $number is a whole number.
per-cent = { $number }%
# The five states of an article in a language, and what each of them means.
state-current = 최신
state-stale = 오래됨
state-damaged = 문제 있음
state-missing = 누락
state-exempt = 대상 아님
state-current-text = 현재 원문을 바탕으로 작성되었거나, 그렇지 않다는 표시가 없음
state-stale-text = 작성된 후 원문이 변경됨
state-damaged-text = 오류나 경고가 있음
state-missing-text = 있어야 하지만 없음
state-exempt-text = 없으며 필요하지도 않음
state-number = 숫자는 오류와 경고의 개수이며, 오래되거나 누락된 것은 포함하지 않습니다.
severity-error = 오류
severity-warning = 경고
severity-info = 정보
errors = 오류
warnings = 경고
infos = 정보
no-single-language = 특정 언어 없음
all-languages = 모든 언어
debts = 처리할 항목(오래된 순)
debts-order = 각 텍스트에 마지막 변경일로 적혀 있는 날짜순입니다. 누락된 문서는 원문의 날짜를 따릅니다. 날짜가 적혀 있지 않은 것은 맨 끝에 있습니다. 파일 날짜가 아닙니다.
debts-none = 처리할 항목이 없습니다.
debts-more = { $count }개 항목이 각 언어의 페이지에 더 있습니다.
day-in-text = 텍스트에 적힌 날짜
no-day = 없음
article = 문서
state = 상태
every-article = 모든 언어의 모든 문서
only-debts = 처리할 항목만 표시
owing-nothing = 처리할 것이 없는 문서 { $count }개는 여기에서 생략되었습니다.
info-count = 정보 { $count }개
other-findings = 기타 문제
other-files = 기타 파일
nothing-found = 처리할 항목도 발견된 문제도 없습니다.

## Manual pages

# The headings of manual pages in this language's own manual; where it has none, the English ones.
manual-name = 이름
manual-description = 설명
manual-see-also = 관련 항목
manual-index = “{ $site }” 매뉴얼 페이지
manual-index-text = “{ $site }”의 매뉴얼 페이지 목록입니다. 읽으려면 “man” 뒤에 괄호 안의 숫자와 이름을 입력하세요.
manual-section = 섹션 { $number }
moved = 이 페이지는 이동되었습니다
moved-text = 현재 위치:
