//! The specification’s own examples, and what must be refused.

mod phrases;
mod properties;
mod twin;

use super::Certainty::{self, Approximate, Both, Certain, Uncertain};
use super::{DateErrorKind, Day, Edtf, Precision};

/// Reads a date and compares its days, with `..` for an open bound, its certainty and its print.
fn check(input: &str, earliest: &str, latest: &str, certainty: Certainty) {
    let date = Edtf::parse(input).unwrap_or_else(|error| panic!("{input}: {error}"));
    let bound = |day: Day, open: bool| {
        if open {
            "..".to_owned()
        } else {
            day.to_string()
        }
    };
    assert_eq!(
        bound(date.earliest(), date.is_open_start()),
        earliest,
        "earliest of {input}"
    );
    assert_eq!(
        bound(date.latest(), date.is_open_end()),
        latest,
        "latest of {input}"
    );
    assert_eq!(date.certainty(), certainty, "certainty of {input}");
    assert_eq!(date.to_string(), input);
}

#[test]
fn level_0_examples_of_the_specification() {
    // Date
    check("1985-04-12", "1985-04-12", "1985-04-12", Certain);
    check("1985-04", "1985-04-01", "1985-04-30", Certain);
    check("1985", "1985-01-01", "1985-12-31", Certain);
    // Date and time
    check("1985-04-12T23:20:30", "1985-04-12", "1985-04-12", Certain);
    check("1985-04-12T23:20:30Z", "1985-04-12", "1985-04-12", Certain);
    check(
        "1985-04-12T23:20:30-04",
        "1985-04-12",
        "1985-04-12",
        Certain,
    );
    check(
        "1985-04-12T23:20:30+04:30",
        "1985-04-12",
        "1985-04-12",
        Certain,
    );
    // Time interval
    check("1964/2008", "1964-01-01", "2008-12-31", Certain);
    check("2004-06/2006-08", "2004-06-01", "2006-08-31", Certain);
    check("2004-02-01/2005-02-08", "2004-02-01", "2005-02-08", Certain);
    check("2004-02-01/2005-02", "2004-02-01", "2005-02-28", Certain);
    check("2004-02-01/2005", "2004-02-01", "2005-12-31", Certain);
    check("2005/2006-02", "2005-01-01", "2006-02-28", Certain);
}

#[test]
fn level_1_examples_of_the_specification() {
    // Letter-prefixed calendar year
    check("Y170000002", "9999-12-31", "9999-12-31", Certain);
    check("Y-170000002", "-9999-01-01", "-9999-01-01", Certain);
    // Seasons
    check("2001-21", "2001-03-01", "2001-05-31", Certain);
    // Qualification of a date (complete)
    check("1984?", "1984-01-01", "1984-12-31", Uncertain);
    check("2004-06~", "2004-06-01", "2004-06-30", Approximate);
    check("2004-06-11%", "2004-06-11", "2004-06-11", Both);
    // Unspecified digits from the right
    check("201X", "2010-01-01", "2019-12-31", Certain);
    check("20XX", "2000-01-01", "2099-12-31", Certain);
    check("2004-XX", "2004-01-01", "2004-12-31", Certain);
    check("1985-04-XX", "1985-04-01", "1985-04-30", Certain);
    check("1985-XX-XX", "1985-01-01", "1985-12-31", Certain);
    // Extended interval: open end, open start, unknown end, unknown start
    check("1985-04-12/..", "1985-04-12", "..", Certain);
    check("1985-04/..", "1985-04-01", "..", Certain);
    check("1985/..", "1985-01-01", "..", Certain);
    check("../1985-04-12", "..", "1985-04-12", Certain);
    check("../1985-04", "..", "1985-04-30", Certain);
    check("../1985", "..", "1985-12-31", Certain);
    check("1985-04-12/", "1985-04-12", "..", Certain);
    check("1985-04/", "1985-04-01", "..", Certain);
    check("1985/", "1985-01-01", "..", Certain);
    check("/1985-04-12", "..", "1985-04-12", Certain);
    check("/1985-04", "..", "1985-04-30", Certain);
    check("/1985", "..", "1985-12-31", Certain);
    // Negative calendar year
    check("-1985", "-1985-01-01", "-1985-12-31", Certain);
}

#[test]
fn what_level_1_allows_beside_its_examples() {
    check("2001-22", "2001-06-01", "2001-08-31", Certain);
    check("2001-23~", "2001-09-01", "2001-11-30", Approximate);
    check("2001-24", "2001-12-01", "2002-02-28", Certain);
    check("2003-24", "2003-12-01", "2004-02-29", Certain);
    check("9999-24", "9999-12-01", "9999-12-31", Certain);
    check("2010-21/2011-24?", "2010-03-01", "2012-02-29", Uncertain);
    check("2003-24/2004-02", "2003-12-01", "2004-02-29", Certain);
    check("2005-01/2004-24", "2005-01-01", "2005-02-28", Certain);
    check("1984~/2004-06?", "1984-01-01", "2004-06-30", Both);
    check("1984~/2004-06", "1984-01-01", "2004-06-30", Approximate);
    check("1984/2004%", "1984-01-01", "2004-12-31", Both);
    check("1984?/2004?", "1984-01-01", "2004-12-31", Uncertain);
    check("1984?/..", "1984-01-01", "..", Uncertain);
    check("/2004~", "..", "2004-12-31", Approximate);
    check("2004-06-11/2004-06-11", "2004-06-11", "2004-06-11", Certain);
    check("2005/2005-06", "2005-01-01", "2005-06-30", Certain);
    check("201X?", "2010-01-01", "2019-12-31", Uncertain);
    check("1985-02-XX~", "1985-02-01", "1985-02-28", Approximate);
    check("2016-02-XX", "2016-02-01", "2016-02-29", Certain);
    check("201X-XX", "2010-01-01", "2019-12-31", Certain);
    check("20XX-XX-XX", "2000-01-01", "2099-12-31", Certain);
    check("-201X", "-2019-01-01", "-2010-12-31", Certain);
    check("-20XX", "-2099-01-01", "-2000-12-31", Certain);
    check("-00XX", "-0099-01-01", "-0001-12-31", Certain);
    check("00XX", "0000-01-01", "0099-12-31", Certain);
    check("-1985-04-12", "-1985-04-12", "-1985-04-12", Certain);
    check("-0004-02-29", "-0004-02-29", "-0004-02-29", Certain);
    check("0000", "0000-01-01", "0000-12-31", Certain);
    check("0001/9999", "0001-01-01", "9999-12-31", Certain);
    check("Y-17000/2004", "-9999-01-01", "2004-12-31", Certain);
    check("Y10000/Y20000?", "9999-12-31", "9999-12-31", Uncertain);
    check("2000-02-29", "2000-02-29", "2000-02-29", Certain);
    check("2016-12-31T23:59:60Z", "2016-12-31", "2016-12-31", Certain);
    check(
        "2004-01-01T10:10:10+05:00",
        "2004-01-01",
        "2004-01-01",
        Certain,
    );
}

/// Compares the kind of the error and the byte that it points at.
fn check_refused(input: &str, kind: DateErrorKind, position: usize) {
    match Edtf::parse(input) {
        Ok(date) => panic!("{input} was read as {date:?}"),
        Err(error) => assert_eq!(
            (error.kind, error.position),
            (kind, position),
            "{input}: {error}"
        ),
    }
}

#[test]
fn level_2_examples_of_the_specification_are_refused_as_such() {
    for (input, position) in [
        // Exponential year, significant digits
        ("Y-17E7", 4),
        ("1950S2", 4),
        ("Y171010000S3", 10),
        ("Y3388E2S3", 5),
        // Sub-year groupings
        ("2001-34", 5),
        // Set representation
        ("[1667,1668,1670..1672]", 0),
        ("[..1760-12-03]", 0),
        ("[1760-12..]", 0),
        ("[1760-01,1760-02,1760-12..]", 0),
        ("[1667,1760-12]", 0),
        ("[..1984]", 0),
        ("{1667,1668,1670..1672}", 0),
        ("{1960,1961-12}", 0),
        ("{..1984}", 0),
        // Qualification of groups and of single components
        ("2004-06~-11", 8),
        ("2004?-06-11", 5),
        ("?2004-06-~11", 0),
        ("2004-06-~11", 8),
        ("2004-%06-11", 5),
        // Unspecified digits anywhere
        ("156X-12-25", 5),
        ("15XX-12-25", 5),
        ("XXXX-12-XX", 0),
        ("1XXX-XX", 1),
        ("1XXX-12", 1),
        ("1984-1X", 6),
        // Intervals
        ("2004-06-~01/2004-06-~20", 8),
        ("2004-06-XX/2004-07-03", 8),
        // More of the same kinds
        ("1X99", 1),
        ("1984-X1", 5),
        ("1984-XX-12", 8),
        ("1984-04-2X", 9),
        ("2004/201X", 8),
        ("-XXX1", 1),
        ("2001-25", 5),
        ("2001-41", 5),
    ] {
        check_refused(input, DateErrorKind::LevelTwo, position);
    }
}

#[test]
fn days_and_times_that_do_not_exist_are_refused() {
    for (input, position) in [
        ("2015-02-29", 8),
        ("1900-02-29", 8),
        ("2015-04-31", 8),
        ("2015-01-00", 8),
        ("2015-01-32", 8),
        ("2015-13", 5),
        ("2015-00", 5),
        ("2015-20", 5),
        ("2015-42", 5),
        ("2015-99-01", 5),
        ("2014/2015-02-29", 13),
        ("2015-02-29/2016", 8),
        ("2004-01-01T24:00:00", 11),
        ("2004-01-01T10:60:00", 14),
        ("2004-01-01T10:10:61", 17),
        ("2004-01-01T10:10:10+24", 20),
        ("2004-01-01T10:10:10+01:60", 23),
    ] {
        check_refused(input, DateErrorKind::OutOfCalendar, position);
    }
}

#[test]
fn intervals_that_end_before_they_begin_are_refused() {
    for input in [
        "2008/1964",
        "2004-06/2004-05",
        "2004-06-12/2004-06-11",
        "2005/-2005",
    ] {
        check_refused(
            input,
            DateErrorKind::Reversed,
            input.find('/').map_or(0, |at| at + 1),
        );
    }
    check_refused("Y20000/Y10000", DateErrorKind::Reversed, 7);
    check_refused("Y10000/9999", DateErrorKind::Reversed, 7);
}

#[test]
fn what_is_no_edtf_is_refused_where_it_goes_wrong() {
    check_refused("", DateErrorKind::Empty, 0);
    for (input, position) in [
        (" 2016", 0),
        ("2016 ", 4),
        ("201", 3),
        ("20160", 4),
        ("20160524", 4),
        ("+2016", 0),
        ("-0000", 0),
        ("--2016", 1),
        ("2016-", 5),
        ("2016-5", 6),
        ("2016-5-24", 6),
        ("2016-05-", 8),
        ("2016-05-241", 10),
        ("2016-05-24-01", 10),
        ("2016-21-01", 7),
        ("2016–05", 4),
        ("−2016", 0),
        ("20é6", 2),
        ("201x", 3),
        ("2016-uu", 5),
        ("y17000", 0),
        ("Y", 1),
        ("Y2016", 1),
        ("Y012345", 1),
        ("Y1234567890123456789", 1),
        ("Y17000-05", 6),
        ("1984?~", 5),
        ("2016T10:10:10", 4),
        ("2016-05T10:10:10", 7),
        ("2004-01-01T10:10", 16),
        ("2004-01-01T10:10:10.5", 19),
        ("2004-01-01T10:10:10Z?", 20),
        ("2004-01-01T", 11),
        ("2004-01-01 10:10:10", 10),
        ("2004-01-01T10:10:10Z/2005", 10),
        ("2003/2004-01-01T10:10:10Z", 15),
        ("/", 0),
        ("../..", 0),
        ("../", 0),
        ("/..", 0),
        ("..", 0),
        ("2004/2005/2006", 9),
        ("200/2005", 3),
        ("2004/200", 8),
        ("2004/open", 5),
        ("unknown/2004", 0),
        ("2004..2005", 4),
        ("mai 2016", 0),
    ] {
        check_refused(input, DateErrorKind::Syntax, position);
    }
}

#[test]
fn errors_say_what_was_expected_what_came_and_what_to_write() {
    for (input, message) in [
        (
            "2015-02-29",
            "expected a day of that month, found 29 in a month of 28 days; \
             write a day that the month has, such as 2016-02-29, or the month alone",
        ),
        (
            "[1667,1668]",
            "expected EDTF of level 0 or 1, found “[”, which belongs to level 2; \
             write an interval, such as 1667/1672, in place of the set",
        ),
        (
            "200/2005",
            "expected a year of four digits, found “/”; \
             write a date such as 2016-05-24, 2016-05 or 2016",
        ),
        (
            "2015-13",
            "expected a month from 01 to 12 or a season from 21 to 24, found 13; \
             write a date such as 2016-05",
        ),
        (
            "2016-",
            "expected a month of two digits, found the end of the text; \
             write a date such as 2016-05",
        ),
    ] {
        assert_eq!(
            Edtf::parse(input).map_err(|error| error.to_string()),
            Err(message.to_owned())
        );
    }
}

#[test]
fn the_precision_is_the_smallest_unit_that_is_known() {
    for (input, precision) in [
        ("2016-05-24", Precision::Day),
        ("2016-05-24T10:10:10Z", Precision::Day),
        ("2016-05~", Precision::Month),
        ("2016-05-XX", Precision::Month),
        ("2016-21", Precision::Season),
        ("2016?", Precision::Year),
        ("2016-XX", Precision::Year),
        ("2016-XX-XX", Precision::Year),
        ("Y17000", Precision::Year),
        ("201X", Precision::Decade),
        ("201X-XX", Precision::Decade),
        ("20XX", Precision::Century),
        ("2016/2017", Precision::Interval),
        ("2016/..", Precision::Interval),
    ] {
        assert_eq!(
            Edtf::parse(input).map(|date| date.precision()),
            Ok(precision),
            "{input}"
        );
    }
}
