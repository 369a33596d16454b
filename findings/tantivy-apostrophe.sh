#!/usr/bin/env bash
# tantivy 0.27.0 (PyPI), the library for full-text search: its language of queries.
#
# One would guess: the apostrophe inside a word, as in l'état, is a letter or a separator in a
# query, as it is when the same text is indexed.
# What happens: the straight apostrophe is a quotation mark of the query. "l'état", "aujourd'hui"
# and "l'état d'urgence" are syntax errors, but "la paix d'aujourd'hui" is none: it becomes five
# separate words, of which "d" also finds the state of emergency. With the typographic apostrophe
# each of them is a phrase and finds what it says. The lenient parser takes the straight one well.
# Output seen:
#   l'état                -> Syntax Error: l'état
#   l’état                -> L'état d'urgence
#   la paix d'aujourd'hui -> L'état d'urgence | La paix | La paix d'aujourd'hui | …
#   l'état, lenient       -> L'état d'urgence
#
# Why it matters: keyboards type the straight apostrophe, and elisions are everywhere in French. A
# search page that passes queries on as typed shows its readers an error where nothing is wrong. A
# test of queries in French types l'état with both apostrophes, and two elisions in one query.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv "$tmp/venv"
"$tmp/venv/bin/pip" install --quiet --disable-pip-version-check \
  tantivy==0.27.0

cat >"$tmp/probe.py" <<'PROBE'
from importlib.metadata import version

import tantivy

print("tantivy", version("tantivy"))
builder = tantivy.SchemaBuilder()
builder.add_text_field("text", stored=True)
index = tantivy.Index(builder.build())
writer = index.writer()
for text in ["L'état d'urgence", "La paix", "La paix d'aujourd'hui", "La paix d’aujourd’hui"]:
    writer.add_document(tantivy.Document(text=text))
writer.commit()
index.reload()
searcher = index.searcher()


def found(parse, query):
    try:
        parsed = parse(query, ["text"])
    except ValueError as error:
        return str(error)
    parsed = parsed[0] if isinstance(parsed, tuple) else parsed
    hits = searcher.search(parsed, 10).hits
    return " | ".join(sorted(searcher.doc(place)["text"][0] for _, place in hits)) or "nothing"


for query in [
    "état",
    "l'état",
    "l’état",
    "l'état d'urgence",
    "aujourd'hui",
    "la paix d'aujourd'hui",
    "la paix d’aujourd’hui",
]:
    print(f"{query} -> {found(index.parse_query, query)}")
for query in ["l'état", "l'état d'urgence"]:
    print(f"{query}, lenient -> {found(index.parse_query_lenient, query)}")
PROBE

cat >"$tmp/expected" <<'EXPECTED'
tantivy 0.27.0
état -> L'état d'urgence
l'état -> Syntax Error: l'état
l’état -> L'état d'urgence
l'état d'urgence -> Syntax Error: l'état d'urgence
aujourd'hui -> Syntax Error: aujourd'hui
la paix d'aujourd'hui -> L'état d'urgence | La paix | La paix d'aujourd'hui | La paix d’aujourd’hui
la paix d’aujourd’hui -> La paix | La paix d'aujourd'hui | La paix d’aujourd’hui
l'état, lenient -> L'état d'urgence
l'état d'urgence, lenient -> L'état d'urgence
EXPECTED

"$tmp/venv/bin/python" -W ignore "$tmp/probe.py" | tee "$tmp/seen"
diff -u "$tmp/expected" "$tmp/seen"
echo "The behaviour is as described."
