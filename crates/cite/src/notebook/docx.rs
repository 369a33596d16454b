//! An outline as a document of Word: Office Open XML, ECMA-376, with the fewest parts that the format asks for.

use super::outline::{Block, Outline};
use crate::archive::{ExportFile, archive};
use crate::rich::{Face, Rich, is_web_address};
use crate::xml::{attribute, text};

const CONTENT_TYPES: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/></Types>"#;

const PACKAGE: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>"#;

const MAIN: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const RELATIONSHIPS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// The styles: name, kind of paragraph, properties of its text.
const STYLES: [(&str, &str, &str); 5] = [
    ("Title", "", "<w:b/><w:sz w:val=\"36\"/>"),
    (
        "Heading1",
        "<w:keepNext/><w:spacing w:before=\"360\"/><w:outlineLvl w:val=\"0\"/>",
        "<w:b/><w:sz w:val=\"28\"/>",
    ),
    ("Quote", "<w:ind w:left=\"567\" w:right=\"567\"/>", ""),
    (
        "Note",
        "<w:pBdr><w:left w:val=\"single\" w:sz=\"12\" w:space=\"8\" w:color=\"auto\"/></w:pBdr>",
        "",
    ),
    (
        "Bibliography",
        "<w:ind w:left=\"567\" w:hanging=\"567\"/>",
        "",
    ),
];

impl Outline {
    /// Returns the document as a docx file.
    ///
    /// # Errors
    /// Returns the reason if the file would be larger than the format allows.
    pub fn to_docx(&self) -> Result<Vec<u8>, String> {
        document(self)
    }
}

fn document(outline: &Outline) -> Result<Vec<u8>, String> {
    let mut links = Vec::new();
    let mut body = paragraph("Title", &words(&outline.title));
    let mut in_bibliography = false;
    for block in &outline.blocks {
        body.push_str(&match block {
            Block::Heading(heading) => {
                in_bibliography = true;
                paragraph("Heading1", &words(heading))
            }
            Block::Paragraph(rich) if in_bibliography => {
                paragraph("Bibliography", &rich_runs(rich, &mut links))
            }
            Block::Paragraph(rich) => paragraph("Normal", &rich_runs(rich, &mut links)),
            Block::Quotation(rich) => paragraph("Quote", &rich_runs(rich, &mut links)),
            Block::Note(note) => note
                .lines()
                .map(|line| paragraph("Note", &words(line)))
                .collect(),
            Block::Table(head, rows) => table(head, rows),
        });
    }
    let document = format!(
        "{XML}<w:document xmlns:w=\"{MAIN}\" xmlns:r=\"{RELATIONSHIPS}\"><w:body>{body}<w:sectPr><w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"1417\" w:right=\"1417\" w:bottom=\"1417\" w:left=\"1417\" w:header=\"708\" w:footer=\"708\" w:gutter=\"0\"/></w:sectPr></w:body></w:document>"
    );
    archive(&[
        ExportFile::text("[Content_Types].xml", CONTENT_TYPES.to_owned()),
        ExportFile::text("_rels/.rels", PACKAGE.to_owned()),
        ExportFile::text("word/document.xml", document),
        ExportFile::text("word/styles.xml", styles(outline.code())),
        ExportFile::text("word/_rels/document.xml.rels", relationships(&links)),
    ])
}

const XML: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

fn styles(language: &str) -> String {
    let style = |(name, paragraph, run): &(&str, &str, &str)| {
        format!(
            "<w:style w:type=\"paragraph\" w:styleId=\"{name}\"><w:name w:val=\"{name}\"/><w:basedOn w:val=\"Normal\"/><w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>"
        )
    };
    let others: String = STYLES.iter().map(style).collect();
    format!(
        "{XML}<w:styles xmlns:w=\"{MAIN}\"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"Georgia\" w:hAnsi=\"Georgia\" w:cs=\"Georgia\"/><w:sz w:val=\"22\"/><w:lang w:val=\"{language}\"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after=\"160\"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/></w:style>{others}</w:styles>"
    )
}

fn relationships(links: &[String]) -> String {
    let mut relationships = format!(
        "{XML}<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"styles\" Type=\"{RELATIONSHIPS}/styles\" Target=\"styles.xml\"/>"
    );
    for (place, link) in links.iter().enumerate() {
        relationships.push_str(&format!(
            "<Relationship Id=\"link{place}\" Type=\"{RELATIONSHIPS}/hyperlink\" Target=\"{}\" TargetMode=\"External\"/>",
            attribute(link)
        ));
    }
    relationships + "</Relationships>"
}

fn paragraph(style: &str, runs: &str) -> String {
    format!("<w:p><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr>{runs}</w:p>")
}

fn words(words: &str) -> String {
    run(words, "")
}

fn run(words: &str, properties: &str) -> String {
    format!(
        "<w:r><w:rPr>{properties}</w:rPr><w:t xml:space=\"preserve\">{}</w:t></w:r>",
        text(words)
    )
}

fn rich_runs(rich: &Rich, links: &mut Vec<String>) -> String {
    let mut runs = String::new();
    for part in rich.runs() {
        runs.push_str(&match part.face {
            Face::Italic => run(&part.text, "<w:i/>"),
            Face::Link if is_web_address(&part.text) => {
                links.push(part.text.clone());
                let shown = run(&part.text, "<w:u w:val=\"single\"/>");
                format!(
                    "<w:hyperlink r:id=\"link{}\">{shown}</w:hyperlink>",
                    links.len() - 1
                )
            }
            Face::Roman | Face::Link => run(&part.text, ""),
        });
    }
    runs
}

fn table(head: &[String], rows: &[Vec<String>]) -> String {
    let row = |cells: &[String]| {
        let cells = (0..head.len().max(1)).map(|place| {
            let cell = cells.get(place).map_or("", String::as_str);
            format!("<w:tc>{}</w:tc>", paragraph("Normal", &words(cell)))
        });
        format!("<w:tr>{}</w:tr>", cells.collect::<String>())
    };
    let sides = ["top", "left", "bottom", "right", "insideH", "insideV"];
    let borders: String = sides
        .iter()
        .map(|side| {
            format!("<w:{side} w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"auto\"/>")
        })
        .collect();
    let grid = "<w:gridCol/>".repeat(head.len().max(1));
    let rows: String = rows.iter().map(|cells| row(cells)).collect();
    format!(
        "<w:tbl><w:tblPr><w:tblBorders>{borders}</w:tblBorders></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{}{rows}</w:tbl>{}",
        row(head),
        paragraph("Normal", "")
    )
}
