#!/usr/bin/env bash
# snowballstemmer 3.1.1 and sacremoses 0.2.0 (PyPI), on French; nltk 3.10.4 beside them.
#
# One would guess: the two apostrophes that French texts have, ' of the typewriter and ’ of print,
# are treated alike; and that two stemmers called Snowball's French give one word one stem.
# What happens: snowballstemmer takes the article off "l'état" and leaves "l’état" whole; nltk
# leaves both whole. sacremoses splits "l'État" behind the apostrophe, as French does, and "l’État"
# on both sides of it, and its detokenizer joins the first again and not the second.
# Output seen:
#   stems   l'état  snowballstemmer état    nltk l'état     l’état  l’état in both
#   tokens  l'État n'est -> l' | État | n' | est            l’État n’est -> l | ’ | État | n | ’ | est
#   back    l'État n'est                                    l ’ État n ’ est
#
# Why it matters: word processors put ’ and old files have ', so one corpus has both. The counts of
# words, the stems and the sentences that are put together again differ by the typing of a file,
# not by its language. Fold ’ into ' before such a tool, and compare stems with one version named.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv "$tmp/venv"
"$tmp/venv/bin/pip" install --quiet --disable-pip-version-check \
  snowballstemmer==3.1.1 sacremoses==0.2.0 nltk==3.10.4

cat >"$tmp/probe.py" <<'PROBE'
from importlib.metadata import version

import snowballstemmer
from nltk.stem.snowball import FrenchStemmer
from sacremoses import MosesDetokenizer, MosesTokenizer

packages = ["snowballstemmer", "sacremoses", "nltk"]
print(", ".join(f"{package} {version(package)}" for package in packages))
snowball, nltk = snowballstemmer.stemmer("french"), FrenchStemmer()
for word in ["l'état", "l’état", "qu'il", "qu’il"]:
    print(f"{word}: snowballstemmer {snowball.stemWord(word)}, nltk {nltk.stem(word)}")
tokenizer, detokenizer = MosesTokenizer(lang="fr"), MosesDetokenizer(lang="fr")
for sentence in ["l'État n'est pas d'accord.", "l’État n’est pas d’accord."]:
    tokens = tokenizer.tokenize(sentence, escape=False)
    print(f"{sentence}: {' | '.join(tokens)} -> {detokenizer.detokenize(tokens)}")
PROBE

cat >"$tmp/expected" <<'EXPECTED'
snowballstemmer 3.1.1, sacremoses 0.2.0, nltk 3.10.4
l'état: snowballstemmer état, nltk l'état
l’état: snowballstemmer l’état, nltk l’état
qu'il: snowballstemmer il, nltk qu'il
qu’il: snowballstemmer qu’il, nltk qu’il
l'État n'est pas d'accord.: l' | État | n' | est | pas | d' | accord | . -> l'État n'est pas d'accord.
l’État n’est pas d’accord.: l | ’ | État | n | ’ | est | pas | d | ’ | accord | . -> l ’ État n ’ est pas d ’ accord.
EXPECTED

"$tmp/venv/bin/python" "$tmp/probe.py" | tee "$tmp/seen"
diff -u "$tmp/expected" "$tmp/seen"
echo "The behaviour is as described."
