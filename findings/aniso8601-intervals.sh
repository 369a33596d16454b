#!/usr/bin/env bash
# aniso8601 10.0.1 and isodate 0.7.2 (PyPI), readers of the dates of ISO 8601: months, years and
# centuries.
#
# One would guess: what each reads as a date it reads at both ends of an interval, with the meaning of
# the standard: a year lasts a year, a century begins where both say it does.
# What happens: aniso8601 takes the end after the slash as the last part of the beginning if it is not
# a whole day. From August to November is then from the 1st to the 11th of August, and two years or
# two months are an error. A duration of years has 365 days each, one of months 30 each. The century
# 19 begins in 1900 for the one and in 1901 for the other.
# Output seen:
#   1914-08/11           1914-08-01 to 1914-08-11
#   1914/1918            MonthOutOfBoundsError
#   1914-08/1918-11      ISOFormatError
#   1914-01-01/P4Y       1914-01-01 to 1917-12-31
#   P1M/1914-03-31       1914-03-31 to 1914-03-01
#   19                   1900-01-01, isodate 1901-01-01
#
# Why it matters: dates of texts and of archives are years and months more often than days, and
# "1914-08/11" is how a cataloguer shortens August to November. Cut at the slash and read both ends with
# parse_date and its resolution; add years and months with a library that has a calendar.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv "$tmp/venv"
"$tmp/venv/bin/pip" install --quiet --disable-pip-version-check aniso8601==10.0.1 isodate==0.7.2

cat >"$tmp/probe.py" <<'PROBE'
from importlib.metadata import version

import aniso8601
import isodate

print(", ".join(f"{package} {version(package)}" for package in ["aniso8601", "isodate"]))
INTERVALS = [
    "1914-08-04/1918-11-11",
    "1914-08-04/09-05",
    "1914-08/11",
    "1914-08/1918-11",
    "1914/1918",
    "1914-01-01/P4Y",
    "P1M/1914-03-31",
]
for interval in INTERVALS:
    try:
        print(interval, *aniso8601.parse_interval(interval))
    except ValueError as error:
        print(interval, type(error).__name__)
for date in ["19", "18", "1914", "1914-08"]:
    print(f"{date}: {aniso8601.parse_date(date)}, isodate {isodate.parse_date(date)}")
PROBE

cat >"$tmp/expected" <<'EXPECTED'
aniso8601 10.0.1, isodate 0.7.2
1914-08-04/1918-11-11 1914-08-04 1918-11-11
1914-08-04/09-05 1914-08-04 1914-09-05
1914-08/11 1914-08-01 1914-08-11
1914-08/1918-11 ISOFormatError
1914/1918 MonthOutOfBoundsError
1914-01-01/P4Y 1914-01-01 1917-12-31
P1M/1914-03-31 1914-03-31 1914-03-01
19: 1900-01-01, isodate 1901-01-01
18: 1800-01-01, isodate 1801-01-01
1914: 1914-01-01, isodate 1914-01-01
1914-08: 1914-08-01, isodate 1914-08-01
EXPECTED

"$tmp/venv/bin/python" "$tmp/probe.py" | tee "$tmp/seen"
diff -u "$tmp/expected" "$tmp/seen"
echo "The behaviour is as described."
