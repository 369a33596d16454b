#!/usr/bin/env bash
# pandoc 3.9, as pypandoc_binary 1.17 (PyPI) ships it: from CSL-JSON to biblatex and back.
#
# One would guess: pandoc reads the dates that it writes, since it writes EDTF into date and
# reads EDTF from there.
# What happens: an approximate date gets its ~ escaped for LaTeX, as \textasciitilde{}, inside
# the date; reading that, pandoc finds no date at all. A year before 1000 is written without
# its zeros and one before Christ without the shift of EDTF (44 BC as -44, which would be 45 BC):
# pandoc itself reads neither back.
# Output seen:
#   about 24 May 2016  ->  date = {2016-05-24\textasciitilde{}}  ->  no date
#   25 December 800    ->  date = {800-12-25}                    ->  no date
#   15 March 44 BC     ->  date = {-44-03-15}                    ->  no date
#
# Why it matters: a bibliography exported as CSL-JSON and carried on with pandoc loses just the
# dates that are hard. An export in biblatex of one's own is not made superfluous by pandoc; and a
# reader of biblatex should take \textasciitilde{} in a date for what it was.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv "$tmp/venv"
"$tmp/venv/bin/pip" install --quiet --disable-pip-version-check pypandoc_binary==1.17

cat >"$tmp/probe.py" <<'PROBE'
import json
import re

import pypandoc

print("pandoc", pypandoc.get_pandoc_version())
for issued in [
    {"date-parts": [[2016, 5, 24]]},
    {"date-parts": [[2016, 5, 24]], "circa": True},
    {"date-parts": [[800, 12, 25]]},
    {"date-parts": [[-44, 3, 15]]},
]:
    text = {"id": "a", "type": "book", "title": "Titre", "issued": issued}
    biblatex = pypandoc.convert_text(json.dumps([text]), "biblatex", format="csljson")
    back = json.loads(pypandoc.convert_text(biblatex, "csljson", format="biblatex"))
    written = re.search(r"date = .*", biblatex)[0]
    print(json.dumps(issued), "->", written, "->", json.dumps(back[0].get("issued")))
PROBE

cat >"$tmp/expected" <<'EXPECTED'
pandoc 3.9
{"date-parts": [[2016, 5, 24]]} -> date = {2016-05-24} -> {"date-parts": [[2016, 5, 24]]}
{"date-parts": [[2016, 5, 24]], "circa": true} -> date = {2016-05-24\textasciitilde{}} -> null
{"date-parts": [[800, 12, 25]]} -> date = {800-12-25} -> null
{"date-parts": [[-44, 3, 15]]} -> date = {-44-03-15} -> null
EXPECTED

"$tmp/venv/bin/python" "$tmp/probe.py" | tee "$tmp/seen"
diff -u "$tmp/expected" "$tmp/seen"
echo "The behaviour is as described."
