//! What the page answers to a query, to filters, and to what cannot be answered.

use crate::{check, embedded_page, tags};

#[test]
fn a_query_marks_its_hits_and_lights_its_cells() {
    let html = embedded_page("?q=souveraineté");
    check(
        "?q=souveraineté",
        &[
            "<mark title=\"le mot même\" class=\"hit exact\">souveraineté</mark>",
            "<mark title=\"même radical\" class=\"hit stem\">souverainetés</mark>",
            "«\u{a0}souveraineté\u{a0}»",
            "passages sur 100, dans ",
            "value=\"souveraineté\"",
        ],
        &["<b>100\u{a0}passages"],
    );
    let lit = tags(&html, "rect")
        .into_iter()
        .filter(|tag| tag.contains("id=\"cell-") && tag.contains("aria-selected=\"true\""));
    let found = tags(&html, "li")
        .into_iter()
        .filter(|tag| tag.contains("class=\"found"))
        .count();
    assert_eq!(lit.count(), found);
    assert!(found > 3 && found < 30, "{found} passages");
}

#[test]
fn a_phrase_stands_between_the_marks_of_the_language_only() {
    check(
        "?q=\"communauté de destin\"",
        &[
            "aria-label=\"Retirer\u{a0}: «\u{a0}communauté de destin\u{a0}»\"",
            "value=\"&quot;communauté de destin&quot;\"",
        ],
        &["«\u{a0}&quot;", "«\u{a0}\""],
    );
    check(
        "?q=\"communauté de destin\"&lang=en",
        &["aria-label=\"Remove: “communauté de destin”\""],
        &["“&quot;", "“\""],
    );
}

#[test]
fn dates_that_a_text_speaks_of_are_told_with_their_hits_inside() {
    let open = |language: &str| format!("?q=décembre&lang={language}#strategie-2017.p2");
    let date = |title: &str, hit: &str| {
        format!(
            "<time datetime=\"2015-12-16\" title=\"{title}\" class=\"mention\">16 <mark title=\"{hit}\" \
             class=\"hit exact\">décembre</mark> 2015</time>"
        )
    };
    check(
        &open("fr"),
        &[&date("16\u{a0}décembre 2015", "le mot même")],
        &[],
    );
    check(
        &open("en"),
        &[&date("16 December 2015", "the very word")],
        &[],
    );
}

#[test]
fn what_is_held_stands_in_words_that_take_it_away() {
    check(
        "?theme=paix&speaker=wang-yi&voice=direct&doc=cyber-2016&kind=depeche&from=2016&to=2020",
        &[
            "aria-label=\"Filtres en vigueur\"",
            "aria-label=\"Retirer\u{a0}: Paix et course aux armements\"",
            "aria-label=\"Retirer\u{a0}: Wang Yi\"",
            "aria-label=\"Retirer\u{a0}: parole citée\"",
            "aria-label=\"Retirer\u{a0}: Cyber 2016\"",
            "aria-label=\"Retirer\u{a0}: Compte rendu de presse\"",
            "aria-label=\"Retirer\u{a0}: 2016 à 2020\"",
            "Tout effacer",
        ],
        &["class=\"hint\""],
    );
    check(
        "?theme=route-de-la-soie",
        &["<mark title=\"preuve du thème\" class=\"hit theme\">"],
        &[],
    );
    let html = embedded_page("?theme=paix");
    let held = tags(&html, "button")
        .into_iter()
        .filter(|tag| tag.contains("aria-pressed=\"true\"") && tag.contains("data-choice="))
        .collect::<Vec<_>>();
    let [held] = held[..] else {
        panic!("one choice is held, not {held:?}")
    };
    assert!(held.contains("data-choice=\"theme:paix\""), "{held}");
}

#[test]
fn what_an_address_asks_in_vain_is_told() {
    check(
        "?speaker=personne&couleur=rouge&q=paix#nulle-part.p1",
        &[
            "class=\"notes\"",
            "L’adresse demande «\u{a0}speaker=personne\u{a0}», qui n’existe pas ici",
            "une clé inconnue, «\u{a0}couleur\u{a0}»",
            "Le passage «\u{a0}nulle-part.p1\u{a0}» n’existe pas dans ce corpus",
            "Compris",
            "<mark title=\"le mot même\" class=\"hit exact\">paix</mark>",
        ],
        &[],
    );
    check(
        "?corpus=autre&lang=en",
        &["This link was made for another corpus, “autre”"],
        &["L’adresse"],
    );
}

#[test]
fn a_broken_query_is_told_and_pointed_at() {
    check(
        "?q=souveraineté (paix",
        &[
            "Cette parenthèse n’est pas fermée\u{a0}: elle est lue jusqu’à la fin.",
            "<code>souveraineté <mark>(</mark>paix</code>",
            "aria-describedby=\"problems\"",
            "class=\"hit exact\">paix</mark>",
        ],
        &[],
    );
    check(
        "?q=\"destin&lang=en",
        &[
            "This quotation mark is not closed",
            "<code><mark>\"</mark>destin</code>",
        ],
        &[],
    );
    check(
        "?q=paix auteur:liu",
        &[
            "Il n’y a pas de champ «\u{a0}auteur\u{a0}»",
            "<code>paix <mark>a</mark>uteur:liu</code>",
        ],
        &[],
    );
    check(
        "?q=paix locuteur:personne",
        &[
            "Aucun locuteur ne répond à «\u{a0}personne\u{a0}»",
            "<code>paix locuteur:<mark>personne</mark></code>",
        ],
        &[],
    );
    check(
        "?q=paix",
        &[],
        &["id=\"problems\"", "aria-describedby=\"problems\""],
    );
}

#[test]
fn nothing_found_says_what_to_do() {
    let nothing = "Aucun passage ne répond à tout ce qui est demandé.";
    check(
        "?q=dragon",
        &[
            nothing,
            "<b>Aucun passage sur 100",
            "<a href=\"#resultats\">Que chercher d’autre",
            "Essayez moins de mots",
            "Tout effacer et revoir le corpus entier",
        ],
        &["Ordre"],
    );
    check(
        "?q=hegemonisne",
        &[
            nothing,
            "«\u{a0}hégémonisme\u{a0}» au lieu de «\u{a0}hegemonisne\u{a0}»</a>\u{a0}: 4\u{a0}passages",
        ],
        &[],
    );
    check(
        "?q=mégad&lang=en",
        &["“mégad*” instead of “mégad”</a>: "],
        &[nothing],
    );
    check(
        "?q=fossé&speaker=xi-jinping",
        &[nothing, "Sans le filtre des locuteurs</a>\u{a0}: "],
        &[],
    );
    check(
        "?q=souverain&match=exact&doc=cyber-2016&doc=conseil-securite-2021",
        &[nothing, "Avec les formes apparentées, sans aucun filtre"],
        &[],
    );
    check("?q=fossé", &[], &[nothing]);
}

#[test]
fn what_is_typed_is_never_markup() {
    check(
        "?q=<b>paix</b>&couleur=<i>",
        &["&lt;b&gt;paix&lt;/b&gt;"],
        &["<b>paix", "<i>"],
    );
    check(
        "?speaker=<img src=x>&q=\"><script>",
        &["speaker=&lt;img src=x&gt;", "&lt;script&gt;"],
        &["<img", "<script", "value=\"\">"],
    );
    check("?<script>=1#<script>", &["&lt;script&gt;"], &["<script"]);
}

#[test]
fn the_box_is_a_combobox_that_is_closed_until_one_types() {
    for address in ["", "?q=souv", "?q=souv&lang=en"] {
        let html = embedded_page(address);
        let inputs = tags(&html, "input");
        let box_tag = inputs
            .iter()
            .find(|tag| tag.contains("id=\"q\""))
            .expect("a search box");
        for attribute in [
            "role=\"combobox\"",
            "aria-expanded=\"false\"",
            "aria-controls=\"completions\"",
            "aria-autocomplete=\"list\"",
            "autocomplete=\"off\"",
        ] {
            assert!(box_tag.contains(attribute), "{attribute} in {box_tag}");
        }
        assert!(!box_tag.contains("aria-activedescendant"), "{box_tag}");
        let lists = tags(&html, "ul");
        let list = lists
            .iter()
            .find(|tag| tag.contains("id=\"completions\""))
            .expect("the list of completions");
        assert!(
            list.contains("role=\"listbox\"") && list.contains("hidden"),
            "{list}"
        );
        assert!(!html.contains("id=\"completion-0\""));
    }
}

#[test]
fn how_words_match_is_chosen_in_words() {
    for (address, chosen, hint) in [
        ("?q=paix", "de même famille", "ceux de même radical"),
        (
            "?q=paix&match=folded",
            "aux accents près",
            "sans souci d’accents",
        ),
        ("?q=paix&match=exact", "à la lettre", "avec ses accents"),
        (
            "?q=paix&match=exact&lang=en",
            "to the letter",
            "with its accents",
        ),
    ] {
        let html = embedded_page(address);
        let labels = tags(&html, "label");
        let label = labels.iter().find(|tag| tag.contains("class=\"matching"));
        assert!(
            label.is_some_and(|tag| tag.contains(hint)),
            "{address}: {label:?}"
        );
        let (_, options) = html.split_once("id=\"match\"").expect("a choice");
        let chosen_option = options
            .split("<option")
            .find(|option| option.contains(" selected"))
            .expect("a chosen way");
        assert!(chosen_option.contains(chosen), "{address}: {chosen_option}");
    }
    check("?q=souverain&match=exact", &[], &["class=\"hit stem\""]);
}

#[test]
fn synonyms_are_offered_and_named_as_the_reason() {
    let all = "ONU|&quot;Nations Unies&quot;|&quot;Nations Unie&quot;";
    check(
        "?q=ONU&from=2015",
        &[
            "class=\"synonyms\"",
            "«\u{a0}ONU\u{a0}», aussi «\u{a0}Nations Unies\u{a0}»",
            "chercher tous ces noms</a>",
            "href=\"?q=ONU%7C%22Nations+Unies%22",
            "&amp;from=2015",
        ],
        &["hit synonym", all],
    );
    check(
        "?q=ONU|\"Nations Unies\"|\"Nations Unie\"",
        &[
            all,
            "<span>synonyme, selon l’éditeur</span>",
            "<mark title=\"synonyme, selon l’éditeur\" class=\"hit synonym\">Nations Unies</mark>",
        ],
        &["class=\"synonyms\""],
    );
    check("?q=ONU&lang=en", &["“ONU”, also “Nations Unies”"], &[]);
    // Nothing is offered for what nobody lists, nor where the query must stay.
    check("?q=cyberespace", &[], &["class=\"synonyms\""]);
    check("?q=ONU&lock=q", &[], &["class=\"synonyms\""]);
}

#[test]
fn a_field_says_which_names_it_means() {
    check(
        "?q=speaker:xi",
        &[
            "class=\"synonyms meant\"",
            "<code>locuteur:xi</code>\u{a0}: Xi Jinping</li>",
        ],
        &["Xi Jinping, ", "Liu Xiaoming</li>"],
    );
    check(
        "?q=locuteur:xia&lang=en",
        &["<code>speaker:xia</code>: Liu Xiaoming</li>"],
        &[],
    );
    check("?q=doc:s", &["<code>document:s</code>\u{a0}: "], &[]);
    // A whole name needs no telling, and an unknown one is a problem.
    check(
        "?q=speaker:\"xi jinping\"",
        &[],
        &["class=\"synonyms meant\""],
    );
    check(
        "?q=speaker:personne",
        &["id=\"problems\""],
        &["class=\"synonyms meant\""],
    );
}
