//! ISO 690:2021, name and date.
//!
//! `NOM, Prénom, année. Titre. Éditeur, date. In : corpus, version [en ligne]. Passage. Disponible à l’adresse : lien [consulté
//! le …]`. The year after the name is that of the reference in the text.

use frise_date::{Tongue, phrase_day};

use super::parts::{and, date, link, list, locator, publisher, short, short_authors, title, year};
use crate::author::Author;
use crate::reference::Reference;
use crate::rich::Rich;
use crate::typography::{capitalised, pick};
use crate::when::Order;

pub(super) fn entry(reference: &Reference) -> Rich {
    let language = reference.tongue;
    let mut text = Rich::default();
    if !reference.authors.is_empty() {
        let names: Vec<String> = reference.authors.iter().map(name).collect();
        text.roman(&list(&names, and(language))).roman(", ");
        text.roman(&year(reference)).stop().roman(" ");
    }
    title(&mut text, reference, "");
    text.stop().roman(" ");
    if !reference.kind.is_empty() {
        text.roman(&capitalised(&reference.kind)).stop().roman(" ");
    }
    let publisher = publisher(reference);
    if !publisher.is_empty() {
        text.roman(publisher).roman(", ");
    }
    let date = date(reference, Order::DayMonthYear);
    match publisher.is_empty() {
        true => text.roman(&capitalised(&date)).stop(),
        false => text.roman(&date).stop(),
    };
    text.roman(pick(language, " Dans : ", " In: "));
    text.italic(&reference.corpus);
    text.roman(pick(language, " [en ligne]", " [online]"));
    text.roman(&format!(". Version\u{a0}{}.", reference.version));
    if let Some(locator) = locator(reference) {
        text.roman(" ").roman(&capitalised(&locator)).stop();
    }
    let address = reference
        .link
        .as_ref()
        .or(reference.source_address.as_ref());
    if address.is_some() {
        text.roman(pick(
            language,
            " Disponible à l’adresse : ",
            " Available from: ",
        ));
        link(&mut text, reference);
        if let Some(day) = reference.accessed {
            let day = phrase_day(day, language);
            text.roman(&match language {
                Tongue::French => format!(" [consulté le {day}]"),
                Tongue::English => format!(" [viewed {day}]"),
            });
        }
        text.roman(".");
    }
    text
}

pub(super) fn citation(reference: &Reference) -> Rich {
    let author = short_authors(reference, and(reference.tongue));
    let separator = if author.is_empty() { ", " } else { " " };
    short(reference, &author, separator, true)
}

/// Family names in capitals, as the standard's examples have them.
fn name(author: &Author) -> String {
    match author {
        Author::Person {
            family,
            given,
            family_first: false,
        } => format!("{}, {given}", family.to_uppercase()),
        Author::Person { family, given, .. } => format!("{} {given}", family.to_uppercase()),
        Author::Whole(name) => name.to_uppercase(),
    }
}
