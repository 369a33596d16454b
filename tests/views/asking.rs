//! The help panel's examples, and the form that asks: what they offer is read as it is meant.

use crate::opened;
use crate::other_corpora::{large, small};
use frise::components::search::{FormField, QueryForm};
use frise_corpus::examples::pick;
use frise_date::Tongue;
use frise_index::examples::{Shows, read, write};
use frise_index::query::{Field, Node, parse};
use frise_index::search::{Filters, Searcher, Sort};
use proptest::prelude::*;

const LANGUAGES: [Tongue; 2] = [Tongue::French, Tongue::English];

fn embedded() -> Searcher {
    Searcher::open(frise::EMBEDDED).expect("the embedded index opens")
}

/// Each example finds what it says, without a problem, and each thing is shown once, the same each time and when it has
/// been written.
fn check_examples(searcher: &Searcher, shown: &[Shows]) {
    for language in LANGUAGES {
        let offered = pick(searcher, language);
        for example in &offered {
            let query = parse(&example.query);
            let answer = searcher.search(&query, &Filters::default(), Sort::Relevance);
            assert_eq!(answer.problems, [], "{example:?}");
            assert_eq!(answer.passages.len(), example.passages, "{example:?}");
            assert_ne!(example.passages, 0, "{example:?} finds nothing");
        }
        let found: Vec<Shows> = offered.iter().map(|example| example.shows).collect();
        assert_eq!(found, shown, "{offered:#?}");
        assert_eq!(pick(searcher, language), offered);
        assert_eq!(read(&write(&offered)), offered);
    }
}

#[test]
fn examples_are_made_from_any_corpus() {
    use Shows::*;
    check_examples(
        &embedded(),
        &[
            Word, Prefix, Wildcard, Phrase, Near, Either, Without, Misspelt, Regex, Exact, Speaker,
            Date,
        ],
    );
    let [nothing, one, several, hardly] = small();
    check_examples(&opened(&nothing), &[]);
    check_examples(&opened(&one), &[Word, Wildcard, Misspelt, Date]);
    let repeated = [Word, Wildcard, Phrase, Either, Misspelt, Date];
    check_examples(&opened(&several), &repeated);
    check_examples(&opened(&hardly), &[Word, Wildcard, Date]);
    let spoken = [Word, Wildcard, Phrase, Either, Misspelt, Speaker, Date];
    check_examples(&opened(&large()), &spoken);
}

#[test]
fn examples_are_what_a_reader_recognises() {
    let (french, english) = frise::EXAMPLES;
    let query = |text: &str, shows: Shows| {
        let examples = read(text).into_iter();
        let mut queries = examples.filter(|example| example.shows == shows);
        queries.next().map(|example| example.query)
    };
    let check = |text: &str, shows: Shows, expected: &str| {
        assert_eq!(query(text, shows).as_deref(), Some(expected), "{shows:?}");
    };
    check(french, Shows::Prefix, "cyber*");
    check(french, Shows::Misspelt, "dévelopement~1");
    check(french, Shows::Speaker, "locuteur:gouvernement");
    check(english, Shows::Speaker, "speaker:chinese");
}

#[test]
fn the_help_has_the_examples_of_the_embedded_corpus() {
    let (french, english) = frise::EXAMPLES;
    for (text, language) in [(french, Tongue::French), (english, Tongue::English)] {
        assert_eq!(read(text), pick(&embedded(), language));
    }
}

/// The form of a query, field by field, and the query that it writes.
fn check_form(
    query: &str,
    fields: &[(FormField, &str)],
    held: [&str; 5],
    rest: &str,
    written: &str,
) {
    let form = QueryForm::of(&parse(query));
    for asked in FormField::ALL {
        let expected = fields.iter().find(|(known, _)| *known == asked);
        assert_eq!(
            form.text(asked),
            expected.map_or("", |(_, text)| *text),
            "{asked:?} of {query}"
        );
    }
    assert_eq!(form.held, held, "{query}");
    assert_eq!(form.rest, rest, "{query}");
    assert_eq!(form.query(Tongue::French), written);
}

#[test]
fn a_query_fills_the_form_and_the_form_writes_it() {
    use FormField::*;
    let none = [""; 5];
    check_form("", &[], none, "", "");
    check_form(
        "paix guerre",
        &[(All, "paix guerre")],
        none,
        "",
        "paix guerre",
    );
    check_form(
        "\"communauté de destin\" paix -propre -(a|b)",
        &[
            (All, "paix"),
            (Phrase, "communauté de destin"),
            (None, "propre a b"),
        ],
        none,
        "",
        "paix \"communauté de destin\" -propre -a -b",
    );
    check_form(
        "\"règles internationales\"~12 fossé|fracture cyber* hégémonisme~2",
        &[
            (Near, "règles internationales"),
            (Any, "fossé fracture"),
            (Begins, "cyber"),
            (Fuzzy, "hégémonisme"),
        ],
        none,
        "",
        "\"règles internationales\"~12 fossé|fracture cyber* hégémonisme~2",
    );
    check_form(
        "speaker:liu thème:\"route de la soie\" doc:cyber-2016 kind:depeche voice:direct date:2016..2020",
        &[(From, "2016"), (To, "2020")],
        ["liu", "direct", "route de la soie", "cyber-2016", "depeche"],
        "",
        "locuteur:liu voix:direct thème:\"route de la soie\" document:cyber-2016 genre:depeche date:2016..2020",
    );
    check_form(
        "date:2016 date:..2020",
        &[(From, "2016"), (To, "2016")],
        none,
        "date:..2020",
        "date:2016 date:..2020",
    );
    check_form(
        "=État souverain?té \"a b\" \"c d\" (a b)|c x~1 y~2 speaker:a speaker:b -=c paix",
        &[(All, "paix"), (Phrase, "a b"), (Fuzzy, "x")],
        ["a", "", "", "", ""],
        "=État souverain?té \"c d\" (a b)|c y~2 speaker:b -=c",
        "paix \"a b\" x~1 locuteur:a =État souverain?té \"c d\" (a b)|c y~2 speaker:b -=c",
    );
    // What is broken is read as best it can be.
    check_form(
        "paix (guerre",
        &[(All, "paix guerre")],
        none,
        "",
        "paix guerre",
    );
}

#[test]
fn numbers_of_two_fields_stay_two() {
    for query in ["-2 (222*)", "2 (222)"] {
        let form = QueryForm::of(&parse(query));
        assert_eq!(form.query(Tongue::French), query);
        assert_eq!(form, form.tidy(), "{query}");
    }
}

/// What stands in a text field, with signs that mean something elsewhere.
fn texts() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-cé]{0,4}( [a-cé]{1,4}){0,2}",
        "(voix:|date:|=|-)[a-c2]{1,3}[*?~]?[12]?",
        "[a-c2éŒ:=~*?/()|\"«»“”.,;’' -]{0,12}",
        "\\PC{0,8}",
    ]
}

fn forms() -> impl Strategy<Value = QueryForm> {
    let rest = [
        "",
        "=État",
        "a?b",
        "(a b)|c",
        "-(a b)",
        "=\"a b\" -date:2016",
    ];
    (
        prop::array::uniform9(texts()),
        0u32..60,
        0u8..4,
        prop::array::uniform5(texts()),
        prop::sample::select(rest.to_vec()),
    )
        .prop_map(|(texts, distance, edits, held, rest)| QueryForm {
            texts,
            distance,
            edits,
            held,
            rest: rest.to_string(),
        })
}

/// The parts of a query, each as often as it stands there, where what means the same is written alike.
fn parts(text: &str) -> Vec<String> {
    let root = parse(text).root;
    let parts = match root {
        Node::Everything => Vec::new(),
        Node::All(parts) => parts,
        other => vec![other],
    };
    let mut written: Vec<String> = Vec::new();
    for part in parts {
        match part {
            Node::Not(inner) => match *inner {
                Node::Any(parts) => written.extend(parts.iter().map(|part| format!("-({part})"))),
                other => written.push(format!("-({other})")),
            },
            Node::Field(Field::Date, value) => match value.split_once("..") {
                Some((from, to)) if from == to => written.push(format!("date:{from}")),
                _ => written.push(format!("date:{value}")),
            },
            other => written.push(other.to_string()),
        }
    }
    written.sort();
    written
}

proptest! {
    #[test]
    fn a_form_survives_the_way_to_text_and_back(form in forms()) {
        for language in LANGUAGES {
            let query = form.query(language);
            prop_assert_eq!(QueryForm::of(&parse(&query)), form.tidy(), "{}", query);
        }
    }

    #[test]
    fn no_part_of_a_query_is_lost_in_a_form(
        text in "([=-]{0,2}[(\"«]?(locuteur:|date:|x:)?[a-cé2.]{1,3}[*?~1)\"|»/ ]{0,3} ?){0,6}|\\PC{0,20}"
    ) {
        // What the query language itself does not write back is not the form's to keep.
        prop_assume!(parse(&parse(&text).to_string()).root == parse(&text).root);
        for language in LANGUAGES {
            let written = QueryForm::of(&parse(&text)).query(language);
            prop_assert_eq!(parts(&written), parts(&text), "{} became {}", text, written);
        }
    }
}
