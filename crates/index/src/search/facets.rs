//! Filters by what is known of a passage, and the number of passages of each facet value.

use super::speech::{Span, Speech};
use super::{PassageSet, select};
use crate::format::Index;
use crate::model::{RunKind, Voice};
use frise_date::Day;
use std::borrow::Cow;

/// The filters of a search. A passage must pass each filter; a filter without values passes all.
///
/// The values of one filter are alternatives. A speaker and a voice must be those of the same span.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filters {
    /// The first day that the date of the document may have.
    pub from: Option<Day>,
    /// The last day that the date of the document may have.
    pub to: Option<Day>,
    /// Whether documents without a date pass, whatever the two bounds. Without bounds, only these pass.
    pub undated: bool,
    /// The first day that a mentioned date may have.
    pub mentioned_from: Option<Day>,
    /// The last day that a mentioned date may have. Where there are two bounds, one date must meet both.
    pub mentioned_to: Option<Day>,
    /// The speakers.
    pub speakers: Vec<u32>,
    /// The voices.
    pub voices: Vec<Voice>,
    /// The themes.
    pub themes: Vec<u32>,
    /// The documents.
    pub documents: Vec<u32>,
    /// The kinds of documents.
    pub kinds: Vec<u32>,
}

impl Filters {
    /// Returns whether no filter is set.
    pub fn is_empty(&self) -> bool {
        *self == Filters::default()
    }
}

/// For each value of each facet, the number of passages that match the query and pass all filters of other facets.
///
/// Leaving out its own filter keeps a choice in one facet from emptying the other values of that facet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facets {
    /// By speaker.
    pub speakers: Vec<u32>,
    /// By voice, in the order of [`Voice::ALL`].
    pub voices: Vec<u32>,
    /// By theme.
    pub themes: Vec<u32>,
    /// By document, without the filter of documents.
    pub documents: Vec<u32>,
    /// By document, without the filter of dates.
    pub dates: Vec<u32>,
    /// By kind of document.
    pub kinds: Vec<u32>,
    /// The passages that match the query and pass all filters but that of mentioned dates.
    pub mentioned: PassageSet,
    /// The passages that are counted for each facet: those that match the query and pass all filters of other facets.
    pub counted: FacetSets,
}

/// The passages that are counted for each facet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FacetSets {
    /// For speakers, whoever has the voice that is filtered for.
    pub speakers: PassageSet,
    /// For voices, whichever the speaker that is filtered for has.
    pub voices: PassageSet,
    /// For themes.
    pub themes: PassageSet,
    /// For documents.
    pub documents: PassageSet,
    /// For documents by their dates.
    pub dates: PassageSet,
    /// For kinds of documents.
    pub kinds: PassageSet,
}

/// Filters sets of passages, and counts them for each facet value.
#[derive(Clone, Copy)]
pub(super) struct FacetCounter<'s> {
    pub index: &'s Index,
    /// The passages of each theme.
    pub themes: &'s [PassageSet],
    pub speech: &'s Speech,
}

/// The passages that pass each filter; `None` for a filter without values.
struct FilterSets {
    dates: Option<PassageSet>,
    mentioned: Option<PassageSet>,
    /// Those that pass the filters of speakers and voices together.
    spans: Option<PassageSet>,
    speakers: Option<PassageSet>,
    voices: Option<PassageSet>,
    themes: Option<PassageSet>,
    documents: Option<PassageSet>,
    kinds: Option<PassageSet>,
}

impl FacetCounter<'_> {
    /// Returns the passages that pass all filters.
    pub fn passing(&self, filters: &Filters) -> PassageSet {
        let every = PassageSet::every(self.index.passages());
        let sets = self.filter_sets(filters);
        intersection(
            &every,
            &[
                &sets.dates,
                &sets.mentioned,
                &sets.spans,
                &sets.themes,
                &sets.documents,
                &sets.kinds,
            ],
        )
        .into_owned()
    }

    /// Returns the passages of a set that pass all filters, and the facet counts of the set.
    pub fn filter(&self, set: &PassageSet, filters: &Filters) -> (PassageSet, Facets) {
        let FilterSets {
            dates,
            mentioned,
            spans,
            speakers,
            voices,
            themes,
            documents,
            kinds,
        } = &self.filter_sets(filters);
        let under = |filters: &[&Option<PassageSet>]| intersection(set, filters);
        let speaker = |(speaker, voice): Span| {
            let passes = filters.voices.is_empty() || filters.voices.contains(&voice);
            speaker.filter(|_| passes).map(|speaker| speaker as usize)
        };
        let voice = |(speaker, voice): Span| {
            let passes = filters.speakers.is_empty()
                || speaker.is_some_and(|speaker| filters.speakers.contains(&speaker));
            let place = Voice::ALL.iter().position(|known| *known == voice);
            place.filter(|_| passes)
        };
        let counted = FacetSets {
            speakers: under(&[dates, mentioned, voices, themes, documents, kinds]).into_owned(),
            voices: under(&[dates, mentioned, speakers, themes, documents, kinds]).into_owned(),
            themes: under(&[dates, mentioned, spans, documents, kinds]).into_owned(),
            documents: under(&[dates, mentioned, spans, themes, kinds]).into_owned(),
            dates: under(&[mentioned, spans, themes, documents, kinds]).into_owned(),
            kinds: under(&[dates, mentioned, spans, themes, documents]).into_owned(),
        };
        // Facets whose own filters are not set count the same passages, which are counted once.
        let speech = self.speech;
        let by_speech = speech.tally(&counted.speakers);
        let for_voices = match (speakers, voices) {
            (None, None) => None,
            _ => Some(speech.tally(&counted.voices)),
        };
        let voices_by_speech = for_voices.as_ref().unwrap_or(&by_speech);
        let by_document = self.count_documents(&counted.documents);
        let facets = Facets {
            speakers: Speech::count(
                self.index,
                &by_speech,
                self.index.about().speakers.len(),
                speaker,
            ),
            voices: Speech::count(self.index, voices_by_speech, Voice::ALL.len(), voice),
            themes: self.count_themes(&counted.themes),
            dates: match (dates, documents) {
                (None, None) => by_document.clone(),
                _ => self.count_documents(&counted.dates),
            },
            documents: by_document,
            kinds: self.count_kinds(&counted.kinds),
            mentioned: under(&[dates, spans, themes, documents, kinds]).into_owned(),
            counted,
        };
        let matched = under(&[dates, mentioned, spans, themes, documents, kinds]);
        (matched.into_owned(), facets)
    }

    fn filter_sets(&self, filters: &Filters) -> FilterSets {
        let index = self.index;
        let has_speaker = |speaker: Option<u32>| {
            speaker.is_some_and(|speaker| filters.speakers.contains(&speaker))
        };
        let has_voice =
            |kind: RunKind| matches!(kind, RunKind::Span(voice) if filters.voices.contains(&voice));
        let any_speaker = filters.speakers.is_empty();
        let any_voice = filters.voices.is_empty();
        let is_bounded = filters.from.is_some() || filters.to.is_some();
        let has_date = |document: usize| {
            (filters.undated && select::is_undated(index, document))
                || (is_bounded && select::is_between(index, document, filters.from, filters.to))
        };
        let is_mention_bounded = filters.mentioned_from.is_some() || filters.mentioned_to.is_some();
        let has_kind = |document: usize| {
            let kind = index.documents()[document].metadata.kind as u32;
            filters.kinds.contains(&kind)
        };
        FilterSets {
            dates: (is_bounded || filters.undated).then(|| select::of_documents(index, has_date)),
            mentioned: is_mention_bounded
                .then(|| select::mentioning(index, filters.mentioned_from, filters.mentioned_to)),
            spans: (!any_speaker || !any_voice).then(|| {
                select::with_run(index, |speaker, kind| {
                    (any_speaker || has_speaker(speaker)) && (any_voice || has_voice(kind))
                })
            }),
            speakers: (!any_speaker)
                .then(|| select::with_run(index, |speaker, _| has_speaker(speaker))),
            voices: (!any_voice).then(|| select::with_run(index, |_, kind| has_voice(kind))),
            themes: (!filters.themes.is_empty()).then(|| self.of_themes(&filters.themes)),
            documents: (!filters.documents.is_empty()).then(|| {
                select::of_documents(index, |document| {
                    filters.documents.contains(&(document as u32))
                })
            }),
            kinds: (!filters.kinds.is_empty()).then(|| select::of_documents(index, has_kind)),
        }
    }

    /// Returns the passages of any of some themes.
    fn of_themes(&self, themes: &[u32]) -> PassageSet {
        let mut set = PassageSet::none(self.index.passages());
        let themes = themes.iter();
        themes
            .filter_map(|theme| self.themes.get(*theme as usize))
            .for_each(|theme| set.unite(theme));
        set
    }

    fn count_themes(&self, set: &PassageSet) -> Vec<u32> {
        let themes = self.themes.iter();
        themes.map(|theme| theme.count_with(set)).collect()
    }

    fn count_documents(&self, set: &PassageSet) -> Vec<u32> {
        let documents = self.index.documents();
        if set.count() as usize > documents.len() {
            let ranges = documents.iter().map(|document| &document.passages);
            return ranges.map(|range| set.count_within(range)).collect();
        }
        let mut counts = vec![0; documents.len()];
        set.each(|passage| counts[self.index.document_of(passage)] += 1);
        counts
    }

    fn count_kinds(&self, set: &PassageSet) -> Vec<u32> {
        let documents = self.index.documents();
        let mut counts = vec![0; self.index.about().kinds.len()];
        if set.count() as usize > documents.len() {
            for document in documents {
                counts[document.metadata.kind] += set.count_within(&document.passages);
            }
        } else {
            set.each(|passage| {
                counts[documents[self.index.document_of(passage)].metadata.kind] += 1;
            });
        }
        counts
    }
}

/// Returns the passages of a set that pass some filters.
fn intersection<'s>(set: &'s PassageSet, filters: &[&Option<PassageSet>]) -> Cow<'s, PassageSet> {
    let mut set = Cow::Borrowed(set);
    for filter in filters.iter().copied().flatten() {
        set.to_mut().intersect(filter);
    }
    set
}
