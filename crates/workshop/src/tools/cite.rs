//! Citations of the passage that is open, of its text, or of the texts that are found, and files for reference managers.

use crate::browser;
use crate::context::{ToolContext, ToolProps};
use frise::components::controls::{CopyButton, LabelledField};
use frise::{i18n, web};
use frise_cite::bibtex::{Dialect, bibtex};
use frise_cite::csl_json::{Processor, csl_json};
use frise_cite::ris::ris;
use frise_cite::{
    Choice, Face, Quote, Reference, Rich, Setting, Style, passage_link, text_fragment_link,
};
use frise_date::Tongue;
use std::ops::Range;
use yew::prelude::*;

/// The most references that are shown; files hold all.
const MOST_SHOWN: usize = 20;

/// What is cited.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Target {
    /// The passage that is open.
    Passage,
    /// The text that it stands in.
    Document,
    /// All texts with a passage that is found.
    Found,
}

impl Target {
    const NAMES: [(Target, &str); 3] = [
        (Target::Passage, "passage"),
        (Target::Document, "document"),
        (Target::Found, "found"),
    ];

    /// Returns the target that the setting names, as far as there is one.
    fn of(context: &ToolContext) -> Target {
        let named = context.setting.get("what");
        let known = Target::NAMES.iter().find(|(_, name)| Some(*name) == named);
        match (known, context.state.passage) {
            (_, None) => Target::Found,
            (Some((target, _)), Some(_)) => *target,
            (None, Some(_)) => Target::Passage,
        }
    }

    fn label(self, language: Tongue) -> &'static str {
        let (french, english) = match self {
            Target::Passage => ("le passage ouvert", "the passage that is open"),
            Target::Document => ("le texte ouvert", "the text that is open"),
            Target::Found => ("les textes trouvés", "the texts that are found"),
        };
        i18n::pick(language, french, english)
    }
}

/// The choice of what is cited and how, the citations, and the files.
#[component]
pub fn Cite(props: &ToolProps) -> Html {
    let context = &props.context;
    let language = context.language();
    let target = Target::of(context);
    let style = context.setting.get("style").and_then(Style::from_id);
    let style = style.unwrap_or(Style::Iso690);
    let references = references(context, target);
    let set = |key: &'static str| {
        let setting = context.setting.clone();
        Callback::from(move |event: Event| {
            let value = web::event_value(&event).unwrap_or_default();
            browser::set_tool(Some(&setting.with(key, &value).print()));
        })
    };
    let targets = Target::NAMES.into_iter();
    let targets =
        targets.filter(|(target, _)| context.state.passage.is_some() || *target == Target::Found);
    html! {
        <>
            <div class="tool-settings">
                <LabelledField label={context.pick("Citer", "Cite")}>
                    <select onchange={set("what")}>
                        for (choice, name) in targets {
                            <option value={name} selected={choice == target}>
                                { choice.label(language) }
                            </option>
                        }
                    </select>
                </LabelledField>
                <LabelledField label={context.pick("Style", "Style")}>
                    <select onchange={set("style")}>
                        for choice in Style::ALL {
                            <option value={choice.id()} selected={choice == style}>
                                { choice.name(language) }
                            </option>
                        }
                    </select>
                </LabelledField>
            </div>
            if references.is_empty() {
                <p>{ context.pick("Aucun texte n’est trouvé\u{a0}: il n’y a rien à citer.", "No text is found, so there is nothing to cite.") }</p>
            }
            for reference in references.iter().take(MOST_SHOWN) {
                <section class="citation" key={reference.id.clone()}>
                    if target != Target::Found {
                        { line(context, context.pick("Dans le texte ou en note", "In the text or as a note"), &style.citation(reference)) }
                    }
                    { line(context, context.pick("Dans la bibliographie", "In the bibliography"), &style.entry(reference)) }
                </section>
            }
            if let (Target::Passage, Some(passages)) = (target, context.state.opened()) {
                { links(context, passages) }
            }
            if references.len() > MOST_SHOWN {
                <p class="hint">
                    { format!(
                        "{} {}",
                        context.pick("Les fichiers en contiennent", "The files hold"),
                        i18n::documents(references.len(), language),
                    ) }
                </p>
            }
            if !references.is_empty() {
                <h3>{ context.pick("Fichiers pour Zotero, JabRef, LaTeX, Pandoc…", "Files for Zotero, JabRef, LaTeX, Pandoc…") }</h3>
                <ul class="tool-files">{ for files(context, &references) }</ul>
            }
        </>
    }
}

/// Makes a reference of each thing that is cited.
fn references(context: &ToolContext, target: Target) -> Vec<Reference> {
    let index = context.searcher.index();
    let setting = Setting {
        page: web::shared_address(),
        accessed: browser::today(),
        language: context.language(),
    };
    let choices: Vec<Choice> = match (target, context.state.opened()) {
        (Target::Passage, Some(passages)) => vec![Choice::Passages(passages)],
        (Target::Document, Some(passages)) => {
            vec![Choice::Document(index.document_of(passages.start))]
        }
        _ => {
            let answer = context.answer();
            let mut found: Vec<usize> = answer
                .passages
                .iter()
                .map(|scored| index.document_of(scored.passage))
                .collect();
            found.sort_unstable();
            found.dedup();
            found.into_iter().map(Choice::Document).collect()
        }
    };
    let references = choices.iter();
    references
        .filter_map(|choice| Reference::of(index, choice, &setting))
        .collect()
}

/// Returns a citation with its label and a button that copies it.
fn line(context: &ToolContext, label: &'static str, text: &Rich) -> Html {
    let plain = text.to_plain_text();
    let copy = Callback::from(move |_| drop(web::call_shell("copy", &[&plain])));
    html! {
        <div class="citation-line">
            <h3>{ label }</h3>
            <p>
                for run in text.runs() {
                    {
                        match run.face {
                            Face::Roman => html! { { &run.text } },
                            Face::Italic => html! { <i>{ &run.text }</i> },
                            Face::Link => html! { <a href={run.text.clone()}>{ &run.text }</a> },
                        }
                    }
                }
            </p>
            <CopyButton language={context.language()} class="more copier" onclick={copy} />
        </div>
    }
}

/// Returns what leads back to the words of passages: those of the first that are selected, else its first sentence.
fn links(context: &ToolContext, passages: Range<u32>) -> Html {
    let Some(page) = web::shared_address() else {
        return html! {};
    };
    let index = context.searcher.index();
    let text = index.text_of(passages.start);
    let selected = browser::selected_text();
    let quoted = match text.find(&selected) {
        Some(start) if !selected.is_empty() => start..start + selected.len(),
        _ => 0..first_sentence(&text),
    };
    let link = passage_link(&page, &index.link_id(passages));
    let annotation = Quote::of(&text, quoted.clone()).map(|quote| quote.to_annotation(&link));
    let copied = |label: &'static str, shown: String| {
        let copy = {
            let shown = shown.clone();
            Callback::from(move |_| drop(web::call_shell("copy", &[&shown])))
        };
        html! {
            <div class="citation-line">
                <h3>{ label }</h3>
                <p class="verbatim">{ shown }</p>
                <CopyButton language={context.language()} class="more copier" onclick={copy} />
            </div>
        }
    };
    html! {
        <>
            { copied(context.pick("Lien qui retrouve ces mots dans les versions à venir", "Link that finds these words in later versions"), link.clone()) }
            { copied(context.pick("Lien vers la citation, pour les navigateurs qui la surlignent", "Link to the quotation, for browsers that highlight it"), text_fragment_link(&link, &text, quoted)) }
            if let Some(annotation) = annotation {
                <details>
                    <summary>{ "Web Annotation (W3C)" }</summary>
                    { copied(context.pick("Les mots qui sont sélectionnés, ou la première phrase", "The words that are selected, or the first sentence"), annotation) }
                </details>
            }
        </>
    }
}

/// Returns where the first sentence of a text ends.
fn first_sentence(text: &str) -> usize {
    let end = text.find(['.', '!', '?', '…']);
    end.map_or(text.len(), |at| {
        at + text[at..].chars().next().map_or(0, char::len_utf8)
    })
}

/// Returns a button for each file.
fn files(context: &ToolContext, references: &[Reference]) -> Vec<Html> {
    let name = context.searcher.index().about().id.clone();
    let (tex, research, json) = (
        "application/x-bibtex",
        "application/x-research-info-systems",
        "application/json",
    );
    let csl = |processor| csl_json(references, processor);
    let (csl_of_any, csl_of_mla) = (csl(Processor::Any), csl(Processor::Mla));
    // The style of the MLA prints no date of a speech.
    let has_speeches = csl_of_any != csl_of_mla;
    let mut files = vec![
        (
            "BibLaTeX",
            "bib",
            tex,
            bibtex(references, Dialect::BibLatex),
        ),
        (
            "BibTeX",
            "bibtex.bib",
            tex,
            bibtex(references, Dialect::BibTex),
        ),
        ("RIS", "ris", research, ris(references)),
        ("CSL-JSON", "json", json, csl_of_any),
    ];
    if has_speeches {
        let label = context.pick("CSL-JSON pour le style MLA", "CSL-JSON for the MLA style");
        files.push((label, "mla.json", json, csl_of_mla));
    }
    let button = |(label, end, kind, text): (&'static str, &str, &'static str, String)| {
        let name = format!("{name}.{end}");
        let onclick = move |_: MouseEvent| web::save_file(&name, kind, &text);
        html! {
            <li><button type="button" class="more" {onclick}>{ label }</button></li>
        }
    };
    files.into_iter().map(button).collect()
}
