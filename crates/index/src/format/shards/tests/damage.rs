//! Damaged heads and shards, and hostile ones with right checksums, are refused, or read without a panic.

use super::super::super::bytes::Encode;
use super::super::super::layout::Layout;
use super::super::super::sections::{Section, Sections, assemble};
use super::super::super::tests::{mend, read_all, small};
use super::super::table::{SUM, file};
use super::twin::told;
use super::*;

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
    for shard in [Shard::Terms(9), Shard::Postings(9), Shard::Texts(9)] {
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
    let check = |shard: Shard, content: &[u8], expected: &str| {
        let (other, file) = with_shard(head.index().bytes(), shard, content);
        let index = Index::open(other).expect("a head");
        let error = index.insert(shard, file).expect_err(expected);
        assert!(error.to_string().contains(expected), "{error}");
        assert!(index.absent().contains(&shard));
    };
    let of = |shard| bytes_of(head.index(), &files, shard).split_off(SUM);
    let text = of(Shard::Texts(0));
    let ones = [&[0, 1], &[0xFF; 3][..]].concat();
    check(Shard::Texts(0), &ones, "a form that is not there");
    let separator = [&[1, 0, 1, b'.'], &text[1..]].concat();
    check(Shard::Texts(0), &separator, "not a word");
    let zeros = vec![0; text.len()];
    check(Shard::Texts(0), &zeros, "other words");
    check(Shard::Texts(0), &text[..text.len() - 1], "more tokens");
    check(Shard::Texts(0), &[&text[..], &[0]].concat(), "more bytes");
    let postings = of(Shard::Postings(0));
    let longer = [&postings[..], &[1]].concat();
    check(Shard::Postings(0), &longer, "more bytes");
    check(
        Shard::Postings(0),
        &postings[..3],
        "larger than what follows",
    );
    let mut far = vec![0x7F; postings.len()];
    far[0] = 4;
    check(Shard::Postings(0), &far, "do not rise");
    let mut same = vec![0; postings.len()];
    same[0] = 4;
    check(Shard::Postings(0), &same, "do not rise");
    let terms = of(Shard::Terms(0));
    let longer = [&terms[..], &[0]].concat();
    check(Shard::Terms(0), &longer, "more bytes");
    let mut other = terms.clone();
    other[2] = b'!';
    check(Shard::Terms(0), &other, "other terms than the head says");
    check(
        Shard::Terms(0),
        &terms[..8],
        "other terms than the head says",
    );
}

/// A head whose table has the length of another content in the place of a shard, and the file of that shard.
fn with_shard(head: &[u8], shard: Shard, content: &[u8]) -> (Vec<u8>, Vec<u8>) {
    let sections = Sections::read(head).expect("a head");
    let mut table = ShardTable::read(&head[sections.range(Section::Text)]).expect("a table");
    let entry = match shard {
        Shard::Terms(at) => &mut table.terms[at as usize],
        Shard::Postings(at) => &mut table.postings[at as usize],
        Shard::Texts(at) => &mut table.texts[at as usize],
    };
    entry.length = (SUM + content.len()) as u32;
    let (_, file) = file(table.version, shard, content);
    (with_content(head, Section::Text, &table.write()), file)
}

/// A head with another content of a section.
fn with_content(head: &[u8], changed: Section, content: &[u8]) -> Vec<u8> {
    let sections = Sections::read(head).expect("a head");
    let contents = Section::ALL.map(|section| match section == changed {
        true => content,
        false => &head[sections.range(section)],
    });
    assemble(contents, true).expect("a head")
}

/// RUNS of a head: a document of one passage, which is one run.
fn one_run(words: usize) -> Vec<u8> {
    let mut runs = vec![1];
    runs.number(words);
    runs.extend([1, 1, 3, 0]);
    runs
}

#[test]
fn counts_that_lie_are_refused_or_take_no_memory() {
    let one = written(&corpus(&[&[(TEXT, "La paix.")]])).expect("an index");
    let (head, _) = parted(whole(one).index());
    let check = |words, expected: &str| {
        let changed = with_content(head.index().bytes(), Section::Runs, &one_run(words));
        let error = Index::open_untrusted(changed).err().expect(expected);
        assert!(error.to_string().contains(expected), "{error}");
    };
    check(3, "more or fewer words than the forms occur");
    check(1, "more or fewer words than the forms occur");
    check(1 << 31, "more or fewer words than the forms occur");
    check((1 << 31) + 1, "too many words");
    // Whoever writes the runs writes the frequencies too.
    let words = (1 << 31) - 1;
    let documents = head.index().documents().iter();
    let documents = documents
        .map(|document| document.metadata.clone())
        .collect();
    let runs = one_run(words);
    let layout = Layout::read_head(&runs, documents, 1, vec![words as u32]).expect("a layout");
    assert!(layout.passage_of_block.len() <= 512);
    assert_eq!(layout.passage_at(words as u32 - 1), 0);
    assert_eq!(layout.passage_at(words as u32 + 1), 1);
}

#[test]
fn shards_of_another_index_are_refused() {
    let [(one, files), (_, others)] =
        [1500, 1501].map(|passages| parted(whole(many(passages)).index()));
    let index = one.index();
    let refuse = |shard, bytes: &[u8]| {
        let error = index.insert(shard, bytes.to_vec()).expect_err("another");
        assert!(matches!(error, ShardError::Other { .. }), "{error}");
    };
    let mut swapped = 0;
    for shard in index.absent() {
        let ShardFile { name, length } = index.shard_file(shard).expect("a file");
        let (kind, _) = name.rsplit_once('-').expect("a version");
        let other = others
            .iter()
            .find(|(name, _)| name.starts_with(&format!("{kind}-")));
        let (other, bytes) = other.expect("a shard of the same kind and number");
        assert_ne!(*other, name);
        refuse(shard, bytes);
        // Nor is another shard of the same index taken, even one of the same length.
        for (_, bytes) in files.iter().filter(|(other, _)| **other != name) {
            refuse(shard, bytes);
            swapped += usize::from(bytes.len() == length as usize);
        }
    }
    assert!(swapped > 10, "{swapped}");
    assert_eq!(index.absent().len(), files.len());
}

#[test]
fn every_byte_of_a_head_matters() {
    let (head, files) = parted(&Index::open(small()).expect("an index"));
    let good = head.index().bytes();
    for at in 0..good.len() {
        assert!(Index::open(good[..at].to_vec()).is_err(), "{at} bytes");
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
    /// Bytes that have the checksum and the length that the head says may be any.
    #[test]
    fn any_bytes_of_a_shard_are_refused_or_read(
        bytes in proptest::collection::vec(any::<u8>(), 1..80),
        kept in 0usize..80,
        shard in proptest::sample::select(vec![
            Shard::Terms(0),
            Shard::Postings(0),
            Shard::Texts(0),
        ]),
    ) {
        let (head, files) = parted(whole(small()).index());
        let good = bytes_of(head.index(), &files, shard).split_off(SUM);
        // The first bytes are right, so that the others are reached.
        let kept = kept.min(good.len());
        let mut bytes = [&good[..kept], &bytes].concat();
        bytes.truncate(good.len());
        let (changed, file) = with_shard(head.index().bytes(), shard, &bytes);
        if let Ok(searcher) = Searcher::open_untrusted(changed) {
            let index = searcher.index();
            if index.insert(shard, file).is_ok() {
                for absent in index.absent() {
                    let _ = index.insert(absent, bytes_of(head.index(), &files, absent));
                }
                read_all(index);
                told(&searcher, "economie* paix \"la paix\" \"paix etats\"~4 etat~1", &Filters::default());
            }
        }
    }
}
