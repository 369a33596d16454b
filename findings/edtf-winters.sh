#!/usr/bin/env bash
# edtf 5.0.2 (PyPI), edtf 4.11.1 and @edtf-ts/core 0.4.2 (npm): the months of a season in EDTF.
#
# One would guess: 2001-24, "winter 2001", means the same months in each library for EDTF; if it
# does not, they agree at least on spring.
# What happens: winter is three stretches of time in three libraries: December alone, October to
# December, and December to the end of February of the next year. In the npm library edtf the
# four seasons are the quarters of the calendar year, so that its spring is January to March.
# Output seen (first and last day):
#                        2001-21 (spring)           2001-24 (winter)
#   edtf (PyPI)          2001-03-01 .. 2001-05-31   2001-12-01 .. 2001-12-31
#   edtf (npm)           2001-01-01 .. 2001-03-31   2001-10-01 .. 2001-12-31
#   @edtf-ts/core (npm)  2001-03-01 .. 2001-05-31   2001-12-01 .. 2002-02-28
#
# Why it matters: EDTF gives seasons their numbers and leaves the months open. A journal dated
# "spring" sorts before or after a letter of February by the choice of a library, and one date
# falls into another year. A timeline says which months it takes, and a file for other readers
# gives the months (2001-03/2001-05) instead of the season.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
npm install --silent --no-audit --no-fund --prefix "$tmp" edtf@4.11.1 @edtf-ts/core@0.4.2
python3 -m venv "$tmp/venv"
"$tmp/venv/bin/pip" install --quiet --disable-pip-version-check edtf==5.0.2

cat >"$tmp/probe.py" <<'PROBE'
from importlib.metadata import version

from edtf import parse_edtf

print("edtf", version("edtf"), "(PyPI)")
for text in ["2001-21", "2001-22", "2001-23", "2001-24"]:
    season = parse_edtf(text)
    ends = ["%04d-%02d-%02d" % end[:3] for end in (season.lower_strict(), season.upper_strict())]
    print(f"  {text}: {ends[0]} .. {ends[1]}")
PROBE
cat >"$tmp/probe.mjs" <<'PROBE'
import { readFileSync } from 'node:fs';
import edtf from 'edtf';
import { parse } from '@edtf-ts/core';

const version = (name) =>
  JSON.parse(readFileSync(new URL(`node_modules/${name}/package.json`, import.meta.url))).version;
const day = (time) => new Date(Number(time)).toISOString().slice(0, 10);
for (const [name, read] of [
  ['edtf', edtf],
  ['@edtf-ts/core', (text) => parse(text).value],
]) {
  console.log(`${name} ${version(name)} (npm)`);
  for (const text of ['2001-21', '2001-22', '2001-23', '2001-24']) {
    const { min, max } = read(text);
    console.log(`  ${text}: ${day(min)} .. ${day(max)}`);
  }
}
PROBE

cat >"$tmp/expected" <<'EXPECTED'
edtf 5.0.2 (PyPI)
  2001-21: 2001-03-01 .. 2001-05-31
  2001-22: 2001-06-01 .. 2001-08-31
  2001-23: 2001-09-01 .. 2001-11-30
  2001-24: 2001-12-01 .. 2001-12-31
edtf 4.11.1 (npm)
  2001-21: 2001-01-01 .. 2001-03-31
  2001-22: 2001-04-01 .. 2001-06-30
  2001-23: 2001-07-01 .. 2001-09-30
  2001-24: 2001-10-01 .. 2001-12-31
@edtf-ts/core 0.4.2 (npm)
  2001-21: 2001-03-01 .. 2001-05-31
  2001-22: 2001-06-01 .. 2001-08-31
  2001-23: 2001-09-01 .. 2001-11-30
  2001-24: 2001-12-01 .. 2002-02-28
EXPECTED

{ "$tmp/venv/bin/python" "$tmp/probe.py"; node "$tmp/probe.mjs"; } | tee "$tmp/seen"
diff -u "$tmp/expected" "$tmp/seen"
echo "The behaviour is as described."
