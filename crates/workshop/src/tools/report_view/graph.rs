//! A graph of words as an arc diagram: words below each other, with an arc for each pair. No two names meet, whatever their
//! number, and the order in which the keyboard visits them is that in which they are read.

use super::drawings::follow;
use crate::context::ToolContext;
use crate::report::{Edge, Graph, Node};
use frise::i18n;
use yew::prelude::*;

/// The width of the drawing, and where the words stand in it, in units that are pixels on a telephone.
const WIDTH: f64 = 340.0;
const COLUMN: f64 = 130.0;

/// The height of a word, which is a target.
const LINE: f64 = 26.0;

/// The margin above the first word.
const TOP: f64 = 4.0;

/// Returns the graph, with its pairs as a table.
pub fn graph(context: &ToolContext, graph: &Graph) -> Html {
    let language = context.language();
    let height = TOP * 2.0 + graph.nodes.len() as f64 * LINE;
    let y = |place: usize| TOP + (place as f64 + 0.5) * LINE;
    let largest = |figures: &mut dyn Iterator<Item = f64>| figures.fold(f64::MIN, f64::max);
    let smallest = |figures: &mut dyn Iterator<Item = f64>| figures.fold(f64::MAX, f64::min);
    let closeness = || graph.edges.iter().map(|edge| edge.log_dice);
    let (low, high) = (smallest(&mut closeness()), largest(&mut closeness()));
    let with_search = || graph.nodes.iter().map(|node| node.log_dice);
    let (least, most) = (smallest(&mut with_search()), largest(&mut with_search()));
    let arc = |edge: &Edge| {
        let (from, to) = (y(edge.nodes.0), y(edge.nodes.1));
        let half = (to - from) / 2.0;
        let reach = half.min(COLUMN - 8.0);
        let width = 0.75 + 3.25 * between(edge.log_dice, low, high);
        html! {
            <path
                d={format!("M{COLUMN} {from:.1}A{reach:.1} {half:.1} 0 0 0 {COLUMN} {to:.1}")}
                stroke-width={format!("{width:.2}")}
            />
        }
    };
    let name_of = |place: usize| graph.nodes.get(place).map_or("", |node| node.name.as_str());
    let word = |(place, node): (usize, &Node)| {
        let own: Vec<&Edge> = graph
            .edges
            .iter()
            .filter(|edge| edge.nodes.0 == place || edge.nodes.1 == place)
            .collect();
        let others: Vec<String> = own
            .iter()
            .map(|edge| match edge.nodes.0 == place {
                true => i18n::quoted(name_of(edge.nodes.1), language),
                false => i18n::quoted(name_of(edge.nodes.0), language),
            })
            .collect();
        let mut label = format!(
            "{}, logDice {}",
            node.name,
            i18n::decimal(node.log_dice, 1, language)
        );
        if !others.is_empty() {
            label += context.pick("\u{a0}; va avec ", "; goes along with ");
            label += &others.join(", ");
        }
        let radius = 3.0 + 5.0 * between(node.log_dice, least, most);
        html! {
            <a href={node.address.clone()} aria-label={label} onclick={follow(&node.address)}>
                <g class="own">{ for own.into_iter().map(arc) }</g>
                <rect
                    x={format!("{}", COLUMN - 12.0)}
                    y={format!("{:.1}", y(place) - LINE / 2.0)}
                    width={format!("{}", WIDTH - COLUMN + 12.0)}
                    height={format!("{LINE}")}
                />
                <circle cx={format!("{COLUMN}")} cy={format!("{:.1}", y(place))} r={format!("{radius:.1}")} />
                <text x={format!("{}", COLUMN + 14.0)} y={format!("{:.1}", y(place) + 4.5)}>{ &node.name }</text>
            </a>
        }
    };
    let row = |edge: &Edge| {
        html! {
            <tr>
                <th scope="row">{ name_of(edge.nodes.0) }</th>
                <td>{ name_of(edge.nodes.1) }</td>
                <td class="figure">{ i18n::number(edge.together as usize, language) }</td>
                <td class="figure">{ i18n::decimal(edge.log_dice, 2, language) }</td>
            </tr>
        }
    };
    html! {
        <figure class="report-graph">
            <figcaption>{ &graph.name }</figcaption>
            <svg viewBox={format!("0 0 {WIDTH} {height}")} role="group" aria-label={graph.name.clone()}>
                <g class="arcs">{ for graph.edges.iter().map(arc) }</g>
                { for graph.nodes.iter().enumerate().map(word) }
            </svg>
            <details>
                <summary>{ context.pick("Les paires en nombres", "The pairs in numbers") }</summary>
                <table>
                    <thead>
                        <tr>
                            <th scope="col">{ context.pick("mot", "word") }</th>
                            <th scope="col">{ context.pick("avec", "with") }</th>
                            <th scope="col" class="figure">{ context.pick("passages", "passages") }</th>
                            <th scope="col" class="figure">{ "logDice" }</th>
                        </tr>
                    </thead>
                    <tbody>{ for graph.edges.iter().map(row) }</tbody>
                </table>
            </details>
        </figure>
    }
}

/// Returns where a figure lies between two others, from 0 to 1; 1 if these are equal.
fn between(figure: f64, low: f64, high: f64) -> f64 {
    match high - low > 0.0 {
        true => ((figure - low) / (high - low)).clamp(0.0, 1.0),
        false => 1.0,
    }
}
