#!/usr/bin/env bash
# conllu 6.0.0 and conllup 3.1.1 (PyPI): a sentence of CoNLL-U is read and written again.
#
# One would guess: what a reader of the format writes is what it has read, but for the order of some
# attributes.
# What happens: conllu cuts a value of the last column at its second equals sign, so that the link to
# a scan loses its page. conllup keeps it, and leaves out each comment that has no equals sign:
# "# newpar", by which the format marks paragraphs, is gone.
# Output seen:
#   written          # newpar       Scan=https://e.org/ark?page=12
#   conllu   back    # newpar       Scan=https://e.org/ark?page
#   conllup  back    no such line   Scan=https://e.org/ark?page=12
#
# Why it matters: both are used to change one column of a treebank and leave the rest alone. The
# files stay valid, and a corpus whose texts were paragraphs is one paragraph a text, or each link
# leads to the first page. A step in such a chain is tested by a round trip without any change.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv "$tmp/venv"
"$tmp/venv/bin/pip" install --quiet --disable-pip-version-check conllu==6.0.0 conllup==3.1.1

cat >"$tmp/probe.py" <<'PROBE'
from difflib import ndiff
from importlib.metadata import version

import conllu
from conllup.conllup import sentenceConllToJson, sentenceJsonToConll

FILE = """# newpar
# sent_id = 1
# text = La paix
1\tLa\tle\tDET\t_\t_\t2\tdet\t_\t_
2\tpaix\tpaix\tNOUN\t_\t_\t0\troot\t_\tScan=https://e.org/ark?page=12
"""
writers = {
    "conllu": lambda: conllu.parse(FILE + "\n")[0].serialize(),
    "conllup": lambda: sentenceJsonToConll(sentenceConllToJson(FILE.strip())),
}
for package, write in writers.items():
    print(f"{package} {version(package)}")
    for line in ndiff(FILE.strip().split("\n"), write().strip().split("\n")):
        if line[0] in "-+":
            print(line.replace("\t", " "))
PROBE

cat >"$tmp/expected" <<'EXPECTED'
conllu 6.0.0
- 2 paix paix NOUN _ _ 0 root _ Scan=https://e.org/ark?page=12
+ 2 paix paix NOUN _ _ 0 root _ Scan=https://e.org/ark?page
conllup 3.1.1
- # newpar
EXPECTED

"$tmp/venv/bin/python" "$tmp/probe.py" | tee "$tmp/seen"
diff -u "$tmp/expected" "$tmp/seen"
echo "The behaviour is as described."
