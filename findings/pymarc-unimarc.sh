#!/usr/bin/env bash
# pymarc 5.4.0 (PyPI) on a record in UNIMARC, the format of French libraries, in UTF-8.
#
# One would guess: the container (ISO 2709) is the same, so the fields are read; title and author,
# which MARC 21 has elsewhere, are missing.
# What happens: the author is the field of coded data, with the day of the record and the year of the
# text. The letters are read as MARC-8, because UNIMARC leaves the place empty by which MARC 21 says
# Unicode; one of them is dropped with a line on the error stream, and "été" becomes "©♭t©♭". With
# force_utf8=True the letters are right, and the author is as before.
# Output seen (field 700 says: Bob, Ada):
#   author       20140804f19141918m  y0frey50      ba
#   title        None
#   200          L ́©tat en ©♭t©♭ 1914
#   force_utf8   L’État en été 1914
#
# Why it matters: what the national library and the union catalogue of France export is UNIMARC, and a
# table of authors made with record.author has one author a record, each a different one. For these
# records read 200, 210 or 214 and 700 by their numbers, with force_utf8.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv "$tmp/venv"
"$tmp/venv/bin/pip" install --quiet --disable-pip-version-check pymarc==5.4.0

cat >"$tmp/probe.py" <<'PROBE'
from importlib.metadata import version

from pymarc import MARCReader

print("pymarc", version("pymarc"))
FIELDS = [
    ("001", "000000001"),
    ("100", "  \x1fa20140804f19141918m  y0frey50      ba"),
    ("200", "1 \x1faL’État en été 1914\x1ffAda Bob"),
    ("210", "  \x1faParis\x1fcPlon\x1fd1914"),
    ("700", " 1\x1faBob\x1fbAda"),
]


def unimarc(fields):
    directory, body = b"", b""
    for tag, data in fields:
        field = data.encode() + b"\x1e"
        directory += f"{tag}{len(field):04}{len(body):05}".encode()
        body += field
    start = 24 + len(directory) + 1
    leader = f"{start + len(body) + 1:05}nam0 22{start:05}   450 "
    return leader.encode() + directory + b"\x1e" + body + b"\x1d"


for options in [{}, {"force_utf8": True}]:
    [record] = MARCReader(unimarc(FIELDS), **options)
    print(f"{options}: author {record.author!r}, title {record.title!r}, year {record.pubyear!r}")
    print(f"  200 {record['200']['a']}, 700 {record['700']['b']} {record['700']['a']}")
PROBE

cat >"$tmp/expected" <<'EXPECTED'
pymarc 5.4.0
{}: author '20140804f19141918m  y0frey50      ba', title None, year None
  200 L ́©tat en ©♭t©♭ 1914, 700 Ada Bob
{'force_utf8': True}: author '20140804f19141918m  y0frey50      ba', title None, year None
  200 L’État en été 1914, 700 Ada Bob
EXPECTED

"$tmp/venv/bin/python" "$tmp/probe.py" 2>"$tmp/warnings" | tee "$tmp/seen"
diff -u "$tmp/expected" "$tmp/seen"
echo "The behaviour is as described."
