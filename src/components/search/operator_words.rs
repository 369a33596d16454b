//! A note on words that are operators elsewhere, in catalogues and search engines, and plain words here.

use crate::components::ViewProps;
use crate::i18n;
use yew::prelude::*;

/// Operators of other query languages, in capitals as people write them.
const OPERATORS: [&str; 6] = ["OR", "AND", "NOT", "OU", "ET", "SAUF"];

/// Says that an operator of other query languages is searched as a word; nothing if there is none.
#[component]
pub fn OperatorWords(props: &ViewProps) -> Html {
    let view = &props.view;
    let Some(word) = operator_word(&view.state.query) else {
        return html! {};
    };
    let pick = |french, english| view.pick(french, english);
    html! {
        <p class="synonyms" role="status">
            { i18n::quoted(word, view.language()) }
            { pick(
                " est cherché comme un mot. Pour l’un ou l’autre, écrivez ",
                " is searched as a word. For either of two, write ",
            ) }
            <code>{ pick("paix|guerre", "peace|war") }</code>
            { pick(
                "\u{a0}; des mots côte à côte sont tous demandés, et un tiret exclut le mot qui le suit.",
                "; words side by side are all asked for, and a hyphen excludes the word behind it.",
            ) }
        </p>
    }
}

/// Finds the first operator of other languages between two words of a query, outside of quotations. In a query that is all in
/// capitals it is a word as the others.
fn operator_word(query: &str) -> Option<&str> {
    let words: Vec<&str> = query.split_whitespace().collect();
    let inner = words.get(1..words.len().saturating_sub(1))?;
    let is_quote = |c: char| matches!(c, '"' | '«' | '»' | '“' | '”');
    let mut quotes = words[0].matches(is_quote).count();
    let mut found = None;
    for word in inner {
        let is_operator = quotes % 2 == 0 && OPERATORS.contains(word);
        found = found.or(is_operator.then_some(*word));
        quotes += word.matches(is_quote).count();
    }
    found.filter(|_| query.contains(char::is_lowercase))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_operator_stands_between_words_and_outside_of_quotations() {
        for (query, expected) in [
            ("paix OR guerre", Some("OR")),
            ("paix ET « droit international » OU guerre", Some("ET")),
            ("« droit international » OU guerre", Some("OU")),
            ("“peace AND war” treaty", None),
            ("paix ou guerre", None),
            ("PAIX ET GUERRE", None),
            ("ET paix", None),
            ("paix OU", None),
            ("", None),
        ] {
            assert_eq!(operator_word(query), expected, "{query}");
        }
    }
}
