//! The twin of an index in shards is the whole one: whatever is asked of random corpora, both answer alike.

use super::super::super::parts::tests::{corpus_of, document};
use super::*;
use crate::concordance::{Key, lines, sorted};
use crate::model::{Corpus, Document, Voice};
use frise_date::Day;
use proptest::sample::{select, subsequence};

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn any_texts_come_back_from_shards(
        texts in proptest::collection::vec("\\PC{0,30}|[ a-zé'’L.,-]{0,300}", 1..40),
        words in "[a-zé]{1,3}( [a-zé]{1,3})?",
    ) {
        let runs: Vec<[(RunKind, &str); 2]> = texts
            .iter()
            .map(|text| [(TEXT, text.as_str()), (SAID, text.as_str())])
            .collect();
        let passages: Vec<&[(RunKind, &str)]> = runs.iter().map(|runs| &runs[..]).collect();
        let plain = whole(written(&corpus(&passages)).expect("an index"));
        let (head, files) = parted(plain.index());
        let (found, _) = settle(head.index(), &files, || shown(&head, &words));
        prop_assert_eq!(found, shown(&plain, &words));
        for passage in 0..head.index().passages() {
            let (text, _) = settle(head.index(), &files, || head.index().text_of(passage));
            prop_assert_eq!(text, plain.index().text_of(passage));
        }
    }
}

/// Queries of all kinds over the words of [`document`].
fn query() -> impl Strategy<Value = String> {
    let known = select(vec![
        "",
        "port",
        "=port",
        "==Ports",
        "état",
        "\"le port\"",
        "\"l’état\" the",
        "\"état port\"~4",
        "\"of the\" | hier",
        "p*",
        "*t",
        "/[a-z]+t/",
        "etat~1",
        "port -état",
        "aujourd’hui",
        "10000",
        "1914",
        "date:1914..2000 le",
        "mentions:1914",
        "-mentions:1914",
        "speaker:ada port",
        "voice:direct",
        "doc:1-1 | kind:bo",
        "theme:t",
        "absent",
    ]);
    let known = known.prop_map(String::from);
    let any = "[a-zé]{1,3}\\*?( [a-zé\"*~-]{1,4})?";
    prop_oneof![8 => known, 1 => any]
}

fn filters() -> impl Strategy<Value = Filters> {
    let days = [
        None,
        None,
        Day::parse("1914-08-01").ok(),
        Day::parse("2001-05-01").ok(),
    ];
    let day = || select(days.to_vec());
    (
        (day(), day(), day(), day(), any::<bool>()),
        subsequence(vec![0, 1, 2, 3], 0..3),
        subsequence(Voice::ALL.to_vec(), 0..2),
        subsequence(vec![0], 0..2),
        subsequence(vec![0, 1, 2, 3], 0..3),
    )
        .prop_map(|(days, speakers, voices, themes, kinds)| Filters {
            from: days.0,
            to: days.1,
            mentioned_from: days.2,
            mentioned_to: days.3,
            undated: days.4,
            speakers,
            voices,
            themes,
            kinds,
            ..Filters::default()
        })
}

/// A corpus of documents with ids of their own, in the order of an index.
fn sorted_corpus(mut documents: Vec<Document>) -> Corpus {
    for (at, document) in documents.iter_mut().enumerate() {
        document.metadata.id = format!("{}-{at}", at % 3);
    }
    documents.sort_by(|a, b| a.metadata.key().cmp(&b.metadata.key()));
    corpus_of(documents)
}

/// All that a page and its tools say of a query under some filters.
pub fn told(searcher: &Searcher, query: &str, filters: &Filters) -> String {
    let index = searcher.index();
    let parsed = parse(query);
    let answer = searcher.search(&parsed, filters, Sort::Newest);
    let lines = lines(searcher, &answer, filters);
    let keys = [Key::Left(1), Key::Right(2), Key::Speaker];
    let lines = sorted(index, lines, &keys, true);
    let contexts = lines.iter().take(5).map(|line| line.context(index, 3));
    let first = answer.passages.iter().take(3);
    let first = first.map(|found| {
        let snippet = searcher.snippet(found.passage, &answer.plan, &filters.themes, 4);
        let explained = searcher.explain(found.passage, &answer.plan);
        format!("{snippet:?} {explained:?}")
    });
    format!(
        "{} {lines:?} {:?} {:?} {:?} {:?} {:?}",
        shown_under(searcher, query, filters),
        contexts.collect::<Vec<_>>(),
        first.collect::<Vec<_>>(),
        searcher.complete(query, 4),
        searcher.relax(&parsed, filters),
        searcher.synonyms(&parsed, filters),
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]
    #[test]
    fn whatever_is_asked_both_answer_alike(
        documents in proptest::collection::vec(document(), 0..12),
        asked in proptest::collection::vec((query(), filters()), 1..5),
        (terms, postings, texts) in (1usize..12, 1usize..200, 1usize..200),
        forms in 0usize..40,
    ) {
        let plain = whole(written(&sorted_corpus(documents)).expect("an index"));
        let index = plain.index();
        let sizes = Sizes { terms, postings, texts, forms };
        let sharded = index.to_shards_of(&sizes).expect("shards");
        let files: HashMap<String, Vec<u8>> = sharded.shards.into_iter().collect();
        let head = Searcher::open_untrusted(sharded.head).expect("a head");
        for (query, filters) in &asked {
            let (found, _) = settle(head.index(), &files, || told(&head, query, filters));
            prop_assert_eq!(found, told(&plain, query, filters), "{} {:?}", query, filters);
        }
        let (joined, _) = settle(head.index(), &files, || head.index().join_shards());
        let joined = joined.expect("all texts are there").expect("an index");
        prop_assert!(joined == index.bytes());
    }
}
