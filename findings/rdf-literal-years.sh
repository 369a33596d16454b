#!/usr/bin/env bash
# rdf-literal 2.0.0 with rdf-data-factory 2.1.0 (npm): dates of RDF to dates of JavaScript and back.
#
# One would guess: a year or a month that is read as xsd:gYear or xsd:gYearMonth is written again as
# it was, and years before Christ, which XML Schema writes with a minus, are read.
# What happens: zeros are left out in writing. The year 44 is written "44", which XML Schema does
# not have and which the library reads as 2044; August 1914 is written "1914-8", which it refuses
# itself. "-0043", which is valid, is refused as invalid.
# Output seen:
#   0044     gYear       written 44, read again as 2044
#   1914-08  gYearMonth  written 1914-8, then: Invalid RDF …gYearMonth value: '1914-8'
#   -0043    gYear       Invalid RDF …gYear value: '-0043'
#
# Why it matters: data of libraries and museums that passes through is refused by other tools for
# each month from January to September, and antiquity moves into our century. Keep the words of a
# literal, and write dates from them.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
npm install --silent --no-audit --no-fund --ignore-scripts --prefix "$tmp" \
  rdf-literal@2.0.0 rdf-data-factory@2.1.0

cat >"$tmp/probe.cjs" <<'PROBE'
const { DataFactory } = require('rdf-data-factory');
const { fromRdf, toRdf } = require('rdf-literal');
console.log(`rdf-literal ${require('rdf-literal/package.json').version}`);
const factory = new DataFactory();
const day = (literal) => fromRdf(literal, true).toISOString().slice(0, 10);
for (const [value, type] of [
  ['1914', 'gYear'],
  ['0044', 'gYear'],
  ['1914-08', 'gYearMonth'],
  ['-0043', 'gYear'],
]) {
  const datatype = factory.namedNode(`http://www.w3.org/2001/XMLSchema#${type}`);
  const literal = factory.literal(value, datatype);
  try {
    const written = toRdf(fromRdf(literal, true), { datatype });
    console.log(`${value}: ${day(literal)}, written ${written.value}, again ${day(written)}`);
  } catch (error) {
    console.log(`${value}: ${error.message}`);
  }
}
PROBE

cat >"$tmp/expected" <<'EXPECTED'
rdf-literal 2.0.0
1914: 1914-01-01, written 1914, again 1914-01-01
0044: 0044-01-01, written 44, again 2044-01-01
1914-08: Invalid RDF http://www.w3.org/2001/XMLSchema#gYearMonth value: '1914-8'
-0043: Invalid RDF http://www.w3.org/2001/XMLSchema#gYear value: '-0043'
EXPECTED

node "$tmp/probe.cjs" | tee "$tmp/seen"
diff -u "$tmp/expected" "$tmp/seen"
echo "The behaviour is as described."
