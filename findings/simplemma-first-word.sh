#!/usr/bin/env bash
# simplemma 2.0.0 (PyPI), a lemmatiser of many languages by a dictionary: names at the beginning of
# a sentence, in French.
#
# One would guess: the lemma of a name does not depend on where it stands in the sentence.
# What happens: text_lemmatizer writes the first word of each sentence in small letters before it
# looks it up. Paris becomes "pari", a bet, and Rennes the reindeer "renne", where they come first,
# and stay names elsewhere. A town that is no other word, such as Londres, has two lemmas.
# Output seen:
#   Paris vote.         pari vote .        On vote à Paris.    on vote à Paris .
#   Rennes vote.        renne vote .       On vote à Rennes.   on vote à Rennes .
#   Londres vote.       londres vote .     On vote à Londres.  on vote à Londres .
#
# Why it matters: the subject of a sentence often comes first. In counts of lemmas the names of a
# corpus are divided in two, and words that no text contains appear among those that mark it. Who
# counts by lemmas keeps the written form beside the lemma, and looks at both.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv "$tmp/venv"
"$tmp/venv/bin/pip" install --quiet --disable-pip-version-check simplemma==2.0.0

cat >"$tmp/probe.py" <<'PROBE'
from importlib.metadata import version

from simplemma import lemmatize, text_lemmatizer

print("simplemma", version("simplemma"))
for town in ["Paris", "Rennes", "Londres"]:
    first = " ".join(text_lemmatizer(f"{town} vote.", lang="fr"))
    last = " ".join(text_lemmatizer(f"On vote à {town}.", lang="fr"))
    print(f"{town}: alone {lemmatize(town, lang='fr')}; first: {first}; last: {last}")
PROBE

cat >"$tmp/expected" <<'EXPECTED'
simplemma 2.0.0
Paris: alone Paris; first: pari vote .; last: on vote à Paris .
Rennes: alone Rennes; first: renne vote .; last: on vote à Rennes .
Londres: alone Londres; first: londres vote .; last: on vote à Londres .
EXPECTED

"$tmp/venv/bin/python" "$tmp/probe.py" | tee "$tmp/seen"
diff -u "$tmp/expected" "$tmp/seen"
echo "The behaviour is as described."
