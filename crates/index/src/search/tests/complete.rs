//! Completions.

use super::four;
use crate::search::Completion;

#[test]
fn completions() {
    use Completion::*;
    let searcher = four();
    let check = |query: &str, expected: &[(Completion, u32, &str)]| {
        let found: Vec<(Completion, u32, String)> = searcher
            .complete(query, 8)
            .into_iter()
            .map(|suggestion| (suggestion.completion, suggestion.count, suggestion.query))
            .collect();
        let expected: Vec<(Completion, u32, String)> = expected
            .iter()
            .map(|(completion, count, query)| (completion.clone(), *count, query.to_string()))
            .collect();
        assert_eq!(found, expected, "{query}");
    };
    let word = |text: &str| Word(text.to_string());
    // The theme « paix » is labelled « Concorde »; its id answers too.
    check("pai", &[(word("paix"), 5, "paix"), (Theme(0), 3, "")]);
    check("PAI", &[(word("paix"), 5, "paix"), (Theme(0), 3, "")]);
    check("la gue", &[(word("guerre"), 2, "la guerre")]);
    check("la -gue", &[(word("guerre"), 2, "la -guerre")]);
    check("\"la pa", &[(word("paix"), 5, "\"la paix")]);
    check("l’natio", &[(word("nations"), 1, "l’nations")]);
    check("guerre ada lef", &[(Speaker(0), 1, "guerre")]);
    check(
        "guerre lef",
        &[(Speaker(0), 1, "guerre"), (Speaker(1), 1, "guerre")],
    );
    check("locuteur:ad", &[(Speaker(0), 1, "")]);
    check("la locuteur:sm", &[(Speaker(0), 1, "la")]);
    check("-locuteur:sm", &[]);
    check("doc:let", &[(Document(2), 2, "")]);
    check("thème:conc", &[(Theme(0), 3, "")]);
    check("paix", &[(Theme(0), 3, "")]);
    check("p", &[]);
    check("pai ", &[]);
    check("pai*", &[]);
    check("", &[]);
}

#[test]
fn the_most_frequent_word_comes_first_as_it_is_mostly_written() {
    let text = "RÈGLEMENT, règlement, des Règlements, une règle, la Règle, règle. Règne.";
    let searcher = super::searcher(&[("a", "2016", "fr", "loi", text)]);
    let suggestions = searcher.complete("règ", 3);
    let found: Vec<(&str, u32)> = suggestions
        .iter()
        .map(|suggestion| (suggestion.query.as_str(), suggestion.count))
        .collect();
    assert_eq!(found, [("règle", 3), ("règlement", 2), ("Règlements", 1)]);
}
