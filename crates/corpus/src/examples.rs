//! Picking queries that show what can be asked of a corpus, from its index alone.

mod common;
mod pick;

pub use pick::pick;
