#!/bin/bash
# manual.sh MANDIR: whether man-db knows every manual page of a published site, in its language.
#
# Prints a line for each page that mandb does not index, or that apropos does not find by a word of its description, and then
# their number. Ends with 0 only where that is 0. Without mandb or apropos it says so, and prints nothing else.
set -euo pipefail
root=${1:?usage: manual.sh MANDIR}
for tool in mandb apropos python3; do
  command -v "$tool" >/dev/null || {
    echo "skipped: $tool is not installed"
    exit 0
  }
done
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
# mandb works as another user where it can, who must be able to look in.
chmod 755 "$scratch"
cp -r "$root" "$scratch/man"
# What is listed there is what is expected, and no help.
find "$scratch/man" -name whatis -delete
mandb --create --quiet "$scratch/man" 2>/dev/null
export MANPATH=$scratch/man LC_ALL=C.UTF-8
python3 - "$root" <<'PYTHON'
"""Holds what apropos says in each language against the pages that there are."""
import os, re, subprocess, sys

root = sys.argv[1]


def apropos(locale, *words):
    """The pages that apropos names in a language, with what it says of them."""
    run = subprocess.run(["apropos", "--long", "-L", locale, *words], capture_output=True, text=True)
    lines = (re.match(r"(\S+) \((\S+)\)\s+- (.*)", line) for line in run.stdout.splitlines())
    return {(line[1], line[2]): " ".join(line[3].split()) for line in lines if line}


def pages(folder):
    """The names and sections of the pages in a folder."""
    for path, _, files in os.walk(folder):
        for file in files:
            match = re.fullmatch(r"(.+)\.([1-9])(\.gz)?", file)
            if match and os.path.basename(path) == "man" + match[2]:
                yield match[1], match[2]


faults, count = [], 0
for locale in sorted(os.listdir(root)):
    folder = os.path.join(root, locale)
    with open(os.path.join(folder, "whatis"), encoding="utf-8") as file:
        lines = [re.fullmatch(r"(\S+) \((\S+)\) - (.*)\n", line) for line in file]
    listed = {(line[1], line[2]): " ".join(line[3].split()) for line in lines}
    known = apropos(locale, ".")
    for page in sorted(pages(folder)):
        count += 1
        name = f"{locale} {page[0]}({page[1]})"
        if page not in known:
            faults.append(f"{name} is not indexed")
        elif page in listed:
            # What stands behind a name is read by the program that makes the page, which has no room for some characters.
            words = re.findall(r"\w+", listed[page])
            word = max(words, key=len, default=page[0])
            if page not in apropos(locale, "--regex", re.escape(word)):
                faults.append(f"{name} is not found by `{word}`")
        elif not page[0].endswith("-index"):
            faults.append(f"{name} is not in the list")
print("\n".join(faults + [f"# {count} pages", str(len(faults))]))
sys.exit(bool(faults) or not count)
PYTHON
