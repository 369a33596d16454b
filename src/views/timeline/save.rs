//! What is shown, as files to keep: the picture as SVG, the tables as CSV. Each tells its query, its
//! filters, the address of the view and the version of the corpus, since a figure without its question
//! is worth nothing.

use super::super::View;
use super::super::escaped::escaped;
use super::super::{chosen, series};
use super::axis;
use super::bars::bars;
use super::cells::{self, leaders};
use super::drawing::Drawing;
use super::lanes::{self, LANE_HEIGHT, lanes, title};
use super::mentions::{self, Mentioned};
use super::pixels::px;
use super::scene::{BAR_HEIGHT, Scene};
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

/// The picture as a file of its own: what the page draws, in the colours of paper.
pub fn svg(view: &View, scene: &Scene) -> String {
    let language = view.language();
    let mut page = Sheet::default();
    for (name, value) in provenance(view) {
        page.line(
            "meta",
            &[&name, view.pick("\u{a0}: ", ": "), &value].concat(),
        );
    }
    let said =
        chosen::sentence(view).map(|sentence| [&chosen::count(view), ", ", &sentence].concat());
    page.line("said", &said.unwrap_or_else(|| chosen::count(view)));
    page.y += MARGIN;
    page.place(above(view, scene), scene.height());
    if let Some(axis) = scene.axis {
        let drawing = axis::picture(view, axis, scene.width, Some(scene));
        page.place(drawing, axis::HEIGHT);
    }
    for subject in &view.state.timelines.subjects {
        page.line("meta", title(*subject, language));
        page.y += 4.0;
        for lane in lanes(&view.searcher, *subject, language)
            .iter()
            .take(MOST_LANES)
        {
            let count = words::number(lane.count(view) as usize, language);
            let label = [lane.label.as_str(), "  ", &count].concat();
            page.name(LANE_HEIGHT - 5.0, &label);
            page.place(lanes::picture(view, scene, lane), LANE_HEIGHT);
        }
    }
    if let Some(mentioned) = Mentioned::of(&view.searcher) {
        let title = view.pick("Temps évoqués\u{a0}: ", "Times spoken of: ");
        page.line(
            "meta",
            &[title, &mentions::sentence(view, &mentioned)].concat(),
        );
        page.y += 8.0;
        let bars = mentions::bars(view, &mentioned, scene.width);
        page.place(bars, mentions::MENTIONS_HEIGHT);
        let axis = axis::picture(view, mentioned.axis, scene.width, None);
        page.place(axis, axis::HEIGHT);
    }
    if let Some(axis) = scene.axis {
        let bins = series::bins(view, &axis, scene.width, scene.is_whole);
        if let Some((lines, height)) = series::plain(view, &axis, scene.width, &bins) {
            page.line("meta", view.pick("Mots dans le temps", "Words over time"));
            page.place(lines, height);
        }
    }
    let (width, height) = (px(scene.width + NAMES + 2.0 * MARGIN), px(page.y + MARGIN));
    let about = view.searcher.index().about();
    let mut file = Drawing::default();
    file.push(&["<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"", &width]);
    file.push(&[
        "\" height=\"",
        &height,
        "\" viewBox=\"0 0 ",
        &width,
        " ",
        &height,
    ]);
    file.push(&["\"><title>", &escaped(words::of(&about.title, language))]);
    file.push(&["</title>\n", STYLE, &page.drawing.into_text(), "</svg>\n"]);
    file.into_text()
}

/// A sheet that is filled from above.
#[derive(Default)]
struct Sheet {
    drawing: Drawing,
    y: f64,
}

impl Sheet {
    /// A line of words.
    fn line(&mut self, class: &str, words: &str) {
        self.y += LINE;
        self.drawing.text(class, "start", (MARGIN, self.y), words);
    }

    /// A name beside what comes next, whose line is so far down.
    fn name(&mut self, down: f64, name: &str) {
        self.drawing
            .text("name", "start", (MARGIN, self.y + down), name);
    }

    /// A drawing of such a height, beside the names.
    fn place(&mut self, drawing: Drawing, height: f64) {
        self.drawing.place((MARGIN + NAMES, self.y), drawing);
        self.y += height;
    }
}

/// At most so many lanes of a subject are saved.
const MOST_LANES: usize = 40;

const STYLE: &str = "<style>text{font:13px sans-serif;fill:#211d17}.meta,.tick{fill:#665d4f;font-size:12px}.said{font-weight:600}.ground,.cell,.lane-mark{fill:#d8cfbd}.lit,.lane-lit{fill:#a8321f}.axis-line,.leader{fill:none;stroke:#a89f8f}.lane-ground{fill:none;stroke:#e2dacb}.doubt{fill:#211d17}.many{opacity:.25}.soft{fill:url(#flou)}.edge{stop-color:#211d17;stop-opacity:0}.core{stop-color:#211d17}.series{fill:none;stroke-width:2}</style><rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n";

/// Blocks or bars with their names.
fn above(view: &View, scene: &Scene) -> Drawing {
    let mut drawing = Drawing::default();
    let columns = scene.columns();
    if let Some(columns) = columns.filter(|_| scene.has_cells) {
        drawing.path("leader", leaders(scene, columns));
        cells::draw(&mut drawing, view, scene, columns);
    } else {
        let (bars, highest) = bars(view, scene, view.state.timelines.measure);
        drawing = bars;
        drawing.text("meta", "start", (0.0, 10.0), &highest);
    }
    if let Some(columns) = columns {
        for (slot, column) in scene.slots.iter().zip(&columns.columns) {
            let top = if scene.has_cells {
                column.top
            } else {
                scene.base() - BAR_HEIGHT
            };
            let label = super::sentences::label(view, scene, slot);
            drawing.text("name", "middle", (slot.centre(), top - 6.0), &label);
        }
    }
    drawing
}
