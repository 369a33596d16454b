//! The stages in which the page is drawn when it starts.

use crate::web;
use yew::prelude::*;

/// How much of the page is drawn. The page is drawn from above, so that nothing moves, and in stages, so that a slow processor
/// shows each of them and handles input before it comes to the next.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// The search and the wall: the page can be used.
    Usable,
    /// The lanes too.
    Lanes,
    /// The facets too.
    Facets,
    /// The first passages too, and the text that the address asks for.
    Texts,
    /// The list of texts too.
    Contents,
    /// All of it.
    Whole,
}

impl Stage {
    fn next(self) -> Option<Stage> {
        match self {
            Stage::Usable => Some(Stage::Lanes),
            Stage::Lanes => Some(Stage::Facets),
            Stage::Facets => Some(Stage::Texts),
            Stage::Texts => Some(Stage::Contents),
            Stage::Contents => Some(Stage::Whole),
            Stage::Whole => None,
        }
    }
}

/// Returns the stage, which advances by itself. Outside of a browser, all of the page is drawn at once.
#[hook]
pub fn use_stage() -> Stage {
    let stage = use_state(|| match web::is_there() {
        true => Stage::Usable,
        false => Stage::Whole,
    });
    let handle = stage.clone();
    use_effect_with(*stage, move |stage| {
        let next = stage.next();
        web::mark_stage(next.map_or("data-ready", |_| "data-usable"));
        if let Some(next) = next {
            web::after_paint(move || handle.set(next));
        }
    });
    *stage
}
