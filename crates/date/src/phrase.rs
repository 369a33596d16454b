//! Dates in words, French and English: “vers juin 2010”, “between 2015 and 2017”.
//!
//! A phrase stands alone, as a label does: no capital at its beginning, no full stop at its end. In
//! French the number of a day and its month are held together by a no-break space (U+00A0), and
//! apostrophes are curly. Years before 1 are counted as historians count them: the astronomical
//! year 0 is 1 BC.

use super::edtf::{Certainty, Edtf, End, Rest, Season, Shape, SingleDate, Year};
use super::range::phrase_range;
use super::words::{
    Tongue, month_and_year, of, phrase_day, select, since, until, year_number, year_text,
    years_between,
};

/// Says a date. A time of day is left out: only its day counts.
pub fn phrase(date: &Edtf, language: Tongue) -> String {
    match &date.0 {
        Shape::Date(date) | Shape::DateTime(date, _) => phrase_alone(date, language),
        Shape::Interval(start, end) => phrase_interval(start, end, language),
    }
}

fn phrase_alone(date: &SingleDate, language: Tongue) -> String {
    let (article, noun) = name(date, language);
    let doubt = match date.certainty {
        Certainty::Certain => return noun,
        Certainty::Uncertain => select(language, "peut-être ", "perhaps "),
        Certainty::Approximate => select(language, "vers ", "about "),
        Certainty::Both => select(language, "peut-être vers ", "perhaps about "),
    };
    [doubt, article, &noun].concat()
}

fn phrase_interval(start: &End, end: &End, language: Tongue) -> String {
    let say = |date: &SingleDate| phrase_end(date, language);
    match (start, end) {
        // “Between 24 May and 24 May” says no more than the day.
        (End::Date(start), End::Date(end)) if (start.year, start.rest) == (end.year, end.rest) => {
            let certainty = start.certainty.with(end.certainty);
            phrase_alone(
                &SingleDate {
                    certainty,
                    ..*start
                },
                language,
            )
        }
        (End::Date(start), End::Date(end)) => {
            let (between, and) = select(language, ("entre ", " et "), ("between ", " and "));
            [between, &say(start), and, &say(end)].concat()
        }
        (End::Date(start), End::Unknown) => match language {
            Tongue::French => ["à partir ", &of(&say(start)), ", fin inconnue"].concat(),
            Tongue::English => ["from ", &say(start), ", end unknown"].concat(),
        },
        (End::Unknown, End::Date(end)) => {
            let start = select(language, ", début inconnu", ", start unknown");
            [&until(&say(end), language), start].concat()
        }
        (End::Date(start), End::Open) => since(&say(start), language),
        (End::Open, End::Date(end)) => until(&say(end), language),
        // The parser refuses an interval without a date.
        _ => phrase_range(None, None, language),
    }
}

/// A date inside an interval. French says “environ” there: “entre vers 2015 et 2017” is not French.
fn phrase_end(date: &SingleDate, language: Tongue) -> String {
    let (article, noun) = name(date, language);
    let doubt = match date.certainty {
        Certainty::Certain => "",
        Certainty::Uncertain => select(language, "peut-être ", "perhaps "),
        Certainty::Approximate => select(language, "environ ", "about "),
        Certainty::Both => select(language, "peut-être environ ", "perhaps about "),
    };
    [doubt, article, &noun].concat()
}

/// The name of a date without its doubt, after the article that it takes inside a French sentence.
fn name(date: &SingleDate, language: Tongue) -> (&'static str, String) {
    let (year, _) = date.year.range();
    let (article, noun) = match date.rest {
        Rest::Nothing | Rest::AnyMonth | Rest::AnyMonthAndDay => name_year(date.year, language),
        Rest::Season(season) => name_season(season, year, language),
        Rest::Month(month) | Rest::AnyDay(month) => ("", month_and_year(month, year, language)),
        Rest::Day(..) => ("le ", phrase_day(date.earliest(), language)),
    };
    let (french, english) = match date.rest {
        Rest::AnyMonth => (" (mois non précisé)", " (month not specified)"),
        Rest::AnyDay(_) => (" (jour non précisé)", " (day not specified)"),
        Rest::AnyMonthAndDay => (
            " (mois et jour non précisés)",
            " (month and day not specified)",
        ),
        _ => ("", ""),
    };
    let noun = [noun.as_str(), select(language, french, english)].concat();
    (select(language, article, ""), noun)
}

/// “2010”, “années 2010”, “années 1900 à 1999”, “an 800”.
fn name_year(year: Year, language: Tongue) -> (&'static str, String) {
    let (first, last) = year.range();
    if first != last {
        return ("les ", name_years(first, last, language));
    }
    // Alone, a bare number is read as a year only if it looks like one.
    if (1..1_000).contains(&first) || first >= 10_000 {
        let number = year_number(first, language);
        return (
            "l’",
            [select(language, "an ", "the year "), &number].concat(),
        );
    }
    ("", year_text(first, language))
}

/// Ten or a hundred years. “années 1900” and “the 1900s” mean ten years to some and a hundred to
/// others, and “années 50” is the twentieth century’s to all: such years are said by their first
/// and last.
fn name_years(first: i64, last: i64, language: Tongue) -> String {
    let is_plain_decade = first >= 1_000 && last - first == 9 && first % 100 != 0;
    match language {
        Tongue::French if is_plain_decade => ["années ", &year_text(first, language)].concat(),
        Tongue::English if is_plain_decade => ["the ", &year_text(first, language), "s"].concat(),
        Tongue::French => ["années ", &years_between(first, last, language)].concat(),
        Tongue::English => ["the years ", &years_between(first, last, language)].concat(),
    }
}

fn name_season(season: Season, year: i64, language: Tongue) -> (&'static str, String) {
    let (article, french, english) = match season {
        Season::Spring => ("le ", "printemps ", "spring "),
        Season::Summer => ("l’", "été ", "summer "),
        Season::Autumn => ("l’", "automne ", "autumn "),
        Season::Winter => ("l’", "hiver ", "winter "),
    };
    let mut noun = [
        select(language, french, english),
        &year_text(year, language),
    ]
    .concat();
    // Most of a winter lies in the year after the one that it is written with.
    if season == Season::Winter && year > 0 {
        noun.push_str(select(language, "-", "–"));
        noun.push_str(&year_text(year + 1, language));
    }
    (article, noun)
}
