//! `frise-measure`: figures of the engine on other people's texts. `cargo xtask` calls it.
//!
//! - `bench` takes a corpus and tells what it costs: bytes, times, memory ([`bench`]).
//! - `queries` draws the queries that `bench` asks, and asks none.
//! - `relevance` takes questions with their answers, and tells how often the answer comes first, beside
//!   other engines ([`relevance`]).
//! - `oracle` takes what other tools make of some texts, and tells where the engine differs and by which
//!   rule ([`oracle`]).
//! - `dates` takes specifications of dates in words, and tells how many are found and resolved; or a corpus,
//!   and shows what is found there ([`dates`]).
//!
//! Everything that is drawn is drawn by a generator with a fixed seed, so that two runs ask the same.

mod bench;
mod corpus;
mod dates;
mod dice;
mod oracle;
mod relevance;

use anyhow::{Context, Result, bail};
use std::ffi::OsString;
use std::path::PathBuf;
use std::process::ExitCode;

const USAGE: &str = "\
frise-measure bench CORPUS [--queries FILE] [--python PROGRAM]
frise-measure queries CORPUS --queries FILE
frise-measure relevance FOLDER
frise-measure oracle PATH
frise-measure dates PATH";

fn main() -> ExitCode {
    match run(std::env::args_os().skip(1).collect()) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: Vec<OsString>) -> Result<ExitCode> {
    let options = Options::parse(arguments)?;
    let path = options
        .path
        .with_context(|| format!("a path is missing; expected one of:\n{USAGE}"))?;
    match options.command.to_str() {
        Some("bench") => {
            bench::bench(&path, options.queries.as_deref(), options.python.as_deref())?
        }
        Some("queries") => {
            let file = options.queries.context("--queries FILE is missing")?;
            bench::draw_queries(&path, &file)?
        }
        Some("relevance") => relevance::relevance(&path)?,
        Some("oracle") => return oracle::oracle(&path),
        Some("dates") => dates::dates(&path)?,
        Some(bench::OPENED) => bench::print_memory(&path)?,
        _ => bail!("expected one of:\n{USAGE}"),
    }
    Ok(ExitCode::SUCCESS)
}

/// What the command line says; each command reads what it needs.
#[derive(Default)]
struct Options {
    command: OsString,
    path: Option<PathBuf>,
    queries: Option<PathBuf>,
    python: Option<PathBuf>,
}

impl Options {
    fn parse(arguments: Vec<OsString>) -> Result<Options> {
        use lexopt::prelude::{Long, Value};
        let mut parser = lexopt::Parser::from_args(arguments);
        let mut options = Options::default();
        let mut values = 0;
        while let Some(argument) = parser.next()? {
            match argument {
                Value(value) if values == 0 => (options.command, values) = (value, 1),
                Value(value) if values == 1 => (options.path, values) = (Some(value.into()), 2),
                Long("queries") => options.queries = Some(parser.value()?.into()),
                Long("python") => options.python = Some(parser.value()?.into()),
                other => bail!("{}; expected one of:\n{USAGE}", other.unexpected()),
            }
        }
        Ok(options)
    }
}
