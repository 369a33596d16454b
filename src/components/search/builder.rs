//! A form that builds a query. Its fields are read from the query in the search box, and what is written in them becomes
//! that query. The form keeps its own draft only as long as the draft says the query, so that typing in the box fills the
//! form, and the other way round.

use super::form::{FACET_FIELDS, FormField, QueryForm};
use crate::components::{View, ViewProps};
use crate::state::Action;
use crate::{i18n, web};
use frise_date::Tongue;
use frise_index::model::Voice;
use frise_index::query::{Field, parse};
use yew::prelude::*;

/// The ids of the two selects that stand beside a text field.
const DISTANCE: &str = "ask-distance";
const EDITS: &str = "ask-edits";

/// The distances to choose from, in words.
const DISTANCES: [u32; 6] = [3, 5, 8, 12, 20, 50];

/// The form.
#[component]
pub fn Builder(props: &ViewProps) -> Html {
    let view = &props.view;
    let language = view.language();
    let draft = use_state(QueryForm::default);
    let is_asked = draft.query(language) == view.state.query;
    let form = if is_asked {
        (*draft).clone()
    } else {
        QueryForm::of(&parse(&view.state.query))
    };
    use_effect_with(form.clone(), |form| {
        for (field, value) in FACET_FIELDS.iter().zip(&form.held) {
            web::select_value(&held_id(*field), value);
        }
        web::select_value(DISTANCE, &form.distance.to_string());
        web::select_value(EDITS, &form.edits.to_string());
    });
    let onchange = {
        let (draft, act) = (draft.clone(), view.act.clone());
        Callback::from(move |form: QueryForm| {
            act.emit(Action::Typed(form.query(language)));
            draft.set(form);
        })
    };
    let field = |asked: FormField, beside: Html| {
        html! {
            <TextField {language} form={form.clone()} {asked} onchange={onchange.clone()}>
                { beside }
            </TextField>
        }
    };
    let distance = html! {
        <DistanceSelect {language} form={form.clone()} onchange={onchange.clone()} />
    };
    let edits = html! {
        <EditsSelect {language} form={form.clone()} onchange={onchange.clone()} />
    };
    html! {
        <div class="fields">
            { field(FormField::All, html! {}) }
            { field(FormField::Phrase, html! {}) }
            { field(FormField::Near, distance) }
            { field(FormField::Any, html! {}) }
            { field(FormField::None, html! {}) }
            { field(FormField::Begins, html! {}) }
            { field(FormField::Fuzzy, edits) }
            for place in 0..FACET_FIELDS.len() {
                <FacetField {view} form={form.clone()} {place} onchange={onchange.clone()} />
            }
            { field(FormField::From, html! {}) }
            { field(FormField::To, html! {}) }
            if !form.rest.is_empty() {
                <p class="rest">
                    { view.pick("Le reste, gardé tel quel\u{a0}: ", "The rest, kept as it is: ") }
                    <code>{ &form.rest }</code>
                </p>
            }
        </div>
    }
}

/// Props of [`TextField`].
#[derive(Clone, PartialEq, Properties)]
struct TextFieldProps {
    language: Tongue,
    form: QueryForm,
    /// Which of the form's texts is written in the field.
    asked: FormField,
    /// Called with the form after each change.
    onchange: Callback<QueryForm>,
    /// What stands beside the field.
    children: Html,
}

/// A label, a text field, and what belongs beside it.
#[component]
fn TextField(props: &TextFieldProps) -> Html {
    let TextFieldProps {
        language,
        form,
        asked,
        onchange,
        children,
    } = props;
    let asked = *asked;
    let (french, english, example) = label(asked);
    let id = format!("ask-{}", asked as usize);
    let oninput = {
        let (form, onchange) = (form.clone(), onchange.clone());
        Callback::from(move |event: InputEvent| {
            if let Some(text) = web::event_value(&event) {
                let mut form = form.clone();
                form.texts[asked as usize] = text;
                onchange.emit(form);
            }
        })
    };
    html! {
        <div class="field">
            <label for={id.clone()}>{ i18n::pick(*language, french, english) }</label>
            <span>
                <input
                    {id}
                    type="text"
                    value={form.text(asked).to_string()}
                    {oninput}
                    placeholder={example}
                    autocomplete="off"
                    autocapitalize="off"
                    spellcheck="false"
                />
                { children.clone() }
            </span>
        </div>
    }
}

/// Returns the label of a field in French and in English, and an example of what is written in it, if that is no word.
fn label(asked: FormField) -> (&'static str, &'static str, Option<&'static str>) {
    match asked {
        FormField::All => ("Tous ces mots", "All of these words", None),
        FormField::Phrase => ("Cette expression exacte", "This exact phrase", None),
        FormField::Near => (
            "Ces mots proches l’un de l’autre",
            "These words near one another",
            None,
        ),
        FormField::Any => ("L’un de ces mots", "One of these words", None),
        FormField::None => ("Aucun de ces mots", "None of these words", None),
        FormField::Begins => ("Des mots qui commencent par", "Words that begin with", None),
        FormField::Fuzzy => ("À une lettre ou deux près", "But for a letter or two", None),
        FormField::From => ("À partir de", "From", Some("2016")),
        FormField::To => ("Jusqu’à", "To", Some("2020-09-08")),
    }
}

/// Props of the two selects that stand beside a text field.
#[derive(Clone, PartialEq, Properties)]
struct SideSelectProps {
    language: Tongue,
    form: QueryForm,
    /// Called with the form after each change.
    onchange: Callback<QueryForm>,
}

/// How far apart near words may be.
#[component]
fn DistanceSelect(props: &SideSelectProps) -> Html {
    let SideSelectProps {
        language,
        form,
        onchange,
    } = props;
    let mut distances = DISTANCES.to_vec();
    if !distances.contains(&form.distance) {
        distances.push(form.distance);
        distances.sort_unstable();
    }
    let onchange = choose(form, onchange, |form, value| {
        form.distance = value.parse().unwrap_or(form.distance);
    });
    html! {
        <select
            id={DISTANCE}
            aria-label={i18n::pick(*language, "Distance en mots", "Distance in words")}
            {onchange}
        >
            for distance in distances {
                <option value={distance.to_string()} selected={distance == form.distance}>
                    { i18n::words(distance as usize, *language) }
                </option>
            }
        </select>
    }
}

/// How many letters may be wrong.
#[component]
fn EditsSelect(props: &SideSelectProps) -> Html {
    let SideSelectProps {
        language,
        form,
        onchange,
    } = props;
    let pick = |french, english| i18n::pick(*language, french, english);
    let (singular, plural) = (pick("lettre", "letter"), pick("lettres", "letters"));
    let onchange = choose(form, onchange, |form, value| {
        form.edits = value.parse().unwrap_or(form.edits);
    });
    html! {
        <select
            id={EDITS}
            aria-label={pick("Lettres qui peuvent différer", "Letters that may differ")}
            {onchange}
        >
            for edits in [1_u8, 2] {
                <option value={edits.to_string()} selected={edits == form.edits}>
                    { i18n::count(edits.into(), *language, singular, plural) }
                </option>
            }
        </select>
    }
}

/// Returns a callback that sets a selected value in a form.
fn choose(
    form: &QueryForm,
    onchange: &Callback<QueryForm>,
    set: impl Fn(&mut QueryForm, &str) + 'static,
) -> Callback<Event> {
    let (form, onchange) = (form.clone(), onchange.clone());
    Callback::from(move |event: Event| {
        if let Some(value) = web::event_value(&event) {
            let mut form = form.clone();
            set(&mut form, &value);
            onchange.emit(form);
        }
    })
}

fn held_id(field: Field) -> String {
    format!("ask-{}", field.name())
}

/// Props of [`FacetField`].
#[derive(Clone, PartialEq, Properties)]
struct FacetFieldProps {
    view: View,
    form: QueryForm,
    /// The place of the field in [`FACET_FIELDS`].
    place: usize,
    /// Called with the form after each change.
    onchange: Callback<QueryForm>,
}

/// A select of speakers, voices, themes, documents or kinds; nothing if the corpus has none.
#[component]
fn FacetField(props: &FacetFieldProps) -> Html {
    let FacetFieldProps {
        view,
        form,
        place,
        onchange,
    } = props;
    let place = *place;
    let field = FACET_FIELDS[place];
    let values = values(view, field);
    let held = form.held[place].as_str();
    if values.is_empty() && held.is_empty() {
        return html! {};
    }
    let id = held_id(field);
    let is_known = held.is_empty() || values.iter().any(|(value, _)| value == held);
    let onchange = choose(form, onchange, move |form, value| {
        form.held[place] = value.to_string()
    });
    let label = match field {
        Field::Speaker => view.pick("Qui parle", "Who speaks"),
        Field::Voice => view.pick("Voix", "Voice"),
        Field::Theme => view.pick("Thème", "Theme"),
        Field::Document => "Document",
        _ => view.pick("Genre", "Kind"),
    };
    html! {
        <div class="field">
            <label for={id.clone()}>{ label }</label>
            <span>
                <select {id} {onchange}>
                    <option value="" selected={held.is_empty()}>{ view.pick("peu importe", "any") }</option>
                    if !is_known {
                        <option value={held.to_string()} selected={true}>{ held }</option>
                    }
                    for (value, label) in &values {
                        <option value={value.clone()} selected={value == held}>{ label }</option>
                    }
                </select>
            </span>
        </div>
    }
}

/// Returns the ids that a field takes, with their names.
fn values(view: &View, field: Field) -> Vec<(String, String)> {
    let index = view.searcher.index();
    let about = index.about();
    let language = view.language();
    let named = |id: &str, name: &str| (id.to_string(), name.to_string());
    match field {
        Field::Speaker => about
            .speakers
            .iter()
            .map(|known| named(&known.id, i18n::of(&known.name, language)))
            .collect(),
        Field::Voice => Voice::ALL
            .into_iter()
            .map(|voice| named(voice.id(), i18n::voice(voice, language)))
            .collect(),
        Field::Theme => about
            .themes
            .iter()
            .map(|known| named(&known.id, i18n::of(&known.label, language)))
            .collect(),
        Field::Document => {
            let documents = index.documents().iter().map(|document| &document.metadata);
            documents
                .map(|known| named(&known.id, i18n::of(&known.short, language)))
                .collect()
        }
        Field::Kind => about
            .kinds
            .iter()
            .map(|known| named(&known.id, i18n::of(&known.label, language)))
            .collect(),
        Field::Date | Field::Mentions => Vec::new(),
    }
}
