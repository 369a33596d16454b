#!/usr/bin/env bash
# edtf-validate 2.0.0 and edtf 5.0.2 (PyPI), edtf 4.11.1 (npm), @edtf-ts/core 0.4.2 (npm): the 29th
# of February.
#
# One would guess: who refuses the 30th of February and the 31st of April refuses the 29th of
# February in a year that has none.
# What happens: three of four take it in any year. For the validator it is valid, for the library
# of Python it is read and written as it stands, for that of JavaScript it is the 1st of March.
# Output seen:
#   1915-02-30  edtf-validate  invalid  edtf (PyPI)  refused     edtf (npm)  refused
#   1915-02-29  edtf-validate  valid    edtf (PyPI)  1915-02-29  edtf (npm)  1915-03-01
#   1900-02-29  edtf-validate  valid    edtf (PyPI)  1900-02-29  edtf (npm)  1900-03-01
#
# Why it matters: a slip of the year in a date at the end of February is what a validator is there to
# find. It goes through the check, is one day in the catalogue and another on the timeline, and the
# first program that counts days refuses the record. A test of a reader of dates has 1900-02-29.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv "$tmp/venv"
"$tmp/venv/bin/pip" install --quiet --disable-pip-version-check edtf-validate==2.0.0 edtf==5.0.2
npm install --silent --no-audit --no-fund --ignore-scripts --prefix "$tmp" \
  edtf@4.11.1 @edtf-ts/core@0.4.2

cat >"$tmp/probe.mjs" <<'PROBE'
import { readFileSync } from 'node:fs';
import edtf from 'edtf';
import { parse } from '@edtf-ts/core';

const version = (name) =>
  JSON.parse(readFileSync(new URL(`node_modules/${name}/package.json`, import.meta.url))).version;
console.log(`npm: edtf ${version('edtf')}, @edtf-ts/core ${version('@edtf-ts/core')}`);
for (const date of process.argv.slice(2)) {
  let day = 'refused';
  try {
    day = new Date(edtf(date).min).toISOString().split('T')[0];
  } catch {}
  console.log(`${date}: edtf ${day}, @edtf-ts/core ${parse(date).success ? 'read' : 'refused'}`);
}
PROBE
cat >"$tmp/probe.py" <<'PROBE'
import sys
from importlib.metadata import version

from edtf import parse_edtf
from edtf.parser.edtf_exceptions import EDTFParseException
from edtf_validate.valid_edtf import is_valid

print(f"PyPI: edtf-validate {version('edtf-validate')}, edtf {version('edtf')}")
for date in sys.argv[1:]:
    try:
        read = str(parse_edtf(date))
    except EDTFParseException:
        read = "refused"
    print(f"{date}: edtf-validate {'valid' if is_valid(date) else 'invalid'}, edtf {read}")
PROBE

cat >"$tmp/expected" <<'EXPECTED'
PyPI: edtf-validate 2.0.0, edtf 5.0.2
1916-02-29: edtf-validate valid, edtf 1916-02-29
1915-02-29: edtf-validate valid, edtf 1915-02-29
1900-02-29: edtf-validate valid, edtf 1900-02-29
1915-02-30: edtf-validate invalid, edtf refused
1915-04-31: edtf-validate invalid, edtf refused
npm: edtf 4.11.1, @edtf-ts/core 0.4.2
1916-02-29: edtf 1916-02-29, @edtf-ts/core read
1915-02-29: edtf 1915-03-01, @edtf-ts/core refused
1900-02-29: edtf 1900-03-01, @edtf-ts/core refused
1915-02-30: edtf refused, @edtf-ts/core refused
1915-04-31: edtf refused, @edtf-ts/core refused
EXPECTED

dates=(1916-02-29 1915-02-29 1900-02-29 1915-02-30 1915-04-31)
{
  "$tmp/venv/bin/python" "$tmp/probe.py" "${dates[@]}"
  TZ=UTC node "$tmp/probe.mjs" "${dates[@]}"
} | tee "$tmp/seen"
diff -u "$tmp/expected" "$tmp/seen"
echo "The behaviour is as described."
