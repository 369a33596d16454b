//! The second timeline: the dates that the texts speak of, which filters too. Few dates stand each with its name; many are
//! counted in bins.
//!
//! A date as wide as a century says little of when. It does not stretch the axis, and stands on it from end to end.

use super::axis::{TimeAxis, Times};
use crate::chart::{Cell, Drawing, Path, Table, px};
use crate::components::View;
use crate::components::summary::text::in_all;
use crate::i18n;
use crate::state::{Action, Lock};
use frise_date::{Certainty, Day, Edtf, phrase, phrase_range};
use frise_index::search::{PassageSet, Searcher};
use frise_index::timeline::{Axis, Scale, Unit};
use std::rc::Rc;
use yew::prelude::*;

/// Up to this many dates stand each with its name.
const MOST_NAMED: usize = 60;
/// Dates of more days than this do not stretch the axis.
const WIDE: i32 = 40 * 366;
/// The height of a row of names, which a finger can hit.
const ROW: f64 = 24.0;
/// The height of the bars.
pub const BARS_HEIGHT: f64 = 70.0;
/// About the width of a letter of a name.
const LETTER: f64 = 6.8;

/// The dates that a corpus speaks of, and those of speech that is older than the text that quotes it.
#[derive(Debug, PartialEq)]
pub struct Mentioned {
    /// From the earliest to the latest day, in whole years.
    pub axis: Axis,
    /// Each date with the passages that speak of it, the earliest first.
    pub dates: Vec<(Edtf, Vec<u32>)>,
}

impl Mentioned {
    /// Returns the dates that the texts of an index speak of; `None` if they speak of none.
    pub fn of(searcher: &Searcher) -> Option<Mentioned> {
        let mut mentions: Vec<(Edtf, u32)> = searcher
            .index()
            .mentions()
            .iter()
            .chain(searcher.index().speech_dates())
            .map(|mention| (mention.date, mention.passage))
            .collect();
        mentions.sort_by_cached_key(|(date, passage)| {
            (date.earliest(), date.latest(), date.to_string(), *passage)
        });
        mentions.dedup();
        let dates: Vec<(Edtf, Vec<u32>)> = mentions
            .chunk_by(|a, b| a.0 == b.0)
            .map(|group| {
                (
                    group[0].0,
                    group.iter().map(|(_, passage)| *passage).collect(),
                )
            })
            .collect();
        let axis =
            stretch(&dates, |date| width(date) <= WIDE).or_else(|| stretch(&dates, |_| true))?;
        Some(Mentioned { axis, dates })
    }
}

/// Returns the whole years from the first to the last day of some dates, but for open ends.
fn stretch(dates: &[(Edtf, Vec<u32>)], counts: impl Fn(&Edtf) -> bool) -> Option<Axis> {
    let days = dates
        .iter()
        .filter(|(date, _)| date.is_open_start() || date.is_open_end() || counts(date))
        .flat_map(|(date, _)| {
            let first = (!date.is_open_start()).then(|| date.earliest());
            let last = (!date.is_open_end()).then(|| date.latest());
            first.into_iter().chain(last)
        });
    Some(Axis {
        first: Unit::Year.start(days.clone().min()?),
        last: Unit::Year.end(days.max()?),
    })
}

fn width(date: &Edtf) -> i32 {
    date.latest().0.saturating_sub(date.earliest().0)
}

/// Props of [`Mentions`].
#[derive(Clone, PartialEq, Properties)]
pub struct MentionsProps {
    /// The page.
    pub view: View,
    /// The length of the axis in CSS pixels.
    pub width: f64,
    /// How large the reader's letters are, where 1 is the usual size.
    pub letters: f64,
    /// The dates.
    pub mentioned: Rc<Mentioned>,
}

/// The timeline.
#[component]
pub fn Mentions(props: &MentionsProps) -> Html {
    let MentionsProps {
        view,
        width,
        letters,
        mentioned,
    } = props;
    let is_few = mentioned.dates.len() <= MOST_NAMED;
    html! {
        <div class="lanes mentions" role="group" aria-labelledby="temps">
            <h2 id="temps">{ view.pick("Temps évoqués", "Times spoken of") }</h2>
            <div class="lane wall-row">
                <p class="lane-name mentions-said">{ sentence(view, mentioned) }</p>
                <div>
                    if is_few {
                        { named(view, mentioned, *width, *letters) }
                    } else {
                        <svg class="bars" width={px(*width)} height={px(BARS_HEIGHT)} aria-hidden="true">
                            { bars(view, mentioned, *width).into_html() }
                        </svg>
                    }
                    <TimeAxis {view} scale={Scale::linear(mentioned.axis)} width={*width} times={Times::Mentioned} />
                </div>
            </div>
        </div>
    }
}

/// Returns the action that filters by a date.
fn filter_by(date: &Edtf) -> Action {
    let from = (!date.is_open_start()).then(|| date.earliest());
    let to = (!date.is_open_end()).then(|| date.latest());
    Action::Mentioning(from, to)
}

fn found(passages: &[u32], matched: &PassageSet) -> usize {
    passages
        .iter()
        .filter(|passage| matched.contains(**passage))
        .count()
}

/// Returns each date as a bar with its name, in as many rows as it takes that no name hides another.
fn named(view: &View, mentioned: &Mentioned, width: f64, letters: f64) -> Html {
    let place = |day: Day| mentioned.axis.place(day) * width;
    let mut rows: Vec<f64> = Vec::new();
    let mut items = Vec::new();
    for (date, passages) in &mentioned.dates {
        let name = phrase(date, view.language());
        let count = found(passages, &view.answer.matched);
        let start = place(date.earliest());
        let end = place(Day(date.latest().0.saturating_add(1)));
        let length = (end - start).max(4.0);
        let signs = name.chars().count() + 2 + i18n::number(count, view.language()).len();
        let taken = (signs as f64 * LETTER * letters).min(width);
        let left = start.min(width - taken).max(0.0);
        let right = (left + taken).max(start + length);
        let row = rows.iter().position(|end| *end <= left);
        let row = row.unwrap_or(rows.len());
        match rows.get_mut(row) {
            Some(end) => *end = right,
            None => rows.push(right),
        }
        let class = classes!(
            "mentioned",
            (count == 0).then_some("empty"),
            (date.certainty() != Certainty::Certain).then_some("soft"),
            date.is_open_start().then_some("from-ever"),
            date.is_open_end().then_some("for-ever"),
        );
        let style = format!(
            "left:{}px;top:{}px;width:{}px;--bar:{}px;--shift:{}px",
            px(left),
            px(row as f64 * ROW * letters),
            px(right - left),
            px(length),
            px(start - left)
        );
        items.push(html! {
            <button
                type="button"
                {class}
                {style}
                disabled={view.state.locks(Lock::Mentions)}
                onclick={view.will(filter_by(date))}
            >
                <span>{ name }</span>
                // A row of zeros would tell nothing.
                if count > 0 {
                    { " " }
                    <b>{ i18n::number(count, view.language()) }</b>
                }
            </button>
        });
    }
    let height = px(rows.len() as f64 * ROW * letters);
    html! { <div class="mentioned-all" style={format!("height:{height}px")}>{ items }</div> }
}

/// Returns dates counted in the bins that they meet, all of them behind what is found. Dates that meet too many bins stand in
/// the sentence only.
pub fn bars(view: &View, mentioned: &Mentioned, width: f64) -> Drawing {
    let axis = &mentioned.axis;
    let unit = axis.unit((width / 4.0).max(4.0) as usize);
    let parts: Vec<(Day, Day)> = axis.parts(unit).collect();
    let mut counts = vec![(0u32, 0u32); parts.len()];
    for (date, passages) in &mentioned.dates {
        let first = parts.partition_point(|(_, to)| *to < date.earliest());
        let end = parts.partition_point(|(from, _)| *from <= date.latest());
        if end.saturating_sub(first) <= (parts.len() / 8).max(2) {
            let lit = found(passages, &view.answer.matched) as u32;
            for (all, found) in &mut counts[first..end.max(first)] {
                *all += passages.len() as u32;
                *found += lit;
            }
        }
    }
    let most = f64::from(counts.iter().map(|(all, _)| *all).max().unwrap_or(0).max(1));
    let (mut ground, mut lit) = (Path::default(), Path::default());
    for ((from, to), (all, found)) in parts.iter().zip(&counts) {
        let left = axis.place(*from) * width;
        let right = axis.place(Day(to.0.saturating_add(1))) * width;
        for (path, count) in [(&mut ground, all), (&mut lit, found)] {
            if *count > 0 {
                let height = (f64::from(*count) / most).sqrt() * BARS_HEIGHT;
                path.bar(
                    left,
                    BARS_HEIGHT - height,
                    (right - left - 1.0).max(1.0),
                    BARS_HEIGHT,
                );
            }
        }
    }
    let mut drawing = Drawing::default();
    drawing.path("ground", ground);
    drawing.path("lit", lit);
    drawing
}

/// Returns what the timeline shows, as a sentence.
pub fn sentence(view: &View, mentioned: &Mentioned) -> String {
    let matched = &view.answer.matched;
    let mut dates: Vec<(&Edtf, usize)> = mentioned
        .dates
        .iter()
        .map(|(date, passages)| (date, found(passages, matched)))
        .collect();
    dates.retain(|(_, count)| *count > 0);
    let passages = dates.iter().map(|(_, count)| count).sum();
    let chief = dates
        .iter()
        .rev()
        .max_by_key(|(_, count)| *count)
        .filter(|(_, count)| *count > 1);
    let range = phrase_range(
        Some(mentioned.axis.first),
        Some(mentioned.axis.last),
        view.language(),
    );
    i18n::mentioned(
        dates.len(),
        passages,
        &range,
        chief.map(|(date, count)| (phrase(date, view.language()), *count)),
        view.language(),
    )
}

/// Returns the dates as a table.
pub fn table(view: &View, mentioned: &Mentioned) -> Table {
    let row = |(date, passages): &(Edtf, Vec<u32>)| {
        vec![
            Cell::Text {
                text: phrase(date, view.language()),
                date: Some(date.interchange()),
                choice: None,
            },
            Cell::Count(found(passages, &view.answer.matched) as u32),
            Cell::Count(passages.len() as u32),
        ]
    };
    Table {
        caption: view.pick("Temps évoqués", "Times spoken of").to_string(),
        head: [
            view.pick("Date évoquée", "Date spoken of"),
            view.pick("passages trouvés", "passages found"),
            in_all(view),
        ]
        .map(String::from)
        .to_vec(),
        rows: mentioned.dates.iter().map(row).collect(),
        foot: None,
    }
}
