//! The section META: the metadata of the corpus and its parts, in the order of the fields of [`crate::model`].
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
//! Documents are sorted by the first day of their date, those without a date last.
//!
//! `x₂` is a string in French and one in English; `x?` is a date in EDTF, or the empty string.

use super::bytes::{Damage, Decoder};
use crate::model::{
    Basis, Bilingual, Corpus, Kind, Lesson, LessonStep, Metadata, Role, Speaker, Start, Synonyms,
    Theme,
};
use frise_date::Edtf;

/// The metadata of a corpus.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct About {
    /// The identifier, for names of files and links.
    pub id: String,
    /// The title.
    pub title: Bilingual,
    /// The description, in one sentence.
    pub sentence: Bilingual,
    /// The provenance and the rights of the texts.
    pub notice: Bilingual,
    /// The searches that are proposed to newcomers.
    pub starts: Vec<Start>,
    /// The kinds of documents.
    pub kinds: Vec<Kind>,
    /// The speakers.
    pub speakers: Vec<Speaker>,
    /// The themes.
    pub themes: Vec<Theme>,
    /// The names for the same thing that the editor lists.
    pub synonyms: Vec<Synonyms>,
    /// The guided tours.
    pub lessons: Vec<Lesson>,
}

impl From<About> for Corpus {
    /// Makes a corpus without documents.
    fn from(about: About) -> Corpus {
        Corpus {
            id: about.id,
            title: about.title,
            sentence: about.sentence,
            notice: about.notice,
            starts: about.starts,
            synonyms: about.synonyms,
            lessons: about.lessons,
            kinds: about.kinds,
            speakers: about.speakers,
            themes: about.themes,
            documents: Vec::new(),
        }
    }
}

/// Reads the section.
pub(super) fn read(bytes: &[u8]) -> Result<(About, Vec<Metadata>), Damage> {
    let mut decoder = Decoder::new(bytes);
    let mut about = About {
        id: text(&mut decoder),
        title: both(&mut decoder),
        sentence: both(&mut decoder),
        notice: both(&mut decoder),
        starts: list(&mut decoder, |r| Start {
            label: both(r),
            query: text(r),
        }),
        kinds: list(&mut decoder, |r| Kind {
            id: text(r),
            label: both(r),
        }),
        speakers: list(&mut decoder, speaker),
        themes: list(&mut decoder, |r| Theme {
            id: text(r),
            label: both(r),
            definition: both(r),
            query: text(r),
        }),
        synonyms: Vec::new(),
        lessons: Vec::new(),
    };
    let documents = list(&mut decoder, |r| document(r, &about));
    if !documents.is_sorted_by_key(Metadata::order) {
        decoder.refuse("the documents are not in the order of their dates");
    }
    about.synonyms = list(&mut decoder, |r| Synonyms {
        terms: list(r, text),
    });
    about.lessons = list(&mut decoder, lesson);
    decoder.end()?;
    Ok((about, documents))
}

fn speaker(decoder: &mut Decoder<'_>) -> Speaker {
    Speaker {
        id: text(decoder),
        name: both(decoder),
        is_body: decoder.byte() == 1,
        roles: list(decoder, |r| Role {
            role: both(r),
            from: date(r),
            to: date(r),
        }),
    }
}

fn lesson(decoder: &mut Decoder<'_>) -> Lesson {
    Lesson {
        id: text(decoder),
        title: both(decoder),
        sentence: both(decoder),
        steps: list(decoder, |r| LessonStep {
            title: both(r),
            text: both(r),
            question: both(r),
            view: text(r),
        }),
    }
}

fn document(decoder: &mut Decoder<'_>, about: &About) -> Metadata {
    Metadata {
        id: text(decoder),
        title: both(decoder),
        title_basis: basis(decoder),
        short: both(decoder),
        creator: text(decoder),
        date: date(decoder),
        date_stated: date(decoder),
        date_basis: basis(decoder),
        date_note: both(decoder),
        kind: place(decoder, about.kinds.len()),
        language: text(decoder),
        source: text(decoder),
        publisher: text(decoder),
        rights: text(decoder),
        subjects: list(decoder, text),
        speakers: list(decoder, |r| place(r, about.speakers.len())),
        furniture: Vec::new(),
    }
}

fn text(decoder: &mut Decoder<'_>) -> String {
    decoder.string().to_string()
}

fn both(decoder: &mut Decoder<'_>) -> Bilingual {
    Bilingual {
        fr: text(decoder),
        en: text(decoder),
    }
}

fn basis(decoder: &mut Decoder<'_>) -> Basis {
    match decoder.byte() {
        0 => Basis::Stated,
        1 => Basis::Inferred,
        _ => {
            decoder.refuse("a basis is neither stated nor inferred");
            Basis::Stated
        }
    }
}

fn date(decoder: &mut Decoder<'_>) -> Option<Edtf> {
    let text = decoder.string();
    let date = Edtf::parse(text).ok();
    if date.is_none() && !text.is_empty() {
        decoder.refuse("a date is not EDTF");
    }
    date
}

fn place(decoder: &mut Decoder<'_>, length: usize) -> usize {
    let place = decoder.size();
    if place >= length {
        decoder.refuse("a kind or speaker is named that is not there");
    }
    place
}

fn list<T>(decoder: &mut Decoder<'_>, item: impl Fn(&mut Decoder<'_>) -> T) -> Vec<T> {
    let mut items = Vec::new();
    decoder.each(|decoder| items.push(item(decoder)));
    items
}

pub(super) use writing::write;

mod writing {
    use super::super::bytes::Encode;
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
