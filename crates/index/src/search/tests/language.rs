//! What finds a text in its own language: accents, elided words, forms, and the rules of English.

use super::{four, searcher};
use crate::query::parse;
use crate::search::{Filters, Sort};

#[test]
fn documents_stand_by_date_and_english_follows_its_own_rules() {
    let searcher = four();
    let ids: Vec<&str> = searcher
        .index()
        .documents()
        .iter()
        .map(|document| document.metadata.id.as_str())
        .collect();
    assert_eq!(ids, ["vieille", "longue", "lettre", "english"]);
    let count = |query: &str| {
        searcher
            .search(&parse(query), &Filters::default(), Sort::Relevance)
            .passages
            .len()
    };
    assert_eq!(count("nation"), 1);
    assert_eq!(count("nations peaceful"), 1);
    assert_eq!(count("paix -guerre -date:2016"), 1);
}

/// One passage in French, what finds it, and what does not.
#[test]
fn french_is_found_as_it_is_typed() {
    let check = |text: &str, found: &[&str], not_found: &[&str]| {
        let searcher = searcher(&[("a", "2016", "fr", "loi", text)]);
        assert_eq!(searcher.index().text_of(0), text);
        for (query, expected) in found
            .iter()
            .map(|query| (query, 1))
            .chain(not_found.iter().map(|query| (query, 0)))
        {
            let answer = searcher.search(&parse(query), &Filters::default(), Sort::Relevance);
            assert_eq!(answer.passages.len(), expected, "{query} in {text}");
        }
    };
    check(
        "« L'économie de l’Assemblée nationale, l'amendement, les travaux. »",
        &[
            "économie",
            "economie",
            "assemblée",
            "assemblee",
            "amendement",
            "travail",
        ],
        &[
            "=economie",
            "=assemblee",
            "=amendements",
            "\"économies nationales\"",
            "travail~1",
        ],
    );
    check(
        "L’espace, d’accord, r’pris",
        &["accord", "r'pris"],
        &["l", "d", "pris", "d’"],
    );
    check(
        "Les étudiant·e·s, un·e chercheur·euse, ACTEUR·RICE·S, tou·te·s élu•es au XVIᵉ siècle",
        &[
            "étudiant",
            "étudiante",
            "étudiants",
            "étudiantes",
            "étudiant·e·s",
            "etudiant‧e‧s",
            "chercheur",
            "chercheuse",
            "chercheuses",
            "acteurs",
            "actrice",
            "ACTRICES",
            "toute",
            "élues",
            "élu·es",
            "\"étudiant·e·s un·e\"",
            "XVIe",
            "=XVIᵉ",
            "xvie",
        ],
        &["e", "s", "=étudiant", "rice", "chercher", "étude"],
    );
    check(
        "Aujourd’hui, quelqu'un de la presqu’île, prud'homme, entr’ouvre, grand-mère.",
        &[
            "aujourd'hui",
            "quelqu’un",
            "presqu'ile",
            "prud’hommes",
            "entr'ouvrir",
            "grand",
            "aujourd",
            "AUJOURD",
            "quelqu",
            "presqu",
            "prud",
            "entr",
            "grand\u{2011}mère",
            "mère",
        ],
        &["un", "île", "hui"],
    );
    check(
        "A-t-il parlé des plates\u{2011}formes sino-américaines, du chef-d’œuvre et de la main\u{ad}-d'œuvre ?",
        &[
            "a-t-il",
            "plate-forme",
            "plateforme|formes",
            "sino-américain",
            "américaine",
            "l’américaine",
            "chef-d'oeuvre",
            "oeuvre",
            "main-d’œuvre",
        ],
        &["plateforme"],
    );
    check(
        "10\u{202f}000 hommes, 2 500 femmes, 14,2 % le 24.05.2016, au XXIᵉ siècle.",
        &[
            "10000",
            "10 000",
            "\"10 000 hommes\"",
            "10\u{a0}000",
            "2500",
            "=2 500",
            "14,2",
            "14*",
            "2016",
            "24.05.2016",
            "XXIe",
            "-2 501",
        ],
        &["10", "000", "500", "14", "142", "100000"],
    );
    check(
        "L'U.R.S.S. et l’ONU, les U.S.A., la S.A.",
        &[
            "URSS",
            "u.r.s.s.",
            "O.N.U.",
            "onu",
            "usa",
            "S.A.",
            "=U.R.S.S.",
        ],
        &["u", "sa", "=URSS"],
    );
    check(
        "Les lois, les conflits, les enjeux et les élus de lʼ Aʼ B ; l'éco\u{200b}nomie\u{200f}, le CO₂, la paix².",
        &[
            "loi",
            "conflit",
            "enjeu",
            "élue",
            "économie",
            "co2",
            "CO₂",
            "paix",
        ],
        &["loisir"],
    );
}

/// A word that the text lacks leads to its other forms, however unlike they begin.
#[test]
fn words_that_the_text_lacks_are_found_by_their_stem() {
    let check = |text: &str, query: &str| {
        let searcher = searcher(&[("a", "2016", "fr", "loi", text)]);
        let answer = searcher.search(&parse(query), &Filters::default(), Sort::Relevance);
        assert_eq!(answer.passages.len(), 1, "{query} in {text}");
    };
    check("Des yeux.", "œil");
    check("L’œil.", "yeux");
    check("Une belle page.", "beaux");
    check("Un beau mot.", "belles");
    check("Messieurs !", "monsieur");
    check("Les vœux.", "voeu");
    check("Les lois.", "loi");
    check("Un conflit.", "conflits");
    check("Étrangères.", "étranger");
    check("Les élus.", "élue");
}

#[test]
fn an_english_possessive_meets_its_noun() {
    let searcher = searcher(&[(
        "a",
        "2016",
        "en",
        "loi",
        "The nation’s rights, the people's peace.",
    )]);
    let count = |query: &str| {
        let answer = searcher.search(&parse(query), &Filters::default(), Sort::Relevance);
        answer.passages.len()
    };
    for query in [
        "nation",
        "nations",
        "nation's",
        "people",
        "people’s",
        "peoples",
    ] {
        assert_eq!(count(query), 1, "{query}");
    }
    assert_eq!(count("=nation"), 0);
}

#[test]
fn elision_is_known_where_one_text_is_french() {
    let searcher = searcher(&[
        ("a", "2010", "en", "loi", "The economy, don't."),
        ("b", "2016", "fr", "loi", "La paix, l’économie."),
    ]);
    let count = |query: &str| {
        let answer = searcher.search(&parse(query), &Filters::default(), Sort::Relevance);
        answer.passages.len()
    };
    assert_eq!(count("l’économie"), 1);
    assert_eq!(count("don’t"), 1);
}

/// The passages that a query finds, best first, each by its only word beside fillers.
#[test]
fn a_word_as_it_is_written_comes_before_its_family() {
    let family = "les règles, régler, des règles, règles, régleront";
    let searcher = searcher(&[
        ("a", "2010", "fr", "loi", family),
        (
            "b",
            "2011",
            "fr",
            "loi",
            "une regle de trois, et bien des mots autour d’elle pour la noyer",
        ),
        (
            "c",
            "2012",
            "fr",
            "loi",
            "voici une règle parmi beaucoup de mots qui parlent de tout autre chose",
        ),
        ("d", "2013", "fr", "loi", "les règles et la paix"),
    ]);
    let check = |query: &str, expected: &[&str]| {
        let answer = searcher.search(&parse(query), &Filters::default(), Sort::Relevance);
        let documents = answer.passages.iter().map(|found| {
            let document = searcher.index().document_of(found.passage);
            searcher.index().documents()[document].metadata.id.as_str()
        });
        assert_eq!(documents.collect::<Vec<_>>(), expected, "{query}");
    };
    check("règle", &["c", "b", "a", "d"]);
    check("Règle", &["c", "b", "a", "d"]);
    check("regle", &["b", "c", "a", "d"]);
    // No alternative hides that another is written as asked.
    check("règle | paix", &["d", "c", "b", "a"]);
    check("règle -paix", &["c", "b", "a"]);
    // A pattern asks for all its forms alike, so the score alone decides.
    check("règle*", &["a", "d", "c", "b"]);
}
