//! Applies filters, and counts the passages of each facet value.

use super::super::answer::Matches;
use super::super::filters::Filters;
use super::super::plan::Plan;
use super::super::scope::{Cells, Scope};
use super::super::searcher::Searcher;
use super::super::select;
use super::super::set::PassageSet;
use super::super::speech::{Span, Speech};
use super::{FacetSets, Facets, FoundValues};
use crate::format::Index;
use crate::model::{RunKind, Voice};
use std::borrow::Cow;
use std::sync::Arc;

/// Filters sets of passages, and counts them for each facet value.
#[derive(Clone, Copy)]
pub struct FacetCounter<'s> {
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
                let scope = matches.plan.scope();
                let divided = match filters.speakers.is_empty() {
                    true => self.searcher.voices(),
                    false => self.divided(|(speaker, voice)| {
                        scope.has_speaker(speaker).then_some(voice as u32)
                    }),
                };
                self.cells(&matches.plan, divided)
            });
            self.found_values(cells, filters, &of_documents)
        });
        let by_speaker = (has_words && voices.is_some()).then(|| {
            let cells = matches.in_scope.by_speaker.get_or_init(|| {
                let divided = self.divided(|(speaker, voice)| {
                    speaker.filter(|_| matches.plan.scope().has_voice(voice))
                });
                self.cells(&matches.plan, divided)
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

    /// Divides the words of passages by a value of spans.
    fn divided(&self, value: impl Fn(Span) -> Option<u32>) -> Arc<Cells> {
        Arc::new(Cells::new(self.index, value))
    }

    /// Matches a query in each cell.
    fn cells(&self, plan: &Plan, cells: Arc<Cells>) -> (Arc<Cells>, PassageSet) {
        let matched = self.searcher.matcher(plan.scope()).cells(plan, &cells);
        (cells, matched)
    }

    /// Returns the values of the cells that a query matches, and one of the themes if some are filtered for, in passages that
    /// pass other filters.
    fn found_values(
        &self,
        (cells, matched): &(Arc<Cells>, PassageSet),
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
                evidence.unite(&matcher.cells(&plan, cells));
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
