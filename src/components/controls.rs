//! Small controls that stand all over the page.

use super::View;
use crate::state::{Action, Part};
use crate::{i18n, url};
use frise_date::{Edtf, Tongue};
use yew::prelude::*;

/// Props of [`ActionLink`].
#[derive(Clone, PartialEq, Properties)]
pub struct ActionLinkProps {
    /// The page that is acted on.
    pub view: View,
    /// What a plain click does.
    pub action: Action,
    /// Whether the link leads to what is shown already.
    #[prop_or_default]
    pub is_current: bool,
    /// The classes of the link.
    #[prop_or_default]
    pub class: Classes,
    /// The label.
    pub children: Html,
}

/// A link that acts in place on a plain click, and whose address shows the same.
#[component]
pub fn ActionLink(props: &ActionLinkProps) -> Html {
    let ActionLinkProps {
        view,
        action,
        is_current,
        class,
        children,
    } = props;
    if matches!(action, Action::Opened(_)) && !view.state.shows(Part::Reader) {
        // A page without its reader leaves reading to the whole page.
        let address = url::print(&view.whole().after(action.clone()), view.searcher.index());
        return html! {
            <a class={class.clone()} href={address} target="_blank" rel="noopener">
                { children.clone() }
            </a>
        };
    }
    html! {
        <a
            class={class.clone()}
            href={view.address_after(action)}
            onclick={view.follow(action.clone())}
            aria-current={is_current.then_some("true")}
        >
            { children.clone() }
        </a>
    }
}

/// Props of [`ActionButton`].
#[derive(Clone, PartialEq, Properties)]
pub struct ActionButtonProps {
    /// The page that is acted on.
    pub view: View,
    /// What a click does.
    pub action: Action,
    /// The classes of the button.
    #[prop_or_default]
    pub class: Classes,
    /// The label.
    pub children: Html,
}

/// A button that dispatches an action.
#[component]
pub fn ActionButton(props: &ActionButtonProps) -> Html {
    html! {
        <button type="button" class={props.class.clone()} onclick={props.view.will(props.action.clone())}>
            { props.children.clone() }
        </button>
    }
}

/// Props of [`ToggleButton`].
#[derive(Clone, PartialEq, Properties)]
pub struct ToggleButtonProps {
    /// Whether the button is pressed.
    pub pressed: bool,
    /// Called on each click.
    pub onclick: Callback<MouseEvent>,
    /// The label.
    pub children: Html,
}

/// A button that stays pressed.
#[component]
pub fn ToggleButton(props: &ToggleButtonProps) -> Html {
    html! {
        <button
            type="button"
            class="value"
            aria-pressed={props.pressed.to_string()}
            onclick={props.onclick.clone()}
        >
            { props.children.clone() }
        </button>
    }
}

/// Props of [`MoreButton`].
#[derive(Clone, PartialEq, Properties)]
pub struct MoreButtonProps {
    /// Called on each click.
    pub onclick: Callback<MouseEvent>,
    /// The label.
    pub children: Html,
}

/// A button for what is no action of the page.
#[component]
pub fn MoreButton(props: &MoreButtonProps) -> Html {
    html! {
        <button type="button" class="more" onclick={props.onclick.clone()}>{ props.children.clone() }</button>
    }
}

/// Props of [`LabelledField`].
#[derive(Clone, PartialEq, Properties)]
pub struct LabelledFieldProps {
    /// The label.
    pub label: AttrValue,
    /// The field.
    pub children: Html,
}

/// A field below its label.
#[component]
pub fn LabelledField(props: &LabelledFieldProps) -> Html {
    html! {
        <label class="field">
            <span>{ &props.label }</span>
            { props.children.clone() }
        </label>
    }
}

/// Props of [`DisclosureButton`].
#[derive(Clone, PartialEq, Properties)]
pub struct DisclosureButtonProps {
    /// The id of the element that the button shows and hides.
    pub controls: AttrValue,
    /// Whether that element is shown.
    pub is_open: bool,
    /// Called on each click.
    pub onclick: Callback<MouseEvent>,
    /// The label.
    pub children: Html,
}

/// A button that shows and hides another element.
#[component]
pub fn DisclosureButton(props: &DisclosureButtonProps) -> Html {
    html! {
        <button
            type="button"
            class="opens"
            aria-expanded={props.is_open.to_string()}
            aria-controls={props.is_open.then(|| props.controls.clone())}
            onclick={props.onclick.clone()}
        >
            { props.children.clone() }
        </button>
    }
}

/// Props of [`CopyButton`].
#[derive(Clone, PartialEq, Properties)]
pub struct CopyButtonProps {
    /// The language of the label.
    pub language: Tongue,
    /// The classes of the button; `shell/copy.js` marks the button by them.
    pub class: Classes,
    /// Called on each click.
    pub onclick: Callback<MouseEvent>,
}

/// A button that copies. The second label takes the place of the first once `shell/copy.js` reports that it is done.
#[component]
pub fn CopyButton(props: &CopyButtonProps) -> Html {
    html! {
        <button type="button" class={props.class.clone()} onclick={props.onclick.clone()}>
            <span>{ i18n::pick(props.language, "Copier", "Copy") }</span>
            <span>{ i18n::pick(props.language, "Copié", "Copied") }</span>
        </button>
    }
}

/// Props of [`ShowMore`].
#[derive(Clone, PartialEq, Properties)]
pub struct ShowMoreProps {
    /// The language of the label.
    pub language: Tongue,
    /// How much is not shown yet, in words.
    pub rest: AttrValue,
    /// Called on each click.
    pub onclick: Callback<MouseEvent>,
}

/// The button at the end of a list that shows more of the list.
#[component]
pub fn ShowMore(props: &ShowMoreProps) -> Html {
    html! {
        <button type="button" class="more" onclick={props.onclick.clone()}>
            { i18n::pick(props.language, "Afficher la suite", "Show more") }
            { " " }
            <span>{ &props.rest }</span>
        </button>
    }
}

/// Props of [`DocumentDate`].
#[derive(Clone, PartialEq, Properties)]
pub struct DocumentDateProps {
    /// The date; `None` for a document without a date.
    pub date: Option<Edtf>,
    /// The language in which the date is written.
    pub language: Tongue,
}

/// The date of a document, in words and in EDTF.
#[component]
pub fn DocumentDate(props: &DocumentDateProps) -> Html {
    let text = i18n::date(props.date.as_ref(), props.language);
    match &props.date {
        Some(date) => html! { <time datetime={date.to_string()}>{ text }</time> },
        None => html! { <span>{ text }</span> },
    }
}
