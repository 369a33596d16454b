#!/usr/bin/env bash
# python-docx 1.2.0, mammoth 1.13.0, docx2txt 0.9 and docx2python 3.7.1 (PyPI): characters with
# their reading above them (ruby, pinyin) in docx.
#
# One would guess: the characters are in the text, and the reading above them is left out, or set
# in brackets.
# What happens: python-docx and mammoth drop the characters together with the reading, and the
# sentence goes on without them. docx2txt and docx2python keep both, the reading first and no space
# or bracket between.
# Output seen (a reading above 和平, "peace"):
#   python-docx  我们要，不要战争。
#   mammoth      我们要，不要战争。
#   docx2txt     我们要hépíng和平，不要战争。
#   docx2python  我们要hépíng和平，不要战争。
#
# Why it matters: readings are set above names and hard words, so the words that are lost are those
# that carry the meaning: "we want peace, not war" becomes "we want, not war". A corpus made with
# these readers has false sentences, and false pairs of words. A reader of docx is tested with
# one annotated word in the middle of a sentence.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv "$tmp/venv"
"$tmp/venv/bin/pip" install --quiet --disable-pip-version-check \
  python-docx==1.2.0 mammoth==1.13.0 docx2txt==0.9 docx2python==3.7.1

cat >"$tmp/probe.py" <<'PROBE'
import sys
from importlib.metadata import version

import docx
import docx2txt
import mammoth
from docx.oxml import parse_xml
from docx2python import docx2python

NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
RUBY = """<w:r %s><w:ruby><w:rubyPr><w:rubyAlign w:val="center"/><w:hps w:val="10"/>
<w:hpsRaise w:val="18"/><w:hpsBaseText w:val="21"/><w:lid w:val="zh-CN"/></w:rubyPr>
<w:rt><w:r><w:t>%s</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>%s</w:t></w:r></w:rubyBase></w:ruby></w:r>"""
path = f"{sys.argv[1]}/ruby.docx"
made = docx.Document()
paragraph = made.add_paragraph("我们要")
paragraph._p.append(parse_xml(RUBY % (NAMESPACE, "hépíng", "和平")))
paragraph.add_run("，不要战争。")
made.save(path)


def mammoth_text():
    with open(path, "rb") as file:
        return mammoth.extract_raw_text(file).value


readers = {
    "python-docx": lambda: docx.Document(path).paragraphs[0].text,
    "mammoth": mammoth_text,
    "docx2txt": lambda: docx2txt.process(path),
    "docx2python": lambda: docx2python(path).text,
}
for package, text in readers.items():
    print(f"{package} {version(package)}: {text().strip()}")
PROBE

cat >"$tmp/expected" <<'EXPECTED'
python-docx 1.2.0: 我们要，不要战争。
mammoth 1.13.0: 我们要，不要战争。
docx2txt 0.9: 我们要hépíng和平，不要战争。
docx2python 3.7.1: 我们要hépíng和平，不要战争。
EXPECTED

"$tmp/venv/bin/python" -W ignore "$tmp/probe.py" "$tmp" | tee "$tmp/seen"
diff -u "$tmp/expected" "$tmp/seen"
echo "The behaviour is as described."
