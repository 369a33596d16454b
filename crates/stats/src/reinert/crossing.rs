//! Two classifications of the same units, crossed: the classes that both share.

use super::partition::{Weighted, best_partition};
use super::{Classes, ReinertOptions, divide};
use crate::{Contingency, Error};
use frise_index::search::PassageSet;
use std::ops::Range;

/// How classifications are crossed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CrossingOptions {
    /// The fewest terms of the context units of the first classification and of the second: neighbours of one document are
    /// joined until they have as many, each with its own.
    pub terms: [usize; 2],
    /// The number of units that a crossed class must exceed, and the fewest context units of a class that is divided.
    pub units: usize,
    /// What chi-squared of a crossed class must exceed.
    pub chi_squared: f64,
}

impl Default for CrossingOptions {
    /// As rainette has it: 10 and 15 terms, more than 10 units, and chi-squared above 3.84, the level of 0.05.
    fn default() -> CrossingOptions {
        CrossingOptions {
            terms: [10, 15],
            units: 10,
            chi_squared: 3.84,
        }
    }
}

/// A class of one classification crossed with a class of the other: the units that both have.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CrossedClass {
    /// The class of the first classification and that of the second: the number of the division that made it, and its place
    /// among the classes that there were then, both from 1 on.
    pub of: [(usize, usize); 2],
    /// The units of both classes among those of the first and of the second.
    pub table: Contingency,
}

impl CrossedClass {
    /// Returns chi-squared of the table with Yates’s correction, negative if both classes share fewer units than expected.
    pub fn signed_chi_squared(&self) -> f64 {
        self.table.signed(self.table.chi_squared_yates())
    }
}

/// The classes that two classifications share.
///
/// Units are classified twice ([`Classification`](super::Classification)), each time with neighbours joined into context units
/// of another length, since what depends on where texts are cut is no class:
///
/// 1. Every class of the first classification, those too that were divided later, is crossed with every class of the second.
///    What is kept has more units than [`units`](CrossingOptions::units), and chi-squared of the two classes, with Yates’s
///    correction, above [`chi_squared`](CrossingOptions::chi_squared); of crossed classes with the same units, the first.
/// 2. Of all choices of crossed classes without a common unit, as many as were asked for, that is taken whose chi-squared sum
///    up to most; where there are not so many, the largest number that there are.
///
/// Units outside of these are in no class.
///
/// M. Reinert, *Une méthode de classification descendante hiérarchique : application à l’analyse lexicale par contexte*, Les
/// Cahiers de l’analyse des données 8 (1983); the choice is that of rainette’s `rainette2(full = TRUE)` by chi-squared (J.
/// Barnier, *Description des algorithmes*). rainette counts units without a class as a class of their own, which is not done
/// here.
#[derive(Clone, Debug, PartialEq)]
pub struct DoubleClassification {
    /// The classes.
    pub classes: Classes,
    /// What each of them is crossed from.
    pub crossed: Vec<CrossedClass>,
    /// The numbers of context units of both classifications.
    pub context_units: [usize; 2],
    /// Whether no other choice has a larger chi-squared; with very many crossed classes the search is cut short.
    pub is_best: bool,
}

impl DoubleClassification {
    /// Classifies units twice and crosses the classes. Units are given with the document of each, those of a document side by
    /// side, and each is the list of its terms in rising order, numbered below `terms`.
    ///
    /// # Errors
    /// Returns an error if one of both classifications has no classes, or if they do not share two.
    ///
    /// ```
    /// use frise_stats::{CrossingOptions, DoubleClassification, ReinertOptions};
    ///
    /// // Three words of the sea, then three of the mountain, in one document.
    /// let sea = [vec![0, 1], vec![0, 2], vec![1, 2], vec![0, 1]];
    /// let mountain = [vec![3, 4, 5], vec![3, 5], vec![4, 5], vec![3, 4]];
    /// let units = [sea, mountain].concat();
    /// let reinert = ReinertOptions { classes: 2, ..ReinertOptions::default() };
    /// let crossing = CrossingOptions { terms: [1, 3], units: 2, chi_squared: 0.0 };
    /// let found = DoubleClassification::of(&[0; 8], &units, 6, &reinert, &crossing)?;
    /// assert_eq!(found.context_units, [8, 4]);
    /// assert_eq!(found.classes.class_of, [0, 0, 0, 0, 1, 1, 1, 1].map(Some));
    /// # Ok::<(), frise_stats::Error>(())
    /// ```
    pub fn of(
        documents: &[u32],
        units: &[Vec<u32>],
        terms: usize,
        reinert: &ReinertOptions,
        options: &CrossingOptions,
    ) -> Result<DoubleClassification, Error> {
        let reinert = ReinertOptions {
            units: options.units,
            ..*reinert
        };
        let classify = |least| Dendrogram::of(documents, units, terms, &reinert, least);
        let [first, second] = options.terms;
        let both = [classify(first)?, classify(second)?];
        let (crossed, sets) = cross(&both, units.len(), options);
        let most = both.iter().map(|dendrogram| dendrogram.classes);
        let most = most.min().unwrap_or(0);
        let best = (2..=most).rev().find_map(|k| best_partition(&sets, k));
        let best = best.ok_or(Error::NothingShared(crossed.len()))?;
        let members = best.sets.iter().map(|set| {
            let members = sets[*set].members.iter();
            members.map(|unit| unit as usize).collect()
        });
        Ok(DoubleClassification {
            classes: Classes::of(units.len(), &members.collect::<Vec<Vec<usize>>>()),
            crossed: best.sets.iter().map(|set| crossed[*set]).collect(),
            context_units: both.map(|dendrogram| dendrogram.context_units),
            is_best: best.is_best,
        })
    }
}

/// All classes of a classification, those too that were divided later.
struct Dendrogram {
    /// Each class with its name and its units; the halves of the first division come first.
    nodes: Vec<((usize, usize), PassageSet)>,
    /// The number of classes in the end.
    classes: usize,
    context_units: usize,
}

impl Dendrogram {
    /// Classifies units that are joined until they have a number of terms.
    fn of(
        documents: &[u32],
        units: &[Vec<u32>],
        terms: usize,
        reinert: &ReinertOptions,
        least: usize,
    ) -> Result<Dendrogram, Error> {
        let joined = context_units(documents, units, least);
        let rows: Vec<Vec<u32>> = joined
            .iter()
            .map(|range| {
                let mut row = units[range.clone()].concat();
                row.sort_unstable();
                row.dedup();
                row
            })
            .collect();
        let divided = divide(&rows, terms, reinert)?;
        let set = |numbers: &[usize]| {
            let mut set = PassageSet::none(units.len() as u32);
            for number in numbers {
                let Range { start, end } = joined[*number];
                set.insert_all(start as u32..end as u32);
            }
            set
        };
        let divisions = (1..).zip(divided.splits.iter().zip(&divided.halves));
        let nodes = divisions.flat_map(|(division, (split, halves))| {
            let halves = (split.class + 1..).zip(halves);
            halves.map(move |(place, numbers)| ((division, place), numbers))
        });
        Ok(Dendrogram {
            nodes: nodes.map(|(name, numbers)| (name, set(numbers))).collect(),
            classes: divided.classes.len(),
            context_units: joined.len(),
        })
    }
}

/// Joins neighbouring units of one document until they have a number of terms, each with its own. What is left at the end of a
/// document and has fewer belongs to those before.
fn context_units(documents: &[u32], units: &[Vec<u32>], least: usize) -> Vec<Range<usize>> {
    let mut joined: Vec<Range<usize>> = Vec::new();
    let mut end = 0;
    for document in documents.chunk_by(|a, b| a == b) {
        let (first, places) = (joined.len(), end..end + document.len());
        let (mut start, mut terms) = (places.start, 0);
        end = places.end;
        for place in places {
            terms += units.get(place).map_or(0, Vec::len);
            if terms >= least || place + 1 == end {
                let is_rest = terms < least && first < joined.len();
                match joined.last_mut() {
                    Some(last) if is_rest => last.end = place + 1,
                    _ => joined.push(start..place + 1),
                }
                (start, terms) = (place + 1, 0);
            }
        }
    }
    joined
}

/// Crosses the classes of two classifications, and returns those that are kept with their units.
fn cross(
    [first, second]: &[Dendrogram; 2],
    units: usize,
    options: &CrossingOptions,
) -> (Vec<CrossedClass>, Vec<Weighted>) {
    let (mut crossed, mut sets) = (Vec::new(), Vec::<Weighted>::new());
    for (name, members) in &first.nodes {
        for (other_name, others) in &second.nodes {
            let mut both = members.clone();
            both.intersect(others);
            let count = both.count() as usize;
            let [part, whole, all] = [members.count(), others.count(), units as u32].map(u64::from);
            // A class that has all units is no class.
            let Ok(table) = Contingency::in_whole(count as u64, part, whole, all) else {
                continue;
            };
            let class = CrossedClass {
                of: [*name, *other_name],
                table,
            };
            let weight = class.signed_chi_squared();
            let is_known = |set: &Weighted| set.count == count && set.members == both;
            let is_kept = count > options.units && weight > options.chi_squared;
            if is_kept && !sets.iter().any(is_known) {
                crossed.push(class);
                sets.push(Weighted {
                    members: both,
                    count,
                    weight,
                });
            }
        }
    }
    (crossed, sets)
}

#[cfg(test)]
mod tests {
    use super::context_units;

    #[test]
    fn neighbours_of_a_document_are_joined() {
        let check = |documents: &[(u32, &[usize])], least: usize, expected: &[usize]| {
            let of = |(document, sizes): &(u32, &[usize])| vec![*document; sizes.len()];
            let numbers: Vec<u32> = documents.iter().flat_map(of).collect();
            let sizes = documents.iter().flat_map(|(_, sizes)| *sizes);
            let units: Vec<Vec<u32>> = sizes.map(|size| (0..*size as u32).collect()).collect();
            let found = context_units(&numbers, &units, least);
            assert!(found.is_sorted_by(|a, b| a.end == b.start));
            let found: Vec<usize> = found.into_iter().map(|range| range.len()).collect();
            assert_eq!(found, expected, "{documents:?}");
        };
        check(&[(0, &[3, 4, 5])], 0, &[1, 1, 1]);
        check(&[(0, &[3, 4, 5])], 5, &[2, 1]);
        // A rest joins those before, and stands alone where there are none.
        check(&[(0, &[3, 4, 1])], 5, &[3]);
        check(&[(0, &[9]), (1, &[1, 1]), (2, &[0])], 5, &[1, 2, 1]);
        check(&[], 5, &[]);
    }
}
