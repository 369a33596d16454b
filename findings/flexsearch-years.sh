#!/usr/bin/env bash
# flexsearch 0.8.212 (npm).
#
# One would guess: a search for the year 1914 finds the texts in which 1914 stands, and with the
# default "strict" tokenizer no others.
# What happens: a run of digits is cut into groups of three from the left before it is indexed.
# "1914" is the two terms "191" and "4". A text that holds 1918 and a 4 anywhere answers a search
# for 1914, and a search for 191 or for 4 finds 1914.
# Output seen:
#   1914  ->  La guerre de 1914 | L’accord de 1918 compte 4 articles
#   4     ->  both again, and "Un traité en 4 parties"
#   1914  ->  La guerre de 1914, with { numeric: false }
#
# Why it matters: years are what one searches a dated corpus for. As a peer in benchmarks and
# tests of ranking, this library finds too much for queries with numbers unless its encoder is
# told { numeric: false }, which takes an Encoder of one's own.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
npm install --silent --no-audit --no-fund --prefix "$tmp" flexsearch@0.8.212

cat >"$tmp/probe.cjs" <<'PROBE'
const { readFileSync } = require('node:fs');
const { Charset, Encoder, Index } = require('flexsearch');
const manifest = readFileSync(`${__dirname}/node_modules/flexsearch/package.json`);
console.log(`flexsearch ${JSON.parse(manifest).version}`);
const texts = [
  'La guerre de 1914',
  'L’accord de 1918 compte 4 articles',
  'L’accord de 1919',
  'Un traité en 4 parties',
];
const whole = new Encoder(Charset.Default, { numeric: false });
for (const [name, options] of [['as it comes', {}], ['numeric: false', { encoder: whole }]]) {
  const index = new Index(options);
  texts.forEach((text, id) => index.add(id, text));
  console.log(`${name}:`);
  for (const query of ['1914', '191', '4']) {
    const found = index.search(query).sort().map((id) => texts[id]);
    console.log(`  ${query} -> ${found.join(' | ') || 'nothing'}`);
  }
}
PROBE

cat >"$tmp/expected" <<'EXPECTED'
flexsearch 0.8.212
as it comes:
  1914 -> La guerre de 1914 | L’accord de 1918 compte 4 articles
  191 -> La guerre de 1914 | L’accord de 1918 compte 4 articles | L’accord de 1919
  4 -> La guerre de 1914 | L’accord de 1918 compte 4 articles | Un traité en 4 parties
numeric: false:
  1914 -> La guerre de 1914
  191 -> nothing
  4 -> L’accord de 1918 compte 4 articles | Un traité en 4 parties
EXPECTED

node "$tmp/probe.cjs" | tee "$tmp/seen"
diff -u "$tmp/expected" "$tmp/seen"
echo "The behaviour is as described."
