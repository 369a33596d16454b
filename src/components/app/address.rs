//! The state in step with the browser: address, history, title, and messages from other scripts.

use crate::components::View;
use crate::lesson::Lesson;
use crate::state::{Action, History, Note, Replay};
use crate::url::Parsed;
use crate::{i18n, url, web};
use std::rc::Rc;
use yew::prelude::*;

/// Keeps the address, the history and the title of the browser in step with the state. `history` is how the state enters the
/// history.
#[hook]
pub fn use_address(view: &View, history: History) {
    let known = use_mut_ref(|| None::<Replay>);
    let read = {
        let (searcher, act, known) = (view.searcher.clone(), view.act.clone(), known.clone());
        move || {
            let known = known.borrow();
            let Parsed { state, notes } =
                url::parse_knowing(&web::address(), searcher.index(), known.as_ref());
            act.emit(Action::Navigated(Box::new(state), notes));
        }
    };
    let (act, replay, read_again) = (view.act.clone(), view.state.lesson.clone(), read.clone());
    use_effect_with((), move |()| {
        let navigated = web::on_navigation(read);
        // The file of a lesson is asked for once, and shown when it has come.
        let file = replay.filter(|replay| replay.lesson.is_none());
        let asked = file.clone();
        let come = file.and_then(|file| {
            web::on_shell_event("frise:lesson", move |texts| {
                match texts.and_then(|texts| Lesson::of_texts(&texts)) {
                    Some(lesson) => {
                        known.replace(Some(Replay {
                            lesson: Some(Rc::new(lesson)),
                            ..file.clone()
                        }));
                        read_again();
                    }
                    None => act.emit(Action::Noted(Note::NoLesson(file.source.clone()))),
                }
            })
        });
        if let Some(file) = asked {
            web::call_shell("lesson", &[&file.source]);
        }
        move || drop((navigated, come))
    });
    let (searcher, act) = (view.searcher.clone(), view.act.clone());
    use_effect_with((), move |()| {
        let listener = web::on_shell_event("frise:show", move |shown| {
            act.emit(match shown {
                Some(shown) => {
                    let Parsed { state, notes } = url::parse(&shown, searcher.index());
                    Action::Led(Box::new(state), notes)
                }
                None => Action::Noted(Note::Stranger),
            });
        });
        move || drop(listener)
    });
    let address = url::print(&view.state, view.searcher.index());
    let shown = address.clone();
    use_effect_with((address, history), |(address, history)| {
        if *history != History::Keep {
            web::set_address(address, *history == History::Push);
        }
    });
    let corpus = i18n::of(&view.searcher.index().about().title, view.language()).to_string();
    let asked = view.state.query.trim().to_string();
    use_effect_with(
        (corpus, asked, view.language()),
        |(corpus, asked, language)| {
            let title = if asked.is_empty() {
                format!("{corpus} — Frise")
            } else {
                format!("{asked} — {corpus} — Frise")
            };
            web::describe(&title, i18n::pick(*language, "fr", "en"));
        },
    );
    use_effect_with(shown, |shown| {
        web::call_shell("view", &[shown]);
    });
}
