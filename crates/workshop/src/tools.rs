//! The tools, each a component that takes the [`Bench`](crate::bench::Bench).

pub mod cite;
pub mod export;
pub mod notebook;
mod report_view;
pub mod statistics;
pub mod texts;
