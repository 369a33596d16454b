#!/usr/bin/env bash
# geotext 0.4.0 (PyPI), which finds the names of cities in a text and counts their countries.
#
# One would guess: Paris in a French text is in France, as Lyon is, and a town is found in "traité de
# Versailles" as in "ville de Versailles".
# What happens: of two towns with one name the United States have Paris and Rome. A word with a
# capital letter before "de" is taken into the name, so that no town is found. Names with a small word
# between hyphens are not found at all.
# Output seen (cities, countries):
#   Elle parle à Paris et à Lyon.       Paris, Lyon    US 1, FR 1
#   Elle parle à Rome.                  Rome           US 1
#   la ville de Versailles              Versailles     FR 1
#   Traité de Versailles                none
#   Elle parle à Aix-en-Provence.       none
#
# Why it matters: the map of a French corpus has its largest circle in the United States, and treaties,
# conferences and battles, which are written with a capital letter, are on no map. Count the country
# of the best known names by hand before the table of countries is believed.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv "$tmp/venv"
"$tmp/venv/bin/pip" install --quiet --disable-pip-version-check geotext==0.4.0

cat >"$tmp/probe.py" <<'PROBE'
from importlib.metadata import version

from geotext import GeoText

print("geotext", version("geotext"))
SENTENCES = [
    "Elle parle à Paris et à Lyon.",
    "Elle parle à Rome.",
    "la ville de Versailles",
    "Traité de Versailles",
    "Bataille de Verdun",
    "Elle parle à Saint-Malo.",
    "Elle parle à Aix-en-Provence.",
    "Elle parle à Boulogne-sur-Mer.",
]
for sentence in SENTENCES:
    places = GeoText(sentence)
    print(f"{sentence} {places.cities} {dict(places.country_mentions)}")
PROBE

cat >"$tmp/expected" <<'EXPECTED'
geotext 0.4.0
Elle parle à Paris et à Lyon. ['Paris', 'Lyon'] {'US': 1, 'FR': 1}
Elle parle à Rome. ['Rome'] {'US': 1}
la ville de Versailles ['Versailles'] {'FR': 1}
Traité de Versailles [] {}
Bataille de Verdun [] {}
Elle parle à Saint-Malo. ['Saint-Malo'] {'FR': 1}
Elle parle à Aix-en-Provence. [] {}
Elle parle à Boulogne-sur-Mer. [] {}
EXPECTED

"$tmp/venv/bin/python" "$tmp/probe.py" | tee "$tmp/seen"
diff -u "$tmp/expected" "$tmp/seen"
echo "The behaviour is as described."
