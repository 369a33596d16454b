#!/usr/bin/env bash
# @citation-js/date 0.5.1 (npm), which reads dates for citation-js.
#
# One would guess: "1914/1918" is read as an interval, like the interval of days
# "2016-05-24/2016-05-26"; or it is kept as it is written (raw), as other texts are that are no
# dates for the library.
# What happens: it is month 1914 of the year 1918. "1914-1918" is month 19 of 1914, "1914-18" is
# month 18. An interval of months loses its end. Of all these only the interval of days is right.
# Output seen:
#   1914/1918              -> {"date-parts":[[1918,1914]]}
#   1914-1918              -> {"date-parts":[[1914,19]]}
#   2016-05/2016-06        -> {"date-parts":[[2016,5]]}
#   2016-05-24/2016-05-26  -> {"date-parts":[[2016,5,24],[2016,5,26]]}
#
# Why it matters: years with a stroke between them are how volumes, wars and terms of office are
# dated. The result is well-formed CSL-JSON and goes on into other programs, where month 19 is an
# error far away, or a season. Numbers of months are checked on the way in.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
npm install --silent --no-audit --no-fund --ignore-scripts --prefix "$tmp" \
  @citation-js/date@0.5.1

cat >"$tmp/probe.cjs" <<'PROBE'
const { parse } = require('@citation-js/date');
const { readFileSync } = require('node:fs');

const manifest = readFileSync(`${__dirname}/node_modules/@citation-js/date/package.json`);
console.log(`@citation-js/date ${JSON.parse(manifest).version}`);
for (const text of [
  '1914',
  '1914/1918',
  '1914-1918',
  '1914-18',
  '2016-05/2016-06',
  '2016-05-24/2016-05-26',
]) {
  console.log(`${text} -> ${JSON.stringify(parse(text))}`);
}
PROBE

cat >"$tmp/expected" <<'EXPECTED'
@citation-js/date 0.5.1
1914 -> {"date-parts":[[1914]]}
1914/1918 -> {"date-parts":[[1918,1914]]}
1914-1918 -> {"date-parts":[[1914,19]]}
1914-18 -> {"date-parts":[[1914,18]]}
2016-05/2016-06 -> {"date-parts":[[2016,5]]}
2016-05-24/2016-05-26 -> {"date-parts":[[2016,5,24],[2016,5,26]]}
EXPECTED

node "$tmp/probe.cjs" | tee "$tmp/seen"
diff -u "$tmp/expected" "$tmp/seen"
echo "The behaviour is as described."
