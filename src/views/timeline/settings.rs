//! What a reader can change of the timelines: form, lanes, heights, bins, closeness; and what can be
//! kept of them.

use super::super::View;
use super::scene::{Cut, Scene};
use super::zoom::{Zoom, zoomed};
use super::{lanes, save};
use crate::state::{Action, Form, Measure, Subject, Timelines};
use crate::url::UNITS;
use crate::views::select::Select;
use crate::{browser, words};
use frise_markup::html;
use std::rc::Rc;
use yew::prelude::*;

/// The switch between picture, tables and sentences.
pub fn forms(view: &View) -> Html {
    let forms = [
        (Form::Picture, view.pick("Frise", "Picture")),
        (Form::Table, view.pick("Tableaux", "Tables")),
        (Form::Sentence, view.pick("Phrases", "Sentences")),
    ];
    let form = |(form, label): (Form, &str)| {
        let action = Action::Shown(form);
        let current = (view.state.form == form).then_some("true");
        html! { <a class="switch" href={view.address_after(&action)} aria-current={current} onclick={view.follow(action)}>{ label }</a> }
    };
    html! { <nav class="forms" aria-label={view.pick("Forme de la frise", "Form of the timeline")}>{ for forms.into_iter().map(form) }</nav> }
}

/// The settings, folded away; without a scene, the fold alone.
pub fn settings(view: &View, scene: Option<&Rc<Scene>>) -> Html {
    html! {
        <details class="settings">
            <summary>{ view.pick("Régler et enregistrer", "Adjust and save") }</summary>
            { for scene.into_iter().map(|scene| parts(view, scene)) }
        </details>
    }
}

fn parts(view: &View, scene: &Rc<Scene>) -> Html {
    let timelines = &view.state.timelines;
    let subjects = Subject::ALL.into_iter();
    let subjects = subjects.filter(|subject| lanes::has_any(&view.searcher, *subject));
    let measures = [Measure::Count, Measure::Rate];
    let measure = {
        let view = view.clone();
        Callback::from(move |place: usize| {
            view.act.emit(Action::Drawn(Timelines {
                measure: measures[place % 2],
                ..view.state.timelines.clone()
            }))
        })
    };
    let unit = {
        let view = view.clone();
        Callback::from(move |place: usize| {
            view.act.emit(Action::Drawn(Timelines {
                unit: place
                    .checked_sub(1)
                    .and_then(|place| UNITS.get(place))
                    .map(|(unit, _)| *unit),
                ..view.state.timelines.clone()
            }))
        })
    };
    let automatic = match scene.cut {
        Cut::Documents(_) => view
            .pick("ce qui tient (par document)", "what fits (by document)")
            .to_string(),
        Cut::Time(unit) if timelines.unit.is_none() => [
            view.pick("ce qui tient (par ", "what fits (by "),
            words::unit(unit, view.language()),
            ")",
        ]
        .concat(),
        Cut::Time(_) => view.pick("ce qui tient", "what fits").to_string(),
    };
    let units = UNITS
        .map(|(unit, _)| [view.pick("par ", "by "), words::unit(unit, view.language())].concat());
    let chosen = UNITS
        .iter()
        .position(|(unit, _)| Some(*unit) == timelines.unit)
        .map_or(0, |place| place + 1);
    let saved =
        |label: &str, name: &'static str, kind: &'static str, make: fn(&View, &Scene) -> String| {
            let (view, scene) = (view.clone(), scene.clone());
            let onclick = Callback::from(move |_: MouseEvent| {
                browser::save(&save::name(&view, name), kind, &make(&view, &scene));
            });
            html! { <button type="button" class="value" {onclick}>{ label }</button> }
        };
    html! {
        <div class="settings-parts">
            <div role="group" aria-label={view.pick("Lignes montrées", "Lanes shown")}>
                <span>{ view.pick("Lignes", "Lanes") }</span>{ for subjects.map(|subject| group(view, subject)) }
            </div>
            <Select id="hauteurs" label={view.pick("Hauteurs", "Heights")} chosen={usize::from(timelines.measure == Measure::Rate)} choose={measure}
                options={vec!["passages".into(), view.pick("passages pour 10\u{202f}000 mots", "passages per 10,000 words").into()]} />
            <Select id="regroupement" label={view.pick("Compter", "Count")} {chosen} choose={unit}
                options={std::iter::once(automatic).chain(units).map(AttrValue::from).collect::<Vec<_>>()} />
            <div role="group" aria-label={view.pick("Enregistrer ce qui est montré", "Save what is shown")}>
                <span>{ view.pick("Enregistrer", "Save") }</span>
                { saved(view.pick("image SVG", "SVG picture"), "svg", "image/svg+xml", save::svg) }
                { saved(view.pick("tableaux CSV", "CSV tables"), "csv", "text/csv", save::csv) }
            </div>
        </div>
    }
}

fn group(view: &View, subject: Subject) -> Html {
    let timelines = &view.state.timelines;
    let shown = timelines.subjects.contains(&subject);
    html! {
        <button type="button" class="value" aria-pressed={shown} onclick={view.will(Action::Drawn(timelines.toggled(subject)))}>
            { lanes::title(subject, view.language()) }
        </button>
    }
}

/// The buttons that look closer and less close.
pub fn zoom(view: &View, scene: &Scene) -> Html {
    if scene.axis.is_none() {
        return html! {};
    }
    let button = |zoom: Zoom, sign: &'static str, label: &'static str| {
        let after = zoomed(view, zoom);
        let onclick = after
            .clone()
            .map(|timelines| view.will(Action::Drawn(timelines)));
        html! { <button type="button" class="zoom" disabled={after.is_none()} aria-label={label} title={label} {onclick}>{ sign }</button> }
    };
    html! {
        <div class="zooms" role="group" aria-label={view.pick("Échelle du temps", "Scale of time")}>
            { button(Zoom::Closer, "+", view.pick("Voir de plus près", "Look closer")) }
            { button(Zoom::Farther, "−", view.pick("Voir de plus loin", "Look from farther")) }
            if !scene.is_whole { { button(Zoom::Whole, view.pick("tout", "all"), view.pick("Voir tout le temps du corpus", "All the time of the corpus")) } }
        </div>
    }
}
