#!/usr/bin/env bash
# pandoc 3.9, as pypandoc_binary 1.17 (PyPI) ships it, reads RIS; the file of the second half is
# written by @citation-js/core 0.8.2 with @citation-js/plugin-ris 0.8.2 (npm).
#
# One would guess: a date in the form that RIS has for it, year/month/day/other, is read; of a part
# that cannot be read, the year at least is kept.
# What happens: PY with a month or a day gives a text without any date, and PY with empty parts
# gives a range of four ends, three of them the year 0. DA is not read at all, so that the same
# date from another library comes through as its year. The form that RIS does not have, with
# hyphens, is the one that is read in full.
# Output seen:
#   PY  - 2016/05/24/  ->  no date         PY  - 2016///       ->  [[2016], [0], [0], [0]]
#   DA  - 2016/05/24/  ->  no date         PY  - 2016-05-24    ->  [[2016, 5, 24]]
#   written by citation-js: DA  - 2016/5/24/ and PY  - 2016    ->  [[2016]]
#
# Why it matters: RIS is what library catalogues hand out, and pandoc is how a bibliography in RIS
# becomes CSL-JSON. Speeches of one year can no longer be put in order. An export in RIS gives PY
# the bare year and DA the day, and is not checked by pandoc alone.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
npm install --silent --no-audit --no-fund --prefix "$tmp" \
  @citation-js/core@0.8.2 @citation-js/plugin-ris@0.8.2
python3 -m venv "$tmp/venv"
"$tmp/venv/bin/pip" install --quiet --disable-pip-version-check pypandoc_binary==1.17

cat >"$tmp/probe.cjs" <<'PROBE'
const { Cite } = require('@citation-js/core');
require('@citation-js/plugin-ris');
const issued = { 'date-parts': [[2016, 5, 24]] };
console.log(new Cite({ id: 'a', type: 'book', title: 'Titre', issued }).format('ris'));
PROBE
cat >"$tmp/probe.py" <<'PROBE'
import json
import sys

import pypandoc


def issued(ris):
    read = json.loads(pypandoc.convert_text(ris, "csljson", format="ris"))
    return json.dumps(read[0].get("issued", {}).get("date-parts"))


print("pandoc", pypandoc.get_pandoc_version())
for date in [
    "PY  - 2016",
    "PY  - 2016/05/24/",
    "PY  - 2016///",
    "PY  - 2016-05-24",
    "DA  - 2016/05/24/",
]:
    print(date, "->", issued(f"TY  - BOOK\nTI  - Titre\n{date}\nER  - \n"))
written = open(sys.argv[1]).read()
lines = [line for line in written.splitlines() if line.startswith(("PY", "DA"))]
print("citation-js:", " and ".join(lines), "->", issued(written))
PROBE

cat >"$tmp/expected" <<'EXPECTED'
pandoc 3.9
PY  - 2016 -> [[2016]]
PY  - 2016/05/24/ -> []
PY  - 2016/// -> [[2016], [0], [0], [0]]
PY  - 2016-05-24 -> [[2016, 5, 24]]
DA  - 2016/05/24/ -> null
citation-js: DA  - 2016/5/24/ and PY  - 2016 -> [[2016]]
EXPECTED

node "$tmp/probe.cjs" >"$tmp/written.ris"
"$tmp/venv/bin/python" "$tmp/probe.py" "$tmp/written.ris" | tee "$tmp/seen"
diff -u "$tmp/expected" "$tmp/seen"
echo "The behaviour is as described."
