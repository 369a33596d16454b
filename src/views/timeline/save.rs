//! What is shown, as files to keep: the picture as SVG, the tables as CSV. Each tells its query, its
//! filters, the address of the view and the version of the corpus, since a figure without its question
//! is worth nothing.

use super::super::View;
use super::super::escaped::escaped;
use super::super::{chosen, series};
use super::bars::bars;
use super::lanes::{LANE_HEIGHT, lanes, paths, title};
use super::mentions::{self, Mentioned};
use super::pixels::{Path, px};
use super::scene::{LEADER_HEIGHT, Scene};
use super::tables::{separated, tables};
use crate::{url, words};

/// The width of the names of lanes.
const NAMES: f64 = 200.0;
const LINE: f64 = 18.0;
const MARGIN: f64 = 16.0;

/// The name of a file.
pub fn name(view: &View, kind: &str) -> String {
    [&view.searcher.index().about().id, "-frise.", kind].concat()
}

/// Where a figure comes from, line by line: what each line is, and what it says.
fn provenance(view: &View) -> Vec<(String, String)> {
    let about = view.searcher.index().about();
    let filters: Vec<String> = chosen::chips(view)
        .into_iter()
        .map(|(label, _)| label)
        .collect();
    let none = view.pick("aucun", "none").to_string();
    let line = |name: &str, value: String| (name.to_string(), value);
    vec![
        line(
            view.pick("Corpus", "Corpus"),
            words::of(&about.title, view.language()).to_string(),
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

/// The tables, one below the other, after the lines that say where they come from.
pub fn csv(view: &View, scene: &Scene) -> String {
    let sources = super::tables::Table {
        caption: String::new(),
        head: vec!["Frise".into(), String::new()],
        rows: provenance(view)
            .into_iter()
            .map(|(name, value)| {
                vec![
                    super::tables::Cell::text(name),
                    super::tables::Cell::text(value),
                ]
            })
            .collect(),
        foot: None,
    };
    // A mark at the beginning tells spreadsheets that this is UTF-8.
    let mut text = ["\u{feff}", &separated(&sources, ',')].concat();
    let mentioned = Mentioned::of(&view.searcher);
    let spoken_of = mentioned.map(|mentioned| mentions::table(view, &mentioned));
    let compared = scene.axis.and_then(|axis| {
        let bins = series::bins(view, &axis, scene.width, scene.is_whole);
        series::saved_table(view, &bins)
    });
    let shown = tables(view, scene).into_iter();
    for table in shown.chain(spoken_of).chain(compared) {
        text.push_str(
            &[
                "\r\n",
                &quoted(&table.caption),
                "\r\n",
                &separated(&table, ','),
            ]
            .concat(),
        );
    }
    text
}

fn quoted(text: &str) -> String {
    ["\"", &text.replace('"', "\"\""), "\""].concat()
}

/// The picture as a file of its own: the same bars or cells, axis and lanes, in the colours of paper.
pub fn svg(view: &View, scene: &Scene) -> String {
    let mut drawing = Drawing::default();
    let mut y = MARGIN;
    for (name, value) in provenance(view) {
        y += LINE;
        drawing.text(
            MARGIN,
            y,
            "meta",
            &[&name, view.pick("\u{a0}: ", ": "), &value].concat(),
        );
    }
    y += LINE;
    let said =
        chosen::sentence(view).map(|sentence| [&chosen::count(view), ", ", &sentence].concat());
    drawing.text(
        MARGIN,
        y,
        "said",
        &said.unwrap_or_else(|| chosen::count(view)),
    );
    y += MARGIN;
    drawing.place(MARGIN + NAMES, y, above(view, scene));
    y += scene.height() + 4.0;
    if let Some(axis) = scene.axis {
        drawing.place(
            MARGIN + NAMES,
            y,
            super::axis::plain(view, axis, scene.width),
        );
        y += 2.0 * LINE;
    }
    for subject in &view.state.timelines.subjects {
        y += LINE;
        drawing.text(MARGIN, y, "meta", title(*subject, view.language()));
        y += 4.0;
        for lane in lanes(&view.searcher, *subject, view.language())
            .iter()
            .take(MOST_LANES)
        {
            let [ground, marks, lit] = paths(
                scene,
                view.state.timelines.measure,
                &lane.passages,
                &view.answer.matched,
            );
            let label = [
                lane.label.as_str(),
                "  ",
                &words::number(lane.count(view) as usize, view.language()),
            ]
            .concat();
            drawing.text(MARGIN, y + LANE_HEIGHT - 5.0, "name", &label);
            drawing.place(
                MARGIN + NAMES,
                y,
                [
                    path("line", &ground),
                    path("ground", &marks),
                    path("lit", &lit),
                ]
                .concat(),
            );
            y += LANE_HEIGHT;
        }
    }
    if let Some(mentioned) = Mentioned::of(&view.searcher) {
        y += LINE;
        let title = view.pick("Temps évoqués", "Times spoken of");
        drawing.text(
            MARGIN,
            y,
            "meta",
            &[
                title,
                view.pick("\u{a0}: ", ": "),
                &mentions::sentence(view, &mentioned),
            ]
            .concat(),
        );
        y += 8.0;
        let (ground, lit) = mentions::bars(view, &mentioned, scene.width);
        drawing.place(
            MARGIN + NAMES,
            y,
            [path("ground", &ground), path("lit", &lit)].concat(),
        );
        y += mentions::MENTIONS_HEIGHT + 2.0;
        drawing.place(
            MARGIN + NAMES,
            y,
            super::axis::plain(view, mentioned.axis, scene.width),
        );
        y += 2.0 * LINE;
    }
    if let Some(axis) = scene.axis {
        let bins = series::bins(view, &axis, scene.width, scene.is_whole);
        if let Some((lines, height)) = series::plain(view, &axis, scene.width, &bins) {
            y += LINE;
            drawing.text(
                MARGIN,
                y,
                "meta",
                view.pick("Mots dans le temps", "Words over time"),
            );
            drawing.place(MARGIN + NAMES, y, lines);
            y += height;
        }
    }
    let (width, height) = (px(scene.width + NAMES + 2.0 * MARGIN), px(y + MARGIN));
    [
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"",
        &width,
        "\" height=\"",
        &height,
        "\" viewBox=\"0 0 ",
        &width,
        " ",
        &height,
        "\">\n",
        "<title>",
        &escaped(words::of(
            &view.searcher.index().about().title,
            view.language(),
        )),
        "</title>\n",
        STYLE,
        "<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n",
        &drawing.0,
        "</svg>\n",
    ]
    .concat()
}

/// At most so many lanes of a subject are saved.
const MOST_LANES: usize = 40;

const STYLE: &str = "<style>text{font:13px sans-serif;fill:#211d17}.meta{fill:#665d4f;font-size:12px}.said{font-weight:600}.tick{fill:#665d4f;font-size:12px}.ground{fill:#d8cfbd}.lit{fill:#a8321f}.line{fill:none;stroke:#a89f8f}</style>\n";

/// Blocks or bars with their names.
fn above(view: &View, scene: &Scene) -> String {
    let mut drawing = Drawing::default();
    let columns = scene.columns();
    if let Some(columns) = columns.filter(|_| scene.has_cells) {
        let (mut ground, mut lit) = (Path::default(), Path::default());
        for (place, slot) in scene.slots.iter().enumerate() {
            for (number, passage) in slot.bin.passages.clone().enumerate() {
                let (x, y) = columns.cell(place, slot, number);
                let size = columns.pitch - 2.0;
                let path = if view.answer.matched.contains(passage) {
                    &mut lit
                } else {
                    &mut ground
                };
                path.bar(x, y, size, y + size);
            }
        }
        drawing.0.push_str(
            &[
                path("ground", &ground.into_text()),
                path("lit", &lit.into_text()),
            ]
            .concat(),
        );
    } else {
        let (ground, lit, highest) = bars(view, scene, view.state.timelines.measure);
        drawing
            .0
            .push_str(&[path("ground", &ground), path("lit", &lit)].concat());
        drawing.text(0.0, 10.0, "meta", &highest);
    }
    if let Some(columns) = columns {
        for (slot, column) in scene.slots.iter().zip(&columns.columns) {
            let top = if scene.has_cells {
                column.top
            } else {
                scene.base() - super::scene::BAR_HEIGHT
            };
            let label = super::sentences::label(view, scene, slot);
            drawing.centred(slot.centre(), top - 6.0, &label);
            if let Some((start, end)) = column.date {
                let base = scene.base();
                let date = [
                    "M",
                    &px(slot.centre()),
                    " ",
                    &px(base),
                    "L",
                    &px((start + end) / 2.0),
                    " ",
                    &px(base + LEADER_HEIGHT),
                ];
                drawing.0.push_str(&path("line", &date.concat()));
            }
        }
    }
    drawing.0
}

fn path(class: &str, d: &str) -> String {
    ["<path class=\"", class, "\" d=\"", d, "\"/>\n"].concat()
}

/// SVG that is being written.
#[derive(Default)]
pub struct Drawing(pub String);

impl Drawing {
    /// Words that begin at a point.
    pub fn text(&mut self, x: f64, y: f64, class: &str, text: &str) {
        self.0.push_str(
            &[
                "<text class=\"",
                class,
                "\" x=\"",
                &px(x),
                "\" y=\"",
                &px(y),
                "\">",
                &escaped(text),
                "</text>\n",
            ]
            .concat(),
        );
    }

    fn centred(&mut self, x: f64, y: f64, text: &str) {
        self.0.push_str(
            &[
                "<text text-anchor=\"middle\" x=\"",
                &px(x),
                "\" y=\"",
                &px(y),
                "\">",
                &escaped(text),
                "</text>\n",
            ]
            .concat(),
        );
    }

    fn place(&mut self, x: f64, y: f64, drawn: String) {
        self.0.push_str(
            &[
                "<g transform=\"translate(",
                &px(x),
                " ",
                &px(y),
                ")\">\n",
                &drawn,
                "</g>\n",
            ]
            .concat(),
        );
    }
}
