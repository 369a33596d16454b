//! From bytes to text.
//!
//! A byte order mark decides; otherwise a text that is UTF-8 is UTF-8, whatever it says of itself; otherwise what the head
//! of an XML or HTML file says; otherwise Windows-1252, in which every byte means something, with a notice.

use crate::reason::Reason;
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// How many bytes at the head of a file are searched for the name of its encoding.
const HEAD: usize = 1024;

/// Returns the text of some bytes, and a notice where they are not UTF-8.
pub fn decode(bytes: Vec<u8>) -> (String, Option<Reason>) {
    if let Some((encoding, length)) = Encoding::for_bom(&bytes) {
        let text = encoding.decode_without_bom_handling(&bytes[length..]).0;
        let notice = (encoding != UTF_8).then(|| notice(encoding, true));
        return (text.into_owned(), notice);
    }
    if let Some(encoding) = wide(&bytes) {
        let text = encoding.decode_without_bom_handling(&bytes).0;
        return (text.into_owned(), Some(notice(encoding, false)));
    }
    match String::from_utf8(bytes) {
        Ok(text) => (text, None),
        Err(error) => {
            let bytes = error.into_bytes();
            let stated = stated(&bytes).filter(|encoding| *encoding != UTF_8);
            let encoding = stated.unwrap_or(WINDOWS_1252);
            let text = encoding.decode_without_bom_handling(&bytes).0.into_owned();
            (text, Some(notice(encoding, stated.is_some())))
        }
    }
}

fn notice(encoding: &'static Encoding, stated: bool) -> Reason {
    Reason::Encoding {
        name: encoding.name().to_ascii_lowercase(),
        stated,
    }
}

/// UTF-16 without a byte order mark: every second byte of a Latin text is zero.
fn wide(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = &bytes[..bytes.len().min(HEAD) & !1];
    let zeros = |odd: usize| {
        let bytes = head.iter().skip(odd).step_by(2);
        bytes.filter(|byte| **byte == 0).count()
    };
    let (even, odd) = (zeros(0), zeros(1));
    let most = head.len() / 2;
    match () {
        _ if most < 2 || bytes.len() % 2 == 1 => None,
        _ if odd * 10 >= most * 8 && even * 10 <= most => Some(UTF_16LE),
        _ if even * 10 >= most * 8 && odd * 10 <= most => Some(UTF_16BE),
        _ => None,
    }
}

/// Returns the encoding that the head of an XML or HTML file names.
fn stated(bytes: &[u8]) -> Option<&'static Encoding> {
    let head: String = bytes
        .iter()
        .take(HEAD)
        .map(|byte| char::from(byte & 0x7F))
        .collect();
    let head = head.to_ascii_lowercase();
    if !head.trim_start().starts_with('<') {
        return None;
    }
    let name = ["encoding=", "charset="].iter().find_map(|key| {
        let after = head.split(key).nth(1)?.trim_start_matches(['"', '\'', ' ']);
        let end = after.find(|c: char| !c.is_ascii_alphanumeric() && !"-_:.".contains(c));
        after.get(..end?)
    })?;
    Encoding::for_label(name.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_become_text_in_their_encoding() {
        let check = |bytes: &[u8], expected: &str, encoding: Option<(&str, bool)>| {
            let (text, notice) = decode(bytes.to_vec());
            assert_eq!(text, expected);
            let expected = encoding.map(|(name, stated)| Reason::Encoding {
                name: name.into(),
                stated,
            });
            assert_eq!(notice, expected, "{text}");
        };
        check("été".as_bytes(), "été", None);
        check("\u{FEFF}été".as_bytes(), "été", None);
        check(
            b"\xE9t\xE9 \x9Cuvre",
            "été œuvre",
            Some(("windows-1252", false)),
        );
        check(b"\xFF\xFE\xE9\x00t\x00", "ét", Some(("utf-16le", true)));
        check(b"\xFE\xFF\x00\xE9\x00t", "ét", Some(("utf-16be", true)));
        check(b"t\x00o\x00i\x00 \x00", "toi ", Some(("utf-16le", false)));
        check(
            b"<?xml version='1.0' encoding='iso-8859-15'?><a>\xA4</a>",
            "<?xml version='1.0' encoding='iso-8859-15'?><a>€</a>",
            Some(("iso-8859-15", true)),
        );
        check(b"", "", None);
    }
}
