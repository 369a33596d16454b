//! The card of a passage: who, when, in which voice, its first sentence or the one with the hit, and how to open it.

use super::columns::Columns;
use super::scene::Scene;
use crate::chart::px;
use crate::components::View;
use crate::components::hue::{Hues, main_run};
use crate::components::passage;
use crate::i18n;
use crate::state::Action;
use crate::web;
use frise_text::direction;
use yew::prelude::*;

/// The id of the card.
pub const ID: &str = "carte";
/// The greatest width of the card.
const WIDTH: f64 = 300.0;
/// What the card may be cut by: the scrolls that the timelines stand in, on each kind of screen.
const SCROLLS: [&str; 3] = [".pane-scroll", ".pane-left", ".wall"];
/// The length of its text in words.
const WORDS: u32 = 28;

/// Where a card stands in the element around it, in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spot {
    /// The middle of what stands for the passage.
    pub x: f64,
    /// Its lower edge.
    pub y: f64,
    /// Its height.
    pub rise: f64,
    /// From where to where the card may reach.
    pub room: (f64, f64),
    /// The height of the element around the card.
    pub height: f64,
}

impl Spot {
    /// Returns the spot of the cell of a passage; `None` if it has none.
    pub fn of_cell(scene: &Scene, passage: u32) -> Option<Spot> {
        let columns = scene.columns()?;
        let (x, y) = corner(scene, columns, passage)?;
        Some(Spot {
            x,
            y,
            rise: columns.side(),
            room: (0.0, scene.width),
            height: scene.height(),
        })
    }

    /// Returns the style of a card below, or above where it would be cut.
    fn style(&self, is_above: bool) -> String {
        let (start, end) = self.room;
        let width = WIDTH.min(end - start);
        let edge = match is_above {
            true => format!("bottom:{}px", px(self.height - self.y + self.rise + 6.0)),
            false => format!("top:{}px", px(self.y + 6.0)),
        };
        format!(
            "left:{}px;{edge};width:{}px",
            px((self.x - width / 2.0).clamp(start, end - width)),
            px(width)
        )
    }
}

/// Props of [`Card`].
#[derive(Clone, PartialEq, Properties)]
pub struct CardProps {
    /// The page.
    pub view: View,
    /// Where the card stands.
    pub spot: Spot,
    /// The passage.
    pub passage: u32,
    /// Whether a finger points at it.
    pub by_touch: bool,
    /// Called with another passage to show.
    pub go: Callback<u32>,
}

/// The card, over the picture and below its cell, or above it where it would be cut, so that nothing moves. Cells are smaller
/// than a finger, which finds on the card the passages before and behind, and how to read.
#[component]
pub fn Card(props: &CardProps) -> Html {
    let CardProps {
        view,
        spot,
        passage,
        by_touch,
        go,
    } = props;
    // The spot below which the card would be cut.
    let cut = use_state_eq(|| None);
    {
        let cut = cut.clone();
        use_effect_with(*spot, move |spot| {
            cut.set(web::is_cut_below(ID, &SCROLLS).then_some(*spot));
        });
    }
    let index = view.searcher.index();
    let metadata = &index.documents()[index.document_of(*passage)].metadata;
    let id = index.passage_id(*passage);
    let number = id.rsplit_once(".p").map_or("", |(_, number)| number);
    let (voice, speaker) = main_run(view, *passage);
    let speaker = speaker.and_then(|place| index.about().speakers.get(place as usize));
    let who = speaker.map(|speaker| i18n::of(&speaker.name, view.language()));
    let what = i18n::voice(voice, view.language());
    let words = view.searcher.snippet(
        *passage,
        &view.answer.plan,
        &view.state.filters.themes,
        WORDS,
    );
    let style = spot.style(*cut == Some(*spot));
    // A press that took the focus would take the card away.
    let onmousedown = Callback::from(|event: MouseEvent| event.prevent_default());
    let step = |to: u32, sign: &'static str, label: &'static str| {
        let onclick = go.reform(move |_: MouseEvent| to);
        html! { <button type="button" aria-label={label} {onclick}>{ sign }</button> }
    };
    let how = if *by_touch {
        html! {
            <div class="card-steps">
                { step(passage.saturating_sub(1), "‹", view.pick("Passage précédent", "Previous passage")) }
                <button type="button" onclick={view.will(Action::Opened(*passage))}>
                    { view.pick("Lire", "Read") }
                </button>
                { step(passage.saturating_add(1), "›", view.pick("Passage suivant", "Next passage")) }
            </div>
        }
    } else {
        let how = view.pick("Clic ou Entrée\u{a0}: lire", "Click or Enter: read");
        html! { <p class="card-how">{ how }</p> }
    };
    let (class, role) = match by_touch {
        true => ("card touched", "group"),
        false => ("card", "tooltip"),
    };
    html! {
        <div id={ID} {class} {role} {style} {onmousedown}>
            <p class="card-place">
                <b>{ passage::place(view, metadata, number) }</b>
                { " " }
                <span>{ i18n::date(metadata.date.as_ref(), view.language()) }</span>
            </p>
            <p class="card-who">
                <i class={classes!("square", Hues::of(view).class(view, *passage))} aria-hidden="true"></i>
                { " " }
                { who.map(|who| [who, " · "].concat()) }
                { what }
            </p>
            <p class="card-text" lang={metadata.language.clone()} dir={direction(&metadata.language)}>
                { for words.iter().map(|run| passage::run(view, run)) }
            </p>
            { how }
        </div>
    }
}

/// Returns the middle of the lower edge of a cell.
fn corner(scene: &Scene, columns: &Columns, passage: u32) -> Option<(f64, f64)> {
    let holds = |slot: &super::slot::Slot| slot.bin.passages.contains(&passage);
    let place = scene.slots.iter().position(holds)?;
    let slot = &scene.slots[place];
    let (x, y) = columns.cell(place, slot, (passage - slot.bin.passages.start) as usize);
    Some((x + columns.side() / 2.0, y + columns.side()))
}
