//! Two groups of units that differ most.

use super::factor::first_factor;

/// How much more a chi-squared must be to be larger, as a share: less is rounding.
const RISE: f64 = 1e-12;

/// How near two coordinates are that are one, as a share of the largest.
const SAME: f64 = 1e-9;

/// Two groups of units.
pub struct Bipartition {
    /// Whether each unit is in the first group, which is that of the first unit.
    pub is_first: Vec<bool>,
    /// Chi-squared of the table of both groups and all terms.
    pub chi_squared: f64,
}

/// Divides units in two: cut in the order of the first factor where chi-squared is largest, then units are moved to the other
/// group, one at a time and that with which chi-squared rises most, until it does not rise.
///
/// Returns `None` if the units do not differ. No unit is empty.
pub fn bipartition(units: &[&[u32]], terms: usize) -> Option<Bipartition> {
    let coordinates = first_factor(units, terms)?;
    let largest = coordinates
        .iter()
        .fold(0.0_f64, |most, coordinate| most.max(coordinate.abs()));
    let mut order: Vec<usize> = (0..units.len()).collect();
    order.sort_by(|a, b| coordinates[*a].total_cmp(&coordinates[*b]));
    let mut groups = Groups::of(units, terms);
    let mut best = (0.0, 0);
    for (place, pair) in order.windows(2).enumerate() {
        groups.flip(units, pair[0]);
        // Units with the same coordinate stay together, whatever their order.
        let is_gap = coordinates[pair[1]] - coordinates[pair[0]] > SAME * largest;
        let chi_squared = groups.chi_squared();
        if is_gap && chi_squared > best.0 * (1.0 + RISE) {
            best = (chi_squared, place + 1);
        }
    }
    if best.1 == 0 {
        return None;
    }
    let mut groups = Groups::of(units, terms);
    for unit in &order[..best.1] {
        groups.flip(units, *unit);
    }
    let chi_squared = climb(units, &mut groups);
    let mut is_first = groups.is_first;
    if !is_first[0] {
        is_first
            .iter_mut()
            .for_each(|is_first| *is_first = !*is_first);
    }
    Some(Bipartition {
        is_first,
        chi_squared,
    })
}

/// Moves units to the other group, one at a time and that with which chi-squared rises most; of equal ones the first. Returns
/// chi-squared.
///
/// What a move would give is kept for each unit, and changes with a move only for the units that have a term of the moved one.
fn climb(units: &[&[u32]], groups: &mut Groups) -> f64 {
    let mut units_of = vec![Vec::new(); groups.both.len()];
    for (unit, terms) in units.iter().enumerate() {
        for term in *terms {
            units_of[*term as usize].push(unit);
        }
    }
    let sum = |unit: &[u32], value: &dyn Fn(usize) -> f64| -> f64 {
        unit.iter().map(|term| value(*term as usize)).sum()
    };
    let one = |term: usize| 1.0 / groups.both[term];
    let own: Vec<f64> = units.iter().map(|unit| sum(unit, &one)).collect();
    let share = |term: usize| groups.first[term] / groups.both[term];
    let mut shares: Vec<f64> = units.iter().map(|unit| sum(unit, &share)).collect();
    let mut chi_squared = groups.chi_squared();
    // Rounding could move a unit back and forth, but not for ever.
    for _ in 0..units.len() * 4 {
        let mut best = None;
        let mut most = chi_squared * (1.0 + RISE);
        for (unit, is_first) in groups.is_first.iter().enumerate() {
            let left = match is_first {
                true => groups.units,
                false => units.len() - groups.units,
            };
            let step = if *is_first { -1.0 } else { 1.0 };
            let first = groups.first_sum + step * units[unit].len() as f64;
            let squares = groups.squares + 2.0 * step * shares[unit] + own[unit];
            let value = self::chi_squared(groups.sum, first, squares);
            // No move leaves a group empty.
            if left > 1 && value > most {
                most = value * (1.0 + RISE);
                best = Some(unit);
            }
        }
        let Some(unit) = best else {
            break;
        };
        groups.flip(units, unit);
        let step = if groups.is_first[unit] { 1.0 } else { -1.0 };
        for term in units[unit] {
            let change = step / groups.both[*term as usize];
            for other in &units_of[*term as usize] {
                shares[*other] += change;
            }
        }
        chi_squared = groups.chi_squared();
    }
    chi_squared
}

/// The table of two groups and the terms.
///
/// With `a` the terms of the first group, `c` those of both, `A` and `N` their sums, and `Q = Σ a²/c`, chi-squared is
/// `N (N Q - A²) / (A (N - A))`. A move changes `A`, and `Q` by the terms of the unit alone.
struct Groups {
    is_first: Vec<bool>,
    /// The units of the first group.
    units: usize,
    first: Vec<f64>,
    both: Vec<f64>,
    first_sum: f64,
    sum: f64,
    squares: f64,
}

impl Groups {
    /// All units are in the second group.
    fn of(units: &[&[u32]], terms: usize) -> Groups {
        let mut both = vec![0.0; terms];
        for term in units.iter().copied().flatten() {
            both[*term as usize] += 1.0;
        }
        Groups {
            is_first: vec![false; units.len()],
            units: 0,
            first: vec![0.0; terms],
            sum: both.iter().sum(),
            both,
            first_sum: 0.0,
            squares: 0.0,
        }
    }

    /// Moves a unit to the other group.
    fn flip(&mut self, units: &[&[u32]], unit: usize) {
        let step = if self.is_first[unit] { -1.0 } else { 1.0 };
        for term in units[unit] {
            let (first, both) = (&mut self.first[*term as usize], self.both[*term as usize]);
            self.squares += (2.0 * step * *first + 1.0) / both;
            *first += step;
        }
        self.first_sum += step * units[unit].len() as f64;
        self.is_first[unit] = !self.is_first[unit];
        self.units = match self.is_first[unit] {
            true => self.units + 1,
            false => self.units - 1,
        };
    }

    fn chi_squared(&self) -> f64 {
        chi_squared(self.sum, self.first_sum, self.squares)
    }
}

fn chi_squared(sum: f64, first: f64, squares: f64) -> f64 {
    sum * (sum * squares - first * first) / (first * (sum - first))
}

#[cfg(test)]
mod tests {
    use super::bipartition;

    /// Chi-squared of two groups, cell by cell.
    fn chi_squared(units: &[&[u32]], terms: usize, is_first: impl Fn(usize) -> bool) -> f64 {
        let mut cells = vec![[0.0_f64; 2]; terms];
        for (unit, words) in units.iter().enumerate() {
            for term in *words {
                cells[*term as usize][usize::from(is_first(unit))] += 1.0;
            }
        }
        let sums = [0, 1].map(|side| cells.iter().map(|cell| cell[side]).sum::<f64>());
        let whole = sums[0] + sums[1];
        let of_cell = |cell: &[f64; 2]| -> f64 {
            let both = cell[0] + cell[1];
            let side = |side: usize| {
                let expected = both * sums[side] / whole;
                match expected > 0.0 {
                    true => (cell[side] - expected).powi(2) / expected,
                    false => 0.0,
                }
            };
            side(0) + side(1)
        };
        cells.iter().map(of_cell).sum()
    }

    /// Units of two themes with some noise.
    fn draw(units: usize, terms: usize, mut state: u64) -> Vec<Vec<u32>> {
        let mut dice = move || {
            state = (state * 1_103_515_245 + 12_345) % (1 << 31);
            (state >> 16) % 100
        };
        (0..units)
            .map(|unit| {
                let mut words: Vec<u32> = (0..terms as u32)
                    .filter(|term| {
                        dice()
                            < if (unit as u32 + term).is_multiple_of(2) {
                                60
                            } else {
                                15
                            }
                    })
                    .collect();
                if words.is_empty() {
                    words.push(0);
                }
                words
            })
            .collect()
    }

    #[test]
    fn no_other_division_of_a_few_units_is_better_than_a_move_away() {
        let mut best = 0;
        for seed in 1..40 {
            let drawn = draw(9, 8, seed);
            let units: Vec<&[u32]> = drawn.iter().map(Vec::as_slice).collect();
            let found = bipartition(&units, 8).expect("units differ");
            let of = |groups: &[bool]| chi_squared(&units, 8, |unit| groups[unit]);
            assert!((of(&found.is_first) - found.chi_squared).abs() < 1e-9);
            for unit in 0..units.len() {
                let mut groups = found.is_first.clone();
                groups[unit] = !groups[unit];
                let is_whole = groups.iter().all(|group| *group == groups[0]);
                assert!(is_whole || of(&groups) <= found.chi_squared * (1.0 + 1e-9));
            }
            let all = 1u32..(1 << 8);
            let most = all
                .map(|mask| chi_squared(&units, 8, |unit| mask & (1 << unit) != 0))
                .fold(0.0, f64::max);
            assert!(found.chi_squared <= most * (1.0 + 1e-9));
            best += usize::from(found.chi_squared >= most * (1.0 - 1e-9));
        }
        // The method climbs; it may miss the best of all 255 divisions.
        assert!(best >= 25, "{best} of 39 are the best of all");
    }

    #[test]
    fn units_that_do_not_differ_are_not_divided() {
        assert!(bipartition(&[&[0, 1], &[0, 1], &[0, 1]], 2).is_none());
        assert!(bipartition(&[&[0, 1]], 2).is_none());
        assert!(bipartition(&[], 0).is_none());
        let found = bipartition(&[&[0], &[1], &[0], &[1]], 2).expect("two kinds");
        assert_eq!(found.is_first, [true, false, true, false]);
        assert!((found.chi_squared - 4.0).abs() < 1e-12);
    }
}
