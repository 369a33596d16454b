//! Reinert's classification of what is found: classes of text segments, with their words, their segments and their time.

mod lanes;
mod tree;

use super::link::{self, query_of};
use super::map::LEAST_LETTERS;
use super::part::passages_of;
use super::subject::Subject;
use super::words;
use crate::report::{Cell, Excerpt, Excerpts, Report};
use frise::state::{MOST_WORDS, State};
use frise::{i18n, url};
use frise_date::Tongue;
use frise_index::Index;
use frise_index::query::Matching;
use frise_stats::{
    ClassTerm, Classification, Error, ReinertOptions, TextSegment, TextSegmentOptions,
    TextSegments, Warning, text_between, text_segments,
};
use lanes::lanes;
use tree::tree;

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
    let language = subject.language();
    let level = subject.level();
    let pick = |french, english| subject.pick(french, english);
    let passages = passages_of(subject.searcher, subject.state);
    let frequency = subject.number("frequency", 3).max(1);
    let options = TextSegmentOptions {
        level,
        words: subject.number("length", LENGTH).clamp(10, 1_000) as usize,
        frequency: frequency as usize,
        letters: subject.number("letters", LEAST_LETTERS) as usize,
        most: MOST,
    };
    let asked = subject.number("classes", CLASSES).clamp(2, MOST_CLASSES) as usize;
    let segments = text_segments(index, &passages, &options)?;
    let reinert = ReinertOptions {
        classes: asked,
        frequency,
        ..ReinertOptions::default()
    };
    let found = Classification::of(&segments.rows, segments.words.len(), &reinert)?;
    let word_of = |term: u32| segments.words.get(term as usize).copied();
    let text = |term: u32| word_of(term).map_or("", |word| level.text(index, word));
    let colon = pick("\u{a0}: ", ": ");
    let classified: usize = found.sizes.iter().sum();
    let class = |number: usize| {
        let mut typical = found.terms_of(&segments.rows, number as u32);
        typical.retain(|term| term.signed_chi_squared() > 0.0);
        let searched = typical.iter().take(SEARCHED);
        let searched: Vec<String> = searched
            .filter_map(|term| word_of(term.term))
            .map(|word| query_of(level, index, word, Matching::default()))
            .collect();
        let name = format!("{} {}", pick("Classe", "Class"), number + 1);
        let first = typical.iter().take(TITLE);
        let first: Vec<&str> = first.map(|term| text(term.term)).collect();
        let first = first.join(", ");
        Class {
            title: format!("{name}{colon}{first}"),
            first,
            name,
            share: found.sizes[number] as f64 / classified as f64,
            segments: found.typical_units(&segments.rows, number as u32, &typical),
            query: searched.join("|"),
            typical,
        }
    };
    let classes: Vec<Class> = (0..found.sizes.len()).map(class).collect();
    let percent = |share: f64| percent(share, language);
    let row = |class: &Class, term: &ClassTerm| {
        let table = &term.table;
        let concordance = |word| link::word(subject, level, word, subject.state);
        vec![
            Cell::Text {
                address: word_of(term.term).map(concordance),
                text: text(term.term).to_string(),
            },
            Cell::text(class.name.clone()),
            Cell::Figure(Some(term.signed_chi_squared()), 2),
            Cell::Figure(Some(table.chi_squared_significance()), 2),
            Cell::count(table.frequency()),
            Cell::count(table.total()),
            Cell::Figure(
                Some(table.frequency() as f64 / table.part() as f64 * 100.0),
                1,
            ),
        ]
    };
    let rows = classes.iter().flat_map(|class| {
        let listed = class.typical.iter().take(LISTED);
        listed.map(|term| row(class, term))
    });
    let told = classes.iter().map(|class| {
        let naming = class.typical.iter().take(NAMING);
        let words: Vec<String> = naming
            .map(|term| i18n::quoted(text(term.term), language))
            .collect();
        let share = percent(class.share);
        format!("{} ({share}){colon}{}.", class.name, words.join(", "))
    });
    let count = |number: usize| i18n::number(number, language);
    let counted = match language {
        Tongue::French => format!(
            "{} segments de texte d’environ {} mots, distingués par {} mots\u{a0}; {} ont une classe.",
            count(segments.segments.len()),
            count(options.words),
            count(segments.words.len()),
            count(classified),
        ),
        Tongue::English => format!(
            "{} text segments of about {} words, told apart by {} words; {} have a class.",
            count(segments.segments.len()),
            count(options.words),
            count(segments.words.len()),
            count(classified),
        ),
    };
    let mut recipe = subject.recipe();
    recipe.extend(
        [
            (
                pick("mots", "words"),
                words::level(level, language).to_string(),
            ),
            (
                pick("mots par segment", "words of a segment"),
                options.words.to_string(),
            ),
            (
                pick("segments qui ont un mot, au moins", "least segments with a word"),
                frequency.to_string(),
            ),
            (
                pick("lettres minimales", "least letters"),
                options.letters.to_string(),
            ),
            (
                pick("classes demandées", "classes asked for"),
                asked.to_string(),
            ),
            (pick("divisions", "divisions"), found.tree()),
            (
                pick("χ² des divisions", "χ² of the divisions"),
                found
                    .splits
                    .iter()
                    .map(|split| format!("{:.2}", split.chi_squared))
                    .collect::<Vec<String>>()
                    .join(", "),
            ),
            (
                pick("méthode", "method"),
                pick(
                    "classification descendante de Reinert, une seule, coefficient de contingence 0,3",
                    "Reinert’s descending classification, a single one, contingency coefficient 0.3",
                )
                .to_string(),
            ),
        ]
        .map(|(name, value)| (name.to_string(), value)),
    );
    Ok(Report {
        caption: pick("Mots des classes", "Words of the classes").to_string(),
        sentences: std::iter::once(counted).chain(told).collect(),
        warnings: warnings(subject, &segments, &found, asked),
        links: vec![(
            pick(
                "Les mots typiques des classes sur la frise",
                "The typical words of the classes on the wall",
            )
            .to_string(),
            on_the_wall(subject, &classes),
        )],
        threads: lanes(subject, &segments, &classes),
        tree: tree(subject, &found, &classes),
        excerpts: classes
            .iter()
            .map(|class| excerpts(subject, index, &segments, class))
            .collect(),
        head: [
            pick("mot", "word"),
            pick("classe", "class"),
            pick("χ², avec signe", "signed χ²"),
            "−log10 p",
            pick("segments de la classe", "segments of the class"),
            pick("segments en tout", "segments in all"),
            pick("% de la classe", "% of the class"),
        ]
        .map(str::to_string)
        .to_vec(),
        rows: rows.collect(),
        bars: Some(2),
        recipe,
        ..Report::default()
    })
}

/// What makes the classes doubtful.
fn warnings(
    subject: &Subject,
    segments: &TextSegments,
    found: &Classification,
    asked: usize,
) -> Vec<String> {
    let language = subject.language();
    let documents = documents_of(&segments.segments);
    let all = subject.searcher.index().documents();
    let undated = documents
        .iter()
        .filter(|document| all[**document as usize].metadata.date.is_none())
        .count();
    let mut warnings = Vec::new();
    if documents.len() == 1 {
        warnings.push(words::warning(&Warning::OneDocument, language));
    }
    if undated > 0 {
        let none = Warning::NoDates {
            documents: undated,
            of: documents.len(),
        };
        warnings.push(words::warning(&none, language));
    }
    if segments.segments.len() < FEW {
        warnings.push(
            subject
                .pick(
                    "Il y a peu de segments\u{a0}: au-dessous d’une centaine, les classes peuvent être dues au hasard.",
                    "There are few segments: below a hundred, classes may be due to chance.",
                )
                .to_string(),
        );
    }
    if found.sizes.len() < asked {
        warnings.push(
            subject
                .pick(
                    "Il y a moins de classes que demandé\u{a0}: les autres segments ne se laissent plus diviser.",
                    "There are fewer classes than asked for: the other segments cannot be divided again.",
                )
                .to_string(),
        );
    }
    warnings
}

/// The documents of segments, each once.
fn documents_of(segments: &[TextSegment]) -> Vec<u32> {
    let mut documents: Vec<u32> = segments.iter().map(|segment| segment.document).collect();
    documents.dedup();
    documents
}

/// A view of the app with the filters of the reader, the tool left open.
fn view(subject: &Subject, query: &str) -> State {
    State {
        query: query.to_string(),
        filters: subject.state.filters.clone(),
        language: subject.language(),
        corpus: subject.state.corpus.clone(),
        ..State::default()
    }
}

/// A share in per cent.
fn percent(share: f64, language: Tongue) -> String {
    format!("{}\u{a0}%", i18n::decimal(share * 100.0, 0, language))
}

/// The view of the passage in which a segment begins, with the typical words of its class.
fn passage(subject: &Subject, class: &Class, segment: &TextSegment) -> String {
    let view = State {
        passage: Some(segment.passage),
        tool: subject.state.tool.clone(),
        ..view(subject, &class.query)
    };
    url::print(&view, subject.searcher.index())
}

/// The view whose timelines compare the typical words of the classes.
fn on_the_wall(subject: &Subject, classes: &[Class]) -> String {
    let mut view = view(subject, "");
    for class in classes.iter().take(MOST_WORDS) {
        view.timelines = view.timelines.with_words(&class.query);
    }
    url::print(&view, subject.searcher.index())
}

/// The most typical segments of a class.
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
