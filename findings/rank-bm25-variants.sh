#!/usr/bin/env bash
# rank-bm25 0.2.2 (PyPI): its classes BM25Plus and BM25L.
#
# One would guess: both variants keep what makes BM25: a word that stands ten times as often counts
# a little more, and a text without the word counts nothing. BM25+ lifts the texts that
# have the word above those that do not, by its delta.
# What happens: BM25Plus gives the delta to every text, also to those without the word, so that it
# lifts none above another: the distances and the order are those of delta 0. BM25L counts the
# frequency of the word a second time, outside the part that levels off, so that the score
# rises faster than the frequency itself.
# Output seen (the word stands 1, 2, 4, 8, 16 and 0 times in texts of 20 words):
#   BM25Okapi          0.167  0.239  0.304   0.352   0.382  0.000
#   BM25L              0.975  2.438  5.851  13.263  28.606  0.000
#   BM25Plus           1.751  2.126  2.467   2.719   2.877  0.875
#   BM25Plus, delta 0  0.875  1.251  1.592   1.843   2.001  0.000
#
# Why it matters: this package is a usual yardstick for a BM25 of one's own. With these two, a
# text that repeats a word wins over one that has all the words asked for, and an irrelevant text
# has a score above 0, which a threshold lets through. Only BM25Okapi is fit to compare with.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv "$tmp/venv"
"$tmp/venv/bin/pip" install --quiet --disable-pip-version-check rank-bm25==0.2.2

cat >"$tmp/probe.py" <<'PROBE'
from importlib.metadata import version

from rank_bm25 import BM25L, BM25Okapi, BM25Plus

print("rank-bm25", version("rank-bm25"))
texts = [["roi"] * times + ["mot"] * (20 - times) for times in (1, 2, 4, 8, 16, 0)]
texts += [["autre"] * 20] * 5
for name, index in [
    ("BM25Okapi", BM25Okapi(texts)),
    ("BM25L", BM25L(texts)),
    ("BM25Plus", BM25Plus(texts)),
    ("BM25Plus, delta 0", BM25Plus(texts, delta=0)),
]:
    print(f"{name}:", " ".join(f"{score:.3f}" for score in index.get_scores(["roi"])[:6]))
PROBE

cat >"$tmp/expected" <<'EXPECTED'
rank-bm25 0.2.2
BM25Okapi: 0.167 0.239 0.304 0.352 0.382 0.000
BM25L: 0.975 2.438 5.851 13.263 28.606 0.000
BM25Plus: 1.751 2.126 2.467 2.719 2.877 0.875
BM25Plus, delta 0: 0.875 1.251 1.592 1.843 2.001 0.000
EXPECTED

"$tmp/venv/bin/python" "$tmp/probe.py" | tee "$tmp/seen"
diff -u "$tmp/expected" "$tmp/seen"
echo "The behaviour is as described."
