//! The index and its sections, raw and in brotli 11, against the text's own brotli 11.

use anyhow::{Context, Result, ensure};
use frise_index::Index;
use std::ops::Range;

/// Returns the texts of all passages, without headings, joined by newlines.
pub fn text(index: &Index) -> String {
    let texts: Vec<String> = (0..index.passages())
        .map(|passage| index.text_of(passage))
        .collect();
    texts.join("\n")
}

/// Returns the table of weights.
///
/// # Errors
/// The bytes are no index.
pub fn weigh(index: &[u8], text: &str) -> Result<String> {
    let text_packed = packed(text.as_bytes())?;
    let line = |name: &str, raw: usize, packed: usize| {
        let ratio = packed as f64 / text_packed.max(1) as f64;
        format!("{name:<16}{raw:>12}{packed:>12}{ratio:>10.3}\n")
    };
    let mut table = format!(
        "{:<16}{:>12}{:>12}{:>10}\n",
        "bytes", "raw", "brotli 11", "of text"
    );
    table += &line("text", text.len(), text_packed);
    table += &line("index", index.len(), packed(index)?);
    for (tag, range) in sections(index)? {
        table += &line(&format!("  {tag}"), range.len(), packed(&index[range])?);
    }
    Ok(table)
}

/// Returns the length of some bytes in brotli 11.
pub fn packed(bytes: &[u8]) -> Result<usize> {
    let parameters = brotli::enc::BrotliEncoderParams {
        quality: 11,
        size_hint: bytes.len(),
        ..Default::default()
    };
    let mut packed = Vec::new();
    brotli::BrotliCompress(&mut &bytes[..], &mut packed, &parameters)?;
    Ok(packed.len())
}

/// Returns the table of sections as `frise_index` draws it: after the magic and the version, entries of 20 bytes up to
/// where the first section begins.
fn sections(index: &[u8]) -> Result<Vec<(String, Range<usize>)>> {
    const HEAD: usize = 8;
    const ENTRY: usize = 20;
    let number = |at: usize| -> Result<usize> {
        let bytes = index.get(at..at + 4).context("the index is cut short")?;
        Ok(u32::from_le_bytes(bytes.try_into()?) as usize)
    };
    let first = number(HEAD + 4)?;
    ensure!(
        first >= HEAD && (first - HEAD).is_multiple_of(ENTRY),
        "the index has another table of sections"
    );
    let mut sections = Vec::new();
    for at in (HEAD..first).step_by(ENTRY) {
        let tag = index.get(at..at + 4).context("the index is cut short")?;
        let range = number(at + 4)?..number(at + 4)? + number(at + 8)?;
        ensure!(
            range.end <= index.len(),
            "a section of the index ends past its end"
        );
        sections.push((String::from_utf8_lossy(tag).into_owned(), range));
    }
    Ok(sections)
}

#[cfg(test)]
mod tests {
    use super::*;
    use frise_corpus::SourceFile;
    use frise_corpus::compile;

    #[test]
    fn an_index_is_the_sum_of_its_sections() {
        let line = r#"{"id": "a", "date": "2016", "text": "Un mot.\n\nDeux mots."}"#;
        let file = SourceFile {
            path: "a.jsonl".to_string(),
            bytes: line.as_bytes().to_vec(),
        };
        let bytes = compile(&[file]).expect("an index").into_bytes();
        let sections = sections(&bytes).expect("sections");
        assert_eq!(sections.first().map(|(tag, _)| tag.as_str()), Some("META"));
        for pair in sections.windows(2) {
            assert_eq!(pair[0].1.end, pair[1].1.start);
        }
        assert_eq!(
            sections.last().map(|(_, range)| range.end),
            Some(bytes.len())
        );
        let index = Index::open(bytes).expect("it opens");
        assert_eq!(text(&index), "Un mot.\nDeux mots.");
    }

    #[test]
    fn bytes_that_are_no_index_have_no_sections() {
        assert!(sections(b"FRISE\0\x01\0META").is_err());
        assert!(sections(&[0xFF; 40]).is_err());
    }
}
