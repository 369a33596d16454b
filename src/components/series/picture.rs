//! Lines over time. Each query has its colour, its dashes and its marks, so that nothing is told by colour alone. Bins without
//! words leave a gap.

use super::counts::Compared;
use super::position::Position;
use super::text;
use crate::chart::{px, ticks};
use crate::components::View;
use crate::i18n;
use crate::state::MOST_WORDS;
use crate::web;
use frise_date::Day;
use frise_index::timeline::{Bins, Scale};
use std::ops::Range;
use std::rc::Rc;
use yew::prelude::*;

/// The y of the highest point: room for a line of text above.
pub(super) const TOP: f64 = 20.0;
/// The height of the lines, if all share a picture and if each has its own.
pub(super) const TOGETHER: f64 = 150.0;
const APART: f64 = 48.0;
/// The height below the line of zero: room for a mark, and for the ticks.
const BELOW: f64 = 8.0;
pub(super) const TICKS: f64 = 24.0;
/// The width of a digit of a label, which is not measured, in a wide typeface.
const WIDE_LETTER: f64 = 7.7;
/// The largest distance of a click from the point that it opens.
const REACH: f64 = 30.0;
/// Marks closer than this would hide their line. Then only some are drawn, so far apart.
const CLOSE: f64 = 9.0;
const APART_ENOUGH: f64 = 32.0;

/// The marks of the lines as paths from their middle: a disc, a square, a triangle, a diamond, a triangle on its point, a
/// cross.
pub(super) const MARKS: [&str; MOST_WORDS] = [
    "m-4 0a4 4 0 1 0 8 0a4 4 0 1 0-8 0",
    "m-3.500-3.500h7v7h-7z",
    "m0-5l4.800 8.500h-9.600z",
    "m0-5.200l5.200 5.200l-5.200 5.200l-5.200-5.200z",
    "m0 5l4.800-8.500h-9.600z",
    "m-1.500-4.800h3v3.300h3.300v3h-3.300v3.300h-3v-3.300h-3.300v-3h3.300z",
];
/// The ring around the point that the keyboard is on.
const RING: &str = "m-8 0a8 8 0 1 0 16 0a8 8 0 1 0-16 0";

/// A callback that goes to a point: the place of the query, the number of the point, and what to open.
pub type Go = Rc<dyn Fn(usize, usize, Option<(String, Day)>)>;

/// A picture of some of the queries.
pub struct Picture<'p> {
    /// The page.
    pub view: &'p View,
    /// Where days stand.
    pub scale: &'p Scale,
    /// The length of the axis in CSS pixels.
    pub width: f64,
    /// How large the reader's letters are, where 1 is the usual size.
    pub letters: f64,
    /// The bins in which queries are counted.
    pub bins: &'p Bins,
    /// The places of the points of the bins, as shares of the axis.
    pub places: &'p [f64],
    /// All queries, which share one scale.
    pub compared: &'p [Compared<'p>],
    /// The places of those that are drawn.
    pub queries: Range<usize>,
    /// The highest rate of all queries.
    pub most: f64,
    /// Where the reader is.
    pub position: &'p Position,
    /// Goes to another point.
    pub go: Go,
}

/// Props of [`Swatch`].
#[derive(Clone, PartialEq, Properties)]
pub struct SwatchProps {
    /// The place of the query.
    pub place: usize,
}

/// The line and the mark of a query, small.
#[component]
pub fn Swatch(props: &SwatchProps) -> Html {
    html! {
        <svg width="30" height="12" aria-hidden="true">
            <path class="series-line" d="M0 6h30" />
            <path class="series-marks" d={at((15.0, 6.0), MARKS[props.place])} />
        </svg>
    }
}

/// Returns a shape, moved to a place.
fn at((x, y): (f64, f64), shape: &str) -> String {
    ["M", &px(x), " ", &px(y), shape].concat()
}

/// Returns a rectangle.
fn block(x: f64, y: f64, width: f64, height: f64) -> String {
    at(
        (x, y),
        &["h", &px(width), "v", &px(height), "h", &px(-width), "z"].concat(),
    )
}

impl Picture<'_> {
    /// Returns the picture; a message if there is nothing to count.
    pub fn draw(&self) -> Html {
        let (view, width) = (self.view, self.width);
        let stops = self.stops();
        if stops.is_empty() {
            return html! {
                <p>{ view.pick("Rien à compter sous ces filtres.", "Nothing to count under these filters.") }</p>
            };
        }
        let id = format!("mots-{}", self.queries.start);
        let is_last = self.queries.end == self.compared.len();
        let base = TOP + self.rise();
        let height = base + if is_last { TICKS } else { BELOW };
        let line = format!("h{}", px(width));
        let mut lines = [at((0.0, TOP), &line), at((0.0, base), &line)].concat();
        let ticks = ticks(
            self.scale,
            width,
            WIDE_LETTER * self.letters,
            view.language(),
        );
        for tick in &ticks {
            lines.push_str(&at((tick.place, TOP), &format!("V{}", px(base + 4.0))));
        }
        let highest = i18n::decimal(self.most, 1, view.language());
        let per_words = view.pick(" pour 10\u{202f}000\u{a0}mots", " per 10,000 words");
        html! {
            <svg
                class="series-picture"
                id={id.clone()}
                width={px(width)}
                height={px(height)}
                onclick={self.click(id, &stops)}
            >
                <path class="axis-ground" d={block(0.0, 0.0, width, height)} />
                { self.bounds(base) }
                <path class="series-scale" d={lines} />
                for place in self.queries.clone() {
                    { self.line(place, &stops) }
                }
                <text x="0" y={px(TOP - 5.0)} text-anchor="start">{ highest + per_words }</text>
                <text x="0" y={px(base - 4.0)} text-anchor="start">{ "0" }</text>
                if is_last {
                    for tick in ticks {
                        <text x={px(tick.place)} y={px(base + 18.0)} text-anchor={tick.anchor}>
                            { tick.label }
                        </text>
                    }
                }
            </svg>
        }
    }

    /// Returns the ground between the bounds of dates; nothing if there are none.
    fn bounds(&self, base: f64) -> Html {
        let (scale, width) = (self.scale, self.width);
        let filters = &self.view.state.filters;
        if filters.from.or(filters.to).is_none() {
            return html! {};
        }
        let start = filters.from.map_or(0.0, |day| scale.place(day) * width);
        let end = filters
            .to
            .map_or(width, |day| scale.place_after(day) * width);
        let d = block(start, TOP, (end - start).max(2.0), base - TOP);
        html! { <path class="series-held" {d} /> }
    }

    /// Returns the bins that have words, which are the same for all queries.
    fn stops(&self) -> Vec<usize> {
        let points = self.compared.first().map_or(&[][..], |one| &one.points);
        let with_words = (0..).zip(points).filter(|(_, point)| point.words > 0);
        with_words.map(|(bin, _)| bin).collect()
    }

    fn rise(&self) -> f64 {
        if self.view.state.timelines.multiples {
            APART
        } else {
            TOGETHER
        }
    }

    /// Returns what opens a point: its query, and the first day of its bin.
    fn key(&self, place: usize, bin: usize) -> (String, Day) {
        (
            self.compared[place].query.to_string(),
            self.bins.bins[bin].from,
        )
    }

    /// Returns the place of a point.
    fn spot(&self, place: usize, bin: usize) -> (f64, f64) {
        let share = match self.most {
            0.0 => 0.0,
            most => self.compared[place].points[bin].rate() / most,
        };
        let y = TOP + self.rise() * (1.0 - share);
        (self.places[bin] * self.width, y)
    }

    /// Returns the line of a query, which is a slider over its points.
    fn line(&self, place: usize, stops: &[usize]) -> Html {
        let one = &self.compared[place];
        let bins = self.bins;
        let last = stops.len() - 1;
        let cursor = self.position.cursors[place].min(last);
        let width = self.width / bins.bins.len() as f64;
        let step = if width < CLOSE {
            (APART_ENOUGH / width) as usize
        } else {
            1
        };
        let (mut line, mut marks) = (String::new(), String::new());
        let mut open = None;
        for (number, bin) in stops.iter().enumerate() {
            let spot = self.spot(place, *bin);
            let follows = number > 0 && stops[number - 1] + 1 == *bin;
            let leads = stops.get(number + 1) == Some(&(bin + 1));
            let point = at(spot, "");
            line.push_str(&if follows {
                point.replace('M', "L")
            } else {
                point
            });
            // Lines that run alike have their marks at different places.
            if (number + place * step / MOST_WORDS).is_multiple_of(step) || !follows && !leads {
                marks.push_str(&at(spot, MARKS[place]));
            }
            if self.position.open == Some(self.key(place, *bin)) {
                open = Some(at(spot, RING));
            }
        }
        let onkeydown = {
            let (go, key) = (self.go.clone(), self.key(place, stops[cursor]));
            Callback::from(move |event: KeyboardEvent| {
                let (to, open) = match event.key().as_str() {
                    "ArrowRight" | "ArrowUp" => ((cursor + 1).min(last), None),
                    "ArrowLeft" | "ArrowDown" => (cursor.saturating_sub(1), None),
                    "Home" => (0, None),
                    "End" => (last, None),
                    "Enter" | " " => (cursor, Some(key.clone())),
                    _ => return,
                };
                event.prevent_default();
                go(place, to, open);
            })
        };
        html! {
            <g
                class="series-one"
                data-line={place.to_string()}
                tabindex="0"
                role="slider"
                {onkeydown}
                aria-label={one.query.to_string()}
                aria-valuemax={last.to_string()}
                aria-valuenow={cursor.to_string()}
                aria-valuetext={text::point(self.view, bins, one, stops[cursor])}
            >
                <path class="series-line" d={line} />
                <path class="series-marks" d={marks} />
                <path class="series-cursor" d={at(self.spot(place, stops[cursor]), RING)} />
                if let Some(d) = open {
                    <path class="series-open" {d} />
                }
            </g>
        }
    }

    /// Returns the callback of a click, which opens the nearest point.
    fn click(&self, id: String, stops: &[usize]) -> Callback<MouseEvent> {
        let mut spots = Vec::new();
        for place in self.queries.clone() {
            for (number, bin) in stops.iter().enumerate() {
                spots.push((self.spot(place, *bin), place, number, self.key(place, *bin)));
            }
        }
        let go = self.go.clone();
        Callback::from(move |event: MouseEvent| {
            let Some((x, y)) = web::mouse_offset(&event, &id) else {
                return;
            };
            let mut nearest = (REACH * REACH, None);
            for spot in &spots {
                let (left, top) = spot.0;
                let distance = (left - x) * (left - x) + (top - y) * (top - y);
                if distance < nearest.0 {
                    nearest = (distance, Some(spot));
                }
            }
            if let (_, Some((_, place, number, key))) = nearest {
                go(*place, *number, Some(key.clone()));
            }
        })
    }
}
