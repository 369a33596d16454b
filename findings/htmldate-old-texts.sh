#!/usr/bin/env bash
# htmldate 1.11.0 (PyPI), which finds the date of a web page; trafilatura, a tool with which corpora
# are taken from the web, uses it.
#
# One would guess: a date that a page gives in its metadata is its date; and a page without one that
# can be trusted has none.
# What happens: dates before 1995 are not accepted, and the search goes on without a word until it
# finds a later one, such as the year of the © in the footer. With min_date the date in meta is
# read, but one of 1914 in JSON-LD is not, although one of 1996 is.
# Output seen (the page says © 2026; date of publication):
#                                    as it comes  with min_date
#   meta, DC.date 1914-08-01         2026-01-01   1914-08-01
#   JSON-LD, datePublished 1914-…    2026-01-01   2026-01-01
#   JSON-LD, datePublished 1996-…    1996-08-01   1996-08-01
#   meta, DC.date 1914-…, without ©  None         1914-08-01
#
# Why it matters: pages of old texts are what a site about the past is made of. They come into a
# corpus dated by the year in which the site was made, all on the 1st of January. Set min_date, give
# the date in meta beside JSON-LD, and look for days on which too much was said.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv "$tmp/venv"
"$tmp/venv/bin/pip" install --quiet --disable-pip-version-check htmldate==1.11.0

cat >"$tmp/probe.py" <<'PROBE'
from importlib.metadata import version

from htmldate import find_date

FOOTER = "<footer>© 2026 Archives</footer>"


def meta(name, day):
    return f'<meta {name} content="{day}">'


def json_ld(day):
    return (
        '<script type="application/ld+json">{"@context": "https://schema.org", "@type": "Article",'
        f' "headline": "Discours", "datePublished": "{day}"}}</script>'
    )


def page(head, footer=FOOTER):
    return (
        f'<!doctype html><html lang="fr"><head><title>Discours</title>{head}</head><body><article>'
        f"<h1>Discours</h1><p>La paix est la volonté de la nation.</p></article>{footer}</body></html>"
    )


print("htmldate", version("htmldate"))
for name, text in [
    ("DC.date 1914", page(meta('name="DC.date"', "1914-08-01"))),
    ("DC.date 1996", page(meta('name="DC.date"', "1996-08-01"))),
    ("article:published_time 1789", page(meta('property="article:published_time"', "1789-07-14"))),
    ("JSON-LD 1914", page(json_ld("1914-08-01"))),
    ("JSON-LD 1996", page(json_ld("1996-08-01"))),
    ("DC.date 1914, no footer", page(meta('name="DC.date"', "1914-08-01"), "")),
]:
    print(f"{name}: {find_date(text, original_date=True)},"
        f" with min_date {find_date(text, original_date=True, min_date='1500-01-01')}")
PROBE

cat >"$tmp/expected" <<'EXPECTED'
htmldate 1.11.0
DC.date 1914: 2026-01-01, with min_date 1914-08-01
DC.date 1996: 1996-08-01, with min_date 1996-08-01
article:published_time 1789: 2026-01-01, with min_date 1789-07-14
JSON-LD 1914: 2026-01-01, with min_date 2026-01-01
JSON-LD 1996: 1996-08-01, with min_date 1996-08-01
DC.date 1914, no footer: None, with min_date 1914-08-01
EXPECTED

"$tmp/venv/bin/python" "$tmp/probe.py" | tee "$tmp/seen"
diff -u "$tmp/expected" "$tmp/seen"
echo "The behaviour is as described."
