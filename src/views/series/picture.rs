//! Lines over time. Each query has its colour, its dashes and its marks, so that none is told by colour
//! alone; parts of time without words leave a gap.

use super::compared::Compared;
use super::{SeriesProps, Told};
use crate::browser;
use crate::state::MOST_WORDS;
use crate::views::timeline::{px, tick_label};
use crate::words;
use frise_engine::date::Day;
use frise_engine::timeline::Bin;
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

/// Opens a point, or moves there: the place of the query, the number of the point, and its bin to open it.
pub type Show = Rc<dyn Fn(usize, usize, Option<usize>)>;

/// A picture of some of the queries.
pub struct Picture<'p> {
    pub props: &'p SeriesProps,
    /// All queries, which share one scale.
    pub compared: &'p [Compared<'p>],
    /// The places of those that are drawn.
    pub queries: Range<usize>,
    /// The highest rate of all queries.
    pub most: f64,
    /// Whether no other picture stands below.
    pub is_last: bool,
    /// The point of each query that the keyboard is on.
    pub cursors: [usize; MOST_WORDS],
    pub told: &'p Told,
    pub show: Show,
}

/// The line and the mark of a query, small.
pub fn swatch(place: usize) -> Html {
    html! {
        <svg class="series-swatch" width="30" height="12" aria-hidden="true">
            <path class="series-line" d="M0 6h30" /><path class="series-marks" d={mark(place, 15.0, 6.0)} />
        </svg>
    }
}

fn mark(place: usize, x: f64, y: f64) -> String {
    [
        "M",
        &px(x),
        " ",
        &px(y),
        MARKS.get(place).copied().unwrap_or_default(),
    ]
    .concat()
}

impl Picture<'_> {
    /// The picture; a word where there is nothing to count.
    pub fn draw(&self) -> Html {
        let SeriesProps {
            view, axis, width, ..
        } = self.props;
        let stops = self.stops();
        if stops.is_empty() {
            return html! { <p>{ view.pick("Rien à compter sous ces filtres.", "Nothing to count under these filters.") }</p> };
        }
        let id = ["mots-", &self.queries.start.to_string()].concat();
        let base = TOP + self.rise();
        let height = base + if self.is_last { TICKS } else { BELOW };
        let (unit, ticks) = axis.ticks((width / 52.0).max(2.0) as usize);
        let tick = |day: &Day| {
            let x = axis.place(*day) * width;
            let anchor = if x > width - 24.0 { "end" } else { "start" };
            html! {
                <g class="tick">
                    <line x1={px(x)} x2={px(x)} y1={px(TOP)} y2={px(base + 4.0)} />
                    if self.is_last {
                        <text x={px(x)} y={px(base + 18.0)} text-anchor={anchor}>{ tick_label(*day, unit, *axis, view.language()) }</text>
                    }
                </g>
            }
        };
        let filters = &view.state.filters;
        let place = |day: Day| axis.place(day) * width;
        let start = filters.from.map_or(0.0, place);
        let end = filters
            .to
            .map_or(*width, |to| place(Day(to.0.saturating_add(1))));
        let scale = [
            "M0 ",
            &px(TOP),
            "H",
            &px(*width),
            "M0 ",
            &px(base),
            "H",
            &px(*width),
        ]
        .concat();
        let most = [
            &words::decimal(self.most, 1, view.language()),
            view.pick(" pour 10\u{202f}000\u{a0}mots", " per 10,000 words"),
        ]
        .concat();
        html! {
            <svg class="series-picture" id={id.clone()} width={px(*width)} height={px(height)} onclick={self.click(id, &stops)}>
                <rect class="axis-ground" width={px(*width)} height={px(height)} />
                if filters.from.or(filters.to).is_some() { <rect class="series-held" x={px(start)} y={px(TOP)} width={px((end - start).max(2.0))} height={px(base - TOP)} /> }
                { for ticks.iter().map(tick) }
                <path class="series-scale" d={scale} />
                { for self.queries.clone().map(|place| self.line(place, &stops)) }
                <text class="series-most" x="0" y={px(TOP - 5.0)}>{ most }</text>
                <text class="series-most" x="0" y={px(base - 4.0)}>{ "0" }</text>
            </svg>
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

    /// The middle of what of a bin lies on the axis.
    fn x(&self, bin: &Bin) -> f64 {
        let place = |day| self.props.axis.place(day);
        let end = Day(bin.to.0.saturating_add(1));
        (place(bin.from) + place(end)) / 2.0 * self.props.width
    }

    /// Where a point stands.
    fn spot(&self, place: usize, bin: usize) -> (f64, f64) {
        let share = match self.most {
            0.0 => 0.0,
            most => self.compared[place].points[bin].rate() / most,
        };
        let x = self.x(&self.props.bins.bins[bin]);
        (x, TOP + self.rise() * (1.0 - share))
    }

    /// A query: a slider over its points.
    fn line(&self, place: usize, stops: &[usize]) -> Html {
        let one = &self.compared[place];
        let bins = &self.props.bins.bins;
        let last = stops.len() - 1;
        let cursor = self.cursors[place].min(last);
        let (mut line, mut marks) = (String::new(), String::new());
        let close = self.props.width / (bins.len().max(1) as f64) < CLOSE;
        let step = match close {
            true => (APART_ENOUGH * bins.len() as f64 / self.props.width) as usize,
            false => 1,
        };
        for (number, bin) in stops.iter().enumerate() {
            let (x, y) = self.spot(place, *bin);
            let follows = number > 0 && stops[number - 1] + 1 == *bin;
            let leads = stops.get(number + 1) == Some(&(bin + 1));
            line.push_str(&[if follows { "L" } else { "M" }, &px(x), " ", &px(y)].concat());
            // Lines that run alike have their marks at different places.
            let is_marked = (number + place * step / MOST_WORDS).is_multiple_of(step.max(1));
            if is_marked || !follows && !leads {
                marks.push_str(&mark(place, x, y));
            }
        }
        let ring = |bin: usize| {
            let (x, y) = self.spot(place, bin);
            ["M", &px(x), " ", &px(y), RING].concat()
        };
        let is_open = |bin: &&usize| matches!(self.told, Told::Point(query, day) if query == one.query && *day == bins[**bin].from);
        let open = stops.iter().find(is_open);
        let onkeydown = {
            let (show, stops) = (self.show.clone(), stops.to_vec());
            Callback::from(move |event: KeyboardEvent| {
                let to = match event.key().as_str() {
                    "ArrowRight" | "ArrowUp" => (cursor + 1).min(last),
                    "ArrowLeft" | "ArrowDown" => cursor.saturating_sub(1),
                    "Home" => 0,
                    "End" => last,
                    "Enter" | " " => cursor,
                    _ => return,
                };
                event.prevent_default();
                let opens = matches!(event.key().as_str(), "Enter" | " ");
                show(place, to, opens.then(|| stops[to]));
            })
        };
        let text = super::told::point(&self.props.view, &self.props.bins, one, stops[cursor]);
        html! {
            <g class={classes!("series-one", ["s", &place.to_string()].concat())} tabindex="0" role="slider" {onkeydown} aria-label={one.query.to_string()}
                aria-valuemin="1" aria-valuemax={stops.len().to_string()} aria-valuenow={(cursor + 1).to_string()} aria-valuetext={text}>
                <path class="series-line" d={line} />
                <path class="series-marks" d={marks} />
                <path class="series-cursor" d={ring(stops[cursor])} />
                if let Some(bin) = open { <path class="series-open" d={ring(*bin)} /> }
            </g>
        }
    }

    /// A click opens the nearest point.
    fn click(&self, id: String, stops: &[usize]) -> Callback<MouseEvent> {
        let mut spots = Vec::new();
        for place in self.queries.clone() {
            for (number, bin) in stops.iter().enumerate() {
                spots.push((self.spot(place, *bin), (place, number, *bin)));
            }
        }
        let show = self.show.clone();
        Callback::from(move |event: MouseEvent| {
            let Some((x, y)) = browser::offset(&event, &id) else {
                return;
            };
            let mut nearest = (REACH * REACH, None);
            for ((left, top), point) in &spots {
                let distance = (left - x) * (left - x) + (top - y) * (top - y);
                if distance < nearest.0 {
                    nearest = (distance, Some(*point));
                }
            }
            if let Some((place, number, bin)) = nearest.1 {
                show(place, number, Some(bin));
            }
        })
    }
}
