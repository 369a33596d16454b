//! The search box with completions while a query is typed: an ARIA 1.2 combobox, whose list lies over what is below.
//!
//! The list belongs to the text that was typed: it is closed when the page opens, and any query that comes from elsewhere
//! closes it. The focus never leaves the box.

mod options;

use options::option_id;
pub use options::{Completions, CompletionsProps};

use crate::components::deferred::{Deferred, Later, is_loaded, second_file, use_second_file};
use crate::components::{Shared, View, ViewProps};
use crate::state::{Action, Choice};
use crate::{i18n, web};
use frise_index::search::{Completion, Searcher, Suggestion};
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
    /// The same, and lets the browser submit the text.
    Submit,
}

/// The box and its list.
#[component]
pub fn Combobox(props: &ViewProps) -> Html {
    let view = &props.view;
    let query = view.state.query.clone();
    let open = use_state(Open::default);
    let is_open = open.text.as_ref() == Some(&query);
    use_second_file(is_open);
    let offered = use_memo(
        (
            Shared(Rc::clone(&view.searcher.0)),
            is_open.then(|| query.clone()),
            is_loaded(),
            view.while_in_shards(),
        ),
        |(searcher, query, ..)| offers(searcher, query.as_deref()),
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
            if !matches!(press, Press::Leave | Press::Release | Press::Submit) {
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
                Press::Close | Press::Submit => set.emit(Open::default()),
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

/// Returns the completions of a query; none before the second file is there.
fn offers(searcher: &Searcher, query: Option<&str>) -> Vec<Suggestion> {
    match (second_file(), query) {
        (Some(second_file), Some(query)) => (second_file.complete)(searcher, query, MOST),
        _ => Vec::new(),
    }
}

/// Returns what a key does while some options are offered; none are while the list is closed. Past either end of the list is the
/// text itself.
fn pressed(key: &str, offered: usize, active: Option<usize>) -> Press {
    let last = offered.checked_sub(1);
    match (key, last) {
        ("Enter", Some(_)) => active.map_or(Press::Submit, Press::Take),
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
        check("Enter", 3, None, Press::Submit);
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
