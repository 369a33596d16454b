#!/usr/bin/env bash
# langid 1.1.6 and langdetect 1.0.9 (PyPI): the language of a title in capitals.
#
# One would guess: whole French words are French in capitals as well, or at worst some language
# that is written in Latin letters.
# What happens: langid takes French capitals for Uyghur or Amharic, which are written in Arabic and
# Ethiopic letters; langdetect takes them for German or Portuguese, and is surer of it than
# 0.9999. Both are right on the same words in small letters.
# Output seen:
#   SOUVERAINETÉ NATIONALE                  langid ug   langdetect de   (in small letters fr, fr)
#   DISCOURS DU PRÉSIDENT DE LA RÉPUBLIQUE  langid am   langdetect de   (in small letters fr, fr)
#
# Why it matters: titles, speakers' names and the first lines of old prints stand in capitals. An
# importer that chooses the stemmer by such a line chooses a wrong one, or one from right to left.
# Detection wants small letters and the running text, and the language that the file or the editor
# states comes first.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv "$tmp/venv"
"$tmp/venv/bin/pip" install --quiet --disable-pip-version-check langid==1.1.6 langdetect==1.0.9

cat >"$tmp/probe.py" <<'PROBE'
from importlib.metadata import version

import langid
from langdetect import DetectorFactory, detect

DetectorFactory.seed = 0
print(f"langid {version('langid')}, langdetect {version('langdetect')}")
for title in [
    "SOUVERAINETÉ NATIONALE",
    "DISCOURS DU PRÉSIDENT DE LA RÉPUBLIQUE",
    "LE PRÉSIDENT DE LA RÉPUBLIQUE FRANÇAISE A DÉCLARÉ QUE LA GUERRE ÉTAIT FINIE",
]:
    print(title)
    for text, name in [(title, "capitals"), (title.lower(), "small letters")]:
        print(f"  {name}: langid {langid.classify(text)[0]}, langdetect {detect(text)}")
PROBE

cat >"$tmp/expected" <<'EXPECTED'
langid 1.1.6, langdetect 1.0.9
SOUVERAINETÉ NATIONALE
  capitals: langid ug, langdetect de
  small letters: langid fr, langdetect fr
DISCOURS DU PRÉSIDENT DE LA RÉPUBLIQUE
  capitals: langid am, langdetect de
  small letters: langid fr, langdetect fr
LE PRÉSIDENT DE LA RÉPUBLIQUE FRANÇAISE A DÉCLARÉ QUE LA GUERRE ÉTAIT FINIE
  capitals: langid ug, langdetect pt
  small letters: langid fr, langdetect fr
EXPECTED

"$tmp/venv/bin/python" "$tmp/probe.py" | tee "$tmp/seen"
diff -u "$tmp/expected" "$tmp/seen"
echo "The behaviour is as described."
