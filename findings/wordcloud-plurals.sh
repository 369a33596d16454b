#!/usr/bin/env bash
# wordcloud 1.9.6 (PyPI) counts the words of a French text.
#
# One would guess: words are counted as they are written, without difference of case; the language
# matters for the stop words alone, which one gives oneself.
# What happens: where a word and the same word with an s behind it both occur, they are one, the one
# without: mois (month) is moi (me), Paris is pari (bet), fils (son) is fil (thread). Numbers are left
# out, years too. A straight apostrophe belongs to the word, a curly one cuts it.
# Output seen:
#   Un mois, un an. Pour moi.         moi 2
#   Paris. Un pari. Paris.            Pari 3
#   Son fils, un fil.                 fil 2
#   En 1914 et en 1918                no number
#   l'état, l’état                    l'état 1, état 1, l 1
#
# Why it matters: the largest word of the picture may be one that the text has once. It comes with two
# options that are set by themselves: give collocations=False as usual, and normalize_plurals=False and
# include_numbers=True for French, and one apostrophe to the whole text.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv "$tmp/venv"
"$tmp/venv/bin/pip" install --quiet --disable-pip-version-check wordcloud==1.9.6

cat >"$tmp/probe.py" <<'PROBE'
from importlib.metadata import version

from wordcloud import WordCloud

print("wordcloud", version("wordcloud"))
TEXTS = [
    "Un mois, un an. Pour moi.",
    "Paris. Un pari. Paris.",
    "Son fils, un fil.",
    "En 1914 et en 1918",
    "l'état, l’état",
]
for text in TEXTS:
    counts = [
        dict(WordCloud(stopwords=["un", "pour", "son", "et"], collocations=False, **options).process_text(text))
        for options in [{}, {"normalize_plurals": False, "include_numbers": True}]
    ]
    print(f"{text} {counts[0]}; with both options {counts[1]}")
PROBE

cat >"$tmp/expected" <<'EXPECTED'
wordcloud 1.9.6
Un mois, un an. Pour moi. {'an': 1, 'moi': 2}; with both options {'mois': 1, 'an': 1, 'moi': 1}
Paris. Un pari. Paris. {'Pari': 3}; with both options {'Paris': 2, 'pari': 1}
Son fils, un fil. {'fil': 2}; with both options {'fils': 1, 'fil': 1}
En 1914 et en 1918 {'En': 2}; with both options {'En': 2, '1914': 1, '1918': 1}
l'état, l’état {"l'état": 1, 'l': 1, 'état': 1}; with both options {"l'état": 1, 'l': 1, 'état': 1}
EXPECTED

"$tmp/venv/bin/python" "$tmp/probe.py" | tee "$tmp/seen"
diff -u "$tmp/expected" "$tmp/seen"
echo "The behaviour is as described."
