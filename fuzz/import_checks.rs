//! What the import promises of any bytes. The fuzz targets call these functions, and so do the tests of the crate, with the
//! inputs that are kept. Each panics where a promise is broken.

use frise_import::{InputFile, Passages, Settings, corpus, pack_files, read};

/// Bytes of plain text, Markdown, or texts parted by stars.
pub fn text(bytes: &[u8]) {
    for name in ["a.txt", "2019-05-12.md"] {
        import(name, bytes.to_vec());
    }
}

/// Bytes of a table or of JSON.
pub fn table(bytes: &[u8]) {
    for name in ["a.csv", "a.json", "a.jsonl"] {
        import(name, bytes.to_vec());
    }
}

/// Bytes of XML: TEI, lists of people, OpenDocument in one file.
pub fn xml(bytes: &[u8]) {
    import("a.xml", bytes.to_vec());
    let in_text = [b"<TEI><text><body>", bytes, b"</body></text></TEI>"].concat();
    import("b.xml", in_text);
}

/// Bytes of web pages and of exports of press databases.
pub fn html(bytes: &[u8]) {
    import("a.html", bytes.to_vec());
    import(
        "b.html",
        [b"<html><article><b>HD</b><b>PD</b>", bytes].concat(),
    );
}

/// Bytes of a zip, and of the parts of documents that are zips.
pub fn zip(bytes: &[u8]) {
    import("a.zip", bytes.to_vec());
    let container: &[u8] = b"<container><rootfile full-path='b.opf'/></container>";
    let package: &[u8] = b"<package><item id='c' href='c.xhtml'/><itemref idref='c'/></package>";
    let documents: [&[(&str, &[u8])]; 4] = [
        &[("word/document.xml", bytes)],
        &[
            ("mimetype", b"application/vnd.oasis.opendocument.text"),
            ("content.xml", bytes),
        ],
        &[
            ("META-INF/container.xml", container),
            ("b.opf", package),
            ("c.xhtml", bytes),
        ],
        &[
            ("META-INF/container.xml", container),
            ("b.opf", bytes),
            ("c.xhtml", b"Un"),
        ],
    ];
    for parts in documents {
        let files = parts
            .iter()
            .map(|(path, content)| (path.to_string(), content.to_vec()));
        import("a", pack_files(files).expect("a zip"));
    }
}

/// A file is read or refused; what is read can be reviewed, and makes an index and a folder that is read back alike.
fn import(path: &str, bytes: Vec<u8>) {
    let import = read(vec![InputFile {
        path: path.into(),
        bytes,
    }]);
    for passages in [Passages::Paragraphs, Passages::Sentences, Passages::Lines] {
        let settings = Settings {
            passages,
            ..Settings::default()
        };
        let review = import.review(&settings);
        for problem in &review.problems {
            assert!(!problem.to_string().is_empty(), "a problem has a message");
        }
        let Ok(corpus) = corpus(&import, &settings) else {
            continue;
        };
        assert_eq!(
            corpus.documents.len(),
            review.drafts.len(),
            "every draft is a document"
        );
        frise_corpus::compile_corpus(&corpus).expect("a corpus that is read can be compiled");
        let parsed = frise_corpus::parse(&frise_corpus::folder(&corpus));
        assert_eq!(
            parsed.expect("a folder without mistakes").corpus,
            corpus,
            "a folder is the corpus"
        );
    }
}
