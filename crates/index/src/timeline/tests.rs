//! Ticks, units, parts, places and counts: by example and by property.

use super::*;
use proptest::prelude::*;

fn day(text: &str) -> Day {
    Day::parse(text).expect("a day")
}

fn axis(first: &str, last: &str) -> Axis {
    Axis {
        first: day(first),
        last: day(last),
    }
}

fn check_ticks(first: &str, last: &str, most: usize, unit: Unit, expected: &[&str]) {
    let (found, ticks) = axis(first, last).ticks(most);
    assert_eq!(
        (found, ticks),
        (unit, expected.iter().map(|text| day(text)).collect()),
        "{first} to {last}"
    );
}

#[test]
fn ticks_fit_from_a_day_to_centuries() {
    check_ticks(
        "2010-01-01",
        "2013-12-31",
        12,
        Unit::Year,
        &["2010-01-01", "2011-01-01", "2012-01-01", "2013-01-01"],
    );
    check_ticks(
        "2010-01-01",
        "2021-12-31",
        4,
        Unit::Year,
        &["2010-01-01", "2015-01-01", "2020-01-01"],
    );
    check_ticks(
        "1790-01-01",
        "2024-12-31",
        5,
        Unit::Decade,
        &[
            "1800-01-01",
            "1850-01-01",
            "1900-01-01",
            "1950-01-01",
            "2000-01-01",
        ],
    );
    check_ticks(
        "2013-01-01",
        "2013-01-03",
        12,
        Unit::Day,
        &["2013-01-01", "2013-01-02", "2013-01-03"],
    );
    check_ticks(
        "2013-01-01",
        "2013-03-31",
        12,
        Unit::Month,
        &["2013-01-01", "2013-02-01", "2013-03-01"],
    );
    check_ticks("2013-01-01", "2013-01-01", 12, Unit::Day, &["2013-01-01"]);
    check_ticks(
        "2016-01-20",
        "2016-01-29",
        2,
        Unit::Day,
        &["2016-01-20", "2016-01-25"],
    );
}

#[test]
fn units_hold_their_days() {
    let check = |unit: Unit, from: &str, to: &str| {
        assert_eq!(
            (unit.start(day("2016-02-24")), unit.end(day("2016-02-24"))),
            (day(from), day(to)),
            "{unit:?}"
        );
    };
    check(Unit::Day, "2016-02-24", "2016-02-24");
    check(Unit::Month, "2016-02-01", "2016-02-29");
    check(Unit::Year, "2016-01-01", "2016-12-31");
    check(Unit::Decade, "2010-01-01", "2019-12-31");
    check(Unit::Century, "2000-01-01", "2099-12-31");
}

#[test]
fn units_are_cut_short_at_the_ends_of_the_calendar() {
    let check = |unit: Unit, at: &str, from: &str, to: &str| {
        let held = (unit.start(day(at)), unit.end(day(at)));
        assert_eq!(held, (day(from), day(to)), "{unit:?} of {at}");
    };
    check(Unit::Year, "-9999-05-06", "-9999-01-01", "-9999-12-31");
    check(Unit::Decade, "-9995-05-06", "-9999-01-01", "-9990-12-31");
    check(Unit::Century, "-9950-05-06", "-9999-01-01", "-9900-12-31");
    check(Unit::Century, "-9900-05-06", "-9999-01-01", "-9900-12-31");
    check(Unit::Quarter, "9999-12-31", "9999-10-01", "9999-12-31");
    check(Unit::Decade, "9999-05-06", "9990-01-01", "9999-12-31");
    check(Unit::Century, "9999-05-06", "9900-01-01", "9999-12-31");
}

#[test]
fn before_christ_years_are_round_in_their_era() {
    // 50 BC is the year -49, and no year 0 parts the eras.
    check_ticks(
        "-0100-01-01",
        "0120-12-31",
        6,
        Unit::Decade,
        &[
            "-0099-01-01",
            "-0049-01-01",
            "0001-01-01",
            "0050-01-01",
            "0100-01-01",
        ],
    );
    check_ticks(
        "-0055-01-01",
        "-0043-12-31",
        4,
        Unit::Year,
        &["-0054-01-01", "-0049-01-01", "-0044-01-01"],
    );
    let check = |unit: Unit, at: &str, from: &str, to: &str| {
        let held = (unit.start(day(at)), unit.end(day(at)));
        assert_eq!(held, (day(from), day(to)), "{unit:?} of {at}");
    };
    check(Unit::Decade, "-0050-05-06", "-0059-01-01", "-0050-12-31");
    check(Unit::Decade, "-0049-05-06", "-0049-01-01", "-0040-12-31");
    check(Unit::Decade, "0000-05-06", "-0009-01-01", "0000-12-31");
    check(Unit::Decade, "0005-05-06", "0001-01-01", "0009-12-31");
    check(Unit::Century, "-0043-03-15", "-0099-01-01", "0000-12-31");
    check(Unit::Century, "0099-05-06", "0001-01-01", "0099-12-31");
}

proptest! {
    /// All days from the first to the last of a unit have these two, and the days around have not.
    #[test]
    fn units_are_made_of_their_days(day in (Day::MIN.0..=Day::MAX.0).prop_map(Day), at in 0.0..1.0f64) {
        for unit in Unit::ALL {
            let (from, to) = (unit.start(day), unit.end(day));
            prop_assert!(Day::MIN <= from && from <= day && day <= to && to <= Day::MAX, "{:?}", unit);
            let within = Day(from.0 + ((to.0 - from.0) as f64 * at) as i32);
            for same in [from, within, to] {
                prop_assert_eq!((unit.start(same), unit.end(same)), (from, to), "{:?}", unit);
            }
            prop_assert!(from == Day::MIN || unit.end(Day(from.0 - 1)).0 == from.0 - 1, "{:?}", unit);
            prop_assert!(to == Day::MAX || unit.start(Day(to.0 + 1)).0 == to.0 + 1, "{:?}", unit);
        }
    }

    #[test]
    fn places_and_days_agree(first in -100_000i32..100_000, days in 0i32..200_000, at in 0i32..200_000) {
        let axis = Axis { first: Day(first), last: Day(first + days) };
        let day = Day(first + at % (days + 1));
        // A hair to the right of where the day begins is within the day.
        prop_assert_eq!(axis.day_at(axis.place(day) + 1e-9), day);
    }

    #[test]
    fn parts_follow_one_another(first in Day::MIN.0..=Day::MAX.0, days in 0i32..40_000) {
        let axis = Axis { first: Day(first), last: Day(first + days).min(Day::MAX) };
        for unit in [Unit::Month, Unit::Quarter, Unit::Year, Unit::Decade, Unit::Century] {
            let parts: Vec<(Day, Day)> = axis.parts(unit).collect();
            prop_assert!(parts[0].0 <= axis.first && parts[parts.len() - 1].1 >= axis.last);
            prop_assert!(parts.windows(2).all(|pair| pair[0].1.0 + 1 == pair[1].0.0));
        }
    }

    /// Days and places agree on a folded scale too, and later days never stand before earlier ones.
    #[test]
    fn places_and_days_agree_on_a_folded_scale(
        first in -100_000i32..100_000,
        days in 800i32..20_000,
        years in proptest::collection::vec((2i32..12, 2i32..9), 0..4),
        ats in proptest::collection::vec(0i32..20_000, 2..20),
    ) {
        let axis = Axis { first: Day(first), last: Day(first + days) };
        let mut folds = Vec::new();
        let mut year = axis.first.ymd().0;
        for (gap, length) in years {
            let (from, to) = (year + gap, year + gap + length - 1);
            let fold = Fold {
                first: Day::from_ymd(from, 1, 1).expect("a day"),
                last: Day::from_ymd(to, 12, 31).expect("a day"),
            };
            if fold.last < axis.last {
                folds.push(fold);
            }
            year = to + 1;
        }
        let scale = Scale::folded(axis, folds.clone(), 0.04, 0.02);
        let mut days: Vec<Day> = ats.iter().map(|at| Day(first + at % (days + 1))).collect();
        days.sort_unstable();
        for pair in days.windows(2) {
            prop_assert_eq!(scale.day_at(scale.place(pair[0])), pair[0]);
            prop_assert!(scale.place(pair[0]) <= scale.place(pair[1]));
            prop_assert!(pair[0] == pair[1] || scale.place(pair[0]) < scale.place(pair[1]));
        }
        for fold in &folds {
            let width = scale.place_after(fold.last) - scale.place(fold.first);
            prop_assert!((width - 0.04).abs() < 1e-9);
        }
        prop_assert!((scale.place(axis.first) - 0.02).abs() < 1e-9);
        prop_assert!((scale.place_after(axis.last) - 0.98).abs() < 1e-9);
        let straight = Scale::linear(axis);
        prop_assert!(days.iter().all(|day| (straight.place(*day) - axis.place(*day)).abs() < 1e-9));
    }
}

mod counted {
    use super::*;
    use crate::format::Index;
    use crate::search::PassageSet;
    use frise_corpus::SourceFile;
    use frise_corpus::compile;

    #[test]
    fn years_without_a_text_are_folded() {
        let folds = |documents: &[&str], shown: Axis| -> Vec<String> {
            let dated: Vec<(&str, usize)> = documents.iter().map(|date| (*date, 1)).collect();
            let folds = empty_years(&shown, index(&dated).documents());
            let folds = folds.iter();
            folds
                .map(|fold| format!("{}/{} {}", fold.first, fold.last, fold.years()))
                .collect()
        };
        let whole = axis("2010-01-01", "2021-12-31");
        let dates = [
            "2010-06-08",
            "2016-05-24",
            "2017-03-01",
            "2020-09-08",
            "2021-06-29",
        ];
        assert_eq!(
            folds(&dates, whole),
            ["2011-01-01/2015-12-31 5", "2018-01-01/2019-12-31 2"]
        );
        assert_eq!(folds(&dates, axis("2016-01-01", "2017-12-31")), [""; 0]);
        assert_eq!(folds(&dates, axis("2018-01-01", "2019-12-31")), [""; 0]);
        // A date that may be any of these years touches them all.
        assert_eq!(folds(&["2010", "2009/2020", "2021"], whole), [""; 0]);
        assert_eq!(
            folds(&["2010", "2012", ""], whole),
            ["2013-01-01/2020-12-31 8"]
        );
    }

    /// An index of documents with these dates, of as many passages each; an empty date is none.
    fn index(documents: &[(&str, usize)]) -> Index {
        let line = |(number, (date, passages)): (usize, &(&str, usize))| {
            let text = vec!["un mot"; *passages].join("\\n\\n");
            format!("{{\"id\": \"d{number}\", \"date\": \"{date}\", \"text\": \"{text}\"}}\n")
        };
        let file = SourceFile {
            path: "essai.jsonl".into(),
            bytes: documents
                .iter()
                .enumerate()
                .map(line)
                .collect::<String>()
                .into(),
        };
        let compiled = compile(&[file]).unwrap_or_else(|problems| panic!("{problems:?}"));
        Index::open(compiled.into_bytes()).expect("the index opens")
    }

    /// How many passages each bin has, and that words and sets agree with it.
    fn counts(axis: Axis, unit: Unit, is_whole: bool, index: &Index) -> Vec<u32> {
        let every = PassageSet::every(index.passages());
        let bins = Bins::of(&axis, unit, index, is_whole).bins;
        for bin in &bins {
            let count = every.count_within(&bin.passages);
            assert_eq!(bin.words, count * 2);
            assert_eq!(bin.rate(count), if count > 0 { 5_000.0 } else { 0.0 });
        }
        bins.iter()
            .map(|bin| every.count_within(&bin.passages))
            .collect()
    }

    #[test]
    fn passages_are_counted_where_their_document_begins() {
        let index = index(&[
            ("2010-12-31", 1),
            ("2011", 2),
            ("2011-06/2012", 3),
            ("../2012", 4),
            ("", 5),
            ("2012-03", 6),
        ]);
        let whole = axis("2010-01-01", "2012-12-31");
        assert_eq!(counts(whole, Unit::Year, true, &index), [4 + 1, 2 + 3, 6]);
        assert_eq!(
            counts(
                axis("2011-01-01", "2011-12-31"),
                Unit::Quarter,
                false,
                &index
            ),
            [2, 3, 0, 0]
        );
        assert_eq!(
            counts(
                axis("2012-01-01", "2012-12-31"),
                Unit::Decade,
                false,
                &index
            ),
            [1 + 2 + 3 + 6]
        );
    }

    #[test]
    fn bins_are_no_finer_than_what_stands_in_them() {
        let check = |dates: &[&str], most: usize, unit: Unit| {
            let documents: Vec<(&str, usize)> = dates.iter().map(|date| (*date, 1)).collect();
            let axis = axis("2010-01-01", "2013-12-31");
            let bins = Bins::fitting(&axis, most, &index(&documents), true);
            assert_eq!(bins.unit, unit, "{dates:?}, at most {most}");
            assert!(bins.bins.len() <= most, "{dates:?}, at most {most}");
        };
        check(&["2010-02", "2012", "2013-11"], 2000, Unit::Year);
        check(&["2010-02", "2010-03-01", "2013-11"], 2000, Unit::Month);
        check(&["2010-02", "2010-03-01", "2013-11"], 16, Unit::Year);
        check(&["2010-02", "2010-06", "2013-11"], 2000, Unit::Quarter);
        check(&["2010-06-01", "2010-06-02"], 2000, Unit::Day);
        check(&["2010-06-01", "2010-06-02"], 48, Unit::Century);
    }

    proptest! {
        #[test]
        fn every_dated_passage_is_in_one_bin(
            documents in proptest::collection::vec((-9999i32..9999, 1u8..13, 0usize..4, 0u8..6), 1..12),
        ) {
            let dates: Vec<(String, usize)> = documents
                .iter()
                .map(|(year, month, passages, kind)| {
                    let sign = if *year < 0 { "-" } else { "" };
                    let year = format!("{sign}{:04}", year.unsigned_abs());
                    let date = match kind {
                        0 => String::new(),
                        1 => year,
                        2 => format!("../{year}"),
                        3 => format!("{year}/.."),
                        _ => format!("{year}-{month:02}"),
                    };
                    (date, passages + 1)
                })
                .filter(|(date, _)| !date.starts_with("-0000"))
                .collect();
            prop_assume!(!dates.is_empty());
            let given: Vec<(&str, usize)> = dates.iter().map(|(date, passages)| (date.as_str(), *passages)).collect();
            let index = index(&given);
            let dated: usize = given.iter().filter(|(date, _)| !date.is_empty()).map(|(_, passages)| passages).sum();
            let axis = axis("-9999-01-01", "9999-12-31");
            for unit in [Unit::Year, Unit::Decade, Unit::Century] {
                prop_assert_eq!(counts(axis, unit, true, &index).iter().sum::<u32>() as usize, dated);
            }
        }
    }
}
