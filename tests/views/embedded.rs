//! The page of the embedded corpus: its first screen, its languages, its tables, its reader.

use crate::{check, embedded_page, tags};

const FRENCH: [&str; 26] = [
    "Chercher dans les textes",
    "Pour commencer",
    "Comment chercher",
    "Composer une requête",
    ">Frise</a>",
    ">Tableaux</a>",
    ">Phrases</a>",
    "Régler et enregistrer",
    "Voir de plus près",
    "Un nom filtre",
    "Locuteurs",
    "Thèmes<",
    " autres</span>",
    "Bornes de dates",
    "Première date",
    "Voix<",
    "texte officiel",
    "parole citée",
    "Ordre<",
    "du plus ancien au plus récent",
    "Afficher la suite",
    "Les textes<",
    "date déduite par l’éditeur",
    "Aller aux passages",
    "Revoir le corpus entier",
    "Les textes sur une page simple",
];
const ENGLISH: [&str; 26] = [
    "Search the texts",
    "Where to start",
    "How to search",
    "Build a query",
    ">Picture</a>",
    ">Tables</a>",
    ">Sentences</a>",
    "Adjust and save",
    "Look closer",
    "A name filters",
    "Speakers",
    "Themes<",
    " others</span>",
    "Bounds of dates",
    "First date",
    "Voices<",
    "official text",
    "quoted speech",
    "Order<",
    "oldest first",
    "Show more",
    "The texts<",
    "date inferred by the editor",
    "Skip to the passages",
    "See the whole corpus",
    "The texts on a plain page",
];

#[test]
fn the_first_screen_says_what_when_who_and_where_to_start() {
    check("", &FRENCH, &ENGLISH);
    check(
        "",
        &[
            "<h1>La diplomatie chinoise du cyberespace, 2010–2021</h1>",
            "Cinq textes en français, parus de 2010 à 2021, où le gouvernement chinois",
            "<label for=\"q\">Chercher dans les textes</label>",
            "<b>100\u{a0}passages, dans 5\u{a0}documents</b>",
            "<span>Livre blanc</span>",
            "<span>Cyber 2016</span>",
            "<span>Stratégie</span>",
            "<span>Sécurité numérique</span>",
            "<span>Conseil de sécurité</span>",
            "L’Internet en Chine (livre blanc), chapitre",
            "<time datetime=\"2010-06-08\">8\u{a0}juin 2010</time>",
            "href=\"?lang=en\"",
            "href=\"textes.html\"",
        ],
        &[
            "<script",
            "<mark",
            "class=\"chips\"",
            "class=\"notes\"",
            "undefined",
            "NaN",
        ],
    );
}

#[test]
fn every_speaker_has_a_lane_and_every_passage_a_cell() {
    let html = embedded_page("");
    let lanes: Vec<&str> = tags(&html, "button")
        .into_iter()
        .filter(|tag| tag.contains("class=\"lane-name\""))
        .collect();
    for id in [
        "gouvernement-chinois",
        "xi-jinping",
        "liu-xiaoming",
        "wang-yi",
        "zhang-jun",
    ] {
        let choice = format!("data-choice=\"speaker:{id}\"");
        assert_eq!(
            lanes.iter().filter(|tag| tag.contains(&choice)).count(),
            1,
            "{id}"
        );
    }
    assert!(
        lanes
            .iter()
            .filter(|tag| tag.contains("data-choice=\"theme:"))
            .count()
            >= 10
    );
    let cells = tags(&html, "rect")
        .into_iter()
        .filter(|tag| tag.contains("id=\"cell-"))
        .count();
    assert_eq!(cells, 100);
}

#[test]
fn english_is_english_throughout() {
    check("?lang=en", &ENGLISH, &FRENCH);
    check(
        "?lang=en",
        &[
            "<h1>China’s cyber diplomacy, 2010–2021</h1>",
            "<b>100\u{a0}passages, in 5\u{a0}documents</b>",
            "<span>White paper</span>",
            "<span>Chinese government</span>",
            "Cyber security",
            "24 May 2016",
            "Français",
        ],
        &["24\u{a0}mai 2016", "Cinq textes"],
    );
    // The texts stay in their language, and say so.
    check(
        "?lang=en#cyber-2016.p1",
        &[
            "<div lang=\"fr\" dir=\"ltr\" class=\"text\">",
            "La Chine est solidement attachée",
        ],
        &[],
    );
}

/// What the interface says beyond the first screen.
const FRENCH_ELSEWHERE: [&str; 29] = [
    "Partager",
    "Accessibilité",
    "Vie privée",
    "Par date",
    "Par locuteur",
    "Par thème",
    "passages trouvés",
    "en tout",
    "Copier",
    ", surtout en 20",
    "parle dans",
    "Filtres en vigueur",
    "Retirer",
    "Tout effacer",
    "Aucun passage",
    "Essayez",
    "Chercher sans",
    "Fermer",
    "Avant<",
    "Après<",
    "Textes voisins",
    "Lien vers",
    "Compris",
    "L’adresse",
    "Ouvrir la frise",
    "le mot même",
    "même radical",
    "preuve du thème",
    "n’est pas fermée",
];

#[test]
fn no_french_word_of_the_interface_is_left_in_english() {
    for address in [
        "?view=table",
        "?view=sentence",
        "?lanes=documents,kinds,voices&measure=rate&bins=year&zoom=2016/2017",
        "?q=dragon&speaker=wang-yi",
        "?q=fossé&speaker=xi-jinping&from=2016&to=2018",
        "?q=souveraineté (paix&theme=paix&voice=direct&couleur=rouge#strategie-2017.p22",
        "?q=\"paix&kind=depeche&doc=cyber-2016&sort=date",
        "?embed=1#cyber-2016.p1",
    ] {
        let (search, hash) = address.split_once('#').unwrap_or((address, ""));
        let english = format!("{search}&lang=en#{hash}");
        check(&english, &[], &[&FRENCH[..], &FRENCH_ELSEWHERE].concat());
        let html = embedded_page(address);
        let said = FRENCH_ELSEWHERE
            .iter()
            .filter(|words| html.contains(*words));
        assert!(
            said.count() > 0,
            "'{address}' says nothing that is looked for"
        );
    }
}

#[test]
fn the_timelines_are_tables_too() {
    let html = embedded_page("?view=table");
    assert_eq!(html.matches("<table>").count(), 4);
    check(
        "?view=table",
        &[
            "<caption>Par date ",
            "<caption>Par locuteur ",
            "<caption>Par thème ",
            "<span>Copier</span><span>Copié</span></button></caption>",
            "Xi Jinping",
            "<a href=\"?\" class=\"switch\">Frise</a>",
            "aria-current=\"true\" class=\"switch\">Tableaux</a>",
        ],
        &["class=\"cells\"", "class=\"lane-track\""],
    );
    // All themes have a row there, not only those that have a lane; and all dates that are spoken of.
    let rows = html.matches("<th scope=\"row\">").count();
    assert_eq!(rows, 5 + 5 + 22 + 12);
}

#[test]
fn a_passage_of_a_link_is_open_among_its_neighbours() {
    let html = embedded_page("#strategie-2017.p22");
    let current: Vec<&str> = tags(&html, "div")
        .into_iter()
        .filter(|tag| tag.contains("aria-current"))
        .collect();
    let [current] = current[..] else {
        panic!("one passage is current, not {current:?}")
    };
    assert!(
        current.contains("id=\"strategie-2017.p22\"") && current.contains("aria-current=\"true\""),
        "{current}"
    );
    let passages = tags(&html, "div")
        .into_iter()
        .filter(|tag| tag.contains("id=\"strategie-2017.p"))
        .count();
    assert_eq!(passages, 66, "the document whole");
    check(
        "#strategie-2017.p22",
        &[
            "Chapitre III Objectifs stratégiques</h3>",
            "1. Défendre la souveraineté et la sécurité</h4>",
            "Fermer",
            "<span class=\"who quoted\">Xi Jinping</span>",
            "date donnée par le texte",
        ],
        &["id=\"cyber-2016.p1\""],
    );
    check(
        "#cyber-2016.p1",
        &[
            "date déduite par l’éditeur",
            "<span class=\"reported\">",
            "<span class=\"narration\">",
        ],
        &[],
    );
}

#[test]
fn all_passages_of_a_run_are_marked() {
    let marked = |address: &str| {
        let html = embedded_page(address);
        let passages = html.split("<div id=\"strategie-2017.p");
        let open = passages.filter(|passage| {
            let (tag, _) = passage.split_once('>').unwrap_or((passage, ""));
            tag.contains(" open\"")
        });
        let open: Vec<&str> = open
            .filter_map(|passage| passage.split('"').next())
            .collect();
        open.join(" ")
    };
    assert_eq!(marked("?#strategie-2017.p22"), "22");
    assert_eq!(marked("?#strategie-2017.p22-24"), "22 23 24");
}
