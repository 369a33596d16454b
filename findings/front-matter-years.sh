#!/usr/bin/env bash
# gray-matter 4.0.3 with js-yaml 3.15.2 (npm), and python-frontmatter 1.3.0 with PyYAML 6.0.4
# (PyPI): EDTF years in the YAML front matter of a Markdown file.
#
# One would guess: a year of four digits, as EDTF writes the years before 1000, comes out as that
# number or as text, and a day of the year 44 as a day of the year 44.
# What happens: years whose digits are all below 8 are octal numbers: 0751 is 489 and -0043
# (44 BC) is -35; beside them 0800 stays text, so one column has both. And the day 0044-03-15 is
# in 1944 for gray-matter alone.
# Output seen:                  year 0751   0800     -0043   0044-03-15
#   gray-matter                 489         "0800"   -35     1944-03-15
#   python-frontmatter          489         '0800'   -35     0044-03-15
#
# Why it matters: Markdown with front matter is how editors bring dated texts. Here the notation
# that EDTF demands is the one that YAML turns into another year, without a warning. An importer
# reads the scalar's own letters, and an exporter puts dates in quotes.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
npm install --silent --no-audit --no-fund --prefix "$tmp" gray-matter@4.0.3 js-yaml@3.15.2
python3 -m venv "$tmp/venv"
"$tmp/venv/bin/pip" install --quiet --disable-pip-version-check \
  python-frontmatter==1.3.0 PyYAML==6.0.4

cat >"$tmp/text.md" <<'TEXT'
---
a: 0751
b: 0800
c: -0043
d: 0044-03-15
e: "0751"
---
Un texte.
TEXT
cat >"$tmp/probe.cjs" <<'PROBE'
const matter = require('gray-matter');
const version = (name) => require(`${name}/package.json`).version;
console.log(`gray-matter ${version('gray-matter')}, js-yaml ${version('js-yaml')}`);
console.log(JSON.stringify(matter.read(process.argv[2]).data));
PROBE
cat >"$tmp/probe.py" <<'PROBE'
import sys
from importlib.metadata import version
import frontmatter

print("python-frontmatter", version("python-frontmatter") + ", PyYAML", version("PyYAML"))
print(frontmatter.load(sys.argv[1]).metadata)
PROBE

cat >"$tmp/expected" <<'EXPECTED'
gray-matter 4.0.3, js-yaml 3.15.2
{"a":489,"b":"0800","c":-35,"d":"1944-03-15T00:00:00.000Z","e":"0751"}
python-frontmatter 1.3.0, PyYAML 6.0.4
{'a': 489, 'b': '0800', 'c': -35, 'd': datetime.date(44, 3, 15), 'e': '0751'}
EXPECTED

{
  node "$tmp/probe.cjs" "$tmp/text.md"
  "$tmp/venv/bin/python" "$tmp/probe.py" "$tmp/text.md"
} | tee "$tmp/seen"
diff -u "$tmp/expected" "$tmp/seen"
echo "The behaviour is as described."
