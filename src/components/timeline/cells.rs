//! Cells: documents as blocks of cells, one for each passage; and the names of documents that stand side by side.

use super::card::{self, CardProps};
use super::columns::Columns;
use super::scene::{FOOT, Scene, SceneProps};
use super::slot::Slot;
use crate::chart::{Drawing, Path, px};
use crate::components::View;
use crate::components::deferred::{Deferred, Later};
use crate::components::hue::{Hues, main_run};
use crate::escape::escaped;
use crate::state::{Action, Choice};
use crate::{i18n, web};
use frise_date::{phrase, year_short};
use frise_index::model::Voice;
use frise_text::isolated;
use yew::prelude::*;

/// The prefix of the ids of cells, before the number of the passage.
const CELL: &str = "cell-";
/// The id of the picture, over which fingers are followed.
const ID: &str = "cases";
/// How far from a cell a finger may touch, so that blocks are targets of 24 CSS pixels at least.
const REACH: f64 = 24.0;

/// What a reader points at.
#[derive(Clone, Copy, Default, PartialEq)]
struct Pointed {
    /// The passage whose card is shown.
    passage: Option<u32>,
    /// Whether a finger points, which has no other way than a tap to see the card, and taps again to open the passage.
    by_touch: bool,
}

/// The cells: one stop of the Tab key, arrows move between passages, Enter opens. Pointing at a cell, or moving to it, shows its
/// card.
#[component]
pub fn Cells(props: &SceneProps) -> Html {
    let SceneProps { view, scene } = props;
    let cursor = use_state(|| 0u32);
    let pointed = use_state_eq(Pointed::default);
    let presses = use_mut_ref(String::new);
    let picture = use_memo((view.clone(), scene.clone()), |(view, scene)| {
        let mut drawing = Drawing::default();
        if let Some(columns) = scene.columns() {
            drawing.path("stem", stems(scene, columns));
            threads(&mut drawing, view, scene, columns);
            draw(&mut drawing, view, &Hues::of(view), scene, columns);
        }
        drawing.into_html()
    });
    use_effect_with(pointed.passage, |passage| web::light_fellows(*passage));
    let Some(columns) = scene.columns() else {
        return html! {};
    };
    let first = scene
        .slots
        .first()
        .map_or(0, |slot| slot.bin.passages.start);
    let last = scene
        .slots
        .last()
        .map_or(0, |slot| slot.bin.passages.end.saturating_sub(1));
    let at = (*cursor).clamp(first, last.max(first));
    let (place, slot) = (0..)
        .zip(&scene.slots)
        .find(|(_, slot)| slot.bin.passages.contains(&at))
        .unzip();
    let across = place.map_or(1, |place: usize| columns.columns[place].across as u32);
    let point = {
        let pointed = pointed.clone();
        move |passage: Option<u32>, by_touch: bool| pointed.set(Pointed { passage, by_touch })
    };
    let onkeydown = {
        let (act, cursor, point) = (view.act.clone(), cursor.clone(), point.clone());
        let presses = presses.clone();
        Callback::from(move |event: KeyboardEvent| {
            presses.borrow_mut().clear();
            let to = match event.key().as_str() {
                "ArrowRight" => at.saturating_add(1),
                "ArrowLeft" => at.saturating_sub(1),
                "ArrowDown" => at.saturating_add(across),
                "ArrowUp" => at.saturating_sub(across),
                "Home" => first,
                "End" => last,
                "Escape" => return point(None, false),
                "Enter" | " " => {
                    event.prevent_default();
                    act.emit(Action::Opened(at));
                    return;
                }
                _ => return,
            };
            event.prevent_default();
            let to = to.clamp(first, last.max(first));
            cursor.set(to);
            point(Some(to), false);
        })
    };
    let onclick = {
        let (act, cursor, point) = (view.act.clone(), cursor.clone(), point.clone());
        let (shown, presses) = (pointed.passage, presses.clone());
        let scene = scene.clone();
        Callback::from(move |event: MouseEvent| {
            let by_touch = *presses.borrow() == "touch";
            let touched = || nearest(&scene, web::mouse_offset(&event, ID)?);
            let passage = match by_touch {
                true => touched(),
                false => passage_of(&event),
            };
            match passage {
                Some(passage) if by_touch && shown != Some(passage) => {
                    cursor.set(passage);
                    point(Some(passage), true);
                }
                Some(passage) => {
                    cursor.set(passage);
                    act.emit(Action::Opened(passage));
                }
                None => point(None, false),
            }
        })
    };
    let onpointerdown = {
        let presses = presses.clone();
        Callback::from(move |event: PointerEvent| *presses.borrow_mut() = event.pointer_type())
    };
    let onpointerover = {
        let point = point.clone();
        Callback::from(move |event: PointerEvent| {
            if event.pointer_type() != "touch" {
                point(passage_of(&event), false);
            }
        })
    };
    let onpointerout = {
        let point = point.clone();
        Callback::from(move |event: PointerEvent| {
            if event.pointer_type() != "touch" {
                point(None, false);
            }
        })
    };
    let onfocusin = {
        let (point, presses) = (point.clone(), presses.clone());
        Callback::from(move |_: FocusEvent| {
            // The focus that a press brings is not a move to the cell of the keyboard.
            if presses.borrow().is_empty() {
                point(Some(at), false);
            }
        })
    };
    let go = {
        let (cursor, point) = (cursor.clone(), point.clone());
        Callback::from(move |passage: u32| {
            let passage = passage.clamp(first, last.max(first));
            cursor.set(passage);
            point(Some(passage), true);
        })
    };
    let onfocusout = Callback::from(move |_: FocusEvent| {
        presses.borrow_mut().clear();
        point(None, false);
    });
    let height = columns.base + FOOT;
    let ring = place.zip(slot).map(|(place, slot)| {
        let (x, y) = columns.cell(place, slot, (at - slot.bin.passages.start) as usize);
        let side = px(columns.side());
        html! { <rect class="cell-cursor" x={px(x)} y={px(y)} width={side.clone()} height={side} /> }
    });
    html! {
        <div class="columns" style={format!("height:{}px", px(height))}>
            <svg
                class="cells"
                id={ID}
                width={px(scene.width)}
                height={px(height)}
                tabindex="0"
                role="listbox"
                {onkeydown}
                {onclick}
                {onpointerdown}
                {onpointerover}
                {onpointerout}
                {onfocusin}
                {onfocusout}
                aria-label={view.pick("Passages du corpus, dans l’ordre du temps", "Passages of the corpus, in order of time")}
                aria-activedescendant={format!("{CELL}{at}")}
                aria-describedby={pointed.passage.map(|_| card::ID)}
            >
                { (*picture).clone() }
                { ring }
            </svg>
            <DocumentNames {view} {scene} />
            if let Some(passage) = pointed.passage {
                <Later
                    {view}
                    part={Deferred::Card(CardProps {
                        view: view.clone(),
                        scene: scene.clone(),
                        passage,
                        by_touch: pointed.by_touch,
                        go,
                    })}
                />
            }
        </div>
    }
}

/// Returns the passage of the cell that an event is about.
fn passage_of(event: &MouseEvent) -> Option<u32> {
    let id = web::pressed_id(event);
    id.strip_prefix(CELL)?.parse().ok()
}

/// Returns the passage whose cell is nearest to a place, as far as a finger reaches.
fn nearest(scene: &Scene, (x, y): (f64, f64)) -> Option<u32> {
    let columns = scene.columns()?;
    let half = columns.side() / 2.0;
    let slots = scene.slots.iter().enumerate();
    let cells = slots.flat_map(|(place, slot)| {
        let passages = slot.bin.passages.clone().enumerate();
        passages.map(move |(number, passage)| {
            let (left, top) = columns.cell(place, slot, number);
            ((left + half - x).hypot(top + half - y), passage)
        })
    });
    let (distance, passage) = cells.min_by(|a, b| a.0.total_cmp(&b.0))?;
    (distance <= REACH).then_some(passage)
}

/// Returns lines from blocks to the names that stand high above them.
pub fn stems(scene: &Scene, columns: &Columns) -> Path {
    let mut path = Path::default();
    for (slot, column) in scene.slots.iter().zip(&columns.columns) {
        let rise = column.top - (columns.base - column.name_rise);
        if scene.has_cells && rise > 1.0 {
            path.upright(slot.centre(), columns.base - column.name_rise, rise - 2.0);
        }
    }
    path
}

/// Draws a thread from the date of a speech that is not that of its document, such as an older quotation, to its passage. An axis
/// without years has no place for that date.
pub fn threads(drawing: &mut Drawing, view: &View, scene: &Scene, columns: &Columns) {
    let has_threads = scene.has_cells && scene.order.is_none();
    let Some(scale) = scene.scale.as_ref().filter(|_| has_threads) else {
        return;
    };
    let index = view.searcher.index();
    let axis = scale.axis();
    for speech in index.speech_dates() {
        let (first, last) = (speech.date.earliest(), speech.date.latest());
        let is_of = |slot: &&Slot| slot.bin.passages.contains(&speech.passage);
        let Some((place, slot)) = (0..).zip(&scene.slots).find(|(_, slot)| is_of(slot)) else {
            continue;
        };
        if first < axis.first || last > axis.last {
            continue;
        }
        let number = (speech.passage - slot.bin.passages.start) as usize;
        let (x, y) = columns.cell(place, slot, number);
        let (from, base) = (scale.middle(first, last) * scene.width, scene.height());
        let mut path = Path::default();
        path.line(from - 3.0, base - 0.5, 6.0);
        path.line(from, base, 0.0);
        path.on(x + columns.side() / 2.0, y + columns.side());
        let said = [
            view.pick("Parole du ", "Said on "),
            &phrase(&speech.date, view.language()),
            view.pick(", citée dans «\u{a0}", ", quoted in “"),
            &slot.label(view),
            view.pick("\u{a0}», §\u{a0}", "”, §\u{a0}"),
            &(number + 1).to_string(),
        ];
        drawing.push(&[
            "<path class=\"thread\" d=\"",
            &path.into_text(),
            "\"><title>",
        ]);
        drawing.push(&[&escaped(&said.concat()), "</title></path>"]);
    }
}

/// The names of the documents, which filter by them; nothing if the documents do not stand side by side.
#[component]
pub fn DocumentNames(props: &SceneProps) -> Html {
    let SceneProps { view, scene } = props;
    let Some(columns) = scene.columns() else {
        return html! {};
    };
    let index = view.searcher.index();
    let slots = scene.slots.iter().zip(&columns.columns);
    let names = slots.filter_map(|(slot, column)| {
        let document = slot.document?;
        let metadata = &index.documents()[document].metadata;
        let style = format!(
            "left:{}px;width:{}px;bottom:{}px",
            px(column.name_left),
            px(column.name_width),
            px(column.name_rise + FOOT + 2.0)
        );
        let choice = Choice::Document(document as u32);
        let is_held = view.state.holds(choice);
        Some(html! {
            <button
                type="button"
                class={classes!("column-name", is_held.then_some("held"))}
                {style}
                aria-pressed={is_held.to_string()}
                data-choice={choice.name(index)}
                title={i18n::of(&metadata.title, view.language()).to_string()}
                disabled={view.state.locks_choice(choice)}
                onclick={view.will(Action::Toggled(choice))}
            >
                <span>{ isolated(i18n::of(&metadata.short, view.language())).into_owned() }</span>
                if let Some(date) = &metadata.date {
                    <time datetime={date.to_string()}>{ year_short(date.earliest().ymd().0, view.language()) }</time>
                }
            </button>
        })
    });
    html! { <>{ for names }</> }
}

/// Draws the cells of all documents. The hue of a cell tells its speaker, or whatever colours tell apart; its form tells the voice:
/// full for what is official or quoted, half for what is reported, an outline for narration.
pub fn draw(drawing: &mut Drawing, view: &View, hues: &Hues, scene: &Scene, columns: &Columns) {
    let documents = view.searcher.index().documents();
    let side = columns.side();
    let edge = if side > 8.0 { 1.5 } else { 1.0 };
    let mut hollow = Path::default();
    drawing.push(&[PATTERNS]);
    for (place, slot) in scene.slots.iter().enumerate() {
        let metadata = &documents[slot.document.unwrap_or(0)].metadata;
        let short = escaped(i18n::of(&metadata.short, view.language()));
        let date = escaped(&i18n::date(metadata.date.as_ref(), view.language()));
        for (number, passage) in slot.bin.passages.clone().enumerate() {
            let (x, y) = columns.cell(place, slot, number);
            let (inner, right) = (x + edge, side - 2.0 * edge);
            match main_run(view, passage).0 {
                Voice::Official | Voice::Direct => {}
                Voice::Reported => hollow.bar(inner, y + edge, right, y + side / 2.0),
                Voice::Narration => hollow.bar(inner, y + edge, right, y + side - edge),
            }
            let lit = view.answer.matched.contains(passage);
            let is_open = view.state.passage == Some(passage);
            let class = format!(
                "cell {}{}{}",
                hues.class(view, passage),
                if lit { " lit" } else { "" },
                if is_open { " open" } else { "" }
            );
            drawing.rectangle(&class, x, y, side, side);
            drawing.push(&[" id=\"", CELL, &passage.to_string()]);
            drawing.push(&[
                "\" rx=\"1.5\" role=\"option\" aria-selected=\"",
                &lit.to_string(),
            ]);
            drawing.push(&["\" aria-label=\"", &short, "\u{a0}§\u{a0}"]);
            drawing.push(&[&(number + 1).to_string(), ", ", &date, "\"/>"]);
        }
    }
    drawing.path("hollow", hollow);
}

/// The patterns of values that share grey, and of hues where there are none: on paper, and where the reader forces colours.
const PATTERNS: &str = concat!(
    "<defs>",
    "<pattern id=\"autres\" width=\"4\" height=\"4\" patternUnits=\"userSpaceOnUse\"><rect width=\"4\" height=\"4\"/><path d=\"M-1 5L5-1M1 7L7 1\"/></pattern>",
    "<pattern id=\"motif-0\" width=\"4\" height=\"4\" patternUnits=\"userSpaceOnUse\"><path d=\"M0 0h4M0 1.500h4M0 3h4\"/></pattern>",
    "<pattern id=\"motif-1\" width=\"4\" height=\"4\" patternUnits=\"userSpaceOnUse\"><path d=\"M0 2h4\"/></pattern>",
    "<pattern id=\"motif-2\" width=\"4\" height=\"4\" patternUnits=\"userSpaceOnUse\"><path d=\"M2 0v4\"/></pattern>",
    "<pattern id=\"motif-3\" width=\"4\" height=\"4\" patternUnits=\"userSpaceOnUse\"><path d=\"M-1 1L1-1M0 4L4 0M3 5L5 3\"/></pattern>",
    "<pattern id=\"motif-4\" width=\"4\" height=\"4\" patternUnits=\"userSpaceOnUse\"><path d=\"M3-1L5 1M0 0L4 4M-1 3L1 5\"/></pattern>",
    "<pattern id=\"motif-5\" width=\"4\" height=\"4\" patternUnits=\"userSpaceOnUse\"><path d=\"M0 2h4M2 0v4\"/></pattern>",
    "<pattern id=\"motif-6\" width=\"4\" height=\"4\" patternUnits=\"userSpaceOnUse\"><path d=\"M0 1h2M2 3h2\"/></pattern>",
    "<pattern id=\"motif-7\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\"><path d=\"M2 3h2\"/></pattern>",
    "</defs>"
);
