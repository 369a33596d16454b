//! The timelines in words: what each picture says, as a sentence of the page's language.

use super::super::View;
use super::super::chosen;
use super::lanes::{Lane, capitalised, has_any, lanes, title};
use super::scene::{Scene, Slot};
use crate::state::Subject;
use crate::words;
use frise_date::{Tongue, phrase_day, phrase_range};
use frise_index::timeline::Unit;
use frise_markup::html;
use yew::prelude::*;

/// At most so many sentences are said of one subject.
const MOST: usize = 15;

/// The sentences, subject by subject.
pub fn list(view: &View, scene: &Scene) -> Html {
    let whole =
        chosen::sentence(view).map(|sentence| [view.pick("\u{a0}: ", ": "), &sentence].concat());
    let subjects = &view.state.timelines.subjects;
    html! {
        <div class="sentences">
            <p>{ chosen::count(view) }{ whole }{ "." }</p>
            { for undated(view, scene).into_iter().map(|sentence| html! { <p>{ sentence }</p> }) }
            { for subjects.iter().filter(|subject| has_any(&view.searcher, **subject)).map(|subject| html! {
                <>
                    <h2>{ title(*subject, view.language()) }</h2>
                    <ul>{ for of_subject(view, scene, *subject).into_iter().map(|sentence| html! { <li>{ sentence }</li> }) }</ul>
                </>
            }) }
        </div>
    }
}

/// What is found where no date is known, if that is only some of the corpus.
fn undated(view: &View, scene: &Scene) -> Option<String> {
    scene.axis.filter(|_| !scene.undated.is_empty())?;
    let language = view.language();
    let found = view.answer.matched.count_within(&scene.undated);
    let parts = [
        &capitalised(&words::date(None, language)),
        view.pick("\u{a0}: ", ": "),
        &words::number(found as usize, language),
        view.pick(" sur ", " of "),
        &words::passages(scene.undated.len(), language),
        ".",
    ];
    Some(parts.concat())
}

/// What the lanes of a subject say, those with most found first.
pub fn of_subject(view: &View, scene: &Scene, subject: Subject) -> Vec<String> {
    let language = view.language();
    let mut lanes = lanes(&view.searcher, subject, language);
    let found = |lane: &Lane| lane.passages.count_with(&view.answer.matched);
    lanes.sort_by_key(|lane| std::cmp::Reverse(found(lane)));
    let more = lanes.len().saturating_sub(MOST);
    let mut sentences: Vec<String> = lanes
        .iter()
        .take(MOST)
        .map(|lane| sentence(view, scene, subject, lane))
        .collect();
    if more > 0 {
        sentences.push(words::and_others(more, language));
    }
    sentences
}

fn sentence(view: &View, scene: &Scene, subject: Subject, lane: &Lane) -> String {
    let language = view.language();
    let mut found = lane.passages.clone();
    found.intersect(&view.answer.matched);
    let documents = view.searcher.index().documents();
    let with = documents
        .iter()
        .filter(|document| found.count_within(&document.passages) > 0)
        .count();
    let counted = |slot: &&Slot| found.count_within(&slot.bin.passages);
    let chief = scene
        .slots
        .iter()
        .rev()
        .max_by_key(counted)
        .filter(|slot| counted(slot) > 0);
    words::lane_sentence(
        subject,
        &lane.label,
        (with, documents.len()),
        (found.count() as usize, lane.passages.count() as usize),
        chief.map(|slot| (during(view, slot, language), counted(&slot) as usize)),
        language,
    )
}

/// A slot as the label of a row: the name of a document, or days.
pub fn label(view: &View, _scene: &Scene, slot: &Slot) -> String {
    match slot.document {
        Some(document) => {
            let metadata = &view.searcher.index().documents()[document].metadata;
            words::of(&metadata.short, view.language()).to_string()
        }
        None => phrase_range(Some(slot.bin.from), Some(slot.bin.to), view.language()),
    }
}

/// When a slot is: “en 2017”, “le 3 juin 2017”, “de 1990 à 1999”; for a document, its year.
fn during(view: &View, slot: &Slot, language: Tongue) -> Option<String> {
    let (from, to) = match slot.document {
        Some(document) => {
            let date = view.searcher.index().documents()[document].metadata.date?;
            (
                Unit::Year.start(date.earliest()),
                Unit::Year.end(date.earliest()),
            )
        }
        None => (slot.bin.from, slot.bin.to),
    };
    let (day, whole) = match language {
        Tongue::French => ("le ", "en "),
        Tongue::English => ("on ", "in "),
    };
    let is_one = [Unit::Year, Unit::Month]
        .iter()
        .any(|unit| unit.start(from) == from && unit.end(from) == to);
    Some(if from == to {
        [day, &phrase_day(from, language)].concat()
    } else if is_one {
        [whole, &phrase_range(Some(from), Some(to), language)].concat()
    } else {
        words::years_or_months(from, to, language)
    })
}
