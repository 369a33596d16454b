//! The notes on the query, below the search box.

use super::meant::Meant;
use super::problems::Problems;
use super::synonyms::Synonyms;
use crate::components::ViewProps;
use yew::prelude::*;

/// The notes on the query: its problems, what its names mean, and synonyms.
#[component]
pub fn QueryNotes(props: &ViewProps) -> Html {
    let view = &props.view;
    html! {
        <>
            <Problems {view} />
            <Meant {view} />
            <Synonyms {view} />
        </>
    }
}
