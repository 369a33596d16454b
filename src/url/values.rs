//! Values of an address.

use frise_date::Day;
use frise_index::timeline::Unit;

/// Adds a value, unless it is there already.
pub fn add<T: PartialEq>(values: &mut Vec<T>, value: T) {
    if !values.contains(&value) {
        values.push(value);
    }
}

/// Returns a first day as year, month or day, whichever is enough.
pub fn shortest(day: Day) -> String {
    shortest_of(day, |unit| unit.start(day) == day)
}

/// Returns a last day as year, month or day, whichever is enough.
pub fn shortest_end(day: Day) -> String {
    shortest_of(day, |unit| unit.end(day) == day)
}

fn shortest_of(day: Day, is_bound_of: impl Fn(Unit) -> bool) -> String {
    let text = day.to_string();
    let cut = |parts: usize| {
        text.rmatch_indices('-')
            .nth(parts - 1)
            .map_or(text.clone(), |(at, _)| text[..at].to_string())
    };
    if is_bound_of(Unit::Year) {
        cut(2)
    } else if is_bound_of(Unit::Month) {
        cut(1)
    } else {
        text
    }
}
