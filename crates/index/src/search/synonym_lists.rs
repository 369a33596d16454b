//! The synonyms that the editor lists, by their folded words.

use crate::model::Synonyms;
use crate::query::{How, Node, Phrase, Word};
use frise_text::{Language, TokenKind, fold, is_elided, tokens};

/// The lists of the editor, each term as its folded words.
pub(super) struct SynonymLists {
    lists: Vec<Vec<Vec<String>>>,
    language: Language,
}

impl SynonymLists {
    pub fn new(lists: &[Synonyms], language: Language) -> SynonymLists {
        let list = |list: &Synonyms| {
            list.terms
                .iter()
                .map(|term| words(term, language))
                .collect()
        };
        SynonymLists {
            lists: lists.iter().map(list).collect(),
            language,
        }
    }

    /// Returns whether a node asks for a synonym of what one of some others asks for.
    pub fn relate(&self, node: &Node, others: &[Node]) -> bool {
        if self.lists.is_empty() || others.is_empty() {
            return false;
        }
        let asked = plain_words(node, self.language);
        let list = self.lists.iter().find(|list| list.contains(&asked));
        list.is_some_and(|list| {
            let mut others = others.iter().map(|other| plain_words(other, self.language));
            others.any(|other| other != asked && list.contains(&other))
        })
    }
}

/// Returns the folded words of a text, without elided words at its beginning.
pub(super) fn words(text: &str, language: Language) -> Vec<String> {
    let words = tokens(text, language).filter(|token| token.kind == TokenKind::Word);
    let words: Vec<&str> = words.map(|token| &text[token.range]).collect();
    let elided = words.iter().take_while(|word| is_elided(word)).count();
    let from = elided.min(words.len().saturating_sub(1));
    words[from..].iter().map(|word| fold(word)).collect()
}

/// Returns the folded words of a plain word, a plain phrase, or several of these that must all match; none for other nodes.
pub(super) fn plain_words(node: &Node, language: Language) -> Vec<String> {
    match node {
        Node::Word(Word {
            text,
            how: How::Plain,
        })
        | Node::Phrase(Phrase {
            text,
            exact: false,
            within: None,
        }) => words(text, language),
        Node::All(parts) => {
            let words: Vec<Vec<String>> = parts
                .iter()
                .map(|part| plain_words(part, language))
                .collect();
            match words.iter().any(Vec::is_empty) {
                true => Vec::new(),
                false => words.concat(),
            }
        }
        _ => Vec::new(),
    }
}
