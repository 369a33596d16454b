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
    // The workshop reads all texts: of an index in shards it waits until it is whole.
    let is_there = view.state.tool.is_some() && !view.searcher.index().is_in_shards();
    let address = is_there.then_some(address);
    let searcher = view.searcher.clone();
    use_effect_with(address, move |address| match address {
        Some(address) => web::show_tool(searcher.index().bytes(), address),
        None => web::close_tool(),
    });
}
