//! How rich the vocabulary of each part is.

use super::messages;
use super::part::{NamedPart, division};
use super::subject::Subject;
use crate::report::{Cell, Curve, Report};
use frise::i18n;
use frise_index::Index;
use frise_stats::{Diversity, Error, Warning, diversity};

/// The most curves that are drawn; more could not be told apart.
const MOST_CURVES: usize = 8;

/// Returns the richness of the vocabulary of texts, speakers or years.
pub fn report(subject: &Subject, index: &Index) -> Result<Report, Error> {
    let language = subject.language();
    let pick = |french, english| subject.pick(french, english);
    let mut report = Report {
        caption: pick("Richesse du vocabulaire", "Richness of the vocabulary").to_string(),
        head: [
            pick("partie", "part"),
            "MATTR",
            "MTLD",
            pick("mots", "tokens"),
            pick("mots différents", "types"),
            pick("hapax", "hapaxes"),
        ]
        .map(str::to_string)
        .to_vec(),
        bars: Some(1),
        recipe: subject.recipe(),
        ..Report::default()
    };
    let division = division(subject);
    if division.is_empty() {
        // As where no text has a date and the years are asked for.
        return Err(Error::TooFewParts(0));
    }
    for part in division {
        let NamedPart {
            name,
            passages,
            address,
        } = part;
        let Ok(found) = diversity(index, &passages, subject.level()) else {
            continue;
        };
        for warning in &found.warnings {
            let warning = match warning {
                Warning::SmallPart { words } => format!(
                    "{name}{}{}{}",
                    pick("\u{a0}: seulement ", ": only "),
                    i18n::words(*words as usize, language),
                    pick(
                        "\u{a0}; des écarts peuvent être dus au hasard.",
                        "; differences may be due to chance.",
                    ),
                ),
                other => messages::warning(other, language),
            };
            if !report.warnings.contains(&warning) {
                report.warnings.push(warning);
            }
        }
        if report.curves.len() < MOST_CURVES {
            report.curves.push(Curve {
                name: name.clone(),
                points: found.growth.clone(),
            });
        }
        report.rows.push(vec![
            Cell::Text {
                text: name,
                address,
            },
            Cell::Figure(found.mattr, 3),
            Cell::Figure(found.mtld, 1),
            Cell::count(found.tokens),
            Cell::count(found.types),
            Cell::count(found.hapaxes),
        ]);
    }
    if report.rows.is_empty() {
        return Err(Error::NoWords);
    }
    report.sentences.push(format!(
        "{}{}{}",
        pick("MATTR\u{a0}: moyenne de mots différents pour un mot, sur des fenêtres de ", "MATTR: mean share of distinct words, in windows of "),
        i18n::words(Diversity::WINDOW, language),
        pick("\u{a0}; un tiret, où la partie est plus courte. Ces deux mesures ne dépendent pas de la longueur.", "; a dash where the part is shorter. Both measures do not depend on length."),
    ));
    Ok(report)
}
