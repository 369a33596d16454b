//! The statements on accessibility and privacy. They claim only what was tested.

use super::{View, ViewProps};
use yew::prelude::*;

/// A text in French and in English.
type Both = (&'static str, &'static str);

const ACCESSIBILITY: [Both; 4] = [
    (
        "Cette page vise le niveau AA des règles WCAG\u{a0}2.2. Tout se fait au clavier\u{a0}; chaque image a son tableau et ses phrases\u{a0}; rien n’est dit par la couleur seule\u{a0}; la page tient sur 320\u{a0}pixels de large, en clair, en sombre et avec moins de mouvement.",
        "This page aims at level AA of WCAG 2.2. All can be done by keyboard; each picture has its table and its sentences; nothing is told by colour alone; the page fits on 320 pixels of width, in light, in dark and with less motion.",
    ),
    (
        "Elle est essayée par des machines, dans Chromium, Firefox et WebKit. Elle ne l’a été ni par des personnes handicapées ni avec un lecteur d’écran, et personne d’indépendant ne l’a examinée.",
        "It is tested by machines, in Chromium, Firefox and WebKit. It was tested neither by disabled people nor with a screen reader, and nobody independent has examined it.",
    ),
    (
        "Ce qui manque, à notre connaissance\u{a0}: une plage de dates se trace à la souris ou au doigt, et se règle au clavier par ses bornes\u{a0}; les carrés de la frise sont plus petits que 24\u{a0}pixels, et la liste des passages en tient lieu. Sans WebAssembly, seuls les textes se lisent.",
        "What is missing, as far as we know: a range of dates is drawn by mouse or finger, and set by keyboard through its bounds; the squares of the timeline are smaller than 24 pixels, and the list of passages stands in for them. Without WebAssembly only the texts can be read.",
    ),
    (
        "Pour signaler un problème\u{a0}: à qui publie ce corpus.",
        "To report a problem: to whoever publishes this corpus.",
    ),
];

const PRIVACY: [Both; 3] = [
    (
        "Rien de ce que vous cherchez, lisez ou écrivez ici ne quitte votre navigateur. Pas de cookie, pas de mesure d’audience, aucune demande à un autre site. Le serveur de cette page voit, comme tout serveur, qu’elle lui est demandée, avec son adresse\u{a0}: une requête ou une leçon qui s’y trouve lui parvient si vous ouvrez ou rechargez le lien.",
        "Nothing that you search, read or write here leaves your browser. No cookies, no audience measurement, no request to another site. The server of this page sees, as any server does, that it is asked for, with its address: a query or a lesson that stands there reaches it if you open or reload the link.",
    ),
    (
        "Votre navigateur garde une copie de la page, pour qu’elle s’ouvre hors connexion, et, jusqu’à la fermeture de l’onglet, vos réponses à une leçon et la leçon que vous composez. Il garde aussi votre carnet, et les corpus que vous lui demandez de garder, jusqu’à ce que vous les supprimiez. Effacer les données de ce site dans le navigateur les efface.",
        "Your browser keeps a copy of the page, so that it opens offline, and, until the tab is closed, your answers to a lesson and the lesson that you compose. It also keeps your notebook, and the corpora that you ask it to keep, until you delete them. Clearing this site’s data in the browser clears them.",
    ),
    (
        "Dans un cadre, la page qui l’entoure apprend la vue montrée, avec ce que vous y cherchez, et sa hauteur, jamais vos réponses.",
        "In a frame, the page around it is told the view that is shown, with what you search there, and its height, never your answers.",
    ),
];

/// The statement on accessibility.
#[component]
pub fn Accessibility(props: &ViewProps) -> Html {
    statement(&props.view, &ACCESSIBILITY)
}

/// The statement on privacy.
#[component]
pub fn Privacy(props: &ViewProps) -> Html {
    statement(&props.view, &PRIVACY)
}

fn statement(view: &View, paragraphs: &[Both]) -> Html {
    html! {
        for (french, english) in paragraphs {
            <p>{ view.pick(french, english) }</p>
        }
    }
}
