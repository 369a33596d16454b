//! Repeated segments, and those that travel.

use super::part::passages_of;
use super::{Subject, words};
use crate::report::{Cell, Report};
use frise::state::{Listing, State};
use frise::{i18n, url};
use frise_stats::{Error, Segment, SegmentOptions, Segments, Traveller};

/// The most segments that are listed.
const MOST: usize = 500;

/// Returns the repeated segments of what is found.
pub fn report(subject: &Subject) -> Result<Report, Error> {
    let (searcher, language) = (subject.searcher, subject.language());
    let index = searcher.index();
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
    let kept: Vec<&Segment> = segments
        .found()
        .iter()
        .filter(|segment| traveller.is_none_or(|between| segment.travels(between)))
        .take(MOST)
        .collect();
    let pick = |french, english| subject.pick(french, english);
    let day =
        |day: Option<frise_date::Day>| day.map_or(String::new(), |day| day.ymd().0.to_string());
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
        vec![
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
        ]
    };
    let mut sentences = vec![
        i18n::count(
            kept.len(),
            language,
            pick("segment répété", "repeated segment"),
            pick("segments répétés", "repeated segments"),
        ) + ".",
    ];
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
    let warnings = segments.warnings().iter();
    Ok(Report {
        caption: pick("Segments répétés", "Repeated segments").to_string(),
        sentences,
        warnings: warnings
            .map(|found| words::warning(found, language))
            .collect(),
        head: [
            pick("segment", "segment"),
            pick("fois", "times"),
            pick("mots", "words"),
            pick("textes", "texts"),
            pick("locuteurs", "speakers"),
            pick("de", "from"),
            pick("à", "to"),
        ]
        .map(str::to_string)
        .to_vec(),
        rows: kept.iter().map(row).collect(),
        bars: Some(1),
        recipe: subject.recipe(),
        ..Report::default()
    })
}
