#!/usr/bin/env bash
# to-words 5.7.0 (npm), numbers in words in 135 locales, with fr-FR: its ordinals.
#
# One would guess: toOrdinal gives an ordinal, since the package says that French has its full
# ordinal words: the 21st century is the "vingt et unième".
# What happens: round numbers and those below twenty have their ordinal; 21 to 99 beside the tens
# come back as cardinals, without a sign of it. English has them all.
# Output seen:
#   19  Dix-Neuvième       Nineteenth
#   20  Vingtième          Twentieth
#   21  Vingt Et Un        Twenty First
#   71  Soixante Et Onze   Seventy First
#   80  Quatre-Vingtième   Eightieth
#   81  Quatre-Vingt-Un    Eighty First
#
# Why it matters: centuries, sessions and anniversaries are written as ordinals. A heading that was
# right up to the 20th century says "le vingt et un siècle" of our own. Test ordinals past twenty.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
npm install --silent --no-audit --no-fund --ignore-scripts --prefix "$tmp" to-words@5.7.0

cat >"$tmp/probe.mjs" <<'PROBE'
import { readFileSync } from 'node:fs';
import { ToWords } from 'to-words';

const manifest = new URL('node_modules/to-words/package.json', import.meta.url);
console.log(`to-words ${JSON.parse(readFileSync(manifest)).version}`);
const [french, english] = ['fr-FR', 'en-US'].map((localeCode) => new ToWords({ localeCode }));
for (const number of [19, 20, 21, 71, 80, 81])
  console.log(`${number}: ${french.toOrdinal(number)}, ${english.toOrdinal(number)}`);
PROBE

cat >"$tmp/expected" <<'EXPECTED'
to-words 5.7.0
19: Dix-Neuvième, Nineteenth
20: Vingtième, Twentieth
21: Vingt Et Un, Twenty First
71: Soixante Et Onze, Seventy First
80: Quatre-Vingtième, Eightieth
81: Quatre-Vingt-Un, Eighty First
EXPECTED

node "$tmp/probe.mjs" | tee "$tmp/seen"
diff -u "$tmp/expected" "$tmp/seen"
echo "The behaviour is as described."
