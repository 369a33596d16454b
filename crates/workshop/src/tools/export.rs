//! What is found, as files for other programs, each with its recipe.

use crate::browser;
use crate::context::{ToolContext, ToolProps};
use crate::measures::limited;
use crate::measures::part::counted_words;
use frise::{i18n, url, web};
use frise_cite::{
    ExportFile, Line, Part, Recipe, TableFormat, archive, concordance_table, iramuteq, parts,
    passage_table, tei, txm,
};
use frise_date::Tongue;
use frise_index::concordance::{Line as Hit, lines, sorted};
use yew::prelude::*;

/// How many words a line of a saved concordance has on either side at least.
const LEAST_CONTEXT: u32 = 15;

/// A file or an archive for another program.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Export {
    /// The passages as a table.
    Passages(TableFormat),
    /// The concordance as a table.
    Concordance(TableFormat),
    /// Texts with `metadata.csv`.
    Txm,
    /// One text with starred lines.
    Iramuteq,
    /// One TEI document.
    Tei,
}

/// A button for each file.
#[component]
pub fn ExportTool(props: &ToolProps) -> Html {
    let context = &props.context;
    let language = context.language();
    let answer = context.answer();
    let failed = use_state(|| false);
    let has_hits =
        !context.state.query.trim().is_empty() || !context.state.filters.themes.is_empty();
    let pick = |french, english| context.pick(french, english);
    let button = |label: &'static str, export: Export| {
        let (context, failed) = (context.clone(), failed.clone());
        let onclick = move |_: MouseEvent| failed.set(!save(&context, export));
        html! { <li><button type="button" class="more" {onclick}>{ label }</button></li> }
    };
    let tables = |of: fn(TableFormat) -> Export| {
        html! {
            <ul class="tool-files">
                { button("CSV", of(TableFormat::Csv)) }
                { button("TSV", of(TableFormat::Tsv)) }
                { button("JSON lines", of(TableFormat::JsonLines)) }
            </ul>
        }
    };
    html! {
        <>
            <p>
                { match context.state.is_unfiltered() {
                    true => pick("Le corpus entier\u{a0}: ", "The whole corpus: "),
                    false => pick("Ce qui est trouvé\u{a0}: ", "What is found: "),
                } }
                { i18n::passages(answer.passages.len(), language) }
                { "." }
                if let Some(words) = counted_words(&context.state, context.searcher.index()) {
                    { " " }
                    { words }
                    { pick("\u{a0}; les fichiers n’ont que ceux-là.", "; files have no others.") }
                }
            </p>
            <h3>{ pick("Les passages, en table", "The passages, as a table") }</h3>
            { tables(Export::Passages) }
            if has_hits {
                <h3>{ pick("La concordance, en table", "The concordance, as a table") }</h3>
                { tables(Export::Concordance) }
            }
            <h3>{ pick("Les textes, pour d’autres programmes", "The texts, for other programs") }</h3>
            <ul class="tool-files">
                { button("TXM", Export::Txm) }
                { button("IRaMuTeQ", Export::Iramuteq) }
                { button("TEI", Export::Tei) }
            </ul>
            <p class="hint">
                { pick(
                    "Chaque fichier est dans un zip, avec sa recette\u{a0}: recherche, filtres, nombres, version du corpus, adresse et date.",
                    "Each file is in a zip with its recipe: query, filters, counts, version of the corpus, address and date.",
                ) }
            </p>
            if *failed {
                <p role="alert">{ pick("Le fichier n’a pas pu être fait\u{a0}: il est trop grand.", "The file could not be made: it is too large.") }</p>
            }
        </>
    }
}

/// Saves an export; returns whether it could be made.
fn save(context: &ToolContext, export: Export) -> bool {
    let name = &context.searcher.index().about().id;
    let (kind, files) = files(context, export, browser::today().is_some());
    match archive(&files) {
        Ok(bytes) => {
            browser::save_bytes(&format!("{name}-{kind}.zip"), &bytes);
            true
        }
        Err(_) => false,
    }
}

/// Returns what an export is called, and its files with the recipe.
fn files(context: &ToolContext, export: Export, has_day: bool) -> (&'static str, Vec<ExportFile>) {
    let language = context.language();
    let index = context.searcher.index();
    let answer = context.answer();
    let page = web::shared_address().unwrap_or_default();
    let mut found: Vec<u32> = answer
        .passages
        .iter()
        .map(|scored| scored.passage)
        .collect();
    found.sort_unstable();
    let view = url::print(
        &frise::state::State {
            tool: None,
            ..context.state.clone()
        },
        index,
    );
    let day = has_day.then(browser::today).flatten();
    let mut recipe = Recipe::new(index, &format!("{page}{view}"), day, language)
        .count("passages", found.len() as u64);
    recipe.query = context.state.query.clone();
    recipe.filters = vec![view].into_iter().filter(|view| view != "?").collect();
    // Files hold the words that are counted.
    let limited = limited(index, &context.state.filters);
    let index = limited.as_ref().unwrap_or(index);
    let parts: Vec<Part> = parts(index, found.iter().copied());
    let (kind, mut files) = match export {
        Export::Passages(format) => {
            let table = passage_table(index, found, &page, language);
            let path = format!("passages.{}", format.extension());
            (
                "passages",
                vec![ExportFile::text(path, table.to_text(format))],
            )
        }
        Export::Concordance(format) => {
            let hits = lines(&context.searcher, &answer, &context.state.filters);
            let hits = sorted(index, hits, &context.state.keys, language == Tongue::French);
            recipe = recipe.count("hits", hits.len() as u64);
            let words = context.state.context.max(LEAST_CONTEXT);
            let line = |hit: &Hit| {
                let kwic = hit.context(context.searcher.index(), words);
                Line {
                    passage: hit.hit.passage,
                    left: kwic.left,
                    hit: kwic.hit,
                    right: kwic.right,
                }
            };
            let lines: Vec<Line> = hits.iter().map(line).collect();
            let table = concordance_table(index, &lines, &page, language);
            let path = format!("concordance.{}", format.extension());
            (
                "concordance",
                vec![ExportFile::text(path, table.to_text(format))],
            )
        }
        Export::Txm => ("txm", txm(index, &parts, language)),
        Export::Iramuteq => {
            let text = iramuteq(index, &parts, language);
            ("iramuteq", vec![ExportFile::text("corpus.txt", text)])
        }
        Export::Tei => {
            let text = tei(index, &parts, &recipe, language);
            ("tei", vec![ExportFile::text("corpus.xml", text)])
        }
    };
    files.push(ExportFile::text("recipe.json", recipe.to_json()));
    (kind, files)
}
