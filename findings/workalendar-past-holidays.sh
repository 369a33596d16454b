#!/usr/bin/env bash
# workalendar 17.0.0 (PyPI), holidays by country and year; holidays 0.109 beside it.
#
# One would guess: asked for the holidays of a year, it gives those of that year, or refuses a year
# that it does not know.
# What happens: for each year it gives the holidays of today. France kept the armistice of 1918 and
# the victory of 1945 before the wars, and the 14th of July in the year of the Bastille itself.
# holidays, the other library, has each of them from its law on.
# Output seen:
#                 workalendar     holidays
#   1789, 14 July   Bastille Day    -
#   1914, 8 May     Victory in Europe Day  -
#   1914, 11 November  Armistice Day  -
#
# Why it matters: whether a debate, a newspaper or a letter is of a holiday is asked of dated
# texts, and here the answer for any text before 1947 is made up. Ask a library of holidays for a
# year before a holiday was there, before it is trusted with old texts.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv "$tmp/venv"
"$tmp/venv/bin/pip" install --quiet --disable-pip-version-check \
  workalendar==17.0.0 holidays==0.109

cat >"$tmp/probe.py" <<'PROBE'
from datetime import date
from importlib.metadata import version

import holidays
from workalendar.europe import France

for package in ["workalendar", "holidays"]:
    print(package, version(package))
for day in [date(1789, 7, 14), date(1914, 5, 8), date(1914, 11, 11), date(1914, 7, 14)]:
    first = dict(France().holidays(day.year)).get(day, "-")
    second = holidays.France(years=day.year, language="en_US").get(day, "-")
    print(f"{day}: {first} | {second}")
PROBE

cat >"$tmp/expected" <<'EXPECTED'
workalendar 17.0.0
holidays 0.109
1789-07-14: Bastille Day | -
1914-05-08: Victory in Europe Day | -
1914-11-11: Armistice Day | -
1914-07-14: Bastille Day | National Day
EXPECTED

"$tmp/venv/bin/python" -W ignore "$tmp/probe.py" | tee "$tmp/seen"
diff -u "$tmp/expected" "$tmp/seen"
echo "The behaviour is as described."
