//! A million different words.

use frise_stats::{
    Classification, Correspondence, Diversity, Error, KeynessOptions, ReinertOptions,
    keyness_of_counts,
};

const WORDS: u32 = 1_000_000;

#[test]
fn keyness_of_a_million_words_is_finite() {
    // The first half of the words is in the part, the second in the rest, and one in both.
    let half = WORDS as usize / 2;
    let side = |inside: bool| -> Vec<u64> {
        (0..WORDS as usize)
            .map(|word| u64::from((word < half) == inside || word == 0) * 3)
            .collect()
    };
    let options = KeynessOptions::default();
    let found = keyness_of_counts(&side(true), &side(false), &options).expect("both have words");
    assert_eq!(found.compared, WORDS as usize);
    let mut figures = found.words.iter();
    assert!(figures.all(|word| word.specificity.is_finite() && word.significance >= 0.0));
    // Of a million words that come three times, chance alone makes none significant.
    assert_eq!(found.words[0].significance, 0.0);
}

#[test]
fn a_text_of_a_million_different_words_has_no_mtld() {
    let words: Vec<u32> = (0..WORDS).collect();
    let found = Diversity::of(&words).expect("there are words");
    assert_eq!(
        (found.types, found.mattr, found.mtld),
        (u64::from(WORDS), Some(1.0), None)
    );
}

#[test]
fn a_map_of_a_million_words_has_an_axis() {
    let table: Vec<Vec<u64>> = (0..WORDS)
        .map(|word| vec![u64::from(word % 2), 1])
        .collect();
    let map = Correspondence::of(&table, 2).expect("there are two parts");
    assert_eq!(map.axes.len(), 1);
    let mut points = map.rows.iter().flatten();
    assert!(points.all(|point| point.coordinates[0].is_finite()));
}

#[test]
fn units_of_a_million_different_words_have_no_more_than_one_division() {
    let units: Vec<Vec<u32>> = (0..1_000)
        .map(|unit| (unit * 1_000..(unit + 1) * 1_000).collect())
        .collect();
    let of = |classes| {
        let options = ReinertOptions {
            classes,
            ..ReinertOptions::default()
        };
        Classification::of(&units, WORDS as usize, &options)
    };
    // No term is in three units: no group can be divided again.
    match of(5) {
        Ok(found) => {
            assert_eq!(found.splits.len(), 1);
            assert!(found.splits[0].chi_squared.is_finite());
            let terms = found.classes.terms_of(&units, 0);
            assert!(
                terms
                    .iter()
                    .all(|term| term.signed_chi_squared().is_finite())
            );
        }
        Err(error) => assert_eq!(error, Error::NoClasses(1_000)),
    }
}
