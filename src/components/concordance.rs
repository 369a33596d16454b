//! The concordance (KWIC): each hit on a line with its context on either side, and how often it occurs.

mod arrangement;
mod fit;
mod layout;

pub use arrangement::Arrangement;

use super::controls::{ActionLink, DocumentDate, ShowMore};
use super::hue::Hues;
use super::summary::text::counted_words;
use super::width::use_width;
use super::{Shared, View, ViewProps, passage};
use crate::chart::px;
use crate::i18n;
use crate::state::Action;
use crate::web::{self, Ruler};
use frise_date::Tongue;
use frise_index::concordance::{Context, Count, Line, counts, lines, sorted};
use frise_text::{direction, isolated};
use layout::Layout;
use yew::prelude::*;

/// How many lines are shown at first, and how many more on each click.
const STEP: usize = 100;
/// A text in whose face and size letters are measured.
const SAMPLE: &str = "une communauté de destin";
/// The size of the letters of lines in CSS pixels, where it cannot be measured.
const SIZE: f64 = 15.0;
/// From so many words on either side, which no line has room for, contexts take several lines.
const WRAPPED: u32 = 25;

/// The lines of the answer, and their counts.
#[component]
pub fn Concordance(props: &ViewProps) -> Html {
    let view = &props.view;
    let index = view.searcher.index();
    let found = use_memo(
        (
            view.answer.clone(),
            view.state.filters.clone(),
            view.while_in_shards(),
        ),
        |(answer, filters, _)| {
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
    let (sample, place_sample) = (use_node_ref(), use_node_ref());
    let measured = use_width(&sample).filter(|_| web::is_there());
    let rulers = use_memo(measured, |measured| {
        measured.and_then(|_| Some((Ruler::of(&sample)?, Ruler::of(&place_sample)?)))
    });
    let shown = use_state(|| STEP);
    {
        let shown = shown.clone();
        let asked = (
            view.answer.clone(),
            view.state.filters.clone(),
            order.1,
            order.2,
        );
        use_effect_with(asked, move |_| shown.set(STEP));
    }
    let show_more = {
        let shown = shown.clone();
        Callback::from(move |_| shown.set(*shown + STEP))
    };
    let probe = html! {
        <div aria-hidden="true">
            <span class="sample" ref={sample}>{ SAMPLE }</span>
            <span class="sample where" ref={place_sample}>{ SAMPLE }</span>
        </div>
    };
    if ordered.is_empty() {
        return html! {
            <div class="concordance" ref={host}>
                { probe }
                <p class="no-lines">
                { view.pick("Rien à aligner\u{a0}: cherchez un mot, ou choisissez un thème.", "Nothing to align: search for a word, or choose a theme.") }
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
    let wraps = view.state.context >= WRAPPED;
    let usual = |sign| fit::usual(sign) * SIZE;
    let letter = |sign| match &*rulers {
        Some((text, _)) => text.letter(sign),
        None => usual(sign),
    };
    let place_letter = |sign| match &*rulers {
        Some((_, place)) => place.letter(sign),
        None => usual(sign),
    };
    let size = rulers
        .as_ref()
        .as_ref()
        .map_or(SIZE, |(text, _)| text.size());
    let hits = drawn.iter().map(|(_, context)| &*context.hit);
    // Drawn before the width is known, lines would take twice the time, and move.
    let known = width.unwrap_or(0.0);
    let layout = Layout {
        width: known,
        pivot: layout::pivot(known, hits, &letter),
        size,
        is_cut: !wraps,
        letter: &letter,
        place_letter: &place_letter,
    };
    html! {
        <div
            class={classes!("concordance", wraps.then_some("wraps"), width.is_none().then_some("measuring"))}
            ref={host}
            style={format!("--pivot:{}px", px(layout.pivot))}
        >
            { probe }
            { frequency(view, counted) }
            if width.is_some() {
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
                            { row(view, &hues, line, &context, &layout) }
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
            }
        </div>
    }
}

fn row(view: &View, hues: &Hues, line: &Line, context: &Context, layout: &Layout) -> Html {
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
    let short = i18n::of(&metadata.short, view.language());
    let place = [short, i18n::PLACE_SIGN, number].concat();
    let (left, right) = layout.cut(context, &place);
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
                <span {dir}>{ before(context, left) }</span>
            </td>
            <td role="cell" class="pivot" lang={lang.clone()} {dir}>
                <ActionLink {view} action={Action::Opened(passage)} is_current={is_open}>
                    { passage::highlight(view, line.hit.reason, &context.hit) }
                </ActionLink>
            </td>
            <td role="cell" class="right" {lang}>
                <span {dir}>{ after(context, right) }</span>
            </td>
        </tr>
    }
}

/// Returns the text before a hit, cut at a byte. What is cut off is there for paper and is not shown.
fn before(context: &Context, at: usize) -> Html {
    let more = if context.is_cut_left { "… " } else { "" };
    let (cut, kept) = context.left.split_at(at);
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
fn after(context: &Context, at: usize) -> Html {
    let more = if context.is_cut_right { " …" } else { "" };
    let (kept, cut) = context.right.split_at(at);
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
