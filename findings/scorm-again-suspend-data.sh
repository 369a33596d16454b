#!/usr/bin/env bash
# scorm-again 3.4.3 (npm), a runtime of SCORM for course systems, in its SCORM 1.2 mode.
#
# One would guess: cmi.suspend_data, which SCORM 1.2 limits to 4096 characters, is limited so; the
# runtime refuses a cmi.core.lesson_location of 256 characters and comments of 4097.
# What happens: suspend_data takes 64,000 characters, the limit of SCORM 2004, without an error.
# Output seen:
#   cmi.core.lesson_location  255 true, 256 false (405)
#   cmi.comments              4096 true, 4097 false (405)
#   cmi.suspend_data          4096 true, 4097 true, 64000 true, 64001 false (405)
#
# Why it matters: with this runtime a course page can be tested without a course system.
# Answers and places of a student that fit here are cut off or refused by a system that holds to
# the standard, in the middle of a term. A page that keeps its state in SCORM 1.2 counts to
# 4096 itself.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
npm install --silent --no-audit --no-fund --prefix "$tmp" scorm-again@3.4.3

cat >"$tmp/probe.mjs" <<'PROBE'
import { readFileSync } from 'node:fs';
import { Scorm12API } from './node_modules/scorm-again/dist/esm/scorm12.js';

const manifest = new URL('node_modules/scorm-again/package.json', import.meta.url);
console.log(`scorm-again ${JSON.parse(readFileSync(manifest)).version}`);
for (const [element, lengths] of [
  ['cmi.core.lesson_location', [255, 256]],
  ['cmi.comments', [4096, 4097]],
  ['cmi.suspend_data', [4096, 4097, 64000, 64001]],
]) {
  const taken = lengths.map((length) => {
    const api = new Scorm12API({ autocommit: false, logLevel: 5 });
    api.LMSInitialize('');
    const result = String(api.LMSSetValue(element, 'x'.repeat(length)));
    return `${length} ${result}${result === 'true' ? '' : ` (${api.LMSGetLastError()})`}`;
  });
  console.log(`${element}: ${taken.join(', ')}`);
}
PROBE

cat >"$tmp/expected" <<'EXPECTED'
scorm-again 3.4.3
cmi.core.lesson_location: 255 true, 256 false (405)
cmi.comments: 4096 true, 4097 false (405)
cmi.suspend_data: 4096 true, 4097 true, 64000 true, 64001 false (405)
EXPECTED

node "$tmp/probe.mjs" | tee "$tmp/seen"
diff -u "$tmp/expected" "$tmp/seen"
echo "The behaviour is as described."
