//! Each statistic over a small corpus, in both languages, and what it refuses.

use super::{Subject, measure};
use crate::report::{Cell, Report};
use crate::tool::Setting;
use frise_cite::TableFormat;
use frise_corpus::{SourceFile, compile};
use frise_index::search::Searcher;

fn searcher() -> Searcher {
    let lines = r#"{"id": "a", "date": "2015", "speaker": "Xi", "language": "fr", "text": "Bâtir une communauté de destin dans le cyberespace, c’est la paix. La paix, encore la paix."}
{"id": "b", "date": "2017", "speaker": "Wang", "language": "fr", "text": "Construire une communauté de destin dans le cyberespace sans guerre. La souveraineté, la souveraineté."}
{"id": "c", "date": "2021", "speaker": "Wang", "language": "fr", "text": "Le mot revient : une communauté de destin dans le cyberespace. La souveraineté."}"#;
    searcher_of(lines)
}

pub fn searcher_of(lines: &str) -> Searcher {
    let file = SourceFile {
        path: "corpus.jsonl".into(),
        bytes: lines.into(),
    };
    let compiled = compile(&[file]).expect("the corpus has no mistakes");
    Searcher::open(compiled.into_bytes()).expect("the index was made a moment ago")
}

fn report(address: &str) -> Result<Report, String> {
    report_of(searcher(), address)
}

pub fn report_of(searcher: Searcher, address: &str) -> Result<Report, String> {
    let state = frise::url::parse(address, searcher.index()).state;
    let setting = Setting::parse(state.tool.as_deref().unwrap_or(""));
    measure(&Subject {
        searcher: &searcher,
        state: &state,
        setting: &setting,
    })
}

/// Compares the first row of a report with expected cells.
fn check(address: &str, expected: &[&str]) {
    let report = report(address).unwrap_or_else(|error| panic!("{address}: {error}"));
    let first = report
        .rows
        .first()
        .unwrap_or_else(|| panic!("{address}: no row"));
    let cells: Vec<String> = first.iter().map(|cell| cell.plain()).collect();
    assert_eq!(&cells[..expected.len()], expected, "{address}");
    assert_eq!(report.head.len(), first.len(), "{address}");
    assert!(!report.sentences.is_empty() && !report.recipe.is_empty());
}

#[test]
fn every_statistic_finds_what_stands_there() {
    check(
        "?tool=segments",
        &[
            "une communauté de destin dans le cyberespace",
            "3",
            "7",
            "3",
            "2",
            "2015",
            "2021",
        ],
    );
    check("?q=destin&tool=dispersion", &["destin"]);
    check("?q=communauté&tool=collocates;left=0;right=1", &["de"]);
    check("?tool=similar#a.p1", &["c, c.p1"]);
    check("?tool=vocabulary;by=speakers", &["Xi"]);
    check("?tool=map;by=speakers;frequency=2", &["Xi"]);
    let compared = report("?from=2015&to=2015&tool=compare;frequency=2").expect("two parts");
    assert_eq!(compared.rows[0][0].plain(), "paix");
    assert_eq!(
        (compared.rows[0][2].plain(), compared.rows[0][3].plain()),
        ("3".into(), "0".into())
    );
    let named = report("?tool=compare;a=from:2015..2015;frequency=2").expect("two parts");
    let words = |report: &Report| {
        report
            .rows
            .iter()
            .map(|row| row[0].plain())
            .collect::<Vec<_>>()
    };
    assert_eq!(words(&named), words(&compared));
}

#[test]
fn what_is_asked_in_vain_is_told_in_words() {
    let check = |address: &str, french: &str, english: &str| {
        let refusal = |address: &str| report(address).expect_err("nothing to tell");
        assert!(refusal(address).contains(french), "{}", refusal(address));
        let address = format!("{address}&lang=en");
        assert!(refusal(&address).contains(english), "{}", refusal(&address));
    };
    check(
        "?tool=compare",
        "rien à quoi comparer",
        "nothing to compare",
    );
    check("?q=introuvable&tool=compare", "aucun mot", "no word");
    check("?tool=compare;a=rest", "aucun mot", "no word");
    check("?q=introuvable&tool=classes", "aucun mot", "no word");
    check(
        "?tool=classes",
        "pas assez de segments",
        "not enough segments",
    );
    check("?tool=collocates", "Cherchez d’abord", "first");
    check("?tool=dispersion", "Cherchez d’abord", "first");
    check("?tool=similar", "Ouvrez d’abord", "first");
    check(
        "?q=introuvable&tool=collocates",
        "Rien ne répond",
        "Nothing answers",
    );
    check(
        "?q=introuvable&tool=dispersion",
        "Rien ne répond",
        "Nothing answers",
    );
    check(
        "?doc=a&q=destin&tool=dispersion",
        "au moins deux parties",
        "At least two parts",
    );
}

#[test]
fn what_is_offered_can_be_computed() {
    let searcher = searcher();
    for tool in ["compare", "collocates", "dispersion", "similar"] {
        let address = format!("?lang=en&tool={tool}");
        let state = frise::url::parse(&address, searcher.index()).state;
        let setting = Setting::parse(tool);
        let offered = super::example_views::example_views(&Subject {
            searcher: &searcher,
            state: &state,
            setting: &setting,
        });
        // This corpus has no first searches.
        let is_searched = matches!(tool, "collocates" | "dispersion");
        assert_eq!(offered.is_empty(), is_searched, "{tool}: {offered:?}");
        for (name, address) in offered {
            assert!(!name.is_empty() && address.contains("lang=en"), "{address}");
            if let Err(error) = report(&address) {
                panic!("{address}: {error}");
            }
        }
    }
}

#[test]
fn saved_tables_hold_their_recipe() {
    let files = report("?tool=segments").unwrap().files(TableFormat::Csv);
    let text = |place: usize| String::from_utf8_lossy(&files[place].bytes).into_owned();
    assert!(text(0).starts_with("segment,fois,"), "{}", text(0));
    assert!(text(1).contains("vue,?tool=segments"), "{}", text(1));
}

#[test]
fn formulas_are_threads_along_time() {
    let threads = report("?tool=segments").expect("formulas").threads;
    let first = &threads.threads[0];
    assert_eq!(first.name, "une communauté de destin dans le cyberespace");
    let labels: Vec<&str> = first.stops.iter().map(|stop| &*stop.label).collect();
    assert_eq!(labels, ["Xi, a, 2015", "Wang, b, 2017", "Wang, c, 2021"]);
    let places: Vec<f64> = first.stops.iter().map(|stop| stop.at).collect();
    assert!(places[0] == 0.0 && places[2] == 1.0 && (0.3..0.4).contains(&places[1]));
    assert!(first.stops[1].address.ends_with("#b.p1"), "{first:?}");
    let years: Vec<&str> = threads.years.iter().map(|(_, year)| &**year).collect();
    assert_eq!(years, ["2015", "2017", "2021"]);
    let of_one_text = report("?doc=a&tool=segments;travel=any;shortest=2").expect("segments");
    assert_eq!(of_one_text.threads.threads, []);
}

#[test]
fn variants_are_counted_beside_their_segment() {
    let lines = r#"{"id": "a", "date": "2015", "language": "fr", "text": "Le progrès de la paix dans le monde. Le progrès de la paix dans le monde."}
{"id": "b", "date": "2017", "language": "fr", "text": "Le progrès de la guerre dans le monde."}"#;
    let report =
        report_of(searcher_of(lines), "?tool=segments;travel=any;near=1").expect("segments");
    let cells: Vec<String> = report.rows[0].iter().map(|cell| cell.plain()).collect();
    let variant = "Le progrès de la guerre dans le monde";
    assert_eq!(cells[cells.len() - 2..], ["1", variant]);
    assert_eq!(report.head.len(), cells.len());
}

#[test]
fn the_vocabulary_grows_up_to_its_types() {
    let report = report("?tool=vocabulary").expect("words");
    assert_eq!(report.curves.len(), 3);
    for (curve, row) in report.curves.iter().zip(&report.rows) {
        let last = curve.points.last().map(|(_, types)| types.to_string());
        assert_eq!(last, Some(row[4].plain()));
    }
}

fn of_the_five_texts(address: &str) -> Report {
    let searcher = Searcher::open(frise::EMBEDDED).expect("the embedded index opens");
    report_of(searcher, address).unwrap_or_else(|error| panic!("{address}: {error}"))
}

/// The numbers are those of `crates/index/tests/search/voices.rs`, which were counted by hand.
#[test]
fn parts_have_the_words_of_their_voices() {
    let tokens =
        |report: &Report| -> Vec<String> { report.rows.iter().map(|row| row[3].plain()).collect() };
    let quoted = of_the_five_texts("?voice=direct&tool=vocabulary");
    assert_eq!(tokens(&quoted), ["185", "53", "94", "259"]);
    let last = quoted.sentences.last().map(String::as_str);
    assert_eq!(last, Some("Mots comptés\u{a0}: parole citée."));
    assert!(
        !of_the_five_texts("?tool=vocabulary")
            .sentences
            .join("")
            .contains("Mots comptés")
    );

    let sides = |address: &str| of_the_five_texts(address).sentences[..2].to_vec();
    let voices = sides("?tool=compare;a=voice:direct;b=voice:reported");
    assert!(voices[0].starts_with("Parole citée") && voices[0].contains("(591\u{a0}mots)"));
    assert!(voices[1].starts_with("Parole rapportée") && voices[1].contains("(415\u{a0}mots)"));
    // A speaker's passages have words of others too, which is said; with a voice they have not.
    let others = "Dans les passages où l’on entend Liu Xiaoming, les mots d’autrui comptent aussi";
    for (address, is_said) in [
        ("?tool=compare;a=speaker:liu-xiaoming", true),
        ("?speaker=liu-xiaoming&tool=vocabulary", true),
        ("?speaker=liu-xiaoming&voice=direct&tool=vocabulary", false),
        ("?tool=vocabulary", false),
    ] {
        let told = of_the_five_texts(address).sentences.concat();
        assert_eq!(told.contains(others), is_said, "{address}: {told}");
    }
    // The rest has what the same passages say in other voices.
    let rest = sides("?voice=direct&tool=compare");
    assert!(
        rest[0].starts_with("Ce qui est trouvé (parole citée)"),
        "{rest:?}"
    );
    let all = Searcher::open(frise::EMBEDDED).expect("the embedded index opens");
    let others = frise::i18n::words(all.index().words() - 591, frise_date::Tongue::French);
    assert!(rest[1].contains(&*others), "{rest:?} has not {others}");

    let address = "?q=sécurité&voice=direct&tool=collocates;together=1";
    let near = of_the_five_texts(address);
    let filters = frise::url::parse(address, all.index()).state.filters;
    assert!(near.rows.len() > 10);
    // An elided word alone is no phrase.
    let is_whole = |row: &&Vec<Cell>| row[0].plain().chars().all(char::is_alphanumeric);
    for row in near.rows.iter().filter(is_whole) {
        let query = frise_index::query::parse(&format!("\"{}\"", row[0].plain()));
        let plan = all.plan_under(&query, &filters);
        let hits = all.hits(&all.passing(&filters), &plan, &[]);
        assert_eq!(row[3].plain(), hits.len().to_string(), "{row:?}");
    }
}

#[test]
fn files_have_the_words_that_are_counted() {
    let searcher = Searcher::open(frise::EMBEDDED).expect("the embedded index opens");
    let index = searcher.index();
    let filters = frise::url::parse("?voice=direct", index).state.filters;
    let limited = super::limited(index, &filters).expect("a part of the words");
    let passages = searcher.passing(&filters);
    let table = frise_cite::passage_table(
        &limited,
        passages.iter(),
        "https://example.org/",
        frise_date::Tongue::French,
    );
    let words = table
        .head
        .iter()
        .position(|name| name == "mots")
        .expect("a column");
    let sum: u64 = table
        .rows
        .iter()
        .map(|row| match row[words] {
            frise_cite::Datum::Count(count) => count,
            ref other => panic!("a count, not {other:?}"),
        })
        .sum();
    assert_eq!(sum, 591);
    let texts = frise_cite::iramuteq(
        &limited,
        &frise_cite::parts(&limited, passages.iter()),
        frise_date::Tongue::French,
    );
    assert!(texts.contains("Le protectionnisme dans le domaine numérique va à l'encontre"));
    assert!(!texts.contains("a-t-il"), "{texts}");
    assert!(super::limited(index, &Default::default()).is_none());
}

/// Texts of two kinds, so many a year from 2001 on.
fn two_kinds(years: u32) -> String {
    let line = |number: u32| {
        let text = match number % 2 {
            0 => {
                "Le bateau quitte le port. La vague porte le marin vers une autre mer, et le vent souffle."
            }
            _ => {
                "Le sentier monte vers la cime. La neige couvre un glacier, et le berger garde la montagne."
            }
        };
        let year = 2001 + number / 2;
        format!(
            r#"{{"id": "t{number}", "date": "{year}", "language": "fr", "text": "{text} {text}"}}"#
        )
    };
    (0..years * 2).map(line).collect::<Vec<String>>().join("\n")
}

#[test]
fn crossed_classes_say_what_both_classifications_share() {
    let address = "?tool=classes;classes=2;length=20;method=double;first=1;second=12;members=3";
    let found = report_of(searcher_of(&two_kinds(4)), address);
    let report = found.expect("there are two kinds of texts");
    assert_eq!(
        report.sentences[1],
        "Deux classifications, de 16 et de 8 unités de contexte, sont croisées\u{a0}: 100\u{a0}% des segments sont dans une classe que toutes deux partagent."
    );
    assert!(report.tree.divisions.is_empty());
    assert_eq!(report.threads.threads.len(), 2);
    let value = |name: &str| {
        let line = report.recipe.iter().find(|(known, _)| known == name);
        line.map(|(_, value)| value.as_str())
    };
    assert_eq!(value("classes croisées"), Some("1.1 × 1.1, 1.2 × 1.2"));
    assert_eq!(value("mots par unité de contexte, au moins"), Some("1, 12"));
}

#[test]
fn classes_have_their_words_their_segments_and_their_time() {
    let found = report_of(
        searcher_of(&two_kinds(4)),
        "?tool=classes;classes=2;length=20",
    );
    let report = found.expect("there are two kinds of texts");
    assert!(
        report.sentences[1].starts_with("Classe 1 (50\u{a0}%)"),
        "{:?}",
        report.sentences
    );
    let of = |class: &str| -> Vec<String> {
        let rows = report.rows.iter().filter(|row| row[1].plain() == class);
        rows.map(|row| row[0].plain()).collect()
    };
    let (sea, mountain) = (of("Classe 1"), of("Classe 2"));
    assert!(sea.contains(&"bateau".into()) && mountain.contains(&"neige".into()));
    assert!(!sea.contains(&"vers".into()) || !mountain.contains(&"vers".into()));
    let first = &report.rows[0];
    // Eight segments, of which four are of the class; each has the word.
    assert_eq!(
        (first[2].plain(), first[4].plain(), first[5].plain()),
        ("16".into(), "8".into(), "8".into())
    );
    assert_eq!(report.head.len(), first.len());
    let lanes = &report.threads.threads;
    assert_eq!(lanes.len(), 2);
    assert!(
        lanes[0].name.starts_with("Classe 1\u{a0}: "),
        "{}",
        lanes[0].name
    );
    let labels: Vec<&str> = lanes[0].stops.iter().map(|stop| &*stop.label).collect();
    assert_eq!(labels[0], "2001\u{a0}: 50\u{a0}% (2/4)");
    assert_eq!(lanes[0].stops.len(), 4);
    assert_eq!(lanes[0].stops[3].share, Some(0.5));
    let excerpt = &report.excerpts[0].excerpts[0];
    assert!(
        excerpt
            .text
            .starts_with("Le bateau quitte le port. La vague"),
        "{excerpt:?}"
    );
    assert!(excerpt.text.ends_with("le vent souffle"), "{excerpt:?}");
    assert!(excerpt.address.ends_with("#t0.p1"), "{excerpt:?}");
    assert!(
        report.links[0].1.matches("words=").count() == 2,
        "{:?}",
        report.links
    );
    let tree = report.recipe.iter().find(|(name, _)| name == "divisions");
    assert_eq!(tree.map(|(_, value)| &**value), Some("(1 2)"));
    assert_eq!(report.warnings.len(), 1, "{:?}", report.warnings);
    assert_eq!(report.tree.leaves[0].name, "Classe 1 (50\u{a0}%)");
    assert_eq!(report.tree.divisions[0].halves, [0..1, 1..2]);
    assert!(report.tree.divisions[0].chi_squared > 10.0);
}

#[test]
fn collocates_that_go_along_are_a_graph() {
    let address = "?q=bateau&tool=collocates;window=passage;together=1";
    let report = report_of(searcher_of(&two_kinds(3)), address).expect("there is a boat");
    let graph = report.graph;
    let names: Vec<&str> = graph.nodes.iter().map(|node| &*node.name).collect();
    assert!(
        names.contains(&"marin") && names.contains(&"souffle"),
        "{names:?}"
    );
    assert!(
        !names.contains(&"neige") && !names.contains(&"le"),
        "{names:?}"
    );
    assert_eq!(graph.edges.len(), names.len() * 2);
    for edge in &graph.edges {
        assert!(edge.nodes.0 < edge.nodes.1 && edge.nodes.1 < names.len());
        // Each of these words is in the three passages of the sea.
        assert_eq!((edge.together, edge.log_dice), (3, 14.0));
    }
    assert!(
        graph.nodes[0].address.contains("view=concordance"),
        "{:?}",
        graph.nodes[0]
    );
}

/// Segments have their places in the words that are counted, and so must the texts that are shown of them.
#[test]
fn classes_of_a_voice_show_what_this_voice_says() {
    let report = of_the_five_texts("?voice=direct&tool=classes;length=10;classes=2");
    let searcher = Searcher::open(frise::EMBEDDED).expect("the embedded index opens");
    let filters = frise::url::parse("?voice=direct", searcher.index())
        .state
        .filters;
    let limited = super::limited(searcher.index(), &filters).expect("a part of the words");
    let passages = searcher.passing(&filters);
    let said = frise_cite::iramuteq(
        &limited,
        &frise_cite::parts(&limited, passages.iter()),
        frise_date::Tongue::French,
    );
    let letters = |text: &str| -> String { text.chars().filter(|c| c.is_alphanumeric()).collect() };
    let said = letters(&said);
    let mut shown = 0;
    for excerpt in report.excerpts.iter().flat_map(|class| &class.excerpts) {
        // Segments run on over the end of a passage, where a heading of the file may stand.
        let start: String = excerpt.text.split_whitespace().take(4).collect();
        assert!(said.contains(&letters(&start)), "{excerpt:?}");
        shown += 1;
    }
    assert!(shown >= 4, "{shown}");
}
