//! Years before and after Christ, and those of the Republican calendar.

use super::other_languages::check_english;
use super::{check, one};

#[test]
fn an_era_belongs_to_a_day_and_a_month_too() {
    for (text, span, date) in [
        (
            "le 15 mars 44 av. J.-C.",
            "15 mars 44 av. J.-C",
            "-0043-03-15",
        ),
        (
            "LE 15 MARS 44 AV. J.-C.",
            "15 MARS 44 AV. J.-C",
            "-0043-03-15",
        ),
        (
            "Le 15 mars 44 avant notre ère, César",
            "15 mars 44 avant notre ère",
            "-0043-03-15",
        ),
        (
            "le 2 septembre 31 av. J.-C.",
            "2 septembre 31 av. J.-C",
            "-0030-09-02",
        ),
        ("en mars 44 av. J.-C., Rome", "mars 44 av. J.-C", "-0043-03"),
        ("le 15 mars -44", "15 mars -44", "-0043-03-15"),
        (
            "le 24 août 79 apr. J.-C.",
            "24 août 79 apr. J.-C",
            "0079-08-24",
        ),
        (
            "le 15 mars 44 (av. J.-C.)",
            "15 mars 44 (av. J.-C",
            "-0043-03-15",
        ),
        ("le 6 juin 44", "6 juin 44", "1944-06-06"),
        ("le 25 décembre 800, Rome", "25 décembre 800", "0800-12-25"),
        ("le 25 décembre 800 à Rome", "25 décembre 800", "0800-12-25"),
        (
            "le 10 janvier de l’an 9",
            "10 janvier de l’an 9",
            "0009-01-10",
        ),
    ] {
        one(text, span, date);
    }
    one("en -52, César", "52", "-0051");
    one("en l’an −52", "52", "-0051");
    one("vers -3000", "vers -3000", "-2999~");
    one("César (-44)", "44", "-0043");
    one("de -58 à -52", "de -58 à -52", "-0057/-0051");
    one(
        "entre -3200 et -2700",
        "entre -3200 et -2700",
        "-3199/-2699",
    );
    check(
        "de -15 à -5 degrés, en -10 %, vers -20 °C, (-50 %), en 44-52, une baisse de -30",
        &[],
    );
    check("le 24 mai 800 élus", &[("24 mai", "2016-05-24?")]);
    for (text, span, date) in [
        ("January 9th, 100 BC", "January 9th, 100 BC", "-0099-01-09"),
        (
            "On March 15, 44 BC, Caesar",
            "March 15, 44 BC",
            "-0043-03-15",
        ),
        ("15 March 44 B.C.", "15 March 44 B.C", "-0043-03-15"),
        ("24 August 79 AD", "24 August 79 AD", "0079-08-24"),
        ("August 24, AD 79", "August 24, AD 79", "0079-08-24"),
    ] {
        check_english(text, &[(span, date)]);
    }
}

#[test]
fn eras_are_written_in_many_ways() {
    for era in [
        "avant J.-C",
        "av. J.-C",
        "avant Jésus-Christ",
        "avant JC",
        "av. JC",
        "av. J.C",
        "av. J-C",
        "av. J.–C",
        "av. J. -C",
        "avant notre ère",
        "avant l’ère chrétienne",
        "AEC",
        "AV. J.-C",
    ] {
        let span = ["44", era].join(" ");
        one(&format!("en {span}."), &span, "-0043");
    }
    for era in [
        "ap. J.-C",
        "apr. J.-C",
        "après J.-C",
        "après Jésus-Christ",
        "apr. JC",
        "de notre ère",
        "de l’ère chrétienne",
    ] {
        let span = ["79", era].join(" ");
        one(&format!("en {span}, Pompéi"), &span, "0079");
    }
    for era in [
        "BC",
        "B.C",
        "B. C",
        "BCE",
        "B.C.E",
        "before Christ",
        "before the Common Era",
    ] {
        let span = ["44", era].join(" ");
        check_english(&format!("in {span}."), &[(&span, "-0043")]);
    }
    for era in ["AD", "A.D", "A. D", "CE", "of our era"] {
        let span = ["79", era].join(" ");
        check_english(&format!("in {span}."), &[(&span, "0079")]);
    }
    check_english("in AD 79", &[("AD 79", "0079")]);
    for (text, date) in [
        ("AD 79–81", "0079/0081"),
        ("from AD 79 to 81", "0079/0081"),
        ("between AD 1066 and 1087", "1066/1087"),
    ] {
        check_english(text, &[(text, date)]);
    }
    check_english(
        "AD 79–81 senators, AD 79-12",
        &[("AD 79", "0079"), ("AD 79", "0079")],
    );
    check_english("in A.D. 79", &[("A.D. 79", "0079")]);
    one("476 de notre ère", "476 de notre ère", "0476");
    one("vers 1 200 av. J.-C.", "vers 1 200 av. J.-C", "-1199~");
    one("vers 10 000 av. J.-C.", "vers 10 000 av. J.-C", "-9999~");
    check("vers 12 000 av. J.-C.", &[]);
    // Small letters are words.
    check_english("79 ad campaigns, 5 ce marks", &[]);
}

#[test]
fn one_era_serves_both_ends() {
    for (text, date) in [
        ("de 58 à 52 av. J.-C", "-0057/-0051"),
        ("entre 58 et 52 avant Jésus-Christ", "-0057/-0051"),
        ("58-52 av. J.-C", "-0057/-0051"),
        ("58 – 52 av. J.-C", "-0057/-0051"),
        ("de 1200 à 1100 av. J.-C", "-1199/-1099"),
        ("1250-1200 av. J.-C", "-1249/-1199"),
        ("du 1er au 15 mars 44 av. J.-C", "-0043-03-01/-0043-03-15"),
        ("de 27 av. J.-C. à 14 apr. J.-C", "-0026/0014"),
        ("27 av. J.-C. – 14 ap. J.-C", "-0026/0014"),
        ("du Ve au IVe siècle av. J.-C", "-0499/-0300"),
        (
            "du XIIe siècle av. J.-C. au VIIIe siècle av. J.-C",
            "-1199/-0700",
        ),
    ] {
        one(text, text, date);
    }
    check(
        "en 58 et 52 av. J.-C.",
        &[("58", "-0057"), ("52 av. J.-C", "-0051")],
    );
    // It ends before it begins.
    check("de 52 à 58 av. J.-C.", &[("58 av. J.-C", "-0057")]);
    for (text, date) in [
        ("from 58 to 52 BC", "-0057/-0051"),
        ("between 58 and 52 BCE", "-0057/-0051"),
        ("58–52 BC", "-0057/-0051"),
        ("27 BC – AD 14", "-0026/0014"),
    ] {
        check_english(text, &[(text, date)]);
    }
}

#[test]
fn one_of_two_years_may_be_meant() {
    for (text, span, date) in [
        (
            "mort en 348/347 av. J.-C.",
            "348/347 av. J.-C",
            "-0347/-0346",
        ),
        ("né en 45/46 ap. J.-C.", "45/46 ap. J.-C", "0045/0046"),
        (
            "Platon (428/427-348/347 av. J.-C.)",
            "428/427-348/347 av. J.-C",
            "-0427/-0346",
        ),
    ] {
        one(text, span, date);
    }
    check_english(
        "Plato (428/427 – 348/347 BC)",
        &[("428/427 – 348/347 BC", "-0427/-0346")],
    );
    check("le dossier 348/347, au rapport de 44/43", &[]);
}

#[test]
fn centuries_and_decades_have_eras() {
    for (text, date) in [
        ("Ier siècle av. J.-C", "-0099/0000"),
        ("Ier siècle apr. J.-C", "0001/0099"),
        ("IIe s. av. J.-C", "-01XX"),
        ("IIe siècle de notre ère", "01XX"),
        ("IIIe-IVe s. apr. J.-C", "0200/0399"),
        ("troisième siècle avant J.-C", "-02XX"),
        ("seconde moitié du IVe siècle av. J.-C", "-0349/-0300"),
        ("années 50 av. J.-C", "-0058/-0049"),
        ("IIIe millénaire av. J.-C", "-2999/-2000"),
        ("deuxième millénaire avant notre ère", "-1999/-1000"),
        ("Ier millénaire de notre ère", "0001/0999"),
        ("du IIIe au Ier millénaire av. J.-C", "-2999/0000"),
    ] {
        one(text, text, date);
    }
    check(
        "aux Ve et IVe siècles avant notre ère",
        &[("Ve", "-04XX"), ("IVe siècles avant notre ère", "-03XX")],
    );
    check_english(
        "the 5th and 4th centuries BC",
        &[("5th", "-04XX"), ("4th centuries BC", "-03XX")],
    );
    check(
        "IIIe millénaire, le bug du millénaire, le premier millénaire de la ville",
        &[("IIIe millénaire", "2000/2999")],
    );
    check_english(
        "the third millennium BC",
        &[("third millennium BC", "-2999/-2000")],
    );
    check_english("the third century AD", &[("third century AD", "02XX")]);
}

#[test]
fn the_republican_calendar() {
    check(
        "les ans II, III et IV de la République, deux ans I et II",
        &[
            ("ans II", "1793-09-22/1794-09-21"),
            ("III", "1794-09-22/1795-09-22"),
            ("IV de la République", "1795-09-23/1796-09-21"),
        ],
    );
    for (text, span, date) in [
        ("le 9 thermidor an 2", "9 thermidor an 2", "1794-07-27"),
        ("le 9 Thermidor, an II", "9 Thermidor, an II", "1794-07-27"),
        ("18 brumaire an VIII", "18 brumaire an VIII", "1799-11-09"),
        (
            "LE 18 BRUMAIRE AN VIII",
            "18 BRUMAIRE AN VIII",
            "1799-11-09",
        ),
        (
            "du 22 prairial de l’an II",
            "22 prairial de l’an II",
            "1794-06-10",
        ),
        ("28 pluviôse an VIII", "28 pluviôse an VIII", "1800-02-17"),
        (
            "en thermidor an II",
            "thermidor an II",
            "1794-07-19/1794-08-17",
        ),
        (
            "le 5e jour complémentaire an VII",
            "5e jour complémentaire an VII",
            "1799-09-21",
        ),
        (
            "l’an 2 de la République",
            "an 2 de la République",
            "1793-09-22/1794-09-21",
        ),
        ("soldats de l’an II", "an II", "1793-09-22/1794-09-21"),
        // As decrees of the time write it.
        (
            "le 5 brumaire, l’an deuxième de la République française",
            "5 brumaire, l’an deuxième de la République française",
            "1793-10-26",
        ),
        ("le 6 nivôse an 5e", "6 nivôse an 5e", "1796-12-26"),
        (
            "du 9 au 11 thermidor an II",
            "du 9 au 11 thermidor an II",
            "1794-07-27/1794-07-29",
        ),
        (
            "de fructidor an III à brumaire an IV",
            "de fructidor an III à brumaire an IV",
            "1795-08-18/1795-11-21",
        ),
        (
            "de brumaire à nivôse an II",
            "de brumaire à nivôse an II",
            "1793-10-22/1794-01-19",
        ),
    ] {
        one(text, span, date);
    }
    check(
        "le 18 Brumaire, Germinal, l’an XV, l’an II du règne, l’an 2",
        &[],
    );
    check_english(
        "9 Thermidor Year II",
        &[("9 Thermidor Year II", "1794-07-27")],
    );
    check_english(
        "18 Brumaire, Year VIII",
        &[("18 Brumaire, Year VIII", "1799-11-09")],
    );
    check_english(
        "Year II of the Republic",
        &[("Year II of the Republic", "1793-09-22/1794-09-21")],
    );
}

#[test]
fn a_year_that_is_called_one() {
    one("l’an 800", "800", "0800");
    one("en l’an mil", "mil", "1000");
    one("le bogue de l’an 2000", "2000", "2000");
    one("avant l’an 2000", "avant l’an 2000", "../1999");
    check(
        "deux fois par an 30 députés, par an 2000 euros, chaque an 15 lois, un an 800 jours, l’an 40 députés",
        &[],
    );
    one("en l’an de grâce 1347", "1347", "1347");
    one("l’an de grâce 800", "800", "0800");
    one(
        "le 3 mai de l’an de grâce 1347",
        "3 mai de l’an de grâce 1347",
        "1347-05-03",
    );
    check_english("in the year of our Lord 1347", &[("1347", "1347")]);
    check_english("in the year 800", &[("800", "0800")]);
    check_english(
        "the year 830 additional offices, twice a year 30 deputies",
        &[],
    );
}

#[test]
fn one_era_serves_days_and_months_of_an_interval() {
    for (text, date) in [
        (
            "du 15 mars 44 au 2 septembre 31 av. J.-C",
            "-0043-03-15/-0030-09-02",
        ),
        (
            "du 2 septembre 31 au 1er août 30 av. J.-C",
            "-0030-09-02/-0029-08-01",
        ),
        ("de mars 44 à septembre 31 av. J.-C", "-0043-03/-0030-09"),
        (
            "12 juillet 100 – 15 mars 44 av. J.-C",
            "-0099-07-12/-0043-03-15",
        ),
        (
            "du 24 août 79 au 3 mai 81 apr. J.-C",
            "0079-08-24/0081-05-03",
        ),
    ] {
        one(text, text, date);
    }
    check(
        "le 2 septembre 31 et le 1er août 30 av. J.-C.",
        &[
            ("2 septembre 31", "-0030-09-02"),
            ("1er août 30 av. J.-C", "-0029-08-01"),
        ],
    );
    // Without an era, they are what they are elsewhere.
    one(
        "du 6 juin 44 au 8 mai 45",
        "du 6 juin 44 au 8 mai 45",
        "1944-06-06/1945-05-08",
    );
    check("du 15 mars 31 à nos jours", &[("15 mars", "2016-03-15?")]);
    check_english(
        "from March 15, 44 to September 2, 31 BC",
        &[(
            "from March 15, 44 to September 2, 31 BC",
            "-0043-03-15/-0030-09-02",
        )],
    );
}
