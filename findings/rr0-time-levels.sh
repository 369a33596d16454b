#!/usr/bin/env bash
# @rr0/time 0.11.2 (npm), a reader of the three levels of EDTF.
#
# One would guess: a reader of level 0 refuses what level 0 does not have, and the reader of a date
# refuses an interval and a set.
# What happens: it takes the first piece that it knows and drops the rest without a word. At level 0
# the year -43 is 43 and -17000 is 1700. At each level a set of years, and an interval, is a date: its
# first year.
# Output seen:
#   Level0Date  -0043        43
#   Level0Date  Y-17000      1700
#   Level0Date  1914/1918    1914
#   Level2Date  {1914,1916}  1914
#   Level2Date  1914-13      refused
#
# Why it matters: the levels are there so that a program can say which dates it understands. With a
# reader that refuses too little, an index made at level 0 has events of the time before Christ among
# those after, and wars of one year. A reader of dates is tested with what it must refuse.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
npm install --silent --no-audit --no-fund --ignore-scripts --prefix "$tmp" @rr0/time@0.11.2

cat >"$tmp/probe.mjs" <<'PROBE'
import { readFileSync } from 'node:fs';
import { Level0Date, Level2Date } from '@rr0/time';

const manifest = new URL('node_modules/@rr0/time/package.json', import.meta.url);
console.log(`@rr0/time ${JSON.parse(readFileSync(manifest)).version}`);
const levels = { Level0Date, Level2Date };
for (const [name, level] of Object.entries(levels)) {
  for (const text of ['1914-08-01', '-0043', 'Y-17000', '1914/1918', '{1914,1916}', '1914-13']) {
    let read = 'refused';
    try {
      read = level.fromString(text).toString();
    } catch {}
    console.log(`${name} ${text}: ${read}`);
  }
}
PROBE

cat >"$tmp/expected" <<'EXPECTED'
@rr0/time 0.11.2
Level0Date 1914-08-01: 1914-08-01
Level0Date -0043: 43
Level0Date Y-17000: 1700
Level0Date 1914/1918: 1914
Level0Date {1914,1916}: 1914
Level0Date 1914-13: refused
Level2Date 1914-08-01: 1914-08-01
Level2Date -0043: -43
Level2Date Y-17000: -17000
Level2Date 1914/1918: 1914
Level2Date {1914,1916}: 1914
Level2Date 1914-13: refused
EXPECTED

node "$tmp/probe.mjs" | tee "$tmp/seen"
diff -u "$tmp/expected" "$tmp/seen"
echo "The behaviour is as described."
