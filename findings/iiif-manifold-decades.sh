#!/usr/bin/env bash
# @iiif/manifold 2.3.0 with manifesto.js 4.3.5 (npm), which give viewers of IIIF such as the
# Universal Viewer the contents of a collection by date.
#
# One would guess: the tree by date has a branch for each ten years, 1910 to 1919, and a text stands
# in the branch of its year.
# What happens: a branch begins with the first year that needs it and ends with the first three
# digits of that year and a 9. A charter of 987 makes a branch "987 - 9879", which holds all that is
# later; one of 44 makes "44 - 449".
# Output seen (the years of a collection, and the branches of its tree):
#   1214, 1789, 1914       ->  1214 - 1219: 1214 | 1789 - 1789: 1789 | 1914 - 1919: 1914
#   987, 1214, 1789, 1914  ->  987 - 9879: 987 1214 1789 1914
#   44, 300, 1789          ->  44 - 449: 44 300 | 1789 - 1789: 1789
#
# Why it matters: navDate is the field of IIIF for the date of a manuscript or an issue. One text
# from before the year 1000 takes the decades away from all later ones, wherever it stands in the
# collection. A decade is made from the number of the year, not from its digits.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
npm install --silent --no-audit --no-fund --ignore-scripts --prefix "$tmp" \
  @iiif/manifold@2.3.0 manifesto.js@4.3.5

cat >"$tmp/probe.cjs" <<'PROBE'
globalThis.self = globalThis.window = globalThis; // the package is made for a page
const { parseManifest } = require('manifesto.js');
const { Helper, TreeSortType } = require('@iiif/manifold');
for (const name of ['@iiif/manifold', 'manifesto.js'])
  console.log(`${name} ${require(`${name}/package.json`).version}`);
for (const years of [
  ['1214', '1789', '1914'], ['987', '1214', '1789', '1914'], ['1914', '1789', '1214', '987'],
  ['44', '300', '1789'],
]) {
  const iiifResource = parseManifest({
    '@context': 'http://iiif.io/api/presentation/2/context.json',
    '@id': 'https://example.org/collection', '@type': 'sc:Collection', label: 'Chartes',
    manifests: years.map((year) => ({
      '@id': `https://example.org/${year}`, '@type': 'sc:Manifest', label: year,
      navDate: `${year.padStart(4, '0')}-06-15T12:00:00Z`,
    })),
  });
  const tree = new Helper({ iiifResource }).getTree(0, TreeSortType.DATE);
  const branches = tree.nodes.map(({ label, nodes }) => `${label}: ${nodes.map((year) => year.label).join(' ')}`);
  console.log(`${years.join(', ')} -> ${branches.join(' | ')}`);
}
PROBE

cat >"$tmp/expected" <<'EXPECTED'
@iiif/manifold 2.3.0
manifesto.js 4.3.5
1214, 1789, 1914 -> 1214 - 1219: 1214 | 1789 - 1789: 1789 | 1914 - 1919: 1914
987, 1214, 1789, 1914 -> 987 - 9879: 987 1214 1789 1914
1914, 1789, 1214, 987 -> 987 - 9879: 987 1214 1789 1914
44, 300, 1789 -> 44 - 449: 44 300 | 1789 - 1789: 1789
EXPECTED

node "$tmp/probe.cjs" | tee "$tmp/seen"
diff -u "$tmp/expected" "$tmp/seen"
echo "The behaviour is as described."
