//! The timelines as a reader saves them: what the page draws on a sheet, and the tables.

use super::axis;
use super::bars::bars;
use super::cells_drawing::{self, stems};
use super::lane::{heading, lanes};
use super::mentions::{self, Mentioned};
use super::scene::Scene;
use super::tables::tables;
use super::track::{self, LANE_HEIGHT};
use crate::chart::{Drawing, LETTER, Sheet, Table};
use crate::components::View;
use crate::components::hue::Hues;
use crate::i18n;
use frise_index::timeline::Scale;

/// The largest number of lanes of a subject that are saved.
const MOST_LANES: usize = 40;

/// Returns the tables that are shown, and that of the dates that the texts speak of.
pub fn saved_tables(view: &View, scene: &Scene) -> Vec<Table> {
    let mut tables = tables(view, scene);
    let mentioned = Mentioned::of(&view.searcher);
    tables.extend(mentioned.map(|mentioned| mentions::table(view, &mentioned)));
    tables
}

/// Draws the picture on a sheet.
pub fn draw(sheet: &mut Sheet, view: &View, scene: &Scene) {
    let language = view.language();
    sheet.place(documents(view, scene), scene.height());
    if let Some(scale) = scene.axis_scale() {
        let drawing = axis::picture(view, scale, scene.width, LETTER, Some(scene));
        sheet.place(drawing, axis::HEIGHT);
    }
    let hues = Hues::of(view);
    for subject in view.state.timelines.subjects.iter().copied() {
        sheet.line("meta", &heading(view, scene, subject));
        sheet.space(4.0);
        let lanes = lanes(&view.searcher, subject, language);
        for lane in lanes.iter().take(MOST_LANES) {
            let found = lane.found(view);
            let count = i18n::number(found.count_within(&scene.in_view) as usize, language);
            sheet.name(LANE_HEIGHT - 5.0, &format!("{}  {count}", lane.label));
            let hue = lane.hue(&hues);
            sheet.place(
                track::picture(
                    scene,
                    view.state.timelines.measure,
                    &lane.passages,
                    &found,
                    hue,
                ),
                LANE_HEIGHT,
            );
        }
    }
    if let Some(mentioned) = Mentioned::of(&view.searcher) {
        let title = view.pick("Temps évoqués\u{a0}: ", "Times spoken of: ");
        let sentence = mentions::sentence(view, &mentioned);
        sheet.line("meta", &[title, &sentence].concat());
        sheet.space(8.0);
        let bars = mentions::bars(view, &mentioned, scene.width);
        sheet.place(bars, mentions::BARS_HEIGHT);
        let axis = axis::picture(
            view,
            &Scale::linear(mentioned.axis),
            scene.width,
            LETTER,
            None,
        );
        sheet.place(axis, axis::HEIGHT);
    }
}

/// Returns the documents as cells or bars, with their names.
fn documents(view: &View, scene: &Scene) -> Drawing {
    let mut drawing = Drawing::default();
    let columns = scene.columns();
    if let Some(columns) = columns.filter(|_| scene.has_cells) {
        drawing.path("stem", stems(scene, columns));
        cells_drawing::threads(&mut drawing, view, scene, columns);
        cells_drawing::draw(&mut drawing, view, &Hues::of(view), scene, columns);
    } else {
        let (bars, highest) = bars(view, scene, view.state.timelines.measure);
        drawing = bars;
        drawing.text("meta", "start", (0.0, 10.0), &highest);
    }
    if let Some(columns) = columns {
        for (slot, column) in scene.slots.iter().zip(&columns.columns) {
            let middle = column.name_left + column.name_width / 2.0;
            let y = scene.base() - column.name_rise - 6.0;
            drawing.text("name", "middle", (middle, y), &slot.label(view));
        }
    }
    drawing
}
