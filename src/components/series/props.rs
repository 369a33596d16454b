//! Props of the components of words over time.

use super::position::Position;
use crate::components::View;
use frise_index::timeline::{Bins, Scale};
use yew::prelude::*;

/// Props of [`Series`](super::Series).
#[derive(Clone, PartialEq, Properties)]
pub struct SeriesProps {
    /// The page.
    pub view: View,
    /// Where days stand.
    pub scale: Scale,
    /// The length of the axis in CSS pixels.
    pub width: f64,
    /// How large the reader's letters are, where 1 is the usual size.
    pub letters: f64,
    /// The bins in which queries are counted.
    pub bins: Bins,
}

/// Props of [`Comparison`](super::Comparison).
#[derive(Clone, PartialEq, Properties)]
pub struct ComparisonProps {
    /// Those of the whole.
    pub series: SeriesProps,
    /// Where the keyboard is.
    pub position: UseStateHandle<Position>,
}
