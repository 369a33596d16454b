//! Reinert's classification against rainette, and its properties.

use frise_stats::{
    Classification, CrossedClass, CrossingOptions, DoubleClassification, Error, ReinertOptions,
};
use proptest::prelude::*;
use std::collections::BTreeSet;

/// The units that `reinert.R` draws: each is of another theme than its neighbours.
fn draw(units: u64, terms: u64, seed: u64) -> Vec<Vec<u32>> {
    draw_of(units, terms, seed, |unit| unit % 4)
}

/// Units of four themes.
fn draw_of(units: u64, terms: u64, seed: u64, theme: fn(u64) -> u64) -> Vec<Vec<u32>> {
    let mut state = seed;
    let mut dice = || {
        state = (state * 1_103_515 + 12_345) % (1 << 31);
        (state / 65_536) % 100
    };
    let mut row = |unit: u64| -> Vec<u32> {
        let limit = |term: u64| if theme(unit) == term % 4 { 40 } else { 10 };
        (0..terms)
            .filter(|term| dice() < limit(*term))
            .map(|term| term as u32)
            .collect()
    };
    (0..units).map(&mut row).collect()
}

/// The classes as sets of units, in an order of their own.
fn partition(class_of: &[Option<u32>]) -> Vec<Vec<usize>> {
    let most = class_of.iter().flatten().max().map_or(0, |most| most + 1);
    let class = |class: u32| -> Vec<usize> {
        (0..class_of.len())
            .filter(|unit| class_of[*unit] == Some(class))
            .collect()
    };
    let mut classes: Vec<Vec<usize>> = (0..most).map(class).collect();
    classes.sort();
    classes
}

#[test]
fn classes_are_those_of_rainette() {
    let mut lines = 0;
    for line in include_str!("fixtures/reinert.tsv").lines().skip(1) {
        let row: Vec<&str> = line.split('\t').collect();
        let number = |place: usize| row[place].parse::<u64>().expect("a number");
        let (size, terms, classes) = (number(0), number(1), number(3) as usize);
        let units = draw(size, terms, number(2));
        let options = ReinertOptions {
            classes,
            ..ReinertOptions::default()
        };
        let found = Classification::of(&units, terms as usize, &options).expect("units differ");
        let expected: Vec<Option<u32>> = row[6]
            .split(' ')
            .map(|class| class.parse::<u32>().expect("a class").checked_sub(1))
            .collect();
        let case = &row[..4];
        assert_eq!(found.classes.sizes.len(), classes, "{case:?}");
        let chi_squared: f64 = row[4].parse().expect("a figure");
        let last = found.splits[classes - 2].chi_squared;
        assert!(
            (last - chi_squared).abs() < 1e-12 * chi_squared,
            "{case:?}: {last}"
        );
        assert_eq!(
            partition(&found.classes.class_of),
            partition(&expected),
            "{case:?}"
        );
        lines += 1;
    }
    assert_eq!(lines, 57);
}

#[test]
fn crossed_classes_are_those_of_rainette() {
    let mut lines = 0;
    for line in include_str!("fixtures/reinert_double.tsv").lines().skip(1) {
        let row: Vec<&str> = line.split('\t').collect();
        let number = |place: usize| row[place].parse::<u64>().expect("a number");
        let units = draw_of(number(0), number(1), number(2), |unit| unit / 6 % 4);
        let documents: Vec<u32> = (0..units.len() as u32).map(|unit| unit / 24).collect();
        let options = ReinertOptions {
            classes: number(3) as usize,
            ..ReinertOptions::default()
        };
        let found = DoubleClassification::of(
            &documents,
            &units,
            number(1) as usize,
            &options,
            &CrossingOptions::default(),
        )
        .expect("classes are shared");
        let case = &row[..6];
        let name = |class: &CrossedClass| {
            let [first, second] = class
                .of
                .map(|(division, place)| format!("{division}.{place}"));
            format!("{first}x{second}")
        };
        let names: BTreeSet<String> = found.crossed.iter().map(name).collect();
        let expected = row[8].split(' ').map(str::to_string);
        assert_eq!(names, expected.collect(), "{case:?}");
        let chi_squared: f64 = row[5].parse().expect("a figure");
        let sum: f64 = found
            .crossed
            .iter()
            .map(|class| class.signed_chi_squared())
            .sum();
        assert!(
            (sum - chi_squared).abs() < 1e-12 * chi_squared,
            "{case:?}: {sum}"
        );
        let [first, second] = found.context_units;
        assert_eq!(format!("{first} {second}"), row[6], "{case:?}");
        let expected = row[9].split(' ');
        let expected: Vec<Option<u32>> = expected
            .map(|class| class.parse::<u32>().expect("a class").checked_sub(1))
            .collect();
        assert_eq!(
            partition(&found.classes.class_of),
            partition(&expected),
            "{case:?}"
        );
        assert!(found.is_best, "{case:?}");
        lines += 1;
    }
    assert_eq!(lines, 60);
}

#[test]
fn what_is_not_shared_twice_is_an_error() {
    let of = |units: &[Vec<u32>], options: CrossingOptions| {
        let documents = vec![0; units.len()];
        let reinert = ReinertOptions::default();
        let found = DoubleClassification::of(&documents, units, 16, &reinert, &options);
        found.map(|found| found.classes.sizes)
    };
    let usual = CrossingOptions::default();
    assert_eq!(of(&[], usual), Err(Error::NoWords));
    assert_eq!(of(&vec![vec![]; 9], usual), Err(Error::NoWords));
    assert_eq!(
        of(&vec![vec![0, 1, 2]; 90], usual),
        Err(Error::NoClasses(22))
    );
    let units = draw(120, 16, 1);
    let none = CrossingOptions {
        units: 10_000,
        ..usual
    };
    assert_eq!(of(&units, none), Err(Error::NoClasses(30)));
    let improbable = CrossingOptions {
        chi_squared: 1e9,
        ..usual
    };
    assert_eq!(of(&units, improbable), Err(Error::NothingShared(0)));
}

#[test]
fn terms_and_units_of_a_theme_are_typical_of_its_class() {
    let units = draw(200, 80, 1);
    let options = ReinertOptions {
        classes: 4,
        ..ReinertOptions::default()
    };
    let found = Classification::of(&units, 80, &options).expect("units differ");
    assert_eq!(found.tree().matches(['1', '2', '3', '4']).count(), 4);
    for class in 0..4 {
        let terms = found.classes.terms_of(&units, class);
        assert_eq!(terms.len(), 80);
        let theme = terms[0].term % 4;
        assert!(terms[..10].iter().all(|term| term.term % 4 == theme));
        assert!(terms[79].signed_chi_squared() < 0.0);
        let typical = found.classes.typical_units(&units, class, &terms);
        assert_eq!(typical.len(), found.classes.sizes[class as usize]);
        assert_eq!(typical[0].0 as u32 % 4, theme);
        assert!(typical.is_sorted_by(|a, b| a.1 >= b.1));
        let first = &terms[0].table;
        let with = |inside: bool| {
            let units = units.iter().zip(&found.classes.class_of);
            let units = units.filter(|(_, of)| of.is_some_and(|of| (of == class) == inside));
            units
                .filter(|(unit, _)| unit.contains(&terms[0].term))
                .count() as u64
        };
        assert_eq!(
            (first.frequency(), first.frequency_in_rest()),
            (with(true), with(false))
        );
    }
}

#[test]
fn units_in_another_order_and_terms_with_other_numbers_have_the_same_classes() {
    for seed in 1..5 {
        let units = draw(120, 40, seed);
        // 67 and 120 have no factor in common, nor have 27 and 40.
        let place = |unit: usize| unit * 67 % 120;
        let mut turned = vec![Vec::new(); 120];
        for (unit, terms) in units.iter().enumerate() {
            turned[place(unit)] = terms.iter().map(|term| term * 27 % 40).collect();
        }
        let options = ReinertOptions::default();
        let found = Classification::of(&units, 40, &options).expect("units differ");
        let other = Classification::of(&turned, 40, &options).expect("units differ");
        let back: Vec<Option<u32>> = (0..120)
            .map(|unit| other.classes.class_of[place(unit)])
            .collect();
        assert_eq!(
            partition(&found.classes.class_of),
            partition(&back),
            "seed {seed}"
        );
    }
}

#[test]
fn what_cannot_be_divided_is_an_error() {
    let of = |units: &[Vec<u32>], terms| {
        Classification::of(units, terms, &ReinertOptions::default())
            .map(|found| found.classes.sizes)
    };
    assert_eq!(of(&[], 0), Err(Error::NoWords));
    assert_eq!(of(&[vec![], vec![]], 5), Err(Error::NoWords));
    assert_eq!(of(&vec![vec![7]; 9], 5), Err(Error::NoWords));
    assert_eq!(of(&[vec![0, 1], vec![1, 2]], 3), Err(Error::NoClasses(2)));
    assert_eq!(
        of(&vec![vec![0, 1, 2, 3]; 50], 4),
        Err(Error::NoClasses(50))
    );
    // More classes than can be made.
    let units = draw(24, 16, 1);
    let options = ReinertOptions {
        classes: 1_000,
        ..ReinertOptions::default()
    };
    let found = Classification::of(&units, 16, &options).expect("units differ");
    assert!(found.classes.sizes.len() < 24);
}

proptest! {
    #[test]
    fn any_units_have_classes_or_an_error(
        units in prop::collection::vec(prop::collection::btree_set(0u32..12, 0..6), 6..40),
        turn in 1usize..40,
        classes in 2usize..5,
    ) {
        let units: Vec<Vec<u32>> = units.into_iter().map(|unit| unit.into_iter().collect()).collect();
        let options = ReinertOptions { classes, ..ReinertOptions::default() };
        let found = Classification::of(&units, 12, &options);
        // Every number is finite, and each split has units on both sides.
        if let Ok(found) = &found {
            prop_assert!(found.splits.iter().all(|split| split.chi_squared.is_finite() && split.chi_squared > 0.0));
            prop_assert!(found.classes.sizes.iter().all(|size| *size > 0));
            for class in 0..found.classes.sizes.len() as u32 {
                let terms = found.classes.terms_of(&units, class);
                prop_assert!(terms.iter().all(|term| term.signed_chi_squared().is_finite()));
            }
        }
        let turn = turn % units.len();
        let mut turned = units.clone();
        turned.rotate_left(turn);
        let options = ReinertOptions { classes: 2, ..options };
        let divided = Classification::of(&units, 12, &options);
        match (divided, Classification::of(&turned, 12, &options)) {
            (Ok(found), Ok(mut other)) => {
                other.classes.class_of.rotate_right(turn);
                let (a, b) = (found.splits[0].chi_squared, other.splits[0].chi_squared);
                prop_assert!((a - b).abs() < 1e-9 * a, "{} and {}", a, b);
            }
            (found, other) => prop_assert_eq!(found.is_ok(), other.is_ok()),
        }
    }
}
