//! Pictures written out as SVG.
//!
//! The same text stands in the page, where browsers parse it much faster than they create elements one by one, and in the file
//! that a reader saves. Elements have classes, for which the page and the file each have colours; sizes and places are
//! attributes, since programs other than browsers open the file too.

use super::path::{Path, px};
use crate::escape::escaped;
use yew::prelude::*;

/// SVG that is being written.
#[derive(Clone, Default)]
pub struct Drawing(String);

impl Drawing {
    /// Appends parts of SVG as they are.
    pub fn push(&mut self, parts: &[&str]) {
        self.0.extend(parts.iter().copied());
    }

    /// Appends a path, unless it is empty.
    pub fn path(&mut self, class: &str, path: Path) {
        let text = path.into_text();
        if !text.is_empty() {
            self.push(&["<path class=\"", class, "\" d=\"", &text, "\"/>"]);
        }
    }

    /// Appends text at a point, which is where the text starts, has its middle, or ends.
    pub fn text(&mut self, class: &str, anchor: &str, (x, y): (f64, f64), words: &str) {
        self.push(&["<text class=\"", class, "\" text-anchor=\"", anchor]);
        self.push(&["\" x=\"", &px(x), "\" y=\"", &px(y), "\">"]);
        self.push(&[&escaped(words), "</text>"]);
    }

    /// Appends a rectangle without the `/>` that ends it, so that more attributes may follow.
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

    /// Appends another drawing, moved to a point.
    pub fn place(&mut self, (x, y): (f64, f64), drawing: Drawing) {
        self.push(&["<g transform=\"translate(", &px(x), " ", &px(y), ")\">"]);
        self.push(&[&drawing.0, "</g>\n"]);
    }

    /// Returns the SVG as text, for a file.
    pub fn into_text(self) -> String {
        self.0
    }

    /// Returns the SVG as a node of the page, for within an `<svg>`.
    pub fn into_html(self) -> Html {
        Html::from_html_unchecked(self.0.into())
    }
}
