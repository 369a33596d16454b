//! What a citation tells: the value from which all styles and formats are made.

use std::ops::Range;

use frise_date::{Day, Edtf, Precision, Tongue};
use frise_index::Index;
use frise_index::model::{Basis, Bilingual, RunKind, Voice};

use crate::author::Author;
use crate::genre::Genre;
use crate::rich::is_web_address;
use crate::typography::{one_line, pick};
use crate::when::{Order, needs_words, say};

/// What is cited.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Choice {
    /// A document, by its number in the index.
    Document(usize),
    /// A passage or a run of neighbouring passages of one document, by their numbers in the index.
    Passages(Range<u32>),
}

/// Where and for whom a citation is made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Setting {
    /// The address of the page, without `?` and `#`. Without it a citation has no link.
    pub page: Option<String>,
    /// The day on which the page was read.
    pub accessed: Option<Day>,
    /// The language of the citation. Titles and names are given in it where the corpus has them.
    pub language: Tongue,
}

/// A text or a part of it, with all that a citation tells of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Reference {
    /// The identifier of the document or passage in the corpus, such as `strategie-2017.p42`.
    pub id: String,
    /// The authors.
    pub authors: Vec<Author>,
    /// Those whose direct or reported words the passages give, apart from the authors.
    pub speakers: Vec<Author>,
    /// The title.
    pub title: String,
    /// Whether the editor of the corpus made the title.
    pub title_inferred: bool,
    /// The date.
    pub date: Option<Edtf>,
    /// Whether the editor of the corpus inferred the date.
    pub date_inferred: bool,
    /// The reason for the date, or the empty string.
    pub date_note: String,
    /// The kind, for styles and formats.
    pub genre: Genre,
    /// The kind in the words of the corpus.
    pub kind: String,
    /// The publisher, or the empty string.
    pub publisher: String,
    /// The source, if it is not an address; or the empty string.
    pub source: String,
    /// The address of the source, if there is one.
    pub source_address: Option<String>,
    /// The language of the text, as a BCP 47 tag.
    pub language: String,
    /// The first and the last passage, counted from 1 in the document; `None` for the whole document.
    pub passages: Option<(u32, u32)>,
    /// The address of the passages in the page.
    pub link: Option<String>,
    /// The title of the corpus.
    pub corpus: String,
    /// The version of the corpus: an identifier of exactly its index.
    pub version: String,
    /// The day on which the page was read.
    pub accessed: Option<Day>,
    /// The language of the citation.
    pub tongue: Tongue,
}

impl Reference {
    /// Makes the reference of a choice; `None` if the index has no such document or passages. Passages beyond the document
    /// of the first are left out.
    pub fn of(index: &Index, choice: &Choice, setting: &Setting) -> Option<Reference> {
        let tongue = setting.language;
        let (number, passages) = match choice {
            Choice::Document(number) => (*number, None),
            Choice::Passages(passages) if passages.start < index.passages() => {
                (index.document_of(passages.start), Some(passages))
            }
            Choice::Passages(_) => return None,
        };
        let document = index.documents().get(number)?;
        let metadata = &document.metadata;
        let about = index.about();
        let of_document = document.passages.clone();
        let chosen = match passages {
            Some(passages) => passages.start..passages.end.min(of_document.end),
            None => of_document.clone(),
        };
        if passages.is_some() && chosen.is_empty() {
            return None;
        }
        let counted = passages.map(|_| {
            let first = chosen.start - of_document.start;
            (first + 1, first + (chosen.end - chosen.start))
        });
        let id = match counted {
            None => one_line(&metadata.id),
            Some((first, last)) if first == last => format!("{}.p{first}", metadata.id),
            Some((first, last)) => format!("{}.p{first}-{last}", metadata.id),
        };
        let link_id = match passages {
            Some(_) => index.link_id(chosen.clone()),
            None => id.clone(),
        };
        let say = |text: &Bilingual| one_line(in_language(text, tongue));
        let mut authors = Author::read_all(&metadata.creator, &about.speakers, tongue);
        if authors.is_empty() {
            authors.extend(only_voice(index, of_document.clone(), tongue));
        }
        let speakers = match passages {
            Some(_) => speakers_of(index, chosen, tongue, &authors),
            None => Vec::new(),
        };
        let source = one_line(&metadata.source);
        let is_address = is_web_address(&source);
        let kind = about.kinds.get(metadata.kind);
        Some(Reference {
            link: setting
                .page
                .as_deref()
                .map(|page| passage_link(page, &link_id)),
            id,
            authors,
            speakers,
            title: say(&metadata.title),
            title_inferred: metadata.title_basis == Basis::Inferred,
            date: metadata.date,
            date_inferred: metadata.date_basis == Basis::Inferred && metadata.date.is_some(),
            date_note: say(&metadata.date_note),
            genre: kind.map_or(Genre::Document, |kind| {
                Genre::of_words(&[&kind.id, &kind.label.fr, &kind.label.en])
            }),
            kind: kind.map_or_else(String::new, |kind| say(&kind.label)),
            publisher: one_line(&metadata.publisher),
            source_address: is_address.then(|| source.clone()),
            source: if is_address { String::new() } else { source },
            language: one_line(&metadata.language),
            passages: counted,
            corpus: say(&about.title),
            version: index.version(),
            accessed: setting.accessed,
            tongue,
        })
    }

    /// Returns the number of the passage, or of the first and the last: `passage 12`, `passages 12-14`.
    pub fn locator(&self) -> Option<String> {
        let (first, last) = self.passages?;
        Some(match (first == last, self.tongue) {
            (true, _) => format!("passage\u{a0}{first}"),
            (false, Tongue::French) => format!("passages\u{a0}{first}-{last}"),
            (false, Tongue::English) => format!("passages\u{a0}{first}–{last}"),
        })
    }

    /// Returns what fields of other formats cannot hold, each on one line: a date in doubt or an interval and its reason, the
    /// passage, whose words it gives, the source, and the corpus with its version.
    pub fn notes(&self) -> Vec<String> {
        let colon = pick(self.tongue, "\u{a0}: ", ": ");
        let line = |french: &str, english: &str, text: &str| {
            [pick(self.tongue, french, english), colon, text].concat()
        };
        let mut notes = Vec::new();
        let beyond_fields =
            |date: &Edtf| needs_words(date) || date.precision() == Precision::Interval;
        if let Some(date) = self.date.filter(beyond_fields) {
            let words = say(&date, Order::DayMonthYear, self.tongue);
            notes.push(line("Date", "Date", &words));
        }
        match (self.date_inferred, self.date_note.is_empty()) {
            (true, false) => notes.push(line(
                "Date déduite par l’édition du corpus",
                "Date inferred by the edition of the corpus",
                &self.date_note,
            )),
            (true, true) => notes.push(
                pick(
                    self.tongue,
                    "Date déduite par l’édition du corpus",
                    "Date inferred by the edition of the corpus",
                )
                .to_owned(),
            ),
            (false, false) => notes.push(line(
                "Raison de la date",
                "Reason for the date",
                &self.date_note,
            )),
            (false, true) => {}
        }
        if self.title_inferred {
            let note = "Titre donné par l’édition du corpus";
            notes.push(
                pick(
                    self.tongue,
                    note,
                    "Title given by the edition of the corpus",
                )
                .into(),
            );
        }
        if let Some((first, last)) = self.passages {
            notes.push(match (first == last, self.tongue) {
                (true, _) => format!("Passage {first}"),
                (false, Tongue::French) => format!("Passages {first} à {last}"),
                (false, Tongue::English) => format!("Passages {first} to {last}"),
            });
        }
        if !self.speakers.is_empty() {
            notes.push(self.words_of());
        }
        if !self.source.is_empty() {
            notes.push(line("Source", "Source", &self.source));
        }
        notes.push(line("Corpus", "Corpus", &self.corpus_and_version()));
        notes
    }

    /// Returns the notes on one line, as sentences.
    pub(crate) fn notes_in_one_line(&self) -> String {
        let notes = self.notes();
        let notes = notes.iter().map(|note| note.trim_end_matches('.'));
        notes.collect::<Vec<_>>().join(". ")
    }

    /// `Propos de Liu Xiaoming`, `Words of Liu Xiaoming`
    pub(crate) fn words_of(&self) -> String {
        let names: Vec<String> = self.speakers.iter().map(Author::said).collect();
        let words = pick(self.tongue, "Propos de ", "Words of ");
        [words, &names.join(", ")].concat()
    }

    /// `La diplomatie chinoise du cyberespace, version 0123456789abcdef`
    pub(crate) fn corpus_and_version(&self) -> String {
        format!("{}, version\u{a0}{}", self.corpus, self.version)
    }

    /// Returns a key for bibliographies: letters, digits and `-`, the same for the same passage of the same corpus.
    pub fn key(&self) -> String {
        let plain = |character: char| match character {
            'a'..='z' | 'A'..='Z' | '0'..='9' | '-' => character,
            _ => '-',
        };
        let key: String = self.id.chars().map(plain).collect();
        if key.starts_with(|first: char| first.is_ascii_alphabetic()) {
            key
        } else {
            format!("t{key}")
        }
    }
}

/// Returns the address of a document, a passage or a run of passages in the page.
pub fn passage_link(page: &str, id: &str) -> String {
    let page = page.split('#').next().unwrap_or("");
    format!("{page}#{}", fragment(id))
}

/// Escapes an id for the fragment of an address.
fn fragment(id: &str) -> String {
    use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};
    const FRAGMENT: AsciiSet = CONTROLS
        .add(b' ')
        .add(b'"')
        .add(b'#')
        .add(b'%')
        .add(b'<')
        .add(b'>')
        .add(b'\\')
        .add(b'^')
        .add(b'`')
        .add(b'{')
        .add(b'|')
        .add(b'}');
    utf8_percent_encode(id, &FRAGMENT).to_string()
}

fn speakers_of(
    index: &Index,
    passages: Range<u32>,
    language: Tongue,
    authors: &[Author],
) -> Vec<Author> {
    let mut speakers = Vec::new();
    for run in passages.flat_map(|passage| index.runs_of(passage)) {
        let said = matches!(run.kind, RunKind::Span(Voice::Direct | Voice::Reported));
        let number = run.speaker.filter(|_| said);
        let Some(speaker) = number.and_then(|at| index.about().speakers.get(at as usize)) else {
            continue;
        };
        let speaker = Author::of_speaker(speaker, language);
        let is_author = authors.iter().any(|author| author.said() == speaker.said());
        if !is_author && !speakers.contains(&speaker) {
            speakers.push(speaker);
        }
    }
    speakers
}

/// Returns the speaker in whose own voice a whole document is.
fn only_voice(index: &Index, passages: Range<u32>, language: Tongue) -> Option<Author> {
    let mut spans = passages
        .flat_map(|passage| index.runs_of(passage))
        .filter(|run| matches!(run.kind, RunKind::Span(_)));
    let first = spans.next()?;
    let is_official = |kind| kind == RunKind::Span(Voice::Official);
    let alike = is_official(first.kind)
        && spans.all(|run| is_official(run.kind) && run.speaker == first.speaker);
    let speaker = index.about().speakers.get(first.speaker? as usize)?;
    alike.then(|| Author::of_speaker(speaker, language))
}

/// Returns the text in a language, or in the other if it has none.
pub(crate) fn in_language(text: &Bilingual, language: Tongue) -> &str {
    let (first, second) = match language {
        Tongue::French => (&text.fr, &text.en),
        Tongue::English => (&text.en, &text.fr),
    };
    if first.is_empty() { second } else { first }
}
