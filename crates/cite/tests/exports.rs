//! Tables and texts for other programs.

mod common;

use common::{PAGE, document, index, setting};
use frise_cite::{
    DataTable, Datum, Line, Recipe, TableFormat, archive, concordance_table, everything, iramuteq,
    parts, passage_table, tei, txm,
};
use frise_date::Tongue;
use frise_index::Index;
use frise_index::model::{Document, Passage, Run, RunKind, Voice};
use proptest::prelude::*;

fn said(text: &str) -> Passage {
    let run = Run {
        kind: RunKind::Span(Voice::Direct),
        speaker: Some(0),
        date: None,
        text: text.to_owned(),
    };
    Passage { runs: vec![run] }
}

fn two_texts() -> Index {
    let mut first = document("20160524-1", "Hugo, Victor", "=Titre; \"A\"", "2016-05-24");
    first.passages.push(said("**** *non_texte"));
    first
        .passages
        .push(said("-*theme & l’æther du XIXᵉ, citoyen·nes\u{ad}"));
    index(vec![first, document("lettre", "", "Vers juin", "2010-06~")])
}

fn recipe(index: &Index) -> Recipe {
    Recipe::new(
        index,
        PAGE,
        setting(Tongue::French).accessed,
        Tongue::French,
    )
    .count("passages", 6)
}

#[test]
fn cells_are_quoted_and_formulas_shielded() {
    let table = DataTable {
        head: vec!["a".to_owned(), "b".to_owned()],
        rows: vec![
            vec![Datum::Text("=1+1".to_owned()), Datum::Count(1_000)],
            vec![Datum::Text("-2, @\"x\"\nz".to_owned()), Datum::Number(0.5)],
            vec![Datum::Date("-0043".to_owned()), Datum::Number(f64::NAN)],
        ],
    };
    assert_eq!(
        table.to_text(TableFormat::Csv),
        "a,b\r\n'=1+1,1000\r\n\"'-2, @\"\"x\"\"\nz\",0.5\r\n-0043,\r\n"
    );
    assert_eq!(
        table.to_text(TableFormat::Tsv),
        "a\tb\r\n'=1+1\t1000\r\n\"'-2, @\"\"x\"\"\nz\"\t0.5\r\n-0043\t\r\n"
    );
    assert_eq!(
        table.to_text(TableFormat::JsonLines),
        "{\"a\":\"=1+1\",\"b\":1000}\n{\"a\":\"-2, @\\\"x\\\"\\nz\",\"b\":0.5}\n{\"a\":\"-0043\",\"b\":null}\n"
    );
}

#[test]
fn passages_and_concordances_are_tables() {
    let index = two_texts();
    let table = passage_table(&index, [1, 0, 99], PAGE, Tongue::English);
    assert_eq!(table.rows.len(), 2);
    assert!(table.rows.iter().all(|row| row.len() == table.head.len()));
    assert_eq!(table.rows[0][0], Datum::Text("lettre.p2".to_owned()));
    assert_eq!(table.rows[0][3], Datum::Date("2010-06~".to_owned()));
    assert_eq!(table.rows[0][5], Datum::Date("2010-06-30".to_owned()));
    assert_eq!(
        table.rows[0][11],
        Datum::Text(format!(
            "https://example.org/frise/#{}",
            index.link_id(1..2)
        ))
    );
    let line = Line {
        passage: 1,
        left: "« ".to_owned(),
        hit: "Bonjour".to_owned(),
        right: " & merci".to_owned(),
    };
    let lines = vec![line; 10_000];
    let table = concordance_table(&index, &lines, PAGE, Tongue::French);
    let csv = table.to_text(TableFormat::Csv);
    assert_eq!(csv.lines().count(), 10_001);
    assert!(csv.starts_with("id,document,titre,date,"), "{csv}");
}

#[test]
fn txm_has_a_file_for_each_text_and_a_table() {
    let index = two_texts();
    let files = txm(&index, &everything(&index), Tongue::French);
    let paths: Vec<&str> = files.iter().map(|file| file.path.as_str()).collect();
    assert_eq!(paths, ["metadata.csv", "lettre.txt", "20160524-1.txt"]);
    let text = |place: usize| String::from_utf8(files[place].bytes.clone()).expect("UTF-8");
    assert_eq!(
        text(0),
        "id,titre,date,annee,datation,genre,auteur,locuteurs,langue,editeur,source\r\n\
         lettre,Vers juin,2010-06~,2010,vers juin 2010,Discours,,Xi Jinping,fr,,\r\n\
         20160524-1,\"'=Titre; \"\"A\"\"\",2016-05-24,2016,24\u{a0}mai 2016,Discours,\"Hugo, Victor\",Xi Jinping,fr,,\r\n"
    );
    assert_eq!(
        text(1),
        "Il a dit que l’État protège l’espace.\n\nUn titre\n\n« Bonjour & merci », dit-il.\n"
    );
    assert!(archive(&files).expect("a ZIP").starts_with(b"PK\x03\x04"));
    // A date before Christ is no formula.
    let index = common::index(vec![document("ides", "", "Ides", "-0043-03-15")]);
    let files = txm(&index, &everything(&index), Tongue::French);
    let table = String::from_utf8(files[0].bytes.clone()).expect("UTF-8");
    assert!(
        table.contains("\r\nides,Ides,-0043-03-15,-0043,15\u{a0}mars 44\u{a0}avant\u{a0}J.-C.,"),
        "{table}"
    );
}

#[test]
fn iramuteq_finds_its_own_lines_only() {
    let index = two_texts();
    let corpus = iramuteq(&index, &parts(&index, [2, 4, 5]), Tongue::French);
    assert_eq!(
        corpus,
        "**** *id_20160524-1 *date_2016-05-24 *annee_2016 *datation_24_mai_2016 *titre_Titre_A *genre_Discours *auteur_Hugo_Victor *langue_fr\n\
         Il a dit que l’État protège l’espace.\n\
         ∗∗∗∗ ∗non_texte\n\
         -∗theme & l’aether du XIXe, citoyennes\n\n"
    );
}

#[test]
fn tei_marks_who_speaks() {
    let index = two_texts();
    let tei = tei(&index, &everything(&index), &recipe(&index), Tongue::French);
    for expected in [
        "<person xml:id=\"who.xi\"><persName>Xi Jinping</persName></person>",
        "<org xml:id=\"who.mae\"><orgName>Ministère des Affaires étrangères, Chine</orgName></org>",
        "<TEI xml:id=\"_20160524-1\" n=\"20160524-1\" xml:lang=\"fr\">",
        "<date when=\"2010-06\" cert=\"low\" when-custom=\"2010-06~\">vers juin 2010</date>",
        "<div>\n<head rend=\"h1\">Un titre</head>\n<p xml:id=\"lettre.p2\" n=\"lettre.p2\"><said who=\"#who.xi\" direct=\"true\">« Bonjour &amp; merci », </said>dit-il.</p>",
        "<u who=\"#who.xi\"><seg xml:id=\"_20160524-1.p3\" n=\"20160524-1.p3\">**** *non_texte</seg></u>",
    ] {
        assert!(tei.contains(expected), "{expected}\nin {tei}");
    }
    roxmltree::Document::parse(&tei).expect("XML");
}

#[test]
fn a_recipe_says_what_was_asked() {
    let index = two_texts();
    let mut recipe = recipe(&index);
    recipe.query = "=liberté".to_owned();
    recipe.filters = vec!["depuis 2010".to_owned()];
    assert_eq!(
        recipe.to_lines(Tongue::French)[2..]
            .join("|")
            .replace('\u{a0}', " "),
        "Recherche : =liberté|Filtres : depuis 2010|Nombres : 6 passages|Adresse : https://example.org/frise/|Date : 27 novembre 2026"
    );
    assert!(recipe.to_json().contains("\"date\": \"2026-11-27\""));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_text_gives_sound_files(id in "[a-z.0-9é -]{1,8}", title in "\\PC{0,12}", text in "(\\PC|[*&<>\"\n-]){1,30}", level in 1_u8..7) {
        let mut odd: Document = document(&id, &title, &title, "199X?");
        odd.passages.push(said(&text));
        odd.passages[0].runs.insert(0, Run {
            kind: RunKind::Heading(level),
            speaker: None,
            date: None,
            text: title.clone(),
        });
        let corpus = common::corpus(vec![odd]);
        prop_assume!(frise_corpus::write(&corpus).is_ok());
        let index = index(corpus.documents);
        let all = everything(&index);
        let tei = tei(&index, &all, &recipe(&index), Tongue::English);
        prop_assert!(roxmltree::Document::parse(&tei).is_ok(), "{}", tei);
        let lines = iramuteq(&index, &all, Tongue::English);
        prop_assert_eq!(lines.lines().filter(|line| line.trim().starts_with("****")).count(), 1);
        prop_assert!(!lines.lines().any(|line| line.starts_with("-*")));
        prop_assert!(archive(&txm(&index, &all, Tongue::English)).is_ok());
        let table = passage_table(&index, 0..9, PAGE, Tongue::English);
        prop_assert_eq!(table.to_text(TableFormat::JsonLines).lines().count(), table.rows.len());
    }
}
