//! `frise`: builds, checks and serves pages of Frise from files of texts.
//!
//! The program carries the built page, so that it needs neither a network nor tools for WebAssembly: files are read as the
//! page reads them (`frise_import`), the index is compiled natively on all cores, and the page is told of it
//! (`frise_edition`).
//!
//! Each module names only those before it: `page` (the built page), `progress`, `options` (the command line), `input` (paths
//! → files → corpus) → `check` and `output` → `serve` and `parts`.

mod check;
mod input;
mod options;
mod output;
mod page;
mod parts;
mod progress;
mod serve;

use anyhow::Result;
use options::{Command, HELP};
use std::process::ExitCode;

fn main() -> ExitCode {
    match run() {
        Ok(code) => code,
        Err(error) => {
            eprintln!("frise: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<ExitCode> {
    match Command::parse(lexopt::Parser::from_env())? {
        Command::Help => print!("{HELP}"),
        Command::Version => println!("frise {}", env!("CARGO_PKG_VERSION")),
        Command::Build(build) => output::build(&build)?,
        Command::Check(check) => return check::check(&check),
        Command::Serve(serve) => serve::serve(&serve)?,
        Command::Part(part) => parts::part(&part)?,
        Command::Join(join) => parts::join(&join)?,
    }
    Ok(ExitCode::SUCCESS)
}
