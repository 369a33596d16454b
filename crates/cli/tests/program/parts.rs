//! `part` and `join`: what is built of parts is what is built of all files.

use super::{own, refusal};
use std::ffi::OsStr;
use std::fs;
use std::path::Path;
use std::process::Output;

/// Runs the program in a folder.
fn run(folder: &Path, arguments: &[&str]) -> Output {
    let arguments: Vec<&OsStr> = arguments.iter().map(OsStr::new).collect();
    super::run(folder, &arguments)
}

fn succeed(folder: &Path, arguments: &[&str]) -> String {
    let output = run(folder, arguments);
    super::succeed(&output);
    String::from_utf8_lossy(&output.stderr).into_owned()
}

fn refuse(folder: &Path, arguments: &[&str], expected: &str) {
    let told = refusal(&run(folder, arguments));
    assert!(told.contains(expected), "{arguments:?}: {told}");
}

const LINES: [&str; 5] = [
    r#"{"id": "greve-1", "date": "1889-05-06", "speaker": "Ada", "text": "Le port est fermé, et la grève dure."}"#,
    r#"{"id": "greve-2", "date": "1889-05-06", "speaker": "Léa", "text": "Non !"}"#,
    r#"{"id": "discours", "date": "1871", "speaker": "LÉA", "text": "Nous ouvrons le port en 1889."}"#,
    r#"{"id": "note", "date": "1871", "text": "Oui."}"#,
    r#"{"id": "lettre", "date": "", "speaker": "Ada", "text": "Les ports de la ville sont ouverts."}"#,
];

/// A folder with the lines, all in one file and divided into two.
fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let write = |name: &str, lines: &[&str]| {
        fs::write(folder.path().join(name), lines.join("\n")).expect("a file");
    };
    write("all.jsonl", &LINES);
    write("late.jsonl", &LINES[..2]);
    write("early.jsonl", &LINES[2..]);
    folder
}

fn same(folder: &Path, a: &str, b: &str) {
    let read = |name: &str| fs::read(folder.join(name)).expect(name);
    assert!(read(a) == read(b), "{a} and {b} differ");
}

#[test]
fn what_is_built_of_parts_is_what_is_built_of_all_files() {
    let folder = folder();
    let folder = folder.path();
    let title = ["--title", "Le port"];
    succeed(
        folder,
        &[
            &["build", "all.jsonl", "--index", "-o", "all.frise"][..],
            &title,
        ]
        .concat(),
    );
    fs::create_dir(folder.join("parts")).expect("a folder");
    succeed(folder, &["part", "late.jsonl", "-o", "parts/1.part"]);
    succeed(folder, &["part", "early.jsonl", "-o", "parts/2.part"]);
    let join = [
        &["join", "parts", "--index", "-o", "joined.frise"][..],
        &title,
    ]
    .concat();
    succeed(folder, &join);
    same(folder, "all.frise", "joined.frise");
    let join = [
        "join",
        "parts/2.part",
        "parts/1.part",
        "--index",
        "--title",
        "Le port",
    ];
    succeed(folder, &join);
    same(folder, "all.frise", "le-port.frise");
    // A large corpus has no pages without scripts, and a site of parts has none.
    let page = own("page");
    let page = page.as_os_str().to_str().expect("a path in UTF-8");
    let site = [
        "join", "parts", "-o", "site", "--page", page, "--title", "Le port",
    ];
    let told = succeed(folder, &site);
    assert!(
        told.contains("Pages without scripts are left out"),
        "{told}"
    );
    same(folder, "all.frise", "site/corpus.frise");
    let names = fs::read_dir(folder.join("site")).expect("a site");
    let names: Vec<_> = names
        .map(|entry| entry.expect("a file").file_name())
        .collect();
    assert!(
        !names.iter().any(|name| name == OsStr::new("textes.html")),
        "{names:?}"
    );
    let html = fs::read_to_string(folder.join("site/index.html")).expect("a page");
    assert!(html.contains("<title>Le port — Frise</title>"), "{html}");
}

#[test]
fn parts_that_do_not_belong_together_are_refused() {
    let folder = folder();
    let folder = folder.path();
    succeed(folder, &["part", "late.jsonl"]);
    succeed(folder, &["part", "all.jsonl"]);
    succeed(folder, &["part", "early.jsonl"]);
    let join = |parts: &[&str], expected: &str| {
        refuse(
            folder,
            &[&["join", "--index"][..], parts].concat(),
            expected,
        );
    };
    join(&["late.part", "early.part"], "say it here: --title TEXT");
    join(
        &["late.part", "all.part", "--title", "T"],
        "'greve' in all.part",
    );
    join(
        &["late.part", "early.part", "late.part", "--title", "T"],
        "in late.part and in late.part",
    );
    join(&["all.jsonl"], "all.jsonl: expected a part");
    fs::create_dir(folder.join("empty")).expect("a folder");
    join(&["empty"], "no file in empty whose name ends in .part");
    let mut bytes = fs::read(folder.join("late.part")).expect("a part");
    *bytes.last_mut().expect("a byte") ^= 1;
    fs::write(folder.join("late.part"), bytes).expect("a file");
    join(&["late.part"], "late.part: the part is damaged");
    fs::write(folder.join("17.jsonl"), r#"{"id": 17, "text": "Un mot."}"#).expect("a file");
    refuse(folder, &["part", "17.jsonl"], "ids such as doc-17");
}
