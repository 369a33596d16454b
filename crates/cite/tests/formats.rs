//! BibTeX, RIS and CSL-JSON of whatever a corpus may contain.

mod common;

use common::{corpus, document, reference, setting};
use frise_cite::bibtex::{Dialect, bibtex};
use frise_cite::csl_json::{Processor, csl_json};
use frise_cite::ris::ris;
use frise_cite::{Choice, Genre, Reference, Style};
use frise_date::Tongue;
use frise_index::Index;
use proptest::prelude::*;

fn parsed(text: &str) -> serde_json::Value {
    serde_json::from_str(text).expect("JSON")
}

#[test]
fn csl_dates_are_parts() {
    for (date, expected) in [
        ("2016-05-24", r#"{"date-parts":[[2016,5,24]]}"#),
        ("2010-06~", r#"{"circa":true,"date-parts":[[2010,6]]}"#),
        ("199X", r#"{"date-parts":[[1990],[1999]]}"#),
        ("-0043", r#"{"date-parts":[[-44]]}"#),
        ("0000", r#"{"date-parts":[[-1]]}"#),
        ("2017-03/..", r#"{"date-parts":[[2017,3]]}"#),
        ("../2016", r#"{"date-parts":[[2016]]}"#),
        ("2010-24", r#"{"date-parts":[[2010,12],[2011,2]]}"#),
    ] {
        let reference = reference(document("d", "", "T", date), Tongue::French);
        let items = parsed(&csl_json(&[reference], Processor::Any));
        assert_eq!(items[0]["issued"].to_string(), expected, "{date}");
    }
}

#[test]
fn biblatex_dates_have_both_ends_in_full() {
    for (date, expected) in [
        ("2016-05-24/2016-05-26", "date = {2016-05-24/2016-05-26}"),
        ("2010-06~", "date = {2010-06~}"),
        ("199X", "date = {1990/1999}"),
        ("199X?", "date = {1990?/1999?}"),
        ("-0043", "date = {-0043}"),
        ("2010-24", "date = {2010-12/2011-02}"),
        ("../2016", "date = {2016}"),
    ] {
        let reference = reference(document("d", "", "T", date), Tongue::French);
        let file = bibtex(&[reference], Dialect::BibLatex);
        assert!(file.contains(expected), "{date}: {file}");
    }
    let month = reference(document("d", "", "T", "2016-05-24"), Tongue::French);
    let file = bibtex(&[month], Dialect::BibTex);
    assert!(file.contains("year = {2016},\n  month = may,"), "{file}");
}

#[test]
fn a_speech_is_a_document_for_the_style_that_prints_no_date_of_speeches() {
    let speech = reference(document("d", "", "T", "2016"), Tongue::French);
    assert_eq!(speech.genre, Genre::Speech);
    let kind =
        |processor| parsed(&csl_json(std::slice::from_ref(&speech), processor))[0]["type"].clone();
    assert_eq!(kind(Processor::Any), "speech");
    assert_eq!(kind(Processor::Mla), "document");
}

#[test]
fn a_run_of_passages_has_one_reference() {
    let bytes = frise_corpus::write(&corpus(vec![document("d", "", "T", "2016")])).expect("bytes");
    let index = Index::open(bytes).expect("an index");
    let of = |choice| Reference::of(&index, &choice, &setting(Tongue::French));
    let run = of(Choice::Passages(0..9)).expect("passages");
    assert_eq!(run.passages, Some((1, 2)));
    assert_eq!(
        run.link.as_deref(),
        Some(format!("https://example.org/frise/#{}", index.link_id(0..2)).as_str())
    );
    assert_eq!(run.key(), "d-p1-2");
    assert!(of(Choice::Passages(2..3)).is_none());
    assert!(of(Choice::Passages(1..1)).is_none());
    assert!(of(Choice::Document(1)).is_none());
}

#[test]
fn ten_thousand_references_are_written_with_distinct_keys() {
    let one = reference(document("d", "", "T", "2016"), Tongue::French);
    let all = vec![one; 10_000];
    let file = bibtex(&all, Dialect::BibLatex);
    assert!(file.contains("@misc{d-p2-10000,"));
    assert_eq!(ris(&all).matches("ER  - \r\n").count(), 10_000);
    let items = parsed(&csl_json(&all, Processor::Any));
    assert_eq!(items.as_array().map(Vec::len), Some(10_000));
}

/// Text with what formats treat apart.
fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![
        "\\PC{0,20}",
        "([{}\\\\\"'&%$#_~^,;<>=@\r\n\u{2028}\u{feff} «»“”:!?-]|and|[a-zA-Z]|TY  - |ER  - ){0,24}",
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_text_gives_whole_files(creator in any_text(), title in any_text(), publisher in any_text()) {
        let mut odd = document("d", &creator, &title, "2016~");
        odd.metadata.publisher = publisher;
        for language in [Tongue::French, Tongue::English] {
            let reference = reference(odd.clone(), language);
            for style in Style::ALL {
                let text = style.entry(&reference);
                prop_assert!(!text.to_plain_text().contains(['\n', '\r']));
                text.to_html();
                text.to_markdown();
                style.citation(&reference);
            }
            let references = [reference];
            let items = parsed(&csl_json(&references, Processor::Any));
            prop_assert_eq!(items.as_array().map(Vec::len), Some(1));
            for line in ris(&references).lines().filter(|line| !line.is_empty()) {
                let tag = line.get(..6).unwrap_or("");
                prop_assert!(tag.ends_with("  - "), "{}", line);
            }
            for dialect in [Dialect::BibTex, Dialect::BibLatex] {
                let file = bibtex(&references, dialect);
                let depth = |sign| file.matches(sign).count();
                prop_assert_eq!(depth('{'), depth('}'), "{}", file);
            }
        }
    }
}
