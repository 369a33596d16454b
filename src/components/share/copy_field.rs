//! A field to copy from.

use crate::components::controls::{CopyButton, LabelledField};
use crate::web;
use frise_date::Tongue;
use yew::prelude::*;

/// Props of [`CopyField`].
#[derive(Clone, PartialEq, Properties)]
pub struct CopyFieldProps {
    /// The language of the button.
    pub language: Tongue,
    /// The id of the field.
    pub id: AttrValue,
    /// The label.
    pub label: AttrValue,
    /// The text to be copied.
    pub text: AttrValue,
}

/// Text to be copied, in a field in which a reader can also select it.
#[component]
pub fn CopyField(props: &CopyFieldProps) -> Html {
    let CopyFieldProps {
        language,
        id,
        label,
        text,
    } = props;
    let copy = Callback::from(|_| drop(web::call_shell("copy", &[])));
    html! {
        <div class="copied">
            <LabelledField {label}>
                <textarea {id} readonly={true} rows="2" value={text} />
            </LabelledField>
            <CopyButton language={*language} class="more copier" onclick={copy} />
        </div>
    }
}
