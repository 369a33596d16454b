#!/usr/bin/env bash
# lexicalrichness 0.5.1, lexical-diversity 0.1.1 and taaled 0.32 (PyPI): Maas's a², a measure of
# lexical diversity, of one list of words.
#
# One would guess: the formula (log N - log V) / (log N)² with the numbers of words and of different
# words has one value; logarithms cancel out in such measures, as they do in Herdan's C.
# What happens: they do not cancel out here. lexicalrichness takes natural logarithms, the other
# two those to base 10, and their values differ by the factor 2.3026. The same holds for Dugast's
# U, which is the inverse: 11.58 by lexicalrichness, and 5.03 to base 10.
# Output seen (37 words, 12 of them different):
#   lexicalrichness    Maas 0.0864
#   lexical-diversity  Maas 0.1988
#   taaled             Maas 0.1988
#
# Why it matters: the smaller the value, the richer the text. A value from one package put beside
# one from another makes a text look more than twice as rich, and no error says so. A page that
# shows the measure names the base of its logarithm.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv "$tmp/venv"
"$tmp/venv/bin/pip" install --quiet --disable-pip-version-check \
  lexicalrichness==0.5.1 lexical-diversity==0.1.1 taaled==0.32

cat >"$tmp/probe.py" <<'PROBE'
import contextlib
import io
from importlib.metadata import version
from math import log, log10

from lexical_diversity import lex_div
from lexicalrichness import LexicalRichness

with contextlib.redirect_stdout(io.StringIO()):  # taaled tells what it would like installed
    from taaled import ld

TEXT = """la paix est la volonté de la nation et la nation est la paix et le droit est la
volonté de la paix et la guerre est la fin du droit et la fin de la nation"""
words = TEXT.split()
length, types = len(words), len(set(words))
own = LexicalRichness(words, preprocessor=None, tokenizer=None)
print(f"{length} words, {types} different")
print(f"lexicalrichness {version('lexicalrichness')}: Maas {own.Maas:.4f}, Dugast {own.Dugast:.4f}")
print(f"lexical-diversity {version('lexical-diversity')}: Maas {lex_div.maas_ttr(words):.4f}")
print(f"taaled {version('taaled')}: Maas {ld.lexdiv(words).maas:.4f}")
for name, logarithm in [("natural logarithm", log), ("logarithm to 10", log10)]:
    maas = (logarithm(length) - logarithm(types)) / logarithm(length) ** 2
    print(f"{name}: Maas {maas:.4f}, Dugast {1 / maas:.4f}")
PROBE

cat >"$tmp/expected" <<'EXPECTED'
37 words, 12 different
lexicalrichness 0.5.1: Maas 0.0864, Dugast 11.5796
lexical-diversity 0.1.1: Maas 0.1988
taaled 0.32: Maas 0.1988
natural logarithm: Maas 0.0864, Dugast 11.5796
logarithm to 10: Maas 0.1988, Dugast 5.0289
EXPECTED

"$tmp/venv/bin/python" -W ignore "$tmp/probe.py" | tee "$tmp/seen"
diff -u "$tmp/expected" "$tmp/seen"
echo "The behaviour is as described."
