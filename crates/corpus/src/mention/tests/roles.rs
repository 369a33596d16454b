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

const FRENCH: &str = "de|du|des|d\u{2019}|la|le|les|l\u{2019}|au|aux|à|a|en|pour|entre|depuis|dès|jusqu\u{2019}|avant|après|hier|\
    demain|ici|partir|compter|horizon|vers|environ|début|fin|mi|milieu|il|y|dans|voilà|un|une|deux|trois|neuf|dix|sept|vingt|\
    quatre|cent|mil|mille|premier|première|second|deuxième|dernier|dernière|ce|cette|prochain|jour|jours|semaine|mois|an|ans|\
    année|années|siècle|siècles|trimestre|moitié|été|hiver|lundi|mardi|mai|mars|janvier|juin|janv|floréal|thermidor|sans|\
    culottide|république|et|ou|puis|comme|av|J|C|notre|ère|ca|c|v|env|près|plus|moins|presque|nos|aujourd\u{2019}hui|1er|1|3|12|\
    31|60|90|1789|1914|2015|2016|XVIIe|XXe|II|vie|X|e|s|homme|maisons|Été|MAI|DEUX|１９１４";

const ENGLISH: &str = "of|the|in|on|for|by|about|early|late|mid|beginning|end|between|from|and|or|to|through|until|since|before|after|\
    as|up|prior|a|an|one|two|three|nineteen|fourteen|twenty|hundred|thousand|first|second|third|fourth|last|past|next|this|day|\
    days|week|month|months|year|years|century|half|quarter|spring|fall|Monday|May|March|January|Jan|Sept|ago|now|yesterday|\
    tomorrow|today|AD|BC|A.D|our|era|circa|ca|c|some|nearly|more|than|just|1|3|21st|1st|60s|1990|s|1776|2015|XX|II|people|man|AN";

fn texts(words: &'static str) -> impl Strategy<Value = String> {
    let words: Vec<&str> = words.split('|').collect();
    let gaps = vec![
        " ", " ", " ", " ", " ", ", ", "-", ". ", " (", "/", " – ", "'",
    ];
    let pair = (prop::sample::select(words), prop::sample::select(gaps));
    prop::collection::vec(pair, 1..9).prop_map(|pairs| {
        let pieces = pairs.into_iter().map(|(word, gap)| format!("{word}{gap}"));
        pieces.collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4000))]

    #[test]
    fn no_date_of_a_french_text_is_passed_over(text in texts(FRENCH)) {
        let date = edtf("2016-05-24");
        prop_assert_eq!(
            mentions(&text, Language::French, Some(&date)),
            found_slowly(&text, Language::French, &date)
        );
    }

    #[test]
    fn no_date_of_an_english_text_is_passed_over(text in texts(ENGLISH)) {
        let date = edtf("2016-05-24");
        prop_assert_eq!(
            mentions(&text, Language::English, Some(&date)),
            found_slowly(&text, Language::English, &date)
        );
    }
}
