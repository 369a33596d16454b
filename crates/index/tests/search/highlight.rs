//! What is marked as a hit, what is shown of a passage, and in which order.

use crate::combined::any_query;
use crate::letters::{fold, split};
use crate::twin::TwinQuery;
use crate::{BOTH, Both};
use frise_corpus::mention::mentions;
use frise_date::Edtf;
use frise_index::model::RunKind;
use frise_index::query::{Node, parse};
use frise_index::search::{Filters, HighlightedRun, Plan, Sort};
use frise_text::Language;
use proptest::prelude::*;

fn text(run: &HighlightedRun) -> String {
    run.segments
        .iter()
        .map(|segment| segment.text.as_str())
        .collect()
}

fn is_marked(run: &HighlightedRun) -> bool {
    run.segments.iter().any(|segment| segment.reason.is_some())
}

/// The words of all segments that are marked.
fn marked_words(runs: &[HighlightedRun]) -> Vec<String> {
    let segments = runs.iter().flat_map(|run| &run.segments);
    segments
        .filter(|segment| segment.reason.is_some())
        .flat_map(|segment| split(&segment.text))
        .collect()
}

/// The words and phrases of a query that count for it: those that are not excluded, or excluded from
/// what is excluded.
fn positive(node: &Node, counts: bool) -> Vec<Node> {
    match node {
        Node::Word(_) | Node::Phrase(_) if counts => vec![node.clone()],
        Node::All(parts) | Node::Any(parts) => parts
            .iter()
            .flat_map(|part| positive(part, counts))
            .collect(),
        Node::Not(inner) => positive(inner, !counts),
        Node::Everything | Node::Field(..) | Node::Word(_) | Node::Phrase(_) => Vec::new(),
    }
}

/// Marking changes no letter of any passage.
fn check_letters(passage: u32, plan: &Plan) {
    let index = BOTH.searcher.index();
    for (marked, run) in BOTH
        .searcher
        .highlight(passage, plan, &[])
        .iter()
        .zip(index.runs_of(passage))
    {
        let expected: String = index.pieces(run).map(|piece| piece.text).collect();
        assert_eq!(text(marked), expected);
        assert!(
            marked
                .segments
                .iter()
                .all(|segment| !segment.text.is_empty())
        );
    }
}

#[test]
fn exactly_the_words_that_match_are_marked() {
    let Both { searcher, twin } = &*BOTH;
    let words = twin
        .forms
        .iter()
        .filter(|form| !form.text.ends_with(['\'', '’']))
        .map(|form| form.text.clone());
    let phrases = [
        "\"communauté de destin\"",
        "\"de la\"",
        "\"règles internationales\"",
        "=\"La Chine\"",
        "plates-formes",
        "sécur*",
        "hégémonisme~2",
    ];
    let mut marked = 0;
    for query in words.step_by(3).chain(phrases.map(str::to_string)) {
        let read = parse(&query);
        let plan = searcher.plan(&read);
        let sought: TwinQuery = twin.sought(&read.root);
        for (place, passage) in (0..).zip(&twin.passages) {
            let mut places: Vec<usize> = sought.hits(passage).concat();
            places.sort_unstable();
            places.dedup();
            let word = |place: &usize| {
                twin.forms[passage.words[*place].expect("a word")]
                    .text
                    .clone()
            };
            let expected: Vec<String> = places.iter().map(word).collect();
            let found = marked_words(&searcher.highlight(place, &plan, &[]));
            assert_eq!(
                found,
                expected,
                "{query} in {}",
                searcher.index().passage_id(place)
            );
            marked += found.len();
        }
    }
    assert!(marked > 1000, "only {marked} words were marked");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn what_is_found_shows_why(query in any_query(), words in prop::sample::select(vec![5u32, 20, 60, 10_000])) {
        let Both { searcher, twin } = &*BOTH;
        let read = parse(&query);
        let answer = searcher.search(&read, &Filters::default(), Sort::Relevance);
        let positive: Vec<TwinQuery> = positive(&read.root, true).iter().map(|node| twin.sought(node)).collect();
        for found in &answer.passages {
            let passage = found.passage;
            let id = searcher.index().passage_id(passage);
            check_letters(passage, &answer.plan);
            let runs = searcher.highlight(passage, &answer.plan, &[]);
            let hits: Vec<usize> = positive.iter().flat_map(|sought| sought.hits(&twin.passages[passage as usize])).flatten().collect();
            prop_assert_eq!(runs.iter().any(is_marked), !hits.is_empty(), "{}", id);
            // A score says that a word was found.
            prop_assert_eq!(found.score > 0.0, !hits.is_empty(), "{}", id);

            let snippet = searcher.snippet(passage, &answer.plan, &[], words);
            let shown: String = snippet.iter().map(text).collect();
            let cut = shown.strip_prefix("… ").unwrap_or(&shown);
            let cut = cut.strip_suffix(" …").unwrap_or(cut);
            let paragraph = searcher.index().text_of(passage);
            prop_assert!(paragraph.contains(cut), "{} of {}", cut, id);
            let count = split(cut).len();
            let all = split(&paragraph).len();
            prop_assert_eq!(count, all.min(words as usize), "words of {} shown of {}", count, id);
            prop_assert_eq!(count == all, shown == paragraph, "{}", id);
            let in_paragraph = runs.iter().any(|run| matches!(run.kind, RunKind::Span(_)) && is_marked(run));
            prop_assert_eq!(snippet.iter().any(is_marked), in_paragraph, "snippet of {}: {}", id, shown);
        }
    }
}

/// Whatever is asked, the stretches that tell dates are those that the run's text speaks of.
#[test]
fn dates_that_are_spoken_of_stand_beside_hits() {
    let Both { searcher, .. } = &*BOTH;
    let index = searcher.index();
    let mut marked = 0;
    for query in ["", "2015", "\"décembre 2015\"", "depuis|dès", "l’horizon"] {
        let plan = searcher.plan(&parse(query));
        for passage in 0..index.passages() {
            check_letters(passage, &plan);
            let date = &index.documents()[index.document_of(passage)].metadata.date;
            for run in searcher.highlight(passage, &plan, &[]) {
                let whole = text(&run);
                let expected: Vec<(&str, Edtf)> = mentions(&whole, Language::French, date.as_ref())
                    .iter()
                    .map(|mention| (&whole[mention.start..mention.end], mention.date))
                    .collect();
                let stretches = run.segments.chunk_by(|a, b| a.mentioned == b.mentioned);
                let highlighted = stretches.filter_map(|stretch| {
                    let text: String = stretch.iter().map(|part| part.text.as_str()).collect();
                    stretch[0].mentioned.map(|date| (text, date))
                });
                let highlighted: Vec<(String, Edtf)> = highlighted.collect();
                let highlighted: Vec<(&str, Edtf)> = highlighted
                    .iter()
                    .map(|(text, date)| (text.as_str(), *date))
                    .collect();
                assert_eq!(
                    highlighted,
                    expected,
                    "{query} in {}",
                    index.passage_id(passage)
                );
                marked += highlighted.len();
            }
        }
    }
    assert!(marked > 50, "only {marked} mentions were marked");
}

#[test]
fn evidence_of_a_theme_is_marked_beside_the_hits() {
    let Both { searcher, twin } = &*BOTH;
    let plan = searcher.plan(&parse(""));
    for (place, theme) in (0..).zip(&searcher.index().about().themes) {
        for passage in &twin.themes[place as usize] {
            let runs = searcher.highlight(*passage, &plan, &[place]);
            assert!(
                runs.iter().any(is_marked),
                "{} in {}",
                theme.id,
                searcher.index().passage_id(*passage)
            );
        }
    }
}

#[test]
fn orders() {
    let Both { searcher, .. } = &*BOTH;
    let query = parse("cyberespace | coopération");
    let list = |sort: Sort| searcher.search(&query, &Filters::default(), sort).passages;
    let oldest = list(Sort::Oldest);
    assert!(oldest.len() > 20);
    assert!(
        oldest
            .windows(2)
            .all(|pair| pair[0].passage < pair[1].passage)
    );
    let document =
        |found: &frise_index::search::ScoredPassage| searcher.index().document_of(found.passage);
    let newest = list(Sort::Newest);
    assert!(newest.windows(2).all(|pair| {
        let (a, b) = (document(&pair[0]), document(&pair[1]));
        a > b || a == b && pair[0].passage < pair[1].passage
    }));
    // Passages that have a word as it is written come first.
    let written = searcher.search(
        &parse("\"cyberespace\" | \"coopération\""),
        &Filters::default(),
        Sort::Oldest,
    );
    let is_written = |found: &frise_index::search::ScoredPassage| {
        let passage = found.passage;
        written
            .passages
            .iter()
            .any(|found| found.passage == passage)
    };
    let best = list(Sort::Relevance);
    assert!(best.windows(2).all(|pair| {
        let (a, b) = (&pair[0], &pair[1]);
        let key = |found| (!is_written(found), -found.score, found.passage);
        key(a) < key(b)
    }));
    assert_eq!((newest.len(), best.len()), (oldest.len(), oldest.len()));
    let unasked = searcher
        .search(&parse(""), &Filters::default(), Sort::Relevance)
        .passages;
    assert!(
        unasked
            .iter()
            .map(|found| found.passage)
            .eq(0..searcher.index().passages()),
        "reading order"
    );
}

#[test]
fn what_a_reader_types_is_folded_as_the_twin_folds() {
    // The twin's own folding is the measure of all the tests here.
    assert_eq!(fold("L’Œuvre d'ÉTAT"), "l'oeuvre d'etat");
    assert_eq!(
        split("aujourd’hui, l'e-commerce."),
        ["aujourd’hui", "l'", "e", "commerce"]
    );
}
