#!/usr/bin/env bash
# undate 0.8.0 (PyPI), a library for uncertain dates in the humanities: its EDTF converter.
#
# One would guess: what undate reads as EDTF it writes as EDTF that means the same; a library that
# exists for uncertain dates keeps the sign of doubt or refuses it.
# What happens: a year before Christ is written with the zeros before the minus sign, as "0-43",
# which undate itself does not read back. "About 1914" becomes 1914 without a word, and an
# interval whose end is unknown becomes one that is still open.
# Output seen:
#   -0043-03-15  ->  0-43-03-15  ->  not read
#   1914~        ->  1914
#   1914/        ->  1914/..
#
# Why it matters: the package is made for this field, and a column that has gone through it looks
# like clean EDTF but for the oldest texts, whose dates a strict reader must refuse. A reader
# tells such values apart from its own errors by naming the value; a converter is tested by
# reading back what it wrote.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv "$tmp/venv"
"$tmp/venv/bin/pip" install --quiet --disable-pip-version-check undate==0.8.0

cat >"$tmp/probe.py" <<'PROBE'
from importlib.metadata import version

from undate import Undate

print("undate", version("undate"))
for text in ["2016-05-24", "0800", "199X", "1914/..", "1914/", "1914~", "-0043", "-0043-03-15"]:
    written = Undate.parse(text, "EDTF").format("EDTF")
    try:
        back = repr(Undate.parse(written, "EDTF").format("EDTF"))
    except ValueError:
        back = "not read"
    print(f"{text} -> {written} -> {back}")
PROBE

cat >"$tmp/expected" <<'EXPECTED'
undate 0.8.0
2016-05-24 -> 2016-05-24 -> '2016-05-24'
0800 -> 0800 -> '0800'
199X -> 199X -> '199X'
1914/.. -> 1914/.. -> '1914/..'
1914/ -> 1914/.. -> '1914/..'
1914~ -> 1914 -> '1914'
-0043 -> 0-43 -> not read
-0043-03-15 -> 0-43-03-15 -> not read
EXPECTED

"$tmp/venv/bin/python" "$tmp/probe.py" | tee "$tmp/seen"
diff -u "$tmp/expected" "$tmp/seen"
echo "The behaviour is as described."
