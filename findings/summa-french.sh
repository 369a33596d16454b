#!/usr/bin/env bash
# summa 1.2.0 (PyPI), keywords and summaries by TextRank, with language="french".
#
# One would guess: French is one of the languages that the package names, so that articles and
# prepositions are no keywords, as they are none in English.
# What happens: the stemmer knows French, the list of stop words does not, and a language without a
# list has an empty one, without a word. The best keywords of a French text are its articles, and
# with one of them each name.
# Output seen (the better half of the words of seven sentences, and of the same in English):
#   french   de | des | du | est | la | le roi | nation | peuple | sont les
#   english  nation
#
# Why it matters: keywords are asked for when nobody can read all texts, and a program that labels
# topics or periods with them gets la, le and les. additional_stopwords takes a list of one's own.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv "$tmp/venv"
"$tmp/venv/bin/pip" install --quiet --disable-pip-version-check summa==1.2.0

cat >"$tmp/probe.py" <<'PROBE'
from importlib.metadata import version

from summa.keywords import keywords
from summa.preprocessing.snowball import SnowballStemmer

FRENCH = """La paix est la fin de la guerre. Le roi et la reine sont les amis de la nation. La nation
veut la paix et les lois. Les lois de la nation sont les lois du peuple. La guerre de 1914 est la fin
des rois. Le peuple de la nation est le peuple de la paix. Les amis du roi sont les amis du peuple."""
ENGLISH = """The peace is the end of the war. The king and the queen are the friends of the nation. The
nation wants the peace and the laws. The laws of the nation are the laws of the people. The war of
1914 is the end of the kings. The people of the nation is the people of the peace. The friends of the
king are the friends of the people."""
print("summa", version("summa"))
print("French is among the languages:", "french" in SnowballStemmer.languages)
for language, text in [("french", FRENCH), ("english", ENGLISH)]:
    found = keywords(text, language=language, ratio=0.5, split=True)
    print(f"{language}: {' | '.join(sorted(found))}")
PROBE

cat >"$tmp/expected" <<'EXPECTED'
summa 1.2.0
French is among the languages: True
french: de | des | du | est | la | le roi | nation | peuple | sont les
english: nation
EXPECTED

"$tmp/venv/bin/python" -W ignore "$tmp/probe.py" | tee "$tmp/seen"
diff -u "$tmp/expected" "$tmp/seen"
echo "The behaviour is as described."
