//! What a reader can change of the wall: lanes, heights, bins and scale; and what can be saved of it. It is in the second file.

use super::export;
use crate::components::controls::ToggleButton;
use crate::components::select::Select;
use crate::components::timeline::scene::{Cut, Scene, SceneProps};
use crate::components::timeline::{has_any, title};
use crate::components::{View, ViewProps};
use crate::state::{Action, Measure, Subject, Timelines};
use crate::url::UNITS;
use crate::{i18n, web};
use frise_index::timeline::{Unit, empty_years};
use yew::prelude::*;

/// All that can be set.
#[component]
pub fn Settings(props: &SceneProps) -> Html {
    let SceneProps { view, scene } = props;
    html! {
        <div class="settings-parts">
            <SubjectSettings {view} />
            <MeasureSelect {view} />
            <UnitSelect {view} {scene} />
            <AxisSettings {view} {scene} />
            <SaveButtons {view} {scene} />
        </div>
    }
}

/// Returns a callback that changes how the timelines are drawn.
fn draw<T: 'static>(
    view: &View,
    change: impl Fn(&Timelines, T) -> Timelines + 'static,
) -> Callback<T> {
    let view = view.clone();
    Callback::from(move |value: T| {
        let timelines = change(&view.state.timelines, value);
        view.act.emit(Action::Drawn(timelines));
    })
}

/// The groups of lanes that are shown.
#[component]
fn SubjectSettings(props: &ViewProps) -> Html {
    let view = &props.view;
    let timelines = &view.state.timelines;
    let subjects = Subject::ALL.into_iter();
    let subjects = subjects.filter(|subject| has_any(&view.searcher, *subject));
    html! {
        <div role="group" aria-label={view.pick("Lignes montrées", "Lanes shown")}>
            <span>{ view.pick("Lignes", "Lanes") }</span>
            for subject in subjects {
                <ToggleButton
                    pressed={timelines.subjects.contains(&subject)}
                    onclick={draw(view, move |timelines, _| timelines.toggled(subject))}
                >
                    { title(subject, view.language()) }
                </ToggleButton>
            }
        </div>
    }
}

/// The choice of what heights measure.
#[component]
fn MeasureSelect(props: &ViewProps) -> Html {
    const MEASURES: [Measure; 2] = [Measure::Count, Measure::Rate];
    let view = &props.view;
    let choose = draw(view, |timelines, place: usize| Timelines {
        measure: MEASURES[place % MEASURES.len()],
        ..timelines.clone()
    });
    let options = [
        "passages",
        view.pick(
            "passages pour 10\u{202f}000 mots",
            "passages per 10,000 words",
        ),
    ];
    html! {
        <Select
            id="hauteurs"
            label={view.pick("Hauteurs", "Heights")}
            options={options.map(AttrValue::from).to_vec()}
            chosen={usize::from(view.state.timelines.measure == Measure::Rate)}
            {choose}
        />
    }
}

/// The choice of the unit by which passages are counted. The first option is the one that fits.
#[component]
fn UnitSelect(props: &SceneProps) -> Html {
    let SceneProps { view, scene } = props;
    let chosen_unit = view.state.timelines.unit;
    let choose = draw(view, |timelines, place: usize| Timelines {
        unit: place
            .checked_sub(1)
            .and_then(|place| UNITS.get(place))
            .map(|(unit, _)| *unit),
        ..timelines.clone()
    });
    let by = |unit: Unit| [view.pick("par ", "by "), i18n::unit(unit, view.language())].concat();
    let fitting = view.pick("ce qui tient", "what fits");
    let fitting = match scene.cut {
        Cut::Documents(_) => {
            let by_document = view.pick("par document", "by document");
            format!("{fitting} ({by_document})")
        }
        Cut::Time(unit) if chosen_unit.is_none() => format!("{fitting} ({})", by(unit)),
        Cut::Time(_) => fitting.to_string(),
    };
    let units = UNITS.iter().map(|(unit, _)| by(*unit));
    let options: Vec<AttrValue> = std::iter::once(fitting)
        .chain(units)
        .map(AttrValue::from)
        .collect();
    let chosen = UNITS
        .iter()
        .position(|(unit, _)| Some(*unit) == chosen_unit);
    html! {
        <Select
            id="regroupement"
            label={view.pick("Compter", "Count")}
            {options}
            chosen={chosen.map_or(0, |place| place + 1)}
            {choose}
        />
    }
}

/// The switches of the axis: years without a text are folded, if there are any, and documents stand in their order. Where they
/// do not stand one by one, the reason stands beside the second switch or in place of it.
#[component]
fn AxisSettings(props: &SceneProps) -> Html {
    let SceneProps { view, scene } = props;
    let is_folded = !scene.folds().is_empty();
    let in_order = view.state.timelines.in_order;
    let can_fold = scene.axis.is_some_and(|axis| {
        let documents = view.searcher.index().documents();
        scene.order.is_none() && !empty_years(&axis, documents).is_empty()
    });
    if scene.axis.is_none() {
        return html! {};
    }
    let reason = match scene.cut {
        Cut::Documents(_) => None,
        Cut::Time(unit) => Some(
            [
                view.pick(
                    "textes à distances égales\u{a0}: pas où les passages sont comptés par ",
                    "texts at equal distances: not where passages are counted by ",
                ),
                i18n::unit(unit, view.language()),
            ]
            .concat(),
        ),
    };
    html! {
        <div role="group" aria-label={view.pick("Axe", "Axis")}>
            if can_fold {
                <ToggleButton
                    pressed={is_folded}
                    onclick={draw(view, move |timelines, _| Timelines {
                        fold: Some(!is_folded),
                        ..timelines.clone()
                    })}
                >
                    { view.pick("replier les années sans texte", "fold years without a text") }
                </ToggleButton>
            }
            if in_order || reason.is_none() {
                <ToggleButton
                    pressed={in_order}
                    onclick={draw(view, move |timelines, _| Timelines {
                        in_order: !in_order,
                        ..timelines.clone()
                    })}
                >
                    { view.pick("textes à distances égales, sans années", "texts at equal distances, without years") }
                </ToggleButton>
            }
            if let Some(reason) = reason {
                <small>{ reason }</small>
            }
        </div>
    }
}

/// The buttons that save the wall.
#[component]
fn SaveButtons(props: &SceneProps) -> Html {
    let SceneProps { view, scene } = props;
    let save = |extension: &'static str, kind: &'static str, make: fn(&View, &Scene) -> String| {
        let (view, scene) = (view.clone(), scene.clone());
        Callback::from(move |_: MouseEvent| {
            web::save_file(&export::name(&view, extension), kind, &make(&view, &scene));
        })
    };
    html! {
        <div role="group" aria-label={view.pick("Enregistrer ce qui est montré", "Save what is shown")}>
            <span>{ view.pick("Enregistrer", "Save") }</span>
            <button type="button" class="value" onclick={save("svg", "image/svg+xml", export::svg)}>
                { view.pick("image SVG", "SVG picture") }
            </button>
            <button type="button" class="value" onclick={save("csv", "text/csv", export::csv)}>
                { view.pick("tableaux CSV", "CSV tables") }
            </button>
        </div>
    }
}
