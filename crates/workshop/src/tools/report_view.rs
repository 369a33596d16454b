//! A report as HTML: sentences, warnings, places, a table that can be sorted and saved, and the recipe.

use super::notebook::store;
mod drawings;
mod graph;
mod tree;

use crate::browser;
use crate::context::ToolContext;
use crate::report::{Cell, Excerpts, Report, sorted};
pub use drawings::follow;
use drawings::{curves, map, strip, threads};
use frise::i18n;
use frise::url;
use frise_cite::notebook::{Content, Item};
use frise_cite::{TableFormat, archive};
use graph::graph;
use tree::tree;
use yew::prelude::*;

/// How many rows of a table go into the notebook; its address computes the others again.
const MOST_COLLECTED: usize = 20;

/// How many rows are shown at first.
const MOST_ROWS: usize = 60;

/// Props of [`ReportView`].
#[derive(Clone, PartialEq, Properties)]
pub struct ReportViewProps {
    /// The language and the place of links.
    pub context: ToolContext,
    /// The report.
    pub report: Report,
}

/// The report.
#[component]
pub fn ReportView(props: &ReportViewProps) -> Html {
    let ReportViewProps { context, report } = props;
    let order = use_state(|| None::<(usize, bool)>);
    let unfolded = use_state(|| false);
    let rows: Vec<usize> = match *order {
        Some((column, downwards)) => sorted(&report.rows, column, downwards),
        None => (0..report.rows.len()).collect(),
    };
    let hidden = match *unfolded {
        true => 0,
        false => rows.len().saturating_sub(MOST_ROWS),
    };
    // Both ends of the list say something: what is more frequent, and what is rarer.
    let first = (rows.len() - hidden).div_ceil(2);
    let is_shown = |place: usize| hidden == 0 || place < first || place >= first + hidden;
    // Bars are as long as the largest figure on either side allows.
    let figures = report.bars.into_iter().flat_map(|column| {
        let cells = report.rows.iter().filter_map(move |row| row.get(column));
        cells.filter_map(Cell::figure)
    });
    let largest = figures.fold(0.0_f64, |most, figure| most.max(figure.abs()));
    let head = report.head.iter().enumerate().map(|(column, name)| {
        let is_figure = report
            .rows
            .first()
            .and_then(|row| row.get(column))
            .is_some_and(Cell::is_figure);
        let downwards = (*order)
            .filter(|(by, _)| *by == column)
            .map(|(_, downwards)| downwards);
        let (sort, sign) = match downwards {
            None => (None, ""),
            Some(true) => (Some("descending"), "\u{a0}↓"),
            Some(false) => (Some("ascending"), "\u{a0}↑"),
        };
        let onclick = {
            let order = order.clone();
            let downwards = downwards.map_or(is_figure, |downwards| !downwards);
            Callback::from(move |_: MouseEvent| order.set(Some((column, downwards))))
        };
        html! {
            <th scope="col" class={classes!(is_figure.then_some("figure"))} aria-sort={sort}>
                <button type="button" {onclick}>
                    { name }
                    <span aria-hidden="true">{ sign }</span>
                </button>
            </th>
        }
    });
    let body = rows.iter().enumerate();
    let body = body.filter(|(place, _)| is_shown(*place));
    let body = body.filter_map(|(place, row)| Some((place, report.rows.get(*row)?)));
    let unfold = {
        let unfolded = unfolded.clone();
        Callback::from(move |_: MouseEvent| unfolded.set(true))
    };
    let collected = use_state(|| None::<bool>);
    let collect = {
        let (context, report, collected) = (context.clone(), report.clone(), collected.clone());
        Callback::from(move |_: MouseEvent| {
            collected.set(Some(store::add(
                context.searcher.index(),
                figure(&context, &report),
            )));
        })
    };
    html! {
        <div class="report">
            for sentence in &report.sentences {
                <p>{ sentence }</p>
            }
            if !report.warnings.is_empty() {
                <ul class="report-warnings" aria-label={context.pick("Réserves", "Caveats")}>
                    for warning in &report.warnings {
                        <li>{ warning }</li>
                    }
                </ul>
            }
            { for report.strips.iter().map(strip) }
            if !report.threads.threads.is_empty() {
                { threads(&report.threads) }
            }
            if !report.graph.edges.is_empty() {
                { graph(context, &report.graph) }
            }
            if !report.tree.divisions.is_empty() {
                { tree(context, &report.tree) }
            }
            if !report.links.is_empty() {
                <ul>
                    for (name, address) in &report.links {
                        <li><a href={address.clone()} onclick={follow(address)}>{ name }</a></li>
                    }
                </ul>
            }
            { for report.excerpts.iter().map(excerpts) }
            if !report.curves.is_empty() {
                { curves(context, &report.curves) }
            }
            if !report.points.is_empty() {
                { map(&report.points, &report.caption) }
            }
            <div class="scrolls" tabindex="0" role="group" aria-label={report.caption.clone()}>
                <table>
                    <caption>{ &report.caption }</caption>
                    <thead><tr>{ for head }</tr></thead>
                    <tbody>
                        { for body.map(|(place, row)| html! {
                            <tr class={classes!((hidden > 0 && place == first + hidden).then_some("after-gap"))}>
                                { for row.iter().enumerate().map(|(column, cell)| {
                                    let is_bar = report.bars == Some(column);
                                    cell_of(context, cell, column, is_bar.then_some(largest))
                                }) }
                            </tr>
                        }) }
                    </tbody>
                </table>
            </div>
            if hidden > 0 {
                <button type="button" class="more" onclick={unfold}>
                    { context.pick("Voir les autres\u{a0}: ", "See the others: ") }
                    { i18n::number(hidden, context.language()) }
                </button>
            }
            <details class="report-recipe">
                <summary>{ context.pick("Recette", "Recipe") }</summary>
                <dl>
                    for (name, value) in &report.recipe {
                        <div><dt>{ name }</dt><dd>{ value }</dd></div>
                    }
                </dl>
            </details>
            { saves(context, report) }
            <p class="tool-files">
                <button type="button" class="more" onclick={collect}>
                    { context.pick("Ajouter au carnet", "Add to the notebook") }
                </button>
                <span role="status">
                    { match *collected {
                        None => "",
                        Some(true) => context.pick("Ajouté.", "Added."),
                        Some(false) => context.pick("Ce navigateur ne garde rien ici.", "This browser stores nothing here."),
                    } }
                </span>
            </p>
        </div>
    }
}

/// Places of the texts, each with a link to it; folded, as they take more room than what they belong to.
fn excerpts(group: &Excerpts) -> Html {
    html! {
        <details class="report-excerpts">
            <summary>{ &group.name }</summary>
            <ul>
                for excerpt in &group.excerpts {
                    <li>
                        <blockquote>{ &excerpt.text }</blockquote>
                        <a href={excerpt.address.clone()} onclick={follow(&excerpt.address)}>{ &excerpt.label }</a>
                    </li>
                }
            </ul>
        </details>
    }
}

/// Returns a report as an item of the notebook, with its first rows.
fn figure(context: &ToolContext, report: &Report) -> Item {
    let cells = |row: &Vec<Cell>| row.iter().map(Cell::plain).collect();
    Item {
        content: Content::Figure {
            title: report.caption.clone(),
            address: url::print(&context.state, context.searcher.index()),
            head: report.head.clone(),
            rows: report.rows.iter().take(MOST_COLLECTED).map(cells).collect(),
        },
        note: String::new(),
    }
}

/// Buttons that save the table and its recipe.
fn saves(context: &ToolContext, report: &Report) -> Html {
    let index = context.searcher.index();
    let name = format!("{}-{}", index.about().id, context.setting.tool.name());
    let save = |label: &'static str, format: TableFormat| {
        let (name, report) = (format!("{name}.zip"), report.clone());
        let onclick = move |_: MouseEvent| {
            if let Ok(bytes) = archive(&report.files(format)) {
                browser::save_bytes(&name, &bytes);
            }
        };
        html! { <li><button type="button" class="more" {onclick}>{ label }</button></li> }
    };
    html! {
        <ul class="tool-files" aria-label={context.pick("Enregistrer le tableau et sa recette", "Save the table and its recipe")}>
            { save("CSV", TableFormat::Csv) }
            { save("TSV", TableFormat::Tsv) }
            { save("JSON lines", TableFormat::JsonLines) }
        </ul>
    }
}

/// Returns a cell; a bar is drawn behind the figure if the largest figure of the column is given.
fn cell_of(context: &ToolContext, cell: &Cell, column: usize, largest: Option<f64>) -> Html {
    let language = context.language();
    let (text, address) = match cell {
        Cell::Text { text, address } => (text.clone(), address),
        Cell::Count { count, address } => (i18n::number(*count as usize, language), address),
        Cell::Figure(Some(figure), decimals) => (
            i18n::decimal(*figure, usize::from(*decimals), language),
            &None,
        ),
        Cell::Figure(None, _) => (String::from("–"), &None),
    };
    let content = match address {
        Some(address) => {
            html! { <a href={address.clone()} onclick={follow(address)}>{ text }</a> }
        }
        None => html! { { text } },
    };
    if column == 0 {
        return html! { <th scope="row">{ content }</th> };
    }
    let bar = cell.figure().zip(largest.filter(|largest| *largest > 0.0));
    let bar = bar.map(|(figure, largest)| {
        let width = (figure.abs() / largest * 50.0).clamp(0.0, 50.0);
        let class = if figure < 0.0 {
            "bar-left"
        } else {
            "bar-right"
        };
        html! { <span class={class} style={format!("--width:{width:.1}%")} aria-hidden="true" /> }
    });
    html! {
        <td class={classes!(cell.is_figure().then_some("figure"), bar.is_some().then_some("barred"))}>
            if let Some(bar) = bar {
                { bar }
            }
            { content }
        </td>
    }
}
