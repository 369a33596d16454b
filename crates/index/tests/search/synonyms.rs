//! Other names of what is asked for are offered, with the query that asks for all of them.

use super::{BOTH, parse};
use frise_date::Edtf;
use frise_index::query::Matching;
use frise_index::search::{Filters, Reason, SynonymSuggestion};

fn offered(query: &str, filters: &Filters) -> Vec<SynonymSuggestion> {
    BOTH.searcher.synonyms(&parse(query), filters)
}

/// What is offered for a query: how many passages each suggestion finds, and its query.
fn check(query: &str, expected: &[(usize, &str)]) {
    let offered = offered(query, &Filters::default());
    let found = offered.iter().map(|one| (one.passages, one.query.as_str()));
    assert_eq!(found.collect::<Vec<_>>(), expected, "{query}");
    for one in &offered {
        let passages = BOTH.search(&one.query).passages.len();
        assert_eq!(passages, one.passages, "{}", one.query);
        assert!(passages > BOTH.search(query).passages.len(), "{query}");
    }
}

#[test]
fn abbreviations_and_what_they_stand_for() {
    let un = "ONU|\"Nations Unies\"|\"Nations Unie\"";
    check("ONU", &[(16, un)]);
    check("l’onu", &[(16, &un.replace("ONU", "l’onu"))]);
    check(
        "\"Nations Unies\"",
        &[(16, "\"Nations Unies\"|ONU|\"Nations Unie\"")],
    );
    check(
        "\"Organisation mondiale du commerce\"",
        &[(1, "\"Organisation mondiale du commerce\"|OMC")],
    );
    check("ANASE", &[(4, "ANASE|ASEAN")]);
    check(
        "IGF",
        &[(1, "IGF|FGI|\"Forum sur la gouvernance de l’Internet\"")],
    );
    check("Boao", &[(1, "Boao|Bo’ao")]);
    check(
        "OCS",
        &[(3, "OCS|\"Organisation de coopération de Shanghai\"")],
    );
}

#[test]
fn names_within_a_longer_query() {
    check(
        "ONU cybercriminalité",
        &[(2, "ONU|\"Nations Unies\"|\"Nations Unie\" cybercriminalité")],
    );
    check(
        "sommet de wuzhen|anase",
        &[(2, "sommet de wuzhen|anase|ASEAN")],
    );
    // Words in a row make a name too, and are asked for as before.
    check(
        "nations unies",
        &[(16, "(nations unies)|ONU|\"Nations Unie\"")],
    );
}

#[test]
fn what_is_not_offered() {
    for query in [
        "",
        "paix",
        "=ONU",
        "ON?",
        "-ONU",
        "paix -(ONU|paix)",
        "\"nations unies\"~8",
        "=\"nations unies\"",
        // The texts have no other name, or all of them are asked for.
        "PME",
        "ONU|\"Nations Unies\"|\"Nations Unie\"",
        // It finds no more than what was asked.
        "ICANN",
    ] {
        check(query, &[]);
    }
}

#[test]
fn what_is_filtered_and_how_words_match_stays() {
    let filters = Filters {
        to: Some(Edtf::parse("2016").expect("a year").latest()),
        ..Filters::default()
    };
    assert_eq!(offered("ONU", &filters), []);
    let filters = Filters {
        from: filters.to,
        ..Filters::default()
    };
    let found: Vec<usize> = offered("ONU", &filters)
        .iter()
        .map(|one| one.passages)
        .collect();
    assert_eq!(found, [15]);
    let exact = parse("onu").matched(Matching::Exact);
    let [one] = &BOTH.searcher.synonyms(&exact, &Filters::default())[..] else {
        panic!("one suggestion")
    };
    assert_eq!(
        (one.asked.as_str(), one.others.join(", ")),
        ("onu", "Nations Unies, Nations Unie".into())
    );
}

/// The reasons of the hits of a query in a passage, each once.
fn reasons(query: &str, passage: u32) -> Vec<Reason> {
    let answer = BOTH.search(query);
    let runs = BOTH.searcher.highlight(passage, &answer.plan, &[]);
    let segments = runs.iter().flat_map(|run| &run.segments);
    let mut reasons: Vec<Reason> = segments.filter_map(|segment| segment.reason).collect();
    reasons.sort_unstable();
    reasons.dedup();
    reasons
}

#[test]
fn what_is_found_by_a_synonym_says_so() {
    let asked = BOTH.search("ONU");
    let [offer] = &offered("ONU", &Filters::default())[..] else {
        panic!("one suggestion")
    };
    let all = BOTH.search(&offer.query);
    let by_synonym = all.passages.iter().map(|found| found.passage);
    let mut by_synonym = by_synonym.filter(|passage| !asked.matched.contains(*passage));
    assert!(by_synonym.all(|passage| reasons(&offer.query, passage) == [Reason::Synonym]));
    for found in &asked.passages {
        let closest = reasons(&offer.query, found.passage)[0];
        assert!(
            matches!(closest, Reason::Exact | Reason::Elided),
            "{closest:?}"
        );
    }
    let hits = BOTH.searcher.hits(&all.matched, &all.plan, &[]);
    let by_synonym = hits.iter().filter(|hit| hit.reason == Reason::Synonym);
    let own = BOTH.searcher.hits(&asked.matched, &asked.plan, &[]);
    assert_eq!(by_synonym.count(), hits.len() - own.len());
    // What nobody lists together is no synonym, nor is a word beside itself or one that must match too.
    for query in ["ONU | SMSI", "ONU | =ONU | onu", "ONU \"Nations Unies\""] {
        let answer = BOTH.search(query);
        for found in &answer.passages {
            assert!(
                !reasons(query, found.passage).contains(&Reason::Synonym),
                "{query}"
            );
        }
    }
    let written = BOTH.search("(nations unies)|ONU");
    let hits = BOTH.searcher.hits(&written.matched, &written.plan, &[]);
    assert!(hits.iter().any(|hit| hit.reason == Reason::Synonym));
}
