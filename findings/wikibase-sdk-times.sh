#!/usr/bin/env bash
# wikibase-sdk 11.6.6 (npm): times of Wikidata as days and as ISO dates.
#
# One would guess: a date that is known to the decade or the century is written with fewer parts
# than one known to the year; and the 15th of March 44 BC is the year -43 of an ISO date.
# What happens: dates known to the decade or the century are written as full days, "1850-01-01",
# as exact as those known to the day, while the year alone is "1850". The year -0044 of Wikidata's
# JSON, in which there is no year 0, is copied into an ISO string that has one: it is 45 BC there.
# Output seen:
#   1850, to the year: 1850
#   1850, to the decade: 1850-01-01
#   1850, to the century: 1850-01-01
#   -0044-03-15: -000044-03-15T00:00:00.000Z, in ECMAScript March 15, 45 BC
#
# Why it matters: what is known least looks as if it were known best, and births of "the 19th
# century" pile up on one New Year's Day of a timeline. Each year before Christ is off by one. An
# importer looks at the precision first, and gives a decade as 185X and a century as an interval.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
npm install --silent --no-audit --no-fund --ignore-scripts --prefix "$tmp" \
  wikibase-sdk@11.6.6

cat >"$tmp/probe.mjs" <<'PROBE'
import { readFileSync } from 'node:fs';
import { wikibaseTimeToISOString, wikibaseTimeToSimpleDay } from 'wikibase-sdk';

const manifest = new URL('node_modules/wikibase-sdk/package.json', import.meta.url);
console.log(`wikibase-sdk ${JSON.parse(readFileSync(manifest)).version}`);
const PRECISIONS = { 11: 'day', 10: 'month', 9: 'year', 8: 'decade', 7: 'century' };
const calendarmodel = 'http://www.wikidata.org/entity/Q1985727';
for (const precision of [11, 10, 9, 8, 7]) {
  const time = { time: '+1850-01-01T00:00:00Z', timezone: 0, before: 0, after: 0, precision, calendarmodel };
  console.log(`1850, to the ${PRECISIONS[precision]}: ${wikibaseTimeToSimpleDay(time)}`);
}
const ides = wikibaseTimeToISOString('-0044-03-15T00:00:00Z');
console.log(`-0044-03-15: ${ides}, in ECMAScript ${new Date(ides).toLocaleDateString('en', {
  dateStyle: 'long', timeZone: 'UTC',
})}, ${new Date(ides).toLocaleDateString('en', { year: 'numeric', era: 'short', timeZone: 'UTC' })}`);
PROBE

cat >"$tmp/expected" <<'EXPECTED'
wikibase-sdk 11.6.6
1850, to the day: 1850-01-01
1850, to the month: 1850-01
1850, to the year: 1850
1850, to the decade: 1850-01-01
1850, to the century: 1850-01-01
-0044-03-15: -000044-03-15T00:00:00.000Z, in ECMAScript March 15, 45, 45 BC
EXPECTED

node "$tmp/probe.mjs" | tee "$tmp/seen"
diff -u "$tmp/expected" "$tmp/seen"
echo "The behaviour is as described."
