#!/usr/bin/env bash
# pystylometry 1.4.3 (PyPI), a library for stylometry: its tokenizer.
#
# One would guess: a year is one token, 1914, or none where numbers are left out.
# What happens: a number of four digits without a comma is cut behind its third digit. The tokens of
# "1914-1918" are 191, 4, 191, 8. A comma of the English thousands is what it waits for.
# Output seen:
#   1914          191 4
#   1914-1918     191 4 191 8
#   14            14
#   1,914         1,914
#   1910 et 1919  191 0 et 191 9
#
# Why it matters: two words are counted for each year, all years of a decade share one of them, and
# the years themselves are in no list. Counts of words, lexical diversity and hapax legomena of
# dated texts are off by the number of their dates. Try a tokenizer on a year before trusting it.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv "$tmp/venv"
"$tmp/venv/bin/pip" install --quiet --disable-pip-version-check pystylometry==1.4.3

cat >"$tmp/probe.py" <<'PROBE'
from importlib.metadata import version

from pystylometry.tokenizer import Tokenizer

print("pystylometry", version("pystylometry"))
for text in ["1914", "1914-1918", "14", "1,914", "1910 et 1919"]:
    print(f"{text} ->", *Tokenizer().tokenize(text))
PROBE

cat >"$tmp/expected" <<'EXPECTED'
pystylometry 1.4.3
1914 -> 191 4
1914-1918 -> 191 4 191 8
14 -> 14
1,914 -> 1,914
1910 et 1919 -> 191 0 et 191 9
EXPECTED

"$tmp/venv/bin/python" -W ignore "$tmp/probe.py" | tee "$tmp/seen"
diff -u "$tmp/expected" "$tmp/seen"
echo "The behaviour is as described."
