//! What the page around a frame locks.

use crate::{busy, day};
use frise::state::{Action, Choice, Frame, History, Lock, State, reduce};
use frise_date::Tongue;
use frise_index::model::Voice;
use frise_index::query::Matching;
use frise_index::search::Filters;

/// As [`busy`], with locks.
fn locked(locks: &[Lock]) -> State {
    State {
        frame: Frame {
            locks: locks.to_vec(),
            ..Frame::default()
        },
        ..busy()
    }
}

/// Everything that a reader can do to the query and the filters, each with the lock that forbids it.
fn doings() -> Vec<(Action, Lock)> {
    let from = day("2011-01-01");
    let mut doings = vec![
        (Action::Typed("cyber".into()), Lock::Query),
        (Action::Asked(String::new()), Lock::Query),
        (Action::Completed("la ".into(), None), Lock::Query),
        (Action::Matched(Matching::Exact), Lock::Query),
        (Action::Bounded(None, None), Lock::Dates),
        (Action::Bounded(from, None), Lock::Dates),
        (Action::Bounding(None, from), Lock::Dates),
        (Action::Toggled(Choice::Undated), Lock::Dates),
        (Action::Mentioning(None, None), Lock::Mentions),
        (Action::Mentioning(from, None), Lock::Mentions),
    ];
    type OfPlace = fn(u32) -> Choice;
    let choices: [(OfPlace, Lock); 4] = [
        (Choice::Speaker, Lock::Speakers),
        (Choice::Theme, Lock::Themes),
        (Choice::Document, Lock::Documents),
        (Choice::Kind, Lock::Kinds),
    ];
    for (choice, lock) in choices {
        // Some are held, others are not.
        doings.extend((0..5).map(|place| (Action::Toggled(choice(place)), lock)));
    }
    let voices = Voice::ALL.map(|voice| (Action::Toggled(Choice::Voice(voice)), Lock::Voices));
    doings.extend(voices);
    doings
}

#[test]
fn what_is_locked_stays_and_the_rest_moves() {
    for (_, lock) in &Lock::NAMES.map(|(lock, name)| (name, lock))[1..] {
        let before = locked(&[*lock]);
        for (action, forbidden_by) in doings() {
            let after = before.after(action.clone());
            let expected = busy().after(action.clone());
            if forbidden_by == *lock {
                assert_eq!(after, before, "{action:?} under {lock:?}");
                assert!(!before.allows(&action), "{action:?} under {lock:?}");
            } else {
                let frame = before.frame.clone();
                assert_eq!(
                    after,
                    State { frame, ..expected },
                    "{action:?} under {lock:?}"
                );
                assert!(before.allows(&action), "{action:?} under {lock:?}");
            }
        }
        // What takes away everything takes away the rest.
        let cleared = before.after(Action::Cleared);
        let loosened = Action::Searched(String::new(), Matching::Folded, Filters::default());
        for after in [&cleared, &before.after(loosened.clone())] {
            assert_ne!(*after, before, "{lock:?}");
            assert!(!after.is_unfiltered(), "{lock:?}");
        }
        assert!(!before.allows(&loosened), "{lock:?}");
        assert!(before.can_clear() && !cleared.can_clear(), "{lock:?}");
    }
    let everything = locked(&Lock::NAMES.map(|(lock, _)| lock)[1..]);
    assert!(!everything.can_clear());
    for (action, _) in doings() {
        let (after, effect) = reduce(&everything, action);
        assert_eq!((after, effect.history), (everything.clone(), History::Keep));
    }
    // What is no filter moves as ever.
    let (read, effect) = reduce(&everything, Action::Opened(3));
    assert_eq!((read.passage, effect.history), (Some(3), History::Push));
}

#[test]
fn views_that_come_whole_pass_locks() {
    let free = State::default();
    let back = locked(&[Lock::Query]).after(Action::Navigated(Box::new(free.clone()), Vec::new()));
    assert_eq!(back, free);
    let there = State {
        query: "cyber".into(),
        language: Tongue::English,
        ..State::default()
    };
    let led = |locks: &[Lock]| {
        let led = Action::Led(Box::new(there.clone()), Vec::new());
        let (after, effect) = reduce(&locked(locks), led);
        assert_eq!(after.query, "cyber");
        assert_eq!(after.filters, Filters::default());
        assert_eq!(after.language, Tongue::French, "the reader's own");
        assert_eq!(effect.history, History::Push);
        after.frame.locks
    };
    assert_eq!(led(&[Lock::Themes]), [Lock::Themes]);
    assert_eq!(led(&[Lock::Set, Lock::Themes]), [Lock::Set, Lock::Query]);
}
