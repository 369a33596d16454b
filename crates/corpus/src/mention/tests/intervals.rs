//! Intervals whose ends share what one of them says, and ends that are no dates.

use super::other_languages::check_english;
use super::{check, one};

#[test]
fn over_new_year_the_year_is_said_once() {
    for (text, date) in [
        ("du 28 décembre au 3 janvier 2017", "2016-12-28/2017-01-03"),
        ("DU 28 DÉCEMBRE AU 3 JANVIER 2017", "2016-12-28/2017-01-03"),
        ("du 20 décembre 2016 au 3 janvier", "2016-12-20/2017-01-03"),
        (
            "du 30 décembre 2016 au 2 janvier 2017",
            "2016-12-30/2017-01-02",
        ),
        ("28 décembre-3 janvier 2017", "2016-12-28/2017-01-03"),
        ("28 décembre – 3 janvier 2017", "2016-12-28/2017-01-03"),
        ("de novembre à février 2017", "2016-11/2017-02"),
        ("entre novembre et février 2017", "2016-11/2017-02"),
        ("d’octobre 2016 à mars", "2016-10/2017-03"),
        ("entre décembre 2016 et février", "2016-12/2017-02"),
        ("de mai à mai 2017", "2016-05/2017-05"),
        ("du 28 au 3 janvier 2017", "2016-12-28/2017-01-03"),
        ("du 30 au 2 juin 2016", "2016-05-30/2016-06-02"),
        ("de l’automne au printemps 2017", "2016-23/2017-21"),
        ("de l’automne 2016 au printemps", "2016-23/2017-21"),
        (
            "du samedi 31 décembre au lundi 2 janvier 2017",
            "2016-12-31/2017-01-02",
        ),
        ("du 3 au 28 décembre 2017", "2017-12-03/2017-12-28"),
        ("mardi 3 au jeudi 5 mai 2011", "2011-05-03/2011-05-05"),
        ("du 24 mai 2016 au 3 juin", "2016-05-24/2016-06-03"),
        (
            "depuis le 3 mai et jusqu’au 5 juin 2010",
            "2010-05-03/2010-06-05",
        ),
        ("du 3 janv. au 5 févr. 2016", "2016-01-03/2016-02-05"),
        (
            "du vendredi 20 au mardi 24 mai 2016",
            "2016-05-20/2016-05-24",
        ),
        // Neither end says its year: the nearest such interval.
        ("du 28 décembre au 3 janvier", "2015-12-28?/2016-01-03?"),
        ("de novembre à février", "2015-11?/2016-02?"),
    ] {
        one(text, text, date);
    }
    check(
        "le 3 mai. Au 5 juin 2016",
        &[("3 mai", "2016-05-03?"), ("5 juin 2016", "2016-06-05")],
    );
    one("le 3 mai 2016 a été long", "3 mai 2016", "2016-05-03");
    for (text, date) in [
        (
            "from December 28 to January 3, 2017",
            "2016-12-28/2017-01-03",
        ),
        (
            "from 28 December to 3 January 2017",
            "2016-12-28/2017-01-03",
        ),
        ("December 20, 2016 to January 3", "2016-12-20/2017-01-03"),
        ("28 December–3 January 2017", "2016-12-28/2017-01-03"),
        ("between November and February 2017", "2016-11/2017-02"),
        ("from November 2016 to February", "2016-11/2017-02"),
        ("since 3 May and until 5 June 2010", "2010-05-03/2010-06-05"),
    ] {
        check_english(text, &[(text, date)]);
    }
}

#[test]
fn in_english_a_month_stands_before_both_days() {
    for (text, date) in [
        ("May 1-3, 2014", "2014-05-01/2014-05-03"),
        ("May 1–3, 2014", "2014-05-01/2014-05-03"),
        ("May 1 - 3, 2014", "2014-05-01/2014-05-03"),
        ("May 1-3 2014", "2014-05-01/2014-05-03"),
        ("May 1 to 3, 2014", "2014-05-01/2014-05-03"),
        ("May 1 and 3, 2014", "2014-05-01/2014-05-03"),
        ("May 1 & 3, 2014", "2014-05-01/2014-05-03"),
        ("Sept. 1-3, 2014", "2014-09-01/2014-09-03"),
        ("Sept. 1–Oct. 3, 2014", "2014-09-01/2014-10-03"),
        ("May 1st–3rd, 2014", "2014-05-01/2014-05-03"),
        ("from May 1 to 3, 2014", "2014-05-01/2014-05-03"),
        ("between May 1 and 3, 2014", "2014-05-01/2014-05-03"),
        ("May 1, 2 and 3, 2014", "2014-05-01/2014-05-03"),
        ("May 1, 2, and 3, 2014", "2014-05-01/2014-05-03"),
        ("May 30–June 2, 2014", "2014-05-30/2014-06-02"),
        ("May 1, 2014", "2014-05-01"),
        ("May 1-3", "2016-05-01?/2016-05-03?"),
    ] {
        check_english(text, &[(text, date)]);
    }
    check_english("on May 1 and 3 people", &[("May 1", "2016-05-01?")]);
    check_english("on May 1, 20 and 30 people", &[("May 1", "2016-05-01?")]);
}

#[test]
fn an_end_may_be_about_its_date() {
    for (text, date) in [
        ("de fin avril à début mai 2015", "2015-04~/2015-05~"),
        ("entre la mi-mai et la fin juin 2015", "2015-05~/2015-06~"),
        ("fin avril-début mai 2015", "2015-04~/2015-05~"),
        ("fin mai et début juin 2015", "2015-05~/2015-06~"),
        ("de mi-avril à mai 2015", "2015-04~/2015-05"),
        ("d’avril à mi-mai 2015", "2015-04/2015-05~"),
        ("de la fin 2014 au début 2016", "2014~/2016~"),
        ("du début de l’année 2014 à la fin 2015", "2014~/2015~"),
        ("fin 2014-début 2015", "2014~/2015~"),
        ("de début décembre à fin janvier 2017", "2016-12~/2017-01~"),
        ("de fin avril à début mai", "2016-04%/2016-05%"),
    ] {
        one(text, text, date);
    }
    for (text, date) in [
        ("from late April to early May 2015", "2015-04~/2015-05~"),
        ("late April–early May 2015", "2015-04~/2015-05~"),
        ("from mid-May to late June 2015", "2015-05~/2015-06~"),
        ("between early 2014 and late 2015", "2014~/2015~"),
        ("late 2014 to early 2015", "2014~/2015~"),
        ("late May or early June 2015", "2015-05~/2015-06~"),
        (
            "from the end of April to the beginning of May 2015",
            "2015-04~/2015-05~",
        ),
        (
            "from the beginning of 2014 to the end of 2015",
            "2014~/2015~",
        ),
        (
            "from the end of the 18th century to the beginning of the 19th century",
            "1750~/1849~",
        ),
    ] {
        check_english(text, &[(text, date)]);
    }
}

#[test]
fn seasons_side_by_side() {
    for (text, date) in [
        ("printemps-été 2015", "2015-21/2015-22"),
        ("printemps et été 2015", "2015-21/2015-22"),
        ("automne-hiver 2015-2016", "2015-23/2015-24"),
        ("hiver-printemps 2015", "2014-24/2015-21"),
        ("du printemps à l’automne 2015", "2015-21/2015-23"),
        ("printemps, été et automne 2015", "2015-21/2015-23"),
        ("printemps et à l’été 2015", "2015-21/2015-22"),
    ] {
        one(text, text, date);
    }
    check_english(
        "in the spring and summer of 2015",
        &[("spring and summer of 2015", "2015-21/2015-22")],
    );
    check("printemps-été, le printemps à venir", &[]);
}

#[test]
fn an_end_that_is_no_date() {
    for (text, span, date) in [
        ("de 1789 à nos jours", "de 1789 à nos jours", "1789/.."),
        (
            "DU XIXE SIÈCLE À NOS JOURS",
            "DU XIXE SIÈCLE À NOS JOURS",
            "1800/..",
        ),
        (
            "de mai 2012 à aujourd’hui",
            "de mai 2012 à aujourd’hui",
            "2012-05/..",
        ),
        ("(1995-présent)", "1995-présent", "1995/.."),
        (
            "depuis 1789 jusqu’à nos jours",
            "depuis 1789 jusqu’à nos jours",
            "1789/..",
        ),
        (
            "à compter du 1er mai 2018 et jusqu’au 3 juin 2020",
            "à compter du 1er mai 2018 et jusqu’au 3 juin 2020",
            "2018-05-01/2020-06-03",
        ),
        ("entre 1945 et la chute du Mur", "1945", "1945"),
        ("de 1914 au Traité de Versailles", "1914", "1914"),
        ("de 1914 à la chute de l’Empire", "1914", "1914"),
        ("de 1958 jusqu’à la réforme", "1958", "1958"),
        ("de la loi de 1789 à celle de Rome", "1789", "1789"),
        ("du 3 mai 2012 à la réforme", "3 mai 2012", "2012-05-03"),
    ] {
        one(text, span, date);
    }
    check(
        "ils sont 2000 à ce jour, de 1000 à 2000 euros, entre 1500 et plus de 2000 élus, entre 2000 élus et les autres, \
         entre 1500 euros et la somme due, de 1500 à plusieurs milliers, de l’Antiquité à nos jours",
        &[],
    );
    for (text, span, date) in [
        (
            "from 1789 to the present day",
            "from 1789 to the present day",
            "1789/..",
        ),
        ("1789–present", "1789–present", "1789/.."),
        ("between 1945 and the fall of the Wall", "1945", "1945"),
        ("from 1945 to the fall of the Wall", "1945", "1945"),
    ] {
        check_english(text, &[(span, date)]);
    }
    check_english("from 1500 to 2000 people", &[]);
}

#[test]
fn an_interval_may_begin_with_what_is_no_date() {
    one("entre la chute de Rome et 1453, l’Orient", "1453", "1453");
    check_english("from the Conquest to 1215.", &[("1215", "1215")]);
    check_english("between the Revolution and 1815", &[("1815", "1815")]);
    check("entre la France et 1500 soldats", &[]);
    check("entre 3 amis et 1500", &[]);
    check_english("from the estimate to 1500 members", &[]);
}

#[test]
fn a_short_year_in_digits_needs_its_article() {
    one("avant le 15.05.99", "avant le 15.05.99", "../1999-05-14");
    one("le 15.05.99.", "15.05.99", "1999-05-15");
    one(
        "du 15.05.99 au 20.05.99",
        "du 15.05.99 au 20.05.99",
        "1999-05-15/1999-05-20",
    );
    one("la version 2.05.99 du 15.05.99", "15.05.99", "1999-05-15");
    check(
        "version 15.05.99, 3/4 des membres, pour 3/4 des membres, au 3/4 des membres, après 3/4 d’heure",
        &[],
    );
}

#[test]
fn circa_and_the_cross() {
    for (text, span, date) in [
        ("Jean (c. 1340)", "c. 1340", "1340~"),
        ("Jean (ca 1340)", "ca 1340", "1340~"),
        ("Jean (ca. 1340)", "ca. 1340", "1340~"),
        ("Jean (v. 1340)", "v. 1340", "1340~"),
        ("Jean (1340-c. 1404)", "1340-c. 1404", "1340/1404~"),
        (
            "Jean (c. 1340 – c. 1404)",
            "c. 1340 – c. 1404",
            "1340~/1404~",
        ),
        ("Jean (v. 1340-1404)", "v. 1340-1404", "1340~/1404"),
        ("bâti vers 1340-1350", "vers 1340-1350", "1340~/1350~"),
        ("Jean (†1404)", "1404", "1404"),
        ("Jean († 1404)", "1404", "1404"),
        ("Jean († 15 mai 1404)", "15 mai 1404", "1404-05-15"),
    ] {
        one(text, span, date);
    }
    check("ça 2015, la page v. 1340, (p. 1340)", &[]);
    check_english(
        "William I (r. 1066–1087), John (b. 1340), (fl. 1350), r. 1066",
        &[
            ("1066–1087", "1066/1087"),
            ("1340", "1340"),
            ("1350", "1350"),
        ],
    );
    check("(art. 2015), art. L. 1950-2015, (p. 1340)", &[]);
    check_english("built c. 1340", &[("c. 1340", "1340~")]);
    check_english("c. 44 BC", &[("c. 44 BC", "-0043~")]);
}

#[test]
fn a_question_mark_is_doubt() {
    for (text, span, date) in [
        ("Jeanne (1340?–1404)", "1340?–1404", "1340?/1404"),
        ("Jeanne (1340 ?-1404)", "1340 ?-1404", "1340?/1404"),
        ("Jeanne (1340–1404 ?), reine", "1340–1404", "1340/1404?"),
        ("la charte (1404?)", "1404", "1404?"),
        // A question.
        ("Qui vint en 1404 ?", "1404", "1404"),
    ] {
        one(text, span, date);
    }
    check("(Qui vint en 1404 ?)", &[("1404", "1404")]);
    check_english("Jane (1340?–1404)", &[("1340?–1404", "1340?/1404")]);
}

#[test]
fn a_month_may_be_shortened_and_lack_its_year() {
    for (text, date) in [
        ("de sept. à oct. 2014", "2014-09/2014-10"),
        ("sept.-oct. 2014", "2014-09/2014-10"),
        ("16 juill. 1971", "1971-07-16"),
        ("janv., févr. et mars 2014", "2014-01/2014-03"),
        ("du 1er sept. au 3 oct. 2014", "2014-09-01/2014-10-03"),
    ] {
        one(text, text, date);
    }
    check("le sept. et en oct., en janv.", &[]);
    for (text, date) in [
        ("Sept. 11, 2001", "2001-09-11"),
        ("Nov. 3", "2015-11-03?"),
        ("Nov. 2013–Jan. 2014", "2013-11/2014-01"),
    ] {
        check_english(text, &[(text, date)]);
    }
    check_english("He came in Sept. Then he left", &[]);
}

#[test]
fn a_stroke_links_words() {
    for (text, date) in [
        ("janvier/février 2014", "2014-01/2014-02"),
        ("printemps/été 2015", "2015-21/2015-22"),
        ("XVIIe/XVIIIe siècles", "1600/1799"),
    ] {
        one(text, text, date);
    }
    one("3/4 mai 2014", "4 mai 2014", "2014-05-04");
}

/// What @microsoft/recognizers-text-date-time 1.3.2 leaves without a year or begins after its end, and htmldate 1.11.0 takes for
/// New Year's Day (findings/french-first-day.sh).
#[test]
fn the_first_of_a_month_is_a_day_as_any_other() {
    for (text, span, date) in [
        ("le 1er mai 2015", "1er mai 2015", "2015-05-01"),
        ("le 1er août 1914", "1er août 1914", "1914-08-01"),
        ("le premier mai 2015", "premier mai 2015", "2015-05-01"),
        (
            "du 1er au 5 mai 2016",
            "du 1er au 5 mai 2016",
            "2016-05-01/2016-05-05",
        ),
        (
            "Paris, le 1er décembre 2015",
            "1er décembre 2015",
            "2015-12-01",
        ),
    ] {
        one(text, span, date);
    }
}
