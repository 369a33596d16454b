//! The facets that have no lane on the wall: voices and kinds. The swatch of a voice is the form of its cells on the wall.

use super::{View, ViewProps};
use crate::i18n;
use crate::state::{Action, Choice};
use frise_index::model::Voice;
use frise_text::isolated;
use yew::prelude::*;

/// The two facets. A facet with one value would divide nothing, and is not there.
#[component]
pub fn Facets(props: &ViewProps) -> Html {
    let view = &props.view;
    let counts = &view.answer.facets;
    let kinds = &view.searcher.index().about().kinds;
    let heard = use_memo(view.searcher.clone(), |searcher| {
        Voice::ALL.map(|voice| searcher.voice(voice).count() > 0)
    });
    let voices = || (0..).zip(Voice::ALL).filter(|(place, _)| heard[*place]);
    html! {
        <div class="facets">
            if voices().count() > 1 {
                <div role="group" aria-labelledby="voices">
                    <h2 id="voices">{ view.pick("Voix", "Voices") }</h2>
                    for (place, voice) in voices() {
                        <FacetValue
                            {view}
                            choice={Choice::Voice(voice)}
                            label={i18n::voice(voice, view.language())}
                            count={counts.voices[place]}
                            swatch={voice.id()}
                        />
                    }
                    for note in notes_on_voices(view) {
                        <p>{ note }</p>
                    }
                </div>
            }
            if kinds.len() > 1 {
                <div role="group" aria-labelledby="kinds">
                    <h2 id="kinds">{ view.pick("Genres", "Kinds") }</h2>
                    for ((place, kind), count) in (0..).zip(kinds).zip(&counts.kinds) {
                        <FacetValue
                            {view}
                            choice={Choice::Kind(place)}
                            label={i18n::of(&kind.label, view.language()).to_string()}
                            count={*count}
                        />
                    }
                </div>
            }
        </div>
    }
}

/// Returns why the voices sum to more than the passages, and what they have that the total lacks and the other way round.
fn notes_on_voices(view: &View) -> Vec<String> {
    let (facets, language) = (&view.answer.facets, view.language());
    let sum: u32 = facets.voices.iter().sum();
    let passages = facets.passages_of_voices();
    let several = (sum > passages).then(|| i18n::several_voices(sum, passages, language));
    // Under a filter of voices, the total is of these alone.
    let is_total = view.state.filters.voices.is_empty();
    let (beyond, in_none) = match is_total {
        true => facets.voices_beside_passages(),
        false => (0, 0),
    };
    let beyond = (beyond > 0).then(|| i18n::voices_beyond(beyond, language));
    let has_speakers = !view.state.filters.speakers.is_empty();
    let in_none = (in_none > 0).then(|| i18n::no_voice(in_none, has_speakers, language));
    [several, beyond, in_none].into_iter().flatten().collect()
}

/// Props of [`FacetValue`].
#[derive(Clone, PartialEq, Properties)]
struct FacetValueProps {
    view: View,
    choice: Choice,
    label: AttrValue,
    /// How many passages the value has under all other filters.
    count: u32,
    /// The class of a swatch before the label.
    #[prop_or_default]
    swatch: Option<AttrValue>,
}

/// A value of a facet with its count; clicking toggles the filter.
#[component]
fn FacetValue(props: &FacetValueProps) -> Html {
    let FacetValueProps {
        view,
        choice,
        label,
        count,
        swatch,
    } = props;
    let class = classes!("value", (*count == 0).then_some("empty"));
    html! {
        <button
            type="button"
            {class}
            aria-pressed={view.state.holds(*choice).to_string()}
            data-choice={choice.name(view.searcher.index())}
            disabled={view.state.locks_choice(*choice)}
            onclick={view.will(Action::Toggled(*choice))}
        >
            if let Some(swatch) = swatch {
                <i class={classes!("swatch", swatch)} aria-hidden="true"></i>
            }
            <span>{ isolated(label).into_owned() }</span>
            { " " }
            <b>{ i18n::number(*count as usize, view.language()) }</b>
        </button>
    }
}
