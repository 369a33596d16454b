//! The text of a passage: spans in their voices, hits marked with their reason, dates that it speaks of.

use super::View;
use super::elements::{element, text};
use crate::words;
use frise_date::phrase;
use frise_index::model::{Metadata, RunKind, Voice};
use frise_index::search::{HighlightedRun, Reason, Segment};
use frise_markup::html;
use yew::prelude::*;

/// A run as inline text.
pub fn run(view: &View, run: &HighlightedRun) -> Html {
    // A date that is hit in part is several segments, and one element.
    let dates = run.segments.chunk_by(|a, b| a.mentioned == b.mentioned);
    let segments = html! { <>{ for dates.map(|segments| date_html(view, segments)) }</> };
    match run.kind {
        RunKind::Heading(_) => segments,
        RunKind::Span(voice) => element("span", voice.id(), segments),
    }
}

/// The segments of one date that is mentioned, or of none.
fn date_html(view: &View, segments: &[Segment]) -> Html {
    let texts = segments.iter().map(|segment| segment_html(view, segment));
    match segments.first().and_then(|segment| segment.mentioned) {
        None => html! { <>{ for texts }</> },
        Some(date) => html! {
            <time class="mention" datetime={date.to_string()} title={phrase(&date, view.language())}>{ for texts }</time>
        },
    }
}

fn segment_html(view: &View, segment: &Segment) -> Html {
    match segment.reason {
        None => text(&segment.text),
        Some(reason) => mark(view, reason, &segment.text),
    }
}

/// A hit, with its reason.
pub fn mark(view: &View, reason: Reason, text: &str) -> Html {
    html! { <mark class={class(reason)} title={words::reason(reason, view.language())}>{ text }</mark> }
}

fn class(reason: Reason) -> &'static str {
    match reason {
        Reason::Exact => "hit exact",
        Reason::Elided => "hit elided",
        Reason::Folded => "hit folded",
        Reason::Pattern => "hit pattern",
        Reason::Stem => "hit stem",
        Reason::Fuzzy => "hit fuzzy",
        Reason::Theme => "hit theme",
    }
}

/// Where a passage stands: the short name of its document, and its number there.
pub fn place(view: &View, metadata: &Metadata, number: &str) -> Html {
    let number = element("span", "number", text(&["\u{a0}§\u{a0}", number].concat()));
    html! { <>{ words::of(&metadata.short, view.language()) }{ number }</> }
}

/// The names of those who speak in some runs, apart from the voice of an official text.
pub fn speakers(view: &View, runs: &[HighlightedRun]) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for run in runs
        .iter()
        .filter(|run| matches!(run.kind, RunKind::Span(Voice::Direct | Voice::Reported)))
    {
        let speaker = run
            .speaker
            .and_then(|place| view.searcher.index().about().speakers.get(place as usize));
        let name = speaker.map(|speaker| words::of(&speaker.name, view.language()).to_string());
        names.extend(name.filter(|name| !names.contains(name)));
    }
    names
}
