//! Voices that count: every figure of the page under a filter of voices, and what is said beside it.

use crate::check;

/// `=coopération` stands four times between quotation marks, once in each of four texts, as `crates/index/tests/search/voices.rs`
/// counts by hand; 591 words stand there in all.
#[test]
fn figures_are_of_the_voices_that_are_chosen() {
    let words = "Mots comptés\u{a0}: parole citée";
    let rate = "67,7 occurrences pour 10\u{202f}000\u{a0}mots (sur 591\u{a0}mots)";
    check(
        "?q=%3Dcoopération&voice=direct&view=concordance",
        &[
            "4\u{a0}passages sur 100, dans 4\u{a0}documents sur 5",
            &format!(
                "4\u{a0}occurrences, dans 4\u{a0}passages et 4\u{a0}documents\u{a0}: {rate}. {words}"
            ),
        ],
        &[],
    );
    check("?view=table&q=%3Dcoopération&voice=direct", &[words], &[]);
    check(
        "?words=%3Dcoopération&voice=direct&speaker=wang-yi",
        &[&format!("<p class=\"series-note\">{words} (Wang Yi)</p>")],
        &[],
    );
    // What stands beside them is of all voices, and says so.
    check(
        "?q=%3Dcoopération&voice=direct&view=table&lanes=speakers",
        &[">passages, toutes voix<", ">en tout, toutes voix<"],
        &[">en tout<", ">passages<span"],
    );
    check(
        "?q=%3Dcoopération&voice=direct&view=sentence",
        &[&format!(
            "<p>{words}. Ce qui suit «\u{a0}sur\u{a0}» est de toutes les voix.</p>"
        )],
        &[],
    );
    check(
        "?q=%3Dcoopération&view=table&lanes=speakers",
        &[">en tout<", ">passages<span"],
        &["toutes voix"],
    );
    check(
        "?q=%3Dcoopération&lang=en",
        &[],
        &["Words counted", "Mots comptés"],
    );
}

#[test]
fn voices_that_sum_to_more_than_the_passages_say_why() {
    check(
        "?q=%3Dcoopération&doc=cyber-2016",
        &[],
        &["A passage in several voices"],
    );
    check(
        "",
        &["<p>Un passage à plusieurs voix compte dans chacune\u{a0}: "],
        &[],
    );
    check(
        "?lang=en",
        &["<p>A passage in several voices counts in each: "],
        &[],
    );
}

#[test]
fn voices_say_what_they_have_beside_the_total() {
    let beyond = "où ce que la recherche exclut n’est que dans une autre voix.";
    let in_none =
        "où rien de cherché n’est dans une seule\u{a0}: dans un titre, partagé entre plusieurs";
    check("?q=Liu+-cyberespace", &[beyond], &[]);
    check("?q=diplomate+pacifique", &[in_none], &[beyond]);
    check(
        "?q=diplomate+pacifique&speaker=liu-xiaoming",
        &[&format!("{in_none} ou chez un autre locuteur.")],
        &[],
    );
    // Of one voice alone there is no total of all.
    check(
        "?q=diplomate+pacifique&voice=direct",
        &[],
        &[beyond, in_none],
    );
    check("", &[], &[beyond, in_none]);
}
