#!/usr/bin/env bash
# pagefind 1.6.0 (npm), search for static sites: results sorted by a day that is written as a
# number.
#
# One would guess: values that are all numbers are compared as numbers, so that 20190513, the usual
# way to write a day for sorting, sorts the days.
# What happens: the numbers are kept in single precision, which has 24 bits. From 1678 on, days as
# numbers need one more, and neighbouring days are one number: they stay in the order in which they
# were added. As 2019-05-13, which is no number, they are sorted as words, and right.
# Output seen (added in the order 13, 12, 11, 10 May 2019; then the same days of 1519):
#   2019, number   10 13 12 11
#   2019, ISO      10 11 12 13
#   1519, number   10 11 12 13
#
# Why it matters: the order is right from month to month and wrong within days, where nobody looks,
# and a test with old texts or with one text a week passes. A date is given to Pagefind with its
# hyphens.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
npm install --silent --no-audit --no-fund --ignore-scripts --prefix "$tmp" pagefind@1.6.0

cat >"$tmp/probe.mjs" <<'PROBE'
import { readFileSync, writeFileSync } from 'node:fs';
import { close, createIndex } from 'pagefind';

const manifest = new URL('node_modules/pagefind/package.json', import.meta.url);
console.log(`pagefind ${JSON.parse(readFileSync(manifest)).version}`);

const index = async (year) => {
  const { index } = await createIndex();
  for (const day of ['13', '12', '11', '10'])
    await index.addCustomRecord({
      url: `/${day}`, content: 'La paix', language: 'fr', meta: { title: day },
      sort: { number: `${year}05${day}`, iso: `${year}-05-${day}` },
    });
  return new Map((await index.getFiles()).files.map((file) => [file.path, file.content]));
};

// The part of Pagefind that runs in a page, with the index in memory.
const open = async (files, name) => {
  const client = new URL(`${name}.mjs`, import.meta.url);
  writeFileSync(client, files.get('pagefind.js'));
  globalThis.document = { currentScript: null, querySelector: () => ({ getAttribute: () => 'fr' }) };
  globalThis.fetch = async (address) =>
    new Response(files.get(new URL(address, 'http://page').pathname.slice('/pagefind/'.length)));
  const search = await import(client);
  await search.options({ basePath: '/pagefind/', baseUrl: '/' });
  await search.init();
  return search;
};

for (const [year, keys] of [['2019', ['number', 'iso']], ['1519', ['number']]]) {
  const search = await open(await index(year), `client-${year}`);
  for (const key of keys) {
    const { results } = await search.search(null, { sort: { [key]: 'asc' } });
    const titles = await Promise.all(results.map(async (result) => (await result.data()).meta.title));
    console.log(`${year}, ${key}: ${titles.join(' ')}`);
  }
}
await close();
process.exit(0);
PROBE

cat >"$tmp/expected" <<'EXPECTED'
pagefind 1.6.0
2019, number: 10 13 12 11
2019, iso: 10 11 12 13
1519, number: 10 11 12 13
EXPECTED

node "$tmp/probe.mjs" | tee "$tmp/seen"
diff -u "$tmp/expected" "$tmp/seen"
echo "The behaviour is as described."
