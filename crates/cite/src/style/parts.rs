//! What the styles share: titles, dates, short forms, lists of names, passages and links.

use frise_date::Tongue;

use crate::genre::Genre;
use crate::reference::Reference;
use crate::rich::Rich;
use crate::typography::{pick, quoted};
use crate::when::{Order, say};

/// Appends the title: in square brackets if the edition made it, in italics if it is that of a work of its own, and otherwise
/// in quotation marks.
pub(super) fn title(text: &mut Rich, reference: &Reference, mark: &str) {
    let title = &reference.title;
    let own_work = matches!(
        reference.genre,
        Genre::Report | Genre::Book | Genre::Law | Genre::Document
    );
    if reference.title_inferred {
        text.roman(&format!("[{title}]{mark}"));
    } else if own_work {
        text.italic(title).roman(mark);
    } else if reference.tongue == Tongue::English && matches!(mark, "," | ".") {
        // American quotation marks come after commas and full stops.
        let ended = title.ends_with(['.', '?', '!', '…']);
        let mark = if ended { "" } else { mark };
        text.roman(&quoted(&[title, mark].concat(), reference.tongue));
    } else {
        text.roman(&quoted(title, reference.tongue)).roman(mark);
    }
}

/// Says the date, with `[date déduite]` after an inferred one, or the words of a style for none.
pub(super) fn date(reference: &Reference, order: Order) -> String {
    match reference.date {
        Some(date) => mark_inferred(reference, say(&date, order, reference.tongue)),
        None => undated(reference.tongue).to_owned(),
    }
}

pub(super) fn mark_inferred(reference: &Reference, date: String) -> String {
    let language = reference.tongue;
    let space = pick(language, "\u{a0}", " ");
    match reference.date_inferred && !date.is_empty() {
        true => [
            &date,
            space,
            pick(language, "[date déduite]", "[inferred date]"),
        ]
        .concat(),
        false => date,
    }
}

/// Says the year of a reference within a text, or the whole date in words if it is in doubt.
pub(super) fn year(reference: &Reference) -> String {
    match reference.date {
        Some(date) => say(&date, Order::YearOnly, reference.tongue),
        None => undated(reference.tongue).to_owned(),
    }
}

pub(super) fn undated(language: Tongue) -> &'static str {
    pick(language, "s.\u{a0}d.", "n.d.")
}

/// Appends the short form in parentheses: `(Hugo 1830, passage 12)`.
pub(super) fn short(
    reference: &Reference,
    author: &str,
    after_author: &str,
    with_year: bool,
) -> Rich {
    let mut text = Rich::default();
    text.roman("(");
    if author.is_empty() {
        text.roman(&quoted(&reference.title, reference.tongue));
    } else {
        text.roman(author);
    }
    if with_year {
        let year = year(reference);
        let is_number = year.starts_with(|first: char| first.is_ascii_digit());
        text.roman(if is_number { after_author } else { ", " });
        text.roman(&year);
    }
    if let Some(locator) = reference.locator() {
        text.roman(", ").roman(&locator);
    }
    text.roman(")");
    text
}

/// The short names of the authors: one, two with `et`, or the first with `et al.`
pub(super) fn short_authors(reference: &Reference, and: &str) -> String {
    match reference.authors.as_slice() {
        [] => String::new(),
        [one] => one.short().to_owned(),
        [one, two] => [one.short(), and, two.short()].concat(),
        [one, ..] => format!("{} et\u{a0}al.", one.short()),
    }
}

/// Joins names: commas, and a word before the last.
pub(super) fn list(names: &[String], last: &str) -> String {
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., end] => [&first.join(", "), last, end].concat(),
    }
}

/// ` et ` or ` and `.
pub(super) fn and(language: Tongue) -> &'static str {
    pick(language, " et ", " and ")
}

/// The passage and whose words it gives: `passage 12, propos de Liu Xiaoming`.
pub(super) fn locator(reference: &Reference) -> Option<String> {
    let locator = reference.locator()?;
    if reference.speakers.is_empty() {
        return Some(locator);
    }
    let words = reference.words_of();
    let words = words.replacen(['P', 'W'], pick(reference.tongue, "p", "w"), 1);
    Some(format!("{locator}, {words}"))
}

/// Appends the address of the passage, or that of the source if the page has none.
pub(super) fn link(text: &mut Rich, reference: &Reference) -> bool {
    let address = reference
        .link
        .as_deref()
        .or(reference.source_address.as_deref());
    if let Some(address) = address {
        text.link(address);
    }
    address.is_some()
}

/// The publisher, or the source in words if there is none.
pub(super) fn publisher(reference: &Reference) -> &str {
    if reference.publisher.is_empty() {
        &reference.source
    } else {
        &reference.publisher
    }
}
