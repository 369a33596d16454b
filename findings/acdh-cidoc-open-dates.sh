#!/usr/bin/env bash
# acdh-cidoc-pyutils 1.12.1 (PyPI) turns dates of TEI into time-spans of CIDOC CRM.
#
# One would guess: "not before 1880" is a time-span with a beginning and no end, and "from 1914" has
# no end either; a day before Christ is a day, as its year is a year.
# What happens: the one bound is taken for the other, so that "not before 1880" is from 1880 to 1880,
# with the label 1880. A day or month before Christ is a string, while the year is a year.
# Output seen (beginning, end):
#   notBefore="1880"       1880, 1880
#   from="1914"            1914, 1914
#   to="1918"              1918, 1918
#   when="-0043-03-15"     -0043-03-15 as xsd:string
#
# Why it matters: bounds are what editions have where they do not know, and these are now among their
# exact dates. Nothing tells them from true years in the graph. Give fill_missing=False to
# extract_begin_end and make the time-span oneself, or look at time-spans with both ends equal.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv "$tmp/venv"
"$tmp/venv/bin/pip" install --quiet --disable-pip-version-check \
  acdh-cidoc-pyutils==1.12.1 rdflib==7.6.0 lxml==6.1.1

cat >"$tmp/probe.py" <<'PROBE'
from importlib.metadata import version

from acdh_cidoc_pyutils import make_birth_death_entities
from lxml import etree
from rdflib import URIRef

print("acdh-cidoc-pyutils", version("acdh-cidoc-pyutils"))
DATES = [
    'when="1880"',
    'notBefore="1880"',
    'from="1914"',
    'to="1918"',
    'notBefore="1914" notAfter="1918"',
    'when="-0043"',
    'when="-0043-03-15"',
]
for date in DATES:
    person = etree.fromstring(
        '<person xmlns="http://www.tei-c.org/ns/1.0"><persName>Ada Bob</persName>'
        f"<birth><date {date}/></birth></person>"
    )
    graph, _, _ = make_birth_death_entities(
        URIRef("urn:x:ada"), person, "urn:x:", date_node_xpath="tei:date[1]"
    )
    ends = {}
    for _, relation, value in graph:
        name = relation.split("/")[-1].split("_")[0]
        if name in ["P82a", "P82b"]:
            kind = value.datatype.split("#")[-1] if value.datatype else "no type"
            ends[name] = f"{value} ({kind})"
    print(f"{date}: {ends['P82a']}, {ends['P82b']}")
PROBE

cat >"$tmp/expected" <<'EXPECTED'
acdh-cidoc-pyutils 1.12.1
when="1880": 1880 (gYear), 1880 (gYear)
notBefore="1880": 1880 (gYear), 1880 (gYear)
from="1914": 1914 (gYear), 1914 (gYear)
to="1918": 1918 (gYear), 1918 (gYear)
notBefore="1914" notAfter="1918": 1914 (gYear), 1918 (gYear)
when="-0043": -0043 (gYear), -0043 (gYear)
when="-0043-03-15": -0043-03-15 (string), -0043-03-15 (string)
EXPECTED

"$tmp/venv/bin/python" "$tmp/probe.py" | tee "$tmp/seen"
diff -u "$tmp/expected" "$tmp/seen"
echo "The behaviour is as described."
