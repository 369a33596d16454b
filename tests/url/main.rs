//! The address and the state say the same; whatever else an address says is noted, and hurts nothing.

mod frame;
mod keys;
mod lesson;
mod round_trip;

use frise::state::{Frame, Note, Part, State, Subject, Timelines};
use frise::url::{Parsed, lasting, parse, print};
use frise_date::Day;
use frise_index::Index;
use frise_index::model::Voice;
use frise_index::search::Filters;
use std::sync::LazyLock;

static INDEX: LazyLock<Index> =
    LazyLock::new(|| Index::open(frise::EMBEDDED).expect("the embedded index opens"));

fn day(text: &str) -> Day {
    Day::parse(text).expect("a day")
}

fn speaker(id: &str) -> u32 {
    INDEX
        .about()
        .speakers
        .iter()
        .position(|speaker| speaker.id == id)
        .expect("a speaker") as u32
}

fn theme(id: &str) -> u32 {
    INDEX
        .about()
        .themes
        .iter()
        .position(|theme| theme.id == id)
        .expect("a theme") as u32
}

fn filtered(filters: Filters) -> State {
    State {
        filters,
        ..State::default()
    }
}

fn framed(frame: Frame) -> State {
    State {
        frame,
        ..State::default()
    }
}

/// What an address of a state asks for: nothing in vain.
fn noteless(state: State) -> Parsed {
    Parsed {
        state,
        notes: Vec::new(),
    }
}

/// An address is read as a state, with no note.
fn check_read(address: &str, expected: State) {
    assert_eq!(parse(address, &INDEX), noteless(expected), "{address}");
}

/// A state is printed as an address, which is read as that state.
fn check_both_ways(state: State, address: &str) {
    assert_eq!(print(&state, &INDEX), address);
    check_read(address, state);
}

fn drawn(timelines: Timelines) -> State {
    State {
        timelines,
        ..State::default()
    }
}

#[test]
fn bounds_are_as_short_as_they_can_be() {
    let check = |from: Option<&str>, to: Option<&str>, address: &str| {
        check_both_ways(
            filtered(Filters {
                from: from.map(day),
                to: to.map(day),
                ..Filters::default()
            }),
            address,
        );
    };
    check(Some("2016-01-01"), None, "?from=2016");
    check(Some("2016-05-01"), None, "?from=2016-05");
    check(Some("2016-05-24"), None, "?from=2016-05-24");
    check(Some("2016-12-31"), None, "?from=2016-12-31");
    check(None, Some("2016-12-31"), "?to=2016");
    check(None, Some("2016-02-29"), "?to=2016-02");
    check(None, Some("2016-02-28"), "?to=2016-02-28");
    check(None, Some("2015-02-28"), "?to=2015-02");
    check(None, Some("2016-01-01"), "?to=2016-01-01");
    check(Some("2016-01-01"), Some("2020-12-31"), "?from=2016&to=2020");
    check(
        Some("0800-12-25"),
        Some("0999-12-31"),
        "?from=0800-12-25&to=0999",
    );
    check(
        Some("-0050-01-01"),
        Some("-0044-03-15"),
        "?from=-0050&to=-0044-03-15",
    );
}

#[test]
fn other_ways_to_say_the_same() {
    check_read("", State::default());
    check_read("#", State::default());
    check_read(
        "?query=paix",
        State {
            query: "paix".into(),
            ..State::default()
        },
    );
    let bounds = Filters {
        from: Some(day("2016-05-01")),
        to: Some(day("2020-12-31")),
        ..Filters::default()
    };
    check_read("?startDate=2016-05&endDate=2020", filtered(bounds));
    let decade = Filters {
        from: Some(day("2010-01-01")),
        to: Some(day("2019-12-31")),
        ..Filters::default()
    };
    check_read("?from=201X&to=201X", filtered(decade));
    check_read(
        "?lang=fr&view=picture&sort=relevance&corpus=cyberespace-chine",
        State::default(),
    );
    check_read(
        "?voice=direct&voice=direct",
        filtered(Filters {
            voices: vec![Voice::Direct],
            ..Filters::default()
        }),
    );
    check_read(
        "?hide=header&hide=reader",
        framed(Frame {
            hidden: vec![Part::Header, Part::Reader],
            ..Frame::default()
        }),
    );
}

/// What an address asks for in vain is noted, and the rest holds.
fn check_notes(address: &str, expected: &[Note], rest: State) {
    let Parsed { state, notes } = parse(address, &INDEX);
    assert_eq!(notes, expected, "{address}");
    assert_eq!(state, rest, "{address}");
}

#[test]
fn what_is_unknown_is_noted_and_ignored() {
    let value = |key: &str, value: &str| Note::UnknownValue {
        key: key.into(),
        value: value.into(),
    };
    let peace = State {
        query: "paix".into(),
        ..State::default()
    };
    check_notes(
        "?couleur=rouge&q=paix",
        &[Note::UnknownKey("couleur".into())],
        peace.clone(),
    );
    check_notes("?Q=paix", &[Note::UnknownKey("Q".into())], State::default());
    for (key, bad) in [
        ("speaker", "personne"),
        ("voice", "criée"),
        ("voice", ""),
        ("theme", "Paix"),
        ("doc", "cyber-2017"),
        ("kind", "roman"),
        ("from", "demain"),
        ("from", ""),
        ("to", "2016-13"),
        ("view", "list"),
        ("sort", "random"),
        ("lang", "de"),
        ("embed", "0"),
        ("hide", "wall"),
        ("lock", "sort"),
        ("lock", "0"),
        ("host", "cours.example"),
        ("host", "https://cours.example/"),
        ("host", "https://"),
        ("host", "https://a b"),
        ("host", "*"),
        ("host", "null"),
        ("lanes", "walls"),
        ("measure", "count"),
        ("measure", ""),
        ("bins", "week"),
        ("bins", ""),
        ("color", "walls"),
        ("fold", "2"),
        ("axis", "dates"),
        ("zoom", "hier"),
        ("zoom", ""),
        ("zoom", "2016/.."),
        ("zoom", "../2016"),
        ("zoom", "2017/2016"),
        ("multiples", "0"),
        ("undated", "0"),
        ("mentionsFrom", "demain"),
        ("mentionsTo", "2016-13"),
    ] {
        check_notes(
            &format!("?{key}={bad}&q=paix"),
            &[value(key, bad)],
            peace.clone(),
        );
    }
    let two = filtered(Filters {
        speakers: vec![speaker("wang-yi"), speaker("zhang-jun")],
        ..Filters::default()
    });
    check_notes(
        "?speaker=wang-yi&speaker=personne&speaker=zhang-jun",
        &[value("speaker", "personne")],
        two,
    );
    let voices = drawn(Timelines {
        subjects: vec![Subject::Voices],
        ..Timelines::default()
    });
    check_notes(
        "?lanes=walls,voices",
        &[value("lanes", "walls,voices")],
        voices,
    );
    let reader = framed(Frame {
        hidden: vec![Part::Reader],
        ..Frame::default()
    });
    check_notes("?hide=wall,reader", &[value("hide", "wall")], reader);
    check_notes(
        "?corpus=autre&q=paix",
        &[Note::OtherCorpus("autre".into())],
        peace.clone(),
    );
    let no_passage = |id: &str, nearest: Option<&str>| Note::NoPassage {
        id: id.into(),
        nearest: nearest.map(str::to_string),
    };
    for (id, nearest) in [
        ("strategie-2017.p9999", Some("strategie-2017.p66")),
        ("strategie-2017.p0", Some("strategie-2017.p1")),
        ("x.p1", None),
    ] {
        check_notes(
            &format!("?q=paix#{id}"),
            &[no_passage(id, nearest)],
            peace.clone(),
        );
    }
    let both = [value("from", "hier"), no_passage("x", None)];
    check_notes("?from=hier#x", &both, State::default());
}

#[test]
fn a_lasting_link_leads_to_its_words() {
    let place = INDEX
        .passage_of_id("strategie-2017.p22")
        .expect("a passage");
    let state = State {
        query: "paix".to_string(),
        passage: Some(place),
        ..State::default()
    };
    let plain = print(&state, &INDEX);
    let link = lasting(&plain, &state, &INDEX);
    let fingerprint = link.strip_prefix(&plain).expect("the plain id first");
    check_notes(&link, &[], state.clone());
    // As if seven passages had been added before it since.
    let moved = format!("?q=paix#strategie-2017.p15{fingerprint}");
    check_notes(&moved, &[], state.clone());
    let changed = "strategie-2017.p22.000000";
    let note = Note::ChangedPassage(changed.to_string());
    check_notes(&format!("?q=paix#{changed}"), &[note], state);
    let run = State {
        passage: Some(place),
        run: 2,
        ..State::default()
    };
    let link = lasting("?#strategie-2017.p22-24", &run, &INDEX);
    assert_eq!(link, ["?#strategie-2017.p22-24", fingerprint].concat());
    check_notes(&link, &[], run);
    let whole = State::default();
    assert_eq!(lasting("?", &whole, &INDEX), "?");
}
