//! Statistics: the settings of a measure, and its report, which the worker computes.

use super::report_view::{ReportView, follow};
use crate::bench::{Bench, BenchProps};
use crate::browser;
use crate::job::{Reply, Request};
use crate::measures::Subject;
use crate::measures::classes::{CLASSES, LENGTH};
use crate::measures::help::help_of;
use crate::measures::map::LEAST_LETTERS;
use crate::measures::offers::offers;
use crate::measures::part::{Part, choices};
use crate::report::Report;
use crate::tool::Tool;
use frise::components::controls::LabelledField;
use frise::{url, web};
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
pub fn Statistics(props: &BenchProps) -> Html {
    let bench = &props.bench;
    let progress = use_state(|| Progress::Waiting);
    let address = url::print(&bench.state, bench.searcher.index());
    {
        let (bench, progress) = (bench.clone(), progress.clone());
        // A reply to an earlier address is not shown.
        let latest = use_mut_ref(String::new);
        use_effect_with(address, move |address| {
            latest.replace(address.clone());
            progress.set(Progress::Waiting);
            bench.crew.open(bench.searcher.index());
            let asked = address.clone();
            let failed = bench.pick(
                "Le calcul a été interrompu\u{a0}: la mémoire a peut-être manqué. Filtrez, ou fermez d’autres onglets.",
                "The computation was cut short, perhaps for want of memory. Filter, or close other tabs.",
            ).to_string();
            let request = Request::Measure(address.clone());
            bench.crew.send(&request, &[], move |reply| {
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
        let (bench, progress) = (bench.clone(), progress.clone());
        let stopped = bench
            .pick("Le calcul est arrêté.", "The computation is stopped.")
            .to_string();
        Callback::from(move |_: MouseEvent| {
            bench.crew.stop();
            progress.set(Progress::There(Rc::new(Err(stopped.clone()))));
        })
    };
    html! {
        <>
            <div class="tool-settings">{ settings(bench) }</div>
            { help(bench) }
            {
                match &*progress {
                    Progress::Waiting => html! {
                        <p role="status">
                            { bench.pick("Calcul en cours… ", "Computing… ") }
                            <button type="button" class="more" onclick={stop}>
                                { bench.pick("Arrêter", "Stop") }
                            </button>
                        </p>
                    },
                    Progress::There(result) => match &**result {
                        Ok(report) => html! { <ReportView bench={bench.clone()} report={report.clone()} /> },
                        Err(sentence) => html! {
                            <>
                                <p role="alert">{ sentence }</p>
                                { examples(bench) }
                            </>
                        },
                    },
                }
            }
        </>
    }
}

/// Views that give the tool something to compute, where it has nothing yet.
fn examples(bench: &Bench) -> Html {
    let offers = offers(&Subject {
        searcher: &bench.searcher,
        state: &bench.state,
        setting: &bench.setting,
    });
    if offers.is_empty() {
        return html! {};
    }
    html! {
        <div class="tool-examples">
            <h3>{ bench.pick("Par exemple", "For example") }</h3>
            <ul>
                for (name, address) in offers {
                    <li><a href={address.clone()} onclick={follow(&address)}>{ name }</a></li>
                }
            </ul>
        </div>
    }
}

/// What the figures of the tool say, and what they do not.
fn help(bench: &Bench) -> Html {
    let of = |(french, english): (&'static str, &'static str)| bench.pick(french, english);
    let help = help_of(bench.setting.tool);
    html! {
        <details class="measure-help">
            <summary>{ bench.pick("Ce que disent ces chiffres", "What these figures say") }</summary>
            <dl>
                for measure in help.measures {
                    <div>
                        <dt>{ of(measure.name) }</dt>
                        <dd>
                            <p>{ of(measure.says) }</p>
                            <p>{ bench.pick("Ne dit pas\u{a0}: ", "Does not say: ") }{ of(measure.does_not_say) }</p>
                            if !measure.formula.is_empty() {
                                <p><code>{ measure.formula }</code></p>
                            }
                        </dd>
                    </div>
                }
            </dl>
            <p class="hint">{ bench.pick("Sources\u{a0}: ", "Sources: ") }{ help.sources }</p>
        </details>
    }
}

/// The fields of a tool.
fn settings(bench: &Bench) -> Html {
    let pick = |french, english| bench.pick(french, english);
    let words = select(
        bench,
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
    match bench.setting.tool {
        Tool::Compare => {
            let parts = choices(bench.searcher.index(), bench.language());
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
                    { select(bench, "a", pick("Partie a", "Part a"), &of(("", pick("ce qui est trouvé", "what is found")))) }
                    { select(bench, "b", pick("Partie b", "Part b"), &of(("", pick("le reste", "the rest")))) }
                    { words }
                    { number(bench, "frequency", pick("Fréquence minimale", "Least frequency"), 3) }
                    { select(bench, "correction", pick("Correction", "Correction"), &[
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
                { select(bench, "window", pick("Fenêtre", "Window"), &[
                    ("", pick("mots voisins", "neighbouring words")),
                    ("passage", pick("le passage", "the passage")),
                ]) }
                if bench.setting.get("window").is_none() {
                    { number(bench, "left", pick("À gauche", "To the left"), 5) }
                    { number(bench, "right", pick("À droite", "To the right"), 5) }
                }
                { words }
                { number(bench, "together", pick("Ensemble au moins", "Together at least"), 2) }
            </>
        },
        Tool::Dispersion => html! {
            <>
                { text(bench, "with", pick("Autres recherches, avec des virgules", "Other searches, with commas")) }
                { select(bench, "parts", pick("Parties", "Parts"), &[
                    ("", pick("textes", "texts")),
                    ("passages", pick("passages", "passages")),
                    ("equal", pick("dix parties égales", "ten equal parts")),
                ]) }
            </>
        },
        Tool::Similar => html! {
            <>
                { number(bench, "shortest", pick("Segments de mots, au moins", "Segments of words, at least"), 4) }
                { words }
            </>
        },
        Tool::Vocabulary | Tool::Map => html! {
            <>
                { select(bench, "by", pick("Par", "By"), &[
                    ("", pick("texte", "text")),
                    ("speakers", pick("locuteur", "speaker")),
                    ("years", pick("année", "year")),
                ]) }
                if bench.setting.tool == Tool::Map {
                    { number(bench, "frequency", pick("Fréquence minimale", "Least frequency"), 5) }
                    { number(bench, "letters", pick("Lettres au moins", "Letters at least"), LEAST_LETTERS) }
                    { number(bench, "most", pick("Mots au plus", "Words at most"), 60) }
                }
                { words }
            </>
        },
        Tool::Classes => html! {
            <>
                { number(bench, "classes", pick("Classes", "Classes"), CLASSES) }
                { number(bench, "length", pick("Mots par segment", "Words of a segment"), LENGTH) }
                { number(bench, "frequency", pick("Segments par mot, au moins", "Segments with a word, at least"), 3) }
                { number(bench, "letters", pick("Lettres au moins", "Letters at least"), LEAST_LETTERS) }
                { words }
            </>
        },
        _ => html! {
            <>
                { select(bench, "travel", pick("Qui passent", "That travel"), &[
                    ("", pick("d’un texte à l’autre", "from text to text")),
                    ("speakers", pick("d’un locuteur à l’autre", "from speaker to speaker")),
                    ("years", pick("d’une année à l’autre", "from year to year")),
                    ("any", pick("toutes", "all")),
                ]) }
                { number(bench, "shortest", pick("Mots au moins", "Words at least"), 4) }
                { number(bench, "frequency", pick("Fois au moins", "Times at least"), 2) }
                { select(bench, "near", pick("Variantes", "Variants"), &[
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
fn set(bench: &Bench, key: &'static str) -> Callback<Event> {
    let setting = bench.setting.clone();
    Callback::from(move |event: Event| {
        let value = web::event_value(&event).unwrap_or_default();
        browser::set_tool(Some(&setting.with(key, &value).print()));
    })
}

fn select(bench: &Bench, key: &'static str, label: &str, choices: &[(&str, &str)]) -> Html {
    let chosen = bench.setting.get(key).unwrap_or("");
    let is_offered = choices.iter().any(|(value, _)| *value == chosen);
    // What an address says and the menu does not offer is computed as the default, or is a part that a view names.
    let named = named_part(bench, key).filter(|_| !is_offered);
    let shown = match is_offered || named.is_some() {
        true => chosen,
        false => "",
    };
    html! {
        <LabelledField label={label.to_string()}>
            <select onchange={set(bench, key)}>
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
fn named_part(bench: &Bench, key: &str) -> Option<String> {
    let value = bench.setting.get(key).filter(|_| ["a", "b"].contains(&key));
    let subject = Subject {
        searcher: &bench.searcher,
        state: &bench.state,
        setting: &bench.setting,
    };
    // A part that is not known gives the default back, which is no view.
    match Part::parse(value, Part::Rest, bench.searcher.index()) {
        part @ Part::View(_) => Some(part.name(&subject)),
        Part::Found | Part::Rest => None,
    }
}

fn number(bench: &Bench, key: &'static str, label: &str, default: u32) -> Html {
    let value = bench
        .setting
        .get(key)
        .map_or(default.to_string(), str::to_string);
    html! {
        <LabelledField label={label.to_string()}>
            <input type="number" min="0" max="1000" {value} onchange={set(bench, key)} />
        </LabelledField>
    }
}

fn text(bench: &Bench, key: &'static str, label: &str) -> Html {
    let value = bench.setting.get(key).unwrap_or("").to_string();
    html! {
        <LabelledField label={label.to_string()}>
            <input type="text" {value} onchange={set(bench, key)} />
        </LabelledField>
    }
}
