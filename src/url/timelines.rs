//! The part of an address that says how the timelines are drawn.
//!
//! ```text
//! lanes=speakers,themes  measure=rate  bins=year  zoom=2016/2017-06  color=theme  fold=0  words= (repeated)
//! multiples=1  axis=order
//! ```
//!
//! An empty `lanes=` shows no lanes. `zoom` is an EDTF interval.

use super::values::{shortest, shortest_end};
use crate::state::{Colour, MOST_WORDS, Measure, Subject, Timelines};
use form_urlencoded::Serializer;
use frise_date::Edtf;
use frise_index::timeline::Unit;

const SUBJECTS: [(Subject, &str); 5] = [
    (Subject::Speakers, "speakers"),
    (Subject::Themes, "themes"),
    (Subject::Documents, "documents"),
    (Subject::Kinds, "kinds"),
    (Subject::Voices, "voices"),
];

const COLOURS: [(Colour, &str); 4] = [
    (Colour::Speaker, "speaker"),
    (Colour::Theme, "theme"),
    (Colour::Voice, "voice"),
    (Colour::Kind, "kind"),
];

/// The units by which passages are counted, with their names in addresses.
pub const UNITS: [(Unit, &str); 6] = [
    (Unit::Day, "day"),
    (Unit::Month, "month"),
    (Unit::Quarter, "quarter"),
    (Unit::Year, "year"),
    (Unit::Decade, "decade"),
    (Unit::Century, "century"),
];

/// Reads a pair of an address into the timelines. Returns whether the value is known; `None` if the key belongs elsewhere.
pub(super) fn read(key: &str, value: &str, timelines: &mut Timelines) -> Option<bool> {
    Some(match key {
        "lanes" => {
            let names = || value.split(',').filter(|name| !name.is_empty());
            let subjects: Vec<Subject> = SUBJECTS
                .iter()
                .filter(|(_, known)| names().any(|name| name == *known))
                .map(|(subject, _)| *subject)
                .collect();
            let understood = names().all(|name| SUBJECTS.iter().any(|(_, known)| name == *known));
            if understood || !subjects.is_empty() {
                timelines.subjects = subjects;
            }
            understood
        }
        "measure" => {
            if value == "rate" {
                timelines.measure = Measure::Rate;
            }
            value == "rate"
        }
        "bins" => {
            let known = UNITS.iter().find(|(_, name)| *name == value);
            timelines.unit = known.map(|(unit, _)| *unit).or(timelines.unit);
            known.is_some()
        }
        "zoom" => match Edtf::parse(value) {
            Ok(date) if !date.is_open_start() && !date.is_open_end() => {
                timelines.window = Some((date.earliest(), date.latest()));
                true
            }
            _ => false,
        },
        "color" | "colour" => {
            let known = COLOURS.iter().find(|(_, name)| *name == value);
            timelines.colour = known.map_or(timelines.colour, |(colour, _)| *colour);
            known.is_some()
        }
        "fold" => {
            timelines.fold = match value {
                "0" => Some(false),
                "1" => Some(true),
                _ => return Some(false),
            };
            true
        }
        "words" => {
            let before = timelines.words.len();
            *timelines = timelines.with_words(value);
            timelines.words.len() > before || before < MOST_WORDS
        }
        "axis" => {
            timelines.in_order |= value == "order";
            value == "order"
        }
        "multiples" => {
            timelines.multiples |= value == "1";
            value == "1"
        }
        _ => return None,
    })
}

/// Appends what differs from the defaults.
pub(super) fn print(timelines: &Timelines, pairs: &mut Serializer<'_, String>) {
    let default = Timelines::default();
    if timelines.subjects != default.subjects {
        let names = SUBJECTS
            .iter()
            .filter(|(subject, _)| timelines.subjects.contains(subject))
            .map(|(_, name)| *name);
        pairs.append_pair("lanes", &names.collect::<Vec<_>>().join(","));
    }
    if timelines.measure == Measure::Rate {
        pairs.append_pair("measure", "rate");
    }
    if let Some((_, name)) = UNITS.iter().find(|(unit, _)| Some(*unit) == timelines.unit) {
        pairs.append_pair("bins", name);
    }
    if let Some((from, to)) = timelines.window {
        pairs.append_pair(
            "zoom",
            &[shortest(from), "/".into(), shortest_end(to)].concat(),
        );
    }
    if let Some((_, name)) = COLOURS[1..]
        .iter()
        .find(|(colour, _)| *colour == timelines.colour)
    {
        pairs.append_pair("color", name);
    }
    if let Some(fold) = timelines.fold {
        pairs.append_pair("fold", if fold { "1" } else { "0" });
    }
    if timelines.in_order {
        pairs.append_pair("axis", "order");
    }
    for query in &timelines.words {
        pairs.append_pair("words", query);
    }
    if timelines.multiples {
        pairs.append_pair("multiples", "1");
    }
}
