#!/usr/bin/env bash
# docx2txt 0.9 and docx2python 3.7.1 (PyPI), officeparser 7.8.0 and word-extractor 1.0.4 (npm) read
# a docx with tracked changes; mammoth 1.13.0 (npm) beside them. python-docx 1.2.0 makes the file.
#
# One would guess: a reader that leaves deleted words out and takes inserted ones in reads a
# sentence that was moved once, where it now stands; moving is deleting here and inserting there.
# What happens: four of five readers do so with what is deleted and inserted, and read what was
# moved twice: where it stood and where it stands.
# Output seen ("supprimé" is deleted, "ajouté" is inserted, "La paix." was moved to the end):
#   mammoth                                            La guerre. ajouté La paix.
#   docx2txt, docx2python, officeparser, word-extractor  La paix. La guerre. ajouté La paix.
#
# Why it matters: manuscripts reach an editor with changes tracked, and dragging a sentence is
# enough to make it count twice: its words in the frequencies, its passage among the hits. The
# words of w:del hide in an element of their own (w:delText), those of w:moveFrom do not. A reader
# of docx needs a test for each of the two.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
npm install --silent --no-audit --no-fund --prefix "$tmp" \
  mammoth@1.13.0 officeparser@7.8.0 word-extractor@1.0.4
python3 -m venv "$tmp/venv"
"$tmp/venv/bin/pip" install --quiet --disable-pip-version-check \
  python-docx==1.2.0 docx2txt==0.9 docx2python==3.7.1

cat >"$tmp/probe.py" <<'PROBE'
import sys
from importlib.metadata import version

import docx
import docx2txt
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx2python import docx2python

path = sys.argv[1]
document = docx.Document()
paragraph = document.add_paragraph()


def change(kind, text, element="t"):
    by = 'w:id="%d" w:author="A" w:date="2016-05-24T00:00:00Z"' % (len(paragraph._p) + 1)
    words = f'<w:r><w:{element} xml:space="preserve">{text}</w:{element}></w:r>'
    paragraph._p.append(parse_xml(f"<w:{kind} {nsdecls('w')} {by}>{words}</w:{kind}>"))


change("moveFrom", "La paix. ")
paragraph.add_run("La guerre. ")
change("del", "supprimé ", "delText")
change("ins", "ajouté ")
change("moveTo", "La paix. ")
document.save(path)
with docx2python(path) as read:
    print("docx2python", version("docx2python") + ":", read.text.strip())
print("docx2txt", version("docx2txt") + ":", docx2txt.process(path).strip())
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
    console.log(`${name} ${JSON.parse(manifest).version}: ${(await text()).trim()}`);
  }
})();
PROBE

cat >"$tmp/expected" <<'EXPECTED'
docx2python 3.7.1: La paix. La guerre. ajouté La paix.
docx2txt 0.9: La paix. La guerre. ajouté La paix.
mammoth 1.13.0: La guerre. ajouté La paix.
officeparser 7.8.0: La paix. La guerre. ajouté La paix.
word-extractor 1.0.4: La paix. La guerre. ajouté La paix.
EXPECTED

{
  "$tmp/venv/bin/python" "$tmp/probe.py" "$tmp/texte.docx"
  node "$tmp/probe.cjs" "$tmp/texte.docx"
} | tee "$tmp/seen"
diff -u "$tmp/expected" "$tmp/seen"
echo "The behaviour is as described."
