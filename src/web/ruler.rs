//! The widths of letters in the face of an element.

use super::window;
use std::cell::RefCell;
use std::collections::BTreeMap;
use wasm_bindgen::JsCast;
use web_sys::{CanvasRenderingContext2d, Element, HtmlCanvasElement};

/// Measures letters as an element draws them, without a layout of the page.
pub struct Ruler {
    context: CanvasRenderingContext2d,
    /// The size of the letters in CSS pixels.
    size: f64,
    /// How much wider the element draws its text than a canvas does.
    scale: f64,
    known: RefCell<BTreeMap<char, f64>>,
}

impl Ruler {
    /// Returns the ruler of an element, which must hold a sample text; `None` if the browser does not measure.
    pub fn of(element: &yew::NodeRef) -> Option<Ruler> {
        let element = element.cast::<Element>()?;
        let window = window()?;
        let style = window.get_computed_style(&element).ok()??;
        let value = |name| style.get_property_value(name).unwrap_or_default();
        let size = value("font-size");
        let font = [
            &value("font-style"),
            &value("font-weight"),
            &size,
            &value("font-family"),
        ];
        let canvas = window.document()?.create_element("canvas").ok()?;
        let canvas = canvas.dyn_into::<HtmlCanvasElement>().ok()?;
        let context = canvas.get_context("2d").ok()??.dyn_into();
        let context: CanvasRenderingContext2d = context.ok()?;
        context.set_font(&font.map(String::as_str).join(" "));
        let mut ruler = Ruler {
            context,
            // By the browser: the parser of the standard library weighs 20 kB.
            size: js_sys::parse_float(&size),
            scale: 1.0,
            known: RefCell::default(),
        };
        let sample = element.text_content()?;
        let measured: f64 = sample.chars().map(|letter| ruler.letter(letter)).sum();
        ruler.scale = element.get_bounding_client_rect().width() / measured;
        (ruler.size > 0.0 && ruler.scale.is_finite() && ruler.scale > 0.0).then_some(ruler)
    }

    /// Returns the size of the letters in CSS pixels.
    pub fn size(&self) -> f64 {
        self.size
    }

    /// Returns the width of a letter in CSS pixels.
    pub fn letter(&self, letter: char) -> f64 {
        let mut known = self.known.borrow_mut();
        let width = known.entry(letter).or_insert_with(|| {
            let measured = self.context.measure_text(letter.encode_utf8(&mut [0; 4]));
            measured.map_or(self.size, |measured| measured.width())
        });
        *width * self.scale
    }
}
