//! Why a passage is found and stands where it does: its reasons at once, its score term by term on demand.

use super::View;
use super::elements::{column, element, figure, row_head, text};
use super::hooks::use_kept;
use crate::words;
use frise_index::search::{Explanation, FormFrequency, HighlightedRun, Reason, ScoredPassage, TermScore};
use frise_markup::html;
use yew::prelude::*;

/// What the explanation is of.
#[derive(Clone, PartialEq, Properties)]
pub struct WhyProps {
    /// What it is made from.
    pub view: View,
    /// The passage and its score.
    pub found: ScoredPassage,
    /// The reasons of its hits, each once.
    pub reasons: Vec<Reason>,
}

/// The reasons of the hits in some runs, each once, the strictest first.
pub fn reasons(runs: &[HighlightedRun]) -> Vec<Reason> {
    let segments = runs.iter().flat_map(|run| &run.segments);
    let mut reasons: Vec<Reason> = segments.filter_map(|segment| segment.reason).collect();
    reasons.sort_by_key(|reason| *reason as u32);
    reasons.dedup();
    reasons
}

/// The reasons of the hits, and the terms of the score below them.
#[component]
pub fn Why(props: &WhyProps) -> Html {
    let WhyProps {
        view,
        found,
        reasons,
    } = props;
    let open = use_kept(|| false);
    let ontoggle = {
        let open = open.clone();
        Callback::from(move |_: Event| open.set(!*open))
    };
    let names: Vec<&str> = reasons
        .iter()
        .map(|reason| words::reason(*reason, view.language()))
        .collect();
    let score = words::decimal(f64::from(found.score), 2, view.language());
    let score = [view.pick("score\u{a0}", "score "), &score].concat();
    html! {
        <details class="why" {ontoggle}>
            <summary>{ element("span", "", text(&names.join(", "))) }{ " " }{ element("span", "score", text(&score)) }</summary>
            if *open { { terms(view, &view.searcher.explain(found.passage, &view.answer.plan)) } }
        </details>
    }
}

fn terms(view: &View, explanation: &Explanation) -> Html {
    let language = view.language();
    let decimal = |value: f32| figure(words::decimal(f64::from(value), 2, language));
    let row = |term: &TermScore| {
        html! {
            <tr>
                { row_head(element("code", "", text(&term.query))) }
                <td>{ for term.forms.iter().map(|times| form(view, times)) }</td>
                { decimal(term.term_frequency) }
                { figure(words::number(term.document_frequency as usize, language)) }
                { decimal(term.idf) }
                { decimal(term.score) }
            </tr>
        }
    };
    html! {
        <div class="scrolls" tabindex="0" role="group" aria-label={view.pick("Calcul du score", "How the score is made")}>
            <table>
                <thead><tr>
                    { column("", view.pick("demandé", "asked")) }
                    { column("", view.pick("trouvé", "found")) }
                    { column("figure", view.pick("poids", "weight")) }
                    { column("figure", "passages") }
                    { column("figure", view.pick("rareté", "rarity")) }
                    { column("figure", view.pick("part", "share")) }
                </tr></thead>
                <tbody>{ for explanation.terms.iter().map(row) }</tbody>
                <tfoot><tr>
                    <th scope="row" colspan="5">{ length(view, explanation) }</th>
                    { decimal(explanation.score) }
                </tr></tfoot>
            </table>
        </div>
    }
}

/// `règles × 2 (même radical)`.
fn form(view: &View, times: &FormFrequency) -> Html {
    let count = words::number(times.count as usize, view.language());
    let reason = words::reason(times.reason, view.language());
    html! {
        <span class="form">{ [times.form.as_str(), "\u{a0}×\u{a0}", &count].concat() }{ element("i", "", text(&[" (", reason, ")"].concat())) }</span>
    }
}

/// What the score is, and the length that enters into it.
fn length(view: &View, explanation: &Explanation) -> String {
    let language = view.language();
    let length = words::words(explanation.words as usize, language);
    let mean = words::decimal(f64::from(explanation.mean_words), 0, language);
    let all = words::passages(explanation.passages as usize, language);
    match language {
        frise_date::Tongue::French => {
            format!("Score BM25\u{a0}: ce passage a {length}, la moyenne des {all} est de {mean}.")
        }
        frise_date::Tongue::English => {
            format!("BM25 score: this passage has {length}, the mean of the {all} is {mean}.")
        }
    }
}
