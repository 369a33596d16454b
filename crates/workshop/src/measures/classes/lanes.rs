//! Classes as lanes along time.

use super::super::subject::Subject;
use super::super::threads::{at_between, years};
use super::{Class, passage};
use crate::report::{Stop, Thread, Threads};
use frise::i18n;
use frise_date::Day;
use frise_stats::TextSegments;

/// The least room between two stops, as a share of the axis.
const LEAST_ROOM: f64 = 0.05;

/// Returns the classes along time: a line for each, with a stop for each date, or for some that are near, as large as the
/// share of the class among the segments of then.
pub fn lanes(subject: &Subject, segments: &TextSegments, classes: &[Class]) -> Threads {
    let language = subject.language();
    let documents = subject.searcher.index().documents();
    let date_of = |place: usize| -> Option<(Day, Day)> {
        let segment = segments.segments.get(place)?;
        let date = documents.get(segment.document as usize)?.metadata.date?;
        Some((date.earliest(), date.latest()))
    };
    let classified = classes.iter().flat_map(|class| &class.segments);
    let dates = classified.filter_map(|(place, _)| date_of(*place));
    let mut dates: Vec<(Day, Day)> = dates.collect();
    dates.sort_unstable();
    dates.dedup();
    let days: Vec<Day> = dates.iter().map(|(day, _)| *day).collect();
    let (Some(first), Some(last)) = (days.first().copied(), days.last().copied()) else {
        return Threads::default();
    };
    let at = |day: Day| at_between(first, last, day);
    // Dates too near to be told apart are one stop, from its first day to its last.
    let mut times: Vec<(Day, Day)> = Vec::new();
    for (earliest, latest) in dates {
        match times.last_mut() {
            Some((from, to)) if at(earliest) - at(*from) < LEAST_ROOM => *to = latest.max(*to),
            _ => times.push((earliest, latest)),
        }
    }
    let time_of = |place: usize| {
        let (day, _) = date_of(place)?;
        times.iter().rposition(|(from, _)| *from <= day)
    };
    let mut sums = vec![0usize; times.len()];
    for (place, _) in classes.iter().flat_map(|class| &class.segments) {
        if let Some(time) = time_of(*place) {
            sums[time] += 1;
        }
    }
    let lane = |class: &Class| {
        let mut found = vec![(0usize, None); times.len()];
        for (place, _) in &class.segments {
            if let Some(time) = time_of(*place) {
                found[time].0 += 1;
                found[time].1.get_or_insert(*place);
            }
        }
        let stops = found
            .iter()
            .enumerate()
            .filter_map(|(time, (count, place))| {
                let (from, to) = times[time];
                let segment = segments.segments.get((*place)?)?;
                let share = *count as f64 / sums[time] as f64;
                Some(Stop {
                    at: at(from),
                    label: format!(
                        "{}{}{}\u{a0}% ({}/{})",
                        i18n::bounds(Some(from), Some(to), language),
                        subject.pick("\u{a0}: ", ": "),
                        i18n::decimal(share * 100.0, 0, language),
                        i18n::number(*count, language),
                        i18n::number(sums[time], language),
                    ),
                    address: passage(subject, class, segment),
                    share: Some(share),
                })
            });
        Thread {
            name: class.title.clone(),
            stops: stops.collect(),
        }
    };
    Threads {
        name: subject
            .pick(
                "Classes au fil du temps\u{a0}: part des segments",
                "Classes along time: share of the segments",
            )
            .to_string(),
        threads: classes.iter().map(lane).collect(),
        years: years(days, at, language),
    }
}
