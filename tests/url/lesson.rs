//! A lesson in the address: what a link holds, and where the reader is in it.

use crate::round_trip::any_state;
use crate::{INDEX, check_read, noteless};
use frise::lesson::{
    LONGEST_TEXT, LONGEST_TITLE, LONGEST_VIEW, Lesson, MOST_STEPS, Step, is_file_name,
};
use frise::state::{Action, Lock, Note, Replay, State};
use frise::url::{Parsed, is_apart, parse, parse_knowing, print, print_view, step_view, tour_view};
use frise_date::Tongue;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index as Place;
use std::rc::Rc;

fn step(view: &str, title: &str) -> Step {
    Step {
        view: view.into(),
        title: title.into(),
        instruction: format!("Regardez «\u{a0}{title}\u{a0}».\nPrenez votre temps."),
        question: "Qui parle\u{202f}?".into(),
    }
}

fn lesson() -> Lesson {
    Lesson {
        title: "La paix, d’une année à l’autre".into(),
        steps: vec![
            step("?q=paix", "Un mot"),
            step(
                "?q=paix&from=2016&speaker=xi-jinping&lang=en&embed=1",
                "Une voix",
            ),
            step("?view=table#strategie-2017.p22", "Un texte"),
            step("?", ""),
        ],
    }
}

fn any_lesson() -> impl Strategy<Value = Lesson> {
    let step = (
        "\\PC{0,20}",
        "\\PC{0,20}",
        "(\\PC|\n){0,30}",
        "(\\PC|\n){0,30}",
    );
    ("\\PC{0,30}", vec(step, 1..6)).prop_map(|(title, steps)| {
        let mut texts = vec![title];
        for (view, title, instruction, question) in steps {
            texts.extend([view, title, instruction, question]);
        }
        // As it is kept: without space at either end.
        Lesson::of_texts(&texts.join("\0")).expect("a lesson")
    })
}

proptest! {
    #[test]
    fn a_lesson_comes_back_from_its_link(lesson in any_lesson()) {
        let link = lesson.link();
        prop_assert!(link.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte)), "{}", link);
        prop_assert_eq!(Lesson::of_link(&link), Some(lesson.clone()));
        prop_assert_eq!(Lesson::of_texts(&lesson.texts()), Some(lesson));
    }

    /// However many letters are missing at the end.
    #[test]
    fn a_link_that_is_cut_short_is_refused(lesson in any_lesson()) {
        let link = lesson.link();
        for end in 0..link.len() {
            prop_assert_eq!(Lesson::of_link(&link[..end]), None, "{} of {}", end, &link);
        }
    }

    #[test]
    fn a_link_with_another_letter_is_refused(lesson in any_lesson(), place: Place, letter in "[A-Za-z0-9_=. é-]") {
        let link = lesson.link();
        let at = place.index(link.len());
        let changed = [&link[..at], &letter, &link[at + 1..]].concat();
        prop_assert_eq!(Lesson::of_link(&changed).is_some(), changed == link, "{} for {}", changed, link);
        let longer = [&link[..at], &letter, &link[at..]].concat();
        prop_assert_eq!(Lesson::of_link(&longer), None);
    }

    #[test]
    fn any_text_is_a_lesson_or_none(link in "\\PC{0,40}|1[A-Za-z0-9_-]{0,60}", texts in "(\\PC|\0|\n|\r|\t){0,60}") {
        if let Some(lesson) = Lesson::of_link(&link) {
            prop_assert_eq!(lesson.link(), link.clone());
        }
        if let Some(lesson) = Lesson::of_texts(&texts) {
            prop_assert_eq!(Lesson::of_link(&lesson.link()), Some(lesson));
        }
        parse(&format!("?lesson={link}&step=3"), &INDEX);
    }

    #[test]
    fn a_state_in_a_lesson_comes_back_from_its_address(
        state in any_state(), mut lesson in any_lesson(), views in vec(any_state(), 6), at: Place, goes_there: bool,
    ) {
        for (step, view) in lesson.steps.iter_mut().zip(&views) {
            step.view = print_view(view, &INDEX);
        }
        let step = at.index(lesson.steps.len());
        let replay = Replay { source: lesson.link(), lesson: Some(Rc::new(lesson.clone())), step };
        let mut state = State { lesson: Some(replay), ..state };
        if goes_there {
            let Parsed { state: there, notes } = step_view(&lesson, step, &INDEX);
            state = state.after(Action::Stepped(step, Box::new(there), notes));
            prop_assert!(!is_apart(&state, &INDEX));
        }
        let address = print(&state, &INDEX);
        prop_assert_eq!(address.contains("apart=1"), is_apart(&state, &INDEX), "{}", &address);
        prop_assert_eq!(parse(&address, &INDEX), noteless(state), "{}", address);
    }
}

#[test]
fn what_is_too_long_is_cut_and_what_is_too_much_is_none() {
    let long = "é".repeat(3000);
    let texts = |steps: usize| format!("{long}{}", format!("\0{long}").repeat(4 * steps));
    let lesson = Lesson::of_texts(&texts(MOST_STEPS)).expect("a lesson");
    let lengths = |text: &String| text.chars().count();
    assert_eq!(lengths(&lesson.title), LONGEST_TITLE);
    let last = &lesson.steps[MOST_STEPS - 1];
    assert_eq!(
        [&last.view, &last.title, &last.instruction, &last.question].map(lengths),
        [3000, LONGEST_TITLE, LONGEST_TEXT, LONGEST_TEXT]
    );
    let view = "é".repeat(LONGEST_VIEW + 1);
    let one = Lesson::of_texts(&format!("\0{view}\0\0\0")).expect("a lesson");
    assert_eq!(lengths(&one.steps[0].view), LONGEST_VIEW);
    assert_eq!(Lesson::of_link(&lesson.link()), Some(lesson));
    assert_eq!(Lesson::of_texts(&texts(MOST_STEPS + 1)), None);
    for none in [
        "",
        "titre",
        "titre\0?",
        "titre\0?\0a\0b",
        "titre\0?\0a\0b\0c\0?",
    ] {
        assert_eq!(Lesson::of_texts(none), None, "{none:?}");
    }
    let odd = Lesson::of_texts(" a\u{7}b\n\0 ? \0c\nd\0\ne\nf\t \0").expect("a lesson");
    assert_eq!(odd.texts(), "ab\0?\0cd\0e\nf\0");
}

#[test]
fn a_lesson_shows_the_view_of_its_step() {
    let link = lesson().link();
    let check = |address: &str, step: usize, view: &str| {
        let Parsed { state, notes } = parse(&address.replace("LINK", &link), &INDEX);
        assert_eq!(notes, [], "{address}");
        assert_eq!(
            state.lesson.as_ref().map(|replay| replay.step),
            Some(step),
            "{address}"
        );
        assert_eq!(print_view(&state, &INDEX), view, "{address}");
        state
    };
    check("?lesson=LINK", 0, "?q=paix");
    let second = check(
        "?lesson=LINK&step=2",
        1,
        "?q=paix&from=2016&speaker=xi-jinping",
    );
    // A step changes neither the language of the reader nor the frame.
    assert_eq!(
        (second.language, second.frame.embed),
        (Tongue::French, false)
    );
    check(
        "?step=3&lesson=LINK&lang=en",
        2,
        "?view=table#strategie-2017.p22",
    );
    check("?step=99&lesson=LINK", 3, "?");
    check("?step=0&lesson=LINK", 0, "?q=paix");
    check("?step=2&apart=1&lesson=LINK", 1, "?");
    check("?q=dragon&step=2&apart=1&lesson=LINK", 1, "?q=dragon");
    check("?lesson=LINK#cyber-2016.p1", 0, "?q=paix#cyber-2016.p1");
    // What each step sets is locked, and no more.
    let locked = check(
        "?step=2&lock=1&lesson=LINK",
        1,
        "?q=paix&from=2016&speaker=xi-jinping",
    );
    assert_eq!(
        locked.frame.locks,
        [Lock::Set, Lock::Query, Lock::Dates, Lock::Speakers]
    );
    let there = step_view(&lesson(), 2, &INDEX).state;
    let third = locked.after(Action::Stepped(2, Box::new(there), Vec::new()));
    assert_eq!(third.frame.locks, [Lock::Set]);
    assert_eq!(
        print(&third, &INDEX),
        format!("?lock=1%2C&step=3&lesson={link}")
    );
    // A view that the host shows leaves the lesson where it is.
    let there = parse("?theme=paix", &INDEX).state;
    let led = second.after(Action::Led(Box::new(there), Vec::new()));
    assert_eq!(led.lesson, second.lesson);
    assert_eq!(
        print(&led, &INDEX),
        format!("?theme=paix&step=2&apart=1&lesson={link}")
    );
}

#[test]
fn a_lesson_that_is_none_is_noted_and_the_rest_holds() {
    let link = lesson().link();
    let newer = link.replacen('1', "2", 1);
    for bad in [
        "",
        "x",
        "1",
        "leçon",
        &link[..link.len() - 1],
        &link[1..],
        &newer,
        "../x.json",
        "a/b.json",
        ".json",
        "https://x.example/a.json",
        "x.json#",
    ] {
        let encoded: String = form_urlencoded::byte_serialize(bad.as_bytes()).collect();
        let address = format!("?lesson={encoded}&step=2&q=paix");
        let Parsed { state, notes } = parse(&address, &INDEX);
        assert_eq!(notes, [Note::NoLesson(bad.into())], "{bad}");
        assert_eq!(
            (state.lesson, state.query.as_str()),
            (None, "paix"),
            "{bad}"
        );
    }
    let note = |key: &str, value: &str| Note::UnknownValue {
        key: key.into(),
        value: value.into(),
    };
    let odd = parse(&format!("?lesson={link}&step=deux&apart=oui"), &INDEX);
    assert_eq!(odd.notes, [note("step", "deux"), note("apart", "oui")]);
    assert_eq!(print_view(&odd.state, &INDEX), "?q=paix");
}

#[test]
fn a_file_shows_its_view_once_it_has_come() {
    let waiting = Replay {
        source: "cours-2.json".into(),
        lesson: None,
        step: 0,
    };
    let state = |lesson: &Replay| State {
        lesson: Some(lesson.clone()),
        ..State::default()
    };
    check_read("?lesson=cours-2.json", state(&waiting));
    let come = Replay {
        lesson: Some(Rc::new(lesson())),
        ..waiting.clone()
    };
    let read = parse_knowing("?step=2&lesson=cours-2.json", &INDEX, Some(&come)).state;
    assert_eq!(read.query, "paix");
    assert_eq!(print(&read, &INDEX), "?step=2&lesson=cours-2.json");
    // What a reader does before it has come is not lost.
    let early = state(&waiting).after(Action::Asked("cyber".into()));
    let address = print(&early, &INDEX);
    assert_eq!(address, "?q=cyber&apart=1&lesson=cours-2.json");
    let read = parse_knowing(&address, &INDEX, Some(&come)).state;
    assert_eq!(read.query, "cyber");
    for (name, is_one) in [
        ("a.json", true),
        ("Leçon.json", false),
        ("a b.json", false),
        ("a-1_b.v2.json", true),
        ("..json", false),
        ("a\\b.json", false),
        ("json", false),
    ] {
        assert_eq!(is_file_name(name), is_one, "{name}");
    }
}

#[test]
fn a_guided_tour_comes_back_from_its_address() {
    for tour in &INDEX.about().lessons {
        for (place, step) in tour.steps.iter().enumerate() {
            let at = match place {
                0 => String::new(),
                place => format!("step={}&", place + 1),
            };
            let address = format!("?{at}tour={}", tour.id);
            let Parsed { state, notes } = parse(&address, &INDEX);
            assert_eq!(notes, [], "{address}");
            assert_eq!(print(&state, &INDEX), address);
            assert!(!is_apart(&state, &INDEX), "{address}");
            let there = parse(&step.view, &INDEX).state;
            assert_eq!(print_view(&state, &INDEX), print_view(&there, &INDEX));
        }
        let Parsed { state, .. } = tour_view(&tour.id, &INDEX).expect("a tour");
        let begun = State::default().after(Action::Toured(Box::new(state), Vec::new()));
        assert_eq!(print(&begun, &INDEX), format!("?tour={}", tour.id));
        let left = State {
            lesson: None,
            ..begun.clone()
        };
        let left = begun.after(Action::Toured(Box::new(left), Vec::new()));
        assert_eq!(print(&left, &INDEX), print_view(&begun, &INDEX));
    }
    let Parsed { state, notes } = parse("?tour=absente&q=paix", &INDEX);
    assert_eq!((state.query.as_str(), state.lesson), ("paix", None));
    assert_eq!(notes, [Note::NoLesson("absente".into())]);
}
