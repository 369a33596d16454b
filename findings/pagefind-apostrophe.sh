#!/usr/bin/env bash
# pagefind 1.6.0 (npm), search for static sites: a French text with typographic apostrophes.
#
# One would guess: a search for état finds "l'état" with both apostrophes, or with neither; and,
# since Pagefind finds words whatever their accents, cœur and coeur are one word as well.
# What happens: with the straight apostrophe a word of two halves is found by its halves, with the
# typographic one, which French books and word processors have, by the whole alone: état misses
# "l’état", hui misses "aujourd’hui". The query "l’état" finds both spellings. The two spellings
# with the ligature and without it do not find each other.
# Output seen:
#   état    ->  un état | l'état
#   etat    ->  un état | l'état
#   l’état  ->  l'état | l’état
#   hui     ->  aujourd'hui
#   coeur   ->  le coeur
#
# Why it matters: the better a page is set, the less is found in it, and a test with words typed on
# a keyboard passes. What is indexed is given its straight apostrophes (or spaces) first, and
# ligatures are spelled out, as are those of a query.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
npm install --silent --no-audit --no-fund --ignore-scripts --prefix "$tmp" pagefind@1.6.0

cat >"$tmp/probe.mjs" <<'PROBE'
import { readFileSync, writeFileSync } from 'node:fs';
import { close, createIndex } from 'pagefind';

const manifest = new URL('node_modules/pagefind/package.json', import.meta.url);
console.log(`pagefind ${JSON.parse(readFileSync(manifest)).version}`);

const { index } = await createIndex();
const texts = ['un état', "l'état", 'l’état', "aujourd'hui", 'aujourd’hui', 'le cœur', 'le coeur'];
for (const [at, content] of texts.entries())
  await index.addCustomRecord({ url: `/${at}`, content, language: 'fr' });
const files = new Map((await index.getFiles()).files.map((file) => [file.path, file.content]));

// The part of Pagefind that runs in a page, with the index in memory.
const client = new URL('client.mjs', import.meta.url);
writeFileSync(client, files.get('pagefind.js'));
globalThis.document = { currentScript: null, querySelector: () => ({ getAttribute: () => 'fr' }) };
globalThis.fetch = async (address) =>
  new Response(files.get(new URL(address, 'http://page').pathname.slice('/pagefind/'.length)));
const search = await import(client);
await search.options({ basePath: '/pagefind/', baseUrl: '/' });

for (const query of ['état', 'etat', "l'état", 'l’état', 'hui', 'aujourd’hui', 'cœur', 'coeur']) {
  const { results } = await search.search(query);
  const found = await Promise.all(results.map(async (result) => Number((await result.data()).url.slice(1))));
  console.log(`${query} -> ${found.sort().map((at) => texts[at]).join(' | ')}`);
}
await close();
process.exit(0);
PROBE

cat >"$tmp/expected" <<'EXPECTED'
pagefind 1.6.0
état -> un état | l'état
etat -> un état | l'état
l'état -> l'état | l’état
l’état -> l'état | l’état
hui -> aujourd'hui
aujourd’hui -> aujourd'hui | aujourd’hui
cœur -> le cœur
coeur -> le coeur
EXPECTED

node "$tmp/probe.mjs" | tee "$tmp/seen"
diff -u "$tmp/expected" "$tmp/seen"
echo "The behaviour is as described."
