#!/usr/bin/env bash
# mammoth 1.13.0, both the npm package and the PyPI one: extractRawText.
#
# One would guess: the raw text of a docx has a line break, or at least a space, where a line
# breaks inside a paragraph, as it has a tab for a tab and an empty line between paragraphs.
# What happens: the break leaves nothing. The last word of a line and the first of the next are
# one word. The HTML of the same package has <br /> there, but for a carriage return (w:cr) even
# the HTML has nothing.
# Output seen:
#   w:br  raw "Vers unVers deux"  html "Vers un<br />Vers deux"
#   w:cr  raw "Vers unVers deux"  html "Vers unVers deux"
#
# Why it matters: verse, addresses and title pages are written with line breaks inside one
# paragraph. Counts of words and searches on text from this function miss the word at each end of
# each line, and find "unVers". A reader of docx takes both elements for white space, which a
# test with a poem shows.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
npm install --silent --no-audit --no-fund --prefix "$tmp" mammoth@1.13.0
python3 -m venv "$tmp/venv"
"$tmp/venv/bin/pip" install --quiet --disable-pip-version-check \
  mammoth==1.13.0 python-docx==1.2.0

cat >"$tmp/probe.py" <<'PROBE'
import sys
from importlib.metadata import version

import docx
import mammoth
from docx.oxml import OxmlElement

print("mammoth", version("mammoth"), "(Python)")
for name in ["br", "cr", "tab"]:
    document = docx.Document()
    run = document.add_paragraph().add_run("Vers un")
    run._r.append(OxmlElement(f"w:{name}"))
    run.add_text("Vers deux")
    path = f"{sys.argv[1]}/{name}.docx"
    document.save(path)
    with open(path, "rb") as file:
        raw, html = mammoth.extract_raw_text(file).value, mammoth.convert_to_html(file).value
    print(f"  w:{name}: raw {raw!r}, html {html!r}")
PROBE
cat >"$tmp/probe.cjs" <<'PROBE'
const mammoth = require('mammoth');
(async () => {
  console.log(`mammoth ${require('mammoth/package.json').version} (JavaScript)`);
  for (const name of ['br', 'cr', 'tab']) {
    const file = { path: `${process.argv[2]}/${name}.docx` };
    const [raw, html] = [await mammoth.extractRawText(file), await mammoth.convertToHtml(file)];
    console.log(`  w:${name}: raw ${JSON.stringify(raw.value)}, html ${JSON.stringify(html.value)}`);
  }
})();
PROBE

cat >"$tmp/expected" <<'EXPECTED'
mammoth 1.13.0 (Python)
  w:br: raw 'Vers unVers deux\n\n', html '<p>Vers un<br />Vers deux</p>'
  w:cr: raw 'Vers unVers deux\n\n', html '<p>Vers unVers deux</p>'
  w:tab: raw 'Vers un\tVers deux\n\n', html '<p>Vers un\tVers deux</p>'
mammoth 1.13.0 (JavaScript)
  w:br: raw "Vers unVers deux\n\n", html "<p>Vers un<br />Vers deux</p>"
  w:cr: raw "Vers unVers deux\n\n", html "<p>Vers unVers deux</p>"
  w:tab: raw "Vers un\tVers deux\n\n", html "<p>Vers un\tVers deux</p>"
EXPECTED

{ "$tmp/venv/bin/python" "$tmp/probe.py" "$tmp"; node "$tmp/probe.cjs" "$tmp"; } | tee "$tmp/seen"
diff -u "$tmp/expected" "$tmp/seen"
echo "The behaviour is as described."
