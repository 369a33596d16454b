//! The tools, each a component that takes the [`Bench`](crate::bench::Bench).

pub mod cite;
mod report_view;
pub mod statistics;
pub mod texts;
