//! Keyness: the words of a part beside those of another.

use super::link;
use super::part::Part;
use super::subject::Subject;
use super::words;
use crate::report::{Cell, Report};
use frise::i18n;
use frise::state::State;
use frise_stats::{Correction, Error, KeyWord, KeynessOptions, Warning, keyness_of_counts};

/// The most words on either side.
const MOST: usize = 250;

/// Returns the words that are more frequent in part `a` than in part `b`, and those that are rarer.
pub fn report(subject: &Subject) -> Result<Report, Error> {
    let (searcher, language) = (subject.searcher, subject.language());
    let index = searcher.index();
    let level = subject.level();
    let a = Part::parse(subject.setting.get("a"), Part::Found, index);
    let b = Part::parse(subject.setting.get("b"), Part::Rest, index);
    let correction = match subject.setting.get("correction") {
        Some("none") => Correction::None,
        Some("bonferroni") => Correction::Bonferroni,
        Some("bh") => Correction::BenjaminiHochberg,
        _ => Correction::Holm,
    };
    let options = KeynessOptions {
        level,
        frequency: u64::from(subject.number("frequency", 3)),
        correction,
        ..KeynessOptions::default()
    };
    // The rest of the rest is nothing.
    let (part, reference, shared) = a.counts(&b, subject).ok_or(Error::EmptyPart)?;
    let has_words = |counts: &[u64]| counts.iter().any(|count| *count > 0);
    if !has_words(&part) {
        return Err(Error::EmptyPart);
    }
    if !has_words(&reference) {
        return Err(Error::NothingToCompare);
    }
    let mut found = keyness_of_counts(&part, &reference, &options)?;
    if shared > 0 && b != Part::Rest {
        found.warnings.push(Warning::Overlap { passages: shared });
    }
    let (names, pick) = ((a.name(subject), b.name(subject)), |f, e| {
        subject.pick(f, e)
    });
    // What both have counts in the first one.
    let is_apart = shared == 0 && b != Part::Rest;
    let views = [
        a.view(None, subject),
        b.view((!is_apart).then_some(&a), subject),
    ];
    let row = |word: &KeyWord| {
        let text = level.text(index, word.word).to_string();
        let count = |view: &Option<State>, count| Cell::Count {
            count,
            address: view
                .as_ref()
                .map(|view| link::word(subject, level, word.word, view)),
        };
        let table = &word.table;
        vec![
            Cell::text(text),
            Cell::Figure(Some(word.specificity), 2),
            count(&views[0], table.frequency()),
            count(&views[1], table.frequency_in_rest()),
            Cell::Figure(table.log_ratio(), 2),
            Cell::Figure(table.percent_difference(), 0),
            Cell::Figure(Some(table.signed(table.log_likelihood())), 2),
            Cell::Figure(Some(table.signed(table.chi_squared())), 2),
            Cell::Figure(Some(table.signed(table.chi_squared_yates())), 2),
            Cell::Figure(Some(word.significance), 2),
        ]
    };
    let positive = found.words.iter().filter(|word| word.table.is_positive());
    let negative = found.words.iter().rev();
    let negative = negative.filter(|word| !word.table.is_positive());
    let mut chosen: Vec<&KeyWord> = positive.take(MOST).collect();
    let mut rarer: Vec<&KeyWord> = negative.take(MOST).collect();
    rarer.reverse();
    chosen.extend(rarer);
    let sentence = |words: &mut dyn Iterator<Item = &KeyWord>| {
        let words: Vec<String> = words
            .take(5)
            .map(|word| i18n::quoted(level.text(index, word.word), language))
            .collect();
        words.join(", ")
    };
    let (first, last) = (
        sentence(&mut found.words.iter().filter(|word| word.table.is_positive())),
        sentence(
            &mut found
                .words
                .iter()
                .rev()
                .filter(|word| !word.table.is_positive()),
        ),
    );
    let sides = [
        format!(
            "{}\u{a0}: {} ({}).",
            i18n::capitalised(&names.0),
            first,
            i18n::words(found.part as usize, language)
        ),
        format!(
            "{}\u{a0}: {} ({}).",
            i18n::capitalised(&names.1),
            last,
            i18n::words(found.reference as usize, language)
        ),
    ];
    let colon = pick("\u{a0}: ", ": ");
    let mut sentences = sides.map(|side| side.replace("\u{a0}: ", colon)).to_vec();
    let searched = [&a, &b]
        .into_iter()
        .filter_map(|part| part.view(None, subject))
        .any(|view| !view.query.trim().is_empty());
    if searched {
        sentences.push(
            pick(
                "Les concordances ont aussi les occurrences de la recherche qui fait la partie.",
                "Concordances also have the hits of the query that makes the part.",
            )
            .to_string(),
        );
    }
    let mut recipe = subject.recipe();
    recipe.extend(
        [
            ("a", names.0.clone()),
            ("b", names.1.clone()),
            (
                pick("mots", "words"),
                words::level(level, language).to_string(),
            ),
            (
                pick("fréquence minimale", "least frequency"),
                options.frequency.to_string(),
            ),
            (
                pick("correction", "correction"),
                words::correction(correction, language).to_string(),
            ),
            (
                pick("formule", "formula"),
                pick(
                    "spécificités de Lafon (loi hypergéométrique, −log10 p signé)",
                    "Lafon’s spécificités (hypergeometric, signed −log10 p)",
                )
                .to_string(),
            ),
        ]
        .map(|(name, value)| (name.to_string(), value)),
    );
    Ok(Report {
        caption: format!(
            "{}{colon}{} / {}",
            pick("Mots spécifiques", "Key words"),
            names.0,
            names.1
        ),
        sentences,
        warnings: found
            .warnings
            .iter()
            .map(|found| words::warning(found, language))
            .collect(),
        head: [
            pick("mot", "word"),
            pick("spécificité", "specificity"),
            "a",
            "b",
            "log ratio",
            "%DIFF",
            "G²",
            "χ²",
            "χ² (Yates)",
            pick("−log10 p corrigé", "corrected −log10 p"),
        ]
        .map(str::to_string)
        .to_vec(),
        rows: chosen.into_iter().map(row).collect(),
        bars: Some(1),
        recipe,
        ..Report::default()
    })
}
