//! What a word and a field lead to, on corpora small enough to be read whole. `tests/search/twin.rs` compares the search as
//! a whole with a slow twin, on the embedded corpus.

mod complete;
mod language;
mod relax;

use super::budget::Budget;
use super::{Filters, Reason, Searcher, Sort};
use crate::query::{Field, How, ProblemKind, parse};
use frise_corpus::SourceFile;
use frise_corpus::compile;
use frise_date::Day;

const ABOUT: &str = "id = \"essai\"\ntitle = \"Essai\"\nsentence = \"s\"\n\
    [[kinds]]\nid = \"lettre\"\nfr = \"Lettre ouverte\"\nen = \"Open letter\"\n\
    [[kinds]]\nid = \"loi\"\nfr = \"Loi\"\nen = \"Law\"\n";
const SPEAKERS: &str = "[[speaker]]\nid = \"ada\"\nname = { fr = \"Ada Lefèvre\", en = \"Ada Smith\" }\n\
    [[speaker]]\nid = \"bob\"\nname = \"Bob Lefèvre\"\n";
const THEMES: &str = "[[theme]]\nid = \"paix\"\nlabel = { fr = \"Concorde\", en = \"Peace\" }\n\
    definition = \"d\"\nquery = 'paix -guerre'\n";

/// A searcher over documents, each an id, a date, a language, a kind, and its text.
fn searcher(documents: &[(&str, &str, &str, &str, &str)]) -> Searcher {
    let file = |path: String, text: &str| SourceFile {
        path,
        bytes: text.as_bytes().to_vec(),
    };
    let mut files = vec![
        file("corpus.toml".into(), ABOUT),
        file("speakers.toml".into(), SPEAKERS),
        file(
            "themes.toml".into(),
            if documents.len() > 1 { THEMES } else { "" },
        ),
    ];
    for (id, date, language, kind, text) in documents {
        let front = format!(
            "id = \"{id}\"\ntitle = \"{id}\"\ndate = \"{date}\"\ntype = \"{kind}\"\nlanguage = \"{language}\""
        );
        files.push(file(
            format!("documents/{id}.md"),
            &format!("+++\n{front}\n+++\n\n{text}\n"),
        ));
    }
    let compiled = compile(&files).unwrap_or_else(|problems| panic!("{problems:#?}"));
    Searcher::open(compiled.into_bytes()).expect("the index opens")
}

#[test]
fn forms_that_a_word_leads_to_and_why() {
    use Reason::*;
    let text =
        "Économie, économie, economie, économies, l’ÉCONOMIE, éconmie et l'œuvre d’Œdipe, sûr sur.";
    let searcher = searcher(&[("a", "2016", "fr", "loi", text)]);
    let check = |word: &str, how: How, expected: &[(&str, Reason)]| {
        let mut found: Vec<(&str, Reason)> = searcher
            .lookup(&Budget::default())
            .forms(word, how)
            .into_iter()
            .map(|(form, reason)| (searcher.index().form(form), reason))
            .collect();
        found.sort_unstable();
        let mut expected = expected.to_vec();
        expected.sort_unstable();
        assert_eq!(found, expected, "{word} {how:?}");
    };
    let plain = [
        ("Économie", Exact),
        ("économie", Exact),
        ("ÉCONOMIE", Exact),
        ("economie", Folded),
        ("économies", Stem),
    ];
    check("économie", How::Plain, &plain);
    check("ÉCONOMIE", How::Plain, &plain);
    check("e\u{301}conomie", How::Plain, &plain);
    check("oeuvre", How::Plain, &[("œuvre", Folded)]);
    check("œdipe", How::Plain, &[("Œdipe", Exact)]);
    check("sur", How::Plain, &[("sur", Exact), ("sûr", Folded)]);
    check(
        "économie",
        How::Exact,
        &[
            ("Économie", Exact),
            ("économie", Exact),
            ("ÉCONOMIE", Exact),
        ],
    );
    check("Économie", How::Exact, &[("Économie", Exact)]);
    check("sur", How::Exact, &[("sur", Exact)]);
    check("économie", How::Written, &[("économie", Exact)]);
    check("Économie", How::Written, &[("Économie", Exact)]);
    check(
        "économi",
        How::Prefix,
        &[
            ("Économie", Pattern),
            ("économie", Pattern),
            ("ÉCONOMIE", Pattern),
            ("economie", Pattern),
            ("économies", Pattern),
        ],
    );
    check("éco?mie", How::Pattern, &[("éconmie", Pattern)]);
    check(
        "éconmie",
        How::Fuzzy(1),
        &[
            ("éconmie", Exact),
            ("Économie", Fuzzy),
            ("économie", Fuzzy),
            ("ÉCONOMIE", Fuzzy),
            ("economie", Fuzzy),
        ],
    );
    check(
        "[é-i]con(o|e)?mie?s?",
        How::Regex,
        &[
            ("Économie", Pattern),
            ("économie", Pattern),
            ("ÉCONOMIE", Pattern),
            ("economie", Pattern),
            ("économies", Pattern),
            ("éconmie", Pattern),
        ],
    );
    check("œ.+", How::Regex, &[("œuvre", Pattern), ("Œdipe", Pattern)]);
    check("conomie", How::Regex, &[]);
    check("xyz", How::Plain, &[]);
}

/// Four documents: two letters with speech, and two laws whose dates are in doubt.
fn four() -> Searcher {
    let said = "<said who=\"ada\" direct=\"true\">« La paix. »</said> Puis <said who=\"bob\" direct=\"false\">la guerre</said>.";
    searcher(&[
        ("vieille", "201X", "fr", "loi", "La paix."),
        (
            "lettre",
            "2016-05-24",
            "fr",
            "lettre",
            &format!("{said}\n\nLa paix."),
        ),
        ("longue", "2015/2017", "fr", "loi", "La paix et la guerre."),
        (
            "english",
            "2021-06~",
            "en",
            "lettre",
            "The nations' peace. La paix.",
        ),
    ])
}

#[test]
fn passages_that_a_field_asks_for() {
    let searcher = four();
    let check = |field: Field, value: &str, expected: Option<&[&str]>| {
        let found = searcher.field_resolver().resolve(field, value);
        let found = found.map(|set| {
            set.iter()
                .map(|passage| searcher.index().passage_id(passage))
                .collect::<Vec<_>>()
        });
        assert_eq!(
            found.as_deref(),
            expected
                .map(|ids| ids.iter().map(|id| id.to_string()).collect::<Vec<_>>())
                .as_deref(),
            "{field:?}:{value}"
        );
    };
    let (old, first, second, long, english) = (
        "vieille.p1",
        "lettre.p1",
        "lettre.p2",
        "longue.p1",
        "english.p1",
    );
    // A date in doubt answers where it may lie.
    check(Field::Date, "2016", Some(&[old, long, first, second]));
    check(Field::Date, "2016-05", Some(&[old, long, first, second]));
    check(Field::Date, "2018", Some(&[old]));
    check(Field::Date, "2016..2020", Some(&[old, long, first, second]));
    check(Field::Date, "2020..", Some(&[english]));
    check(Field::Date, "..2014-12", Some(&[old]));
    check(Field::Date, "1900", Some(&[]));
    check(Field::Date, "2016-05-24", Some(&[old, long, first, second]));
    check(Field::Date, "2016-05-25..2016-05-30", Some(&[old, long]));
    check(Field::Date, "..2016-05-23", Some(&[old, long]));
    check(Field::Date, "..", None);
    check(Field::Date, "demain", None);
    check(Field::Voice, "direct", Some(&[first]));
    check(Field::Voice, "Rapportée", Some(&[first]));
    check(Field::Voice, "official", Some(&[]));
    check(Field::Voice, "criée", None);
    check(Field::Speaker, "ada", Some(&[first]));
    check(Field::Speaker, "smith", Some(&[first]));
    check(Field::Speaker, "LEFEVRE", Some(&[first]));
    check(Field::Speaker, "carole", None);
    check(Field::Theme, "paix", Some(&[old, second, english]));
    check(Field::Theme, "concorde", Some(&[old, second, english]));
    check(Field::Theme, "guerre", None);
    check(Field::Document, "l", Some(&[long, first, second]));
    check(Field::Document, "lettre", Some(&[first, second]));
    check(Field::Kind, "open", Some(&[first, second, english]));
    check(Field::Kind, "roman", None);
}

/// An id or a whole name wins over whole words of a name, and these over its beginnings.
#[test]
fn names_that_a_name_means() {
    use super::fields::named;
    let file = |path: &str, text: &str| SourceFile {
        path: path.into(),
        bytes: text.as_bytes().to_vec(),
    };
    let names = [
        ("martin", "Jean Martin"),
        ("martine", "Martine Martin-Roux"),
        ("m3", "Martin"),
        ("m4", "Martin Luther"),
        ("m5", "Martin Luther King"),
        ("xi", "Xi Jinping"),
        ("liu", "Liu Xiaoming"),
    ];
    let speaker =
        |(id, name): (&str, &str)| format!("[[speaker]]\nid = \"{id}\"\nname = \"{name}\"\n");
    let document = "+++\nid = \"a\"\ntitle = \"a\"\ndate = \"2016\"\ntype = \"loi\"\nlanguage = \"fr\"\n+++\n\nPaix.\n";
    let files = [
        file("corpus.toml", ABOUT),
        file("speakers.toml", &names.map(speaker).concat()),
        file("themes.toml", ""),
        file("documents/a.md", document),
    ];
    let compiled = compile(&files).unwrap_or_else(|problems| panic!("{problems:#?}"));
    let searcher = Searcher::open(compiled.into_bytes()).expect("the index opens");
    let speakers = &searcher.index().about().speakers;
    let check = |name: &str, expected: &[&str]| {
        let named = named(searcher.index(), Field::Speaker, name).into_iter();
        let ids: Vec<&str> = named
            .map(|place| speakers[place as usize].id.as_str())
            .collect();
        assert_eq!(ids, expected, "{name}");
    };
    check("martin", &["martin", "m3"]);
    check("Martin", &["martin", "m3"]);
    check("MÁRTIN", &["martin", "m3"]);
    check("martin luther", &["m4"]);
    check("luther martin", &["m4", "m5"]);
    check("king", &["m5"]);
    check("roux", &["martine"]);
    check("xi", &["xi"]);
    check("xia", &["liu"]);
    check("mart", &["martin", "martine", "m3", "m4", "m5"]);
    check("-", &[]);
    check("", &[]);
}

/// A query of signs asks for nothing, and says so.
#[test]
fn a_query_without_a_word() {
    let searcher = four();
    let check = |query: &str, expected: &[ProblemKind]| {
        let answer = searcher.search(&parse(query), &Filters::default(), Sort::Relevance);
        let kinds: Vec<ProblemKind> = answer.problems.into_iter().map(|it| it.kind).collect();
        assert_eq!(kinds, expected, "{query}");
        assert_eq!(answer.passages.len(), 5, "{query}");
    };
    for signs in ["!!!", "…", "(!)", "\"! ;\"", "  ,"] {
        check(signs, &[ProblemKind::NoWord]);
    }
    check("", &[]);
    check(" ", &[]);
    // A problem is not reported twice.
    check("=", &[ProblemKind::LonelyOperator('=')]);
    let answer = searcher.search(&parse("paix !"), &Filters::default(), Sort::Relevance);
    assert!(answer.problems.is_empty());
}

#[test]
fn passages_that_speak_of_a_time() {
    let text = "En 2009.\n\nDepuis 2015, vers 2017.\n\nMardi.\n\nRien.";
    let searcher = searcher(&[("a", "2016-05-24", "fr", "loi", text)]);
    let check = |value: &str, expected: Option<&[u32]>| {
        let found = searcher.field_resolver().resolve(Field::Mentions, value);
        let found = found.map(|set| set.iter().collect::<Vec<u32>>());
        assert_eq!(found.as_deref(), expected, "{value}");
    };
    check("2009", Some(&[0]));
    check("2009-03", Some(&[0]));
    check("2016", Some(&[1, 2]));
    check("2030..", Some(&[1]));
    check("..2014", Some(&[0]));
    check("2010..2014", Some(&[]));
    check("..", None);
    check("mardi", None);
    // One mention must meet both bounds, not one the first and another the second.
    let filters = Filters {
        mentioned_from: Day::from_ymd(2010, 1, 1),
        mentioned_to: Day::from_ymd(2014, 12, 31),
        ..Filters::default()
    };
    assert_eq!(searcher.passing(&filters).count(), 0);
    let answer = searcher.search(&parse("-date:2000"), &filters, Sort::Relevance);
    assert_eq!(answer.facets.mentioned.count(), 4);
    assert_eq!(answer.facets.documents, [0]);
}

/// What is left out neither denies nor grants anything.
#[test]
fn what_is_left_out_changes_nothing() {
    let searcher = four();
    let count = |query: &str| {
        let answer = searcher.search(&parse(query), &Filters::default(), Sort::Relevance);
        assert!(!answer.problems.is_empty(), "{query}");
        answer.passages.len()
    };
    assert_eq!(count("-speaker:personne"), 5);
    assert_eq!(count("guerre|speaker:personne"), 2);
    assert_eq!(count("guerre -(speaker:personne|date:demain)"), 2);
    assert_eq!(count("guerre /[/"), 2);
    assert_eq!(count("guerre -/(/"), 2);
    assert_eq!(count("speaker:personne"), 5);
}

/// Where the budget ends, what was found by then counts, and the rest is left out.
#[test]
fn what_a_budget_pays_for() {
    let searcher = four();
    let check = |query: &str, steps: u32, at: Option<usize>, expected: usize| {
        let plan = searcher.plan_within(&parse(query), &Budget::of(steps));
        let places: Vec<usize> = plan.problems().iter().map(|problem| problem.at).collect();
        let kinds = plan.problems().iter().map(|problem| &problem.kind);
        assert!(
            kinds.eq(at.iter().map(|_| &ProblemKind::CutShort)),
            "{query}"
        );
        assert_eq!(places, Vec::from_iter(at), "{query}");
        assert_eq!(
            searcher
                .matcher(plan.scope())
                .matches(&plan)
                .passages
                .count(),
            expected as u32,
            "{query}"
        );
    };
    check("paix guerre", 1_000, None, 2);
    check("paix guerre", 0, Some(0), 5);
    check("guerre g*e", 1_000, None, 2);
    check("guerre (n*x|p*x)", 40, Some(8), 2);
    check("guerre -p*x", 5, Some(8), 2);
    check("/.*/ -/g.*/", 5, Some(0), 5);
    check("date:2016 g*e", 3, Some(10), 4);
    check("g*e date:2016", 0, Some(0), 5);
}

/// Words that nothing was left for count among those that are looked up.
#[test]
fn words_are_counted_whether_they_can_be_paid_or_not() {
    let query = parse(&"p*x ".repeat(70));
    let plan = four().plan_within(&query, &Budget::of(0));
    let problems: Vec<(usize, &ProblemKind)> = plan
        .problems()
        .iter()
        .map(|problem| (problem.at, &problem.kind))
        .collect();
    let expected = [
        (0, &ProblemKind::CutShort),
        (4 * 64, &ProblemKind::TooManyWords),
    ];
    assert_eq!(problems, expected);
}
