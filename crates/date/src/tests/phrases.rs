//! Dates in words, in both languages. `_` stands for a no-break space in the tables.

use super::super::{Day, Edtf, Tongue, month_name, month_short, phrase, phrase_day, phrase_range};

fn visible(words: String) -> String {
    words.replace('\u{a0}', "_")
}

fn check(input: &str, french: &str, english: &str) {
    let date = Edtf::parse(input).unwrap_or_else(|error| panic!("{input}: {error}"));
    assert_eq!(visible(phrase(&date, Tongue::French)), french, "{input}");
    assert_eq!(visible(phrase(&date, Tongue::English)), english, "{input}");
}

#[test]
fn dates() {
    check("2016-05-24", "24_mai 2016", "24 May 2016");
    check("2017-03-01", "1er_mars 2017", "1 March 2017");
    check("2016-05-24T10:10:10Z", "24_mai 2016", "24 May 2016");
    check("2021-06", "juin 2021", "June 2021");
    check("2010", "2010", "2010");
    check("0800", "an 800", "the year 800");
    check("0800-12-25", "25_décembre 800", "25 December 800");
    check(
        "Y170000002",
        "an 170\u{202f}000\u{202f}002",
        "the year 170,000,002",
    );
}

#[test]
fn dates_in_doubt() {
    check("2010-06~", "vers juin 2010", "about June 2010");
    check("2010-06?", "peut-être juin 2010", "perhaps June 2010");
    check(
        "2010-06%",
        "peut-être vers juin 2010",
        "perhaps about June 2010",
    );
    check("2016-05-24~", "vers le 24_mai 2016", "about 24 May 2016");
    check(
        "2017-03-01?",
        "peut-être le 1er_mars 2017",
        "perhaps 1 March 2017",
    );
    check("1984~", "vers 1984", "about 1984");
    check("0800~", "vers l’an 800", "about the year 800");
    check("2010-22~", "vers l’été 2010", "about summer 2010");
    check("201X?", "peut-être les années 2010", "perhaps the 2010s");
}

#[test]
fn unspecified_digits() {
    check("201X", "années 2010", "the 2010s");
    check("199X", "années 1990", "the 1990s");
    check("200X", "années 2000 à 2009", "the years 2000 to 2009");
    check("19XX", "années 1900 à 1999", "the years 1900 to 1999");
    check("005X", "années 50 à 59", "the years 50 to 59");
    check(
        "-201X",
        "années 2020 à 2011_avant_J.-C.",
        "the years 2020 to 2011 BC",
    );
    check("000X", "années 1_avant_J.-C. à 9", "the years 1 BC to 9");
    check(
        "2004-XX",
        "2004 (mois non précisé)",
        "2004 (month not specified)",
    );
    check(
        "1985-04-XX~",
        "vers avril 1985 (jour non précisé)",
        "about April 1985 (day not specified)",
    );
    check(
        "1985-XX-XX",
        "1985 (mois et jour non précisés)",
        "1985 (month and day not specified)",
    );
    check(
        "201X-XX",
        "années 2010 (mois non précisé)",
        "the 2010s (month not specified)",
    );
}

#[test]
fn seasons() {
    check("2010-21", "printemps 2010", "spring 2010");
    check("2010-22", "été 2010", "summer 2010");
    check("2010-23", "automne 2010", "autumn 2010");
    check("2010-24", "hiver 2010-2011", "winter 2010–2011");
    check("-0043-24", "hiver 44_avant_J.-C.", "winter 44 BC");
}

#[test]
fn years_before_our_era() {
    check("0000", "1_avant_J.-C.", "1 BC");
    check("-0043", "44_avant_J.-C.", "44 BC");
    check("-0043-03-15", "15_mars 44_avant_J.-C.", "15 March 44 BC");
    check("Y-17000", "17\u{202f}001_avant_J.-C.", "17,001 BC");
}

#[test]
fn intervals() {
    check("2015/2017", "entre 2015 et 2017", "between 2015 and 2017");
    check("2006/..", "depuis 2006", "since 2006");
    check(
        "2006/",
        "à partir de 2006, fin inconnue",
        "from 2006, end unknown",
    );
    check("../2030", "jusqu’à 2030", "until 2030");
    check(
        "/2030",
        "jusqu’à 2030, début inconnu",
        "until 2030, start unknown",
    );
    check(
        "2016-05-24/..",
        "depuis le 24_mai 2016",
        "since 24 May 2016",
    );
    check("../2020-06-03", "jusqu’au 3_juin 2020", "until 3 June 2020");
    check("../2020-22", "jusqu’à l’été 2020", "until summer 2020");
    check("../2020-21", "jusqu’au printemps 2020", "until spring 2020");
    check("../0800", "jusqu’à l’an 800", "until the year 800");
    check(
        "2016-04/",
        "à partir d’avril 2016, fin inconnue",
        "from April 2016, end unknown",
    );
    check(
        "2016-04-05/",
        "à partir du 5_avril 2016, fin inconnue",
        "from 5 April 2016, end unknown",
    );
    check(
        "2006~/",
        "à partir d’environ 2006, fin inconnue",
        "from about 2006, end unknown",
    );
    check(
        "1984~/2004-06?",
        "entre environ 1984 et peut-être juin 2004",
        "between about 1984 and perhaps June 2004",
    );
    check(
        "1984%/..",
        "depuis peut-être environ 1984",
        "since perhaps about 1984",
    );
    check(
        "2016-05-24/2016-21",
        "entre le 24_mai 2016 et le printemps 2016",
        "between 24 May 2016 and spring 2016",
    );
}

#[test]
fn an_interval_within_one_date_is_said_as_that_date() {
    check("2016-05-24/2016-05-24", "24_mai 2016", "24 May 2016");
    check("2016-05/2016-05", "mai 2016", "May 2016");
    check("2016~/2016", "vers 2016", "about 2016");
    check(
        "0800?/0800~",
        "peut-être vers l’an 800",
        "perhaps about the year 800",
    );
    check("2016-22/2016-22", "été 2016", "summer 2016");
    check(
        "2016/2016-12",
        "entre 2016 et décembre 2016",
        "between 2016 and December 2016",
    );
}

fn check_range(from: &str, to: &str, french: &str, english: &str) {
    let day = |text: &str| Day::parse(text).ok();
    let (from, to) = (day(from), day(to));
    assert_eq!(visible(phrase_range(from, to, Tongue::French)), french);
    assert_eq!(visible(phrase_range(from, to, Tongue::English)), english);
}

#[test]
fn ranges() {
    check_range("", "", "toutes les dates", "all dates");
    check_range(
        "2016-05-24",
        "",
        "depuis le 24_mai 2016",
        "since 24 May 2016",
    );
    check_range("2016-05-01", "", "depuis mai 2016", "since May 2016");
    check_range("2016-01-01", "", "depuis 2016", "since 2016");
    check_range(
        "",
        "2020-06-03",
        "jusqu’au 3_juin 2020",
        "until 3 June 2020",
    );
    check_range("", "2020-06-30", "jusqu’à juin 2020", "until June 2020");
    check_range("", "2020-12-31", "jusqu’à 2020", "until 2020");
    check_range("2016-01-01", "2016-12-31", "2016", "2016");
    check_range("2016-01-01", "2020-12-31", "2016 à 2020", "2016 to 2020");
    check_range("2021-06-01", "2021-06-30", "juin 2021", "June 2021");
    check_range("2020-02-01", "2020-02-29", "février 2020", "February 2020");
    check_range(
        "2020-02-01",
        "2020-02-28",
        "du 1er au 28_février 2020",
        "1 to 28 February 2020",
    );
    check_range(
        "2016-05-01",
        "2017-03-31",
        "de mai 2016 à mars 2017",
        "May 2016 to March 2017",
    );
    check_range(
        "2016-04-01",
        "2017-08-31",
        "d’avril 2016 à août 2017",
        "April 2016 to August 2017",
    );
    check_range(
        "2016-05-01",
        "2016-08-31",
        "de mai à août 2016",
        "May to August 2016",
    );
    check_range("2016-05-24", "2016-05-24", "24_mai 2016", "24 May 2016");
    check_range(
        "2016-05-03",
        "2016-05-24",
        "du 3 au 24_mai 2016",
        "3 to 24 May 2016",
    );
    check_range(
        "2016-05-24",
        "2016-06-03",
        "du 24_mai au 3_juin 2016",
        "24 May to 3 June 2016",
    );
    check_range(
        "2016-05-24",
        "2017-06-03",
        "du 24_mai 2016 au 3_juin 2017",
        "24 May 2016 to 3 June 2017",
    );
    check_range(
        "-0043-01-01",
        "0012-12-31",
        "44_avant_J.-C. à 12",
        "44 BC to 12",
    );
    // The wrong way round: said as given.
    check_range(
        "2020-06-03",
        "2016-05-24",
        "du 3_juin 2020 au 24_mai 2016",
        "3 June 2020 to 24 May 2016",
    );
}

#[test]
fn days_and_months() {
    let day = Day::parse("2016-05-24").unwrap_or(Day::MIN);
    assert_eq!(phrase_day(day, Tongue::French), "24\u{a0}mai 2016");
    assert_eq!(phrase_day(day, Tongue::English), "24 May 2016");
    let names = |name: fn(u8, Tongue) -> &'static str, language| {
        (0..=13)
            .map(|month| name(month, language))
            .collect::<Vec<_>>()
            .join(" ")
    };
    assert_eq!(
        names(month_name, Tongue::French),
        " janvier février mars avril mai juin juillet août septembre octobre novembre décembre "
    );
    assert_eq!(
        names(month_name, Tongue::English),
        " January February March April May June July August September October November December "
    );
    assert_eq!(
        names(month_short, Tongue::French),
        " janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc. "
    );
    assert_eq!(
        names(month_short, Tongue::English),
        " Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec "
    );
}
