#!/usr/bin/env bash
# dom-anchor-text-quote 4.0.2 (npm), which finds the quote of a web annotation in a page.
#
# One would guess: a quote that no longer stands in the page is not found, or is found where a few
# letters of a long quote have changed; and a quote without context is its first occurrence.
# What happens: a short quote is found where a word merely resembles it. A note on "1914" sits
# on "1918", one on "25 mai 2016" on "24 mai 2016", one on "impossible" on "possible.", with no
# sign that the match is not exact and no option against it. And a quote without context is the
# occurrence nearest to the middle of the page.
# Output seen:
#   L’accord de 1918 fut signé.   quote "1914"         ->  "1918"
#   Séance du 24 mai 2016.        quote "25 mai 2016"  ->  "24 mai 2016"
#   roi roi roi roi roi           quote "roi"          ->  characters 8 to 11
#
# Why it matters: notes on a dated text quote just years and days, where one digit is another
# event. Such a note moves to another year when a text is corrected, and the reader takes the wrong
# place for the quoted one. Compare what was found with the quote before showing it, or let the note
# say that its place is lost.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
npm install --silent --no-audit --no-fund --prefix "$tmp" \
  dom-anchor-text-quote@4.0.2 jsdom@29.1.1

cat >"$tmp/probe.cjs" <<'PROBE'
const { JSDOM } = require('jsdom');
const { window } = new JSDOM('<!doctype html><p></p>');
for (const name of ['document', 'Node', 'NodeFilter', 'Range']) global[name] = window[name];
const { toTextPosition } = require('dom-anchor-text-quote');
const version = (name) => require(`${name}/package.json`).version;
console.log(`dom-anchor-text-quote ${version('dom-anchor-text-quote')}`);
const page = window.document.querySelector('p');
for (const [text, exact] of [
  ['L’accord de 1918 fut signé.', '1914'],
  ['L’accord de 1918 fut signé.', '1789'],
  ['Séance du 24 mai 2016.', '25 mai 2016'],
  ['Il est possible.', 'impossible'],
  ['roi roi roi roi roi', 'roi'],
]) {
  page.textContent = text;
  const { start, end } = toTextPosition(page, { exact }) ?? {};
  const found = end ? `"${text.slice(start, end)}" at ${start}` : 'nothing';
  console.log(`${text} "${exact}" -> ${found}`);
}
PROBE

cat >"$tmp/expected" <<'EXPECTED'
dom-anchor-text-quote 4.0.2
L’accord de 1918 fut signé. "1914" -> "1918" at 12
L’accord de 1918 fut signé. "1789" -> nothing
Séance du 24 mai 2016. "25 mai 2016" -> "24 mai 2016" at 10
Il est possible. "impossible" -> "possible." at 7
roi roi roi roi roi "roi" -> "roi" at 8
EXPECTED

node "$tmp/probe.cjs" | tee "$tmp/seen"
diff -u "$tmp/expected" "$tmp/seen"
echo "The behaviour is as described."
