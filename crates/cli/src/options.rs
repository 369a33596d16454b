//! The command line.

use anyhow::{Result, bail};
use frise_import::{Column, DayMonth, Passages, Rows};
use lexopt::Parser;
use lexopt::prelude::{Long, Short, Value, ValueExt};
use std::path::PathBuf;

/// What `frise help` prints.
pub const HELP: &str = "\
Frise: pages to explore dated texts by date, speaker, theme and word.

frise build INPUT... [-o PATH] [OPTIONS]   build a site that any web server serves from any path
frise check INPUT... [OPTIONS]             tell what is understood of the files; exit code 1 if nothing can be built
frise serve [SITE | INPUT...] [OPTIONS]    serve a site, or what is built of files, on this machine alone
frise part INPUT... [-o PART] [OPTIONS]    make a part of a large index from some of its files, on any machine
frise join PART... [-o PATH] [OPTIONS]     build of all parts what `build` builds of all files

INPUT is a file, a folder or a zip: plain text, Markdown, CSV, TSV, JSON, JSON lines, TEI, docx, odt, EPUB, HTML, exports of
Europresse and Factiva, corpora of IRaMuTeQ and TXM, a corpus folder of Frise. Without INPUT, `serve` shows the page itself.

PART is a file (.part) or a folder of them.

What is built (`build`, `join`), by default a folder named after the corpus:
    -o, --out PATH           where to
    --single-file            one HTML file with everything, which opens from disk
    --scorm                  a SCORM 1.2 package, for Moodle and other course systems
    --index                  an index (.frise), which opens when it is dropped on a page of Frise
    --folder                 `build`: a corpus folder, to go on by hand
    --base ADDRESS           `build`: where the site will be published: a sitemap, a feed, links to cite
    --pages                  `build`: a page for each text, also of a large corpus
    --shards                 the index in many small files, of which a page loads what it is asked for; with a site, or --index
    --no-shards              the index in one file, also of a large corpus

    --title TEXT, --sentence TEXT       the name of the corpus, and what it holds

How files are understood (all but `join`):
    --date DATE                         the date of documents that have none
    --day-month day-first|month-first   which number comes first in 05/06/2016, where no date proves it
    --speaker NAME                      who speaks where nobody is named
    --language TAG                      the language of all documents: fr, en
    --passages paragraphs|sentences|lines
    --column NAME=MEANING               what a column holds: text, date, year, title, speaker, first-name, id, language,
                                        kind, section, source, subject, ignored; may be repeated
    --rows guessed|each|same-title|same-date|all    which rows of a table make a document

Other:
    --all                    `check`: list every document
    --port N                 `serve`: the port; the first that is free from 8080 on if it is left out
    --page FOLDER            another built page than the one in the program
    -h, --help; -V, --version
";

/// A command with its options.
#[derive(Debug)]
pub enum Command {
    Help,
    Version,
    Build(Build),
    Check(Check),
    Serve(Serve),
    Part(Part),
    Join(Join),
}

/// Files, and how they are understood.
#[derive(Debug, Default)]
pub struct Inputs {
    pub paths: Vec<PathBuf>,
    pub title: String,
    pub sentence: String,
    pub date: String,
    pub day_month: Option<DayMonth>,
    pub speaker: String,
    pub language: String,
    pub passages: Passages,
    /// Names of columns, and what they hold.
    pub columns: Vec<(String, Column)>,
    pub rows: Option<Rows>,
}

/// What is built.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum OutputKind {
    #[default]
    Site,
    SingleFile,
    Scorm,
    Index,
    Folder,
}

/// The command `build`.
#[derive(Debug, Default)]
pub struct Build {
    pub inputs: Inputs,
    pub out: Option<PathBuf>,
    pub form: OutputKind,
    pub base: Option<String>,
    pub pages: bool,
    /// Whether the index is parted into shards; by its size if it is not said.
    pub shards: Option<bool>,
    pub page: Option<PathBuf>,
}

/// The command `check`.
#[derive(Debug, Default)]
pub struct Check {
    pub inputs: Inputs,
    pub all: bool,
}

/// The command `serve`.
#[derive(Debug, Default)]
pub struct Serve {
    pub inputs: Inputs,
    pub port: Option<u16>,
    pub page: Option<PathBuf>,
}

/// The command `part`.
#[derive(Debug, Default)]
pub struct Part {
    pub inputs: Inputs,
    pub out: Option<PathBuf>,
}

/// The command `join`. Its inputs are parts.
#[derive(Debug, Default)]
pub struct Join {
    pub parts: Vec<PathBuf>,
    pub title: String,
    pub sentence: String,
    pub out: Option<PathBuf>,
    pub form: OutputKind,
    /// Whether the index is parted into shards; by its size if it is not said.
    pub shards: Option<bool>,
    pub page: Option<PathBuf>,
}

impl Command {
    /// Reads the command line.
    ///
    /// # Errors
    /// Tells an option that is not known, and a value that is none.
    pub fn parse(mut parser: Parser) -> Result<Command> {
        let Some(first) = parser.next()? else {
            return Ok(Command::Help);
        };
        let mut command = match first {
            Short('h') | Long("help") => return Ok(Command::Help),
            Short('V') | Long("version") => return Ok(Command::Version),
            Value(name) if name == "help" => return Ok(Command::Help),
            Value(name) if name == "build" => Command::Build(Build::default()),
            Value(name) if name == "check" => Command::Check(Check::default()),
            Value(name) if name == "serve" => Command::Serve(Serve::default()),
            Value(name) if name == "part" => Command::Part(Part::default()),
            Value(name) if name == "join" => Command::Join(Join::default()),
            Value(name) => bail!(
                "expected build, check, serve, part or join, found `{}`; `frise help` tells what each does",
                name.display()
            ),
            other => return Err(other.unexpected().into()),
        };
        while let Some(argument) = parser.next()? {
            match (&mut command, argument) {
                (_, Short('h') | Long("help")) => return Ok(Command::Help),
                (Command::Join(join), Value(path)) => join.parts.push(path.into()),
                (command, Value(path)) => command.inputs().paths.push(path.into()),
                (
                    Command::Build(Build { out, .. })
                    | Command::Part(Part { out, .. })
                    | Command::Join(Join { out, .. }),
                    Short('o') | Long("out"),
                ) => *out = Some(parser.value()?.into()),
                (
                    Command::Build(Build { form, .. }) | Command::Join(Join { form, .. }),
                    Long(name @ ("single-file" | "scorm" | "index")),
                ) => form.choose(name)?,
                (Command::Build(build), Long("folder")) => build.form.choose("folder")?,
                (Command::Join(join), Long("title")) => join.title = parser.value()?.string()?,
                (Command::Join(join), Long("sentence")) => {
                    join.sentence = parser.value()?.string()?;
                }
                (Command::Build(build), Long("base")) => {
                    build.base = Some(base(parser.value()?.string()?)?);
                }
                (Command::Build(build), Long("pages")) => build.pages = true,
                (
                    Command::Build(Build { shards, .. }) | Command::Join(Join { shards, .. }),
                    Long(name @ ("shards" | "no-shards")),
                ) => *shards = Some(name == "shards"),
                (
                    Command::Build(Build { page, .. })
                    | Command::Serve(Serve { page, .. })
                    | Command::Join(Join { page, .. }),
                    Long("page"),
                ) => {
                    *page = Some(parser.value()?.into());
                }
                (Command::Check(check), Long("all")) => check.all = true,
                (Command::Serve(serve), Long("port")) => {
                    serve.port = Some(parser.value()?.parse()?)
                }
                (Command::Join(_), other @ Long(_)) => return Err(other.unexpected().into()),
                (command, Long(name)) => {
                    let name = name.to_owned();
                    command.inputs().option(&name, &mut parser)?;
                }
                (_, other) => return Err(other.unexpected().into()),
            }
        }
        if let Command::Build(Build { form, shards, .. }) | Command::Join(Join { form, shards, .. }) =
            &command
            && *shards == Some(true)
            && !matches!(form, OutputKind::Site | OutputKind::Index)
        {
            bail!(
                "expected --shards with a site or with --index, beside which its files can lie, found it with --{}; leave one of the two out",
                form.option()
            );
        }
        if matches!(&command, Command::Join(join) if join.parts.is_empty()) {
            bail!("expected parts that `frise part` has made, or a folder of them, found none");
        }
        if let Command::Build(Build { inputs, .. })
        | Command::Check(Check { inputs, .. })
        | Command::Part(Part { inputs, .. }) = &command
            && inputs.paths.is_empty()
        {
            bail!(
                "expected a file, a folder or a zip, found none; `frise help` tells what is read"
            );
        }
        Ok(command)
    }

    fn inputs(&mut self) -> &mut Inputs {
        match self {
            Command::Build(Build { inputs, .. })
            | Command::Check(Check { inputs, .. })
            | Command::Serve(Serve { inputs, .. })
            | Command::Part(Part { inputs, .. }) => inputs,
            // The command is read before its options, and parts are no inputs.
            Command::Help | Command::Version | Command::Join(_) => {
                unreachable!("commands without inputs")
            }
        }
    }
}

impl OutputKind {
    /// Returns the name of the option that chooses the form.
    fn option(self) -> &'static str {
        match self {
            OutputKind::Site => "out",
            OutputKind::SingleFile => "single-file",
            OutputKind::Scorm => "scorm",
            OutputKind::Index => "index",
            OutputKind::Folder => "folder",
        }
    }

    /// Takes the form of what is built from the name of an option.
    fn choose(&mut self, option: &str) -> Result<()> {
        if *self != OutputKind::Site {
            bail!(
                "expected one of --single-file, --scorm, --index and --folder, found two; build twice"
            );
        }
        *self = match option {
            "single-file" => OutputKind::SingleFile,
            "scorm" => OutputKind::Scorm,
            "index" => OutputKind::Index,
            _ => OutputKind::Folder,
        };
        Ok(())
    }
}

impl Inputs {
    /// Reads an option that says how files are understood.
    fn option(&mut self, name: &str, parser: &mut Parser) -> Result<()> {
        let mut value = || -> Result<String> { Ok(parser.value()?.string()?) };
        match name {
            "title" => self.title = value()?,
            "sentence" => self.sentence = value()?,
            "date" => self.date = value()?,
            "speaker" => self.speaker = value()?,
            "language" => self.language = value()?,
            "day-month" => self.day_month = Some(one_of(name, &value()?, DAY_MONTH)?),
            "passages" => self.passages = one_of(name, &value()?, PASSAGES)?,
            "rows" => self.rows = Some(one_of(name, &value()?, ROWS)?),
            "column" => {
                let value = value()?;
                let Some((column, meaning)) = value.rsplit_once('=') else {
                    bail!(
                        "--column: expected NAME=MEANING such as Orateur=speaker, found `{value}`"
                    );
                };
                let meaning = one_of(name, meaning, COLUMNS)?;
                self.columns.push((column.to_string(), meaning));
            }
            _ => bail!(
                "there is no option --{name} here; `frise help` lists the options of each command"
            ),
        }
        Ok(())
    }
}

const DAY_MONTH: &[(&str, DayMonth)] = &[
    ("day-first", DayMonth::DayFirst),
    ("month-first", DayMonth::MonthFirst),
];

const PASSAGES: &[(&str, Passages)] = &[
    ("paragraphs", Passages::Paragraphs),
    ("sentences", Passages::Sentences),
    ("lines", Passages::Lines),
];

const ROWS: &[(&str, Rows)] = &[
    ("guessed", Rows::Guessed),
    ("each", Rows::Each),
    ("same-title", Rows::SameTitle),
    ("same-date", Rows::SameDate),
    ("all", Rows::All),
];

/// What columns hold, as options and tables name it.
pub const COLUMNS: &[(&str, Column)] = &[
    ("text", Column::Text),
    ("date", Column::Date),
    ("year", Column::Year),
    ("title", Column::Title),
    ("speaker", Column::Speaker),
    ("first-name", Column::FirstName),
    ("id", Column::Id),
    ("language", Column::Language),
    ("kind", Column::Kind),
    ("section", Column::Section),
    ("source", Column::Source),
    ("subject", Column::Subject),
    ("ignored", Column::Ignored),
];

fn one_of<T: Copy>(option: &str, value: &str, known: &[(&str, T)]) -> Result<T> {
    match known.iter().find(|(name, _)| *name == value) {
        Some((_, value)) => Ok(*value),
        None => {
            let names: Vec<&str> = known.iter().map(|(name, _)| *name).collect();
            bail!(
                "--{option}: expected one of {}, found `{value}`",
                names.join(", ")
            )
        }
    }
}

/// The address of a folder on the web.
fn base(address: String) -> Result<String> {
    if !address.starts_with("http") || address.contains(['?', '#']) {
        bail!(
            "--base: expected the address of a folder such as https://example.org/frise/, found `{address}`"
        );
    }
    match address.ends_with('/') {
        true => Ok(address),
        false => Ok(address + "/"),
    }
}

#[cfg(test)]
mod tests;
