//! The links of the figures of a report: each opens what it counts.

use super::Subject;
use super::link::query_of;
use super::tests::report_of;
use crate::report::Cell;
use crate::tool::Setting;
use frise::state::{Listing, State};
use frise_index::query::{Matching, parse};
use frise_index::search::{Filters, Searcher};
use frise_stats::Level;

fn five_texts() -> Searcher {
    Searcher::open(frise::EMBEDDED).expect("the embedded index opens")
}

#[test]
fn the_query_of_a_word_finds_all_that_is_counted_of_it() {
    let searcher = five_texts();
    let index = searcher.index();
    let passages = searcher.passing(&Filters::default());
    let mut elided = 0;
    for level in Level::ALL {
        for matching in [Matching::Stemmed, Matching::Folded, Matching::Exact] {
            for word in 0..level.words(index) as u32 {
                let count = level.frequency(index, word);
                if count == 0 || level == Level::Form && index.term_of_form(word).is_none() {
                    continue;
                }
                let query = query_of(level, index, word, matching);
                let plan = searcher.plan(&parse(&query).matched(matching));
                let hits = searcher.hits(&passages, &plan, &[]).len() as u64;
                assert_eq!(hits, count, "{level:?} {matching:?}: {query}");
                elided += usize::from(frise_text::is_elided(level.text(index, word)));
            }
        }
    }
    assert!(elided > 40, "{elided}");
}

/// Returns how many hits of a word, or passages, the view of an address has.
fn count_of(searcher: &Searcher, address: &str, of: &State) -> u64 {
    let parsed = frise::url::parse(address, searcher.index());
    assert!(parsed.notes.is_empty(), "{address}: {:?}", parsed.notes);
    let view = parsed.state;
    let passages = super::part::passages_of(searcher, &view);
    if view.listing == Listing::Passages {
        return u64::from(passages.count());
    }
    // Before the query that makes the part stands that of the word.
    let end = [" (", " -"].iter().filter_map(|sign| view.query.find(sign));
    let word = &view.query[..end.min().unwrap_or(view.query.len())];
    let query = match of.query.is_empty() || !view.query.contains(" (") {
        true => parse(word),
        false => parse(word).matched(view.matching),
    };
    let plan = searcher.plan_under(&query, &view.filters);
    searcher.hits(&passages, &plan, &[]).len() as u64
}

/// Checks the counts of a report that lead somewhere, and tells how many there are, and how many rows.
fn check_counts(address: &str) -> (usize, usize) {
    let searcher = five_texts();
    let state = frise::url::parse(address, searcher.index()).state;
    let report =
        report_of(five_texts(), address).unwrap_or_else(|error| panic!("{address}: {error}"));
    let mut checked = 0;
    for row in &report.rows {
        for cell in row {
            if let Cell::Count {
                count,
                address: Some(link),
            } = cell
            {
                assert_eq!(
                    count_of(&searcher, link, &state),
                    *count,
                    "{address}: {row:?}"
                );
                checked += 1;
            }
        }
    }
    (checked, report.rows.len())
}

#[test]
fn each_word_of_a_comparison_opens_its_concordance_on_both_sides() {
    let text = "tool=compare;a=doc:strategie-2017;frequency=1";
    for words in ["form", "folded", "stem"] {
        for view in [
            format!("?{text}"),
            format!("?{text};b=theme:souverainete"),
            "?q=paix&tool=compare;frequency=1".to_string(),
            "?q=paix -guerre&tool=compare;frequency=1".to_string(),
            "?q=sécurité&match=exact&from=2016&to=2022&tool=compare;frequency=1".to_string(),
            "?speaker=xi-jinping&tool=compare;frequency=1".to_string(),
            "?tool=compare;a=voice:direct;b=voice:reported;frequency=1".to_string(),
        ] {
            let (checked, rows) = check_counts(&format!("{view};words={words}"));
            assert_eq!(checked, rows * 2, "{view}");
            assert!(rows > 50, "{view}: {rows}");
        }
    }
}

#[test]
fn what_stands_together_opens_its_passages() {
    for words in ["form", "folded", "stem"] {
        let by_passage = "tool=collocates;window=passage";
        assert!(
            check_counts(&format!(
                "?q=souveraineté&doc=strategie-2017&{by_passage};words={words}"
            ))
            .0 > 100
        );
    }
    // Words of hits do not count, but they are in the concordance; other words are all there.
    let address = "?q=souveraineté&tool=collocates";
    let searcher = five_texts();
    let state = frise::url::parse(address, searcher.index()).state;
    let report = report_of(five_texts(), address).expect("collocates");
    for row in &report.rows {
        let Cell::Count {
            count,
            address: Some(link),
        } = &row[3]
        else {
            panic!("{row:?} has no link");
        };
        assert_eq!(count_of(&searcher, link, &state), *count, "{row:?}");
    }
}

#[test]
fn every_row_that_is_a_word_or_a_part_leads_to_it() {
    for address in [
        "?q=paix&tool=collocates",
        "?q=paix&tool=dispersion;with=guerre,d’",
        "?tool=vocabulary",
        "?tool=vocabulary;by=years",
        "?q=paix&from=2016&tool=vocabulary;by=years",
        "?tool=vocabulary;by=speakers",
        "?tool=map",
        "?q=paix&tool=map;by=speakers;frequency=2",
        "?tool=classes",
    ] {
        let searcher = five_texts();
        let report =
            report_of(five_texts(), address).unwrap_or_else(|error| panic!("{address}: {error}"));
        for row in &report.rows {
            let Cell::Text {
                address: Some(link),
                ..
            } = &row[0]
            else {
                panic!("{address}: {row:?} leads nowhere");
            };
            let state = frise::url::parse(link, searcher.index()).state;
            assert!(
                super::part::passages_of(&searcher, &state).count() > 0,
                "{link}"
            );
        }
    }
    let report = report_of(five_texts(), "?q=paix&tool=dispersion;with=guerre").expect("two words");
    let Cell::Text {
        address: Some(link),
        ..
    } = &report.rows[1][0]
    else {
        panic!("no link");
    };
    assert_eq!(
        count_of(&five_texts(), link, &State::default()).to_string(),
        report.rows[1][4].plain()
    );
}

/// Parts of what is found are found by their addresses.
#[test]
fn the_view_of_a_part_has_its_words() {
    let searcher = five_texts();
    for address in [
        "?q=paix&tool=vocabulary;by=years",
        "?q=paix&tool=vocabulary;by=speakers",
    ] {
        let report = report_of(five_texts(), address).expect("parts");
        for row in &report.rows {
            let Cell::Text {
                address: Some(link),
                ..
            } = &row[0]
            else {
                continue;
            };
            let state = frise::url::parse(link, searcher.index()).state;
            let setting = Setting::parse("vocabulary");
            let subject = Subject {
                searcher: &searcher,
                state: &state,
                setting: &setting,
            };
            let passages = super::part::passages_of(&searcher, subject.state);
            let words: u64 = frise_stats::count(searcher.index(), &passages, Level::Folded)
                .iter()
                .sum();
            assert_eq!(row[3].plain(), words.to_string(), "{link}");
        }
    }
}
