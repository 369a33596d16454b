//! Mistakes in a corpus stop the build: each is reported with file, line, column and what to do, and all at
//! once.

use frise_corpus::SourceFile;
use frise_corpus::compile;
use frise_index::search::Searcher;

const ABOUT: &str = r#"id = "essai"
title = { fr = "Essai", en = "Trial" }
sentence = "Une phrase."

[[start]]
fr = "La paix"
en = "Peace"
query = 'paix'

[[kinds]]
id = "lettre"
fr = "Lettre"
en = "Letter"
"#;
const SPEAKERS: &str = "[[speaker]]\nid = \"ada\"\nname = \"Ada\"\n";
const THEMES: &str =
    "[[theme]]\nid = \"paix\"\nlabel = \"Paix\"\ndefinition = \"La paix\"\nquery = 'paix'\n";
const FRONT: &str =
    "+++\nid = \"a\"\ntitle = \"A\"\ndate = \"2016\"\ntype = \"lettre\"\nlanguage = \"fr\"\n+++\n";
const BODY: &str = "# La paix\n\nElle dit : <said who=\"ada\" direct=\"true\">« la paix »</said>.\n\nLa guerre, l’économie.\n";

/// A corpus without mistakes, with other files in the place of its own or beside them.
fn corpus(others: &[(&str, &[u8])]) -> Vec<SourceFile> {
    let document = format!("{FRONT}\n{BODY}");
    let own = [
        ("corpus.toml", ABOUT.as_bytes()),
        ("speakers.toml", SPEAKERS.as_bytes()),
        ("themes.toml", THEMES.as_bytes()),
        ("documents/a.md", document.as_bytes()),
    ];
    let kept = own
        .into_iter()
        .filter(|(path, _)| others.iter().all(|(other, _)| other != path));
    let files = kept.chain(others.iter().copied());
    files
        .map(|(path, bytes)| SourceFile {
            path: path.to_string(),
            bytes: bytes.to_vec(),
        })
        .collect()
}

/// The mistakes are these and no others: each expected one is how a message begins, and what it says
/// besides to help.
fn check(others: &[(&str, &[u8])], expected: &[(&str, &str)]) {
    let problems = compile(&corpus(others))
        .map(|_| ())
        .expect_err("a corpus with mistakes");
    let messages: Vec<String> = problems.iter().map(ToString::to_string).collect();
    for (start, help) in expected {
        let is_reported = messages
            .iter()
            .any(|problem| problem.starts_with(start) && problem.contains(help));
        assert!(is_reported, "{start} … {help}\nin {messages:#?}");
    }
    assert_eq!(messages.len(), expected.len(), "{messages:#?}");
}

/// A corpus with one theme more, whose query stands at line 10, column 9.
fn check_theme(query: &str, expected: &[(&str, &str)]) {
    let themes = format!(
        "{THEMES}\n[[theme]]\nid = \"essai\"\nlabel = \"E\"\ndefinition = \"d\"\nquery = '{query}'\n"
    );
    check(&[("themes.toml", themes.as_bytes())], expected);
}

#[test]
fn a_corpus_without_mistakes_becomes_an_index() {
    let compiled =
        compile(&corpus(&[("documents/notes.txt", b"\xFF is no document")])).expect("an index");
    let searcher = Searcher::open(compiled.into_bytes()).expect("it opens");
    assert_eq!(searcher.index().passages(), 2);
    assert_eq!(searcher.index().text_of(1), "La guerre, l’économie.");
    assert_eq!(searcher.theme(0).map(|theme| theme.count()), Some(1));
}

#[test]
fn every_kind_of_mistake_is_reported_at_once() {
    let duplicate = format!("{THEMES}\n{THEMES}");
    let themes = format!(
        "{duplicate}\n[[theme]]\nid = \"b\"\nlabel = \"B\"\ndefinition = \"d\"\nquery = '\"paix'\n"
    );
    let document = "+++\nid = \"a\"\ntitle = \"A\"\ndate = \"2016-13\"\ntype = \"lettre\"\nlanguage = \"fr\"\n\
        speakers = [\"bob\"]\n+++\n\nDit <said who=\"carole\" direct=\"true\">« oui »</said> et <said who=\"ada\" direct=\"true\">non.\n";
    let twin = format!("{FRONT}\n{BODY}");
    check(
        &[
            ("themes.toml", themes.as_bytes()),
            ("documents/a.md", document.as_bytes()),
            ("documents/b.md", twin.as_bytes()),
            ("documents/c.md", b"+++\nid = \"c\"\n+++\n\nL'\xE9conomie\n"),
        ],
        &[
            ("documents/a.md:4:8: bad date '2016-13' in 'date'", ""),
            (
                "documents/a.md:7:13: unknown speaker 'bob'",
                "add it to speakers.toml or use one of: ada",
            ),
            (
                "documents/a.md:10:5: unknown speaker 'carole'",
                "add it to speakers.toml or use one of: ada",
            ),
            (
                "documents/a.md:10:56: unclosed <said>",
                "add </said> before the end of this paragraph",
            ),
            ("documents/b.md:2:6: duplicate id 'a'", "choose another"),
            (
                "documents/c.md:5:3: invalid UTF-8",
                "save the file in the encoding UTF-8",
            ),
            ("themes.toml:8:6: duplicate id 'paix'", "choose another"),
            (
                "themes.toml:17:10: this quotation mark is not closed",
                "add a second one",
            ),
        ],
    );
}

#[test]
fn queries_of_themes_are_read() {
    check_theme(
        "\"paix",
        &[(
            "themes.toml:11:10: this quotation mark is not closed",
            "add a second one",
        )],
    );
    check_theme(
        "économie (guerre",
        &[(
            "themes.toml:11:19: this parenthesis is not closed",
            "add ')'",
        )],
    );
    check_theme(
        "économie) guerre",
        &[(
            "themes.toml:11:18: this parenthesis closes nothing",
            "remove it",
        )],
    );
    check_theme(
        "paix |",
        &[(
            "themes.toml:11:15: '|' has nothing to work on",
            "add a word",
        )],
    );
    check_theme(
        "auteur:paix",
        &[(
            "themes.toml:11:10: there is no field 'auteur'",
            "the fields are speaker, voice, theme, doc, kind, date",
        )],
    );
    check_theme(
        "speaker:",
        &[(
            "themes.toml:11:10: the field 'speaker' has no value",
            "write speaker:value",
        )],
    );
    check_theme(
        "speaker:bob",
        &[(
            "themes.toml:11:18: no speaker answers to 'bob'",
            "use a known name",
        )],
    );
    check_theme(
        "paix speaker:bob",
        &[(
            "themes.toml:11:23: no speaker answers to 'bob'",
            "use a known name",
        )],
    );
    check_theme(
        "paix date:hier",
        &[(
            "themes.toml:11:20: 'hier' is no date",
            "write 2016, 2016-05 or 2016..2020",
        )],
    );
}

#[test]
fn a_theme_has_evidence_of_its_own() {
    check_theme(
        "dragon",
        &[(
            "themes.toml:11:9: this query finds no passage",
            "leave the entry out",
        )],
    );
    check_theme(
        "paix -paix",
        &[(
            "themes.toml:11:9: this query finds no passage",
            "correct it",
        )],
    );
    check_theme(
        "theme:paix",
        &[(
            "themes.toml:11:9: a theme cannot rest on a theme",
            "write out its query",
        )],
    );
    check_theme(
        "paix -(guerre | thème:paix)",
        &[(
            "themes.toml:11:9: a theme cannot rest on a theme",
            "write out its query",
        )],
    );
}

#[test]
fn queries_of_starts_are_read_too() {
    let bad = ABOUT.replace("query = 'paix'", "query = 'dragon'");
    check(
        &[("corpus.toml", bad.as_bytes())],
        &[(
            "corpus.toml:8:9: this query finds no passage",
            "leave the entry out",
        )],
    );
    let broken = ABOUT.replace("query = 'paix'", "query = 'paix ('");
    check(
        &[("corpus.toml", broken.as_bytes())],
        &[(
            "corpus.toml:8:15: this parenthesis is not closed",
            "add ')'",
        )],
    );
    // A start may rest on a theme.
    let themed = ABOUT.replace("query = 'paix'", "query = 'theme:paix'");
    assert!(compile(&corpus(&[("corpus.toml", themed.as_bytes())])).is_ok());
}

#[test]
fn synonyms_of_which_none_is_found_are_refused() {
    let about = format!("{ABOUT}\n[[synonyms]]\nterms = [\"ONU\", \"paix\"]\n");
    assert!(compile(&corpus(&[("corpus.toml", about.as_bytes())])).is_ok());
    let about = format!("{ABOUT}\n[[synonyms]]\nterms = [\"ONU\", \"Nations Unies\"]\n");
    check(
        &[("corpus.toml", about.as_bytes())],
        &[(
            "corpus.toml:15:1: none of these synonyms is found",
            "leave the list out",
        )],
    );
}

#[test]
fn views_of_lessons_are_read_and_find_what_they_say() {
    let lesson = |view: &str, passages: usize| {
        format!(
            "id = \"l\"\ntitle = \"T\"\nsentence = \"S\"\n[[step]]\ntitle = \"t\"\ntext = \"x\"\nview = '{view}'\npassages = {passages}\n"
        )
    };
    for (view, passages) in [
        ("?q=paix", 1),
        (
            "?q=paix&match=exact&speaker=ada&voice=direct&view=concordance#a.p1",
            1,
        ),
        ("?doc=a&kind=lettre&from=2016&to=2016-12", 2),
        ("?theme=paix", 1),
    ] {
        let compiled = compile(&corpus(&[(
            "lessons/l.toml",
            lesson(view, passages).as_bytes(),
        )]));
        let compiled = compiled.unwrap_or_else(|problems| panic!("{view}: {problems:?}"));
        assert_eq!(
            compiled.searcher.index().about().lessons[0].steps[0].view,
            view
        );
    }
    let refused = |view: &str, passages: usize, expected: &[(&str, &str)]| {
        check(
            &[("lessons/l.toml", lesson(view, passages).as_bytes())],
            expected,
        );
    };
    refused(
        "?q=paix",
        2,
        &[(
            "lessons/l.toml:8:12: the view of this step finds 1 passages, and not 2",
            "correct the figure and the text",
        )],
    );
    refused(
        "q=paix",
        1,
        &[(
            "lessons/l.toml:7:8: expected a view that begins with '?'",
            "",
        )],
    );
    refused(
        "?q=dragon",
        1,
        &[("lessons/l.toml:7:8: this view finds no passage", "")],
    );
    refused("?q=\"paix", 1, &[("lessons/l.toml:7:8: in 'q': ", "")]);
    refused(
        "?speaker=bob&theme=x&from=hier&match=y&couleur=z#a.p9",
        1,
        &[
            (
                "lessons/l.toml:7:8: unknown speaker 'bob' in this view; use one of: ada",
                "",
            ),
            (
                "lessons/l.toml:7:8: unknown theme 'x' in this view; use one of: paix",
                "",
            ),
            ("lessons/l.toml:7:8: bad date 'hier' in 'from'", ""),
            (
                "lessons/l.toml:7:8: 'match' must be stemmed, folded or exact",
                "",
            ),
            ("lessons/l.toml:7:8: unknown key 'couleur' in this view", ""),
            (
                "lessons/l.toml:7:8: there is no passage 'a.p9'",
                "such as 'a.p1'",
            ),
        ],
    );
}

#[test]
fn a_word_that_no_index_takes_is_reported_where_it_stands() {
    let document = format!("{FRONT}\n{BODY}\nUn mot : {}.\n", "a".repeat(300));
    check(
        &[("documents/a.md", document.as_bytes())],
        &[("documents/a.md:15:10: ", "at most 255 bytes")],
    );
}
