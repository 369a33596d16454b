#!/usr/bin/env bash
# stopwords-iso 1.1.0 and stopwords-fr 0.3.0 (npm): the stop words of French.
#
# One would guess: a list of stop words holds articles, pronouns, prepositions and the forms of
# être and avoir, and no noun that a text can be about.
# What happens: "état" is among the forms of être, beside "était". Other nouns and verbs are stop
# words too: parole, parler, valeur, droite, gens, force, effet, sujet. "etat" without its accent
# is none.
# Output seen:
#   état: stop word     parole: stop word     valeur: stop word     guerre: word     etat: word
#   "le chef de l état prend la parole sur la valeur de la paix"  ->  chef prend paix
#
# Why it matters: in a corpus of speeches, laws and treaties the State is missing from frequencies,
# clouds and topics without a gap that one could see, while texts typed without accents keep it. A
# list is read before it is used, and a page that leaves words out names them.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
npm install --silent --no-audit --no-fund --ignore-scripts --prefix "$tmp" \
  stopwords-iso@1.1.0 stopwords-fr@0.3.0

cat >"$tmp/probe.cjs" <<'PROBE'
const iso = require('stopwords-iso').fr;
const french = require('stopwords-fr');

for (const name of ['stopwords-iso', 'stopwords-fr']) {
  console.log(`${name} ${require(`${name}/package.json`).version}`);
}
const words = 'état parole parler valeur droite gens force effet sujet seul unique guerre peuple'.split(' ');
for (const word of [...words, 'était', 'etat']) {
  const kept = (list) => (list.includes(word) ? 'stop word' : 'word');
  console.log(`${word}: ${kept(iso)}, ${kept(french)}`);
}
const speech = 'le chef de l état prend la parole sur la valeur de la paix';
console.log(speech.split(' ').filter((word) => !iso.includes(word)).join(' '));
PROBE

cat >"$tmp/expected" <<'EXPECTED'
stopwords-iso 1.1.0
stopwords-fr 0.3.0
état: stop word, stop word
parole: stop word, stop word
parler: stop word, stop word
valeur: stop word, stop word
droite: stop word, stop word
gens: stop word, stop word
force: stop word, stop word
effet: stop word, stop word
sujet: stop word, stop word
seul: stop word, stop word
unique: stop word, stop word
guerre: word, word
peuple: word, word
était: stop word, stop word
etat: word, word
chef prend paix
EXPECTED

node "$tmp/probe.cjs" | tee "$tmp/seen"
diff -u "$tmp/expected" "$tmp/seen"
echo "The behaviour is as described."
