//! Reinert's classification of what is found: classes of text segments, with their words, their segments and their time.

mod lanes;
mod method;
mod tree;

use super::link::{self, query_of};
use super::map::LEAST_LETTERS;
use super::messages;
use super::part::passages_of;
use super::subject::Subject;
use crate::report::{Cell, Excerpt, Excerpts, Report};
use frise::state::{MOST_WORDS, State};
use frise::{i18n, url};
use frise_date::Tongue;
use frise_index::Index;
use frise_index::query::Matching;
use frise_stats::{
    ClassTerm, Error, ReinertOptions, TextSegment, TextSegmentOptions, TextSegments, Warning,
    text_between, text_segments,
};
use lanes::lanes;
use method::Method;
pub use method::{CONTEXTS, MEMBERS};

/// The number of classes, unless the reader asks for another.
pub const CLASSES: u32 = 5;

/// How many words a text segment has, about, unless the reader asks for another number.
pub const LENGTH: u32 = 40;

/// The most classes, and the most words that are told apart: the drawing and the table stay readable.
const MOST_CLASSES: u32 = 12;
const MOST: usize = 3_000;

/// How many words of a class are listed, how many a sentence tells, how many are in its title, and how many are searched for
/// to show it.
const LISTED: usize = 40;
const NAMING: usize = 8;
const TITLE: usize = 4;
const SEARCHED: usize = 6;

/// How many segments of a class are shown.
const EXCERPTS: usize = 3;

/// The number of segments below which classes say little.
const FEW: usize = 100;

/// What a class is shown with.
struct Class {
    name: String,
    /// Its name with its first words.
    title: String,
    /// Its first words.
    first: String,
    share: f64,
    /// Its typical words, and how often it has them.
    typical: Vec<ClassTerm>,
    /// The segments with their scores, the most typical first.
    segments: Vec<(usize, f64)>,
    /// The query for its most typical words.
    query: String,
}

/// Returns the classes of what is found.
pub fn report(subject: &Subject, index: &Index) -> Result<Report, Error> {
    let pick = |french, english| subject.pick(french, english);
    let passages = passages_of(subject.searcher, subject.state);
    let frequency = subject.number("frequency", 3).max(1);
    let options = TextSegmentOptions {
        level: subject.level(),
        words: subject.number("length", LENGTH).clamp(10, 1_000) as usize,
        frequency: frequency as usize,
        letters: subject.number("letters", LEAST_LETTERS) as usize,
        most: MOST,
    };
    let reinert = ReinertOptions {
        classes: subject.number("classes", CLASSES).clamp(2, MOST_CLASSES) as usize,
        frequency,
        ..ReinertOptions::default()
    };
    let segments = text_segments(index, &passages, &options)?;
    let method = Method::of(subject, &segments, &reinert)?;
    let classified = Classified {
        subject,
        index,
        options: &options,
        asked: reinert.classes,
        segments: &segments,
        method: &method,
    };
    let classes: Vec<Class> = (0..method.classes().sizes.len())
        .map(|number| classified.class(number))
        .collect();
    let rows = classes.iter().flat_map(|class| {
        let listed = class.typical.iter().take(LISTED);
        listed.map(|term| classified.row(class, term))
    });
    let descriptions = classes.iter().map(|class| classified.description(class));
    let wall = pick(
        "Les mots typiques des classes sur la frise",
        "The typical words of the classes on the wall",
    );
    Ok(Report {
        caption: pick("Mots des classes", "Words of the classes").to_string(),
        sentences: std::iter::once(classified.counts())
            .chain(method.sentence(subject))
            .chain(descriptions)
            .collect(),
        warnings: classified.warnings(),
        links: vec![(wall.to_string(), on_the_wall(subject, &classes))],
        threads: lanes(subject, &segments, &classes),
        tree: method.tree(subject, &classes),
        excerpts: classes
            .iter()
            .map(|class| excerpts(subject, index, &segments, class))
            .collect(),
        head: head(subject),
        rows: rows.collect(),
        bars: Some(2),
        recipe: classified.recipe(),
        ..Report::default()
    })
}

/// Returns the names of the columns.
fn head(subject: &Subject) -> Vec<String> {
    [
        subject.pick("mot", "word"),
        subject.pick("classe", "class"),
        subject.pick("χ², avec signe", "signed χ²"),
        "−log10 p",
        subject.pick("segments de la classe", "segments of the class"),
        subject.pick("segments en tout", "segments in all"),
        subject.pick("% de la classe", "% of the class"),
    ]
    .map(str::to_string)
    .to_vec()
}

/// Classes with what they were made from.
struct Classified<'a> {
    subject: &'a Subject<'a>,
    index: &'a Index,
    options: &'a TextSegmentOptions,
    /// The number of classes that was asked for.
    asked: usize,
    segments: &'a TextSegments,
    method: &'a Method,
}

impl Classified<'_> {
    /// Returns the word of a term, as a number of the level.
    fn word_of(&self, term: u32) -> Option<u32> {
        self.segments.words.get(term as usize).copied()
    }

    /// Returns the text of a term.
    fn text(&self, term: u32) -> &str {
        let word = self.word_of(term);
        word.map_or("", |word| self.options.level.text(self.index, word))
    }

    /// Returns the number of segments that have a class.
    fn sum(&self) -> usize {
        self.method.classes().sizes.iter().sum()
    }

    /// Returns a class by its number from 0, with its typical words and segments.
    fn class(&self, number: usize) -> Class {
        let (subject, found, rows) = (self.subject, self.method.classes(), &self.segments.rows);
        let mut typical = found.terms_of(rows, number as u32);
        typical.retain(|term| term.signed_chi_squared() > 0.0);
        let searched = typical.iter().take(SEARCHED);
        let searched: Vec<String> = searched
            .filter_map(|term| self.word_of(term.term))
            .map(|word| query_of(self.options.level, self.index, word, Matching::default()))
            .collect();
        let name = format!("{} {}", subject.pick("Classe", "Class"), number + 1);
        let first = typical.iter().take(TITLE);
        let first: Vec<&str> = first.map(|term| self.text(term.term)).collect();
        let first = first.join(", ");
        let colon = subject.pick("\u{a0}: ", ": ");
        Class {
            title: format!("{name}{colon}{first}"),
            first,
            name,
            share: found.sizes[number] as f64 / self.sum() as f64,
            segments: found.typical_units(rows, number as u32, &typical),
            query: searched.join("|"),
            typical,
        }
    }

    /// Returns the row of a typical word of a class.
    fn row(&self, class: &Class, term: &ClassTerm) -> Vec<Cell> {
        let (subject, table) = (self.subject, &term.table);
        let concordance = |word| link::word(subject, self.options.level, word, subject.state);
        let share = table.frequency() as f64 / table.part() as f64;
        vec![
            Cell::Text {
                address: self.word_of(term.term).map(concordance),
                text: self.text(term.term).to_string(),
            },
            Cell::text(class.name.clone()),
            Cell::Figure(Some(term.signed_chi_squared()), 2),
            Cell::Figure(Some(table.chi_squared_significance()), 2),
            Cell::count(table.frequency()),
            Cell::count(table.total()),
            Cell::Figure(Some(share * 100.0), 1),
        ]
    }

    /// Returns a class in a sentence: its share and its most typical words.
    fn description(&self, class: &Class) -> String {
        let language = self.subject.language();
        let naming = class.typical.iter().take(NAMING);
        let words: Vec<String> = naming
            .map(|term| i18n::quoted(self.text(term.term), language))
            .collect();
        let colon = self.subject.pick("\u{a0}: ", ": ");
        let share = percent(class.share, language);
        format!("{} ({share}){colon}{}.", class.name, words.join(", "))
    }

    /// Returns how many segments and words there are, and how many segments have a class.
    fn counts(&self) -> String {
        let language = self.subject.language();
        let count = |number: usize| i18n::number(number, language);
        let segments = count(self.segments.segments.len());
        let length = count(self.options.words);
        let words = count(self.segments.words.len());
        let classified = count(self.sum());
        match language {
            Tongue::French => format!(
                "{segments} segments de texte d’environ {length} mots, distingués par {words} mots\u{a0}; {classified} ont une classe."
            ),
            Tongue::English => format!(
                "{segments} text segments of about {length} words, told apart by {words} words; {classified} have a class."
            ),
        }
    }

    /// Returns the recipe.
    fn recipe(&self) -> Vec<(String, String)> {
        let pick = |french, english| self.subject.pick(french, english);
        let words = messages::level(self.options.level, self.subject.language());
        let mut recipe = self.subject.recipe();
        recipe.extend(
            [
                (pick("mots", "words"), words.to_string()),
                (
                    pick("mots par segment", "words of a segment"),
                    self.options.words.to_string(),
                ),
                (
                    pick(
                        "segments qui ont un mot, au moins",
                        "least segments with a word",
                    ),
                    self.options.frequency.to_string(),
                ),
                (
                    pick("lettres minimales", "least letters"),
                    self.options.letters.to_string(),
                ),
                (
                    pick("classes demandées", "classes asked for"),
                    self.asked.to_string(),
                ),
            ]
            .map(|(name, value)| (name.to_string(), value)),
        );
        recipe.extend(self.method.recipe(self.subject));
        recipe
    }

    /// Returns what makes the classes doubtful.
    fn warnings(&self) -> Vec<String> {
        let (subject, language) = (self.subject, self.subject.language());
        let documents = documents_of(&self.segments.segments);
        let all = self.index.documents();
        let undated = documents
            .iter()
            .filter(|document| all[**document as usize].metadata.date.is_none())
            .count();
        let mut warnings = Vec::new();
        if documents.len() == 1 {
            warnings.push(messages::warning(&Warning::OneDocument, language));
        }
        if undated > 0 {
            let none = Warning::NoDates {
                documents: undated,
                of: documents.len(),
            };
            warnings.push(messages::warning(&none, language));
        }
        if self.segments.segments.len() < FEW {
            let few = subject.pick(
                "Il y a peu de segments\u{a0}: au-dessous d’une centaine, les classes peuvent être dues au hasard.",
                "There are few segments: below a hundred, classes may be due to chance.",
            );
            warnings.push(few.to_string());
        }
        let of_method = self.method.warnings(subject, self.asked);
        warnings.extend(of_method.into_iter().map(str::to_string));
        warnings
    }
}

/// Returns the documents of segments, each once.
fn documents_of(segments: &[TextSegment]) -> Vec<u32> {
    let mut documents: Vec<u32> = segments.iter().map(|segment| segment.document).collect();
    documents.dedup();
    documents
}

/// Returns a view of the app with the filters of the reader, the tool left open.
fn view(subject: &Subject, query: &str) -> State {
    State {
        query: query.to_string(),
        filters: subject.state.filters.clone(),
        language: subject.language(),
        corpus: subject.state.corpus.clone(),
        ..State::default()
    }
}

/// Returns a share in per cent.
fn percent(share: f64, language: Tongue) -> String {
    format!("{}\u{a0}%", i18n::decimal(share * 100.0, 0, language))
}

/// Returns the view of the passage in which a segment begins, with the typical words of its class.
fn passage(subject: &Subject, class: &Class, segment: &TextSegment) -> String {
    let view = State {
        passage: Some(segment.passage),
        tool: subject.state.tool.clone(),
        ..view(subject, &class.query)
    };
    url::print(&view, subject.searcher.index())
}

/// Returns the view whose timelines compare the typical words of the classes.
fn on_the_wall(subject: &Subject, classes: &[Class]) -> String {
    let mut view = view(subject, "");
    for class in classes.iter().take(MOST_WORDS) {
        view.timelines = view.timelines.with_words(&class.query);
    }
    url::print(&view, subject.searcher.index())
}

/// Returns the most typical segments of a class.
fn excerpts(subject: &Subject, index: &Index, segments: &TextSegments, class: &Class) -> Excerpts {
    let language = subject.language();
    let excerpt = |(place, _): &(usize, f64)| {
        let segment = segments.segments.get(*place)?;
        let document = &index.documents().get(segment.document as usize)?.metadata;
        Some(Excerpt {
            text: text_between(index, segment.start, segment.end),
            label: format!(
                "{}, {}",
                i18n::of(&document.short, language),
                i18n::date(document.date.as_ref(), language)
            ),
            address: passage(subject, class, segment),
        })
    };
    Excerpts {
        name: format!(
            "{} {}",
            subject.pick("Segments typiques,", "Typical segments,"),
            class.name.to_lowercase()
        ),
        excerpts: class
            .segments
            .iter()
            .filter_map(excerpt)
            .take(EXCERPTS)
            .collect(),
    }
}
