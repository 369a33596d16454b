#!/usr/bin/env bash
# @microsoft/recognizers-text-date-time 1.3.2 (npm) and htmldate 1.11.0 (PyPI): French dates on the
# first of a month.
#
# One would guess: the first day of a month, which French writes "1er mai 2015", is read like the
# second, "2 mai 2015".
# What happens: Recognizers finds "1er" before a month as a date, but drops its year and makes it
# month 1, day 0: "not resolved". With "premier" the year is left out of what is found, so that the
# day is of this year or the next. In a range, "du 1er au 5 mai 2016" begins in November of that
# year, after its end. htmldate, which dates pages of the web, takes the first of any month for New
# Year's Day: only the year is read, and 1 January is filled in. "1 mai 2015" and "2 mai 2015" are
# right in both.
# Output seen:
#   le 2 mai 2015 -> "2 mai 2015" 2015-05-02
#   le 1er mai 2015 -> "1er mai 2015" XXXX-01-00 = not resolved
#   premier mai 2015 -> "premier mai" XXXX-05-01 = 2026-05-01, XXXX-05-01 = 2027-05-01
#   du 1er au 5 mai 2016 -> "du 1er au 5 mai 2016" 2016-11-01 to 2016-05-05
#   htmldate: Paris, le 1er décembre 2015 -> 2015-01-01
#
# Why it matters: one day in thirty is a first, and laws, treaties and strategies are often dated
# so. A timeline made with the first loses them without an error, since the words are found, or
# draws a range backwards; one made with the second puts them up to eleven months too early. A
# reader of dates tests "1er" by itself, alone and in a range.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
cd "$tmp"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts \
  @microsoft/recognizers-text-date-time@1.3.2

python3 -m venv "$tmp/venv"
"$tmp/venv/bin/pip" install --quiet --disable-pip-version-check htmldate==1.11.0

cat >"$tmp/probe.cjs" <<'PROBE'
const { recognizeDateTime } = require('@microsoft/recognizers-text-date-time');
const { version } = require('@microsoft/recognizers-text-date-time/package.json');

console.log(`@microsoft/recognizers-text-date-time ${version}`);
const today = new Date(2026, 10, 27);
const one = ({ timex, value, start, end }) =>
  start ? `${start} to ${end}` : value === timex ? value : `${timex} = ${value}`;
const show = (text, language) => {
  const found = recognizeDateTime(text, language, 0, today).map(({ text: words, resolution }) => {
    const values = resolution.values.map(one);
    return `"${words}" ${values.join(', ')}`;
  });
  console.log(`${text} -> ${found.join('; ') || 'nothing'}`);
};
for (const text of [
  'le 2 mai 2015',
  '1 mai 2015',
  'le 1er mai 2015',
  'le 1er août 1914',
  'premier mai 2015',
  'du 2 au 5 mai 2016',
  'du 1er au 5 mai 2016',
]) {
  show(text, 'fr-fr');
}
show('1st May 2015', 'en-us');
PROBE

cat >"$tmp/expected" <<'EXPECTED'
@microsoft/recognizers-text-date-time 1.3.2
le 2 mai 2015 -> "2 mai 2015" 2015-05-02
1 mai 2015 -> "1 mai 2015" 2015-05-01
le 1er mai 2015 -> "1er mai 2015" XXXX-01-00 = not resolved
le 1er août 1914 -> "1er août 1914" XXXX-01-00 = not resolved
premier mai 2015 -> "premier mai" XXXX-05-01 = 2026-05-01, XXXX-05-01 = 2027-05-01
du 2 au 5 mai 2016 -> "2 au 5 mai 2016" 2016-05-02 to 2016-05-05
du 1er au 5 mai 2016 -> "du 1er au 5 mai 2016" 2016-11-01 to 2016-05-05
1st May 2015 -> "1st may 2015" 2015-05-01
htmldate 1.11.0
Paris, le 2 décembre 2015 -> 2015-12-02
Paris, le 1er décembre 2015 -> 2015-01-01
Publié le 1 juin 2016 -> 2016-06-01
Publié le 1er juin 2016 -> 2016-01-01
EXPECTED

cat >"$tmp/probe.py" <<'PROBE'
from importlib.metadata import version

from htmldate import find_date

print("htmldate", version("htmldate"))
for text in [
    "Paris, le 2 décembre 2015",
    "Paris, le 1er décembre 2015",
    "Publié le 1 juin 2016",
    "Publié le 1er juin 2016",
]:
    page = f'<html lang="fr"><head><title>Communiqué</title></head><body><p>{text}</p></body></html>'
    print(text, "->", find_date(page))
PROBE

(TZ=UTC node "$tmp/probe.cjs" && "$tmp/venv/bin/python" "$tmp/probe.py" 2>/dev/null) | tee "$tmp/seen"
diff -u "$tmp/expected" "$tmp/seen"
echo "The behaviour is as described."
