//! Correspondence analysis: words and parts on one map.

use super::link;
use super::messages;
use super::part::division;
use super::subject::Subject;
use crate::report::{Cell, Point, Report};
use frise::i18n;
use frise_index::Index;
use frise_index::search::PassageSet;
use frise_stats::{Correspondence, Error, MapPoint, lexical_table};

/// How many letters a word has at least, unless the reader asks for another number: most words of grammar have fewer.
pub const LEAST_LETTERS: u32 = 4;

/// How many axes are computed.
const AXES: usize = 4;

/// The share of inertia below which a second axis says nothing.
const LEAST_SHARE: f64 = 1e-6;

/// Returns the map of the most frequent words and of texts, speakers or years.
pub fn report(subject: &Subject, index: &Index) -> Result<Report, Error> {
    let language = subject.language();
    let level = subject.level();
    let pick = |french, english| subject.pick(french, english);
    let division = division(subject);
    let parts: Vec<PassageSet> = division.iter().map(|part| part.passages.clone()).collect();
    let frequency = u64::from(subject.number("frequency", 5));
    let most = subject.number("most", 60).clamp(3, 500) as usize;
    let letters = subject.number("letters", LEAST_LETTERS) as usize;
    let table = lexical_table(index, &parts, level, frequency, letters, most);
    let found = Correspondence::of(&table.counts, AXES)?;
    let mut report = Report {
        caption: pick("Analyse des correspondances", "Correspondence analysis").to_string(),
        head: [
            pick("point", "point"),
            pick("axe 1", "axis 1"),
            pick("axe 2", "axis 2"),
            pick("contribution à 1", "contribution to 1"),
            pick("contribution à 2", "contribution to 2"),
            "cos² 1 + 2",
            pick("masse", "mass"),
        ]
        .map(str::to_string)
        .to_vec(),
        bars: Some(1),
        recipe: subject.recipe(),
        ..Report::default()
    };
    let parts = division.into_iter().map(|part| (part.name, part.address));
    let words_of = table.words.iter().map(|word| {
        let address = link::word(subject, level, *word, subject.state);
        (level.text(index, *word).to_string(), Some(address))
    });
    let points = parts.zip(&found.columns).map(|named| (true, named));
    let points = points.chain(words_of.zip(&found.rows).map(|named| (false, named)));
    for (is_part, ((name, address), point)) in points {
        let Some(point) = point else {
            continue;
        };
        let on = |values: &[f64], axis: usize| values.get(axis).copied().unwrap_or(0.0);
        let MapPoint {
            mass,
            coordinates,
            contributions,
            cos2,
        } = point;
        report.rows.push(vec![
            Cell::Text {
                text: name.clone(),
                address,
            },
            Cell::Figure(Some(on(coordinates, 0)), 3),
            Cell::Figure(Some(on(coordinates, 1)), 3),
            Cell::Figure(Some(on(contributions, 0)), 3),
            Cell::Figure(Some(on(contributions, 1)), 3),
            Cell::Figure(Some(on(cos2, 0) + on(cos2, 1)), 3),
            Cell::Figure(Some(*mass), 4),
        ]);
        report.points.push(Point {
            name,
            at: (on(coordinates, 0), on(coordinates, 1)),
            is_part,
        });
    }
    let share = |axis: usize| {
        let share = found.axes.get(axis).map_or(0.0, |axis| axis.share * 100.0);
        i18n::decimal(share, 1, language)
    };
    report.sentences.push(format!(
        "{}{}\u{a0}%, {}\u{a0}%. {}",
        pick("Part de l’inertie des axes 1 et 2\u{a0}: ", "Share of inertia of axes 1 and 2: "),
        share(0),
        share(1),
        pick(
            "Des parties proches ont des mots proches\u{a0}; un mot et une partie se comparent par leur direction, non par leur distance.",
            "Parts near each other have similar words; a word and a part are compared by direction, not by distance.",
        )
    ));
    // Two parts differ along one axis: a map would be a line of names, one over the other.
    if found
        .axes
        .get(1)
        .is_none_or(|axis| axis.share < LEAST_SHARE)
    {
        report.points.clear();
        report.warnings.push(
            pick(
                "Il n’y a qu’un axe\u{a0}: il faut trois parties au moins pour une carte. Élargissez la recherche, ou choisissez un autre découpage.",
                "There is one axis only: a map needs three parts at least. Widen the search, or divide it another way.",
            )
            .to_string(),
        );
    }
    report.recipe.extend([
        (
            pick("mots", "words").to_string(),
            messages::level(level, language).to_string(),
        ),
        (
            pick("fréquence minimale", "least frequency").to_string(),
            frequency.to_string(),
        ),
        (
            pick("lettres minimales", "least letters").to_string(),
            letters.to_string(),
        ),
        (
            pick("mots au plus", "words at most").to_string(),
            most.to_string(),
        ),
    ]);
    Ok(report)
}
