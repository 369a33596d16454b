//! Repeated segments: sequences of words that occur more than once, where and when they do, and those that travel.
//!
//! Salem, *Pratique des segments répétés* (1987). They are found by a suffix array (`suffixes`), in which all occurrences of
//! a sequence are neighbours; `maximal` finds the sequences that no longer one contains as often; `near` those with a word
//! or two changed.

mod maximal;
mod near;
mod radix;
mod suffixes;
pub(crate) mod text;

#[cfg(test)]
mod tests;

pub use near::Variant;
pub use text::Boundary;

use crate::{Error, Level, Warning, text_between};
use frise_date::{Day, Edtf};
use frise_index::Index;
use frise_index::search::PassageSet;
use maximal::Interval;
use std::ops::RangeInclusive;
pub(crate) use suffixes::Suffixes;
pub(crate) use text::Text;

/// The largest number of words of a segment.
pub(crate) const LONGEST: usize = 12;

/// Which segments are kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SegmentOptions {
    /// The level at which words are told apart.
    pub level: Level,
    /// What no segment crosses.
    pub boundary: Boundary,
    /// The numbers of words of the segments, from 2 to 12.
    pub words: RangeInclusive<usize>,
    /// The smallest number of occurrences, 2 at least.
    pub frequency: usize,
}

impl Default for SegmentOptions {
    /// Words in folded form, 2 to 12 of them within a sentence, that occur twice.
    fn default() -> SegmentOptions {
        SegmentOptions {
            level: Level::default(),
            boundary: Boundary::default(),
            words: 2..=LONGEST,
            frequency: 2,
        }
    }
}

/// A repeated segment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Segment {
    interval: Interval,
    /// The number of documents in which it occurs.
    pub documents: u32,
    /// The number of speakers who say it; occurrences without a speaker do not count.
    pub speakers: u32,
    /// The number of years in which it occurs, by the earliest days of the documents’ dates.
    pub years: u32,
    /// The earliest day of the earliest document with a date.
    pub first: Option<Day>,
    /// The earliest day of the latest document with a date.
    pub last: Option<Day>,
}

impl Segment {
    /// Returns the number of occurrences. Occurrences that overlap count each.
    pub fn frequency(&self) -> usize {
        self.interval.suffixes.len()
    }

    /// Returns the number of words.
    pub fn words(&self) -> usize {
        self.interval.words
    }

    /// Returns whether the segment travels, from one document, speaker or year to another.
    pub fn travels(&self, between: Traveller) -> bool {
        let count = match between {
            Traveller::Documents => self.documents,
            Traveller::Speakers => self.speakers,
            Traveller::Years => self.years,
        };
        count >= 2
    }
}

/// Between what a segment travels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Traveller {
    /// From one document to another.
    Documents,
    /// From one speaker to another.
    Speakers,
    /// From one year to another.
    Years,
}

/// An occurrence of a segment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// The position of its first word.
    pub start: u32,
    /// The position of its last word.
    pub end: u32,
    /// The passage.
    pub passage: u32,
    /// The document.
    pub document: usize,
    /// The speaker, if there is one.
    pub speaker: Option<u32>,
    /// The date of the document, if it has one.
    pub date: Option<Edtf>,
}

/// The repeated segments of some passages.
pub struct Segments<'i> {
    index: &'i Index,
    text: Text,
    suffixes: Suffixes,
    found: Vec<Segment>,
    warnings: Vec<Warning>,
}

impl<'i> Segments<'i> {
    /// Finds the repeated segments of some passages that are maximal: those for which no segment with a word more, on either
    /// side, occurs as often. Of a repetition of more than twelve words, its first twelve are a segment.
    ///
    /// # Errors
    /// Returns an error if the passages have no words.
    ///
    /// ```
    /// use frise_index::search::{Filters, Searcher};
    /// use frise_stats::{SegmentOptions, Segments, Traveller};
    ///
    /// # let lines = r#"{"id": "1", "date": "2016", "language": "fr", "text": "Nous voulons une paix juste et durable pour tous."}
    /// # {"id": "2", "date": "2021", "language": "fr", "text": "Il dit : une paix juste et durable."}"#;
    /// # let file = frise_corpus::SourceFile { path: "corpus.jsonl".into(), bytes: lines.into() };
    /// # let bytes = frise_corpus::compile(&[file]).expect("the corpus has no mistakes").into_bytes();
    /// let searcher = Searcher::open(bytes)?;
    /// let passages = searcher.passing(&Filters::default());
    /// let segments = Segments::of(searcher.index(), &passages, &SegmentOptions::default())?;
    ///
    /// let first = &segments.found()[0];
    /// assert_eq!(segments.text(first), "une paix juste et durable");
    /// assert!(first.travels(Traveller::Years));
    /// assert_eq!(segments.places(first).len(), 2);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn of(
        index: &'i Index,
        passages: &PassageSet,
        options: &SegmentOptions,
    ) -> Result<Segments<'i>, Error> {
        let text = Text::of(index, passages, options.level, options.boundary);
        if text.words.iter().all(|word| *word == 0) {
            return Err(Error::NoWords);
        }
        let suffixes = Suffixes::of(&text.words, LONGEST);
        let shortest = (*options.words.start()).max(2);
        let longest = (*options.words.end()).min(LONGEST);
        let intervals = maximal::intervals(
            &text.words,
            &suffixes,
            shortest..=longest,
            options.frequency.max(2),
        );
        let mut segments = Segments {
            index,
            text,
            suffixes,
            found: Vec::new(),
            warnings: Vec::new(),
        };
        segments.found = segments.describe(intervals);
        segments.warnings = segments.warn(passages);
        Ok(segments)
    }

    /// Returns the segments: those with most words in all their occurrences together first.
    pub fn found(&self) -> &[Segment] {
        &self.found
    }

    /// Returns what makes the figures doubtful.
    pub fn warnings(&self) -> &[Warning] {
        &self.warnings
    }

    /// Returns the words of a segment, as numbers of the level.
    pub fn words_of(&self, segment: &Segment) -> Vec<u32> {
        let words = self.text.words_at(self.first_of(segment), segment.words());
        words.iter().map(|word| word - 1).collect()
    }

    /// Returns a segment as it is written at its first place in reading order.
    pub fn text(&self, segment: &Segment) -> String {
        let start = self.first_of(segment);
        let end = start + segment.words() - 1;
        match (self.text.positions.get(start), self.text.positions.get(end)) {
            (Some(start), Some(end)) => text_between(self.index, *start, *end),
            _ => String::new(),
        }
    }

    /// Returns the occurrences of a segment in the order of time; those without a date come last, and those of one day in
    /// reading order.
    pub fn places(&self, segment: &Segment) -> Vec<Place> {
        let suffixes = self.suffixes.order.get(segment.interval.suffixes.clone());
        let starts = suffixes.unwrap_or_default().iter();
        // Documents are in the order of their first days, so this is the order of positions.
        let mut places: Vec<Place> = starts
            .filter_map(|start| self.place(*start as usize, segment.words()))
            .collect();
        places.sort_unstable_by_key(|place| place.start);
        places
    }

    /// Returns the first occurrence of a segment, as a place in the text.
    fn first_of(&self, segment: &Segment) -> usize {
        let suffixes = self.suffixes.order.get(segment.interval.suffixes.clone());
        suffixes
            .and_then(|suffixes| suffixes.iter().min())
            .map_or(0, |start| *start as usize)
    }

    fn place(&self, start: usize, words: usize) -> Option<Place> {
        let first = *self.text.positions.get(start)?;
        let end = *self.text.positions.get(start + words.saturating_sub(1))?;
        let passage = self.index.passage_at(first);
        let document = self.index.document_of(passage);
        let metadata = self
            .index
            .documents()
            .get(document)
            .map(|found| &found.metadata);
        Some(Place {
            start: first,
            end,
            passage,
            document,
            speaker: self.speaker_at(passage, first),
            date: metadata.and_then(|metadata| metadata.date),
        })
    }

    fn speaker_at(&self, passage: u32, position: u32) -> Option<u32> {
        let mut runs = self.index.runs_of(passage).iter();
        runs.find(|run| run.positions.contains(&position))?.speaker
    }

    /// Counts the documents, speakers and years of each segment.
    fn describe(&self, intervals: Vec<Interval>) -> Vec<Segment> {
        let dates = dates_of(self.index);
        // The document and the speaker of each suffix, in their order: those of a segment stand together, and are read again
        // for every shorter segment around it.
        let of_words = self.text.origins(self.index);
        let starts = self.suffixes.order.iter();
        let origins: Vec<(u32, u32)> = starts.map(|start| of_words[*start as usize]).collect();
        let mut documents = Seen::none_of(dates.len());
        let mut speakers = Seen::none_of(self.index.about().speakers.len());
        let mut years = Seen::none_of(dates.len());
        let mut found: Vec<Segment> = Vec::with_capacity(intervals.len());
        for (stamp, interval) in (1..).zip(intervals) {
            let mut segment = Segment {
                interval,
                documents: 0,
                speakers: 0,
                years: 0,
                first: None,
                last: None,
            };
            for (document, speaker) in &origins[segment.interval.suffixes.clone()] {
                segment.speakers += u32::from(speakers.add(*speaker, stamp));
                if !documents.add(*document, stamp) {
                    continue;
                }
                segment.documents += 1;
                if let Some((day, year)) = dates[*document as usize] {
                    segment.first = Some(segment.first.map_or(day, |first| first.min(day)));
                    segment.last = Some(segment.last.map_or(day, |last| last.max(day)));
                    segment.years += u32::from(years.add(year, stamp));
                }
            }
            found.push(segment);
        }
        sorted(found)
    }

    fn warn(&self, passages: &PassageSet) -> Vec<Warning> {
        let mut documents: Vec<usize> = passages
            .iter()
            .map(|passage| self.index.document_of(passage))
            .collect();
        documents.dedup();
        let undated = documents.iter().filter(|document| {
            let document = self.index.documents().get(**document);
            document.is_none_or(|document| document.metadata.date.is_none())
        });
        let mut warnings = Vec::new();
        let undated = undated.count();
        if documents.len() == 1 {
            warnings.push(Warning::OneDocument);
        }
        if undated > 0 {
            warnings.push(Warning::NoDates {
                documents: undated,
                of: documents.len(),
            });
        }
        warnings
    }
}

/// Returns segments with most words in all their occurrences together first, and those with as many in the order of words.
fn sorted(found: Vec<Segment>) -> Vec<Segment> {
    let key = |segment: &Segment| {
        let words = (segment.frequency() * segment.words()) as u32;
        u64::from(!words) << 32 | segment.interval.suffixes.start as u64
    };
    let mut keyed: Vec<(u64, u32)> = found.iter().map(key).zip(0..).collect();
    radix::sort_by_key(&mut keyed, &mut Vec::new());
    let order = keyed.iter().map(|(_, place)| *place as usize);
    order.map(|place| found[place].clone()).collect()
}

/// Returns the earliest day of the date of each document, and the number of its year among those of all documents.
fn dates_of(index: &Index) -> Vec<Option<(Day, u32)>> {
    let dates = index.documents().iter().map(|document| {
        let date = document.metadata.date.filter(|date| !date.is_open_start());
        date.map(|date| (date.earliest(), date.earliest().ymd().0))
    });
    let dates: Vec<Option<(Day, i32)>> = dates.collect();
    let mut years: Vec<i32> = dates.iter().flatten().map(|(_, year)| *year).collect();
    years.sort_unstable();
    years.dedup();
    let number = |year: i32| years.partition_point(|other| *other < year) as u32;
    let dates = dates.into_iter();
    dates
        .map(|date| date.map(|(day, year)| (day, number(year))))
        .collect()
}

/// Which numbers were added under a stamp. Another stamp begins with none.
struct Seen {
    /// The last stamp of each number, from 1 on.
    stamps: Vec<u32>,
}

impl Seen {
    /// Returns a set of numbers below a limit.
    fn none_of(limit: usize) -> Seen {
        Seen {
            stamps: vec![0; limit],
        }
    }

    /// Adds a number, and returns whether it is new; never of one that is not below the limit.
    fn add(&mut self, number: u32, stamp: u32) -> bool {
        let last = self.stamps.get_mut(number as usize);
        last.is_some_and(|last| std::mem::replace(last, stamp) != stamp)
    }
}
