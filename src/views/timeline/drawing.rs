//! Pictures as SVG that is written out: the same text stands in the page, which browsers read much faster than they make
//! element by element, and in the file that a reader keeps. What is written has classes, and the page and the file each
//! have colours for them; sizes and places are attributes, since other programs than browsers open the file too.

use super::super::escaped::escaped;
use super::pixels::{Path, px};
use yew::prelude::*;

/// SVG that is being written.
#[derive(Clone, Default)]
pub struct Drawing(String);

impl Drawing {
    /// Parts of SVG as they are.
    pub fn push(&mut self, parts: &[&str]) {
        self.0.extend(parts.iter().copied());
    }

    /// A path, unless nothing was drawn on it.
    pub fn path(&mut self, class: &str, path: Path) {
        let text = path.into_text();
        if !text.is_empty() {
            self.push(&["<path class=\"", class, "\" d=\"", &text, "\"/>"]);
        }
    }

    /// Words at a point, where they start, have their middle, or end.
    pub fn text(&mut self, class: &str, anchor: &str, (x, y): (f64, f64), words: &str) {
        self.push(&["<text class=\"", class, "\" text-anchor=\"", anchor]);
        self.push(&["\" x=\"", &px(x), "\" y=\"", &px(y), "\">"]);
        self.push(&[&escaped(words), "</text>"]);
    }

    /// A rectangle, before the sign that ends it, for attributes of its own.
    pub fn rectangle(&mut self, class: &str, x: f64, y: f64, width: f64, height: f64) {
        self.push(&[
            "<rect class=\"",
            class,
            "\" x=\"",
            &px(x),
            "\" y=\"",
            &px(y),
        ]);
        self.push(&["\" width=\"", &px(width), "\" height=\"", &px(height), "\""]);
    }

    /// Another drawing, from a point on.
    pub fn place(&mut self, (x, y): (f64, f64), drawing: Drawing) {
        self.push(&["<g transform=\"translate(", &px(x), " ", &px(y), ")\">"]);
        self.push(&[&drawing.0, "</g>\n"]);
    }

    /// The text, as it stands in a file.
    pub fn into_text(self) -> String {
        self.0
    }

    /// The same in the page, within an `<svg>`.
    pub fn into_html(self) -> Html {
        Html::from_html_unchecked(self.0.into())
    }
}
