#!/usr/bin/env bash
# edtfy 0.0.8 (npm) turns English dates into EDTF; edtf 4.11.1 (npm) reads EDTF.
#
# One would guess: what the first writes the second reads, and ISO months and short ranges are what
# a cataloguer means by them.
# What happens: edtfy takes a hyphen for a range. The month 1914-08 becomes a range from 1914 back to
# the year 8, and 1914-18 one back to the year 18. Centuries have small letters, "before" and "after"
# have commas, that EDTF does not have. The second refuses all of these. "1-5 May 1914" becomes an
# interval of nineteen centuries, which it reads.
# Output seen:
#   August 1914   1914-08             read
#   1914-08       1914/0008           refused
#   1914-18       1914/0018           refused
#   19th century  18xx                refused
#   before 1914   [..,1914]           refused
#   1-5 May 1914  0001/1914-05-05     read, from the year 1 on
#
# Why it matters: a form that turns what was typed into EDTF stores these values, and the reader that
# the timeline is made with drops them. The one that is read covers the whole timeline. What a tool
# writes is read back with the reader that will be used before it is stored.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
npm install --silent --no-audit --no-fund --ignore-scripts --prefix "$tmp" \
  edtfy@0.0.8 edtf@4.11.1

cat >"$tmp/probe.mjs" <<'PROBE'
import { readFileSync } from 'node:fs';
import edtf from 'edtf';
import edtfy from 'edtfy';

const version = (name) =>
  JSON.parse(readFileSync(new URL(`node_modules/${name}/package.json`, import.meta.url))).version;
console.log(`edtfy ${version('edtfy')}, edtf ${version('edtf')}`);
const dates = ['August 1914', '1914-1918', '1914-08', '1914-18', '19th century', 'before 1914', 'after 1914',
  '1-5 May 1914'];
for (const date of dates) {
  const written = edtfy(date);
  let read = 'refused';
  try {
    const { min, max } = edtf(written);
    read = `read, ${[min, max].map((at) => new Date(at).toISOString().split('T')[0]).join(' to ')}`;
  } catch {}
  console.log(`${date}: ${written}, ${read}`);
}
PROBE

cat >"$tmp/expected" <<'EXPECTED'
edtfy 0.0.8, edtf 4.11.1
August 1914: 1914-08, read, 1914-08-01 to 1914-08-31
1914-1918: 1914/1918, read, 1914-01-01 to 1918-12-31
1914-08: 1914/0008, refused
1914-18: 1914/0018, refused
19th century: 18xx, refused
before 1914: [..,1914], refused
after 1914: [1914,..], refused
1-5 May 1914: 0001/1914-05-05, read, 0001-01-01 to 1914-05-05
EXPECTED

TZ=UTC node "$tmp/probe.mjs" | tee "$tmp/seen"
diff -u "$tmp/expected" "$tmp/seen"
echo "The behaviour is as described."
