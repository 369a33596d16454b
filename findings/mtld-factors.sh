#!/usr/bin/env bash
# lexical-diversity 0.1.1, lexicalrichness 0.5.1 and taaled 0.32 (PyPI): MTLD, the measure of
# lexical diversity, of one list of words with the threshold 0.72.
#
# One would guess: a measure with a name, a paper and one threshold has one value; libraries differ
# in how they cut words, and not on a list that is cut already.
# What happens: the three libraries agree on no text here. lexicalrichness ends a factor as
# soon as the ratio of types is at or below the threshold, lexical-diversity when it is below and
# the factor has ten words, and taaled does the same and takes the mean of the factors' lengths
# instead of words by factors.
# Output seen:
#                     lexical-diversity  lexicalrichness  taaled
#   a speech, 37 words              10.77             9.38    9.98
#   a list, 40 words                 9.82            10.00    9.83
#   cries, 20 words                  5.19             2.00    6.75
#
# Why it matters: values of MTLD are compared between papers and corpora as if they were one
# measure; here they differ by a fiftieth, by a seventh and by a factor of three, and the order of
# the libraries changes. A page that shows the measure names its definition (the shortest factor,
# the comparison, the mean), and its test compares with the library that shares it.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv "$tmp/venv"
"$tmp/venv/bin/pip" install --quiet --disable-pip-version-check \
  lexical-diversity==0.1.1 lexicalrichness==0.5.1 taaled==0.32

cat >"$tmp/probe.py" <<'PROBE'
import contextlib
import io
from importlib.metadata import version

from lexical_diversity import lex_div
from lexicalrichness import LexicalRichness

with contextlib.redirect_stdout(io.StringIO()):  # taaled tells what it would like installed
    from taaled import ld

SPEECH = """la paix est la volonté de la nation et la nation est la paix et le droit est la
volonté de la paix et la guerre est la fin du droit et la fin de la nation"""
LIST = """le roi la reine le duc le comte la ville le port la mer le sel le blé le vin la laine le
drap la foire le prix la loi le juge la cour le roi le duc la ville"""
CRIES = "oui oui non non oui oui non non oui oui non non oui oui non non oui oui non non"
packages = ["lexical-diversity", "lexicalrichness", "taaled"]
print(", ".join(f"{package} {version(package)}" for package in packages))
for name, text in [("a speech", SPEECH), ("a list", LIST), ("cries", CRIES)]:
    words = text.split()
    values = [
        lex_div.mtld(words),
        LexicalRichness(words, preprocessor=None, tokenizer=None).mtld(0.72),
        ld.lexdiv(words).mtld,
    ]
    print(f"{name}, {len(words)} words:", " ".join(f"{value:.2f}" for value in values))
PROBE

cat >"$tmp/expected" <<'EXPECTED'
lexical-diversity 0.1.1, lexicalrichness 0.5.1, taaled 0.32
a speech, 37 words: 10.77 9.38 9.98
a list, 40 words: 9.82 10.00 9.83
cries, 20 words: 5.19 2.00 6.75
EXPECTED

"$tmp/venv/bin/python" -W ignore "$tmp/probe.py" | tee "$tmp/seen"
diff -u "$tmp/expected" "$tmp/seen"
echo "The behaviour is as described."
