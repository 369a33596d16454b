//! Names for the same thing, which the editor lists in `corpus.toml`.
//!
//! ```toml
//! [[synonyms]]
//! terms = ["ONU", "Nations Unies", "Organisation des Nations unies"]
//! ```

use super::fields::Fields;
use super::problem::Place;
use frise_index::model::Synonyms;
use frise_text::{Language, TokenKind, fold, tokens};

/// Reads the lists of a file; returns where each stands.
pub(super) fn read_synonyms<'s>(
    fields: &Fields<'s, '_>,
    lists: &mut Vec<Synonyms>,
) -> Vec<Place<'s>> {
    let mut places = Vec::new();
    let mut before: Vec<Vec<String>> = Vec::new();
    for list in fields.tables("synonyms") {
        let terms = list.strings("terms");
        if terms.len() < 2 {
            list.missing("terms", "[\"ONU\", \"Nations Unies\"], at least two");
        }
        for term in &terms {
            let words = words(&term.value);
            if words.is_empty() || term.value.contains('"') {
                let message = "expected a word or a phrase without quotation marks";
                list.note(
                    term.place,
                    format!("{message}, found '{}'; correct it", term.value),
                );
            } else if before.contains(&words) {
                list.note(
                    term.place,
                    format!(
                        "'{}' stands in a list of synonyms already; leave it out here",
                        term.value
                    ),
                );
            }
            before.push(words);
        }
        lists.push(Synonyms {
            terms: terms.into_iter().map(|term| term.value).collect(),
        });
        places.push(list.place());
        list.close();
    }
    places
}

/// Returns the folded words of a term.
fn words(term: &str) -> Vec<String> {
    tokens(term, Language::French)
        .filter(|token| token.kind == TokenKind::Word)
        .map(|token| fold(&term[token.range]))
        .collect()
}
