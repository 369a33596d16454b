//! The width of an element, as a hook.

use crate::web::{self, WidthWatch};
use yew::prelude::*;

/// The width that is drawn outside of a browser.
const NO_SCREEN: f64 = 900.0;

/// Returns the width of an element in CSS pixels; `None` until it has been measured, which happens at once for an element of a
/// component around this one, since it is in the document already.
#[hook]
pub fn use_width(element: &NodeRef) -> Option<f64> {
    let width = use_state_eq(|| match web::is_there() {
        true => web::width_of(element),
        false => Some(NO_SCREEN),
    });
    {
        let (element, width) = (element.clone(), width.clone());
        use_effect_with((), move |()| {
            let watch = WidthWatch::of(&element, move |measured| {
                if measured > 0.0 {
                    width.set(Some(measured));
                }
            });
            move || drop(watch)
        });
    }
    *width
}
