//! Repeated segments, and those that travel.

use super::messages;
use super::part::passages_of;
use super::subject::Subject;
use super::threads::threads;
use crate::report::{Cell, Report};
use frise::state::{Listing, State};
use frise::{i18n, url};
use frise_date::{Day, Tongue};
use frise_index::Index;
use frise_stats::{Error, Segment, SegmentOptions, Segments, Traveller, text_between};

/// The most segments that are listed.
const MOST: usize = 500;

/// Returns the repeated segments of what is found.
pub fn report(subject: &Subject, index: &Index) -> Result<Report, Error> {
    let language = subject.language();
    let passages = passages_of(subject.searcher, subject.state);
    let options = SegmentOptions {
        level: subject.level(),
        words: subject.number("shortest", 4).clamp(2, 12) as usize..=12,
        frequency: subject.number("frequency", 2).max(2) as usize,
        ..SegmentOptions::default()
    };
    let traveller = match subject.setting.get("travel") {
        Some("speakers") => Some(Traveller::Speakers),
        Some("years") => Some(Traveller::Years),
        Some("any") => None,
        _ => Some(Traveller::Documents),
    };
    let segments = Segments::of(index, &passages, &options)?;
    let found = segments.found().iter();
    let mut kept: Vec<&Segment> = found
        .filter(|segment| traveller.is_none_or(|between| segment.travels(between)))
        .collect();
    let all = kept.len();
    kept.truncate(MOST);
    let near = subject.number("near", 0).min(2) as usize;
    let title = subject.pick("Segments répétés", "Repeated segments");
    let warnings = segments.warnings().iter();
    Ok(Report {
        caption: title.to_string(),
        sentences: sentences(subject, index, &segments, &kept, all),
        warnings: warnings
            .map(|found| messages::warning(found, language))
            .collect(),
        head: head(subject, near > 0),
        threads: threads(subject, &segments, &kept),
        rows: kept
            .iter()
            .map(|segment| row(subject, index, &segments, segment, near))
            .collect(),
        bars: Some(1),
        recipe: recipe(subject, &options, all),
        ..Report::default()
    })
}

/// Returns the names of the columns.
fn head(subject: &Subject, has_variants: bool) -> Vec<String> {
    let pick = |french, english| subject.pick(french, english);
    let mut head = vec![
        pick("segment", "segment"),
        pick("fois", "times"),
        pick("mots", "words"),
        pick("textes", "texts"),
        pick("locuteurs", "speakers"),
        pick("de", "from"),
        pick("à", "to"),
    ];
    if has_variants {
        head.extend([
            pick("variantes", "variants"),
            pick("la première", "the first"),
        ]);
    }
    head.into_iter().map(str::to_string).collect()
}

/// Returns the row of a segment, which leads to its concordance.
fn row(
    subject: &Subject,
    index: &Index,
    segments: &Segments<'_>,
    segment: &Segment,
    near: usize,
) -> Vec<Cell> {
    let text = segments.text(segment);
    let view = State {
        query: format!("\"{}\"", text.replace('"', " ")),
        filters: subject.state.filters.clone(),
        sort: frise_index::search::Sort::Oldest,
        listing: Listing::Concordance,
        language: subject.language(),
        corpus: subject.state.corpus.clone(),
        ..State::default()
    };
    let year = |day: Option<Day>| day.map_or(String::new(), |day| day.ymd().0.to_string());
    let mut cells = vec![
        Cell::Text {
            text,
            address: Some(url::print(&view, index)),
        },
        Cell::count(segment.frequency() as u64),
        Cell::count(segment.words() as u64),
        Cell::count(u64::from(segment.documents)),
        Cell::count(u64::from(segment.speakers)),
        Cell::text(year(segment.first)),
        Cell::text(year(segment.last)),
    ];
    if near > 0 {
        cells.extend(variants(subject, segments, segment, near));
    }
    cells
}

/// Returns how many segments there are, how many of them are listed, and the way of the one that is in most texts.
fn sentences(
    subject: &Subject,
    index: &Index,
    segments: &Segments<'_>,
    kept: &[&Segment],
    all: usize,
) -> Vec<String> {
    let (pick, language) = (|f, e| subject.pick(f, e), subject.language());
    let (one, many) = (
        pick("segment répété", "repeated segment"),
        pick("segments répétés", "repeated segments"),
    );
    let mut sentences = vec![i18n::count(all, language, one, many) + "."];
    if all > MOST {
        let most = i18n::number(MOST, language);
        sentences.push(match language {
            Tongue::French => format!("La table a les {most} premiers."),
            Tongue::English => format!("The table has the first {most}."),
        });
    }
    if let Some(first) = kept.iter().max_by_key(|segment| segment.documents) {
        let places = segments.places(first);
        let documents = places
            .iter()
            .filter_map(|place| index.documents().get(place.document));
        let mut names: Vec<&str> = documents
            .map(|document| i18n::of(&document.metadata.short, language))
            .collect();
        names.dedup();
        let text = i18n::quoted(&segments.text(first), language);
        let colon = pick("\u{a0}: ", ": ");
        sentences.push(format!("{text}{colon}{}.", names.join(" → ")));
    }
    sentences
}

/// Returns the recipe.
fn recipe(subject: &Subject, options: &SegmentOptions, all: usize) -> Vec<(String, String)> {
    let pick = |french, english| subject.pick(french, english);
    let least = i18n::words(*options.words.start(), subject.language());
    let mut recipe = subject.recipe();
    recipe.extend(
        [
            (pick("longueur minimale", "least length"), least),
            (
                pick("fréquence minimale", "least frequency"),
                options.frequency.to_string(),
            ),
            (pick("segments en tout", "segments in all"), all.to_string()),
            (pick("lignes au plus", "rows at most"), MOST.to_string()),
        ]
        .map(|(name, value)| (name.to_string(), value)),
    );
    recipe
}

/// Returns how often a segment occurs with a word or two changed, and the first place where it does.
fn variants(
    subject: &Subject,
    segments: &Segments<'_>,
    segment: &Segment,
    near: usize,
) -> [Cell; 2] {
    let index = subject.searcher.index();
    let variants = segments.variants(segment, near);
    let places = variants.iter().flat_map(|variant| &variant.places);
    let first = places.clone().min_by_key(|place| place.start);
    let first = first.map(|place| {
        let view = State {
            passage: Some(place.passage),
            language: subject.language(),
            corpus: subject.state.corpus.clone(),
            tool: subject.state.tool.clone(),
            ..State::default()
        };
        Cell::Text {
            text: text_between(index, place.start, place.end),
            address: Some(url::print(&view, index)),
        }
    });
    [
        Cell::count(places.count() as u64),
        first.unwrap_or_else(|| Cell::text("")),
    ]
}
