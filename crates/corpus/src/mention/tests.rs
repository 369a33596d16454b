mod centuries;
mod eras;
mod intervals;
mod lists;
mod other_languages;
mod roles;

use super::mentions;
use frise_date::Edtf;
use frise_text::Language;
use proptest::prelude::*;

fn edtf(text: &str) -> Edtf {
    Edtf::parse(text).unwrap_or_else(|error| panic!("{text}: {error}"))
}

/// What is found in a text of a language, in a document of a date.
fn found(text: &str, language: Language, date: &str) -> Vec<(String, String)> {
    let date = (!date.is_empty()).then(|| edtf(date));
    let mentions = mentions(text, language, date.as_ref());
    let describe = |mention: &super::Mention| {
        let span = &text[mention.start..mention.end];
        (span.to_string(), mention.date.to_string())
    };
    mentions.iter().map(describe).collect()
}

fn check_in(text: &str, language: Language, date: &str, expected: &[(&str, &str)]) {
    let expected: Vec<(String, String)> = expected
        .iter()
        .map(|(span, date)| (span.to_string(), date.to_string()))
        .collect();
    assert_eq!(found(text, language, date), expected, "{text} ({date})");
}

/// In French, in a document of Tuesday 24 May 2016.
fn check(text: &str, expected: &[(&str, &str)]) {
    check_in(text, Language::French, "2016-05-24", expected);
}

/// The whole text but for what stands before and after it is one mention.
fn one(text: &str, span: &str, date: &str) {
    check(text, &[(span, date)]);
}

#[test]
fn days_months_and_years() {
    one("le 16 décembre 2015.", "16 décembre 2015", "2015-12-16");
    one(
        "Le mardi 29 juin 2021, à New York",
        "mardi 29 juin 2021",
        "2021-06-29",
    );
    one(
        "lundi, 22 janvier 2018",
        "lundi, 22 janvier 2018",
        "2018-01-22",
    );
    one("le 1er mars 2017", "1er mars 2017", "2017-03-01");
    one("LE 3 FEVRIER 2010", "3 FEVRIER 2010", "2010-02-03");
    one("En janvier 2015, les pays", "janvier 2015", "2015-01");
    one("le 11 sept. 2001", "11 sept. 2001", "2001-09-11");
    one("en mai 68", "mai 68", "1968-05");
    one("à l’été 2010", "été 2010", "2010-22");
    one("l’hiver 2010-2011", "hiver 2010-2011", "2010-24");
    one("l’hiver 1947-48", "hiver 1947-48", "1947-24");
    check(
        "les exercices 2014 et 2015",
        &[("2014", "2014"), ("2015", "2015")],
    );
    one(
        "au premier semestre 2016",
        "premier semestre 2016",
        "2016-01/2016-06",
    );
    one(
        "le 4e trimestre de 2015",
        "4e trimestre de 2015",
        "2015-10/2015-12",
    );
    one("lundi 24 mai 2016", "lundi 24 mai 2016", "2016-05-24?");
    // What is certain of a day that no calendar has.
    check("le 31 juin 2016", &[("juin 2016", "2016-06")]);
}

#[test]
fn digits() {
    one("le 16/12/2015", "16/12/2015", "2015-12-16");
    one("le 16.12.2015.", "16.12.2015", "2015-12-16");
    one("2015-12-16", "2015-12-16", "2015-12-16");
    one("le 21/04/16", "21/04/16", "2016-04-21");
    one("le 21/04/98", "21/04/98", "1998-04-21");
    one("11/2016", "11/2016", "2016-11");
    one("mise à jour à 13h40 le 25/05", "25/05", "2016-05-25?");
    check("3/4 des membres, 25/05", &[]);
    check("les 2/3 sont d’accord, les 3/4 restants", &[]);
    check("article L. 1132-3-2, 192.168.10.12", &[]);
    check(
        "décision 12/2001, résolution 10/2015, ISSN 1950-2015, RFC 1918",
        &[],
    );
}

#[test]
fn bare_years_by_what_stands_around_them() {
    one("En 2009, elle a signé", "2009", "2009");
    one("la loi de 1972 sur le divorce", "1972", "1972");
    one("la Belgique (2003)", "2003", "2003");
    one("une période (1998-2003)", "1998-2003", "1998/2003");
    one("la guerre de 1914-18", "1914-18", "1914/1918");
    one("l’an 800", "800", "0800");
    one("en 44 avant J.-C.", "44 avant J.-C", "-0043");
    check(
        "en 2001, 2003 et 2005",
        &[("2001", "2001"), ("2003", "2003"), ("2005", "2005")],
    );
    check("2000 euros, de 2000 euros, 2015 personnes", &[]);
    check("plus de 2000 personnes, près de 1500 maires", &[]);
    check("de 1000 à 2000 euros, entre 1500 et 2000 manifestants", &[]);
    check("n° 1905, nos 1887, 2089, l’article 2011, page 1954", &[]);
    check("l’amendement n° 2013-404, en 2013-404", &[]);
    check("la conférence « Cyber 2016 », l’Agenda 2030", &[]);
    check("en 10 000 exemplaires, vers 1500 mètres, en 1500 m", &[]);
    check(
        "une centrale de 1300 MW, un champ de 1200 ha, une parcelle de 1500 m², un fichier de 1024 Mo, en 1500 exemplaires, \
         en 2000 mots, pour 2000 ans, pour les 1500 personnes",
        &[],
    );
    check(
        "une somme de 1500-2000 euros, 1500–2000 personnes, 1500-2000 m d’altitude",
        &[],
    );
    one("En 1981 M. Mitterrand", "1981", "1981");
    one("la période 1998-2003 vue par eux", "1998-2003", "1998/2003");
    one(
        "la loi n° 2013-404 du 17 mai 2013",
        "17 mai 2013",
        "2013-05-17",
    );
}

#[test]
fn decades_and_centuries() {
    one("les années 1990", "années 1990", "199X");
    one("les années 90", "années 90", "199X");
    one("les années 20", "années 20", "192X?");
    one("les années soixante-dix", "années soixante-dix", "197X");
    one("les années deux mille", "années deux mille", "200X");
    check(
        "les années 1970, 1980",
        &[("années 1970", "197X"), ("1980", "198X")],
    );
    one("au XXe siècle", "XXe siècle", "19XX");
    one("Le 21e siècle est", "21e siècle", "20XX");
    one("au dix-neuvième siècle", "dix-neuvième siècle", "18XX");
    one(
        "au IVe siècle avant J.-C., dit-on",
        "IVe siècle avant J.-C",
        "-03XX",
    );
    one("depuis le XIXᵉ siècle", "depuis le XIXᵉ siècle", "1800/..");
    one("la fin des années 90", "fin des années 90", "199X~");
    one("au siècle dernier", "siècle dernier", "19XX");
}

#[test]
fn about_and_open() {
    one("vers 2010", "vers 2010", "2010~");
    one("environ 2010", "environ 2010", "2010~");
    one("en début 2010", "début 2010", "2010~");
    one("mi-2010", "mi-2010", "2010~");
    one("à la mi-mai 2015", "à la mi-mai 2015", "2015-05~");
    one("à l’horizon 2030", "à l’horizon 2030", "2030~");
    one("Depuis 2006, les services", "Depuis 2006", "2006/..");
    one("dès 2000", "dès 2000", "2000/..");
    one(
        "à partir du 3 mai 2005",
        "à partir du 3 mai 2005",
        "2005-05-03/..",
    );
    one(
        "depuis le début de l’année 2012",
        "depuis le début de l’année 2012",
        "2012~/..",
    );
    one("jusqu’en 2020", "jusqu’en 2020", "../2020");
    one("jusqu’à 2020", "jusqu’à 2020", "../2020");
    one("avant 2010", "avant 2010", "../2009");
    one("avant mai 2010", "avant mai 2010", "../2010-04");
    one(
        "avant la fin mars 2013",
        "avant la fin mars 2013",
        "../2013-03~",
    );
    one(
        "après le 31 décembre 2010",
        "après le 31 décembre 2010",
        "2011-01-01/..",
    );
    one("d’ici à 2030", "d’ici à 2030", "2016-05-24/2030");
    check_in(
        "d’ici 2030",
        Language::French,
        "",
        &[("d’ici 2030", "../2030")],
    );
    // The article is no preposition.
    check("des 2000 délégués", &[]);
    one("pas avant 2020", "avant 2020", "2020/..");
    one(
        "il n’a pas été signé avant mai 2020",
        "avant mai 2020",
        "2020-05/..",
    );
    one("il n’est pas venu. Avant 2010", "Avant 2010", "../2009");
    // Three years after a date is neither that date nor any later one.
    one("trois ans après 1945", "1945", "1945");
    one(
        "quelques jours avant le 14 juillet 1789",
        "14 juillet 1789",
        "1789-07-14",
    );
    one("l’année d’avant 2010", "avant 2010", "../2009");
}

#[test]
fn from_one_to_another() {
    one("de 2015 à 2017", "de 2015 à 2017", "2015/2017");
    one("entre 2015 et 2017", "entre 2015 et 2017", "2015/2017");
    one(
        "du 3 au 24 mai 2016",
        "du 3 au 24 mai 2016",
        "2016-05-03/2016-05-24",
    );
    one(
        "les 3 et 4 mai 2016",
        "3 et 4 mai 2016",
        "2016-05-03/2016-05-04",
    );
    one(
        "entre mai et août 2016",
        "entre mai et août 2016",
        "2016-05/2016-08",
    );
    one("mai-juin 2014", "mai-juin 2014", "2014-05/2014-06");
    one("2013-2015", "2013-2015", "2013/2015");
    one(
        "du vendredi 20 au mardi 24",
        "du vendredi 20 au mardi 24",
        "2016-05-20/2016-05-24",
    );
    one(
        "de mai 2012 à juin 2013",
        "de mai 2012 à juin 2013",
        "2012-05/2013-06",
    );
    check(
        "le 3 mai 2016 et le 5 juin 2016",
        &[("3 mai 2016", "2016-05-03"), ("5 juin 2016", "2016-06-05")],
    );
    check("de 2017 à 2015", &[("2015", "2015")][..0]);
    check("du lundi au vendredi", &[]);
}

#[test]
fn counted_from_the_document() {
    one("Je l’ai vu hier", "hier", "2016-05-23");
    one("avant-hier soir", "avant-hier", "2016-05-22");
    one("demain matin", "demain", "2016-05-25");
    check(
        "hier, aujourd’hui et demain ; le monde d’hier et de demain ; demain, la guerre",
        &[],
    );
    one(
        "la semaine dernière",
        "semaine dernière",
        "2016-05-16/2016-05-22",
    );
    one("le mois prochain", "mois prochain", "2016-06");
    one("l’an dernier", "an dernier", "2015");
    one("cette année", "cette année", "2016");
    one("ce mois-ci", "ce mois-ci", "2016-05");
    check(
        "cette année-là, une année passée à Paris, ces dernières années",
        &[],
    );
    check("le monde d’aujourd’hui, ce jour, en ce moment", &[]);
    one("il y a trois ans", "il y a trois ans", "2013~");
    one(
        "il y a une dizaine d’années",
        "il y a une dizaine d’années",
        "2006~",
    );
    one(
        "il y a plus de vingt-cinq ans",
        "il y a plus de vingt-cinq ans",
        "1991~",
    );
    one("il y a dix jours", "il y a dix jours", "2016-05-14");
    one("dans deux mois", "dans deux mois", "2016-07~");
    one("depuis dix ans", "depuis dix ans", "2006~/..");
    one(
        "les dix dernières années",
        "dix dernières années",
        "2006~/2016~",
    );
    check(
        "il y a quelques années, trois ans plus tard, il y a deux députés",
        &[],
    );
}

#[test]
fn what_is_left_out_is_what_brings_the_date_nearest() {
    one("le 22 juin", "22 juin", "2016-06-22?");
    one("le 6 décembre", "6 décembre", "2015-12-06?");
    one("le 3 avril dernier", "3 avril dernier", "2016-04-03");
    one("en janvier", "janvier", "2016-01?");
    one("depuis septembre", "depuis septembre", "2015-09?/..");
    one("décembre dernier", "décembre dernier", "2015-12");
    one("l’été dernier", "été dernier", "2015-22");
    one("a assuré mardi l'ambassadeur", "mardi", "2016-05-24");
    one("a assuré lundi l'ambassadeur", "lundi", "2016-05-23?");
    one("vendredi, il a dit", "vendredi", "2016-05-20?");
    one("mardi dernier", "mardi dernier", "2016-05-17");
    one("vendredi prochain", "vendredi prochain", "2016-05-27");
    one("ce vendredi", "ce vendredi", "2016-05-27");
    check("le mardi, chaque lundi, le premier vendredi du mois", &[]);
    check("la planète Mars, il a été malade, mai et juin", &[]);
}

#[test]
fn a_document_of_less_than_a_day_resolves_less() {
    let check = |text: &str, date: &str, expected: &[(&str, &str)]| {
        check_in(text, Language::French, date, expected)
    };
    check(
        "mardi, hier, il y a trois ans",
        "2016",
        &[("il y a trois ans", "2013~")],
    );
    check(
        "le 22 juin, en mai",
        "2016",
        &[("22 juin", "2016-06-22?"), ("mai", "2016-05?")],
    );
    check(
        "le mois dernier, la semaine dernière",
        "2016-05",
        &[("mois dernier", "2016-04")],
    );
    check(
        "mardi, 22 juin, cette année, en 2009",
        "",
        &[("2009", "2009")],
    );
    check(
        "hier, l’an dernier",
        "2016-05-24~",
        &[("hier", "2016-05-23?"), ("an dernier", "2015?")],
    );
    check("hier, en 2009", "2016-05-24/..", &[("2009", "2009")]);
    check("en mai", "2016-04/2016-06", &[("mai", "2016-05?")]);
}

/// Words that dates are made of, so that chance meets the grammar.
const PIECES: &str = "((depuis|entre|de|du|et|à|au|jusqu’|en|le|les|mardi|3|24|1er|1 er|mai|décembre|sept|2015|1990|99|44|années|60|XXe|XVIIe|xixe|siècles?|s\\.\
    |seconde|moitié|av\\. J\\.-C\\.|avant|notre ère|J\\.-C\\.|AD|BC|l’|an|II|VIII|14|thermidor|fructidor|de la République|printemps|hiver\
    |il y a|trois|mil|mille|vingt|cent|ans|mois|dernier|cet|été|hier|demain|matin|fin|début|mi|nos jours|c\\.|†|-|–|/|\\.|,|\\(|\\)|°\
    |since|May|to|and|1960s|80s|centuries|half|last|years|ago|of|the|\n\n)[ -]?){0,14}";

proptest! {
    #[test]
    fn any_text_is_read_in_order(
        text in prop_oneof!["\\PC{0,60}", PIECES],
        language in prop_oneof![Just(Language::French), Just(Language::English), Just(Language::Other)],
        date in prop_oneof![Just("2016-05-24"), Just("2016"), Just("201X"), Just("0001-01-01"), Just("9999-12-31?"), Just("-9999-01"), Just("Y99999"), Just("../2010")],
    ) {
        let mut end = 0;
        for mention in mentions(&text, language, Some(&edtf(date))) {
            prop_assert!(mention.start >= end && mention.end > mention.start);
            let span = text.get(mention.start..mention.end);
            prop_assert!(span.is_some_and(|span| span.trim() == span));
            end = mention.end;
        }
    }
}
