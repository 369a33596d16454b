//! The room that a line of the concordance has on either side of its hit. The style sheet lays lines out; this follows it.

use super::fit;
use frise_index::concordance::Context;

/// Up to this width in em, the place of a line stands above it.
const NARROW: f64 = 44.0;
/// Up to this width in em, a hit begins the second of two lines: its context before it has the first, beside the place.
const TWO_LINES: f64 = 30.0;
/// The share of the width that the places of lines have beside them.
const PLACE_SHARE: f64 = 0.26;
/// The largest share of the width that hits have, and places on the first of two lines.
const HIT_SHARE: f64 = 0.64;
const FIRST_PLACE_SHARE: f64 = 0.42;
/// The space around a hit that has a column, and the padding of one that begins a line.
const AROUND: f64 = 14.0;
const BESIDE: f64 = 4.0;
/// The space around a place: its border with padding before it, and what parts it from the context.
const AROUND_PLACE: f64 = 22.0;
/// How much wider a text may be than its letters together.
const SLACK: f64 = 1.02;

/// The layout of the lines for a width.
pub struct Layout<'a> {
    /// The width of all columns in CSS pixels.
    pub width: f64,
    /// The width of the column of the hits.
    pub pivot: f64,
    /// The size of the letters.
    pub size: f64,
    /// Whether contexts are cut, and do not take as many lines as they need.
    pub is_cut: bool,
    /// The widths of letters of the text.
    pub letter: &'a dyn Fn(char) -> f64,
    /// The widths of letters of places.
    pub place_letter: &'a dyn Fn(char) -> f64,
}

/// Returns the width of the column of these hits.
pub fn pivot<'h>(
    width: f64,
    hits: impl Iterator<Item = &'h str>,
    letter: &dyn Fn(char) -> f64,
) -> f64 {
    let longest = hits.map(|hit| fit::width(hit, letter)).fold(0.0, f64::max);
    (longest * SLACK + AROUND).min(width * HIT_SHARE)
}

impl Layout<'_> {
    /// Returns where a context is cut before its hit and after it, in a line with this place.
    pub fn cut(&self, context: &Context, place: &str) -> (usize, usize) {
        if !self.is_cut {
            return (0, context.right.len());
        }
        let (left, right) = self.room(&context.hit, place);
        (
            fit::last_words(&context.left, context.is_cut_left, left, self.letter),
            fit::first_words(&context.right, context.is_cut_right, right, self.letter),
        )
    }

    /// Returns the room on either side of a hit.
    fn room(&self, hit: &str, place: &str) -> (f64, f64) {
        if self.width > TWO_LINES * self.size {
            let beside = match self.width > NARROW * self.size {
                true => self.width * PLACE_SHARE,
                false => 0.0,
            };
            let side = (self.width - beside - self.pivot) / 2.0 / SLACK;
            return (side, side);
        }
        let place = fit::width(place, self.place_letter) * SLACK + AROUND_PLACE;
        let hit = fit::width(hit, self.letter) * SLACK + BESIDE;
        let place = place.min(self.width * FIRST_PLACE_SHARE);
        let hit = hit.min(self.width * HIT_SHARE);
        ((self.width - place) / SLACK, (self.width - hit) / SLACK)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn layout(width: f64, size: f64, check: impl FnOnce(&Layout)) {
        let letter = move |_| size / 2.0;
        check(&Layout {
            width,
            pivot: pivot(width, ["paix", "la paix"].into_iter(), &letter),
            size,
            is_cut: true,
            letter: &letter,
            place_letter: &letter,
        });
    }

    #[test]
    fn columns_and_places_take_the_whole_width() {
        for (width, places) in [(900.0, PLACE_SHARE), (600.0, 0.0)] {
            layout(width, 15.0, |layout| {
                assert!((layout.pivot - (7.0 * 7.5 * SLACK + AROUND)).abs() < 0.01);
                let (left, right) = layout.room("paix", "Livre blanc § 12");
                let whole = width * places + layout.pivot + (left + right) * SLACK;
                assert!((whole - width).abs() < 0.01, "{left} {right}");
            });
        }
    }

    #[test]
    fn two_lines_are_filled_beside_the_place_and_the_hit() {
        layout(328.0, 15.0, |layout| {
            let (left, right) = layout.room("paix", "Ode");
            assert!(left > 270.0 && right > 285.0, "{left} {right}");
            assert!(layout.room("paix", "Livre blanc").0 < left);
            assert!(layout.room("paix du monde", "Ode").1 < right);
            // Neither takes the whole line.
            let long = "communauté de destin pour l’humanité et pour tous";
            let (left, right) = layout.room(long, long);
            assert!(left > 328.0 * 0.55 && right > 328.0 * 0.34);
        });
    }

    #[test]
    fn larger_letters_have_two_lines_on_a_wider_screen() {
        let has_columns = |width, size| {
            let mut sides = (0.0, 1.0);
            layout(width, size, |layout| sides = layout.room("paix", "Ode"));
            sides.0 == sides.1
        };
        assert!(has_columns(500.0, 15.0));
        assert!(!has_columns(500.0, 22.5));
    }

    #[test]
    fn a_context_that_wraps_is_whole() {
        layout(328.0, 15.0, |layout| {
            let context = Context {
                left: "de construire ensemble une communauté de destin pour la ".to_string(),
                hit: "paix".to_string(),
                right: " du monde".to_string(),
                is_cut_left: true,
                is_cut_right: false,
            };
            assert!(layout.cut(&context, "Ode").0 > 0);
            assert_eq!(layout.cut(&context, "Ode").1, context.right.len());
            let layout = Layout {
                is_cut: false,
                ..*layout
            };
            assert_eq!(layout.cut(&context, "Ode"), (0, context.right.len()));
        });
    }
}
