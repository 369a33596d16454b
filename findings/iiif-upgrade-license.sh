#!/usr/bin/env bash
# @iiif/parser 2.2.10 (npm) turns manifests of IIIF Presentation 2 into those of Presentation 3.
#
# One would guess: the licence of a manifest, "license" in version 2, is its "rights" in version 3,
# as the texts of version 3 say; at least where it is one of Creative Commons.
# What happens: it is dropped without a word. All around it stays: the attribution becomes the
# required statement, the date for navigation and the metadata are taken over.
# Output seen (keys of the manifest):
#   before  @context @id @type label license attribution navDate sequences
#   after   @context id type label requiredStatement navDate items
#
# Why it matters: viewers and harvesters upgrade whatever they load, so that a document that was free
# to use arrives without its licence, and one that was not arrives without its conditions. Whoever
# keeps manifests that went through it reads the licence from the source.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
npm install --silent --no-audit --no-fund --ignore-scripts --prefix "$tmp" @iiif/parser@2.2.10

cat >"$tmp/probe.mjs" <<'PROBE'
import { readFileSync } from 'node:fs';
import { upgrade } from '@iiif/parser/upgrader';

const manifest = new URL('node_modules/@iiif/parser/package.json', import.meta.url);
console.log(`@iiif/parser ${JSON.parse(readFileSync(manifest)).version}`);
for (const license of ['http://creativecommons.org/licenses/by/4.0/', 'http://rightsstatements.org/vocab/InC/1.0/']) {
  const before = {
    '@context': 'http://iiif.io/api/presentation/2/context.json',
    '@id': 'https://e.org/manifest',
    '@type': 'sc:Manifest',
    label: 'Un journal',
    license,
    attribution: 'Une bibliothèque',
    navDate: '1914-08-01T00:00:00Z',
    sequences: [{
      '@type': 'sc:Sequence',
      canvases: [{ '@id': 'https://e.org/1', '@type': 'sc:Canvas', label: '1', height: 10, width: 10, images: [] }],
    }],
  };
  console.log(license);
  console.log(`  before: ${Object.keys(before).join(' ')}`);
  const after = upgrade(before);
  console.log(`  after: ${Object.keys(after).join(' ')}`);
  console.log(`  rights: ${after.rights}; in it at all: ${JSON.stringify(after).includes(license)}`);
}
PROBE

cat >"$tmp/expected" <<'EXPECTED'
@iiif/parser 2.2.10
http://creativecommons.org/licenses/by/4.0/
  before: @context @id @type label license attribution navDate sequences
  after: @context id type label requiredStatement navDate items
  rights: undefined; in it at all: false
http://rightsstatements.org/vocab/InC/1.0/
  before: @context @id @type label license attribution navDate sequences
  after: @context id type label requiredStatement navDate items
  rights: undefined; in it at all: false
EXPECTED

node "$tmp/probe.mjs" | tee "$tmp/seen"
diff -u "$tmp/expected" "$tmp/seen"
echo "The behaviour is as described."
