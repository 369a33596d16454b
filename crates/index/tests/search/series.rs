//! Words over time against the concordance and against the twin: hits, passages and words of each bin.

use crate::BOTH;
use crate::twin::Scanned;
use frise_date::Day;
use frise_index::concordance::{counts, lines};
use frise_index::model::Voice;
use frise_index::query::parse;
use frise_index::search::{Filters, Sort};
use frise_index::timeline::{Axis, BinTotals, Bins, Counted, Point, QueryCounts, Unit};
use proptest::prelude::*;

fn points(query: &str, filters: &Filters, bins: &Bins) -> (Counted, Vec<Point>) {
    let sought = QueryCounts::of(&BOTH.searcher, &parse(query), filters);
    let ground = BinTotals::of(&BOTH.searcher, filters, bins);
    (sought.counted, ground.points(&sought))
}

/// Passage by passage: those of the documents that begin in the bin and pass the filters give the
/// words, and the lines of the concordance in them the hits.
fn slow_points(query: &str, counted: Counted, filters: &Filters, bins: &Bins) -> Vec<Point> {
    let searcher = &BOTH.searcher;
    let twin = BOTH.twin.within(filters);
    let answer = searcher.search(&parse(query), filters, Sort::Oldest);
    let lines = lines(searcher, &answer, filters);
    let day = |passage: &Scanned| {
        let date = searcher.index().documents()[passage.document].metadata.date;
        date.expect("all documents have a date").earliest()
    };
    let point = |(from, to): (Day, Day)| {
        let mut point = Point::default();
        for (place, passage) in (0..).zip(&twin.passages) {
            if !(from..=to).contains(&day(passage)) || !twin.passes(place, filters) {
                continue;
            }
            let hits = lines.iter().filter(|line| line.hit.passage == place);
            let matches = answer.matched.contains(place);
            point.words += passage.words.iter().flatten().count() as u32;
            point.passages += u32::from(matches);
            point.hits += match counted {
                Counted::Occurrences => hits.count() as u32,
                Counted::Passages => u32::from(matches),
            };
        }
        point
    };
    bins.bins
        .iter()
        .map(|bin| point((bin.from, bin.to)))
        .collect()
}

fn any_filters() -> impl Strategy<Value = Filters> {
    let some = |most: u32| prop::collection::vec(0..most, 0..2);
    let bound = || {
        prop::option::of(prop::sample::select(vec![
            "2015-03-01",
            "2016-05-18",
            "2018-06-01",
        ]))
    };
    let voices = prop::collection::vec(prop::sample::select(Voice::ALL.to_vec()), 0..2);
    let day = |text: Option<&str>| text.map(|text| Day::parse(text).expect("a day"));
    (some(4), voices, some(3), some(5), bound(), bound()).prop_map(
        move |(speakers, voices, themes, documents, from, to)| Filters {
            speakers,
            voices,
            themes,
            documents,
            from: day(from),
            to: day(to),
            ..Filters::default()
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(120))]

    #[test]
    fn a_bin_counts_what_the_concordance_shows(
        query in prop::sample::select(vec![
            "internet", "cyber*", "\"de la\"", "\"règles internationales\"~8", "règles|principes", "les -paix",
            "règles règle", "dragon", "-paix", "voix:direct", "thème:paix sécurité", "-(-paix)", "paix (", "",
        ]),
        filters in any_filters(),
        unit in prop::sample::select(vec![Unit::Month, Unit::Quarter, Unit::Year, Unit::Decade]),
    ) {
        let axis = Axis::of(&BOTH.searcher).expect("the corpus has dates");
        let bins = Bins::of(&axis, unit, BOTH.searcher.index(), true);
        let (counted, points) = points(query, &filters, &bins);
        prop_assert_eq!(points, slow_points(query, counted, &filters, &bins));
    }
}

#[test]
fn a_hit_is_an_occurrence_where_words_can_be_hits_and_a_passage_elsewhere() {
    let check = |query: &str, expected: Counted| {
        let sought = QueryCounts::of(&BOTH.searcher, &parse(query), &Filters::default());
        assert_eq!(sought.counted, expected, "{query}");
    };
    check("paix", Counted::Occurrences);
    check("dragon", Counted::Occurrences);
    check("\"communauté de destin\" voix:direct", Counted::Occurrences);
    check("-(-paix)", Counted::Occurrences);
    check("voix:direct", Counted::Passages);
    check("-paix", Counted::Passages);
    check("thème:paix", Counted::Passages);
}

#[test]
fn all_bins_together_have_the_sums_of_the_concordance() {
    let searcher = &BOTH.searcher;
    let axis = Axis::of(searcher).expect("the corpus has dates");
    let bins = Bins::of(&axis, Unit::Year, searcher.index(), true);
    let filters = Filters {
        voices: vec![Voice::Direct],
        ..Filters::default()
    };
    let answer = searcher.search(&parse("cyber*"), &filters, Sort::Oldest);
    let lines = lines(searcher, &answer, &filters);
    let by_document = counts(searcher, &lines, &filters);
    let (_, points) = points("cyber*", &filters, &bins);
    let whole = points.into_iter().fold(Point::default(), Point::plus);
    let words: usize = by_document.iter().map(|count| count.words).sum();
    assert!(!lines.is_empty());
    assert_eq!(whole.hits as usize, lines.len());
    assert_eq!(whole.passages as usize, answer.passages.len());
    assert_eq!(whole.words as usize, words);
    assert_eq!(whole.rate(), lines.len() as f64 * 10_000.0 / words as f64);
    assert_eq!(Point::default().rate(), 0.0);
}

#[test]
fn what_could_not_be_read_is_told() {
    let problems = |query: &str| {
        QueryCounts::of(&BOTH.searcher, &parse(query), &Filters::default())
            .problems
            .len()
    };
    assert_eq!(problems("paix ("), 1);
    assert_eq!(problems("paix locuteur:personne"), 1);
    assert_eq!(problems("paix"), 0);
}
