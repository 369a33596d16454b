use super::super::tests::{HEADING, SAID, TEXT, corpus, read_all, small, written};
use super::*;
use crate::model::RunKind;
use crate::query::parse;
use crate::search::{Filters, Searcher, Sort};
use proptest::prelude::*;
use std::collections::HashMap;

mod damage;
mod twin;

/// An index with the passages of its themes.
fn whole(bytes: Vec<u8>) -> Searcher {
    let mut searcher = Searcher::open(bytes).expect("an index");
    searcher.record_themes().expect("an index");
    searcher
}

/// The head of an index and its files.
fn parted(index: &Index) -> (Searcher, HashMap<String, Vec<u8>>) {
    let Sharded { head, shards } = index.to_shards().expect("shards");
    let head = Searcher::open_untrusted(head).expect("a head");
    (head, shards.into_iter().collect())
}

fn bytes_of(index: &Index, files: &HashMap<String, Vec<u8>>, shard: Shard) -> Vec<u8> {
    let file = index.shard_file(shard).expect("a file");
    let bytes = files[&file.name].clone();
    assert_eq!(bytes.len(), file.length as usize);
    bytes
}

/// Works out a result as a page does: until nothing is missing. Returns the result and the number of shards that were loaded.
fn settle<T>(
    index: &Index,
    files: &HashMap<String, Vec<u8>>,
    result: impl Fn() -> T,
) -> (T, usize) {
    let mut loaded = 0;
    loop {
        let settled = result();
        let missing = index.missing();
        if missing.is_empty() {
            return (settled, loaded);
        }
        for shard in missing {
            let bytes = bytes_of(index, files, shard);
            index.insert(shard, bytes).expect("a shard");
            loaded += 1;
        }
    }
}

/// What a page shows of a query: the passages, their scores, the facets and the texts.
fn shown(searcher: &Searcher, query: &str) -> String {
    shown_under(searcher, query, &Filters::default())
}

fn shown_under(searcher: &Searcher, query: &str, filters: &Filters) -> String {
    let answer = searcher.search(&parse(query), filters, Sort::Relevance);
    let texts = answer.passages.iter().take(10);
    let texts: Vec<_> = texts
        .map(|found| searcher.highlight(found.passage, &answer.plan, &filters.themes))
        .collect();
    format!("{:?} {:?} {texts:?}", answer.passages, answer.facets)
}

/// A corpus of many passages, of which each has words of its own and some that are everywhere.
fn many(passages: usize) -> Vec<u8> {
    let text = |at: usize| {
        format!(
            "La paix numéro {at} du mot{} : les États, l’État et « eux{} ». {}",
            at % 7,
            at % 50,
            "encore ".repeat(at % 9)
        )
    };
    let texts: Vec<String> = (0..passages).map(text).collect();
    let runs: Vec<Vec<(RunKind, &str)>> = (0..)
        .zip(&texts)
        .map(|(at, text)| match at % 3 {
            0 => vec![(HEADING, "Un titre"), (TEXT, text.as_str())],
            1 => vec![(TEXT, text.as_str()), (SAID, ""), (SAID, "« oui »")],
            _ => vec![(SAID, text.as_str())],
        })
        .collect();
    let passages: Vec<&[(RunKind, &str)]> = runs.iter().map(Vec::as_slice).collect();
    written(&corpus(&passages)).expect("an index")
}

#[test]
fn an_index_in_shards_answers_as_the_whole_one_does() {
    let plain = whole(many(1500));
    let (head, files) = parted(plain.index());
    assert_eq!(head.index().version(), plain.index().version());
    assert!(files.len() > 20, "{} files", files.len());
    let check = |query: &str, most: usize| {
        let (found, loaded) = settle(head.index(), &files, || shown(&head, query));
        assert_eq!(found, shown(&plain, query), "{query}");
        assert!(loaded <= most, "{query} loads {loaded} shards");
    };
    check("eux17", 14);
    check("\"numéro 12\" du", 14);
    check("eta* -mot3 voice:direct", 14);
    check("paix \"les états\"~4 état", 14);
    check("rien-de-tel", 8);
    check("eux17", 0);
}

#[test]
fn an_index_in_shards_is_joined_to_the_same_bytes() {
    for plain in [whole(small()), whole(many(60))] {
        let (head, files) = parted(plain.index());
        let index = head.index();
        assert_eq!(index.absent().len(), files.len());
        let (joined, _) = settle(index, &files, || index.join_shards());
        let joined = joined.expect("all texts are there").expect("an index");
        assert_eq!(joined, plain.index().bytes());
        for shard in index.absent() {
            let bytes = bytes_of(index, &files, shard);
            index.insert(shard, bytes).expect("a shard");
        }
        read_all(index);
        assert!(index.missing().is_empty() && index.absent().is_empty());
        assert_eq!(index.to_shards().expect("a head").shards, []);
    }
}

/// While a shard is being loaded, it may be asked for again.
#[test]
fn a_shard_that_came_meanwhile_is_not_missing() {
    let plain = whole(small());
    let (head, files) = parted(plain.index());
    let index = head.index();
    shown(&head, "paix");
    let missing = index.missing();
    shown(&head, "paix");
    assert!(index.lacks_words());
    for shard in missing {
        assert!(!index.has_shard(shard));
        index
            .insert(shard, bytes_of(index, &files, shard))
            .expect("a shard");
        assert!(index.has_shard(shard));
    }
    assert!(!index.lacks_words());
    assert_eq!(index.missing(), []);
}

/// A theme that is searched for when the head is opened would miss what is in shards.
#[test]
fn an_index_without_the_passages_of_its_themes_is_not_parted() {
    let index = Index::open(written(&corpus(&[&[(TEXT, "La paix.")]])).expect("an index"));
    let error = index.expect("an index").to_shards().expect_err("no themes");
    assert!(error.to_string().contains("record_themes"), "{error}");
}

#[test]
fn links_find_their_passages_in_shards() {
    let plain = whole(many(60));
    let (head, files) = parted(plain.index());
    let link = plain.index().link_id(41..42);
    let (found, loaded) = settle(head.index(), &files, || head.index().locate(&link));
    assert_eq!(found, plain.index().locate(&link));
    assert_eq!(loaded, 1);
}
