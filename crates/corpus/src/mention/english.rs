//! The words of dates in English.

use super::lexicon::Lead::*;
use super::lexicon::{Era, Lexicon, Turn, Unit};

#[rustfmt::skip]
pub(super) static ENGLISH: Lexicon = Lexicon {
    months: &[
        ("january", 1), ("february", 2), ("march", 3), ("april", 4), ("may", 5), ("june", 6), ("july", 7),
        ("august", 8), ("september", 9), ("october", 10), ("november", 11), ("december", 12),
    ],
    short_months: &[
        ("jan", 1), ("feb", 2), ("mar", 3), ("apr", 4), ("jun", 6), ("jul", 7), ("aug", 8), ("sep", 9), ("sept", 9),
        ("oct", 10), ("nov", 11), ("dec", 12),
    ],
    republican_months: &[
        ("vendemiaire", 1), ("brumaire", 2), ("frimaire", 3), ("nivose", 4), ("pluviose", 5), ("ventose", 6),
        ("germinal", 7), ("floreal", 8), ("prairial", 9), ("messidor", 10), ("thermidor", 11), ("fructidor", 12),
        ("complementary day", 13),
    ],
    republican_years: &["year", "an", "of the year", "of year"],
    several_republican: "years",
    republic: &["of the french republic", "of the republic", "of the republican calendar"],
    weekdays: &[
        ("monday", 1), ("tuesday", 2), ("wednesday", 3), ("thursday", 4), ("friday", 5), ("saturday", 6), ("sunday", 7),
    ],
    seasons: &[("spring", 21), ("summer", 22), ("autumn", 23), ("fall", 23), ("winter", 24)],
    short_parts: &[
        ("q1", (1, 4)), ("q2", (2, 4)), ("q3", (3, 4)), ("q4", (4, 4)), ("h1", (1, 2)), ("h2", (2, 2)),
    ],
    units: &[
        ("day", Unit::Day), ("days", Unit::Day), ("week", Unit::Week), ("weeks", Unit::Week), ("month", Unit::Month),
        ("months", Unit::Month), ("quarter", Unit::Quarter), ("third", Unit::Third), ("half", Unit::Half), ("year", Unit::Year),
        ("years", Unit::Year), ("century", Unit::Century), ("centuries", Unit::Century),
    ],
    turns: &[("last", Turn::Last), ("past", Turn::Last), ("next", Turn::Next), ("this", Turn::This)],
    turn_first: true,
    month_first: true,
    numbers: &[
        ("a", 1), ("an", 1), ("one", 1), ("two", 2), ("three", 3), ("four", 4), ("five", 5), ("six", 6), ("seven", 7),
        ("eight", 8), ("nine", 9), ("ten", 10), ("eleven", 11), ("twelve", 12), ("thirteen", 13), ("fourteen", 14),
        ("fifteen", 15), ("sixteen", 16), ("seventeen", 17), ("eighteen", 18), ("nineteen", 19), ("twenty", 20),
        ("thirty", 30), ("forty", 40), ("fifty", 50), ("sixty", 60), ("seventy", 70), ("eighty", 80), ("ninety", 90),
        ("hundred", 100), ("thousand", 1000),
    ],
    and_in_numbers: &["and"],
    ordinals: &[
        ("first", 1), ("second", 2), ("third", 3), ("fourth", 4), ("fifth", 5), ("sixth", 6), ("seventh", 7),
        ("eighth", 8), ("ninth", 9), ("tenth", 10), ("eleventh", 11), ("twelfth", 12), ("thirteenth", 13),
        ("fourteenth", 14), ("fifteenth", 15), ("sixteenth", 16), ("seventeenth", 17), ("eighteenth", 18),
        ("nineteenth", 19), ("twentieth", 20), ("twenty first", 21), ("twenty second", 22), ("twenty third", 23),
        ("twenty fourth", 24), ("twenty fifth", 25), ("twenty sixth", 26), ("twenty seventh", 27),
        ("twenty eighth", 28), ("twenty ninth", 29), ("thirtieth", 30), ("thirty first", 31),
    ],
    last: &["last", "latter"],
    suffixes: &["st", "nd", "rd", "th", "d"],
    decades: &[],
    decades_in_words: &[
        ("twenties", 20), ("thirties", 30), ("forties", 40), ("fifties", 50), ("sixties", 60), ("seventies", 70),
        ("eighties", 80), ("nineties", 90),
    ],
    millennia: &["millennium", "millennia"],
    short_centuries: &["c.", "cent."],
    eras: &[
        ("before", &["christ", "the common era", "our era", "the christian era"], Era::Before),
        ("after", &["christ"], Era::After),
        ("of", &["our era", "the common era", "the christian era"], Era::After),
    ],
    short_eras: &[
        ("bc", Era::Before), ("b.c", Era::Before), ("b c", Era::Before), ("bce", Era::Before), ("b.c.e", Era::Before),
        ("ad", Era::After), ("a.d", Era::After), ("a d", Era::After), ("ce", Era::After), ("c.e", Era::After),
    ],
    first_eras: &["ad", "a.d", "a d"],
    days: &[("yesterday", -1), ("tomorrow", 1)],
    hours: &["morning", "afternoon", "evening", "night", "at"],
    contrasts: &["today", "tomorrow"],
    leads: &[
        ("as of", Since), ("since", Since), ("until", Until), ("till", Until), ("up to", Until), ("before", Before),
        ("prior to", Before), ("after", After), ("by", By), ("about", About), ("around", About), ("circa", About),
        ("early", Early), ("late", Late), ("mid", Mid), ("in early", Early), ("in late", Late), ("in mid", Mid),
        ("in about", About), ("in around", About), ("the beginning of", Early), ("the end of", Late), ("the turn of", About),
        // Behind the article that opens an interval.
        ("beginning of", Early), ("end of", Late),
        ("in", At), ("for", At), ("on", At), ("during", At), ("throughout", At),
    ],
    denials: &["not"],
    denied: &[Before, Until],
    articles: &["the"],
    intervals: &[
        ("between", &["and"]), ("from", &["to", "until", "till", "through", "and until"]),
        ("since", &["until", "till", "and until"]), ("", &["to", "through", "and"]),
    ],
    now: &[
        "the present day", "the present time", "the present", "this day", "present", "today", "now", "date",
    ],
    no_date: &["the", "his", "her", "its", "their", "that", "those"],
    other_years: &[
        "of each year", "of every year", "each year", "every year", "of any year", "of that year", "that year",
        "of the following year", "of the next year", "of the previous year", "of the preceding year", "of the same year",
    ],
    of: &["of the year", "of the year of our lord", "of"],
    named_years: &["the year", "the year of our lord", "the year of grace"],
    before_year: &["of", "year", "years", "fiscal", "session", "born", "died"],
    before_signed: &["in", "circa", "year", "since"],
    before_counts: &["for"],
    before_month: &["of"],
    before_day: &[],
    before_any: &["a", "every", "each", "any", "the"],
    and: &["and", "or", "then", "and in", "or in"],
    measures: &["more", "less", "number", "total", "sum", "excess"],
    no_nouns: &[
        "across", "always", "as", "does", "has", "his", "is", "its", "less", "plus", "this", "thus", "us", "was",
        "perhaps", "unless", "yes", "makes", "calls", "shows", "gives", "requires", "provides", "authorizes",
    ],
    several: &["few", "several", "some"],
    // `the first time in twenty years` looks back as often as `in two years` looks ahead.
    counts_before: &[],
    counts_after: &[("ago", -1), ("from now", 1)],
    roughly: &["about", "almost", "over", "more than", "less than", "nearly", "some", "only", "just"],
};
