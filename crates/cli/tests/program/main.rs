//! The program `frise`, run on a small folder of mixed formats with a page of a few lines in place of the built one.

mod build;
mod inputs;
mod parts;
mod serve;

use frise_corpus::compile_corpus;
use frise_import::{InputFile, Settings, corpus, read};
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

fn own(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests")
        .join(path)
}

fn frise() -> Command {
    Command::new(env!("CARGO_BIN_EXE_frise"))
}

/// Runs the program in a folder.
fn run(folder: &Path, arguments: &[&OsStr]) -> Output {
    frise()
        .args(arguments)
        .current_dir(folder)
        .output()
        .expect("the program runs")
}

/// Builds from a folder or a file into `out`, with more options.
fn build(folder: &Path, input: &Path, options: &[&str]) -> Output {
    let page = own("page");
    let mut arguments = vec![
        "build".as_ref(),
        input.as_os_str(),
        "--page".as_ref(),
        page.as_os_str(),
    ];
    arguments.extend(options.iter().map(OsStr::new));
    run(folder, &arguments)
}

fn succeed(output: &Output) {
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
}

/// What the program says when it fails.
fn refusal(output: &Output) -> String {
    assert_eq!(output.status.code(), Some(1), "{output:?}");
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// The index that the importer and the compiler give for the files of `tests/texts`.
fn expected(settings: &Settings) -> Vec<u8> {
    let folder = own("texts");
    let names = fs::read_dir(&folder)
        .expect("a folder")
        .map(|entry| entry.expect("an entry"));
    let file = |entry: fs::DirEntry| InputFile {
        path: format!("texts/{}", entry.file_name().to_string_lossy()),
        bytes: fs::read(entry.path()).expect("a file"),
    };
    let corpus = corpus(&read(names.map(file).collect()), settings).expect("a corpus");
    compile_corpus(&corpus).expect("an index").into_bytes()
}
