#!/usr/bin/env bash
# rdflib 7.6.0 (PyPI): years of RDF, "1914"^^xsd:gYear, in a query of SPARQL.
#
# One would guess: years compare as years; or, since SPARQL lets an engine refuse to compare what it
# does not know, a filter on years finds nothing. And ORDER BY puts the earlier year first.
# What happens: a filter for what is before the year 1000 leaves out the year 800 and finds a day of
# 1914. The order of the years before Christ is that of their letters: 44 BC before 300 BC.
# Output seen:
#   before 1000:  1914-08-01
#   in order:     1914-08-01 -0043 -0299 0800 1914
#
# Why it matters: catalogues and authority files give years as xsd:gYear, beside days as xsd:date.
# Such a query answers with the wrong half of the collection and with no error. Bring the years to
# integers before they are compared.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv "$tmp/venv"
"$tmp/venv/bin/pip" install --quiet --disable-pip-version-check rdflib==7.6.0

cat >"$tmp/probe.py" <<'PROBE'
from importlib.metadata import version

from rdflib import Graph

DATA = """
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix : <http://example.org/> .
:a :date "1914"^^xsd:gYear .
:b :date "0800"^^xsd:gYear .
:c :date "-0043"^^xsd:gYear .
:d :date "-0299"^^xsd:gYear .
:e :date "1914-08-01"^^xsd:date .
"""
QUERY = """
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
PREFIX : <http://example.org/>
SELECT {} WHERE {{ ?text :date ?date {} }} ORDER BY ?date
"""
graph = Graph().parse(data=DATA, format="turtle")


def ask(what, condition):
    return " ".join(str(row[0]) for row in graph.query(QUERY.format(what, condition)))


print("rdflib", version("rdflib"))
print("before 1000:", ask("?date", 'FILTER(?date < "1000"^^xsd:gYear)'))
print("in order:", ask("?date", ""))
PROBE

cat >"$tmp/expected" <<'EXPECTED'
rdflib 7.6.0
before 1000: 1914-08-01
in order: 1914-08-01 -0043 -0299 0800 1914
EXPECTED

"$tmp/venv/bin/python" -W ignore "$tmp/probe.py" | tee "$tmp/seen"
diff -u "$tmp/expected" "$tmp/seen"
echo "The behaviour is as described."
