"""Writes the same text with the writers of PyPI, and what Frise should understand of each file.

The folder gets the files and `expected.json`: for each file its title, its date, its author, and its passages, whose headings
come first, each followed by `|`.
"""

import json
import pathlib
import sys

import docx
import pypandoc
from ebooklib import epub
from odf import dc, text
from odf.opendocument import OpenDocumentText

folder = pathlib.Path(sys.argv[1])
folder.mkdir(parents=True, exist_ok=True)
expected = []

TITLE = "Discours du port"
AUTHOR = "Ada Lefèvre"
DATE = "2019-05-05"
BEGINNING, BOLD, REST = "Le port est ", "ouvert", " depuis le mois d’avril\u202f: trois navires y sont entrés."
QUOTATION = "« Nous n’irons pas plus loin », a dit le maire."
QUAY = "Le quai sera prolongé de deux cents mètres."
PASSAGES = ["Le port|" + BEGINNING + BOLD + REST, QUOTATION, "Le quai|" + QUAY]


def expect(name, passages=PASSAGES, title=TITLE, author=AUTHOR, date=DATE):
    expected.append({"file": name, "title": title, "author": author, "date": date, "passages": passages})
    return str(folder / name)


def by_python_docx():
    document = docx.Document()
    document.core_properties.title = TITLE
    # Word writes the name of whoever has the computer.
    document.core_properties.author = "Bureau 12"
    document.add_heading("Le port", 1)
    paragraph = document.add_paragraph(BEGINNING)
    paragraph.add_run(BOLD).bold = True
    paragraph.add_run(REST)
    document.add_paragraph(QUOTATION)
    document.add_heading("Le quai", 2)
    document.add_paragraph(QUAY)
    document.add_paragraph("un point", style="List Bullet")
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).text = "deux"
    table.cell(0, 1).text = "mètres"
    document.save(expect(f"{DATE} python-docx.docx", PASSAGES + ["un point", "deux", "mètres"], author=""))


def by_odfpy():
    document = OpenDocumentText()
    document.meta.addElement(dc.Title(text=TITLE))
    document.meta.addElement(dc.Creator(text="Bureau 12"))
    document.text.addElement(text.H(outlinelevel=1, text="Le port"))
    paragraph = text.P(text=BEGINNING)
    paragraph.addElement(text.Span(text=BOLD))
    paragraph.addText(REST)
    document.text.addElement(paragraph)
    document.text.addElement(text.P(text=QUOTATION))
    document.text.addElement(text.H(outlinelevel=2, text="Le quai"))
    first, last = QUAY.split(" prolongé ")
    paragraph = text.P(text=first)
    paragraph.addElement(text.S(c=1))
    paragraph.addText("prolongé ")
    paragraph.addText(last)
    document.text.addElement(paragraph)
    document.save(expect(f"{DATE} odfpy.odt", author=""))


def by_ebooklib():
    book = epub.EpubBook()
    book.set_identifier("discours")
    book.set_title(TITLE)
    book.set_language("fr")
    book.add_author(AUTHOR)
    book.add_metadata("DC", "date", DATE)
    chapters = [
        ("port", "Le port", f"<p>{BEGINNING}<b>{BOLD}</b>{REST}</p><p>{QUOTATION}</p>"),
        ("quai", "Le quai", f"<p>{QUAY}</p>"),
    ]
    book.spine = ["nav"]
    for name, title, content in chapters:
        chapter = epub.EpubHtml(title=title, file_name=f"{name}.xhtml", lang="fr")
        chapter.content = f"<h1>{title}</h1>{content}"
        book.add_item(chapter)
        book.spine.append(chapter)
        book.toc.append(chapter)
    book.add_item(epub.EpubNcx())
    book.add_item(epub.EpubNav())
    epub.write_epub(expect("ebooklib.epub"), book)


def by_pandoc():
    source = "\n\n".join(
        [
            f"---\ntitle: {TITLE}\nauthor: {AUTHOR}\ndate: {DATE}\nlang: fr\n---",
            "# Le port",
            f"{BEGINNING}**{BOLD}**{REST}",
            f"{QUOTATION}[^1]",
            "[^1]: Une note.",
            "## Le quai",
            QUAY,
        ]
    )
    plain = source.replace("[^1]: Une note.\n\n", "").replace("[^1]", "")
    for to, ending in [("docx", "docx"), ("odt", "odt"), ("opendocument", "fodt"), ("epub", "epub"), ("html", "html")]:
        name = expect(f"pandoc-{to}.{ending}")
        pypandoc.convert_text(source, to, format="markdown", outputfile=name, extra_args=["--standalone"])
    pypandoc.convert_text(plain, "gfm", format="markdown", outputfile=expect("pandoc.md"), extra_args=["--standalone"])
    # pandoc writes the date of a text as that of the file, which is not taken.
    tei = expect("pandoc.xml", date=None)
    pypandoc.convert_text(plain, "tei", format="markdown", outputfile=tei, extra_args=["--standalone"])


by_python_docx()
by_odfpy()
by_ebooklib()
by_pandoc()
(folder / "expected.json").write_text(json.dumps(expected, ensure_ascii=False, indent=1), encoding="utf-8")
