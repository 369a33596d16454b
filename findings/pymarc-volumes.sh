#!/usr/bin/env bash
# pymarc 5.4.0 (PyPI): the title of a work in several volumes, in MARC 21.
#
# One would guess: record.title is the title as it stands in field 245, without who is responsible for
# it.
# What happens: it is the subfields a and b, as its description says. The number and the name of the
# part (n, p) are left out, also where they stand between a and b.
# Output seen:
#   Journal officiel. Débats parlementaires. Chambre des députés    Journal officiel.
#   Journal officiel. Débats parlementaires. Sénat                  Journal officiel.
#   Œuvres. 2, 1914-1918 : discours / Ada Bob                       Œuvres. discours /
#
# Why it matters: the two chambers of a parliament, the volumes of collected works and the series of a
# periodical have one title each. Records that are compared or merged by title and year become one.
# Take record["245"].format_field() without the subfield c, or a, n, p and b by name.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv "$tmp/venv"
"$tmp/venv/bin/pip" install --quiet --disable-pip-version-check pymarc==5.4.0

cat >"$tmp/probe.py" <<'PROBE'
from importlib.metadata import version

from pymarc import Field, Indicators, Record, Subfield

print("pymarc", version("pymarc"))
TITLES = [
    "a Journal officiel.|p Débats parlementaires.|p Chambre des députés",
    "a Journal officiel.|p Débats parlementaires.|p Sénat",
    "a Œuvres.|n 2,|p 1914-1918 :|b discours /|c Ada Bob",
    "a Œuvres.|n 3,|p 1919-1939 :|b discours /|c Ada Bob",
]
for title in TITLES:
    subfields = [Subfield(part[0], part[2:]) for part in title.split("|")]
    record = Record()
    record.add_field(Field("245", Indicators("1", "0"), subfields))
    print(f"{record['245'].format_field()} -> {record.title}")
PROBE

cat >"$tmp/expected" <<'EXPECTED'
pymarc 5.4.0
Journal officiel. Débats parlementaires. Chambre des députés -> Journal officiel.
Journal officiel. Débats parlementaires. Sénat -> Journal officiel.
Œuvres. 2, 1914-1918 : discours / Ada Bob -> Œuvres. discours /
Œuvres. 3, 1919-1939 : discours / Ada Bob -> Œuvres. discours /
EXPECTED

"$tmp/venv/bin/python" "$tmp/probe.py" | tee "$tmp/seen"
diff -u "$tmp/expected" "$tmp/seen"
echo "The behaviour is as described."
