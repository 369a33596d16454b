#!/usr/bin/env bash
# fastgedcom 1.1.4 (PyPI) and read-gedcom 0.3.2 (npm): years in dates of GEDCOM 5.5.1, the format of
# genealogists.
#
# One would guess: both know the calendars and the eras that the format has, or refuse them; and a
# year is a whole number.
# What happens: for fastgedcom the year of 18 Brumaire 8, in the French Republican calendar, is 18,
# and a year before Christ is one after. An interval has the year in its middle, with half a year
# too. read-gedcom knows the calendar, takes 44 B.C. for 45 BC, and the year 44 for 1944.
# Output seen (fastgedcom, read-gedcom):
#   @#DFRENCH R@ 18 BRUM 8   18      1799-11-09
#   44 B.C.                  44      -000044-01-01, which is 45 BC
#   44                       44      1944-01-01
#   15 MAR 44                44      1944-03-15
#   BET 1914 AND 1917        1915.5  none
#
# Why it matters: genealogists' files have French acts of the years 1793 to 1805 as they were written,
# in the Republican calendar. Sorted by such years they come before all others, in the order of the
# days of the month. A reader of these files is tested with a date of each calendar and each era.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv "$tmp/venv"
"$tmp/venv/bin/pip" install --quiet --disable-pip-version-check fastgedcom==1.1.4
npm install --silent --no-audit --no-fund --ignore-scripts --prefix "$tmp" read-gedcom@0.3.2

cat >"$tmp/probe.py" <<'PROBE'
import sys
from importlib.metadata import version

from fastgedcom.helpers import extract_int_year

print("fastgedcom", version("fastgedcom"))
for date in sys.argv[1:]:
    print(f"{date}: {extract_int_year(date)}")
PROBE
cat >"$tmp/probe.mjs" <<'PROBE'
import { readFileSync } from 'node:fs';
import gedcom from 'read-gedcom';

const manifest = new URL('node_modules/read-gedcom/package.json', import.meta.url);
console.log(`read-gedcom ${JSON.parse(readFileSync(manifest)).version}`);
for (const text of process.argv.slice(2)) {
  const { date } = gedcom.parseDate(text);
  console.log(`${text}: ${date ? gedcom.toJsDate(date).toISOString().split('T')[0] : 'none'}`);
}
PROBE

cat >"$tmp/expected" <<'EXPECTED'
fastgedcom 1.1.4
15 MAR 1914: 1914
@#DFRENCH R@ 18 BRUM 8: 18
44 B.C.: 44
44: 44
15 MAR 44: 44
BET 1914 AND 1917: 1915.5
read-gedcom 0.3.2
15 MAR 1914: 1914-03-15
@#DFRENCH R@ 18 BRUM 8: 1799-11-09
44 B.C.: -000044-01-01
44: 1944-01-01
15 MAR 44: 1944-03-15
BET 1914 AND 1917: none
EXPECTED

dates=('15 MAR 1914' '@#DFRENCH R@ 18 BRUM 8' '44 B.C.' '44' '15 MAR 44' 'BET 1914 AND 1917')
{
  "$tmp/venv/bin/python" "$tmp/probe.py" "${dates[@]}"
  TZ=UTC node "$tmp/probe.mjs" "${dates[@]}"
} | tee "$tmp/seen"
diff -u "$tmp/expected" "$tmp/seen"
echo "The behaviour is as described."
