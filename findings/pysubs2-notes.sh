#!/usr/bin/env bash
# pysubs2 1.8.1 (PyPI) turns WebVTT into SRT and text: notes, names of cues and speakers.
#
# One would guess: a NOTE of WebVTT is no speech, nor is the name of a cue; who speaks, which the
# reader knows as a field of its own, is kept; words stay words.
# What happens: a NOTE and the name of the next cue become the end of the cue before, if the name is
# no number. The speaker in <v> is dropped. Entities stay as they are, and {rires}, which is text in
# both formats, is taken for a command of a third one and dropped.
# Output seen (speaker and text; the second cue has the name "réponse" and a note before it):
#   <v Ada>Vous votez ?         '', "Vous votez ?⏎⏎NOTE à revoir⏎⏎réponse"
#   <v Bob>Non.                 '', "Non."
#   {rires} Liberté &amp; paix  '', " Liberté &amp; paix"
#
# Why it matters: the notes of transcribers are counted as words of a speech and nobody is said to have
# spoken. The name of a cue is often its speaker or its place in the minutes. Read WebVTT with a reader
# of WebVTT before one turns it into something else, and count the words before and after.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv "$tmp/venv"
"$tmp/venv/bin/pip" install --quiet --disable-pip-version-check pysubs2==1.8.1

cat >"$tmp/probe.py" <<'PROBE'
from importlib.metadata import version

import pysubs2

FILE = """WEBVTT

00:01.000 --> 00:02.000
<v Ada>Vous votez ?

NOTE à revoir

réponse
00:03.000 --> 00:04.000
<v Bob>Non.

14
00:05.000 --> 00:06.000
{rires} Liberté &amp; paix
"""
print("pysubs2", version("pysubs2"))
subtitles = pysubs2.SSAFile.from_string(FILE)
for line in subtitles:
    print(f"speaker {line.name!r}, {line.plaintext!r}")
print(subtitles.to_string("srt").strip())
PROBE

cat >"$tmp/expected" <<'EXPECTED'
pysubs2 1.8.1
speaker '', 'Vous votez ?\n\nNOTE à revoir\n\nréponse'
speaker '', 'Non.'
speaker '', ' Liberté &amp; paix'
1
00:00:01,000 --> 00:00:02,000
Vous votez ?
NOTE à revoir
réponse

2
00:00:03,000 --> 00:00:04,000
Non.

3
00:00:05,000 --> 00:00:06,000
Liberté &amp; paix
EXPECTED

"$tmp/venv/bin/python" "$tmp/probe.py" | tee "$tmp/seen"
diff -u "$tmp/expected" "$tmp/seen"
echo "The behaviour is as described."
