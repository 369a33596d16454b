//! The notes on the query, below the search box.

use super::field_meanings::FieldMeanings;
use super::operator_words::OperatorWords;
use super::problems::Problems;
use super::synonyms::Synonyms;
use crate::components::ViewProps;
use yew::prelude::*;

/// The notes on the query: its problems, operators of other languages, what its names mean, and synonyms.
#[component]
pub fn QueryNotes(props: &ViewProps) -> Html {
    let view = &props.view;
    html! {
        <>
            <Problems {view} />
            <OperatorWords {view} />
            <FieldMeanings {view} />
            <Synonyms {view} />
        </>
    }
}
