#!/usr/bin/env bash
# webvtt-py 0.6.0 (PyPI), a reader of WebVTT: who speaks, and what.
#
# One would guess: a cue in which two people speak, each behind a <v> with the name, as WebVTT has
# it for a rapid exchange, tells both voices, or at least does not give one the words of the other;
# and &amp; is read as the sign that it stands for.
# What happens: a cue has one voice, that of the <v> at its very beginning, and all its words are
# the text of this voice. A <v> behind a first line without one is dropped. The text is free of
# tags, but &amp; and &lt; are left as they are.
# Output seen (voice and text of four cues):
#   <v Ada>Vous votez la guerre ?⏎<v Bob>Non.     Ada   Vous votez la guerre ?⏎Non.
#   (Bruit)⏎<v Bob>Je vote la paix.               None  (Bruit)⏎Je vote la paix.
#   <v Ada>Liberté &amp; paix                     Ada   Liberté &amp; paix
#
# Why it matters: what a speaker did not say is counted as said, mostly answers under the name of
# who asked. Cues with more than one <v> are cut by oneself, from raw_text, and entities decoded.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv "$tmp/venv"
"$tmp/venv/bin/pip" install --quiet --disable-pip-version-check webvtt-py==0.6.0

cat >"$tmp/probe.py" <<'PROBE'
from importlib.metadata import version

import webvtt

FILE = """WEBVTT

00:01.000 --> 00:02.000
<v Ada>La séance est ouverte.

00:03.000 --> 00:04.000
<v Ada>Vous votez la guerre ?
<v Bob>Non.

00:05.000 --> 00:06.000
(Bruit)
<v Bob>Je vote la paix.

00:07.000 --> 00:08.000
<v Ada>Liberté &amp; paix
"""
print("webvtt-py", version("webvtt-py"))
for cue in webvtt.from_string(FILE):
    print(f"{cue.raw_text!r} -> {cue.voice} {cue.text!r}")
PROBE

cat >"$tmp/expected" <<'EXPECTED'
webvtt-py 0.6.0
'<v Ada>La séance est ouverte.' -> Ada 'La séance est ouverte.'
'<v Ada>Vous votez la guerre ?\n<v Bob>Non.' -> Ada 'Vous votez la guerre ?\nNon.'
'(Bruit)\n<v Bob>Je vote la paix.' -> None '(Bruit)\nJe vote la paix.'
'<v Ada>Liberté &amp; paix' -> Ada 'Liberté &amp; paix'
EXPECTED

"$tmp/venv/bin/python" "$tmp/probe.py" | tee "$tmp/seen"
diff -u "$tmp/expected" "$tmp/seen"
echo "The behaviour is as described."
