#!/usr/bin/env bash
# csvkit 2.2.0 with agate 1.14.2 and parsedatetime 2.6 (PyPI), tools for CSV on the command line.
#
# One would guess: csvsort sorts the rows of a table and leaves what is in them alone; a day in the
# form of ISO 8601 is that day; a name is a name.
# What happens: values are taken for numbers and dates by guess, and written anew. The day
# 0044-03-15 is put into 2044, behind all others, while 0800-12-25 stays. Speakers called April, May
# and June become days of the year 1. In JSON the passages 1.1 and 1.10 have one number. With -I all
# stay.
# Output seen (csvsort -c date):
#   1.10,0800-12-25,June   ->  1.10,0800-12-25,0001-06-01
#   1.1,1789-07-14,May     ->  1.1,1789-07-14,0001-05-01
#   1.2,0044-03-15,April   ->  1.2,2044-03-15,0001-04-01
#
# Why it matters: a table of texts goes through such tools before it is published, and the years
# that change are those that no one checks. Pass -I (--no-inference), and sort ISO days as words.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv "$tmp/venv"
"$tmp/venv/bin/pip" install --quiet --disable-pip-version-check \
  csvkit==2.2.0 agate==1.14.2 parsedatetime==2.6

cat >"$tmp/texts.csv" <<'CSV'
id,date,speaker
1.1,1789-07-14,May
1.2,0044-03-15,April
1.10,0800-12-25,June
CSV

cat >"$tmp/expected" <<'EXPECTED'
csvkit 2.2.0
id,date,speaker
1.10,0800-12-25,0001-06-01
1.1,1789-07-14,0001-05-01
1.2,2044-03-15,0001-04-01
with -I:
id,date,speaker
1.2,0044-03-15,April
1.10,0800-12-25,June
1.1,1789-07-14,May
csvjson:
[{"id": 1.1, "date": "1789-07-14", "speaker": "0001-05-01"}, {"id": 1.2, "date": "2044-03-15", "speaker": "0001-04-01"}, {"id": 1.1, "date": "0800-12-25", "speaker": "0001-06-01"}]EXPECTED

{
  "$tmp/venv/bin/csvsort" --version | sed 's/^csvsort/csvkit/'
  "$tmp/venv/bin/csvsort" -c date "$tmp/texts.csv"
  echo "with -I:"
  "$tmp/venv/bin/csvsort" -I -c date "$tmp/texts.csv"
  echo "csvjson:"
  "$tmp/venv/bin/csvjson" "$tmp/texts.csv"
} | tee "$tmp/seen"
diff -u "$tmp/expected" "$tmp/seen"
echo "The behaviour is as described."
