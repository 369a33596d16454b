//! Groups of lanes on the axis of the wall, for speakers, themes, documents, kinds or voices. The name of a lane filters; its
//! track has the passages along the same time as the documents above.
//!
//! Of many lanes, those with most passages are shown, any can be found by name, and the others stand together in one lane.

use super::lane::{FEW, Lane, heading, lanes, title, together};
use super::scene::{Scene, SceneProps};
use super::track::{LANE_HEIGHT, Track, in_lane};
use crate::chart::{Drawing, Path};
use crate::components::View;
use crate::components::hue::Hues;
use crate::components::select::Select;
use crate::i18n;
use crate::state::{Action, Choice, Subject};
use crate::web;
use frise_date::Tongue;
use frise_index::search::PassageSet;
use frise_text::{fold, isolated};
use std::cmp::Reverse;
use std::rc::Rc;
use yew::prelude::*;

/// How many lanes are shown at first where their names stand above them; beside names, [`FEW`] are.
const SHOWN_NARROW: usize = 6;
/// On an axis narrower than this, names stand above their lanes.
const NARROW: f64 = 400.0;
/// From this many lanes on, they can be found by name and sorted.
const MANY: usize = 25;

/// Props of [`Lanes`].
#[derive(Clone, PartialEq, Properties)]
pub struct LanesProps {
    /// The page.
    pub view: View,
    /// The layout of the wall.
    pub scene: Rc<Scene>,
    /// What the lanes are about.
    pub subject: Subject,
}

/// The order of lanes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Order {
    /// As [`lanes`] returns them.
    #[default]
    Given,
    /// Those with most passages under the present filters first.
    Found,
    /// By name.
    Name,
}

const ORDERS: [Order; 3] = [Order::Given, Order::Found, Order::Name];

/// What a reader does with a group of many lanes; no link needs to reproduce it.
#[derive(Clone, Default, PartialEq)]
struct Arrangement {
    unfolded: bool,
    order: Order,
    /// A part of the names that are looked for.
    wanted: String,
}

/// A group of lanes.
#[component]
pub fn Lanes(props: &LanesProps) -> Html {
    let LanesProps {
        view,
        scene,
        subject,
    } = props;
    let language = view.language();
    let arrangement = use_state(Arrangement::default);
    let lanes = use_memo(
        (view.searcher.clone(), *subject, language),
        |(searcher, subject, language)| lanes(searcher, *subject, *language),
    );
    let hues = use_memo((view.searcher.clone(), view.state.timelines.colour), |_| {
        Hues::of(view)
    });
    if lanes.is_empty() {
        return html! {};
    }
    let most = if scene.width < NARROW {
        SHOWN_NARROW
    } else {
        FEW
    };
    let measure = view.state.timelines.measure;
    let (shown, others) = divided(view, scene, &lanes, &arrangement, most);
    let id = title(*subject, Tongue::French)
        .to_ascii_lowercase()
        .replace('è', "e");
    let together = (!others.is_empty()).then(|| {
        let mut found = PassageSet::none(view.searcher.index().passages());
        others
            .iter()
            .for_each(|lane| found.unite(&lane.found(view)));
        (together(&others, language), found)
    });
    let arrange = {
        let arrangement = arrangement.clone();
        Callback::from(move |next: Arrangement| arrangement.set(next))
    };
    let unfold = {
        let arrangement = arrangement.clone();
        arrange.reform(move |_: MouseEvent| Arrangement {
            unfolded: true,
            ..(*arrangement).clone()
        })
    };
    html! {
        <div class="lanes" role="group" aria-labelledby={id.clone()}>
            <div class="lanes-head">
                <h2 id={id.clone()}>{ heading(view, scene, *subject) }</h2>
                if lanes.len() > MANY {
                    <LanesTools {id} {language} arrangement={(*arrangement).clone()} {arrange} />
                }
            </div>
            for lane in shown {
                { lane_row(view, scene, &hues, lane) }
            }
            if let Some((lane, found)) = together {
                <div class="lane others">
                    <button type="button" class="lane-name" onclick={unfold}>
                        <span>{ &lane.label }</span>
                        { " " }
                        <b>{ i18n::number(found.count_within(&scene.in_view) as usize, language) }</b>
                    </button>
                    <Track {scene} {measure} passages={lane.passages} {found} />
                </div>
            }
        </div>
    }
}

/// Splits lanes into those that are shown and those that are not. A lane whose filter is in force is always shown.
fn divided<'l>(
    view: &View,
    scene: &Scene,
    lanes: &'l [Lane],
    arrangement: &Arrangement,
    most: usize,
) -> (Vec<&'l Lane>, Vec<&'l Lane>) {
    let mut ordered: Vec<&Lane> = lanes.iter().collect();
    match arrangement.order {
        Order::Given => {}
        Order::Found => ordered.sort_by_key(|lane| Reverse(lane.count(view, scene))),
        Order::Name => ordered.sort_by_cached_key(|lane| fold(&lane.label)),
    }
    let wanted = fold(arrangement.wanted.trim());
    let is_held = |lane: &Lane| lane.choice.is_some_and(|choice| view.state.holds(choice));
    if !wanted.is_empty() {
        ordered.retain(|lane| is_held(lane) || fold(&lane.label).contains(&wanted));
    }
    let mut place = 0;
    ordered.into_iter().partition(|lane| {
        place += 1;
        arrangement.unfolded || place <= most || is_held(lane)
    })
}

/// Props of [`LanesTools`].
#[derive(Clone, PartialEq, Properties)]
struct LanesToolsProps {
    /// The id of the group.
    id: AttrValue,
    language: Tongue,
    arrangement: Arrangement,
    /// Called with another arrangement.
    arrange: Callback<Arrangement>,
}

/// The search by name, and the choice of the order.
#[component]
fn LanesTools(props: &LanesToolsProps) -> Html {
    let LanesToolsProps {
        id,
        language,
        arrangement,
        arrange,
    } = props;
    let pick = |french, english| i18n::pick(*language, french, english);
    let oninput = {
        let (arrangement, arrange) = (arrangement.clone(), arrange.clone());
        Callback::from(move |event: InputEvent| {
            if let Some(wanted) = web::event_value(&event) {
                arrange.emit(Arrangement {
                    wanted,
                    ..arrangement.clone()
                });
            }
        })
    };
    let choose = {
        let arrangement = arrangement.clone();
        arrange.reform(move |place: usize| Arrangement {
            order: ORDERS[place % ORDERS.len()],
            ..arrangement.clone()
        })
    };
    let chosen = ORDERS.iter().position(|order| *order == arrangement.order);
    let options = [
        pick("les plus présents", "most passages"),
        pick("les plus trouvés", "most found"),
        pick("par nom", "by name"),
    ];
    html! {
        <>
            <input
                type="search"
                class="lanes-search"
                value={arrangement.wanted.clone()}
                {oninput}
                placeholder={pick("Chercher un nom", "Find a name")}
                aria-label={pick("Chercher un nom", "Find a name")}
            />
            <Select
                id={format!("{id}-ordre")}
                label={pick("Ordre", "Order")}
                options={options.map(AttrValue::from).to_vec()}
                chosen={chosen.unwrap_or(0)}
                {choose}
            />
        </>
    }
}

/// Returns the name of a lane, which filters, and its track.
fn lane_row(view: &View, scene: &Rc<Scene>, hues: &Hues, lane: &Lane) -> Html {
    let Some(choice) = lane.choice else {
        return html! {};
    };
    let is_held = view.state.holds(choice);
    let found = lane.found(view);
    let count = found.count_within(&scene.in_view);
    let hue = lane.hue(hues);
    let class = classes!(
        "lane",
        is_held.then_some("held"),
        (count == 0).then_some("empty")
    );
    html! {
        <div {class}>
            <button
                type="button"
                class="lane-name"
                aria-pressed={is_held.to_string()}
                data-choice={choice.name(view.searcher.index())}
                title={lane.hint.clone()}
                disabled={view.state.locks_choice(choice)}
                onclick={view.will(Action::Toggled(choice))}
            >
                if !hue.is_empty() {
                    <i class={classes!("square", hue)} aria-hidden="true"></i>
                }
                <span>{ isolated(&lane.label).into_owned() }</span>
                { " " }
                <b>{ i18n::number(count as usize, view.language()) }</b>
            </button>
            <Track {scene} measure={view.state.timelines.measure} passages={lane.passages.clone()} {found} {hue} />
        </div>
    }
}

/// The lane of the documents without a date, if there are any beside others. It stands nowhere in time, so that what is found
/// fills a share of its whole width.
#[component]
pub fn UndatedLane(props: &SceneProps) -> Html {
    let SceneProps { view, scene } = props;
    if scene.undated.is_empty() || scene.axis.is_none() {
        return html! {};
    }
    let is_held = view.state.filters.undated;
    let counted = &view.answer.facets.counted.dates;
    let count = counted.count_within(&scene.undated);
    let share = f64::from(count) / scene.undated.len() as f64;
    let (mut ground, mut lit) = (Path::default(), Path::default());
    ground.bar(0.0, 8.0, scene.width, LANE_HEIGHT - 3.0);
    lit.bar(0.0, 3.0, share * scene.width, LANE_HEIGHT - 3.0);
    let mut drawing = Drawing::default();
    drawing.path("lane-mark", ground);
    drawing.path("lane-lit", lit);
    let class = classes!(
        "lane",
        is_held.then_some("held"),
        (count == 0).then_some("empty")
    );
    html! {
        <div class="lanes">
            <div {class}>
                <button
                    type="button"
                    class="lane-name"
                    aria-pressed={is_held.to_string()}
                    data-choice="date:"
                    disabled={view.state.locks_choice(Choice::Undated)}
                    onclick={view.will(Action::Toggled(Choice::Undated))}
                >
                    <span>{ i18n::capitalised(&i18n::date(None, view.language())) }</span>
                    { " " }
                    <b>{ i18n::number(count as usize, view.language()) }</b>
                </button>
                { in_lane(scene, drawing.into_html()) }
            </div>
        </div>
    }
}
