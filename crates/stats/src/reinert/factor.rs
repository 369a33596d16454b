//! The first factor of the correspondence analysis of a binary table, of which only the ones are stored.

use crate::correspondence::decompose;

/// The most vectors of a basis. The method starts again from its best vector when there are so many.
const BASIS: usize = 80;

/// How often the method starts again at most; a dozen vectors are usual for themes that differ.
const RESTARTS: usize = 40;

/// The distance to an eigenvector at which the method ends, as a share of the eigenvalue.
const PRECISION: f64 = 1e-13;

/// Returns the coordinates of the units on the first factor; `None` if all units have the same profile.
///
/// A unit is the list of its terms, numbered below the number of terms; no unit is empty.
///
/// The first factor is the first eigenvector of `SᵀS`, where `S` are the standardised residuals of the table. It is found by
/// the method of Lanczos with full orthogonalisation (C. Lanczos 1950; G. Golub and C. Van Loan, *Matrix Computations*,
/// 2013, ch. 10), so that the time is that of reading the table once for each vector.
pub fn first_factor(units: &[&[u32]], terms: usize) -> Option<Vec<f64>> {
    let table = Table::of(units, terms);
    // Any start that is not orthogonal to the factor will do; a fixed one gives the same figures each time.
    let mut state: u64 = 1;
    let mut start: Vec<f64> = std::iter::repeat_with(|| {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as f64 / (1u64 << 31) as f64 - 0.5
    })
    .take(terms)
    .collect();
    for _ in 0..RESTARTS {
        let (value, vector, is_close) = table.best_of_basis(start)?;
        start = vector;
        if is_close || value <= f64::MIN_POSITIVE {
            break;
        }
    }
    Some(table.coordinates(&start))
}

/// A binary table with its sums.
struct Table<'t> {
    units: &'t [&'t [u32]],
    /// The square root of the sum of each unit, and of each term.
    unit_roots: Vec<f64>,
    term_roots: Vec<f64>,
    /// The square root of the sum of all.
    root: f64,
}

impl<'t> Table<'t> {
    fn of(units: &'t [&'t [u32]], terms: usize) -> Table<'t> {
        let mut sums = vec![0u32; terms];
        for term in units.iter().copied().flatten() {
            sums[*term as usize] += 1;
        }
        let unit_roots: Vec<f64> = units
            .iter()
            .map(|unit| (unit.len() as f64).sqrt())
            .collect();
        Table {
            units,
            root: unit_roots
                .iter()
                .map(|root| root * root)
                .sum::<f64>()
                .sqrt(),
            unit_roots,
            term_roots: sums.iter().map(|sum| f64::from(*sum).sqrt()).collect(),
        }
    }

    /// `S v`: a value for each unit.
    fn residuals_times(&self, vector: &[f64]) -> Vec<f64> {
        let scaled: Vec<f64> = vector
            .iter()
            .zip(&self.term_roots)
            .map(|(value, root)| if *root > 0.0 { value / root } else { 0.0 })
            .collect();
        let mean = dot(vector, &self.term_roots) / (self.root * self.root);
        self.units
            .iter()
            .zip(&self.unit_roots)
            .map(|(unit, root)| {
                let sum: f64 = unit.iter().map(|term| scaled[*term as usize]).sum();
                sum / root - root * mean
            })
            .collect()
    }

    /// `Sᵀ u`: a value for each term.
    fn transposed_times(&self, vector: &[f64]) -> Vec<f64> {
        let mean = dot(vector, &self.unit_roots) / (self.root * self.root);
        let mut sums = vec![0.0; self.term_roots.len()];
        for ((unit, root), value) in self.units.iter().zip(&self.unit_roots).zip(vector) {
            for term in *unit {
                sums[*term as usize] += value / root;
            }
        }
        for (sum, root) in sums.iter_mut().zip(&self.term_roots) {
            *sum = if *root > 0.0 {
                *sum / root - root * mean
            } else {
                0.0
            };
        }
        sums
    }

    /// Returns the coordinates of the units on the axis of a vector of terms.
    fn coordinates(&self, vector: &[f64]) -> Vec<f64> {
        let along = self.residuals_times(vector);
        let coordinates = along.iter().zip(&self.unit_roots);
        coordinates.map(|(value, root)| value / root).collect()
    }

    /// Returns the largest eigenvalue of `SᵀS` that a basis from a start on shows, its vector, and whether it is an
    /// eigenvector; `None` if `S` has none.
    fn best_of_basis(&self, start: Vec<f64>) -> Option<(f64, Vec<f64>, bool)> {
        // `√c` is an eigenvector of 0, and rounding would bring it back.
        let trivial: Vec<f64> = self
            .term_roots
            .iter()
            .map(|root| root / self.root)
            .collect();
        let mut basis: Vec<Vec<f64>> = Vec::new();
        // What `SᵀS` is in the basis: a diagonal and its neighbours.
        let (mut diagonal, mut beside) = (Vec::new(), Vec::new());
        let mut next = start;
        for (term, root) in self.term_roots.iter().enumerate() {
            if *root == 0.0 {
                next[term] = 0.0;
            }
        }
        let mut best = None;
        while basis.len() < BASIS {
            for _ in 0..2 {
                for vector in std::iter::once(&trivial).chain(&basis) {
                    let along = dot(&next, vector);
                    let values = next.iter_mut().zip(vector);
                    values.for_each(|(value, other)| *value -= along * other);
                }
            }
            let length = dot(&next, &next).sqrt();
            let scale: f64 = diagonal.iter().copied().fold(0.0, f64::max);
            // The first vector has any length; later ones are zero once the basis holds all that `S` has.
            let is_complete = if basis.is_empty() {
                length <= 1e-12
            } else {
                length <= 1e-14 * scale
            };
            if !basis.is_empty() {
                beside.push(length);
            }
            if is_complete || basis.len() % 8 == 7 {
                best = self.best(&basis, &diagonal, &beside);
                if is_complete || best.as_ref().is_some_and(|(_, _, is_close)| *is_close) {
                    return best;
                }
            }
            let vector: Vec<f64> = next.iter().map(|value| value / length).collect();
            next = self.transposed_times(&self.residuals_times(&vector));
            diagonal.push(dot(&vector, &next));
            basis.push(vector);
        }
        best
    }

    /// Returns the largest eigenvalue in a basis, its vector, and whether what lies outside of the basis is small enough.
    fn best(
        &self,
        basis: &[Vec<f64>],
        diagonal: &[f64],
        beside: &[f64],
    ) -> Option<(f64, Vec<f64>, bool)> {
        let size = basis.len();
        let column = |at: usize| -> Vec<f64> {
            let entry = |row: usize| match row.abs_diff(at) {
                0 => diagonal[at],
                1 => beside[row.min(at)],
                _ => 0.0,
            };
            (0..size).map(entry).collect()
        };
        // The small matrix has no negative eigenvalues, so that its singular vectors are its eigenvectors.
        let first = decompose((0..size).map(column).collect())
            .into_iter()
            .next()?;
        if first.value <= 1e-14 {
            return None;
        }
        let mut vector = vec![0.0; self.term_roots.len()];
        for (weight, other) in first.short.iter().zip(basis) {
            let values = vector.iter_mut().zip(other);
            values.for_each(|(value, other)| *value += weight * other);
        }
        let outside = beside.get(size - 1).copied().unwrap_or(0.0);
        let last = first.short.last().copied().unwrap_or(0.0);
        let is_close = (outside * last).abs() <= PRECISION * first.value;
        Some((first.value, vector, is_close))
    }
}

fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}
