//! The index of a corpus of dated, attributed texts, and the search in it.
//!
//! The crate does no I/O: its functions map values to values. It does not panic, whatever the query, on an index that
//! [`Index::open_untrusted`] accepts or that Frise compiled.
//!
//! Modules depend on earlier ones only: [`model`] (the values of a corpus), `format` (the bytes of an [`Index`], read and
//! written), [`query`] (the query language), [`search`], and last [`timeline`], [`concordance`] and [`examples`].
//!
//! An index is usually made by the crate `frise-corpus` from the files of a corpus. `examples/search_lines.rs` makes one from
//! JSON lines and searches it; see also [`Searcher::search`](search::Searcher::search).

pub mod concordance;
pub mod examples;
mod format;
pub mod model;
pub mod query;
pub mod search;
pub mod timeline;

pub use format::{
    About, FindMentions, Index, IndexedDocument, IndexedMention, IndexedRun, JoinError,
    LONGEST_TERM, Located, OpenError, Part, PartError, Piece, Shard, ShardError, ShardFile,
    Sharded, VERSION, WriteError, is_shard_file, join_parts, write, write_part, write_with,
};
