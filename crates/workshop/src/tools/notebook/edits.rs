//! Callbacks that change a notebook.

use frise::web;
use frise_cite::notebook::Notebook;
use yew::prelude::*;

/// Returns what sets a string of the notebook.
pub fn changed(
    notebook: &Notebook,
    keep: &Callback<Notebook>,
    set: impl Fn(&mut Notebook, String) + 'static,
) -> Callback<Event> {
    let (notebook, keep) = (notebook.clone(), keep.clone());
    Callback::from(move |event: Event| {
        let mut next = notebook.clone();
        set(&mut next, web::event_value(&event).unwrap_or_default());
        keep.emit(next);
    })
}

/// Returns what changes the notebook on a click.
pub fn clicked(
    notebook: &Notebook,
    keep: &Callback<Notebook>,
    change: impl Fn(&mut Notebook) + 'static,
) -> Callback<MouseEvent> {
    let (notebook, keep) = (notebook.clone(), keep.clone());
    Callback::from(move |_| {
        let mut next = notebook.clone();
        change(&mut next);
        keep.emit(next);
    })
}
