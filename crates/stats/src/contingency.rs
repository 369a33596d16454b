//! The table of a word in two parts, and the measures of its association with the first.

use crate::Error;
use crate::special::{deviance, ln_chi_squared_tail, minus_log10, stirling_rest};
use std::f64::consts::LN_2;

/// The largest count of which `f64` holds every integer below.
const LARGEST: u64 = 1 << 53;

/// How often a word occurs in a part, and in what it is compared with: a table of two rows and two columns.
///
/// ```text
///                 part          rest           together
/// the word        f             g              F = f + g
/// other words     t - f         r - g
/// together        t             r              T = t + r
/// ```
///
/// The same table holds the co-occurrences of a collocation: the part is then the windows around a query.
///
/// ```
/// use frise_stats::Contingency;
///
/// // “peuple” in the fourth of ten speeches of Robespierre (Lafon 1980): 14 of 6,903 words there, 296 of 61,449 in all.
/// let table = Contingency::in_whole(14, 6_903, 296, 61_449)?;
/// assert!((table.specificity() - -4.1743).abs() < 5e-5);
/// assert!((table.expected() - 33.25).abs() < 0.005);
/// # Ok::<(), frise_stats::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Contingency {
    in_part: u64,
    part: u64,
    in_rest: u64,
    rest: u64,
}

impl Contingency {
    /// Creates a table from the frequencies of a word in two parts, and the numbers of words of both.
    ///
    /// # Errors
    /// Returns an error if a part has no words, or fewer than the word has occurrences, or if there are more than 2⁵³ words.
    pub fn new(in_part: u64, part: u64, in_rest: u64, rest: u64) -> Result<Contingency, Error> {
        if part == 0 {
            return Err(Error::EmptyPart);
        }
        if rest == 0 {
            return Err(Error::NothingToCompare);
        }
        if in_part > part || in_rest > rest {
            return Err(Error::MoreThanThePart);
        }
        if part.checked_add(rest).is_none_or(|sum| sum > LARGEST) {
            return Err(Error::TooLarge);
        }
        Ok(Contingency {
            in_part,
            part,
            in_rest,
            rest,
        })
    }

    /// Creates a table from the frequencies of a word in a part and in the whole that contains it, with the numbers of words
    /// of both: `f`, `t`, `F` and `T` in the notation of Lafon and TXM.
    ///
    /// # Errors
    /// Returns an error if the part has no words or is the whole, or if there are fewer words than occurrences.
    pub fn in_whole(
        in_part: u64,
        part: u64,
        in_whole: u64,
        whole: u64,
    ) -> Result<Contingency, Error> {
        match (in_whole.checked_sub(in_part), whole.checked_sub(part)) {
            (Some(in_rest), Some(rest)) => Contingency::new(in_part, part, in_rest, rest),
            _ => Err(Error::MoreThanThePart),
        }
    }

    /// Returns the frequency in the part, `f`.
    pub fn frequency(&self) -> u64 {
        self.in_part
    }

    /// Returns the frequency in the rest, `g`.
    pub fn frequency_in_rest(&self) -> u64 {
        self.in_rest
    }

    /// Returns the frequency in both together, `F`.
    pub fn total(&self) -> u64 {
        self.in_part + self.in_rest
    }

    /// Returns the number of words of the part, `t`.
    pub fn part(&self) -> u64 {
        self.part
    }

    /// Returns the number of words of both together, `T`.
    pub fn whole(&self) -> u64 {
        self.part + self.rest
    }

    /// Returns the expected frequency in the part, `F × t / T`: what the part would have if the word were spread evenly.
    pub fn expected(&self) -> f64 {
        self.total() as f64 * self.part as f64 / self.whole() as f64
    }

    /// Returns the smallest of the four expected counts.
    ///
    /// Below 5, chi-squared and log-likelihood do not follow the distribution by which they are judged (Cochran, *Some
    /// methods for strengthening the common χ² tests*, Biometrics 10, 1954).
    pub fn smallest_expected(&self) -> f64 {
        let rarer = self.total().min(self.whole() - self.total());
        rarer as f64 * self.part.min(self.rest) as f64 / self.whole() as f64
    }

    /// Returns whether the word is at least as frequent in the part as expected.
    pub fn is_positive(&self) -> bool {
        self.excess() >= 0
    }

    /// `f × T - F × t`, exact: the sign of the association, and `T` times the difference from the expected count.
    fn excess(&self) -> i128 {
        i128::from(self.in_part) * i128::from(self.whole())
            - i128::from(self.total()) * i128::from(self.part)
    }

    /// Returns the observed and expected counts of the four cells.
    fn cells(&self) -> [(f64, f64); 4] {
        let whole = self.whole() as f64;
        let (word, others) = (self.total(), self.whole() - self.total());
        let expected = |row: u64, column: u64| row as f64 * column as f64 / whole;
        [
            (self.in_part as f64, expected(word, self.part)),
            (self.in_rest as f64, expected(word, self.rest)),
            (
                (self.part - self.in_part) as f64,
                expected(others, self.part),
            ),
            (
                (self.rest - self.in_rest) as f64,
                expected(others, self.rest),
            ),
        ]
    }

    /// Returns half of G²: the sum of the deviances of the four cells.
    fn half_log_likelihood(&self) -> f64 {
        let difference = self.excess() as f64 / self.whole() as f64;
        let signs = [1.0, -1.0, -1.0, 1.0];
        self.cells()
            .into_iter()
            .zip(signs)
            .filter(|((_, expected), _)| *expected > 0.0)
            .map(|((observed, expected), sign)| deviance(observed, expected, sign * difference))
            .sum()
    }

    /// Returns the log-likelihood ratio G², without a sign; 0 or more.
    ///
    /// ```text
    /// G² = 2 × Σ O ln(O / E)        over the four cells of the table
    /// ```
    ///
    /// Dunning, *Accurate Methods for the Statistics of Surprise and Coincidence*, Computational Linguistics 19 (1993). Some
    /// programs leave the two cells of other words out (Rayson and Garside 2000); their figures are slightly smaller.
    pub fn log_likelihood(&self) -> f64 {
        (2.0 * self.half_log_likelihood()).max(0.0)
    }

    /// Returns Pearson's chi-squared, without a sign; 0 or more.
    ///
    /// ```text
    /// χ² = Σ (O - E)² / E           over the four cells of the table
    /// ```
    pub fn chi_squared(&self) -> f64 {
        self.squared(self.excess().unsigned_abs() as f64 / self.whole() as f64)
    }

    /// Returns chi-squared with the correction of Yates for continuity, without a sign; 0 or more.
    ///
    /// ```text
    /// χ² = Σ (|O - E| - 0.5)² / E   over the four cells of the table, where |O - E| < 0.5 counts as 0
    /// ```
    ///
    /// Yates, *Contingency tables involving small numbers and the χ² test*, Journal of the Royal Statistical Society,
    /// supplement 1 (1934).
    pub fn chi_squared_yates(&self) -> f64 {
        let difference = self.excess().unsigned_abs() as f64 / self.whole() as f64;
        self.squared((difference - 0.5).max(0.0))
    }

    fn squared(&self, difference: f64) -> f64 {
        let cells = self.cells().into_iter();
        let terms = cells.filter(|(_, expected)| *expected > 0.0);
        difference * difference * terms.map(|(_, expected)| 1.0 / expected).sum::<f64>()
    }

    /// Returns a measure with the sign of the association: negative where the word is rarer in the part than expected.
    pub fn signed(&self, measure: f64) -> f64 {
        if self.is_positive() {
            measure
        } else {
            -measure
        }
    }

    /// Returns the spécificité of Lafon as TXM gives it, in powers of ten: `-log10 p` where the word is more frequent in the
    /// part than expected or as frequent, `log10 p` where it is rarer.
    ///
    /// ```text
    /// p = P(X ≥ f)   where f ≥ F × t / T
    /// p = P(X ≤ f)   elsewhere
    ///
    /// P(X = k) = C(F, k) × C(T - F, t - k) / C(T, t)
    /// ```
    ///
    /// Lafon, *Sur la variabilité de la fréquence des formes dans un corpus*, Mots 1 (1980). The distribution is the
    /// hypergeometric one, summed exactly in the log domain, so that no value is too small.
    pub fn specificity(&self) -> f64 {
        self.signed(minus_log10(self.ln_tail()))
    }

    /// Returns the natural logarithm of the probability of the spécificité, `ln p`: that of a frequency at least as far from
    /// the expected one, on the same side of it.
    pub fn ln_tail(&self) -> f64 {
        let positive = self.is_positive();
        let near = self.ln_probability() + self.tail_sum(positive).ln();
        // Of a probability near 1, the logarithm is found from the other tail, without the loss of digits.
        if near < -0.7 {
            return near.min(0.0);
        }
        let other = match positive {
            true => self.with_frequency(self.in_part.checked_sub(1)),
            false => self.with_frequency(self.in_part.checked_add(1)),
        };
        let Some(other) = other else {
            return 0.0;
        };
        let rest = other.ln_probability() + other.tail_sum(!positive).ln();
        (-rest.exp().min(1.0)).ln_1p().min(0.0)
    }

    /// Returns the natural logarithm of the probability of exactly this frequency in the part, by the hypergeometric
    /// distribution.
    ///
    /// The factorials are taken apart as in Stirling's formula: what is left is small, and the rest is the deviance of the
    /// four cells, half of G². So the error is relative to the logarithm and not to the size of the corpus.
    pub fn ln_probability(&self) -> f64 {
        let (word, others) = (self.total(), self.whole() - self.total());
        let margins = [word, others, self.part, self.rest];
        let cells = [
            self.in_part,
            self.in_rest,
            self.part - self.in_part,
            self.rest - self.in_rest,
        ];
        let of_margins: f64 = margins.into_iter().map(stirling_rest).sum();
        let of_cells: f64 = cells.into_iter().map(stirling_rest).sum();
        of_margins - of_cells - stirling_rest(self.whole()) - self.half_log_likelihood()
    }

    /// Returns the probability of this frequency and of all above (or below), relative to that of this frequency.
    fn tail_sum(&self, above: bool) -> f64 {
        let (mut f, mut g) = (self.in_part as f64, self.in_rest as f64);
        let (mut other_f, mut other_g) = (
            (self.part - self.in_part) as f64,
            (self.rest - self.in_rest) as f64,
        );
        let (mut term, mut sum) = (1.0, 1.0);
        loop {
            term *= if above {
                g * other_f / ((f + 1.0) * (other_g + 1.0))
            } else {
                f * other_g / ((g + 1.0) * (other_f + 1.0))
            };
            let next = sum + term;
            if next == sum {
                return sum;
            }
            sum = next;
            let step = if above { 1.0 } else { -1.0 };
            (f, other_g) = (f + step, other_g + step);
            (g, other_f) = (g - step, other_f - step);
        }
    }

    /// Returns the table with the same margins and another frequency, if there is one.
    fn with_frequency(&self, in_part: Option<u64>) -> Option<Contingency> {
        let in_part = in_part?;
        let in_rest = self.total().checked_sub(in_part)?;
        let fits = in_part <= self.part && in_rest <= self.rest;
        fits.then_some(Contingency {
            in_part,
            in_rest,
            ..*self
        })
    }

    /// Returns `-log10 p` of the log-likelihood ratio, by the chi-squared distribution of one degree of freedom.
    pub fn log_likelihood_significance(&self) -> f64 {
        minus_log10(ln_chi_squared_tail(self.log_likelihood()))
    }

    /// Returns `-log10 p` of chi-squared, by its distribution of one degree of freedom.
    pub fn chi_squared_significance(&self) -> f64 {
        minus_log10(ln_chi_squared_tail(self.chi_squared()))
    }

    /// Returns the binary logarithm of the ratio of relative frequencies, an effect size: 1 where the word is twice as frequent
    /// in the part as in the rest. `None` where the word occurs in neither.
    ///
    /// ```text
    /// log₂((f / t) / (g / r))       a frequency of 0 counts as 0.5
    /// ```
    ///
    /// Hardie, *Log Ratio: an informal introduction* (2014).
    pub fn log_ratio(&self) -> Option<f64> {
        if self.total() == 0 {
            return None;
        }
        let frequency = |count: u64, words: u64| (count as f64).max(0.5) / words as f64;
        let ratio = frequency(self.in_part, self.part) / frequency(self.in_rest, self.rest);
        Some(ratio.log2())
    }

    /// Returns how much the relative frequency in the part differs from that in the rest, in per cent of the latter, an effect
    /// size. `None` where the rest does not have the word.
    ///
    /// ```text
    /// %DIFF = (f / t - g / r) × 100 / (g / r)
    /// ```
    ///
    /// Gabrielatos and Marchi, *Keyness: Matching metrics to definitions* (2011).
    pub fn percent_difference(&self) -> Option<f64> {
        if self.in_rest == 0 {
            return None;
        }
        let ratio =
            (self.in_part as f64 / self.part as f64) / (self.in_rest as f64 / self.rest as f64);
        Some((ratio - 1.0) * 100.0)
    }

    /// Returns the mutual information in bits, `log₂(f / E)`. `None` where the word does not occur in the part.
    ///
    /// Church and Hanks, *Word Association Norms, Mutual Information, and Lexicography*, Computational Linguistics 16 (1990).
    pub fn mutual_information(&self) -> Option<f64> {
        // Near independence, the logarithm is taken of the difference, which is exact.
        let product = self.total() as f64 * self.part as f64;
        (self.in_part > 0).then(|| (self.excess() as f64 / product).ln_1p() / LN_2)
    }

    /// Returns the mutual information that favours frequent words, MI³, in bits: `log₂(f³ / E)`. `None` where the word does not
    /// occur in the part.
    ///
    /// Daille, *Approche mixte pour l’extraction automatique de terminologie* (1994); Oakes, *Statistics for Corpus
    /// Linguistics* (1998).
    pub fn cubic_mutual_information(&self) -> Option<f64> {
        (self.in_part > 0).then(|| {
            let observed = self.in_part as f64;
            (observed / self.expected()).log2() + 2.0 * observed.log2()
        })
    }

    /// Returns the t-score, `(f - E) / √f`. `None` where the word does not occur in the part.
    ///
    /// Church, Gale, Hanks and Hindle, *Using Statistics in Lexical Analysis* (1991).
    pub fn t_score(&self) -> Option<f64> {
        let difference = self.excess() as f64 / self.whole() as f64;
        (self.in_part > 0).then(|| difference / (self.in_part as f64).sqrt())
    }
}

/// Returns logDice of two items from how often they occur together and each by itself. `None` where they never occur together.
///
/// ```text
/// 14 + log₂(2 × together / (first + second))
/// ```
///
/// Rychlý, *A Lexicographer-Friendly Association Score* (2008). It does not depend on the size of the corpus; one unit more is
/// twice as strong. It exceeds 14 only where a word occurs several times around one hit.
pub fn log_dice(together: u64, first: u64, second: u64) -> Option<f64> {
    let sum = first as f64 + second as f64;
    (together > 0 && sum > 0.0).then(|| 14.0 + (2.0 * together as f64 / sum).log2())
}
