//! What the engine promises of the bytes of an index in shards, and of parts.

use super::{HEADER, checksum, framed_with, read, small_files, small_index};
use frise_corpus::{parse, write_part};
use frise_index::model::Corpus;
use frise_index::search::Searcher;
use frise_index::{Part, VERSION, join_parts};
use std::sync::LazyLock;

/// Bytes in the place of the head of a small index, and of its shards, are refused, or can be read and searched.
pub fn shards(bytes: &[u8]) {
    for (head, shards) in [
        (framed_with(bytes, *b"SHRD"), SMALL.shards.clone()),
        with_shards(bytes),
    ] {
        let Ok(searcher) = Searcher::open_untrusted(head) else {
            continue;
        };
        let index = searcher.index();
        // As far as nothing is there.
        read(&searcher);
        index.missing();
        for shard in index.absent() {
            let taken = shards
                .iter()
                .any(|bytes| index.insert(shard, bytes.clone()).is_ok());
            assert_eq!(taken, index.has_shard(shard), "what is taken is there");
        }
        read(&searcher);
        assert!(index.missing().iter().all(|shard| !index.has_shard(*shard)));
        if let Some(Ok(joined)) = index.join_shards()
            && let Ok(joined) = Searcher::open_untrusted(joined)
        {
            read(&joined);
        }
    }
}

/// Bytes are refused as a part, or joined to an index that can be read, with a part beside them or without.
pub fn parts(bytes: &[u8]) {
    for bytes in [bytes.to_vec(), framed_part(bytes)] {
        let Ok(part) = Part::read("a.part", &bytes) else {
            continue;
        };
        let about = Corpus {
            documents: Vec::new(),
            ..part.corpus.clone()
        };
        let small = Part::read("b.part", &PART).expect("a part");
        let joined = |parts: &[Part<'_>]| {
            let joined = join_parts(about.clone(), "fr", parts).ok()?;
            Searcher::open_untrusted(joined.clone())
                .ok()
                .map(|searcher| (searcher, joined))
        };
        let one = [part];
        if let Some((searcher, _)) = joined(&one) {
            read(&searcher);
        }
        let [part] = one;
        let mut both = [part, small];
        let there = joined(&both);
        if let Some((searcher, _)) = &there {
            read(searcher);
        }
        both.reverse();
        let back = joined(&both);
        // Kinds and speakers are those of the first that names them, whatever the order of the parts.
        assert!(there.map(|(_, bytes)| bytes) == back.map(|(_, bytes)| bytes));
    }
}

/// A head and its shards.
struct Small {
    head: Vec<u8>,
    shards: Vec<Vec<u8>>,
    /// How many terms or passages each shard has.
    members: [usize; 3],
}

static SMALL: LazyLock<Small> = LazyLock::new(|| {
    let searcher = Searcher::open(small_index()).expect("the small index opens");
    let index = searcher.index();
    let sharded = index.to_shards().expect("it is parted");
    let shards = sharded.shards.into_iter().map(|(_, bytes)| bytes);
    let shards: Vec<Vec<u8>> = shards.collect();
    assert_eq!(
        shards.len(),
        3,
        "one of terms, one of postings, one of texts"
    );
    Small {
        head: sharded.head,
        shards,
        members: [index.terms(), index.terms(), index.passages() as usize],
    }
});

/// The small head with other shards, which are the bytes: as many for terms and for texts as these have, and the rest for the
/// postings.
fn with_shards(bytes: &[u8]) -> (Vec<u8>, Vec<Vec<u8>>) {
    let length = |shard: usize| SMALL.shards[shard].len() - SUM;
    let (terms, rest) = bytes.split_at(length(0).min(bytes.len()));
    let (texts, postings) = rest.split_at(length(2).min(rest.len()));
    let mut table = vec![0; 8];
    for (members, content) in SMALL.members.iter().zip([terms, postings, texts]) {
        for count in [1, *members, SUM + content.len()] {
            number(count, &mut table);
        }
    }
    let contents = [(b'd', terms), (b'p', postings), (b't', texts)];
    let files = contents.map(|(kind, content)| file(kind, content));
    (with_table(&SMALL.head, &table), files.to_vec())
}

/// The length of the checksum of a shard.
const SUM: usize = 8;

/// The file of the first shard of a kind, of an index whose version is 0.
fn file(kind: u8, content: &[u8]) -> Vec<u8> {
    let sum = checksum(&[&[0; 8], &[kind][..], &[0; 4], content].concat());
    [&sum.to_le_bytes(), content].concat()
}

/// A head with another table of shards.
fn with_table(head: &[u8], table: &[u8]) -> Vec<u8> {
    let entry = |section: usize| 8 + section * 20;
    let place = |at: usize| u32::from_le_bytes(super::array(&head[at..])) as usize;
    let mut changed = head[..HEADER].to_vec();
    for section in 0..8 {
        let start = place(entry(section) + 4);
        let content = match section {
            5 => table,
            _ => &head[start..start + place(entry(section) + 8)],
        };
        let length = (content.len() as u32).to_le_bytes();
        changed[entry(section) + 8..entry(section) + 12].copy_from_slice(&length);
        changed.extend_from_slice(content);
    }
    framed_with(&changed, *b"SHRD")
}

/// Appends a varint.
fn number(mut number: usize, out: &mut Vec<u8>) {
    while number >= 0x80 {
        out.push(number as u8 | 0x80);
        number >>= 7;
    }
    out.push(number as u8);
}

/// The part of a small corpus.
pub fn small_part() -> Vec<u8> {
    let parsed = parse(&small_files()).unwrap_or_else(|problems| panic!("{problems:#?}"));
    let mut corpus = parsed.corpus;
    corpus.documents[0].metadata.language.clear();
    write_part(corpus, "a note").expect("a small part")
}

static PART: LazyLock<Vec<u8>> = LazyLock::new(small_part);

/// The bytes with the beginning and the checksum of a part. A part stays as it is.
pub fn framed_part(bytes: &[u8]) -> Vec<u8> {
    let content = bytes.get(16..).unwrap_or_default();
    let sum = checksum(content).to_le_bytes();
    [b"FRPART", &VERSION.to_le_bytes()[..], &sum, content].concat()
}
