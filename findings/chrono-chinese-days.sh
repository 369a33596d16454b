#!/usr/bin/env bash
# chrono-node 2.10.3 (npm): days written in Chinese characters, with its two parsers for Chinese,
# zh.hans (simplified) and zh.hant (traditional).
#
# One would guess: both read the same numbers, which are written with the same characters in both
# scripts; and a number that is not read as a whole is not read.
# What happens: zh.hant reads at most two characters of the day. The 24th (二十四) is the 20th, the
# 31st (三十一) the 30th, while 十四 and 二十 are right. It does not know 〇 as a zero: of 二〇一六年
# it takes the last two, and the year 2016 is 16. zh.hans reads all of these. A range of days is its
# first day in both.
# Output seen:
#   二零一六年五月二十四日   hans 2016-05-24, hant 2016-05-20 ("二零一六年五月二十")
#   二〇一六年五月二十四日   hans 2016-05-24, hant 0016-05-20 ("一六年五月二十")
#   2016年5月24日至26日      hans 2016-05-24, hant 2016-05-24 ("2016年5月24日")
#
# Why it matters: speeches and treaties write their dates out in characters, and the error is a
# valid day of the same month, seen only beside the text. One chooses the parser by the script of
# the text, so that two versions of one document come out at different dates. A reader of dates is
# tested with a number of three characters, and with both zeros.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
npm install --silent --no-audit --no-fund --ignore-scripts --prefix "$tmp" \
  chrono-node@2.10.3

cat >"$tmp/probe.cjs" <<'PROBE'
const { readFileSync } = require('node:fs');
const chrono = require('chrono-node');

const manifest = readFileSync(`${__dirname}/node_modules/chrono-node/package.json`);
console.log(`chrono-node ${JSON.parse(manifest).version}`);
const reference = { instant: new Date('2016-05-24T12:00:00Z'), timezone: 0 };
const show = (parser, text) => {
  const found = parser.parse(text, reference).map(({ text: words, start, end }) => {
    const days = [start, end].filter(Boolean).map((day) => day.date().toISOString().slice(0, 10));
    return `"${words}" ${days.join(' to ')}`;
  });
  return found.join('; ') || 'nothing';
};
for (const text of [
  '2016年5月24日',
  '一九四九年十月一日',
  '一九四九年十月十四日',
  '二零一六年五月二十日',
  '二零一六年五月二十四日',
  '二〇一六年五月二十四日',
  '二零一六年十二月三十一日',
  '2016年5月24日至26日',
]) {
  console.log(`${text}: hans ${show(chrono.zh.hans, text)}, hant ${show(chrono.zh.hant, text)}`);
}
PROBE

cat >"$tmp/expected" <<'EXPECTED'
chrono-node 2.10.3
2016年5月24日: hans "2016年5月24日" 2016-05-24, hant "2016年5月24日" 2016-05-24
一九四九年十月一日: hans "一九四九年十月一日" 1949-10-01, hant "一九四九年十月一日" 1949-10-01
一九四九年十月十四日: hans "一九四九年十月十四日" 1949-10-14, hant "一九四九年十月十四日" 1949-10-14
二零一六年五月二十日: hans "二零一六年五月二十日" 2016-05-20, hant "二零一六年五月二十日" 2016-05-20
二零一六年五月二十四日: hans "二零一六年五月二十四日" 2016-05-24, hant "二零一六年五月二十" 2016-05-20
二〇一六年五月二十四日: hans "二〇一六年五月二十四日" 2016-05-24, hant "一六年五月二十" 0016-05-20
二零一六年十二月三十一日: hans "二零一六年十二月三十一日" 2016-12-31, hant "二零一六年十二月三十" 2016-12-30
2016年5月24日至26日: hans "2016年5月24日" 2016-05-24, hant "2016年5月24日" 2016-05-24
EXPECTED

TZ=UTC node "$tmp/probe.cjs" | tee "$tmp/seen"
diff -u "$tmp/expected" "$tmp/seen"
echo "The behaviour is as described."
