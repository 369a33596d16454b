//! The values that a corpus is made of.

use frise_date::{Day, Edtf};

/// A string in the two languages of the interface.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Bilingual {
    /// In French.
    pub fr: String,
    /// In English.
    pub en: String,
}

/// Documents, speakers and themes, and what is said of them all.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Corpus {
    /// A name for files and links, such as `cyberespace-chine`.
    pub id: String,
    /// The title on the page.
    pub title: Bilingual,
    /// One sentence: what this is, when, who, about what.
    pub sentence: Bilingual,
    /// Where the texts come from, and by what right they are shown.
    pub notice: Bilingual,
    /// First searches to offer.
    pub starts: Vec<Start>,
    /// Names for the same thing.
    pub synonyms: Vec<Synonyms>,
    /// Guided tours through the corpus.
    pub lessons: Vec<Lesson>,
    /// The kinds that documents are of.
    pub kinds: Vec<Kind>,
    /// Who speaks.
    pub speakers: Vec<Speaker>,
    /// The named queries.
    pub themes: Vec<Theme>,
    /// The texts, by date.
    pub documents: Vec<Document>,
}

/// A first search to offer to a reader who does not know the corpus.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Start {
    /// What it looks for, in words.
    pub label: Bilingual,
    /// The query.
    pub query: String,
}

/// Names for the same thing, such as an abbreviation and what it stands for: `ONU`, `Nations Unies`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Synonyms {
    /// Words and phrases, at least two, in the order in which the editor lists them.
    pub terms: Vec<String>,
}

/// A guided tour through the corpus: views in an order, each with what it shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lesson {
    /// The name in files and links.
    pub id: String,
    /// What it is called.
    pub title: Bilingual,
    /// One sentence: what it is about.
    pub sentence: Bilingual,
    /// Its steps, at least one.
    pub steps: Vec<LessonStep>,
}

/// A step of a [`Lesson`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LessonStep {
    /// What it is called.
    pub title: Bilingual,
    /// What its view shows.
    pub text: Bilingual,
    /// What the reader is asked; empty where nothing is.
    pub question: Bilingual,
    /// The address of the view, from `?` on.
    pub view: String,
}

/// A kind of document, such as a white paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kind {
    /// Its name in files and links.
    pub id: String,
    /// Its name on the page.
    pub label: Bilingual,
}

/// A person or a body that speech can be attributed to.
#[derive(Clone, Debug, PartialEq)]
pub struct Speaker {
    /// The name in files and links.
    pub id: String,
    /// The name on the page.
    pub name: Bilingual,
    /// Whether this is a body, such as a government, rather than a person.
    pub is_body: bool,
    /// What they were, and when.
    pub roles: Vec<Role>,
}

/// What a speaker was at a time.
#[derive(Clone, Debug, PartialEq)]
pub struct Role {
    /// The role in words.
    pub role: Bilingual,
    /// Since when, where it is known.
    pub from: Option<Edtf>,
    /// Until when, where it is known.
    pub to: Option<Edtf>,
}

/// A named query: its hits are its evidence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Theme {
    /// The name in files and links.
    pub id: String,
    /// The name on the page.
    pub label: Bilingual,
    /// What counts as evidence for it.
    pub definition: Bilingual,
    /// The query, in the one query language.
    pub query: String,
}

/// Whether something stands in the source or was added by the editor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Basis {
    /// The source states it.
    Stated,
    /// The editor inferred it.
    Inferred,
}

/// What is known of a document apart from its text; the names are Dublin Core's.
#[derive(Clone, Debug, PartialEq)]
pub struct Metadata {
    /// The name in files and links; passages are `id.p1`, `id.p2`, …
    pub id: String,
    /// The title.
    pub title: Bilingual,
    /// Whether the source carries this title.
    pub title_basis: Basis,
    /// A label short enough for the wall.
    pub short: Bilingual,
    /// Who made it.
    pub creator: String,
    /// When it was made; `None` where nobody knows.
    pub date: Option<Edtf>,
    /// The date that the source itself states, where it says less than `date`.
    pub date_stated: Option<Edtf>,
    /// Whether `date` is the source's.
    pub date_basis: Basis,
    /// Why this date.
    pub date_note: Bilingual,
    /// Its kind, as a place in [`Corpus::kinds`].
    pub kind: usize,
    /// Its language, as a BCP 47 tag.
    pub language: String,
    /// Where the text was found.
    pub source: String,
    /// Who published it.
    pub publisher: String,
    /// By what right it is shown.
    pub rights: String,
    /// What it is about, in keywords.
    pub subjects: Vec<String>,
    /// Who is heard in it, as places in [`Corpus::speakers`].
    pub speakers: Vec<usize>,
    /// Lines of the source that are not text of the document and were left out.
    pub furniture: Vec<String>,
}

impl Metadata {
    /// The earliest day that its date can mean; what has no date stands after all that have one.
    pub fn first_day(&self) -> Day {
        self.date.map_or(Day::MAX, |date| date.earliest())
    }

    /// What documents are sorted by: their first day, and those without a date last.
    pub fn order(&self) -> (Day, bool) {
        (self.first_day(), self.date.is_none())
    }
}

/// One text with its metadata.
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    /// What is known of it.
    pub metadata: Metadata,
    /// Its passages, in reading order.
    pub passages: Vec<Passage>,
}

/// One paragraph, with the headings that stand right above it.
///
/// A heading is found with the passage that it introduces, so that its words are searched too.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Passage {
    /// Headings first, then the runs of the paragraph in reading order.
    pub runs: Vec<Run>,
}

/// A piece of a passage in one voice (a span), or a heading above it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// Heading, or voice.
    pub kind: RunKind,
    /// Who speaks, as a place in [`Corpus::speakers`].
    pub speaker: Option<usize>,
    /// When it was said, where that is another date than the document's: that of an older quotation.
    pub date: Option<Edtf>,
    /// The text to the letter.
    pub text: String,
}

/// What a run is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RunKind {
    /// A heading of a level from 1 to 6.
    Heading(u8),
    /// A span of the paragraph.
    Span(Voice),
}

/// How a span speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Voice {
    /// The text of a body that speaks for itself.
    Official,
    /// A quotation to the letter.
    Direct,
    /// Speech as another tells it.
    Reported,
    /// The teller's own words.
    Narration,
}

impl Voice {
    /// All voices, in the order in which the page lists them.
    pub const ALL: [Voice; 4] = [
        Voice::Official,
        Voice::Direct,
        Voice::Reported,
        Voice::Narration,
    ];

    /// The name in files, links and queries.
    pub fn id(self) -> &'static str {
        match self {
            Voice::Official => "official",
            Voice::Direct => "direct",
            Voice::Reported => "reported",
            Voice::Narration => "narration",
        }
    }

    /// The voice of a name, in English or in French.
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
