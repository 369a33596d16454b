#!/usr/bin/env bash
# any-date-parser 2.2.4 (npm), a reader of dates that knows French, German and other languages.
#
# One would guess: "1914-08" is August 1914, as in ISO 8601, and an ISO day of an early century is
# that day; what cannot be read whole is refused.
# What happens: the month of a year and a month is taken as the day, of no month: "the 8th, 1914".
# Of the ISO day 0044-03-15 the year is dropped, and a date made of it is of the current year. The
# number 751 is the 7th.
# Output seen (locale fr):
#   août 1914   {"year":1914,"month":8}
#   1914-08     {"year":1914,"day":8}
#   08/1914     {"year":1914,"day":8}
#   0751-11-01  {"year":751,"month":11,"day":1}
#   0044-03-15  {"month":3,"day":15}
#   751         {"day":7}
#
# Why it matters: the result looks like a date that is known in part, and who fills in what is
# missing files all issues of a monthly paper under one month, on the first days of it. A test of
# such a reader has a month of twelve, and asks for the parts and not for the date alone.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
npm install --silent --no-audit --no-fund --ignore-scripts --prefix "$tmp" any-date-parser@2.2.4

cat >"$tmp/probe.mjs" <<'PROBE'
import { readFileSync } from 'node:fs';
import parser from 'any-date-parser';

const manifest = new URL('node_modules/any-date-parser/package.json', import.meta.url);
console.log(`any-date-parser ${JSON.parse(readFileSync(manifest)).version}`);
const dates = ['15 août 1914', 'août 1914', '1914-08-15', '1914-08', '1914-12', '08/1914', '0751-11-01',
  '0044-03-15', '751'];
for (const date of dates) console.log(`${date}: ${JSON.stringify(parser.attempt(date, 'fr'))}`);
const ides = parser.fromString('0044-03-15', 'fr');
console.log(`0044-03-15 is of the current year: ${ides.getUTCFullYear() === new Date().getUTCFullYear()}`);
PROBE

cat >"$tmp/expected" <<'EXPECTED'
any-date-parser 2.2.4
15 août 1914: {"day":15,"month":8,"year":1914}
août 1914: {"year":1914,"month":8}
1914-08-15: {"year":1914,"month":8,"day":15}
1914-08: {"year":1914,"day":8}
1914-12: {"year":1914,"day":12}
08/1914: {"year":1914,"day":8}
0751-11-01: {"year":751,"month":11,"day":1}
0044-03-15: {"month":3,"day":15}
751: {"day":7}
0044-03-15 is of the current year: true
EXPECTED

TZ=UTC node "$tmp/probe.mjs" | tee "$tmp/seen"
diff -u "$tmp/expected" "$tmp/seen"
echo "The behaviour is as described."
