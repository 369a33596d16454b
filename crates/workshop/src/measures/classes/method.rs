//! How classes are made: by one classification, or by two that are crossed.

use super::super::subject::Subject;
use super::tree::tree;
use super::{Class, percent};
use crate::report::Tree;
use frise::i18n;
use frise_date::Tongue;
use frise_stats::{
    Classes, Classification, CrossedClass, CrossingOptions, DoubleClassification, Error,
    ReinertOptions, TextSegments,
};

/// The fewest words of the context units of both classifications that are crossed, and the number of segments that a class
/// exceeds, unless the reader asks for others.
pub const CONTEXTS: [u32; 2] = [10, 15];
pub const MEMBERS: u32 = 10;

/// Classes with what they were made by.
pub enum Method {
    /// One classification.
    Simple(Classification),
    /// Two classifications.
    Double(DoubleClassification, CrossingOptions),
}

impl Method {
    /// Makes the classes that the settings of the tool ask for.
    pub fn of(
        subject: &Subject,
        segments: &TextSegments,
        reinert: &ReinertOptions,
    ) -> Result<Method, Error> {
        let (rows, words) = (&segments.rows, segments.words.len());
        if subject.setting.get("method") != Some("double") {
            return Ok(Method::Simple(Classification::of(rows, words, reinert)?));
        }
        let least = |key, default| subject.number(key, default).min(1_000) as usize;
        let options = CrossingOptions {
            terms: [least("first", CONTEXTS[0]), least("second", CONTEXTS[1])],
            units: least("members", MEMBERS),
            ..CrossingOptions::default()
        };
        let documents = segments.segments.iter().map(|segment| segment.document);
        let documents: Vec<u32> = documents.collect();
        let found = DoubleClassification::of(&documents, rows, words, reinert, &options)?;
        Ok(Method::Double(found, options))
    }

    /// Returns the classes.
    pub fn classes(&self) -> &Classes {
        match self {
            Method::Simple(found) => &found.classes,
            Method::Double(found, _) => &found.classes,
        }
    }

    /// Returns the divisions as a tree; crossed classes have none.
    pub fn tree(&self, subject: &Subject, classes: &[Class]) -> Tree {
        match self {
            Method::Simple(found) => tree(subject, found, classes),
            Method::Double(..) => Tree::default(),
        }
    }

    /// Returns what was crossed, in a sentence.
    pub fn sentence(&self, subject: &Subject) -> Option<String> {
        let Method::Double(found, _) = self else {
            return None;
        };
        let language = subject.language();
        let [first, second] = found
            .context_units
            .map(|units| i18n::number(units, language));
        let classified: usize = found.classes.sizes.iter().sum();
        let share = classified as f64 / found.classes.class_of.len().max(1) as f64;
        let share = percent(share, language);
        Some(match language {
            Tongue::French => format!(
                "Deux classifications, de {first} et de {second} unités de contexte, sont croisées\u{a0}: {share} des segments sont dans une classe que toutes deux partagent."
            ),
            Tongue::English => format!(
                "Two classifications, of {first} and of {second} context units, are crossed: {share} of the segments are in a class that both share."
            ),
        })
    }

    /// Returns the lines of the recipe that tell the method.
    pub fn recipe(&self, subject: &Subject) -> Vec<(String, String)> {
        let pick = |french, english| subject.pick(french, english);
        let list =
            |values: &mut dyn Iterator<Item = String>| values.collect::<Vec<String>>().join(", ");
        let figure = |value: f64| format!("{value:.2}");
        let lines = match self {
            Method::Simple(found) => vec![
                (pick("divisions", "divisions"), found.tree()),
                (
                    pick("χ² des divisions", "χ² of the divisions"),
                    list(&mut found.splits.iter().map(|split| figure(split.chi_squared))),
                ),
                (
                    pick("méthode", "method"),
                    pick(
                        "classification descendante de Reinert, une seule, coefficient de contingence 0,3",
                        "Reinert’s descending classification, a single one, contingency coefficient 0.3",
                    )
                    .to_string(),
                ),
            ],
            Method::Double(found, options) => vec![
                (
                    pick("mots par unité de contexte, au moins", "least words of a context unit"),
                    list(&mut options.terms.iter().map(usize::to_string)),
                ),
                (
                    pick("segments par classe, plus de", "segments of a class, more than"),
                    options.units.to_string(),
                ),
                (
                    pick("classes croisées", "crossed classes"),
                    list(&mut found.crossed.iter().map(name)),
                ),
                (
                    pick("χ² de Yates des croisements", "Yates’s χ² of the crossings"),
                    list(&mut found.crossed.iter().map(|class| figure(class.signed_chi_squared()))),
                ),
                (
                    pick("méthode", "method"),
                    pick(
                        "classification descendante de Reinert, double, coefficient de contingence 0,3, χ² de croisement au-dessus de 3,84",
                        "Reinert’s descending classification, double, contingency coefficient 0.3, χ² of crossings above 3.84",
                    )
                    .to_string(),
                ),
            ],
        };
        let lines = lines.into_iter();
        lines
            .map(|(name, value)| (name.to_string(), value))
            .collect()
    }

    /// Returns why there may be fewer classes than were asked for, or better ones.
    pub fn warnings(&self, subject: &Subject, asked: usize) -> Vec<&'static str> {
        let is_short = self.classes().sizes.len() < asked;
        let short = match self {
            Method::Simple(_) => subject.pick(
                "Il y a moins de classes que demandé\u{a0}: les autres segments ne se laissent plus diviser.",
                "There are fewer classes than asked for: the other segments cannot be divided again.",
            ),
            Method::Double(..) => subject.pick(
                "Il y a moins de classes que demandé\u{a0}: les deux classifications n’en partagent pas autant.",
                "There are fewer classes than asked for: the two classifications do not share as many.",
            ),
        };
        let cut = subject.pick(
            "Il y a trop de classes croisées pour essayer tous leurs choix\u{a0}: un autre aurait peut-être un χ² plus grand.",
            "There are too many crossed classes to try all choices of them: another one may have a larger χ².",
        );
        let is_cut = matches!(self, Method::Double(found, _) if !found.is_best);
        let warnings = [(is_short, short), (is_cut, cut)];
        let warnings = warnings.into_iter().filter(|(is_true, _)| *is_true);
        warnings.map(|(_, warning)| warning).collect()
    }
}

/// Returns the name of a crossed class: of both, the division that made it and its place then.
fn name(class: &CrossedClass) -> String {
    let [first, second] = class
        .of
        .map(|(division, place)| format!("{division}.{place}"));
    format!("{first} × {second}")
}
