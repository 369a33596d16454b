//! Words over time as files: the lines as SVG, the figures as a table.

use super::counts::{compare, look_up, places};
use super::picture::{MARKS, TICKS, TOGETHER, TOP};
use super::text::table;
use crate::chart::{Drawing, Table, px};
use crate::components::View;
use crate::i18n;
use crate::state::MOST_WORDS;
use frise_index::timeline::{Bins, Scale};

/// The colours of the lines in files, which have no style sheet of the page.
const COLOURS: [&str; MOST_WORDS] = [
    "#0b3d91", "#b45309", "#7c3aed", "#0f766e", "#be185d", "#4d4d4d",
];

/// Returns the lines with their names, and the height of the drawing; `None` if nothing is compared.
pub fn plain(view: &View, scale: &Scale, width: f64, bins: &Bins) -> Option<(Drawing, f64)> {
    let sought = look_up(
        &view.searcher,
        &view.state.timelines.words,
        view.state.matching,
        &view.state.filters,
    );
    let compared = compare(view, &sought, bins);
    let rates = compared
        .iter()
        .flat_map(|one| one.points.iter().map(|point| point.rate()));
    let most = rates.fold(0.0, f64::max).max(f64::MIN_POSITIVE);
    let mut drawing = Drawing::default();
    let places = places(view, scale, bins);
    let highest = [
        &i18n::decimal(most, 1, view.language()),
        view.pick(" pour 10\u{202f}000\u{a0}mots", " per 10,000 words"),
    ];
    drawing.text("meta", "start", (0.0, TOP - 5.0), &highest.concat());
    for (place, one) in compared.iter().enumerate() {
        let mut path = String::new();
        let mut before = false;
        for (x, point) in places.iter().zip(&one.points) {
            if point.words > 0 {
                let x = x * width;
                let y = TOP + TOGETHER * (1.0 - point.rate() / most);
                path.push_str(
                    &[
                        if before { "L" } else { "M" },
                        &px(x),
                        " ",
                        &px(y),
                        MARKS[place],
                    ]
                    .concat(),
                );
                path.push_str(&["M", &px(x), " ", &px(y)].concat());
            }
            before = point.words > 0;
        }
        let colour = [
            "<path class=\"series\" stroke=\"",
            COLOURS[place],
            "\" d=\"",
        ]
        .concat();
        drawing.push(&[&colour, &path, "\"/>"]);
        let name = [
            &i18n::quoted_query(one.query, view.language()),
            "  ",
            &i18n::number(one.whole.hits as usize, view.language()),
        ]
        .concat();
        let y = TOP + 18.0 * place as f64;
        drawing.push(&[&colour, "M-190 ", &px(y), "h16\"/>"]);
        drawing.text("name", "start", (-168.0, y + 4.0), &name);
    }
    (!compared.is_empty()).then(|| {
        (
            drawing,
            TOP + TOGETHER.max(18.0 * compared.len() as f64) + TICKS,
        )
    })
}

/// Returns the table of what is compared; `None` if nothing is.
pub fn saved_table(view: &View, bins: &Bins) -> Option<Table> {
    let sought = look_up(
        &view.searcher,
        &view.state.timelines.words,
        view.state.matching,
        &view.state.filters,
    );
    let compared = compare(view, &sought, bins);
    (!compared.is_empty()).then(|| table(view, bins, &compared))
}
