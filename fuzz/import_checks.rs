//! What the import promises of any bytes. The fuzz targets call these functions, and so do the tests of the crate, with the
//! inputs that are kept. Each panics where a promise is broken.

use frise_import::{InputFile, Passages, Settings, corpus, join, pack_files, part, read};
use frise_index::model::Corpus;
use frise_index::search::Searcher;
use frise_index::{Part, join_parts};

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
        let compiled = frise_corpus::compile_corpus(&corpus);
        let compiled = compiled.expect("a corpus that is read can be compiled");
        if let Ok((alone, note)) = part(&import, &settings) {
            let joined = joined(alone, &note, &settings);
            assert!(
                joined == compiled.into_bytes(),
                "what one part makes is the index of the file"
            );
        }
        let parsed = frise_corpus::parse(&frise_corpus::folder(&corpus));
        assert_eq!(
            parsed.expect("a folder without mistakes").corpus,
            corpus,
            "a folder is the corpus"
        );
    }
}

/// The index of one part.
fn joined(corpus: Corpus, note: &str, settings: &Settings) -> Vec<u8> {
    let bytes = frise_corpus::write_part(corpus, note).expect("a part");
    let parts = [Part::read("a.part", &bytes).expect("a part")];
    let whole = join(&parts, settings).expect("one part fits itself");
    let index = join_parts(whole.corpus, whole.language, &parts).expect("an index");
    let mut searcher = Searcher::open_untrusted(index).expect("an index");
    searcher.record_themes().expect("an index");
    searcher.into_bytes()
}
