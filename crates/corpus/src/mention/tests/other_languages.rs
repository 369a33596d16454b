//! English, and what is read of all others.

use super::check_in;
use frise_text::Language;

/// In English, in a document of the same day.
pub(super) fn check_english(text: &str, expected: &[(&str, &str)]) {
    check_in(text, Language::English, "2016-05-24", expected);
}

#[test]
fn english() {
    let all = [
        ("On December 16, 2015,", "December 16, 2015", "2015-12-16"),
        ("16 December 2015", "16 December 2015", "2015-12-16"),
        ("the 4th of July 1776", "4th of July 1776", "1776-07-04"),
        ("in 2015", "2015", "2015"),
        ("the Act of 1964", "1964", "1964"),
        ("since 2006", "since 2006", "2006/.."),
        ("by 2030", "by 2030", "2016-05-24/2030"),
        ("not until 2020", "until 2020", "2020/.."),
        ("three years after 1945", "1945", "1945"),
        ("two days before May 3, 2014", "May 3, 2014", "2014-05-03"),
        ("it wasn’t signed before 2020", "before 2020", "2020/.."),
        ("it is not so. Until 2020", "Until 2020", "../2020"),
        ("in the 1990s", "1990s", "199X"),
        ("in the 1980's", "1980's", "198X"),
        ("the 19th century", "19th century", "18XX"),
        (
            "between 2015 and 2017",
            "between 2015 and 2017",
            "2015/2017",
        ),
        (
            "from May to August 2016",
            "from May to August 2016",
            "2016-05/2016-08",
        ),
        ("in early 2010", "in early 2010", "2010~"),
        ("last year", "last year", "2015"),
        ("three years ago", "three years ago", "2013~"),
        ("two months from now", "two months from now", "2016-07~"),
        (
            "on the 16th of June last",
            "16th of June last",
            "2015-06-16",
        ),
        (
            "on the 1st day of January last",
            "1st day of January last",
            "2016-01-01",
        ),
        ("yesterday", "yesterday", "2016-05-23"),
        ("on Tuesday", "Tuesday", "2016-05-24"),
        ("last Tuesday", "last Tuesday", "2016-05-17"),
        ("in May", "May", "2016-05?"),
        (
            "the first half of 2016",
            "first half of 2016",
            "2016-01/2016-06",
        ),
        ("44 BC", "44 BC", "-0043"),
    ];
    for (text, span, date) in all {
        check_english(text, &[(span, date)]);
    }
    check_english(
        "you may march on; every Monday; today; $ 1985; No. 1905; the first time in 20 years; the past year; the second century of our existence; in 2000 words; for 1500 years; for 1500 people",
        &[],
    );
}

#[test]
fn of_other_languages_what_means_one_day_everywhere() {
    let text =
        "am 16. Dezember 2015, 2015-12-16, 16.12.2015, 12/16/2015, 05/06/2015, in 2015, 2013-2015";
    let expected = [
        ("2015-12-16", "2015-12-16"),
        ("16.12.2015", "2015-12-16"),
        ("12/16/2015", "2015-12-16"),
    ];
    check_in(text, Language::Other, "2016-05-24", &expected);
}

#[test]
fn digits_in_english() {
    check_english("12/16/2015", &[("12/16/2015", "2015-12-16")]);
    check_english("16/12/2015", &[("16/12/2015", "2015-12-16")]);
    check_english("05/06/2015", &[]);
    check_english("at 2014-05-24T14:30", &[("2014-05-24T14", "2014-05-24")]);
    for text in ["2014-05-03/2014-05-05", "2014-05-03 – 2014-05-05"] {
        check_english(text, &[(text, "2014-05-03/2014-05-05")]);
    }
    check_english("1-2014-05-03, 2014-05-03-1", &[]);
}

#[test]
fn an_article_may_stand_before_the_day() {
    for (text, date) in [
        ("May the 3rd, 2014", "2014-05-03"),
        ("May the third 2014", "2014-05-03"),
    ] {
        check_english(text, &[(text, date)]);
    }
    check_english("May the first of many come, May the 3 members", &[]);
}

#[test]
fn quarters_and_halves_are_shortened() {
    check_english(
        "Q3 of 2015, from Q1 2015 to Q3 2016, in H1 2014, Q1 results",
        &[
            ("Q3 of 2015", "2015-07/2015-09"),
            ("from Q1 2015 to Q3 2016", "2015-01/2016-09"),
            ("H1 2014", "2014-01/2014-06"),
        ],
    );
}

#[test]
fn an_apostrophe_stands_for_the_century() {
    check_english(
        "May ’68 and the summer of ’69, in the mid-1990s, the mid-’90s",
        &[
            ("May ’68", "1968-05"),
            ("summer of ’69", "1969-22"),
            ("mid-1990s", "199X~"),
            ("mid-’90s", "199X~"),
        ],
    );
}

#[test]
fn what_recurs_or_counts_from_another_year_is_no_date() {
    check_english("by June 30 of each year, in May of that year", &[]);
    super::check(
        "le 30 juin de chaque année, le 3 mai suivant, avant le 1er janvier de l’année suivante",
        &[],
    );
}
