#!/usr/bin/env bash
# typograf 7.8.0 (npm), which puts the typography of a text right, with its locale for French.
#
# One would guess: with locale "fr" the spaces that French has before ? ! ; : and % become no-break
# spaces, or stay.
# What happens: they are taken away, as English has it, while quotation marks become the French ones
# with their spaces. Only those that are no-break spaces already stay.
# Output seen (· for a no-break space, ¨ for a thin one):
#   Oui ! dit-il : "non".       Oui! dit-il: «¨non¨».
#   La guerre ? Jamais ; non.   La·guerre? Jamais; non.
#   Il y a 5 % de voix.         Il·y·a·5% de·voix.
#   Oui¨! dit-il·: «·non·».     Oui¨! dit-il·: «¨non¨».
#
# Why it matters: texts that were typed with ordinary spaces, as most are, come out with the typography
# of no language, and the French quotation marks make it look as if it were meant. Texts of two sources
# come out with two typographies. Put the no-break spaces before one runs it, or leave out its rules on
# spaces; test it with a sentence for each sign.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
npm install --silent --no-audit --no-fund --ignore-scripts --prefix "$tmp" typograf@7.8.0

cat >"$tmp/probe.cjs" <<'PROBE'
const { readFileSync } = require('node:fs');
const Typograf = require('typograf');

console.log(`typograf ${JSON.parse(readFileSync(`${__dirname}/node_modules/typograf/package.json`)).version}`);
const french = new Typograf({ locale: ['fr'] });
const shown = (text) => text.replace(/\u00A0/g, '·').replace(/\u202F/g, '¨');
const sentences = [
  'Oui ! dit-il : "non".',
  'La guerre ? Jamais ; non.',
  'Il y a 5 % de voix.',
  // Correct already: a no-break space before the colon, thin ones before the other signs.
  'Oui\u202F! dit-il\u00A0: «\u00A0non\u00A0».',
];
for (const sentence of sentences) console.log(`${shown(sentence)} -> ${shown(french.execute(sentence))}`);
PROBE

cat >"$tmp/expected" <<'EXPECTED'
typograf 7.8.0
Oui ! dit-il : "non". -> Oui! dit-il: «¨non¨».
La guerre ? Jamais ; non. -> La·guerre? Jamais; non.
Il y a 5 % de voix. -> Il·y·a·5% de·voix.
Oui¨! dit-il·: «·non·». -> Oui¨! dit-il·: «¨non¨».
EXPECTED

node "$tmp/probe.cjs" | tee "$tmp/seen"
diff -u "$tmp/expected" "$tmp/seen"
echo "The behaviour is as described."
