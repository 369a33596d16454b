//! What is found: as passages, each with its place, its date, who speaks, and its hits; or as a concordance.

use super::concordance::{Concordance, arrangement};
use super::elements::{classes, date, element, link, more, text};
use super::hooks::{use_after, use_kept_if_other};
use super::nothing::nothing;
use super::select::Select;
use super::why::{self, Why};
use super::{View, passage};
use crate::state::{Action, Listing};
use crate::url::RESULTS;
use crate::words;
use frise_index::model::RunKind;
use frise_index::search::{HighlightedRun, ScoredPassage, Sort};
use frise_markup::html;
use yew::prelude::*;

/// How many passages are shown at first, and how many more each time.
const STEP: usize = 30;
/// How many are shown before all of the page is: more than a screen holds below the rest.
const FIRST: usize = 5;
/// How many words of a passage are shown.
const SNIPPET: u32 = 60;

/// What the list is made from.
#[derive(Clone, PartialEq, Properties)]
pub struct ResultsProps {
    /// What was asked, and the answer.
    pub view: View,
    /// Whether all of the page is drawn yet.
    pub is_whole: bool,
}

/// The list.
#[component]
pub fn Results(props: &ResultsProps) -> Html {
    let view = &props.view;
    let shown = use_kept_if_other(|| STEP);
    let drawn = if props.is_whole { *shown } else { FIRST };
    {
        let shown = shown.clone();
        use_after(view.answer.clone(), move |_| shown.set(STEP));
    }
    let passages = &view.answer.passages;
    let rest = passages.len().saturating_sub(*shown);
    let lined = view.state.listing == Listing::Concordance;
    html! {
        <section class="results" id={RESULTS} tabindex="-1" aria-labelledby="passages">
            <div class="section-head">
                <h2 id="passages" class="unseen">{ if lined { "Concordance" } else { "Passages" } }</h2>
                <p class="tabs">
                    { tab(view, Listing::Passages, "Passages") }
                    { tab(view, Listing::Concordance, "Concordance") }
                </p>
                if !passages.is_empty() && lined { { arrangement(view) } }
                if passages.len() > 1 && !lined { { order(view) } }
            </div>
            if passages.is_empty() {
                { nothing(view) }
            } else if lined {
                <Concordance view={view.clone()} />
            } else {
                <ol>{ for passages.iter().take(drawn).map(|found| item(view, found)) }</ol>
                if rest > 0 && props.is_whole { { more(view, &shown, STEP, words::passages(rest, view.language())) } }
            }
        </section>
    }
}

/// One of the two ways to list the answer.
fn tab(view: &View, listing: Listing, label: &str) -> Html {
    let is_current = view.state.listing == listing;
    link(view, "", Action::Listed(listing), is_current, text(label))
}

fn item(view: &View, found: &ScoredPassage) -> Html {
    let place = found.passage;
    let index = view.searcher.index();
    let metadata = &index.documents()[index.document_of(place)].metadata;
    let all = view.searcher.highlight(place, &view.answer.plan, &[]);
    let runs = view.searcher.snippet(
        place,
        &view.answer.plan,
        &view.state.filters.themes,
        SNIPPET,
    );
    let action = Action::Opened(place);
    let id = index.passage_id(place);
    let number = id.rsplit_once(".p").map_or("", |(_, number)| number);
    let speakers = passage::speakers(view, &all);
    let heading = all
        .iter()
        .rev()
        .find(|run| matches!(run.kind, RunKind::Heading(_)));
    let open = view.state.passage == Some(place);
    html! {
        <li key={place} class={classes(&[("found", true), ("open", open)])}>
            <p class="where">
                { link(view, "", action, open, passage::place(view, metadata, number)) }
                { date(view, metadata) }
                if !speakers.is_empty() { { element("span", "who", text(&speakers.join(", "))) } }
            </p>
            if let Some(heading) = heading { <p class="heading" lang={metadata.language.clone()}>{ passage::run(view, heading) }</p> }
            <p class="snippet" lang={metadata.language.clone()}>{ for runs.iter().map(|run: &HighlightedRun| passage::run(view, run)) }</p>
            if found.score > 0.0 { <Why view={view.clone()} found={*found} reasons={why::reasons(&all)} /> }
        </li>
    }
}

/// The choice of order.
fn order(view: &View) -> Html {
    let act = view.act.clone();
    let sorts = [Sort::Relevance, Sort::Oldest, Sort::Newest];
    let choose = Callback::from(move |place: usize| {
        if let Some(sort) = sorts.get(place) {
            act.emit(Action::Sorted(*sort));
        }
    });
    html! {
        <Select id="order" class="order" label={view.pick("Ordre", "Order")} {choose}
            options={sorts.map(|sort| words::sort(sort, view.language()).into()).to_vec()}
            chosen={sorts.iter().position(|sort| *sort == view.state.sort).unwrap_or(0)} />
    }
}
