#!/usr/bin/env bash
# subsrt 1.1.1 (npm), a reader and writer of subtitles in ten formats; subtitle 4.2.2 beside it.
#
# One would guess: a file with the line ends of Unix is read as one with those of Windows is; a
# reader knows both, and reads what it has written.
# What happens: with the line ends of Unix a whole SRT is one caption, at the time of the first: the
# numbers and times of the others are words of it. A WebVTT has no caption at all. With those of
# Windows both are right. The option eol of its own writer makes a file that it misreads so.
# Output seen (three captions at the seconds 1, 3 and 5):
#   SRT, Windows     1 1914 | 3 La guerre | 5 La paix
#   SRT, Unix        1 1914 2 00:00:03,000 --> 00:00:04,000 La guerre 3 00:00:05,000 --> …
#   WebVTT, Windows  1 1914 | 3 La guerre | 5 La paix
#   WebVTT, Unix     nothing
#
# Why it matters: transcripts of debates come as SRT and WebVTT, and tools for them run on Unix. The
# words are all there, so that a count looks right, but each stands at the first second of the
# debate, and the times are numbers of the text. Count the captions that were read against the
# arrows.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
npm install --silent --no-audit --no-fund --ignore-scripts --prefix "$tmp" subsrt@1.1.1 subtitle@4.2.2

cat >"$tmp/probe.cjs" <<'PROBE'
const subsrt = require('subsrt');
const { parseSync } = require('subtitle');
for (const name of ['subsrt', 'subtitle'])
  console.log(`${name} ${require(`${name}/package.json`).version}`);
const cues = ['1914', 'La guerre', 'La paix'].map((words, at) => [
  `${at + 1}`, `00:00:0${2 * at + 1},000 --> 00:00:0${2 * at + 2},000`, words, '',
]);
const srt = (end) => cues.flat().join(end);
const vtt = (end) => `WEBVTT${end}${end}${srt(end).replaceAll(',', '.')}`;
const show = (name, captions) => {
  const rows = captions.map(({ start, text }) => `${start / 1000} ${text.trim().replace(/\s+/g, ' ')}`);
  console.log(`${name}: ${rows.join(' | ') || 'nothing'}`);
};
const read = (text) => subsrt.parse(text).filter((each) => each.type === 'caption');
for (const [system, end] of [['Windows', '\r\n'], ['Unix', '\n']])
  for (const [format, file] of [['SRT', srt(end)], ['WebVTT', vtt(end)]]) {
    show(`subsrt, ${format}, ${system}`, read(file));
    show(`subtitle, ${format}, ${system}`, parseSync(file).flatMap(({ type, data }) => (type === 'cue' ? [data] : [])));
  }
const own = subsrt.build(read(srt('\r\n')), { format: 'vtt', eol: '\n' });
show('subsrt, its own WebVTT with eol', read(own));
PROBE

cat >"$tmp/expected" <<'EXPECTED'
subsrt 1.1.1
subtitle 4.2.2
subsrt, SRT, Windows: 1 1914 | 3 La guerre | 5 La paix
subtitle, SRT, Windows: 1 1914 | 3 La guerre | 5 La paix
subsrt, WebVTT, Windows: 1 1914 | 3 La guerre | 5 La paix
subtitle, WebVTT, Windows: 1 1914 | 3 La guerre | 5 La paix
subsrt, SRT, Unix: 1 1914 2 00:00:03,000 --> 00:00:04,000 La guerre 3 00:00:05,000 --> 00:00:06,000 La paix
subtitle, SRT, Unix: 1 1914 | 3 La guerre | 5 La paix
subsrt, WebVTT, Unix: nothing
subtitle, WebVTT, Unix: 1 1914 | 3 La guerre | 5 La paix
subsrt, its own WebVTT with eol: nothing
EXPECTED

node "$tmp/probe.cjs" | tee "$tmp/seen"
diff -u "$tmp/expected" "$tmp/seen"
echo "The behaviour is as described."
