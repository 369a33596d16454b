//! Classes of units, with the terms and the units that are typical of each.

use crate::Contingency;

/// Classes of units that have terms in common.
#[derive(Clone, Debug, PartialEq)]
pub struct Classes {
    /// The class of each unit; `None` for units that are in no class.
    pub class_of: Vec<Option<u32>>,
    /// The number of units of each class.
    pub sizes: Vec<usize>,
}

impl Classes {
    /// Returns classes of a number of units from the units of each.
    pub(super) fn of(units: usize, classes: &[Vec<usize>]) -> Classes {
        let mut class_of = vec![None; units];
        for (number, class) in (0..).zip(classes) {
            for unit in class {
                class_of[*unit] = Some(number);
            }
        }
        Classes {
            class_of,
            sizes: classes.iter().map(Vec::len).collect(),
        }
    }

    /// Returns the terms of a class by falling chi-squared: those typical of it first, those that it lacks last.
    ///
    /// The table of a term has the units with the term among those of the class and among those of all other classes. Terms
    /// that no classified unit has are left out.
    pub fn terms_of(&self, units: &[Vec<u32>], class: u32) -> Vec<ClassTerm> {
        let (mut inside, mut outside) = (0, 0);
        let most = units.iter().flatten().max().map_or(0, |most| most + 1);
        let mut counts = vec![(0u64, 0u64); most as usize];
        for (unit, of) in units.iter().zip(&self.class_of) {
            let Some(of) = of else {
                continue;
            };
            let is_inside = *of == class;
            *(if is_inside { &mut inside } else { &mut outside }) += 1;
            for term in unit {
                let (in_class, in_others) = &mut counts[*term as usize];
                *(if is_inside { in_class } else { in_others }) += 1;
            }
        }
        let found = (0..).zip(counts).filter(|(_, (a, b))| a + b > 0);
        let found = found.filter_map(|(term, (in_class, in_others))| {
            let table = Contingency::new(in_class, inside, in_others, outside).ok()?;
            Some(ClassTerm { term, table })
        });
        let mut found: Vec<ClassTerm> = found.collect();
        found.sort_by(|a, b| b.signed_chi_squared().total_cmp(&a.signed_chi_squared()));
        found
    }

    /// Returns the units of a class with their scores, the most typical first.
    ///
    /// The score of a unit is the sum of chi-squared of its terms that the class has more often than expected: IRaMuTeQ's
    /// absolute score. `terms` are those of the class.
    pub fn typical_units(
        &self,
        units: &[Vec<u32>],
        class: u32,
        terms: &[ClassTerm],
    ) -> Vec<(usize, f64)> {
        let most = terms.iter().map(|term| term.term + 1).max().unwrap_or(0);
        let mut weights = vec![0.0; most as usize];
        for term in terms {
            weights[term.term as usize] = term.signed_chi_squared().max(0.0);
        }
        let weight = |term: &u32| weights.get(*term as usize).copied().unwrap_or(0.0);
        let of_class = self.class_of.iter().enumerate();
        let of_class = of_class.filter(|(_, of)| **of == Some(class));
        let mut scores: Vec<(usize, f64)> = of_class
            .filter_map(|(unit, _)| Some((unit, units.get(unit)?.iter().map(weight).sum())))
            .collect();
        scores.sort_by(|a, b| b.1.total_cmp(&a.1));
        scores
    }
}

/// A term with its units in a class and in the others.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ClassTerm {
    /// The term.
    pub term: u32,
    /// Units with the term and without it, in the class and in all others.
    pub table: Contingency,
}

impl ClassTerm {
    /// Returns chi-squared of the table, negative if the class has the term more seldom than expected.
    pub fn signed_chi_squared(&self) -> f64 {
        self.table.signed(self.table.chi_squared())
    }
}
