//! Filters and facet counts, against a twin that tries every value one by one.

use crate::combined::any_query;
use crate::twin::{Passages, Twin};
use crate::{BOTH, Both};
use frise_date::{Day, Edtf};
use frise_index::model::Voice;
use frise_index::query::{Node, parse};
use frise_index::search::{Filters, Sort};
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use std::cell::RefCell;
use std::rc::Rc;

/// Some places out of so many, often none.
fn places(of: usize, most: usize) -> impl Strategy<Value = Vec<u32>> {
    let some = subsequence((0..of as u32).collect::<Vec<u32>>(), 1..=most);
    prop_oneof![2 => Just(Vec::new()), 1 => some]
}

/// A day, often that of one of these dates or the one beside it.
fn any_day(dates: Vec<Edtf>) -> impl Strategy<Value = Option<Day>> {
    let days = dates.iter().flat_map(|date| {
        [
            date.earliest().0 - 1,
            date.earliest().0,
            date.latest().0,
            date.latest().0.saturating_add(1),
        ]
    });
    let near = select(days.collect::<Vec<i32>>()).prop_map(|day| Some(Day(day)));
    let any = (2009..2023, 1u8..13, 1u8..29)
        .prop_map(|(year, month, day)| Day::from_ymd(year, month, day));
    prop_oneof![Just(None), near, any]
}

fn any_filters() -> impl Strategy<Value = Filters> {
    let about = BOTH.searcher.index().about();
    let index = BOTH.searcher.index();
    let documents = index.documents().len();
    let dates = || {
        index
            .documents()
            .iter()
            .filter_map(|document| document.metadata.date)
            .collect()
    };
    let mentions = || {
        index
            .mentions()
            .iter()
            .map(|mention| mention.date)
            .collect()
    };
    let voices = places(4, 2).prop_map(|places| {
        places
            .iter()
            .map(|place| Voice::ALL[*place as usize])
            .collect()
    });
    (
        (
            any_day(dates()),
            any_day(dates()),
            proptest::bool::weighted(0.2),
        ),
        (any_day(mentions()), any_day(mentions())),
        places(about.speakers.len(), 2),
        voices,
        places(about.themes.len(), 3),
        places(documents, 3),
        places(about.kinds.len(), 2),
    )
        .prop_map(
            |(
                (from, to, undated),
                (mentioned_from, mentioned_to),
                speakers,
                voices,
                themes,
                documents,
                kinds,
            )| Filters {
                from,
                to,
                undated,
                mentioned_from,
                mentioned_to,
                speakers,
                voices,
                themes,
                documents,
                kinds,
            },
        )
}

/// What a query finds in the words of each choice of speakers and voices. Whatever else is filtered for leaves these words as
/// they are, so that the texts are scanned once for many filters.
struct Scans<'a> {
    query: &'a Node,
    scans: RefCell<Vec<Rc<Scan>>>,
}

/// The texts in some words, and the passages that a query has there.
struct Scan {
    speakers: Vec<u32>,
    voices: Vec<Voice>,
    twin: Twin,
    matches: Passages,
}

impl<'a> Scans<'a> {
    fn of(query: &'a Node) -> Scans<'a> {
        Scans {
            query,
            scans: RefCell::default(),
        }
    }

    fn scan(&self, filters: &Filters) -> Rc<Scan> {
        // Speakers limit the words of voices only.
        let speakers = match filters.voices.is_empty() {
            true => &[][..],
            false => &filters.speakers,
        };
        let is_same = |scan: &&Rc<Scan>| scan.speakers == speakers && scan.voices == filters.voices;
        if let Some(scan) = self.scans.borrow().iter().find(is_same) {
            return Rc::clone(scan);
        }
        let twin = BOTH.twin.within(filters);
        let scan = Rc::new(Scan {
            speakers: speakers.to_vec(),
            voices: filters.voices.clone(),
            matches: twin.matches(self.query),
            twin,
        });
        self.scans.borrow_mut().push(Rc::clone(&scan));
        scan
    }

    /// The passages that the query has under filters.
    fn found(&self, filters: &Filters) -> Passages {
        let scan = self.scan(filters);
        let matches = scan.matches.iter().copied();
        matches
            .filter(|passage| scan.twin.passes(*passage, filters))
            .collect()
    }

    /// For each of so many values: how many passages the query has where that value stands in the place of
    /// what was chosen in its facet, under all other filters.
    fn counts(
        &self,
        filters: &Filters,
        values: usize,
        choose: impl Fn(&mut Filters, usize),
    ) -> Vec<u32> {
        let count = |value: usize| {
            let mut chosen = filters.clone();
            choose(&mut chosen, value);
            self.found(&chosen).len() as u32
        };
        (0..values).map(count).collect()
    }
}

fn check(query: &str, filters: &Filters) -> Result<(), TestCaseError> {
    let searcher = &BOTH.searcher;
    let read = parse(query);
    let answer = searcher.search(&read, filters, Sort::Relevance);
    let asked = Scans::of(&read.root);
    prop_assert_eq!(
        answer.matched.iter().collect::<Passages>(),
        asked.found(filters)
    );
    let passing = searcher.passing(filters).iter().collect::<Passages>();
    prop_assert_eq!(
        passing,
        Scans::of(&Node::Everything).found(filters),
        "passing"
    );
    let about = searcher.index().about();
    let documents = searcher.index().documents().len();
    let facets = &answer.facets;
    let speakers = asked.counts(filters, about.speakers.len(), |chosen, value| {
        chosen.speakers = vec![value as u32]
    });
    prop_assert_eq!(&facets.speakers, &speakers, "speakers");
    let voices = asked.counts(filters, 4, |chosen, value| {
        chosen.voices = vec![Voice::ALL[value]]
    });
    prop_assert_eq!(&facets.voices, &voices, "voices");
    let themes = asked.counts(filters, about.themes.len(), |chosen, value| {
        chosen.themes = vec![value as u32]
    });
    prop_assert_eq!(&facets.themes, &themes, "themes");
    let kinds = asked.counts(filters, about.kinds.len(), |chosen, value| {
        chosen.kinds = vec![value as u32]
    });
    prop_assert_eq!(&facets.kinds, &kinds, "kinds");
    let by_document = asked.counts(filters, documents, |chosen, value| {
        chosen.documents = vec![value as u32]
    });
    prop_assert_eq!(&facets.documents, &by_document, "documents");
    let undated = Filters {
        from: None,
        to: None,
        undated: false,
        ..filters.clone()
    };
    let at_their_dates = asked.counts(&undated, documents, |chosen, value| {
        if chosen.documents.is_empty() || chosen.documents.contains(&(value as u32)) {
            chosen.documents = vec![value as u32];
        } else {
            // A document that is not among those held has no passage at any date.
            chosen.kinds = vec![u32::MAX];
        }
    });
    prop_assert_eq!(&facets.dates, &at_their_dates, "dates");
    let of_any_time = Filters {
        mentioned_from: None,
        mentioned_to: None,
        ..filters.clone()
    };
    prop_assert_eq!(
        facets.mentioned.iter().collect::<Passages>(),
        asked.found(&of_any_time),
        "mentioned"
    );
    for (place, count) in (0..).zip(&facets.speakers) {
        let set = facets.of_speaker(place).map(|set| set.count());
        prop_assert!(set.is_none_or(|set| set == *count), "the set of a speaker");
    }
    for (voice, count) in Voice::ALL.into_iter().zip(&facets.voices) {
        let set = facets.of_voice(voice).map(|set| set.count());
        prop_assert!(set.is_none_or(|set| set == *count), "the set of a voice");
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn counts_are_those_of_trying_each_value(query in prop_oneof![Just(String::new()), any_query()], filters in any_filters()) {
        check(&query, &filters)?;
    }
}

#[test]
fn a_speaker_and_a_voice_are_those_of_one_span() {
    let Both { searcher, .. } = &*BOTH;
    let speaker = |id: &str| {
        let found = searcher
            .index()
            .about()
            .speakers
            .iter()
            .position(|speaker| speaker.id == id);
        found.expect("a speaker") as u32
    };
    let count = |who: &str, voice: Voice| {
        let filters = Filters {
            speakers: vec![speaker(who)],
            voices: vec![voice],
            ..Filters::default()
        };
        searcher
            .search(&parse(""), &filters, Sort::Relevance)
            .passages
            .len()
    };
    // The reports tell Wang Yi's words; what the reporter narrates beside them is nobody's.
    assert_eq!(count("wang-yi", Voice::Narration), 0);
    assert!(count("wang-yi", Voice::Direct) > 0 && count("wang-yi", Voice::Reported) > 0);
    assert_eq!(count("xi-jinping", Voice::Direct), 1);
    assert_eq!(count("xi-jinping", Voice::Official), 0);
}
