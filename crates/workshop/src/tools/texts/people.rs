//! Speakers, who can be renamed and so merged, and themes, which are queries with a label.

use super::pager::Pager;
use crate::context::ToolContext;
use frise::{i18n, web};
use frise_import::{Settings, SpeakerDraft, ThemeDraft};
use yew::prelude::*;

/// Props of [`People`].
#[derive(Clone, PartialEq, Properties)]
pub struct PeopleProps {
    /// The language, and the search of the app.
    pub context: ToolContext,
    /// Who speaks, as many as are shown.
    pub speakers: Vec<SpeakerDraft>,
    /// How many speak.
    pub count: usize,
    /// The page that is shown.
    pub page: usize,
    /// Called with another page.
    pub onturn: Callback<usize>,
    /// What was decided.
    pub settings: Settings,
    /// Called with other decisions.
    pub onchange: Callback<Settings>,
}

/// The speakers and the themes, each folded.
#[component]
pub fn People(props: &PeopleProps) -> Html {
    let PeopleProps {
        context,
        speakers,
        count,
        page,
        onturn,
        settings,
        ..
    } = props;
    let pick = |french, english| context.pick(french, english);
    let language = context.language();
    html! {
        <>
            if !speakers.is_empty() {
                <details>
                    <summary>
                        { pick("Locuteurs", "Speakers") }
                        { format!(" ({})", i18n::number(*count, language)) }
                    </summary>
                    <p class="hint">{ pick("Deux locuteurs du même nom n’en font qu’un.", "Speakers of the same name are one.") }</p>
                    <table>
                        <thead>
                            <tr>
                                <th scope="col">{ pick("Nom", "Name") }</th>
                                <th scope="col">{ pick("Fonction", "Role") }</th>
                                <th scope="col">{ pick("Institution", "Body") }</th>
                                <th scope="col" class="figure">{ pick("Passages", "Passages") }</th>
                            </tr>
                        </thead>
                        <tbody>{ for speakers.iter().map(|speaker| person(props, speaker)) }</tbody>
                    </table>
                    <Pager
                        context={context.clone()}
                        label={pick("Locuteurs", "Speakers")}
                        items={*count}
                        page={*page}
                        {onturn}
                    />
                </details>
            }
            <details>
                <summary>
                    { pick("Thèmes", "Themes") }
                    { format!(" ({})", i18n::number(settings.themes.len(), language)) }
                </summary>
                <ol class="themes">
                    { for (0..settings.themes.len()).map(|place| theme(props, place)) }
                </ol>
                <button type="button" class="more" onclick={changed(props, add_theme(context))}>
                    { match context.state.query.trim() {
                        "" => pick("Ajouter un thème", "Add a theme").to_string(),
                        query => format!("{} {}", pick("Garder comme thème", "Keep as a theme"), i18n::quoted_query(query, language)),
                    } }
                </button>
            </details>
        </>
    }
}

/// Calls back with settings that a function has changed.
fn changed<E>(props: &PeopleProps, change: impl Fn(&mut Settings, &E) + 'static) -> Callback<E> {
    let (settings, onchange) = (props.settings.clone(), props.onchange.clone());
    Callback::from(move |event: E| {
        let mut settings = settings.clone();
        change(&mut settings, &event);
        onchange.emit(settings);
    })
}

fn value(event: &Event) -> String {
    web::event_value(event).unwrap_or_default()
}

fn person(props: &PeopleProps, speaker: &SpeakerDraft) -> Html {
    let change = props
        .settings
        .speakers
        .get(&speaker.id)
        .cloned()
        .unwrap_or_default();
    let pick = |french, english| props.context.pick(french, english);
    let label = |what| format!("{what}, {}", speaker.name);
    let name = match change.name.as_str() {
        "" => speaker.name.clone(),
        name => name.to_string(),
    };
    let [rename, reassign, turn] = [(); 3].map(|()| speaker.id.clone());
    html! {
        <tr key={speaker.id.clone()}>
            <td>
                <input type="text" aria-label={label(pick("Nom", "Name"))} value={name}
                    onchange={changed(props, move |settings, event: &Event| {
                        settings.speakers.entry(rename.clone()).or_default().name = value(event);
                    })} />
            </td>
            <td>
                <input type="text" aria-label={label(pick("Fonction", "Role"))} value={change.role}
                    onchange={changed(props, move |settings, event: &Event| {
                        settings.speakers.entry(reassign.clone()).or_default().role = value(event);
                    })} />
            </td>
            <td>
                <input type="checkbox" aria-label={label(pick("Institution", "Body"))} checked={change.is_body}
                    onchange={changed(props, move |settings, _: &Event| {
                        let change = settings.speakers.entry(turn.clone()).or_default();
                        change.is_body = !change.is_body;
                    })} />
            </td>
            <td class="figure">{ i18n::number(speaker.passages, props.context.language()) }</td>
        </tr>
    }
}

/// Returns what adds a theme: the query of the app, or an empty one.
fn add_theme(context: &ToolContext) -> impl Fn(&mut Settings, &MouseEvent) + 'static {
    let query = context.state.query.trim().to_string();
    move |settings, _| {
        settings.themes.push(ThemeDraft {
            label: query.clone(),
            definition: String::new(),
            query: query.clone(),
        });
    }
}

fn theme(props: &PeopleProps, place: usize) -> Html {
    let theme = &props.settings.themes[place];
    let pick = |french, english| props.context.pick(french, english);
    let text = |label: &str, now: &str, set: fn(&mut ThemeDraft, String)| {
        let onchange = changed(props, move |settings, event: &Event| {
            set(&mut settings.themes[place], value(event));
        });
        html! {
            <label class="field">
                <span>{ label }</span>
                <input type="text" value={now.to_string()} {onchange} />
            </label>
        }
    };
    let up = changed(props, move |settings, _: &MouseEvent| {
        settings.themes.swap(place - 1, place)
    });
    let remove = changed(props, move |settings, _: &MouseEvent| {
        drop(settings.themes.remove(place))
    });
    html! {
        <li class="tool-settings">
            { text(pick("Nom", "Label"), &theme.label, |theme, value| theme.label = value) }
            { text(pick("Recherche", "Query"), &theme.query, |theme, value| theme.query = value) }
            { text(pick("Définition", "Definition"), &theme.definition, |theme, value| theme.definition = value) }
            if place > 0 {
                <button type="button" class="more" onclick={up}>{ pick("Monter", "Move up") }</button>
            }
            <button type="button" class="more" onclick={remove}>{ pick("Retirer", "Remove") }</button>
        </li>
    }
}
