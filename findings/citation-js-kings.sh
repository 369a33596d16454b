#!/usr/bin/env bash
# @citation-js/name 0.4.2 (npm), which reads names of authors for citation-js.
#
# One would guess: "Henri IV" and "Louis XIV" are read alike, with the number as a part of the name
# or as its suffix, and what is read prints again.
# What happens: the numbers I to V are suffixes, as in Henry James III; behind a single name such a
# suffix is dropped, and Henri IV is Henri. From VI on the number is the family name, and the king
# the given one.
# Output seen:
#   Henri II         family Henri                           prints Henri
#   Henri IV         family Henri                           prints Henri
#   Napoléon III     family Napoléon                        prints Napoléon
#   Louis XIV        given Louis, family XIV                prints Louis XIV
#   Henry James III  given Henry, family James, suffix III  prints Henry III James
#
# Why it matters: edicts, letters and laws are catalogued by ruler. Henri II and Henri IV, fifty
# years apart, become one author. Give kings and popes to a bibliography as literal names.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
npm install --silent --no-audit --no-fund --ignore-scripts --prefix "$tmp" @citation-js/name@0.4.2

cat >"$tmp/probe.cjs" <<'PROBE'
const { parse, format } = require('@citation-js/name');
console.log(`@citation-js/name ${require('@citation-js/name/package.json').version}`);
for (const name of ['Henri II', 'Henri IV', 'Napoléon III', 'Louis XIV', 'Henry James III'])
  console.log(`${name} -> ${JSON.stringify(parse(name))}, ${format(parse(name))}`);
PROBE

cat >"$tmp/expected" <<'EXPECTED'
@citation-js/name 0.4.2
Henri II -> {"family":"Henri"}, Henri
Henri IV -> {"family":"Henri"}, Henri
Napoléon III -> {"family":"Napoléon"}, Napoléon
Louis XIV -> {"given":"Louis","family":"XIV"}, Louis XIV
Henry James III -> {"given":"Henry","suffix":"III","family":"James"}, Henry III James
EXPECTED

node "$tmp/probe.cjs" | tee "$tmp/seen"
diff -u "$tmp/expected" "$tmp/seen"
echo "The behaviour is as described."
