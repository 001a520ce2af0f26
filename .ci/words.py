#!/usr/bin/env python3
"""words.py SOURCE PAGES [COUNT] [SEED]: the words of random articles beside the words of their pages.

SOURCE holds <locale>/**/*.md, PAGES the built <locale>/**/*.html. Each article is read by markdown-it-py, an implementation of
CommonMark and GFM's tables that shares no code with Glotta; its tags are taken away and what is left is split into words. What the
dialect of Microsoft Learn adds is taken out of the source first, each form by itself (see `plain`). The page gives the words of its
<main>, without what our templates add there: links of headings to themselves, titles of alerts, captions, notices, feet.

Prints each article whose words are not the same, which are lost and which are doubled, then the number of such articles as its last
line. Ends with 0 only where that is 0. Needs markdown-it-py (PyPI).
"""
import html
import pathlib
import random
import re
import sys
from collections import Counter
from html.parser import HTMLParser

from markdown_it import MarkdownIt

MARKDOWN = MarkdownIt("commonmark").enable(["table", "strikethrough"])
WORD = re.compile(r"\w+")
FRONT_MATTER = re.compile(r"\A\ufeff?---[ \t]*\r?\n.*?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.S)
INCLUDE = re.compile(r"\[!INCLUDE\s*\[[^\]]*\]\(([^)\s]+)[^)]*\)\]", re.I)
# Names of elements that our pages show as elements; any other name in angle brackets is a word that an author wrote.
ELEMENTS = set(
    "a abbr b big blockquote br caption center cite code col colgroup dd del details dfn div dl dt em font h1 h2 h3 h4 h5 h6 hr i "
    "img ins kbd li mark nobr ol p pre q s samp small span strike strong sub summary sup table tbody td tfoot th thead tr tt u ul "
    "var wbr figure figcaption section".split()
)
# What templates put into <main> besides the article, by class.
OURS = set("anchor alert-title hidden zone-title video notice about articles steps path stale".split())
TAG = re.compile(r"</?(?:%s)\b[^<>]*>" % "|".join(sorted(ELEMENTS)), re.I)
EMPTY = set("area base br col embed hr img input link meta source track wbr".split())


class Words(HTMLParser):
    """Collects the text of a page's <main>, or of all of a fragment."""

    def __init__(self, whole):
        super().__init__(convert_charrefs=True)
        self.whole, self.inside, self.skip, self.open, self.text = whole, whole, 0, [], []

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        if tag == "main":
            self.inside = True
        ours = bool(OURS & set((attributes.get("class") or "").split()))
        # A title that the article does not begin with is set by the template, and is the only one without a name.
        ours |= not self.whole and tag == "h1" and "id" not in attributes
        if tag == "img" and self.inside and not self.skip:
            self.text.append(" " + (attributes.get("alt") or "") + " ")
        if tag not in EMPTY:
            self.open.append((tag, ours))
            self.skip += ours
        if tag not in {"span", "a", "em", "strong", "code", "b", "i", "u", "sup", "sub", "wbr", "del", "kbd"}:
            self.text.append(" ")

    def handle_endtag(self, tag):
        if tag == "main":
            self.inside = False
        if tag not in {"span", "a", "em", "strong", "code", "b", "i", "u", "sup", "sub", "wbr", "del", "kbd"}:
            self.text.append(" ")
        if any(name == tag for name, _ in self.open):
            while self.open:
                name, ours = self.open.pop()
                self.skip -= ours
                if name == tag:
                    break

    def handle_data(self, data):
        if self.inside and not self.skip:
            self.text.append(data)


def words(markup, whole):
    parser = Words(whole)
    parser.feed(markup)
    parser.close()
    # Tags without their other half are shown as text; a reference parser drops them.
    return Counter(WORD.findall(TAG.sub("", "".join(parser.text))))


def letters(words):
    """The letters of words: what stands together may be apart on a page, where a tag was between."""
    count = Counter()
    for word, times in words.items():
        for letter in word:
            count[letter] += times
    return count


def outside_code(text, change):
    """Changes lines that stand in no fenced block."""
    fence, lines = None, []
    for line in text.split("\n"):
        mark = re.match(r"\s*(?:>\s*)*(`{3,}|~{3,})", line)
        if mark and fence is None:
            fence = mark[1]
        elif mark and mark[1].startswith(fence) and not line.strip().strip("`~> "):
            fence = None
        elif fence is None:
            line = change(line)
        lines.append(line)
    return "\n".join(lines)


def uncommented(text):
    """A text without comments, save those that stand in code."""
    either = r"(^[ >]*(`{3,}|~{3,}).*?^[ >]*\2[ ]*$)|<!--.*?-->"
    return re.sub(either, lambda match: match[1] or "", text, flags=re.S | re.M)


def dialect(line):
    """A line without what Learn's authors write and readers do not see."""
    line = re.sub(r"\[!(?:div|NOTE|TIP|IMPORTANT|WARNING|CAUTION)\b[^\]]*\]", "", line, flags=re.I)
    line = re.sub(r"\[!VIDEO\s[^\]]*\]", "", line, flags=re.I)
    if re.match(r"\s*:::", line):
        alternative = re.search(r'alt-text="([^"]*)"', line)
        line = alternative[1] if alternative else ""
    return line


def placeholders(text):
    """Tags that no element has are words."""

    def shown(tag):
        name = re.match(r"</?\s*([A-Za-z][A-Za-z0-9-]*)", tag[0])
        return tag[0] if name and name[1].lower() in ELEMENTS else html.escape(tag[0])

    return re.sub(r"<[^<>]*>", shown, text)


def source(path, root, depth=0):
    """An article's HTML, its includes in place."""
    text = path.read_text(encoding="utf-8", errors="replace").replace("\r\n", "\n")
    text = uncommented(FRONT_MATTER.sub("", text, count=1))
    inner = []

    def include(match):
        target = included(path, match[1], root)
        if target is None or depth > 8:
            return ""
        inner.append(source(target, root, depth + 1))
        return f"GLOTTAINCLUDE{len(inner) - 1}X"

    text = INCLUDE.sub(include, text)
    tokens = MARKDOWN.parse(outside_code(text, dialect))
    for token in tokens:
        for child in [token, *(token.children or [])]:
            if child.type in {"html_block", "html_inline"}:
                child.content = placeholders(child.content)
    shown = MARKDOWN.renderer.render(tokens, MARKDOWN.options, {})
    return re.sub(r"GLOTTAINCLUDE(\d+)X", lambda match: f"<p>{inner[int(match[1])]}</p>", shown)


def included(path, target, root):
    target = html.unescape(target)
    base = path.parent
    if target.startswith("~/"):
        target = target[2:]
        while base != root and not (base / "docfx.json").exists():
            base = base.parent
    locale = path.relative_to(root).parts[0]
    place = (base / target).resolve()
    for candidate in [place, root / "en-us" / place.relative_to(root / locale)]:
        if candidate.is_file():
            return candidate
    return None


def main():
    root, pages = (pathlib.Path(argument).resolve() for argument in sys.argv[1:3])
    count = int(sys.argv[3]) if len(sys.argv) > 3 else 200
    seed = int(sys.argv[4]) if len(sys.argv) > 4 else 1
    articles = [path for path in sorted(root.glob("*/**/*.md")) if page_of(path, root, pages).exists()]
    different = 0
    for path in random.Random(seed).sample(articles, min(count, len(articles))):
        wanted = words(source(path, root), True)
        page = words(page_of(path, root, pages).read_text(encoding="utf-8"), False)
        lost, doubled = wanted - page, page - wanted
        if letters(lost) != letters(doubled):
            different += 1
            print(f"{path.relative_to(root)}: lost {dict(lost)} doubled {dict(doubled)}"[:600])
    print(f"# {min(count, len(articles))} of {len(articles)} articles")
    print(different)
    return different > 0


def page_of(path, root, pages):
    return (pages / path.relative_to(root)).with_suffix(".html")


if __name__ == "__main__":
    sys.exit(main())
