#!/usr/bin/env bash
# burst-detection 0.1.3 (PyPI), Kleinberg's bursts of a word in batches of dated texts.
#
# One would guess: the sequence of states that burst_detection returns is the one of least cost, as
# in Kleinberg's paper, and found by Viterbi's algorithm, as the source says.
# What happens: it decides at each point of time for itself and never goes back on it. A burst is
# entered only if its first point alone outweighs the cost of entering. A word that is three times
# as frequent for four years on end has no burst, though by the package's own cost functions the
# four years are one.
# Output seen (12 years of 100 texts, s = 2, gamma = 1):
#   texts with the word  2 2 2 2 6 6 6 6 2 2 2 2
#   burst_detection      0 0 0 0 0 0 0 0 0 0 0 0  cost 23.72
#   least cost           0 0 0 0 1 1 1 1 0 0 0 0  cost 22.76
#
# Why it matters: short peaks are found and long waves are not, so a chart of bursts shows events
# and hides movements. With a dozen points of time all sequences can be tried, which is a test that
# each implementation can have.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv "$tmp/venv"
# The package needs a numpy that still has np.float.
"$tmp/venv/bin/pip" install --quiet --disable-pip-version-check \
  burst-detection==0.1.3 numpy==1.23.5 pandas==1.5.3 sympy==1.13.3 mpmath==1.3.0

cat >"$tmp/probe.py" <<'PROBE'
from importlib.metadata import version
from itertools import product

import burst_detection as bursts
import numpy as np

print("burst-detection", version("burst-detection"))
for counts in [[2, 2, 2, 2, 6, 6, 6, 6, 2, 2, 2, 2], [2, 2, 2, 2, 12, 6, 6, 6, 2, 2, 2, 2]]:
    years = len(counts)
    texts, total = np.array(counts, float), np.full(years, 100.0)
    states, _, _, rates = bursts.burst_detection(texts, total, years, s=2, gamma=1, smooth_win=1)

    def cost(sequence):
        steps = zip((0, *sequence), sequence)
        entering = sum(bursts.tau(before, after, 1, years) for before, after in steps)
        return entering + sum(bursts.fit(100, texts[at], rates[state]) for at, state in enumerate(sequence))

    found = tuple(int(state[0]) for state in states)
    best = min(product((0, 1), repeat=years), key=cost)
    print("texts with the word:", *counts)
    print("burst_detection:", *found, f"cost {cost(found):.2f}")
    print("least cost:", *best, f"cost {cost(best):.2f}")
PROBE

cat >"$tmp/expected" <<'EXPECTED'
burst-detection 0.1.3
texts with the word: 2 2 2 2 6 6 6 6 2 2 2 2
burst_detection: 0 0 0 0 0 0 0 0 0 0 0 0 cost 23.72
least cost: 0 0 0 0 1 1 1 1 0 0 0 0 cost 22.76
texts with the word: 2 2 2 2 12 6 6 6 2 2 2 2
burst_detection: 0 0 0 0 1 1 1 1 0 0 0 0 cost 26.53
least cost: 0 0 0 0 1 1 1 1 0 0 0 0 cost 26.53
EXPECTED

"$tmp/venv/bin/python" -W ignore "$tmp/probe.py" | tee "$tmp/seen"
diff -u "$tmp/expected" "$tmp/seen"
echo "The behaviour is as described."
