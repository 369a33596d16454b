//! Dispersion of the search of the app, and of other searches beside it.

use super::link;
use super::messages;
use super::subject::Subject;
use crate::report::{Cell, Report, Strip};
use frise::i18n;
use frise::state::{Listing, State};
use frise_index::Index;
use frise_index::query::parse;
use frise_stats::{Error, Parts, spread};

/// Returns how evenly the search, and those that the settings add (`with=a|b`), are spread.
pub fn report(subject: &Subject, index: &Index) -> Result<Report, Error> {
    let (searcher, state, language) = (subject.searcher, subject.state, subject.language());
    let parts = match subject.setting.get("parts") {
        Some("passages") => Parts::Passages,
        Some("equal") => Parts::Equal(10),
        _ => Parts::Documents,
    };
    let pick = |french, english| subject.pick(french, english);
    let queries: Vec<&str> = [state.query.as_str()]
        .into_iter()
        .chain(subject.setting.get("with").unwrap_or("").split(','))
        .map(str::trim)
        .filter(|query| !query.is_empty())
        .collect();
    if queries.is_empty() {
        return Err(Error::Absent);
    }
    let passages = searcher.passing(&state.filters);
    let mut report = Report {
        caption: pick("Dispersion", "Dispersion").to_string(),
        head: [
            pick("recherche", "query"),
            "DP",
            pick("DP normalisé", "normalised DP"),
            pick("D de Juilland", "Juilland’s D"),
            pick("occurrences", "occurrences"),
            pick("parties avec", "parts with it"),
            pick("parties", "parts"),
        ]
        .map(str::to_string)
        .to_vec(),
        bars: Some(2),
        recipe: subject.recipe(),
        ..Report::default()
    };
    let concordance = |query: &str| {
        let view = State {
            query: query.to_string(),
            ..state.clone()
        };
        link::address(subject, &view, Listing::Concordance)
    };
    let mut last = None;
    for query in queries {
        let query_read = parse(query).matched(state.matching);
        let plan = searcher.plan_under(&query_read, &state.filters);
        let hits = searcher.hits(&passages, &plan, &[]);
        match spread(index, &passages, &hits, parts) {
            Ok(found) => {
                let dispersion = &found.dispersion;
                report.rows.push(vec![
                    Cell::Text {
                        text: query.to_string(),
                        address: Some(concordance(query)),
                    },
                    Cell::Figure(Some(dispersion.dp), 3),
                    Cell::Figure(Some(dispersion.dp_normalised), 3),
                    Cell::Figure(Some(dispersion.juilland), 3),
                    Cell::count(dispersion.occurrences),
                    Cell::count(dispersion.range as u64),
                    Cell::count(dispersion.parts as u64),
                ]);
                let (colon, query) = (pick("\u{a0}: ", ": "), i18n::quoted_query(query, language));
                report.sentences.push(format!(
                    "{query}{colon}DP {}{}",
                    i18n::decimal(dispersion.dp, 2, language),
                    pick(
                        "\u{a0}; 0, réparti comme les mots, près de 1, dans une petite partie seulement.",
                        "; 0 is spread as the words are, near 1 is in one small part only.",
                    )
                ));
                for warning in &dispersion.warnings {
                    let warning = messages::warning(warning, language);
                    if !report.warnings.contains(&warning) {
                        report.warnings.push(warning);
                    }
                }
                report.strips.push(Strip {
                    name: query,
                    places: found.places,
                });
            }
            Err(error) => {
                let query = i18n::quoted_query(query, language);
                let colon = pick("\u{a0}: ", ": ");
                report.warnings.push(format!(
                    "{query}{colon}{}",
                    messages::error(&error, language)
                ));
                last = Some(error);
            }
        }
    }
    match (report.rows.is_empty(), last) {
        (true, Some(error)) => Err(error),
        _ => Ok(report),
    }
}
