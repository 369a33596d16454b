//! From a plan to the passages that match, and their BM25 scores.

use super::plan::{Leaf, Plan, Step};
use super::{PassageSet, Reason, Searcher};

/// How soon more of the same word counts for less: Robertson and Zaragoza, The Probabilistic
/// Relevance Framework: BM25 and Beyond (2009), section 3.3, whose usual value it is.
const K1: f32 = 1.2;
/// How much the length of a passage counts against it: the same source.
const B: f32 = 0.75;

/// What a hit of each reason counts, next to the word itself.
fn weight(reason: Reason) -> f32 {
    match reason {
        Reason::Exact | Reason::Folded | Reason::Theme => 1.0,
        Reason::Pattern | Reason::Stem => 0.8,
        Reason::Fuzzy => 0.5,
    }
}

impl Searcher {
    /// The passages that a plan matches, and the score of every passage, matching or not.
    pub(super) fn matches(&self, plan: &Plan) -> (PassageSet, Vec<f32>) {
        let mut scores = vec![0.0; self.index().passages() as usize];
        let leaves: Vec<PassageSet> = plan
            .leaves
            .iter()
            .map(|leaf| self.leaf_matches(leaf, &mut scores))
            .collect();
        (self.step_matches(&plan.root, &leaves), scores)
    }

    fn step_matches(&self, step: &Step, leaves: &[PassageSet]) -> PassageSet {
        let passages = self.index().passages();
        match step {
            Step::Everything => PassageSet::every(passages),
            Step::Leaf(leaf) => leaves[*leaf].clone(),
            Step::Set(set) => set.clone(),
            Step::Not(inner) => {
                let mut set = self.step_matches(inner, leaves);
                set.complement();
                set
            }
            Step::All(parts) => parts
                .iter()
                .fold(PassageSet::every(passages), |mut set, part| {
                    set.intersect(&self.step_matches(part, leaves));
                    set
                }),
            Step::Any(parts) => parts
                .iter()
                .fold(PassageSet::none(passages), |mut set, part| {
                    set.unite(&self.step_matches(part, leaves));
                    set
                }),
        }
    }

    /// The passages of a leaf; adds its share to the score of each.
    fn leaf_matches(&self, leaf: &Leaf, scores: &mut [f32]) -> PassageSet {
        let mut frequency = vec![0.0f32; scores.len()];
        let mut set = PassageSet::none(self.index().passages());
        let mut add = |passage: u32, weight: f32| {
            set.insert(passage);
            frequency[passage as usize] += weight;
        };
        match leaf.parts.as_slice() {
            [forms] => {
                for (form, reason) in forms {
                    let weight = weight(*reason);
                    self.each_passage(self.index().occurrences(*form), |passage| {
                        add(passage, weight)
                    });
                }
            }
            _ => {
                let ends: Vec<u32> = self
                    .sequences(leaf)
                    .into_iter()
                    .map(|sequence| sequence.end)
                    .collect();
                self.each_passage(&ends, |passage| add(passage, 1.0));
            }
        }
        if leaf.counts {
            self.add_scores(&set, &frequency, scores);
        }
        set
    }

    fn add_scores(&self, set: &PassageSet, frequency: &[f32], scores: &mut [f32]) {
        let all = self.index().passages() as f32;
        let with = set.count() as f32;
        let rarity = (1.0 + (all - with + 0.5) / (with + 0.5)).ln();
        for passage in set.iter() {
            let length = self.index().words_of(passage) as f32 / self.mean_words;
            let times = frequency[passage as usize];
            scores[passage as usize] +=
                rarity * times * (K1 + 1.0) / (times + K1 * (1.0 - B + B * length));
        }
    }

    /// Tells the passage of each of some rising positions.
    fn each_passage(&self, positions: &[u32], mut tell: impl FnMut(u32)) {
        let mut passage = 0;
        let mut range = 0..0;
        for position in positions {
            if !range.contains(position) {
                passage = self.index().passage_at(*position);
                range = self.index().positions_of(passage);
            }
            tell(passage);
        }
    }

    /// Where the words of a leaf stand together, by rising end.
    pub(super) fn sequences(&self, leaf: &Leaf) -> Vec<Sequence> {
        let places: Vec<Vec<u32>> = leaf
            .parts
            .iter()
            .map(|forms| self.positions(forms))
            .collect();
        match leaf.within {
            None => in_a_row(&places),
            Some(words) => self.near(&places, words),
        }
    }

    /// The positions of some forms, in rising order.
    fn positions(&self, forms: &[(u32, Reason)]) -> Vec<u32> {
        let mut positions = Vec::new();
        for (form, _) in forms {
            positions.extend_from_slice(self.index().occurrences(*form));
        }
        positions.sort_unstable();
        positions
    }

    /// Windows in which every word occurs, the last at most `words` words after the first. A word that
    /// is asked for twice must stand there twice.
    fn near(&self, places: &[Vec<u32>], words: u32) -> Vec<Sequence> {
        let mut wanted: Vec<(&Vec<u32>, usize)> = Vec::new();
        for positions in places {
            match wanted.iter_mut().find(|(known, _)| *known == positions) {
                Some((_, times)) => *times += 1,
                None => wanted.push((positions, 1)),
            }
        }
        let mut all: Vec<(u32, usize)> = Vec::new();
        for (part, (positions, _)) in wanted.iter().enumerate() {
            all.extend(positions.iter().map(|position| (*position, part)));
        }
        all.sort_unstable();
        let mut last: Vec<Vec<u32>> = vec![Vec::new(); wanted.len()];
        let mut sequences = Vec::new();
        for (position, part) in all {
            last[part].push(position);
            if last[part].len() > wanted[part].1 {
                last[part].remove(0);
            }
            let complete = last
                .iter()
                .zip(&wanted)
                .all(|(last, (_, times))| last.len() == *times);
            let start = last
                .iter()
                .filter_map(|last| last.first())
                .copied()
                .min()
                .unwrap_or(position);
            if complete
                && position - start <= words
                && self.index().passage_at(start) == self.index().passage_at(position)
            {
                let mut members: Vec<u32> = last.concat();
                members.sort_unstable();
                sequences.push(Sequence {
                    start,
                    end: position,
                    members: Some(members),
                });
            }
        }
        sequences
    }
}

/// Words of a passage that together are one hit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Sequence {
    pub start: u32,
    pub end: u32,
    /// The positions of the words, where they are not all from `start` to `end`.
    pub members: Option<Vec<u32>>,
}

fn in_a_row(places: &[Vec<u32>]) -> Vec<Sequence> {
    let Some((first, rest)) = places.split_first() else {
        return Vec::new();
    };
    let mut starts = first.clone();
    for (distance, positions) in (1..).zip(rest) {
        let mut from = 0;
        starts.retain(|start| {
            let wanted = start + distance;
            from += positions[from..].partition_point(|position| *position < wanted);
            positions.get(from) == Some(&wanted)
        });
    }
    let length = rest.len() as u32;
    starts
        .into_iter()
        .map(|start| Sequence {
            start,
            end: start + length,
            members: None,
        })
        .collect()
}
