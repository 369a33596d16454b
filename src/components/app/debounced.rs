//! A debounced value.

use crate::web;
use yew::prelude::*;

/// Returns a value as it was when it was last at rest. With a delay in milliseconds, a value passes once it has not changed for
/// so long; without, it passes at once.
#[hook]
pub fn use_debounced<T: Clone + PartialEq + 'static>(value: T, delay: Option<u32>) -> T {
    let settled = use_mut_ref(|| value.clone());
    let redraw = use_force_update();
    if delay.is_none() {
        settled.replace(value.clone());
    }
    let returned = settled.borrow().clone();
    use_effect_with(value, move |value| {
        let value = value.clone();
        let timer = delay.map(|delay| {
            web::after_delay(delay, move || {
                settled.replace(value);
                redraw.force_update();
            })
        });
        move || drop(timer)
    });
    returned
}
