//! The search box with completions while a query is typed: an ARIA 1.2 combobox, whose list lies over what is below.
//!
//! The list belongs to the text that was typed: it is closed when the page opens, and any query that comes from elsewhere
//! closes it. The focus never leaves the box.

use crate::components::deferred::{Deferred, Later};
use crate::components::{Shared, View, ViewProps};
use crate::state::{Action, Choice};
use crate::{i18n, web};
use frise_index::search::{Completion, Searcher, Suggestion};
use frise_text::fold;
use std::rc::Rc;
use yew::prelude::*;

/// The largest number of completions.
const MOST: usize = 8;
/// The key code of a key that an input method has taken.
const INPUT_METHOD: u32 = 229;
/// The id of the list.
const LIST: &str = "completions";

/// The text that the list is open for, and its active option.
#[derive(Clone, Debug, Default, PartialEq)]
struct Open {
    text: Option<String>,
    active: Option<usize>,
}

/// What a key does in the box.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Press {
    /// What it does in any text field.
    Leave,
    /// The same, and makes no option active.
    Release,
    /// Makes an option active, or none.
    Move(Option<usize>),
    /// Takes an option.
    Take(usize),
    /// Closes the list and keeps the text.
    Close,
}

/// The box and its list.
#[component]
pub fn Combobox(props: &ViewProps) -> Html {
    let view = &props.view;
    let query = view.state.query.clone();
    let open = use_state(Open::default);
    let is_open = open.text.as_ref() == Some(&query);
    let offered = use_memo(
        (
            Shared(Rc::clone(&view.searcher.0)),
            is_open.then(|| query.clone()),
        ),
        |(searcher, query)| offers(searcher, query.as_deref()),
    );
    let active = open.active.filter(|active| *active < offered.len());
    // Events may come faster than the page follows, so that what is open is also known at once.
    let latest = use_mut_ref(Open::default);
    let set = {
        let (open, latest) = (open.clone(), Rc::clone(&latest));
        Callback::from(move |next: Open| {
            latest.replace(next.clone());
            open.set(next);
        })
    };
    let oninput = {
        let (act, set) = (view.act.clone(), set.clone());
        Callback::from(move |event: InputEvent| {
            if let Some(text) = web::event_value(&event) {
                // Only the end of a query is completed, so nothing is offered while its middle changes.
                let text_to_offer_for = web::is_caret_at_end(&event).then(|| text.clone());
                set.emit(Open {
                    text: text_to_offer_for,
                    active: None,
                });
                act.emit(Action::Typed(text));
            }
        })
    };
    let onkeydown = {
        let (act, set) = (view.act.clone(), set.clone());
        let searcher = view.searcher.clone();
        Callback::from(move |event: KeyboardEvent| {
            let modified = event.ctrl_key() || event.meta_key() || event.alt_key();
            // Keys of an input method are its own, also the one that ends a composition, which Safari tells by its code.
            let is_composing = event.is_composing() || event.key_code() == INPUT_METHOD;
            let Some(text) = web::event_value(&event).filter(|_| !modified && !is_composing) else {
                return;
            };
            let Open { text: open, active } = latest.borrow().clone();
            let is_open = open.as_ref() == Some(&text);
            let opens = event.key() == "ArrowDown";
            let mut offered = offers(&searcher, (is_open || opens).then_some(text.as_str()));
            let active = active.filter(|active| is_open && *active < offered.len());
            let press = pressed(&event.key(), offered.len(), active);
            if !matches!(press, Press::Leave | Press::Release) {
                event.prevent_default();
            }
            match press {
                Press::Leave => {}
                Press::Release => set.emit(Open {
                    text: Some(text),
                    active: None,
                }),
                Press::Move(active) => set.emit(Open {
                    text: Some(text),
                    active,
                }),
                Press::Close => set.emit(Open::default()),
                Press::Take(place) => {
                    set.emit(Open::default());
                    act.emit(taking(&offered.swap_remove(place)));
                }
            }
        })
    };
    let onblur = set.reform(|_: FocusEvent| Open::default());
    let is_invalid = !view.answer.problems.is_empty();
    let take = {
        let (act, offered) = (view.act.clone(), offered.clone());
        Callback::from(move |place: usize| {
            if let Some(suggestion) = offered.get(place) {
                set.emit(Open::default());
                act.emit(taking(suggestion));
            }
        })
    };
    html! {
        <div class="combobox">
            <input
                id="q"
                name="q"
                type="search"
                dir="auto"
                value={query.clone()}
                {oninput}
                {onkeydown}
                {onblur}
                role="combobox"
                aria-autocomplete="list"
                aria-controls={LIST}
                aria-expanded={(!offered.is_empty()).to_string()}
                aria-activedescendant={active.map(option_id)}
                autocomplete="off"
                autocapitalize="off"
                autocorrect="off"
                spellcheck="false"
                enterkeyhint="search"
                aria-describedby={is_invalid.then_some("problems")}
                placeholder={placeholder(view)}
            />
            <ul
                id={LIST}
                role="listbox"
                class="completions"
                hidden={offered.is_empty()}
                aria-label={view.pick("Suggestions", "Suggestions")}
            >
                if !offered.is_empty() {
                    <Later
                        {view}
                        part={Deferred::Completions(CompletionsProps {
                            view: view.clone(),
                            query: query.clone().into(),
                            offered: offered.clone(),
                            active,
                            take,
                        })}
                    />
                }
            </ul>
        </div>
    }
}

fn offers(searcher: &Searcher, query: Option<&str>) -> Vec<Suggestion> {
    query.map_or_else(Vec::new, |query| searcher.complete(query, MOST))
}

fn option_id(place: usize) -> String {
    format!("completion-{place}")
}

/// Returns what a key does while some options are offered; none are while the list is closed. Past either end of the list is the
/// text itself.
fn pressed(key: &str, offered: usize, active: Option<usize>) -> Press {
    let last = offered.checked_sub(1);
    match (key, last) {
        ("Enter", Some(_)) => active.map_or(Press::Close, Press::Take),
        // With no list open either: browsers would erase the query.
        ("Escape", _) => Press::Close,
        ("ArrowDown", Some(last)) => Press::Move(match active {
            None => Some(0),
            Some(active) => Some(active + 1).filter(|next| *next <= last),
        }),
        ("ArrowUp", Some(last)) => Press::Move(match active {
            None => Some(last),
            Some(active) => active.checked_sub(1),
        }),
        ("ArrowLeft" | "ArrowRight" | "Home" | "End", Some(_)) => Press::Release,
        _ => Press::Leave,
    }
}

/// Returns the action of a suggestion. A space follows the query, so that the next word can be typed.
fn taking(suggestion: &Suggestion) -> Action {
    let choice = match suggestion.completion {
        Completion::Word(_) => None,
        Completion::Speaker(place) => Some(Choice::Speaker(place)),
        Completion::Theme(place) => Some(Choice::Theme(place)),
        Completion::Document(place) => Some(Choice::Document(place)),
    };
    let query = match suggestion.query.as_str() {
        "" => String::new(),
        query => format!("{query} "),
    };
    Action::Completed(query, choice)
}

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

/// Returns examples of what may be typed, from the embedded corpus or from none.
fn placeholder(view: &View) -> &'static str {
    let language = view.language();
    match crate::is_embedded(view.searcher.index()) {
        true => i18n::pick(
            language,
            "un mot, cyber*, «\u{a0}communauté de destin\u{a0}», -propre…",
            "a word (in French), cyber*, “communauté de destin”, -propre…",
        ),
        false => i18n::pick(
            language,
            "un mot, début*, «\u{a0}des mots qui se suivent\u{a0}», -sans…",
            "a word, begin*, “words in a row”, -without…",
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_move_through_the_list_and_back_to_the_text() {
        let check = |key: &str, offered: usize, active: Option<usize>, expected: Press| {
            assert_eq!(
                pressed(key, offered, active),
                expected,
                "{key} at {active:?} of {offered}"
            );
        };
        check("ArrowDown", 3, None, Press::Move(Some(0)));
        check("ArrowDown", 3, Some(1), Press::Move(Some(2)));
        check("ArrowDown", 3, Some(2), Press::Move(None));
        check("ArrowUp", 3, None, Press::Move(Some(2)));
        check("ArrowUp", 3, Some(2), Press::Move(Some(1)));
        check("ArrowUp", 3, Some(0), Press::Move(None));
        check("Enter", 3, Some(1), Press::Take(1));
        check("Enter", 3, None, Press::Close);
        check("Escape", 3, Some(1), Press::Close);
        check("Tab", 3, Some(1), Press::Leave);
        check("Home", 3, Some(1), Press::Release);
        check("a", 3, Some(1), Press::Leave);
        check("Escape", 0, None, Press::Close);
        for key in ["ArrowDown", "ArrowUp", "Enter", "Home"] {
            check(key, 0, None, Press::Leave);
        }
    }

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

    #[test]
    fn a_word_is_followed_by_a_space_and_a_name_becomes_a_filter() {
        let check = |completion: Completion, query: &str, expected: Action| {
            let suggestion = Suggestion {
                completion,
                count: 1,
                query: query.to_string(),
            };
            assert_eq!(taking(&suggestion), expected);
        };
        check(
            Completion::Word("paix".into()),
            "la paix",
            Action::Completed("la paix ".into(), None),
        );
        check(
            Completion::Speaker(2),
            "",
            Action::Completed(String::new(), Some(Choice::Speaker(2))),
        );
        check(
            Completion::Theme(1),
            "paix",
            Action::Completed("paix ".into(), Some(Choice::Theme(1))),
        );
        check(
            Completion::Document(0),
            "-propre",
            Action::Completed("-propre ".into(), Some(Choice::Document(0))),
        );
    }
}
