//! A form that asks: its fields are read from the query in the search box, and what is written in
//! them is written there. It holds what is being written in its fields only as long as that is the
//! query, so that typing in the box fills the form and the other way round.

use super::super::{View, ViewProps};
use super::form::{Asked, Form, HELD};
use crate::state::Action;
use crate::views::hooks::{use_after, use_kept};
use crate::{browser, words};
use frise_index::model::Voice;
use frise_index::query::{Field, parse};
use frise_markup::html;
use yew::prelude::*;

/// The ids of the two choices that stand beside a text field.
const DISTANCE: &str = "ask-distance";
const EDITS: &str = "ask-edits";

/// The distances to choose from, in words.
const DISTANCES: [u32; 6] = [3, 5, 8, 12, 20, 50];

/// The form.
#[component]
pub fn Builder(props: &ViewProps) -> Html {
    let view = &props.view;
    let language = view.language();
    let draft = use_kept(Form::default);
    let is_asked = draft.query(language) == view.state.query;
    let form = if is_asked {
        (*draft).clone()
    } else {
        Form::of(&parse(&view.state.query))
    };
    use_after(form.clone(), |form| {
        for (field, value) in HELD.iter().zip(&form.held) {
            browser::show_choice(&held_id(*field), value);
        }
        browser::show_choice(DISTANCE, &form.distance.to_string());
        browser::show_choice(EDITS, &form.edits.to_string());
    });
    let change = {
        let (draft, act) = (draft.clone(), view.act.clone());
        Callback::from(move |form: Form| {
            act.emit(Action::Typed(form.query(language)));
            draft.set(form);
        })
    };
    html! {
        <div class="fields">
            { text_field(view, &form, Asked::All, &change, html! {}) }
            { text_field(view, &form, Asked::Phrase, &change, html! {}) }
            { text_field(view, &form, Asked::Near, &change, distance_field(view, &form, &change)) }
            { text_field(view, &form, Asked::Any, &change, html! {}) }
            { text_field(view, &form, Asked::None, &change, html! {}) }
            { text_field(view, &form, Asked::Begins, &change, html! {}) }
            { text_field(view, &form, Asked::Fuzzy, &change, edits_field(view, &form, &change)) }
            { for HELD.iter().enumerate().map(|(place, field)| held_field(view, &form, place, *field, &change)) }
            { text_field(view, &form, Asked::From, &change, html! {}) }
            { text_field(view, &form, Asked::To, &change, html! {}) }
            if !form.rest.is_empty() {
                <p class="rest">{ view.pick("Le reste, gardé tel quel\u{a0}: ", "The rest, kept as it is: ") }<code>{ &form.rest }</code></p>
            }
        </div>
    }
}

/// A label, a text field, and what belongs beside it.
fn text_field(
    view: &View,
    form: &Form,
    asked: Asked,
    change: &Callback<Form>,
    beside: Html,
) -> Html {
    let (french, english, example) = label(asked);
    let id = format!("ask-{}", asked as usize);
    let oninput = {
        let (form, change) = (form.clone(), change.clone());
        Callback::from(move |event: InputEvent| {
            if let Some(text) = browser::value(&event) {
                let mut form = form.clone();
                form.texts[asked as usize] = text;
                change.emit(form);
            }
        })
    };
    html! {
        <div class="field">
            <label for={id.clone()}>{ view.pick(french, english) }</label>
            <span>
                <input {id} type="text" value={form.text(asked).to_string()} {oninput} placeholder={example}
                    autocomplete="off" autocapitalize="off" spellcheck="false" />
                { beside }
            </span>
        </div>
    }
}

/// The label of a field in French and in English, and what may stand in it where that is no word.
fn label(asked: Asked) -> (&'static str, &'static str, Option<&'static str>) {
    match asked {
        Asked::All => ("Tous ces mots", "All of these words", None),
        Asked::Phrase => ("Cette expression exacte", "This exact phrase", None),
        Asked::Near => (
            "Ces mots proches l’un de l’autre",
            "These words near one another",
            None,
        ),
        Asked::Any => ("L’un de ces mots", "One of these words", None),
        Asked::None => ("Aucun de ces mots", "None of these words", None),
        Asked::Begins => ("Des mots qui commencent par", "Words that begin with", None),
        Asked::Fuzzy => ("À une lettre ou deux près", "But for a letter or two", None),
        Asked::From => ("À partir de", "From", Some("2016")),
        Asked::To => ("Jusqu’à", "To", Some("2020-09-08")),
    }
}

fn distance_field(view: &View, form: &Form, change: &Callback<Form>) -> Html {
    let mut distances = DISTANCES.to_vec();
    if !distances.contains(&form.distance) {
        distances.push(form.distance);
        distances.sort_unstable();
    }
    let options = distances.into_iter().map(|distance| {
        (
            distance.to_string(),
            words::words(distance as usize, view.language()),
            distance == form.distance,
        )
    });
    let options = options.collect();
    let set = |form: &mut Form, value: &str| form.distance = value.parse().unwrap_or(form.distance);
    choice(
        DISTANCE,
        view.pick("Distance en mots", "Distance in words"),
        form,
        options,
        change,
        set,
    )
}

fn edits_field(view: &View, form: &Form, change: &Callback<Form>) -> Html {
    let options = [1u8, 2].into_iter().map(|edits| {
        let (singular, plural) = (
            view.pick("lettre", "letter"),
            view.pick("lettres", "letters"),
        );
        (
            edits.to_string(),
            words::count(edits.into(), view.language(), singular, plural),
            edits == form.edits,
        )
    });
    let options = options.collect();
    let set = |form: &mut Form, value: &str| form.edits = value.parse().unwrap_or(form.edits);
    choice(
        EDITS,
        view.pick("Lettres qui peuvent différer", "Letters that may differ"),
        form,
        options,
        change,
        set,
    )
}

/// A small choice beside a text field, of values with their names and whether each is chosen.
fn choice(
    id: &'static str,
    name: &'static str,
    form: &Form,
    options: Vec<(String, String, bool)>,
    change: &Callback<Form>,
    set: fn(&mut Form, &str),
) -> Html {
    let onchange = choose(form, change, set);
    html! {
        <select id={id} aria-label={name} {onchange}>
            { for options.into_iter().map(|(value, label, selected)| html! { <option {value} {selected}>{ label }</option> }) }
        </select>
    }
}

fn choose(
    form: &Form,
    change: &Callback<Form>,
    set: impl Fn(&mut Form, &str) + 'static,
) -> Callback<Event> {
    let (form, change) = (form.clone(), change.clone());
    Callback::from(move |event: Event| {
        if let Some(value) = browser::value(&event) {
            let mut form = form.clone();
            set(&mut form, &value);
            change.emit(form);
        }
    })
}

fn held_id(field: Field) -> String {
    format!("ask-{}", field.name())
}

/// A choice among the speakers, voices, themes, documents or kinds; nothing where there are none.
fn held_field(
    view: &View,
    form: &Form,
    place: usize,
    field: Field,
    change: &Callback<Form>,
) -> Html {
    let values = values(view, field);
    let held = form.held[place].as_str();
    if values.is_empty() && held.is_empty() {
        return html! {};
    }
    let id = held_id(field);
    let is_known = held.is_empty() || values.iter().any(|(value, _)| value == held);
    let option = |(value, label): &(String, String)| {
        html! { <option value={value.clone()} selected={value == held}>{ label }</option> }
    };
    let onchange = choose(form, change, move |form, value| {
        form.held[place] = value.to_string()
    });
    let (french, english) = match field {
        Field::Speaker => ("Qui parle", "Who speaks"),
        Field::Voice => ("Voix", "Voice"),
        Field::Theme => ("Thème", "Theme"),
        Field::Document => ("Document", "Document"),
        _ => ("Genre", "Kind"),
    };
    html! {
        <div class="field">
            <label for={id.clone()}>{ view.pick(french, english) }</label>
            <span><select {id} {onchange}>
                <option value="" selected={held.is_empty()}>{ view.pick("peu importe", "any") }</option>
                if !is_known { <option value={held.to_string()} selected={true}>{ held }</option> }
                { for values.iter().map(option) }
            </select></span>
        </div>
    }
}

/// The ids that a field takes, with their names.
fn values(view: &View, field: Field) -> Vec<(String, String)> {
    let index = view.searcher.index();
    let about = index.about();
    let language = view.language();
    let named = |id: &str, name: &str| (id.to_string(), name.to_string());
    match field {
        Field::Speaker => about
            .speakers
            .iter()
            .map(|known| named(&known.id, words::of(&known.name, language)))
            .collect(),
        Field::Voice => Voice::ALL
            .into_iter()
            .map(|voice| named(voice.id(), words::voice(voice, language)))
            .collect(),
        Field::Theme => about
            .themes
            .iter()
            .map(|known| named(&known.id, words::of(&known.label, language)))
            .collect(),
        Field::Document => {
            let documents = index.documents().iter().map(|document| &document.metadata);
            documents
                .map(|known| named(&known.id, words::of(&known.short, language)))
                .collect()
        }
        Field::Kind => about
            .kinds
            .iter()
            .map(|known| named(&known.id, words::of(&known.label, language)))
            .collect(),
        Field::Date | Field::Mentions => Vec::new(),
    }
}
