//! The values of fields in queries: `speaker:liu`, `date:2016..2020`, `mentions:2015`.

use super::{PassageSet, select};
use crate::format::Index;
use crate::model::{Bilingual, RunKind, Voice};
use crate::query::Field;
use frise_date::{Day, Edtf};
use frise_text::{fold, lower};

/// Finds the passages of field values.
#[derive(Clone, Copy)]
pub(super) struct FieldResolver<'s> {
    pub index: &'s Index,
    /// The passages of each theme.
    pub themes: &'s [PassageSet],
}

impl FieldResolver<'_> {
    /// Returns the passages that have a value of a field, or `None` if the value names nothing or is not a date.
    pub fn resolve(&self, field: Field, value: &str) -> Option<PassageSet> {
        let index = self.index;
        match field {
            Field::Date => {
                let (from, to) = parse_range(value)?;
                Some(select::of_documents(index, |document| {
                    select::is_between(index, document, from, to)
                }))
            }
            Field::Mentions => {
                let (from, to) = parse_range(value)?;
                Some(select::mentioning(index, from, to))
            }
            Field::Voice => {
                let voice = Voice::from_id(&lower(value))?;
                Some(select::with_run(index, |_, kind| {
                    kind == RunKind::Span(voice)
                }))
            }
            Field::Speaker | Field::Theme | Field::Document | Field::Kind => {
                let named = named(index, field, value);
                (!named.is_empty()).then(|| self.passages_of(field, &named))
            }
        }
    }

    /// Returns the passages of some speakers, themes, documents or kinds.
    fn passages_of(&self, field: Field, named: &[u32]) -> PassageSet {
        let index = self.index;
        let is_named = |place: usize| named.contains(&(place as u32));
        match field {
            Field::Speaker => select::with_run(index, |speaker, _| {
                speaker.is_some_and(|speaker| named.contains(&speaker))
            }),
            Field::Theme => {
                let mut set = PassageSet::none(index.passages());
                let themes = named.iter();
                themes
                    .filter_map(|theme| self.themes.get(*theme as usize))
                    .for_each(|theme| set.unite(theme));
                set
            }
            Field::Kind => {
                let documents = index.documents();
                select::of_documents(index, |document| {
                    is_named(documents[document].metadata.kind)
                })
            }
            _ => select::of_documents(index, is_named),
        }
    }
}

/// Returns the places of the speakers, themes, documents or kinds that a name can mean; of other fields, none.
pub(super) fn named(index: &Index, field: Field, name: &str) -> Vec<u32> {
    let about = index.about();
    match field {
        Field::Speaker => {
            let speakers = about.speakers.iter();
            matching_names(name, speakers.map(|speaker| (&speaker.id, [&speaker.name])))
        }
        Field::Theme => {
            let themes = about.themes.iter();
            matching_names(name, themes.map(|theme| (&theme.id, [&theme.label])))
        }
        Field::Kind => {
            let kinds = about.kinds.iter();
            matching_names(name, kinds.map(|kind| (&kind.id, [&kind.label])))
        }
        Field::Document => {
            let documents = index.documents().iter();
            let metadata = documents.map(|document| &document.metadata);
            matching_names(
                name,
                metadata.map(|document| (&document.id, [&document.short, &document.title])),
            )
        }
        Field::Voice | Field::Date | Field::Mentions => Vec::new(),
    }
}

/// Parses a date or a range of dates: `2016`, `2016-05..2020`, `..2017`, `2016..`.
fn parse_range(value: &str) -> Option<(Option<Day>, Option<Day>)> {
    let day = |text: &str, pick: fn(&Edtf) -> Day| match text.trim() {
        "" => Some(None),
        text => Edtf::parse(text).ok().map(|date| Some(pick(&date))),
    };
    match value.split_once("..") {
        Some((from, to)) if from.trim().is_empty() && to.trim().is_empty() => None,
        Some((from, to)) => Some((day(from, Edtf::earliest)?, day(to, Edtf::latest)?)),
        None => Edtf::parse(value.trim())
            .ok()
            .map(|date| (Some(date.earliest()), Some(date.latest()))),
    }
}

/// Returns the places of the entries that a name means, whatever its capitals and accents. A stricter reading wins:
///
/// 1. the name is an id or a whole label;
/// 2. an id or a label has each of its words;
/// 3. an id or a label has, for each of its words, a word that begins with it.
fn matching_names<'a, const N: usize>(
    name: &str,
    entries: impl Iterator<Item = (&'a String, [&'a Bilingual; N])>,
) -> Vec<u32> {
    let folded = fold(name);
    let wanted: Vec<&str> = words(&folded).collect();
    if wanted.is_empty() {
        return Vec::new();
    }
    let mut readings: [Vec<u32>; 3] = Default::default();
    for (place, (id, labels)) in (0..).zip(entries) {
        let labels = labels.iter().flat_map(|label| [&label.fr, &label.en]);
        let strictness = labels
            .chain([id])
            .filter_map(|text| {
                let text = fold(text);
                let has = |wanted: &&str| words(&text).any(|word| word == *wanted);
                let begins = |wanted: &&str| words(&text).any(|word| word.starts_with(*wanted));
                if words(&text).eq(wanted.iter().copied()) {
                    Some(0)
                } else if wanted.iter().all(has) {
                    Some(1)
                } else {
                    wanted.iter().all(begins).then_some(2)
                }
            })
            .min();
        if let Some(strictness) = strictness {
            readings[strictness].push(place);
        }
    }
    let mut readings = readings.into_iter();
    readings
        .find(|places| !places.is_empty())
        .unwrap_or_default()
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
}
