//! The tools, each a component that takes the [`ToolContext`](crate::context::ToolContext).

pub mod cite;
pub mod export;
pub mod notebook;
mod report_view;
pub mod statistics;
pub mod texts;
