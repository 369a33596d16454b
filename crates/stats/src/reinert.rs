//! Reinert's descending hierarchical classification of text segments by their words.

mod bipartition;
mod classes;
mod crossing;
mod factor;
mod partition;

pub use classes::{ClassTerm, Classes};
pub use crossing::{CrossedClass, CrossingOptions, DoubleClassification};

use crate::Error;
use bipartition::bipartition;

/// The fewest units, and terms, that are divided.
const FEWEST: usize = 3;

/// How units are classified.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ReinertOptions {
    /// The number of classes, if as many can be made.
    pub classes: usize,
    /// The fewest units of a class that is divided.
    pub units: usize,
    /// The fewest units of a class with a term, for the term to count when the class is divided again.
    pub frequency: u32,
    /// The contingency coefficient beyond which a term counts only in the group that has it more often than expected.
    pub contingency: f64,
}

impl Default for ReinertOptions {
    fn default() -> ReinertOptions {
        ReinertOptions {
            classes: 5,
            units: 5,
            frequency: 3,
            contingency: 0.3,
        }
    }
}

/// A division of a class in two.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Split {
    /// The place of the class in the order of the classes before; its two halves stand there and behind.
    pub class: usize,
    /// Chi-squared of the table of both halves and the terms.
    pub chi_squared: f64,
}

/// Classes of units that have terms in common.
///
/// A unit, a text segment as a rule, is the list of its terms: the table is binary. All units are one class at first, and the
/// largest class is divided until there are as many as were asked for:
///
/// 1. The units are put in the order of their coordinates on the first factor of a correspondence analysis, and cut in two
///    where chi-squared of the table of both groups and all terms is largest.
/// 2. Units are moved to the other group, one at a time and that with which chi-squared rises most, until it does not rise.
/// 3. Before a group is divided again it loses the terms that fewer than [`frequency`](ReinertOptions::frequency) of its units
///    have, and those that belong to the other group: a term that `f` and `g` units of the groups have, with `e` and `h`
///    expected by the numbers of terms of both, has the contingency coefficient `C = √(χ² / (χ² + f + g))`, where
///    `χ² = (f − e)²/e + (g − h)²/h`; where `C` is above [`contingency`](ReinertOptions::contingency), the term stays only
///    where it is more frequent than expected.
///
/// Units that have lost all their terms when their class is divided are in no class.
///
/// M. Reinert, *Une méthode de classification descendante hiérarchique : application à l’analyse lexicale par contexte*, Les
/// Cahiers de l’analyse des données 8 (1983); *Alceste, une méthodologie d’analyse des données textuelles*, Bulletin de
/// méthodologie sociologique 26 (1990). The steps are those of IRaMuTeQ (P. Ratinaud, 2009) as rainette tells them
/// (J. Barnier, *Description des algorithmes*).
#[derive(Clone, Debug, PartialEq)]
pub struct Classification {
    /// The classes; units without terms are in none.
    pub classes: Classes,
    /// The divisions, the first one first.
    pub splits: Vec<Split>,
}

/// What divisions have made of all units.
struct Divided {
    classes: Vec<Class>,
    splits: Vec<Split>,
    /// The units of both halves of each division.
    halves: Vec<[Vec<usize>; 2]>,
}

/// A class in the making: its units, each with the terms that still count in it.
struct Class {
    units: Vec<(usize, Vec<u32>)>,
    may_be_split: bool,
}

impl Classification {
    /// Classifies units, each the list of its terms in rising order. Terms are numbered below `terms`; others do not count.
    ///
    /// # Errors
    /// Returns an error if no unit has a term, or if there are too few units to divide or they do not differ.
    ///
    /// ```
    /// use frise_stats::{Classification, ReinertOptions};
    ///
    /// // Three words of the sea and three of the mountain.
    /// let units = [vec![0, 1], vec![3, 4, 5], vec![0, 2], vec![3, 5], vec![1, 2], vec![4, 5]];
    /// let options = ReinertOptions { classes: 2, ..ReinertOptions::default() };
    /// let found = Classification::of(&units, 6, &options)?;
    /// assert_eq!(found.classes.class_of, [0, 1, 0, 1, 0, 1].map(Some));
    /// assert_eq!(found.tree(), "(1 2)");
    /// # Ok::<(), frise_stats::Error>(())
    /// ```
    pub fn of(
        units: &[Vec<u32>],
        terms: usize,
        options: &ReinertOptions,
    ) -> Result<Classification, Error> {
        let Divided {
            classes, splits, ..
        } = divide(units, terms, options)?;
        let classes: Vec<Vec<usize>> = classes.iter().map(Class::numbers).collect();
        Ok(Classification {
            classes: Classes::of(units.len(), &classes),
            splits,
        })
    }

    /// Returns how classes were divided, with the numbers of classes from 1: `((1 2) 3)`.
    pub fn tree(&self) -> String {
        let mut names: Vec<String> = (1..=self.classes.sizes.len())
            .map(|name| name.to_string())
            .collect();
        for split in self.splits.iter().rev() {
            let second = names.remove(split.class + 1);
            let first = &mut names[split.class];
            *first = format!("({first} {second})");
        }
        names.concat()
    }
}

/// Divides all units, and the largest class again, until there are as many classes as were asked for.
fn divide(units: &[Vec<u32>], terms: usize, options: &ReinertOptions) -> Result<Divided, Error> {
    let known = |unit: &Vec<u32>| -> Vec<u32> {
        let known = unit.iter().copied();
        known.filter(|term| (*term as usize) < terms).collect()
    };
    let all: Vec<(usize, Vec<u32>)> = units.iter().map(known).enumerate().collect();
    let mut classes = vec![Class::of(all)];
    if classes[0].units.is_empty() {
        return Err(Error::NoWords);
    }
    let (mut splits, mut both_halves) = (Vec::new(), Vec::new());
    while classes.len() < options.classes {
        let sizes = classes.iter().enumerate();
        let divisible = sizes.filter(|(_, class)| {
            class.may_be_split && class.units.len() >= options.units.max(FEWEST)
        });
        // Of equally large classes the first is divided.
        let Some((place, _)) = divisible.rev().max_by_key(|(_, class)| class.units.len()) else {
            break;
        };
        match classes[place].split(terms, options) {
            Some((halves, chi_squared)) => {
                splits.push(Split {
                    class: place,
                    chi_squared,
                });
                both_halves.push(halves.each_ref().map(Class::numbers));
                classes.splice(place..=place, halves);
            }
            None => classes[place].may_be_split = false,
        }
    }
    if splits.is_empty() {
        return Err(Error::NoClasses(classes[0].units.len()));
    }
    Ok(Divided {
        classes,
        splits,
        halves: both_halves,
    })
}

impl Class {
    /// Returns a class of the units that have terms.
    fn of(units: Vec<(usize, Vec<u32>)>) -> Class {
        Class {
            units: units
                .into_iter()
                .filter(|(_, terms)| !terms.is_empty())
                .collect(),
            may_be_split: true,
        }
    }

    /// Returns the numbers of its units.
    fn numbers(&self) -> Vec<usize> {
        self.units.iter().map(|(number, _)| *number).collect()
    }

    /// Divides the class; `None` if its units do not differ, or have too few terms.
    fn split(&self, terms: usize, options: &ReinertOptions) -> Option<([Class; 2], f64)> {
        let with_terms = self.units.iter().filter(|(_, terms)| !terms.is_empty());
        let (numbers, units): (Vec<usize>, Vec<&[u32]>) = with_terms
            .map(|(number, terms)| (*number, terms.as_slice()))
            .unzip();
        let mut counts = vec![[0u32; 2]; terms];
        for term in units.iter().copied().flatten() {
            counts[*term as usize][0] += 1;
        }
        let known = counts.iter().filter(|count| count[0] > 0).count();
        if units.len() < FEWEST || known < FEWEST {
            return None;
        }
        let found = bipartition(&units, terms)?;
        counts.fill([0; 2]);
        for (unit, is_first) in units.iter().zip(&found.is_first) {
            for term in *unit {
                counts[*term as usize][usize::from(!is_first)] += 1;
            }
        }
        let kept = kept_terms(&counts, options);
        let half = |side: usize| Class {
            units: numbers
                .iter()
                .zip(&units)
                .zip(&found.is_first)
                .filter(|(_, is_first)| usize::from(!**is_first) == side)
                .map(|((number, unit), _)| {
                    let terms = unit.iter().copied();
                    let kept = terms.filter(|term| kept[*term as usize][side]);
                    (*number, kept.collect())
                })
                .collect(),
            may_be_split: true,
        };
        Some(([half(0), half(1)], found.chi_squared))
    }
}

/// Returns for each term whether it counts when the first and the second of two groups are divided again.
fn kept_terms(counts: &[[u32; 2]], options: &ReinertOptions) -> Vec<[bool; 2]> {
    let sum = |side: usize| -> f64 { counts.iter().map(|count| f64::from(count[side])).sum() };
    let sums = [sum(0), sum(1)];
    let whole = sums[0] + sums[1];
    let of_term = |count: &[u32; 2]| {
        let both = f64::from(count[0] + count[1]);
        let expected = sums.map(|sum| both * sum / whole);
        let part = |side: usize| match expected[side] > 0.0 {
            true => (f64::from(count[side]) - expected[side]).powi(2) / expected[side],
            false => 0.0,
        };
        let chi_squared = part(0) + part(1);
        let belongs_to_one =
            both > 0.0 && (chi_squared / (chi_squared + both)).sqrt() > options.contingency;
        [0, 1].map(|side| {
            let is_frequent = count[side] > 0 && count[side] >= options.frequency;
            is_frequent && (!belongs_to_one || f64::from(count[side]) > expected[side])
        })
    };
    counts.iter().map(of_term).collect()
}
