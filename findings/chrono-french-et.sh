#!/usr/bin/env bash
# chrono-node 2.10.3 (npm), its French parser.
#
# One would guess: "les articles 3 et 4" holds no date, and in "les 3 et 4 mai 2016" at most
# the 3 is missed or given the month that follows.
# What happens: the French words "et" (and) and "est" (is) behind a number are read as the North
# American time zones ET and EST. Each such number is a certain hour of the day of reference.
# Output seen (the day of reference is 2016-05-24):
#   les articles 3 et 4     ->  "3 et" = 2016-05-24T07:00:00.000Z, hour 3, UTC-240
#   L’article 5 est adopté  ->  "5 est" = 2016-05-24T10:00:00.000Z, hour 5, UTC-300
#
# Why it matters: a corpus explorer that marks dates in French prose would turn each "article 3
# et 4" of a debate into a false date of today. A comparison of readers of dates must not take
# this one as an oracle for lists such as "les 3, 4 et 5 mai".
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
npm install --silent --no-audit --no-fund --prefix "$tmp" chrono-node@2.10.3

cat >"$tmp/probe.mjs" <<'PROBE'
import { readFileSync } from 'node:fs';
import * as chrono from 'chrono-node';

const manifest = new URL('node_modules/chrono-node/package.json', import.meta.url);
console.log(`chrono-node ${JSON.parse(readFileSync(manifest)).version}`);
const reference = { instant: new Date('2016-05-24T12:00:00Z'), timezone: 0 };
for (const text of [
  'les articles 3 et 4',
  'L’article 5 est adopté',
  'les 3 et 4 mai 2016',
  'les articles 3 ou 4',
]) {
  const found = chrono.fr.parse(text, reference).map(({ text, start }) => {
    const zone = start.get('timezoneOffset');
    const hour = start.isCertain('hour') ? `, hour ${start.get('hour')}, UTC${zone}` : '';
    return `"${text}" = ${start.date().toISOString()}${hour}`;
  });
  console.log(`${text} -> ${found.join('; ') || 'nothing'}`);
}
PROBE

cat >"$tmp/expected" <<'EXPECTED'
chrono-node 2.10.3
les articles 3 et 4 -> "3 et" = 2016-05-24T07:00:00.000Z, hour 3, UTC-240
L’article 5 est adopté -> "5 est" = 2016-05-24T10:00:00.000Z, hour 5, UTC-300
les 3 et 4 mai 2016 -> "3 et" = 2016-05-24T07:00:00.000Z, hour 3, UTC-240; "4 mai 2016" = 2016-05-04T12:00:00.000Z
les articles 3 ou 4 -> nothing
EXPECTED

TZ=UTC node "$tmp/probe.mjs" | tee "$tmp/seen"
diff -u "$tmp/expected" "$tmp/seen"
echo "The behaviour is as described."
