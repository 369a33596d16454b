use super::*;
use proptest::prelude::*;

mod uax29;

fn words(text: &str, language: Language) -> Vec<&str> {
    tokens(text, language)
        .filter(|token| token.kind == TokenKind::Word)
        .map(|token| &text[token.range])
        .collect()
}

/// Compares the French words of a text with expected ones, which `|` separates.
fn check(text: &str, expected: &str) {
    assert_eq!(words(text, Language::French).join("|"), expected, "{text}");
}

#[test]
fn elision() {
    check("L’économie de l'Assemblée", "L’|économie|de|l'|Assemblée");
    check("lorsqu’il dit qu’elle", "lorsqu’|il|dit|qu’|elle");
    check(
        "jusqu’à, puisqu’elle, quoiqu'on",
        "jusqu’|à|puisqu’|elle|quoiqu'|on",
    );
    check("s’il n'y a qu’un", "s’|il|n'|y|a|qu’|un");
    check("d’abord c'est-à-dire", "d’|abord|c'|est|à|dire");
    check("qu’est-ce qu'il", "qu’|est|ce|qu'|il");
    check("Ç’a été c\u{327}'aurait", "Ç’|a|été|c\u{327}'|aurait");
    check("d'aujourd'hui", "d'|aujourd'hui");
    check("l’11 septembre, d'10 000", "l’|11|septembre|d'|10 000");
    check("l’« État » d'\"experts\"", "l’|État|d'|experts");
    check("L’ONU, l'O.N.U.", "L’|ONU|l'|O.N.U");
    check("l'", "l");
    check(
        "les 'deux poids, deux mesures' et",
        "les|deux|poids|deux|mesures|et",
    );
    check(
        "presqu’entière, quelqu'autre, entr’eux",
        "presqu’|entière|quelqu'|autre|entr’|eux",
    );
}

#[test]
fn words_with_an_apostrophe_of_their_own() {
    for word in [
        "aujourd’hui",
        "presqu'île",
        "Presqu’i\u{302}le",
        "prud’homme",
        "quelqu’un",
        "quelqu'unes",
        "entr’ouvrir",
        "grand'mère",
        "grand’chose",
        "rock'n'roll",
        "O’Brien",
        "Bo’ao",
    ] {
        check(word, word);
    }
}

#[test]
fn every_apostrophe() {
    for apostrophe in "'‘’‛ʼ＇`´ʹ′".chars() {
        let text = format!("l{apostrophe}aujourd{apostrophe}hui");
        let expected = format!("l{apostrophe}|aujourd{apostrophe}hui");
        check(&text, &expected);
        check(&format!("mot{apostrophe} {apostrophe}mot"), "mot|mot");
    }
}

#[test]
fn compounds_and_inversion() {
    check(
        "plates-formes sino\u{2011}américaines",
        "plates|formes|sino|américaines",
    );
    check("main-d'œuvre, chef-d’œuvre", "main|d'|œuvre|chef|d’|œuvre");
    check("a-t-il dit-on est-ce", "a|t|il|dit|on|est|ce");
    check("anti\u{ad}constitutionnel", "anti\u{ad}constitutionnel");
    check("député·es citoyen.ne.s", "député·es|citoyen|ne|s");
    check(
        "des étudiant·e·s, chercheur‧euse‧s et ACTEUR•RICE•S",
        "des|étudiant·e·s|chercheur‧euse‧s|et|ACTEUR•RICE•S",
    );
    check(
        "Paris·Lyon a·b mot·2 un·invraisemblable mot· fin",
        "Paris|Lyon|a|b|mot|2|un|invraisemblable|mot|fin",
    );
    check("et/ou www.elysee.fr mot_clé", "et|ou|www|elysee|fr|mot|clé");
}

#[test]
fn numbers() {
    check("500 lettres\u{a0}: 21e siècle", "500|lettres|21e|siècle");
    check(
        "1er XXIe XXIᵉ 1ᵉʳ 50\u{a0}%, n°\u{a0}5",
        "1er|XXIe|XXIᵉ|1ᵉʳ|50|n|5",
    );
    check("1 000, 14,2 et 3.5.", "1 000|14,2|et|3.5");
    check("10\u{202f}000\u{a0}euros", "10\u{202f}000|euros");
    check("le 24.05.2016, 24/05/2016", "le|24|05|2016|24|05|2016");
    check("14h30, G20, COVID-19, 3,5mm", "14h30|G20|COVID|19|3,5mm");
    // A mark that belongs to hiragana, where it stands on a digit, parts no number.
    check("0\u{3099}𑱐", "0\u{3099}𑱐");
    check("la paix² des km²³, CO₂", "la|paix|²|des|km|²|³|CO₂");
    check("2, 2 930 et 2 952", "2|2 930|et|2 952");
    assert_eq!(
        words("on 10 000 or 10\u{a0}000", Language::English),
        ["on", "10", "000", "or", "10\u{a0}000"]
    );
}

#[test]
fn abbreviations() {
    check(
        "M. Liu, MM. Hu et Xi, Mme Wang",
        "M|Liu|MM|Hu|et|Xi|Mme|Wang",
    );
    check("(art. 3, p. 5, p.5, etc.)", "art|3|p|5|p|5|etc");
    check("L’U.R.S.S. et l'O.N.U.", "L’|U.R.S.S|et|l'|O.N.U");
    check("J.-C. J.R.Tolkien", "J|C|J|R|Tolkien");
}

#[test]
fn invisible_characters_hide_no_word() {
    check(
        "éco\u{200b}no\u{feff}mie\u{200b} de",
        "éco\u{200b}no\u{feff}mie|de",
    );
    check(
        "\u{202a}l\u{2060}’\u{2060}espace\u{202c}",
        "l\u{2060}’|espace",
    );
    check("e\u{301}conomie", "e\u{301}conomie");
    check("« » — … \u{301} \u{200d}", "");
    check(
        "😀mot👩\u{200d}👩\u{200d}👧mot 1\u{fe0f}\u{20e3}",
        "mot|mot|1\u{fe0f}\u{20e3}",
    );
    check("", "");
}

#[test]
fn ideographs() {
    check("中国2016年", "中|国|2016|年");
    check("コンピュータの話", "コンピュータ|の|話");
}

#[test]
fn english_words_keep_their_apostrophes() {
    let text = "the nation's rights, the nations' rights, don’t";
    let expected = [
        "the", "nation's", "rights", "the", "nations", "rights", "don’t",
    ];
    assert_eq!(words(text, Language::English), expected);
}

#[test]
fn other_languages_have_joiners_of_their_own() {
    let other = |text: &'static str| words(text, Language::Other).join("|");
    assert_eq!(other("col·lecció צה״ל צה\"ל"), "col·lecció|צה״ל|צה\"ל");
    assert_eq!(other("l'arte \"שלום\""), "l'arte|שלום");
}

/// Texts of the characters that the rules depend on, and of any characters.
fn any_text() -> impl Strategy<Value = String> {
    let pieces = vec![
        "l",
        "qu",
        "Presqu",
        "île",
        "un",
        "é",
        "e\u{301}",
        "’",
        "'",
        "ʼ",
        "ʹ",
        "«",
        "\"",
        "1",
        "23",
        "000",
        " ",
        "\u{a0}",
        ",",
        ".",
        "·",
        "²",
        "U",
        "S",
        "中",
        "の",
        "ア",
        "ー",
        "ก",
        "ิ",
        "ာ",
        "်",
        "हि",
        "न्",
        "ש",
        "״",
        "\u{64e}",
        "\u{301}",
        "\u{200b}",
        "\u{200f}",
        "\u{ad}",
        "-",
        "😀",
        "\u{363}",
        "\u{e0101}",
    ];
    let pieces = prop::collection::vec(prop::sample::select(pieces), 0..24)
        .prop_map(|pieces| pieces.concat());
    prop_oneof![3 => pieces, 1 => "\\PC*"]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn tokens_cover_any_text(text in any_text()) {
        for language in [Language::French, Language::English, Language::Other] {
            let mut end = 0;
            let mut last: Option<(TokenKind, &str)> = None;
            for token in tokens(&text, language) {
                let piece = &text[token.range.clone()];
                prop_assert_eq!(token.range.start, end);
                prop_assert!(token.range.end > end);
                // By this the index distinguishes words from separators.
                prop_assert_eq!(piece.starts_with(begins_word), token.kind == TokenKind::Word);
                if let Some((kind, before)) = last {
                    prop_assert!(kind == TokenKind::Word || token.kind == TokenKind::Word);
                    if kind == token.kind {
                        prop_assert!(joins(before, piece), "{} {}", before, piece);
                    }
                }
                end = token.range.end;
                last = Some((token.kind, piece));
            }
            prop_assert_eq!(end, text.len());
        }
    }

    /// A word of a text is one word in a query.
    #[test]
    fn a_word_alone_is_the_same_word(text in any_text()) {
        for language in [Language::French, Language::English, Language::Other] {
            for word in words(&text, language) {
                let alone = words(word, language);
                prop_assert!(alone == [word] || is_elided(word), "{:?} {:?}", word, alone);
            }
        }
    }
}
