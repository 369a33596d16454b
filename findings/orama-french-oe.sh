#!/usr/bin/env bash
# @orama/orama 3.1.18 (npm), with language "french".
#
# One would guess: œ is folded into oe, so that "cœur" and "coeur" are one word; or it is left
# alone.
# What happens: œ is folded into o. "cœur" (heart) is indexed as "cour" (court, yard), "œuvre"
# (work) as "ouvre" (opens): each finds the other, with the same score, and neither is found by
# the spelling with oe.
# Output seen:
#   cour   ->  La cour du roi 0.50 | Le cœur du roi 0.50     coeur   ->  nothing
#   œuvre  ->  On ouvre 0.97 | Une œuvre 0.97                oeuvre  ->  nothing
#
# Why it matters: a corpus that comes from OCR or old typing has both spellings, and a reader
# who types oe expects œ. Folding of ligatures has to be tested with pairs of words that only the
# ligature keeps apart. As a peer in tests of ranking, this one gives false hits for such words.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
npm install --silent --no-audit --no-fund --prefix "$tmp" @orama/orama@3.1.18

cat >"$tmp/probe.mjs" <<'PROBE'
import { readFileSync } from 'node:fs';
import { create, insert, search } from '@orama/orama';

const manifest = new URL('node_modules/@orama/orama/package.json', import.meta.url);
console.log(`@orama/orama ${JSON.parse(readFileSync(manifest)).version}`);
const index = await create({ schema: { text: 'string' }, language: 'french' });
for (const text of ['Le cœur du roi', 'La cour du roi', 'Une œuvre', 'On ouvre', 'La sœur']) {
  await insert(index, { text });
}
for (const term of ['cour', 'cœur', 'coeur', 'ouvre', 'œuvre', 'oeuvre', 'soeur']) {
  const { hits } = await search(index, { term });
  const found = hits.map(({ document, score }) => `${document.text} ${score.toFixed(2)}`).sort();
  console.log(`${term} -> ${found.join(' | ') || 'nothing'}`);
}
PROBE

cat >"$tmp/expected" <<'EXPECTED'
@orama/orama 3.1.18
cour -> La cour du roi 0.50 | Le cœur du roi 0.50
cœur -> La cour du roi 0.50 | Le cœur du roi 0.50
coeur -> nothing
ouvre -> On ouvre 0.97 | Une œuvre 0.97
œuvre -> On ouvre 0.97 | Une œuvre 0.97
oeuvre -> nothing
soeur -> nothing
EXPECTED

node "$tmp/probe.mjs" | tee "$tmp/seen"
diff -u "$tmp/expected" "$tmp/seen"
echo "The behaviour is as described."
