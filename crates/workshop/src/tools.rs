//! The tools, each a component that takes the [`Bench`](crate::page::Bench).

pub mod cite;
pub mod texts;
