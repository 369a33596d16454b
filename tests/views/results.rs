//! The list of what is found: its order, its years, why a passage is found, and the concordance.

use crate::{check, embedded_page};

#[test]
fn orders_are_offered_and_the_chosen_one_is_told() {
    for (address, chosen) in [
        ("?q=paix", "par pertinence"),
        ("?q=paix&sort=date", "du plus ancien au plus récent"),
        ("?q=paix&sort=-date", "du plus récent au plus ancien"),
    ] {
        let html = embedded_page(address);
        let (_, options) = html
            .split_once("class=\"order\"")
            .expect("a choice of order");
        let chosen_option = options
            .split("<option")
            .find(|option| option.contains(" selected"))
            .expect("a chosen order");
        assert!(chosen_option.contains(chosen), "{address}: {chosen_option}");
    }
}

#[test]
fn the_concordance_aligns_hits_and_counts_them() {
    check(
        "?q=souveraineté&view=concordance",
        &[
            "aria-current=\"true\">Concordance</a>",
            "\u{a0}occurrences, dans 9\u{a0}passages et 2\u{a0}documents",
            " occurrences pour 10\u{202f}000\u{a0}mots (sur 8\u{202f}",
            "<option value=\"0\" selected",
            "ordre du texte",
            "<th scope=\"row\">Livre blanc</th>",
            "role=\"columnheader\"",
        ],
        &["puis par", "class=\"snippet\""],
    );
    check(
        "?q=souveraineté&view=concordance&lines=right1,speaker&context=5&lang=en",
        &[
            "then by",
            "1st word to the right",
            "Sort by",
            " occurrences per 10,000 words (of 8,",
        ],
        &["Trier"],
    );
    check(
        "?view=concordance",
        &["Rien à aligner"],
        &["role=\"columnheader\""],
    );
    check(
        "?view=concordance&theme=paix",
        &["preuve du thème", "role=\"columnheader\""],
        &["Rien à aligner"],
    );
}

#[test]
fn each_passage_says_why_it_is_found() {
    check(
        "?q=règles",
        &["<details class=\"why\">", "<span>le mot même</span>"],
        // A figure that says nothing by itself stands in the table that explains it.
        &["score\u{a0}"],
    );
    check(
        "?q=regles&match=folded",
        &["aux accents près"],
        &["même radical</span>"],
    );
    check("?q=souverain", &["<span>même radical</span>"], &[]);
    // Found as it stands and after an elision, a word has one reason.
    check(
        "?q=internet",
        &["<span>le mot même</span>"],
        &["le mot même, le mot même", "élision"],
    );
    check("", &[], &["class=\"why\""]);
    check("?speaker=wang-yi", &[], &["class=\"why\""]);
}

#[test]
fn a_query_of_no_words_has_no_order_of_relevance() {
    check("?q=paix", &["par pertinence"], &[]);
    check(
        "?theme=souverainete",
        &["id=\"order\""],
        &["par pertinence"],
    );
    check("?q=-paix", &["id=\"order\""], &["par pertinence"]);
}

#[test]
fn passages_in_the_order_of_time_stand_below_their_years() {
    let years = |address: &str| -> Vec<String> {
        let html = embedded_page(address);
        let years = html.split("class=\"year\">").skip(1);
        let years = years.filter_map(|rest| Some(rest.split_once("</li>")?.0.to_string()));
        years.collect()
    };
    assert_eq!(years("?q=paix&sort=date"), ["2017", "2021"]);
    assert_eq!(years("?q=paix&sort=-date"), ["2021", "2017"]);
    assert_eq!(years("?from=2020"), ["2020", "2021"]);
    assert!(years("?q=paix").is_empty());
}
