#!/usr/bin/env bash
# vtt-to-json 0.1.1 (npm), a reader of WebVTT; node-webvtt 2.0.0 beside it.
#
# One would guess: a cue gives its words at its time; the line above the times is the name of the
# cue, as WebVTT has it, and is no word of the transcript.
# What happens: the first cue comes a second time, with the name of the next one as its words or
# with none, and of a file that ends with the end of a line, as files do, the last cue is gone. The
# name of a cue is read as words of the cue before. The list of words has no letters with accents.
# Output seen (three cues, named 1913, 1914 and 1918, then without names):
#   node-webvtt  1 La séance est ouverte. | 3 La guerre éclate. | 5 La paix est signée.
#   vtt-to-json  1 La séance est ouverte. | 1 1914 | 3 La guerre éclate. 1918
#                1 La séance est ouverte. | 1  | 3 La guerre éclate.
#   its words    la sance est ouverte 1914 la guerre clate 1918
#
# Why it matters: the peace is signed in the file and not in the transcript, and words stand at the
# time of another speaker. Test a reader of transcripts with the last line of a file, with named cues
# and with a word that has an accent.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
npm install --silent --no-audit --no-fund --ignore-scripts --prefix "$tmp" \
  vtt-to-json@0.1.1 node-webvtt@2.0.0

cat >"$tmp/probe.cjs" <<'PROBE'
const read = require('vtt-to-json');
const { parse } = require('node-webvtt');
for (const name of ['vtt-to-json', 'node-webvtt'])
  console.log(`${name} ${require(`${name}/package.json`).version}`);
const cues = [
  ['1913', '00:01.000 --> 00:02.000', 'La séance est ouverte.'],
  ['1914', '00:03.000 --> 00:04.000', 'La guerre éclate.'],
  ['1918', '00:05.000 --> 00:06.000', 'La paix est signée.'],
];
const file = (parts) => ['WEBVTT', ...parts.map((cue) => cue.join('\n'))].join('\n\n') + '\n';
const list = (rows) => rows.map(([ms, words]) => `${ms / 1000} ${words}`).join(' | ');
const main = async () => {
  for (const [name, parts] of [['named', cues], ['plain', cues.map((cue) => cue.slice(1))]]) {
    const found = await read(file(parts));
    console.log(`${name}, vtt-to-json: ${list(found.map((cue) => [cue.start, cue.part]))}`);
    const right = parse(file(parts)).cues;
    console.log(`${name}, node-webvtt: ${list(right.map((cue) => [cue.start * 1000, cue.text]))}`);
    console.log(`  words: ${found.flatMap((cue) => cue.words.map((each) => each.word)).join(' ')}`);
  }
};
main();
PROBE

cat >"$tmp/expected" <<'EXPECTED'
vtt-to-json 0.1.1
node-webvtt 2.0.0
named, vtt-to-json: 1 La séance est ouverte. | 1 1914 | 3 La guerre éclate. 1918
named, node-webvtt: 1 La séance est ouverte. | 3 La guerre éclate. | 5 La paix est signée.
  words: la sance est ouverte 1914 la guerre clate 1918
plain, vtt-to-json: 1 La séance est ouverte. | 1  | 3 La guerre éclate.
plain, node-webvtt: 1 La séance est ouverte. | 3 La guerre éclate. | 5 La paix est signée.
  words: la sance est ouverte  la guerre clate
EXPECTED

node "$tmp/probe.cjs" | tee "$tmp/seen"
diff -u "$tmp/expected" "$tmp/seen"
echo "The behaviour is as described."
