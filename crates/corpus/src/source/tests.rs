use super::*;
use frise_index::model::{RunKind, Voice};

const CORPUS: &str = "id = \"essai\"\ntitle = { fr = \"Essai\", en = \"Trial\" }\nsentence = \"x\"\n\n[[kinds]]\nid = \"lettre\"\nfr = \"Lettre\"\nen = \"Letter\"\n";
const SPEAKERS: &str = "[[speaker]]\nid = \"ada\"\nname = \"Ada\"\nkind = \"person\"\n";
const THEMES: &str =
    "[[theme]]\nid = \"paix\"\nlabel = \"paix\"\ndefinition = \"la paix\"\nquery = 'paix'\n";
const FRONT: &str =
    "+++\nid = \"a\"\ntitle = \"A\"\ndate = \"2016\"\ntype = \"lettre\"\nlanguage = \"fr\"\n+++\n";

fn file(path: &str, text: impl Into<Vec<u8>>) -> SourceFile {
    SourceFile {
        path: path.to_string(),
        bytes: text.into(),
    }
}

fn files(document: impl Into<Vec<u8>>) -> Vec<SourceFile> {
    vec![
        file("corpus.toml", CORPUS),
        file("speakers.toml", SPEAKERS),
        file("themes.toml", THEMES),
        file("documents/a.md", document),
    ]
}

/// The first problem of a document's text begins so.
fn check(text: &str, expected: &str) {
    let problems = parse(&files(format!("{FRONT}{text}")))
        .map(|_| ())
        .expect_err(text);
    let found = problems[0].to_string();
    assert!(
        found.starts_with(expected),
        "{text}\nexpected {expected}\nfound    {found}"
    );
}

fn runs(text: &str) -> Vec<(RunKind, Option<usize>, String)> {
    let parsed = parse(&files(format!("{FRONT}{text}"))).expect(text);
    let passages = &parsed.corpus.documents[0].passages;
    passages
        .iter()
        .flat_map(|passage| &passage.runs)
        .map(|run| (run.kind, run.speaker, run.text.clone()))
        .collect()
}

#[test]
fn paragraphs_headings_and_speech() {
    let narration = RunKind::Span(Voice::Narration);
    let expected = [
        (RunKind::Heading(1), None, "Un titre"),
        (RunKind::Heading(2), None, "1. Sous-titre"),
        (narration, None, "Elle dit : "),
        (RunKind::Span(Voice::Direct), Some(0), "« Bonjour. »"),
        (narration, None, " Et voilà."),
        (narration, None, "Deux lignes, # pas un titre, <i> et \\."),
        (RunKind::Span(Voice::Reported), Some(0), "la paix"),
    ];
    let text = "# Un titre\n## 1. Sous-titre\n\nElle dit : <said who=\"ada\" direct=\"true\">« Bonjour. »</said> Et voilà.\n\n\
                Deux lignes,\n\\# pas un titre, \\<i> et \\\\.\n\n<said direct=\"false\" who=\"ada\">la paix</said>\n";
    let found = runs(text);
    let found: Vec<_> = found
        .iter()
        .map(|(kind, speaker, text)| (*kind, *speaker, text.as_str()))
        .collect();
    assert_eq!(found, expected);
}

#[test]
fn speech_has_a_date_of_its_own() {
    let text = "Il dit : <said who=\"ada\" direct=\"true\" when=\"2015-12~\">« oui »</said>.";
    let parsed = parse(&files(format!("{FRONT}{text}"))).expect(text);
    let runs = &parsed.corpus.documents[0].passages[0].runs;
    let dates = runs.iter().map(|run| run.date.map(|date| date.to_string()));
    assert_eq!(
        dates.collect::<Vec<_>>(),
        [None, Some("2015-12~".to_string()), None]
    );
    check(
        "<said who=\"ada\" direct=\"true\" when=\"2015-13\">oui</said>",
        "documents/a.md:8:1: bad date '2015-13' in 'when'",
    );
}

#[test]
fn synonyms_are_lists_of_words_and_phrases() {
    let with = |synonyms: &str| {
        let mut files = files(format!("{FRONT}Un mot.\n"));
        files[0] = file(
            "corpus.toml",
            format!("{CORPUS}\n[[synonyms]]\n{synonyms}\n"),
        );
        parse(&files)
    };
    let parsed = with("terms = [\"ONU\", \"Nations Unies\"]").expect("a corpus");
    assert_eq!(parsed.corpus.synonyms[0].terms, ["ONU", "Nations Unies"]);
    let check = |synonyms: &str, expected: &str| {
        let problems = with(synonyms).map(|_| ()).expect_err(synonyms);
        assert!(
            problems[0].to_string().starts_with(expected),
            "{problems:?}"
        );
    };
    check("", "corpus.toml:10:1: 'terms' is missing here; add");
    check(
        "terms = [\"ONU\"]",
        "corpus.toml:10:1: 'terms' is missing here; add",
    );
    check(
        "terms = [\"ONU\", \"…\"]",
        "corpus.toml:11:17: expected a word or a phrase without quotation marks",
    );
    check(
        "terms = [\"ONU\", \"O.N.U.\"]",
        "corpus.toml:11:17: 'O.N.U.' stands in a list of synonyms already",
    );
    check(
        "term = [\"ONU\"]",
        "corpus.toml:10:1: 'terms' is missing here",
    );
}

#[test]
fn lessons_are_read_in_the_order_of_their_files() {
    let lesson =
        |id: &str, step: &str| format!("id = \"{id}\"\ntitle = \"T\"\nsentence = \"S\"\n{step}");
    let step = "[[step]]\ntitle = \"Un\"\ntext = \"Deux\"\nview = '?q=mot'\n";
    let with = |lessons: &[(&str, String)]| {
        let mut files = files(format!("{FRONT}Un mot.\n"));
        files.extend(lessons.iter().map(|(path, text)| file(path, text.as_str())));
        parse(&files)
    };
    let parsed = with(&[
        ("lessons/1.toml", lesson("b", step)),
        (
            "lessons/2.toml",
            lesson("a", &format!("{step}question = \"Q\"\npassages = 1\n")),
        ),
        ("lessons/notes.txt", "no lesson".to_string()),
    ]);
    let lessons = parsed.expect("a corpus").corpus.lessons;
    let ids: Vec<&str> = lessons.iter().map(|lesson| lesson.id.as_str()).collect();
    assert_eq!(ids, ["b", "a"]);
    assert_eq!(lessons[0].steps[0].view, "?q=mot");
    assert_eq!(lessons[0].steps[0].question.fr, "");
    assert_eq!(lessons[1].steps[0].question.fr, "Q");
    let problems = with(&[
        ("lessons/1.toml", lesson("b", "")),
        (
            "lessons/2.toml",
            lesson("b", &format!("{step}passages = \"1\"\nsteps = 1\n")),
        ),
        ("lessons/3.toml", lesson("c", "[[step]]\ntitle = \"Un\"\n")),
    ]);
    let problems = problems.map(|_| ()).expect_err("many mistakes");
    let messages: Vec<String> = problems.iter().map(Problem::to_string).collect();
    for (message, expected) in messages.iter().zip([
        "lessons/1.toml:1:1: 'step' is missing here; add",
        "lessons/2.toml:1:6: duplicate id 'b'",
        "lessons/2.toml:8:12: 'passages' must be a whole number, and is of type string",
        "lessons/2.toml:9:1: unknown key 'steps'",
        "lessons/3.toml:4:1: 'text' is missing here",
        "lessons/3.toml:4:1: 'view' is missing here",
    ]) {
        assert!(
            message.starts_with(expected),
            "expected {expected}\nfound    {message}"
        );
    }
    assert_eq!(messages.len(), 6, "{messages:#?}");
}

#[test]
fn lines_end_in_a_line_feed_a_carriage_return_or_both() {
    let narration = RunKind::Span(Voice::Narration);
    let expected = [
        (RunKind::Heading(1), None, "Un titre".to_string()),
        (narration, None, "mot suite".to_string()),
        (narration, None, "fin".to_string()),
    ];
    let text = "# Un titre\n\nmot\nsuite\n\nfin\n";
    for line_end in ["\n", "\r\n", "\r"] {
        assert_eq!(
            runs(&text.replace('\n', line_end)),
            expected,
            "{line_end:?}"
        );
    }
    check(
        "mot\rsuite\r\r\n\nun <b>",
        "documents/a.md:12:4: expected <said",
    );
}

#[test]
fn a_byte_order_mark_is_no_text() {
    let document = format!("{FRONT}Un mot.\n");
    let plain = parse(&files(document.as_str())).expect("a corpus").corpus;
    let marked = |files: Vec<SourceFile>| {
        files
            .into_iter()
            .map(|file| SourceFile {
                bytes: ["\u{FEFF}".as_bytes(), &file.bytes].concat(),
                ..file
            })
            .collect::<Vec<_>>()
    };
    let parsed = parse(&marked(files(document))).expect("a corpus with byte order marks");
    assert_eq!(parsed.corpus, plain);
    let problems = parse(&marked(files(format!("{FRONT}Un <b>"))))
        .map(|_| ())
        .expect_err("a mistake");
    assert!(
        problems[0].to_string().starts_with("documents/a.md:8:4: "),
        "{problems:?}"
    );
}

#[test]
fn the_title_is_no_text() {
    let narration = (RunKind::Span(Voice::Narration), None, "Oui.".to_string());
    let check = |title: &str, heading: &str, is_left_out: bool| {
        let front = FRONT.replace("title = \"A\"", &format!("title = \"{title}\""));
        let parsed = parse(&files(format!(
            "{front}{heading}\n\nOui.\n\n{heading}\n\nOui.\n"
        )));
        let corpus = parsed.expect(heading).corpus;
        let runs = corpus.documents[0]
            .passages
            .iter()
            .map(|passage| passage.runs.len())
            .collect::<Vec<_>>();
        // Further below it is a heading like any other.
        assert_eq!(
            runs,
            [if is_left_out { 1 } else { 2 }, 2],
            "{title}, {heading}"
        );
        let last = corpus.documents[0].passages[0].runs.last();
        let last = last.map(|run| (run.kind, run.speaker, run.text.clone()));
        assert_eq!(last, Some(narration.clone()));
    };
    check("La paix", "# La paix", true);
    check("La paix, l’État", "# LA PAIX : L'ÉTAT", true);
    check("La paix", "## La paix", true);
    check("La paix", "# La paix d’abord", false);
    check("…", "# !", false);
}

#[test]
fn mistakes_in_the_text_are_told_with_their_place() {
    check(
        "Un <said who=\"ada\" direct=\"true\">mot",
        "documents/a.md:8:4: unclosed <said>",
    );
    check(
        "Un mot</said>",
        "documents/a.md:8:7: </said> closes nothing",
    );
    check("Un <b>mot</b>", "documents/a.md:8:4: expected <said");
    check(
        "a\n\nUn <said who=\"bob\" direct=\"true\">mot</said>",
        "documents/a.md:10:4: unknown speaker 'bob'",
    );
    check(
        "<said who=\"ada\">mot</said>",
        "documents/a.md:8:1: <said> must tell how",
    );
    check(
        "<said direct=\"true\">mot</said>",
        "documents/a.md:8:1: <said> must name its speaker",
    );
    check(
        "<said who=\"ada\" direct=\"maybe\">mot</said>",
        "documents/a.md:8:1: <said> must tell how",
    );
    check(
        "<said who=\"ada\" direct=\"true\">a <said who=\"ada\" direct=\"true\">b</said>",
        "documents/a.md:8:33: <said> inside <said>",
    );
    check(
        "Texte.\n\n# Fin",
        "documents/a.md:10:1: no paragraph follows this heading",
    );
    check("", "documents/a.md:8:1: the document has no text");
}

#[test]
fn mistakes_in_the_files_are_all_told_at_once() {
    let front = "+++\nid = \"A b\"\ntitel = \"x\"\ntitle = 3\ndate = \"2016-13\"\ntype = \"livre\"\nspeakers = [\"bob\"]\n+++\nÉ <said>\n";
    let mut files = files(front);
    files[2] = file("themes.toml", format!("{THEMES}\n{THEMES}"));
    files.push(file("documents/b.md", b"+++\nid = \"b\"\n\xFF\n".to_vec()));
    files.push(file("documents/c.md", "no front matter"));
    files[1] = file("speakers.toml", "[[speaker]]\nid = ");
    let problems = parse(&files).map(|_| ()).expect_err("many mistakes");
    let messages: Vec<String> = problems.iter().map(Problem::to_string).collect();
    for expected in [
        "documents/a.md:2:6: bad id 'A b'",
        "documents/a.md:3:1: unknown key 'titel'",
        "documents/a.md:4:9: 'title' must be",
        "documents/a.md:5:8: bad date '2016-13'",
        "documents/a.md:6:8: unknown type 'livre'",
        "documents/a.md:7:13: unknown speaker 'bob'",
        "documents/a.md:1:1: 'language' is missing",
        "documents/a.md:9:3: <said> must name",
        "documents/a.md:9:3: unclosed <said>",
        "documents/b.md:3:1: invalid UTF-8",
        "documents/c.md:1:1: expected front matter",
        "speakers.toml:2:6: not TOML",
        "themes.toml:8:6: duplicate id 'paix'",
    ] {
        assert!(
            messages.iter().any(|problem| problem.starts_with(expected)),
            "{expected}\nin {messages:#?}"
        );
    }
}

#[test]
fn missing_files_are_told() {
    let problems = parse(&[]).map(|_| ()).expect_err("no files");
    let paths: Vec<&str> = problems
        .iter()
        .map(|problem| problem.path.as_str())
        .collect();
    assert_eq!(
        paths,
        ["corpus.toml", "documents/", "speakers.toml", "themes.toml"]
    );
}

proptest::proptest! {
    #[test]
    fn any_file_is_read_or_refused(text in "(\\PC|\n){0,80}|[+#<>a-z/\"=\n ]{0,80}") {
        let _ = parse(&files(text.clone()));
        let _ = parse(&files(format!("{FRONT}{text}")));
    }
}

#[test]
fn words_that_the_end_of_a_line_parts_are_one() {
    let text = "La souve-\nraineté, dit-\nelle, est un bien-\naimé.\nUn -\ntiret, 1-\n2.";
    let expected = "La souveraineté, dit-elle, est un bien-aimé. Un - tiret, 1- 2.";
    let narration = RunKind::Span(Voice::Narration);
    assert_eq!(runs(text), [(narration, None, expected.to_string())]);
    let line = r#"{"id": "a", "date": "2016", "text": "La souve-\nraineté et la coopé\u00ad\nration.\nFin."}"#;
    let file = SourceFile {
        path: "corpus.jsonl".into(),
        bytes: line.into(),
    };
    let corpus = parse(&[file]).expect("a corpus").corpus;
    let text = &corpus.documents[0].passages[0].runs[0].text;
    assert_eq!(text, "La souveraineté et la coopération.\nFin.");
}
