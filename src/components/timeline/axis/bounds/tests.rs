//! The bounds under the arrow keys, by example and by property.

use super::*;
use proptest::prelude::*;
use proptest::sample::select;

fn day(text: &str) -> Day {
    Day::parse(text).expect("a day")
}

fn axis(first: &str, last: &str) -> Axis {
    Axis {
        first: day(first),
        last: day(last),
    }
}

/// The days of some years, such as `2015-2016`; none of `-`.
fn years(text: &str) -> Bounds {
    let (from, to) = text.split_once('-').expect("two years");
    let bound = |year: &str, rest: &str| (!year.is_empty()).then(|| day(&[year, rest].concat()));
    (bound(from, "-01-01"), bound(to, "-12-31"))
}

#[test]
fn a_range_moves_as_a_whole_and_shift_moves_its_end() {
    let check = |held: &str, steps: i32, extend: bool, expected: &str| {
        let (from, to) = years(held);
        let axis = axis("2010-01-01", "2021-12-31");
        assert_eq!(
            move_both(axis, &KeyStep::Unit(Unit::Year), from, to, steps, extend),
            years(expected),
            "{held} by {steps}, {extend}"
        );
    };
    for extend in [false, true] {
        check("-", 1, extend, "2010-2010");
        check("-", -1, extend, "2021-2021");
        check("-", 5, extend, "2010-2010");
        check("-", i32::MIN, extend, "2010-2010");
        check("-", i32::MAX, extend, "2021-2021");
    }
    check("2015-2016", 1, false, "2016-2017");
    check("2015-2016", -1, false, "2014-2015");
    check("2015-2016", 5, false, "2020-2021");
    check("2015-2016", -5, false, "2010-2011");
    check("2015-2016", i32::MAX, false, "2020-2021");
    check("2015-2016", i32::MIN, false, "2010-2011");
    check("2020-2021", 1, false, "2020-2021");
    check("2010-2011", -1, false, "2010-2011");
    check("2015-2016", 1, true, "2015-2017");
    check("2015-2016", -1, true, "2015-2015");
    check("2015-2015", -1, true, "2015-2015");
    check("2015-2016", i32::MAX, true, "2015-2021");
    check("2015-2018", i32::MIN, true, "2015-2015");
    check("2010-2012", -1, true, "2010-2011");
    check("2010-2021", 1, true, "2010-2021");
    // An end that is not bounded is that of the axis.
    check("2015-", -1, false, "2014-2020");
    check("2015-", -1, true, "2015-2020");
    check("-2012", 1, false, "2011-2013");
    // What is held begins before the axis, or ends behind it.
    check("2005-2011", 1, false, "2006-2012");
    check("2005-2011", -1, false, "2005-2011");
    check("2020-2025", -1, false, "2019-2024");
}

#[test]
fn a_bound_moves_alone_and_is_none_at_its_end_of_the_axis() {
    let check = |axis: Axis, unit: Unit, side: Side, at: &str, steps: i32, expected: &str| {
        let expected = (!expected.is_empty()).then(|| day(expected));
        let found = stepped(axis, &KeyStep::Unit(unit), side, day(at), steps);
        assert_eq!(found, expected, "{side:?} at {at} by {steps}");
    };
    let years = axis("2010-01-01", "2021-12-31");
    let of_years = |side: Side, at: &str, steps: i32, expected: &str| {
        check(years, Unit::Year, side, at, steps, expected)
    };
    of_years(Side::From, "2010-01-01", 1, "2011-01-01");
    of_years(Side::From, "2011-01-01", -1, "");
    of_years(Side::From, "2010-01-01", -1, "");
    of_years(Side::From, "2016-01-01", i32::MIN, "");
    of_years(Side::From, "2016-01-01", i32::MAX, "2021-01-01");
    of_years(Side::To, "2021-12-31", -1, "2020-12-31");
    of_years(Side::To, "2020-12-31", 1, "");
    of_years(Side::To, "2021-12-31", 1, "");
    of_years(Side::To, "2016-12-31", i32::MAX, "");
    of_years(Side::To, "2016-12-31", i32::MIN, "2010-12-31");
    // From within a year, a step goes to one of its neighbours.
    of_years(Side::From, "2016-05-24", -1, "2015-01-01");
    of_years(Side::To, "2016-05-24", 1, "2017-12-31");
    // Bounds out of sight come back.
    of_years(Side::From, "2025-01-01", -1, "2024-01-01");
    of_years(Side::To, "2005-12-31", 1, "2006-12-31");
    // Units that the axis cuts short are reached, and left, like others.
    let cut = axis("1796-01-01", "2024-12-31");
    check(cut, Unit::Decade, Side::To, "2024-12-31", -1, "2019-12-31");
    check(cut, Unit::Decade, Side::To, "2019-12-31", 1, "");
    check(cut, Unit::Decade, Side::From, "1796-01-01", 1, "1800-01-01");
    check(cut, Unit::Decade, Side::From, "1800-01-01", -1, "");
}

#[test]
fn a_bound_takes_the_other_along() {
    let check = |side: Side, held: &str, steps: i32, expected: &str| {
        let (from, to) = years(held);
        let at = if side == Side::To { to } else { from };
        let axis = axis("2010-01-01", "2021-12-31");
        assert_eq!(
            move_one(
                axis,
                &KeyStep::Unit(Unit::Year),
                side,
                (from, to),
                at.expect("a bound"),
                steps
            ),
            years(expected),
            "{side:?} of {held} by {steps}"
        );
    };
    check(Side::From, "2015-2015", 1, "2016-2016");
    check(Side::From, "2015-2016", 1, "2016-2016");
    check(Side::From, "2015-2016", i32::MIN, "-2016");
    check(Side::From, "2015-", 1, "2016-");
    check(Side::To, "2015-2015", -1, "2014-2014");
    check(Side::To, "2015-2016", -1, "2015-2015");
    check(Side::To, "2015-2016", i32::MAX, "2015-");
}

#[test]
fn bounds_go_from_text_to_text_where_these_stand_in_their_order() {
    let axis = axis("2010-01-01", "2021-12-31");
    // The third is of a day within the second, so that no bound tells them apart.
    let texts = [
        ("2010-06-08", "2010-06-08"),
        ("2016-01-01", "2016-12-31"),
        ("2016-05-24", "2016-05-24"),
        ("2021-02-19", "2021-02-19"),
    ];
    let days = texts.iter().map(|(first, last)| (day(first), day(last)));
    let by_text = KeyStep::of(&Scale::in_order(axis, days), Unit::Year);
    let both = |held: &str, steps: i32| {
        let held = held.split_once(' ').map(|(from, to)| (day(from), day(to)));
        let (from, to) = held.unzip();
        let (first, last) = by_text.tight(move_both(axis, &by_text, from, to, steps, false));
        let text = |day: Option<Day>| day.map_or(String::new(), |day| day.to_string());
        [text(first), text(last)].join(" ")
    };
    let first = "2010-06-08 2010-06-08";
    let second = "2016-01-01 2016-12-31";
    let last = "2021-02-19 2021-02-19";
    assert_eq!(both("", 1), first);
    assert_eq!(both("", -1), last);
    assert_eq!(both(first, 1), second);
    assert_eq!(both(second, 1), last);
    assert_eq!(both(last, 1), last);
    assert_eq!(both(last, i32::MIN), first);
    let one = |side: Side, at: &str, steps: i32| stepped(axis, &by_text, side, day(at), steps);
    assert_eq!(one(Side::From, "2010-06-08", 1), Some(day("2016-01-01")));
    assert_eq!(one(Side::From, "2016-01-01", -1), None);
    assert_eq!(one(Side::To, "2016-12-31", 1), None);
    assert_eq!(one(Side::To, "2021-02-19", i32::MAX), None);
}

fn any_day() -> impl Strategy<Value = Day> {
    let calendar = (Day::MIN.0..=Day::MAX.0).prop_map(Day);
    prop_oneof![2 => calendar, 1 => select(vec![Day::MIN, Day::MAX, Day(0)])]
}

fn any_axis() -> impl Strategy<Value = Axis> {
    (any_day(), 0i32..40_000).prop_map(|(first, days)| Axis {
        first,
        last: Day(first.0 + days).min(Day::MAX),
    })
}

fn any_steps() -> impl Strategy<Value = i32> {
    select(vec![i32::MIN, -5, -1, 1, 5, i32::MAX])
}

/// How many units there are from one day to another.
fn units(unit: Unit, first: Day, last: Day) -> usize {
    Axis { first, last }.parts(unit).count()
}

proptest! {
    /// Whole units come out, in order, as many as went in unless Shift is down, and none beyond the axis
    /// that was not there before.
    #[test]
    fn a_range_stays_on_the_axis(
        axis in any_axis(),
        unit in select(vec![Unit::Month, Unit::Quarter, Unit::Year, Unit::Decade, Unit::Century]),
        places in prop::option::of((0.0..=1.0f64, 0.0..=1.0f64)),
        one_sided in 0u8..4,
        steps in any_steps(),
        extend in any::<bool>(),
    ) {
        let ends = places.map(|(one, other)| (axis.day_at(one.min(other)), axis.day_at(one.max(other))));
        let from = ends.filter(|_| one_sided != 1).map(|(from, _)| from);
        let to = ends.filter(|_| one_sided != 2).map(|(_, to)| to);
        let (Some(first), Some(last)) = move_both(axis, &KeyStep::Unit(unit), from, to, steps, extend) else {
            return Err(TestCaseError::fail("a range has two ends"));
        };
        prop_assert!(first <= last, "{} to {}", first, last);
        prop_assert_eq!((unit.start(first), unit.end(last)), (first, last));
        prop_assert!(first >= unit.start(axis.first) && last <= unit.end(axis.last), "{} to {} on {:?}", first, last, axis);
        if from.is_some() || to.is_some() {
            let held = (from.unwrap_or(axis.first), to.unwrap_or(axis.last));
            let (before, after) = (units(unit, held.0, held.1), units(unit, first, last));
            prop_assert!(after >= 1 && (extend || after == before), "{} units, then {}", before, after);
            prop_assert!(!extend || first == unit.start(held.0));
            prop_assert!(!extend || (after >= before) == (steps > 0) || after == before);
        } else {
            prop_assert_eq!(units(unit, first, last), 1);
        }
    }

    /// A bound is a whole unit of the axis or none, and goes back the way it came.
    #[test]
    fn a_bound_stays_on_the_axis(
        axis in any_axis(),
        unit in select(vec![Unit::Month, Unit::Quarter, Unit::Year, Unit::Decade, Unit::Century]),
        place in 0.0..=1.0f64,
        side in select(vec![Side::From, Side::To]),
        steps in any_steps(),
    ) {
        let at = axis.day_at(place);
        let whole = |day: Day| if side == Side::To { unit.end(day) } else { unit.start(day) };
        let end = if side == Side::To { axis.last } else { axis.first };
        let moved = stepped(axis, &KeyStep::Unit(unit), side, at, steps);
        if let Some(moved) = moved {
            prop_assert_eq!(whole(moved), moved);
            prop_assert!(moved >= unit.start(axis.first) && moved <= unit.end(axis.last), "{} on {:?}", moved, axis);
            prop_assert!(moved != whole(end) && moved != whole(at) || whole(at) != whole(end));
        }
        let outwards = if side == Side::To { i32::MAX } else { i32::MIN };
        prop_assert_eq!(stepped(axis, &KeyStep::Unit(unit), side, at, outwards), None);
        let on = stepped(axis, &KeyStep::Unit(unit), side, at, steps.signum());
        let on = on.unwrap_or(end);
        if whole(on) != whole(at) {
            let back = stepped(axis, &KeyStep::Unit(unit), side, on, -steps.signum());
            prop_assert_eq!(whole(back.unwrap_or(end)), whole(at));
        }
    }
}
