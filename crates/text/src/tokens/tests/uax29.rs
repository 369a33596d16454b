//! The tokenizer against Unicode Standard Annex #29 as the crate `unicode-segmentation` implements it: where they must
//! agree, and each deliberate difference.

use super::*;
use crate::characters::is_invisible;
use regex::Regex;
use unicode_segmentation::UnicodeSegmentation;

/// All characters that Unicode has assigned or left to its users, from U+0080 on.
fn assigned() -> Vec<char> {
    let unassigned = Regex::new(r"^\p{Cn}$").expect("the expression is valid");
    let is_assigned = |c: &char| !unassigned.is_match(c.encode_utf8(&mut [0; 4]));
    ('\u{80}'..=char::MAX).filter(is_assigned).collect()
}

fn ours(text: &str) -> Vec<&str> {
    tokens(text, Language::Other)
        .filter(|token| token.kind == TokenKind::Word)
        .map(|token| &text[token.range])
        .collect()
}

/// The words by the annex that begin with a letter or a digit, without the invisible characters at their end.
fn theirs(text: &str) -> Vec<&str> {
    text.split_word_bounds()
        .filter(|word| word.starts_with(begins_word))
        .map(|word| word.trim_end_matches(is_invisible))
        .collect()
}

#[test]
fn real_texts_have_the_same_words() {
    for text in [
        // German, Spanish, Turkish, Greek, Russian.
        "Die Bundesregierung hat 3,5 Millionen Euro für die Ost-West-Straße versprochen; das gibt's, sagte sie.",
        "¿Qué ocurrió en el año 1.810? El señor Núñez pagó 14,50 pesos (¡y nada más!) por la güera.",
        "Türkiye'nin başkenti Ankara'dır; İstanbul'da ığdır ağacı yok, 2.500 kişi geldi.",
        "Η Ελλάδα είναι χώρα της Ευρώπης· ἐν ἀρχῇ ἦν ὁ λόγος, κι απ' όλα τ' άλλα «τίποτα».",
        "Всеобщее равенство — это не «всё равно», а право; в 2016 году 3,14 млн человек. Об'єднання з'їло.",
        // Hebrew, with and without vowels; Arabic, with and without.
        "בְּרֵאשִׁית בָּרָא אֱלֹהִים. צה״ל הודיע: 1,500 איש, ג'ירפה אחת.",
        "كلّ الناس يولدون أحرارًا، ومُتَساوين في الكرامة؛ ١٢٣ سنة و ٣٫١٤ بالمئة.",
        // Hindi, Bengali, Tamil: viramas, vowel signs, nukta.
        "सभी मनुष्यों को गौरव और अधिकारों के मामले में स्वतन्त्रता है। ज़रूर, २०१६ में।",
        "সমস্ত মানুষ স্বাধীনভাবে জন্মগ্রহণ করে। மனிதப் பிறவியினர் சகலரும்",
        // Thai, Khmer, Burmese: each letter with its marks.
        "ทุกคนเกิดมามีอิสระ 25 คน",
        "មនុស្សទាំងអស់",
        "လူတိုင်းသည်",
        // Chinese, Japanese, Korean.
        "人人生而自由，在尊严和权利上一律平等。2016年，3.5倍",
        "すべての人間は、コンピューターをＡＢＣから学ぶ。ｶﾀｶﾅも",
        "모든 인간은 태어날 때부터 자유로우며, 2016년에 100만 명이 왔다.",
        // English and Italian as others.
        "The nation's O'Brien didn’t pay $1,234.50 for the U.S.A.'s re-election on 3/4.",
        "L'arte dell'uomo e un po' d'acqua",
    ] {
        assert_eq!(ours(text), theirs(text), "{text}");
    }
}

/// The differences that the documentation of the crate lists.
#[test]
fn differences() {
    let check = |text: &str, expected: &str, by_the_annex: &str| {
        assert_eq!(ours(text).join("|"), expected, "{text}");
        assert_eq!(theirs(text).join("|"), by_the_annex, "{text}");
        assert_ne!(expected, by_the_annex);
    };
    check("mot.Mot frise.fr", "mot|Mot|frise|fr", "mot.Mot|frise.fr");
    check("12:30 k:a", "12|30|k|a", "12|30|k:a");
    check("mot_clé", "mot|clé", "mot_clé");
    check("24.05.2016", "24|05|2016", "24.05.2016");
    check("3;4", "3|4", "3;4");
    check("A4,5", "A4|5", "A4,5");
    check("5'30", "5|30", "5'30");
    check("mot\u{202f}mot", "mot|mot", "mot\u{202f}mot");
    check("l`a", "l`a", "l|a");
    check("l´a", "l´a", "l|a");
    check("l′a", "l′a", "l|a");
    check("10\u{a0}000", "10\u{a0}000", "10|000");
    check("co\u{200b}opération", "co\u{200b}opération", "co|opération");
    check("CO₂", "CO₂", "CO|₂");
    check("々々", "々|々", "々々");
    check("צ׳ ג'", "צ|ג", "צ׳|ג'");
}

/// The characters of the Basic Multilingual Plane, apart from digits and numerals, that between two letters have other word
/// boundaries than by the annex.
const UNLIKE: &[(&str, &str)] = &[
    (
        "colon, underscores, and their variants of other widths",
        "3A 5F 203F-2040 2054 FE13 FE33-FE34 FE4D-FE4F FE55 FF1A FF3F",
    ),
    ("points, which part longer words", "2024 FE52 FF0E"),
    (
        "accents and primes that are used as apostrophes",
        "60 B4 201B 2032",
    ),
    (
        "symbols that look like letters",
        "B8 2C2-2C5 2D2-2D7 2DE-2DF 2E5-2EB 2ED 2EF-2FF A708-A716 A720-A721 A789-A78A AB5B",
    ),
    (
        "punctuation inside words of Greek, Armenian, Hebrew",
        "387 55A-55C 55E-55F 58A 5F3-5F4",
    ),
    (
        "signs of Arabic and Syriac before numbers and verses, and the decimal mark",
        "600-605 66B 6DD 70F 890-891 8E2",
    ),
    (
        "scripts without spaces that few texts use: Tai, Cham, and others",
        "1950-196D 1970-1974 1980-19AB 19B0-19C9 1A20-1A54 1AA7 A9E0-A9E4 A9E6-A9EF A9FA-A9FE AA60-AA76 AA7A AA7E-AAAF AAB1 AAB5-AAB6 AAB9-AABD AAC0 AAC2 AADB-AADD",
    ),
    (
        "no characters yet, in blocks of accents",
        "1ADE-1ADF 1AEC-1AFF 2065 20F1-20FF",
    ),
    (
        "zero-width space, which joins, and narrow no-break space, which parts",
        "200B 202F",
    ),
    (
        "repeated letters of Chinese and Japanese",
        "3005 3031-3035 303B",
    ),
];

/// Compares every assigned character between two letters; unassigned characters only where they are listed.
#[test]
fn every_character() {
    let different = |c: &char| {
        let text = format!("a{c}b");
        !c.is_numeric() && ours(&text) != theirs(&text)
    };
    let bound = |hexadecimal: &str| u32::from_str_radix(hexadecimal, 16).expect("a code point");
    let mut listed: Vec<u32> = UNLIKE
        .iter()
        .flat_map(|(_, ranges)| ranges.split(' '))
        .flat_map(|range| {
            let (first, last) = range.split_once('-').unwrap_or((range, range));
            bound(first)..=bound(last)
        })
        .collect();
    listed.sort_unstable();
    let mut known: Vec<char> = ('\0'..'\u{80}').chain(assigned()).collect();
    known.extend(listed.iter().copied().filter_map(char::from_u32));
    known.sort_unstable();
    known.dedup();
    let in_plane = known.iter().filter(|c| **c <= '\u{FFFF}');
    let found: Vec<u32> = in_plane
        .filter(|c| different(c))
        .map(|c| u32::from(*c))
        .collect();
    let hexadecimal = |codes: &[u32]| {
        codes
            .iter()
            .map(|code| format!("{code:X}"))
            .collect::<Vec<_>>()
    };
    assert_eq!(hexadecimal(&found), hexadecimal(&listed));
}

/// Letters of many scripts with their marks, next to each other, and characters between words.
fn any_text() -> impl Strategy<Value = String> {
    let pieces = vec![
        "a",
        "é",
        "e\u{301}",
        "ß",
        "α",
        "ж",
        "ש",
        "שׁ",
        "ا",
        "حَ",
        "हि",
        "न्",
        "ந்",
        "ท",
        "กิ",
        "ที่",
        "လူ",
        "င်",
        "ក្",
        "中",
        "の",
        "が",
        "ア",
        "ー",
        "가",
        "1",
        "२",
        "\u{ad}b",
        " ",
        "-",
        "«",
        "»",
        "!",
        "—",
        "😀",
    ];
    prop::collection::vec(prop::sample::select(pieces), 0..20).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]

    #[test]
    fn texts_of_many_scripts_have_the_same_words(text in any_text()) {
        prop_assert_eq!(ours(&text), theirs(&text));
    }
}
