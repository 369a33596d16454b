//! The dates that the texts speak of, as a table or a sentence.

use super::mentions::{self, MentionsProps};
use crate::components::table::DataTable;
use crate::state::Presentation;
use std::rc::Rc;
use yew::prelude::*;

/// The dates that the texts speak of, as a table or a sentence.
#[component]
pub fn MentionsText(props: &MentionsProps) -> Html {
    let MentionsProps {
        view, mentioned, ..
    } = props;
    if view.state.presentation == Presentation::Sentence {
        return html! { <p>{ mentions::sentence(view, mentioned) }</p> };
    }
    let table = Rc::new(mentions::table(view, mentioned));
    html! { <DataTable key={table.caption.clone()} {view} table={&table} /> }
}
