use super::super::tests::{HEADING, SAID, TEXT, corpus, mend, read_all, small, written};
use super::*;
use crate::model::RunKind;
use crate::query::parse;
use crate::search::Searcher;
use proptest::prelude::*;
use std::collections::HashMap;

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
    let answer = searcher.search(&parse(query), &Default::default(), Default::default());
    let texts = answer.passages.iter().take(10);
    let texts: Vec<String> = texts
        .map(|found| searcher.index().text_of(found.passage))
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
    check("eux17", 11);
    check("\"numéro 12\" du", 11);
    check("eta* -mot3 voice:direct", 11);
    check("paix \"les états\"~4 état", 11);
    check("rien-de-tel", 0);
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

#[test]
fn other_bytes_than_those_of_the_shard_are_refused() {
    let (head, files) = parted(&Index::open(small()).expect("an index"));
    let index = head.index();
    for shard in index.absent() {
        let good = bytes_of(index, &files, shard);
        for at in 0..good.len() {
            let mut bytes = good.clone();
            bytes[at] ^= 1;
            let error = index.insert(shard, bytes).expect_err("another checksum");
            assert!(error.to_string().contains("checksum"), "{error}");
            let error = index.insert(shard, good[..at].to_vec()).expect_err("cut");
            let told = format!("expected {} bytes, found {at}", good.len());
            assert!(error.to_string().contains(&told), "{error}");
        }
        assert!(index.absent().contains(&shard));
    }
    for shard in [Shard::Texts(9), Shard::Postings(9)] {
        assert_eq!(index.shard_file(shard), None);
        assert_eq!(index.insert(shard, vec![]), Err(ShardError::NoShard(shard)));
    }
    let plain = Index::open(small()).expect("an index");
    let shard = Shard::Texts(0);
    assert_eq!(plain.insert(shard, vec![]), Err(ShardError::NoShard(shard)));
}

/// Whoever writes a head can give any bytes their right checksum.
#[test]
fn shards_that_do_not_fit_the_index_are_refused() {
    let (head, files) = parted(&Index::open(small()).expect("an index"));
    let check = |shard: Shard, bytes: &[u8], expected: &str| {
        let other = with_shard(head.index().bytes(), shard, bytes);
        let index = Index::open(other).expect("a head");
        let error = index.insert(shard, bytes.to_vec()).expect_err(expected);
        assert!(error.to_string().contains(expected), "{error}");
        assert!(index.absent().contains(&shard));
    };
    let of = |shard| bytes_of(head.index(), &files, shard);
    let text = of(Shard::Texts(0));
    let ones = vec![0xFF; text.len()];
    check(Shard::Texts(0), &ones, "a form that is not there");
    let zeros = vec![0; text.len()];
    check(Shard::Texts(0), &zeros, "other words");
    let postings = of(Shard::Postings(0));
    let longer = [&postings[..], &[1]].concat();
    check(Shard::Postings(0), &longer, "more bytes");
    check(
        Shard::Postings(0),
        &postings[..3],
        "larger than what follows",
    );
    let far = vec![0x7F; postings.len()];
    check(Shard::Postings(0), &far, "do not rise");
    let same = vec![0; postings.len()];
    check(Shard::Postings(0), &same, "do not rise");
}

/// A head whose table has the length and the checksum of other bytes in the place of a shard.
fn with_shard(head: &[u8], shard: Shard, bytes: &[u8]) -> Vec<u8> {
    use super::super::bytes::checksum;
    use super::super::sections::{Section, Sections};
    let sections = Sections::read(head).expect("a head");
    let mut table = ShardTable::read(&head[sections.range(Section::Text)]).expect("a table");
    let entry = match shard {
        Shard::Postings(at) => &mut table.postings[at as usize],
        Shard::Texts(at) => &mut table.texts[at as usize],
    };
    entry.length = bytes.len() as u32;
    entry.checksum = checksum(bytes);
    let table = table.write();
    let contents = Section::ALL.map(|section| match section {
        Section::Text => &table[..],
        section => &head[sections.range(section)],
    });
    super::super::sections::assemble(contents, true).expect("a head")
}

#[test]
fn every_byte_of_a_head_matters() {
    let (head, files) = parted(&Index::open(small()).expect("an index"));
    let good = head.index().bytes();
    for at in 0..good.len() {
        for change in [1, 0x80, 0xFF] {
            let mut bytes = good.to_vec();
            bytes[at] ^= change;
            assert!(Index::open(bytes.clone()).is_err(), "byte {at}");
            mend(&mut bytes);
            let Ok(searcher) = Searcher::open_untrusted(bytes) else {
                continue;
            };
            let index = searcher.index();
            for bytes in files.values() {
                for shard in index.absent() {
                    let _ = index.insert(shard, bytes.clone());
                }
            }
            shown(&searcher, "economie* paix \"la paix\" etat~1");
            let _ = index.join_shards();
            for passage in 0..index.passages() {
                index.text_of(passage);
                index.mentions_of(passage);
            }
        }
    }
}

proptest! {
    #[test]
    fn any_texts_come_back_from_shards(
        texts in proptest::collection::vec("\\PC{0,30}|[ a-zé'’L.,-]{0,300}", 1..40),
        words in "[a-zé]{1,3}( [a-zé]{1,3})?",
    ) {
        let runs: Vec<[(RunKind, &str); 2]> = texts
            .iter()
            .map(|text| [(TEXT, text.as_str()), (SAID, text.as_str())])
            .collect();
        let passages: Vec<&[(RunKind, &str)]> = runs.iter().map(|runs| &runs[..]).collect();
        let plain = whole(written(&corpus(&passages)).expect("an index"));
        let (head, files) = parted(plain.index());
        let (found, _) = settle(head.index(), &files, || shown(&head, &words));
        prop_assert_eq!(found, shown(&plain, &words));
        for passage in 0..head.index().passages() {
            let (text, _) = settle(head.index(), &files, || head.index().text_of(passage));
            prop_assert_eq!(text, plain.index().text_of(passage));
        }
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
    assert!(index.lacks_postings());
    for shard in missing {
        assert!(!index.has_shard(shard));
        index
            .insert(shard, bytes_of(index, &files, shard))
            .expect("a shard");
        assert!(index.has_shard(shard));
    }
    assert!(!index.lacks_postings());
    assert_eq!(index.missing(), []);
}

/// A theme that is searched for when the head is opened would miss what is in shards.
#[test]
fn an_index_without_the_passages_of_its_themes_is_not_parted() {
    let index = Index::open(written(&corpus(&[&[(TEXT, "La paix.")]])).expect("an index"));
    let error = index.expect("an index").to_shards().expect_err("no themes");
    assert!(error.to_string().contains("record_themes"), "{error}");
}

proptest! {
    /// Bytes that have the checksum and the length that the head says may be any.
    #[test]
    fn any_bytes_of_a_shard_are_refused_or_read(
        bytes in proptest::collection::vec(any::<u8>(), 1..80),
        kept in 0usize..80,
        is_text in any::<bool>(),
    ) {
        let (head, files) = parted(whole(small()).index());
        let shard = if is_text { Shard::Texts(0) } else { Shard::Postings(0) };
        let good = bytes_of(head.index(), &files, shard);
        // The first bytes are right, so that the others are reached.
        let kept = kept.min(good.len());
        let mut bytes = [&good[..kept], &bytes].concat();
        bytes.truncate(good.len());
        if let Ok(searcher) = Searcher::open_untrusted(with_shard(head.index().bytes(), shard, &bytes)) {
            let index = searcher.index();
            if index.insert(shard, bytes).is_ok() {
                for absent in index.absent() {
                    let _ = index.insert(absent, bytes_of(head.index(), &files, absent));
                }
                read_all(index);
                shown(&searcher, "economie* paix \"la paix\" etat~1");
            }
        }
    }
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
