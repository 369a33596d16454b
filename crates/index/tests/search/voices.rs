//! Voices that count, on any corpus, against a scan of its texts run by run, and on the embedded one by numbers counted by hand.

mod scan;

use self::scan::{QueryTree, slow};
use crate::BOTH;
use frise_date::Edtf;
use frise_index::concordance::{counts, lines};
use frise_index::model::{
    Basis, Bilingual, Corpus, Document, Kind, Metadata, Passage, Run, RunKind, Speaker, Theme,
    Voice,
};
use frise_index::query::parse;
use frise_index::search::{Filters, PassageSet, Scope, Searcher, Sort};
use frise_index::timeline::{Axis, BinTotals, Bins, Counted, QueryCounts, Unit};
use frise_index::{Index, write};
use frise_text::Stemmer;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use std::collections::BTreeSet;

const WORDS: [&str; 4] = ["paix", "guerre", "monde", "dragon"];

fn both(text: &str) -> Bilingual {
    Bilingual {
        fr: text.to_string(),
        en: text.to_string(),
    }
}

fn any_query_tree() -> impl Strategy<Value = QueryTree> {
    let word = || 0..WORDS.len();
    let leaf = prop_oneof![
        3 => word().prop_map(QueryTree::Word),
        2 => (word(), word()).prop_map(|(a, b)| QueryTree::Phrase(a, b)),
        // A word near itself is another question, which the tests of phrases ask.
        2 => (word(), 1..WORDS.len(), 1u32..5)
            .prop_map(|(a, step, most)| QueryTree::Near(a, (a + step) % WORDS.len(), most)),
    ];
    leaf.prop_recursive(2, 6, 3, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 2..4).prop_map(QueryTree::All),
            prop::collection::vec(inner.clone(), 2..4).prop_map(QueryTree::Any),
            inner.prop_map(|part| QueryTree::Not(Box::new(part))),
        ]
    })
}

fn any_run() -> impl Strategy<Value = Run> {
    let kind = prop_oneof![
        1 => Just(RunKind::Heading(2)),
        6 => select(Voice::ALL.to_vec()).prop_map(RunKind::Span),
    ];
    let words = prop::collection::vec(select(WORDS.to_vec()), 0..4);
    (kind, prop::option::of(0usize..3), words).prop_map(|(kind, speaker, words)| Run {
        kind,
        speaker: speaker.filter(|_| matches!(kind, RunKind::Span(_))),
        date: None,
        text: words.join(" ") + ", ",
    })
}

/// A corpus of few words in which all voices alternate. Headings come first.
fn any_corpus() -> impl Strategy<Value = Corpus> {
    let passage = prop::collection::vec(any_run(), 1..6).prop_map(|mut runs| {
        runs.sort_by_key(|run| matches!(run.kind, RunKind::Span(_)));
        Passage { runs }
    });
    let documents = prop::collection::vec(prop::collection::vec(passage, 1..4), 1..4);
    documents.prop_map(|documents| {
        let document = |(place, passages): (usize, Vec<Passage>)| Document {
            metadata: Metadata {
                id: format!("d{place}"),
                title: both("D"),
                title_basis: Basis::Stated,
                short: both("D"),
                creator: String::new(),
                date: Edtf::parse(&format!("20{:02}", 10 + place)).ok(),
                date_stated: None,
                date_basis: Basis::Stated,
                date_note: both(""),
                kind: 0,
                language: "fr".into(),
                source: String::new(),
                publisher: String::new(),
                rights: String::new(),
                subjects: Vec::new(),
                speakers: Vec::new(),
                furniture: Vec::new(),
            },
            passages,
        };
        let speaker = |id: &str| Speaker {
            id: id.into(),
            name: both(id),
            is_body: false,
            roles: Vec::new(),
        };
        Corpus {
            id: "any".into(),
            title: both("Any"),
            kinds: vec![Kind {
                id: "k".into(),
                label: both("K"),
            }],
            speakers: ["ada", "bob", "eve"].map(speaker).to_vec(),
            themes: vec![Theme {
                id: "t".into(),
                label: both("T"),
                definition: both("t"),
                query: String::new(),
            }],
            documents: documents.into_iter().enumerate().map(document).collect(),
            ..Corpus::default()
        }
    })
}

fn any_filters() -> impl Strategy<Value = Filters> {
    (
        subsequence(Voice::ALL.to_vec(), 0..4),
        subsequence(vec![0u32, 1, 2], 0..3),
        prop::bool::weighted(0.3),
        prop::option::of(0u32..1),
    )
        .prop_map(|(voices, speakers, has_theme, document)| Filters {
            voices,
            speakers,
            themes: Vec::from_iter(has_theme.then_some(0)),
            documents: Vec::from_iter(document),
            ..Filters::default()
        })
}

fn index_of(corpus: &Corpus) -> Searcher {
    let bytes = write(corpus, |_, _, _, _| Vec::new()).expect("an index");
    Searcher::new(Index::open(bytes).expect("it opens"), Stemmer::ALL)
}

/// A corpus, a query, the query of its theme, and filters.
fn any_question() -> impl Strategy<Value = (Corpus, QueryTree, QueryTree, Filters)> {
    (
        any_corpus(),
        any_query_tree(),
        any_query_tree(),
        any_filters(),
    )
        .prop_map(|(mut corpus, asked, theme, filters)| {
            corpus.themes[0].query = theme.text();
            (corpus, asked, theme, filters)
        })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_500))]

    #[test]
    fn a_voice_has_the_words_of_its_runs((corpus, asked, theme, filters) in any_question()) {
        let searcher = index_of(&corpus);
        let query = parse(&asked.text());
        let answer = searcher.search(&query, &filters, Sort::Oldest);
        let expected = slow(&corpus, &asked, &theme, &filters);
        let passages: BTreeSet<u32> = answer.passages.iter().map(|found| found.passage).collect();
        prop_assert_eq!(&passages, &expected.passages, "passages");
        // The concordance, and its counts.
        let lines = lines(&searcher, &answer, &filters);
        let hits: BTreeSet<(u32, u32)> = lines.iter().map(|line| (line.hit.start, line.hit.end)).collect();
        prop_assert_eq!(hits.len(), lines.len());
        prop_assert_eq!(&hits, &expected.hits, "hits");
        let counted = counts(&searcher, &lines, &filters);
        prop_assert_eq!(counted.iter().map(|count| count.hits).sum::<usize>(), expected.hits.len());
        prop_assert_eq!(counted.iter().map(|count| count.words).sum::<usize>(), expected.words, "words");
        // Words over time.
        let axis = Axis::of(&searcher).expect("dates");
        let sought = QueryCounts::of(&searcher, &query, &filters);
        let bins = Bins::of(&axis, Unit::Year, searcher.index(), true);
        let points = BinTotals::of(&searcher, &filters, &bins).points(&sought);
        let sum = |of: fn(&frise_index::timeline::Point) -> u32| points.iter().map(of).sum::<u32>() as usize;
        prop_assert_eq!(sum(|point| point.words), expected.words);
        prop_assert_eq!(sum(|point| point.passages), expected.passages.len());
        prop_assert_eq!(sum(|point| point.hits), match sought.counted {
            Counted::Occurrences => expected.hits.len(),
            Counted::Passages => expected.passages.len(),
        });
        // Facets count what a choice in the place of their own filter would find.
        let with = |choose: &dyn Fn(&mut Filters)| {
            let mut chosen = filters.clone();
            choose(&mut chosen);
            slow(&corpus, &asked, &theme, &chosen).passages.len() as u32
        };
        let voices = Voice::ALL.map(|voice| with(&|filters| filters.voices = vec![voice]));
        prop_assert_eq!(&answer.facets.voices, &voices.to_vec(), "voices");
        if filters.voices.is_empty() && (answer.plan.has_words() || !filters.themes.is_empty()) {
            let of_voice = |voice| slow(&corpus, &asked, &theme, &Filters { voices: vec![voice], ..filters.clone() });
            let in_voices: BTreeSet<u32> = Voice::ALL.into_iter().flat_map(|voice| of_voice(voice).passages).collect();
            prop_assert_eq!(answer.facets.passages_of_voices() as usize, in_voices.len());
            let beyond = in_voices.difference(&passages).count() as u32;
            let in_none = passages.difference(&in_voices).count() as u32;
            prop_assert_eq!(answer.facets.voices_beside_passages(), (beyond, in_none), "beside");
        }
        let speakers = [0, 1, 2].map(|speaker| with(&|filters| filters.speakers = vec![speaker]));
        prop_assert_eq!(&answer.facets.speakers, &speakers.to_vec(), "speakers");
        prop_assert_eq!(&answer.facets.themes, &vec![with(&|filters| filters.themes = vec![0])], "themes");
        // What is lit stands in these voices, and every score is of words there.
        let scope = Scope::of(&filters);
        for found in &answer.passages {
            let runs = searcher.highlight(found.passage, &answer.plan, &[]);
            let lit = |runs: &[frise_index::search::HighlightedRun]| {
                let indexed = searcher.index().runs_of(found.passage);
                let runs = runs.iter().zip(indexed);
                let mut lit = runs.filter(|(run, _)| run.segments.iter().any(|segment| segment.reason.is_some()));
                lit.all(|(_, run)| scope.has_run(run))
            };
            prop_assert!(lit(&runs), "lit");
            let explanation = searcher.explain(found.passage, &answer.plan);
            prop_assert!((explanation.score - found.score).abs() < 1e-4, "{} for {}", explanation.score, found.score);
            let has_hit = expected.hits.iter().any(|hit| searcher.index().passage_at(hit.0) == found.passage);
            prop_assert_eq!(has_hit, found.score > 0.0);
        }
    }

    /// An index of the runs of some voices finds what the filter finds, and has as many words.
    #[test]
    fn a_limited_index_is_a_filter((corpus, asked, _, filters) in any_question()) {
        let searcher = index_of(&corpus);
        let filters = Filters { themes: Vec::new(), ..filters };
        prop_assume!(!filters.voices.is_empty());
        let scope = Scope::of(&filters);
        let limited = searcher.index().limited(|run| scope.has_run(run));
        prop_assert_eq!(limited.version(), searcher.index().version());
        let expected = slow(&corpus, &asked, &asked, &Filters { documents: Vec::new(), ..filters.clone() });
        prop_assert_eq!(limited.words(), expected.words);
        let words = (0..limited.passages()).map(|passage| limited.words_of(passage)).collect::<Vec<u32>>();
        let of_scope = (0..limited.passages()).map(|passage| scope.words_of(searcher.index(), passage));
        prop_assert_eq!(&words, &of_scope.collect::<Vec<u32>>());
        let occurrences = (0..limited.ranks() as u32).map(|form| limited.occurrences(form)).sum::<u32>();
        prop_assert_eq!(occurrences as usize, expected.words);
        // A window may reach over the words of another voice there: only words and phrases are compared.
        let is_near = |leaf: &&QueryTree| matches!(leaf, QueryTree::Near(..));
        let leaves = [asked.leaves(true), asked.leaves(false)].concat();
        if !leaves.iter().any(is_near) {
            let heard = searcher.passing(&Filters { documents: Vec::new(), ..filters });
            let within = Searcher::new(limited, Stemmer::ALL);
            let mut found: PassageSet = within.search(&parse(&asked.text()), &Filters::default(), Sort::Oldest).matched;
            found.intersect(&heard);
            prop_assert_eq!(found.iter().collect::<BTreeSet<u32>>(), expected.passages);
        }
    }
}

/// Counted by hand in the five texts, quotation by quotation.
#[test]
fn the_words_of_each_voice_in_the_five_texts() {
    let searcher = &BOTH.searcher;
    let find = |query: &str, voices: &[Voice]| {
        let filters = Filters {
            voices: voices.to_vec(),
            ..Filters::default()
        };
        let answer = searcher.search(&parse(query), &filters, Sort::Oldest);
        let lines = lines(searcher, &answer, &filters);
        let hits: Vec<usize> = counts(searcher, &lines, &filters)
            .into_iter()
            .filter(|count| count.hits > 0)
            .flat_map(|count| [count.document, count.hits])
            .collect();
        (hits, answer.passages.len())
    };
    // By rising date: the white paper, the report of 2016, the strategy, the reports of 2020 and 2021.
    let cooperation = "=coopération";
    assert_eq!(find(cooperation, &[Voice::Official]).0, [0, 11, 2, 51]);
    // Each report quotes the word once, and the strategy quotes the speech of 2015: « approfondir la coopération ».
    assert_eq!(
        find(cooperation, &[Voice::Direct]),
        (vec![1, 1, 2, 1, 3, 1, 4, 1], 4)
    );
    assert_eq!(find(cooperation, &[Voice::Reported]), (vec![1, 2, 4, 1], 3));
    assert_eq!(find(cooperation, &[Voice::Narration]), (Vec::new(), 0));
    // Without a filter, headings count too: two of the strategy.
    assert_eq!(find(cooperation, &[]).0, [0, 11, 1, 3, 2, 54, 3, 1, 4, 2]);

    let security = "=sécurité";
    assert_eq!(find(security, &[Voice::Official]).0, [0, 8, 2, 32]);
    assert_eq!(find(security, &[Voice::Direct]).0, [1, 2, 3, 1, 4, 1]);
    assert_eq!(find(security, &[Voice::Reported]).0, [1, 1, 3, 6, 4, 2]);
    assert_eq!(find(security, &[Voice::Narration]), (vec![4, 1], 1));
    assert_eq!(find(security, &[]).0, [0, 8, 1, 3, 2, 33, 3, 7, 4, 4]);
    // All that is between the quotation marks of the reports, and the quotation of the strategy.
    let quoted = Filters {
        voices: vec![Voice::Direct],
        ..Filters::default()
    };
    let words = counts(searcher, &[], &quoted);
    let words: Vec<usize> = words.iter().map(|count| count.words).collect();
    assert_eq!(words, [185, 53, 94, 259]);
    // What speakers say, and no longer the narration around it.
    let spoken = [Voice::Direct, Voice::Reported];
    assert_eq!(find(security, &spoken).0, [1, 3, 3, 7, 4, 3]);
}
