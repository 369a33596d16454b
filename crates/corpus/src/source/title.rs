//! A title is no text: it is shown above the text and names it, and its words are neither searched nor counted, so that all
//! documents are counted alike, whether their source repeats the title at the head of the text or not.
//!
//! A heading that opens a document and says what its title says is the title, and is left out of its text. Case, accents
//! and punctuation make no difference, since titles are often set in capitals.

use frise_index::model::{Document, RunKind};
use frise_text::{Language, TokenKind, fold, tokens};

/// Leaves the title out of the text of a document, if its first heading repeats it.
pub fn leave_out_title(document: &mut Document) {
    let title = &document.metadata.title;
    let Some(passage) = document.passages.first_mut() else {
        return;
    };
    let first = passage.runs.first();
    let Some(heading) = first.filter(|run| matches!(run.kind, RunKind::Heading(_))) else {
        return;
    };
    let said = words(&heading.text);
    let is_title = said == words(&title.fr) || said == words(&title.en);
    if is_title && !said.is_empty() {
        passage.runs.remove(0);
    }
}

/// Returns the folded words of a text.
fn words(text: &str) -> Vec<String> {
    tokens(text, Language::Other)
        .filter(|token| token.kind == TokenKind::Word)
        .map(|token| fold(&text[token.range]))
        .collect()
}
