#!/usr/bin/env bash
# @fontsource/source-serif-4 5.3.1 beside source-serif 4.5.1 (npm), the same typeface as its
# makers ship it; read with fontTools 4.68.0 (PyPI).
#
# One would guess: the "latin" files of a web font, whose style sheet says that they serve all of
# U+2000 to U+206F, have the signs of French typography that the typeface has.
# What happens: the thin no-break space (U+202F) that French puts before ; ! ? and into numbers, the
# no-break hyphen (U+2011) and the sign of the thousandth (U+2030) are in the typeface and
# in no file of the package. The style sheet sends a page to the file for them all the same.
# Output seen:
#   source-serif 4.5.1               U+2009 yes, U+2011 yes, U+202F yes, U+2030 yes
#   @fontsource/source-serif-4 5.3.1 U+2009 yes, U+2011 no, U+202F no, U+2030 no
#
# Why it matters: a page of French text loads the font and still takes these signs from whatever
# font comes next, in the middle of a line. A test of a font for a French corpus asks for U+202F
# and U+2011, not for é and œ alone.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
npm install --silent --no-audit --no-fund --prefix "$tmp" \
  @fontsource/source-serif-4@5.3.1 source-serif@4.5.1
python3 -m venv "$tmp/venv"
"$tmp/venv/bin/pip" install --quiet --disable-pip-version-check fonttools==4.68.0 brotli==1.2.1

cat >"$tmp/probe.py" <<'PROBE'
import json
import pathlib
import re
import sys

from fontTools.ttLib import TTFont

modules = pathlib.Path(sys.argv[1]) / "node_modules"
SIGNS = [0xE9, 0x153, 0x2009, 0x2011, 0x202F, 0x2030]


def show(package, files):
    version = json.loads((modules / package / "package.json").read_text())["version"]
    signs = set().union(*(TTFont(file).getBestCmap() for file in files))
    told = ", ".join(f"U+{sign:04X} {'yes' if sign in signs else 'no'}" for sign in SIGNS)
    print(f"{package} {version}: {told}")


regular = "WOFF2/OTF/SourceSerif4-Regular.otf.woff2"
show("source-serif", [modules / "source-serif" / regular])
package = modules / "@fontsource/source-serif-4"
files = sorted((package / "files").glob("*-400-normal.woff2"))
show("@fontsource/source-serif-4", files)
print(len(files), "files:", ", ".join(re.search(r"4-(.*)-400", file.name)[1] for file in files))
sheet = (package / "400.css").read_text()
latin = next(rule for rule in sheet.split("@font-face") if "4-latin-400-normal.woff2" in rule)
print("latin serves", ", ".join(re.findall(r"U\+20\w\w-20\w\w", latin)))
PROBE

cat >"$tmp/expected" <<'EXPECTED'
source-serif 4.5.1: U+00E9 yes, U+0153 yes, U+2009 yes, U+2011 yes, U+202F yes, U+2030 yes
@fontsource/source-serif-4 5.3.1: U+00E9 yes, U+0153 yes, U+2009 yes, U+2011 no, U+202F no, U+2030 no
6 files: cyrillic, cyrillic-ext, greek, latin, latin-ext, vietnamese
latin serves U+2000-206F
EXPECTED

"$tmp/venv/bin/python" "$tmp/probe.py" "$tmp" | tee "$tmp/seen"
diff -u "$tmp/expected" "$tmp/seen"
echo "The behaviour is as described."
