//! What is found: as passages, each with its place, its date, who speaks, and its hits; or as a concordance.

use super::concordance::{Arrangement, Concordance};
use super::nothing::Nothing;
use super::select::Select;
use super::why::{self, Why};
use super::{View, ViewProps, passage};
use crate::state::{Action, Listing};
use crate::url::RESULTS;
use crate::words;
use frise_engine::corpus::RunKind;
use frise_engine::search::{Found, MarkedRun, Sort};
use yew::prelude::*;

/// How many passages are shown at first, and how many more each time.
const STEP: usize = 30;
/// How many words of a passage are shown.
const SNIPPET: u32 = 60;

/// The list.
#[component]
pub fn Results(props: &ViewProps) -> Html {
    let view = &props.view;
    let shown = use_state(|| STEP);
    {
        let shown = shown.clone();
        use_effect_with(view.answer.clone(), move |_| shown.set(STEP));
    }
    let passages = &view.answer.passages;
    let more = {
        let shown = shown.clone();
        Callback::from(move |_: MouseEvent| shown.set(*shown + STEP))
    };
    let rest = passages.len().saturating_sub(*shown);
    let lined = view.state.listing == Listing::Concordance;
    html! {
        <section class="results" id={RESULTS} tabindex="-1" aria-labelledby="passages">
            <div class="section-head">
                <h2 id="passages" class="unseen">{ if lined { view.pick("Concordance", "Concordance") } else { view.pick("Passages", "Passages") } }</h2>
                <p class="tabs">
                    { tab(view, Listing::Passages, view.pick("Passages", "Passages")) }
                    { tab(view, Listing::Concordance, view.pick("Concordance", "Concordance")) }
                </p>
                if !passages.is_empty() && lined { <Arrangement view={view.clone()} /> }
                if passages.len() > 1 && !lined { <Order view={view.clone()} /> }
            </div>
            if passages.is_empty() {
                <Nothing view={view.clone()} />
            } else if lined {
                <Concordance view={view.clone()} />
            } else {
                <ol>{ for passages.iter().take(*shown).map(|found| item(view, found)) }</ol>
                if rest > 0 {
                    <button type="button" class="more" onclick={more}>
                        { view.pick("Afficher la suite", "Show more") }{ " " }<span>{ words::passages(rest, view.language()) }</span>
                    </button>
                }
            }
        </section>
    }
}

/// One of the two ways to list the answer.
fn tab(view: &View, listing: Listing, label: &str) -> Html {
    let action = Action::Listed(listing);
    let current = (view.state.listing == listing).then_some("true");
    html! { <a href={view.address_after(&action)} onclick={view.follow(action)} aria-current={current}>{ label.to_string() }</a> }
}

fn item(view: &View, found: &Found) -> Html {
    let place = found.passage;
    let index = view.searcher.index();
    let metadata = &index.documents()[index.document_of(place)].metadata;
    let all = view.searcher.marked(place, &view.answer.plan, &[]);
    let runs = view.searcher.snippet(
        place,
        &view.answer.plan,
        &view.state.filters.themes,
        SNIPPET,
    );
    let action = Action::Opened(place);
    let id = index.passage_id(place);
    let number = id
        .rsplit_once(".p")
        .map_or("", |(_, number)| number)
        .to_string();
    let speakers = passage::speakers(view, &all);
    let heading = all
        .iter()
        .rev()
        .find(|run| matches!(run.kind, RunKind::Heading(_)));
    let open = view.state.passage == Some(place);
    html! {
        <li key={place} class={classes!("found", open.then_some("open"))}>
            <p class="where">
                <a href={view.address_after(&action)} onclick={view.follow(action)} aria-current={open.then_some("true")}>
                    { words::of(&metadata.short, view.language()) }<span class="number">{ "\u{a0}§\u{a0}" }{ number }</span>
                </a>
                { view.date(metadata) }
                if !speakers.is_empty() { <span class="who">{ speakers.join(", ") }</span> }
            </p>
            if let Some(heading) = heading { <p class="heading" lang={metadata.language.clone()}>{ passage::run(view, heading) }</p> }
            <p class="snippet" lang={metadata.language.clone()}>{ for runs.iter().map(|run: &MarkedRun| passage::run(view, run)) }</p>
            if found.score > 0.0 { <Why view={view.clone()} found={*found} reasons={why::reasons(&all)} /> }
        </li>
    }
}

/// The choice of order.
#[component]
fn Order(props: &ViewProps) -> Html {
    let view = &props.view;
    let act = view.act.clone();
    let sorts = [Sort::Relevance, Sort::Oldest, Sort::Newest];
    let choose = Callback::from(move |place: usize| {
        if let Some(sort) = sorts.get(place) {
            act.emit(Action::Sorted(*sort));
        }
    });
    html! {
        <Select id="order" class="order" label={view.pick("Ordre", "Order").to_string()} {choose}
            options={sorts.map(|sort| words::sort(sort, view.language()).into()).to_vec()}
            chosen={sorts.iter().position(|sort| *sort == view.state.sort).unwrap_or(0)} />
    }
}
