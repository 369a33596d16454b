#!/usr/bin/env bash
# CETEIcean 1.9.5 (npm), which shows TEI in a page as it is; run in jsdom 29.1.1.
#
# One would guess: the text of the page is the text of the TEI: each word stands in it once.
# What happens: what CETEIcean gives a form of its own, such as a link or a note, is kept beside it
# in a hidden element. textContent has both, and the header as well. Nobody sees it, as hidden
# elements are not drawn, but whatever reads the document rather than the screen does.
# Output seen:
#   TEI        La paix est signée à Versailles.Le 28 juin 1919. Elle dure vingt ans.
#   CETEIcean  La paix est signée à VersaillesVersailles.Le 28 juin 1919.(Le 28 juin 1919.) Elle dure …
#
# Why it matters: the selectors of web annotations, the index of a site and counts of words are made
# from textContent. A quote that runs across a link is not found, and offsets behind it are wrong.
# Hidden elements are left out before the text is taken, or the text is taken from the TEI.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
npm install --silent --no-audit --no-fund --ignore-scripts --prefix "$tmp" \
  CETEIcean@1.9.5 jsdom@29.1.1

cat >"$tmp/probe.cjs" <<'PROBE'
const { JSDOM } = require('jsdom');
const { window } = new JSDOM('<!doctype html><main></main>', { url: 'https://example.org/' });
for (const name of ['window', 'document', 'DOMParser', 'Node', 'HTMLElement', 'customElements', 'Event', 'CustomEvent'])
  globalThis[name] = name === 'window' ? window : window[name];
const { default: CETEI } = require('CETEIcean');
for (const name of ['CETEIcean', 'jsdom'])
  console.log(`${name} ${require(`./node_modules/${name}/package.json`).version}`);

const paragraph =
  '<p>La paix est signée à <ref target="#v">Versailles</ref>.<note>Le 28 juin 1919.</note> Elle dure vingt ans.</p>';
const tei = `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>La paix</title>
</titleStmt></fileDesc></teiHeader><text><body>${paragraph}</body></text></TEI>`;
const main = window.document.querySelector('main');
main.append(new CETEI({ documentObject: window.document }).makeHTML5(tei));
const text = new window.DOMParser().parseFromString(tei, 'application/xml');
console.log(`TEI: ${text.querySelector('p').textContent}`);
const shown = main.querySelector('tei-p');
console.log(`CETEIcean: ${shown.textContent}`);
for (const hidden of shown.querySelectorAll('[hidden]')) hidden.remove();
console.log(`without what is hidden: ${shown.textContent}`);
PROBE

cat >"$tmp/expected" <<'EXPECTED'
CETEIcean 1.9.5
jsdom 29.1.1
TEI: La paix est signée à Versailles.Le 28 juin 1919. Elle dure vingt ans.
CETEIcean: La paix est signée à VersaillesVersailles.Le 28 juin 1919.(Le 28 juin 1919.) Elle dure vingt ans.
without what is hidden: La paix est signée à Versailles.(Le 28 juin 1919.) Elle dure vingt ans.
EXPECTED

node "$tmp/probe.cjs" | tee "$tmp/seen"
diff -u "$tmp/expected" "$tmp/seen"
echo "The behaviour is as described."
