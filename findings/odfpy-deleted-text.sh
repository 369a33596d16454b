#!/usr/bin/env bash
# odfpy 1.4.1 (PyPI) reads an odt: the paragraphs of a text with teletype.extractText.
#
# One would guess: the paragraphs of a document are those that the word processor shows, in their
# order; a footnote is read once.
# What happens: words that were deleted with changes tracked come first, as a paragraph of their
# own. A footnote is read twice: with its number inside the word that it hangs on, glued to it and to
# the note, and as a paragraph. A comment is read twice as well, with its author and time.
# Output seen (a paragraph "La paix[note] vient.", and a deleted one):
#   Un brouillon. | La paix1Une note. vient. | Une note.
#
# Why it matters: extractText is what odfpy has for reading text. Drafts that an author took back
# are published and counted, "paix" is not among the words, and notes weigh double. A reader of odt passes by text:tracked-changes and takes notes out of their sentence; a
# test holds one of each.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv "$tmp/venv"
"$tmp/venv/bin/pip" install --quiet --disable-pip-version-check odfpy==1.4.1

cat >"$tmp/probe.py" <<'PROBE'
import sys
import zipfile
from importlib.metadata import version

from odf import teletype, text
from odf.opendocument import load

path = sys.argv[1]
NAMES = ["office", "text"]
SPACES = " ".join(f'xmlns:{n}="urn:oasis:names:tc:opendocument:xmlns:{n}:1.0"' for n in NAMES)
SPACES += ' xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.2"'
CHANGE = "<dc:creator>A</dc:creator><dc:date>2016-05-24T00:00:00</dc:date>"
DELETED = f"""<text:tracked-changes><text:changed-region text:id="c"><text:deletion>
<office:change-info>{CHANGE}</office:change-info><text:p>Un brouillon.</text:p>
</text:deletion></text:changed-region></text:tracked-changes>"""
NOTE = """<text:note text:id="n" text:note-class="footnote"><text:note-citation>1</text:note-citation>
<text:note-body><text:p>Une note.</text:p></text:note-body></text:note>""".replace("\n", "")
COMMENT = f"<office:annotation>{CHANGE}<text:p>À voir.</text:p></office:annotation>"
TYPE = "application/vnd.oasis.opendocument.text"
MANIFEST = f"""<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
m:version="1.2"><m:file-entry m:full-path="/" m:media-type="{TYPE}"/>
<m:file-entry m:full-path="content.xml" m:media-type="text/xml"/></m:manifest>"""


def paragraphs(before, inside):
    content = f"""<office:document-content {SPACES}><office:body><office:text>{before}
<text:p>La paix{inside} vient.</text:p></office:text></office:body></office:document-content>"""
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", TYPE)
        archive.writestr("META-INF/manifest.xml", MANIFEST)
        archive.writestr("content.xml", content)
    found = load(path).getElementsByType(text.P)
    return " | ".join(teletype.extractText(paragraph) for paragraph in found)


print("odfpy", version("odfpy"))
print("nothing:", paragraphs("", ""))
print("deleted:", paragraphs(DELETED, '<text:change text:change-id="c"/>'))
print("note:", paragraphs("", NOTE))
print("comment:", paragraphs("", COMMENT))
PROBE

cat >"$tmp/expected" <<'EXPECTED'
odfpy 1.4.1
nothing: La paix vient.
deleted: Un brouillon. | La paix vient.
note: La paix1Une note. vient. | Une note.
comment: La paixA2016-05-24T00:00:00À voir. vient. | À voir.
EXPECTED

"$tmp/venv/bin/python" "$tmp/probe.py" "$tmp/texte.odt" | tee "$tmp/seen"
diff -u "$tmp/expected" "$tmp/seen"
echo "The behaviour is as described."
