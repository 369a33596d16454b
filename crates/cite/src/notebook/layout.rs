//! A notebook laid out as an [`Outline`]: items with their citations and notes, then the bibliography.

use frise_date::Tongue;
use frise_index::Index;

use super::{Block, Content, Notebook, Outline};
use crate::reference::{Choice, Reference, Setting, in_language};
use crate::rich::Rich;
use crate::style::Style;
use crate::typography::{one_line, pick};

impl Notebook {
    /// Lays the notebook out for a reader: each item with its text, its full citation and its note, then the bibliography.
    pub fn outline(&self, index: &Index, style: Style, setting: &Setting) -> Outline {
        let language = setting.language;
        let title = match self.title.trim() {
            "" => one_line(in_language(&index.about().title, language)),
            title => one_line(title),
        };
        let mut blocks = Vec::new();
        for item in &self.items {
            match &item.content {
                Content::Passage { id, quote } => {
                    passage(&mut blocks, index, id, quote, style, setting);
                }
                Content::Hit {
                    id,
                    left,
                    hit,
                    right,
                } => {
                    let mut line = Rich::default();
                    line.roman(&one_line(left)).roman(" ");
                    line.italic(&one_line(hit))
                        .roman(" ")
                        .roman(&one_line(right));
                    blocks.push(Block::Quotation(line));
                    blocks.push(source(index, id, style, setting));
                }
                Content::Figure {
                    title,
                    address,
                    head,
                    rows,
                } => {
                    let mut caption = Rich::default();
                    caption.roman(&one_line(title)).stop().roman(" ");
                    blocks.push(Block::Paragraph(caption));
                    if !rows.is_empty() {
                        blocks.push(Block::Table(head.clone(), rows.clone()));
                    }
                    let mut view = Rich::default();
                    view.italic(&one_line(in_language(&index.about().title, language)));
                    view.roman(&format!(", version\u{a0}{}, ", self.version));
                    match view_address(setting, address) {
                        Some(address) => view.link(&address),
                        None => view.roman(&one_line(address)),
                    };
                    blocks.push(Block::Paragraph(view));
                }
            }
            if !item.note.trim().is_empty() {
                blocks.push(Block::Note(item.note.trim().to_owned()));
            }
        }
        let bibliography = self.bibliography(index, setting);
        if !bibliography.is_empty() {
            blocks.push(Block::Heading(
                pick(language, "Bibliographie", "Bibliography").to_owned(),
            ));
        }
        let entries = bibliography.iter().map(|reference| style.entry(reference));
        blocks.extend(entries.map(Block::Paragraph));
        Outline {
            title,
            language,
            blocks,
        }
    }
}

/// The whole address of a view; none for what is no view, which a notebook from elsewhere may hold and no file links to.
fn view_address(setting: &Setting, address: &str) -> Option<String> {
    let page = setting.page.as_deref().unwrap_or("");
    let is_whole = ["https://", "http://"]
        .iter()
        .any(|scheme| address.starts_with(scheme));
    match address.starts_with(['?', '#']) {
        true => Some([page, address].concat()),
        false => is_whole.then(|| address.to_owned()),
    }
}

fn passage(
    blocks: &mut Vec<Block>,
    index: &Index,
    id: &str,
    quote: &str,
    style: Style,
    setting: &Setting,
) {
    let mut quotation = |text: &str| {
        let mut words = Rich::default();
        words.roman(&one_line(text));
        blocks.push(Block::Quotation(words));
    };
    match index.passages_of_id(id) {
        _ if !quote.is_empty() => quotation(quote),
        Some(passages) => passages.for_each(|passage| quotation(&index.text_of(passage))),
        None => {}
    }
    blocks.push(source(index, id, style, setting));
}

/// The full citation of passages, or that they are missing.
fn source(index: &Index, id: &str, style: Style, setting: &Setting) -> Block {
    let reference = index
        .passages_of_id(id)
        .and_then(|passages| Reference::of(index, &Choice::Passages(passages), setting));
    Block::Paragraph(match reference {
        Some(reference) => style.entry(&reference),
        None => {
            let mut missing = Rich::default();
            missing.roman(&not_found(setting.language, &one_line(id)));
            missing
        }
    })
}

/// The words of a language for what an index no longer has.
fn not_found(language: Tongue, id: &str) -> String {
    match language {
        Tongue::French => format!("Le passage {id} n’est pas dans cette version du corpus."),
        Tongue::English => format!("The passage {id} is not in this version of the corpus."),
    }
}
