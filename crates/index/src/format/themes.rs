//! The section THEM: which passages the query of each theme finds.
//!
//! ```text
//! for each theme of META:  count × { after }
//!
//! after   how many passages lie between the one before, or the start, and this one
//! ```
//!
//! They follow from all other sections, and looking them up is most of what it would take to open an index.
//! [`write`](super::write) leaves the section empty, since it does not search; [`compile`](frise_corpus::compile) fills it.

use super::bytes::{Broken, Reader};

/// The passages of each theme in rising order; `None` where the section is empty.
pub(super) fn read(
    bytes: &[u8],
    themes: usize,
    passages: usize,
) -> Result<Option<Vec<Vec<u32>>>, Broken> {
    if bytes.is_empty() {
        return Ok(None);
    }
    let mut reader = Reader::new(bytes);
    let mut found = Vec::new();
    for _ in 0..themes {
        let mut of_theme = Vec::new();
        let mut next = 0u32;
        reader.each(|reader| {
            let passage = next.saturating_add(reader.number());
            if passage as usize >= passages {
                return reader.refuse("a theme has a passage that is not there");
            }
            of_theme.push(passage);
            next = passage + 1;
        });
        found.push(of_theme);
    }
    reader.end()?;
    Ok(Some(found))
}

/// Writes the section: the passages of each theme in rising order.
pub(super) fn write(found: &[Vec<u32>]) -> Vec<u8> {
    use super::bytes::Append;
    let mut out = Vec::new();
    for of_theme in found {
        out.number(of_theme.len());
        let mut next = 0;
        for passage in of_theme {
            out.number((passage - next) as usize);
            next = passage + 1;
        }
    }
    out
}
