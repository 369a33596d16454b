//! Help on searching: examples from the corpus with what each finds, and the signs of the query language.

use crate::components::ViewProps;
use crate::components::controls::ActionLink;
use crate::i18n;
use crate::state::Action;
use frise_date::Tongue;
use frise_index::examples::{Example, Shows, read};
use frise_index::query::Matching;
use frise_index::search::Filters;
use yew::prelude::*;

/// The signs of the query language, each with its meaning in French and in English.
const SIGNS: [(&str, &str, &str); 13] = [
    (
        "a b",
        "les deux, n’importe où dans le passage",
        "both, anywhere in the passage",
    ),
    (
        "a|b c",
        "l’un ou l’autre, et le troisième\u{a0}: la barre lie plus fort que l’espace",
        "either of the two, and the third: the bar binds more tightly than the space",
    ),
    (
        "(a b)|c",
        "des parenthèses pour grouper",
        "parentheses to group",
    ),
    (
        "-a",
        "sans ce mot\u{a0}; aussi devant une parenthèse, une expression ou un champ",
        "without this word; also before a parenthesis, a phrase or a field",
    ),
    (
        "\"a b\"",
        "ces mots, dans cet ordre, sans leur famille\u{a0}; les guillemets « » et “ ” valent autant",
        "these words, in this order, without their family; « » and “ ” are as good",
    ),
    (
        "\"a b\"~8",
        "ces mots, dans n’importe quel ordre, le dernier à huit mots au plus du premier",
        "these words, in any order, the last at most eight words after the first",
    ),
    ("a*", "les mots qui commencent ainsi", "words that begin so"),
    (
        "a?b a*b",
        "? pour une lettre, * pour autant qu’on veut",
        "? for one letter, * for any number",
    ),
    (
        "a~1 a~2",
        "à une ou deux lettres près",
        "but for one or two letters",
    ),
    (
        "=a",
        "ce mot à la lettre, accents compris, et majuscules s’il en a",
        "this word to the letter, accents included, and capitals if it has any",
    ),
    (
        "==a ==d’",
        "ce mot tel qu’il est écrit, sans majuscules s’il n’en a pas\u{a0}; aussi un mot élidé",
        "this word as it is written, without capitals if it has none; also an elided word",
    ),
    (
        "date:2016..2020",
        "entre deux dates\u{a0}; aussi date:2016-05, date:..2017, date:2016..",
        "between two dates; also date:2016-05, date:..2017, date:2016..",
    ),
    (
        "/a(b|c)/",
        "une expression régulière, sur les mots entiers, sans accents ni majuscules",
        "a regular expression, over whole words, without accents and capitals",
    ),
];

/// The examples and the signs.
#[component]
pub fn Help(props: &ViewProps) -> Html {
    let view = &props.view;
    let language = view.language();
    let (french, english) = crate::EXAMPLES;
    // They were picked from the embedded corpus.
    let examples = match crate::is_embedded(view.searcher.index()) {
        true => read(view.pick(french, english)),
        false => Vec::new(),
    };
    let example = |example: &Example| {
        // The counts are those of the whole corpus.
        let action = Action::Searched(
            example.query.clone(),
            Matching::default(),
            Filters::default(),
        );
        html! {
            <tr>
                <th scope="row">
                    <ActionLink {view} {action}>
                        <code>{ &example.query }</code>
                    </ActionLink>
                </th>
                <td>{ meaning(example.shows, language) }</td>
                <td class="times">{ i18n::passages(example.passages, language) }</td>
            </tr>
        }
    };
    let fields = (
        view.pick(
            "locuteur:a voix: thème: doc: genre:",
            "speaker:a voice: theme: doc: kind:",
        ),
        "ce qui répond à ce nom, ou à son début\u{a0}; entre guillemets s’il a plusieurs mots",
        "what answers to this name, or to its beginning; in quotes if it has several words",
    );
    html! {
        <>
            if !examples.is_empty() {
                <div>
                    <h2 id="examples">
                        { view.pick("Exemples, dans le corpus entier", "Examples, over the whole corpus") }
                    </h2>
                    <table aria-labelledby="examples">
                        <tbody>{ for examples.iter().map(example) }</tbody>
                    </table>
                </div>
            }
            <div>
                <h2 id="signs">{ view.pick("Tous les signes", "All signs") }</h2>
                <table aria-labelledby="signs">
                    <tbody>
                        for (sign, french, english) in SIGNS.into_iter().chain([fields]) {
                            <tr>
                                <th scope="row"><code>{ sign }</code></th>
                                <td>{ view.pick(french, english) }</td>
                            </tr>
                        }
                    </tbody>
                </table>
            </div>
        </>
    }
}

/// Returns what an example does.
fn meaning(shows: Shows, language: Tongue) -> &'static str {
    let (french, english) = match shows {
        Shows::Word => (
            "le mot et sa famille, sans souci d’accents ni de majuscules",
            "the word and its family, whatever accents and capitals",
        ),
        Shows::Prefix => (
            "tous les mots qui commencent ainsi",
            "all words that begin so",
        ),
        Shows::Wildcard => (
            "? pour une lettre, * pour plusieurs",
            "? for one letter, * for several",
        ),
        Shows::Phrase => ("ces mots, dans cet ordre", "these words, in this order"),
        Shows::Near => (
            "ces mots à huit mots de distance au plus",
            "these words within eight words",
        ),
        Shows::Either => ("l’un ou l’autre", "either of the two"),
        Shows::Without => ("le premier sans le second", "the first without the second"),
        Shows::Misspelt => (
            "le mot à une lettre près, même mal écrit",
            "the word but for one letter, even misspelt",
        ),
        Shows::Regex => (
            "une expression régulière, sur les mots entiers",
            "a regular expression, over whole words",
        ),
        Shows::Exact => ("cette forme, à la lettre", "this form, to the letter"),
        Shows::Speaker => ("ce que dit quelqu’un", "what someone says"),
        Shows::Date => ("entre deux dates", "between two dates"),
    };
    i18n::pick(language, french, english)
}
