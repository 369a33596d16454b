//! The explanation of a score: the reasons of the hits at once, and the score with its terms on demand.

use super::View;
use crate::i18n;
use frise_date::Tongue;
use frise_index::search::{Explanation, FormFrequency, HighlightedRun, Reason, ScoredPassage};
use yew::prelude::*;

/// Props of [`Score`].
#[derive(Clone, PartialEq, Properties)]
pub struct ScoreProps {
    /// The page.
    pub view: View,
    /// The passage and its score.
    pub found: ScoredPassage,
    /// The reasons of its hits, each once.
    pub reasons: Vec<Reason>,
}

/// Returns the reasons of the hits in some runs, each once, the strictest first.
pub fn reasons(runs: &[HighlightedRun]) -> Vec<Reason> {
    let segments = runs.iter().flat_map(|run| &run.segments);
    let mut reasons: Vec<Reason> = segments.filter_map(|segment| segment.reason).collect();
    reasons.sort_unstable_by_key(|reason| *reason as u32);
    reasons.dedup();
    reasons
}

/// The reasons of the hits, which unfold into the score and its terms.
#[component]
pub fn Score(props: &ScoreProps) -> Html {
    let ScoreProps {
        view,
        found,
        reasons,
    } = props;
    let open = use_state(|| false);
    let ontoggle = {
        let open = open.clone();
        Callback::from(move |_: Event| open.set(!*open))
    };
    let mut names: Vec<&str> = reasons
        .iter()
        .map(|reason| i18n::reason(*reason, view.language()))
        .collect();
    // Two reasons may have one name; they are neighbours.
    names.dedup();
    html! {
        <details class="why" {ontoggle}>
            <summary>
                <span>{ names.join(", ") }</span>
            </summary>
            if *open {
                <Terms {view} found={*found} />
            }
        </details>
    }
}

/// Props of [`Terms`].
#[derive(Clone, PartialEq, Properties)]
struct TermsProps {
    /// The page.
    view: View,
    /// The passage and its score.
    found: ScoredPassage,
}

/// The table of the terms of a score.
#[component]
fn Terms(props: &TermsProps) -> Html {
    let TermsProps { view, found } = props;
    let explanation = &view.searcher.explain(found.passage, &view.answer.plan);
    let language = view.language();
    let decimal = |value: f32| i18n::decimal(f64::from(value), 2, language);
    let name = view.pick("Calcul du score", "How the score is made");
    html! {
        <div class="scrolls" tabindex="0" role="group" aria-label={name}>
            <table aria-label={name}>
                <thead>
                    <tr>
                        <th scope="col">{ view.pick("demandé", "asked") }</th>
                        <th scope="col">{ view.pick("trouvé", "found") }</th>
                        <th scope="col" class="figure">{ view.pick("fois", "times") }</th>
                        <th scope="col" class="figure">{ "passages" }</th>
                        <th scope="col" class="figure">{ view.pick("poids", "weight") }</th>
                        <th scope="col" class="figure">{ view.pick("part", "share") }</th>
                    </tr>
                </thead>
                <tbody>
                    for term in &explanation.terms {
                        <tr>
                            <th scope="row"><code>{ &term.query }</code></th>
                            <td>{ for term.forms.iter().map(|form| matched_form(form, language)) }</td>
                            <td class="figure">{ i18n::number(term.term_frequency as usize, language) }</td>
                            <td class="figure">{ i18n::number(term.document_frequency as usize, language) }</td>
                            <td class="figure">{ decimal(term.weight) }</td>
                            <td class="figure">{ decimal(term.score) }</td>
                        </tr>
                    }
                    { for parts(explanation, language).map(|(name, score)| html! {
                        <tr>
                            <th scope="row" colspan="5">{ name }</th>
                            <td class="figure">{ decimal(score) }</td>
                        </tr>
                    }) }
                </tbody>
                <tfoot>
                    <tr>
                        <th scope="row" colspan="5">{ formula(explanation, language) }</th>
                        <td class="figure">{ decimal(explanation.score) }</td>
                    </tr>
                </tfoot>
            </table>
        </div>
    }
}

/// Returns a form that matches, how often and why: `règles × 2 (même radical)`.
fn matched_form(form: &FormFrequency, language: Tongue) -> Html {
    let count = i18n::number(form.count as usize, language);
    html! {
        <span class="form">
            { format!("{}\u{a0}×\u{a0}{count}", form.form) }
            <i>{ format!(" ({})", i18n::reason(form.reason, language)) }</i>
        </span>
    }
}

/// Returns what else adds to a score, by its name.
fn parts(explanation: &Explanation, language: Tongue) -> impl Iterator<Item = (&'static str, f32)> {
    let nearness = (i18n::nearness(language), explanation.nearness);
    let reading = explanation.reading.map(|reading| {
        let name = i18n::reading(reading, language);
        (name, explanation.strictness)
    });
    [Some(nearness), reading]
        .into_iter()
        .flatten()
        .filter(|(_, score)| *score > 0.0)
}

/// Returns the name of the formula, and the lengths that enter into it.
fn formula(explanation: &Explanation, language: Tongue) -> String {
    let length = i18n::words(explanation.words as usize, language);
    let mean = i18n::decimal(f64::from(explanation.mean_words), 0, language);
    let all = i18n::passages(explanation.passages as usize, language);
    let formula = match language {
        Tongue::French => {
            format!("Score BM25\u{a0}: ce passage a {length}, la moyenne des {all} est de {mean}.")
        }
        Tongue::English => {
            format!("BM25 score: this passage has {length}, the mean of the {all} is {mean}.")
        }
    };
    let mut pairs = explanation.terms.windows(2);
    if pairs.any(|pair| pair[0].query == pair[1].query) {
        let halves = match language {
            Tongue::French => {
                "Un mot qui a d’autres formes compte deux fois, pour moitié\u{a0}: lui-même, puis avec elles."
            }
            Tongue::English => {
                "A word that has other forms counts twice, each time by half: alone, then with them."
            }
        };
        return format!("{formula} {halves}");
    }
    formula
}
