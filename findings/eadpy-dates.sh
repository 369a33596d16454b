#!/usr/bin/env bash
# eadpy 0.2.0 (PyPI) takes the items out of a finding aid in EAD, the format of archives.
#
# One would guess: an item has its date wherever EAD lets it stand, beside the title or within it; a
# line break in a title is a space.
# What happens: only a date beside the title is a date. Within the title it is words of the title
# alone. In its place the text of the item has the dates of all levels above, as "Collection Dates".
# The words at both sides of a line break are glued.
# Output seen (an item of 1915 in a series of 1914-1918 in a collection of 1880-1940):
#   date beside the title    1915
#   date within the title    None; Collection Dates: 1880-1940, 1914-1918
#   Lettres<lb/>à sa mère    Lettresà sa mère
#
# Why it matters: a date within the title is how many older finding aids have it throughout. Their
# items are without date, and a search by years finds each under the years of its collection. Ask for
# the share of items without date before anything is counted by year.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv "$tmp/venv"
"$tmp/venv/bin/pip" install --quiet --disable-pip-version-check eadpy==0.2.0

cat >"$tmp/probe.py" <<'PROBE'
from importlib.metadata import version

import eadpy

print("eadpy", version("eadpy"))
ITEMS = [
    "<unittitle>Discours</unittitle><unitdate normal='1915'>1915</unitdate>",
    "<unittitle>Discours, <unitdate normal='1915'>1915</unitdate></unittitle>",
    "<unittitle>Lettres<lb/>à sa mère</unittitle><unitdate>1915</unitdate>",
]
for item in ITEMS:
    finding_aid = eadpy.from_string(
        '<ead xmlns="urn:isbn:1-931666-22-9"><eadheader><eadid>E 1</eadid></eadheader><archdesc level="fonds"><did>'
        "<unittitle>Fonds</unittitle><unitdate>1880-1940</unitdate></did><dsc><c01 level='series' id='s'><did>"
        "<unittitle>Série</unittitle><unitdate>1914-1918</unitdate></did>"
        f"<c02 level='item' id='i'><did>{item}</did></c02></c01></dsc></archdesc></ead>"
    )
    [found] = [each for each in finding_aid.create_item_chunks() if each["metadata"]["level"] == "item"]
    metadata = found["metadata"]
    print(f"{item}\n  title {metadata['title']}, date {metadata['date']}")
    print(f"  {[line for line in found['text'].splitlines() if 'Date' in line]}")
PROBE

cat >"$tmp/expected" <<'EXPECTED'
eadpy 0.2.0
<unittitle>Discours</unittitle><unitdate normal='1915'>1915</unitdate>
  title Discours, date 1915
  ['Date: 1915', 'Collection Dates: 1880-1940, 1914-1918']
<unittitle>Discours, <unitdate normal='1915'>1915</unitdate></unittitle>
  title Discours, 1915, date None
  ['Collection Dates: 1880-1940, 1914-1918']
<unittitle>Lettres<lb/>à sa mère</unittitle><unitdate>1915</unitdate>
  title Lettresà sa mère, date 1915
  ['Date: 1915', 'Collection Dates: 1880-1940, 1914-1918']
EXPECTED

"$tmp/venv/bin/python" "$tmp/probe.py" | tee "$tmp/seen"
diff -u "$tmp/expected" "$tmp/seen"
echo "The behaviour is as described."
