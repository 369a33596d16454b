//! Lanes on the axis of the wall, one for each speaker, theme, document, kind or voice. A name filters;
//! what it holds stands along the same time as the documents above.
//!
//! Where there are many, those with most passages are shown, any can be looked for by name, and what is
//! not shown stands together in a lane of its own.

mod track;

pub use track::picture;

use super::super::View;
use super::drawing::Drawing;
use super::pixels::Path;
use super::scene::{NARROW, Scene};
use crate::browser;
use crate::state::{Action, Choice, Subject};
use crate::views::elements::classes;
use crate::views::hooks::{Kept, use_kept, use_made};
use crate::views::select::Select;
use crate::words;
use frise_date::Tongue;
use frise_index::model::Voice;
use frise_index::search::{PassageSet, Searcher};
use frise_markup::html;
use frise_text::fold;
use std::rc::Rc;
use track::{in_lane, track};
use yew::prelude::*;

/// How many lanes are shown before the rest is asked for: on wide screens, and on narrow ones.
const SHOWN: [usize; 2] = [10, 6];
/// From how many lanes on they can be looked for and put in another order.
const MANY: usize = 25;
/// The height of a lane.
pub const LANE_HEIGHT: f64 = 20.0;

/// What lanes are drawn from.
#[derive(Clone, PartialEq, Properties)]
pub struct LanesProps {
    /// What they are made from.
    pub view: View,
    /// Where things stand.
    pub scene: Rc<Scene>,
    /// What they are about.
    pub subject: Subject,
}

/// One lane.
#[derive(Clone, PartialEq)]
pub struct Lane {
    /// Its name.
    pub label: String,
    /// What is said of it on demand.
    pub hint: String,
    /// What choosing it holds; `None` for several together.
    pub choice: Option<Choice>,
    /// All its passages.
    pub passages: PassageSet,
}

impl Lane {
    /// How many passages it has under all other filters.
    pub fn count(&self, view: &View) -> u32 {
        let facets = &view.answer.facets;
        let counted = |counts: &[u32], place: u32| counts.get(place as usize).copied().unwrap_or(0);
        match self.choice {
            Some(Choice::Speaker(place)) => counted(&facets.speakers, place),
            Some(Choice::Theme(place)) => counted(&facets.themes, place),
            Some(Choice::Document(place)) => counted(&facets.documents, place),
            Some(Choice::Kind(place)) => counted(&facets.kinds, place),
            Some(Choice::Voice(voice)) => Voice::ALL
                .iter()
                .position(|known| *known == voice)
                .map_or(0, |place| counted(&facets.voices, place as u32)),
            Some(Choice::Undated) | None => self.passages.count_with(&view.answer.matched),
        }
    }
}

/// The lanes of a subject, in the editor's order; where there are many, those with most passages first,
/// whatever is asked, so that none moves. Those without any passage are left out.
pub fn lanes(searcher: &Searcher, subject: Subject, language: Tongue) -> Vec<Lane> {
    let index = searcher.index();
    let about = index.about();
    let mut lanes = Vec::new();
    let mut add = |label: &str, hint: String, choice: Choice, passages: PassageSet| {
        // Names may be cut for want of room.
        let dash = if hint.is_empty() { "" } else { " – " };
        lanes.push(Lane {
            label: label.to_string(),
            hint: [label, dash, &hint].concat(),
            choice: Some(choice),
            passages,
        });
    };
    match subject {
        Subject::Speakers => {
            for (place, speaker) in (0..).zip(&about.speakers) {
                let roles: Vec<&str> = speaker
                    .roles
                    .iter()
                    .map(|role| words::of(&role.role, language))
                    .collect();
                let passages = searcher
                    .speaker(place as usize)
                    .cloned()
                    .unwrap_or_default();
                add(
                    words::of(&speaker.name, language),
                    roles.join(", "),
                    Choice::Speaker(place),
                    passages,
                );
            }
        }
        Subject::Themes => {
            for (place, theme) in (0..).zip(&about.themes) {
                let passages = searcher.theme(place as usize).cloned().unwrap_or_default();
                let hint = words::of(&theme.definition, language).to_string();
                add(
                    words::of(&theme.label, language),
                    hint,
                    Choice::Theme(place),
                    passages,
                );
            }
        }
        Subject::Documents => {
            for (place, document) in (0..).zip(index.documents()) {
                let metadata = &document.metadata;
                let mut passages = PassageSet::none(index.passages());
                passages.insert_all(document.passages.clone());
                let hint = words::of(&metadata.title, language).to_string();
                add(
                    words::of(&metadata.short, language),
                    hint,
                    Choice::Document(place),
                    passages,
                );
            }
        }
        Subject::Kinds => {
            for (place, kind) in (0..).zip(&about.kinds) {
                let mut passages = PassageSet::none(index.passages());
                let of_kind = |document: &&frise_index::IndexedDocument| {
                    document.metadata.kind == place as usize
                };
                for document in index.documents().iter().filter(of_kind) {
                    passages.insert_all(document.passages.clone());
                }
                add(
                    words::of(&kind.label, language),
                    String::new(),
                    Choice::Kind(place),
                    passages,
                );
            }
        }
        Subject::Voices => {
            for voice in Voice::ALL {
                let passages = searcher.voice(voice);
                add(
                    words::voice(voice, language),
                    String::new(),
                    Choice::Voice(voice),
                    passages,
                );
            }
        }
    }
    lanes.retain(|lane| lane.passages.count() > 0);
    if lanes.len() > SHOWN[0] && subject != Subject::Documents {
        lanes.sort_by_key(|lane| std::cmp::Reverse(lane.passages.count()));
    }
    lanes
}

/// Whether a subject has any lane.
pub fn has_any(searcher: &Searcher, subject: Subject) -> bool {
    let about = searcher.index().about();
    let any = |set: Option<&PassageSet>| set.is_some_and(|set| set.count() > 0);
    match subject {
        Subject::Speakers => (0..about.speakers.len()).any(|place| any(searcher.speaker(place))),
        Subject::Themes => (0..about.themes.len()).any(|place| any(searcher.theme(place))),
        Subject::Documents | Subject::Kinds | Subject::Voices => searcher.index().passages() > 0,
    }
}

/// The title of a group of lanes.
pub fn title(subject: Subject, language: Tongue) -> &'static str {
    match subject {
        Subject::Speakers => words::pick(language, "Locuteurs", "Speakers"),
        Subject::Themes => words::pick(language, "Thèmes", "Themes"),
        Subject::Documents => words::pick(language, "Documents", "Documents"),
        Subject::Kinds => words::pick(language, "Genres", "Kinds"),
        Subject::Voices => words::pick(language, "Voix", "Voices"),
    }
}

/// How lanes stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Order {
    /// As [`lanes`] gives them.
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
struct Handling {
    unfolded: bool,
    order: Order,
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
    let handling = use_kept(Handling::default);
    let lanes = use_made(
        (view.searcher.clone(), *subject, language),
        |(searcher, subject, language)| lanes(searcher, *subject, *language),
    );
    if lanes.is_empty() {
        return html! {};
    }
    let most = SHOWN[usize::from(scene.width < NARROW)];
    let (shown, others) = divided(view, &lanes, &handling, most);
    let id = title(*subject, Tongue::French)
        .to_ascii_lowercase()
        .replace('è', "e");
    let together = (!others.is_empty()).then(|| together(&others, language));
    let unfold = {
        let handling = handling.clone();
        Callback::from(move |_: MouseEvent| {
            handling.set(Handling {
                unfolded: true,
                ..(*handling).clone()
            })
        })
    };
    html! {
        <div class="lanes" role="group" aria-labelledby={id.clone()}>
            <div class="lanes-head">
                <h2 id={id.clone()}>{ title(*subject, language) }</h2>
                if lanes.len() > MANY { { handles(view, &id, &handling) } }
            </div>
            { for shown.iter().map(|lane| lane_row(view, scene, lane)) }
            if let Some(lane) = together {
                <div class="lane others">
                    <button type="button" class="lane-name" onclick={unfold}>
                        <span>{ &lane.label }</span>{ " " }<b>{ words::number(lane.count(view) as usize, language) }</b>
                    </button>
                    { track(view, scene, &lane) }
                </div>
            }
        </div>
    }
}

/// Which lanes are shown, and which are not. A lane that is held is always shown.
fn divided<'l>(
    view: &View,
    lanes: &'l [Lane],
    handling: &Handling,
    most: usize,
) -> (Vec<&'l Lane>, Vec<&'l Lane>) {
    let mut ordered: Vec<&Lane> = lanes.iter().collect();
    match handling.order {
        Order::Given => {}
        Order::Found => ordered.sort_by_key(|lane| std::cmp::Reverse(lane.count(view))),
        Order::Name => ordered.sort_by_cached_key(|lane| fold(&lane.label)),
    }
    let wanted = fold(handling.wanted.trim());
    let is_held = |lane: &Lane| lane.choice.is_some_and(|choice| view.state.holds(choice));
    if !wanted.is_empty() {
        ordered.retain(|lane| is_held(lane) || fold(&lane.label).contains(&wanted));
    }
    let mut place = 0;
    ordered.into_iter().partition(|lane| {
        place += 1;
        handling.unfolded || place <= most || is_held(lane)
    })
}

/// Several lanes as one.
fn together(lanes: &[&Lane], language: Tongue) -> Lane {
    let mut passages = lanes[0].passages.clone();
    lanes[1..]
        .iter()
        .for_each(|lane| passages.unite(&lane.passages));
    Lane {
        label: [
            words::pick(language, "Les ", "The "),
            &words::number(lanes.len(), language),
            words::pick(language, " autres", " others"),
        ]
        .concat(),
        hint: String::new(),
        choice: None,
        passages,
    }
}

/// The search by name, and the order.
fn handles(view: &View, id: &str, handling: &Kept<Handling>) -> Html {
    let oninput = {
        let handling = handling.clone();
        Callback::from(move |event: InputEvent| {
            if let Some(wanted) = browser::value(&event) {
                handling.set(Handling {
                    wanted,
                    ..(*handling).clone()
                });
            }
        })
    };
    let choose = {
        let handling = handling.clone();
        Callback::from(move |place: usize| {
            handling.set(Handling {
                order: ORDERS[place % ORDERS.len()],
                ..(*handling).clone()
            })
        })
    };
    let chosen = ORDERS
        .iter()
        .position(|order| *order == handling.order)
        .unwrap_or(0);
    let options = [
        view.pick("les plus présents", "most passages"),
        view.pick("les plus trouvés", "most found"),
        view.pick("par nom", "by name"),
    ];
    html! {
        <>
            <input type="search" class="lanes-search" value={handling.wanted.clone()} {oninput}
                placeholder={view.pick("Chercher un nom", "Find a name")} aria-label={view.pick("Chercher un nom", "Find a name")} />
            <Select id={[id, "-ordre"].concat()} label={view.pick("Ordre", "Order")} {chosen} {choose}
                options={options.map(AttrValue::from).to_vec()} />
        </>
    }
}

fn lane_row(view: &View, scene: &Scene, lane: &Lane) -> Html {
    let Some(choice) = lane.choice else {
        return html! {};
    };
    let held = view.state.holds(choice);
    let count = lane.count(view);
    let class = classes(&[("lane", true), ("held", held), ("empty", count == 0)]);
    html! {
        <div {class}>
            <button type="button" class="lane-name" aria-pressed={held} data-choice={choice.name(view.searcher.index())} title={lane.hint.clone()}
                disabled={view.state.locks_choice(choice)} onclick={view.will(Action::Toggled(choice))}>
                <span>{ &lane.label }</span>{ " " }<b>{ words::number(count as usize, view.language()) }</b>
            </button>
            { track(view, scene, lane) }
        </div>
    }
}

/// The lane of what has no date, where there is such a thing: how much of it is found, as a share of its
/// whole width, since it stands nowhere in time.
pub fn undated_lane(view: &View, scene: &Scene) -> Html {
    if scene.undated.is_empty() || scene.axis.is_none() {
        return html! {};
    }
    let held = view.state.filters.undated;
    let dates = &view.answer.facets.dates;
    let first = view.searcher.index().document_of(scene.undated.start);
    let count: u32 = dates.get(first..).unwrap_or(&[]).iter().sum();
    let found = view.answer.matched.count_within(&scene.undated);
    let share = f64::from(found) / scene.undated.len() as f64;
    let (mut ground, mut lit) = (Path::default(), Path::default());
    ground.bar(0.0, 8.0, scene.width, LANE_HEIGHT - 3.0);
    lit.bar(0.0, 3.0, share * scene.width, LANE_HEIGHT - 3.0);
    let mut drawing = Drawing::default();
    drawing.path("lane-mark", ground);
    drawing.path("lane-lit", lit);
    let name = words::date(None, view.language());
    html! {
        <div class="lanes"><div class={classes(&[("lane", true), ("held", held), ("empty", count == 0)])}>
            <button type="button" class="lane-name" aria-pressed={held} data-choice="date:" disabled={view.state.locks_choice(Choice::Undated)} onclick={view.will(Action::Toggled(Choice::Undated))}>
                <span>{ capitalised(&name) }</span>{ " " }<b>{ words::number(count as usize, view.language()) }</b>
            </button>
            { in_lane(scene, drawing) }
        </div></div>
    }
}

/// Words of the interface that begin with a letter of ASCII, which becomes a capital, as the first word of a line has it.
pub fn capitalised(words: &str) -> String {
    let mut words = words.to_string();
    if let Some(first) = words.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    words
}
