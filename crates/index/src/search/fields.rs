//! What fields of a query ask for: `speaker:liu`, `date:2016..2020`, `mentions:2015`.

use super::{PassageSet, Searcher};
use crate::model::{Bilingual, RunKind, Voice};
use crate::query::Field;
use frise_date::{Day, Edtf};
use frise_text::{fold, lower};

impl Searcher {
    /// The passages that a field asks for; `None` where nothing answers to its value.
    pub(super) fn field(&self, field: Field, value: &str) -> Option<PassageSet> {
        let about = self.index().about();
        match field {
            Field::Date => {
                let (from, to) = parse_range(value)?;
                Some(self.documents_where(|document| self.is_between(document, from, to)))
            }
            Field::Mentions => {
                let (from, to) = parse_range(value)?;
                Some(self.mentioning(from, to))
            }
            Field::Voice => Voice::from_id(&lower(value))
                .map(|voice| self.runs_where(|_, kind| kind == RunKind::Span(voice))),
            Field::Speaker => {
                let named: Vec<u32> = answering(
                    value,
                    about
                        .speakers
                        .iter()
                        .map(|speaker| (&speaker.id, [&speaker.name])),
                );
                (!named.is_empty()).then(|| {
                    self.runs_where(|speaker, _| {
                        speaker.is_some_and(|speaker| named.contains(&speaker))
                    })
                })
            }
            Field::Theme => {
                let named = answering(
                    value,
                    about.themes.iter().map(|theme| (&theme.id, [&theme.label])),
                );
                let mut set = PassageSet::none(self.index().passages());
                named
                    .iter()
                    .filter_map(|theme| self.theme(*theme as usize))
                    .for_each(|theme| set.unite(theme));
                (!named.is_empty()).then_some(set)
            }
            Field::Document => {
                let documents = self
                    .index()
                    .documents()
                    .iter()
                    .map(|document| &document.metadata);
                let named = answering(
                    value,
                    documents.map(|metadata| (&metadata.id, [&metadata.short, &metadata.title])),
                );
                (!named.is_empty())
                    .then(|| self.documents_where(|document| named.contains(&(document as u32))))
            }
            Field::Kind => {
                let named = answering(
                    value,
                    about.kinds.iter().map(|kind| (&kind.id, [&kind.label])),
                );
                let kind =
                    |document: usize| self.index().documents()[document].metadata.kind as u32;
                (!named.is_empty())
                    .then(|| self.documents_where(|document| named.contains(&kind(document))))
            }
        }
    }

    /// Whether a document may have been made between two days, given the doubt in its date.
    pub(super) fn is_between(&self, document: usize, from: Option<Day>, to: Option<Day>) -> bool {
        let Some(document) = self.index().documents().get(document) else {
            return false;
        };
        let date = document.metadata.date;
        date.is_some_and(|date| meets(&date, from, to))
    }

    pub(super) fn is_undated(&self, document: usize) -> bool {
        self.index().documents()[document].metadata.date.is_none()
    }

    /// The passages that speak of a time that may lie between two days.
    pub(super) fn mentioning(&self, from: Option<Day>, to: Option<Day>) -> PassageSet {
        let mut set = PassageSet::none(self.index().passages());
        for mention in self.index().mentions() {
            if meets(&mention.date, from, to) {
                set.insert(mention.passage);
            }
        }
        set
    }

    pub(super) fn documents_where(&self, wanted: impl Fn(usize) -> bool) -> PassageSet {
        let mut set = PassageSet::none(self.index().passages());
        for (_, indexed) in self
            .index()
            .documents()
            .iter()
            .enumerate()
            .filter(|(document, _)| wanted(*document))
        {
            indexed
                .passages
                .clone()
                .for_each(|passage| set.insert(passage));
        }
        set
    }

    pub(super) fn runs_where(&self, wanted: impl Fn(Option<u32>, RunKind) -> bool) -> PassageSet {
        let mut set = PassageSet::none(self.index().passages());
        for passage in 0..self.index().passages() {
            if self
                .index()
                .runs_of(passage)
                .iter()
                .any(|run| wanted(run.speaker, run.kind))
            {
                set.insert(passage);
            }
        }
        set
    }
}

/// Whether a date may mean a day between two.
fn meets(date: &Edtf, from: Option<Day>, to: Option<Day>) -> bool {
    from.is_none_or(|from| date.latest() >= from) && to.is_none_or(|to| date.earliest() <= to)
}

/// A date or a range of dates: `2016`, `2016-05..2020`, `..2017`, `2016..`.
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

/// The places of those that answer to a name: the one with this id, or all with a word of their id
/// or label that begins with each word of the name.
pub(super) fn answering<'a, const N: usize>(
    name: &str,
    all: impl Iterator<Item = (&'a String, [&'a Bilingual; N])>,
) -> Vec<u32> {
    let wanted = fold(name);
    let wanted: Vec<&str> = words(&wanted).collect();
    let mut answering = Vec::new();
    for (place, (id, labels)) in (0..).zip(all) {
        if id == name {
            return vec![place];
        }
        let texts = labels
            .iter()
            .flat_map(|label| [&label.fr, &label.en])
            .chain([id]);
        let answers = |text: &String| {
            let text = fold(text);
            wanted
                .iter()
                .all(|wanted| words(&text).any(|word| word.starts_with(wanted)))
        };
        if !wanted.is_empty() && texts.into_iter().any(answers) {
            answering.push(place);
        }
    }
    answering
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
}
