//! Sound maps are accepted; damaged ones are refused, or they keep every promise.

mod hostile;

use std::collections::BTreeSet;

use fst::automaton::{AlwaysMatch, Levenshtein, Str, Subsequence};
use fst::{Automaton, IntoStreamer, MapBuilder, Streamer};
use proptest::collection::vec as vec_of;
use proptest::prelude::*;

use super::*;

/// A small map with every form of node, an index among them.
fn small() -> (Vec<u8>, u32) {
    let stems = words(" etat etats etre paix pays paysage préface € ₭ ﷲ 𝄞");
    let indexed = ('!'..='H').map(|letter| format!("w{letter}"));
    build(stems.into_iter().chain(indexed))
}

/// The words between spaces; a space at the start makes the first one empty.
fn words(words: &str) -> Vec<String> {
    words.split(' ').map(String::from).collect()
}

fn build(terms: impl IntoIterator<Item = impl Into<Vec<u8>>>) -> (Vec<u8>, u32) {
    let terms: BTreeSet<Vec<u8>> = terms.into_iter().map(Into::into).collect();
    let mut builder = MapBuilder::memory();
    for (rank, term) in (0..).zip(&terms) {
        builder.insert(term, rank).expect("terms are sorted");
    }
    let bytes = builder.into_inner().expect("memory is never full");
    (bytes, terms.len() as u32)
}

fn check_accepted(terms: impl IntoIterator<Item = String>) {
    let terms: BTreeSet<String> = terms.into_iter().collect();
    let (bytes, count) = build(terms.iter().cloned());
    let map = open(bytes, count).expect("the map is sound");
    let ranks: Vec<(String, u64)> = terms.into_iter().zip(0..).collect();
    assert_eq!(map.stream().into_str_vec().expect("terms are UTF-8"), ranks);
    check_promises(&map);
}

fn check_refused(bytes: &[u8], terms: u32, message: &str) {
    let error = open(bytes, terms).map(|_| "a map").expect_err(message);
    assert_eq!(
        error.to_string(),
        format!("term dictionary, byte {message}")
    );
}

/// Either the bytes are refused or the map keeps its promises. Returns whether it was accepted.
fn check_refused_or_harmless(bytes: &[u8], terms: u32) -> bool {
    let opened = open(bytes, terms);
    if let Ok(map) = &opened {
        assert_eq!(map.len(), terms as usize);
        check_promises(map);
    }
    opened.is_ok()
}

/// Checks that keys are short ascending UTF-8, that values are their ranks, and that every way to
/// look them up agrees. A panic of the map is a failed test as well.
fn check_promises<D: AsRef<[u8]>>(map: &fst::Map<D>) {
    let keys: Vec<Vec<u8>> = map.stream().into_byte_keys();
    assert_eq!(
        map.stream().into_values(),
        (0..map.len() as u64).collect::<Vec<_>>()
    );
    assert!(keys.is_sorted_by(|key, next| key < next), "keys ascend");
    for key in &keys {
        assert!(std::str::from_utf8(key).is_ok(), "keys are UTF-8");
        assert!(key.len() <= usize::from(LONGEST_TERM), "keys are short");
    }
    check_look_ups(map, &keys);
    check_search(map, &keys, Str::new("pa").starts_with());
    check_search(map, &keys, Subsequence::new("es").complement());
    check_search(map, &keys, AlwaysMatch);
    FUZZY.with(|fuzzy| check_search(map, &keys, fuzzy));
}

thread_local! {
    static FUZZY: Levenshtein = Levenshtein::new("état", 2).expect("a short word");
}

fn check_look_ups<D: AsRef<[u8]>>(map: &fst::Map<D>, keys: &[Vec<u8>]) {
    let at = |rank: usize| keys.get(rank).map(|key| (key.as_slice(), rank as u64));
    for (rank, key) in keys.iter().enumerate().take(300) {
        assert_eq!(map.get(key), Some(rank as u64));
        assert_eq!(map.as_fst().get_key(rank as u64).as_ref(), Some(key));
        assert_eq!(map.range().ge(key).into_stream().next(), at(rank));
        assert_eq!(map.range().gt(key).into_stream().next(), at(rank + 1));
    }
    assert_eq!(map.as_fst().get_key(keys.len() as u64), None);
    for key in (0..=255).flat_map(|byte| [vec![byte], vec![b'w', byte]]) {
        let rank = keys.partition_point(|other| *other < key);
        assert_eq!(map.contains_key(&key), keys.get(rank) == Some(&key));
        assert_eq!(map.range().ge(&key).into_stream().next(), at(rank));
    }
}

fn check_search<D: AsRef<[u8]>, A: Automaton>(map: &fst::Map<D>, keys: &[Vec<u8>], automaton: A) {
    let matches = |key: &[u8]| {
        let accept = |state, byte: &u8| automaton.accept(&state, *byte);
        automaton.is_match(&key.iter().fold(automaton.start(), accept))
    };
    let expected: Vec<&Vec<u8>> = keys.iter().filter(|key| matches(key)).collect();
    let mut found = Vec::new();
    let mut stream = map.search(&automaton).into_stream();
    while let Some((_, rank)) = stream.next() {
        found.push(&keys[rank as usize]);
    }
    assert_eq!(found, expected);
}

#[test]
fn maps_of_the_builder_are_accepted() {
    check_accepted([]);
    check_accepted(words(""));
    check_accepted(words("a"));
    check_accepted(words(" a"));
    check_accepted(words("% { \0 \u{7F}"));
    check_accepted(words("chanter chanteur danser danseur penser penseur"));
    check_accepted(words(
        "aujourd'hui cyberespace cyberespaces etat naif noel souverainete",
    ));
    check_accepted(words("cafe café naïf œuvre Ωmega мир 和平 网络空间 𝄞"));
    check_accepted(["a".repeat(255), "é".repeat(127)]);
    check_accepted((0..20_000_u32).map(|i| format!("{:x}{}", i.wrapping_mul(0x9E37_79B1), i % 77)));
    check_accepted((0..20_000_u32).map(|i| i.to_string()));
}

#[test]
fn every_byte_of_utf8_is_accepted_in_every_place() {
    let many = ('\u{800}'..='\u{10FFFF}').step_by(0x3F);
    let characters: Vec<char> = ('\0'..='\u{7FF}').chain(many).collect();
    check_accepted(characters.iter().map(|c| c.to_string()));
    check_accepted(characters.iter().map(|c| format!("x{c}{c}x")));
    check_accepted(('\0'..='\u{7F}').map(|c| format!("{c}{c}")));
}

#[test]
fn bytes_may_be_borrowed_or_owned() {
    let (bytes, terms) = small();
    let borrowed = open(bytes.as_slice(), terms).expect("the map is sound");
    assert_eq!(borrowed.get("paix"), Some(4));
    let owned = open(bytes, terms).expect("the map is sound");
    assert_eq!(owned.get("paix"), Some(4));
}

#[test]
fn every_change_of_a_byte_is_refused_or_harmless() {
    let (bytes, terms) = small();
    let checksum = bytes.len() - 4;
    let mut accepted = 0;
    for at in 0..bytes.len() {
        let mut changed = bytes.clone();
        for byte in (0..=255).filter(|&byte| byte != bytes[at]) {
            changed[at] = byte;
            if at >= checksum {
                assert!(
                    open(changed.as_slice(), terms).is_ok(),
                    "nothing else has changed"
                );
            } else {
                accepted += usize::from(check_refused_or_harmless(&changed, terms));
            }
        }
    }
    assert!(
        accepted > 100,
        "an input may change within its order, but {accepted} changes passed"
    );
}

#[test]
fn every_truncation_and_extension_is_refused() {
    let (bytes, terms) = small();
    for length in 0..bytes.len() {
        assert!(
            open(&bytes[..length], terms).is_err(),
            "the first {length} bytes"
        );
        assert!(
            open(&bytes[bytes.len() - length..], terms).is_err(),
            "the last {length} bytes"
        );
    }
    for byte in 0..=255 {
        assert!(
            open([&bytes, &[byte][..]].concat(), terms).is_err(),
            "one more byte, {byte}"
        );
    }
}

/// A node of small numbers, often a sound one, or any few bytes.
fn node() -> impl Strategy<Value = Vec<u8>> {
    let input = || prop::sample::select(b"ab\xC3\xA9".to_vec());
    let number = || prop_oneof![3 => Just(0), 2 => Just(1), 1 => 2..9_u8];
    let two = (number(), number(), number(), number(), any::<bool>());
    prop_oneof![
        2 => input().prop_map(|input| vec![input, 192]),
        2 => (number(), input()).prop_map(|(delta, input)| vec![delta, 0x10, input, 128]),
        1 => (number(), input()).prop_map(|(delta, input)| vec![delta, input, 0x10, 65]),
        3 => two.prop_map(|(last, first, far, near, is_final)| {
            let outputs = if is_final { vec![0, last, first] } else { vec![last, first] };
            [&outputs[..], &[far, near, b'b', b'a', 0x11, if is_final { 66 } else { 2 }]].concat()
        }),
        1 => vec_of(any::<u8>(), 0..4),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn any_bytes_are_refused_or_harmless(bytes in vec_of(any::<u8>(), 0..200), terms in 0..10_u32) {
        check_refused_or_harmless(&bytes, terms);
    }

    #[test]
    fn any_nodes_are_refused_or_harmless(nodes in vec_of(node(), 0..4), terms in 0..5_u32) {
        check_refused_or_harmless(&hostile::frame(&nodes.concat(), terms), terms);
    }

    #[test]
    fn several_changes_are_refused_or_harmless(
        changes in vec_of((any::<prop::sample::Index>(), any::<u8>()), 1..6),
    ) {
        let (mut bytes, terms) = small();
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        check_refused_or_harmless(&bytes, terms);
    }
}

proptest! {
    #[test]
    fn any_terms_are_accepted(terms in vec_of("[a-cé€𝄞]{0,6}|\\PC{0,8}", 0..60)) {
        check_accepted(terms);
    }
}
