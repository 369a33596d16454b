//! The formulas against other people's programs. Each fixture is made by the script beside it.

use frise_stats::{
    Contingency, Correction, Dispersion, Error, KeynessOptions, Test, Warning, keyness_of_counts,
    log_dice,
};
use proptest::prelude::*;

/// The rows of a fixture after its first line, by columns.
fn rows(fixture: &str) -> impl Iterator<Item = Vec<&str>> {
    fixture
        .lines()
        .skip(1)
        .map(|line| line.split('\t').collect())
}

/// Asserts that two figures agree to twelve digits, or where the figure is near 0, to fifteen places.
#[track_caller]
fn assert_same(found: f64, expected: f64, what: &str) {
    let error = (found - expected).abs();
    assert!(
        error <= expected.abs() * 1e-12 + 1e-15,
        "{what}: expected {expected:e}, found {found:e}, relative error {:e}",
        error / expected.abs()
    );
}

#[test]
fn associations_are_those_of_scipy_nltk_and_mpmath() {
    for row in rows(include_str!("fixtures/associations.tsv")) {
        let count = |at: usize| row[at].parse::<u64>().expect("a count");
        let figure = |at: usize| row[at].parse::<f64>().expect("a figure");
        let table = Contingency::in_whole(count(0), count(1), count(2), count(3));
        let table = table.expect("the counts fit");
        let same = |found: f64, column: usize, name: &str| {
            if figure(column).is_finite() {
                assert_same(found, figure(column), &format!("{name} of {row:?}"));
            }
        };
        same(table.specificity(), 4, "spécificité");
        // SciPy and its Boost have some ten digits; below 1e-308 they have nothing.
        for column in [5, 6].into_iter().filter(|column| figure(*column) > 0.0) {
            let difference = table.ln_tail() - figure(column).ln();
            assert!(difference.abs() < 1e-9, "{row:?}: {difference:e}");
        }
        same(table.log_likelihood(), 16, "G2");
        // SciPy and NLTK sum the four cells with their signs, which leaves eleven digits or fewer.
        for column in [7, 12]
            .into_iter()
            .filter(|column| figure(*column).is_finite())
        {
            assert!(
                (table.log_likelihood() - figure(column)).abs() < 1e-9,
                "{row:?}"
            );
        }
        same(table.chi_squared(), 9, "chi2");
        same(table.chi_squared_yates(), 11, "Yates");
        same(Test::LogLikelihood.significance(&table), 8, "G2's tail");
        same(Test::ChiSquared.significance(&table), 10, "chi2's tail");
        if let Some(information) = table.mutual_information() {
            // NLTK takes the difference of two logarithms.
            let difference = information - figure(13);
            assert!(difference.abs() < 1e-12, "PMI of {row:?}");
            same(table.t_score().expect("a frequency"), 14, "t-score");
            same(
                table.cubic_mutual_information().expect("a frequency"),
                15,
                "MI3",
            );
        }
    }
}

#[test]
fn specificities_of_robespierre_are_those_of_textometry() {
    let rows: Vec<Vec<&str>> = rows(include_str!("fixtures/robespierre.tsv")).collect();
    let frequencies: Vec<Vec<u64>> = rows
        .iter()
        .filter(|row| row[1] == "frequency")
        .map(|row| {
            row[2..]
                .iter()
                .map(|count| count.parse().expect("a count"))
                .collect()
        })
        .collect();
    let figures = rows.iter().filter(|row| row[1] == "specificity");
    let whole: u64 = frequencies.iter().flatten().sum();
    assert_eq!(whole, 61_449);
    for (word, figures) in figures.enumerate() {
        for (part, figure) in figures[2..].iter().enumerate() {
            let size = frequencies.iter().map(|word| word[part]).sum();
            let total = frequencies[word].iter().sum();
            let table = Contingency::in_whole(frequencies[word][part], size, total, whole);
            let found = table.expect("the counts fit").specificity();
            let found = format!("{found:.4}");
            assert_eq!(found, *figure, "{} in speech {}", figures[0], part + 1);
        }
    }
}

#[test]
fn keyness_is_that_of_quanteda_without_correction() {
    let fixture = include_str!("fixtures/quanteda_keyness.tsv");
    let count = |text: &str| text.parse::<u64>().expect("a count");
    let sizes: Vec<&str> = fixture
        .lines()
        .next()
        .expect("a line")
        .split('\t')
        .collect();
    let (part, reference) = (count(sizes[1]), count(sizes[2]));
    for row in rows(fixture) {
        let table = Contingency::new(count(row[1]), part, count(row[2]), reference);
        let table = table.expect("the counts fit");
        let figure = |at: usize| row[at].parse::<f64>().expect("a figure");
        let (g2, chi2) = (
            table.signed(table.log_likelihood()),
            table.signed(table.chi_squared()),
        );
        // quanteda takes ln(O / E + 1e-9), which adds 2 × T × 1e-9 to G2, less the cells without occurrences.
        let added = 2e-9 * (part + reference) as f64;
        let difference = table.log_likelihood() - figure(3).abs() + added;
        assert!(
            (0.0..1e-6).contains(&(difference + 1e-9)),
            "G2 of {row:?}: {g2}"
        );
        assert_eq!(g2 < 0.0, figure(3) < 0.0);
        assert!((chi2 - figure(4)).abs() < 1e-9, "chi2 of {row:?}: {chi2}");
    }
}

#[test]
fn corrections_are_those_of_statsmodels() {
    let rows: Vec<Vec<f64>> = rows(include_str!("fixtures/corrections.tsv"))
        .map(|row| {
            row.iter()
                .map(|figure| figure.parse().expect("a figure"))
                .collect()
        })
        .collect();
    let ln_p: Vec<f64> = rows.iter().map(|row| row[0].ln()).collect();
    let corrections = [
        Correction::Bonferroni,
        Correction::Holm,
        Correction::BenjaminiHochberg,
    ];
    for (column, correction) in (1..).zip(corrections) {
        for (row, corrected) in rows.iter().zip(correction.apply(&ln_p, ln_p.len())) {
            let expected = row[column];
            assert!(
                (corrected - expected.ln()).abs() < 1e-12,
                "{correction:?} of {row:?}"
            );
        }
    }
    assert_eq!(Correction::None.apply(&ln_p, 100), ln_p);
}

/// Gries, *Dispersions and adjusted frequencies in corpora*, International Journal of Corpus Linguistics 13 (2008): five parts
/// `b a m n i b e u p`, `b a s a t b e w q n`, `b c a g a b e s t a`, `b a g h a b e a a t`, `b a h a a b e a x a t`, and the
/// figures for `a`, `b`, `e`, `q` and `x` as they follow from the formulas by hand.
#[test]
fn dispersion_is_that_of_the_worked_example() {
    let sizes = [9, 10, 10, 10, 11];
    let dispersion = |counts: [u64; 5]| {
        let parts: Vec<(u64, u64)> = counts.into_iter().zip(sizes).collect();
        Dispersion::of(&parts).expect("the item occurs")
    };
    let a = dispersion([1, 2, 3, 4, 5]);
    assert_same(a.dp, 0.18, "DP of a");
    assert_same(a.dp_normalised, 0.18 / 0.82, "normalised DP of a");
    let rates = [1.0 / 9.0, 0.2, 0.3, 0.4, 5.0 / 11.0];
    let mean = rates.iter().sum::<f64>() / 5.0;
    let deviation = (rates.iter().map(|rate| (rate - mean).powi(2)).sum::<f64>() / 5.0).sqrt();
    assert_same(a.juilland, 1.0 - deviation / mean / 2.0, "D of a");
    // Gries has three digits.
    assert!((a.juilland - 0.785).abs() < 5e-4);
    assert_same(dispersion([2, 2, 2, 2, 2]).dp, 0.02, "DP of b");
    assert_same(dispersion([0, 1, 0, 0, 0]).dp, 0.8, "DP of q");
    let x = dispersion([0, 0, 0, 0, 1]);
    assert_same(x.dp, 0.78, "DP of x");
    assert_eq!((x.range, x.juilland), (1, 0.0));
    assert_eq!(
        x.warnings,
        [Warning::FewOccurrences {
            occurrences: 1,
            parts: 5
        }]
    );
}

/// Juilland's D of the example of the R package tlda (its README): the lemma ALLEMAND in the tenths of a corpus of French
/// letters, by Lyne, *The Vocabulary of French Business Correspondence* (1985). Its DP follows another definition.
#[test]
fn dispersion_is_that_of_tlda() {
    let occurrences = [2, 0, 1, 1, 3, 0, 3, 0, 0, 0];
    let sizes = [8143, 8058, 8271, 8125, 7959, 7941, 8146, 8001, 8003, 7930];
    let parts: Vec<(u64, u64)> = occurrences.into_iter().zip(sizes).collect();
    let found = Dispersion::of(&parts).expect("the item occurs");
    assert!((found.juilland - 0.6038797).abs() < 5e-8);
    assert_eq!((found.range, found.parts), (5, 10));
}

#[test]
fn log_dice_is_that_of_its_definition() {
    // Rychlý (2008): 14 where two words always occur together, 0 where they do so once in 16,384 times.
    assert_eq!(log_dice(10, 10, 10), Some(14.0));
    assert_eq!(log_dice(1, 16_384, 16_384), Some(0.0));
    assert_eq!(log_dice(0, 10, 10), None);
    assert_eq!(log_dice(1, 0, 0), None);
}

#[test]
fn effect_sizes_are_those_of_their_definitions() {
    let table = Contingency::new(30, 1_000, 15, 2_000).expect("the counts fit");
    assert_eq!(table.log_ratio(), Some(2.0));
    assert!((table.percent_difference().expect("a figure") - 300.0).abs() < 1e-10);
    let only_here = Contingency::new(8, 1_000, 0, 1_000).expect("the counts fit");
    assert_eq!(only_here.log_ratio(), Some(4.0));
    assert_eq!(only_here.percent_difference(), None);
    let nowhere = Contingency::new(0, 1_000, 0, 1_000).expect("the counts fit");
    assert_eq!((nowhere.log_ratio(), nowhere.specificity()), (None, 0.0));
    assert_eq!(
        (nowhere.log_likelihood(), nowhere.chi_squared()),
        (0.0, 0.0)
    );
}

#[test]
fn bad_counts_are_an_error() {
    assert_eq!(Contingency::new(0, 0, 1, 10), Err(Error::EmptyPart));
    assert_eq!(Contingency::new(1, 10, 0, 0), Err(Error::NothingToCompare));
    assert_eq!(
        Contingency::in_whole(1, 10, 1, 10),
        Err(Error::NothingToCompare)
    );
    assert_eq!(Contingency::new(11, 10, 0, 10), Err(Error::MoreThanThePart));
    assert_eq!(
        Contingency::in_whole(5, 10, 3, 100),
        Err(Error::MoreThanThePart)
    );
    assert_eq!(Contingency::new(0, u64::MAX, 0, 10), Err(Error::TooLarge));
    assert_eq!(Dispersion::of(&[]), Err(Error::NoWords));
    assert_eq!(Dispersion::of(&[(0, 5), (0, 7)]), Err(Error::Absent));
    assert_eq!(
        Dispersion::of(&[(2, 5), (0, 0)]),
        Err(Error::TooFewParts(1))
    );
    assert_eq!(
        Dispersion::of(&[(6, 5), (0, 3)]),
        Err(Error::MoreThanThePart)
    );
    let options = KeynessOptions::default();
    assert_eq!(
        keyness_of_counts(&[], &[1], &options),
        Err(Error::EmptyPart)
    );
    assert_eq!(
        keyness_of_counts(&[0, 1], &[0], &options),
        Err(Error::NothingToCompare)
    );
    assert_eq!(
        keyness_of_counts(&[u64::MAX, 1], &[1], &options),
        Err(Error::TooLarge)
    );
}

#[test]
fn comparisons_are_warned_of() {
    let part = [100, 3, 0, 40];
    let reference = [120, 0, 9, 4];
    let options = KeynessOptions {
        correction: Correction::None,
        ..KeynessOptions::default()
    };
    let found = keyness_of_counts(&part, &reference, &options).expect("both have words");
    let words: Vec<u32> = found.words.iter().map(|word| word.word).collect();
    assert_eq!(words, [3, 1, 2, 0]);
    assert_eq!(
        found.warnings,
        [
            Warning::SmallExpected { words: 2, of: 4 },
            Warning::ManyComparisons {
                comparisons: 4,
                by_chance: 0.2
            },
            Warning::SmallPart { words: 133 },
        ]
    );
    let significant = KeynessOptions {
        significance: 5.0,
        ..KeynessOptions::default()
    };
    let found = keyness_of_counts(&part, &reference, &significant).expect("both have words");
    assert_eq!(
        (found.words.len(), found.words[0].word, found.compared),
        (1, 3, 4)
    );
}

proptest! {
    #[test]
    fn figures_are_finite_and_have_their_signs(
        part in 1u64..2_000_000,
        rest in 1u64..2_000_000,
        here in 0.0f64..=1.0,
        there in 0.0f64..=1.0,
        power in 1i32..12,
    ) {
        let share = |share: f64, of: u64| (share.powi(power) * of as f64) as u64;
        let table = Contingency::new(share(here, part), part, share(there, rest), rest);
        let table = table.expect("the counts fit");
        let figures = [
            table.specificity(), table.log_likelihood(), table.chi_squared(), table.chi_squared_yates(),
            table.log_ratio().unwrap_or(0.0), table.percent_difference().unwrap_or(0.0),
            table.mutual_information().unwrap_or(0.0), table.cubic_mutual_information().unwrap_or(0.0),
            table.t_score().unwrap_or(0.0), table.log_likelihood_significance(),
        ];
        prop_assert!(figures.iter().all(|figure| figure.is_finite()), "{:?}", figures);
        prop_assert!(table.ln_tail() <= 0.0);
        prop_assert!(table.is_positive() == (table.specificity() >= 0.0) || table.specificity() == 0.0);
        prop_assert!(table.chi_squared() >= table.chi_squared_yates());
        // Both parts exchanged, the sign is exchanged, and G2 and chi2 stay.
        let mirror = Contingency::new(table.frequency_in_rest(), rest, table.frequency(), part).expect("it fits");
        prop_assert!((mirror.log_likelihood() - table.log_likelihood()).abs() <= 1e-9 * table.log_likelihood() + 1e-9);
        if table.excess_is_not_zero() {
            prop_assert!((mirror.specificity() + table.specificity()).abs() <= 1e-9 * table.specificity().abs() + 1e-12);
        }
    }
}

/// What tells a table of independence apart.
trait Excess {
    fn excess_is_not_zero(&self) -> bool;
}

impl Excess for Contingency {
    fn excess_is_not_zero(&self) -> bool {
        u128::from(self.frequency()) * u128::from(self.whole())
            != u128::from(self.total()) * u128::from(self.part())
    }
}
