#!/usr/bin/env bash
# bibtexparser 2.1.0 with pylatexenc 2.11 (PyPI): LatexDecodingMiddleware.
#
# One would guess: the middleware that decodes LaTeX turns {\'E}tat into État and leaves the
# fields alone that hold no LaTeX, such as date (EDTF) and url.
# What happens: it decodes each field. The ~ that marks an approximate date in EDTF becomes a
# no-break space, so the doubt is gone and the value is no EDTF; a url ends at its first %, since
# that begins a comment in LaTeX.
# Output seen:
#   date  2016-05-24~                     ->  '2016-05-24\xa0'
#   url   https://example.org/a%20b#p3    ->  'https://example.org/a'
#
# Why it matters: biblatex is where EDTF and LaTeX meet, and the two give one sign two senses. A
# file of citations that means "about" by ~ alone loses it in such a reader: the doubt has to
# stand in the note as well, and links had better have no % in them (%20 of a query, %C3%A9).
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv "$tmp/venv"
"$tmp/venv/bin/pip" install --quiet --disable-pip-version-check \
  bibtexparser==2.1.0 pylatexenc==2.11

cat >"$tmp/probe.py" <<'PROBE'
from importlib.metadata import version

import bibtexparser
from bibtexparser.middlewares import LatexDecodingMiddleware

print("bibtexparser", version("bibtexparser") + ", pylatexenc", version("pylatexenc"))
text = r"""@online{a,
  title = {L'{\'E}tat},
  date = {2016-05-24~},
  url = {https://example.org/a%20b#p3},
}"""
for name, middleware in [("plain", []), ("decoded", [LatexDecodingMiddleware()])]:
    library = bibtexparser.parse_string(text, append_middleware=middleware)
    print(f"{name}:")
    for field in library.entries[0].fields:
        print(f"  {field.key} {field.value!r}")
PROBE

cat >"$tmp/expected" <<'EXPECTED'
bibtexparser 2.1.0, pylatexenc 2.11
plain:
  title "L'{\\'E}tat"
  date '2016-05-24~'
  url 'https://example.org/a%20b#p3'
decoded:
  title "L'État"
  date '2016-05-24\xa0'
  url 'https://example.org/a'
EXPECTED

"$tmp/venv/bin/python" "$tmp/probe.py" | tee "$tmp/seen"
diff -u "$tmp/expected" "$tmp/seen"
echo "The behaviour is as described."
