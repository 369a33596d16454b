#!/usr/bin/env bash
# wink-tokenizer 5.3.0 and wink-nlp-utils 2.1.0 (npm), tokenizers; the first calls itself
# multilingual and names French.
#
# One would guess: œ is a letter of French words, like é.
# What happens: é is a letter, and œ is not. The first tokenizer and tokenize of the second cut the
# word on both sides of it; the first tags it "alien". tokenize0 drops it, and é as well.
# Output seen:
#                             cœur      œuvre    été
#   wink-tokenizer            c œ ur    œ uvre   été
#   wink-nlp-utils tokenize   c œ ur    œ uvre   été
#   wink-nlp-utils tokenize0  c ur      uvre     t
#
# Why it matters: cœur, œuvre, vœu, sœur and mœurs are in no list of words, and "ur", "uvre" and "urs"
# are. A test with accents alone does not find it, since é stands in Latin-1 and œ does not.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
npm install --silent --no-audit --no-fund --ignore-scripts --prefix "$tmp" \
  wink-tokenizer@5.3.0 wink-nlp-utils@2.1.0

cat >"$tmp/probe.cjs" <<'PROBE'
const tokenizer = new (require('wink-tokenizer'))();
const { string } = require('wink-nlp-utils');
for (const name of ['wink-tokenizer', 'wink-nlp-utils'])
  console.log(`${name} ${require(`${name}/package.json`).version}`);
for (const word of ['cœur', 'œuvre', 'été']) {
  const tokens = tokenizer.tokenize(word).map(({ value, tag }) => `${value}/${tag}`);
  console.log(`${word}: ${tokens.join(' ')}`);
  console.log(`  ${string.tokenize(word).join(' ')} | ${string.tokenize0(word).join(' ')}`);
}
PROBE

cat >"$tmp/expected" <<'EXPECTED'
wink-tokenizer 5.3.0
wink-nlp-utils 2.1.0
cœur: c/word œ/alien ur/word
  c œ ur | c ur
œuvre: œ/alien uvre/word
  œ uvre | uvre
été: été/word
  été | t
EXPECTED

node "$tmp/probe.cjs" | tee "$tmp/seen"
diff -u "$tmp/expected" "$tmp/seen"
echo "The behaviour is as described."
