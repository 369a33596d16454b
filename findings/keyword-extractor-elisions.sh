#!/usr/bin/env bash
# keyword-extractor 0.0.28 (npm), which takes the stop words out of a text, with language "french".
#
# One would guess: the article of "l'état" is a stop word with either apostrophe, or is none.
# What happens: the apostrophe of print is taken out and the word closes over it: létat, dune,
# aujourdhui. That of the typewriter stays, and so does the article. French quotation marks, which
# stand between spaces, are keywords themselves.
# Output seen:
#   La guerre de l’État             guerre létat
#   La guerre de l'État             guerre l'état
#   La fin d’une armée aujourd’hui  fin dune armée aujourdhui
#   Il dit « oui »                  dit « oui »
#
# Why it matters: état is never a keyword where an article stands before it, which in French is
# most of the time, and one text has létat where another has l'état. Cut elisions before extraction.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
npm install --silent --no-audit --no-fund --ignore-scripts --prefix "$tmp" \
  keyword-extractor@0.0.28

cat >"$tmp/probe.cjs" <<'PROBE'
const { extract } = require('keyword-extractor');
console.log(`keyword-extractor ${require('keyword-extractor/package.json').version}`);
for (const text of [
  'La guerre de l’État',
  "La guerre de l'État",
  'La fin d’une armée aujourd’hui',
  'Il dit « oui »',
]) {
  const words = extract(text, { language: 'french', return_changed_case: true });
  console.log(`${text} -> ${words.join(' ')}`);
}
PROBE

cat >"$tmp/expected" <<'EXPECTED'
keyword-extractor 0.0.28
La guerre de l’État -> guerre létat
La guerre de l'État -> guerre l'état
La fin d’une armée aujourd’hui -> fin dune armée aujourdhui
Il dit « oui » -> dit « oui »
EXPECTED

node "$tmp/probe.cjs" | tee "$tmp/seen"
diff -u "$tmp/expected" "$tmp/seen"
echo "The behaviour is as described."
