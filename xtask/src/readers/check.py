"""Reads the files of a folder with the readers of PyPI and compares with cases.json."""

import json
import pathlib
import sys

import bibtexparser
import lxml.etree
import pybtex.database
import rispy
from bibtexparser import middlewares

folder = pathlib.Path(sys.argv[1])
cases = json.loads((folder / "cases.json").read_text(encoding="utf-8"))
failures = 0


def compare(what, found, expected):
    global failures
    plain = lambda value: json.dumps(value, ensure_ascii=False).replace("\xa0", " ").replace("\u202f", " ")
    if plain(found) != plain(expected):
        failures += 1
        print(f"{what}: expected {plain(expected)}, found {plain(found)}")


def says(note, words):
    return words in note.replace("\xa0", " ").replace("\u202f", " ")


def decoded(latex):
    """pybtex leaves the commands of LaTeX as they are."""
    for command, text in [("{\\textbackslash}", "\\"), *((f"\\{sign}", sign) for sign in "&%$#_{}")]:
        latex = latex.replace(command, text)
    return latex


def start(interval):
    return interval.split("/")[0] if interval else None


for name in ["bibtex.bib", "biblatex.bib"]:
    what = f"pybtex, {name}"
    entries = pybtex.database.parse_file(str(folder / name), "bibtex").entries
    compare(f"{what}: texts", len(entries), len(cases))
    for case in cases:
        entry = entries[case["key"]]
        compare(f"{what}: {case['key']}: title", decoded(entry.fields["title"]), case["title"])
        authors = [
            [decoded(" ".join(person.last_names)), " ".join(person.first_names)]
            if person.first_names
            else [decoded(" ".join(person.last_names)[1:-1])]
            for person in entry.persons.get("author", [])
        ]
        compare(f"{what}: {case['key']}: authors", authors, case["authors"])
        compare(f"{what}: {case['key']}: note", says(entry.fields["note"], case["words"]), True)
        compare(f"{what}: {case['key']}: url", entry.fields["url"], case["link"])
        if name == "biblatex.bib":
            date = entry.fields.get("date", "").translate({ord(sign): None for sign in "~?%"})
            compare(f"{what}: {case['key']}: date", date or None, case["interval"])

    what = f"bibtexparser, {name}"
    layers = [
        middlewares.SeparateCoAuthors(),
        middlewares.SplitNameParts(),
        middlewares.LatexDecodingMiddleware(),
    ]
    library = bibtexparser.parse_file(str(folder / name), append_middleware=layers, encoding="utf-8")
    compare(f"{what}: failed blocks", len(library.failed_blocks), 0)
    entries = {entry.key: entry for entry in library.entries}
    for case in cases:
        entry = entries[case["key"]]
        compare(f"{what}: {case['key']}: title", entry["title"], case["title"])
        parts = [author for author in entry["author"]] if "author" in entry else []
        # A name in braces keeps them, and what they shield.
        authors = [
            [" ".join(part.last), " ".join(part.first)] if part.first else [decoded(" ".join(part.last)[1:-1])]
            for part in parts
        ]
        compare(f"{what}: {case['key']}: authors", authors, case["authors"])
        compare(f"{what}: {case['key']}: note", says(entry["note"], case["words"]), True)
        if name == "biblatex.bib":
            # It decodes the ~ of EDTF as a space and takes % for a comment: the doubt stands in the note.
            date = entry["date"].rstrip("\xa0?%") if "date" in entry else None
            compare(f"{what}: {case['key']}: date", date, case["interval"])

records = rispy.loads((folder / "texts.ris").read_text(encoding="utf-8"))
compare("rispy: texts", [record["id"] for record in records], [case["key"] for case in cases])
for record, case in zip(records, cases):
    what = f"rispy: {case['key']}"
    compare(f"{what}: title", record["title"], case["title"])
    authors = [name[0].replace(",", "") if len(name) == 1 else ", ".join(name) for name in case["authors"]]
    compare(f"{what}: authors", record.get("authors", []), authors)
    compare(f"{what}: note", says(" ".join(record["notes"]), case["words"]), True)
    before_christ = (case["interval"] or "-").startswith("-")
    compare(f"{what}: year", record.get("year"), None if before_christ else start(case["interval"])[:4])

tree = lxml.etree.parse(str(folder / "texts.xml"))
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
ids = [element.get(XML_ID) for element in tree.iter() if element.get(XML_ID)]
compare("lxml, TEI: every xml:id is there once", len(ids), len(set(ids)))
pointers = {element.get("who") for element in tree.iter() if element.get("who")}
compare("lxml, TEI: whom no element describes", sorted(pointers - {f"#{name}" for name in ids}), [])
texts = tree.findall("{http://www.tei-c.org/ns/1.0}TEI")
compare("lxml, TEI: texts", [text.get("n") for text in texts], [case["key"] for case in cases])

print(f"PyPI's readers: {failures} differences" if failures else f"PyPI's readers: {len(cases)} texts, no difference")
sys.exit(1 if failures else 0)
