//! Looking closer at a stretch of time, and less close again.

use super::super::Page;
use crate::state::Timelines;
use frise_engine::date::Day;
use frise_engine::timeline::{Axis, Unit};

/// How to look at time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Zoom {
    /// At the dates that are held, or at the middle half of what is shown.
    Closer,
    /// At twice as much as is shown.
    Farther,
    /// At all of it.
    Whole,
}

/// The timelines after a zoom; `None` where it would change nothing.
pub fn zoomed(view: &Page, zoom: Zoom) -> Option<Timelines> {
    let whole = Axis::of(&view.searcher)?;
    let timelines = &view.state.timelines;
    let shown = match timelines.window {
        Some((first, last)) if first <= whole.last && last >= whole.first => Axis {
            first: first.max(whole.first),
            last: last.min(whole.last),
        },
        _ => whole,
    };
    let filters = &view.state.filters;
    let window = match zoom {
        Zoom::Whole => whole,
        Zoom::Closer => {
            let held = Axis {
                first: filters
                    .from
                    .unwrap_or(shown.first)
                    .clamp(shown.first, shown.last),
                last: filters
                    .to
                    .unwrap_or(shown.last)
                    .clamp(shown.first, shown.last),
            };
            let quarter = shown.days() / 4;
            let half = Axis {
                first: Day(shown.first.0 + quarter as i32),
                last: Day(shown.last.0 - quarter as i32),
            };
            rounded(if held.first <= held.last && held != shown {
                held
            } else {
                half
            })
        }
        Zoom::Farther => {
            let half = (shown.days() / 2).max(1) as i32;
            rounded(Axis {
                first: Day(shown.first.0.saturating_sub(half)),
                last: Day(shown.last.0.saturating_add(half)),
            })
        }
    };
    let window = Axis {
        first: window.first.max(whole.first),
        last: window.last.min(whole.last),
    };
    (window != shown).then(|| Timelines {
        window: (window != whole).then_some((window.first, window.last)),
        ..timelines.clone()
    })
}

/// The timelines after a key that zooms; `None` if it is no such key, or would change nothing.
pub fn by_key(view: &Page, key: &str) -> Option<Timelines> {
    let zoom = match key {
        "+" | "=" => Zoom::Closer,
        "-" => Zoom::Farther,
        "0" => Zoom::Whole,
        _ => return None,
    };
    zoomed(view, zoom)
}

/// Whole months or years, so that an axis begins and ends where a reader would cut.
fn rounded(axis: Axis) -> Axis {
    let unit = match axis.days() {
        ..=62 => return axis,
        63..=730 => Unit::Month,
        _ => Unit::Year,
    };
    Axis {
        first: unit.start(axis.first),
        last: unit.end(axis.last),
    }
}
