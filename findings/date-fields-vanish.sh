#!/usr/bin/env bash
# python-docx 1.2.0, mammoth 1.13.0, pypandoc_binary 1.17 (pandoc 3.9) and odfdo 3.27.3 (PyPI)
# read the date field of a letter; docx2txt 0.9 and odfpy 1.4.1 beside them.
#
# One would guess: what a word processor shows for a field, which the file holds as its text, is
# part of the paragraph's text.
# What happens: the words inside a simple field (w:fldSimple in docx, text:date in odt) vanish
# and the sentence closes over them: three of four readers of docx do so, and two of three of odt.
# Output seen:
#   "À Paris, le [field: 24 mai 2016], la séance est ouverte."
#   python-docx, mammoth, pandoc, odfdo  ->  "À Paris, le , la séance est ouverte."
#   docx2txt, odfpy                      ->  "À Paris, le 24 mai 2016, la séance est ouverte."
#
# Why it matters: the field holds the very date by which a corpus of letters is ordered. An
# importer that looks for a date in the first lines finds none, or the next one. Readers of docx
# and odt need a test with each kind of field.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv "$tmp/venv"
"$tmp/venv/bin/pip" install --quiet --disable-pip-version-check pypandoc_binary==1.17 \
  python-docx==1.2.0 mammoth==1.13.0 docx2txt==0.9 odfdo==3.27.3 odfpy==1.4.1

cat >"$tmp/probe.py" <<'PROBE'
import sys
from importlib.metadata import version

import docx
import docx2txt
import mammoth
import odfdo
import pypandoc
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from odf import teletype, text
from odf.opendocument import OpenDocumentText, load

letter = sys.argv[1] + "/lettre."
BEFORE, DATE, AFTER = "À Paris, le ", "24 mai 2016", ", la séance est ouverte."
document = docx.Document()
paragraph = document.add_paragraph(BEFORE)
field = OxmlElement("w:fldSimple", {qn("w:instr"): ' DATE \\@ "d MMMM yyyy" '})
field.append(paragraph.add_run(DATE)._r)
paragraph._p.append(field)
paragraph.add_run(AFTER)
document.save(letter + "docx")
document = OpenDocumentText()
paragraph = text.P(text=BEFORE)
paragraph.addElement(text.Date(text=DATE, datevalue="2016-05-24", fixed="true"))
paragraph.addText(AFTER)
document.text.addElement(paragraph)
document.save(letter + "odt")
name = lambda package: f"{package} {version(package)}"
pandoc = f"pandoc {pypandoc.get_pandoc_version()}"
for reader, read in [
    (name("python-docx"), docx.Document(letter + "docx").paragraphs[0].text),
    (name("mammoth"), mammoth.extract_raw_text(open(letter + "docx", "rb")).value),
    (pandoc + ", docx", pypandoc.convert_file(letter + "docx", "plain")),
    (name("docx2txt"), docx2txt.process(letter + "docx")),
    (pandoc + ", odt", pypandoc.convert_file(letter + "odt", "plain")),
    (name("odfdo"), odfdo.Document(letter + "odt").get_formatted_text()),
    (name("odfpy"), teletype.extractText(load(letter + "odt").getElementsByType(text.P)[0])),
]:
    print(f"{reader}: {read.strip()}")
PROBE

cat >"$tmp/expected" <<'EXPECTED'
python-docx 1.2.0: À Paris, le , la séance est ouverte.
mammoth 1.13.0: À Paris, le , la séance est ouverte.
pandoc 3.9, docx: À Paris, le , la séance est ouverte.
docx2txt 0.9: À Paris, le 24 mai 2016, la séance est ouverte.
pandoc 3.9, odt: À Paris, le , la séance est ouverte.
odfdo 3.27.3: À Paris, le , la séance est ouverte.
odfpy 1.4.1: À Paris, le 24 mai 2016, la séance est ouverte.
EXPECTED

"$tmp/venv/bin/python" "$tmp/probe.py" "$tmp" | tee "$tmp/seen"
diff -u "$tmp/expected" "$tmp/seen"
echo "The behaviour is as described."
