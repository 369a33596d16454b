#!/usr/bin/env bash
# textstat 0.7.13 (PyPI), measures of readability, with the language set to French.
#
# One would guess: each sentence counts, and a word has as many syllables as one hears.
# What happens: sentences of one or two words are no sentences, but their words count as words, so
# that a text with short cries is taken for one with longer sentences. Syllables are counted from
# the places where a word may be hyphenated, and no word is broken behind its first letter:
# "état", "idée" and "océan" have one syllable, "égalité" has three.
# Output seen:
#   Nous voulons la paix.                          1 sentence of 4 words
#   Nous voulons la paix. C’est tout.              1 sentence of 6 words
#   Nous voulons la paix. Pourquoi ? Parce que nous sommes unis. Jamais ! Jamais plus.
#                                                  2 sentences of 13 words
#   état 1, océan 1, unité 2, égalité 3
#
# Why it matters: these formulas are applied to speeches by year, and what they measure is the
# length of sentences and words. Speeches are full of short sentences, and French of words that
# begin with a vowel; the curve shows the library then. Lengths of sentences are better shown by
# themselves, with the rule that ends a sentence.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv "$tmp/venv"
"$tmp/venv/bin/pip" install --quiet --disable-pip-version-check \
  textstat==0.7.13

cat >"$tmp/probe.py" <<'PROBE'
from importlib.metadata import version

import textstat

print("textstat", version("textstat"))
textstat.set_lang("fr")
print("sentences, words, reading ease:")
for text in [
    "Nous voulons la paix.",
    "Nous voulons la paix. C’est tout.",
    "Nous voulons la paix. Pourquoi ? Parce que nous sommes unis. Jamais ! Jamais plus.",
]:
    numbers = textstat.sentence_count(text), textstat.lexicon_count(text)
    print(f"  {text} {numbers[0]}, {numbers[1]}, {textstat.flesch_reading_ease(text):.1f}")
print("syllables:")
for word in ["état", "idée", "unité", "océan", "égalité", "Europe", "paix", "nation", "liberté"]:
    print(f"  {word} {textstat.syllable_count(word)}")
PROBE

cat >"$tmp/expected" <<'EXPECTED'
textstat 0.7.13
sentences, words, reading ease:
  Nous voulons la paix. 1, 4, 110.9
  Nous voulons la paix. C’est tout. 1, 6, 115.0
  Nous voulons la paix. Pourquoi ? Parce que nous sommes unis. Jamais ! Jamais plus. 2, 13, 104.2
syllables:
  état 1
  idée 1
  unité 2
  océan 1
  égalité 3
  Europe 2
  paix 1
  nation 2
  liberté 3
EXPECTED

"$tmp/venv/bin/python" -W ignore "$tmp/probe.py" | tee "$tmp/seen"
diff -u "$tmp/expected" "$tmp/seen"
echo "The behaviour is as described."
