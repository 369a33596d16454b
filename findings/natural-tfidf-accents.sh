#!/usr/bin/env bash
# natural 8.1.1 (npm): TfIdf, and WordTokenizer with { language: 'fr' }.
#
# One would guess: TfIdf weighs the words of a text in any alphabet that JavaScript knows as
# letters; a tokenizer that takes a language takes the letters of that language as such.
# What happens: both cut at each letter with an accent and at œ, and lose it. "État" is the term
# "tat", "cœur" is "ur", "élèves" is "ves". "été" is nothing at all and has the weight 0 in the text
# that is about it, like a word that does not occur.
# Output seen:
#   L’été fut long       -> long fut
#   Le cœur de l’État    -> le ur de tat
#   été: 0.00 0.00 0.00 0.00 0.00
#   WordTokenizer, language fr: L t en gypte
#
# Why it matters: queries are cut like the texts, so that most of them find something and tests with
# one accented word pass; but the terms of a text, as keywords or in a cloud, are no words. As a
# peer for tf-idf this class is given arrays of words instead of texts, or another tokenizer.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
npm install --silent --no-audit --no-fund --ignore-scripts --prefix "$tmp" \
  natural@8.1.1

cat >"$tmp/probe.cjs" <<'PROBE'
const natural = require('natural');

console.log(`natural ${require('natural/package.json').version}`);
const texts = [
  'L’été fut long',
  'La guerre fut longue',
  'Le cœur de l’État',
  'Une œuvre à refaire',
  'Les élèves',
];
const index = new natural.TfIdf();
texts.forEach((text) => index.addDocument(text));
texts.forEach((text, at) => {
  console.log(`${text} -> ${index.listTerms(at).map(({ term }) => term).join(' ')}`);
});
for (const word of ['guerre', 'été', 'état', 'œuvre', 'cœur']) {
  console.log(`${word}: ${index.tfidfs(word).map((weight) => weight.toFixed(2)).join(' ')}`);
}
const words = new natural.WordTokenizer({ language: 'fr' }).tokenize('L’été en Égypte');
console.log(`WordTokenizer, language fr: ${words.join(' ')}`);
PROBE

cat >"$tmp/expected" <<'EXPECTED'
natural 8.1.1
L’été fut long -> long fut
La guerre fut longue -> la guerre longue fut
Le cœur de l’État -> le ur de tat
Une œuvre à refaire -> une uvre refaire
Les élèves -> les ves
guerre: 0.00 1.92 0.00 0.00 0.00
été: 0.00 0.00 0.00 0.00 0.00
état: 0.00 0.00 1.92 0.00 0.00
œuvre: 0.00 0.00 0.00 1.92 0.00
cœur: 0.00 0.00 1.92 0.00 0.00
WordTokenizer, language fr: L t en gypte
EXPECTED

DOTENV_CONFIG_QUIET=true node "$tmp/probe.cjs" | tee "$tmp/seen"
diff -u "$tmp/expected" "$tmp/seen"
echo "The behaviour is as described."
