//! The text of a passage: spans by voice, highlighted hits with their reason, and dates that the text speaks of.
//!
//! A page holds thousands of these elements, so they are plain functions and not components.

use super::View;
use crate::i18n;
use frise_date::phrase;
use frise_index::model::{Metadata, RunKind, Voice};
use frise_index::search::{HighlightedRun, Reason, Segment};
use frise_text::isolated;
use yew::prelude::*;

/// Returns a run as inline text.
pub fn run(view: &View, run: &HighlightedRun) -> Html {
    // A date that is highlighted in part has several segments, and is one element.
    let dates = run.segments.chunk_by(|a, b| a.mentioned == b.mentioned);
    let segments = dates.map(|segments| date(view, segments));
    match run.kind {
        RunKind::Heading(_) => html! { <>{ for segments }</> },
        RunKind::Span(voice) => html! { <span class={voice.id()}>{ for segments }</span> },
    }
}

/// Returns the segments of one date that is mentioned, or of none.
fn date(view: &View, segments: &[Segment]) -> Html {
    let texts = segments.iter().map(|segment| match segment.reason {
        None => Html::from(segment.text.as_str()),
        Some(reason) => highlight(view, reason, &segment.text),
    });
    match segments.first().and_then(|segment| segment.mentioned) {
        None => html! { <>{ for texts }</> },
        Some(date) => html! {
            <time class="mention" datetime={date.to_string()} title={phrase(&date, view.language())}>
                { for texts }
            </time>
        },
    }
}

/// Returns a highlighted hit with its reason as the tooltip.
pub fn highlight(view: &View, reason: Reason, text: &str) -> Html {
    let class = match reason {
        Reason::Exact => "exact",
        Reason::Elided => "elided",
        Reason::Folded => "folded",
        Reason::Pattern => "pattern",
        Reason::Stem => "stem",
        Reason::Fuzzy => "fuzzy",
        Reason::Synonym => "synonym",
        Reason::Theme => "theme",
    };
    html! {
        <mark class={classes!("hit", class)} title={i18n::reason(reason, view.language())}>{ text }</mark>
    }
}

/// Returns where a passage stands: the short name of its document, and its number there.
pub fn place(view: &View, metadata: &Metadata, number: &str) -> Html {
    html! {
        <>
            <bdi>{ i18n::of(&metadata.short, view.language()) }</bdi>
            <span class="number">{ i18n::PLACE_SIGN }{ number }</span>
        </>
    }
}

/// Returns the names of the people who speak in some runs, each once. The voice of an official text has no name.
pub fn speakers(view: &View, runs: &[HighlightedRun]) -> Vec<String> {
    let is_speech =
        |run: &&HighlightedRun| matches!(run.kind, RunKind::Span(Voice::Direct | Voice::Reported));
    let mut names: Vec<String> = Vec::new();
    for run in runs.iter().filter(is_speech) {
        let speaker = run
            .speaker
            .and_then(|place| view.searcher.index().about().speakers.get(place as usize));
        let name =
            speaker.map(|speaker| isolated(i18n::of(&speaker.name, view.language())).into_owned());
        names.extend(name.filter(|name| !names.contains(name)));
    }
    names
}
