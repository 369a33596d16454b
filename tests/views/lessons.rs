//! A lesson as a student sees it, on the screen and on paper; and what the page says of itself.

use crate::{check, embedded_page};
use frise::components::lesson::worksheet;
use frise::lesson::{Lesson, Step};
use frise_date::Tongue;

fn lesson() -> Lesson {
    let step = |view: &str, title: &str, question: &str| Step {
        view: view.into(),
        title: title.into(),
        instruction: "Lisez.\nRegardez <b>bien</b>.".into(),
        question: question.into(),
    };
    Lesson {
        title: "Dire & taire".into(),
        steps: vec![
            step("?q=paix", "Un mot", "Combien\u{202f}?"),
            step("?speaker=wang-yi", "Une voix", ""),
            step("?view=table", "Des chiffres", "Quand\u{202f}?"),
        ],
    }
}

#[test]
fn a_step_tells_what_to_do_and_shows_its_view() {
    let link = lesson().link();
    check(
        &format!("?lesson={link}"),
        &[
            "<b id=\"lecon-titre\">Dire &amp; taire</b>Étape\u{a0}1 sur 3",
            "<h2>Un mot</h2>",
            "Lisez.\nRegardez &lt;b&gt;bien&lt;/b&gt;.",
            "<label for=\"reponse\">Combien\u{202f}?</label>",
            ">Étape suivante</b></button>",
            "«\u{a0}paix\u{a0}»",
        ],
        &[
            ">Étape précédente</button>",
            "Revenir à la vue",
            "class=\"notes\"",
        ],
    );
    check(
        &format!("?step=2&lesson={link}&embed=1&lang=en&lock=1"),
        &[
            "Step\u{a0}2 of 3",
            ">Previous step</button>",
            ">Next step</b></button>",
            "Wang Yi <i>fixed</i>",
            "Open the whole timeline",
        ],
        &["id=\"reponse\"", "Back to the view", "Étape"],
    );
    check(
        &format!("?step=3&apart=1&q=cyber&lesson={link}"),
        &[
            "Étape\u{a0}3 sur 3",
            ">Revenir à la vue de l’étape</button>",
            "«\u{a0}cyber\u{a0}»",
        ],
        &[">Étape suivante</b></button>"],
    );
    // On paper stand all steps, whichever is shown.
    let html = embedded_page(&format!("?step=2&lesson={link}"));
    let (_, paper) = html.split_once("class=\"worksheet\"").expect("a worksheet");
    for text in [
        "<h2>1. Un mot</h2>",
        "<h2>2. Une voix</h2>",
        "<h2>3. Des chiffres</h2>",
        "Quand\u{202f}?",
    ] {
        assert!(paper.contains(text), "{text}");
    }
    assert_eq!(
        paper.matches("lesson-text answer").count(),
        2,
        "a place for each answer"
    );
}

#[test]
fn a_link_that_is_no_lesson_is_told_and_the_page_goes_on() {
    let link = lesson().link();
    for bad in [&link[..40], "1abc", "%3Cscript%3E"] {
        check(
            &format!("?q=paix&lesson={bad}"),
            &[
                "Ce lien de leçon est incomplet ou a été modifié",
                "«\u{a0}paix\u{a0}»",
            ],
            &["class=\"lesson\""],
        );
    }
    check(
        "?lesson=../secret.json&lang=en",
        &["The lesson “../secret.json” could not be read"],
        &[],
    );
    // A file that has not come yet shows nothing of a lesson.
    check(
        "?lesson=cours.json",
        &["<h1>"],
        &["class=\"lesson\"", "class=\"notes\""],
    );
}

#[test]
fn answers_are_saved_as_text() {
    let answers = ["Onze.".to_string()];
    let sheet = worksheet(&lesson(), &answers, Tongue::French);
    assert_eq!(
        sheet,
        "Dire & taire\n\n1. Un mot\nLisez.\nRegardez <b>bien</b>.\nQuestion\u{a0}: Combien\u{202f}?\nRéponse\u{a0}: Onze.\n\
         \n2. Une voix\nLisez.\nRegardez <b>bien</b>.\n\
         \n3. Des chiffres\nLisez.\nRegardez <b>bien</b>.\nQuestion\u{a0}: Quand\u{202f}?\nRéponse\u{a0}: \n"
    );
    assert!(worksheet(&lesson(), &[], Tongue::English).contains("Question: Combien"));
}

#[test]
fn the_page_says_for_whom_it_works_and_what_it_keeps() {
    check(
        "",
        &[
            "<summary>Accessibilité</summary>",
            "ni avec un lecteur d’écran",
            "<summary>Vie privée</summary>",
            "Pas de cookie",
            "class=\"opens\">Partager</button>",
        ],
        &["<summary>Privacy"],
    );
    check(
        "?lang=en",
        &[
            "<summary>Accessibility</summary>",
            "nor with a screen reader",
            "<summary>Privacy</summary>",
            "No cookies",
            ">Share</button>",
        ],
        &["Vie privée", "Accessibilité", "Partager"],
    );
    check("?embed=1", &[], &["<summary>Vie", "Partager"]);
}
