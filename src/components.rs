//! Components: from index and state to HTML.
//!
//! Components keep no state but measures of the screen, the place of the keyboard, what is unfolded, and what is still being
//! written. They never call the browser but through [`crate::web`], and never set text as HTML but for the pictures of
//! [`crate::chart::Drawing`].

mod app;
mod broken;
mod concordance;
mod contents;
pub mod controls;
mod deferred;
mod facets;
mod footer;
pub mod hue;
pub mod lesson;
mod passage;
mod problem_line;
mod reader;
mod results;
mod score;
pub mod search;
mod select;
mod series;
mod shards;
pub mod share;
mod statements;
mod summary;
mod table;
pub mod timeline;
mod tours;
mod view;
pub mod wall;
mod width;
mod zero_results;

pub use app::{App, AppProps, QueryCache};
pub use broken::{Broken, BrokenProps};
pub use deferred::{Load, SecondFile, load_deferred_by};
pub use view::{Page, Shared, View, ViewProps};
