//! The wall as files: the picture as SVG, the tables as CSV. Each file has the query, the filters, the address of the view and
//! the version of the corpus, since a figure without its question is worth nothing.

use crate::chart::{Cell, Sheet, Table};
use crate::components::View;
use crate::components::series::{bins, plain, saved_table};
use crate::components::summary::text;
use crate::components::timeline::scene::Scene;
use crate::components::timeline::{draw, saved_tables};
use crate::{i18n, url};

/// Returns the name of a file.
pub fn name(view: &View, kind: &str) -> String {
    format!("{}-frise.{kind}", view.searcher.index().about().id)
}

/// Returns where a figure comes from, as lines of a name and a value.
fn provenance(view: &View) -> Vec<(String, String)> {
    let about = view.searcher.index().about();
    let filters: Vec<String> = text::chips(view)
        .into_iter()
        .map(|(label, _)| label)
        .collect();
    let none = view.pick("aucun", "none").to_string();
    let line = |name: &str, value: String| (name.to_string(), value);
    vec![
        line(
            "Corpus",
            i18n::of(&about.title, view.language()).to_string(),
        ),
        line(
            view.pick("Version du corpus", "Version of the corpus"),
            [&about.id, " ", &view.searcher.index().version()].concat(),
        ),
        line(
            view.pick("Requête", "Query"),
            view.state.query.trim().to_string(),
        ),
        line(
            view.pick("Filtres", "Filters"),
            if filters.is_empty() {
                none
            } else {
                filters.join(" · ")
            },
        ),
        line(
            view.pick("Vue", "View"),
            url::print(&view.state, view.searcher.index()),
        ),
    ]
}

/// Returns the tables, one below the other, after the lines that say where they come from.
pub fn csv(view: &View, scene: &Scene) -> String {
    let sources = provenance(view)
        .into_iter()
        .map(|(name, value)| vec![Cell::text(name), Cell::text(value)]);
    let sources = Table {
        caption: String::new(),
        head: vec!["Frise".into(), String::new()],
        rows: sources.collect(),
        foot: None,
    };
    // The byte order mark tells spreadsheets that this is UTF-8.
    let mut text = ["\u{feff}", &sources.separated(',')].concat();
    let compared = scene.axis.and_then(|axis| {
        let bins = bins(view, &axis, scene.width, scene.is_whole);
        saved_table(view, &bins)
    });
    for table in saved_tables(view, scene).into_iter().chain(compared) {
        let caption = table.caption.replace('"', "\"\"");
        text.push_str(&format!("\r\n\"{caption}\"\r\n"));
        text.push_str(&table.separated(','));
    }
    text
}

/// Returns the picture as SVG: what the page draws, in the colours of paper.
pub fn svg(view: &View, scene: &Scene) -> String {
    let mut sheet = Sheet::default();
    if !view.state.is_unfiltered() {
        sheet.dim();
    }
    for (name, value) in provenance(view) {
        let colon = view.pick("\u{a0}: ", ": ");
        sheet.line("meta", &[&name, colon, &value].concat());
    }
    let mut found = text::count(view);
    if let Some(sentence) = text::sentence(view) {
        found.push_str(", ");
        found.push_str(&sentence);
    }
    sheet.line("said", &found);
    sheet.space(16.0);
    draw(&mut sheet, view, scene);
    if let Some(scale) = &scene.scale {
        let bins = bins(view, &scale.axis(), scene.width, scene.is_whole);
        if let Some((lines, height)) = plain(view, scale, scene.width, &bins) {
            sheet.line("meta", view.pick("Mots dans le temps", "Words over time"));
            sheet.place(lines, height);
        }
    }
    let title = &view.searcher.index().about().title;
    sheet.into_svg(i18n::of(title, view.language()), scene.width)
}
