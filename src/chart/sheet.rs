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
}

impl Sheet {
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
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\">\
             <title>{title}</title>\n{STYLE}{drawing}</svg>\n"
        )
    }
}

/// The colours of paper.
const STYLE: &str = "<style>text{font:13px sans-serif;fill:#211d17}.meta,.tick{fill:#665d4f;font-size:12px}.said{font-weight:600}.ground,.cell,.lane-mark{fill:#d8cfbd}.lit,.lane-lit{fill:#a8321f}.axis-line,.leader{fill:none;stroke:#a89f8f}.lane-ground{fill:none;stroke:#e2dacb}.doubt{fill:#211d17}.many{opacity:.25}.soft{fill:url(#flou)}.edge{stop-color:#211d17;stop-opacity:0}.core{stop-color:#211d17}.series{fill:none;stroke-width:2}</style><rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n";
