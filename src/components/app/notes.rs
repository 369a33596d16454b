//! Notes on what an address, a lesson or another page asked for and cannot be shown.

use crate::components::View;
use crate::components::controls::ActionButton;
use crate::i18n;
use crate::state::{Action, Note};
use yew::prelude::*;

/// The most notes that are shown: an address with more was made by a program.
const MOST_NOTES: usize = 5;

/// Props of [`Notes`].
#[derive(Clone, PartialEq, Properties)]
pub struct NotesProps {
    /// The page.
    pub view: View,
    /// The notes.
    pub notes: Vec<Note>,
}

/// The notes, and the button that dismisses them.
#[component]
pub fn Notes(props: &NotesProps) -> Html {
    let NotesProps { view, notes } = props;
    html! {
        <div class="notes" role="status">
            <div>
                for note in notes.iter().take(MOST_NOTES) {
                    <p>{ i18n::note(note, view.language()) }</p>
                }
                if notes.len() > MOST_NOTES {
                    <p>{ i18n::and_others(notes.len() - MOST_NOTES, view.language()) }</p>
                }
            </div>
            <ActionButton {view} action={Action::NotesClosed}>{ view.pick("Compris", "Dismiss") }</ActionButton>
        </div>
    }
}
