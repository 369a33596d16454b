//! The MLA Handbook, 9th edition.
//!
//! `Nom, Prénom. Titre. Éditeur, date. Corpus, version, passage, lien.` The corpus is the container.

use super::chicago;
use super::parts::{and, date, link, locator, publisher, short, short_authors, title};
use crate::reference::Reference;
use crate::rich::Rich;
use crate::typography::capitalised;
use crate::when::Order;

pub(super) fn entry(reference: &Reference) -> Rich {
    let mut text = Rich::default();
    let authors = match reference.authors.as_slice() {
        [] => String::new(),
        [one, _, _, ..] => format!("{}, et\u{a0}al.", one.sorted()),
        _ => chicago::first_inverted(reference),
    };
    if !authors.is_empty() {
        text.roman(&authors).stop().roman(" ");
    }
    title(&mut text, reference, ".");
    let publisher = publisher(reference);
    let when = date(reference, Order::Abbreviated);
    text.roman(" ");
    if publisher.is_empty() {
        text.roman(&capitalised(&when)).stop();
    } else {
        text.roman(&capitalised(publisher))
            .roman(", ")
            .roman(&when)
            .stop();
    }
    text.roman(" ").italic(&reference.corpus);
    text.roman(&format!(", version\u{a0}{}", reference.version));
    if let Some(locator) = locator(reference) {
        text.roman(", ").roman(&locator);
    }
    if reference.link.is_some() || reference.source_address.is_some() {
        text.roman(", ");
        link(&mut text, reference);
    }
    text.roman(".");
    text
}

/// MLA has no year within the text.
pub(super) fn citation(reference: &Reference) -> Rich {
    let author = short_authors(reference, and(reference.tongue));
    short(reference, &author, "", false)
}
