//! The tool that the address names, which the workshop shows beside the app.

use crate::components::View;
use crate::state::Action;
use crate::{url, web};
use yew::prelude::*;

/// Keeps the workshop in step with the state, and takes from it what it puts into the address.
#[hook]
pub fn use_tool(view: &View) {
    let act = view.act.clone();
    use_effect_with((), move |()| {
        let listener =
            web::on_shell_event("frise:tool", move |tool| act.emit(Action::Tooled(tool)));
        move || drop(listener)
    });
    let address = url::print(&view.state, view.searcher.index());
    // Of an index in shards, a tool that reads all texts waits until it is whole.
    let needs_texts = view.state.has_tool_on_texts();
    let is_head = view.searcher.index().is_in_shards();
    let is_there = view.state.tool.is_some() && !(needs_texts && is_head);
    let address = is_there.then_some(address);
    let searcher = view.searcher.clone();
    let has_head = use_mut_ref(|| false);
    use_effect_with(address, move |address| {
        let mut has_head = has_head.borrow_mut();
        // The workshop goes on with the index that it was given first, which may be without texts.
        if address.is_none() || (*has_head && needs_texts) {
            *has_head = false;
            web::close_tool();
        }
        if let Some(address) = address {
            *has_head |= is_head;
            web::show_tool(searcher.index().bytes(), address);
        }
    });
}
