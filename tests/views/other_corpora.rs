//! The page serves corpora of any shape: small, large, of one date or of many centuries.

use crate::{check_html, page, tags};
use frise_corpus::write;
use frise_date::Edtf;
use frise_index::model::{
    Basis, Bilingual, Corpus, Document, Kind, Metadata, Passage, Run, RunKind, Speaker, Theme,
    Voice,
};
use frise_index::search::Searcher;

/// The same in both languages.
pub fn both(text: &str) -> Bilingual {
    Bilingual {
        fr: text.to_string(),
        en: text.to_string(),
    }
}

/// A document with a title, a date, and its passages; where there is a speaker, each is a quotation.
pub fn document(place: usize, date: &str, passages: &[&str], speaker: Option<usize>) -> Document {
    let kind = RunKind::Span(if speaker.is_some() {
        Voice::Direct
    } else {
        Voice::Narration
    });
    let passage = |text: &&str| Passage {
        runs: vec![Run {
            date: None,
            kind,
            speaker,
            text: text.to_string(),
        }],
    };
    let metadata = Metadata {
        id: format!("document-{place}"),
        title: both(&format!("Titre {place}")),
        title_basis: Basis::Stated,
        short: both(&format!("Court {place}")),
        creator: String::new(),
        date: (!date.is_empty()).then(|| Edtf::parse(date).expect("a date")),
        date_stated: None,
        date_basis: Basis::Stated,
        date_note: Bilingual::default(),
        kind: 0,
        language: "fr".into(),
        source: String::new(),
        publisher: String::new(),
        rights: String::new(),
        subjects: Vec::new(),
        speakers: speaker.into_iter().collect(),
        furniture: Vec::new(),
    };
    Document {
        metadata,
        passages: passages.iter().map(passage).collect(),
    }
}

/// A corpus of documents, put in their order.
pub fn corpus(mut documents: Vec<Document>) -> Corpus {
    documents.sort_by_key(|document| document.metadata.order());
    Corpus {
        id: "essai".into(),
        title: both("Un essai"),
        sentence: both("Une phrase."),
        kinds: vec![Kind {
            id: "lettre".into(),
            label: both("Lettre"),
        }],
        documents,
        ..Corpus::default()
    }
}

/// Corpora with little or nothing to find; in the last one, nobody of its speakers is heard.
pub fn small() -> [Corpus; 4] {
    let several = (0..4)
        .map(|place| document(place, "2001-09-11", &["La paix.", "La guerre."], None))
        .collect();
    let hardly = document(0, "-9999", &["…", "1848 !", "L’été, l’été."], None);
    [
        corpus(Vec::new()),
        corpus(vec![document(0, "1848-02-24", &["La paix."], None)]),
        corpus(several),
        Corpus {
            speakers: vec![speaker("muette", "Une muette")],
            ..corpus(vec![hardly])
        },
    ]
}

/// A person.
pub fn speaker(id: &str, name: &str) -> Speaker {
    Speaker {
        id: id.into(),
        name: both(name),
        is_body: false,
        roles: Vec::new(),
    }
}

/// The corpus renders at several addresses, in pictures and in tables, with its names, and without what
/// only other corpora have.
fn check(corpus: &Corpus, contains: &[&str], lacks: &[&str]) {
    let bytes = write(corpus).expect("an index");
    let open = || Searcher::open(bytes.clone()).expect("the index opens");
    check_html(
        &page(open(), ""),
        "",
        &[&["<h1>Un essai</h1>", "Une phrase."], contains].concat(),
        lacks,
    );
    let mut addresses = vec![
        "?q=paix",
        "?q=dragon",
        "?view=table",
        "?lang=en&sort=-date",
        "?from=1900&to=1800",
        "?from=-9999&to=9999",
        "?embed=1",
    ];
    addresses.extend((!corpus.documents.is_empty()).then_some("?q=paix#document-0.p1"));
    for address in addresses {
        let html = page(open(), address);
        check_html(
            &html,
            address,
            &["class=\"count\""],
            &["NaN", "inf\"", "class=\"notes\""],
        );
    }
}

#[test]
fn one_document_of_one_passage_by_nobody_about_nothing() {
    check(
        &corpus(vec![document(0, "1848-02-24", &["La paix."], None)]),
        &[
            "Titre 0",
            "Court 0",
            "<b>1\u{a0}passage, dans 1\u{a0}document</b>",
            "La paix.",
            "24\u{a0}février 1848",
            "class=\"cells\"",
        ],
        &["Locuteurs", "Thèmes<", "Pour commencer", "class=\"bars\""],
    );
}

#[test]
fn documents_of_one_same_day() {
    let documents = (0..4)
        .map(|place| document(place, "2001-09-11", &["La paix.", "La guerre."], None))
        .collect();
    check(
        &corpus(documents),
        &[
            "Titre 0",
            "Titre 3",
            "8\u{a0}passages, dans 4\u{a0}documents",
            "class=\"cells\"",
        ],
        &["class=\"bars\""],
    );
}

/// Sixty letters by two people over two centuries.
pub fn large() -> Corpus {
    let documents = (0..60)
        .map(|place| {
            document(
                place,
                &format!("{}", 1801 + place * 3),
                &["La paix.", "La guerre."],
                Some(place % 2),
            )
        })
        .collect();
    Corpus {
        speakers: vec![
            speaker("ada", "Ada Lovelace"),
            speaker("muette", "Une muette"),
            speaker("absente", "Une absente"),
        ],
        themes: vec![Theme {
            id: "paix".into(),
            label: both("La concorde"),
            definition: both("d"),
            query: "paix".into(),
        }],
        ..corpus(documents)
    }
}

#[test]
fn sixty_documents_of_two_centuries_become_bars() {
    check(
        &large(),
        &[
            "class=\"bars\"",
            "Au plus haut\u{a0}: 2\u{a0}passages<",
            "Titre 59",
            "Ada Lovelace",
            "Une muette",
            "La concorde",
            "120\u{a0}passages, dans 60\u{a0}documents",
            "1801 à 1978",
        ],
        // She says nothing, and has no lane.
        &["class=\"cells\"", "Une absente"],
    );
    let bytes = write(&large()).expect("an index");
    let html = page(Searcher::open(bytes).expect("the index opens"), "");
    let bars = |class: &str| {
        let paths = tags(&html, "path").into_iter();
        let mut paths = paths.filter(|tag| tag.contains(&format!("class=\"{class}\"")));
        paths.next().map_or(0, |tag| tag.matches('z').count())
    };
    // Years fit, and every third has something to show.
    assert_eq!((bars("ground"), bars("lit")), (60, 60));
}

#[test]
fn dates_in_doubt_and_at_the_ends_of_time() {
    let dates = [
        "-9999",
        "../0800",
        "201X",
        "1850/1870",
        "2006/..",
        "9999-12-31",
    ];
    let documents = (0..)
        .zip(dates)
        .map(|(place, date)| document(place, date, &["La paix."], None))
        .collect();
    check(
        &corpus(documents),
        &["Titre 0", "Titre 5", "entre 1850 et 1870"],
        &[],
    );
    check(
        &corpus(vec![document(0, "2006/..", &["La paix."], None)]),
        &["Titre 0", "depuis 2006"],
        &[],
    );
}

#[test]
fn one_document_of_a_thousand_passages() {
    let check_count = |passages: usize, expected: &str| {
        check(
            &corpus(vec![document(0, "1900", &vec!["La paix."; passages], None)]),
            &["Titre 0", expected],
            &[],
        );
    };
    check_count(400, "400\u{a0}passages");
    check_count(1500, "1\u{202f}500\u{a0}passages");
}

#[test]
fn a_corpus_without_documents() {
    check(
        &corpus(Vec::new()),
        &["0\u{a0}passage"],
        &["class=\"cells\"", "class=\"bars\""],
    );
}

#[test]
fn texts_and_names_are_never_markup() {
    let mut tricky = corpus(vec![document(
        0,
        "2016",
        &["<script>alert(1)</script> & <b>paix</b>"],
        Some(0),
    )]);
    tricky.documents[0].metadata.title = both("<i>Titre</i> \"0\"");
    tricky.documents[0].metadata.short = both("<i>Court</i>");
    tricky.speakers = vec![Speaker {
        id: "ada".into(),
        name: both("<u>Ada</u>"),
        is_body: false,
        roles: Vec::new(),
    }];
    check(
        &tricky,
        &[
            "&lt;script&gt;alert(1)&lt;/script&gt; &amp; &lt;b&gt;paix&lt;/b&gt;",
            "&lt;i&gt;Titre&lt;/i&gt;",
            "&lt;u&gt;Ada&lt;/u&gt;",
        ],
        &["<script", "<b>paix", "<i>", "<u>"],
    );
}

#[test]
fn texts_that_are_written_from_right_to_left() {
    let mut corpus = corpus(vec![
        document(0, "2001", &["السلام (1945) والحرب.", "كلمة"], Some(0)),
        document(1, "2002", &["La paix."], Some(1)),
    ]);
    corpus.speakers = vec![speaker("aicha", "عائشة"), speaker("ada", "Ada")];
    let metadata = &mut corpus.documents[0].metadata;
    metadata.language = "ar".into();
    metadata.title = both("خطاب السلام");
    metadata.short = both("خطاب (1)");
    let html = |address: &str| page(crate::opened(&corpus), address);
    let whole = html("");
    for expected in [
        "<p lang=\"ar\" dir=\"rtl\" class=\"snippet\">",
        "<p lang=\"fr\" dir=\"ltr\" class=\"snippet\">",
        "<bdi>خطاب (1)</bdi>",
        "<bdi>خطاب السلام</bdi>",
        "<span class=\"who\">\u{2068}عائشة\u{2069}</span>",
        "<span class=\"who\">Ada</span>",
        "<span>\u{2068}عائشة\u{2069}</span>",
    ] {
        assert!(whole.contains(expected), "{expected}");
    }
    let reader = html("#document-0.p1");
    for expected in [
        "<div lang=\"ar\" dir=\"rtl\" class=\"text\">",
        "<h2 id=\"lecture-titre\" lang=\"ar\" dir=\"auto\">خطاب السلام</h2>",
        "<b dir=\"auto\">خطاب (1)</b>",
    ] {
        assert!(reader.contains(expected), "{expected}");
    }
    let lines = html("?q=كلمة&view=concordance");
    assert!(
        lines.contains("class=\"pivot\" dir=\"rtl\"")
            || lines.contains("dir=\"rtl\" class=\"pivot\"")
    );
    assert!(html("?view=table&lanes=speakers").contains("\u{2068}عائشة\u{2069}</button>"));
    assert!(html("?view=sentence").contains("\u{2068}عائشة\u{2069} parle dans"));
    let held = html("?doc=document-0");
    assert!(held.contains("aria-label=\"Retirer\u{a0}: \u{2068}خطاب (1)\u{2069}\""));
    assert!(held.contains("«\u{a0}\u{2068}خطاب (1)\u{2069}\u{a0}»"));
}
