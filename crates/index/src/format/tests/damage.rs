//! Damaged and hostile bytes are refused, or read without a panic.

use super::super::sections::{Section, Sections};
use super::*;

#[test]
fn mentions_that_are_no_words_of_a_run_are_refused() {
    let check = |time: &[u8], expected: Option<&str>| {
        let mut bytes = small();
        let entry = 8 + 6 * 20;
        let start = u32::from_le_bytes(bytes[entry + 4..entry + 8].try_into().expect("four bytes"));
        bytes.truncate(start as usize);
        bytes.extend(time);
        let length = time.len() as u32;
        // No themes follow.
        let table = [
            (entry + 8, length),
            (entry + 24, start + length),
            (entry + 28, 0),
        ];
        for (at, number) in table {
            bytes[at..at + 4].copy_from_slice(&number.to_le_bytes());
        }
        mend(&mut bytes);
        let message = Index::open_untrusted(bytes)
            .err()
            .map(|error| error.to_string());
        match (message, expected) {
            (Some(message), Some(expected)) => {
                assert!(
                    message.contains("TIME") && message.contains(expected),
                    "{message}"
                )
            }
            (message, expected) => assert_eq!(message.as_deref(), expected, "{time:?}"),
        }
    };
    check(&[0], None);
    check(b"\x01\x00\x03\x042015", None);
    check(b"\x01\x03\x01\x042015", Some("no stretch of words"));
    check(b"\x01\x00\x04\x042015", Some("no stretch of words"));
    check(b"\x01\x00\x00\x042015", Some("no stretch of words"));
    check(b"\x01\x7F\x01\x042015", Some("no stretch of words"));
    check(
        b"\x01\xFF\xFF\xFF\xFF\x0F\x01\x042015",
        Some("no stretch of words"),
    );
    check(b"\x01\x00\x01\x042o15", Some("not EDTF"));
    check(b"\x01\x00\x01\x002015", Some("not EDTF"));
    check(b"\x02\x00\x01\x042015", Some(""));
    check(b"\x00\x00", Some("more bytes"));
}

#[test]
fn damaged_bytes_are_refused_with_the_section() {
    let good = small();
    let check = |bytes: &[u8], expected: &str| {
        for opened in [
            Index::open(bytes.to_vec()),
            Index::open_untrusted(bytes.to_vec()),
        ] {
            let error = opened.map(|_| ()).expect_err(expected);
            assert!(error.to_string().contains(expected), "{error}");
        }
    };
    check(b"", "expected a Frise index");
    check(b"<html>", "expected a Frise index");
    let mut other = good.clone();
    other[6] = 9;
    check(&other, "version 9");
    check(&good[..good.len() - 1], "THEM");
    check(&[good.clone(), vec![0]].concat(), "THEM");
    let start = |section: usize| {
        let at = 8 + section * 20 + 4;
        u32::from_le_bytes([good[at], good[at + 1], good[at + 2], good[at + 3]]) as usize
    };
    for section in Section::ALL {
        let mut changed = good.clone();
        changed[start(section as usize)] ^= 1;
        check(&changed, section.tag());
    }
}

/// The index with another content in one of its sections.
fn with_section(good: &[u8], changed: Section, content: &[u8]) -> Vec<u8> {
    let mut bytes = good[..8 + 8 * 20].to_vec();
    let sections = Sections::read(good).expect("a table");
    for section in Section::ALL {
        let of = if section == changed {
            content
        } else {
            &good[sections.range(section)]
        };
        let entry = 8 + section as usize * 20;
        let place = [bytes.len() as u32, of.len() as u32].map(u32::to_le_bytes);
        bytes[entry + 4..entry + 12].copy_from_slice(&place.concat());
        bytes.extend(of);
    }
    mend(&mut bytes);
    bytes
}

#[test]
fn a_section_is_read_to_its_end_and_not_beyond() {
    let good = small();
    let sections = Sections::read(&good).expect("a table");
    for section in Section::ALL {
        let content = &good[sections.range(section)];
        assert_eq!(with_section(&good, section, content), good);
        let longer = [content, &[0]].concat();
        let shorter = &content[..content.len() - 1];
        for content in [&longer, shorter] {
            let opened = Index::open_untrusted(with_section(&good, section, content));
            let Some(OpenError::Damaged(refused, _)) = opened.err() else {
                panic!("section {section:?} of {} bytes is taken", content.len());
            };
            // How long the texts are stands in the section before them.
            let expected = match section {
                Section::Text => "RUNS",
                section => section.tag(),
            };
            assert_eq!(refused, expected, "of {} bytes", content.len());
        }
    }
}

#[test]
fn every_byte_matters() {
    let good = small();
    for at in 0..good.len() {
        for change in [1, 0x80, 0xFF] {
            let mut bytes = good.clone();
            bytes[at] ^= change;
            for opened in [
                Index::open(bytes.clone()),
                Index::open_untrusted(bytes.clone()),
            ] {
                assert!(
                    opened.is_err(),
                    "byte {at} changed by {change:#x} was not seen"
                );
            }
            mend(&mut bytes);
            if let Ok(searcher) = crate::search::Searcher::open_untrusted(bytes) {
                let query = crate::query::parse("economie* paix \"la paix\" etat~1");
                searcher.search(&query, &Default::default(), Default::default());
                for passage in 0..searcher.index().passages() {
                    searcher.index().text_of(passage);
                    searcher.index().mentions_of(passage);
                }
            }
        }
    }
}

proptest! {
    #[test]
    fn any_bytes_are_refused_or_read(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        prop_assert!(Index::open(bytes.clone()).is_err());
        prop_assert!(Index::open_untrusted(bytes.clone()).is_err());
        let mut framed = small();
        let length = framed.len();
        for (at, byte) in bytes.iter().enumerate() {
            // Spread over the sections, beyond the table.
            let at = 168 + (at * 7919 + usize::from(*byte)) % (length - 168);
            if at.is_multiple_of(3) {
                framed[at] = *byte;
            }
        }
        mend(&mut framed);
        let _ = crate::search::Searcher::open_untrusted(framed);
    }
}
