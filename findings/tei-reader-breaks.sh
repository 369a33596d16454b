#!/usr/bin/env bash
# tei-reader 0.0.17 (PyPI), a reader of TEI for corpora.
#
# One would guess: the text of a paragraph comes out in the order in which it stands, whatever
# milestones (line, page) are in it.
# What happens: the words between a line or page break and the next element are moved to the end
# of the paragraph. Without a second element, or without a break, the order is right. A break is
# no space either, so that two words become one.
# Output seen:
#   Il vint à Paris<lb/>le <date>24 mai</date>.  ->  Il vint à Paris24 mai.le
#   Il vint à Paris le <date>24 mai</date>.      ->  Il vint à Paris le 24 mai.
#
# Why it matters: breaks are in each TEI file made from a print, and dates and names are marked in
# the best of them. Counts of single words hardly show it, but pairs of words, quotes and
# concordances are made of words that never stood together. A reader of TEI is tested with a break
# before a marked date.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv "$tmp/venv"
"$tmp/venv/bin/pip" install --quiet --disable-pip-version-check tei-reader==0.0.17

cat >"$tmp/probe.py" <<'PROBE'
from importlib.metadata import version

from tei_reader import TeiReader

HEADER = """<teiHeader><fileDesc><titleStmt><title>Titre</title></titleStmt><publicationStmt><p/>
</publicationStmt><sourceDesc><p/></sourceDesc></fileDesc></teiHeader>"""
TEI = f"""<TEI xmlns="http://www.tei-c.org/ns/1.0">{HEADER}
<text><body><p>%s</p></body></text></TEI>"""
print("tei-reader", version("tei-reader"))
for words in [
    "Il vint à Paris le <date>24 mai</date>.",
    "Il vint à Paris<lb/>le <date>24 mai</date>.",
    'Il vint<pb n="2"/> à Paris <date>le 24 mai</date> avec <name>Liu</name>.',
    "Il vint <date>le 24 mai</date><lb/> à Paris.",
]:
    print(f"{words} -> {TeiReader().read_string(TEI % words).text.strip()}")
PROBE

cat >"$tmp/expected" <<'EXPECTED'
tei-reader 0.0.17
Il vint à Paris le <date>24 mai</date>. -> Il vint à Paris le 24 mai.
Il vint à Paris<lb/>le <date>24 mai</date>. -> Il vint à Paris24 mai.le
Il vint<pb n="2"/> à Paris <date>le 24 mai</date> avec <name>Liu</name>. -> Il vintle 24 mai avec Liu. à Paris
Il vint <date>le 24 mai</date><lb/> à Paris. -> Il vint le 24 mai à Paris.
EXPECTED

"$tmp/venv/bin/python" "$tmp/probe.py" | tee "$tmp/seen"
diff -u "$tmp/expected" "$tmp/seen"
echo "The behaviour is as described."
