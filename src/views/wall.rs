//! The wall of time: documents at their dates, passages as cells, and lanes for speakers and themes on
//! the same axis. What the search finds is lit, the rest stays as ground.

use super::axis::{TimeAxis, px};
use super::chosen::sentence;
use super::lanes::Lanes;
use super::layout::{BAR_HEIGHT, Columns, LEADER_HEIGHT, Layout, NAME_HEIGHT, layout};
use super::tables::Tables;
use super::{View, ViewProps};
use crate::browser::WidthWatch;
use crate::state::{Action, Choice, Form, Part, Subject};
use crate::words;
use frise_engine::corpus::{RunKind, Voice};
use frise_engine::date::phrase_range;
use frise_engine::timeline::{Axis, Bin};
use yew::prelude::*;

/// The width that is drawn before the screen has been measured.
const FIRST_WIDTH: f64 = 900.0;

/// The wall, as a picture or as tables.
#[component]
pub fn Wall(props: &ViewProps) -> Html {
    let view = &props.view;
    let host = use_node_ref();
    let width = use_state(|| FIRST_WIDTH);
    {
        let (host, width, form) = (host.clone(), width.clone(), view.state.form);
        use_effect_with(form, move |_| {
            let watch = WidthWatch::of(&host, move |measured| {
                if measured > 0.0 {
                    width.set(measured);
                }
            });
            move || drop(watch)
        });
    }
    let language = view.language();
    let class = classes!("wall", (!view.state.is_unfiltered()).then_some("filtered"));
    html! {
        <section {class} aria-label={words::part(Part::Timelines, language)}>
            if view.state.form == Form::Table {
                <Tables view={view.clone()} />
            } else {
                <div class="lane wall-row"><div class="lane-name"></div><div class="wall-host" ref={host}>
                    if let Some(axis) = Axis::of(&view.searcher) { <Picture view={view.clone()} {axis} width={*width} /> }
                </div></div>
                if let Some(axis) = Axis::of(&view.searcher) {
                    <Rows view={view.clone()} {axis} width={*width} />
                }
            }
        </section>
    }
}

/// What the picture is drawn from.
#[derive(Clone, PartialEq, Properties)]
struct PictureProps {
    view: View,
    axis: Axis,
    width: f64,
}

/// The lanes below the picture, drawn to the same measure.
#[component]
fn Rows(props: &PictureProps) -> Html {
    let PictureProps { view, axis, width } = props;
    let layout = layout(&view.searcher, axis, *width);
    html! {
        <>
            <Lanes view={view.clone()} axis={*axis} layout={layout.clone()} width={*width} subject={Subject::Speakers} />
            <Lanes view={view.clone()} axis={*axis} {layout} width={*width} subject={Subject::Themes} />
        </>
    }
}

#[component]
fn Picture(props: &PictureProps) -> Html {
    let PictureProps { view, axis, width } = props;
    let cursor = use_state(|| 0u32);
    let layout = layout(&view.searcher, axis, *width);
    match layout {
        Layout::Columns(columns) => html! {
            <>
                <div class="columns" style={format!("height:{}px", px(columns.base + LEADER_HEIGHT))}>
                    { cells(view, &columns, *width, cursor) }
                    { for (0..).zip(&columns.columns).map(|(place, column)| {
                        let style = format!(
                            "left:{}px;width:{}px;bottom:{}px",
                            px(column.centre() - column.name_width / 2.0),
                            px(column.name_width),
                            px(columns.base + LEADER_HEIGHT - column.top + 4.0),
                        );
                        name(view, place, style)
                    }) }
                </div>
                <TimeAxis view={view.clone()} axis={*axis} width={*width} columns={columns.columns} />
            </>
        },
        Layout::Bars(bins) => html! {
            <>
                { bars(view, axis, &bins.bins, *width) }
                <TimeAxis view={view.clone()} axis={*axis} width={*width} columns={Vec::new()} />
            </>
        },
    }
}

/// The name of a document, which filters by it.
fn name(view: &View, place: u32, style: String) -> Html {
    let metadata = &view.searcher.index().documents()[place as usize].metadata;
    let choice = Choice::Document(place);
    let held = view.state.holds(choice);
    html! {
        <button type="button" class={classes!("column-name", held.then_some("held"))} {style} aria-pressed={held.to_string()} data-choice={choice.name(view.searcher.index())}
            title={words::of(&metadata.title, view.language()).to_string()} onclick={view.will(Action::Toggled(choice))}>
            <span>{ words::of(&metadata.short, view.language()) }</span>
            if let Some(date) = &metadata.date { <time datetime={date.to_string()}>{ date.earliest().ymd().0 }</time> }
        </button>
    }
}

/// The cells: one stop of the Tab key, arrows move between passages, Enter opens.
fn cells(view: &View, columns: &Columns, width: f64, cursor: UseStateHandle<u32>) -> Html {
    let index = view.searcher.index();
    let last = index.passages().saturating_sub(1);
    let at = (*cursor).min(last);
    let onkeydown = {
        let (act, row) = (view.act.clone(), columns.cells_in_row as u32);
        let cursor = cursor.clone();
        Callback::from(move |event: KeyboardEvent| {
            let to = match event.key().as_str() {
                "ArrowRight" => at.saturating_add(1),
                "ArrowLeft" => at.saturating_sub(1),
                "ArrowDown" => at.saturating_add(row),
                "ArrowUp" => at.saturating_sub(row),
                "Home" => 0,
                "End" => last,
                "Enter" | " " => {
                    event.prevent_default();
                    act.emit(Action::Opened(at));
                    return;
                }
                _ => return,
            };
            event.prevent_default();
            cursor.set(to.min(last));
        })
    };
    let drawn = index
        .documents()
        .iter()
        .zip(&columns.columns)
        .map(|(document, column)| {
            let x = column.centre();
            let date = (column.date_start + column.date_end) / 2.0;
            let leader = format!(
                "M{} {}v5L{} {}v5",
                px(x),
                px(columns.base),
                px(date),
                px(columns.base + LEADER_HEIGHT - 5.0)
            );
            html! {
                <g>
                    <path class="leader" d={leader} />
                    { for document.passages.clone().enumerate().map(|(number, passage)| {
                        let (x, y) = columns.cell(column, number);
                        cell(view, passage, x, y, columns.pitch, passage == at)
                    }) }
                </g>
            }
        });
    html! {
        <svg class="cells" width={px(width)} height={px(columns.base + LEADER_HEIGHT)} tabindex="0" role="listbox" {onkeydown}
            aria-label={view.pick("Passages du corpus, dans l’ordre du temps", "Passages of the corpus, in order of time").to_string()}
            aria-activedescendant={format!("cell-{at}")}>
            { for drawn }
        </svg>
    }
}

fn cell(view: &View, passage: u32, x: f64, y: f64, pitch: f64, cursor: bool) -> Html {
    let index = view.searcher.index();
    let lit = view.answer.matched.contains(passage);
    let open = view.state.passage == Some(passage);
    let metadata = &index.documents()[index.document_of(passage)].metadata;
    let id = index.passage_id(passage);
    let label = format!(
        "{}\u{a0}§\u{a0}{}, {}",
        words::of(&metadata.short, view.language()),
        id.rsplit_once(".p").map_or("", |(_, number)| number),
        words::date(metadata.date.as_ref(), view.language())
    );
    let class = classes!(
        "cell",
        voice(view, passage).id(),
        lit.then_some("lit"),
        open.then_some("open"),
        cursor.then_some("cursor"),
    );
    let size = px(pitch - 2.0);
    html! {
        <g id={format!("cell-{passage}")} {class} role="option" aria-selected={lit.to_string()} aria-label={label.clone()}
            onclick={view.will(Action::Opened(passage))}>
            <title>{ label }</title>
            <rect class="target" x={px(x - 1.0)} y={px(y - 1.0)} width={px(pitch)} height={px(pitch)} />
            <rect class="face" x={px(x)} y={px(y)} width={size.clone()} height={size} rx="1.5" />
        </g>
    }
}

/// The voice that a cell shows: quoted before reported speech, and either before the text around it.
fn voice(view: &View, passage: u32) -> Voice {
    let rank = |voice: &Voice| {
        [Voice::Direct, Voice::Reported, Voice::Official]
            .iter()
            .position(|known| known == voice)
    };
    let runs = view.searcher.index().runs_of(passage).iter();
    let voices = runs.filter_map(|run| match run.kind {
        RunKind::Span(voice) => Some(voice),
        RunKind::Heading(_) => None,
    });
    voices
        .min_by_key(|voice| rank(voice).unwrap_or(usize::MAX))
        .unwrap_or(Voice::Narration)
}

/// Passages counted over time, what is found before what there is.
fn bars(view: &View, axis: &Axis, bins: &[Bin], width: f64) -> Html {
    let all = |bin: &Bin| bin.passages.len() as u32;
    let matched = |bin: &Bin| view.answer.matched.count_within(&bin.passages);
    let most = f64::from(bins.iter().map(|bin| all(bin)).max().unwrap_or(0).max(1));
    let bar = |bin: &Bin| {
        let x = axis.place(bin.from) * width;
        let end = axis.place(frise_engine::date::Day(bin.to.0.saturating_add(1))) * width;
        let rect = |class: &'static str, count: u32| {
            let height = f64::from(count) / most * BAR_HEIGHT;
            html! { <rect {class} x={px(x + 0.5)} y={px(NAME_HEIGHT / 2.0 + BAR_HEIGHT - height)} width={px((end - x - 1.0).max(1.0))} height={px(height)} /> }
        };
        let label = words::bin(
            &phrase_range(Some(bin.from), Some(bin.to), view.language()),
            matched(bin) as usize,
            all(bin) as usize,
            view.language(),
        );
        html! {
            <g class="bar" onclick={view.will(Action::Bounded(Some(bin.from), Some(bin.to)))}>
                <title>{ label }</title>{ rect("ground", all(bin)) }{ rect("lit", matched(bin)) }
            </g>
        }
    };
    html! {
        <svg class="bars" width={px(width)} height={px(NAME_HEIGHT / 2.0 + BAR_HEIGHT)} role="img" aria-label={sentence(view).unwrap_or_default()}>
            { for bins.iter().filter(|bin| all(bin) > 0).map(bar) }
        </svg>
    }
}
