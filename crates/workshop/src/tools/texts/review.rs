//! What was understood of files, in a table that can be changed before anything is built.

use super::choose::Choose;
use super::messages;
use super::pager::Pager;
use super::people::People;
use super::tables::Tables;
use crate::browser;
use crate::context::ToolContext;
use crate::review_page::{Pages, ReviewPage};
use frise::components::controls::LabelledField;
use frise::{i18n, web};
use frise_date::Edtf;
use frise_import::{DayMonth, DocumentChange, Draft, Passages, Settings};
use std::rc::Rc;
use web_sys::File;
use yew::prelude::*;

/// The id of what was understood.
const ID: &str = "review";

/// Props of [`ReviewView`].
#[derive(Clone, PartialEq, Properties)]
pub struct ReviewViewProps {
    /// The language.
    pub context: ToolContext,
    /// What was understood.
    pub review: Rc<ReviewPage>,
    /// What was decided.
    pub settings: Settings,
    /// Called with other decisions.
    pub onchange: Callback<Settings>,
    /// Called with other pages of documents or speakers.
    pub onpages: Callback<Pages>,
    /// How many per cent of the index are built, while it is built.
    pub building: Option<u8>,
    /// Whether an index was built that the page does not show yet.
    pub is_built: bool,
    /// Called with more files.
    pub onfiles: Callback<Vec<(String, File)>>,
    /// Called when the index is to be built, or shown if it was.
    pub onbuild: Callback<()>,
    /// Called when the building is to end.
    pub onstop: Callback<()>,
    /// Called when the files are to be forgotten.
    pub onforget: Callback<()>,
}

/// What was understood, with fields for what can be changed.
#[component]
pub fn ReviewView(props: &ReviewViewProps) -> Html {
    let ReviewViewProps {
        context,
        review: understood,
        settings,
        onchange,
        onpages,
        building,
        is_built,
        onfiles,
        onbuild,
        onstop,
        onforget,
    } = props;
    let language = context.language();
    let pick = |french, english| context.pick(french, english);
    let ReviewPage {
        review,
        pages,
        totals,
    } = &**understood;
    // Words are as white space parts them until the index is built, which parts them as it searches them.
    let about = pick("environ ", "about ");
    let size = [
        i18n::documents(totals.kept, language),
        i18n::passages(totals.passages, language),
        [about, &i18n::words(totals.words, language)].concat(),
    ];
    let has_documents = totals.documents > 0;
    // What was pressed to read files is gone with the form.
    use_effect_with((), |()| browser::focus_if_lost(ID));
    let turn_documents = {
        let (onpages, pages) = (onpages.clone(), *pages);
        Callback::from(move |documents| onpages.emit(Pages { documents, ..pages }))
    };
    let turn_speakers = {
        let (onpages, pages) = (onpages.clone(), *pages);
        Callback::from(move |speakers| onpages.emit(Pages { speakers, ..pages }))
    };
    let build = onbuild.reform(|_: MouseEvent| ());
    let stop = onstop.reform(|_: MouseEvent| ());
    let forget = onforget.reform(|_: MouseEvent| ());
    html! {
        <div class="review" id={ID} tabindex="-1">
            <p role="status">
                <b>
                    if has_documents {
                        { size.join(" · ") }
                    } else {
                        { pick("Aucun texte n’a été lu.", "No text was read.") }
                    }
                </b>
            </p>
            { problems(props) }
            if let Some(doubt) = &review.doubt {
                <fieldset>
                    <legend>
                        { format!(
                            "{}{}{}",
                            pick("Une date comme ", "A date such as "),
                            i18n::quoted(&doubt.example, language),
                            pick(" se lit", " reads"),
                        ) }
                    </legend>
                    { order(props, DayMonth::DayFirst, &doubt.day_first) }
                    { order(props, DayMonth::MonthFirst, &doubt.month_first) }
                </fieldset>
            }
            <div class="tool-settings" hidden={!has_documents}>
                { field(props, pick("Titre du corpus", "Title of the corpus"), &settings.title, |settings, value| settings.title = value) }
                { field(props, pick("Le corpus en une phrase", "The corpus in a sentence"), &settings.sentence, |settings, value| settings.sentence = value) }
                <LabelledField label={pick("Un passage est", "A passage is")}>
                    <select onchange={passages_changed(props)}>
                        for (value, kind, name) in [
                            ("paragraphs", Passages::Paragraphs, pick("un paragraphe", "a paragraph")),
                            ("sentences", Passages::Sentences, pick("une phrase", "a sentence")),
                            ("lines", Passages::Lines, pick("une ligne", "a line")),
                        ] {
                            <option {value} selected={settings.passages == kind}>{ name }</option>
                        }
                    </select>
                </LabelledField>
                { field(props, pick("Date, si un texte n’en a pas", "Date, where a text has none"), &settings.date, |settings, value| settings.date = value) }
                { field(props, pick("Locuteur, si personne n’est nommé", "Speaker, where nobody is named"), &settings.speaker, |settings, value| settings.speaker = value) }
                { field(props, pick("Langue (fr, en…)", "Language (fr, en…)"), &settings.language, |settings, value| settings.language = value) }
            </div>
            <Tables
                context={context.clone()}
                tables={review.tables.clone()}
                settings={settings.clone()}
                onchange={onchange.clone()}
            />
            <div class="scrolls" hidden={!has_documents} tabindex="0" role="group" aria-label={pick("Les textes", "The texts")}>
                <table>
                    <caption>{ pick("Les textes, tels qu’ils ont été compris", "The texts, as they were understood") }</caption>
                    <thead>
                        <tr>
                            <th scope="col">{ pick("Garder", "Keep") }</th>
                            <th scope="col">{ pick("Titre", "Title") }</th>
                            <th scope="col">{ pick("Date", "Date") }</th>
                            <th scope="col">{ pick("Locuteurs", "Speakers") }</th>
                            <th scope="col">{ pick("Langue", "Language") }</th>
                            <th scope="col" class="figure">{ pick("Passages", "Passages") }</th>
                            <th scope="col" class="figure">{ pick("Mots", "Words") }</th>
                        </tr>
                    </thead>
                    <tbody>{ for review.drafts.iter().map(|draft| row(props, draft)) }</tbody>
                </table>
            </div>
            <Pager
                context={context.clone()}
                label={pick("Textes", "Texts")}
                items={totals.documents}
                page={pages.documents}
                onturn={turn_documents}
            />
            <People
                context={context.clone()}
                speakers={review.speakers.clone()}
                count={totals.speakers}
                page={pages.speakers}
                onturn={turn_speakers}
                settings={settings.clone()}
                onchange={onchange.clone()}
            />
            <details open={!has_documents}>
                <summary>{ pick("Ajouter des fichiers", "Add files") }</summary>
                <Choose context={context.clone()} {onfiles} />
            </details>
            if *is_built {
                <p role="status">{ pick("L’index est construit.", "The index is built.") }</p>
            }
            <p class="tool-files">
                if let Some(percent) = building {
                    <span role="status">
                        { pick("L’index se construit\u{a0}: ", "Building the index: ") }
                        { format!("{percent}{} ", pick("\u{a0}%", "%")) }
                    </span>
                    <button type="button" class="more" onclick={stop}>{ pick("Arrêter", "Stop") }</button>
                } else if totals.kept > 0 {
                    <button type="button" class="more build" onclick={build}>
                        { pick("Explorer ces textes", "Explore these texts") }
                    </button>
                }
                <button type="button" class="more" onclick={forget}>
                    { pick("Oublier ces fichiers", "Forget these files") }
                </button>
            </p>
        </div>
    }
}

/// Returns what could not be read, and what ought to be known of what was.
fn problems(props: &ReviewViewProps) -> Html {
    let ReviewViewProps {
        context, review, ..
    } = props;
    let language = context.language();
    let problems = &review.review.problems;
    if problems.is_empty() {
        return html! {};
    }
    let more = review.totals.problems.saturating_sub(problems.len());
    html! {
        <ul class="report-warnings" aria-label={context.pick("À savoir", "To know")}>
            for problem in problems {
                <li>{ messages::problem(problem, language) }</li>
            }
            if more > 0 {
                <li>{ i18n::and_others(more, language) }</li>
            }
        </ul>
    }
}

/// One of the two ways to read a date in numbers.
fn order(props: &ReviewViewProps, order: DayMonth, date: &str) -> Html {
    let ReviewViewProps {
        context,
        settings,
        onchange,
        ..
    } = props;
    let said = Edtf::parse(date).ok();
    let said = i18n::date(said.as_ref(), context.language());
    let change = {
        let (settings, onchange) = (settings.clone(), onchange.clone());
        Callback::from(move |_: Event| {
            onchange.emit(Settings {
                day_month: Some(order),
                ..settings.clone()
            });
        })
    };
    let checked = settings.day_month.unwrap_or_default() == order;
    html! {
        <label>
            <input type="radio" name="day-month" {checked} onchange={change} />
            { " " }
            { said }
        </label>
    }
}

fn passages_changed(props: &ReviewViewProps) -> Callback<Event> {
    let (settings, onchange) = (props.settings.clone(), props.onchange.clone());
    Callback::from(move |event: Event| {
        let passages = match web::event_value(&event).as_deref() {
            Some("sentences") => Passages::Sentences,
            Some("lines") => Passages::Lines,
            _ => Passages::Paragraphs,
        };
        onchange.emit(Settings {
            passages,
            ..settings.clone()
        });
    })
}

/// Returns a field that sets a string of the settings.
fn field(
    props: &ReviewViewProps,
    label: &str,
    value: &str,
    set: fn(&mut Settings, String),
) -> Html {
    let (settings, onchange) = (props.settings.clone(), props.onchange.clone());
    let change = Callback::from(move |event: Event| {
        let mut settings = settings.clone();
        set(&mut settings, web::event_value(&event).unwrap_or_default());
        onchange.emit(settings);
    });
    html! {
        <LabelledField label={label.to_string()}>
            <input type="text" value={value.to_string()} onchange={change} />
        </LabelledField>
    }
}

/// Returns a document.
fn row(props: &ReviewViewProps, draft: &Draft) -> Html {
    let ReviewViewProps {
        context, settings, ..
    } = props;
    let language = context.language();
    let change = settings
        .documents
        .get(&draft.key)
        .cloned()
        .unwrap_or_default();
    let set = |set: fn(&mut DocumentChange, String)| {
        let (settings, onchange) = (settings.clone(), props.onchange.clone());
        let key = draft.key.clone();
        Callback::from(move |event: Event| {
            let mut settings = settings.clone();
            let value = web::event_value(&event).unwrap_or_default();
            set(settings.documents.entry(key.clone()).or_default(), value);
            onchange.emit(settings);
        })
    };
    let name = |what| format!("{what}, {}", draft.title);
    let pick = |french, english| context.pick(french, english);
    let date = match change.date.as_str() {
        "" => draft.date.clone().unwrap_or_default(),
        typed => typed.to_string(),
    };
    let basis = draft.date_basis.as_ref();
    let basis = basis.map(|basis| messages::basis(basis, language));
    html! {
        <tr key={draft.key.clone()} title={draft.path.clone()}>
            <td>
                <input
                    type="checkbox"
                    aria-label={name(pick("Garder", "Keep"))}
                    checked={!draft.skip}
                    onchange={set(|change, _| change.skip = !change.skip)}
                />
            </td>
            <td>
                <input
                    type="text"
                    aria-label={name(pick("Titre", "Title"))}
                    value={draft.title.clone()}
                    onchange={set(|change, value| change.title = value)}
                />
            </td>
            <td>
                <input
                    type="text"
                    size="12"
                    aria-label={name(pick("Date", "Date"))}
                    value={date}
                    onchange={set(|change, value| change.date = value)}
                />
                if let Some(basis) = basis {
                    <small>{ basis }</small>
                }
                if draft.doubt {
                    <small>{ pick("jour et mois incertains", "day and month in doubt") }</small>
                }
            </td>
            <td>
                <input
                    type="text"
                    aria-label={name(pick("Locuteur", "Speaker"))}
                    placeholder={draft.speakers.join(", ")}
                    value={change.speaker}
                    onchange={set(|change, value| change.speaker = value)}
                />
            </td>
            <td>{ draft.language.clone().unwrap_or_default() }</td>
            <td class="figure">{ i18n::number(draft.passages, language) }</td>
            <td class="figure">{ i18n::number(draft.words, language) }</td>
        </tr>
    }
}
