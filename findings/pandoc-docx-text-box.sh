#!/usr/bin/env bash
# pandoc 3.9, as pypandoc_binary 1.17 (PyPI) ships it, reads a docx that holds a text box; the
# file is made with python-docx 1.2.0.
#
# One would guess: a paragraph to which a text box is anchored keeps its words, and those of the
# box are read before it, behind it, or not at all.
# What happens: where the box is written as word processors write it, as a drawing with an older
# form (VML) to fall back on, all words of the paragraph are gone, before the box and behind it.
# Only the box remains, in the paragraph's place. Without the older form it is the box that goes.
# Output seen:
#   "Avant la boîte, " [box: "Encadré."] "après la boîte."  ->  Encadré.
#   the same without the form to fall back on               ->  Avant la boîte, après la boîte.
#
# Why it matters: docx is a format in which people bring texts, and pandoc is the usual way to
# make plain text, TEI or HTML of it first. Words that a corpus lost on that way cannot be told
# from words that were never there. A reader of docx needs a test in which a text box stands in
# the middle of a sentence, with its count of words: the paragraph once and the box once.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv "$tmp/venv"
"$tmp/venv/bin/pip" install --quiet --disable-pip-version-check \
  pypandoc_binary==1.17 python-docx==1.2.0

cat >"$tmp/probe.py" <<'PROBE'
import sys

import docx
import pypandoc
from docx.oxml import parse_xml

OFFICE = "http://schemas.openxmlformats.org"
SHAPE = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
TEXT = "<w:txbxContent><w:p><w:r><w:t>Encadré.</w:t></w:r></w:p></w:txbxContent>"
FALLBACK = f"""<mc:Fallback><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"
    style="width:70pt;height:24pt"><v:textbox>{TEXT}</v:textbox></v:shape></w:pict></mc:Fallback>"""
BOX = f"""<mc:AlternateContent xmlns:mc="{OFFICE}/markup-compatibility/2006"
    xmlns:w="{OFFICE}/wordprocessingml/2006/main" xmlns:wps="{SHAPE}"
    xmlns:wp="{OFFICE}/drawingml/2006/wordprocessingDrawing"
    xmlns:a="{OFFICE}/drawingml/2006/main"><mc:Choice Requires="wps"><w:drawing>
  <wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="900000" cy="300000"/>
  <wp:docPr id="1" name="Zone de texte 1"/><a:graphic><a:graphicData uri="{SHAPE}">
  <wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr/><wps:txbx>{TEXT}</wps:txbx><wps:bodyPr/></wps:wsp>
  </a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice>%s</mc:AlternateContent>"""

print("pandoc", pypandoc.get_pandoc_version())
for name, fallback in [("with VML", FALLBACK), ("without VML", "")]:
    document = docx.Document()
    document.add_paragraph("Premier paragraphe.")
    paragraph = document.add_paragraph("Avant la boîte, ")
    paragraph.add_run()._r.append(parse_xml(BOX % fallback))
    paragraph.add_run("après la boîte.")
    document.save(sys.argv[1])
    print(f"{name}:", " | ".join(pypandoc.convert_file(sys.argv[1], "plain").split("\n\n")), end="")
PROBE

cat >"$tmp/expected" <<'EXPECTED'
pandoc 3.9
with VML: Premier paragraphe. | Encadré.
without VML: Premier paragraphe. | Avant la boîte, après la boîte.
EXPECTED

"$tmp/venv/bin/python" "$tmp/probe.py" "$tmp/texte.docx" | tee "$tmp/seen"
diff -u "$tmp/expected" "$tmp/seen"
echo "The behaviour is as described."
