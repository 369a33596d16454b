#!/usr/bin/env bash
# astrocite-ris 0.16.4 (npm), which turns RIS into CSL-JSON.
#
# One would guess: of a tag that stands twice both values are read, as of AU and KW; and a date
# whose day is empty has no day.
# What happens: of two notes (N1) the last alone is kept, of two abstracts too. The empty parts of
# a date, which RIS writes with their slashes, become parts that are empty strings.
# Output seen:
#   N1  - vers 1914, N1  - copie     ->  "copie"
#   KW  - paix, KW  - guerre         ->  ["paix","guerre"]
#   DA  - 2010/06//                  ->  [["2010","06",""]]
#
# Why it matters: RIS has no field for a doubt about a date, so the doubt stands in a note, and a
# second note, of a copy or a source, deletes it. An export puts all that it has to say into one
# note, and writes a date no longer than it is known (2010/06).
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
npm install --silent --no-audit --no-fund --prefix "$tmp" astrocite-ris@0.16.4

cat >"$tmp/probe.cjs" <<'PROBE'
const { readFileSync } = require('node:fs');
const { parse } = require('astrocite-ris');
const manifest = readFileSync(`${__dirname}/node_modules/astrocite-ris/package.json`);
console.log(`astrocite-ris ${JSON.parse(manifest).version}`);
for (const [key, ...lines] of [
  ['note', 'N1  - vers 1914', 'N1  - copie'],
  ['abstract', 'AB  - Un.', 'AB  - Deux.'],
  ['keyword', 'KW  - paix', 'KW  - guerre'],
  ['issued', 'DA  - 2010/06//'],
  ['issued', 'DA  - 2010/06'],
]) {
  const [text] = parse(['TY  - BOOK', 'TI  - Titre', ...lines, 'ER  - ', ''].join('\r\n'));
  console.log(`${lines.join(', ')}: ${JSON.stringify(text[key])}`);
}
PROBE

cat >"$tmp/expected" <<'EXPECTED'
astrocite-ris 0.16.4
N1  - vers 1914, N1  - copie: "copie"
AB  - Un., AB  - Deux.: "Deux."
KW  - paix, KW  - guerre: ["paix","guerre"]
DA  - 2010/06//: {"date-parts":[["2010","06",""]]}
DA  - 2010/06: {"date-parts":[["2010","06"]]}
EXPECTED

node "$tmp/probe.cjs" | tee "$tmp/seen"
diff -u "$tmp/expected" "$tmp/seen"
echo "The behaviour is as described."
