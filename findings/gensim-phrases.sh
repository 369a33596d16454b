#!/usr/bin/env bash
# gensim 4.4.0 (PyPI): Phrases with its default scoring, which follows Mikolov and others (2013).
#
# One would guess: the score of a pair comes from how often its two words occur, apart and together,
# and from the size of the vocabulary, which is the number of different words.
# What happens: the size is that of the model's dictionary, which holds each pair seen beside the
# words. Two texts with the same words, equally often, and with the pair equally often give it
# different scores, if other words stand in more orders in one of them.
# Output seen:
#   one order:    20 words, 4 different, 6 entries; guerre froide 1.1250
#   many orders:  20 words, 4 different, 9 entries; guerre froide 1.6875
#   with the 4 different words as the vocabulary both would be 0.7500
#
# Why it matters: the order of pairs within a corpus stays, but a threshold that was found for one
# corpus, or in a paper, keeps more pairs in another, and the more so the longer the corpus: the
# number of pairs grows faster than that of words. Periods of a corpus are compared with a measure
# that has no such factor, as "npmi" is.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv "$tmp/venv"
"$tmp/venv/bin/pip" install --quiet --disable-pip-version-check \
  gensim==4.4.0

cat >"$tmp/probe.py" <<'PROBE'
from importlib.metadata import version

from gensim.models.phrases import Phrases

print("gensim", version("gensim"))
PAIRS = ["guerre froide"] * 4
SORTED = ["paix monde"] * 6
MIXED = ["paix monde", "monde paix", "paix paix", "monde monde", "paix", "monde", "paix", "monde"]


def show(name, lines):
    sentences = [line.split() for line in lines]
    words = {word for sentence in sentences for word in sentence}
    total = sum(len(sentence) for sentence in sentences)
    model = Phrases(sentences, min_count=1, threshold=0.01)
    score = model.export_phrases()["guerre_froide"]
    paper = (4 - 1) / (4 * 4) * len(words)
    print(
        f"{name}: {total} words, {len(words)} different, {len(model.vocab)} entries;"
        f" guerre froide {score:.4f}, with the different words {paper:.4f}"
    )


show("one order", PAIRS + SORTED)
show("many orders", PAIRS + MIXED)
PROBE

cat >"$tmp/expected" <<'EXPECTED'
gensim 4.4.0
one order: 20 words, 4 different, 6 entries; guerre froide 1.1250, with the different words 0.7500
many orders: 20 words, 4 different, 9 entries; guerre froide 1.6875, with the different words 0.7500
EXPECTED

"$tmp/venv/bin/python" -W ignore "$tmp/probe.py" | tee "$tmp/seen"
diff -u "$tmp/expected" "$tmp/seen"
echo "The behaviour is as described."
