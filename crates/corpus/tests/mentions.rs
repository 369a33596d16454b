//! Every date that the five texts speak of, by hand, and nothing else.

mod common;

use frise_corpus::mention::mentions;
use frise_text::Language;

/// The document, what stands there, and what it means.
const BY_HAND: &[(&str, &str, &str)] = &[
    ("livre-blanc-2010", "2009", "2009"),
    ("livre-blanc-2010", "Depuis 2006", "2006/.."),
    ("livre-blanc-2010", "Depuis 2007", "2007/.."),
    ("livre-blanc-2010", "dès 2000", "2000/.."),
    ("cyber-2016", "mardi", "2016-05-24"),
    ("cyber-2016", "2013", "2013"),
    ("strategie-2017", "16 décembre 2015", "2015-12-16"),
    ("strategie-2017", "à l’horizon 2030", "2030~"),
    ("strategie-2017", "janvier 2015", "2015-01"),
    ("strategie-2017", "à l’horizon 2030", "2030~"),
    ("strategie-2017", "21e siècle", "20XX"),
    ("securite-numerique-2020", "mardi", "2020-09-08"),
    ("conseil-securite-2021", "mardi", "2021-06-29"),
];

#[test]
fn every_mention_is_found_and_no_other() {
    let corpus = common::corpus();
    let mut found = Vec::new();
    for document in &corpus.documents {
        let metadata = &document.metadata;
        let language = Language::from_tag(&metadata.language);
        for run in document.passages.iter().flat_map(|passage| &passage.runs) {
            for mention in mentions(&run.text, language, metadata.date.as_ref()) {
                let span = run.text[mention.start..mention.end].to_string();
                found.push((metadata.id.clone(), span, mention.date.to_string()));
            }
        }
    }
    let by_hand = BY_HAND.iter().map(|(document, span, date)| {
        let [document, span, date] = [document, span, date].map(|text| text.to_string());
        (document, span, date)
    });
    assert_eq!(found, by_hand.collect::<Vec<_>>());
}
