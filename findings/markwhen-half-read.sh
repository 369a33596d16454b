#!/usr/bin/env bash
# @markwhen/parser 1.2.0 (npm), the reader of Markwhen, a Markdown of timelines.
#
# One would guess: "1914-18", the common way to write a range of years, is that range, or a mistake
# that is reported; "1800s" is a decade or a century; and an interval whose end is left out is open.
# What happens: what looks like a year and a month but has no such month is an event of this very
# instant, and no message says so. "1800s" lasts eighteen hundred seconds from now. "1914/" ends
# with 1914. With both years in full it is the range.
# Output seen (how it begins, how long it lasts, messages):
#   1914-1918  1914-01-01  1826 days
#   1914-12    1914-12-01  31 days
#   1914-18    now         0 seconds     none
#   1800s      now         1800 seconds  none
#   1914/      1914-01-01  365 days      none
#
# Why it matters: one such line in a list of wars stretches the timeline over the whole of the
# century after them, and the war stands at its end. A writer of this format writes both years in
# full. A reader of dates refuses what it can only read in part.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
npm install --silent --no-audit --no-fund --ignore-scripts --prefix "$tmp" \
  @markwhen/parser@1.2.0

cat >"$tmp/probe.mjs" <<'PROBE'
import { readFileSync } from 'node:fs';
import { isEvent, parse, toArray } from '@markwhen/parser';

const manifest = new URL('node_modules/@markwhen/parser/package.json', import.meta.url);
console.log(`@markwhen/parser ${JSON.parse(readFileSync(manifest)).version}`);
for (const date of ['1914-1918', '1914-12', '1914-18', '1870-71', '1800s', '1914/']) {
  const { events, parseMessages } = parse(`${date}: an event\n`);
  const [{ dateRangeIso }] = toArray(events).map((node) => node.eventy ?? node).filter(isEvent);
  const [from, to] = [dateRangeIso.fromDateTimeIso, dateRangeIso.toDateTimeIso].map((at) => new Date(at));
  const begin = Math.abs(from - Date.now()) < 60_000 ? 'now' : from.toISOString().slice(0, 10);
  const seconds = Math.round((to - from) / 1000);
  const lasts = seconds < 86_400 ? `${seconds} seconds` : `${seconds / 86_400} days`;
  console.log(`${date}: ${begin}, ${lasts}, ${parseMessages.length} messages`);
}
PROBE

cat >"$tmp/expected" <<'EXPECTED'
@markwhen/parser 1.2.0
1914-1918: 1914-01-01, 1826 days, 0 messages
1914-12: 1914-12-01, 31 days, 0 messages
1914-18: now, 0 seconds, 0 messages
1870-71: now, 0 seconds, 0 messages
1800s: now, 1800 seconds, 0 messages
1914/: 1914-01-01, 365 days, 0 messages
EXPECTED

TZ=UTC node "$tmp/probe.mjs" | tee "$tmp/seen"
diff -u "$tmp/expected" "$tmp/seen"
echo "The behaviour is as described."
