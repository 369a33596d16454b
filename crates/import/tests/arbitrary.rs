//! Whatever bytes come, nothing panics, and what is read can be written and compiled.

use frise_import::*;
use proptest::prelude::*;

/// Pieces that readers know, in any order.
const PIECES: [&str; 56] = [
    "<TEI>",
    "</TEI>",
    "<teiHeader>",
    "</teiHeader>",
    "<u who='#a'>",
    "</u>",
    "<p>",
    "</p>",
    "<l>",
    "<lb/>",
    "<said who='b'>",
    "</said>",
    "<head>",
    "</head>",
    "<date when='2019'/>",
    "&eacute;",
    "&x;",
    "<!DOCTYPE a [<!ENTITY x 'y'>]>",
    "<html>",
    "<body>",
    "<h1>",
    "<article>",
    "<div class=\"article\">",
    "<td>",
    "<b>HD</b>",
    "articleParagraph",
    "DocHeader",
    "<script>",
    "sep=;",
    "date;texte",
    "date,text\n",
    "\"",
    ";",
    ",",
    "\t",
    "\n",
    "\r",
    "\n\n",
    "{\"text\": \"a\"}",
    "[{\"text\":",
    "]}",
    "---",
    "+++",
    "title: a",
    "# ",
    "**** *date_2019 ",
    "05/06/2016",
    "2019-05?",
    "5 mai 2019",
    "-",
    "M. Un. Deux !",
    "Est-\nce",
    "é",
    "\u{A0}",
    "\u{0}",
    "x",
];

const NAMES: [&str; 9] = [
    "a",
    "a.txt",
    "a.md",
    "a.csv",
    "a.jsonl",
    "a.json",
    "a.xml",
    "a.html",
    "2019-05-12/a.zip",
];

fn try_all(bytes: &[u8]) {
    for name in NAMES {
        let file = InputFile {
            path: name.into(),
            bytes: bytes.to_vec(),
        };
        let import = read(vec![file]);
        for passages in [Passages::Paragraphs, Passages::Sentences, Passages::Lines] {
            let settings = Settings {
                passages,
                ..Settings::default()
            };
            let review = import.review(&settings);
            for problem in &review.problems {
                assert!(!problem.to_string().is_empty());
            }
            if let Ok(corpus) = corpus(&import, &settings) {
                assert_eq!(corpus.documents.len(), review.drafts.len());
                frise_corpus::compile_corpus(&corpus)
                    .expect("a corpus that is read can be compiled");
                let files = frise_corpus::folder(&corpus);
                let parsed =
                    frise_corpus::parse(&files).unwrap_or_else(|problems| panic!("{problems:?}"));
                assert_eq!(parsed.corpus, corpus);
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn arbitrary_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        try_all(&bytes);
    }

    #[test]
    fn arbitrary_text_is_read_or_refused(text in "\\PC{0,80}(\n\\PC{0,40}){0,4}") {
        try_all(text.as_bytes());
    }

    #[test]
    fn pieces_of_formats_are_read_or_refused(pieces in proptest::collection::vec(proptest::sample::select(&PIECES[..]), 0..30)) {
        try_all(pieces.concat().as_bytes());
    }

    #[test]
    fn damaged_archives_are_read_or_refused(place in 0_usize..600, byte in any::<u8>(), cut in 0_usize..600) {
        let parts = [("mimetype", "application/epub+zip"), ("META-INF/container.xml", "<a><rootfile full-path='b'/></a>"), ("b", "<c><item id='d' href='e'/><itemref idref='d'/></c>"), ("e", "<p>Un</p>")];
        let files = parts.map(|(path, content)| (path.to_string(), content.as_bytes().to_vec()));
        let mut bytes = pack_files(files).expect("a zip");
        let length = bytes.len();
        bytes[place % length] = byte;
        bytes.truncate(length - cut % 40);
        read(vec![InputFile { path: "a.epub".into(), bytes }]);
    }

    #[test]
    fn dates_are_read_or_not(text in "\\PC{0,30}", digits in "[0-9/. -]{0,14}") {
        for order in [DayMonth::DayFirst, DayMonth::MonthFirst] {
            for language in [frise_text::Language::French, frise_text::Language::English, frise_text::Language::Other] {
                read_date(&text, order, language);
                read_date(&digits, order, language);
                read_date(&format!("{text}{digits}"), order, language);
            }
        }
    }
}
