#!/usr/bin/env bash
# EbookLib 0.20 (PyPI).
#
# One would guess: a chapter of an EPUB that is read and asked for its content says the language
# that the file says, or else that of the book; its documentation has the latter as default.
# What happens: get_content() gives each chapter the language "en", whatever chapter and book
# say, and leaves its title out. A book that is read and written again is French by its package
# file and English by each chapter.
# Output seen (a book with dc:language fr, a chapter with xml:lang="fr" and a title):
#   before  <html ... xml:lang="fr">, <title>Un</title>    book fr
#   after   <html ... lang="en" xml:lang="en">, <head/>    book fr
#
# Why it matters: an importer takes the language for stemming and for the direction of the text
# from the chapter, where it is nearest. EPUB files that this library has copied say English
# there: the package's dc:language should win over a chapter's "en", and a test that makes its
# EPUB with this library must not read the language from the chapter.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv "$tmp/venv"
"$tmp/venv/bin/pip" install --quiet --disable-pip-version-check EbookLib==0.20

cat >"$tmp/probe.py" <<'PROBE'
import re
import sys
import warnings
import zipfile
from importlib.metadata import version

from ebooklib import epub

warnings.simplefilter("ignore")
original, copy = sys.argv[1] + "/livre.epub", sys.argv[1] + "/copie.epub"
CONTAINER = """<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="book.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>"""
PACKAGE = """<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:identifier id="id">urn:x:1</dc:identifier>
<dc:title>Livre</dc:title><dc:language>fr</dc:language>
<meta property="dcterms:modified">2016-05-24T00:00:00Z</meta></metadata>
<manifest><item id="un" href="un.xhtml" media-type="application/xhtml+xml"/>
<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/></manifest>
<spine><itemref idref="un"/></spine></package>"""
PAGE = """<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"
xml:lang="fr"><head><title>Un</title></head><body>%s</body></html>"""
NAV = '<nav epub:type="toc"><ol><li><a href="un.xhtml">Un</a></li></ol></nav>'
with zipfile.ZipFile(original, "w") as archive:
    archive.writestr("mimetype", "application/epub+zip")
    archive.writestr("META-INF/container.xml", CONTAINER)
    archive.writestr("book.opf", PACKAGE)
    archive.writestr("un.xhtml", PAGE % "<p>Il était une fois.</p>")
    archive.writestr("nav.xhtml", PAGE % NAV)

def told(content):
    languages = " ".join(re.findall(r'\b(?:xml:)?lang="\w+"', content))
    return languages + " " + re.search(r"<head/?>.*?(?=\s*<body)", content, re.S)[0]

print("EbookLib", version("EbookLib"))
print("file:", told(PAGE % ""))
book = epub.read_epub(original)
print("read:", told(book.get_item_with_href("un.xhtml").get_content().decode()))
epub.write_epub(copy, book)
with zipfile.ZipFile(copy) as archive:
    print("written:", told(archive.read("EPUB/un.xhtml").decode()))
print("book:", epub.read_epub(copy).get_metadata("DC", "language")[0][0])
PROBE

cat >"$tmp/expected" <<'EXPECTED'
EbookLib 0.20
file: xml:lang="fr" <head><title>Un</title></head>
read: lang="en" xml:lang="en" <head/>
written: lang="en" xml:lang="en" <head/>
book: fr
EXPECTED

"$tmp/venv/bin/python" "$tmp/probe.py" "$tmp" | tee "$tmp/seen"
diff -u "$tmp/expected" "$tmp/seen"
echo "The behaviour is as described."
