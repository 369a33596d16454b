//! Filters by what is known of a passage, and the number of passages of each facet value.

use super::answer::Matches;
use super::scope::{Cells, Scope};
use super::speech::{Span, Speech};
use super::{PassageSet, Plan, Searcher, select};
use crate::format::Index;
use crate::model::{RunKind, Voice};
use frise_date::Day;
use std::borrow::Cow;

/// The filters of a search. A passage must pass each filter; a filter without values passes all.
///
/// The values of one filter are alternatives. A speaker and a voice must be those of the same span. Voices also limit the words
/// in which a query and the themes are looked for, as [`Scope`] tells.
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
    by_speaker: Option<FoundValues>,
    by_voice: Option<FoundValues>,
    themes_in_scope: Vec<PassageSet>,
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

impl Facets {
    /// Returns the passages that are counted for a speaker; `None` if they are those of [`FacetSets::speakers`] that have a span
    /// of the speaker.
    pub fn of_speaker(&self, speaker: u32) -> Option<PassageSet> {
        self.by_speaker.as_ref().map(|found| found.of(speaker))
    }

    /// Returns the passages that are counted for a voice; `None` if they are those of [`FacetSets::voices`] that have a span in
    /// the voice.
    pub fn of_voice(&self, voice: Voice) -> Option<PassageSet> {
        self.by_voice.as_ref().map(|found| found.of(voice as u32))
    }

    /// Returns how many passages the voices count together; fewer than the sum of their counts where passages have several.
    pub fn passages_of_voices(&self) -> u32 {
        self.by_voice
            .as_ref()
            .map_or(self.counted.voices.count(), FoundValues::passages)
    }

    /// Returns the passages of a theme in the voices that are filtered for; `None` without a filter of voices.
    pub fn of_theme(&self, theme: u32) -> Option<&PassageSet> {
        self.themes_in_scope.get(theme as usize)
    }
}

/// Passages with a value that was found in each, by rising passage. A passage can have several values.
#[derive(Clone, Debug, PartialEq, Eq)]
struct FoundValues {
    found: Vec<(u32, u32)>,
    /// The number of passages of the index.
    of_index: u32,
}

impl FoundValues {
    fn of(&self, value: u32) -> PassageSet {
        let mut set = PassageSet::none(self.of_index);
        let found = self.found.iter().filter(|found| found.1 == value);
        found.for_each(|(passage, _)| set.insert(*passage));
        set
    }

    /// Returns the number of passages.
    fn passages(&self) -> u32 {
        self.found.chunk_by(|one, next| one.0 == next.0).count() as u32
    }

    fn count(&self, values: usize) -> Vec<u32> {
        let mut counts = vec![0; values];
        for (_, value) in &self.found {
            counts[*value as usize] += 1;
        }
        counts
    }
}

/// Filters sets of passages, and counts them for each facet value.
#[derive(Clone, Copy)]
pub(super) struct FacetCounter<'s> {
    pub searcher: &'s Searcher,
    pub index: &'s Index,
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

    /// Returns the passages that match and pass all filters, and the facet counts of those that match.
    pub fn filter(&self, matches: &Matches, filters: &Filters) -> (PassageSet, Facets) {
        let set = &matches.passages;
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
        let speakers_of_corpus = self.index.about().speakers.len();
        // Facets whose own filters are not set count the same passages, which are counted once.
        let speech = self.speech;
        let by_speech = speech.tally(&counted.speakers);
        let for_voices = match (speakers, voices) {
            (None, None) => None,
            _ => Some(speech.tally(&counted.voices)),
        };
        let voices_by_speech = for_voices.as_ref().unwrap_or(&by_speech);
        let by_document = self.count_documents(&counted.documents);
        // Where a word or a theme is looked for, a voice has the passages that have it in this voice.
        let of_documents = [dates, mentioned, documents, kinds];
        let has_words = matches.plan.has_words() || !filters.themes.is_empty();
        let by_voice = has_words.then(|| {
            let cells = matches.in_scope.by_voice.get_or_init(|| {
                self.cells(&matches.plan, |(speaker, voice)| {
                    let scope = matches.plan.scope();
                    scope.has_speaker(speaker).then_some(voice as u32)
                })
            });
            self.found_values(cells, filters, &of_documents)
        });
        let by_speaker = (has_words && voices.is_some()).then(|| {
            let cells = matches.in_scope.by_speaker.get_or_init(|| {
                self.cells(&matches.plan, |(speaker, voice)| {
                    speaker.filter(|_| matches.plan.scope().has_voice(voice))
                })
            });
            self.found_values(cells, filters, &of_documents)
        });
        let themes_in_scope = match voices {
            Some(_) => self.themes_in_scope(matches).clone(),
            None => Vec::new(),
        };
        let facets = Facets {
            speakers: match &by_speaker {
                Some(found) => found.count(speakers_of_corpus),
                None => Speech::count(self.index, &by_speech, speakers_of_corpus, speaker),
            },
            voices: match &by_voice {
                Some(found) => found.count(Voice::ALL.len()),
                None => Speech::count(self.index, voices_by_speech, Voice::ALL.len(), voice),
            },
            themes: match voices {
                Some(_) => count_themes(&themes_in_scope, &counted.themes),
                None => count_themes(&self.searcher.themes, &counted.themes),
            },
            dates: match (dates, documents) {
                (None, None) => by_document.clone(),
                _ => self.count_documents(&counted.dates),
            },
            documents: by_document,
            kinds: self.count_kinds(&counted.kinds),
            mentioned: under(&[dates, spans, themes, documents, kinds]).into_owned(),
            counted,
            by_speaker,
            by_voice,
            themes_in_scope,
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
            themes: (!filters.themes.is_empty()).then(|| self.of_themes(filters)),
            documents: (!filters.documents.is_empty()).then(|| {
                select::of_documents(index, |document| {
                    filters.documents.contains(&(document as u32))
                })
            }),
            kinds: (!filters.kinds.is_empty()).then(|| select::of_documents(index, has_kind)),
        }
    }

    /// Returns the passages of any of the themes that are filtered for, in the scope of the filters.
    fn of_themes(&self, filters: &Filters) -> PassageSet {
        let mut set = PassageSet::none(self.index.passages());
        let scope = Scope::of(filters);
        for theme in &filters.themes {
            set.unite(&self.searcher.theme_in(*theme as usize, &scope));
        }
        set
    }

    fn themes_in_scope<'m>(&self, matches: &'m Matches) -> &'m Vec<PassageSet> {
        let scope = matches.plan.scope();
        matches.in_scope.themes.get_or_init(|| {
            let themes = 0..self.searcher.themes.len();
            let of_theme = |theme: usize| self.searcher.theme_in(theme, scope).into_owned();
            themes.map(of_theme).collect()
        })
    }

    /// Divides the words of passages by a value of spans, and matches a query in each part.
    fn cells(&self, plan: &Plan, value: impl Fn(Span) -> Option<u32>) -> (Cells, PassageSet) {
        let cells = Cells::new(self.index, value);
        let matched = self.searcher.matcher(plan.scope()).cells(plan, &cells);
        (cells, matched)
    }

    /// Returns the values of the cells that a query matches, and one of the themes if some are filtered for, in passages that
    /// pass other filters.
    fn found_values(
        &self,
        (cells, matched): &(Cells, PassageSet),
        filters: &Filters,
        others: &[&Option<PassageSet>],
    ) -> FoundValues {
        let every = PassageSet::every(self.index.passages());
        let passing = intersection(&every, others);
        let mut matched = Cow::Borrowed(matched);
        if !filters.themes.is_empty() {
            let everything = Scope::default();
            let matcher = self.searcher.matcher(&everything);
            let mut evidence = PassageSet::none(cells.len());
            let themes = filters.themes.iter();
            for plan in themes.filter_map(|theme| self.searcher.theme_plan(*theme as usize)) {
                evidence.unite(&matcher.cells(plan, cells));
            }
            matched.to_mut().intersect(&evidence);
        }
        let found = matched.iter().map(|cell| cells.get(cell));
        FoundValues {
            found: found
                .filter(|(passage, _)| passing.contains(*passage))
                .collect(),
            of_index: self.index.passages(),
        }
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

fn count_themes(themes: &[PassageSet], set: &PassageSet) -> Vec<u32> {
    themes.iter().map(|theme| theme.count_with(set)).collect()
}

/// Returns the passages of a set that pass some filters.
fn intersection<'s>(set: &'s PassageSet, filters: &[&Option<PassageSet>]) -> Cow<'s, PassageSet> {
    let mut set = Cow::Borrowed(set);
    for filter in filters.iter().copied().flatten() {
        set.to_mut().intersect(filter);
    }
    set
}
