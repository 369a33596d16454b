#!/usr/bin/env bash
# Seven readers of docx: docx2txt 0.9, docx2python 3.7.1, python-docx 1.2.0 and pandoc 3.9 by
# pypandoc_binary 1.17 (PyPI); mammoth 1.13.0, officeparser 7.8.0 and word-extractor 1.0.4 (npm).
#
# One would guess: a hyphen at which the line must not break, which a word processor keeps as an
# element of its own (w:noBreakHyphen), is read as a hyphen.
# What happens: four of the seven leave it out, so that "Est-ce" is "Estce" and "1914-1918" is
# one number of eight digits. Of the three that keep it, one writes the plain hyphen and two the
# sign U+2011, so that the same word has two spellings by the reader.
# Output seen:
#   docx2txt, docx2python, officeparser, word-extractor  Estce la guerre de 19141918 ?
#   python-docx (U+002D), mammoth and pandoc (U+2011)    Est-ce la guerre de 1914-1918 ?
#
# Why it matters: this hyphen keeps "est-ce", "dit-il" and the spans of years on one line. The words
# are lost to a search for either half, and the years to a timeline, while the page of
# the word processor looks the same. A reader of docx writes the plain hyphen for it, and a
# tokenizer takes U+2011 for one.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
npm install --silent --no-audit --no-fund --prefix "$tmp" \
  mammoth@1.13.0 officeparser@7.8.0 word-extractor@1.0.4
python3 -m venv "$tmp/venv"
"$tmp/venv/bin/pip" install --quiet --disable-pip-version-check \
  python-docx==1.2.0 docx2txt==0.9 docx2python==3.7.1 pypandoc_binary==1.17

cat >"$tmp/probe.py" <<'PROBE'
import sys
from importlib.metadata import version

import docx
import docx2txt
import pypandoc
from docx.oxml import OxmlElement
from docx2python import docx2python

path = sys.argv[1]
document = docx.Document()
run = document.add_paragraph().add_run("Est")
for text in ["ce la guerre de 1914", "1918 ?"]:
    run._r.append(OxmlElement("w:noBreakHyphen"))
    run.add_text(text)
document.save(path)
name = lambda package: f"{package} {version(package)}"
with docx2python(path) as read:
    print(f"{name('docx2python')}: {ascii(read.text.strip())}")
for reader, text in [
    (name("docx2txt"), docx2txt.process(path)),
    (name("python-docx"), docx.Document(path).paragraphs[0].text),
    (f"pandoc {pypandoc.get_pandoc_version()}", pypandoc.convert_file(path, "plain")),
]:
    print(f"{reader}: {ascii(text.strip())}")
PROBE
cat >"$tmp/probe.cjs" <<'PROBE'
const { readFileSync } = require('node:fs');
const mammoth = require('mammoth');
const { parseOffice } = require('officeparser');
const WordExtractor = require('word-extractor');
const path = process.argv[2];
const read = {
  mammoth: async () => (await mammoth.extractRawText({ path })).value,
  officeparser: async () => (await parseOffice(path)).toText(),
  'word-extractor': async () => (await new WordExtractor().extract(path)).getBody(),
};
(async () => {
  for (const [name, text] of Object.entries(read)) {
    const manifest = readFileSync(`${__dirname}/node_modules/${name}/package.json`);
    const shown = (await text()).trim().replaceAll('\u2011', '\\u2011');
    console.log(`${name} ${JSON.parse(manifest).version}: '${shown}'`);
  }
})();
PROBE

cat >"$tmp/expected" <<'EXPECTED'
docx2python 3.7.1: 'Estce la guerre de 19141918 ?'
docx2txt 0.9: 'Estce la guerre de 19141918 ?'
python-docx 1.2.0: 'Est-ce la guerre de 1914-1918 ?'
pandoc 3.9: 'Est\u2011ce la guerre de 1914\u20111918 ?'
mammoth 1.13.0: 'Est\u2011ce la guerre de 1914\u20111918 ?'
officeparser 7.8.0: 'Estce la guerre de 19141918 ?'
word-extractor 1.0.4: 'Estce la guerre de 19141918 ?'
EXPECTED

{
  "$tmp/venv/bin/python" "$tmp/probe.py" "$tmp/texte.docx"
  node "$tmp/probe.cjs" "$tmp/texte.docx"
} | tee "$tmp/seen"
diff -u "$tmp/expected" "$tmp/seen"
echo "The behaviour is as described."
