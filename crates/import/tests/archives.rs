//! Zips, documents that are zips, and what is refused of them.

use frise_import::*;

fn zipped(files: &[(&str, &str)]) -> Vec<u8> {
    let files = files
        .iter()
        .map(|(path, content)| (path.to_string(), content.as_bytes().to_vec()));
    pack_files(files).expect("a zip")
}

fn texts_and_problems(path: &str, bytes: Vec<u8>) -> (Vec<String>, Vec<Problem>) {
    let import = read(vec![InputFile {
        path: path.into(),
        bytes,
    }]);
    let drafts = import.review(&Settings::default()).drafts;
    let texts = corpus(&import, &Settings::default()).map_or_else(
        |_| Vec::new(),
        |corpus| {
            let text = |document: &frise_index::model::Document| {
                let runs = document.passages.iter().map(|passage| {
                    passage
                        .runs
                        .iter()
                        .map(|run| run.text.as_str())
                        .collect::<Vec<_>>()
                        .join("|")
                });
                let date = document
                    .metadata
                    .date
                    .map_or("-".into(), |date| date.to_string());
                format!(
                    "{}; {date}; {}; {}",
                    document.metadata.title.fr,
                    document.metadata.creator,
                    runs.collect::<Vec<_>>().join(" / ")
                )
            };
            corpus.documents.iter().map(text).collect::<Vec<_>>()
        },
    );
    assert_eq!(drafts.len(), texts.len());
    (texts, import.problems)
}

fn check(path: &str, bytes: Vec<u8>, expected: &[&str]) {
    let (texts, problems) = texts_and_problems(path, bytes);
    assert_eq!(texts, expected);
    assert!(problems.is_empty(), "{problems:?}");
}

#[test]
fn docx() {
    let styles = r#"<w:styles xmlns:w="w"><w:style w:styleId="Titre1"><w:name w:val="heading 1"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style><w:style w:styleId="Mien"><w:basedOn w:val="Titre1"/></w:style><w:style w:styleId="T"><w:name w:val="Title"/></w:style></w:styles>"#;
    let document = r#"<w:document xmlns:w="w"><w:body>
      <w:p><w:pPr><w:pStyle w:val="T"/></w:pPr><w:r><w:t>Discours</w:t></w:r></w:p>
      <w:p><w:pPr><w:pStyle w:val="Mien"/></w:pPr><w:r><w:t>Premier point</w:t></w:r></w:p>
      <w:p><w:r><w:t xml:space="preserve">Un </w:t></w:r><w:del><w:r><w:delText>vieux</w:delText></w:r></w:del><w:ins><w:r><w:t>mot</w:t></w:r></w:ins><w:r><w:instrText>PAGE</w:instrText><w:br/><w:t>suite.</w:t></w:r></w:p>
      <w:p/></w:body></w:document>"#;
    let core = r#"<c:coreProperties xmlns:c="c" xmlns:dc="dc" xmlns:dcterms="t"><dc:title>Ancien</dc:title><dcterms:created>2013-12-23T23:15:00Z</dcterms:created></c:coreProperties>"#;
    let parts = [
        ("word/document.xml", document),
        ("word/styles.xml", styles),
        ("docProps/core.xml", core),
    ];
    check(
        "lettre.docx",
        zipped(&parts),
        &["Discours; -; ; Premier point|Un mot suite."],
    );
}

#[test]
fn title_blocks_of_pandoc_3_are_metadata() {
    let styles = r#"<w:styles xmlns:w="w"><w:style w:styleId="Author"><w:name w:val="Author"/></w:style><w:style w:styleId="Date"><w:name w:val="Date"/></w:style></w:styles>"#;
    let document = |date: &str| {
        format!(
            r#"<w:document xmlns:w="w"><w:body><w:p><w:pPr><w:pStyle w:val="Author"/></w:pPr><w:r><w:t>Ada Lefèvre</w:t></w:r></w:p><w:p><w:pPr><w:pStyle w:val="Date"/></w:pPr><w:r><w:t>{date}</w:t></w:r></w:p><w:p><w:r><w:t>Un mot.</w:t></w:r></w:p></w:body></w:document>"#
        )
    };
    let docx = |date: &str| {
        let document = document(date);
        zipped(&[
            ("word/document.xml", &document),
            ("word/styles.xml", styles),
        ])
    };
    check(
        "a.docx",
        docx("5 mai 2019"),
        &["a; 2019-05-05; Ada Lefèvre; Un mot."],
    );
    // The date of a letter is among words, which stay.
    check(
        "a.docx",
        docx("Paris, le 5 mai 2019"),
        &["a; 2019-05-05; Ada Lefèvre; Paris, le 5 mai 2019 / Un mot."],
    );
    let odt = r#"<office:document-content xmlns:office="o" xmlns:text="t"><text:p text:style-name="Author">Ada Lefèvre</text:p><text:p text:style-name="Date">2019-05-05</text:p><text:p>Un mot.</text:p></office:document-content>"#;
    check(
        "a.odt",
        zipped(&[
            ("mimetype", "application/vnd.oasis.opendocument.text"),
            ("content.xml", odt),
        ]),
        &["a; 2019-05-05; Ada Lefèvre; Un mot."],
    );
}

#[test]
fn odt() {
    let content = r#"<office:document-content xmlns:office="o" xmlns:text="t"><office:body><office:text>
      <text:tracked-changes><text:p>vieux</text:p></text:tracked-changes>
      <text:h text:outline-level="2">Un</text:h><text:p>Le 12 mai 2019,<text:s text:c="2"/>il
        parle<text:note><text:p>note</text:p></text:note><text:span> bien</text:span>.</text:p></office:text></office:body></office:document-content>"#;
    let meta = r#"<m xmlns:dc="dc"><dc:title>Le titre</dc:title><dc:date>2024-01-01</dc:date></m>"#;
    let parts = [
        ("mimetype", "application/vnd.oasis.opendocument.text"),
        ("content.xml", content),
        ("meta.xml", meta),
    ];
    check(
        "a.odt",
        zipped(&parts),
        &["Le titre; 2019-05-12; ; Un|Le 12 mai 2019,  il parle bien."],
    );
    let flat = format!(
        "<office:document>{}</office:document>",
        content.replace("office:document-content", "office:x")
    );
    check(
        "a.fodt",
        flat.into_bytes(),
        &["a; 2019-05-12; ; Un|Le 12 mai 2019,  il parle bien."],
    );
}

#[test]
fn epub() {
    let container =
        r#"<container><rootfiles><rootfile full-path="EPUB/content.opf"/></rootfiles></container>"#;
    let package = r#"<package xmlns:dc="dc" xmlns:opf="opf"><metadata><dc:title>Le livre</dc:title><dc:creator>Ada</dc:creator><dc:date opf:event="modification">2020</dc:date><dc:date opf:event="publication">1889</dc:date></metadata>
      <manifest><item id="n" href="nav.xhtml" properties="nav"/><item id="b" href="b.xhtml"/><item id="a" href="../texte%20a.xhtml"/></manifest><spine><itemref idref="n"/><itemref idref="a"/><itemref idref="b"/></spine></package>"#;
    let parts = [
        ("mimetype", "application/epub+zip"),
        ("META-INF/container.xml", container),
        ("EPUB/content.opf", package),
        ("EPUB/nav.xhtml", "<nav>Table</nav>"),
        (
            "EPUB/b.xhtml",
            "<html><body><p>Deux&nbsp;!</p></body></html>",
        ),
        (
            "texte a.xhtml",
            "<html><head><title>x</title></head><body><h1>Un</h1><p>Premier.</p></body></html>",
        ),
    ];
    check(
        "a.epub",
        zipped(&parts),
        &["Le livre; 1889; Ada; Un|Premier. / Deux\u{A0}!"],
    );
}

#[test]
fn documents_without_their_parts_are_refused() {
    let refused = |parts: &[(&str, &str)]| {
        texts_and_problems("a.zip", zipped(parts))
            .1
            .remove(0)
            .reason
    };
    let part = |part: &str| Reason::MissingPart { part: part.into() };
    assert_eq!(
        refused(&[("mimetype", "application/vnd.oasis.opendocument.text")]),
        part("content.xml")
    );
    assert_eq!(
        refused(&[("mimetype", "application/epub+zip")]),
        part("META-INF/container.xml")
    );
    assert_eq!(refused(&[("xl/workbook.xml", "")]), Reason::Spreadsheet);
    assert_eq!(refused(&[("ppt/presentation.xml", "")]), Reason::Slides);
    assert!(matches!(
        refused(&[("word/document.xml", "<a>")]),
        Reason::Xml { .. }
    ));
}

#[test]
fn archives_hold_files_and_archives() {
    let inner = zipped(&[("c.txt", "Trois.")]);
    let outer = pack_files([
        ("a.txt".to_string(), b"Un.".to_vec()),
        ("b/b.zip".to_string(), inner),
        ("__MACOSX/._a.txt".to_string(), vec![0]),
    ]);
    check(
        "tout.zip",
        outer.expect("a zip"),
        &["a; -; ; Un.", "c; -; ; Trois."],
    );
}

#[test]
fn archives_that_mean_harm_are_refused_and_the_rest_is_read() {
    let reasons = |bytes: Vec<u8>| {
        let (texts, problems) = texts_and_problems("a.zip", bytes);
        (
            texts.len(),
            problems
                .into_iter()
                .map(|problem| problem.reason)
                .collect::<Vec<_>>(),
        )
    };
    let bomb = "a".repeat(20_000_000);
    let (texts, problems) = reasons(zipped(&[("ok.txt", "Un."), ("bomb.txt", &bomb)]));
    assert!(
        matches!(problems[..], [Reason::TooDense { .. }]) && texts == 1,
        "{problems:?}"
    );
    for name in ["../a.txt", "a/../../b.txt", "/etc/passwd", "C:\\a.txt"] {
        let (texts, problems) = reasons(zipped(&[("ok.txt", "Un."), (name, "Deux.")]));
        assert!(
            matches!(problems[..], [Reason::UnsafeName { .. }]) && texts == 1,
            "{name}: {problems:?}"
        );
    }
    let mut deep = zipped(&[("a.txt", "Un.")]);
    for _ in 0..10 {
        deep = pack_files([("in.zip".to_string(), deep)]).expect("a zip");
    }
    let (texts, problems) = reasons(deep);
    assert_eq!((texts, problems), (0, vec![Reason::TooDeep { most: 2 }]));
    let mut broken = zipped(&[("a.txt", "Un.")]);
    broken.truncate(40);
    assert!(matches!(reasons(broken).1[..], [Reason::Archive]));
}

#[test]
fn a_zip_of_a_corpus_folder_is_the_corpus() {
    let lines = "{\"id\": \"a\", \"date\": \"1789-08-26\", \"speaker\": \"Ada\", \"text\": \"Un <b> texte.\"}";
    let import = read(vec![InputFile {
        path: "droits.jsonl".into(),
        bytes: lines.into(),
    }]);
    let made = corpus(&import, &Settings::default()).expect("a corpus");
    let import = read(vec![InputFile {
        path: "a.zip".into(),
        bytes: pack(&made).expect("a zip"),
    }]);
    assert!(import.problems.is_empty(), "{:?}", import.problems);
    assert_eq!(
        corpus(&import, &Settings::default()).expect("a corpus"),
        made
    );
}
