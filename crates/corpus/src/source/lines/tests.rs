use super::super::{Parsed, SourceFile, parse};
use frise_date::Edtf;
use frise_index::model::{RunKind, Voice};

fn file(text: impl Into<Vec<u8>>) -> [SourceFile; 1] {
    [SourceFile {
        path: "essai.jsonl".to_string(),
        bytes: text.into(),
    }]
}

fn read(text: &str) -> Parsed {
    parse(&file(text)).expect(text)
}

/// Checks the problems of a file, in order, by how each message begins.
fn check(text: impl Into<Vec<u8>>, expected: &[&str]) {
    let problems = parse(&file(text))
        .map(|_| ())
        .expect_err("a file with mistakes");
    let messages: Vec<String> = problems.iter().map(ToString::to_string).collect();
    assert_eq!(messages.len(), expected.len(), "{messages:#?}");
    for (message, expected) in messages.iter().zip(expected) {
        assert!(
            message.starts_with(expected),
            "expected {expected}\nfound    {message}"
        );
    }
}

/// The passages of each document: `id: voice speaker #heading text` and so on.
fn drawn(parsed: &Parsed) -> Vec<String> {
    let mut lines = Vec::new();
    for document in &parsed.corpus.documents {
        for passage in &document.passages {
            let mut line = format!("{}:", document.metadata.id);
            for run in &passage.runs {
                match run.kind {
                    RunKind::Heading(level) => line += &format!(" #{level} {}", run.text),
                    RunKind::Span(voice) => {
                        let speaker = run
                            .speaker
                            .map_or("", |place| &parsed.corpus.speakers[place].id);
                        line += &format!(" {} {speaker} {:?}", voice.id(), run.text);
                    }
                }
            }
            lines.push(line);
        }
    }
    lines
}

#[test]
fn neighbouring_turns_are_one_document() {
    let parsed = read(concat!(
        "{\"id\": \"s-1\", \"date\": \"2013-01-29\", \"speaker\": \"le président\", \"text\": \"La séance\\n\\nest ouverte.\\n\", \"section\": []}\n",
        "{\"id\": \"s-2\", \"date\": \"2013-01-29\", \"speaker\": \"Ada\", \"text\": \" Oui ! \", \"section\": [\"A\", \"B\"]}\n\n",
        "{\"id\": \"s-3\", \"date\": \"2013-01-29\", \"text\": \"(Rires.)\", \"section\": [\"A\", \"C\"]}\n",
        "{\"id\": \"s-4\", \"date\": \"2013-01-29\", \"speaker\": \"Le Président,\", \"text\": \"Non.\", \"section\": [\"A\"]}\n",
        "{\"id\": \"s-5\", \"date\": \"2013-01-28\", \"speaker\": \"Ada\", \"text\": \"Hier.\\n \\nEncore.\", \"section\": \"A\"}\n",
        "{\"id\": \"s-5b\", \"date\": \"2013-01-28\", \"speaker\": \"Ada\", \"text\": \"Aussi.\"}",
    ));
    let expected = [
        "s-5: #1 A official ada \"Hier.\"",
        "s-5: official ada \"Encore.\"",
        "s-5b: official ada \"Aussi.\"",
        "s: direct le-president \"La séance\\n\\nest ouverte.\"",
        "s: #1 A #2 B direct ada \" Oui ! \"",
        "s: #2 C narration  \"(Rires.)\"",
        "s: #1 A direct le-president \"Non.\"",
    ];
    assert_eq!(drawn(&parsed), expected);
    assert_eq!(parsed.corpus.documents[2].metadata.speakers, [0, 1]);
    assert_eq!(parsed.corpus.speakers[0].name.fr, "le président");
}

#[test]
fn other_names_of_keys_and_other_types() {
    let parsed = read(concat!(
        "\u{FEFF}{\"id\": 7, \"Year\": 1789, \"President\": \"Washington\", \"FirstName\": \"George\", \"text\": \"Fellow\\u002dCitizens of the Senate\", \"x\": [{}]}\r\n",
        "{\"id\": \"Ü 中\", \"date\": \"1790~\", \"speaker\": \"中\", \"FirstName\": \"x\", \"type\": \"Lettre\", \"title\": \"Un titre\", \"language\": \"de\", \"text\": \"Wort\"}\r\n",
        "{\"id\": \"u-4e2d\", \"date\": \"1791\", \"speaker\": null, \"kind\": \"lettre\", \"text\": \"Wort\"}\r\n",
    ));
    let expected = [
        "7: official george-washington \"Fellow-Citizens of the Senate\"",
        "u-4e2d: official 4e2d \"Wort\"",
        "u-4e2d-2: narration  \"Wort\"",
    ];
    assert_eq!(drawn(&parsed), expected);
    let corpus = &parsed.corpus;
    let metadata = |place: usize| &corpus.documents[place].metadata;
    assert_eq!(metadata(0).date, Edtf::parse("1789").ok());
    assert_eq!(
        (metadata(1).title.fr.as_str(), metadata(2).title.fr.as_str()),
        ("Un titre", "u-4e2d")
    );
    let kinds: Vec<&str> = corpus.kinds.iter().map(|kind| kind.id.as_str()).collect();
    assert_eq!((kinds, metadata(2).kind), (vec!["text", "lettre"], 1));
    let languages: Vec<&str> = corpus
        .documents
        .iter()
        .map(|d| d.metadata.language.as_str())
        .collect();
    assert_eq!(languages, ["en", "de", "en"]);
}

#[test]
fn a_number_is_the_number_of_a_year() {
    let date = |field: &str| {
        let line = format!("{{\"id\": \"a\", {field}, \"text\": \"mot\"}}");
        read(&line).corpus.documents[0].metadata.date
    };
    for (field, expected) in [
        ("\"year\": 800", "0800"),
        ("\"year\": \"800\"", "0800"),
        ("\"Year\": 44", "0044"),
        ("\"date\": 0", "0000"),
        ("\"date\": -44", "-0044"),
        ("\"year\": 1789", "1789"),
    ] {
        assert_eq!(date(field), Edtf::parse(expected).ok(), "{field}");
    }
    // A text must be EDTF, unless its key says that it is a year.
    check(
        "{\"id\": \"a\", \"date\": \"800\", \"text\": \"mot\"}",
        &["essai.jsonl:1:21: bad date '800' in 'date'"],
    );
}

#[test]
fn a_carriage_return_parts_words_and_paragraphs() {
    let parsed = read("{\"id\": \"a\", \"date\": \"2016\", \"text\": \"mot\\rsuite\\r\\rfin\"}");
    assert_eq!(
        drawn(&parsed),
        ["a: narration  \"mot\\rsuite\"", "a: narration  \"fin\""]
    );
}

#[test]
fn the_title_is_no_text() {
    let parsed = read(
        "{\"id\": \"a\", \"date\": \"2016\", \"title\": \"La paix\", \"section\": \"LA PAIX\", \"text\": \"mot\"}",
    );
    assert_eq!(drawn(&parsed), ["a: narration  \"mot\""]);
}

#[test]
fn languages_are_told_by_function_words() {
    let language = |text: &str| {
        let line = format!("{{\"id\": \"a\", \"date\": \"2016\", \"text\": \"{text}\"}}");
        read(&line).corpus.documents[0].metadata.language.clone()
    };
    assert_eq!(
        language("Les règles que la France propose pour le cyberespace"),
        "fr"
    );
    assert_eq!(
        language("The rules that are to be followed in cyberspace"),
        "en"
    );
    assert_eq!(
        language("Die Regeln, die im Cyberraum gelten sollen"),
        "und"
    );
    assert_eq!(language("Bonjour"), "und");
}

#[test]
fn mistakes_are_told_with_line_and_column() {
    check("", &["essai.jsonl:1:1: the file is empty"]);
    check("\n \n", &["essai.jsonl:1:1: the file is empty"]);
    check(b"\xFF".to_vec(), &["essai.jsonl:1:1: invalid UTF-8"]);
    check("é", &["essai.jsonl:1:1: expected one JSON object"]);
    check(
        "\n{\"id\": \"é\", \"date\" \"2016\"}",
        &["essai.jsonl:2:20: expected one JSON object"],
    );
    check("[1]", &["essai.jsonl:1:1: expected one JSON object"]);
    check(
        "{}",
        &[
            "essai.jsonl:1:1: 'date' is missing; add \"date\": \"2016-05-24\"",
            "essai.jsonl:1:1: 'id' is missing",
            "essai.jsonl:1:1: 'text' is missing",
        ],
    );
    check(
        "{\"id\": \"é\", \"Date\": \"2016-13\", \"text\": [], \"speaker\": {}, \"section\": [1], \"title\": true}",
        &[
            "essai.jsonl:1:21: bad date '2016-13' in 'Date'",
            "essai.jsonl:1:40: 'text' must be a string, and is a list",
            "essai.jsonl:1:55: 'speaker' must be a string, and is an object",
            "essai.jsonl:1:70: 'section' must be a string or a list of strings, and is a list",
            "essai.jsonl:1:84: 'title' must be a string, and is true or false",
        ],
    );
    check(
        "{\"id\": \"a\", \"date\": \"2016\", \"text\": \"\\ud800\"}\n{\"id\": \"a\", \"date\": \"2016\", \"text\": \" \\n\"}",
        &[
            "essai.jsonl:1:37: 'text' must be a string, and is a string that is no text",
            "essai.jsonl:2:8: duplicate id 'a': line 1 has it",
            "essai.jsonl:2:37: 'text' is empty",
        ],
    );
}

#[test]
fn a_mistake_in_every_line_does_not_drown_the_others() {
    let mut text = String::new();
    for number in 0..50 {
        text += &format!("{{\"id\": \"a-{number}\", \"datum\": \"2016\", \"text\": \"x\"}}\n");
    }
    let problems = parse(&file(text + "{")).map(|_| ()).expect_err("no dates");
    let messages: Vec<String> = problems.iter().map(ToString::to_string).collect();
    assert_eq!(messages.len(), 21);
    assert!(
        messages[19].ends_with("(and on 30 more lines)"),
        "{}",
        messages[19]
    );
    assert!(
        messages[20].starts_with("essai.jsonl:51:1: expected one JSON object"),
        "{}",
        messages[20]
    );
}

#[test]
fn long_words_are_told_where_they_stand_behind_escapes() {
    let text = format!(
        "{{\"id\": \"a\", \"text\": \"\\\"\\u00e9\\ud83d\\ude00é {}\", \"date\": \"2016\"}}",
        "a".repeat(300)
    );
    let problems = crate::compile(&file(text)).expect_err("a long word");
    let messages: Vec<String> = problems.iter().map(ToString::to_string).collect();
    assert_eq!(messages.len(), 1);
    assert!(
        messages[0].starts_with("essai.jsonl:1:44: this word is too long"),
        "{}",
        messages[0]
    );
}

/// What is read of a file is in the corpus: no line is lost and every letter stays.
fn check_letters(texts: &[String]) {
    let line = |(number, text): (usize, &String)| {
        serde_json::json!({ "id": format!("a-{number}"), "date": "2016", "speaker": "Ada", "text": text }).to_string()
    };
    let lines: Vec<String> = texts.iter().enumerate().map(line).collect();
    let Ok(parsed) = parse(&file(lines.join("\n"))) else {
        assert!(texts.is_empty() || texts.iter().any(|text| text.trim().is_empty()));
        return;
    };
    let spans = parsed
        .corpus
        .documents
        .iter()
        .flat_map(|document| &document.passages);
    let read: String = spans
        .flat_map(|passage| &passage.runs)
        .map(|run| run.text.as_str())
        .collect();
    let letters = |text: &str| {
        text.chars()
            .filter(|c| !c.is_whitespace())
            .collect::<String>()
    };
    assert_eq!(letters(&read), letters(&texts.concat()));
    assert!(
        parsed.corpus.documents[0]
            .passages
            .iter()
            .all(|passage| passage.runs[0].kind == RunKind::Span(Voice::Official))
    );
}

proptest::proptest! {
    #[test]
    fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(proptest::num::u8::ANY, 0..80)) {
        let _ = parse(&file(bytes));
    }

    #[test]
    fn any_object_is_read_or_refused(
        text in "\\{\"id\": (\"[a-z0-9é-]{0,4}\"|[0-9]{1,3}), \"date\": \"[0-9X~-]{0,7}\", \"text\": (\"(\\PC|\\\\n){0,20}\"|[0-9\\[\\]\\{\\}]{0,4})\\}(\n\\PC{0,10})?"
    ) {
        let _ = crate::compile(&file(text));
    }

    #[test]
    fn texts_are_kept_to_the_letter(texts in proptest::collection::vec("(\\PC|[ \n\r]){0,30}", 0..4)) {
        check_letters(&texts);
    }
}
