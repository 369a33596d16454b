//! The figures of the tables, against a slow count of every passage, under any filters.

use crate::timelines::mixed;
use crate::{opened, view};
use frise::chart::{Cell, Table};
use frise::components::View;
use frise::components::timeline::lane::{Lane, lanes};
use frise::components::timeline::scene::Scene;
use frise::components::timeline::tables::tables;
use frise::components::timeline::track::picture;
use frise::state::{Choice, Subject};
use frise_index::IndexedRun;
use frise_index::concordance::lines;
use frise_index::model::{RunKind, Voice};
use frise_index::query::parse;
use frise_index::search::{Filters, Searcher, Sort};
use proptest::prelude::*;
use proptest::sample::{select, subsequence};

/// Whatever a cell of figures holds.
fn count(cell: &Cell) -> usize {
    match cell {
        Cell::Count(count) => *count as usize,
        other => panic!("a count, not {other:?}"),
    }
}

/// Each row of the tables against one look at every passage.
fn check_tables(view: &View, address: &str) {
    let index = view.searcher.index();
    let scene = Scene::of(view, 900.0);
    let tables = tables(view, &scene);
    let by_time = &tables[0];
    for table in &tables {
        assert!(
            table.rows.iter().all(|row| row.len() == table.head.len()),
            "{table:?}"
        );
    }
    let slots = || {
        scene
            .slots
            .iter()
            .filter(|slot| !slot.bin.passages.is_empty())
    };
    let rows = slots().count() + usize::from(!scene.undated.is_empty() && scene.axis.is_some());
    assert_eq!(by_time.rows.len(), rows, "{address}");
    let mut in_time = slots()
        .map(|slot| {
            let day = |passage: u32| index.documents()[index.document_of(passage)].metadata.date;
            let (from, to) = (slot.bin.from, slot.bin.to);
            let is_in = move |passage: &u32| match (slot.document, day(*passage)) {
                (Some(document), _) => index.document_of(*passage) == document,
                (None, Some(date)) => from <= date.earliest() && date.earliest() <= to,
                (None, None) => false,
            };
            (0..index.passages()).filter(is_in).collect::<Vec<u32>>()
        })
        .collect::<Vec<Vec<u32>>>();
    if rows > in_time.len() {
        let undated = |passage: &u32| {
            index.documents()[index.document_of(*passage)]
                .metadata
                .date
                .is_none()
        };
        in_time.push((0..index.passages()).filter(undated).collect());
    }
    let found = |passages: &[u32]| {
        passages
            .iter()
            .filter(|passage| view.answer.matched.contains(**passage))
            .count()
    };
    let lines = lines(&view.searcher, &view.answer, &view.state.filters);
    for (row, passages) in by_time.rows.iter().zip(&in_time) {
        let words = |passages: &mut dyn Iterator<Item = u32>| -> usize {
            let words = |passage: u32| match view.state.filters.voices.is_empty() {
                true => index.words_of(passage) as usize,
                false => said_words(view, passage, &view.state.filters.speakers),
            };
            passages.map(words).sum()
        };
        let mut expected = vec![found(passages), passages.len()];
        let has_themes = !view.answer.plan.has_words() && !view.state.filters.themes.is_empty();
        if view.answer.plan.can_hit() || has_themes {
            let passing = view.searcher.passing(&view.state.filters);
            let hits = lines.iter().map(|line| line.hit.passage);
            expected.push(hits.filter(|passage| passages.contains(passage)).count());
            let passing = |passage: &u32| passing.contains(*passage);
            expected.push(words(&mut passages.iter().copied().filter(passing)));
        } else {
            expected.push(words(&mut passages.iter().copied()));
        }
        let (rate_of, rate_in) = match expected[..] {
            [found, _, words] => (found, words),
            [_, _, hits, words] => (hits, words),
            _ => unreachable!("three counts or four"),
        };
        let from = row.len() - 1 - expected.len();
        let figures: Vec<usize> = row[from..row.len() - 1].iter().map(count).collect();
        assert_eq!(figures, expected, "{address}: {row:?}");
        let rate = match rate_in {
            0 => 0.0,
            words => rate_of as f64 * 10_000.0 / words as f64,
        };
        assert!(
            matches!(row.last(), Some(Cell::Rate(shown)) if (shown - rate).abs() < 1e-9),
            "{address}: {row:?}"
        );
    }
    let speakers = tables
        .iter()
        .find(|table| table.caption.starts_with("Par locuteur"))
        .expect("speakers");
    let in_view: Vec<u32> = match scene.axis.filter(|_| !scene.is_whole) {
        Some(axis) => {
            let begins_in_view = |passage: &u32| {
                let document = &index.documents()[index.document_of(*passage)];
                let first = document.metadata.first_day();
                axis.first <= first && first <= axis.last
            };
            (0..index.passages()).filter(begins_in_view).collect()
        }
        None => (0..index.passages()).collect(),
    };
    check_speakers(view, speakers, (&in_time, &in_view), address);
    check_lanes(view, address);
}

/// The name of each lane counts what its track lights: what is found under the filters of all other subjects.
fn check_lanes(view: &View, address: &str) {
    let facets = &view.answer.facets;
    for subject in Subject::ALL {
        for lane in lanes(&view.searcher, subject, view.language()) {
            let expected = match lane.choice.expect("a lane of one value") {
                Choice::Speaker(place) => facets.speakers[place as usize],
                Choice::Theme(place) => facets.themes[place as usize],
                Choice::Document(place) => facets.documents[place as usize],
                Choice::Kind(place) => facets.kinds[place as usize],
                Choice::Voice(voice) => {
                    let place = Voice::ALL.iter().position(|known| *known == voice);
                    facets.voices[place.expect("a voice")]
                }
                Choice::Undated => panic!("no lane of a subject"),
            };
            assert_eq!(
                lane.found(view).count(),
                expected,
                "{address}: {}",
                lane.label
            );
            let scene = Scene::of(view, 900.0);
            if scene.is_whole {
                let count = lane.count(view, &scene);
                assert_eq!(count, expected, "{address}: {}", lane.label);
            }
        }
    }
}

/// The words that are said in a passage in the voices that are filtered for, by these speakers if there are any.
fn said_words(view: &View, passage: u32, speakers: &[u32]) -> usize {
    let runs = view.searcher.index().runs_of(passage).iter();
    let is_said = |run: &&IndexedRun| {
        let has_speaker = || run.speaker.is_some_and(|own| speakers.contains(&own));
        let voices = &view.state.filters.voices;
        matches!(run.kind, RunKind::Span(voice) if voices.contains(&voice))
            && (speakers.is_empty() || has_speaker())
    };
    let said = runs.filter(is_said);
    said.map(|run| run.positions.len()).sum()
}

/// The rows of the speakers, of which the last columns count what is in view.
fn check_speakers(
    view: &View,
    table: &Table,
    (in_time, in_view): (&[Vec<u32>], &[u32]),
    address: &str,
) {
    let index = view.searcher.index();
    let speakers = index.about().speakers.iter();
    let heard = |place: u32| -> Vec<u32> {
        let speaks = |passage: &u32| {
            let mut runs = index.runs_of(*passage).iter();
            runs.any(|run| run.speaker == Some(place) && matches!(run.kind, RunKind::Span(_)))
        };
        (0..index.passages()).filter(speaks).collect()
    };
    let lanes = (0..)
        .zip(speakers)
        .map(|(place, speaker)| (speaker.name.fr.as_str(), heard(place)));
    let lanes: Vec<(&str, Vec<u32>)> = lanes.filter(|(_, heard)| !heard.is_empty()).collect();
    assert_eq!(table.rows.len(), lanes.len(), "{address}");
    for (row, (name, heard)) in table.rows.iter().zip(&lanes) {
        assert!(
            matches!(&row[0], Cell::Text { text, .. } if text == name),
            "{address}: {row:?}"
        );
        let found: Vec<u32> = match view.state.filters.voices.is_empty() {
            true => heard.clone(),
            // The speaker must have said in these voices what is found.
            false => {
                let places = index.about().speakers.iter();
                let mut places = places.map(|speaker| speaker.name.fr.as_str());
                let own = places.position(|own| own == *name).expect("a speaker") as u32;
                let filters = Filters {
                    speakers: vec![own],
                    ..view.state.filters.clone()
                };
                let query = parse(&view.state.query);
                let alone = view.searcher.search(&query, &filters, Sort::Oldest);
                alone.matched.iter().collect()
            }
        };
        let found: Vec<u32> = found
            .into_iter()
            .filter(|passage| view.answer.matched.contains(*passage))
            .collect();
        let figures: Vec<usize> = row[1..].iter().map(count).collect();
        let (slots, sums) = figures.split_at(figures.len() - 2);
        let shown = |passages: &[u32]| {
            let passages = passages.iter();
            passages.filter(|passage| in_view.contains(passage)).count()
        };
        let expected = [shown(&found), shown(heard)];
        assert_eq!(sums, expected, "{address}: {row:?}");
        for (figure, passages) in slots.iter().zip(in_time) {
            let expected = found
                .iter()
                .filter(|passage| passages.contains(passage))
                .count();
            assert_eq!(*figure, expected, "{address}: {row:?}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn figures_are_those_of_a_slow_count(
        query in select(vec!["", "paix", "souverain*", "-paix", "\"la paix\"|guerre"]),
        from in prop::option::of(2009u32..2022),
        to in prop::option::of(2009u32..2022),
        undated in any::<bool>(),
        speakers in subsequence(vec!["speaker=wang-yi", "speaker=xi-jinping", "speaker=liu-xiaoming"], 0..=2),
        voices in subsequence(Voice::ALL.to_vec(), 0..=2),
        bins in select(vec!["", "bins=year", "bins=month", "bins=quarter", "bins=decade"]),
        zoom in select(vec!["", "", "zoom=2016/2017", "zoom=2010/2020"]),
        themes in subsequence(vec!["theme=paix", "theme=souverainete"], 0..=2),
        small in any::<bool>(),
    ) {
        let mut address = format!("?q={query}");
        for (key, year) in [("from", from), ("to", to)] {
            address.extend(year.map(|year| format!("&{key}={year}")));
        }
        address.extend(voices.iter().map(|voice| format!("&voice={}", voice.id())));
        for part in [bins, zoom, if undated { "undated=1" } else { "" }] {
            address.extend([if part.is_empty() { "" } else { "&" }, part]);
        }
        if small {
            check_tables(&view(opened(&mixed()), &address), &address);
        } else {
            address.extend(speakers.iter().chain(&themes).map(|held| format!("&{held}")));
            let searcher = Searcher::open(frise::EMBEDDED).expect("the embedded index opens");
            check_tables(&view(searcher, &address), &address);
        }
    }
}

/// A theme that is held leaves the names and the tracks of the other themes as they are; a query narrows both.
#[test]
fn tracks_light_what_their_names_count() {
    let lanes_at = |address: &str| -> Vec<(String, u32, String)> {
        let searcher = Searcher::open(frise::EMBEDDED).expect("the embedded index opens");
        let view = view(searcher, address);
        let scene = Scene::of(&view, 900.0);
        let lanes = lanes(&view.searcher, Subject::Themes, view.language());
        let measure = view.state.timelines.measure;
        let describe = |lane: Lane| {
            let found = lane.found(&view);
            let track = picture(&scene, measure, &lane.passages, &found, "").into_text();
            (lane.label, found.count(), track)
        };
        lanes.into_iter().map(describe).collect()
    };
    let whole = lanes_at("");
    assert_eq!(lanes_at("?theme=paix"), whole);
    let narrowed = lanes_at("?q=coopération&theme=paix");
    assert_eq!(narrowed, lanes_at("?q=coopération"));
    assert!(
        narrowed
            .iter()
            .zip(&whole)
            .any(|(a, b)| a.1 < b.1 && a.2 != b.2)
    );
}
