//! The crate `edtf-core` as a twin: the same dates, on the same days, but for the differences that the module
//! lists.

use super::super::{Certainty, Day, Edtf};
use edtf_core::{Bound, Edtf as Twin};
use proptest::prelude::*;

/// What only this module reads, and why the twin refuses it.
const OURS: &[(&str, &str)] = &[
    ("-03XX", "negative years cannot contain unspecified digits"),
    ("-201X?", "negative years cannot contain unspecified digits"),
    (
        "-0043-03-15T10:10:10",
        "date-times require a complete YYYY-MM-DD date",
    ),
    ("2016-05-24T10:10:10+14:30", "time shift exceeds ±14:00"),
    (
        "2016-05-24T10:10:10-00:00",
        "negative zero time shift is not allowed",
    ),
];

/// What is read as level 1 here and counted to level 2 by the twin.
const HIGHER: &[&str] = &["201X-XX", "20XX-XX-XX"];

/// The examples of level 0 and 1 that users of other readers reported as refused or placed elsewhere.
const AGREED: &[&str] = &[
    "199X?",
    "19XX~",
    "2001-21~",
    "2001-24",
    "2010-21/2011-24?",
    "2016-21/2016-22",
    "-0043",
    "2006/",
    "/2006",
    "../2006",
    "1984~/2004-06%",
];

/// A bound of the twin as this module has it: open and unknown ends are the first and the last day.
fn day(bound: Bound, open: Day) -> Day {
    let Bound::Date(date) = bound else {
        return open;
    };
    let year = i32::try_from(date.year).ok();
    let day = year.and_then(|year| Day::from_ymd(year, date.month, date.day));
    day.unwrap_or(if date.year < 0 { Day::MIN } else { Day::MAX })
}

fn check_alike(text: &str, ours: &Edtf, twin: &Twin) {
    let bounds = twin.bounds();
    let days = (day(bounds.earliest, Day::MIN), day(bounds.latest, Day::MAX));
    assert_eq!((ours.earliest(), ours.latest()), days, "days of {text}");
    let certainty = match (twin.is_uncertain(), twin.is_approximate()) {
        (false, false) => Certainty::Certain,
        (true, false) => Certainty::Uncertain,
        (false, true) => Certainty::Approximate,
        (true, true) => Certainty::Both,
    };
    assert_eq!(ours.certainty(), certainty, "certainty of {text}");
}

/// The reason why the twin refuses a text that is read here, if it is one of those that are known.
fn is_known(message: &str) -> bool {
    OURS.iter().any(|(_, known)| *known == message)
}

/// Checks a text with both readers, and what is written for other programs with the twin.
fn check(text: &str) {
    match (Edtf::parse(text), Twin::parse(text)) {
        (Ok(ours), Ok(twin)) => {
            check_alike(text, &ours, &twin);
            assert!(
                twin.level() < 2 || ours.to_string().contains("X-XX"),
                "{text} is level 2"
            );
        }
        (Ok(_), Err(error)) => assert!(is_known(error.message), "{text}: {error}"),
        (Err(error), Ok(twin)) => assert_eq!(twin.level(), 2, "{text}: {error}"),
        (Err(_), Err(_)) => {}
    }
    if let Ok(ours) = Edtf::parse(text)
        && !text.contains('T')
    {
        let written = ours.interchange();
        let again = Edtf::parse(&written).unwrap_or_else(|error| panic!("{written}: {error}"));
        let twin = Twin::parse(&written).unwrap_or_else(|error| panic!("{written}: {error}"));
        assert!(twin.level() < 2, "{text} is written as {written}");
        check_alike(&written, &ours, &twin);
        assert_eq!(again.interchange(), written, "{text}");
        assert_eq!(
            (again.earliest(), again.latest(), again.certainty()),
            (ours.earliest(), ours.latest(), ours.certainty()),
            "{text} is written as {written}"
        );
    }
}

#[test]
fn the_twin_differs_where_it_is_known_to() {
    for (text, message) in OURS {
        assert!(Edtf::parse(text).is_ok(), "{text}");
        let refused = Twin::parse(text).map_err(|error| error.message);
        assert_eq!(refused, Err(*message), "{text}");
        check(text);
    }
    for text in HIGHER {
        assert_eq!(Twin::parse(text).map(|twin| twin.level()), Ok(2), "{text}");
        check(text);
    }
    for text in AGREED {
        assert!(
            Edtf::parse(text).is_ok() && Twin::parse(text).is_ok(),
            "{text}"
        );
        check(text);
    }
}

#[test]
fn what_other_programs_read_in_different_ways_is_not_written_for_them() {
    for (text, written) in [
        ("2016-05-24", "2016-05-24"),
        ("2016~", "2016~"),
        ("199X", "199X"),
        ("199X?", "1990?/1999?"),
        ("19XX~", "1900~/1999~"),
        ("-03XX", "-0399/-0300"),
        ("201X-XX", "201X"),
        ("2004-XX", "2004-XX"),
        ("2004-XX?", "2004?"),
        ("1985-04-XX%", "1985-04%"),
        ("2001-21", "2001-03/2001-05"),
        ("2001-21~", "2001-03~/2001-05~"),
        ("2010-24", "2010-12/2011-02"),
        ("2010-21/2011-24?", "2010-03/2012-02?"),
        ("../2010-24", "../2011-02"),
        ("2010-22/", "2010-06/"),
        ("Y17000", "Y17000"),
        ("-0043-03-15T10:10:10", "-0043-03-15"),
        ("2016-05-24T10:10:10Z", "2016-05-24T10:10:10Z"),
    ] {
        assert_eq!(
            Edtf::parse(text).map(|date| date.interchange()).as_deref(),
            Ok(written),
            "{text}"
        );
    }
}

/// Texts that are nearly dates, whole or as ends of intervals.
const NEARLY: &str = "(-?[0-9]{2}[0-9X]{2}|[0-9X]{4}|Y-?[0-9]{4,9})\
    (-([01X][0-9X]|2[0-9]|4[0-2]|XX)(-([0-3X][0-9X]|XX))?(T10:10:10(Z|[+-]1[0-9](:30)?)?)?)?[?~%]?";

proptest! {
    #[test]
    fn both_read_the_same(text in prop_oneof![
        NEARLY.boxed(),
        (NEARLY, NEARLY).prop_map(|(start, end)| [start, end].join("/")).boxed(),
        (NEARLY, "/(\\.\\.)?").prop_map(|(start, end)| start + &end).boxed(),
    ]) {
        check(&text);
    }
}
