#!/usr/bin/env bash
# vis-timeline 8.5.4 (npm), run in jsdom 29.1.1: years as the start of an item.
#
# One would guess: "1914" is the year 1914, as "1914-08" is a month of it; and a day before Christ
# with a year of four digits, as EDTF and ISO 8601 write it, is that day or is refused.
# What happens: a string that is only digits is taken for milliseconds, so each bare year is in the
# first seconds of 1970. The minus sign of a year is dropped: the 15th of March 44 BC is in 2043.
# Output seen:
#   1914            1970-01-01T00:00:01.914Z
#   1914-08         1914-08-01T00:00:00.000Z
#   0044-03-15      0044-03-15T00:00:00.000Z
#   -0043-03-15     2043-03-15T00:00:00.000Z
#   -000043-03-15   -000043-03-15T00:00:00.000Z
#
# Why it matters: dates of a corpus are known to the day, to the month, to the year. On one timeline
# those known to the year pile up in 1970, and antiquity is in the future. An export for this
# library writes whole days, and six digits of a year before Christ.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
npm install --silent --no-audit --no-fund --ignore-scripts --prefix "$tmp" \
  vis-timeline@8.5.4 jsdom@29.1.1

cat >"$tmp/probe.cjs" <<'PROBE'
const { readFileSync } = require('node:fs');
const { JSDOM } = require('jsdom');
const { version } = JSON.parse(readFileSync(`${__dirname}/node_modules/vis-timeline/package.json`));
const { window } = new JSDOM('<div id="frise"></div>', { pretendToBeVisual: true });
for (const name of ['document', 'navigator', 'Element', 'HTMLElement', 'Node', 'Event', 'getComputedStyle',
  'requestAnimationFrame', 'cancelAnimationFrame', 'MutationObserver']) {
  Object.defineProperty(globalThis, name, { value: window[name], configurable: true, writable: true });
}
globalThis.window = window;
// The library asks for it; jsdom has none.
globalThis.ResizeObserver = class { observe() {} unobserve() {} disconnect() {} };
console.warn = () => {};
const { DataSet, Timeline } = require('vis-timeline/standalone');

console.log(`vis-timeline ${version}`);
for (const start of ['1914', '751', '1914-08', '0044-03-15', '-0043-03-15', '-000043-03-15']) {
  const items = new DataSet([{ id: 1, content: 'an event', start }]);
  const timeline = new Timeline(window.document.getElementById('frise'), items, {});
  console.log(`${start}: ${timeline.itemSet.items[1].data.start.toISOString()}`);
  timeline.destroy();
}
process.exit();
PROBE

cat >"$tmp/expected" <<'EXPECTED'
vis-timeline 8.5.4
1914: 1970-01-01T00:00:01.914Z
751: 1970-01-01T00:00:00.751Z
1914-08: 1914-08-01T00:00:00.000Z
0044-03-15: 0044-03-15T00:00:00.000Z
-0043-03-15: 2043-03-15T00:00:00.000Z
-000043-03-15: -000043-03-15T00:00:00.000Z
EXPECTED

TZ=UTC timeout 60 node "$tmp/probe.cjs" | tee "$tmp/seen"
diff -u "$tmp/expected" "$tmp/seen"
echo "The behaviour is as described."
