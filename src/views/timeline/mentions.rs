//! The second timeline: the times that the texts speak of, which filters too. While they are few each
//! stands with its name; many are counted in bins.
//!
//! A date that is as wide as a century says little of when: it does not stretch the axis, and stands on
//! it from end to end.

use super::super::View;
use super::axis::{TimeAxis, Times};
use super::drawing::Drawing;
use super::pixels::{Path, px};
use super::tables::{Cell, Table};
use crate::state::{Action, Lock};
use crate::views::elements::classes;
use crate::words;
use frise_engine::date::{Certainty, Day, Edtf, phrase, phrase_range};
use frise_engine::search::{PassageSet, Searcher};
use frise_engine::timeline::{Axis, Unit};
use frise_markup::html;
use std::rc::Rc;
use yew::prelude::*;

/// Up to so many dates stand each with its name.
const MOST_NAMED: usize = 60;
/// Dates of more days than these do not stretch the axis.
const WIDE: i32 = 40 * 366;
/// No smaller than what a finger hits.
const ROW: f64 = 24.0;
const BARS: f64 = 70.0;
/// What a letter of a name takes, about.
const LETTER: f64 = 6.8;

/// The times that a corpus speaks of.
#[derive(Debug, PartialEq)]
pub struct Mentioned {
    /// From the earliest to the latest, whole years.
    pub axis: Axis,
    /// Each date with the passages that speak of it, the earliest first.
    pub dates: Vec<(Edtf, Vec<u32>)>,
}

impl Mentioned {
    /// What the texts of an index speak of; `None` where they speak of no time.
    pub fn of(searcher: &Searcher) -> Option<Mentioned> {
        let mut mentions: Vec<(Edtf, u32)> = searcher
            .index()
            .mentions()
            .iter()
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

/// Whole years from the first to the last bounded day of some dates.
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

/// What the timeline is drawn from.
#[derive(Clone, PartialEq, Properties)]
pub struct MentionsProps {
    /// What it is made from.
    pub view: View,
    /// The length of the axis in CSS pixels.
    pub width: f64,
    /// The times.
    pub mentioned: Rc<Mentioned>,
}

/// The timeline.
#[component]
pub fn Mentions(props: &MentionsProps) -> Html {
    let MentionsProps {
        view,
        width,
        mentioned,
    } = props;
    let is_few = mentioned.dates.len() <= MOST_NAMED;
    let drawn = if is_few {
        named(view, mentioned, *width)
    } else {
        counted(view, mentioned, *width)
    };
    html! {
        <div class="lanes mentions" role="group" aria-labelledby="temps">
            <h2 id="temps">{ view.pick("Temps évoqués", "Times spoken of") }</h2>
            <div class="lane wall-row">
                <p class="lane-name mentions-said">{ sentence(view, mentioned) }</p>
                <div>{ drawn }<TimeAxis view={view.clone()} axis={mentioned.axis} width={*width} times={Times::Mentioned} /></div>
            </div>
        </div>
    }
}

/// What a date filters by.
fn hold(date: &Edtf) -> Action {
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

/// Each date as a bar with its name, in as many rows as it takes that none hides another.
fn named(view: &View, mentioned: &Mentioned, width: f64) -> Html {
    let place = |day: Day| mentioned.axis.place(day) * width;
    let mut rows: Vec<f64> = Vec::new();
    let items = mentioned.dates.iter().map(|(date, passages)| {
        let name = phrase(date, view.language());
        let count = found(passages, &view.answer.matched);
        let (start, end) = (place(date.earliest()), place(Day(date.latest().0.saturating_add(1))));
        let length = (end - start).max(4.0);
        let taken = (name.chars().count() as f64 + 4.0) * LETTER;
        let left = start.min(width - taken).max(0.0);
        let right = (left + taken).max(start + length);
        let row = rows.iter().position(|end| *end <= left).unwrap_or(rows.len());
        match rows.get_mut(row) {
            Some(end) => *end = right,
            None => rows.push(right),
        }
        let soft = date.certainty() != Certainty::Certain;
        let class = classes(&[("mentioned", true), ("empty", count == 0), ("soft", soft), ("from-ever", date.is_open_start()), ("for-ever", date.is_open_end())]);
        let style = ["left:", &px(left), "px;top:", &px(row as f64 * ROW), "px;width:", &px(right - left), "px;--bar:", &px(length), "px;--shift:", &px(start - left), "px"].concat();
        let counted = words::number(count, view.language());
        html! { <button type="button" {class} {style} disabled={view.state.locks(Lock::Mentions)} onclick={view.will(hold(date))}><span>{ name }</span>{ " " }<b>{ counted }</b></button> }
    });
    let items: Vec<Html> = items.collect();
    let height = rows.len() as f64 * ROW;
    html! { <div class="mentioned-all" style={["height:", &px(height), "px"].concat()}>{ for items }</div> }
}

/// The height of what [`bars`] draws.
pub const MENTIONS_HEIGHT: f64 = BARS;

/// Dates counted in bins that they meet, the ground and what of it is found; those that meet too many of
/// them are told by the sentence only.
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
                let height = (f64::from(*count) / most).sqrt() * BARS;
                path.bar(left, BARS - height, (right - left - 1.0).max(1.0), BARS);
            }
        }
    }
    let mut drawing = Drawing::default();
    drawing.path("ground", ground);
    drawing.path("lit", lit);
    drawing
}

fn counted(view: &View, mentioned: &Mentioned, width: f64) -> Html {
    let drawing = bars(view, mentioned, width).into_html();
    html! { <svg class="bars" width={px(width)} height={px(BARS)} aria-hidden="true">{ drawing }</svg> }
}

/// What the timeline says.
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
    words::mentioned(
        dates.len(),
        passages,
        &range,
        chief.map(|(date, count)| (phrase(date, view.language()), *count)),
        view.language(),
    )
}

/// The times as a table.
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
            view.pick("trouvés", "found"),
            view.pick("en tout", "in all"),
        ]
        .map(String::from)
        .to_vec(),
        rows: mentioned.dates.iter().map(row).collect(),
        foot: None,
    }
}
