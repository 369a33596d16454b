#!/usr/bin/env bash
# okapibm25 1.4.1 (npm), a BM25 in JavaScript.
#
# One would guess: a keyword is compared with the words of a text, without regard to capitals or as
# they are written.
# What happens: the keyword is a regular expression that is counted anywhere in the text, inside
# words too and with capitals as they are. "art" is twice in "Une partie du départ", which ranks
# above "L’art de la paix"; 1914 is in 19140; "Art" finds nothing, "La" only a first word.
# Output seen:
#   art   -> L’art de la paix 0.47 | Une partie du départ 0.67 | Les articles 0.66
#   Art   -> nothing
#   1914  -> La guerre de 1914 0.84 | Page 19140 1.07
#
# Why it matters: lengths are counted in words and frequencies in pieces of words, and the formula
# is BM25 all the same. Compared with it, a search that finds whole words looks as if it missed texts
# and ranked them badly. A peer for ranking is first asked for a short word that is in others.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
npm install --silent --no-audit --no-fund --ignore-scripts --prefix "$tmp" \
  okapibm25@1.4.1

cat >"$tmp/probe.cjs" <<'PROBE'
const okapi = require('okapibm25').default;

console.log(`okapibm25 ${require('okapibm25/package.json').version}`);
const texts = ['L’art de la paix', 'Une partie du départ', 'Les articles', 'La guerre de 1914', 'Page 19140'];
for (const word of ['art', 'paix', 'Art', 'La', '1914', '19']) {
  const scores = okapi(texts, [word], { k1: 1.2, b: 0.75 });
  const found = texts.flatMap((text, at) => (scores[at] > 0 ? [`${text} ${scores[at].toFixed(2)}`] : []));
  console.log(`${word} -> ${found.join(' | ') || 'nothing'}`);
}
PROBE

cat >"$tmp/expected" <<'EXPECTED'
okapibm25 1.4.1
art -> L’art de la paix 0.47 | Une partie du départ 0.67 | Les articles 0.66
paix -> L’art de la paix 1.20
Art -> nothing
La -> La guerre de 1914 1.33
1914 -> La guerre de 1914 0.84 | Page 19140 1.07
19 -> La guerre de 1914 0.84 | Page 19140 1.07
EXPECTED

node "$tmp/probe.cjs" | tee "$tmp/seen"
diff -u "$tmp/expected" "$tmp/seen"
echo "The behaviour is as described."
