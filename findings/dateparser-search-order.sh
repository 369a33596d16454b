#!/usr/bin/env bash
# dateparser 1.5.0 (PyPI).
#
# One would guess: parse() and search_dates(), told the same language, read the same date alike.
# What happens: with languages=["fr"], parse() puts the day first, as French does, and
# search_dates() puts the month first, so that a date found in a sentence is another than the
# same date parsed alone. Only a day above 12 sets it right. And "1er mai 2015" is two dates in
# search_dates(), neither of which is it, while parse() and "2 mai 2015" are right.
# Output seen:
#   05/06/2016    parse 2016-06-05  search 2016-05-06
#   1er mai 2015  parse 2015-05-01  search 2016-05-24 2015-05-24
#
# Why it matters: whoever checks a reader of dates against this package gets two answers from
# one version; the order of day and month has to be asked for (DATE_ORDER), not left to the
# language. An importer that guesses the order for a column must use it inside sentences, too.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv "$tmp/venv"
"$tmp/venv/bin/pip" install --quiet --disable-pip-version-check dateparser==1.5.0

cat >"$tmp/probe.py" <<'PROBE'
from datetime import datetime
from importlib.metadata import version

import dateparser
from dateparser.search import search_dates

print("dateparser", version("dateparser"))
settings = {"RELATIVE_BASE": datetime(2016, 5, 24)}
day_first = settings | {"DATE_ORDER": "DMY"}


def dates(text, settings):
    found = search_dates(text, languages=["fr"], settings=settings) or []
    return " ".join(str(date.date()) for _, date in found)


for text in ["05/06/2016", "13/06/2016", "1er mai 2015", "2 mai 2015"]:
    alone = dateparser.parse(text, languages=["fr"], settings=settings).date()
    print(f"{text}: parse {alone}, search {dates(text, settings)}, with DMY {dates(text, day_first)}")
PROBE

cat >"$tmp/expected" <<'EXPECTED'
dateparser 1.5.0
05/06/2016: parse 2016-06-05, search 2016-05-06, with DMY 2016-06-05
13/06/2016: parse 2016-06-13, search 2016-06-13, with DMY 2016-06-13
1er mai 2015: parse 2015-05-01, search 2016-05-24 2015-05-24, with DMY 2016-05-24 2015-05-24
2 mai 2015: parse 2015-05-02, search 2015-05-02, with DMY 2015-05-02
EXPECTED

PYTHONWARNINGS=ignore "$tmp/venv/bin/python" "$tmp/probe.py" | tee "$tmp/seen"
diff -u "$tmp/expected" "$tmp/seen"
echo "The behaviour is as described."
