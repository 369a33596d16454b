//! The words of dates, in French and in English: one table for each kind.
//!
//! Words are written as [`fold`](frise_text::fold) gives them, in the order of the language; a phrase
//! is its words with a space between, elided ones with their apostrophe. A word with a point must have one.

/// A stretch of the calendar that is counted, or pointed at (`last year`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    Day,
    Week,
    Month,
    Quarter,
    Third,
    Half,
    Year,
    Century,
}

/// Which of several is meant: the last one before the document, the next one after it, or the nearest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Turn {
    Last,
    This,
    Next,
}

/// What the words before a date make of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Lead {
    /// Nothing: `en 2015`. Only such words stand outside of the mention.
    At,
    /// `depuis 2006`
    Since,
    /// `jusqu’en 2020`
    Until,
    /// `avant 2010`
    Before,
    /// `après 2010`
    After,
    /// `d’ici à 2030`
    By,
    /// `vers 2010`
    About,
    /// `mi-2010`
    Mid,
    /// `début 2010`
    Early,
    /// `fin 2010`
    Late,
}

impl Lead {
    /// Whether it makes a date approximate.
    pub fn is_about(self) -> bool {
        matches!(self, Lead::About | Lead::Mid | Lead::Early | Lead::Late)
    }
}

/// Before or after Christ.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Era {
    Before,
    After,
}

impl Era {
    /// The astronomical year that a number means: 1 BC is the year 0.
    pub fn year(self, number: i32) -> i32 {
        match self {
            Era::Before => 1 - number,
            Era::After => number,
        }
    }
}

/// The tables of a language.
pub(super) struct Lexicon {
    pub months: &'static [(&'static str, u8)],
    /// Shortened months, which count only beside a number.
    pub short_months: &'static [(&'static str, u8)],
    /// Months of the Republican calendar; 13 for its complementary days.
    pub republican_months: &'static [(&'static str, u8)],
    /// What stands before the number of a Republican year.
    pub republican_years: &'static [&'static str],
    /// What stands before the numbers of several.
    pub several_republican: &'static str,
    /// What stands behind such a year.
    pub republic: &'static [&'static str],
    /// 1 for Monday.
    pub weekdays: &'static [(&'static str, u8)],
    /// As EDTF numbers them.
    pub seasons: &'static [(&'static str, u8)],
    /// Quarters and halves before a year: which of how many.
    pub short_parts: &'static [(&'static str, (i32, i32))],
    pub units: &'static [(&'static str, Unit)],
    pub turns: &'static [(&'static str, Turn)],
    /// Whether the word of a turn stands before what it turns: `last year`.
    pub turn_first: bool,
    /// Whether a month stands before its day too: `December 16`.
    pub month_first: bool,
    pub numbers: &'static [(&'static str, i32)],
    /// What may stand inside of a number in words.
    pub and_in_numbers: &'static [&'static str],
    pub ordinals: &'static [(&'static str, i32)],
    /// What orders like a number: the last of all.
    pub last: &'static [&'static str],
    /// What makes a number an ordinal.
    pub suffixes: &'static [&'static str],
    /// The words for decades, where they stand before their number: `années 60`.
    pub decades: &'static [&'static str],
    /// Decades that are one word, without their century: `sixties`.
    pub decades_in_words: &'static [(&'static str, i32)],
    pub millennia: &'static [&'static str],
    /// What the word for centuries may be shortened to.
    pub short_centuries: &'static [&'static str],
    /// Eras behind a year: what they begin with, and what may follow.
    pub eras: &'static [(&'static str, &'static [&'static str], Era)],
    /// Eras in capitals behind a year.
    pub short_eras: &'static [(&'static str, Era)],
    /// Eras in capitals before a year, which is after Christ.
    pub first_eras: &'static [&'static str],
    /// Days counted from that of the document.
    pub days: &'static [(&'static str, i32)],
    /// What makes a day of `demain`.
    pub hours: &'static [&'static str],
    /// Beside these, `hier` is no day.
    pub contrasts: &'static [&'static str],
    pub leads: &'static [(&'static str, Lead)],
    /// What turns some leads round, and which.
    pub denials: &'static [&'static str],
    pub denied: &'static [Lead],
    /// What may stand before and inside of a date and means nothing by itself.
    pub articles: &'static [&'static str],
    /// What opens an interval, and what may stand between its ends; the last is without an opening.
    pub intervals: &'static [(&'static str, &'static [&'static str])],
    /// What stands in the place of the end of an interval that still goes on: `à nos jours`.
    pub now: &'static [&'static str],
    /// What begins an end of an interval that is no date: `entre 1945 et la chute du Mur`.
    pub no_date: &'static [&'static str],
    /// What stands behind a day or a month of a year that another date tells, or of every year.
    pub other_years: &'static [&'static str],
    /// What stands between a month and its year.
    pub of: &'static [&'static str],
    /// What stands before a year that is called one: `l’an 800`.
    pub named_years: &'static [&'static str],
    /// What a bare year may follow.
    pub before_year: &'static [&'static str],
    /// What a year with its sign may follow: `en -52`.
    pub before_signed: &'static [&'static str],
    /// What a number of things may follow as well as a year.
    pub before_counts: &'static [&'static str],
    /// What a bare month may follow.
    pub before_month: &'static [&'static str],
    /// What a day in digits without its year may follow.
    pub before_day: &'static [&'static str],
    /// After these words, a weekday is any one of its name.
    pub before_any: &'static [&'static str],
    /// What may part the years of a list.
    pub and: &'static [&'static str],
    /// `plus de` and `près de` before a number make it a number of things.
    pub measures: &'static [&'static str],
    /// Words that end like plurals and are no nouns.
    pub no_nouns: &'static [&'static str],
    /// What stands in the place of a number of units.
    pub several: &'static [&'static str],
    /// Years counted back or on: what stands before, and the direction.
    pub counts_before: &'static [(&'static str, i32)],
    /// The same for what stands after.
    pub counts_after: &'static [(&'static str, i32)],
    /// What may stand before the number of such a count.
    pub roughly: &'static [&'static str],
}

/// What stands for *circa* before a year; with a point where it is written so.
pub(super) const CIRCA: &[&str] = &["c.", "ca.", "ca"];

/// The same at the beginning of a parenthesis and behind a dash.
pub(super) const CIRCA_IN_PARENTHESES: &[&str] = &["c", "v.", "env."];

/// What stands before the years of a life or of a reign in a parenthesis: `(r. 1066–1087)`, `(b. 1340)`.
pub(super) const OF_LIVES: &[&str] = &["r", "reg", "b", "d", "m", "fl"];

/// After these, a number is a name or a size.
pub(super) const NUMBERING: &[&str] = &[
    "n",
    "no",
    "nos",
    "numero",
    "numeros",
    "number",
    "article",
    "articles",
    "art",
    "page",
    "pages",
    "p",
    "pp",
    "alinea",
    "amendement",
    "amendements",
    "amendment",
    "section",
    "chapter",
    "room",
    "resolution",
    "decision",
    "arret",
    "directive",
    "reglement",
    "circulaire",
    "deliberation",
    "avis",
    "dossier",
    "affaire",
    "case",
    "ruling",
    "regulation",
    "iso",
    "issn",
    "isbn",
    "rfc",
    "bp",
    "tel",
];
