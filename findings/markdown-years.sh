#!/usr/bin/env bash
# Markdown 3.11.3, markdownify 1.2.3 and markdown-it-py 4.3.0 (PyPI): a paragraph that begins with
# a year.
#
# One would guess: a year at the beginning of a paragraph is kept, as text or as the number of a
# list, and a converter from HTML to Markdown writes what is read back as the same words.
# What happens: "1914. La guerre éclate." is the first item of a numbered list, and Markdown
# numbers it from 1: the year is gone from the HTML. markdown-it-py keeps it as the list's first
# number, which is still in no text. markdownify writes such a paragraph as it stands, so that a
# page loses its years on the way there and back, and "- 44" its minus sign.
# Output seen:
#   Markdown        1914. La guerre éclate.    -> <ol><li>La guerre éclate.</li></ol>
#   Markdown        1914\. La guerre éclate.   -> <p>1914. La guerre éclate.</p>
#   markdown-it-py  1914. La guerre éclate.    -> <ol start="1914"><li>La guerre éclate.</li></ol>
#   markdownify     <p>1914. La guerre…</p>    -> 1914. La guerre…
#
# Why it matters: chronicles and chronologies begin their paragraphs so, and what is lost is the
# date. Where the first year is kept, the second is lost still: a list counts on from its first
# number, so that 1918 after 1914 is 1915. A reader of Markdown for dated texts takes the numbers
# from the source, and a writer puts a backslash before the full stop.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv "$tmp/venv"
"$tmp/venv/bin/pip" install --quiet --disable-pip-version-check \
  Markdown==3.11.3 markdownify==1.2.3 markdown-it-py==4.3.0

cat >"$tmp/probe.py" <<'PROBE'
from importlib.metadata import version

from markdown import markdown
from markdown_it import MarkdownIt
from markdownify import markdownify

for package in ["Markdown", "markdownify", "markdown-it-py"]:
    print(package, version(package))
for text in [
    "1914. La guerre éclate.",
    "1914\\. La guerre éclate.",
    "Paris, 1914. La guerre éclate.",
]:
    print(f"{text} -> " + markdown(text).replace("\n", ""))
for text in ["1914. La guerre éclate.", "1914. La guerre éclate.\n1918. La paix revient."]:
    print("markdown-it-py -> " + MarkdownIt().render(text).replace("\n", ""))
page = "<p>1914. La guerre éclate.</p><p>1918. La paix revient.</p><p>- 44 : César meurt.</p>"
written = markdownify(page)
print("markdownify -> " + written.strip().replace("\n\n", " / "))
print("and back -> " + markdown(written).replace("\n", ""))
PROBE

cat >"$tmp/expected" <<'EXPECTED'
Markdown 3.11.3
markdownify 1.2.3
markdown-it-py 4.3.0
1914. La guerre éclate. -> <ol><li>La guerre éclate.</li></ol>
1914\. La guerre éclate. -> <p>1914. La guerre éclate.</p>
Paris, 1914. La guerre éclate. -> <p>Paris, 1914. La guerre éclate.</p>
markdown-it-py -> <ol start="1914"><li>La guerre éclate.</li></ol>
markdown-it-py -> <ol start="1914"><li>La guerre éclate.</li><li>La paix revient.</li></ol>
markdownify -> 1914. La guerre éclate. / 1918. La paix revient. / - 44 : César meurt.
and back -> <ol><li><p>La guerre éclate.</p></li><li><p>La paix revient.</p></li><li><p>44 : César meurt.</p></li></ol>
EXPECTED

"$tmp/venv/bin/python" -W ignore "$tmp/probe.py" | tee "$tmp/seen"
diff -u "$tmp/expected" "$tmp/seen"
echo "The behaviour is as described."
