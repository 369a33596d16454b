//! The passages that are found, each with its place, its date, who speaks, and its hits.

use super::{View, ViewProps, passage};
use crate::state::Action;
use crate::url::RESULTS;
use crate::words;
use frise_engine::corpus::RunKind;
use frise_engine::date::phrase;
use frise_engine::query::parse;
use frise_engine::search::{Filters, MarkedRun, Sort};
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
        let asked = (
            view.state.query.clone(),
            view.state.filters.clone(),
            view.state.sort,
        );
        use_effect_with(asked, move |_| shown.set(STEP));
    }
    let passages = &view.answer.passages;
    let more = {
        let shown = shown.clone();
        Callback::from(move |_: MouseEvent| shown.set(*shown + STEP))
    };
    let rest = passages.len().saturating_sub(*shown);
    html! {
        <section class="results" id={RESULTS} tabindex="-1" aria-labelledby="passages">
            <div class="section-head">
                <h2 id="passages">{ view.pick("Passages", "Passages") }</h2>
                if passages.len() > 1 { <Order view={view.clone()} /> }
            </div>
            if passages.is_empty() { <Nothing view={view.clone()} /> }
            <ol>{ for passages.iter().take(*shown).map(|found| item(view, found.passage)) }</ol>
            if rest > 0 {
                <button type="button" class="more" onclick={more}>
                    { view.pick("Afficher la suite", "Show more") }{ " " }<span>{ words::passages(rest, view.language()) }</span>
                </button>
            }
        </section>
    }
}

fn item(view: &View, place: u32) -> Html {
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
                <time datetime={metadata.date.to_string()}>{ phrase(&metadata.date, view.language()) }</time>
                if !speakers.is_empty() { <span class="who">{ speakers.join(", ") }</span> }
            </p>
            if let Some(heading) = heading { <p class="heading" lang={metadata.language.clone()}>{ passage::run(view, heading) }</p> }
            <p class="snippet" lang={metadata.language.clone()}>{ for runs.iter().map(|run: &MarkedRun| passage::run(view, run)) }</p>
        </li>
    }
}

/// The choice of order.
#[component]
fn Order(props: &ViewProps) -> Html {
    let view = &props.view;
    let act = view.act.clone();
    let sorts = [Sort::Relevance, Sort::Oldest, Sort::Newest];
    let onchange = Callback::from(move |event: Event| {
        let chosen = crate::browser::value(&event).and_then(|value| value.parse::<usize>().ok());
        if let Some(sort) = chosen.and_then(|chosen| sorts.get(chosen)) {
            act.emit(Action::Sorted(*sort));
        }
    });
    let option = |(place, sort): (usize, &Sort)| {
        html! { <option value={place.to_string()} selected={view.state.sort == *sort}>{ words::sort(*sort, view.language()) }</option> }
    };
    html! {
        <label class="order">
            <span>{ view.pick("Ordre", "Order") }</span>
            <select {onchange}>{ for sorts.iter().enumerate().map(option) }</select>
        </label>
    }
}

/// What to do where nothing is found: what would find something, with how much.
#[component]
fn Nothing(props: &ViewProps) -> Html {
    let view = &props.view;
    let typed = view.state.query.trim();
    let count = |query: &str, filters: &Filters| {
        view.searcher
            .search(&parse(query), filters, Sort::Relevance)
            .passages
            .len()
    };
    let unfiltered = if view.state.filters.is_empty() {
        0
    } else {
        count(typed, &Filters::default())
    };
    let loose = [
        format!("{typed}*"),
        format!("{typed}~1"),
        format!("{typed}~2"),
    ];
    let other = loose
        .into_iter()
        .filter(|_| typed.ends_with(char::is_alphanumeric))
        .find_map(|query| {
            let found = count(&query, &view.state.filters);
            (found > 0).then_some((query, found))
        });
    let colon = view.pick("\u{a0}: ", ": ");
    html! {
        <div class="nothing">
            <p>{ view.pick("Aucun passage ne répond à tout ce qui est demandé.", "No passage answers all that is asked.") }</p>
            if unfiltered > 0 {
                <p><button type="button" onclick={view.will(Action::Unfiltered)}>{ view.pick("Chercher sans les filtres", "Search without the filters") }</button>
                    { colon }{ words::passages(unfiltered, view.language()) }</p>
            }
            if let Some((query, found)) = &other {
                <p><button type="button" onclick={view.will(Action::Asked(query.clone()))}>{ view.pick("Chercher", "Search for") }{ " " }<code>{ query }</code></button>
                    { colon }{ words::passages(*found, view.language()) }</p>
            }
            if unfiltered == 0 && other.is_none() {
                <p>{ view.pick("Essayez moins de mots, ou d’autres.", "Try fewer words, or others.") }</p>
            }
            <p><button type="button" onclick={view.will(Action::Cleared)}>{ view.pick("Tout effacer et revoir le corpus entier", "Clear all and see the whole corpus") }</button></p>
        </div>
    }
}
