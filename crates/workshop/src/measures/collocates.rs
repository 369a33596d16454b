//! Collocations of the search of the app.

use super::graph::graph;
use super::link;
use super::messages;
use super::subject::Subject;
use crate::report::{Cell, Report};
use frise::i18n;
use frise::state::{Listing, State};
use frise_index::Index;
use frise_index::query::parse;
use frise_stats::{Collocate, CollocationOptions, Error, Window, collocations};

/// The most words that are listed.
const MOST: usize = 400;

/// Returns the words around the hits of the search.
pub fn report(subject: &Subject, index: &Index) -> Result<Report, Error> {
    let (searcher, state, language) = (subject.searcher, subject.state, subject.language());
    if state.query.trim().is_empty() {
        return Err(Error::Absent);
    }
    let options = options(subject);
    let passages = searcher.passing(&state.filters);
    let query = parse(&state.query).matched(state.matching);
    let plan = searcher.plan_under(&query, &state.filters);
    let hits = searcher.hits(&passages, &plan, &[]);
    let found = collocations(index, &passages, &hits, &options)?;
    let pick = |french, english| subject.pick(french, english);
    let query = i18n::quoted_query(&state.query, language);
    let positive = found.words.iter().filter(|word| word.table.is_positive());
    let first: Vec<String> = positive
        .take(8)
        .map(|word| i18n::quoted(options.level.text(index, word.word), language))
        .collect();
    let avoids = pick(
        "Un G² négatif dit que le mot évite la recherche.",
        "A negative G² says that the word avoids the query.",
    );
    let warnings = found.warnings.iter();
    Ok(Report {
        caption: format!("{}{query}", pick("Cooccurrents de ", "Collocates of ")),
        sentences: vec![
            format!("{query}{}{}.", pick("\u{a0}: ", ": "), first.join(", ")),
            window_text(subject, options.window),
            avoids.to_string(),
        ],
        warnings: warnings
            .map(|found| messages::warning(found, language))
            .collect(),
        head: [
            pick("mot", "word"),
            "logDice",
            pick("ensemble", "together"),
            pick("en tout", "in all"),
            "G²",
            pick("IM", "MI"),
            pick("IM³", "MI³"),
            "t",
        ]
        .map(str::to_string)
        .to_vec(),
        rows: found
            .words
            .iter()
            .take(MOST)
            .map(|word| row(subject, index, &options, word))
            .collect(),
        graph: graph(subject, index, &passages, &found.words),
        bars: Some(4),
        recipe: recipe(subject, &options),
        ..Report::default()
    })
}

/// Returns the options that the settings name.
fn options(subject: &Subject) -> CollocationOptions {
    let together = u64::from(subject.number("together", 2));
    CollocationOptions {
        level: subject.level(),
        window: match subject.setting.get("window") {
            Some("passage") => Window::Passage,
            _ => Window::Words {
                left: subject.number("left", 5).min(50),
                right: subject.number("right", 5).min(50),
            },
        },
        together,
        frequency: together.max(1),
    }
}

/// Returns the row of a word, whose counts lead to where it stands.
fn row(
    subject: &Subject,
    index: &Index,
    options: &CollocationOptions,
    word: &Collocate,
) -> Vec<Cell> {
    let (state, level, table) = (subject.state, options.level, &word.table);
    let view = |within, listing| link::word_listed(subject, level, word.word, within, listing);
    let figure = |figure: Option<f64>| Cell::Figure(figure, 2);
    let by_passage = options.window == Window::Passage;
    let everywhere = State {
        query: String::new(),
        ..state.clone()
    };
    let listing_of_all = match by_passage {
        true => Listing::Passages,
        false => Listing::Concordance,
    };
    vec![
        Cell::Text {
            address: Some(view(state, Listing::Concordance)),
            text: level.text(index, word.word).to_string(),
        },
        figure(word.log_dice),
        Cell::Count {
            count: table.frequency(),
            // No query finds words in a window and nothing else.
            address: by_passage.then(|| view(state, Listing::Passages)),
        },
        Cell::Count {
            count: table.total(),
            address: Some(view(&everywhere, listing_of_all)),
        },
        figure(Some(word.signed_log_likelihood())),
        figure(table.mutual_information()),
        figure(table.cubic_mutual_information()),
        figure(table.t_score()),
    ]
}

/// Returns where a word must occur to count, in a sentence.
fn window_text(subject: &Subject, window: Window) -> String {
    match window {
        Window::Passage => subject
            .pick(
                "Un passage compte une fois, où qu’y soit le mot.",
                "A passage counts once, wherever the word is in it.",
            )
            .to_string(),
        Window::Words { left, right } => format!(
            "{}{left}{}{right}.",
            subject.pick(
                "Un mot compte une fois, même près de deux occurrences\u{a0}; fenêtre de mots à gauche et à droite\u{a0}: ",
                "A word counts once, even near two hits; window of words to the left and to the right: ",
            ),
            subject.pick(" et ", " and "),
        ),
    }
}

/// Returns the recipe.
fn recipe(subject: &Subject, options: &CollocationOptions) -> Vec<(String, String)> {
    let pick = |french, english| subject.pick(french, english);
    let words = messages::level(options.level, subject.language());
    let mut recipe = subject.recipe();
    recipe.extend(
        [
            (pick("recherche", "query"), subject.state.query.clone()),
            (pick("mots", "words"), words.to_string()),
            (
                pick("fenêtre", "window"),
                window_text(subject, options.window),
            ),
            (
                pick("cooccurrences minimales", "least co-occurrences"),
                options.together.to_string(),
            ),
        ]
        .map(|(name, value)| (name.to_string(), value)),
    );
    recipe
}
