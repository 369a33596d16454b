//! A picture as a file of its own, filled with text and drawings from above.

use super::drawing::Drawing;
use super::path::px;
use crate::escape::escaped;

/// The width of the names beside drawings.
const NAMES: f64 = 200.0;
/// The height of a line of text.
const LINE: f64 = 18.0;
/// The space around all, and between text and drawings.
const MARGIN: f64 = 16.0;

/// A sheet that is filled from above.
#[derive(Default)]
pub struct Sheet {
    drawing: Drawing,
    y: f64,
    is_dim: bool,
}

impl Sheet {
    /// Draws what is not found quieter than what is.
    pub fn dim(&mut self) {
        self.is_dim = true;
    }

    /// Appends a line of text.
    pub fn line(&mut self, class: &str, text: &str) {
        self.y += LINE;
        self.drawing.text(class, "start", (MARGIN, self.y), text);
    }

    /// Appends space.
    pub fn space(&mut self, height: f64) {
        self.y += height;
    }

    /// Writes a name beside the drawing that comes next, so far down.
    pub fn name(&mut self, down: f64, name: &str) {
        self.drawing
            .text("name", "start", (MARGIN, self.y + down), name);
    }

    /// Appends a drawing of a height, beside the names.
    pub fn place(&mut self, drawing: Drawing, height: f64) {
        self.drawing.place((MARGIN + NAMES, self.y), drawing);
        self.y += height;
    }

    /// Returns the SVG file, for drawings of a width.
    pub fn into_svg(self, title: &str, width: f64) -> String {
        let width = px(width + NAMES + 2.0 * MARGIN);
        let height = px(self.y + MARGIN);
        let title = escaped(title);
        let drawing = self.drawing.into_text();
        let class = if self.is_dim {
            " class=\"filtered\""
        } else {
            ""
        };
        let hues: String = (0..)
            .zip(HUES)
            .map(|(place, [hue, quiet])| {
                format!(".hue-{place}{{fill:{hue}}}.filtered .hue-{place}{{fill:{quiet}}}")
            })
            .collect();
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\"{class}>\
             <title>{title}</title>\n<style>{STYLE}{hues}{FOUND}</style><rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n{drawing}</svg>\n"
        )
    }
}

/// The hues of values on paper, and their quiet twins, of what is not found: those of the page's light theme.
pub const HUES: [[&str; 2]; 8] = [
    ["#18328a", "#a2abc9"],
    ["#a48e14", "#bcac52"],
    ["#8164a7", "#b5a4c7"],
    ["#6b905b", "#9bb28c"],
    ["#0484ec", "#67b2ee"],
    ["#c57094", "#d69ab1"],
    ["#691f25", "#c2a3a1"],
    ["#5b2c55", "#b9a4b1"],
];

/// The colours of paper.
const STYLE: &str = "text{font:13px sans-serif;fill:#211d17}.meta,.tick{fill:#665d4f;font-size:12px}.said{font-weight:600}.ground,.lane-mark{fill:#b1aa9e}.cell{fill:#857c6d}.filtered .cell{fill:#b1aa9e}.hollow{fill:#fff}.lane-lit,.lit{fill:#665d4f}.axis-line,.stem,.thread{fill:none;stroke:#a89f8f}.lane-ground{fill:none;stroke:#e2dacb}.doubt{fill:#211d17}.many{opacity:.25}.soft{fill:url(#flou)}.edge{stop-color:#211d17;stop-opacity:0}.core{stop-color:#211d17}.series{fill:none;stroke-width:2}#autres rect{fill:#b1aa9e}#autres path{stroke:#857c6d}.hue-other{fill:url(#autres)}";
/// The colour of what is found.
const FOUND: &str = ".filtered .lit,.filtered .lane-lit{fill:#a8321f}";
