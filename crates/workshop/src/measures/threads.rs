//! Formulas as threads along time: a stop for each text in which one occurs.

use super::subject::Subject;
use crate::report::{Stop, Thread, Threads};
use frise::state::State;
use frise::{i18n, url};
use frise_date::{Day, Tongue, phrase_range};
use frise_index::timeline::Unit;
use frise_stats::{Place, Segment, Segments};

/// The most threads that are drawn; the table lists the others.
const MOST: usize = 12;

/// The least room between two years of the axis, as a share of it.
const LEAST_ROOM: f64 = 0.05;

/// Returns the threads of the segments that are in most texts, with texts of known date as stops.
pub fn threads(subject: &Subject, segments: &Segments<'_>, kept: &[&Segment]) -> Threads {
    let mut drawn: Vec<&&Segment> = kept
        .iter()
        .filter(|segment| segment.documents > 1)
        .collect();
    drawn.sort_by_key(|segment| std::cmp::Reverse((segment.documents, segment.words())));
    drop_parts(segments, &mut drawn);
    let firsts: Vec<Vec<Place>> = drawn
        .iter()
        .map(|segment| first_of_each_text(segments.places(segment)))
        .collect();
    let days = || firsts.iter().flatten().filter_map(day_of);
    let (Some(first), Some(last)) = (days().min(), days().max()) else {
        return Threads::default();
    };
    let at = |day: Day| at_between(first, last, day);
    let thread = |(segment, places): (&&&Segment, &Vec<Place>)| {
        let name = segments.text(segment);
        let stops = places.iter().filter_map(|place| {
            let day = day_of(place)?;
            Some(stop(subject, &name, place, at(day)))
        });
        Thread {
            stops: stops.collect(),
            name: name.clone(),
        }
    };
    let mut stops: Vec<Day> = days().collect();
    stops.sort_unstable();
    let years = years(stops, at, subject.language());
    Threads {
        name: subject
            .pick("Formules au fil du temps", "Formulas along time")
            .to_string(),
        threads: drawn.iter().zip(&firsts).map(thread).collect(),
        years,
    }
}

/// Returns where a day stands between two others, from 0 to 1.
pub fn at_between(first: Day, last: Day, day: Day) -> f64 {
    match days_between(first, last) {
        0.0 => 0.5,
        whole => days_between(first, day) / whole,
    }
}

/// Returns the years of an axis, by days in rising order, those left out that have no room.
pub fn years(days: Vec<Day>, at: impl Fn(Day) -> f64, language: Tongue) -> Vec<(f64, String)> {
    let mut years: Vec<(f64, String)> = Vec::new();
    for day in days {
        let far = years
            .last()
            .is_none_or(|(last, _)| at(day) - last >= LEAST_ROOM);
        if far {
            let (from, to) = (Unit::Year.start(day), Unit::Year.end(day));
            years.push((at(day), phrase_range(Some(from), Some(to), language)));
        }
    }
    years
}

/// Drops segments that are part of a longer one in the same texts: their threads would be drawn twice.
fn drop_parts(segments: &Segments<'_>, drawn: &mut Vec<&&Segment>) {
    let mut kept: Vec<(String, u32)> = Vec::new();
    drawn.retain(|segment| {
        let own = (segments.text(segment), segment.documents);
        let is_part = kept
            .iter()
            .any(|(text, documents)| *documents == own.1 && text.contains(&own.0));
        if !is_part {
            kept.push(own);
        }
        !is_part && kept.len() <= MOST
    });
}

/// Keeps the first place of each text.
fn first_of_each_text(mut places: Vec<Place>) -> Vec<Place> {
    places.dedup_by_key(|place| place.document);
    places
}

fn day_of(place: &Place) -> Option<Day> {
    place.date.map(|date| date.earliest())
}

fn days_between(from: Day, to: Day) -> f64 {
    f64::from(to.0) - f64::from(from.0)
}

fn stop(subject: &Subject, formula: &str, place: &Place, at: f64) -> Stop {
    let index = subject.searcher.index();
    let language = subject.language();
    let document = index.documents().get(place.document);
    let title = document.map_or("", |document| i18n::of(&document.metadata.short, language));
    let speaker = place
        .speaker
        .and_then(|at| index.about().speakers.get(at as usize));
    let speaker = speaker.map_or(String::new(), |speaker| {
        format!("{}, ", i18n::of(&speaker.name, language))
    });
    let view = State {
        query: format!("\"{}\"", formula.replace('"', " ")),
        passage: Some(place.passage),
        language,
        corpus: subject.state.corpus.clone(),
        tool: subject.state.tool.clone(),
        ..State::default()
    };
    Stop {
        at,
        label: format!(
            "{speaker}{title}, {}",
            i18n::date(place.date.as_ref(), language)
        ),
        address: url::print(&view, index),
        share: None,
    }
}
