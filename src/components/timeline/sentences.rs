//! The timelines as sentences: what each picture shows, in words.

use super::lane::{Lane, has_any, heading, lanes};
use super::scene::{Scene, SceneProps};
use super::slot::Slot;
use crate::components::View;
use crate::components::summary::text;
use crate::i18n;
use crate::state::Subject;
use frise_date::{Tongue, phrase_range};
use frise_index::timeline::{Fold, Unit};
use std::cmp::Reverse;
use std::ops::Range;
use yew::prelude::*;

/// The largest number of sentences on one subject.
const MOST: usize = 15;

/// The sentences, subject by subject.
#[component]
pub fn Sentences(props: &SceneProps) -> Html {
    let SceneProps { view, scene } = props;
    let mut whole = text::count(view);
    if let Some(sentence) = text::sentence(view) {
        whole.push_str(view.pick("\u{a0}: ", ": "));
        whole.push_str(&sentence);
    }
    let whole = i18n::ended(whole);
    let subjects = view.state.timelines.subjects.iter().copied();
    let subjects = subjects.filter(|subject| has_any(&view.searcher, *subject));
    html! {
        <div class="sentences">
            <p>{ whole }</p>
            if let Some(words) = text::counted_words(view) {
                <p>
                    { words }
                    { view.pick(
                        ". Ce qui suit «\u{a0}sur\u{a0}» est de toutes les voix.",
                        ". What follows “of” is in any voice.",
                    ) }
                </p>
            }
            if let Some(sentence) = undated(view, scene) {
                <p>{ sentence }</p>
            }
            if let Some(sentence) = axis(view, scene) {
                <p>{ sentence }</p>
            }
            for subject in subjects {
                <h2>{ heading(view, scene, subject) }</h2>
                <ul>
                    for sentence in of_subject(view, scene, subject) {
                        <li>{ sentence }</li>
                    }
                </ul>
            }
        </div>
    }
}

/// Returns why documents do not stand in their order although the reader asks for it; `None` if they do, or are not asked to.
pub fn unordered(view: &View, scene: &Scene) -> Option<String> {
    let unit = i18n::unit(scene.unordered(&view.state.timelines)?, view.language());
    let said = match view.language() {
        Tongue::French => format!(
            "L’axe reste à l’échelle du temps\u{a0}: les passages y sont comptés par {unit}, et les textes n’y sont pas un à un."
        ),
        Tongue::English => format!(
            "The axis stays to scale: passages are counted by {unit}, and texts do not stand one by one."
        ),
    };
    Some(said)
}

/// Returns how the axis differs from what is asked of it or from a scale of time, in words: that it has no years, or cannot be
/// without them, and which of them it folds. `None` if it does not differ.
pub fn axis(view: &View, scene: &Scene) -> Option<String> {
    if scene.order.is_some() {
        let said = view.pick(
            "Les textes se suivent dans l’ordre de leurs dates, à distances égales\u{a0}: l’axe n’a pas d’années.",
            "Texts stand in the order of their dates, at equal distances: the axis has no years.",
        );
        return Some(said.to_string());
    }
    let range = |fold: &Fold| phrase_range(Some(fold.first), Some(fold.last), view.language());
    let ranges: Vec<String> = scene.folds().iter().map(range).collect();
    let title = view.pick(
        "Années sans texte, repliées sur l’axe\u{a0}: ",
        "Years without a text, folded on the axis: ",
    );
    let folded = (!ranges.is_empty()).then(|| i18n::ended([title, &ranges.join(", ")].concat()));
    let said: Vec<String> = unordered(view, scene).into_iter().chain(folded).collect();
    (!said.is_empty()).then(|| said.join(" "))
}

/// Returns how much is found in documents without a date, if there are any beside others.
fn undated(view: &View, scene: &Scene) -> Option<String> {
    scene.axis.filter(|_| !scene.undated.is_empty())?;
    let language = view.language();
    let found = view.answer.matched.count_within(&scene.undated);
    let parts = [
        &i18n::capitalised(&i18n::date(None, language)),
        view.pick("\u{a0}: ", ": "),
        &i18n::number(found as usize, language),
        view.pick(" sur ", " of "),
        &i18n::passages(scene.undated.len(), language),
        ".",
    ];
    Some(parts.concat())
}

/// Returns a sentence for each lane of a subject in the time that is shown, those with most found first.
pub fn of_subject(view: &View, scene: &Scene, subject: Subject) -> Vec<String> {
    let language = view.language();
    let mut lanes = lanes(&view.searcher, subject, language);
    let found = |lane: &Lane| {
        let mut found = lane.found(view);
        found.intersect(&view.answer.matched);
        found.count_within(&scene.in_view)
    };
    lanes.sort_by_key(|lane| Reverse(found(lane)));
    let more = lanes.len().saturating_sub(MOST);
    let mut sentences: Vec<String> = lanes
        .iter()
        .take(MOST)
        .map(|lane| sentence(view, scene, subject, lane))
        .collect();
    if more > 0 {
        sentences.push(i18n::and_others(more, language));
    }
    sentences
}

fn sentence(view: &View, scene: &Scene, subject: Subject, lane: &Lane) -> String {
    let language = view.language();
    let mut found = lane.found(view);
    found.intersect(&view.answer.matched);
    let documents = view.searcher.index().documents().iter();
    let in_view = |passages: &Range<u32>| {
        scene.in_view.contains(&passages.start) || (scene.is_whole && passages.is_empty())
    };
    let documents = documents.filter(|document| in_view(&document.passages));
    let with = documents
        .clone()
        .filter(|document| found.count_within(&document.passages) > 0)
        .count();
    let counted = |slot: &&Slot| found.count_within(&slot.bin.passages);
    let chief = scene
        .slots
        .iter()
        .rev()
        .max_by_key(counted)
        .filter(|slot| counted(slot) > 0);
    i18n::lane_sentence(
        subject,
        &lane.label,
        (with, documents.count()),
        (
            found.count_within(&scene.in_view) as usize,
            lane.passages.count_within(&scene.in_view) as usize,
        ),
        chief.map(|slot| (during(view, slot), counted(&slot) as usize)),
        language,
    )
}

/// Returns when a slot is, in words; for a document, its year. `None` for a document without a date.
fn during(view: &View, slot: &Slot) -> Option<String> {
    let (from, to) = match slot.document {
        Some(document) => {
            let date = view.searcher.index().documents()[document].metadata.date?;
            let first = date.earliest();
            (Unit::Year.start(first), Unit::Year.end(first))
        }
        None => (slot.bin.from, slot.bin.to),
    };
    Some(i18n::during(from, to, view.language()))
}
