//! Repeated segments, and those that travel.

use super::part::passages_of;
use super::subject::Subject;
use super::threads::threads;
use super::words;
use crate::report::{Cell, Report};
use frise::state::{Listing, State};
use frise::{i18n, url};
use frise_date::Tongue;
use frise_index::Index;
use frise_stats::{Error, Segment, SegmentOptions, Segments, Traveller, text_between};

/// The most segments that are listed.
const MOST: usize = 500;

/// Returns the repeated segments of what is found.
pub fn report(subject: &Subject, index: &Index) -> Result<Report, Error> {
    let (searcher, language) = (subject.searcher, subject.language());
    let passages = passages_of(searcher, subject.state);
    let shortest = subject.number("shortest", 4).clamp(2, 12) as usize;
    let options = SegmentOptions {
        level: subject.level(),
        words: shortest..=12,
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
    let pick = |french, english| subject.pick(french, english);
    let day =
        |day: Option<frise_date::Day>| day.map_or(String::new(), |day| day.ymd().0.to_string());
    let near = subject.number("near", 0).min(2) as usize;
    let row = |segment: &&Segment| {
        let text = segments.text(segment);
        let query = format!("\"{}\"", text.replace('"', " "));
        let view = State {
            query,
            filters: subject.state.filters.clone(),
            sort: frise_index::search::Sort::Oldest,
            listing: Listing::Concordance,
            language,
            corpus: subject.state.corpus.clone(),
            ..State::default()
        };
        let mut cells = vec![
            Cell::Text {
                text,
                address: Some(url::print(&view, index)),
            },
            Cell::count(segment.frequency() as u64),
            Cell::count(segment.words() as u64),
            Cell::count(u64::from(segment.documents)),
            Cell::count(u64::from(segment.speakers)),
            Cell::text(day(segment.first)),
            Cell::text(day(segment.last)),
        ];
        if near > 0 {
            cells.extend(variants(subject, &segments, segment, near));
        }
        cells
    };
    let mut sentences = vec![
        i18n::count(
            all,
            language,
            pick("segment répété", "repeated segment"),
            pick("segments répétés", "repeated segments"),
        ) + ".",
    ];
    if all > MOST {
        sentences.push(format!(
            "{}{}.",
            pick("La table a les ", "The table has the first "),
            match language {
                Tongue::French => format!("{} premiers", i18n::number(MOST, language)),
                Tongue::English => i18n::number(MOST, language),
            },
        ));
    }
    if let Some(first) = kept.iter().max_by_key(|segment| segment.documents) {
        let places = segments.places(first);
        let names: Vec<String> = places
            .iter()
            .filter_map(|place| index.documents().get(place.document))
            .map(|document| i18n::of(&document.metadata.short, language).to_string())
            .collect();
        let mut names = names;
        names.dedup();
        sentences.push(format!(
            "{}{}{}.",
            i18n::quoted(&segments.text(first), language),
            pick("\u{a0}: ", ": "),
            names.join(" → "),
        ));
    }
    let mut head = vec![
        pick("segment", "segment"),
        pick("fois", "times"),
        pick("mots", "words"),
        pick("textes", "texts"),
        pick("locuteurs", "speakers"),
        pick("de", "from"),
        pick("à", "to"),
    ];
    if near > 0 {
        head.extend([
            pick("variantes", "variants"),
            pick("la première", "the first"),
        ]);
    }
    let mut recipe = subject.recipe();
    let least = i18n::words(shortest, language);
    for (name, value) in [
        (pick("longueur minimale", "least length"), least),
        (
            pick("fréquence minimale", "least frequency"),
            subject.number("frequency", 2).max(2).to_string(),
        ),
        (pick("segments en tout", "segments in all"), all.to_string()),
        (pick("lignes au plus", "rows at most"), MOST.to_string()),
    ] {
        recipe.push((name.to_string(), value));
    }
    let warnings = segments.warnings().iter();
    Ok(Report {
        caption: pick("Segments répétés", "Repeated segments").to_string(),
        sentences,
        warnings: warnings
            .map(|found| words::warning(found, language))
            .collect(),
        head: head.iter().map(|name| name.to_string()).collect(),
        threads: threads(subject, &segments, &kept),
        rows: kept.iter().map(row).collect(),
        bars: Some(1),
        recipe,
        ..Report::default()
    })
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
