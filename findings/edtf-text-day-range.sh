#!/usr/bin/env bash
# edtf 5.0.2 (PyPI), the Python library for EDTF: text_to_edtf.
#
# One would guess: "1-3 May 2014", as a museum or a congress writes its days, becomes the interval
# 2014-05-01/2014-05-03, or else nothing, as "1914 to 1918" does.
# What happens: one of the two days is read as a year, 2001 for 1 and 2003 for 3, and the year that
# was written is lost; the result is one day, certain in form. Days joined by "and" or "or" fare the
# same. A range of months loses its first year, but keeps the second.
# Output seen:
#   24 May 2016          ->  2016-05-24
#   1-3 May 2014         ->  2001-05-03
#   May 1-3, 2014        ->  2003-05-01
#   June 5 or 6, 1944    ->  2006-06-05
#   1914-18              ->  1914/1918
#
# Why it matters: catalogues are turned into EDTF with this function, and the wrong value is valid
# EDTF of the right month, so no validator finds it. A corpus that came that way may have texts
# dated 2001 or a little later that are much older. A reader of dates of one's own refuses a range of
# days that it cannot read, and is tested with one in each order of words.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv "$tmp/venv"
"$tmp/venv/bin/pip" install --quiet --disable-pip-version-check edtf==5.0.2

cat >"$tmp/probe.py" <<'PROBE'
from importlib.metadata import version

from edtf import text_to_edtf

print("edtf", version("edtf"))
for text in [
    "24 May 2016",
    "1-3 May 2014",
    "May 1-3, 2014",
    "3 and 4 May 2016",
    "June 5 or 6, 1944",
    "May-June 1914",
    "1914-18",
    "1914 to 1918",
]:
    print(f"{text} -> {text_to_edtf(text)}")
PROBE

cat >"$tmp/expected" <<'EXPECTED'
edtf 5.0.2
24 May 2016 -> 2016-05-24
1-3 May 2014 -> 2001-05-03
May 1-3, 2014 -> 2003-05-01
3 and 4 May 2016 -> 2003-05-04
June 5 or 6, 1944 -> 2006-06-05
May-June 1914 -> XXXX-05/1914-06
1914-18 -> 1914/1918
1914 to 1918 -> None
EXPECTED

"$tmp/venv/bin/python" "$tmp/probe.py" | tee "$tmp/seen"
diff -u "$tmp/expected" "$tmp/seen"
echo "The behaviour is as described."
