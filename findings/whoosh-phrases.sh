#!/usr/bin/env bash
# whoosh-reloaded 2.7.5 (PyPI) with its LanguageAnalyzer for French.
#
# One would guess: a phrase in quotation marks finds the texts where its words follow each other;
# or, when stop words are not indexed, the texts with the same gap between the others.
# What happens: stop words leave no gap. "la paix par la guerre" (peace through war) is searched
# as the two words paix and guerre in this order, with any stop words between or none, and finds
# "peace or war". A phrase made of stop words alone finds nothing, although it is in the text.
# Output seen:
#   "la paix par la guerre"  ->  La paix ou la guerre | La paix par la guerre
#   "par la"                 ->  nothing
#
# Why it matters: who puts a quotation into quotation marks wants that sentence, and small words
# are what tells sentences on one subject apart: with, without, for, against. A search for
# quotations needs an index of all words, or at least of the places that were left out.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv "$tmp/venv"
"$tmp/venv/bin/pip" install --quiet --disable-pip-version-check \
  whoosh-reloaded==2.7.5

cat >"$tmp/probe.py" <<'PROBE'
from importlib.metadata import version

from whoosh.analysis import LanguageAnalyzer
from whoosh.fields import TEXT, Schema
from whoosh.filedb.filestore import RamStorage
from whoosh.qparser import QueryParser

print("whoosh-reloaded", version("whoosh-reloaded"))
analyzer = LanguageAnalyzer("fr")
index = RamStorage().create_index(Schema(text=TEXT(analyzer=analyzer, stored=True)))
writer = index.writer()
for text in [
    "La paix par la guerre",
    "La paix ou la guerre",
    "Ni paix ni guerre",
    "La paix sans guerre",
    "La guerre",
]:
    writer.add_document(text=text)
writer.commit()
parser = QueryParser("text", index.schema)
with index.searcher() as searcher:
    for words in ['"la paix par la guerre"', '"la guerre"', '"la guerre et la paix"', '"par la"']:
        hits = sorted(hit["text"] for hit in searcher.search(parser.parse(words)))
        print(f"{words} -> {' | '.join(hits) or 'nothing'}")
PROBE

cat >"$tmp/expected" <<'EXPECTED'
whoosh-reloaded 2.7.5
"la paix par la guerre" -> La paix ou la guerre | La paix par la guerre
"la guerre" -> La guerre | La paix ou la guerre | La paix par la guerre | La paix sans guerre | Ni paix ni guerre
"la guerre et la paix" -> nothing
"par la" -> nothing
EXPECTED

"$tmp/venv/bin/python" -W ignore "$tmp/probe.py" | tee "$tmp/seen"
diff -u "$tmp/expected" "$tmp/seen"
echo "The behaviour is as described."
