//! Centuries: in pairs, as ends, in parts, and as they are written; days and years in words.

use super::other_languages::check_english;
use super::{check, one};

#[test]
fn centuries_side_by_side() {
    check(
        "aux XVIIe et XVIIIe siècles",
        &[("XVIIe", "16XX"), ("XVIIIe siècles", "17XX")],
    );
    check(
        "AUX XVIIE ET XVIIIE SIÈCLES",
        &[("XVIIE", "16XX"), ("XVIIIE SIÈCLES", "17XX")],
    );
    check(
        "au XVIe et au XVIIe siècle",
        &[("XVIe", "15XX"), ("XVIIe siècle", "16XX")],
    );
    check(
        "aux XVIe, XVIIe et XVIIIe siècles",
        &[
            ("XVIe", "15XX"),
            ("XVIIe", "16XX"),
            ("XVIIIe siècles", "17XX"),
        ],
    );
    check(
        "aux dix-septième et dix-huitième siècles",
        &[("dix-septième", "16XX"), ("dix-huitième siècles", "17XX")],
    );
    for (text, date) in [
        ("du XVIe au XVIIIe siècle", "1500/1799"),
        ("du XVIe siècle au XVIIIe siècle", "1500/1799"),
        ("entre le XVIe et le XVIIIe siècle", "1500/1799"),
        ("XVIe–XVIIIe siècle", "1500/1799"),
        ("fin XVIIIe-début XIXe siècle", "1750~/1849~"),
        ("de la fin du XVIIIe au début du XIXe siècle", "1750~/1849~"),
        ("depuis les XVIIe et XVIIIe siècles", "1600/.."),
    ] {
        one(text, text, date);
    }
    check(
        "fin XVIIIe et début XIXe siècle",
        &[("fin XVIIIe", "17XX~"), ("début XIXe siècle", "18XX~")],
    );
    check_english(
        "in the 17th and 18th centuries",
        &[("17th", "16XX"), ("18th centuries", "17XX")],
    );
    check_english(
        "the seventeenth and eighteenth centuries",
        &[("seventeenth", "16XX"), ("eighteenth centuries", "17XX")],
    );
    for (text, date) in [
        ("from the 16th to the 18th century", "1500/1799"),
        ("16th–18th centuries", "1500/1799"),
        ("late 18th–early 19th century", "1750~/1849~"),
    ] {
        check_english(text, &[(text, date)]);
    }
}

#[test]
fn parts_of_centuries_and_decades() {
    for (text, date) in [
        ("seconde moitié du XIXe siècle", "1850/1899"),
        ("première moitié du XXe siècle", "1900/1949"),
        ("1ère moitié du 20e siècle", "1900/1949"),
        ("dernier quart du XVe siècle", "1475/1499"),
        ("premier tiers du XIXe siècle", "1800~/1832~"),
        ("seconde moitié des années 1990", "1995/1999"),
        ("deuxième moitié de 2015", "2015-07/2015-12"),
        ("depuis la seconde moitié du XIXe siècle", "1850/.."),
        ("depuis la fin du XIXe siècle", "1850~/.."),
        ("depuis le milieu du XIXe siècle", "1840~/.."),
        ("dès la fin des années 60", "1965~/.."),
        ("jusqu’au début du XXe siècle", "../1949~"),
        ("jusqu’au milieu des années 90", "../1995~"),
        ("avant le début du XIXe siècle", "../1799~"),
        ("avant la fin du XIXe siècle", "../1899~"),
        ("après le début du XIXe siècle", "1800~/.."),
        ("après la fin du XIXe siècle", "1900~/.."),
        ("fin du XVIIIe siècle", "17XX~"),
        ("mi-XIXe siècle", "18XX~"),
    ] {
        one(text, text, date);
    }
    check(
        "première moitié du XIXe et seconde moitié du XXe siècle",
        &[
            ("première moitié du XIXe", "1800/1849"),
            ("seconde moitié du XXe siècle", "1950/1999"),
        ],
    );
    let both = "de la première moitié du XIXe à la seconde moitié du XXe siècle";
    one(both, both, "1800/1999");
    check(
        "la première moitié du match, le premier quart du trajet",
        &[],
    );
    for (text, date) in [
        ("second half of the 19th century", "1850/1899"),
        ("last quarter of the 19th century", "1875/1899"),
        ("latter half of the 19th century", "1850/1899"),
        ("first half of the 1990s", "1990/1994"),
        ("mid-19th century", "18XX~"),
        ("early 1800s", "18XX~"),
        ("from the 1700s to the 1800s", "1700/1899"),
        ("since the late 19th century", "1850~/.."),
        ("until the early 1990s", "../1994~"),
    ] {
        check_english(text, &[(text, date)]);
    }
}

#[test]
fn centuries_are_written_in_many_ways() {
    for text in [
        "XIXe siècle",
        "XIXᵉ siècle",
        "XIXème siècle",
        "xixe siècle",
        "XIX e siècle",
        "XIXE SIÈCLE",
        "XIXe s",
        "19e siècle",
        "19 e siècle",
        "dix-neuvième siècle",
        "XIX siècle",
    ] {
        one(&format!("au {text}."), text, "18XX");
    }
    for text in [
        "19th century",
        "19th-century",
        "19th c",
        "XIXth century",
        "nineteenth century",
    ] {
        check_english(&format!("the {text}."), &[(text, "18XX")]);
    }
    for (name, date) in [
        ("cinquième", "04XX"),
        ("onzième", "10XX"),
        ("seizième", "15XX"),
        ("dix-septième", "16XX"),
        ("vingt et unième", "20XX"),
    ] {
        one(
            &format!("au {name} siècle"),
            &format!("{name} siècle"),
            date,
        );
    }
    check(
        "le XVIIe arrondissement, les XVIe et XVIIe arrondissements, la IIIe République, au XIXe s’ouvre, le troisième siècle",
        &[],
    );
    // Words that look like numbers.
    one("LA VIE AU XXE SIÈCLE", "XXE SIÈCLE", "19XX");
    one("la vie et le xxe siècle", "xxe siècle", "19XX");
    one("la Ve et le XXe siècle", "XXe siècle", "19XX");
    check_english("the 17th district, the 18th and 19th amendments", &[]);
}

#[test]
fn days_and_years_in_words() {
    let fourth = "fourth of July, seventeen seventy-six";
    check_english(fourth, &[(fourth, "1776-07-04")]);
    check_english(
        "on the fourth of July, seventeen people left",
        &[("fourth of July", "2016-07-04?")],
    );
    for (text, span, date) in [
        ("le deux décembre 1851", "deux décembre 1851", "1851-12-02"),
        (
            "le vingt et un janvier 1793",
            "vingt et un janvier 1793",
            "1793-01-21",
        ),
        (
            "le deux décembre mil huit cent cinquante et un",
            "deux décembre mil huit cent cinquante et un",
            "1851-12-02",
        ),
        (
            "du deux au cinq mai 2016",
            "du deux au cinq mai 2016",
            "2016-05-02/2016-05-05",
        ),
        ("mil neuf cent quatorze", "mil neuf cent quatorze", "1914"),
        (
            "en mil sept cent quatre-vingt-neuf",
            "mil sept cent quatre-vingt-neuf",
            "1789",
        ),
        (
            "En mille neuf cent quatre-vingt-dix-neuf",
            "mille neuf cent quatre-vingt-dix-neuf",
            "1999",
        ),
        (
            "en dix-neuf cent quatorze",
            "dix-neuf cent quatorze",
            "1914",
        ),
        ("en deux mille seize", "deux mille seize", "2016"),
        // In Belgium and in Switzerland.
        (
            "en mil neuf cent nonante-neuf",
            "mil neuf cent nonante-neuf",
            "1999",
        ),
        (
            "le trois mai mil neuf cent septante et un",
            "trois mai mil neuf cent septante et un",
            "1971-05-03",
        ),
        ("les années huitante", "années huitante", "198X"),
        ("le 1 er mai 2015", "1 er mai 2015", "2015-05-01"),
        ("LE 1 ER MAI 2015", "1 ER MAI 2015", "2015-05-01"),
        ("le 1ᵉʳ mai 2015", "1ᵉʳ mai 2015", "2015-05-01"),
        ("il y a vingt et un ans", "il y a vingt et un ans", "1995~"),
        ("il y a deux cents ans", "il y a deux cents ans", "1816~"),
    ] {
        one(text, span, date);
    }
    check(
        "les deux mai, deux mille ans, en deux mille ans, mille neuf cent quatorze soldats, deux mille seize euros",
        &[],
    );
    for (text, span, date) in [
        (
            "the second of December 1851",
            "second of December 1851",
            "1851-12-02",
        ),
        ("the fourth of July", "fourth of July", "2016-07-04?"),
        ("in nineteen fourteen", "nineteen fourteen", "1914"),
        (
            "in nineteen hundred and fourteen",
            "nineteen hundred and fourteen",
            "1914",
        ),
        (
            "in two thousand and sixteen",
            "two thousand and sixteen",
            "2016",
        ),
        ("twenty-two years ago", "twenty-two years ago", "1994~"),
    ] {
        check_english(text, &[(span, date)]);
    }
    check_english("two thousand people, the second December", &[]);
}
