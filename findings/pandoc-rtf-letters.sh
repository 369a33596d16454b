#!/usr/bin/env bash
# pandoc 3.9, as pypandoc_binary 1.17 (PyPI) ships it, reads RTF; striprtf 0.0.35 (PyPI) beside it.
#
# One would guess: in RTF a sign beyond the code page stands as \u and its number, with one sign
# behind it for readers that do not know it, often "?"; a reader leaves out that one sign.
# What happens: pandoc leaves out the "?" and the letter or digit behind it. "État" becomes "Éat",
# and a year loses a digit. With the other usual stand-in (\'92) it is right, and with a
# space before the "?" as well.
# Output seen:
#   L\u8217?\u201?tat          pandoc "L’Éat"            striprtf "L’État"
#   \u8211?1918                pandoc "–918"             striprtf "–1918"
#   L\u8217\'92\u201\'c9tat    pandoc "L’État"           striprtf "L’État"
#
# Why it matters: old minutes and theses lie about as RTF, and in French nearly each line has an
# apostrophe or an accent that may be written so. What a lost letter leaves may be another word, and
# a year with a digit less is a year. Whoever turns RTF into text for a corpus looks at a sentence
# with accents and at a span of years first.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv "$tmp/venv"
"$tmp/venv/bin/pip" install --quiet --disable-pip-version-check \
  pypandoc_binary==1.17 striprtf==0.0.35

cat >"$tmp/probe.py" <<'PROBE'
from importlib.metadata import version

import pypandoc
from striprtf.striprtf import rtf_to_text

print(f"pandoc {pypandoc.get_pandoc_version()}, striprtf {version('striprtf')}")
for body in [
    r"L\u8217?\u201?tat",
    r"de 1914 \u8211?1918",
    r"la paix\u8230?puis la guerre",
    r"L\u8217 ?\u201 ?tat",
    r"L\u8217\'92\u201\'c9tat",
]:
    rtf = r"{\rtf1\ansi\ansicpg1252\uc1\deff0{\fonttbl{\f0 Times;}}\f0 %s\par}" % body
    pandoc = pypandoc.convert_text(rtf, "plain", format="rtf").strip()
    print(f"{body}: pandoc {pandoc!r}, striprtf {rtf_to_text(rtf).strip()!r}")
PROBE

cat >"$tmp/expected" <<'EXPECTED'
pandoc 3.9, striprtf 0.0.35
L\u8217?\u201?tat: pandoc 'L’Éat', striprtf 'L’État'
de 1914 \u8211?1918: pandoc 'de 1914 –918', striprtf 'de 1914 –1918'
la paix\u8230?puis la guerre: pandoc 'la paix…uis la guerre', striprtf 'la paix…puis la guerre'
L\u8217 ?\u201 ?tat: pandoc 'L’État', striprtf 'L’État'
L\u8217\'92\u201\'c9tat: pandoc 'L’État', striprtf 'L’État'
EXPECTED

"$tmp/venv/bin/python" "$tmp/probe.py" | tee "$tmp/seen"
diff -u "$tmp/expected" "$tmp/seen"
echo "The behaviour is as described."
