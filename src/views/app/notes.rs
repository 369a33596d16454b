//! What the address asks for in vain.

use crate::state::Action;
use crate::views::ViewProps;
use crate::views::controls::ActionButton;
use crate::words;
use yew::prelude::*;

/// The notes; nothing if there are none.
#[component]
pub fn Notes(props: &ViewProps) -> Html {
    let view = &props.view;
    if view.state.notes.is_empty() {
        return html! {};
    }
    html! {
        <div class="notes" role="status">
            <div>
                for note in &view.state.notes {
                    <p>{ words::note(note, view.language()) }</p>
                }
            </div>
            <ActionButton {view} action={Action::NotesClosed}>{ view.pick("Compris", "Dismiss") }</ActionButton>
        </div>
    }
}
