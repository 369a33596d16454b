//! The words of dates in French.

use super::lexicon::Lead::*;
use super::lexicon::{Era, Lexicon, Turn, Unit};

/// What may stand before the end of an interval.
const TO: &[&str] = &[
    "a",
    "au",
    "aux",
    "jusqu' a",
    "jusqu' en",
    "jusqu' au",
    "jusqu' aux",
    "et jusqu' a",
    "et jusqu' en",
    "et jusqu' au",
    "et jusqu' aux",
];

#[rustfmt::skip]
pub(super) static FRENCH: Lexicon = Lexicon {
    months: &[
        ("janvier", 1), ("fevrier", 2), ("mars", 3), ("avril", 4), ("mai", 5), ("juin", 6), ("juillet", 7),
        ("aout", 8), ("septembre", 9), ("octobre", 10), ("novembre", 11), ("decembre", 12),
    ],
    short_months: &[
        ("janv", 1), ("jan", 1), ("fevr", 2), ("fev", 2), ("avr", 4), ("juil", 7), ("sept", 9), ("sep", 9), ("oct", 10),
        ("nov", 11), ("dec", 12),
    ],
    republican_months: &[
        ("vendemiaire", 1), ("brumaire", 2), ("frimaire", 3), ("nivose", 4), ("pluviose", 5), ("ventose", 6),
        ("germinal", 7), ("floreal", 8), ("prairial", 9), ("messidor", 10), ("thermidor", 11), ("fructidor", 12),
        ("jour complementaire", 13), ("sans culottide", 13),
    ],
    republican_years: &["an", "l' an", "de l' an", "en l' an"],
    republic: &["de la republique francaise", "de la republique", "de l' ere republicaine", "republicain"],
    weekdays: &[
        ("lundi", 1), ("mardi", 2), ("mercredi", 3), ("jeudi", 4), ("vendredi", 5), ("samedi", 6), ("dimanche", 7),
    ],
    seasons: &[("printemps", 21), ("été", 22), ("automne", 23), ("hiver", 24)],
    units: &[
        ("jour", Unit::Day), ("jours", Unit::Day), ("semaine", Unit::Week), ("semaines", Unit::Week),
        ("mois", Unit::Month), ("trimestre", Unit::Quarter), ("quart", Unit::Quarter), ("tiers", Unit::Third),
        ("semestre", Unit::Half), ("moitie", Unit::Half), ("an", Unit::Year),
        ("ans", Unit::Year), ("annee", Unit::Year), ("annees", Unit::Year), ("siecle", Unit::Century),
        ("siecles", Unit::Century),
    ],
    turns: &[
        ("dernier", Turn::Last), ("derniere", Turn::Last), ("passé", Turn::Last), ("passée", Turn::Last),
        ("prochain", Turn::Next), ("prochaine", Turn::Next), ("derniers", Turn::Last), ("dernieres", Turn::Last),
        ("prochains", Turn::Next), ("prochaines", Turn::Next),
        ("ce", Turn::This), ("cet", Turn::This), ("cette", Turn::This),
    ],
    turn_first: false,
    month_first: false,
    numbers: &[
        ("un", 1), ("une", 1), ("deux", 2), ("trois", 3), ("quatre", 4), ("cinq", 5), ("six", 6), ("sept", 7),
        ("huit", 8), ("neuf", 9), ("dix", 10), ("onze", 11), ("douze", 12), ("treize", 13), ("quatorze", 14),
        ("quinze", 15), ("seize", 16), ("vingt", 20), ("vingts", 20), ("trente", 30), ("quarante", 40),
        ("cinquante", 50), ("soixante", 60), ("septante", 70), ("huitante", 80), ("octante", 80), ("nonante", 90),
        ("cent", 100), ("cents", 100), ("mille", 1000), ("mil", 1000),
        ("dizaine", 10), ("quinzaine", 15), ("vingtaine", 20), ("trentaine", 30), ("quarantaine", 40),
        ("cinquantaine", 50), ("centaine", 100),
    ],
    and_in_numbers: &["et"],
    ordinals: &[
        ("premier", 1), ("première", 1), ("second", 2), ("seconde", 2), ("deuxieme", 2), ("troisieme", 3),
        ("quatrieme", 4), ("cinquieme", 5), ("sixieme", 6), ("septieme", 7), ("huitieme", 8), ("neuvieme", 9),
        ("dixieme", 10), ("onzieme", 11), ("douzieme", 12), ("treizieme", 13), ("quatorzieme", 14), ("quinzieme", 15),
        ("seizieme", 16), ("dix septieme", 17), ("dix huitieme", 18), ("dix neuvieme", 19), ("vingtieme", 20),
        ("vingt et unieme", 21),
    ],
    last: &["dernier", "derniere"],
    suffixes: &["er", "re", "ere", "e", "eme", "ieme", "nd", "nde"],
    decades: Some("annees"),
    millennia: &["millenaire", "millenaires"],
    short_centuries: &["s."],
    eras: &[
        (
            "avant",
            &["j c", "j.c", "jc", "jesus christ", "jesus", "le christ", "notre ere", "l' ere chretienne",
                "l' ere commune", "l' ere vulgaire"],
            Era::Before,
        ),
        ("av", &["j c", "j.c", "jc", "jesus christ", "notre ere", "n e", "l' ere chretienne"], Era::Before),
        ("apres", &["j c", "j.c", "jc", "jesus christ", "le christ"], Era::After),
        ("apr", &["j c", "j.c", "jc", "jesus christ"], Era::After),
        ("ap", &["j c", "j.c", "jc", "jesus christ"], Era::After),
        ("de", &["notre ere", "l' ere chretienne", "l' ere commune", "n e"], Era::After),
    ],
    short_eras: &[("aec", Era::Before), ("bc", Era::Before), ("b.c", Era::Before), ("b c", Era::Before)],
    first_eras: &[],
    days: &[("avant hier", -2), ("hier", -1), ("demain", 1)],
    hours: &["matin", "midi", "après midi", "soir", "a", "des"],
    contrasts: &["aujourd'hui", "avant hier", "demain"],
    leads: &[
        ("a partir de", Since), ("a partir du", Since), ("a partir d'", Since), ("a partir des", Since),
        ("a compter de", Since), ("a compter du", Since), ("a dater de", Since), ("a dater du", Since),
        ("depuis", Since), ("dès", Since),
        ("jusqu' en", Until), ("jusqu' a", Until), ("jusqu' au", Until), ("jusqu' aux", Until), ("jusque", Until),
        ("avant", Before), ("après", After),
        ("d' ici a", By), ("d' ici", By), ("d' ici au", By),
        ("a l' horizon de", About), ("a l' horizon", About), ("aux environs de", About), ("aux alentours de", About),
        ("autour de", About), ("vers", About), ("environ", About), ("circa", About), ("courant", About),
        ("debut", Early), ("fin", Late), ("mi", Mid), ("milieu", Mid), ("au debut", Early), ("a la fin", Late),
        ("au milieu", Mid), ("a la mi", Mid), ("au tournant", About),
        ("en", At), ("pour", At),
    ],
    denials: &["pas"],
    denied: &[Before],
    articles: &["le", "la", "l'", "les", "du", "de", "des", "d'", "au", "aux"],
    intervals: &[
        ("entre", &["et"]), ("de", TO), ("d'", TO), ("du", TO), ("des", TO), ("depuis", TO),
        ("", &["a", "au", "et", "ou"]),
    ],
    now: &[
        "nos jours", "aujourd'hui", "maintenant", "present", "ce jour", "l' heure actuelle", "l' epoque actuelle",
    ],
    no_date: &["la", "le", "l'", "les", "sa", "son", "ses", "leur", "leurs"],
    of: &["de l' an", "de l' annee", "de"],
    named_years: &[("l'", "an")],
    before_year: &[
        "de", "d'", "rentree", "exercice", "budget", "session", "saison", "millesime", "annee", "annees",
    ],
    before_signed: &["en", "vers", "an", "depuis"],
    before_counts: &["pour"],
    before_month: &["de", "d'", "au mois de", "au mois d'", "mois de", "mois d'"],
    before_day: &["le", "du", "au", "les"],
    before_any: &[
        "le", "les", "du", "des", "un", "au", "chaque", "tous", "tout", "aucun", "premier",
        "deuxieme", "troisieme", "quatrieme", "second", "dernier",
    ],
    and: &["et", "ou", "puis", "comme", "et en", "ou en"],
    measures: &["plus", "moins", "pres", "environ", "total", "loin"],
    no_nouns: &[
        "alors", "apres", "ayons", "ces", "dans", "depuis", "des", "deux", "elles", "eux", "ils", "jamais", "les",
        "leurs", "lors", "mais", "mes", "moins", "nos", "nous", "pas", "plus", "plusieurs", "puis", "sans", "ses",
        "sous", "tandis", "tous", "toutes", "toujours", "tres", "vers", "vos", "vous", "ceux", "celles", "fus",
        "suis", "vis", "hors", "toutefois", "precises", "quelques", "relatives", "jusqu",
    ],
    several: &["quelques", "plusieurs"],
    counts_before: &[("il y a", -1), ("voila", -1), ("voici", -1), ("dans", 1), ("d' ici", 1)],
    counts_after: &[],
    roughly: &[
        "environ", "pres de", "presque", "plus de", "plus d'", "moins de", "moins d'", "a peine", "quelque", "deja",
        "tout juste", "maintenant", "seulement", "un peu plus de", "un peu plus d'", "a peu pres", "bientot",
    ],
};
