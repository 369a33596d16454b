#!/usr/bin/env bash
# typst 0.15.2 (PyPI), whose bibliographies are made by the Rust library hayagriva; read back
# with pypdf 7.1.1.
#
# One would guess: a biblatex date that is a range prints as a range, as the same CSL style does
# with other processors, or at worst by its beginning.
# What happens: the last day of the range is the date. 1990/1999 is a text of 1999, 24 to 26 May
# is 26 May, 199X is 1999, in the citation as well as in the list; and an open end is left out,
# so that 2017-03/.. is March 2017 alone. APA adds a comma behind a year without a month.
# Output seen (style "iso-690-author-date", French):
#   1990/1999              (Liu 1999)   LIU, Xiaoming, 1999. Titre. 1999.
#   2016-05-24/2016-05-26  (Liu 2016)   LIU, Xiaoming, 2016. Titre. 26 mai 2016.
#   199X                   (Liu 1999)   LIU, Xiaoming, 1999. Titre. 1999.
#   2017-03/..             (Liu 2017)   LIU, Xiaoming, 2017. Titre. mars 2017.
#
# Why it matters: texts dated by an interval or a decade are the rule in a corpus of old texts.
# Citations formatted by this library would give them one wrong date, and the latest of all. Where
# a date is an interval, the page has to print it itself, or give it to the library as text.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv "$tmp/venv"
"$tmp/venv/bin/pip" install --quiet --disable-pip-version-check typst==0.15.2 pypdf==7.1.1

cat >"$tmp/probe.py" <<'PROBE'
import io
import pathlib
import sys
from importlib.metadata import version

import pypdf
import typst

print("typst", version("typst"))
folder = pathlib.Path(sys.argv[1])
for style in ["iso-690-author-date", "apa"]:
    print(f"{style}:")
    for date in ["1990/1999", "2016-05-24/2016-05-26", "199X", "2017-03/..", "2016-05-24"]:
        entry = "@misc{a, author = {Liu, Xiaoming}, title = {Titre}, date = {%s}}" % date
        (folder / "texts.bib").write_text(entry)
        (folder / "page.typ").write_text(
            '#set text(lang: "fr")\n#set page(width: 60cm)\n@a\n\n'
            f'#bibliography("texts.bib", style: "{style}", title: none)\n'
        )
        pdf = typst.compile(str(folder / "page.typ"))
        lines = pypdf.PdfReader(io.BytesIO(pdf)).pages[0].extract_text().split("\n")
        print(f"  {date}:", " | ".join(line.strip() for line in lines))
PROBE

cat >"$tmp/expected" <<'EXPECTED'
typst 0.15.2
iso-690-author-date:
  1990/1999: (Liu 1999) | LIU, Xiaoming, 1999. Titre. 1999.
  2016-05-24/2016-05-26: (Liu 2016) | LIU, Xiaoming, 2016. Titre. 26 mai 2016.
  199X: (Liu 1999) | LIU, Xiaoming, 1999. Titre. 1999.
  2017-03/..: (Liu 2017) | LIU, Xiaoming, 2017. Titre. mars 2017.
  2016-05-24: (Liu 2016) | LIU, Xiaoming, 2016. Titre. 24 mai 2016.
apa:
  1990/1999: (Liu, 1999) | Liu, X. (1999,). Titre.
  2016-05-24/2016-05-26: (Liu, 2016) | Liu, X. (2016, mai 26). Titre.
  199X: (Liu, 1999) | Liu, X. (1999,). Titre.
  2017-03/..: (Liu, 2017) | Liu, X. (2017, mars). Titre.
  2016-05-24: (Liu, 2016) | Liu, X. (2016, mai 24). Titre.
EXPECTED

"$tmp/venv/bin/python" "$tmp/probe.py" "$tmp" | tee "$tmp/seen"
diff -u "$tmp/expected" "$tmp/seen"
echo "The behaviour is as described."
