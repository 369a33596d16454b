//! From files to a corpus and an index.

use frise_corpus::compile_corpus;
use frise_import::*;

fn file(path: &str, content: &str) -> InputFile {
    InputFile {
        path: path.into(),
        bytes: content.into(),
    }
}

/// Each document as one line: title, date, speakers, passages.
fn describe(files: Vec<InputFile>, settings: &Settings) -> Vec<String> {
    let import = read(files);
    let corpus = corpus(&import, settings).expect("a corpus");
    compile_corpus(&corpus).expect("an index");
    let documents = corpus.documents.iter().map(|document| {
        let metadata = &document.metadata;
        let date = metadata.date.map_or("-".into(), |date| date.to_string());
        let speakers: Vec<&str> = metadata
            .speakers
            .iter()
            .map(|place| corpus.speakers[*place].name.fr.as_str())
            .collect();
        let passages: Vec<String> = document
            .passages
            .iter()
            .map(|passage| {
                passage
                    .runs
                    .iter()
                    .map(|run| run.text.as_str())
                    .collect::<Vec<_>>()
                    .join("|")
            })
            .collect();
        format!(
            "{}; {date}; {}; {}",
            metadata.title.fr,
            speakers.join(", "),
            passages.join(" / ")
        )
    });
    documents.collect()
}

fn check(files: Vec<InputFile>, expected: &[&str]) {
    assert_eq!(describe(files, &Settings::default()), expected);
}

#[test]
fn plain_texts_are_dated_by_name_title_or_first_lines() {
    check(
        vec![
            file("a/2019-05-12_Discours.txt", "Un.\n\nDeux\nfois."),
            file("a/lettre.txt", "Paris, le 5 mai 2018\n\nMadame,"),
            file("a/rien.txt", "Sans date."),
        ],
        &[
            "lettre; 2018-05-05; ; Paris, le 5 mai 2018 / Madame,",
            "2019-05-12 Discours; 2019-05-12; ; Un. / Deux fois.",
            "rien; -; ; Sans date.",
        ],
    );
}

#[test]
fn a_table_makes_documents() {
    let rows = "sep=;\r\ntitre;date;auteur;note;texte\r\nA;26/08/1789;Ada;1,5;Un\r\nA;26/08/1789;Bob;2,5;Deux\r\nB;05/06/2016;Ada;3;Trois\r\n";
    check(
        vec![file("a.csv", rows)],
        &[
            "A; 1789-08-26; Ada, Bob; Un / Deux",
            "B; 2016-06-05; Ada; Trois",
        ],
    );
}

#[test]
fn turns_of_json_lines_make_documents_as_the_corpus_parser_does() {
    let lines = "{\"id\": \"d-1\", \"date\": \"2013-01-29\", \"speaker\": \"Ada\", \"section\": [\"S\"], \"text\": \"Un\"}\n{\"id\": \"d-2\", \"date\": \"2013-01-29\", \"speaker\": \"ADA\", \"section\": [\"S\"], \"text\": \"Deux\"}\n{\"id\": \"e\", \"date\": \"2014\", \"text\": \"Trois\"}\n";
    check(
        vec![file("a.jsonl", lines)],
        &["d; 2013-01-29; Ada; S|Un / Deux", "e; 2014; ; Trois"],
    );
    let import = read(vec![file("a.jsonl", lines)]);
    let ours = corpus(&import, &Settings::default()).expect("a corpus");
    let source = frise_corpus::SourceFile {
        path: "a.jsonl".into(),
        bytes: lines.into(),
    };
    let theirs = frise_corpus::parse(&[source]).expect("a corpus").corpus;
    let texts = |corpus: &frise_index::model::Corpus| {
        corpus
            .documents
            .iter()
            .map(|document| (document.metadata.id.clone(), document.passages.clone()))
            .collect::<Vec<_>>()
    };
    assert_eq!(texts(&ours), texts(&theirs));
}

#[test]
fn one_column_is_a_text_of_lines() {
    check(
        vec![file("a.csv", "texte\nUn, deux\nTrois\n")],
        &["a 2; -; ; Un, deux", "a 3; -; ; Trois"],
    );
}

#[test]
fn a_column_tells_whether_two_digits_are_a_month_or_a_year() {
    let table = |dates: [&str; 2]| {
        let [a, b] = dates;
        vec![file("a.csv", &format!("date;texte\n{a};Un.\n{b};Deux.\n"))]
    };
    check(
        table(["1998-99", "2001-02"]),
        &["a 2; 1998/1999; ; Un.", "a 3; 2001/2002; ; Deux."],
    );
    check(
        table(["2001-02", "2001-05"]),
        &["a 2; 2001-02; ; Un.", "a 3; 2001-05; ; Deux."],
    );
    check(
        table(["1920-21", "1920-22"]),
        &["a 2; 1920-21; ; Un.", "a 3; 1920-22; ; Deux."],
    );
}

#[test]
fn columns_dates_and_speakers_can_be_changed() {
    let rows = "a;b;c\n05/06/2016;Il parle longuement ici;Ada\n07/08/2016;Et encore une fois;Bob\n";
    let mut settings = Settings::default();
    settings.columns.insert(
        "a.csv".into(),
        vec![Column::Date, Column::Text, Column::Speaker],
    );
    settings.day_month = Some(DayMonth::MonthFirst);
    settings.rows.insert("a.csv".into(), Rows::All);
    settings.speakers.insert(
        "bob".into(),
        SpeakerChange {
            name: "Ada".into(),
            ..SpeakerChange::default()
        },
    );
    assert_eq!(
        describe(vec![file("a.csv", rows)], &settings),
        ["a 2; 2016-05-06; Ada; Il parle longuement ici / Et encore une fois"]
    );

    let mut settings = Settings {
        speaker: "Eve".into(),
        date: "mai 2019".into(),
        passages: Passages::Sentences,
        ..Settings::default()
    };
    let change = DocumentChange {
        title: "Autre".into(),
        date: "12/05/2018".into(),
        speaker: "Zoé".into(),
        ..DocumentChange::default()
    };
    settings.documents.insert("b.txt".into(), change);
    settings.documents.insert(
        "c.txt".into(),
        DocumentChange {
            skip: true,
            ..DocumentChange::default()
        },
    );
    let files = vec![
        file("a.txt", "Un. Deux."),
        file("b.txt", "Trois."),
        file("c.txt", "Quatre."),
    ];
    assert_eq!(
        describe(files, &settings),
        [
            "Autre; 2018-05-12; Zoé; Trois.",
            "a; 2019-05; Eve; Un. / Deux."
        ]
    );
}

#[test]
fn a_date_that_is_none_is_told() {
    let settings = Settings {
        date: "le jour de gloire".into(),
        ..Settings::default()
    };
    let problems = corpus(&read(vec![file("a.txt", "Un.")]), &settings).expect_err("no date");
    assert!(matches!(problems[0].reason, Reason::BadDate { .. }));
    let problems = corpus(&read(Vec::new()), &Settings::default()).expect_err("no text");
    assert_eq!(problems[0].reason, Reason::NoDocuments);
}

#[test]
fn a_doubt_about_day_and_month_is_asked_once_and_only_where_nothing_proves_the_order() {
    let doubt = |content: &str| {
        read(vec![file("a.csv", content)])
            .review(&Settings::default())
            .doubt
    };
    let found = doubt("date;texte\n05/06/2016;Un\n07/08/2016;Deux\n").expect("a doubt");
    let expected = DayMonthDoubt {
        example: "05/06/2016".into(),
        day_first: "2016-06-05".into(),
        month_first: "2016-05-06".into(),
        count: 2,
    };
    assert_eq!(found, expected);
    assert_eq!(doubt("date;texte\n05/06/2016;Un\n13/08/2016;Deux\n"), None);
    check(
        vec![file(
            "a.csv",
            "date;texte\n05/06/2016;Un\n05/13/2016;Deux\n",
        )],
        &["a 2; 2016-05-06; ; Un", "a 3; 2016-05-13; ; Deux"],
    );
}

#[test]
fn names_come_from_another_file() {
    let debate = "<TEI><text><body><u who='#PA1'><seg>Un.</seg></u><u who='#PA2'><seg>Deux.</seg></u></body></text></TEI>";
    let import = read(vec![file("a.xml", debate)]);
    let problems = import.review(&Settings::default()).problems;
    assert_eq!(
        problems[0].reason,
        Reason::UnnamedSpeakers {
            example: "PA1".into(),
            count: 2
        }
    );
    let people = "<listPerson><person xml:id='PA1'><persName>Ada</persName></person><person xml:id='PA2'><persName>ada</persName></person></listPerson>";
    check(
        vec![file("a.xml", debate), file("listPerson.xml", people)],
        &["a; -; Ada; Un. / Deux."],
    );
    let meta = "ID\tSpeaker_ID\tSpeaker_name\nu1\tPA1\tLefèvre, Ada\nu2\tPA2\tBob\n";
    check(
        vec![file("a.xml", debate), file("a-meta.tsv", meta)],
        &["a; -; Ada Lefèvre, Bob; Un. / Deux."],
    );
}

#[test]
fn a_table_of_metadata_tells_what_texts_are() {
    let table = "id,titre,date,auteur\na,Un titre,2019-05-12,Ada\nb,Autre,2018,Bob\n";
    let files = vec![
        file("txm/a.txt", "Un."),
        file("txm/b.txt", "Deux."),
        file("txm/metadata.csv", table),
    ];
    check(
        files,
        &["Autre; 2018; Bob; Deux.", "Un titre; 2019-05-12; Ada; Un."],
    );
}

#[test]
fn starred_texts_and_front_matter() {
    check(
        vec![
            file(
                "a.txt",
                "**** *an_2019 *locuteur_Ada\nUn.\n**** *an_2018\nDeux.",
            ),
            file("b.md", "---\ntitle: B\ndate: 2017-05?\n---\n# B\n\nTrois."),
        ],
        &[
            "B; 2017-05?; ; Trois.",
            "an 2018; 2018; ; Deux.",
            "an 2019, locuteur Ada; 2019; Ada; Un.",
        ],
    );
}

#[test]
fn an_encoding_other_than_utf8_is_told() {
    let import = read(vec![InputFile {
        path: "a.txt".into(),
        bytes: b"\xC9t\xE9 2019".to_vec(),
    }]);
    let review = import.review(&Settings::default());
    assert_eq!(
        review.drafts[0].notices,
        [Reason::Encoding {
            name: "windows-1252".into(),
            stated: false
        }]
    );
}

#[test]
fn what_cannot_be_read_is_told_and_the_rest_goes_on() {
    let files = vec![
        file("a.pdf", "%PDF-1.4"),
        file("b.txt", "Un."),
        file("c.txt", ""),
        file("d.xml", "<TEI><p>"),
        file(".DS_Store", "x"),
    ];
    let import = read(files);
    let paths: Vec<String> = import
        .problems
        .iter()
        .map(|problem| problem.path.clone())
        .collect();
    assert_eq!(paths, ["a.pdf", "c.txt", "d.xml"]);
    assert_eq!(
        corpus(&import, &Settings::default())
            .expect("the rest")
            .documents
            .len(),
        1
    );
}

#[test]
fn themes_are_kept_with_the_corpus() {
    let theme = ThemeDraft {
        label: "L’eau".into(),
        definition: "Tout de l’eau.".into(),
        query: "eau".into(),
    };
    let settings = Settings {
        themes: vec![theme],
        title: "Mes textes".into(),
        language: "fr".into(),
        ..Settings::default()
    };
    let corpus = corpus(&read(vec![file("a.txt", "De l’eau.")]), &settings).expect("a corpus");
    assert_eq!(
        (corpus.themes[0].id.as_str(), corpus.id.as_str()),
        ("l-eau", "mes-textes")
    );
    let searcher = compile_corpus(&corpus).expect("an index");
    assert_eq!(searcher.theme(0).expect("a theme").count(), 1);
}

#[test]
fn words_that_lines_part_are_one_and_compounds_stay() {
    let tei = "<TEI xmlns=\"http://www.tei-c.org/ns/1.0\"><teiHeader><fileDesc><titleStmt><title>Lois</title></titleStmt></fileDesc></teiHeader>\
        <text><body><div><head>La souve-\n raineté</head><p>Est-\n ce un bien-\n aimé ? La coopé-\n ration.</p></div></body></text></TEI>";
    check(
        vec![
            file(
                "2016-05-24_un.txt",
                "La souve-\nraineté des États.\n\nDit-\nelle.",
            ),
            file("2017-05-24_deux.xml", tei),
        ],
        &[
            "2016-05-24 un; 2016-05-24; ; La souveraineté des États. / Dit-elle.",
            "Lois; 2017-05-24; ; La souveraineté|Est-ce un bien-aimé ? La coopération.",
        ],
    );
}
