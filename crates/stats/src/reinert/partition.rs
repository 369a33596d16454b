//! The best partition: sets that have nothing in common and whose weights have the largest sum.

use frise_index::search::PassageSet;

/// After how many sets that were looked at a search is cut short.
const LONGEST: usize = 20_000_000;

/// A set of numbers with its weight.
pub struct Weighted {
    /// The numbers.
    pub members: PassageSet,
    /// How many there are.
    pub count: usize,
    /// The weight, which is positive.
    pub weight: f64,
}

/// Sets that have nothing in common.
#[derive(Debug, PartialEq)]
pub struct Partition {
    /// The places of the sets, in rising order.
    pub sets: Vec<usize>,
    /// Whether no other partition is better: the search came to its end.
    pub is_best: bool,
}

/// Returns the number of sets asked for that have nothing in common, with the largest sum of weights; of equal sums that with
/// most members. `None` if there are not so many.
///
/// Branch and bound: sets are tried by falling weight, and a branch is left when the heaviest of those that are still possible
/// could not make it better.
pub fn best_partition(sets: &[Weighted], wanted: usize) -> Option<Partition> {
    let mut order: Vec<usize> = (0..sets.len()).collect();
    order.sort_by(|a, b| sets[*b].weight.total_cmp(&sets[*a].weight));
    let is_apart = |a: &usize, b: &usize| sets[*a].members.count_with(&sets[*b].members) == 0;
    let apart = order
        .iter()
        .map(|a| order.iter().map(|b| is_apart(a, b)).collect())
        .collect();
    let mut search = Search {
        weights: order.iter().map(|place| sets[*place].weight).collect(),
        counts: order.iter().map(|place| sets[*place].count).collect(),
        apart,
        wanted,
        best: None,
        left: LONGEST,
    };
    let possible: Vec<usize> = (0..sets.len()).collect();
    search.extend(&mut Vec::new(), (0.0, 0), &possible);
    let (_, chosen) = search.best?;
    let mut chosen: Vec<usize> = chosen.iter().map(|place| order[*place]).collect();
    chosen.sort_unstable();
    Some(Partition {
        sets: chosen,
        is_best: search.left > 0,
    })
}

/// A search among sets by falling weight.
struct Search {
    weights: Vec<f64>,
    counts: Vec<usize>,
    /// Whether two sets have nothing in common.
    apart: Vec<Vec<bool>>,
    wanted: usize,
    /// The best sum of weights with its number of members, and its sets.
    best: Option<((f64, usize), Vec<usize>)>,
    /// How many sets may still be looked at.
    left: usize,
}

impl Search {
    /// Adds sets to those chosen, of which each has nothing in common with the `possible` ones.
    fn extend(&mut self, chosen: &mut Vec<usize>, sum: (f64, usize), possible: &[usize]) {
        let missing = self.wanted - chosen.len();
        if missing == 0 {
            if self.best.as_ref().is_none_or(|(best, _)| *best < sum) {
                self.best = Some((sum, chosen.clone()));
            }
            return;
        }
        for (at, heaviest) in possible.windows(missing).enumerate() {
            let most: f64 = heaviest.iter().map(|place| self.weights[*place]).sum();
            let is_worse = |((best, _), _): &(_, _)| sum.0 + most < *best;
            self.left = self.left.saturating_sub(possible.len() - at);
            if self.left == 0 || self.best.as_ref().is_some_and(is_worse) {
                return;
            }
            let place = possible[at];
            let others = possible[at + 1..].iter().copied();
            let others: Vec<usize> = others.filter(|other| self.apart[place][*other]).collect();
            chosen.push(place);
            let with = (sum.0 + self.weights[place], sum.1 + self.counts[place]);
            self.extend(chosen, with, &others);
            chosen.pop();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Partition, Weighted, best_partition};
    use frise_index::search::PassageSet;
    use proptest::prelude::*;

    fn weighted(members: &[u32], weight: f64) -> Weighted {
        let mut set = PassageSet::none(16);
        members.iter().for_each(|member| set.insert(*member));
        Weighted {
            count: set.count() as usize,
            members: set,
            weight,
        }
    }

    /// Every choice of so many sets that have nothing in common: the largest sum and the most members with it.
    fn slow(sets: &[Weighted], wanted: usize) -> Option<(f64, usize)> {
        let choices = (0u32..1 << sets.len()).filter(|mask| mask.count_ones() as usize == wanted);
        let sums = choices.filter_map(|mask| {
            let chosen = (0..sets.len()).filter(|place| mask >> place & 1 == 1);
            let mut all = PassageSet::none(16);
            let mut sum = (0.0, 0);
            for place in chosen {
                if all.count_with(&sets[place].members) > 0 {
                    return None;
                }
                all.unite(&sets[place].members);
                sum = (sum.0 + sets[place].weight, sum.1 + sets[place].count);
            }
            Some(sum)
        });
        sums.max_by(|a, b| a.partial_cmp(b).expect("weights are numbers"))
    }

    #[test]
    fn heavy_sets_leave_room_for_others() {
        let sets = [
            weighted(&[0, 1, 2, 3], 9.0),
            weighted(&[0, 1], 6.0),
            weighted(&[2, 3], 5.0),
            weighted(&[3], 5.0),
        ];
        let check = |wanted: usize, expected: Option<&[usize]>| {
            let expected = expected.map(|sets| Partition {
                sets: sets.to_vec(),
                is_best: true,
            });
            assert_eq!(best_partition(&sets, wanted), expected, "{wanted}");
        };
        check(1, Some(&[0]));
        check(2, Some(&[1, 2]));
        check(3, None);
    }

    proptest! {
        #[test]
        fn no_other_partition_is_better(
            sets in prop::collection::vec((prop::collection::btree_set(0u32..16, 1..6), 1u32..9), 0..11),
            wanted in 1usize..5,
        ) {
            let sets: Vec<Weighted> = sets
                .into_iter()
                .map(|(members, weight)| {
                    weighted(&members.into_iter().collect::<Vec<u32>>(), f64::from(weight))
                })
                .collect();
            let found = best_partition(&sets, wanted).map(|found| {
                let sets = found.sets.iter().map(|place| &sets[*place]);
                sets.fold((0.0, 0), |sum, set| (sum.0 + set.weight, sum.1 + set.count))
            });
            prop_assert_eq!(found, slow(&sets, wanted));
        }
    }
}
