//! APA, 7th edition.
//!
//! `Nom, P. (2016, 24 mai). Titre [genre]. Éditeur. Dans corpus (version). lien`

use super::parts::{date, link, list, locator, publisher, short, short_authors};
use crate::author::Author;
use crate::reference::Reference;
use crate::rich::Rich;
use crate::typography::{capitalised, pick};
use crate::when::Order;

/// Beyond this number of authors, all but the first nineteen and the last are left out.
const MOST_AUTHORS: usize = 20;

pub(super) fn entry(reference: &Reference) -> Rich {
    let language = reference.tongue;
    let mut text = Rich::default();
    let when = format!("({})", date(reference, Order::YearFirst));
    if reference.authors.is_empty() {
        title(&mut text, reference);
        text.stop().roman(" ").roman(&when);
    } else {
        text.roman(&authors(&reference.authors)).stop();
        text.roman(" ").roman(&when).stop().roman(" ");
        title(&mut text, reference);
    }
    text.stop();
    let publisher = publisher(reference);
    let is_author = matches!(reference.authors.as_slice(), [one] if one.said() == publisher);
    if !publisher.is_empty() && !is_author {
        text.roman(" ").roman(publisher).stop();
    }
    text.roman(pick(language, " Dans ", " In "));
    text.italic(&reference.corpus);
    text.roman(&format!(" (version\u{a0}{}", reference.version));
    if let Some(locator) = locator(reference) {
        text.roman(", ").roman(&locator);
    }
    text.roman(").");
    if reference.link.is_some() || reference.source_address.is_some() {
        text.roman(" ");
        link(&mut text, reference);
    }
    text
}

fn title(text: &mut Rich, reference: &Reference) {
    if reference.title_inferred {
        text.roman(&format!("[{}]", reference.title));
    } else {
        text.italic(&reference.title);
    }
    if !reference.kind.is_empty() {
        text.roman(&format!(" [{}]", capitalised(&reference.kind)));
    }
}

fn authors(authors: &[Author]) -> String {
    let names: Vec<String> = authors.iter().map(Author::with_initials).collect();
    match names.as_slice() {
        [first @ .., last] if names.len() > MOST_AUTHORS => {
            let first = first.get(..MOST_AUTHORS - 1).unwrap_or(first);
            format!("{}, … {last}", first.join(", "))
        }
        _ => list(&names, ", & "),
    }
}

pub(super) fn citation(reference: &Reference) -> Rich {
    let author = short_authors(reference, " & ");
    short(reference, &author, ", ", true)
}
