//! What holds for every date, and for every text.

use proptest::prelude::*;

use super::super::{Day, Edtf, Tongue, phrase, phrase_day, phrase_range};

/// Dates that can stand in an interval, with days that every month has.
const DATE: &str = "(0{3}[1-9]|-?[1-9][0-9]{3})\
    (-2[1-4]|-(0[1-9]|1[0-2])(-(0[1-9]|1[0-9]|2[0-8]))?)?[?~%]?\
    |Y-?[1-9][0-9]{4,9}[?~%]?";

/// Dates with unspecified digits.
const UNSPECIFIED: &str = "-?[0-9]{2}([0-9]X|XX)(-XX(-XX)?)?[?~%]?\
    |(0000|-?[1-9][0-9]{3})(-XX(-XX)?|-(0[1-9]|1[0-2])-XX)[?~%]?";

/// Dates with a time of day.
const MOMENT: &str = "-?[1-9][0-9]{3}-(0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8])\
    T([01][0-9]|2[0-3]):[0-5][0-9]:([0-5][0-9]|60)(Z|[+-]([01][0-9]|2[0-3])(:[0-5][0-9])?)?";

fn edtf() -> impl Strategy<Value = String> {
    prop_oneof![
        DATE,
        UNSPECIFIED,
        MOMENT,
        (DATE, "/(\\.\\.)?").prop_map(|(start, end)| start + &end),
        ("(\\.\\.)?/", DATE).prop_map(|(start, end)| start + &end),
        (DATE, DATE).prop_filter_map("an interval that begins before it ends", |(one, other)| {
            let in_order = [one.as_str(), &other].join("/");
            let swapped = [other.as_str(), &one].join("/");
            [in_order, swapped]
                .into_iter()
                .find(|text| Edtf::parse(text).is_ok())
        }),
    ]
}

/// Texts that resemble dates.
const ALMOST: &str =
    "[0-9XY?~%/.TZ:+\\-]{0,20}|[0-9X]{4}-[0-9X]{2}(-[0-9X]{2})?[?~%/]?[0-9.-]{0,6}";

/// Whatever was read prints back to the letter, has its days in order, and has words.
fn check_sound(text: &str, date: Edtf) -> Result<(), TestCaseError> {
    prop_assert_eq!(date.to_string(), text);
    prop_assert!(date.earliest() <= date.latest(), "{}", text);
    prop_assert!(
        Day::MIN <= date.earliest() && date.latest() <= Day::MAX,
        "{}",
        text
    );
    check_words(&phrase(&date, Tongue::French))?;
    check_words(&phrase(&date, Tongue::English))
}

fn check_words(words: &str) -> Result<(), TestCaseError> {
    prop_assert!(!words.is_empty());
    prop_assert_eq!(words.trim(), words);
    prop_assert!(!words.contains("  ") && !words.contains('\''), "{}", words);
    for unelided in [
        "de a", "de e", "de o", "de le ", "à le ", "le é", "le a", "le h",
    ] {
        let inside = [" ", unelided].concat();
        prop_assert!(
            !words.starts_with(unelided) && !words.contains(&inside),
            "{}",
            words
        );
    }
    Ok(())
}

proptest! {
    #[test]
    fn every_date_of_level_1_is_read_and_sound(text in edtf()) {
        let date = Edtf::parse(&text);
        prop_assert!(date.is_ok(), "{}: {:?}", text, date);
        if let Ok(date) = date {
            check_sound(&text, date)?;
        }
    }

    #[test]
    fn texts_that_resemble_dates_are_sound_or_refused_inside_the_text(text in ALMOST) {
        match Edtf::parse(&text) {
            Ok(date) => check_sound(&text, date)?,
            Err(error) => prop_assert!(error.position <= text.len(), "{}: {}", text, error),
        }
    }

    #[test]
    fn no_text_at_all_breaks_the_reader(text in "\\PC{0,24}|[0-9]{4}\\PC{0,8}|[0-9]{4}/\\PC{0,8}") {
        match Edtf::parse(&text) {
            Ok(date) => check_sound(&text, date)?,
            Err(error) => prop_assert!(text.is_char_boundary(error.position), "{}", error),
        }
    }

    #[test]
    fn days_read_back(number in Day::MIN.0..=Day::MAX.0) {
        let day = Day(number);
        prop_assert_eq!(Day::parse(&day.to_string()), Ok(day));
        let date = Edtf::parse(&day.to_string());
        prop_assert_eq!(date.map(|date| (date.earliest(), date.latest())), Ok((day, day)));
    }

    #[test]
    fn every_range_has_words(from: Option<i32>, to: Option<i32>, length in 0..1_000_i32) {
        let near = from.map(|from| Day(from.saturating_add(length)));
        let (from, to) = (from.map(Day), to.map(Day));
        for language in [Tongue::French, Tongue::English] {
            check_words(&phrase_range(from, to, language))?;
            check_words(&phrase_range(from, near, language))?;
            check_words(&phrase_day(from.unwrap_or(Day::MIN), language))?;
        }
    }
}
