//! What is read of command lines, and what is refused.

use super::{Command, OutputKind};
use lexopt::Parser;

fn parse(line: &str) -> Result<Command, String> {
    let parser = Parser::from_args(line.split(' ').filter(|word| !word.is_empty()));
    Command::parse(parser).map_err(|error| error.to_string())
}

#[test]
fn options_of_a_command_are_read() {
    let line = "build a.csv b/ -o site --base https://example.org/x --column Orateur=speaker --passages lines --title T";
    let Ok(Command::Build(build)) = parse(line) else {
        panic!("a build was expected");
    };
    assert_eq!(build.inputs.paths.len(), 2);
    assert_eq!(build.base.as_deref(), Some("https://example.org/x/"));
    assert_eq!(build.inputs.columns[0].0, "Orateur");
    assert_eq!(
        (build.form, build.inputs.title.as_str()),
        (OutputKind::Site, "T")
    );
    assert!(matches!(parse(""), Ok(Command::Help)));
    assert!(matches!(parse("check --help"), Ok(Command::Help)));
    assert!(matches!(parse("serve"), Ok(Command::Serve(_))));
}

#[test]
fn what_is_no_option_is_told_with_what_is() {
    for (line, expected) in [
        ("made", "expected build, check, serve, part or join"),
        ("part", "expected a file"),
        ("join", "expected parts"),
        ("join a.part --language fr", "--language"),
        ("join a.part --folder", "--folder"),
        ("part a --index", "--index"),
        ("build", "expected a file"),
        ("build a --port 1", "--port"),
        ("check a -o b", "-o"),
        ("build a --rows none", "same-title"),
        ("build a --column b", "NAME=MEANING"),
        ("build a --column b=c", "first-name"),
        ("build a --base example.org", "https://example.org/frise/"),
        ("build a --index --scorm", "one of"),
        ("build a --shards --single-file", "--single-file"),
        ("build a --scorm --shards", "found it with --scorm"),
        ("build a --folder --shards", "a site or with --index"),
        ("join a.part --single-file --shards", "--single-file"),
    ] {
        let error = parse(line).expect_err(line);
        assert!(error.contains(expected), "{line}: {error}");
    }
}
