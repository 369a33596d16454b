//! The values of a corpus.

use frise_date::{Day, Edtf, Tongue};

/// A string in the two languages of the interface.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Bilingual {
    /// The string in French.
    pub fr: String,
    /// The string in English.
    pub en: String,
}

impl Bilingual {
    /// Returns the string in a language.
    pub fn text(&self, tongue: Tongue) -> &str {
        match tongue {
            Tongue::French => &self.fr,
            Tongue::English => &self.en,
        }
    }
}

/// A corpus: its metadata, speakers, themes and documents.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Corpus {
    /// The identifier, for names of files and links, such as `cyberespace-chine`.
    pub id: String,
    /// The title.
    pub title: Bilingual,
    /// The description, in one sentence.
    pub sentence: Bilingual,
    /// The provenance and the rights of the texts.
    pub notice: Bilingual,
    /// The searches that are proposed to newcomers.
    pub starts: Vec<Start>,
    /// The lists of synonyms.
    pub synonyms: Vec<Synonyms>,
    /// The guided tours.
    pub lessons: Vec<Lesson>,
    /// The kinds of documents.
    pub kinds: Vec<Kind>,
    /// The speakers.
    pub speakers: Vec<Speaker>,
    /// The themes.
    pub themes: Vec<Theme>,
    /// The documents, by rising date.
    pub documents: Vec<Document>,
}

impl Corpus {
    /// Numbers kinds and speakers in the order in which documents name them, but for the first ones, whose order an editor
    /// has chosen; leaves out others that no document names. Numbers then do not depend on the order in which files were read.
    pub fn renumber(&mut self, first_kinds: usize, first_speakers: usize) {
        let mut kinds = Places::new(self.kinds.len(), first_kinds);
        let mut speakers = Places::new(self.speakers.len(), first_speakers);
        for document in &mut self.documents {
            kinds.renumber(&mut document.metadata.kind);
            for speaker in &mut document.metadata.speakers {
                speakers.renumber(speaker);
            }
            let runs = document.passages.iter_mut();
            let runs = runs.flat_map(|passage| &mut passage.runs);
            for speaker in runs.filter_map(|run| run.speaker.as_mut()) {
                speakers.renumber(speaker);
            }
        }
        self.kinds = kinds.ordered(&self.kinds);
        self.speakers = speakers.ordered(&self.speakers);
    }
}

/// Items of a list, numbered anew as they come up.
struct Places {
    new: Vec<Option<usize>>,
    old: Vec<usize>,
}

impl Places {
    fn new(length: usize, first: usize) -> Places {
        let place = |old| (old < first).then_some(old);
        Places {
            new: (0..length).map(place).collect(),
            old: (0..first.min(length)).collect(),
        }
    }

    fn renumber(&mut self, place: &mut usize) {
        let old = *place;
        *place = *self.new[old].get_or_insert_with(|| {
            self.old.push(old);
            self.old.len() - 1
        });
    }

    fn ordered<T: Clone>(&self, items: &[T]) -> Vec<T> {
        self.old.iter().map(|old| items[*old].clone()).collect()
    }
}

/// A search that is proposed to newcomers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Start {
    /// The label.
    pub label: Bilingual,
    /// The query.
    pub query: String,
}

/// Names of the same thing, such as an abbreviation and its expansion: `ONU`, `Nations Unies`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Synonyms {
    /// At least two words or phrases, in the order of the editor.
    pub terms: Vec<String>,
}

/// A guided tour: a sequence of views, each with an explanation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lesson {
    /// The identifier, for files and links.
    pub id: String,
    /// The title.
    pub title: Bilingual,
    /// The description, in one sentence.
    pub sentence: Bilingual,
    /// The steps, at least one.
    pub steps: Vec<LessonStep>,
}

/// A step of a [`Lesson`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LessonStep {
    /// The title.
    pub title: Bilingual,
    /// What the view shows.
    pub text: Bilingual,
    /// A question to the reader, or the empty string.
    pub question: Bilingual,
    /// The address of the view, from `?` on.
    pub view: String,
}

/// A kind of document, such as a white paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kind {
    /// The identifier, for files and links.
    pub id: String,
    /// The label.
    pub label: Bilingual,
}

/// A person or a body to which speech is attributed.
#[derive(Clone, Debug, PartialEq)]
pub struct Speaker {
    /// The identifier, for files and links.
    pub id: String,
    /// The name.
    pub name: Bilingual,
    /// Whether this is a body, such as a government, rather than a person.
    pub is_body: bool,
    /// The roles of the speaker over time.
    pub roles: Vec<Role>,
}

/// A role that a speaker had for some time.
#[derive(Clone, Debug, PartialEq)]
pub struct Role {
    /// The role.
    pub role: Bilingual,
    /// When it began, if that is known.
    pub from: Option<Edtf>,
    /// When it ended, if that is known.
    pub to: Option<Edtf>,
}

/// A named query. Its hits are the evidence of the theme.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Theme {
    /// The identifier, for files and links.
    pub id: String,
    /// The label.
    pub label: Bilingual,
    /// The definition: what counts as evidence.
    pub definition: Bilingual,
    /// The query, in the query language.
    pub query: String,
}

/// Whether the source or the editor states something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Basis {
    /// The source states it.
    Stated,
    /// The editor inferred it.
    Inferred,
}

/// The metadata of a document, with the names of Dublin Core.
#[derive(Clone, Debug, PartialEq)]
pub struct Metadata {
    /// The identifier, for files and links. Its passages are `id.p1`, `id.p2`, …
    pub id: String,
    /// The title.
    pub title: Bilingual,
    /// Whether the title is that of the source.
    pub title_basis: Basis,
    /// A short title, for the timeline.
    pub short: Bilingual,
    /// The author.
    pub creator: String,
    /// The date, or `None` if it is unknown.
    pub date: Option<Edtf>,
    /// The date that the source states, if it is less precise than `date`.
    pub date_stated: Option<Edtf>,
    /// Whether the source states `date`.
    pub date_basis: Basis,
    /// The reason for the date.
    pub date_note: Bilingual,
    /// The kind, as an index into [`Corpus::kinds`].
    pub kind: usize,
    /// The language, as a BCP 47 tag.
    pub language: String,
    /// The source of the text.
    pub source: String,
    /// The publisher.
    pub publisher: String,
    /// The rights.
    pub rights: String,
    /// The keywords.
    pub subjects: Vec<String>,
    /// The speakers, as indices into [`Corpus::speakers`].
    pub speakers: Vec<usize>,
    /// Lines of the source that are not part of the text, such as page headers, and are left out.
    pub furniture: Vec<String>,
}

impl Metadata {
    /// Returns the earliest day of the date, or [`Day::MAX`] if there is no date.
    pub fn first_day(&self) -> Day {
        self.date.map_or(Day::MAX, |date| date.earliest())
    }

    /// Returns the key by which documents are sorted: by their first day, and those without a date last.
    pub fn order(&self) -> (Day, bool) {
        (self.first_day(), self.date.is_none())
    }

    /// Returns the key that makes the order of documents whole: that of [`Metadata::order`], then the identifier.
    pub fn key(&self) -> (Day, bool, &str) {
        let (day, is_undated) = self.order();
        (day, is_undated, &self.id)
    }
}

/// A text with its metadata.
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    /// The metadata.
    pub metadata: Metadata,
    /// The passages, in reading order.
    pub passages: Vec<Passage>,
}

impl Document {
    /// Returns the number of bytes of its texts.
    pub fn text_length(&self) -> usize {
        let runs = self.passages.iter().flat_map(|passage| &passage.runs);
        runs.map(|run| run.text.len()).sum()
    }
}

/// A paragraph with the headings directly above it. The words of a heading are found in the passage that it introduces.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Passage {
    /// The headings, then the spans of the paragraph in reading order.
    pub runs: Vec<Run>,
}

/// A part of a passage: a heading, or a span, which is in one voice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// Whether it is a heading or a span in a voice.
    pub kind: RunKind,
    /// The speaker, as an index into [`Corpus::speakers`].
    pub speaker: Option<usize>,
    /// The date on which it was said, if that is not the date of the document, as in older quotations.
    pub date: Option<Edtf>,
    /// The text.
    pub text: String,
}

/// The kind of a [`Run`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RunKind {
    /// A heading of a level from 1 to 6.
    Heading(u8),
    /// A span of the paragraph.
    Span(Voice),
}

/// The voice of a span.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Voice {
    /// The text of a body in its own name.
    Official,
    /// Direct speech.
    Direct,
    /// Reported speech.
    Reported,
    /// Narration.
    Narration,
}

impl Voice {
    /// All voices, in the order in which they are listed.
    pub const ALL: [Voice; 4] = [
        Voice::Official,
        Voice::Direct,
        Voice::Reported,
        Voice::Narration,
    ];

    /// Returns the identifier in files, links and queries.
    pub fn id(self) -> &'static str {
        match self {
            Voice::Official => "official",
            Voice::Direct => "direct",
            Voice::Reported => "reported",
            Voice::Narration => "narration",
        }
    }

    /// Returns the voice of a name in English or French.
    pub fn from_id(id: &str) -> Option<Voice> {
        match id {
            "official" | "officiel" | "officielle" => Some(Voice::Official),
            "direct" | "directe" => Some(Voice::Direct),
            "reported" | "rapporté" | "rapportée" | "rapporte" | "rapportee" => {
                Some(Voice::Reported)
            }
            "narration" | "récit" | "recit" => Some(Voice::Narration),
            _ => None,
        }
    }
}
