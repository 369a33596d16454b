//! What is read, what is understood of it, and what is refused.

use super::{build, expected, frise, own, refusal, run, succeed};
use frise_import::Settings;
use frise_index::Index;
use std::ffi::OsStr;
use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::Stdio;

#[test]
fn check_tells_what_was_understood() {
    let texts = own("texts");
    let output = run(&texts, &["check".as_ref(), texts.as_os_str()]);
    succeed(&output);
    let printed = String::from_utf8_lossy(&output.stdout);
    for part in [
        "Discours du port",
        "metadata date",
        "texts/quais.csv: 2 rows",
        "orateur  speaker",
        "--day-month month-first",
        "7 documents",
    ] {
        assert!(printed.contains(part), "{part}\nin {printed}");
    }
    let options = ["--day-month", "month-first", "--column", "orateur=ignored"];
    let mut arguments = vec!["check".as_ref(), texts.as_os_str()];
    arguments.extend(options.map(OsStr::new));
    let output = run(&texts, &arguments);
    let printed = String::from_utf8_lossy(&output.stdout);
    assert!(printed.contains("orateur  ignored"), "{printed}");
}

#[test]
fn check_ends_well_where_nobody_reads_on() {
    let mut check = frise();
    check.arg("check").arg(own("texts"));
    let mut running = check
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program runs");
    drop(running.stdout.take());
    succeed(&running.wait_with_output().expect("an end"));
}

#[test]
fn what_cannot_be_read_is_told_by_file_and_the_rest_goes_on() {
    let folder = tempfile::tempdir().expect("a folder");
    let input = folder.path().join("in");
    fs::create_dir(&input).expect("a folder");
    fs::write(input.join("a.pdf"), "%PDF-1.7\n").expect("a file");
    let output = run(folder.path(), &["check".as_ref(), input.as_os_str()]);
    assert_eq!(output.status.code(), Some(1));
    let printed = String::from_utf8_lossy(&output.stdout);
    assert!(printed.contains("in/a.pdf: a PDF holds"), "{printed}");
    assert!(
        printed.contains("Nothing can be built of this."),
        "{printed}"
    );
    assert!(
        refusal(&build(folder.path(), &input, &["-o", "out"])).contains("in/a.pdf"),
        "{printed}"
    );
    assert!(!folder.path().join("out").exists());

    fs::write(input.join("b.txt"), "2019-05-05\n\nUn texte.").expect("a file");
    succeed(&build(folder.path(), &input, &["-o", "out"]));
    assert!(folder.path().join("out/corpus.frise").exists());
}

#[test]
fn a_name_that_leads_out_is_refused() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut zip =
        zip::ZipWriter::new(fs::File::create(folder.path().join("a.zip")).expect("a file"));
    for (name, text) in [
        ("../b.txt", "Un texte mauvais."),
        ("c.txt", "Un texte bon."),
    ] {
        zip.start_file(name, zip::write::SimpleFileOptions::default())
            .expect("an entry");
        zip.write_all(text.as_bytes()).expect("text");
    }
    zip.finish().expect("a zip");
    let zip = folder.path().join("a.zip");
    let output = build(folder.path(), &zip, &["--index", "-o", "a.frise"]);
    succeed(&output);
    let printed = String::from_utf8_lossy(&output.stderr);
    assert!(printed.contains("../b.txt"), "{printed}");
    let index = fs::read(folder.path().join("a.frise")).expect("an index");
    assert_eq!(
        Index::open_untrusted(index)
            .expect("an index")
            .documents()
            .len(),
        1
    );
    // A path that goes up and down again means what it leads to.
    let input = own("page/../texts");
    succeed(&build(folder.path(), &input, &["--index", "-o", "b.frise"]));
    let index = fs::read(folder.path().join("b.frise")).expect("an index");
    assert_eq!(index, expected(&Settings::default()));
}

#[test]
fn errors_say_what_was_expected_what_came_and_the_next_step() {
    let folder = tempfile::tempdir().expect("a folder");
    let empty = folder.path().join("empty");
    fs::create_dir(&empty).expect("a folder");
    let printed = refusal(&build(folder.path(), &empty, &[]));
    assert!(
        printed.contains("expected files of text, found none") && printed.contains("empty"),
        "{printed}"
    );
    let printed = refusal(&build(folder.path(), Path::new("missing"), &[]));
    assert!(
        printed.contains("missing") && printed.contains("expected a file or a folder"),
        "{printed}"
    );
    let printed = refusal(&build(
        folder.path(),
        &own("texts"),
        &["--column", "nom=text"],
    ));
    assert!(
        printed.contains("one of") && printed.contains("orateur") && printed.contains("`nom`"),
        "{printed}"
    );
    let printed = refusal(&build(folder.path(), &own("texts"), &["-o", "."]));
    assert!(printed.contains("choose another with -o"), "{printed}");
    let texts = own("texts");
    let printed = refusal(&run(
        folder.path(),
        &[
            "build".as_ref(),
            texts.as_os_str(),
            "--page".as_ref(),
            "empty".as_ref(),
        ],
    ));
    assert!(
        printed.contains("--page: expected a folder that `cargo xtask build` has made"),
        "{printed}"
    );
    assert!(
        refusal(&run(folder.path(), &["make".as_ref()]))
            .contains("expected build, check, serve, part or join")
    );
}
