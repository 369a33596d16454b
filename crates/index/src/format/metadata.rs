//! The section META: everything that is said of the corpus and its parts, in the order of the fields
//! of [`crate::model`], strings with their length before them.
//!
//! ```text
//! corpus    id title₂ sentence₂ notice₂
//! starts    count × { label₂ query }
//! kinds     count × { id label₂ }
//! speakers  count × { id name₂ body: u8  roles: count × { role₂ from? to? } }
//! themes    count × { id label₂ definition₂ query }
//! documents count × { id title₂ basis: u8 short₂ creator date? stated? basis: u8 note₂ kind
//!                     language source publisher rights subjects: count × … speakers: count × … }
//! synonyms  count × { terms: count × … }
//! lessons   count × { id title₂ sentence₂ steps: count × { title₂ text₂ question₂ view } }
//! ```
//!
//! Documents stand in the order of their first days, those without a date last.
//!
//! `x₂` is a string in French and one in English; `x?` a date that may be the empty string.

use super::bytes::{Broken, Reader};
use crate::model::{
    Basis, Bilingual, Kind, Lesson, LessonStep, Metadata, Role, Speaker, Start, Synonyms, Theme,
};
use frise_date::Edtf;

/// What is said of the corpus as a whole.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct About {
    /// A name for files and links.
    pub id: String,
    /// The title on the page.
    pub title: Bilingual,
    /// One sentence: what this is.
    pub sentence: Bilingual,
    /// Where the texts come from.
    pub notice: Bilingual,
    /// First searches to offer.
    pub starts: Vec<Start>,
    /// The kinds of documents.
    pub kinds: Vec<Kind>,
    /// Who speaks.
    pub speakers: Vec<Speaker>,
    /// The named queries.
    pub themes: Vec<Theme>,
    /// Names for the same thing, which the editor lists.
    pub synonyms: Vec<Synonyms>,
    /// Guided tours.
    pub lessons: Vec<Lesson>,
}

/// Reads the section.
pub(super) fn read(bytes: &[u8]) -> Result<(About, Vec<Metadata>), Broken> {
    let mut reader = Reader::new(bytes);
    let mut about = About {
        id: text(&mut reader),
        title: both(&mut reader),
        sentence: both(&mut reader),
        notice: both(&mut reader),
        starts: list(&mut reader, |r| Start {
            label: both(r),
            query: text(r),
        }),
        kinds: list(&mut reader, |r| Kind {
            id: text(r),
            label: both(r),
        }),
        speakers: list(&mut reader, speaker),
        themes: list(&mut reader, |r| Theme {
            id: text(r),
            label: both(r),
            definition: both(r),
            query: text(r),
        }),
        synonyms: Vec::new(),
        lessons: Vec::new(),
    };
    let documents = list(&mut reader, |r| document(r, &about));
    if !documents.is_sorted_by_key(Metadata::order) {
        reader.refuse("the documents are not in the order of their dates");
    }
    about.synonyms = list(&mut reader, |r| Synonyms {
        terms: list(r, text),
    });
    about.lessons = list(&mut reader, lesson);
    reader.end()?;
    Ok((about, documents))
}

fn speaker(reader: &mut Reader<'_>) -> Speaker {
    Speaker {
        id: text(reader),
        name: both(reader),
        is_body: reader.byte() == 1,
        roles: list(reader, |r| Role {
            role: both(r),
            from: date(r),
            to: date(r),
        }),
    }
}

fn lesson(reader: &mut Reader<'_>) -> Lesson {
    Lesson {
        id: text(reader),
        title: both(reader),
        sentence: both(reader),
        steps: list(reader, |r| LessonStep {
            title: both(r),
            text: both(r),
            question: both(r),
            view: text(r),
        }),
    }
}

fn document(reader: &mut Reader<'_>, about: &About) -> Metadata {
    Metadata {
        id: text(reader),
        title: both(reader),
        title_basis: basis(reader),
        short: both(reader),
        creator: text(reader),
        date: date(reader),
        date_stated: date(reader),
        date_basis: basis(reader),
        date_note: both(reader),
        kind: place(reader, about.kinds.len()),
        language: text(reader),
        source: text(reader),
        publisher: text(reader),
        rights: text(reader),
        subjects: list(reader, text),
        speakers: list(reader, |r| place(r, about.speakers.len())),
        furniture: Vec::new(),
    }
}

fn text(reader: &mut Reader<'_>) -> String {
    reader.string().to_string()
}

fn both(reader: &mut Reader<'_>) -> Bilingual {
    Bilingual {
        fr: text(reader),
        en: text(reader),
    }
}

fn basis(reader: &mut Reader<'_>) -> Basis {
    match reader.byte() {
        0 => Basis::Stated,
        1 => Basis::Inferred,
        _ => {
            reader.refuse("a basis is neither stated nor inferred");
            Basis::Stated
        }
    }
}

fn date(reader: &mut Reader<'_>) -> Option<Edtf> {
    let text = reader.string();
    let date = Edtf::parse(text).ok();
    if date.is_none() && !text.is_empty() {
        reader.refuse("a date is not EDTF");
    }
    date
}

fn place(reader: &mut Reader<'_>, length: usize) -> usize {
    let place = reader.size();
    if place >= length {
        reader.refuse("a kind or speaker is named that is not there");
    }
    place
}

fn list<T>(reader: &mut Reader<'_>, item: impl Fn(&mut Reader<'_>) -> T) -> Vec<T> {
    let mut items = Vec::new();
    reader.each(|reader| items.push(item(reader)));
    items
}

pub(super) use writing::write;

mod writing {
    use super::super::bytes::Append;
    use super::{Basis, Bilingual, Edtf, Lesson, Metadata, Speaker};
    use crate::model::Corpus;

    /// Writes the section.
    pub fn write(corpus: &Corpus) -> Vec<u8> {
        let mut out = Vec::new();
        out.string(&corpus.id);
        for part in [&corpus.title, &corpus.sentence, &corpus.notice] {
            both(&mut out, part);
        }
        list(&mut out, &corpus.starts, |out, start| {
            both(out, &start.label);
            out.string(&start.query);
        });
        list(&mut out, &corpus.kinds, |out, kind| {
            out.string(&kind.id);
            both(out, &kind.label);
        });
        list(&mut out, &corpus.speakers, speaker);
        list(&mut out, &corpus.themes, |out, theme| {
            out.string(&theme.id);
            both(out, &theme.label);
            both(out, &theme.definition);
            out.string(&theme.query);
        });
        list(&mut out, &corpus.documents, |out, document| {
            metadata(out, &document.metadata)
        });
        list(&mut out, &corpus.synonyms, |out, synonyms| {
            list(out, &synonyms.terms, |out, term| out.string(term));
        });
        list(&mut out, &corpus.lessons, lesson);
        out
    }

    fn speaker(out: &mut Vec<u8>, speaker: &Speaker) {
        out.string(&speaker.id);
        both(out, &speaker.name);
        out.push(u8::from(speaker.is_body));
        list(out, &speaker.roles, |out, role| {
            both(out, &role.role);
            date(out, role.from.as_ref());
            date(out, role.to.as_ref());
        });
    }

    fn lesson(out: &mut Vec<u8>, lesson: &Lesson) {
        out.string(&lesson.id);
        both(out, &lesson.title);
        both(out, &lesson.sentence);
        list(out, &lesson.steps, |out, step| {
            both(out, &step.title);
            both(out, &step.text);
            both(out, &step.question);
            out.string(&step.view);
        });
    }

    fn metadata(out: &mut Vec<u8>, metadata: &Metadata) {
        out.string(&metadata.id);
        both(out, &metadata.title);
        basis(out, metadata.title_basis);
        both(out, &metadata.short);
        out.string(&metadata.creator);
        date(out, metadata.date.as_ref());
        date(out, metadata.date_stated.as_ref());
        basis(out, metadata.date_basis);
        both(out, &metadata.date_note);
        out.number(metadata.kind);
        for part in [
            &metadata.language,
            &metadata.source,
            &metadata.publisher,
            &metadata.rights,
        ] {
            out.string(part);
        }
        list(out, &metadata.subjects, |out, subject| out.string(subject));
        list(out, &metadata.speakers, |out, speaker| out.number(*speaker));
    }

    fn both(out: &mut Vec<u8>, text: &Bilingual) {
        out.string(&text.fr);
        out.string(&text.en);
    }

    fn basis(out: &mut Vec<u8>, basis: Basis) {
        out.push(u8::from(basis == Basis::Inferred));
    }

    fn date(out: &mut Vec<u8>, date: Option<&Edtf>) {
        out.string(&date.map(Edtf::to_string).unwrap_or_default());
    }

    fn list<T>(out: &mut Vec<u8>, items: &[T], item: impl Fn(&mut Vec<u8>, &T)) {
        out.number(items.len());
        items.iter().for_each(|each| item(out, each));
    }
}
