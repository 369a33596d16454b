//! Zooming and moving by gestures: wheel, pinch, drag and double click.

use super::{around, shows};
use crate::components::Page;
use crate::components::timeline::scene::Scene;
use crate::state::Timelines;
use crate::web::Gesture;
use frise_date::Day;
use frise_index::timeline::Axis;

/// How much less is shown after a double click beside the texts.
const LEAP: f64 = 1.0 / 3.0;
/// The fewest days that gestures zoom in on.
const FEWEST_DAYS: f64 = 14.0;

/// Returns the timelines after a gesture over a scene; `None` if it would change nothing.
pub fn by_gesture(view: &Page, scene: &Scene, gesture: Gesture) -> Option<Timelines> {
    let (whole, scale) = (Axis::of(&view.searcher)?, scene.axis_scale()?);
    let shown = scale.axis();
    let window = match gesture {
        Gesture::Scaled { at, factor } => scaled(whole, shown, scale.day_at(at), factor),
        Gesture::Aimed(at) => {
            let text = text_at(view, scene, at).filter(|text| text.days() < shown.days());
            text.unwrap_or_else(|| scaled(whole, shown, scale.day_at(at), LEAP))
        }
        Gesture::Moved(share) => moved(whole, shown, share),
    };
    shows(view, whole, shown, window)
}

/// Returns the days of the text whose block stands at a place, with some room; `None` if there is none.
fn text_at(view: &Page, scene: &Scene, at: f64) -> Option<Axis> {
    let x = at * scene.width;
    let mut slots = scene.slots.iter();
    let slot = slots.find(|slot| (slot.left..=slot.left + slot.width).contains(&x))?;
    let document = slot.document?;
    let documents = view.searcher.index().documents();
    let (first, last) = around(&documents[document..=document], |_| true)?;
    Some(Axis { first, last })
}

/// Returns the part of the whole that is shown after a change of scale around a day, which keeps its place.
fn scaled(whole: Axis, shown: Axis, day: Day, factor: f64) -> Axis {
    let reach = |from: Day, to: Day| (f64::from(to.0) - f64::from(from.0)) * factor;
    let (before, after) = (reach(shown.first, day), reach(day, shown.last));
    if factor < 1.0 && before + after < FEWEST_DAYS {
        return shown;
    }
    Axis {
        first: Day(day.0.saturating_sub(before as i32)).max(whole.first),
        last: Day(day.0.saturating_add(after.ceil() as i32)).min(whole.last),
    }
}

/// Returns the part of the whole that is shown after moving along by a share of what is shown.
fn moved(whole: Axis, shown: Axis, share: f64) -> Axis {
    let wanted = (share * shown.days() as f64).round() as i64;
    let (least, most) = (
        i64::from(whole.first.0) - i64::from(shown.first.0),
        i64::from(whole.last.0) - i64::from(shown.last.0),
    );
    let days = wanted.clamp(least.min(0), most.max(0)) as i32;
    Axis {
        first: Day(shown.first.0 + days),
        last: Day(shown.last.0 + days),
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::axis;
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn gestures_keep_the_day_under_the_pointer() {
        let whole = axis("2010-01-01", "2021-12-31");
        let of_2016 = axis("2016-01-01", "2016-12-31");
        let day = Day::parse("2016-07-01").expect("a day");
        let closer = scaled(whole, of_2016, day, 0.5);
        assert_eq!(closer, axis("2016-04-01", "2016-10-01"));
        assert_eq!(
            scaled(whole, closer, day, 4.0),
            axis("2015-07-03", "2017-07-04")
        );
        assert_eq!(scaled(whole, of_2016, day, 100.0), whole);
        assert_eq!(moved(whole, of_2016, 1.0), axis("2017-01-01", "2018-01-01"));
        assert_eq!(
            moved(whole, of_2016, -50.0),
            axis("2010-01-01", "2011-01-01")
        );
        assert_eq!(moved(whole, whole, 0.5), whole);
    }

    proptest! {
        #[test]
        fn gestures_stay_within_the_whole(
            at in 0..4000i32,
            length in 14..4000i32,
            day in 0.0..1.0f64,
            factor in 0.3..3.0f64,
            share in -2.0..2.0f64,
        ) {
            let whole = Axis { first: Day(0), last: Day(5000) };
            let shown = Axis { first: Day(at), last: Day((at + length).min(5000)) };
            for found in [scaled(whole, shown, shown.day_at(day), factor), moved(whole, shown, share)] {
                prop_assert!(whole.first <= found.first && found.first <= found.last && found.last <= whole.last);
            }
        }
    }
}
