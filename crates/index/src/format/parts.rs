//! Parts of an index: made of some documents each by itself, and joined to the index of all.
//!
//! ```text
//! "FRPART"  version: u16  checksum: u64      of all that follows
//! note       a string of whoever made the part, for whoever joins it
//! META       as in an index (metadata.rs), after its length; the language of a document may be empty
//! stretch    the documents whose language is told
//! 3 × stretch    all others: as if they were in French, in English, and in another language
//!
//! stretch:   count × { token  language: u8 }   0 a separator, or 1 French 2 English 3 another
//!            each document × { RUNS  stream  count × { after  words  date } }
//!
//! RUNS       as in an index (layout.rs), after its length, with the speakers of the part
//! stream     the number of each token in the list, encoded as a rank (ranks.rs), after its length
//! after      the number of positions of the document between the previous mention and this one (mentions.rs)
//! ```
//!
//! Documents are sorted by [`Metadata::order`](crate::model::Metadata::order) and then by id, and tokens by where they first
//! occur. The join brings the documents of all parts into this order before it numbers anything, so that the bytes of the
//! index do not depend on who was in which part. A language that only all texts together tell, as that of texts without
//! function words, is not known to a part: it has the tokens of such texts for each of the three ways to part them.

mod error;
mod join;
mod read;

#[cfg(test)]
pub(super) mod tests;

pub use error::{JoinError, PartError};
pub use join::join_parts;
pub use read::Part;

use super::bytes::{Encode, checksum};
use super::writer::{FindMentions, Stretch, TokenTable};
use super::{VERSION, WriteError, mentions, metadata, ranks};
use crate::model::{Corpus, Document};
use frise_text::Language;

const MAGIC: [u8; 6] = *b"FRPART";

/// The languages that an untold one may be.
const LANGUAGES: [Language; 3] = [Language::French, Language::English, Language::Other];

/// Writes a part of an index from some documents of a corpus.
///
/// The language of a document may be the empty string, where only all texts together tell it. `note` is kept for whoever joins
/// the part ([`Part::note`]).
///
/// # Errors
/// Returns an error if the part exceeds a limit of the format.
pub fn write_part(
    mut corpus: Corpus,
    note: &str,
    find_mentions: FindMentions,
) -> Result<Vec<u8>, WriteError> {
    let documents = &mut corpus.documents;
    documents.sort_by(|a, b| a.metadata.key().cmp(&b.metadata.key()));
    let mut content = Vec::new();
    content.string(note);
    blob(&metadata::write(&corpus), &mut content);
    let is_told = |document: &&Document| !document.metadata.language.is_empty();
    let (told, untold): (Vec<&Document>, Vec<&Document>) =
        corpus.documents.iter().partition(is_told);
    let told = told.into_iter().map(|document| {
        let language = Language::from_tag(&document.metadata.language);
        (document, language)
    });
    write_stretch(told, find_mentions, &mut content)?;
    for language in LANGUAGES {
        let untold = untold.iter().map(|document| (*document, language));
        write_stretch(untold, find_mentions, &mut content)?;
    }
    let mut out = Vec::with_capacity(content.len() + 16);
    out.extend(MAGIC);
    out.extend(VERSION.to_le_bytes());
    out.extend(checksum(&content).to_le_bytes());
    out.append(&mut content);
    Ok(out)
}

fn write_stretch<'d>(
    documents: impl Iterator<Item = (&'d Document, Language)>,
    find_mentions: FindMentions,
    out: &mut Vec<u8>,
) -> Result<(), WriteError> {
    let mut table = TokenTable::default();
    let mut texts = Vec::new();
    for (document, language) in documents {
        let mut text = Stretch::default();
        text.add(document, language, &mut table, find_mentions);
        blob(&text.runs, &mut texts);
        blob(&text.stream, &mut texts);
        texts.append(&mut mentions::write(&text.mentioned));
    }
    let tokens = table.tokens();
    if tokens.len() > ranks::LIMIT {
        return Err(WriteError::TooManyForms(tokens.len()));
    }
    out.number(tokens.len());
    for (text, language) in tokens {
        let place = LANGUAGES.iter().position(|known| Some(*known) == language);
        out.string(text);
        out.push(place.map_or(0, |place| place as u8 + 1));
    }
    out.append(&mut texts);
    Ok(())
}

/// Appends bytes after their length.
fn blob(bytes: &[u8], out: &mut Vec<u8>) {
    out.number(bytes.len());
    out.extend_from_slice(bytes);
}
