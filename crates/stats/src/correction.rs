//! Corrections for many comparisons at once.

use crate::Contingency;
use crate::special::{ln_chi_squared_tail, minus_log10};

/// The probability by which a difference is judged.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Test {
    /// The exact, one-sided probability of the spécificité.
    #[default]
    Specificity,
    /// The log-likelihood ratio, by chi-squared with one degree of freedom.
    LogLikelihood,
    /// Chi-squared.
    ChiSquared,
    /// Chi-squared with the correction of Yates.
    ChiSquaredYates,
}

impl Test {
    /// Returns the natural logarithm of the probability of a table under the test.
    pub fn ln_p(self, table: &Contingency) -> f64 {
        match self {
            Test::Specificity => table.ln_tail(),
            Test::LogLikelihood => ln_chi_squared_tail(table.log_likelihood()),
            Test::ChiSquared => ln_chi_squared_tail(table.chi_squared()),
            Test::ChiSquaredYates => ln_chi_squared_tail(table.chi_squared_yates()),
        }
    }

    /// Returns `-log10 p` of a table under the test, 0 or more.
    pub fn significance(self, table: &Contingency) -> f64 {
        minus_log10(self.ln_p(table))
    }
}

/// How probabilities are corrected where many words are compared.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Correction {
    /// No correction.
    None,
    /// Each probability times the number of comparisons. Bonferroni 1936; Dunn, *Multiple Comparisons Among Means* (1961).
    Bonferroni,
    /// Step by step from the smallest probability, so that more remains than by Bonferroni at the same risk that any is
    /// wrong. Holm, *A Simple Sequentially Rejective Multiple Test Procedure* (1979).
    #[default]
    Holm,
    /// The share of wrong ones among those that are kept. Benjamini and Hochberg, *Controlling the False Discovery Rate*
    /// (1995).
    BenjaminiHochberg,
}

impl Correction {
    /// Corrects some probabilities, given by their natural logarithms; `comparisons` is the number of all comparisons, of
    /// which those that are not given are taken as probabilities of 1.
    ///
    /// ```
    /// use frise_stats::Correction;
    ///
    /// let p = [0.01_f64, 0.04, 0.03];
    /// let ln_p = p.map(f64::ln);
    /// let corrected = Correction::Holm.apply(&ln_p, 3);
    /// let expected = [0.03, 0.06, 0.06];
    /// assert!(corrected.iter().zip(expected).all(|(ln, p)| (ln.exp() - p).abs() < 1e-12));
    /// ```
    pub fn apply(self, ln_p: &[f64], comparisons: usize) -> Vec<f64> {
        let count = comparisons.max(ln_p.len());
        let times = |ln: f64, factor: usize| (ln + (factor as f64).ln()).min(0.0);
        match self {
            Correction::None => ln_p.to_vec(),
            Correction::Bonferroni => ln_p.iter().map(|ln| times(*ln, count)).collect(),
            Correction::Holm => {
                let mut corrected = vec![0.0; ln_p.len()];
                let mut largest = f64::NEG_INFINITY;
                for (rank, place) in rising(ln_p).into_iter().enumerate() {
                    largest = largest.max(times(ln_p[place], count - rank));
                    corrected[place] = largest;
                }
                corrected
            }
            Correction::BenjaminiHochberg => {
                let mut corrected = vec![0.0; ln_p.len()];
                let mut smallest = 0.0_f64;
                for (rank, place) in rising(ln_p).into_iter().enumerate().rev() {
                    let factor = (count as f64).ln() - ((rank + 1) as f64).ln();
                    smallest = smallest.min(ln_p[place] + factor);
                    corrected[place] = smallest;
                }
                corrected
            }
        }
    }
}

/// Returns the places of some numbers, the smallest number first.
fn rising(numbers: &[f64]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..numbers.len()).collect();
    order.sort_by(|a, b| numbers[*a].total_cmp(&numbers[*b]));
    order
}
