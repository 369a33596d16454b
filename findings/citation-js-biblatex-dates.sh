#!/usr/bin/env bash
# @citation-js/core 0.8.2 with @citation-js/plugin-bibtex 0.8.2 (npm): dates in biblatex.
#
# One would guess: the dates of biblatex are EDTF, so a year before Christ, an open interval and a
# decade are read as such or reported as not read.
# What happens: each year before Christ is the year 0, and its number is read as the month: the 15th
# of March 4 BC (-0003-03-15) is the 3rd of March of the year 0. The decade 199X is the year 1990,
# certain as any other. An interval with an open or unknown end is read, but then the entry is
# written without a date.
# Output seen:
#   -0003-03-15  ->  date-parts [[0,3,3]]     date = {00-03-03}
#   -0043        ->  date-parts [[0]]         date = {00}
#   199X         ->  date-parts [[1990]]      date = {1990}
#   1914/..      ->  date-parts [[1914],null] no date
#
# Why it matters: the texts of antiquity come out in one year, in an order of months that nobody
# wrote, and a journal that is still published has no date. As a check of an export in biblatex
# this reader says yes to too much: compare what it wrote, not whether it read.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
npm install --silent --no-audit --no-fund --prefix "$tmp" \
  @citation-js/core@0.8.2 @citation-js/plugin-bibtex@0.8.2

cat >"$tmp/probe.cjs" <<'PROBE'
const { Cite } = require('@citation-js/core');
require('@citation-js/plugin-bibtex');
for (const name of ['core', 'plugin-bibtex']) {
  console.log(`@citation-js/${name} ${require(`@citation-js/${name}/package.json`).version}`);
}
for (const date of ['-0043', '-0003-03-15', '199X', '1914/..', '1914/', '1914/1918']) {
  const read = new Cite(`@book{a, title = {Titre}, date = {${date}}}`);
  const [written] = read.format('biblatex').match(/date = \{.*?\}/) ?? ['no date'];
  console.log(`${date}: ${JSON.stringify(read.data[0].issued['date-parts'])}, ${written}`);
}
PROBE

cat >"$tmp/expected" <<'EXPECTED'
@citation-js/core 0.8.2
@citation-js/plugin-bibtex 0.8.2
-0043: [[0]], date = {00}
-0003-03-15: [[0,3,3]], date = {00-03-03}
199X: [[1990]], date = {1990}
1914/..: [[1914],null], no date
1914/: [[1914],null], no date
1914/1918: [[1914],[1918]], date = {1914/1918}
EXPECTED

node "$tmp/probe.cjs" | tee "$tmp/seen"
diff -u "$tmp/expected" "$tmp/seen"
echo "The behaviour is as described."
