//! Each part of the state has its key in the address, and is read from it again.

use crate::{INDEX, check_both_ways, check_read, day, drawn, filtered, framed, speaker, theme};
use frise::state::{
    Colour, Frame, Listing, Measure, Part, Presentation, State, Subject, Timelines,
};
use frise::url::names_corpus;
use frise_date::Tongue;
use frise_index::concordance::Key;
use frise_index::model::Voice;
use frise_index::query::Matching;
use frise_index::search::{Filters, Sort};
use frise_index::timeline::Unit;

#[test]
fn each_part_of_the_state_has_its_key() {
    check_both_ways(State::default(), "?");
    check_both_ways(
        State {
            query: "fossé numérique".into(),
            ..State::default()
        },
        "?q=foss%C3%A9+num%C3%A9rique",
    );
    check_both_ways(
        State {
            query: "a#b&c=d?".into(),
            ..State::default()
        },
        "?q=a%23b%26c%3Dd%3F",
    );
    let speakers = vec![speaker("wang-yi"), speaker("xi-jinping")];
    check_both_ways(
        filtered(Filters {
            speakers,
            ..Filters::default()
        }),
        "?speaker=wang-yi&speaker=xi-jinping",
    );
    let voices = vec![Voice::Direct, Voice::Narration];
    check_both_ways(
        filtered(Filters {
            voices,
            ..Filters::default()
        }),
        "?voice=direct&voice=narration",
    );
    check_both_ways(
        filtered(Filters {
            themes: vec![theme("paix")],
            ..Filters::default()
        }),
        "?theme=paix",
    );
    check_both_ways(
        filtered(Filters {
            documents: vec![1],
            ..Filters::default()
        }),
        "?doc=cyber-2016",
    );
    check_both_ways(
        filtered(Filters {
            kinds: vec![1],
            ..Filters::default()
        }),
        "?kind=depeche",
    );
    check_both_ways(
        State {
            matching: Matching::Exact,
            listing: Listing::Concordance,
            keys: vec![Key::Right(1), Key::Speaker],
            context: 25,
            ..State::default()
        },
        "?match=exact&view=concordance&lines=right1%2Cspeaker&context=25",
    );
    check_both_ways(
        State {
            presentation: Presentation::Table,
            ..State::default()
        },
        "?view=table",
    );
    check_both_ways(
        State {
            sort: Sort::Oldest,
            ..State::default()
        },
        "?sort=date",
    );
    check_both_ways(
        State {
            sort: Sort::Newest,
            ..State::default()
        },
        "?sort=-date",
    );
    check_both_ways(
        State {
            language: Tongue::English,
            ..State::default()
        },
        "?lang=en",
    );
    check_both_ways(
        framed(Frame {
            embed: true,
            ..Frame::default()
        }),
        "?embed=1",
    );
    check_both_ways(
        framed(Frame {
            hidden: vec![Part::Header, Part::Facets],
            ..Frame::default()
        }),
        "?hide=header%2Cfacets",
    );
    let passage = INDEX.passage_of_id("strategie-2017.p42");
    assert!(passage.is_some());
    check_both_ways(
        State {
            passage,
            ..State::default()
        },
        "?#strategie-2017.p42",
    );
    check_both_ways(
        State {
            passage,
            run: 3,
            ..State::default()
        },
        "?#strategie-2017.p42-45",
    );
}

#[test]
fn how_timelines_are_drawn_has_its_keys() {
    let default = Timelines::default;
    let lanes = |subjects: &[Subject], address: &str| {
        let subjects = subjects.to_vec();
        check_both_ways(
            drawn(Timelines {
                subjects,
                ..default()
            }),
            address,
        );
    };
    lanes(&[Subject::Speakers, Subject::Themes], "?");
    lanes(&[], "?lanes=");
    lanes(&[Subject::Documents], "?lanes=documents");
    lanes(
        &Subject::ALL,
        "?lanes=speakers%2Cthemes%2Cdocuments%2Ckinds%2Cvoices",
    );
    check_read("?lanes=themes,,speakers,themes", State::default());
    let measure = Measure::Rate;
    check_both_ways(
        drawn(Timelines {
            measure,
            ..default()
        }),
        "?measure=rate",
    );
    let units = [
        (Unit::Day, "day"),
        (Unit::Month, "month"),
        (Unit::Quarter, "quarter"),
        (Unit::Year, "year"),
        (Unit::Decade, "decade"),
        (Unit::Century, "century"),
    ];
    for (unit, name) in units {
        let unit = Some(unit);
        check_both_ways(
            drawn(Timelines { unit, ..default() }),
            &format!("?bins={name}"),
        );
    }
    let window = |from: &str, to: &str| {
        let window = Some((day(from), day(to)));
        drawn(Timelines {
            window,
            ..default()
        })
    };
    check_both_ways(window("2016-01-01", "2017-12-31"), "?zoom=2016%2F2017");
    check_both_ways(
        window("2016-05-01", "2016-05-31"),
        "?zoom=2016-05%2F2016-05",
    );
    check_both_ways(
        window("2016-05-24", "2016-05-24"),
        "?zoom=2016-05-24%2F2016-05-24",
    );
    check_both_ways(window("-9999-01-01", "9999-12-31"), "?zoom=-9999%2F9999");
    check_read("?zoom=2016", window("2016-01-01", "2016-12-31"));
    check_read("?zoom=201X", window("2010-01-01", "2019-12-31"));
    check_both_ways(
        State {
            filters: Filters {
                undated: true,
                mentioned_from: Some(day("2015-12-16")),
                mentioned_to: Some(day("2030-12-31")),
                ..Filters::default()
            },
            ..State::default()
        },
        "?undated=1&mentionsFrom=2015-12-16&mentionsTo=2030",
    );
    let all = Timelines {
        subjects: vec![Subject::Voices],
        measure,
        unit: Some(Unit::Year),
        window: Some((day("2016-01-01"), day("2016-12-31"))),
        words: vec!["paix".into(), "\"a b\"".into()],
        multiples: true,
        colour: Colour::Theme,
        fold: Some(false),
        in_order: true,
    };
    check_both_ways(
        drawn(all),
        "?lanes=voices&measure=rate&bins=year&zoom=2016%2F2016&color=theme&fold=0&axis=order&words=paix&words=%22a+b%22&multiples=1",
    );
}

#[test]
fn a_passage_is_opened_by_any_spelling_of_its_id_and_a_text_by_its_own() {
    let passage = INDEX.passage_of_id("strategie-2017.p42");
    assert!(passage.is_some());
    for hash in [
        "strategie-2017%2Ep42",
        "strategie%2d2017.p42",
        "strategie-2017.p42:~:text=paix",
        "strategie-2017%2Ep42:~:text=a,b&text=c",
    ] {
        let parsed = frise::url::parse(&format!("?#{hash}"), &INDEX);
        assert_eq!(parsed.state.passage, passage, "{hash}");
        assert_eq!(parsed.notes, [], "{hash}");
    }
    let parsed = frise::url::parse("?#strategie-2017", &INDEX);
    let first = INDEX.passage_of_id("strategie-2017.p1");
    assert_eq!((parsed.state.passage, parsed.notes.len()), (first, 0));
    let parsed = frise::url::parse("?#:~:text=paix", &INDEX);
    assert_eq!((parsed.state.passage, parsed.notes.len()), (None, 0));
}

#[test]
fn an_address_names_another_corpus_by_its_key_alone() {
    for named in ["?corpus=a.frise", "?q=paix&corpus=local%3Aa.frise#a.p1"] {
        assert!(names_corpus(named), "{named}");
    }
    for not_named in [
        "",
        "?corpus=cyberespace-chine",
        "?q=corpus=a.frise",
        "?q=%26corpus=a.frise",
        "?xcorpus=a.frise",
        "?q=paix#corpus=a.frise",
        "?corpus=essai&corpus=a.frise",
    ] {
        assert!(!names_corpus(not_named), "{not_named}");
    }
}
