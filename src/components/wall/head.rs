//! What stands on the wall itself: the choice of its form, and the buttons that zoom.

use crate::components::ViewProps;
use crate::components::controls::ActionLink;
use crate::components::timeline::scene::SceneProps;
use crate::components::timeline::{Zoom, zoomed};
use crate::state::{Action, Presentation};
use yew::prelude::*;

/// The choice between picture, tables and sentences.
#[component]
pub fn Forms(props: &ViewProps) -> Html {
    let view = &props.view;
    let forms = [
        (Presentation::Picture, view.pick("Frise", "Picture")),
        (Presentation::Table, view.pick("Tableaux", "Tables")),
        (Presentation::Sentence, view.pick("Phrases", "Sentences")),
    ];
    html! {
        <nav class="forms" aria-label={view.pick("Forme de la frise", "Form of the timeline")}>
            for (form, label) in forms {
                <ActionLink
                    {view}
                    class="switch"
                    action={Action::Shown(form)}
                    is_current={view.state.presentation == form}
                >
                    { label }
                </ActionLink>
            }
        </nav>
    }
}

/// The buttons that zoom; nothing if no document has a date.
#[component]
pub fn ZoomButtons(props: &SceneProps) -> Html {
    let SceneProps { view, scene } = props;
    let Some(scale) = scene.axis_scale() else {
        return html! {};
    };
    let button = |zoom: Zoom, sign: &'static str, label: &'static str| {
        let timelines = zoomed(view, scale, zoom);
        let disabled = timelines.is_none();
        let onclick = timelines.map(|timelines| view.will(Action::Drawn(timelines)));
        html! {
            <button type="button" class="zoom" {disabled} aria-label={label} title={label} {onclick}>{ sign }</button>
        }
    };
    html! {
        <div class="zooms" role="group" aria-label={view.pick("Échelle du temps", "Scale of time")}>
            { button(Zoom::Closer, "+", view.pick("Voir de plus près", "Look closer")) }
            { button(Zoom::Farther, "−", view.pick("Voir de plus loin", "Look from farther")) }
            if !scene.is_whole {
                { button(Zoom::Whole, view.pick("tout", "all"), view.pick("Voir tout le temps du corpus", "All the time of the corpus")) }
            }
        </div>
    }
}
