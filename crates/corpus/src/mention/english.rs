//! The words of dates in English.

use super::lexicon::Lead::*;
use super::lexicon::{Lexicon, Turn, Unit};

#[rustfmt::skip]
pub(super) const ENGLISH: Lexicon = Lexicon {
    months: &[
        ("january", 1), ("february", 2), ("march", 3), ("april", 4), ("may", 5), ("june", 6), ("july", 7),
        ("august", 8), ("september", 9), ("october", 10), ("november", 11), ("december", 12),
    ],
    short_months: &[
        ("jan", 1), ("feb", 2), ("mar", 3), ("apr", 4), ("jun", 6), ("jul", 7), ("aug", 8), ("sep", 9), ("sept", 9),
        ("oct", 10), ("nov", 11), ("dec", 12),
    ],
    weekdays: &[
        ("monday", 1), ("tuesday", 2), ("wednesday", 3), ("thursday", 4), ("friday", 5), ("saturday", 6), ("sunday", 7),
    ],
    seasons: &[("spring", 21), ("summer", 22), ("autumn", 23), ("fall", 23), ("winter", 24)],
    units: &[
        ("day", Unit::Day), ("days", Unit::Day), ("week", Unit::Week), ("weeks", Unit::Week), ("month", Unit::Month),
        ("months", Unit::Month), ("quarter", Unit::Quarter), ("half", Unit::Half), ("year", Unit::Year),
        ("years", Unit::Year), ("century", Unit::Century),
    ],
    turns: &[("last", Turn::Last), ("past", Turn::Last), ("next", Turn::Next), ("this", Turn::This)],
    turn_first: true,
    month_first: true,
    numbers: &[
        ("a", 1), ("an", 1), ("one", 1), ("two", 2), ("three", 3), ("four", 4), ("five", 5), ("six", 6), ("seven", 7),
        ("eight", 8), ("nine", 9), ("ten", 10), ("eleven", 11), ("twelve", 12), ("fifteen", 15), ("twenty", 20),
        ("thirty", 30), ("forty", 40), ("fifty", 50), ("sixty", 60), ("seventy", 70), ("eighty", 80), ("ninety", 90),
    ],
    ordinals: &[
        ("first", 1), ("second", 2), ("third", 3), ("fourth", 4), ("eighteenth", 18), ("nineteenth", 19),
        ("twentieth", 20), ("twenty first", 21),
    ],
    suffixes: &["st", "nd", "rd", "th", "d"],
    days: &[("yesterday", -1), ("tomorrow", 1)],
    hours: &["morning", "afternoon", "evening", "night", "at"],
    contrasts: &["today", "tomorrow"],
    leads: &[
        ("as of", Since), ("since", Since), ("until", Until), ("till", Until), ("up to", Until), ("before", Before),
        ("prior to", Before), ("after", After), ("by", By), ("about", About), ("around", About), ("circa", About),
        ("early", About), ("late", About), ("mid", About), ("in early", About), ("in late", About), ("in mid", About),
        ("in about", About), ("in around", About), ("the beginning of", About), ("the end of", About),
        ("in", At), ("for", At), ("on", At), ("during", At), ("throughout", At),
    ],
    articles: &["the"],
    intervals: &[
        ("between", &["and"]), ("from", &["to", "until", "till", "through"]), ("", &["to", "through", "and"]),
    ],
    of: &["of the year", "of"],
    before_year: &["of", "year", "fiscal", "session"],
    before_month: &["of"],
    before_day: &[],
    before_any: &["a", "every", "each", "any", "the"],
    and: &["and", "or", "then", "and in", "or in"],
    measures: &["more", "less", "number", "total", "sum", "excess"],
    no_nouns: &[
        "across", "always", "as", "does", "has", "his", "is", "its", "less", "plus", "this", "thus", "us", "was",
        "perhaps", "unless", "yes", "makes", "calls", "shows", "gives", "requires", "provides", "authorizes",
    ],
    // `the first time in twenty years` looks back as often as `in two years` looks ahead.
    counts_before: &[],
    counts_after: &[("ago", -1), ("from now", 1)],
    roughly: &["about", "almost", "over", "more than", "less than", "nearly", "some", "only", "just"],
};
