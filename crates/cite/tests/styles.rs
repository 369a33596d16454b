//! Formatted citations, to the letter.

mod common;

use common::{document, reference};
use frise_cite::{Reference, Style};
use frise_date::Tongue;
use frise_index::model::{Basis, Document};

const CORPUS: &str = "Un corpus d’essai";

/// Two authors, three days, a title with quotation marks and a colon.
fn speech() -> Document {
    let title = "Stratégie « du cyberespace » : quoi ?";
    let mut speech = document(
        "s",
        "Hugo, Victor; Xi, Jinping",
        title,
        "2016-05-24/2016-05-26",
    );
    speech.metadata.publisher = "Chatham House".to_owned();
    speech
}

/// A body, a date in doubt that the edition inferred, and a title with markup.
fn report() -> Document {
    let mut report = document(
        "r",
        "Ministère des Affaires étrangères, Chine",
        "L’Internet & <i>100 %</i>",
        "2010-06~",
    );
    report.metadata.kind = 1;
    report.metadata.date_basis = Basis::Inferred;
    report
}

/// Neither author nor publisher, and a title of the edition.
fn press() -> Document {
    let mut press = document("p", "", "Discours de Xi", "2016-03-01");
    press.metadata.kind = 2;
    press.metadata.title_basis = Basis::Inferred;
    press
}

/// The entry and the citation, with the no-break spaces of French as `_` and the narrow ones as `^`.
fn cite(style: Style, reference: &Reference) -> String {
    let visible = |text: String| {
        let text = text.replace('\u{a0}', "_").replace('\u{202f}', "^");
        text.replace(" version_0123456789abcdef", " V")
            .replace("Version_0123456789abcdef", "V")
    };
    visible(style.entry(reference).to_plain_text())
        + "\n"
        + &visible(style.citation(reference).to_plain_text())
}

fn check(document: Document, language: Tongue, expected: [(Style, &str, &str); 5]) {
    let reference = reference(document, language);
    for (style, entry, citation) in expected {
        let found = cite(style, &reference);
        assert_eq!(found, format!("{entry}\n{citation}"), "{}", style.id());
    }
}

#[test]
fn a_speech_of_several_days_in_french() {
    check(
        speech(),
        Tongue::French,
        [
            (
                Style::Iso690,
                "HUGO, Victor et XI Jinping, 2016. «_Stratégie “du cyberespace”_: quoi^?_» Discours. Chatham House, 24-26_mai 2016. Dans_: Un corpus d’essai [en ligne]. V. Passage_2. Disponible à l’adresse_: https://example.org/frise/#s.p2 [consulté le 27_novembre 2026].",
                "(Hugo et Xi 2016, passage_2)",
            ),
            (
                Style::Apa,
                "Hugo, V., & Xi, J. (2016, 24-26_mai). Stratégie «_du cyberespace_»_: quoi^? [Discours]. Chatham House. Dans Un corpus d’essai (version_0123456789abcdef, passage_2). https://example.org/frise/#s.p2",
                "(Hugo & Xi, 2016, passage_2)",
            ),
            (
                Style::ChicagoNotes,
                "Hugo, Victor et Xi Jinping. «_Stratégie “du cyberespace”_: quoi^?_». Chatham House, 24-26_mai 2016. Un corpus d’essai, V. Passage_2. https://example.org/frise/#s.p2.",
                "Victor Hugo et Xi Jinping, «_Stratégie “du cyberespace”_: quoi^?_» (Chatham House, 24-26_mai 2016), passage_2, Un corpus d’essai, V, https://example.org/frise/#s.p2.",
            ),
            (
                Style::ChicagoAuthorDate,
                "Hugo, Victor et Xi Jinping. 2016. «_Stratégie “du cyberespace”_: quoi^?_». Chatham House, 24-26_mai. Un corpus d’essai, V. Passage_2. https://example.org/frise/#s.p2.",
                "(Hugo et Xi 2016, passage_2)",
            ),
            (
                Style::Mla,
                "Hugo, Victor et Xi Jinping. «_Stratégie “du cyberespace”_: quoi^?_». Chatham House, 24-26_mai 2016. Un corpus d’essai, V, passage_2, https://example.org/frise/#s.p2.",
                "(Hugo et Xi, passage_2)",
            ),
        ],
    );
}

#[test]
fn a_date_in_doubt_is_said_in_words_by_every_style() {
    check(
        report(),
        Tongue::French,
        [
            (
                Style::Iso690,
                "MINISTÈRE DES AFFAIRES ÉTRANGÈRES, CHINE, vers juin 2010. L’Internet & <i>100 %</i>. Livre blanc. Vers juin 2010_[date déduite]. Dans_: Un corpus d’essai [en ligne]. V. Passage_2, propos de Xi Jinping. Disponible à l’adresse_: https://example.org/frise/#r.p2 [consulté le 27_novembre 2026].",
                "(Ministère des Affaires étrangères, Chine, vers juin 2010, passage_2)",
            ),
            (
                Style::Apa,
                "Ministère des Affaires étrangères, Chine. (vers juin 2010_[date déduite]). L’Internet & <i>100 %</i> [Livre blanc]. Dans Un corpus d’essai (version_0123456789abcdef, passage_2, propos de Xi Jinping). https://example.org/frise/#r.p2",
                "(Ministère des Affaires étrangères, Chine, vers juin 2010, passage_2)",
            ),
            (
                Style::ChicagoNotes,
                "Ministère des Affaires étrangères, Chine. L’Internet & <i>100 %</i>. Vers juin 2010_[date déduite]. Un corpus d’essai, V. Passage_2, propos de Xi Jinping. https://example.org/frise/#r.p2.",
                "Ministère des Affaires étrangères, Chine, L’Internet & <i>100 %</i> (vers juin 2010_[date déduite]), passage_2, propos de Xi Jinping, Un corpus d’essai, V, https://example.org/frise/#r.p2.",
            ),
            (
                Style::ChicagoAuthorDate,
                "Ministère des Affaires étrangères, Chine. Vers juin 2010_[date déduite]. L’Internet & <i>100 %</i>. Un corpus d’essai, V. Passage_2, propos de Xi Jinping. https://example.org/frise/#r.p2.",
                "(Ministère des Affaires étrangères, Chine, vers juin 2010, passage_2)",
            ),
            (
                Style::Mla,
                "Ministère des Affaires étrangères, Chine. L’Internet & <i>100 %</i>. Vers juin 2010_[date déduite]. Un corpus d’essai, V, passage_2, propos de Xi Jinping, https://example.org/frise/#r.p2.",
                "(Ministère des Affaires étrangères, Chine, passage_2)",
            ),
        ],
    );
}

#[test]
fn an_anonymous_report_in_english() {
    check(
        press(),
        Tongue::English,
        [
            (
                Style::Iso690,
                "[Discours de Xi]. Press report. 1 March 2016. In: A corpus for tests [online]. V. Passage_2, words of Xi Jinping. Available from: https://example.org/frise/#p.p2 [viewed 27 November 2026].",
                "(“Discours de Xi”, 2016, passage_2)",
            ),
            (
                Style::Apa,
                "[Discours de Xi] [Press report]. (2016, March 1). In A corpus for tests (version_0123456789abcdef, passage_2, words of Xi Jinping). https://example.org/frise/#p.p2",
                "(“Discours de Xi”, 2016, passage_2)",
            ),
            (
                Style::ChicagoNotes,
                "[Discours de Xi]. March 1, 2016. A corpus for tests, V. Passage_2, words of Xi Jinping. https://example.org/frise/#p.p2.",
                "[Discours de Xi] (March 1, 2016), passage_2, words of Xi Jinping, A corpus for tests, V, https://example.org/frise/#p.p2.",
            ),
            (
                Style::ChicagoAuthorDate,
                "[Discours de Xi]. 2016. March 1. A corpus for tests, V. Passage_2, words of Xi Jinping. https://example.org/frise/#p.p2.",
                "(“Discours de Xi”, 2016, passage_2)",
            ),
            (
                Style::Mla,
                "[Discours de Xi]. 1 Mar. 2016. A corpus for tests, V, passage_2, words of Xi Jinping, https://example.org/frise/#p.p2.",
                "(“Discours de Xi”, passage_2)",
            ),
        ],
    );
}

#[test]
fn every_style_says_what_digits_cannot() {
    for (date, french, english) in [
        ("1984?", "peut-être 1984", "perhaps 1984"),
        ("199X", "années 1990", "the 1990s"),
        ("18XX", "années 1800 à 1899", "the years 1800 to 1899"),
        ("2010-24", "hiver 2010-2011", "winter 2010–2011"),
        ("2017-03/..", "depuis mars 2017", "since March 2017"),
        ("../2016", "jusqu’à 2016", "until 2016"),
        (
            "2016~/2018",
            "entre environ 2016 et 2018",
            "between about 2016 and 2018",
        ),
        ("-0043", "44 avant J.-C.", "44 BC"),
        ("0800", "an 800", "the year 800"),
        ("Y17000", "an 17 000", "the year 17,000"),
        ("", "s. d.", "n.d."),
    ] {
        for (language, expected) in [(Tongue::French, french), (Tongue::English, english)] {
            let reference = reference(document("d", "Hugo, Victor", "Un titre", date), language);
            for style in Style::ALL {
                let entry = style.entry(&reference).to_plain_text();
                let plain = entry.replace(['\u{a0}', '\u{202f}'], " ").to_lowercase();
                assert!(plain.contains(&expected.to_lowercase()), "{date}: {entry}");
            }
        }
    }
}

#[test]
fn dates_follow_the_typography_of_each_language() {
    for (date, french, english) in [
        ("2016-03-01", "1er mars 2016", "March 1, 2016"),
        ("2016-05", "mai 2016", "May 2016"),
        ("2016-05/2016-08", "mai-août 2016", "May–August 2016"),
        ("2016/2018", "2016-2018", "2016–2018"),
        (
            "2016-05-30/2016-06-02",
            "30 mai – 2 juin 2016",
            "May 30 – June 2, 2016",
        ),
        (
            "2016-12-30/2017-01-02",
            "30 décembre 2016 – 2 janvier 2017",
            "December 30, 2016 – January 2, 2017",
        ),
    ] {
        for (language, expected) in [(Tongue::French, french), (Tongue::English, english)] {
            let reference = reference(document("d", "", "Un titre", date), language);
            let note = Style::ChicagoNotes.citation(&reference).to_plain_text();
            let plain = note.replace('\u{a0}', " ");
            assert!(plain.contains(&format!("({expected})")), "{date}: {note}");
        }
    }
}

#[test]
fn html_escapes_titles_and_links_only_to_the_web() {
    let html = Style::Iso690
        .entry(&reference(report(), Tongue::French))
        .to_html();
    assert!(
        html.contains("<i>L’Internet &amp; &lt;i&gt;100 %&lt;/i&gt;</i>"),
        "{html}"
    );
    assert!(
        html.contains(
            "<a href=\"https://example.org/frise/#r.p2\">https://example.org/frise/#r.p2</a>"
        ),
        "{html}"
    );
    assert!(html.contains(&format!("<i>{CORPUS}</i>")), "{html}");
    let mut unsafe_link = reference(report(), Tongue::French);
    unsafe_link.link = Some("javascript:alert(1)".to_owned());
    assert!(!Style::Apa.entry(&unsafe_link).to_html().contains("href"));
}
