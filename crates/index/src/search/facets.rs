//! The number of passages of each facet value.

mod counter;

use super::PassageSet;
use crate::model::Voice;

pub(super) use counter::FacetCounter;

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

    /// Returns how many passages are counted for a voice and not among [`FacetSets::voices`], and how many the other way round.
    ///
    /// What a query asks for may stand in a heading or in several voices together, and what it excludes in another voice.
    pub fn voices_beside_passages(&self) -> (u32, u32) {
        let found = self.by_voice.as_ref().map_or(&[][..], |found| &found.found);
        let passages = || found.chunk_by(|one, next| one.0 == next.0);
        let both = passages().filter(|found| self.counted.voices.contains(found[0].0));
        let both = both.count() as u32;
        match self.by_voice {
            Some(_) => (
                passages().count() as u32 - both,
                self.counted.voices.count() - both,
            ),
            None => (0, 0),
        }
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
