//! Correspondence analysis: words and parts on one map.

use crate::words::count;
use crate::{Error, Level};
use frise_index::Index;
use frise_index::search::PassageSet;
use std::cmp::Reverse;

/// How often some words occur in some parts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LexicalTable {
    /// The words, as numbers of the level.
    pub words: Vec<u32>,
    /// For each word, its frequency in each part.
    pub counts: Vec<Vec<u64>>,
}

/// Counts the most frequent words of some parts, at most `most` and those only that occur `frequency` times in all and have
/// `letters` letters at least.
///
/// Most words of grammar are short: without a least number of letters they are the most frequent of all.
pub fn lexical_table(
    index: &Index,
    parts: &[PassageSet],
    level: Level,
    frequency: u64,
    letters: usize,
    most: usize,
) -> LexicalTable {
    let columns: Vec<Vec<u64>> = parts.iter().map(|part| count(index, part, level)).collect();
    let row = |word: usize| -> Vec<u64> {
        let cells = columns.iter().map(|column| column.get(word).copied());
        cells.map(Option::unwrap_or_default).collect()
    };
    let mut words: Vec<(u64, u32)> = (0..level.words(index))
        .map(|word| (row(word).iter().sum(), word as u32))
        .filter(|(total, _)| *total >= frequency.max(1))
        .filter(|(_, word)| level.text(index, *word).chars().count() >= letters)
        .collect();
    words.sort_by_key(|(total, word)| (Reverse(*total), *word));
    words.truncate(most);
    LexicalTable {
        counts: words.iter().map(|(_, word)| row(*word as usize)).collect(),
        words: words.into_iter().map(|(_, word)| word).collect(),
    }
}

/// An axis of the map.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Dimension {
    /// Its inertia: its eigenvalue.
    pub inertia: f64,
    /// Its share of the total inertia, from 0 to 1.
    pub share: f64,
}

/// A word or a part on the map. Lists have a figure for each axis.
#[derive(Clone, Debug, PartialEq)]
pub struct MapPoint {
    /// The share of all occurrences that it has, from 0 to 1.
    pub mass: f64,
    /// Its principal coordinates.
    pub coordinates: Vec<f64>,
    /// Its contributions: its share of the inertia of the axis. Those of all words add up to 1, and those of all parts.
    pub contributions: Vec<f64>,
    /// How well each axis represents it: the squared cosine, from 0 to 1. Those of all axes add up to 1.
    pub cos2: Vec<f64>,
}

/// A correspondence analysis of a table of words and parts.
///
/// The standardised residuals of the table are decomposed into singular values:
///
/// ```text
/// S = (P - r cᵀ) / √(r cᵀ) = U Σ Vᵀ        P: the table divided by its sum; r, c: its sums by row and column
/// words F = U Σ / √r        parts G = V Σ / √c        inertia λ = σ²
/// contribution = mass × coordinate² / λ        cos² = coordinate² / squared distance to the centre
/// ```
///
/// Benzécri, *L’Analyse des données* (1973); Greenacre, *Correspondence Analysis in Practice* (2017). Only distances between
/// words, and distances between parts, have a meaning; a word and a part are compared by their directions.
#[derive(Clone, Debug, PartialEq)]
pub struct Correspondence {
    /// The axes, those with most inertia first. Empty if all parts have the same profile.
    pub axes: Vec<Dimension>,
    /// The total inertia: chi-squared of the table, divided by its sum.
    pub inertia: f64,
    /// The rows of the table, in its order: words. `None` where a row has no occurrences.
    pub rows: Vec<Option<MapPoint>>,
    /// The columns of the table, in its order: parts. `None` where a column has no occurrences.
    pub columns: Vec<Option<MapPoint>>,
}

impl Correspondence {
    /// Analyses a table of counts, by rows of equal length, and keeps at most `axes` axes.
    ///
    /// The direction of an axis is free; here the column that contributes most to it lies on its positive side. The time is
    /// that of the longer side of the table times the square of the shorter one.
    ///
    /// # Errors
    /// Returns an error if fewer than two rows or two columns have occurrences.
    ///
    /// ```
    /// use frise_stats::Correspondence;
    ///
    /// let table = [vec![20, 2, 1], vec![3, 18, 4], vec![2, 3, 25]];
    /// let map = Correspondence::of(&table, 2)?;
    /// assert_eq!(map.axes.len(), 2);
    /// assert!((map.axes[0].share + map.axes[1].share - 1.0).abs() < 1e-12);
    /// # Ok::<(), frise_stats::Error>(())
    /// ```
    pub fn of(table: &[Vec<u64>], axes: usize) -> Result<Correspondence, Error> {
        let width = table.iter().map(Vec::len).max().unwrap_or(0);
        let cell = |row: usize, column: usize| table[row].get(column).copied().unwrap_or(0) as f64;
        let mut row_sums = vec![0.0; table.len()];
        let mut column_sums = vec![0.0; width];
        for (row, row_sum) in row_sums.iter_mut().enumerate() {
            for (column, column_sum) in column_sums.iter_mut().enumerate() {
                *row_sum += cell(row, column);
                *column_sum += cell(row, column);
            }
        }
        let kept =
            |sums: &[f64]| -> Vec<usize> { (0..sums.len()).filter(|at| sums[*at] > 0.0).collect() };
        let (rows, columns) = (kept(&row_sums), kept(&column_sums));
        let fewest = rows.len().min(columns.len());
        if fewest < 2 {
            return Err(Error::TooFewParts(fewest));
        }
        let sum: f64 = row_sums.iter().sum();
        let residual = |row: usize, column: usize| {
            let expected = row_sums[row] * column_sums[column] / sum;
            (cell(row, column) - expected) / (expected * sum).sqrt()
        };
        // One vector for each item of the shorter side.
        let is_wide = columns.len() > rows.len();
        let (short, long) = if is_wide {
            (&rows, &columns)
        } else {
            (&columns, &rows)
        };
        let vectors = short.iter().map(|at| {
            let values = long.iter().map(|other| match is_wide {
                true => residual(*at, *other),
                false => residual(*other, *at),
            });
            values.collect()
        });
        let decomposed = decompose(vectors.collect());
        let inertia: f64 = decomposed.iter().map(|axis| axis.value * axis.value).sum();
        let largest = decomposed.first().map_or(0.0, |axis| axis.value);
        let decomposed: Vec<SingularAxis> = decomposed
            .into_iter()
            .take(axes.min(fewest - 1))
            .take_while(|axis| axis.value > largest * 1e-10 && axis.value > 1e-12)
            .map(|axis| axis.oriented(is_wide))
            .collect();
        let of_side = |is_short: bool, kept: &[usize], sums: &[f64]| {
            let mut points = vec![None; sums.len()];
            for (place, at) in kept.iter().enumerate() {
                let mass = sums[*at] / sum;
                let side = |axis: &SingularAxis| match is_short {
                    true => axis.short[place],
                    false => axis.long[place],
                };
                // The squared distance to the centre, from the table and not from the axes that are kept.
                let squares: f64 = match is_short == is_wide {
                    true => columns
                        .iter()
                        .map(|other| residual(*at, *other).powi(2))
                        .sum(),
                    false => rows.iter().map(|other| residual(*other, *at).powi(2)).sum(),
                };
                points[*at] = Some(MapPoint {
                    mass,
                    coordinates: decomposed
                        .iter()
                        .map(|axis| side(axis) * axis.value / mass.sqrt())
                        .collect(),
                    contributions: decomposed.iter().map(|axis| side(axis).powi(2)).collect(),
                    cos2: decomposed
                        .iter()
                        .map(|axis| match squares > 0.0 {
                            true => ((side(axis) * axis.value).powi(2) / squares).min(1.0),
                            false => 0.0,
                        })
                        .collect(),
                });
            }
            points
        };
        Ok(Correspondence {
            axes: decomposed
                .iter()
                .map(|axis| Dimension {
                    inertia: axis.value * axis.value,
                    share: axis.value * axis.value / inertia,
                })
                .collect(),
            inertia,
            rows: of_side(is_wide, &rows, &row_sums),
            columns: of_side(!is_wide, &columns, &column_sums),
        })
    }
}

/// A singular value with its two vectors of length 1.
pub(crate) struct SingularAxis {
    pub value: f64,
    pub long: Vec<f64>,
    pub short: Vec<f64>,
}

impl SingularAxis {
    /// Turns the axis so that the largest value of the columns is positive.
    fn oriented(mut self, columns_are_long: bool) -> SingularAxis {
        let columns = if columns_are_long {
            &self.long
        } else {
            &self.short
        };
        let largest = columns
            .iter()
            .copied()
            .max_by(|a, b| a.abs().total_cmp(&b.abs()));
        if largest.is_some_and(|largest| largest < 0.0) {
            let values = self.long.iter_mut().chain(&mut self.short);
            values.for_each(|value| *value = -*value);
        }
        self
    }
}

/// Decomposes some vectors into singular values, the largest first.
///
/// One-sided Jacobi rotations make the vectors orthogonal, two at a time, which finds small singular values to as many digits
/// as large ones (Hestenes 1958; Demmel and Veselić, *Jacobi’s method is more accurate than QR*, 1992).
pub(crate) fn decompose(mut vectors: Vec<Vec<f64>>) -> Vec<SingularAxis> {
    let count = vectors.len();
    let mut turns: Vec<Vec<f64>> = (0..count)
        .map(|at| {
            (0..count)
                .map(|other| f64::from(u8::from(at == other)))
                .collect()
        })
        .collect();
    // Ten sweeps are usual; the limit keeps any input from going on.
    for _ in 0..60 {
        let mut is_done = true;
        for a in 0..count {
            for b in a + 1..count {
                let dot = product(&vectors[a], &vectors[b]);
                let (square_a, square_b) = (
                    product(&vectors[a], &vectors[a]),
                    product(&vectors[b], &vectors[b]),
                );
                if dot.abs() <= 1e-15 * (square_a * square_b).sqrt() || dot == 0.0 {
                    continue;
                }
                is_done = false;
                let zeta = (square_b - square_a) / (2.0 * dot);
                let tangent = zeta.signum() / (zeta.abs() + zeta.hypot(1.0));
                let cosine = 1.0 / tangent.hypot(1.0);
                rotate(&mut vectors, a, b, cosine, cosine * tangent);
                rotate(&mut turns, a, b, cosine, cosine * tangent);
            }
        }
        if is_done {
            break;
        }
    }
    let mut axes: Vec<SingularAxis> = vectors
        .into_iter()
        .enumerate()
        .map(|(axis, vector)| {
            let value = product(&vector, &vector).sqrt();
            let scale = if value > 0.0 { 1.0 / value } else { 0.0 };
            SingularAxis {
                value,
                long: vector.into_iter().map(|entry| entry * scale).collect(),
                short: turns[axis].clone(),
            }
        })
        .collect();
    axes.sort_by(|a, b| b.value.total_cmp(&a.value));
    axes
}

fn product(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}

/// Rotates two vectors in their plane.
fn rotate(vectors: &mut [Vec<f64>], a: usize, b: usize, cosine: f64, sine: f64) {
    let (before, after) = vectors.split_at_mut(b);
    for (x, y) in before[a].iter_mut().zip(&mut after[0]) {
        (*x, *y) = (cosine * *x - sine * *y, sine * *x + cosine * *y);
    }
}
