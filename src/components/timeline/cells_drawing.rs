//! Cells as they are drawn, on the page and on the sheet that a reader saves.

use super::columns::{Column, Columns};
use super::scene::Scene;
use super::slot::Slot;
use crate::chart::{Drawing, Path};
use crate::components::View;
use crate::components::hue::{Hues, main_run};
use crate::escape::escaped;
use crate::i18n;
use frise_date::phrase;
use frise_index::model::Voice;

/// The prefix of the ids of cells, before the number of the passage.
pub const CELL: &str = "cell-";
/// Returns lines from blocks to the names that stand high above them.
pub fn stems(scene: &Scene, columns: &Columns) -> Path {
    let mut path = Path::default();
    for (slot, column) in scene.slots.iter().zip(&columns.columns) {
        let top = columns.base - stem_rise(columns, column, slot.centre());
        let height = column.top - top;
        if scene.has_cells && height > 1.0 {
            path.upright(slot.centre(), top, height - 2.0);
        }
    }
    path
}

/// Returns how far above the line on which blocks stand the stem of a column at an x begins: at its name, or below the lowest name
/// that stands on the way and would hide all but a dot of what is above it.
fn stem_rise(columns: &Columns, column: &Column, x: f64) -> f64 {
    let block = columns.base - column.top;
    let is_on_the_way = |other: &&Column| {
        (block..column.name_rise).contains(&other.name_rise)
            && (0.0..other.name_width).contains(&(x - other.name_left))
    };
    let others = columns.columns.iter().filter(is_on_the_way);
    others.fold(column.name_rise, |rise, other| rise.min(other.name_rise))
}

/// Draws a thread from the date of a speech that is not that of its document, such as an older quotation, to its passage. An axis
/// without years has no place for that date.
pub fn threads(drawing: &mut Drawing, view: &View, scene: &Scene, columns: &Columns) {
    let has_threads = scene.has_cells && scene.order.is_none();
    let Some(scale) = scene.scale.as_ref().filter(|_| has_threads) else {
        return;
    };
    let index = view.searcher.index();
    let axis = scale.axis();
    for speech in index.speech_dates() {
        let (first, last) = (speech.date.earliest(), speech.date.latest());
        let is_of = |slot: &&Slot| slot.bin.passages.contains(&speech.passage);
        let Some((place, slot)) = (0..).zip(&scene.slots).find(|(_, slot)| is_of(slot)) else {
            continue;
        };
        if first < axis.first || last > axis.last {
            continue;
        }
        let number = (speech.passage - slot.bin.passages.start) as usize;
        let (x, y) = columns.cell(place, slot, number);
        let (from, base) = (scale.middle(first, last) * scene.width, scene.height());
        let mut path = Path::default();
        path.line(from - 3.0, base - 0.5, 6.0);
        path.line(from, base, 0.0);
        path.on(x + columns.side() / 2.0, y + columns.side());
        let said = [
            view.pick("Parole du ", "Said on "),
            &phrase(&speech.date, view.language()),
            view.pick(", citée dans «\u{a0}", ", quoted in “"),
            &slot.label(view),
            view.pick("\u{a0}», §\u{a0}", "”, §\u{a0}"),
            &(number + 1).to_string(),
        ];
        drawing.push(&[
            "<path class=\"thread\" d=\"",
            &path.into_text(),
            "\"><title>",
        ]);
        drawing.push(&[&escaped(&said.concat()), "</title></path>"]);
    }
}

/// Draws the cells of all documents. The hue of a cell tells its speaker, or whatever colours tell apart; its form tells the voice:
/// full for what is official or quoted, half for what is reported, an outline for narration.
pub fn draw(drawing: &mut Drawing, view: &View, hues: &Hues, scene: &Scene, columns: &Columns) {
    let documents = view.searcher.index().documents();
    let side = columns.side();
    let edge = if side > 8.0 { 1.5 } else { 1.0 };
    let mut hollow = Path::default();
    drawing.push(&[PATTERNS]);
    for (place, slot) in scene.slots.iter().enumerate() {
        let metadata = &documents[slot.document.unwrap_or(0)].metadata;
        let short = escaped(i18n::of(&metadata.short, view.language()));
        let date = escaped(&i18n::date(metadata.date.as_ref(), view.language()));
        for (number, passage) in slot.bin.passages.clone().enumerate() {
            let (x, y) = columns.cell(place, slot, number);
            let (inner, right) = (x + edge, side - 2.0 * edge);
            match main_run(view, passage).0 {
                Voice::Official | Voice::Direct => {}
                Voice::Reported => hollow.bar(inner, y + edge, right, y + side / 2.0),
                Voice::Narration => hollow.bar(inner, y + edge, right, y + side - edge),
            }
            let lit = view.answer.matched.contains(passage);
            let is_open = view.state.passage == Some(passage);
            let class = format!(
                "cell {}{}{}",
                hues.class(view, passage),
                if lit { " lit" } else { "" },
                if is_open { " open" } else { "" }
            );
            drawing.rectangle(&class, x, y, side, side);
            drawing.push(&[" id=\"", CELL, &passage.to_string()]);
            drawing.push(&[
                "\" rx=\"1.5\" role=\"option\" aria-selected=\"",
                &lit.to_string(),
            ]);
            drawing.push(&["\" aria-label=\"", &short, i18n::PLACE_SIGN]);
            drawing.push(&[&(number + 1).to_string(), ", ", &date, "\"/>"]);
        }
    }
    drawing.path("hollow", hollow);
}

/// The patterns of values that share grey, and of hues where there are none: on paper, and where the reader forces colours.
const PATTERNS: &str = concat!(
    "<defs>",
    "<pattern id=\"autres\" width=\"4\" height=\"4\" patternUnits=\"userSpaceOnUse\"><rect width=\"4\" height=\"4\"/><path d=\"M-1 5L5-1M1 7L7 1\"/></pattern>",
    "<pattern id=\"motif-0\" width=\"4\" height=\"4\" patternUnits=\"userSpaceOnUse\"><path d=\"M0 0h4M0 1.500h4M0 3h4\"/></pattern>",
    "<pattern id=\"motif-1\" width=\"4\" height=\"4\" patternUnits=\"userSpaceOnUse\"><path d=\"M0 2h4\"/></pattern>",
    "<pattern id=\"motif-2\" width=\"4\" height=\"4\" patternUnits=\"userSpaceOnUse\"><path d=\"M2 0v4\"/></pattern>",
    "<pattern id=\"motif-3\" width=\"4\" height=\"4\" patternUnits=\"userSpaceOnUse\"><path d=\"M-1 1L1-1M0 4L4 0M3 5L5 3\"/></pattern>",
    "<pattern id=\"motif-4\" width=\"4\" height=\"4\" patternUnits=\"userSpaceOnUse\"><path d=\"M3-1L5 1M0 0L4 4M-1 3L1 5\"/></pattern>",
    "<pattern id=\"motif-5\" width=\"4\" height=\"4\" patternUnits=\"userSpaceOnUse\"><path d=\"M0 2h4M2 0v4\"/></pattern>",
    "<pattern id=\"motif-6\" width=\"4\" height=\"4\" patternUnits=\"userSpaceOnUse\"><path d=\"M0 1h2M2 3h2\"/></pattern>",
    "<pattern id=\"motif-7\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\"><path d=\"M2 3h2\"/></pattern>",
    "</defs>"
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stem_begins_below_the_names_on_its_way() {
        let column = |top, name_left, name_rise| Column {
            across: 1,
            top,
            name_left,
            name_width: 100.0,
            name_rise,
        };
        // The block is 30 high; the names of its neighbours stand at 40 and 74, its own at 108.
        let columns = Columns {
            pitch: 15.0,
            base: 200.0,
            columns: vec![
                column(170.0, 200.0, 108.0),
                column(170.0, 160.0, 40.0),
                column(170.0, 120.0, 74.0),
            ],
        };
        let check = |x: f64, expected: f64| {
            assert_eq!(stem_rise(&columns, &columns.columns[0], x), expected, "{x}");
        };
        check(210.0, 40.0);
        check(255.0, 40.0);
        check(270.0, 108.0);
        check(150.0, 74.0);
        check(110.0, 108.0);
    }
}
