//! Statistics: the settings of a measure, and its report, which the worker computes.

use super::report_view::{ReportView, follow};
use crate::browser;
use crate::context::{ToolContext, ToolProps};
use crate::job::{Reply, Request};
use crate::measures::Subject;
use crate::measures::classes::{CLASSES, CONTEXTS, LENGTH, MEMBERS};
use crate::measures::example_views::example_views;
use crate::measures::help::help_of;
use crate::measures::map::LEAST_LETTERS;
use crate::measures::part::{Part, choices};
use crate::report::Report;
use crate::tool::Tool;
use frise::components::controls::LabelledField;
use frise::{i18n, url, web};
use std::rc::Rc;
use yew::prelude::*;

/// What is known of a report.
#[derive(Clone, PartialEq)]
enum Progress {
    /// The worker computes it.
    Waiting,
    /// It is there, or a sentence says why there is none.
    There(Rc<Result<Report, String>>),
}

/// The settings and the report of the tool that is shown.
#[component]
pub fn Statistics(props: &ToolProps) -> Html {
    let context = &props.context;
    let progress = use_state(|| Progress::Waiting);
    let address = url::print(&context.state, context.searcher.index());
    {
        let (context, progress) = (context.clone(), progress.clone());
        // A reply to an earlier address is not shown.
        let latest = use_mut_ref(String::new);
        use_effect_with(address, move |address| {
            latest.replace(address.clone());
            progress.set(Progress::Waiting);
            context.worker.open(context.searcher.index());
            let asked = address.clone();
            let failed = context.pick(
                "Le calcul a été interrompu\u{a0}: la mémoire a peut-être manqué. Filtrez, ou fermez d’autres onglets.",
                "The computation was cut short, perhaps for want of memory. Filter, or close other tabs.",
            ).to_string();
            let request = Request::Measure(address.clone());
            context.worker.send(&request, &[], move |reply| {
                let result = match reply {
                    Reply::Measured(result) => *result,
                    Reply::Failed => Err(failed.clone()),
                    _ => return,
                };
                if *latest.borrow() == asked {
                    progress.set(Progress::There(Rc::new(result)));
                }
            });
        });
    }
    let stop = {
        let (context, progress) = (context.clone(), progress.clone());
        let stopped = context
            .pick("Le calcul est arrêté.", "The computation is stopped.")
            .to_string();
        Callback::from(move |_: MouseEvent| {
            context.worker.stop();
            progress.set(Progress::There(Rc::new(Err(stopped.clone()))));
        })
    };
    html! {
        <>
            <div class="tool-settings">{ settings(context) }</div>
            { help(context) }
            // One element for both, so that whoever listens hears when the report is there.
            <p role="status" class={classes!((*progress != Progress::Waiting).then_some("unseen"))}>
                { said(context, &progress) }
                if *progress == Progress::Waiting {
                    { " " }
                    <button type="button" class="more" onclick={stop}>
                        { context.pick("Arrêter", "Stop") }
                    </button>
                }
            </p>
            {
                match &*progress {
                    Progress::Waiting => html! {},
                    Progress::There(result) => match &**result {
                        Ok(report) => html! { <ReportView context={context.clone()} report={report.clone()} /> },
                        Err(sentence) => html! {
                            <>
                                <p role="alert">{ sentence }</p>
                                { examples(context) }
                            </>
                        },
                    },
                }
            }
        </>
    }
}

/// Returns how far the report is. Why there is none is said by an alert.
fn said(context: &ToolContext, progress: &Progress) -> String {
    match progress {
        Progress::Waiting => context.pick("Calcul en cours…", "Computing…").to_string(),
        Progress::There(result) => result.as_ref().as_ref().map_or(String::new(), |report| {
            let rows = i18n::lines(report.rows.len(), context.language());
            format!("{}, {rows}", report.caption)
        }),
    }
}

/// Views that give the tool something to compute, where it has nothing yet.
fn examples(context: &ToolContext) -> Html {
    let views = example_views(&Subject {
        searcher: &context.searcher,
        state: &context.state,
        setting: &context.setting,
    });
    if views.is_empty() {
        return html! {};
    }
    html! {
        <div class="tool-examples">
            <h3>{ context.pick("Par exemple", "For example") }</h3>
            <ul>
                for (name, address) in views {
                    <li><a href={address.clone()} onclick={follow(&address)}>{ name }</a></li>
                }
            </ul>
        </div>
    }
}

/// Returns what the figures of the tool say, and what they do not.
fn help(context: &ToolContext) -> Html {
    let of = |(french, english): (&'static str, &'static str)| context.pick(french, english);
    let help = help_of(context.setting.tool);
    html! {
        <details class="measure-help">
            <summary>{ context.pick("Ce que disent ces chiffres", "What these figures say") }</summary>
            <dl>
                for measure in help.measures {
                    <div>
                        <dt>{ of(measure.name) }</dt>
                        <dd>
                            <p>{ of(measure.says) }</p>
                            <p>{ context.pick("Ne dit pas\u{a0}: ", "Does not say: ") }{ of(measure.does_not_say) }</p>
                            if !measure.formula.is_empty() {
                                <p><code>{ measure.formula }</code></p>
                            }
                        </dd>
                    </div>
                }
            </dl>
            <p class="hint">{ context.pick("Sources\u{a0}: ", "Sources: ") }{ help.sources }</p>
        </details>
    }
}

/// Returns the fields of a tool.
fn settings(context: &ToolContext) -> Html {
    let pick = |french, english| context.pick(french, english);
    let words = select(
        context,
        "words",
        pick("Mots", "Words"),
        &[
            (
                "",
                pick("sans casse ni accents", "whatever case and accents"),
            ),
            ("form", pick("formes écrites", "as written")),
            ("stem", pick("familles (radicaux)", "families (stems)")),
        ],
    );
    match context.setting.tool {
        Tool::Compare => {
            let parts = choices(context.searcher.index(), context.language());
            let of = |first: (&'static str, &'static str)| {
                let named = parts.iter();
                let named = named.map(|(value, name)| (value.as_str(), name.as_str()));
                [first]
                    .into_iter()
                    .chain(named)
                    .collect::<Vec<(&str, &str)>>()
            };
            html! {
                <>
                    { select(context, "a", pick("Partie a", "Part a"), &of(("", pick("ce qui est trouvé", "what is found")))) }
                    { select(context, "b", pick("Partie b", "Part b"), &of(("", pick("le reste", "the rest")))) }
                    { words }
                    { number(context, "frequency", pick("Fréquence minimale", "Least frequency"), 3) }
                    { select(context, "correction", pick("Correction", "Correction"), &[
                        ("", "Holm"),
                        ("bonferroni", "Bonferroni"),
                        ("bh", "Benjamini-Hochberg"),
                        ("none", pick("aucune", "none")),
                    ]) }
                </>
            }
        }
        Tool::Collocates => html! {
            <>
                { select(context, "window", pick("Fenêtre", "Window"), &[
                    ("", pick("mots voisins", "neighbouring words")),
                    ("passage", pick("le passage", "the passage")),
                ]) }
                if context.setting.get("window").is_none() {
                    { number(context, "left", pick("À gauche", "To the left"), 5) }
                    { number(context, "right", pick("À droite", "To the right"), 5) }
                }
                { words }
                { number(context, "together", pick("Ensemble au moins", "Together at least"), 2) }
            </>
        },
        Tool::Dispersion => html! {
            <>
                { text(context, "with", pick("Autres recherches, avec des virgules", "Other searches, with commas")) }
                { select(context, "parts", pick("Parties", "Parts"), &[
                    ("", pick("textes", "texts")),
                    ("passages", pick("passages", "passages")),
                    ("equal", pick("dix parties égales", "ten equal parts")),
                ]) }
            </>
        },
        Tool::Similar => html! {
            <>
                { number(context, "shortest", pick("Segments de mots, au moins", "Segments of words, at least"), 4) }
                { words }
            </>
        },
        Tool::Vocabulary | Tool::Map => html! {
            <>
                { select(context, "by", pick("Par", "By"), &[
                    ("", pick("texte", "text")),
                    ("speakers", pick("locuteur", "speaker")),
                    ("years", pick("année", "year")),
                ]) }
                if context.setting.tool == Tool::Map {
                    { number(context, "frequency", pick("Fréquence minimale", "Least frequency"), 5) }
                    { number(context, "letters", pick("Lettres au moins", "Letters at least"), LEAST_LETTERS) }
                    { number(context, "most", pick("Mots au plus", "Words at most"), 60) }
                }
                { words }
            </>
        },
        Tool::Classes => html! {
            <>
                { select(context, "method", pick("Classification", "Classification"), &[
                    ("", pick("simple", "single")),
                    ("double", pick("double, croisée", "double, crossed")),
                ]) }
                { number(context, "classes", pick("Classes", "Classes"), CLASSES) }
                { number(context, "length", pick("Mots par segment", "Words of a segment"), LENGTH) }
                { number(context, "frequency", pick("Segments par mot, au moins", "Segments with a word, at least"), 3) }
                { number(context, "letters", pick("Lettres au moins", "Letters at least"), LEAST_LETTERS) }
                if context.setting.get("method") == Some("double") {
                    { number(context, "first", pick("Mots par unité, la première fois", "Words of a unit, the first time"), CONTEXTS[0]) }
                    { number(context, "second", pick("Mots par unité, la seconde", "Words of a unit, the second"), CONTEXTS[1]) }
                    { number(context, "members", pick("Segments par classe, plus de", "Segments of a class, more than"), MEMBERS) }
                }
                { words }
            </>
        },
        _ => html! {
            <>
                { select(context, "travel", pick("Qui passent", "That travel"), &[
                    ("", pick("d’un texte à l’autre", "from text to text")),
                    ("speakers", pick("d’un locuteur à l’autre", "from speaker to speaker")),
                    ("years", pick("d’une année à l’autre", "from year to year")),
                    ("any", pick("toutes", "all")),
                ]) }
                { number(context, "shortest", pick("Mots au moins", "Words at least"), 4) }
                { number(context, "frequency", pick("Fois au moins", "Times at least"), 2) }
                { select(context, "near", pick("Variantes", "Variants"), &[
                    ("", pick("aucune", "none")),
                    ("1", pick("un mot changé", "a word changed")),
                    ("2", pick("deux mots changés", "two words changed")),
                ]) }
                { words }
            </>
        },
    }
}

/// Puts the value of a field into the address.
fn set(context: &ToolContext, key: &'static str) -> Callback<Event> {
    let setting = context.setting.clone();
    Callback::from(move |event: Event| {
        let value = web::event_value(&event).unwrap_or_default();
        browser::set_tool(Some(&setting.with(key, &value).print()));
    })
}

fn select(context: &ToolContext, key: &'static str, label: &str, choices: &[(&str, &str)]) -> Html {
    let chosen = context.setting.get(key).unwrap_or("");
    let is_offered = choices.iter().any(|(value, _)| *value == chosen);
    // What an address says and the menu does not offer is computed as the default, or is a part that a view names.
    let named = named_part(context, key).filter(|_| !is_offered);
    let shown = match is_offered || named.is_some() {
        true => chosen,
        false => "",
    };
    html! {
        <LabelledField label={label.to_string()}>
            <select onchange={set(context, key)}>
                for (value, name) in choices {
                    <option value={value.to_string()} selected={*value == shown}>{ name }</option>
                }
                if let Some(name) = named {
                    <option value={chosen.to_string()} selected=true>{ name }</option>
                }
            </select>
        </LabelledField>
    }
}

/// Returns the name of the part that the address names by a key; `None` if the key is another's or the part is not known.
fn named_part(context: &ToolContext, key: &str) -> Option<String> {
    let value = context
        .setting
        .get(key)
        .filter(|_| ["a", "b"].contains(&key));
    let subject = Subject {
        searcher: &context.searcher,
        state: &context.state,
        setting: &context.setting,
    };
    // A part that is not known gives the default back, which is no view.
    match Part::parse(value, Part::Rest, context.searcher.index()) {
        part @ Part::View(_) => Some(part.name(&subject)),
        Part::Found | Part::Rest => None,
    }
}

fn number(context: &ToolContext, key: &'static str, label: &str, default: u32) -> Html {
    let value = context
        .setting
        .get(key)
        .map_or(default.to_string(), str::to_string);
    html! {
        <LabelledField label={label.to_string()}>
            <input type="number" min="0" max="1000" {value} onchange={set(context, key)} />
        </LabelledField>
    }
}

fn text(context: &ToolContext, key: &'static str, label: &str) -> Html {
    let value = context.setting.get(key).unwrap_or("").to_string();
    html! {
        <LabelledField label={label.to_string()}>
            <input type="text" {value} onchange={set(context, key)} />
        </LabelledField>
    }
}
