//! The options of the list below the search box, which are in the second file of the app.

use crate::components::View;
use crate::i18n;
use frise_index::search::{Completion, Suggestion};
use frise_text::fold;
use std::rc::Rc;
use yew::prelude::*;

/// Props of [`Completions`].
#[derive(Clone, PartialEq, Properties)]
pub struct CompletionsProps {
    /// The page.
    pub view: View,
    /// The query that is completed.
    pub query: AttrValue,
    /// What is offered.
    pub offered: Rc<Vec<Suggestion>>,
    /// The place of the active option.
    pub active: Option<usize>,
    /// Called with the place of the option that is taken.
    pub take: Callback<usize>,
}

/// The options of the list.
#[component]
pub fn Completions(props: &CompletionsProps) -> Html {
    let CompletionsProps {
        view,
        query,
        offered,
        active,
        take,
    } = props;
    html! {
        <>
            for (place, suggestion) in offered.iter().enumerate() {
                <CompletionOption
                    {view}
                    {query}
                    id={option_id(place)}
                    suggestion={suggestion.clone()}
                    is_active={*active == Some(place)}
                    onclick={take.reform(move |_: MouseEvent| place)}
                />
            }
        </>
    }
}

/// Props of [`CompletionOption`].
#[derive(Clone, PartialEq, Properties)]
struct CompletionOptionProps {
    view: View,
    /// The query that is completed.
    query: AttrValue,
    id: AttrValue,
    suggestion: Suggestion,
    is_active: bool,
    onclick: Callback<MouseEvent>,
}

/// An option of the list.
#[component]
fn CompletionOption(props: &CompletionOptionProps) -> Html {
    let CompletionOptionProps {
        view,
        query,
        id,
        suggestion,
        is_active,
        onclick,
    } = props;
    let count = suggestion.count as usize;
    let language = view.language();
    // The box would lose the focus, and close the list before the click.
    let onmousedown = Callback::from(|event: MouseEvent| event.prevent_default());
    html! {
        <li
            {id}
            role="option"
            class={classes!(is_active.then_some("active"))}
            aria-selected={is_active.to_string()}
            {onmousedown}
            {onclick}
        >
            if let Completion::Word(form) = &suggestion.completion {
                { completed_word(view, query, suggestion, form) }
                <span class="times" aria-hidden="true">{ i18n::number(count, language) }</span>
                <span class="unseen">{ i18n::occurrences(count, language) }</span>
            } else {
                <span>
                    <bdi>{ name(view, &suggestion.completion) }</bdi>
                    { " " }
                    <i>{ kind(view, &suggestion.completion) }</i>
                </span>
                <span class="times">{ i18n::passages(count, language) }</span>
            }
        </li>
    }
}

/// Returns the word, with what it adds to what was typed in bold.
fn completed_word(view: &View, query: &str, suggestion: &Suggestion, form: &str) -> Html {
    let kept = suggestion.query.len().saturating_sub(form.len());
    let (typed, rest) = split_typed(form, query.get(kept..).unwrap_or(""));
    let lang = view
        .searcher
        .index()
        .documents()
        .first()
        .map(|document| document.metadata.language.clone());
    html! {
        <span {lang} dir="auto">
            { typed }
            <b>{ rest }</b>
        </span>
    }
}

/// Splits a form after the letters that were typed of it, with whatever accents and capitals.
fn split_typed<'f>(form: &'f str, typed: &str) -> (&'f str, &'f str) {
    let wanted = fold(typed).len();
    let ends = form.char_indices().map(|(at, c)| at + c.len_utf8());
    let end = [0]
        .into_iter()
        .chain(ends)
        .find(|end| fold(&form[..*end]).len() >= wanted);
    form.split_at(end.unwrap_or(form.len()))
}

fn name(view: &View, completion: &Completion) -> String {
    let index = view.searcher.index();
    let about = index.about();
    let name = match completion {
        Completion::Word(form) => return form.clone(),
        Completion::Speaker(place) => about.speakers.get(*place as usize).map(|known| &known.name),
        Completion::Theme(place) => about.themes.get(*place as usize).map(|known| &known.label),
        Completion::Document(place) => index
            .documents()
            .get(*place as usize)
            .map(|known| &known.metadata.short),
    };
    name.map_or("", |name| i18n::of(name, view.language()))
        .to_string()
}

fn kind(view: &View, completion: &Completion) -> &'static str {
    let (french, english) = match completion {
        Completion::Word(_) => ("mot", "word"),
        Completion::Speaker(_) => ("locuteur", "speaker"),
        Completion::Theme(_) => ("thème", "theme"),
        Completion::Document(_) => ("document", "document"),
    };
    i18n::pick(view.language(), french, english)
}

/// Returns the id of an option.
pub(super) fn option_id(place: usize) -> String {
    format!("completion-{place}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_typed_is_told_apart_whatever_its_accents() {
        let check = |form: &str, typed: &str, expected: (&str, &str)| {
            assert_eq!(split_typed(form, typed), expected, "{typed} of {form}");
        };
        check("souveraineté", "souv", ("souv", "eraineté"));
        check("économie", "ECO", ("éco", "nomie"));
        check("cœur", "co", ("cœ", "ur"));
        check("cœur", "coe", ("cœ", "ur"));
        check("être", "ê", ("ê", "tre"));
        check("paix", "paix", ("paix", ""));
        check("paix", "", ("", "paix"));
        check("paix", "paixx", ("paix", ""));
    }
}
