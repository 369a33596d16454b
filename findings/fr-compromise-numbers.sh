#!/usr/bin/env bash
# fr-compromise 0.2.8 (npm), natural language processing of French in the page: its numbers.
#
# One would guess: a library for French reads the numbers of French texts: the comma of decimals,
# the space of thousands, the words of a year.
# What happens: the comma is dropped, so that 3,5 is 35; the space ends the number, so that 10 000 is
# 10. Numbers joined by "et" are added up, so that articles 3 and 4 are 7. The "mil" of a year is
# no number, so that 1914 in words is 914; and the plural of eighty is 4.
# Output seen:
#   une hausse de 3,5 %      "3,5" = 35
#   10 000 hommes            "10 000" = 10
#   les articles 3 et 4      "3 et 4" = 7
#   mil neuf cent quatorze   "neuf cent quatorze" = 914
#
# Why it matters: years and amounts are what a page finds in texts to put on a scale. Each of these
# values is a plausible number, and most are smaller than the right one, so nothing shows. A
# reader of numbers for French is tested with a comma, a space, "et", "mil" and "quatre-vingts".
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
npm install --silent --no-audit --no-fund --prefix "$tmp" fr-compromise@0.2.8

cat >"$tmp/probe.cjs" <<'PROBE'
const { readFileSync } = require('node:fs');
const nlp = require('fr-compromise');
const manifest = readFileSync(`${__dirname}/node_modules/fr-compromise/package.json`);
console.log(`fr-compromise ${JSON.parse(manifest).version}`);
for (const text of [
  'une hausse de 3,5 %',
  '10 000 hommes',
  'les articles 3 et 4',
  'mil neuf cent quatorze',
  'mille neuf cent quatorze',
  'quatre-vingts députés',
  'quatre-vingt-onze députés',
]) {
  const numbers = nlp(text).numbers().json();
  const found = numbers.map(({ text, number }) => `"${text}" = ${number.num}`).join('; ');
  console.log(`${text}: ${found || 'nothing'}`);
}
PROBE

cat >"$tmp/expected" <<'EXPECTED'
fr-compromise 0.2.8
une hausse de 3,5 %: "3,5" = 35
10 000 hommes: "10 000" = 10
les articles 3 et 4: "3 et 4" = 7
mil neuf cent quatorze: "neuf cent quatorze" = 914
mille neuf cent quatorze: "mille neuf cent quatorze" = 1914
quatre-vingts députés: "quatre-" = 4
quatre-vingt-onze députés: "quatre-vingt-onze" = 91
EXPECTED

node "$tmp/probe.cjs" | tee "$tmp/seen"
diff -u "$tmp/expected" "$tmp/seen"
echo "The behaviour is as described."
