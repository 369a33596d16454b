//! The timelines in their three forms: what each shows of lanes, measures, bins, closeness, and of what
//! has no date.

use crate::other_corpora::{corpus, document, speaker};
use crate::{check, check_html, embedded_page, opened, page, tags, view};
use frise::components::timeline::scene::Scene;
use frise::components::timeline::{Zoom, zoomed};
use frise_date::Edtf;
use frise_index::model::Corpus;
use frise_index::search::Searcher;

/// The names of the lanes by what they filter: `speaker`, `theme`, `doc`, `kind`, `voice`, `date`.
fn lanes(html: &str, field: &str) -> usize {
    let names = tags(html, "button").into_iter();
    let of_field = format!("data-choice=\"{field}:");
    names
        .filter(|tag| tag.contains("class=\"lane-name\"") && tag.contains(&of_field))
        .count()
}

#[test]
fn three_forms_in_two_languages() {
    let picture = ["class=\"cells\"", "class=\"lane-track\""];
    let tables = ["<table>", "<caption>", "aria-sort", "class=\"copy copier\""];
    let sentences = ["class=\"sentences\""];
    check("", &picture, &["<table>", sentences[0]]);
    check(
        "?view=table",
        &[tables[0], tables[1], tables[3]],
        &[picture[0], picture[1], sentences[0], tables[2]],
    );
    check(
        "?view=sentence",
        &sentences,
        &["<table>", picture[0], picture[1]],
    );
    check(
        "?view=sentence&q=souveraineté",
        &[
            "<h2>Locuteurs</h2>",
            "<h2>Thèmes</h2>",
            "<li>Gouvernement chinois parle dans 2\u{a0}documents sur 5, surtout en 2017 (",
            "<li>Le thème «\u{a0}Souveraineté\u{a0}» apparaît dans 2\u{a0}documents sur 5, surtout en 2017 (",
            "<li>Zhang Jun n’a pas la parole.</li>",
        ],
        &[],
    );
    check(
        "?view=sentence&q=souveraineté&lang=en",
        &[
            "<h2>Speakers</h2>",
            "<li>Chinese government speaks in 2\u{a0}documents of 5, most of all in 2017 (",
            "<li>Zhang Jun does not speak.</li>",
        ],
        &["surtout"],
    );
    check(
        "?view=table&lang=en&lanes=voices,kinds",
        &[
            "<caption>By date ",
            "<caption>By kind ",
            "<caption>By voice ",
            "passages found per 10,000 words",
            "<span>Copy</span><span>Copied</span></button>",
        ],
        &["<caption>By speaker ", "<caption>Par"],
    );
}

#[test]
fn lanes_of_every_subject_and_of_none() {
    let all = [
        ("speakers", "speaker", 5),
        ("themes", "theme", 10),
        ("documents", "doc", 5),
        ("kinds", "kind", 3),
        ("voices", "voice", 4),
    ];
    for (shown, field, count) in all {
        let html = embedded_page(&format!("?lanes={shown}"));
        assert_eq!(lanes(&html, field), count, "{shown}");
        for (_, other, _) in all.iter().filter(|(_, other, _)| *other != field) {
            assert_eq!(lanes(&html, other), 0, "{other} beside {shown}");
        }
    }
    check(
        "?lanes=",
        &["class=\"cells\""],
        &["class=\"lanes\"", "class=\"lane-track\""],
    );
    check(
        "?lanes=&view=sentence",
        &["class=\"sentences\"><p>100"],
        &["<li>Gouvernement"],
    );
    check(
        "?lanes=&view=table",
        &["<caption>Par date "],
        &["<caption>Par locuteur "],
    );
    // What is held is told, whatever the language.
    let html = embedded_page("?lanes=voices,documents&doc=cyber-2016&lang=en");
    let held = tags(&html, "button").into_iter();
    let held =
        held.filter(|tag| tag.contains("aria-pressed=\"true\"") && tag.contains("lane-name"));
    assert_eq!(held.count(), 1);
}

/// Sixty people who say one thing each, one every year.
fn crowd() -> Corpus {
    let said = |place: usize| {
        document(
            place,
            &format!("{}", 1950 + place),
            &["La paix."],
            Some(place),
        )
    };
    let named = |place: usize| speaker(&format!("s{place}"), &format!("Personne {place}"));
    Corpus {
        speakers: (0..60).map(named).collect(),
        ..corpus((0..60).map(said).collect())
    }
}

#[test]
fn those_without_a_lane_stand_together() {
    let check = |address: &str, shown: usize, others: &str| {
        let html = page(opened(&crowd()), address);
        assert_eq!(lanes(&html, "speaker"), shown, "{address}");
        check_html(&html, address, &[others], &[]);
    };
    check("", 10, "<span>Les 50 autres</span> <b>50</b>");
    check("?lang=en", 10, "<span>The 50 others</span> <b>50</b>");
    // Whoever is held has a lane, and the others are counted under the filters of other subjects, as each of them is.
    check("?speaker=s55", 11, "<span>Les 49 autres</span> <b>49</b>");
    check("?from=1990", 10, "<span>Les 50 autres</span> <b>20</b>");
    check("", 10, "aria-label=\"Chercher un nom\"");
}

#[test]
fn rates_have_no_ground_and_tell_the_highest() {
    let searcher = Searcher::open(frise::EMBEDDED).expect("the embedded index opens");
    let view = view(searcher, "?q=paix&measure=rate");
    let index = view.searcher.index();
    let rates = index.documents().iter().map(|document| {
        let passages = || document.passages.clone();
        let found = passages()
            .filter(|passage| view.answer.matched.contains(*passage))
            .count();
        let words: u32 = passages().map(|passage| index.words_of(passage)).sum();
        (found as f64 * 100_000.0 / f64::from(words)).round() as usize
    });
    let highest = rates.max().expect("documents");
    let sentence = format!(
        "Au plus haut\u{a0}: {},{}\u{a0}passages pour 10\u{202f}000 mots<",
        highest / 10,
        highest % 10
    );
    check(
        "?q=paix&measure=rate",
        &[&sentence, "class=\"bars\"", "<path class=\"lit\""],
        &["class=\"cells\"", "class=\"ground\""],
    );
    check(
        "?q=dragon&measure=rate",
        &["Au plus haut\u{a0}: 0,0\u{a0}passages"],
        &["NaN"],
    );
}

#[test]
fn bins_are_those_that_are_asked_for_where_they_can_be_drawn() {
    for (unit, bins) in [
        ("century", 1),
        ("decade", 2),
        ("year", 12),
        ("quarter", 48),
        ("month", 144),
        ("day", 144),
    ] {
        let html = embedded_page(&format!("?bins={unit}"));
        let bars = tags(&html, "svg")
            .into_iter()
            .find(|tag| tag.contains("class=\"bars\""));
        let most = format!("aria-valuemax=\"{}\"", bins - 1);
        assert!(
            bars.is_some_and(|tag| tag.contains(&most)),
            "{unit}: {bars:?}"
        );
    }
    // Days can be drawn of two years.
    let html = embedded_page("?bins=day&zoom=2016/2017");
    assert!(html.contains("aria-valuemax=\"730\""));
    check(
        "?bins=year&view=table",
        &["<time datetime=\"2017-01-01/2017-12-31\">2017</time>"],
        &["<th scope=\"col\" class=\"\"><button type=\"button\">Document<"],
    );
}

#[test]
fn a_window_shows_what_begins_in_it() {
    let cells = |address: &str| {
        let html = embedded_page(address);
        let cells = tags(&html, "rect")
            .into_iter()
            .filter(|tag| tag.contains("id=\"cell-"));
        (cells.count(), html.contains("Voir tout le temps du corpus"))
    };
    let index = frise_index::Index::open(frise::EMBEDDED).expect("the embedded index opens");
    let of = |years: &[i32]| -> usize {
        let begins = |date: &Edtf| years.contains(&date.earliest().ymd().0);
        let documents = index.documents().iter();
        documents
            .filter(|document| document.metadata.date.as_ref().is_some_and(begins))
            .map(|document| document.passages.len())
            .sum()
    };
    assert_eq!(cells("?zoom=2016/2017"), (of(&[2016, 2017]), true));
    assert_eq!(cells("?zoom=2017-01/2017-12"), (66, true));
    assert_eq!(cells("?zoom=2020/2090"), (of(&[2020, 2021]), true));
    // Nothing of the corpus is there: all of it is shown.
    for outside in ["?zoom=1800/1801", "?zoom=2022/2023", "?zoom=-9999/-9998"] {
        assert_eq!(cells(outside), (100, false), "{outside}");
    }
    assert_eq!(cells("?zoom=2010/2021"), (100, false));
    check(
        "?zoom=2017",
        &[">janv. 2017</text>"],
        &["data-choice=\"doc:livre-blanc-2010\""],
    );
    check("?zoom=2018/2019", &["class=\"axis\""], &["id=\"cell-"]);
}

/// Two dated documents and two without a date, by one person each, of two passages.
pub fn mixed() -> Corpus {
    let texts = ["La paix.", "La guerre est longue."];
    let dates = ["2016", "", "2018-03", ""];
    let documents = (0..)
        .zip(dates)
        .map(|(place, date)| document(place, date, &texts, Some(place % 2)));
    Corpus {
        speakers: vec![speaker("ada", "Ada"), speaker("eve", "Ève")],
        ..corpus(documents.collect())
    }
}

#[test]
fn what_has_no_date_is_told_apart_in_every_form() {
    let check = |address: &str, contains: &[&str], lacks: &[&str]| {
        check_html(&page(opened(&mixed()), address), address, contains, lacks)
    };
    check(
        "",
        &["<span>Sans date</span> <b>4</b>"],
        &["<div class=\"lane held\""],
    );
    check("?q=paix&lang=en", &["<span>Undated</span> <b>2</b>"], &[]);
    check(
        "?undated=1",
        &[
            "<div class=\"lane held\">",
            "aria-label=\"Retirer\u{a0}: sans date\"",
            "<b>4\u{a0}passages sur 8, dans 2\u{a0}documents sur 4</b>",
            "<span>Sans date</span> <b>4</b>",
        ],
        &[],
    );
    // Its count is what it would give; under bounds of date it adds to what is found.
    check(
        "?from=2017",
        &[
            "<b>2\u{a0}passages sur 8",
            "<span>Sans date</span> <b>4</b>",
        ],
        &[],
    );
    check("?from=2017&undated=1", &["<b>6\u{a0}passages sur 8"], &[]);
    check(
        "?view=sentence&q=paix",
        &["<p>Sans date\u{a0}: 2 sur 4\u{a0}passages.</p>"],
        &[],
    );
    check(
        "?view=sentence&q=paix&from=2016&lang=en",
        &["<p>Undated: 0 of 4\u{a0}passages.</p>"],
        &[],
    );
    check(
        "?view=table",
        &["aria-pressed=\"false\">sans date</button></th>"],
        &[],
    );
    check(
        "?view=table&undated=1",
        &["aria-pressed=\"true\">sans date</button></th>"],
        &[],
    );
    for (address, bins) in [
        ("?bins=year", 3),
        ("?bins=month", 36),
        ("?bins=decade&zoom=2016/2017", 1),
    ] {
        let view = view(opened(&mixed()), address);
        let scene = Scene::of(&view, 900.0);
        assert_eq!(scene.slots.len(), bins);
        let counted: usize = scene.slots.iter().map(|slot| slot.bin.passages.len()).sum();
        assert_eq!((counted, scene.undated.clone()), (4, 4..8), "{address}");
    }
    for document in 0..2 {
        let only = Corpus {
            documents: vec![mixed().documents[document].clone()],
            ..mixed()
        };
        check_html(
            &page(opened(&only), ""),
            "dated only",
            &[],
            &["Sans date", "data-choice=\"date:"],
        );
    }
}

#[test]
fn a_quotation_of_another_day_is_drawn_as_a_thread_and_found_by_it() {
    let thread = "<path class=\"thread\" d=\"";
    check(
        "",
        &[
            thread,
            "<title>Parole du 16\u{a0}décembre 2015, citée dans «\u{a0}Stratégie\u{a0}», §\u{a0}1</title>",
        ],
        &[],
    );
    check(
        "?lang=en",
        &["<title>Said on 16 December 2015, quoted in “"],
        &[],
    );
    // Where the day is not on the axis, and where bars stand for cells, there is none.
    check("?zoom=2017/2021", &[], &[thread]);
    check("?bins=year", &[], &[thread]);
    let found = |address: &str| {
        let searcher = Searcher::open(frise::EMBEDDED).expect("the embedded index opens");
        let view = view(searcher, address);
        let found = view.answer.passages.iter();
        let ids = found.map(|found| view.searcher.index().passage_id(found.passage));
        ids.collect::<Vec<_>>()
    };
    let there = "strategie-2017.p1".to_string();
    assert!(found("?mentionsFrom=2015-12-16&mentionsTo=2015-12-16").contains(&there));
    assert!(!found("?mentionsFrom=2015-12-17&mentionsTo=2015-12-18").contains(&there));
}

#[test]
fn lanes_count_what_is_in_view_and_say_so() {
    // All of the corpus, as before.
    check(
        "?lanes=voices",
        &["<h2 id=\"voix\">Voix</h2>"],
        &["Voix, 20"],
    );
    let count = |address: &str, name: &str| -> u32 {
        let html = embedded_page(address);
        let name = format!("<span>{name}</span> <b>");
        let (_, rest) = html.split_once(&name).expect("a lane");
        let (count, _) = rest.split_once("</b>").expect("its end");
        count.parse().expect("a number")
    };
    let passages = |zoom: &str| count(&format!("?lanes=documents{zoom}"), "Stratégie");
    assert_eq!(passages(""), 66);
    assert_eq!(passages("&zoom=2017"), 66);
    assert_eq!(passages("&zoom=2020/2021"), 0);
    let of_2017 = count("?lanes=voices&zoom=2017", "texte officiel");
    assert!(0 < of_2017 && of_2017 < count("?lanes=voices", "texte officiel"));
    check(
        "?lanes=voices&zoom=2017",
        &["<h2 id=\"voix\">Voix, 2017</h2>"],
        &[],
    );
    check(
        "?lanes=voices&zoom=2016/2017&view=table&lang=en",
        &["<caption>By voice, 2016 to 2017 "],
        &[],
    );
    check(
        "?lanes=speakers&zoom=2016/2017&view=sentence&q=souveraineté",
        &[
            "<h2>Locuteurs, 2016 à 2017</h2>",
            "<li>Gouvernement chinois parle dans 1\u{a0}document sur 2",
        ],
        &["sur 5, surtout"],
    );
}

#[test]
fn the_first_step_closer_looks_at_what_is_chosen() {
    let window = |address: &str| {
        let searcher = Searcher::open(frise::EMBEDDED).expect("the embedded index opens");
        let view = view(searcher, address);
        let scene = Scene::of(&view, 900.0);
        let scale = scene.axis_scale().expect("an axis");
        let drawn = zoomed(&view, scale, Zoom::Closer).expect("a step closer");
        let (first, last) = drawn.window.expect("a window");
        format!("{first} {last}")
    };
    // A text, dates, what is found, the text that is read: in this order.
    let of_2010 = "2010-04-01 2010-07-31";
    assert_eq!(window("?doc=livre-blanc-2010"), of_2010);
    assert_eq!(window("?from=2016&to=2016"), "2016-01-01 2016-12-31");
    assert_eq!(window("#livre-blanc-2010.p2"), of_2010);
    let dates_first = "?from=2016&to=2016#livre-blanc-2010.p2";
    assert_eq!(window(dates_first), "2016-01-01 2016-12-31");
    // What is chosen is all that is shown, or out of sight: the next is looked at, and at last the middle of the picture.
    assert_eq!(
        window("?doc=livre-blanc-2010&zoom=2016/2021"),
        window("?zoom=2016/2021")
    );
    let middle = window("");
    assert_eq!(middle, window("?q=Chine"));
    // The half of the picture has a text in it, however many years are folded.
    let (first, last) = middle.split_once(' ').expect("two days");
    assert!(first < "2017-03-01" && "2017-03-01" < last, "{middle}");
    // The first text and the last are out of sight.
    assert!("2010-06-08" < first && last < "2021-06-29", "{middle}");
}
