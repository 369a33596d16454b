//! The concordance (KWIC): each hit on a line with its context on either side, and how often it occurs.

mod arrangement;
mod fit;

pub use arrangement::Arrangement;

use super::controls::{ActionLink, DocumentDate, ShowMore};
use super::hue::Hues;
use super::summary::text::counted_words;
use super::width::use_width;
use super::{Shared, View, ViewProps, passage};
use crate::chart::px;
use crate::state::Action;
use crate::{i18n, web};
use frise_date::Tongue;
use frise_index::concordance::{Context, Count, Line, counts, lines, sorted};
use frise_text::{direction, isolated};
use yew::prelude::*;

/// How many lines are shown at first, and how many more on each click.
const STEP: usize = 100;
/// A text by whose width the size of letters is measured.
const SAMPLE: &str = "une communauté de destin";
/// The size of the letters of lines in CSS pixels, where it cannot be measured.
const LETTER: f64 = 15.0;
/// From so many words on either side, which no line has room for, contexts take several lines.
const WRAPPED: u32 = 25;

/// On a width smaller than this, the place of a line stands above it.
const NARROW: f64 = 704.0;
/// On a width smaller than this, a hit begins the second of two lines: its context before it has the first, beside the place.
const TWO_LINES: f64 = 480.0;
/// The shares of two lines that contexts have: of the first, beside the place; and of what the hit leaves of the second. Letters
/// are wider in some browsers than they are measured, so neither line is filled.
const FIRST_LINE_SHARE: f64 = 0.27;
const SECOND_LINE_SHARE: f64 = 0.54;
/// The share of the width that the places of lines have beside them, and the largest share of the hits.
const PLACE_SHARE: f64 = 0.22;
const HIT_SHARE: f64 = 0.64;
/// How much wider a text may be than is estimated.
const SLACK: f64 = 1.06;
/// The space around a hit.
const AROUND: f64 = 28.0;

/// The lines of the answer, and their counts.
#[component]
pub fn Concordance(props: &ViewProps) -> Html {
    let view = &props.view;
    let index = view.searcher.index();
    let found = use_memo(
        (view.answer.clone(), view.state.filters.clone()),
        |(answer, filters)| {
            let found = lines(&view.searcher, answer, filters);
            let counts = counts(&view.searcher, &found, filters);
            (found, counts)
        },
    );
    let (_, counted) = &*found;
    let order = (
        Shared(found.clone()),
        view.state.keys.clone(),
        view.language() == Tongue::French,
    );
    let ordered = use_memo(order.clone(), |(found, keys, is_french)| {
        sorted(index, found.0.0.clone(), keys, *is_french)
    });
    let host = use_node_ref();
    let width = use_width(&host);
    let sample = use_node_ref();
    let measured = use_width(&sample).filter(|_| web::is_there());
    let shown = use_state(|| STEP);
    {
        let shown = shown.clone();
        use_effect_with(order, move |_| shown.set(STEP));
    }
    let show_more = {
        let shown = shown.clone();
        Callback::from(move |_| shown.set(*shown + STEP))
    };
    let probe = html! { <span class="sample" ref={sample} aria-hidden="true">{ SAMPLE }</span> };
    if ordered.is_empty() {
        return html! {
            <div class="concordance" ref={host}>
                { probe }
                <p class="no-lines">
                { view.pick("Rien à aligner\u{a0}: cherchez un mot, ou tenez un thème.", "Nothing to align: search for a word, or hold a theme.") }
                </p>
            </div>
        };
    }
    let rest = ordered.len().saturating_sub(*shown);
    let hues = Hues::of(view);
    let drawn: Vec<(&Line, Context)> = ordered
        .iter()
        .take(*shown)
        .map(|line| (line, line.context(index, view.state.context)))
        .collect();
    let longest = drawn
        .iter()
        .map(|(_, context)| fit::width(&context.hit))
        .fold(0.0, f64::max);
    let width = width.unwrap_or(0.0);
    let letter = measured.map_or(LETTER, |measured| measured / fit::width(SAMPLE));
    let pivot = (longest * letter * SLACK + AROUND).min(width * HIT_SHARE);
    let places = if width < NARROW { 0.0 } else { PLACE_SHARE };
    let wraps = view.state.context >= WRAPPED;
    // Before the width is known, nothing is cut, and the style sheet hides what does not fit.
    let room = if wraps || width == 0.0 {
        Room::ENDLESS
    } else if width < TWO_LINES {
        Room {
            left: width * FIRST_LINE_SHARE / (letter * SLACK),
            right: (width - pivot) * SECOND_LINE_SHARE / (letter * SLACK),
        }
    } else {
        let side = (width * (1.0 - places) - pivot) / 2.0 / (letter * SLACK);
        Room {
            left: side,
            right: side,
        }
    };
    html! {
        <div
            class={classes!("concordance", wraps.then_some("wraps"))}
            ref={host}
            style={format!("--pivot:{}px", px(pivot))}
        >
            { probe }
            { frequency(view, counted) }
            <table role="table" aria-label="Concordance">
                <thead role="rowgroup">
                    <tr role="row">
                        <th role="columnheader" scope="col">{ view.pick("Où", "Where") }</th>
                        <th role="columnheader" scope="col" class="left">{ view.pick("Avant", "Before") }</th>
                        <th role="columnheader" scope="col" class="pivot">{ view.pick("Mot", "Word") }</th>
                        <th role="columnheader" scope="col" class="right">{ view.pick("Après", "After") }</th>
                    </tr>
                </thead>
                <tbody role="rowgroup">
                    for (line, context) in drawn {
                        { row(view, &hues, line, &context, room) }
                    }
                </tbody>
            </table>
            if rest > 0 {
                <ShowMore
                    language={view.language()}
                    rest={i18n::lines(rest, view.language())}
                    onclick={show_more}
                />
            }
        </div>
    }
}

/// The room on either side of a hit, in em.
#[derive(Clone, Copy)]
struct Room {
    left: f64,
    right: f64,
}

impl Room {
    /// Room for contexts of any length.
    const ENDLESS: Room = Room {
        left: f64::INFINITY,
        right: f64::INFINITY,
    };
}

fn row(view: &View, hues: &Hues, line: &Line, context: &Context, room: Room) -> Html {
    let index = view.searcher.index();
    let passage = line.hit.passage;
    let metadata = &index.documents()[index.document_of(passage)].metadata;
    let lang = AttrValue::from(metadata.language.clone());
    let dir = direction(&metadata.language);
    let id = index.passage_id(passage);
    let number = id.rsplit_once(".p").map_or("", |(_, number)| number);
    let speaker = line
        .speaker
        .and_then(|speaker| index.about().speakers.get(speaker as usize))
        .map(|speaker| i18n::of(&speaker.name, view.language()));
    let is_open = view.state.passage == Some(passage);
    html! {
        <tr
            role="row"
            key={line.hit.start}
            class={classes!(hues.class(view, passage), is_open.then_some("open"))}
            data-passage={passage.to_string()}
        >
            <th role="rowheader" scope="row" class="where">
                { passage::place(view, metadata, number) }
                if let Some(speaker) = speaker {
                    { " " }
                    <span class="who" dir="auto">{ speaker }</span>
                }
            </th>
            <td role="cell" class="left" lang={lang.clone()}>
                <span {dir}>{ left(context, room.left) }</span>
            </td>
            <td role="cell" class="pivot" lang={lang.clone()} {dir}>
                <ActionLink {view} action={Action::Opened(passage)} is_current={is_open}>
                    { passage::highlight(view, line.hit.reason, &context.hit) }
                </ActionLink>
            </td>
            <td role="cell" class="right" {lang}>
                <span {dir}>{ right(context, room.right) }</span>
            </td>
        </tr>
    }
}

/// Returns the text before a hit. What does not fit is there for paper and is not shown.
fn left(context: &Context, room: f64) -> Html {
    let more = if context.is_cut_left { "… " } else { "" };
    let (cut, kept) = context.left.split_at(fit::last_words(&context.left, room));
    if cut.is_empty() {
        return html! { <>{ more }{ kept }</> };
    }
    html! {
        <>
            <span class="cut">{ more }{ cut }</span>
            <span class="ellipsis" aria-hidden="true">{ "…" }</span>
            { kept }
        </>
    }
}

/// Returns the text after a hit, in the same way.
fn right(context: &Context, room: f64) -> Html {
    let more = if context.is_cut_right { " …" } else { "" };
    let (kept, cut) = context
        .right
        .split_at(fit::first_words(&context.right, room));
    if cut.is_empty() {
        return html! { <>{ kept }{ more }</> };
    }
    html! {
        <>
            { kept }
            <span class="ellipsis" aria-hidden="true">{ " …" }</span>
            <span class="cut">{ cut }{ more }</span>
        </>
    }
}

/// Returns the frequency in a sentence, which unfolds into the counts by document.
fn frequency(view: &View, counted: &[Count]) -> Html {
    let language = view.language();
    let documents = view.searcher.index().documents();
    let whole = Count {
        document: 0,
        hits: counted.iter().map(|count| count.hits).sum(),
        words: counted.iter().map(|count| count.words).sum(),
    };
    let with = counted.iter().filter(|count| count.hits > 0).count();
    let sentence = i18n::frequency(
        whole.hits,
        view.answer.passages.len(),
        with,
        whole.rate(),
        whole.words,
        language,
    );
    let row = |count: &Count| {
        let metadata = &documents[count.document].metadata;
        html! {
            <tr>
                <th scope="row">{ isolated(i18n::of(&metadata.short, language)).into_owned() }</th>
                <td><DocumentDate date={metadata.date} {language} /></td>
                <td class="figure">{ i18n::number(count.hits, language) }</td>
                <td class="figure">{ i18n::number(count.words, language) }</td>
                <td class="figure">{ i18n::decimal(count.rate(), 1, language) }</td>
            </tr>
        }
    };
    let by_document = view.pick("Par document", "By document");
    html! {
        <details class="frequency">
            <summary>
                { sentence }
                if let Some(words) = counted_words(view) {
                    { ". " }
                    { words }
                }
            </summary>
            <div class="scrolls" tabindex="0" role="group" aria-label={by_document}>
                <table>
                    <caption>{ by_document }</caption>
                    <thead>
                        <tr>
                            <th scope="col">{ "Document" }</th>
                            <th scope="col">{ "Date" }</th>
                            <th scope="col" class="figure">{ "occurrences" }</th>
                            <th scope="col" class="figure">{ view.pick("mots", "words") }</th>
                            <th scope="col" class="figure">
                                { view.pick(
                                    "occurrences pour 10\u{202f}000\u{a0}mots",
                                    "occurrences per 10,000 words",
                                ) }
                            </th>
                        </tr>
                    </thead>
                    <tbody>{ for counted.iter().map(row) }</tbody>
                </table>
            </div>
        </details>
    }
}
