#!/usr/bin/env bash
# pysbd 0.3.4, sentencex 1.0.32, syntok 1.4.4 and sentence-splitter 1.4 (PyPI): splitters of
# sentences, with their rules for French where they have them.
#
# One would guess: those with rules for French know the abbreviations that stand in most French
# texts about the past: M., art., av. J.-C.
# What happens: "av. J.-C." is one to three ends of sentences for three of the four, and two of them
# cut the initials at their hyphen. For sentencex, which is made for Wikipedia, even "M. de Gaulle"
# is two sentences. sentence-splitter, the plainest of them, has all right.
# Output seen (En 44 av. J.-C., César meurt.):
#   pysbd              En 44 av. | J. | -C. | , César meurt.
#   sentencex          En 44 av. J. | -C., César meurt.
#   syntok             En 44 av. | J.-C., César meurt.
#   sentence-splitter  En 44 av. J.-C., César meurt.
#
# Why it matters: the year is in one sentence, its era in the next, and what happened in a third, so
# a search for events and their dates by sentence finds Caesar dead in 44 of our era, or in no year.
# A splitter is tested with the abbreviations of its own corpus.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv "$tmp/venv"
"$tmp/venv/bin/pip" install --quiet --disable-pip-version-check \
  pysbd==0.3.4 sentencex==1.0.32 syntok==1.4.4 sentence-splitter==1.4

cat >"$tmp/probe.py" <<'PROBE'
from importlib.metadata import version

import pysbd
from sentence_splitter import SentenceSplitter
from sentencex import segment
from syntok.segmenter import process


def syntok(text):
    for paragraph in process(text):
        for sentence in paragraph:
            yield "".join(token.spacing + token.value for token in sentence)


splitters = {
    "pysbd": pysbd.Segmenter(language="fr", clean=False).segment,
    "sentencex": lambda text: segment("fr", text),
    "syntok": syntok,
    "sentence-splitter": SentenceSplitter(language="fr").split,
}
for package, split in splitters.items():
    print(package, version(package))
    for text in ["En 44 av. J.-C., César meurt.", "M. de Gaulle parle.", "Voir l’art. 3 de la loi."]:
        print("   ", " | ".join(sentence.strip() for sentence in split(text)))
PROBE

cat >"$tmp/expected" <<'EXPECTED'
pysbd 0.3.4
    En 44 av. | J. | -C. | , César meurt.
    M. de Gaulle parle.
    Voir l’art. | 3 de la loi.
sentencex 1.0.32
    En 44 av. J. | -C., César meurt.
    M. | de Gaulle parle.
    Voir l’art. | 3 de la loi.
syntok 1.4.4
    En 44 av. | J.-C., César meurt.
    M. de Gaulle parle.
    Voir l’art. | 3 de la loi.
sentence-splitter 1.4
    En 44 av. J.-C., César meurt.
    M. de Gaulle parle.
    Voir l’art. 3 de la loi.
EXPECTED

"$tmp/venv/bin/python" -W ignore "$tmp/probe.py" | tee "$tmp/seen"
diff -u "$tmp/expected" "$tmp/seen"
echo "The behaviour is as described."
