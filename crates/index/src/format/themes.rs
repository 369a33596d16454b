//! The section THEM: the passages that the query of each theme finds.
//!
//! ```text
//! for each theme of META:  count × { after }
//!
//! after   the number of passages between the previous one, or the start, and this one
//! ```
//!
//! The section is redundant, but searching for all themes would take most of the time of opening an index.
//! [`write`](super::write()) leaves it empty, since it does not search; [`Index::record_themes`](super::Index::record_themes) fills it.

use super::bytes::{Damage, Decoder};

/// Reads the section: the passages of each theme in rising order, or `None` if the section is empty.
pub(super) fn read(
    bytes: &[u8],
    themes: usize,
    passages: usize,
) -> Result<Option<Vec<Vec<u32>>>, Damage> {
    if bytes.is_empty() {
        return Ok(None);
    }
    let mut decoder = Decoder::new(bytes);
    let mut found = Vec::new();
    for _ in 0..themes {
        let mut passages_of_theme = Vec::new();
        let mut next = 0u32;
        decoder.each(|decoder| {
            let passage = next.saturating_add(decoder.number());
            if passage as usize >= passages {
                return decoder.refuse("a theme has a passage that is not there");
            }
            passages_of_theme.push(passage);
            next = passage + 1;
        });
        found.push(passages_of_theme);
    }
    decoder.end()?;
    Ok(Some(found))
}

/// Writes the section from the passages of each theme in rising order.
pub(super) fn write(found: &[Vec<u32>]) -> Vec<u8> {
    use super::bytes::Encode;
    let mut out = Vec::new();
    for passages_of_theme in found {
        out.number(passages_of_theme.len());
        let mut next = 0;
        for passage in passages_of_theme {
            out.number((passage - next) as usize);
            next = passage + 1;
        }
    }
    out
}
