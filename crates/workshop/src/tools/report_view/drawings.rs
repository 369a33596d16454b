//! Drawings of a report. The table beside each tells the same.

use crate::browser;
use crate::context::ToolContext;
use crate::report::{Curve, Point, Strip, Thread, Threads};
use frise::i18n;
use yew::prelude::*;

/// Places along the texts, as ticks on a line; the sentence beside it tells the same.
pub fn strip(strip: &Strip) -> Html {
    let ticks: String = strip
        .places
        .iter()
        .map(|place| format!("M{:.2} 0V12", place * 600.0))
        .collect();
    html! {
        <figure class="report-strip">
            <figcaption>{ &strip.name }</figcaption>
            <svg viewBox="0 0 600 12" preserveAspectRatio="none" aria-hidden="true">
                <path d={ticks} />
            </svg>
        </figure>
    }
}

/// The width and the height of a map, in units of its drawing.
const MAP: (f64, f64) = (640.0, 480.0);

/// Points with their names, on axes that cross at the centre of gravity. Parts are filled squares, words are rings. The table
/// tells the same.
pub fn map(points: &[Point], caption: &str) -> Html {
    let reach = |axis: fn(&Point) -> f64| {
        let all = points.iter().map(|point| axis(point).abs());
        all.fold(f64::MIN_POSITIVE, f64::max) * 1.15
    };
    let (wide, high) = (reach(|point| point.at.0), reach(|point| point.at.1));
    // Both axes have the same scale, or distances would lie.
    let scale = (MAP.0 / 2.0 / wide).min(MAP.1 / 2.0 / high);
    let place = |point: &Point| {
        (
            MAP.0 / 2.0 + point.at.0 * scale,
            MAP.1 / 2.0 - point.at.1 * scale,
        )
    };
    let drawn = |point: &Point| {
        let (x, y) = place(point);
        let (x, y) = (format!("{x:.1}"), format!("{y:.1}"));
        html! {
            <g class={if point.is_part { "part" } else { "word" }} transform={format!("translate({x} {y})")}>
                if point.is_part {
                    <rect x="-3" y="-3" width="6" height="6" />
                } else {
                    <circle r="2" />
                }
                <text x="5" y="4">{ &point.name }</text>
            </g>
        }
    };
    html! {
        <div class="report-map" tabindex="0" role="group" aria-label={caption.to_string()}>
            <svg viewBox={format!("0 0 {} {}", MAP.0, MAP.1)} role="img" aria-label={caption.to_string()}>
                <path d={format!("M0 {}H{}M{} 0V{}", MAP.1 / 2.0, MAP.0, MAP.0 / 2.0, MAP.1)} />
                { for points.iter().map(drawn) }
            </svg>
        </div>
    }
}

/// The width of drawings along time, in units of the drawing, and the margin on either side, where half a year has room.
const WIDTH: f64 = 640.0;
const MARGIN: f64 = 22.0;

/// The margin above the first thread.
const TOP: f64 = 6.0;

/// The height of a thread: a line of text above a line of stops, which are targets of 24 units.
const THREAD: f64 = 46.0;

/// The radius of a stop, and that of one which shows a share of 1, less 1.
const STOP: f64 = 4.5;
const LARGEST_STOP: f64 = 11.0;

/// The most letters of a formula that fit above its thread.
const LONGEST_NAME: usize = 80;

/// Formulas or classes along time: a line for each, with a stop for each text or time, which leads to the place.
pub fn threads(threads: &Threads) -> Html {
    let height = TOP + threads.threads.len() as f64 * THREAD + 20.0;
    let x = |at: f64| MARGIN + at * (WIDTH - 2.0 * MARGIN);
    let year = |(at, year): &(f64, String)| {
        let x = format!("{:.1}", x(*at));
        let bottom = format!("{:.1}", height - 18.0);
        html! {
            <g class="year">
                <path d={format!("M{x} 0V{bottom}")} />
                <text {x} y={format!("{:.1}", height - 4.0)} text-anchor="middle">{ year }</text>
            </g>
        }
    };
    let name = &threads.name;
    let lines = threads.threads.iter().enumerate();
    html! {
        <figure class="report-threads">
            <figcaption>{ name }</figcaption>
            <svg viewBox={format!("0 0 {WIDTH} {height}")} role="group" aria-label={name.clone()}>
                { for threads.years.iter().map(year) }
                { for lines.map(|(place, line)| thread(line, TOP + place as f64 * THREAD, &x)) }
            </svg>
        </figure>
    }
}

fn thread(thread: &Thread, top: f64, x: &impl Fn(f64) -> f64) -> Html {
    let y = top + 31.0;
    let ends = thread.stops.first().zip(thread.stops.last());
    let line = ends.map(|(first, last)| format!("M{:.1} {y}H{:.1}", x(first.at), x(last.at)));
    let name: String = match thread.name.char_indices().nth(LONGEST_NAME) {
        Some((end, _)) => format!("{}…", thread.name[..end].trim_end()),
        None => thread.name.clone(),
    };
    let stop = |stop: &crate::report::Stop| {
        let (cx, cy) = (format!("{:.1}", x(stop.at)), format!("{y:.1}"));
        let label = format!("{}\u{a0}: {}", thread.name, stop.label);
        let radius = stop
            .share
            .map_or(STOP, |share| 1.0 + LARGEST_STOP * share.sqrt());
        html! {
            <a href={stop.address.clone()} aria-label={label} onclick={follow(&stop.address)}>
                <title>{ &stop.label }</title>
                <circle class="target" cx={cx.clone()} cy={cy.clone()} r="12" />
                <circle class="stop" {cx} {cy} r={format!("{radius:.1}")} />
            </a>
        }
    };
    html! {
        <g>
            <text class="name" x={format!("{MARGIN}")} y={format!("{:.1}", top + 13.0)}>{ name }</text>
            <path class="thread" d={line} />
            { for thread.stops.iter().map(stop) }
        </g>
    }
}

/// Returns what follows a link into the app: a plain click shows the view there.
pub fn follow(address: &str) -> Callback<MouseEvent> {
    let address = address.to_string();
    Callback::from(move |event: MouseEvent| {
        if !(event.ctrl_key() || event.meta_key() || event.shift_key()) {
            event.prevent_default();
            browser::show_view(&address);
        }
    })
}

/// The height of curves.
const CURVES: f64 = 300.0;

/// How many points of a curve its table has.
const TABLE_POINTS: usize = 10;

/// The room that a line of letters takes.
const LINE: f64 = 13.0;

/// Returns heights of labels as near as possible above those given, none of which stand in each other. The lowest stays above
/// `bottom`.
fn apart(heights: Vec<f64>, bottom: f64) -> Vec<f64> {
    let mut order: Vec<usize> = (0..heights.len()).collect();
    order.sort_by(|a, b| heights[*b].total_cmp(&heights[*a]));
    let mut placed = heights.clone();
    let mut lowest = bottom;
    for at in order {
        placed[at] = heights[at].min(lowest);
        lowest = placed[at] - LINE;
    }
    placed
}

/// Returns how many distinct words there are after so many words, a curve for each part, with its table.
pub fn curves(context: &ToolContext, curves: &[Curve]) -> Html {
    let language = context.language();
    let name = context.pick("Croissance du vocabulaire", "Growth of the vocabulary");
    let all = || curves.iter().flat_map(|curve| &curve.points);
    let most = |of: fn(&(u64, u64)) -> u64| all().map(of).max().unwrap_or(1).max(1);
    let (words, types) = (most(|point| point.0), most(|point| point.1));
    let place = |(seen, found): (u64, u64)| {
        (
            MARGIN + seen as f64 / words as f64 * (WIDTH - 166.0 - MARGIN),
            CURVES - 20.0 - found as f64 / types as f64 * (CURVES - 40.0),
        )
    };
    let ends: Vec<(f64, f64)> = curves
        .iter()
        .map(|curve| place(curve.points.last().copied().unwrap_or((0, 0))))
        .collect();
    let heights = apart(ends.iter().map(|(_, y)| *y).collect(), CURVES - 24.0);
    let curve = |(number, curve): (usize, &Curve)| {
        let points = std::iter::once((0, 0)).chain(curve.points.iter().copied());
        let line: Vec<String> = points
            .map(place)
            .map(|(x, y)| format!("{x:.1},{y:.1}"))
            .collect();
        let ((x, end), y) = (ends[number], heights[number]);
        html! {
            <g class={format!("curve curve-{number}")}>
                <polyline points={line.join(" ")} />
                <path d={format!("M{x:.1} {end:.1}L{:.1} {y:.1}", x + 10.0)} />
                <text x={format!("{:.1}", x + 13.0)} y={format!("{:.1}", y + 4.0)}>{ &curve.name }</text>
            </g>
        }
    };
    let rows = curves.iter().flat_map(|curve| {
        let step = curve.points.len().div_ceil(TABLE_POINTS).max(1);
        let points = curve.points.iter().rev().step_by(step);
        let mut points: Vec<&(u64, u64)> = points.collect();
        points.reverse();
        points.into_iter().map(|(seen, found)| {
            html! {
                <tr>
                    <th scope="row">{ &curve.name }</th>
                    <td class="figure">{ i18n::number(*seen as usize, language) }</td>
                    <td class="figure">{ i18n::number(*found as usize, language) }</td>
                </tr>
            }
        })
    });
    let bottom = CURVES - 20.0;
    html! {
        <figure class="report-curves">
            <figcaption>{ name }</figcaption>
            <svg viewBox={format!("0 0 {WIDTH} {CURVES}")} role="img" aria-label={name}>
                <path d={format!("M{MARGIN} 0V{bottom}H{}", WIDTH - 166.0)} />
                <text x={format!("{}", WIDTH - 166.0)} y={format!("{}", CURVES - 5.0)} text-anchor="end">
                    { i18n::words(words as usize, language) }
                </text>
                <text x={format!("{}", MARGIN + 4.0)} y="11">
                    { i18n::number(types as usize, language) }
                    { context.pick(" mots différents", " distinct words") }
                </text>
                { for curves.iter().enumerate().map(curve) }
            </svg>
            <details>
                <summary>{ context.pick("La courbe en nombres", "The curve in numbers") }</summary>
                <table>
                    <thead>
                        <tr>
                            <th scope="col">{ context.pick("partie", "part") }</th>
                            <th scope="col" class="figure">{ context.pick("mots", "words") }</th>
                            <th scope="col" class="figure">{ context.pick("mots différents", "distinct words") }</th>
                        </tr>
                    </thead>
                    <tbody>{ for rows }</tbody>
                </table>
            </details>
        </figure>
    }
}

#[cfg(test)]
mod tests {
    use super::apart;

    #[test]
    fn labels_stand_apart_and_stay_near() {
        assert_eq!(apart(vec![50.0, 20.0], 100.0), [50.0, 20.0]);
        assert_eq!(apart(vec![50.0, 45.0, 52.0], 100.0), [39.0, 26.0, 52.0]);
        assert_eq!(apart(vec![120.0], 100.0), [100.0]);
    }
}
