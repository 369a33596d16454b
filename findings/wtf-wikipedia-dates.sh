#!/usr/bin/env bash
# wtf_wikipedia 10.4.2 (npm), a reader of wikitext: dates and centuries of the French Wikipedia.
#
# One would guess: a date in the template {{date}} of the French Wikipedia is kept in the text, in
# one part or in three, since the package knows the template; and a number stays as it is written.
# What happens: of a date in three parts the day alone is kept. A century in {{s|XIX}} and the first
# of a month in {{1er}} are dropped, and the sentence closes over them. {{formatnum}} sets a comma
# into the thousands, which is the decimal sign of French.
# Output seen:
#   Le {{date|14 juillet 1789}}, la Bastille est prise.    Le 14 juillet 1789, la Bastille est prise.
#   Le {{date|14|juillet|1789}}, la Bastille est prise.    Le 14, la Bastille est prise.
#   Au {{s|XIX}}, elle est un souvenir.                    Au, elle est un souvenir.
#   Le {{1er}} août 1914, la France mobilise.              Le août 1914, la France mobilise.
#   Il y a {{formatnum:1789}} pages.                       Il y a 1,789 pages.
#
# Why it matters: the text reads like a sentence that somebody wrote badly, and what is gone are the
# dates. A corpus of articles has its days and no years. Who takes text from a wiki lists the
# templates that are left without output before counting anything.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
npm install --silent --no-audit --no-fund --ignore-scripts --prefix "$tmp" wtf_wikipedia@10.4.2

cat >"$tmp/probe.mjs" <<'PROBE'
import { readFileSync } from 'node:fs';
import wtf from 'wtf_wikipedia';

const manifest = new URL('node_modules/wtf_wikipedia/package.json', import.meta.url);
console.log(`wtf_wikipedia ${JSON.parse(readFileSync(manifest)).version}`);
for (const text of [
  'Le {{date|14 juillet 1789}}, la Bastille est prise.',
  'Le {{date|14|juillet|1789}}, la Bastille est prise.',
  'Au {{s|XIX}}, elle est un souvenir.',
  'Le {{1er}} août 1914, la France mobilise.',
  'Il y a {{formatnum:1789}} pages.',
]) console.log(`${text} -> ${wtf(text, { lang: 'fr', wiki: 'frwiki' }).text()}`);
PROBE

cat >"$tmp/expected" <<'EXPECTED'
wtf_wikipedia 10.4.2
Le {{date|14 juillet 1789}}, la Bastille est prise. -> Le 14 juillet 1789, la Bastille est prise.
Le {{date|14|juillet|1789}}, la Bastille est prise. -> Le 14, la Bastille est prise.
Au {{s|XIX}}, elle est un souvenir. -> Au, elle est un souvenir.
Le {{1er}} août 1914, la France mobilise. -> Le août 1914, la France mobilise.
Il y a {{formatnum:1789}} pages. -> Il y a 1,789 pages.
EXPECTED

node "$tmp/probe.mjs" | tee "$tmp/seen"
diff -u "$tmp/expected" "$tmp/seen"
echo "The behaviour is as described."
