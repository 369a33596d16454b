//! Collocations of the search of the app.

use super::graph::graph;
use super::link;
use super::subject::Subject;
use super::words;
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
    let level = subject.level();
    if state.query.trim().is_empty() {
        return Err(Error::Absent);
    }
    let window = match subject.setting.get("window") {
        Some("passage") => Window::Passage,
        _ => Window::Words {
            left: subject.number("left", 5).min(50),
            right: subject.number("right", 5).min(50),
        },
    };
    let together = u64::from(subject.number("together", 2));
    let options = CollocationOptions {
        level,
        window,
        together,
        frequency: together.max(1),
    };
    let passages = searcher.passing(&state.filters);
    let query = parse(&state.query).matched(state.matching);
    let plan = searcher.plan_under(&query, &state.filters);
    let hits = searcher.hits(&passages, &plan, &[]);
    let found = collocations(index, &passages, &hits, &options)?;
    let pick = |french, english| subject.pick(french, english);
    let by_passage = window == Window::Passage;
    let everywhere = State {
        query: String::new(),
        ..state.clone()
    };
    let listing_of_all = match by_passage {
        true => Listing::Passages,
        false => Listing::Concordance,
    };
    let row = |word: &Collocate| {
        let text = level.text(index, word.word).to_string();
        let view = |within, listing| link::word_listed(subject, level, word.word, within, listing);
        let table = &word.table;
        let figure = |figure: Option<f64>| Cell::Figure(figure, 2);
        vec![
            Cell::Text {
                address: Some(view(state, Listing::Concordance)),
                text,
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
    };
    let query = i18n::quoted_query(&state.query, language);
    let first: Vec<String> = found
        .words
        .iter()
        .filter(|word| word.table.is_positive())
        .take(8)
        .map(|word| i18n::quoted(level.text(index, word.word), language))
        .collect();
    let colon = pick("\u{a0}: ", ": ");
    let told = match window {
        Window::Passage => pick(
            "Un passage compte une fois, où qu’y soit le mot.",
            "A passage counts once, wherever the word is in it.",
        )
        .to_string(),
        Window::Words { left, right } => format!(
            "{}{left}{}{right}.",
            pick(
                "Un mot compte une fois, même près de deux occurrences\u{a0}; fenêtre de mots à gauche et à droite\u{a0}: ",
                "A word counts once, even near two hits; window of words to the left and to the right: ",
            ),
            pick(" et ", " and "),
        ),
    };
    let mut recipe = subject.recipe();
    recipe.extend([
        (pick("recherche", "query").to_string(), state.query.clone()),
        (
            pick("mots", "words").to_string(),
            words::level(level, language).to_string(),
        ),
        (pick("fenêtre", "window").to_string(), told.clone()),
        (
            pick("cooccurrences minimales", "least co-occurrences").to_string(),
            together.to_string(),
        ),
    ]);
    Ok(Report {
        caption: format!("{}{query}", pick("Cooccurrents de ", "Collocates of ")),
        sentences: vec![
            format!("{query}{colon}{}.", first.join(", ")),
            told,
            pick(
                "Un G² négatif dit que le mot évite la recherche.",
                "A negative G² says that the word avoids the query.",
            )
            .to_string(),
        ],
        warnings: found
            .warnings
            .iter()
            .map(|found| words::warning(found, language))
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
        rows: found.words.iter().take(MOST).map(row).collect(),
        graph: graph(subject, index, &passages, &found.words),
        bars: Some(4),
        recipe,
        ..Report::default()
    })
}
