#!/usr/bin/env bash
# Sphinx 9.0.4 (PyPI): the search of the sites that it makes, which runs in the page without a
# server.
#
# One would guess: a search for 1914 finds the pages in which 1914 stands; a word that begins a
# sentence is found as it is elsewhere.
# What happens: what consists of digits is not indexed, and dropped from a query: 1914 finds
# nothing, "14 juillet 1789" is a search for juillet. In French a stop word with a capital is
# indexed with it, and since a query is written in small letters first, nothing can find it: "Été",
# the summer, is a stop word as a form of être.
# Output seen (the words of the index for "Été 1914. Le 14 juillet 1789, la Bastille. En l'an II."):
#   En Le an bastill ii juillet Été
#
# Why it matters: a manual can do without its numbers, a book about the past cannot, and Sphinx and
# what builds on it are used for books and courses. An empty result reads as if the year did not
# occur.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv "$tmp/venv"
"$tmp/venv/bin/pip" install --quiet --disable-pip-version-check Sphinx==9.0.4 snowballstemmer==3.1.1

mkdir "$tmp/book"
cat >"$tmp/book/conf.py" <<'CONF'
project = "Histoire"
language = "fr"
CONF
cat >"$tmp/book/index.rst" <<'INDEX'
Chronologie
===========

Été 1914. Le 14 juillet 1789, la Bastille. En l'an II.
INDEX
"$tmp/venv/bin/python" -m sphinx -q -b html "$tmp/book" "$tmp/site"

cat >"$tmp/words.py" <<'WORDS'
import json
import sys
from importlib.metadata import version

print("Sphinx", version("Sphinx"))
with open(sys.argv[1], encoding="utf-8") as file:
    index = json.loads(file.read().removeprefix("Search.setIndex(").removesuffix(")"))
print("words:", *sorted(index["terms"]))
print("words of titles:", *sorted(index["titleterms"]))
WORDS

# The part of the search that runs in the page: what it makes of a query.
cat >"$tmp/query.cjs" <<'QUERY'
const { readFileSync } = require('node:fs');
const { createContext, runInContext } = require('node:vm');
const page = createContext({
  SPHINX_HIGHLIGHT_ENABLED: false, _ready() {}, document: { addEventListener() {} }, localStorage: { setItem() {} },
});
page.window = page;
const files = ['language_data', 'searchtools'];
const code = files.map((name) => readFileSync(`${process.argv[2]}/_static/${name}.js`, 'utf8')).join('\n');
for (const query of ['1914', '14 juillet 1789', 'Été', 'an II', 'Bastille']) {
  const parsed = runInContext(`(() => { ${code}\n return Search._parseQuery(${JSON.stringify(query)}); })()`, page);
  console.log(`${query}: looks for ${[...parsed[1]].join(' ') || 'nothing'}`);
}
QUERY

cat >"$tmp/expected" <<'EXPECTED'
Sphinx 9.0.4
words: En Le an bastill ii juillet Été
words of titles: chronolog
1914: looks for nothing
14 juillet 1789: looks for juillet
Été: looks for nothing
an II: looks for an ii
Bastille: looks for bastill
EXPECTED

{
  "$tmp/venv/bin/python" "$tmp/words.py" "$tmp/site/searchindex.js"
  node "$tmp/query.cjs" "$tmp/site"
} | tee "$tmp/seen"
diff -u "$tmp/expected" "$tmp/seen"
echo "The behaviour is as described."
