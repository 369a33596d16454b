//! From a [`Plan`] to the passages that match, and their scores.
//!
//! A word has up to three readings ([`Reading`]), each stricter than the next. The whole plan is evaluated with each, so that
//! the passages that match the query as it is written are known among all that match.

use super::plan::{Leaf, Plan, PlanNode};
use super::proximity::Proximity;
use super::scope::{Cells, Scope};
use super::sequences::each_occurrence;
use super::{PassageSet, Reading, bm25};
use crate::format::Index;
use std::borrow::Cow;

/// Evaluates plans.
#[derive(Clone, Copy)]
pub(super) struct Matcher<'s> {
    pub index: &'s Index,
    /// The mean number of words of a passage.
    pub mean_words: f32,
    /// The words that count.
    pub scope: &'s Scope,
}

/// The passages that a reading of a leaf matches.
pub(super) struct LeafMatches {
    pub reading: Reading,
    pub passages: PassageSet,
    /// How often the leaf occurs in each passage, in the order of the set; `None` if the next reading is scored in its place.
    pub frequencies: Option<Vec<u32>>,
}

/// The readings of a leaf that have forms of their own, the strictest first.
pub(super) type Readings = Vec<LeafMatches>;

/// What a plan matches.
pub(super) struct PlanMatches {
    pub passages: PassageSet,
    /// The score of each passage, in the order of the set.
    pub scores: Vec<f32>,
    /// What the scores are made of beside the words.
    pub parts: ScoreParts,
}

/// What scores are made of beside the words of the query.
#[derive(Default)]
pub(super) struct ScoreParts {
    /// The passages that match the query folded, and those that match it as written; `None` where no word has several readings.
    pub strict: Option<[PassageSet; 2]>,
    /// The most that words and their nearness can add to a score, which each stricter reading adds.
    pub most: f32,
    /// What nearness adds to the score of each passage where it was measured, in rising order.
    pub near: Vec<(u32, f32)>,
}

impl ScoreParts {
    /// Returns what a passage gets for the strictness of its match.
    pub fn strictness(&self, passage: u32) -> f32 {
        let strict = self.strict.iter().flatten();
        let readings = strict.filter(|set| set.contains(passage)).count();
        readings as f32 * self.most
    }

    /// Returns the strictest reading that a passage matches, where words have several.
    pub fn reading(&self, passage: u32) -> Option<Reading> {
        let [folded, written] = self.strict.as_ref()?;
        Some(match () {
            () if written.contains(passage) => Reading::Written,
            () if folded.contains(passage) => Reading::Folded,
            () => Reading::Any,
        })
    }

    /// Returns what a passage gets for words that are near one another.
    pub fn nearness(&self, passage: u32) -> f32 {
        let found = self.near.binary_search_by_key(&passage, |near| near.0);
        found.map_or(0.0, |place| self.near[place].1)
    }
}

impl Matcher<'_> {
    /// Returns the passages that a plan matches, and their scores.
    pub fn matches(&self, plan: &Plan) -> PlanMatches {
        let leaves = self.match_leaves(plan);
        let passages = self
            .match_node(&plan.root, &leaves, Reading::Any, None)
            .into_owned();
        let mut scores = self.scores_of_words(plan, &leaves, &passages);
        let parts = self.score_parts(plan, &leaves, &passages, &scores);
        let mut near = parts.near.iter().peekable();
        let mut score = scores.iter_mut();
        passages.each(|passage| {
            if let Some(score) = score.next().filter(|score| **score > 0.0) {
                if let Some((_, nearness)) = near.next_if(|near| near.0 == passage) {
                    *score += nearness;
                }
                *score += parts.strictness(passage);
            }
        });
        PlanMatches {
            passages,
            scores,
            parts,
        }
    }

    /// Returns the passages that a plan matches, without scores.
    pub fn passages(&self, plan: &Plan) -> PassageSet {
        let leaves = self.match_leaves(plan);
        self.match_node(&plan.root, &leaves, Reading::Any, None)
            .into_owned()
    }

    /// Returns the cells that a plan matches: a word or phrase must stand in one cell, and fields choose whole passages.
    pub fn cells(&self, plan: &Plan, cells: &Cells) -> PassageSet {
        let leaf = |leaf: &Leaf| {
            let mut set = PassageSet::none(cells.len());
            each_occurrence(self.index, leaf, |start, end| {
                if let Some(cell) = cells.at(self.index, start, end) {
                    set.insert(cell);
                }
            });
            vec![LeafMatches {
                reading: Reading::Written,
                passages: set,
                frequencies: None,
            }]
        };
        let leaves: Vec<Readings> = plan.leaves.iter().map(leaf).collect();
        self.match_node(&plan.root, &leaves, Reading::Any, Some(cells))
            .into_owned()
    }

    fn match_leaves(&self, plan: &Plan) -> Vec<Readings> {
        let mut frequencies = vec![0; self.index.passages() as usize];
        let leaves = plan.leaves.iter();
        leaves
            .map(|leaf| self.match_leaf(leaf, &mut frequencies))
            .collect()
    }

    /// Returns the passages, or the cells, that a node matches under a reading, given those of each leaf.
    fn match_node<'l>(
        &self,
        node: &'l PlanNode,
        leaves: &'l [Readings],
        reading: Reading,
        cells: Option<&Cells>,
    ) -> Cow<'l, PassageSet> {
        let passages = cells.map_or(self.index.passages(), Cells::len);
        match node {
            PlanNode::Everything => Cow::Owned(PassageSet::every(passages)),
            PlanNode::Leaf(leaf) => match under(&leaves[*leaf], reading) {
                Some(matches) => Cow::Borrowed(&matches.passages),
                None => Cow::Owned(PassageSet::none(passages)),
            },
            PlanNode::Set(set) => match cells {
                Some(cells) => Cow::Owned(cells.of_passages(set)),
                None => Cow::Borrowed(set),
            },
            PlanNode::Not(inner) => {
                // What is excluded is excluded in all its forms.
                let mut set = self
                    .match_node(inner, leaves, Reading::Any, cells)
                    .into_owned();
                set.complement();
                Cow::Owned(set)
            }
            PlanNode::All(parts) => {
                let mut parts = parts.iter();
                let Some(first) = parts.next() else {
                    return Cow::Owned(PassageSet::every(passages));
                };
                let mut set = self.match_node(first, leaves, reading, cells);
                for part in parts {
                    let part = self.match_node(part, leaves, reading, cells);
                    set.to_mut().intersect(&part);
                }
                set
            }
            PlanNode::Any(parts) => {
                let mut set = PassageSet::none(passages);
                for part in parts {
                    set.unite(&self.match_node(part, leaves, reading, cells));
                }
                Cow::Owned(set)
            }
        }
    }

    /// Returns what each reading of a leaf matches. `frequencies` has a 0 for each passage, before and after.
    ///
    /// Several words that belong together have one reading.
    pub fn match_leaf(&self, leaf: &Leaf, frequencies: &mut [u32]) -> Readings {
        let mut set = PassageSet::none(self.index.passages());
        let mut readings = Readings::new();
        if let [forms] = leaf.parts.as_slice() {
            let has = |reading: Reading| forms.iter().any(|form| form.1.reading() == reading);
            for reading in Reading::ALL.into_iter().filter(|reading| has(*reading)) {
                for (form, _) in forms.iter().filter(|form| form.1.reading() == reading) {
                    for position in self.index.postings(*form) {
                        self.count(*position, *position, &mut set, frequencies);
                    }
                }
                let is_scored = reading != Reading::Written || !has(Reading::Folded);
                readings.push(LeafMatches {
                    reading,
                    passages: set.clone(),
                    frequencies: is_scored.then(|| read(&set, frequencies)),
                });
            }
        } else {
            each_occurrence(self.index, leaf, |start, end| {
                self.count(start, end, &mut set, frequencies);
            });
            readings.push(LeafMatches {
                reading: Reading::Written,
                frequencies: Some(read(&set, frequencies)),
                passages: set.clone(),
            });
        }
        set.each(|passage| frequencies[passage as usize] = 0);
        readings
    }

    /// Counts an occurrence, given by its first and last position, in its passage if it is in the scope.
    #[inline]
    fn count(&self, start: u32, end: u32, set: &mut PassageSet, frequencies: &mut [u32]) {
        if self.scope.has(self.index, start, end) {
            let passage = self.index.passage_at(end);
            set.insert(passage);
            frequencies[passage as usize] += 1;
        }
    }

    /// Returns what the words of a query add to the score of each of some passages, in their order.
    fn scores_of_words(&self, plan: &Plan, leaves: &[Readings], passages: &PassageSet) -> Vec<f32> {
        let mut scores = vec![0.0; passages.count() as usize];
        for readings in counting(plan, leaves) {
            for (matches, frequencies) in scored(readings) {
                let weight = self.weight(readings, matches);
                passages.each_of_both(&matches.passages, |passage, place, place_of_match| {
                    let frequency = frequencies[place_of_match] as f32;
                    scores[place] +=
                        bm25::term_score(weight, frequency, self.relative_length(passage));
                });
            }
        }
        scores
    }

    /// Returns what scores are made of beside the words.
    fn score_parts(
        &self,
        plan: &Plan,
        leaves: &[Readings],
        passages: &PassageSet,
        scores: &[f32],
    ) -> ScoreParts {
        let all = plan.leaves.iter().zip(leaves);
        let words = all.filter(|(leaf, _)| leaf.counts);
        let words = words.filter_map(|(leaf, readings)| {
            let idf = bm25::idf(readings.last()?.passages.count(), self.index.passages());
            Some((leaf, idf))
        });
        let proximity = Proximity::new(words);
        let is_read_in_several_ways = counting(plan, leaves).any(|readings| readings.len() > 1);
        let strict = is_read_in_several_ways.then(|| {
            [Reading::Folded, Reading::Written].map(|reading| {
                let set = self.match_node(&plan.root, leaves, reading, None);
                set.into_owned()
            })
        });
        let of_words = counting(plan, leaves).flat_map(|readings| {
            scored(readings).map(|(matches, _)| bm25::most(self.weight(readings, matches)))
        });
        let mut parts = ScoreParts {
            most: of_words.sum::<f32>() + proximity.most(),
            near: Vec::new(),
            strict,
        };
        parts.near = proximity.measure(self, passages, |passage, place| {
            scores[place] + parts.strictness(passage)
        });
        parts
    }

    /// Returns the weight of a reading of a leaf: its inverse document frequency, shared among the readings that are scored.
    pub fn weight(&self, readings: &Readings, matches: &LeafMatches) -> f32 {
        let idf = bm25::idf(matches.passages.count(), self.index.passages());
        idf / scored(readings).count() as f32
    }

    /// Returns the number of words of a passage, divided by the mean of all passages.
    pub fn relative_length(&self, passage: u32) -> f32 {
        self.index.words_of(passage) as f32 / self.mean_words
    }
}

/// Returns the frequency in each passage of a set.
fn read(set: &PassageSet, frequencies: &[u32]) -> Vec<u32> {
    let mut read = Vec::with_capacity(set.count() as usize);
    set.each(|passage| read.push(frequencies[passage as usize]));
    read
}

/// Returns the readings of the leaves that are not below an exclusion.
fn counting<'l>(plan: &'l Plan, leaves: &'l [Readings]) -> impl Iterator<Item = &'l Readings> {
    let all = plan.leaves.iter().zip(leaves);
    all.filter(|(leaf, _)| leaf.counts)
        .map(|(_, readings)| readings)
}

/// Returns the readings of a leaf that are scored, with their frequencies: the closest and the widest, which may be one.
pub(super) fn scored(readings: &Readings) -> impl Iterator<Item = (&LeafMatches, &Vec<u32>)> {
    let readings = readings.iter();
    readings.filter_map(|matches| Some((matches, matches.frequencies.as_ref()?)))
}

/// Returns the widest of the readings of a leaf that are not wider than a given one.
fn under(readings: &Readings, reading: Reading) -> Option<&LeafMatches> {
    readings.iter().rfind(|matches| matches.reading <= reading)
}
