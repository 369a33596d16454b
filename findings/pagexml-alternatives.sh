#!/usr/bin/env bash
# pagexml-tools 0.9.0 (PyPI), a reader of PAGE, the format of Transkribus and OCR-D for what was read
# from pages: a line with two readings.
#
# One would guess: of several TextEquiv, which PAGE ranks by their index, the best is the text of the
# line, or at least the first one.
# What happens: the line has no text. It stays in the list of lines, and all counts pass over it.
# Output seen:
#   one reading          La guerre de 1914
#   one, with its index  La guerre de 1914
#   two readings         None
#   statistics           2 words, of 6
#
# Why it matters: a program that is unsure writes two readings, and someone who corrects in OCR-D adds
# one. Such lines are the difficult ones; a text without them looks whole, since the lines around it
# are there. Before reading, keep the TextEquiv of the lowest index alone; count lines without text.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv "$tmp/venv"
"$tmp/venv/bin/pip" install --quiet --disable-pip-version-check pagexml-tools==0.9.0

cat >"$tmp/probe.py" <<'PROBE'
from importlib.metadata import version

from pagexml.parser import parse_pagexml_file

print("pagexml-tools", version("pagexml-tools"))
PLACE = '<Coords points="0,0 9,0 9,9 0,9"/><Baseline points="0,8 9,8"/>'


def reading(text, rank=""):
    return f"<TextEquiv{rank}><Unicode>{text}</Unicode></TextEquiv>"


LINES = {
    "one reading": reading("La guerre de 1914"),
    "one, with its index": reading("La guerre de 1914", ' index="0"'),
    "two readings": reading("La guerre de 1914", ' index="0"') + reading("Ia guerre de 1974", ' index="1"'),
}
for name, readings in LINES.items():
    page = (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<PcGts xmlns="http://schema.primaresearch.org/PAGE/gts/pagecontent/2019-07-15"><Metadata>'
        "<Creator>e</Creator><Created>2020-01-01T00:00:00</Created><LastChange>2020-01-01T00:00:00"
        '</LastChange></Metadata><Page imageFilename="a.png" imageWidth="9" imageHeight="9">'
        f'<TextRegion id="r"><Coords points="0,0 9,0 9,9 0,9"/><TextLine id="l">{PLACE}{readings}'
        f'</TextLine><TextLine id="m">{PLACE}{reading("et après")}</TextLine></TextRegion></Page></PcGts>'
    )
    with open("page.xml", "w") as file:
        file.write(page)
    scan = parse_pagexml_file("page.xml")
    print(f"{name}: {[line.text for line in scan.get_lines()]}, {scan.stats['words']} words")
PROBE

cat >"$tmp/expected" <<'EXPECTED'
pagexml-tools 0.9.0
one reading: ['La guerre de 1914', 'et après'], 6 words
one, with its index: ['La guerre de 1914', 'et après'], 6 words
two readings: [None, 'et après'], 2 words
EXPECTED

(cd "$tmp" && venv/bin/python probe.py) | tee "$tmp/seen"
diff -u "$tmp/expected" "$tmp/seen"
echo "The behaviour is as described."
