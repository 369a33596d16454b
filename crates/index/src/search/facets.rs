//! Filters by what is known of a passage, and how many passages each value would give.

use super::{PassageSet, Searcher};
use crate::model::{RunKind, Voice};
use frise_date::Day;

/// What passages are kept: those that pass every filter, where a filter without values passes all.
/// Values of one filter are alternatives. A speaker and a voice must be those of one same span.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filters {
    /// From this day on.
    pub from: Option<Day>,
    /// Up to and with this day.
    pub to: Option<Day>,
    /// Documents without a date: they pass, whatever the bounds; alone, nothing else does.
    pub undated: bool,
    /// Passages that speak of a time from this day on.
    pub mentioned_from: Option<Day>,
    /// Passages that speak of a time up to and with this day; where there are two bounds, of one time that
    /// meets both.
    pub mentioned_to: Option<Day>,
    /// Places among the speakers.
    pub speakers: Vec<u32>,
    /// Voices.
    pub voices: Vec<Voice>,
    /// Places among the themes.
    pub themes: Vec<u32>,
    /// Places among the documents.
    pub documents: Vec<u32>,
    /// Places among the kinds.
    pub kinds: Vec<u32>,
}

impl Filters {
    /// Whether nothing is filtered out.
    pub fn is_empty(&self) -> bool {
        *self == Filters::default()
    }
}

/// For each value of each facet, how many passages it has under the query and all other filters, so
/// that a choice in one facet never empties that facet's other values.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facets {
    /// By speaker.
    pub speakers: Vec<u32>,
    /// By voice, in the order of [`Voice::ALL`].
    pub voices: Vec<u32>,
    /// By theme.
    pub themes: Vec<u32>,
    /// By document, under all filters but that of documents.
    pub documents: Vec<u32>,
    /// By document, under all filters but that of dates.
    pub dates: Vec<u32>,
    /// By kind.
    pub kinds: Vec<u32>,
    /// All passages under the query and all filters but that of the times that are spoken of.
    pub mentioned: PassageSet,
}

/// The filters one by one, as sets; `None` where one is empty.
struct Sieve {
    dates: Option<PassageSet>,
    mentioned: Option<PassageSet>,
    spans: Option<PassageSet>,
    speakers: Option<PassageSet>,
    voices: Option<PassageSet>,
    themes: Option<PassageSet>,
    documents: Option<PassageSet>,
    kinds: Option<PassageSet>,
}

impl Searcher {
    /// The passages that pass all filters, whatever is asked.
    pub fn passing(&self, filters: &Filters) -> PassageSet {
        let mut set = PassageSet::every(self.index().passages());
        let sieve = self.sieve(filters);
        let parts = [
            sieve.dates,
            sieve.mentioned,
            sieve.spans,
            sieve.themes,
            sieve.documents,
            sieve.kinds,
        ];
        parts.iter().flatten().for_each(|part| set.intersect(part));
        set
    }

    /// What of `asked` passes all filters, and the counts of each facet under all other filters.
    pub(super) fn filter(&self, asked: &PassageSet, filters: &Filters) -> (PassageSet, Facets) {
        let sieve = self.sieve(filters);
        let under = |parts: [&Option<PassageSet>; 6]| {
            let mut set = asked.clone();
            parts
                .into_iter()
                .flatten()
                .for_each(|part| set.intersect(part));
            set
        };
        let Sieve {
            dates,
            mentioned,
            spans,
            speakers,
            voices,
            themes,
            documents,
            kinds,
        } = &sieve;
        let matched = under([dates, mentioned, spans, themes, documents, kinds]);
        let facets = Facets {
            speakers: self.count_runs(
                &under([dates, mentioned, voices, themes, documents, kinds]),
                self.index().about().speakers.len(),
                |speaker, voice| {
                    speaker
                        .filter(|_| filters.voices.is_empty() || filters.voices.contains(&voice))
                        .map(|speaker| speaker as usize)
                },
            ),
            voices: self.count_runs(
                &under([dates, mentioned, speakers, themes, documents, kinds]),
                Voice::ALL.len(),
                |speaker, voice| {
                    let fits = filters.speakers.is_empty()
                        || speaker.is_some_and(|speaker| filters.speakers.contains(&speaker));
                    fits.then(|| Voice::ALL.iter().position(|known| *known == voice))
                        .flatten()
                },
            ),
            themes: self.count_themes(&under([dates, mentioned, spans, documents, kinds, &None])),
            documents: self
                .count_documents(&under([dates, mentioned, spans, themes, kinds, &None])),
            dates: self
                .count_documents(&under([mentioned, spans, themes, documents, kinds, &None])),
            kinds: self.count_kinds(&under([dates, mentioned, spans, themes, documents, &None])),
            mentioned: under([dates, spans, themes, documents, kinds, &None]),
        };
        (matched, facets)
    }

    fn sieve(&self, filters: &Filters) -> Sieve {
        let speaker = |speaker: Option<u32>| {
            speaker.is_some_and(|speaker| filters.speakers.contains(&speaker))
        };
        let voice =
            |kind: RunKind| matches!(kind, RunKind::Span(voice) if filters.voices.contains(&voice));
        let (no_speaker, no_voice) = (filters.speakers.is_empty(), filters.voices.is_empty());
        let kind = |document: usize| self.index().documents()[document].metadata.kind as u32;
        let bounded = filters.from.is_some() || filters.to.is_some();
        let themes = || {
            let mut set = PassageSet::none(self.index().passages());
            filters
                .themes
                .iter()
                .filter_map(|theme| self.theme(*theme as usize))
                .for_each(|theme| set.unite(theme));
            set
        };
        Sieve {
            dates: (bounded || filters.undated).then(|| {
                self.documents_where(|document| {
                    (filters.undated && self.is_undated(document))
                        || (bounded && self.is_between(document, filters.from, filters.to))
                })
            }),
            mentioned: (filters.mentioned_from.is_some() || filters.mentioned_to.is_some())
                .then(|| self.mentioning(filters.mentioned_from, filters.mentioned_to)),
            spans: (!no_speaker || !no_voice).then(|| {
                self.runs_where(|who, how| (no_speaker || speaker(who)) && (no_voice || voice(how)))
            }),
            speakers: (!no_speaker).then(|| self.runs_where(|who, _| speaker(who))),
            voices: (!no_voice).then(|| self.runs_where(|_, how| voice(how))),
            themes: (!filters.themes.is_empty()).then(themes),
            documents: (!filters.documents.is_empty()).then(|| {
                self.documents_where(|document| filters.documents.contains(&(document as u32)))
            }),
            kinds: (!filters.kinds.is_empty())
                .then(|| self.documents_where(|document| filters.kinds.contains(&kind(document)))),
        }
    }

    /// How many passages of a set have a span of each value; a passage counts once for each.
    fn count_runs(
        &self,
        set: &PassageSet,
        values: usize,
        value: impl Fn(Option<u32>, Voice) -> Option<usize>,
    ) -> Vec<u32> {
        let mut counts = vec![0; values];
        let mut last = vec![u32::MAX; values];
        for passage in set.iter() {
            for run in self.index().runs_of(passage) {
                let RunKind::Span(voice) = run.kind else {
                    continue;
                };
                if let Some(value) =
                    value(run.speaker, voice).filter(|value| last[*value] != passage)
                {
                    last[value] = passage;
                    counts[value] += 1;
                }
            }
        }
        counts
    }

    fn count_themes(&self, set: &PassageSet) -> Vec<u32> {
        let themes = 0..self.index().about().themes.len();
        themes
            .map(|theme| self.theme(theme).map_or(0, |theme| theme.count_with(set)))
            .collect()
    }

    fn count_documents(&self, set: &PassageSet) -> Vec<u32> {
        let documents = self.index().documents().iter();
        documents
            .map(|document| set.count_within(&document.passages))
            .collect()
    }

    fn count_kinds(&self, set: &PassageSet) -> Vec<u32> {
        let mut counts = vec![0; self.index().about().kinds.len()];
        for (document, count) in self
            .index()
            .documents()
            .iter()
            .zip(self.count_documents(set))
        {
            counts[document.metadata.kind] += count;
        }
        counts
    }
}
