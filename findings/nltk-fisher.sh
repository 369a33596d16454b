#!/usr/bin/env bash
# nltk 3.10.4 with scipy 1.17.1 (PyPI): BigramAssocMeasures.fisher.
#
# One would guess: Fisher's exact test as a measure of collocation gives a small probability to
# words that attract each other, as a p-value does.
# What happens: the test is asked for the other tail ("less"). Words that always stand together
# get a probability of 1, words that avoid each other get one near 0: it is a test of avoidance.
# Ranked from the highest score, as NLTK's finders rank, attraction comes first; but strong pairs
# are all 1 in double precision and keep no order among themselves.
# Output seen (times together, of first and second word, in all pairs):
#   8 of 15 and 15 in 100:   fisher 0.9999909597, the tail of attraction 0.000134
#   0 of 15 and 15 in 100:   fisher 0.0709899884, the tail of attraction 1
#   40 of 40 and 40 in 400:  fisher 1.0000000000, the tail of attraction 5.08e-56
#
# Why it matters: statistics are checked against packages like this one. A threshold such as
# p < 0.05 on these values keeps the pairs that avoid each other; the figure to compare with is
# scipy's own, with alternative="greater".
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv "$tmp/venv"
"$tmp/venv/bin/pip" install --quiet --disable-pip-version-check nltk==3.10.4 scipy==1.17.1

cat >"$tmp/probe.py" <<'PROBE'
from importlib.metadata import version

from nltk.metrics import BigramAssocMeasures
from scipy.stats import fisher_exact

print("nltk", version("nltk") + ", scipy", version("scipy"))
for both, first, second, total in [(8, 15, 15, 100), (0, 15, 15, 100), (40, 40, 40, 400)]:
    table = [[both, second - both], [first - both, total - first - second + both]]
    score = BigramAssocMeasures.fisher(both, (first, second), total)
    tails = {side: fisher_exact(table, alternative=side).pvalue for side in ("less", "greater")}
    print(
        f"{both} of {first} and {second} in {total}: fisher {score:.10f},"
        f" less {tails['less']:.10f}, greater {tails['greater']:.3g}"
    )
PROBE

cat >"$tmp/expected" <<'EXPECTED'
nltk 3.10.4, scipy 1.17.1
8 of 15 and 15 in 100: fisher 0.9999909597, less 0.9999909597, greater 0.000134
0 of 15 and 15 in 100: fisher 0.0709899884, less 0.0709899884, greater 1
40 of 40 and 40 in 400: fisher 1.0000000000, less 1.0000000000, greater 5.08e-56
EXPECTED

"$tmp/venv/bin/python" "$tmp/probe.py" | tee "$tmp/seen"
diff -u "$tmp/expected" "$tmp/seen"
echo "The behaviour is as described."
