//! The kit of which charts are made: ticks of an axis, paths and drawings of SVG, and tables with their CSV.
//!
//! Timelines and series stand on this kit; it knows neither of them.

mod drawing;
mod path;
mod sheet;
mod table;
mod ticks;

pub use drawing::Drawing;
pub use path::{Path, px};
pub use sheet::{HUES, Sheet};
pub use table::{Cell, Table, sort};
pub use ticks::{LETTER, Tick, length, tick_unit, ticks};
