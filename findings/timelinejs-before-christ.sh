#!/usr/bin/env bash
# @knight-lab/timelinejs 3.9.11 (npm), run in jsdom 29.1.1.
#
# One would guess: the years of a timeline are one scale. Either -43 is 44 BC, as in ISO 8601,
# EDTF and JavaScript, or it is 43 BC, as historians count, and then no year 0 lies between.
# What happens: both at once. The place on the line is the ISO year, the label drops the minus
# sign: -43 stands where 44 BC is and reads "43 BCE". The year 0 is taken and reads "January 1, 0",
# though only a year was given.
# Output seen:
#   -43  ->  -000043-01-01  43 BCE
#   0    ->  0000-01-01     January 1, 0
#   1    ->  0001-01-01     1
#
# Why it matters: dates exported from EDTF are labelled a year too late, all of them before Christ.
# Moved by one they read right and stand a year too early, with a gap of two years at the turn of
# the era. An export for this library gives each such date its own words (display_date).
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
npm install --silent --no-audit --no-fund --prefix "$tmp" \
  @knight-lab/timelinejs@3.9.11 jsdom@29.1.1

cat >"$tmp/probe.cjs" <<'PROBE'
const { readFileSync } = require('node:fs');
const { JSDOM, VirtualConsole } = require('jsdom');
const folder = `${__dirname}/node_modules/@knight-lab/timelinejs`;
const { version } = JSON.parse(readFileSync(`${folder}/package.json`));
const { window } = new JSDOM('<div id="frise"></div>', {
  runScripts: 'outside-only',
  pretendToBeVisual: true,
  virtualConsole: new VirtualConsole(),
});
// The library asks for these; jsdom has none of them.
Object.assign(window, { matchMedia: () => ({ matches: false }), scrollTo() {} });
window.eval(readFileSync(`${folder}/dist/js/timeline.js`, 'utf8'));
const years = [-44, -43, -1, 0, 1, 1914];
const events = years.map((year) => ({ start_date: { year }, text: { headline: `${year}` } }));
const timeline = new window.TL.Timeline('frise', { events }, { font: null });
const shown = () => [...window.document.querySelectorAll('.tl-headline-date')];
const wait = setInterval(() => {
  if (shown().length < years.length) return;
  clearInterval(wait);
  console.log(`@knight-lab/timelinejs ${version}`);
  timeline.config.events.forEach(({ start_date }, index) => {
    const day = start_date.data.date_obj.toISOString().split('T')[0];
    console.log(`${years[index]}: ${day}, ${shown()[index].textContent}`);
  });
  process.exit();
}, 50);
PROBE

cat >"$tmp/expected" <<'EXPECTED'
@knight-lab/timelinejs 3.9.11
-44: -000044-01-01, 44 BCE
-43: -000043-01-01, 43 BCE
-1: -000001-01-01, 1 BCE
0: 0000-01-01, January 1, 0
1: 0001-01-01, 1
1914: 1914-01-01, 1914
EXPECTED

TZ=UTC timeout 60 node "$tmp/probe.cjs" | tee "$tmp/seen"
diff -u "$tmp/expected" "$tmp/seen"
echo "The behaviour is as described."
