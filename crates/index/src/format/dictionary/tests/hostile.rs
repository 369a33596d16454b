//! Bytes made by hand, each with one fault and the message that names it.

use super::*;

/// A dictionary around these nodes, the last one its root.
pub(super) fn frame(nodes: &[u8], terms: u32) -> Vec<u8> {
    let root = if nodes.is_empty() {
        EMPTY_FINAL
    } else {
        HEADER + nodes.len() - 1
    };
    let mut bytes = [VERSION.to_le_bytes(), [0; 8]].concat();
    bytes.extend(nodes);
    bytes.extend(u64::from(terms).to_le_bytes());
    bytes.extend((root as u64).to_le_bytes());
    bytes.extend([0; 4]);
    bytes
}

#[test]
fn frames() {
    let (bytes, terms) = small();
    let with = |at: usize, byte: u8| [&bytes[..at], &[byte], &bytes[at + 1..]].concat();
    let root = bytes.len() - 12;
    let found = u64::from(bytes[root + 1]) << 8;
    let address = format!("{root}: expected root address {}, found {found}", root - 9);
    check_refused(&[], 0, "0: expected 36 to 33554432 bytes in all, found 0");
    check_refused(
        &bytes[..35],
        0,
        "0: expected 36 to 33554432 bytes in all, found 35",
    );
    let large = vec![0; LARGEST_DICTIONARY + 1];
    check_refused(
        &large,
        0,
        "0: expected 36 to 33554432 bytes in all, found 33554433",
    );
    check_refused(&with(0, 2), terms, "0: expected version 3, found 2");
    check_refused(&with(8, 1), terms, "8: expected type 0, found 1");
    check_refused(&with(root, 0), terms, &address);
}

#[test]
fn numbers_of_terms() {
    let (bytes, terms) = build(["paix", "pays"]);
    let footer = bytes.len() - FOOTER;
    for other in [terms - 1, terms + 1] {
        let message = format!("{footer}: expected number of terms {other}, found 2");
        check_refused(&bytes, other, &message);
    }
    let mut many = bytes.clone();
    many[footer + 4] = 1;
    let message = format!("{footer}: expected number of terms 2, found 4294967298");
    check_refused(&many, terms, &message);
    // Footer and caller agree, the nodes do not.
    let nodes = &bytes[HEADER..footer];
    let root = footer - 1;
    check_refused(
        &frame(nodes, 3),
        3,
        &format!("{root}: expected 3 terms, found 2"),
    );
    check_refused(
        &frame(nodes, 1),
        1,
        "29: expected at most 1 terms, found more",
    );
    check_refused(
        &frame(nodes, 0),
        0,
        "18: expected at most 0 terms, found more",
    );
}

/// The first byte of the nodes is byte 16.
#[test]
fn nodes() {
    let check = |nodes: &[u8], terms: u32, message: &str| {
        check_refused(&frame(nodes, terms), terms, message);
    };
    // Without a fault: `a` in each of the three forms, then `a` and `b`.
    for nodes in [
        &[0, 0x10, b'a', 128][..],
        &[0, b'a', 0x10, 1],
        &[0, 0x10, b'a', 128, b'b', 192],
    ] {
        assert!(check_refused_or_harmless(&frame(nodes, 1), 1), "{nodes:?}");
    }
    assert!(check_refused_or_harmless(
        &frame(&[1, 0, 0, 0, b'b', b'a', 0x11, 2], 2),
        2
    ));
    // Widths of 0 or 9 bytes.
    let widths = "19: expected deltas of 1 to 8 bytes and outputs of 0 to 8, found deltas of";
    check(
        &[0, b'a', 0x00, 1],
        1,
        &format!("{widths} 0 and outputs of 0"),
    );
    check(
        &[0, 0x00, b'a', 128],
        1,
        &format!("{widths} 0 and outputs of 0"),
    );
    check(
        &[0, 0x90, b'a', 128],
        1,
        &format!("{widths} 9 and outputs of 0"),
    );
    check(
        &[0, 0x19, b'a', 128],
        1,
        &format!("{widths} 1 and outputs of 9"),
    );
    // Fields that would begin in the header.
    let outside = "expected a node that begins at byte 16 or after, found one that begins before";
    check(&[0, 0x20, b'a', 128], 1, &format!("19: {outside}"));
    check(&[0, 0x11, b'a', 128], 1, &format!("19: {outside}"));
    check(&[0, 64], 1, &format!("17: {outside}"));
    check(&[0x10, 63], 1, &format!("17: {outside}"));
    // The 256 transitions that a 1 stands for.
    check(&[0, b'a', 0x10, 1, 0], 1, &format!("20: {outside}"));
    // Transitions to the header, to the previous node where there is none, and by a delta.
    let outside = "bytes before the node, found";
    check(
        &[b'a', 192],
        1,
        &format!("17: expected targets at most 0 {outside} 1"),
    );
    check(
        &[0, 0x10, b'a', 128, 5, 0x10, b'a', 128],
        1,
        &format!("23: expected targets at most 4 {outside} 5"),
    );
    check(
        &[255, 255, 255, 255, 255, 255, 255, 255, 0x80, b'a', 128],
        1,
        &format!("26: expected targets at most 0 {outside} 18446744073709551615"),
    );
    // A transition into the middle of a node, and one to a node without terms.
    let nowhere = "expected transitions to nodes with terms, found one to byte";
    check(
        &[
            0, 0x10, b'a', 128, b'b', 192, 1, 0, 2, 1, b'b', b'a', 0x11, 2,
        ],
        2,
        &format!("29: {nowhere} 20"),
    );
    check(&[0, 0, 0, b'a', 192], 1, &format!("20: {nowhere} 18"));
    // Nothing leads to the first node.
    let reached = "19: expected a node that a term leads to, found one without";
    check(&[0, 0x10, b'a', 128, 0, 0x10, b'b', 128], 1, reached);
    // Inputs out of order, and twice the same.
    let order = "23: expected inputs in ascending order, found another order";
    check(&[1, 0, 0, 0, b'a', b'b', 0x11, 2], 2, order);
    check(&[1, 0, 0, 0, b'a', b'a', 0x11, 2], 2, order);
}

#[test]
fn ranks() {
    let check = |nodes: &[u8], terms: u32, at: usize, expected: u64, found: u64| {
        let message =
            format!("{at}: expected output {expected}, as many terms come before, found {found}");
        check_refused(&frame(nodes, terms), terms, &message);
    };
    // They begin at 1, leave a hole, are all the same, overflow.
    check(&[1, 0, 0x11, b'a', 128], 1, 20, 0, 1);
    check(&[2, 0, 0, 0, b'b', b'a', 0x11, 2], 2, 23, 1, 2);
    check(&[0, 0, b'b', b'a', 0x10, 2], 2, 21, 1, 0);
    check(
        &[255, 255, 255, 255, 255, 255, 255, 255, 0, 0x18, b'a', 128],
        1,
        27,
        0,
        u64::MAX,
    );
    // The empty term comes second.
    let last = "21: expected final output 0, as no term comes before one that ends here, found 1";
    check_refused(&frame(&[1, 0, 0, b'a', 0x11, 65], 2), 2, last);
}

#[test]
fn indexes() {
    let (bytes, terms) = build(('!'..='H').map(String::from));
    let root = bytes.len() - FOOTER - 1;
    let index = root - 1 - 256;
    assert_eq!(
        bytes[index + 32..index + 35],
        [255, 0, 1],
        "the index is where it is drawn"
    );
    let message =
        format!("{root}: expected an index that agrees with the inputs, found another index");
    for at in index..index + 256 {
        let mut changed = bytes.clone();
        changed[at] = changed[at].wrapping_add(1);
        check_refused(&changed, terms, &message);
    }
}

/// Some thousand bytes that hold 2^60 terms, each with its right rank, and claim to hold fewer.
#[test]
fn more_terms_than_can_be_counted() {
    let level = |height: u32| {
        let outputs = [(1_u64 << height).to_le_bytes(), [0; 8]].concat();
        // To the end of the level below; from the first level, to the end of the term.
        let delta = u8::from(height > 0);
        [&outputs[..], &[delta, delta, b'b', b'a', 0x18, 2]].concat()
    };
    let nodes: Vec<u8> = (0..60).flat_map(level).collect();
    let message = "719: expected at most 4000000000 terms, found more";
    check_refused(&frame(&nodes, 4_000_000_000), 4_000_000_000, message);
    assert!(
        check_refused_or_harmless(&frame(&nodes[..22 * 5], 32), 32),
        "five levels hold 32"
    );
}

#[test]
fn long_terms() {
    let message = "expected terms of at most 255 bytes, found a longer one";
    let (bytes, terms) = build([format!("b{}", "a".repeat(255)), "a".into()]);
    check_refused(&bytes, terms, &format!("18: {message}"));
    // A short term and a long one that end in the same nodes.
    let (bytes, terms) = build(["acbx".into(), format!("{}dbx", "b".repeat(253))]);
    check_refused(&bytes, terms, &format!("18: {message}"));
}

#[test]
fn terms_that_are_not_text() {
    let not_text: &[&[u8]] = &[
        b"\x80",
        b"\xC0\x80",
        b"\xC1\xBF",
        b"\xC3",
        b"\xC3\xA9\xA9",
        b"\xC3a",
        b"\xE0\x9F\xBF",
        b"\xED\xA0\x80",
        b"\xE2\x82",
        b"\xF0\x8F\xBF\xBF",
        b"\xF4\x90\x80\x80",
        b"\xF5\x80\x80\x80",
        b"\xFF",
    ];
    for key in not_text {
        for prefix in ["", "é"] {
            let (bytes, terms) = build([&[prefix.as_bytes(), key].concat()[..], b"paix"]);
            assert!(open(bytes, terms).is_err(), "{key:x?}");
        }
    }
    let cannot_stand = "expected terms in UTF-8, found a byte that cannot stand there";
    let (bytes, terms) = build((0..=255).map(|byte| [byte]));
    check_refused(&bytes, terms, &format!("1042: {cannot_stand}"));
    let (bytes, terms) = build([&b"a\xC3"[..], b"a\xC3\xA9"]);
    let within = "21: expected terms in UTF-8, found one that ends within a character";
    check_refused(&bytes, terms, within);
}

/// The same node follows several first bytes, and what may stand there depends on each of them.
#[test]
fn characters_that_share_their_last_bytes() {
    check_accepted(words("\u{905} \u{1905} \u{2905}"));
    let (bytes, terms) = build([b"\xE0\x84\x85", b"\xE1\x84\x85"]);
    let message = "21: expected terms in UTF-8, found a byte that cannot stand there";
    check_refused(&bytes, terms, message);
}
