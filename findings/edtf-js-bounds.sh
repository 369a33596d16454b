#!/usr/bin/env bash
# edtf 4.11.1 (npm), the JavaScript library for EDTF.
#
# One would guess: an interval with an unknown end covers every later year, or none; and what
# iterating over a set yields, the set covers.
# What happens: an unknown end counts as the beginning of 1970. "1950/" covers 1960 and not
# 1985; "/1999" covers 1985 and not 1960; open ends ("../1999") are right. A set whose last
# member is a range ends with the first year of that range: it yields the others, and covers
# none of them.
# Output seen:
#   1950/                   covers 1960, not 1985
#   /1999                   covers 1985, not 1960
#   {1667,1668,1670..1672}  lasts until 1670-12-31, yields 1672, does not cover it
#   [1667..1672]            lasts until 1667-12-31, yields 1672, does not cover it
#
# Why it matters: a timeline or a filter built on this library's bounds leaves out years, by a
# date that stands nowhere in the data. Whoever compares earliest and latest days with it must
# set unknown ends and ranges in sets aside; a file meant for other readers has closed intervals.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
npm install --silent --no-audit --no-fund --prefix "$tmp" edtf@4.11.1

cat >"$tmp/probe.mjs" <<'PROBE'
import { readFileSync } from 'node:fs';
import edtf from 'edtf';

const manifest = new URL('node_modules/edtf/package.json', import.meta.url);
console.log(`edtf ${JSON.parse(readFileSync(manifest)).version}`);
for (const text of ['1950/', '/1999', '../1999']) {
  const covered = ['1960', '1985'].map((year) => `${year} ${edtf(text).covers(edtf(year))}`);
  console.log(`${text}: covers ${covered.join(', ')}`);
}
for (const text of ['{1667,1668,1670..1672}', '[1667..1672]', '1667/1672']) {
  const value = edtf(text);
  const last = new Date(value.max).toISOString().slice(0, 10);
  const years = [...value].map(String).join(' ');
  console.log(`${text}: until ${last}, yields ${years}, covers 1672 ${value.covers(edtf('1672'))}`);
}
PROBE

cat >"$tmp/expected" <<'EXPECTED'
edtf 4.11.1
1950/: covers 1960 true, 1985 false
/1999: covers 1960 false, 1985 true
../1999: covers 1960 true, 1985 true
{1667,1668,1670..1672}: until 1670-12-31, yields 1667 1668 1670 1671 1672, covers 1672 false
[1667..1672]: until 1667-12-31, yields 1667 1668 1669 1670 1671 1672, covers 1672 false
1667/1672: until 1672-12-31, yields 1667 1668 1669 1670 1671 1672, covers 1672 true
EXPECTED

TZ=UTC node "$tmp/probe.mjs" | tee "$tmp/seen"
diff -u "$tmp/expected" "$tmp/seen"
echo "The behaviour is as described."
