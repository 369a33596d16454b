//! Dates side by side that share what the last one says, or the first one.

use super::other_languages::check_english;
use super::{check, one};

#[test]
fn days_and_months_in_a_row_are_one_interval() {
    for (text, span, date) in [
        (
            "en janvier, février et mars 2014",
            "janvier, février et mars 2014",
            "2014-01/2014-03",
        ),
        (
            "en mai, juin, juillet et août 2014.",
            "mai, juin, juillet et août 2014",
            "2014-05/2014-08",
        ),
        (
            "EN JANVIER, FÉVRIER ET MARS 2014",
            "JANVIER, FÉVRIER ET MARS 2014",
            "2014-01/2014-03",
        ),
        (
            "novembre, décembre et janvier 2014",
            "novembre, décembre et janvier 2014",
            "2013-11/2014-01",
        ),
        ("en mai et juin 2014", "mai et juin 2014", "2014-05/2014-06"),
        ("en mai ou juin 2014", "mai ou juin 2014", "2014-05/2014-06"),
        (
            "les 3, 4 et 5 mai 2016",
            "3, 4 et 5 mai 2016",
            "2016-05-03/2016-05-05",
        ),
        (
            "les 1er, 2, 3 et 4 mai 2016",
            "1er, 2, 3 et 4 mai 2016",
            "2016-05-01/2016-05-04",
        ),
        (
            "le 3, le 4 et le 5 mai 2016",
            "3, le 4 et le 5 mai 2016",
            "2016-05-03/2016-05-05",
        ),
        (
            "les lundi 2, mardi 3 et mercredi 4 mai 2016",
            "lundi 2, mardi 3 et mercredi 4 mai 2016",
            "2016-05-02/2016-05-04",
        ),
        (
            "les 3, 4 et 5 mai",
            "3, 4 et 5 mai",
            "2016-05-03?/2016-05-05?",
        ),
        (
            "avant les 3, 4 et 5 mai 2016",
            "avant les 3, 4 et 5 mai 2016",
            "../2016-05-02",
        ),
    ] {
        one(text, span, date);
    }
    check("articles 3, 4 et 5, mai 2016", &[("mai 2016", "2016-05")]);
    check(
        "articles 3, 4 et 5 mai 2016",
        &[("5 mai 2016", "2016-05-05")],
    );
    check(
        "ils étaient 3 et le 4 mai 2016",
        &[("4 mai 2016", "2016-05-04")],
    );
    check("3, 4 et 5 euros, les 5, 4 et 3", &[]);
    check(
        "la planète Mars et avril 2014",
        &[("avril 2014", "2014-04")],
    );
    check(
        "en 2014, 3 et 4 mai",
        &[("2014", "2014"), ("3 et 4 mai", "2016-05-03?/2016-05-04?")],
    );
    for (text, span, date) in [
        (
            "in January, February, and March 2014",
            "January, February, and March 2014",
            "2014-01/2014-03",
        ),
        (
            "on 3, 4 and 5 May 2016",
            "3, 4 and 5 May 2016",
            "2016-05-03/2016-05-05",
        ),
        (
            "the 3rd, 4th and 5th of May 2016",
            "3rd, 4th and 5th of May 2016",
            "2016-05-03/2016-05-05",
        ),
        (
            "in May and June 2014",
            "May and June 2014",
            "2014-05/2014-06",
        ),
    ] {
        check_english(text, &[(span, date)]);
    }
}

#[test]
fn a_preposition_may_stand_before_each() {
    one(
        "en janvier, en février et en mars 2014",
        "janvier, en février et en mars 2014",
        "2014-01/2014-03",
    );
    check(
        "en 2001, en 2003 et en 2005",
        &[("2001", "2001"), ("2003", "2003"), ("2005", "2005")],
    );
    check_english(
        "in January, in February and in March 2014",
        &[("January, in February and in March 2014", "2014-01/2014-03")],
    );
}

#[test]
fn intervals_side_by_side_share_their_year() {
    check(
        "du 3 au 4 mai et du 5 au 6 juin 2014",
        &[
            ("du 3 au 4 mai", "2014-05-03/2014-05-04"),
            ("du 5 au 6 juin 2014", "2014-06-05/2014-06-06"),
        ],
    );
    check(
        "les 3 et 4 mai, les 5 et 6 juin et le 7 juillet 2014",
        &[
            ("3 et 4 mai", "2014-05-03/2014-05-04"),
            ("5 et 6 juin", "2014-06-05/2014-06-06"),
            ("7 juillet 2014", "2014-07-07"),
        ],
    );
    check(
        "les 3, 4 et 5 mai et le 7 juin 2014",
        &[
            ("3, 4 et 5 mai", "2014-05-03/2014-05-05"),
            ("7 juin 2014", "2014-06-07"),
        ],
    );
    check(
        "le 3 mai et du 5 au 6 juin 2014",
        &[
            ("3 mai", "2014-05-03"),
            ("du 5 au 6 juin 2014", "2014-06-05/2014-06-06"),
        ],
    );
    check(
        "de mai à juin et de septembre à octobre 2014",
        &[
            ("de mai à juin", "2014-05/2014-06"),
            ("de septembre à octobre 2014", "2014-09/2014-10"),
        ],
    );
    check(
        "du 28 au 29 décembre et du 2 au 3 janvier 2015",
        &[
            ("du 28 au 29 décembre", "2014-12-28/2014-12-29"),
            ("du 2 au 3 janvier 2015", "2015-01-02/2015-01-03"),
        ],
    );
    check(
        "les 3 et 4 mai et en 2017",
        &[("3 et 4 mai", "2016-05-03?/2016-05-04?"), ("2017", "2017")],
    );
    check_english(
        "May 3-4 and June 5-6, 2014",
        &[
            ("May 3-4", "2014-05-03/2014-05-04"),
            ("June 5-6, 2014", "2014-06-05/2014-06-06"),
        ],
    );
}

#[test]
fn whole_days_share_their_year_and_stay_apart() {
    check(
        "le 3 mai et le 4 juin 2015",
        &[("3 mai", "2015-05-03"), ("4 juin 2015", "2015-06-04")],
    );
    check(
        "les 30 décembre et 2 janvier 2015",
        &[
            ("30 décembre", "2014-12-30"),
            ("2 janvier 2015", "2015-01-02"),
        ],
    );
    check(
        "les 3 mai, 4 juin et 5 juillet 2015",
        &[
            ("3 mai", "2015-05-03"),
            ("4 juin", "2015-06-04"),
            ("5 juillet 2015", "2015-07-05"),
        ],
    );
    check_english(
        "3 May and 4 June 2015",
        &[("3 May", "2015-05-03"), ("4 June 2015", "2015-06-04")],
    );
}

#[test]
fn days_of_two_months_share_what_the_last_says() {
    check(
        "les 29, 30 juin et 1er juillet 2015",
        &[
            ("29, 30 juin", "2015-06-29/2015-06-30"),
            ("1er juillet 2015", "2015-07-01"),
        ],
    );
    check(
        "les 30, 31 décembre et 1er janvier 2017",
        &[
            ("30, 31 décembre", "2016-12-30/2016-12-31"),
            ("1er janvier 2017", "2017-01-01"),
        ],
    );
    check(
        "articles 29, 30 juin et 1er juillet 2015",
        &[
            ("30 juin", "2015-06-30"),
            ("1er juillet 2015", "2015-07-01"),
        ],
    );
}

#[test]
fn the_days_of_an_interval_have_their_month_from_the_next() {
    check(
        "du 1er au 3, du 5 au 7 et du 9 au 11 mai 2014",
        &[
            ("du 1er au 3", "2014-05-01/2014-05-03"),
            ("du 5 au 7", "2014-05-05/2014-05-07"),
            ("du 9 au 11 mai 2014", "2014-05-09/2014-05-11"),
        ],
    );
    // As long a list as there may be is read without going deeper for each.
    check(&"du 1 au 3, ".repeat(4_000), &[]);
    check(
        "de 1 à 3 et du 2 au 4 mai 2014",
        &[("du 2 au 4 mai 2014", "2014-05-02/2014-05-04")],
    );
    check_english(
        "May 1–3 and 5–7, 2014",
        &[("May 1–3", "2014-05-01/2014-05-03")],
    );
    check_english("on May 1, 5–7 and 9, 2014", &[("May 1", "2014-05-01")]);
    check_english(
        "from 1 to 3 and from 5 to 7 May 2014",
        &[
            ("from 1 to 3", "2014-05-01/2014-05-03"),
            ("from 5 to 7 May 2014", "2014-05-05/2014-05-07"),
        ],
    );
}

#[test]
fn decades_in_words() {
    one("la décennie 1990", "décennie 1990", "199X");
    one("la décennie 2010-2020", "2010-2020", "2010/2020");
    check(
        "les décennies 1990 et 2000",
        &[("décennies 1990", "199X"), ("2000", "200X")],
    );
    for (text, span, date) in [
        ("in the nineteen-sixties", "nineteen-sixties", "196X"),
        (
            "the late eighteen nineties",
            "late eighteen nineties",
            "189X~",
        ),
        ("the music of the Sixties", "Sixties", "196X"),
    ] {
        check_english(text, &[(span, date)]);
    }
    let interval = "from the nineteen-fifties to the nineteen-seventies";
    check_english(interval, &[(interval, "1950/1979")]);
    check_english("a man in his sixties, in the low seventies", &[]);
}

#[test]
fn decades_side_by_side() {
    check(
        "dans les années 60 et 70",
        &[("années 60", "196X"), ("70", "197X")],
    );
    check(
        "les années soixante et soixante-dix",
        &[("années soixante", "196X"), ("soixante-dix", "197X")],
    );
    check(
        "les années 60, 70 et 80",
        &[("années 60", "196X"), ("70", "197X"), ("80", "198X")],
    );
    check(
        "les années 90 et 2000",
        &[("années 90", "199X"), ("2000", "200X")],
    );
    for (text, span, date) in [
        ("les années 1960 à 1980", "années 1960 à 1980", "1960/1989"),
        ("les années 1930-1940", "années 1930-1940", "1930/1949"),
        ("les années 60-70", "années 60-70", "1960/1979"),
        ("des années 60 à 80", "des années 60 à 80", "1960/1989"),
        (
            "des années 60 aux années 80",
            "des années 60 aux années 80",
            "1960/1989",
        ),
        (
            "entre les années 60 et 80",
            "entre les années 60 et 80",
            "1960/1989",
        ),
        (
            "depuis les années 60 et 70",
            "depuis les années 60 et 70",
            "1960/..",
        ),
        ("les années 2010-2015", "2010-2015", "2010/2015"),
        ("les années 1960 à 1985", "1960 à 1985", "1960/1985"),
        (
            "fin des années 60-début des années 70",
            "fin des années 60-début des années 70",
            "1965~/1974~",
        ),
    ] {
        one(text, span, date);
    }
    check(
        "les années 60 et 70 ans plus tard",
        &[("années 60", "196X")],
    );
    check_english("the 1960s and 70s", &[("1960s", "196X"), ("70s", "197X")]);
    check_english(
        "the 1600s and 1700s",
        &[("1600s", "16XX"), ("1700s", "17XX")],
    );
    check_english(
        "the 1810s, the 1900s",
        &[("1810s", "181X"), ("1900s", "190X")],
    );
    check_english("1960s–80s", &[("1960s–80s", "1960/1989")]);
    check(
        "dans les années vingt et trente, les ligues",
        &[("années vingt", "192X?"), ("trente", "193X?")],
    );
    check(
        "les années soixante, soixante-dix et quatre-vingt",
        &[
            ("années soixante", "196X"),
            ("soixante-dix", "197X"),
            ("quatre-vingt", "198X"),
        ],
    );
    check(
        "les années vingt et trente ans plus tard",
        &[("années vingt", "192X?")],
    );
    for (text, found) in [
        ("the 1920s and ’30s", [("1920s", "192X"), ("30s", "193X")]),
        ("the 1820s and '30s", [("1820s", "182X"), ("30s", "183X")]),
        ("the ’60s and ’70s", [("60s", "196X"), ("70s", "197X")]),
    ] {
        check_english(text, &found);
    }
    check_english(
        "from the 1820s to the ’40s",
        &[("from the 1820s to the ’40s", "1820/1849")],
    );
    check_english(
        "in ‘1984’, the 1990s and thirty per cent",
        &[("1990s", "199X")],
    );
    check_english(
        "from the 1960s to the 1980s",
        &[("from the 1960s to the 1980s", "1960/1989")],
    );
}
