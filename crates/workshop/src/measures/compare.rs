//! Keyness: the words of a part beside those of another.

use super::link;
use super::messages;
use super::part::Part;
use super::subject::Subject;
use crate::report::{Cell, Report};
use frise::i18n;
use frise::state::State;
use frise_stats::{
    Correction, Error, KeyWord, Keyness, KeynessOptions, Warning, keyness_of_counts,
};

/// The most words on either side.
const MOST: usize = 250;

/// Returns the words that are more frequent in part `a` than in part `b`, and those that are rarer.
pub fn report(subject: &Subject) -> Result<Report, Error> {
    let index = subject.searcher.index();
    let a = Part::parse(subject.setting.get("a"), Part::Found, index);
    let b = Part::parse(subject.setting.get("b"), Part::Rest, index);
    let options = options(subject);
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
    // What both have counts in the first one.
    let is_apart = shared == 0 && b != Part::Rest;
    let views = [
        a.view(None, subject),
        b.view((!is_apart).then_some(&a), subject),
    ];
    let names = [a.name(subject), b.name(subject)];
    let (title, colon) = (
        subject.pick("Mots spécifiques", "Key words"),
        subject.pick("\u{a0}: ", ": "),
    );
    let warnings = found.warnings.iter();
    Ok(Report {
        caption: format!("{title}{colon}{} / {}", names[0], names[1]),
        sentences: sentences(subject, &found, &names, &[a, b]),
        warnings: warnings
            .map(|found| messages::warning(found, subject.language()))
            .collect(),
        head: head(subject),
        rows: most_typical(&found)
            .into_iter()
            .map(|word| row(subject, word, &views))
            .collect(),
        bars: Some(1),
        recipe: recipe(subject, &names, &options),
        ..Report::default()
    })
}

/// Returns the options that the settings name.
fn options(subject: &Subject) -> KeynessOptions {
    KeynessOptions {
        level: subject.level(),
        frequency: u64::from(subject.number("frequency", 3)),
        correction: match subject.setting.get("correction") {
            Some("none") => Correction::None,
            Some("bonferroni") => Correction::Bonferroni,
            Some("bh") => Correction::BenjaminiHochberg,
            _ => Correction::Holm,
        },
        ..KeynessOptions::default()
    }
}

/// Returns the words that are more frequent in the part than expected, the most typical first.
fn typical(found: &Keyness) -> impl Iterator<Item = &KeyWord> {
    found.words.iter().filter(|word| word.table.is_positive())
}

/// Returns the words that are rarer in the part than expected, those most typical of the reference first.
fn rarer(found: &Keyness) -> impl Iterator<Item = &KeyWord> {
    let words = found.words.iter().rev();
    words.filter(|word| !word.table.is_positive())
}

/// Returns the most typical words of both parts, from those of the part to those of the reference.
fn most_typical(found: &Keyness) -> Vec<&KeyWord> {
    let mut words: Vec<&KeyWord> = typical(found).take(MOST).collect();
    let mut rarer: Vec<&KeyWord> = rarer(found).take(MOST).collect();
    rarer.reverse();
    words.extend(rarer);
    words
}

/// Returns the names of the columns.
fn head(subject: &Subject) -> Vec<String> {
    [
        subject.pick("mot", "word"),
        subject.pick("spécificité", "specificity"),
        "a",
        "b",
        "log ratio",
        "%DIFF",
        "G²",
        "χ²",
        "χ² (Yates)",
        subject.pick("−log10 p corrigé", "corrected −log10 p"),
    ]
    .map(str::to_string)
    .to_vec()
}

/// Returns the row of a word, whose counts lead to the views of the two parts.
fn row(subject: &Subject, word: &KeyWord, views: &[Option<State>; 2]) -> Vec<Cell> {
    let level = subject.level();
    let count = |view: &Option<State>, count| Cell::Count {
        count,
        address: view
            .as_ref()
            .map(|view| link::word(subject, level, word.word, view)),
    };
    let table = &word.table;
    vec![
        Cell::text(level.text(subject.searcher.index(), word.word)),
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
}

/// Returns the most typical words of each part, and what the links of a part with a query show.
fn sentences(
    subject: &Subject,
    found: &Keyness,
    names: &[String; 2],
    parts: &[Part; 2],
) -> Vec<String> {
    let (index, language) = (subject.searcher.index(), subject.language());
    let colon = subject.pick("\u{a0}: ", ": ");
    let side = |name: &str, words: &mut dyn Iterator<Item = &KeyWord>, all: u64| {
        let first: Vec<String> = words
            .take(5)
            .map(|word| i18n::quoted(subject.level().text(index, word.word), language))
            .collect();
        format!(
            "{}{colon}{} ({}).",
            i18n::capitalised(name),
            first.join(", "),
            i18n::words(all as usize, language)
        )
    };
    let mut sentences = vec![
        side(&names[0], &mut typical(found), found.part),
        side(&names[1], &mut rarer(found), found.reference),
    ];
    let mut views = parts.iter().filter_map(|part| part.view(None, subject));
    if views.any(|view| !view.query.trim().is_empty()) {
        let hits = subject.pick(
            "Les concordances ont aussi les occurrences de la recherche qui fait la partie.",
            "Concordances also have the hits of the query that makes the part.",
        );
        sentences.push(hits.to_string());
    }
    let parts = parts.iter();
    sentences.extend(parts.filter_map(|part| part.words_of_others(subject)));
    sentences
}

/// Returns the recipe.
fn recipe(
    subject: &Subject,
    names: &[String; 2],
    options: &KeynessOptions,
) -> Vec<(String, String)> {
    let (pick, language) = (|f, e| subject.pick(f, e), subject.language());
    let formula = pick(
        "spécificités de Lafon (loi hypergéométrique, −log10 p signé)",
        "Lafon’s spécificités (hypergeometric, signed −log10 p)",
    );
    let words = messages::level(options.level, language);
    let correction = messages::correction(options.correction, language);
    let mut recipe = subject.recipe();
    recipe.extend(
        [
            ("a", names[0].clone()),
            ("b", names[1].clone()),
            (pick("mots", "words"), words.to_string()),
            (
                pick("fréquence minimale", "least frequency"),
                options.frequency.to_string(),
            ),
            (pick("correction", "correction"), correction.to_string()),
            (pick("formule", "formula"), formula.to_string()),
        ]
        .map(|(name, value)| (name.to_string(), value)),
    );
    recipe
}
