//! Every statistic over corpora and views that have little or nothing to count: figures that are numbers, or a sentence.

use super::tests::searcher_of;
use super::{Subject, measure};
use crate::report::{Cell, Report};
use crate::tool::Setting;
use frise_index::search::Searcher;

/// Tools with settings, ordinary and odd.
const TOOLS: [&str; 20] = [
    "compare",
    "compare;a=found;b=found;frequency=0",
    "compare;a=doc:a;b=doc:none;correction=none",
    "collocates",
    "collocates;left=0;right=0;together=0",
    "collocates;window=passage;together=0",
    "dispersion",
    "dispersion;with=paix,xyzzy,;parts=equal",
    "dispersion;with=\";parts=passages",
    "segments;travel=any;shortest=2;near=2",
    "segments;frequency=0;shortest=0",
    "similar;shortest=0",
    "vocabulary",
    "vocabulary;by=years;words=stem",
    "map;frequency=0;letters=0;most=0",
    "map;by=years",
    "classes;classes=0;length=0;frequency=0;letters=0",
    "classes;classes=99;words=form",
    "classes;method=double",
    "classes;method=double;first=0;second=0;members=0;classes=99;length=0;frequency=0;letters=0",
];

/// A part that is empty, the whole, one text, a time without texts, a word that never occurs.
const VIEWS: [&str; 6] = [
    "",
    "q=xyzzy",
    "q=paix",
    "q=paix&doc=a",
    "doc=a",
    "from=1900&to=1901",
];

/// One text, a word, texts without dates, texts that are alike, texts in which no word comes twice.
const CORPORA: [&str; 5] = [
    r#"{"id": "a", "date": "2015", "language": "fr", "text": "La paix, encore la paix, toujours la paix."}"#,
    r#"{"id": "a", "date": "", "language": "fr", "text": "Paix."}"#,
    r#"{"id": "a", "date": "", "language": "fr", "text": "La paix et la guerre."}
{"id": "b", "date": "", "language": "fr", "text": "La guerre et la paix des autres. Et la paix."}"#,
    r#"{"id": "a", "date": "2015", "language": "fr", "text": "La paix dans le monde."}
{"id": "b", "date": "2015", "language": "fr", "text": "La paix dans le monde."}
{"id": "c", "date": "2015", "language": "fr", "text": "La paix dans le monde."}
{"id": "d", "date": "2015", "language": "fr", "text": "La paix dans le monde."}
{"id": "e", "date": "2015", "language": "fr", "text": "La paix dans le monde."}
{"id": "f", "date": "2015", "language": "fr", "text": "La paix dans le monde."}"#,
    r#"{"id": "a", "date": "2015", "language": "fr", "text": "Paix durable partout."}
{"id": "b", "date": "2017", "language": "fr", "text": "Guerre froide ailleurs."}"#,
];

/// Returns all numbers of a report that are drawn or written.
fn numbers(report: &Report) -> Vec<f64> {
    let cells = report.rows.iter().flatten().filter_map(Cell::figure);
    let places = report
        .strips
        .iter()
        .flat_map(|strip| &strip.places)
        .copied();
    let points = report
        .points
        .iter()
        .flat_map(|point| [point.at.0, point.at.1]);
    let threads = || {
        report
            .threads
            .threads
            .iter()
            .flat_map(|thread| &thread.stops)
    };
    let stops = threads().flat_map(|stop| [stop.at, stop.share.unwrap_or(0.0)]);
    let years = report.threads.years.iter().map(|(at, _)| *at);
    let nodes = report.graph.nodes.iter().map(|node| node.log_dice);
    let edges = report.graph.edges.iter().map(|edge| edge.log_dice);
    let divisions = report.tree.divisions.iter();
    let divisions = divisions.map(|division| division.chi_squared);
    let drawn = stops
        .chain(years)
        .chain(nodes)
        .chain(edges)
        .chain(divisions);
    cells.chain(places).chain(points).chain(drawn).collect()
}

/// Returns whether a sentence has a figure that is none.
fn unreadable(sentence: &str) -> bool {
    let mut words = sentence.split(|c: char| !c.is_alphanumeric());
    words.any(|word| matches!(word, "NaN" | "inf" | "Infinity"))
}

fn check(searcher: &Searcher, address: &str) {
    let state = frise::url::parse(address, searcher.index()).state;
    let setting = Setting::parse(state.tool.as_deref().unwrap_or(""));
    let subject = Subject {
        searcher,
        state: &state,
        setting: &setting,
    };
    match measure(&subject) {
        Ok(report) => {
            let numbers = numbers(&report);
            assert!(
                numbers.iter().all(|number| number.is_finite()),
                "{address}: {report:?}"
            );
            assert!(!report.sentences.is_empty(), "{address}: {report:?}");
            let sentences = report.sentences.iter().chain(&report.warnings);
            for sentence in sentences {
                assert!(
                    !sentence.is_empty() && !unreadable(sentence),
                    "{address}: {sentence}"
                );
            }
            let widths = report.rows.iter().map(Vec::len);
            assert!(
                widths.into_iter().all(|width| width == report.head.len()),
                "{address}"
            );
        }
        Err(sentence) => {
            assert!(
                sentence.ends_with('.') && !unreadable(&sentence),
                "{address}: {sentence}"
            );
        }
    }
}

#[test]
fn whatever_is_asked_there_are_numbers_or_a_sentence() {
    for corpus in CORPORA {
        let searcher = searcher_of(corpus);
        for tool in TOOLS {
            for view in VIEWS {
                for language in ["fr", "en"] {
                    check(
                        &searcher,
                        &format!("?{view}&tool={tool}&lang={language}#a.p1"),
                    );
                }
            }
        }
    }
}
