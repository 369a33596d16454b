//! What happens to the state, and how it enters the history.

mod locks;

use frise::state::{
    Action, Choice, Effect, History, Listing, Measure, Note, Notes, Presentation, State, Subject,
    Timelines, reduce,
};
use frise_date::{Day, Tongue};
use frise_index::concordance::Key;
use frise_index::model::Voice;
use frise_index::query::Matching;
use frise_index::search::{Filters, Sort};
use frise_index::timeline::Unit;

fn day(text: &str) -> Option<Day> {
    Some(Day::parse(text).expect("a day"))
}

/// A state in which something was chosen of everything.
fn busy() -> State {
    State {
        query: "paix".into(),
        filters: Filters {
            mentioned_from: Day::from_ymd(2015, 1, 1),
            mentioned_to: None,
            from: day("2016-01-01"),
            to: day("2016-12-31"),
            undated: true,
            speakers: vec![1],
            voices: vec![Voice::Direct],
            themes: vec![2, 0],
            documents: vec![3],
            kinds: vec![1],
        },
        sort: Sort::Newest,
        passage: Some(7),
        ..State::default()
    }
}

/// After an action, the state is what it was but for one change, which enters the history so.
fn check(action: Action, history: History, change: impl Fn(&mut State)) {
    for before in [State::default(), busy()] {
        let mut expected = before.clone();
        change(&mut expected);
        let (after, effect) = reduce(&before, action.clone());
        assert_eq!((after, effect.history), (expected, history), "{action:?}");
    }
}

fn history_of(before: &State, action: Action) -> History {
    reduce(before, action).1.history
}

#[test]
fn each_action_changes_its_part_and_nothing_else() {
    let (from, to) = (day("2017-01-01"), day("2018-12-31"));
    let bound = |state: &mut State| (state.filters.from, state.filters.to) = (from, to);
    check(Action::Typed("cyber".into()), History::Replace, |state| {
        state.query = "cyber".into()
    });
    check(Action::Asked("cyber".into()), History::Push, |state| {
        state.query = "cyber".into()
    });
    check(Action::Bounded(from, to), History::Push, bound);
    check(Action::Bounded(to, from), History::Push, bound);
    check(Action::Bounding(from, to), History::Replace, bound);
    check(Action::Bounding(to, from), History::Replace, bound);
    check(Action::Bounded(from, None), History::Push, |state| {
        (state.filters.from, state.filters.to) = (from, None)
    });
    check(Action::Bounded(None, None), History::Push, |state| {
        (state.filters.from, state.filters.to) = (None, None)
    });
    let mentioned = |state: &mut State| {
        (state.filters.mentioned_from, state.filters.mentioned_to) = (from, to);
    };
    // The first movement of a bound is an entry to come back from; those that follow take its place.
    for before in [State::default(), busy()] {
        let follows = before.filters.mentioned_from.is_some();
        let history = match follows {
            true => History::Replace,
            false => History::Push,
        };
        let effect = Effect {
            history,
            is_moving: follows,
            notes: Notes::Keep,
        };
        let mut expected = before.clone();
        mentioned(&mut expected);
        let expected = (expected, effect);
        assert_eq!(reduce(&before, Action::Mentioning(from, to)), expected);
        assert_eq!(reduce(&before, Action::Mentioning(to, from)), expected);
    }
    check(Action::Mentioning(None, None), History::Push, |state| {
        (state.filters.mentioned_from, state.filters.mentioned_to) = (None, None)
    });
    let drawn = Timelines {
        subjects: vec![Subject::Voices],
        measure: Measure::Rate,
        unit: Some(Unit::Month),
        window: from.zip(to),
        words: vec!["paix".into()],
        multiples: true,
        ..Timelines::default()
    };
    check(Action::Drawn(drawn.clone()), History::Push, |state| {
        state.timelines = drawn.clone()
    });
    check(Action::Drawing(drawn.clone()), History::Replace, |state| {
        state.timelines = drawn.clone()
    });
    check(Action::Cleared, History::Push, |state| {
        state.query = String::new();
        state.filters = Filters::default();
    });
    check(Action::Sorted(Sort::Oldest), History::Push, |state| {
        state.sort = Sort::Oldest
    });
    check(Action::Matched(Matching::Exact), History::Push, |state| {
        state.matching = Matching::Exact
    });
    let filters = Filters {
        themes: vec![4],
        ..Filters::default()
    };
    let loosened = Action::Searched("paix|guerre".into(), Matching::Stemmed, filters.clone());
    check(loosened, History::Push, |state| {
        state.query = "paix|guerre".into();
        state.matching = Matching::Stemmed;
        state.filters = filters.clone();
    });
    check(
        Action::Listed(Listing::Concordance),
        History::Push,
        |state| state.listing = Listing::Concordance,
    );
    let sorted = |given: &[Key], kept: &'static [Key]| {
        check(
            Action::SortedLines(given.to_vec()),
            History::Push,
            move |state| state.keys = kept.to_vec(),
        );
    };
    sorted(&[], &[]);
    sorted(&[Key::Left(1), Key::Date], &[Key::Left(1), Key::Date]);
    sorted(
        &[Key::Hit, Key::Right(2), Key::Speaker],
        &[Key::Hit, Key::Right(2)],
    );
    check(Action::Lengthened(25), History::Push, |state| {
        state.context = 25
    });
    check(Action::Shown(Presentation::Table), History::Push, |state| {
        state.presentation = Presentation::Table
    });
    check(Action::Spoken(Tongue::English), History::Push, |state| {
        state.language = Tongue::English
    });
    check(Action::Opened(3), History::Push, |state| {
        state.passage = Some(3)
    });
    check(Action::Closed, History::Push, |state| state.passage = None);
    check(Action::NotesClosed, History::Keep, |_| {});
}

#[test]
fn going_back_takes_the_whole_state_of_the_address() {
    let notes = vec![Note::UnknownKey("couleur".into())];
    let back = Action::Navigated(Box::new(busy()), notes.clone());
    let effect = Effect {
        history: History::Keep,
        is_moving: false,
        notes: Notes::Set(notes),
    };
    assert_eq!(reduce(&State::default(), back), (busy(), effect));
}

#[test]
fn a_choice_made_twice_is_none() {
    for choice in [
        Choice::Speaker(1),
        Choice::Speaker(4),
        Choice::Voice(Voice::Direct),
        Choice::Voice(Voice::Official),
        Choice::Theme(2),
        Choice::Theme(5),
        Choice::Document(0),
        Choice::Kind(2),
        Choice::Undated,
    ] {
        for before in [State::default(), busy()] {
            let once = before.after(Action::Toggled(choice));
            assert_eq!(once.holds(choice), !before.holds(choice), "{choice:?}");
            assert_eq!(history_of(&before, Action::Toggled(choice)), History::Push);
            let twice = once.after(Action::Toggled(choice));
            assert_eq!(twice.holds(choice), before.holds(choice), "{choice:?}");
            // What was taken away comes back at the end.
            let sorted = |state: State| {
                let mut filters = state.filters;
                filters.themes.sort_unstable();
                filters
            };
            assert_eq!(sorted(twice), sorted(before), "{choice:?}");
        }
    }
}

#[test]
fn a_name_that_is_taken_is_held_once() {
    let check = |choice: Option<Choice>, before: State, held: usize| {
        let query = "la paix ";
        let (after, effect) = reduce(&before, Action::Completed(query.into(), choice));
        assert_eq!(after.query, query);
        assert_eq!(effect.history, History::Push);
        assert!(
            choice.is_none_or(|choice| after.holds(choice)),
            "{choice:?}"
        );
        let filters = &after.filters;
        let lists = [&filters.speakers, &filters.themes, &filters.documents];
        assert_eq!(
            lists.map(Vec::len).iter().sum::<usize>(),
            held,
            "{choice:?}"
        );
    };
    check(None, State::default(), 0);
    check(None, busy(), 4);
    for choice in [Choice::Speaker(1), Choice::Theme(2), Choice::Document(3)] {
        check(Some(choice), State::default(), 1);
        // Held before, and not taken away.
        check(Some(choice), busy(), 4);
    }
    check(Some(Choice::Speaker(0)), busy(), 5);
}

#[test]
fn values_of_one_facet_are_alternatives_and_keep_their_order() {
    let themes = [3, 1, 2]
        .into_iter()
        .fold(State::default(), |state, theme| {
            state.after(Action::Toggled(Choice::Theme(theme)))
        });
    assert_eq!(themes.filters.themes, [3, 1, 2]);
    assert_eq!(
        themes
            .after(Action::Toggled(Choice::Theme(1)))
            .filters
            .themes,
        [3, 2]
    );
}

#[test]
fn lanes_are_toggled_and_keep_their_order() {
    let shown = Timelines::default();
    assert_eq!(shown.subjects, [Subject::Speakers, Subject::Themes]);
    let with = |timelines: &Timelines, subject: Subject| timelines.toggled(subject);
    let more = with(&with(&shown, Subject::Voices), Subject::Documents);
    let expected = [
        Subject::Speakers,
        Subject::Themes,
        Subject::Documents,
        Subject::Voices,
    ];
    assert_eq!(more.subjects, expected);
    for subject in Subject::ALL {
        let once = more.toggled(subject);
        assert_ne!(
            once.subjects.contains(&subject),
            more.subjects.contains(&subject)
        );
        assert_eq!(once.toggled(subject), more, "{subject:?} toggled twice");
    }
    let none = Subject::ALL
        .into_iter()
        .filter(|subject| more.subjects.contains(subject));
    assert_eq!(
        none.fold(more.clone(), |kept, subject| kept.toggled(subject))
            .subjects,
        []
    );
}

#[test]
fn a_state_that_filters_nothing_is_told() {
    let check =
        |state: State, expected: bool| assert_eq!(state.is_unfiltered(), expected, "{state:?}");
    check(State::default(), true);
    check(
        State {
            query: "  ".into(),
            ..State::default()
        },
        true,
    );
    check(
        State {
            passage: Some(1),
            sort: Sort::Newest,
            ..State::default()
        },
        true,
    );
    check(
        State {
            query: "paix".into(),
            ..State::default()
        },
        false,
    );
    check(
        State::default().after(Action::Bounded(day("2016-01-01"), None)),
        false,
    );
    for action in [
        Action::Toggled(Choice::Kind(0)),
        Action::Toggled(Choice::Undated),
        Action::Mentioning(None, day("2016-01-01")),
    ] {
        check(State::default().after(action), false);
    }
    check(
        State::default().after(Action::Drawn(Timelines::default().toggled(Subject::Kinds))),
        true,
    );
}

#[test]
fn a_note_is_told_once() {
    let (_, effect) = reduce(&State::default(), Action::Noted(Note::Stranger));
    assert_eq!(effect.history, History::Keep);
    let shown = effect.notes.clone().after(Vec::new());
    assert_eq!(shown, [Note::Stranger]);
    assert_eq!(effect.notes.after(shown.clone()), shown);
    let (_, effect) = reduce(&State::default(), Action::NotesClosed);
    assert_eq!(effect.notes.after(shown.clone()), []);
    let (_, effect) = reduce(&State::default(), Action::Asked("paix".into()));
    assert_eq!(effect.notes.after(shown.clone()), shown);
}

#[test]
fn a_bound_that_moves_is_told_apart() {
    let from = day("2017-01-01");
    let check = |action: Action, expected: bool| {
        let (_, effect) = reduce(&State::default(), action.clone());
        assert_eq!(effect.is_moving, expected, "{action:?}");
    };
    check(Action::Bounding(from, None), true);
    check(Action::Bounded(from, None), false);
    check(Action::Mentioning(from, None), false);
    check(Action::Typed("paix".into()), false);
}
