//! Whatever is typed, the search answers.

use crate::BOTH;
use frise_index::query::{LONGEST_QUERY, ProblemKind, parse};
use frise_index::search::{Filters, Sort};
use proptest::prelude::*;

/// Searches, and reads all of the answer.
fn check(query: &str) {
    let searcher = &BOTH.searcher;
    let answer = searcher.search(&parse(query), &Filters::default(), Sort::Relevance);
    for found in answer.passages.iter().take(5) {
        assert!(found.score.is_finite(), "{query}");
        searcher.highlight(found.passage, &answer.plan, &[0]);
        searcher.snippet(found.passage, &answer.plan, &[], 20);
    }
    for problem in &answer.problems {
        assert!(
            query.is_char_boundary(problem.at),
            "{query} at {}",
            problem.at
        );
    }
}

#[test]
fn awkward_queries() {
    let long = "cyber ".repeat(1_700);
    for query in [
        "",
        " ",
        "*",
        "?",
        "~",
        "=",
        "-",
        "|",
        "\"",
        "\"\"",
        "\"\"~3",
        "()",
        "((((",
        "))))",
        "-(-(-a))",
        "a||b",
        "=\"\"~9",
        "l'",
        "’",
        "'''",
        "l’l’l’",
        "aujourd’",
        "a-",
        "-a-b-c",
        "~1",
        "a~99999999999999",
        "\"a b\"~0",
        "\"a b\"~99999999999",
        "date:",
        "date:..",
        "date:2016..2010",
        "date:9999..",
        "date:-0001",
        "date:201X",
        "speaker:\"\"",
        "theme:*",
        "doc:.",
        "😀",
        "👩‍👩‍👧 cyber",
        "\u{200b}cyber\u{200b}espace",
        "\u{202e}عربي",
        "שלום עולם",
        "中国 网络空间",
        "e\u{301}conomie",
        "\u{0}",
        "\u{feff}paix",
        "ﬁn",
        "ＡＢＣ",
        "𝓬𝔂𝓫𝓮𝓻",
        "İ",
        "ẞ",
        "*a*b*c*d*",
        "?????",
        "a?*?*?*",
        "\u{ad}",
        "\u{301}",
        &long,
        &"*".repeat(10_000),
        &"(".repeat(10_000),
        &"é".repeat(5_001),
        &"a*".repeat(5_000),
        &"-".repeat(10_000),
        &"\"a\" | ".repeat(1_500),
        &"a~2 ".repeat(100),
        &format!("{}*", "x".repeat(300)),
        "/",
        "//",
        "/a",
        "/[",
        "/(/",
        "/.*/",
        "/(a*)*b/",
        "/((a{0,100}){0,100}){0,100}/",
        "/a{4294967296}/",
        "/\u{200b}*/",
        "/[\u{0}-\u{10ffff}]+/",
        "/.*😀?[^é-œ]/",
        &"/".repeat(10_000),
        &"/a+ ".repeat(2_500),
        &format!("/{}/", "(".repeat(9_990)),
        &format!("/{}/", "a?".repeat(4_990)),
        &format!("/{}a{}/", "(".repeat(60), ")*".repeat(60)),
        &"?*".repeat(64),
        &"/.{0,99}.{0,99}.{0,99}/ ".repeat(64),
    ] {
        check(query);
    }
}

#[test]
fn invisible_and_composed_characters_do_not_matter() {
    let count = |query: &str| BOTH.search(query).passages.len();
    assert!(count("économie") > 0);
    for query in [
        "e\u{301}conomie",
        "ÉCONOMIE",
        "économie\u{200b}",
        "\u{feff}économie",
        "éco\u{ad}nomie",
        "l’économie",
        "l'économie",
    ] {
        assert_eq!(
            count(query),
            count("économie"),
            "{}",
            query.escape_unicode()
        );
    }
}

/// What is too much is cut short, and reported.
#[test]
fn what_is_cut_short_is_told() {
    let check = |query: String, expected: ProblemKind| {
        let problems = BOTH.search(&query).problems;
        assert!(
            problems.iter().any(|problem| problem.kind == expected),
            "{expected:?}: {problems:?}"
        );
    };
    check("é".repeat(LONGEST_QUERY), ProblemKind::TooLong);
    check("(".repeat(100) + "paix", ProblemKind::TooDeep);
    check("-(".repeat(100) + "paix", ProblemKind::TooDeep);
    check("paix ".repeat(100), ProblemKind::TooManyWords);
    check("paix~7".to_string(), ProblemKind::TooManyEdits);
    check(EXPLODES.repeat(64), ProblemKind::CutShort);
    check(EXPLODES.repeat(64).replace(' ', "|"), ProblemKind::CutShort);
    check("\"de la de la\" ".repeat(1_000), ProblemKind::TooManyWords);
}

/// An expression of which each letter of a word may be a new beginning.
const EXPLODES: &str = "/.*[a-m].{9}.*|x/ ";

/// The message stands at the word from which on it is so, and what was found by then counts.
#[test]
fn where_a_query_is_cut_short() {
    let query = EXPLODES.repeat(64);
    let answer = BOTH.search(&query);
    let places: Vec<usize> = answer.problems.iter().map(|problem| problem.at).collect();
    assert!(places.len() == 1 && places[0] > 0, "{places:?}");
    assert!(places[0].is_multiple_of(EXPLODES.len()), "{places:?}");
    let before = BOTH.search(&query[..places[0]]);
    assert!(before.problems.is_empty());
    assert!(answer.matched.count() > 0);
    let again = BOTH.search(&query);
    assert_eq!(again.problems, answer.problems);
    assert_eq!(again.passages, answer.passages);
}

/// A message points at the character that it is about.
#[test]
fn problems_point_at_their_character() {
    let check = |query: &str, expected: usize| {
        let places: Vec<usize> = BOTH
            .search(query)
            .problems
            .iter()
            .map(|problem| problem.range(query).start)
            .collect();
        assert_eq!(places, [expected], "{query}");
    };
    check("paix (souveraineté", 5);
    check("paix \"souveraineté", 5);
    check("souveraineté ) paix", 14);
    check("paix | ", 5);
    check("paix auteur:liu", 5);
    check("paix locuteur:", 5);
    check("mot~9", 3);
    check("'é~3", 3);
    check("paix 'é~0", 8);
    check("paix /é[/", 8);
    check("paix /é+ a", 5);
    check("paix locuteur:personne", 14);
    check("paix date:demain", 10);
    // The value, not the word before it that is written alike.
    check("personne locuteur:personne", 18);
    check("demain date:demain", 12);
    check("date:2016 date:demain date:2017", 15);
    check(&format!("l’{} paix", "é-".repeat(64)), 0);
    check(&format!("{} date:2016 l’espace paix", "é ".repeat(63)), 200);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(250))]

    #[test]
    fn any_text_is_answered(query in "\\PC{0,60}|[a-zé'’\"«»()|=~*?: 0-9-]{0,40}|(cyber|de|l’|-|\\||\\(|\\)|\"|~[0-9]|\\*|=| |date:|speaker:|é){0,30}") {
        check(&query);
    }

}

proptest! {
    // Each of them takes as long as a hundred others.
    #![proptest_config(ProptestConfig::with_cases(4))]

    #[test]
    fn ten_kilobytes_are_answered(part in "[a-zé\"()|=~*?: -]{1,30}", times in 300usize..340) {
        check(&part.repeat(times));
    }
}
