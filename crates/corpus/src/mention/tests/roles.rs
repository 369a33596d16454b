//! The words that are passed over begin no date: the slow twin passes over none.

use super::super::languages;
use super::super::reference::Reference;
use super::super::scan::Scan;
use super::super::{Mention, mentions, read};
use super::edtf;
use frise_date::Edtf;
use frise_text::{Language, Token, tokens};
use proptest::prelude::*;

/// What is found where every word of the tables that may be a first word is tried.
fn found_slowly(text: &str, language: Language, reference: &Edtf) -> Vec<Mention> {
    let tokens: Vec<Token> = tokens(text, language).collect();
    let mut scan = Scan::of(text, &tokens, language, Reference::of(Some(reference)));
    if let Some((lexicon, roles)) = languages::lexicon(language) {
        for word in &mut scan.words {
            word.may_begin_date = roles.role(word, lexicon.suffixes).begins;
        }
    }
    read(&scan)
}

/// Words by what they do in a date.
const FRENCH: [&str; 8] = [
    "de|du|des|d\u{2019}|la|le|les|l\u{2019}|au|aux|à|en|pour|entre|depuis|dès|jusqu\u{2019}|avant|après|partir|ici|horizon|vers|début|fin|mi|milieu",
    "un|une|deux|trois|neuf|dix|sept|vingt|quatre|cent|mil|mille",
    "et|ou|à|au|puis|comme|jusqu\u{2019}|aux|de|s|e|er",
    "mois|an|ans|année|années|siècle|jours|semaine|trimestre|moitié|mai|mars|janvier|juin|janv|floréal|thermidor|lundi|mardi|été|hiver",
    "premier|seconde|deuxième|dernier|dernière|ce|cette|prochain|derniers|il|y|a|dans|voilà|près|plus|moins|presque|environ",
    "av|J|C|notre|ère|ca|c|v|env|nos|jours|aujourd\u{2019}hui|république|hier|demain|sans|culottide|complémentaire",
    "1er|1|3|12|31|60|90|1789|1914|2015|2016|XVIIe|XXe|II|X|vie|１９１４",
    "homme|maisons|Été|MAI|DEUX|ainsi",
];

const ENGLISH: [&str; 7] = [
    "of|the|in|on|for|by|about|early|late|mid|beginning|end|between|from|until|since|before|after|as|up|prior|during",
    "a|an|one|two|three|nineteen|fourteen|twenty|hundred|thousand",
    "and|or|to|through|until|then|of|in",
    "day|days|week|month|months|year|years|century|half|quarter|spring|fall|Monday|May|March|January|Jan|Sept",
    "first|second|third|fourth|last|past|next|this|ago|now|yesterday|tomorrow|today|some|nearly|more|than|just",
    "AD|BC|A.D|our|era|circa|ca|c|s|1|3|21st|1st|60s|1990|1776|2015|XX|II",
    "people|man|AN|thus",
];

fn texts(words: &'static [&'static str]) -> impl Strategy<Value = String> {
    let alike = prop::sample::select(words);
    let word =
        alike.prop_flat_map(|alike| prop::sample::select(alike.split('|').collect::<Vec<&str>>()));
    let mark = prop::sample::select(vec![", ", "-", ". ", " (", "/", " – ", "'"]);
    let gap = prop_oneof![6 => Just(" "), 1 => mark];
    prop::collection::vec((word, gap), 1..9).prop_map(|pairs| {
        let pieces = pairs.into_iter().map(|(word, gap)| format!("{word}{gap}"));
        pieces.collect()
    })
}

/// Numbers in words, of which only what follows tells that they are part of a date.
#[test]
fn no_number_in_words_is_passed_over() {
    let date = edtf("2016-05-24");
    let check = |text: &str, language| {
        let found = mentions(text, language, Some(&date));
        assert_eq!(found, found_slowly(text, language, &date), "{text}");
    };
    for open in [
        "", "le", "les", "du", "de", "entre", "depuis", "avant", "dans", "il y a",
    ] {
        for joint in [
            " et ",
            " et le ",
            " ou ",
            " à ",
            " au ",
            " aux ",
            " puis ",
            " comme ",
            ", ",
            "-",
            " jusqu’au ",
        ] {
            for end in [
                "mai 1851",
                "floréal an deux de la République",
                "siècle",
                "ans",
                "dernières années",
                "mille",
            ] {
                check(&format!("{open} deux{joint}trois {end}."), Language::French);
            }
        }
    }
    for open in ["", "the", "on", "from", "between", "in", "by"] {
        for joint in [
            " and ",
            " or ",
            " to ",
            " through ",
            " until ",
            " of ",
            ", ",
            "-",
            " then ",
        ] {
            for end in [
                "May 1851",
                "of May 1851",
                "day of May 1851",
                "years ago",
                "hundred",
                "thousand",
            ] {
                check(&format!("{open} two{joint}three {end}."), Language::English);
            }
        }
    }
    for text in [
        "l’an mil",
        "l’an mille",
        "mil neuf cent quatorze",
        "en l’an deux de la République",
        "deux mille",
    ] {
        check(text, Language::French);
    }
    for text in [
        "nineteen fourteen",
        "the year two thousand",
        "nineteen hundred and one",
        "a year ago",
    ] {
        check(text, Language::English);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn no_date_of_a_french_text_is_passed_over(text in texts(&FRENCH)) {
        let date = edtf("2016-05-24");
        prop_assert_eq!(
            mentions(&text, Language::French, Some(&date)),
            found_slowly(&text, Language::French, &date)
        );
    }

    #[test]
    fn no_date_of_an_english_text_is_passed_over(text in texts(&ENGLISH)) {
        let date = edtf("2016-05-24");
        prop_assert_eq!(
            mentions(&text, Language::English, Some(&date)),
            found_slowly(&text, Language::English, &date)
        );
    }
}
