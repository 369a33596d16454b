//! Frise's chores, run as `cargo xtask COMMAND`.
//!
//! One module for each command; each first sets up what it lacks (see [`setup`]). What needs an HTTP server or a browser is
//! done by the program `frise-browser` of `e2e`, so that these chores compile in seconds on a fresh machine.

#[cfg(not(unix))]
compile_error!(
    "Frise's chores run on Linux and macOS; on Windows use the Windows Subsystem for Linux"
);

mod audit;
mod bench;
mod bench_import;
mod bench_peers;
mod build;
mod deny;
mod journeys;
mod measure;
mod packages;
mod page;
mod process;
mod readers;
mod setup;
mod size;
mod test;
mod workspace;

use std::ffi::OsString;
use std::process::ExitCode;

use anyhow::{Result, bail};

use workspace::Workspace;

struct Command {
    name: &'static str,
    usage: &'static str,
    purpose: &'static str,
    run: fn(&Workspace, Vec<OsString>) -> Result<()>,
}

const COMMANDS: &[Command] = &[
    Command {
        name: "serve",
        usage: "serve [--port N] [--corpus PATH]",
        purpose: "build the page and serve it on this machine",
        run: build::serve,
    },
    Command {
        name: "test",
        usage: "test [--quick]",
        purpose: "run every test; --quick leaves out those that need a browser",
        run: test::test,
    },
    Command {
        name: "build",
        usage: "build [--corpus PATH] [--base ADDRESS] [--single-file] [--view ADDRESS] [--scorm] [--fast]",
        purpose: "build the page into dist/, which any web server can serve from any path; PATH is a folder like corpus/ or a .jsonl file; --base tells where the page will be published, for a sitemap, a feed and links to cite; --single-file tells of the edition in one file, which starts from the view at ADDRESS (`?q=…`); --scorm also makes a package for course systems; --fast takes a minute and gives a heavy page, for work on it",
        run: build::build,
    },
    Command {
        name: "install",
        usage: "install",
        purpose: "install the program `frise`, which builds, checks and serves sites in a shell; it carries the page of dist/, which is built if it is not there",
        run: build::install,
    },
    Command {
        name: "size",
        usage: "size",
        purpose: "weigh what a first visit to dist/ loads",
        run: size::size,
    },
    Command {
        name: "bench",
        usage: "bench [PATH] [--native] [--others] | bench import FILE | bench peers FILE",
        purpose: "measure what a keystroke costs in dist/, in Chromium; or what the corpus at PATH costs in bytes, times and memory, natively and in Chromium, with --others how long scikit-learn and SciPy take for keyness; what it takes to bring a file of JSON lines into the page; or what FlexSearch, MiniSearch and Pagefind take for the same texts and queries; it never fails by time",
        run: bench::bench,
    },
    Command {
        name: "audit",
        usage: "audit [DIST...]",
        purpose: "audit dist/, or a page built elsewhere, in Chromium: Lighthouse's scores, axe's faults, and how long a first and a later visit take on a poor machine; of several pages, compare these times",
        run: audit::audit,
    },
    Command {
        name: "relevance",
        usage: "relevance PATH",
        purpose: "measure how often the right passage comes first, on questions like those of PIAF, beside other engines",
        run: measure::relevance,
    },
    Command {
        name: "oracle",
        usage: "oracle PATH",
        purpose: "compare words, frequencies, concordances and stems with those of quanteda and Snowball, and explain each difference",
        run: measure::oracle,
    },
    Command {
        name: "dates",
        usage: "dates PATH",
        purpose: "measure how well the dates that texts speak of are found and resolved, on specifications like those of Recognizers-Text; or show what is found in a corpus",
        run: measure::dates,
    },
    Command {
        name: "readers",
        usage: "readers",
        purpose: "read the files of citations that Frise writes with reference managers' libraries of npm and PyPI, have writers of PyPI make documents for Frise to read, and compare",
        run: readers::readers,
    },
    Command {
        name: "screenshot",
        usage: "screenshot [QUERY] --out FILE [--width N] [--height N] [--lang CODE] [--dark] [--full]",
        purpose: "take a picture of dist/ in Chromium",
        run: journeys::screenshot,
    },
    Command {
        name: "setup",
        usage: "setup",
        purpose: "install all that the other commands need; each of them also does it for itself",
        run: setup::setup,
    },
];

fn main() -> ExitCode {
    match run(std::env::args_os().skip(1).collect()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(mut arguments: Vec<OsString>) -> Result<()> {
    if arguments.is_empty() || arguments[0] == "help" || arguments[0] == "--help" {
        print!("{}", help());
        return Ok(());
    }
    let name = arguments.remove(0);
    match COMMANDS.iter().find(|command| name == command.name) {
        Some(command) => (command.run)(&Workspace::find()?, arguments),
        None => bail!(
            "there is no command `{}`; there are:\n{}",
            name.display(),
            help()
        ),
    }
}

fn help() -> String {
    let line =
        |command: &Command| format!("cargo xtask {}\n    {}\n", command.usage, command.purpose);
    COMMANDS.iter().map(line).collect()
}
