#!/usr/bin/env bash
# MyCapytain 3.0.2 with lxml 6.1.3 (PyPI), a library for TEI texts that are cited by passage (CTS):
# their plain text.
#
# One would guess: markup that says what a word is does not change it. An initial in <hi>, a name in
# <name> and a line that ends within a word, which TEI says with break="no", leave the word whole.
# What happens: all pieces of text between tags are joined with a space, so that every tag within a
# word cuts it, and a full stop behind a name stands apart. A note is left out for
# exclude=["tei:note"] and stays, without a word, for exclude=["note"].
# Output seen:
#   <hi>L</hi>a souve<lb break="no"/>raineté de l’<name>État</name>.  ->  L a souve raineté de l’ État .
#
# Why it matters: an edition that is encoded with more care gives worse words: a search for
# souveraineté finds nothing, and the letters of initials are words. Set plaintext_string_join to
# "", and give the breaks between words their spaces oneself.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv "$tmp/venv"
"$tmp/venv/bin/pip" install --quiet --disable-pip-version-check MyCapytain==3.0.2 lxml==6.1.3

cat >"$tmp/probe.py" <<'PROBE'
from importlib.metadata import version

from lxml import etree
from MyCapytain.common.constants import Mimetypes
from MyCapytain.resources.texts.local.capitains.cts import CapitainsCtsText

PARAGRAPH = '<hi>L</hi>a souve<lb break="no"/>raineté de l’<name>État</name>.<note>1789</note>'
TEI = f"""<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><encodingDesc><refsDecl n="CTS">
<cRefPattern n="paragraph" matchPattern="(\\w+)"
  replacementPattern="#xpath(/tei:TEI/tei:text/tei:body/tei:div/tei:p[@n='$1'])"/>
</refsDecl></encodingDesc></teiHeader>
<text><body><div type="edition"><p n="1">{PARAGRAPH}</p></div></body></text></TEI>"""
print("MyCapytain", version("MyCapytain"))
text = CapitainsCtsText(urn="urn:cts:frLit:a.b.c", resource=etree.fromstring(TEI).getroottree())
passage = text.getTextualNode("1")
for exclude in [[], ["note"], ["tei:note"]]:
    print(f"exclude {exclude}: {passage.export(Mimetypes.PLAINTEXT, exclude=exclude)}")
passage.plaintext_string_join = ""
print(f"joined with nothing: {passage.export(Mimetypes.PLAINTEXT, exclude=['tei:note'])}")
PROBE

cat >"$tmp/expected" <<'EXPECTED'
MyCapytain 3.0.2
exclude []: L a souve raineté de l’ État . 1789
exclude ['note']: L a souve raineté de l’ État . 1789
exclude ['tei:note']: L a souve raineté de l’ État .
joined with nothing: La souveraineté de l’État.
EXPECTED

"$tmp/venv/bin/python" -W ignore "$tmp/probe.py" | tee "$tmp/seen"
diff -u "$tmp/expected" "$tmp/seen"
echo "The behaviour is as described."
