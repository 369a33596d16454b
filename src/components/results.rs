//! The list of what is found: passages with their place, date, speakers and snippet, or a concordance.

use super::app::LIST;
use super::controls::{ActionLink, DocumentDate, ShowMore};
use super::deferred::{Deferred, Later};
use super::hue::Hues;
use super::score::{self, ScoreProps};
use super::select::Select;
use super::{View, ViewProps, passage};
use crate::state::{Action, Listing};
use crate::url::RESULTS;
use crate::{i18n, web};
use frise_date::year_short;
use frise_index::model::RunKind;
use frise_index::search::{ScoredPassage, Sort};
use frise_text::direction;
use yew::prelude::*;

/// How many passages are shown at first, and how many more on each click.
const STEP: usize = 30;
/// How many passages are shown before all of the page is drawn: more than fit on a screen below the rest.
const FIRST: usize = 5;
/// The length of a snippet in words.
const SNIPPET: u32 = 60;

/// Props of [`Results`].
#[derive(Clone, PartialEq, Properties)]
pub struct ResultsProps {
    /// The page.
    pub view: View,
    /// Whether all of the page is drawn.
    pub is_whole: bool,
}

/// The list.
#[component]
pub fn Results(props: &ResultsProps) -> Html {
    let ResultsProps { view, is_whole } = props;
    let passages = &view.answer.passages;
    let is_concordance = view.state.listing == Listing::Concordance;
    let shown = use_state_eq(|| STEP);
    {
        let shown = shown.clone();
        use_effect_with(view.answer.clone(), move |_| {
            shown.set(STEP);
            // What is found first is in view.
            web::scroll_to_start(LIST);
            web::scroll_to_start(RESULTS);
        });
    }
    let show_more = {
        let shown = shown.clone();
        Callback::from(move |_| shown.set(*shown + STEP))
    };
    let drawn = if *is_whole { *shown } else { FIRST };
    let rest = passages.len().saturating_sub(*shown);
    let hues = Hues::of(view);
    html! {
        <section class="results" id={RESULTS} tabindex="-1" aria-labelledby="passages">
            <div class="section-head">
                <h2 id="passages" class="unseen">
                    { if is_concordance { "Concordance" } else { "Passages" } }
                </h2>
                <p class="tabs">
                    <ActionLink
                        {view}
                        action={Action::Listed(Listing::Passages)}
                        is_current={!is_concordance}
                    >
                        { "Passages" }
                    </ActionLink>
                    <ActionLink
                        {view}
                        action={Action::Listed(Listing::Concordance)}
                        is_current={is_concordance}
                    >
                        { "Concordance" }
                    </ActionLink>
                </p>
                if !passages.is_empty() && is_concordance {
                    <Later {view} part={Deferred::Arrangement(ViewProps { view: view.clone() })} />
                }
                if passages.len() > 1 && !is_concordance {
                    <Order {view} />
                }
            </div>
            if passages.is_empty() && view.is_partial {
                <p class="later">{ view.pick("Recherche…", "Searching…") }</p>
            } else if passages.is_empty() {
                <Later {view} part={Deferred::ZeroResults(ViewProps { view: view.clone() })} />
            } else if is_concordance {
                <Later {view} part={Deferred::Concordance(ViewProps { view: view.clone() })} />
            } else {
                <ol>{ list(view, &hues, &passages[..drawn.min(passages.len())]) }</ol>
                if rest > 0 && *is_whole {
                    <ShowMore
                        language={view.language()}
                        rest={i18n::passages(rest, view.language())}
                        onclick={show_more}
                    />
                }
            }
        </section>
    }
}

/// Returns passages in a list. Where they stand in the order of time, each year has its heading, which stays in view above its
/// passages.
fn list(view: &View, hues: &Hues, passages: &[ScoredPassage]) -> Html {
    let index = view.searcher.index();
    let is_by_time = !view.answer.plan.can_hit() || view.state.sort != Sort::Relevance;
    let mut before = None;
    let mut items = Vec::with_capacity(passages.len());
    for found in passages {
        let metadata = &index.documents()[index.document_of(found.passage)].metadata;
        let year = metadata.date.map(|date| date.earliest().ymd().0);
        if is_by_time && before != Some(year) {
            let name = match year {
                Some(year) => year_short(year, view.language()),
                None => i18n::date(None, view.language()),
            };
            // Ranges of dates may bring a year back, so that its name is no key.
            let key = format!("before {}", found.passage);
            // Each passage says its date.
            items.push(html! { <li {key} class="year" aria-hidden="true">{ name }</li> });
        }
        before = Some(year);
        items.push(item(view, hues, found));
    }
    items.into_iter().collect()
}

fn item(view: &View, hues: &Hues, found: &ScoredPassage) -> Html {
    let place = found.passage;
    let index = view.searcher.index();
    let metadata = &index.documents()[index.document_of(place)].metadata;
    let dir = direction(&metadata.language);
    let all = view.searcher.highlight(place, &view.answer.plan, &[]);
    let snippet = view.searcher.snippet(
        place,
        &view.answer.plan,
        &view.state.filters.themes,
        SNIPPET,
    );
    let id = index.passage_id(place);
    let number = id.rsplit_once(".p").map_or("", |(_, number)| number);
    let speakers = passage::speakers(view, &all);
    let heading = all
        .iter()
        .rev()
        .find(|run| matches!(run.kind, RunKind::Heading(_)));
    let is_open = view.state.passage == Some(place);
    html! {
        <li
            key={place}
            class={classes!("found", hues.class(view, place), is_open.then_some("open"))}
            data-passage={place.to_string()}
        >
            <p class="where">
                <ActionLink {view} action={Action::Opened(place)} is_current={is_open}>
                    { passage::place(view, metadata, number) }
                </ActionLink>
                <DocumentDate date={metadata.date} language={view.language()} />
                if !speakers.is_empty() {
                    <span class="who">{ speakers.join(", ") }</span>
                }
            </p>
            if let Some(heading) = heading {
                <p class="heading" lang={metadata.language.clone()} {dir}>
                    { passage::run(view, heading) }
                </p>
            }
            <p class="snippet" lang={metadata.language.clone()} {dir}>
                { for snippet.iter().map(|run| passage::run(view, run)) }
            </p>
            if found.score > 0.0 {
                <Later
                    {view}
                    part={Deferred::Score(ScoreProps {
                        view: view.clone(),
                        found: *found,
                        reasons: score::reasons(&all),
                    })}
                >
                    // An empty line keeps the page in place.
                    <p class="why waiting" aria-hidden="true">{ "\u{a0}" }</p>
                </Later>
            }
        </li>
    }
}

/// The choice of the order of passages.
#[component]
fn Order(props: &ViewProps) -> Html {
    const SORTS: [Sort; 3] = [Sort::Relevance, Sort::Oldest, Sort::Newest];
    let view = &props.view;
    // Without a word to rank by, passages come in the order of time.
    let sorts = &SORTS[usize::from(!view.answer.plan.can_hit())..];
    let choose = {
        let act = view.act.clone();
        Callback::from(move |place: usize| {
            if let Some(sort) = sorts.get(place) {
                act.emit(Action::Sorted(*sort));
            }
        })
    };
    let name = |sort: &Sort| AttrValue::from(i18n::sort(*sort, view.language()));
    let options: Vec<AttrValue> = sorts.iter().map(name).collect();
    let chosen = sorts.iter().position(|sort| *sort == view.state.sort);
    html! {
        <Select
            id="order"
            class="order"
            label={view.pick("Ordre", "Order")}
            {options}
            chosen={chosen.unwrap_or(0)}
            {choose}
        />
    }
}
