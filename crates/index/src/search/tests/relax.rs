//! Where nothing is found.

use super::four;
use crate::query::{Matching, parse};
use crate::search::{Filters, RelaxationChange, Sort};

#[test]
fn what_would_find_something() {
    use RelaxationChange::{Documents, Nearest, Part, Speakers};
    let searcher = four();
    let check = |query: &str,
                 matching: Matching,
                 filters: Filters,
                 expected: &[(Vec<RelaxationChange>, &str, usize)]| {
        let query = parse(query).matched(matching);
        let loosened = searcher.relax(&query, &filters);
        let found: Vec<(Vec<RelaxationChange>, &str, usize)> = loosened
            .iter()
            .map(|loosened| {
                (
                    loosened.changes.clone(),
                    loosened.query.as_str(),
                    loosened.passages,
                )
            })
            .collect();
        assert_eq!(found, expected, "{query} {filters:?}");
        for loosened in &loosened {
            let query = parse(&loosened.query).matched(loosened.matching);
            let answer = searcher.search(&query, &loosened.filters, Sort::Relevance);
            assert_eq!(answer.passages.len(), loosened.passages, "{loosened:?}");
        }
    };
    let nearest = |asked: &str, nearest: &str| {
        vec![Nearest {
            asked: asked.to_string(),
            nearest: nearest.to_string(),
        }]
    };
    let part = |part: &str| vec![Part(part.to_string())];
    let none = Filters::default;
    let stemmed = Matching::Stemmed;
    check("paix", stemmed, none(), &[]);
    check(
        "pais",
        stemmed,
        none(),
        &[
            (nearest("pais", "paix"), "paix", 5),
            (nearest("pais", "Puis"), "Puis", 1),
        ],
    );
    check(
        "guere paix",
        stemmed,
        none(),
        &[
            (nearest("guere", "guerre"), "guerre paix", 2),
            (part("guere"), "paix", 5),
        ],
    );
    check(
        "guerrex",
        stemmed,
        none(),
        &[(nearest("guerrex", "guerre"), "guerre", 2)],
    );
    check(
        "guer",
        stemmed,
        none(),
        &[
            (nearest("guer", "guerre"), "guerre", 2),
            (nearest("guer", "guer*"), "guer*", 2),
        ],
    );
    check(
        "\"la pais\"",
        stemmed,
        none(),
        &[(nearest("pais", "paix"), "\"la paix\"", 5)],
    );
    check(
        "nation",
        Matching::Folded,
        none(),
        &[(vec![RelaxationChange::Stemmed], "nation", 1)],
    );
    let held = Filters {
        speakers: vec![0],
        documents: vec![0],
        ..Filters::default()
    };
    check(
        "guerre",
        stemmed,
        held.clone(),
        &[
            (vec![Speakers], "guerre", 0),
            (vec![Documents], "guerre", 1),
            (vec![RelaxationChange::Filters], "guerre", 2),
        ][1..],
    );
    // No single change finds anything here.
    let both = |mut changes: Vec<RelaxationChange>| {
        changes.push(RelaxationChange::Filters);
        changes
    };
    check(
        "guere",
        stemmed,
        held,
        &[(both(nearest("guere", "guerre")), "guerre", 2)],
    );
    check("introuvable", stemmed, none(), &[]);
}
