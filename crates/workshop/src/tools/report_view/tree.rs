//! The divisions of classes as a dendrogram: the whole at the left, the classes below each other at the right.

use crate::context::ToolContext;
use crate::report::{Division, Tree};
use frise::i18n;
use std::ops::Range;
use yew::prelude::*;

/// The width of the drawing, and where the classes stand in it, in units that are pixels on a telephone.
const WIDTH: f64 = 340.0;
const COLUMN: f64 = 84.0;

/// The height of a class: a line for its name and one for its words.
const LEAF: f64 = 40.0;

/// The margin at the left and above.
const MARGIN: f64 = 6.0;

/// The most letters of the words of a class that fit beside the lines.
const LONGEST: usize = 32;

/// Returns the dendrogram, with its divisions as a table and in a sentence.
pub fn tree(context: &ToolContext, tree: &Tree) -> Html {
    let language = context.language();
    let height = MARGIN * 2.0 + tree.leaves.len() as f64 * LEAF;
    let step = (COLUMN - MARGIN) / (tree.divisions.len() as f64 + 1.0);
    let x = |division: usize| MARGIN + (division as f64 + 0.5) * step;
    let line = |(number, division): (usize, &Division)| {
        let at = x(number);
        let [from, to] = division.halves.clone().map(|half| middle(tree, &half));
        let ends = division.halves.iter().map(|half| {
            let end = divided(tree, half).map_or(COLUMN - 4.0, x);
            format!("M{at:.1} {:.1}H{end:.1}", middle(tree, half))
        });
        let ends: String = ends.collect();
        html! { <path d={format!("M{at:.1} {from:.1}V{to:.1}{ends}")} /> }
    };
    let leaves = tree.leaves.iter().enumerate().map(|(place, leaf)| {
        let top = MARGIN + place as f64 * LEAF;
        let words = first_words(&leaf.words);
        html! {
            <>
                <text class="name" x={format!("{COLUMN}")} y={format!("{:.1}", top + 17.0)}>{ &leaf.name }</text>
                <text x={format!("{COLUMN}")} y={format!("{:.1}", top + 33.0)}>{ words }</text>
            </>
        }
    });
    let rows = tree.divisions.iter().enumerate().map(|(number, division)| {
        let [first, second] = division.halves.clone().map(|half| numbers(&half));
        html! {
            <tr>
                <th scope="row">{ i18n::number(number + 1, language) }</th>
                <td>{ first }</td>
                <td>{ second }</td>
                <td class="figure">{ i18n::decimal(division.chi_squared, 2, language) }</td>
            </tr>
        }
    });
    html! {
        <figure class="report-tree">
            <figcaption>{ &tree.name }</figcaption>
            <p>{ sentence(context, tree) }</p>
            <svg viewBox={format!("0 0 {WIDTH} {height}")} role="img" aria-label={tree.name.clone()}>
                { for tree.divisions.iter().enumerate().map(line) }
                { for leaves }
            </svg>
            <details>
                <summary>{ context.pick("Les divisions en nombres", "The divisions in numbers") }</summary>
                <table>
                    <thead>
                        <tr>
                            <th scope="col">{ context.pick("division", "division") }</th>
                            <th scope="col">{ context.pick("classes", "classes") }</th>
                            <th scope="col">{ context.pick("et classes", "and classes") }</th>
                            <th scope="col" class="figure">{ "χ²" }</th>
                        </tr>
                    </thead>
                    <tbody>{ for rows }</tbody>
                </table>
            </details>
        </figure>
    }
}

/// Returns the words of a class that fit, whole.
fn first_words(words: &str) -> String {
    let Some((end, _)) = words.char_indices().nth(LONGEST) else {
        return words.to_string();
    };
    let cut = &words[..end];
    let whole = cut.rsplit_once(", ").map_or(cut, |(whole, _)| whole);
    format!("{whole}…")
}

/// Returns the height at which the line of a class that was divided, or of one at the end, stands: between its halves.
fn middle(tree: &Tree, leaves: &Range<usize>) -> f64 {
    match divided(tree, leaves) {
        Some(place) => {
            let [first, second] = &tree.divisions[place].halves;
            (middle(tree, first) + middle(tree, second)) / 2.0
        }
        None => MARGIN + (leaves.start as f64 + 0.5) * LEAF,
    }
}

/// Returns the place of the division of a class of some leaves; `None` for one that was not divided.
fn divided(tree: &Tree, leaves: &Range<usize>) -> Option<usize> {
    tree.divisions.iter().position(|division| {
        let [first, second] = &division.halves;
        first.start == leaves.start && second.end == leaves.end
    })
}

/// Returns the numbers of classes: `1–3`.
fn numbers(leaves: &Range<usize>) -> String {
    match leaves.len() {
        0 | 1 => leaves.end.to_string(),
        _ => format!("{}–{}", leaves.start + 1, leaves.end),
    }
}

/// Returns what the first division parts.
fn sentence(context: &ToolContext, tree: &Tree) -> String {
    let Some(first) = tree.divisions.first() else {
        return String::new();
    };
    let [a, b] = first.halves.clone();
    let (first_is_several, second_is_several) = (a.len() > 1, b.len() > 1);
    let (a, b) = (numbers(&a), numbers(&b));
    let french = match (first_is_several, second_is_several) {
        (false, false) => format!("La première division sépare la classe {a} de la classe {b}."),
        (true, false) => format!("La première division sépare les classes {a} de la classe {b}."),
        (false, true) => format!("La première division sépare la classe {a} des classes {b}."),
        (true, true) => format!("La première division sépare les classes {a} des classes {b}."),
    };
    let english = format!("The first division parts classes {a} from {b}.");
    context.pick(&french, &english).to_string()
}

#[cfg(test)]
mod tests {
    use super::first_words;

    #[test]
    fn words_are_left_out_whole() {
        let check = |words: &str, expected: &str| assert_eq!(first_words(words), expected);
        check("économie, marché", "économie, marché");
        check(
            "égalité, échanges, avantages, élargir",
            "égalité, échanges, avantages…",
        );
        check(&"a".repeat(40), &("a".repeat(32) + "…"));
    }
}
