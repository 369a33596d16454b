#!/usr/bin/env bash
# alto-tools 0.1.0 (PyPI), which takes the text out of ALTO, the format of libraries for what was
# read from scanned pages.
#
# One would guess: a word that is parted at the end of a line comes out whole, as ALTO has it in
# SUBS_CONTENT, or in its two halves.
# What happens: the first half comes out twice and the second is gone.
# Output seen (souve-raineté and Parle-ment, parted between the lines):
#   La souve
#   souvede la nation et du Parle
#   Parlede 1914
#
# Why it matters: in a newspaper with narrow columns each second line ends so. The words that are
# lost are the long ones, and what stands there instead looks like a fault of the reading of the
# scan. ALTO has both halves and the whole word: test an extractor with one parted word.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv "$tmp/venv"
"$tmp/venv/bin/pip" install --quiet --disable-pip-version-check alto-tools==0.1.0

cat >"$tmp/page.py" <<'PAGE'
PLACE = 'HPOS="0" VPOS="0" WIDTH="9" HEIGHT="9"'


def word(text, part="", whole=""):
    parted = f' SUBS_TYPE="{part}" SUBS_CONTENT="{whole}"' if part else ""
    return f'<String ID="s" CONTENT="{text}" {PLACE}{parted}/>'


LINES = [
    word("La") + word("souve", "HypPart1", "souveraineté") + '<HYP CONTENT="-"/>',
    word("raineté", "HypPart2", "souveraineté")
    + "".join(word(each) for each in ["de", "la", "nation", "et", "du"])
    + word("Parle", "HypPart1", "Parlement")
    + '<HYP CONTENT="-"/>',
    word("ment", "HypPart2", "Parlement") + word("de") + word("1914"),
]
lines = "".join(f"<TextLine {PLACE}>{line}</TextLine>" for line in LINES)
print(
    '<?xml version="1.0" encoding="UTF-8"?>\n<alto xmlns="http://www.loc.gov/standards/alto/ns-v3#"><Layout>'
    f'<Page ID="p" PHYSICAL_IMG_NR="1" WIDTH="9" HEIGHT="9"><PrintSpace {PLACE}>'
    f'<TextBlock ID="b" {PLACE}>{lines}</TextBlock></PrintSpace></Page></Layout></alto>'
)
PAGE
"$tmp/venv/bin/python" "$tmp/page.py" >"$tmp/page.xml"

cat >"$tmp/expected" <<'EXPECTED'
alto-tools 0.1.0
La souve
souvede la nation et du Parle
Parlede 1914
EXPECTED

{
  "$tmp/venv/bin/python" -c 'from importlib.metadata import version as v; print("alto-tools", v("alto-tools"))'
  "$tmp/venv/bin/alto-tools" -t "$tmp/page.xml" | sed 's/ *$//' | grep .
} | tee "$tmp/seen"
diff -u "$tmp/expected" "$tmp/seen"
echo "The behaviour is as described."
