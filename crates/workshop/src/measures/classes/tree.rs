//! The divisions of classes as a dendrogram.

use super::super::subject::Subject;
use super::{Class, percent};
use crate::report::{Division, Leaf, Tree};
use frise_stats::Classification;
use std::ops::Range;

/// Returns how the classes were divided.
pub fn tree(subject: &Subject, found: &Classification, classes: &[Class]) -> Tree {
    let language = subject.language();
    let leaf = |class: &Class| Leaf {
        name: format!("{} ({})", class.name, percent(class.share, language)),
        words: class.first.clone(),
    };
    Tree {
        name: subject
            .pick(
                "Les divisions, de la première, à gauche, à la dernière",
                "The divisions, from the first one on the left to the last",
            )
            .to_string(),
        leaves: classes.iter().map(leaf).collect(),
        divisions: divisions(found),
    }
}

/// Returns the divisions, with the leaves of both halves of each.
fn divisions(found: &Classification) -> Vec<Division> {
    // From the last division back to the first, each joins two ranges that stand beside each other.
    let mut ranges: Vec<Range<usize>> = (0..found.classes.sizes.len())
        .map(|leaf| leaf..leaf + 1)
        .collect();
    let mut divisions = Vec::new();
    for split in found.splits.iter().rev() {
        let second = ranges.remove(split.class + 1);
        let first = std::mem::replace(&mut ranges[split.class], 0..0);
        ranges[split.class] = first.start..second.end;
        divisions.push(Division {
            halves: [first, second],
            chi_squared: split.chi_squared,
        });
    }
    divisions.reverse();
    divisions
}

#[cfg(test)]
mod tests {
    use super::divisions;
    use frise_stats::{Classes, Classification, Split};

    #[test]
    fn halves_stand_beside_each_other() {
        let split = |class, chi_squared| Split { class, chi_squared };
        let found = Classification {
            classes: Classes {
                class_of: Vec::new(),
                sizes: vec![3, 2, 2, 1],
            },
            splits: vec![split(0, 9.0), split(1, 5.0), split(0, 2.0)],
        };
        // ((1 2) (3 4)): all, then the second half, then the first one.
        assert_eq!(found.tree(), "((1 2) (3 4))");
        let found = divisions(&found);
        let halves: Vec<_> = found
            .iter()
            .map(|division| division.halves.clone())
            .collect();
        assert_eq!(halves, [[0..2, 2..4], [2..3, 3..4], [0..1, 1..2]]);
        assert_eq!(found[1].chi_squared, 5.0);
    }
}
