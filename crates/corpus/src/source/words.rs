//! Words that no index takes.

use frise_index::LONGEST_TERM;
use frise_text::{Language, TokenKind, fold, tokens};

/// Returns the words of a text that are too long for the dictionary, each as its byte there and what to do.
pub fn long_words(text: &str) -> Vec<(usize, String)> {
    let words = tokens(text, Language::Other).filter(|token| token.kind == TokenKind::Word);
    let too_long = words.filter(|word| {
        word.range.len() > LONGEST_TERM && fold(&text[word.range.clone()]).len() > LONGEST_TERM
    });
    let message = format!(
        "this word is too long: expected at most {LONGEST_TERM} bytes; part it in the text"
    );
    too_long
        .map(|word| (word.range.start, message.clone()))
        .collect()
}
