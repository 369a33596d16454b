//! Lines over time. Each query has its colour, its dashes and its marks, so that none is told by colour
//! alone; parts of time without words leave a gap.

use super::compared::Compared;
use super::{Here, SeriesProps, paragraph};
use crate::browser;
use crate::state::MOST_WORDS;
use crate::views::timeline::{px, ticks};
use crate::words;
use frise_date::Day;
use frise_markup::html;
use std::ops::Range;
use std::rc::Rc;
use yew::prelude::*;

/// From the top to where the highest point may stand: room for a line of text.
pub(super) const TOP: f64 = 20.0;
/// From the highest point to nothing, where all lines share a picture, and where each has its own.
pub(super) const TOGETHER: f64 = 150.0;
const APART: f64 = 48.0;
/// Below the line of nothing: room for a mark, and for the ticks.
const BELOW: f64 = 8.0;
pub(super) const TICKS: f64 = 24.0;
/// A click opens the nearest point that is at most so far away.
const REACH: f64 = 30.0;
/// Marks closer than this would hide their line; then only some are drawn, so far apart.
const CLOSE: f64 = 9.0;
const APART_ENOUGH: f64 = 32.0;

/// The marks of the lines, drawn from their middle: a disc, a square, a triangle, a diamond, a triangle on
/// its point, a cross.
pub(super) const MARKS: [&str; MOST_WORDS] = [
    "m-4 0a4 4 0 1 0 8 0a4 4 0 1 0-8 0",
    "m-3.500-3.500h7v7h-7z",
    "m0-5l4.800 8.500h-9.600z",
    "m0-5.200l5.200 5.200l-5.200 5.200l-5.200-5.200z",
    "m0 5l4.800-8.500h-9.600z",
    "m-1.500-4.800h3v3.300h3.300v3h-3.300v3.300h-3v-3.300h-3.300v-3h3.300z",
];
/// What surrounds the point that the keyboard is on.
const RING: &str = "m-8 0a8 8 0 1 0 16 0a8 8 0 1 0-16 0";

/// Goes to a point: the place of the query, the number of the point, and what to open.
pub type Go = Rc<dyn Fn(usize, usize, Option<(String, Day)>)>;

/// A picture of some of the queries.
pub struct Picture<'p> {
    pub props: &'p SeriesProps,
    /// All queries, which share one scale.
    pub compared: &'p [Compared<'p>],
    /// The places of those that are drawn.
    pub queries: Range<usize>,
    /// The highest rate of all queries.
    pub most: f64,
    pub here: &'p Here,
    pub go: Go,
}

/// The line and the mark of a query, small.
pub fn swatch(place: usize) -> Html {
    html! {
        <svg width="30" height="12" aria-hidden="true">
            { path("series-line", "M0 6h30".to_string()) }{ path("series-marks", at((15.0, 6.0), MARKS[place])) }
        </svg>
    }
}

fn path(class: &'static str, d: String) -> Html {
    html! { <path {class} {d} /> }
}

/// A shape that is drawn from a place.
fn at((x, y): (f64, f64), shape: &str) -> String {
    ["M", &px(x), " ", &px(y), shape].concat()
}

/// A rectangle.
fn block(x: f64, y: f64, width: f64, height: f64) -> String {
    at(
        (x, y),
        &["h", &px(width), "v", &px(height), "h", &px(-width), "z"].concat(),
    )
}

fn text(x: f64, y: f64, anchor: &'static str, text: String) -> Html {
    html! { <text x={px(x)} y={px(y)} text-anchor={anchor}>{ text }</text> }
}

impl Picture<'_> {
    /// The picture; a word where there is nothing to count.
    pub fn draw(&self) -> Html {
        let SeriesProps {
            view, axis, width, ..
        } = self.props;
        let width = *width;
        let stops = self.stops();
        if stops.is_empty() {
            let nothing = view.pick(
                "Rien à compter sous ces filtres.",
                "Nothing to count under these filters.",
            );
            return paragraph("", nothing.to_string());
        }
        let id = ["mots-", &self.queries.start.to_string()].concat();
        let is_last = self.queries.end == self.compared.len();
        let base = TOP + self.rise();
        let height = base + if is_last { TICKS } else { BELOW };
        let line = ["h", &px(width)].concat();
        let mut scale = [at((0.0, TOP), &line), at((0.0, base), &line)].concat();
        let mut drawn = vec![path("axis-ground", block(0.0, 0.0, width, height))];
        let filters = &view.state.filters;
        if filters.from.or(filters.to).is_some() {
            let start = filters.from.map_or(0.0, |day| axis.place(day) * width);
            let end = filters.to.map_or(width, |day| {
                axis.place(Day(day.0.saturating_add(1))) * width
            });
            drawn.push(path(
                "series-held",
                block(start, TOP, (end - start).max(2.0), base - TOP),
            ));
        }
        let mut labels = vec![
            text(
                0.0,
                TOP - 5.0,
                "start",
                [
                    &words::decimal(self.most, 1, view.language()),
                    view.pick(" pour 10\u{202f}000\u{a0}mots", " per 10,000 words"),
                ]
                .concat(),
            ),
            text(0.0, base - 4.0, "start", "0".to_string()),
        ];
        for tick in ticks(*axis, width, view.language()) {
            scale.push_str(&at((tick.place, TOP), &["V", &px(base + 4.0)].concat()));
            if is_last {
                labels.push(text(tick.place, base + 18.0, tick.anchor, tick.label));
            }
        }
        drawn.push(path("series-scale", scale));
        drawn.extend(self.queries.clone().map(|place| self.line(place, &stops)));
        drawn.append(&mut labels);
        html! {
            <svg class="series-picture" id={id.clone()} width={px(width)} height={px(height)} onclick={self.click(id, &stops)}>{ drawn }</svg>
        }
    }

    /// The bins that have words, which are the same for all queries.
    fn stops(&self) -> Vec<usize> {
        let points = self.compared.first().map_or(&[][..], |one| &one.points);
        let with_words = (0..).zip(points).filter(|(_, point)| point.words > 0);
        with_words.map(|(bin, _)| bin).collect()
    }

    fn rise(&self) -> f64 {
        if self.props.view.state.timelines.multiples {
            APART
        } else {
            TOGETHER
        }
    }

    /// What opens a point.
    fn key(&self, place: usize, bin: usize) -> (String, Day) {
        (
            self.compared[place].query.to_string(),
            self.props.bins.bins[bin].from,
        )
    }

    /// Where a point stands.
    fn spot(&self, place: usize, bin: usize) -> (f64, f64) {
        let share = match self.most {
            0.0 => 0.0,
            most => self.compared[place].points[bin].rate() / most,
        };
        // The middle of what of the bin lies on the axis.
        let (axis, bin) = (&self.props.axis, &self.props.bins.bins[bin]);
        let ends = axis.place(bin.from) + axis.place(Day(bin.to.0.saturating_add(1)));
        (
            ends / 2.0 * self.props.width,
            TOP + self.rise() * (1.0 - share),
        )
    }

    /// A query: a slider over its points.
    fn line(&self, place: usize, stops: &[usize]) -> Html {
        let one = &self.compared[place];
        let bins = &self.props.bins;
        let last = stops.len() - 1;
        let cursor = self.here.cursors[place].min(last);
        let width = self.props.width / bins.bins.len() as f64;
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
            if self.here.open == Some(self.key(place, *bin)) {
                open = Some(path("series-open", at(spot, RING)));
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
        let text = super::told::point(&self.props.view, bins, one, stops[cursor]);
        html! {
            <g class="series-one" data-line={place.to_string()} tabindex="0" role="slider" {onkeydown} aria-label={one.query.to_string()}
                aria-valuemax={last.to_string()} aria-valuenow={cursor.to_string()} aria-valuetext={text}>
                { path("series-line", line) }{ path("series-marks", marks) }
                { path("series-cursor", at(self.spot(place, stops[cursor]), RING)) }{ open }
            </g>
        }
    }

    /// A click opens the nearest point.
    fn click(&self, id: String, stops: &[usize]) -> Callback<MouseEvent> {
        let mut spots = Vec::new();
        for place in self.queries.clone() {
            for (number, bin) in stops.iter().enumerate() {
                spots.push((self.spot(place, *bin), place, number, self.key(place, *bin)));
            }
        }
        let go = self.go.clone();
        Callback::from(move |event: MouseEvent| {
            let Some((x, y)) = browser::offset(&event, &id) else {
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
