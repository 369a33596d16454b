//! Parts of an import join to the index of all its files, or it is told why not.

use frise_corpus::{compile_corpus, write_part};
use frise_import::{
    DayMonth, InputFile, PartProblem, Passages, Rows, Settings, corpus, join, part, read,
};
use frise_index::{Part, join_parts};
use proptest::prelude::*;
use proptest::sample::select;

fn file(path: &str, content: &str) -> InputFile {
    InputFile {
        path: path.to_string(),
        bytes: content.into(),
    }
}

/// The bytes of a part of some files.
fn part_of(files: Vec<InputFile>, settings: &Settings) -> Result<Vec<u8>, Vec<PartProblem>> {
    let (corpus, note) = part(&read(files), settings)?;
    Ok(write_part(corpus, &note).expect("a small part"))
}

/// The index of parts, or what hinders it, one a line.
fn joined(parts: &[Vec<InputFile>], settings: &Settings) -> Result<Vec<u8>, String> {
    let told = |problems: Vec<PartProblem>| {
        let told: Vec<String> = problems.iter().map(PartProblem::to_string).collect();
        told.join("\n")
    };
    let bytes = parts.iter().map(|files| part_of(files.clone(), settings));
    let bytes: Vec<Vec<u8>> = bytes.collect::<Result<_, _>>().map_err(told)?;
    let parts = bytes.iter().enumerate();
    let parts: Vec<Part<'_>> = parts
        .map(|(at, bytes)| Part::read(format!("{at}.part"), bytes).expect("a part"))
        .collect();
    let whole = join(&parts, settings).map_err(told)?;
    join_parts(whole.corpus, whole.language, &parts).map_err(|error| error.to_string())
}

fn whole(files: Vec<InputFile>, settings: &Settings) -> Vec<u8> {
    let corpus = corpus(&read(files), settings).expect("a corpus");
    let searcher = compile_corpus(&corpus).expect("an index");
    searcher.into_bytes()
}

/// The lines of a document, whose id is to be set.
fn document() -> impl Strategy<Value = Vec<String>> {
    let line = (
        select(vec!["", "Ada", "ADA", "Léa Roy", "lea roy"]),
        select(vec![
            "Le port est ouvert, dit-on, depuis 1889 et pour tous.",
            "The port of the city is open to all.",
            "Non !",
            "Port. PORT, ports",
            "Une grève\\n\\nLe lendemain de la grève dans les ports.",
        ]),
    );
    (
        select(vec!["1914", "1914-08-03", "", "05/06/2016", "25/06/2016"]),
        select(vec!["", "\"kind\": \"Débat\", ", "\"kind\": \"debat\", ", "\"kind\": \"Note\", "]),
        select(vec!["", "\"language\": \"en\", "]),
        proptest::collection::vec(line, 1..4),
    )
        .prop_map(|(date, kind, language, lines)| {
            let line = |(number, (speaker, text)): (usize, (&str, &str))| {
                format!(
                    "{{\"id\": \"ID-{number}\", \"date\": \"{date}\", {kind}{language}\"speaker\": \"{speaker}\", \"text\": \"{text}\"}}\n"
                )
            };
            lines.into_iter().enumerate().map(line).collect()
        })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn the_index_is_the_same_however_lines_are_divided(
        documents in proptest::collection::vec((document(), 0..3usize), 1..9)
    ) {
        let mut all = String::new();
        let mut divided = vec![String::new(); 3];
        for (at, (lines, part)) in documents.into_iter().enumerate() {
            let lines = lines.concat().replace("ID", &format!("{}doc{at}", ["z", "a"][at % 2]));
            all += &lines;
            divided[part] += &lines;
        }
        let settings = Settings { title: "Le port".into(), ..Settings::default() };
        divided.retain(|lines| !lines.is_empty());
        let parts = divided.iter().enumerate();
        // The order of parts, and the names of their files, tell nothing.
        let parts = parts.rev().map(|(at, lines)| vec![file(&format!("{at}.jsonl"), lines)]);
        let parts: Vec<Vec<InputFile>> = parts.collect();
        let joined = joined(&parts, &settings).expect("an index");
        prop_assert!(joined == whole(vec![file("lines.jsonl", &all)], &settings));
    }
}

#[test]
fn files_are_divided_too() {
    let files = [
        file(
            "a.txt",
            "Une grève\n\n1er mai 1889\n\nLe port est fermé dans la ville.",
        ),
        file(
            "b.md",
            "---\ntitle: Discours\ndate: 2019-05-05\nauthor: Ada\n---\nLe port est ouvert.",
        ),
        file(
            "c.csv",
            "date;auteur;texte;id\n26/08/1789;Assemblée;Les hommes naissent libres.;ddhc",
        ),
    ];
    let settings = Settings {
        title: "T".into(),
        sentence: "S".into(),
        ..Settings::default()
    };
    let parts = files.clone().map(|file| vec![file]);
    assert_eq!(
        joined(&parts, &settings),
        Ok(whole(files.to_vec(), &settings))
    );
}

/// Checks what is told of two parts of one file of JSON lines each.
fn check(parts: [&str; 2], settings: &Settings, expected: &str) {
    let parts = parts.map(|lines| vec![file("lines.jsonl", lines)]);
    match joined(&parts, settings) {
        Ok(_) => assert_eq!(expected, "", "they were joined"),
        Err(told) => assert!(!expected.is_empty() && told.contains(expected), "{told}"),
    }
}

#[test]
fn what_a_part_cannot_decide_is_told() {
    let none = Settings::default();
    let doubtful = r#"{"id": "a", "date": "05/06/2016", "text": "Un."}"#;
    let check = |a: &str, b: &str, expected: &str| check([a, b], &none, expected);
    check(
        doubtful,
        r#"{"id": "b", "date": "25/06/2016", "text": "Deux."}"#,
        "",
    );
    check(
        doubtful,
        r#"{"id": "b", "date": "06/25/2016", "text": "Deux."}"#,
        "found 05/06/2016 in 0.part",
    );
    let years = r#"{"id": "b", "date": "1998-99", "text": "Deux."}"#;
    check(
        r#"{"id": "a", "date": "2001-02", "text": "Un."}"#,
        years,
        "found 2001-02 in 0.part",
    );
    check(doubtful, years, "");
    check(
        doubtful,
        r#"{"id": "17", "date": "2016", "text": "Deux."}"#,
        "lines.jsonl#17",
    );
    check(
        doubtful,
        r#"{"id": "b", "date": "2016", "text": "La souve-\nraineté."}"#,
        "found one in 'b'",
    );
    check(
        doubtful,
        r#"{"id": "b", "date": "2016", "speech": "Deux mots."}"#,
        "'speech' and 'text'",
    );
    check(
        r#"{"id": "a", "date": "2016", "text": "Un.", "speaker": "Ada", "who": "Léa"}"#,
        r#"{"id": "b", "date": "2016", "text": "Deux.", "who": "Ada"}"#,
        "'who' with several meanings",
    );
    check(
        doubtful,
        r#"{"id": "a", "date": "2016", "text": "Deux."}"#,
        "found 'a' in 0.part and in 1.part",
    );
}

#[test]
fn a_document_that_was_divided_is_told() {
    let line = |id: &str, title: &str| {
        format!(
            r#"{{"id": "{id}", "date": "2016", "title": "{title}", "text": "Un mot."}}{}"#,
            "\n"
        )
    };
    let each = Settings {
        rows: [("lines.jsonl".to_string(), Rows::Each)].into(),
        ..Settings::default()
    };
    let parted = [
        [line("debat-1", ""), line("debat-2", "")],
        [
            line("debat-1", "") + &line("debat-2", ""),
            line("debat-3", ""),
        ],
        [line("a", "Débat"), line("b", "Débat")],
    ];
    for [a, b] in &parted {
        check(
            [a, b],
            &Settings::default(),
            "one document where their lines are neighbours",
        );
        check([a, b], &each, "");
    }
    let one = line("debat-12-1", "") + &line("debat-12-2", "");
    let other = line("debat-13-1", "") + &line("debat-13-2", "");
    check([&one, &other], &Settings::default(), "");
}

#[test]
fn parts_that_were_made_otherwise_are_told() {
    let lines = |id: &str| format!(r#"{{"id": "{id}", "date": "2016", "text": "Un."}}"#);
    let part = |path: &str, id: &str, title: &str| {
        let settings = Settings {
            title: title.into(),
            day_month: Some(DayMonth::DayFirst),
            ..Settings::default()
        };
        part_of(vec![file(path, &lines(id))], &settings).expect("a part")
    };
    let check = |parts: [Vec<u8>; 2], title: &str, expected: Result<&str, &str>| {
        let [a, b] = parts;
        let parts = [("a.part", &a), ("b.part", &b)];
        let parts = parts.map(|(name, bytes)| Part::read(name, bytes).expect("a part"));
        let settings = Settings {
            title: title.into(),
            ..Settings::default()
        };
        match (join(&parts, &settings), expected) {
            (Ok(whole), Ok(expected)) => assert_eq!(whole.corpus.title.fr, expected),
            (Err(told), Err(expected)) => {
                assert!(told[0].to_string().contains(expected), "{}", told[0])
            }
            (found, _) => panic!("{found:?}"),
        }
    };
    check(
        [part("l.jsonl", "a", "T"), part("m.jsonl", "b", "T")],
        "",
        Ok("T"),
    );
    check(
        [part("l.jsonl", "a", ""), part("l.jsonl", "b", "")],
        "",
        Ok("l"),
    );
    check(
        [part("l.jsonl", "a", ""), part("m.jsonl", "b", "")],
        "",
        Err("'l' and 'm'"),
    );
    check(
        [part("l.jsonl", "a", "T"), part("l.jsonl", "b", "U")],
        "V",
        Ok("V"),
    );
    let otherwise = |settings: Settings| {
        let made = part_of(vec![file("l.jsonl", &lines("d"))], &settings).expect("a part");
        let other = Err("with the same options, found others in a.part than in b.part");
        check([part("l.jsonl", "a", "T"), made], "T", other);
    };
    let none = Settings::default;
    otherwise(Settings {
        passages: Passages::Sentences,
        ..none()
    });
    otherwise(Settings {
        date: "1889".into(),
        ..none()
    });
    otherwise(Settings {
        speaker: "Ada".into(),
        ..none()
    });
    otherwise(Settings {
        language: "en".into(),
        ..none()
    });
    let rows = [("l.jsonl".to_string(), Rows::Each)].into();
    otherwise(Settings { rows, ..none() });
    let mut corpus = corpus(
        &read(vec![file("l.jsonl", &lines("c"))]),
        &Settings::default(),
    )
    .expect("a corpus");
    corpus.notice.fr = "N".into();
    let foreign = write_part(corpus, "{}").expect("a part");
    check(
        [part("l.jsonl", "a", "T"), foreign],
        "",
        Err("b.part with a note of another program"),
    );
}
