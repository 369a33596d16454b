//! The themes of the edition against a reading by hand: `themes_reading.toml` tells which passages each is evidence in.
//!
//! `cargo test -p frise-corpus --test themes -- --nocapture` prints precision and recall of each theme.

mod common;

use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};

#[derive(Deserialize)]
struct Reading {
    /// The themes of each passage, by their ids.
    passages: BTreeMap<String, Vec<String>>,
    /// Below which figures no theme may fall, in percent.
    kept: BTreeMap<String, Kept>,
}

#[derive(Deserialize)]
struct Kept {
    precision: usize,
    recall: usize,
}

type Passages = BTreeSet<String>;

#[test]
fn each_theme_finds_what_a_reader_finds() {
    let reading: Reading =
        toml::from_str(include_str!("themes_reading.toml")).expect("the reading");
    let searcher = common::searcher();
    let index = searcher.index();
    let every: Passages = (0..index.passages())
        .map(|passage| index.passage_id(passage))
        .collect();
    let read: Passages = reading.passages.keys().cloned().collect();
    assert_eq!(read, every, "the passages that were read");
    let (mut right, mut found_in_all, mut read_in_all) = (0, 0, 0);
    let mut fallen = Vec::new();
    for (place, theme) in index.about().themes.iter().enumerate() {
        let found: Passages = searcher
            .theme(place)
            .into_iter()
            .flat_map(|theme| theme.iter())
            .map(|passage| index.passage_id(passage))
            .collect();
        let is_read = |(_, themes): &(&String, &Vec<String>)| themes.contains(&theme.id);
        let read: Passages = reading
            .passages
            .iter()
            .filter(is_read)
            .map(|(passage, _)| passage.clone())
            .collect();
        let both = found.intersection(&read).count();
        let (precision, recall) = (percent(both, found.len()), percent(both, read.len()));
        println!(
            "{:24} precision {precision:3} %  recall {recall:3} %  wrong {:?}  missed {:?}",
            theme.id,
            found.difference(&read).collect::<Vec<_>>(),
            read.difference(&found).collect::<Vec<_>>(),
        );
        let kept = &reading.kept[&theme.id];
        if precision < kept.precision || recall < kept.recall {
            fallen.push(&theme.id);
        }
        right += both;
        found_in_all += found.len();
        read_in_all += read.len();
    }
    println!(
        "{:24} precision {:3} %  recall {:3} %",
        "all themes",
        percent(right, found_in_all),
        percent(right, read_in_all)
    );
    assert!(fallen.is_empty(), "below the kept figures: {fallen:?}");
    let known: Vec<&String> = index.about().themes.iter().map(|theme| &theme.id).collect();
    for theme in reading.passages.values().flatten() {
        assert!(known.contains(&theme), "unknown theme '{theme}'");
    }
}

fn percent(part: usize, whole: usize) -> usize {
    part * 100 / whole.max(1)
}
