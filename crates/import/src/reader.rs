//! Reads files into an [`Import`], step by step: each is read by the module of its format, which `sniff` detects.

use crate::archive::{Archive, DEEPEST, Kind, Limits, is_hidden};
use crate::encoding::decode;
use crate::reason::{Problem, Reason};
use crate::sniff::{Container, Format, container, format};
use crate::table::{Table, read_delimited, read_json, read_json_lines};
use crate::text::Text;
use crate::{html, markdown, metadata, office, plain, tei};
use frise_corpus::SourceFile;
use frise_index::model::Corpus;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, HashMap, VecDeque};

/// A file that a person drops or chooses.
#[derive(Clone, Debug)]
pub struct InputFile {
    /// The path below what was dropped: `dossier/1889.txt`, or a name.
    pub path: String,
    /// The bytes.
    pub bytes: Vec<u8>,
}

/// All that was read, before anybody decided on columns, dates and passages.
#[derive(Debug, Default)]
pub struct Import {
    pub(crate) sources: Vec<Source>,
    /// The names of people by identifiers.
    pub(crate) people: HashMap<String, String>,
    /// The corpus of a corpus folder.
    pub(crate) folder: Option<Corpus>,
    /// What could not be read.
    pub problems: Vec<Problem>,
}

/// Texts, or a table that makes some.
#[derive(Debug)]
pub(crate) enum Source {
    Text(Box<Text>),
    Table(Table),
}

/// How far reading is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Progress {
    /// How many files were read, those in archives included.
    pub files: usize,
    /// How many files are known of.
    pub files_known: usize,
    /// How many bytes were read.
    pub bytes: u64,
    /// How many bytes are known of.
    pub bytes_known: u64,
    /// The file that was read last.
    pub path: String,
}

/// Reads files one by one, so that a caller can show progress and stop.
///
/// ```
/// use frise_import::{InputFile, Reader};
///
/// let file = InputFile { path: "1889.txt".into(), bytes: b"Un texte.".to_vec() };
/// let mut reader = Reader::new(vec![file]);
/// while let Some(progress) = reader.step() {
///     assert_eq!(progress.files, 1);
/// }
/// let import = reader.finish();
/// assert!(import.problems.is_empty());
/// ```
#[derive(Default)]
pub struct Reader {
    limits: Limits,
    queue: VecDeque<(InputFile, u8)>,
    /// The archives that are open, the innermost last.
    archives: Vec<Open>,
    /// Where corpus folders lie, and their files.
    folders: BTreeMap<String, Vec<SourceFile>>,
    import: Import,
    progress: Progress,
    unpacked: u64,
}

/// An archive from which entries are taken.
struct Open {
    path: String,
    archive: Archive,
    next: usize,
    depth: u8,
}

impl Reader {
    /// Begins to read some files.
    pub fn new(files: Vec<InputFile>) -> Reader {
        Reader::with_limits(files, Limits::default())
    }

    /// Begins to read some files, of which as much is read as the limits allow.
    pub fn with_limits(files: Vec<InputFile>, limits: Limits) -> Reader {
        let mut reader = Reader {
            limits,
            ..Reader::default()
        };
        let mut files = files;
        files.sort_by_cached_key(|file| natural(&file.path));
        let most = limits.files;
        if let Some(first) = files.get(most) {
            let reason = Reason::TooManyFiles { most };
            reader
                .import
                .problems
                .push(Problem::of(&first.path, reason));
            files.truncate(most);
        }
        let paths: Vec<String> = files
            .iter()
            .map(|file| file.path.replace('\\', "/"))
            .collect();
        reader.find_folders(&paths);
        reader.progress.files_known = files.len();
        reader.progress.bytes_known = files.iter().map(|file| file.bytes.len() as u64).sum();
        reader.queue = files.into_iter().map(|file| (file, 0)).collect();
        reader
    }

    /// Reads the next file, or takes the next entry from an archive; `None` where all are read.
    pub fn step(&mut self) -> Option<Progress> {
        if let Some(open) = self.archives.last_mut() {
            if open.next < open.archive.len() {
                let place = open.next;
                open.next += 1;
                self.entry(place);
            } else {
                self.archives.pop();
            }
            return Some(self.progress.clone());
        }
        let (file, depth) = self.queue.pop_front()?;
        let size = file.bytes.len() as u64;
        self.progress.path.clone_from(&file.path);
        let path = file.path.clone();
        if let Err(reason) = self.file(file, depth) {
            self.refuse(&path, reason);
        }
        self.progress.files += 1;
        self.progress.bytes += size;
        Some(self.progress.clone())
    }

    /// Ends reading: joins what lies in several files.
    pub fn finish(mut self) -> Import {
        while self.step().is_some() {}
        for files in std::mem::take(&mut self.folders).into_values() {
            metadata::take_folder(&mut self.import, &files);
        }
        metadata::join(&mut self.import);
        self.import
    }

    fn refuse(&mut self, path: &str, reason: Reason) {
        self.import.problems.push(Problem::of(path, reason));
    }

    /// Notes where `corpus.toml` lies beside `documents/`.
    fn find_folders(&mut self, paths: &[String]) {
        for path in paths {
            let root = path
                .strip_suffix("corpus.toml")
                .filter(|root| root.is_empty() || root.ends_with('/'));
            let documents = |root: &str| {
                paths.iter().any(|path| {
                    path.strip_prefix(root)
                        .is_some_and(|path| path.starts_with("documents/"))
                })
            };
            if let Some(root) = root.filter(|root| documents(root)) {
                self.folders.entry(root.to_string()).or_default();
            }
        }
    }

    fn entry(&mut self, place: usize) {
        let Some(open) = self.archives.last_mut() else {
            return;
        };
        let (depth, archive) = (open.depth, open.path.clone());
        let Limits { file, import, .. } = self.limits;
        let left = import.saturating_sub(self.unpacked);
        let entry = open.archive.entry(place, file.min(left.max(1)));
        let path = |name: &str| format!("{archive}/{name}");
        match entry {
            Ok(None) => {}
            Ok(Some((name, bytes))) => {
                self.unpacked += bytes.len() as u64;
                let path = path(&name);
                self.progress.path.clone_from(&path);
                self.progress.files += 1;
                self.progress.files_known += 1;
                let file = InputFile {
                    path: path.clone(),
                    bytes,
                };
                if let Err(reason) = self.file(file, depth) {
                    self.refuse(&path, reason);
                }
            }
            Err(Reason::TooLarge { .. }) if left < file => {
                let name = open.archive.name(place);
                open.next = open.archive.len();
                self.refuse(&path(&name), Reason::TooMuch { most: import });
            }
            Err(reason) => {
                let name = open.archive.name(place);
                self.refuse(&path(&name), reason);
            }
        }
    }

    fn file(&mut self, file: InputFile, depth: u8) -> Result<(), Reason> {
        let InputFile { path, bytes } = file;
        if is_hidden(&path) {
            return Ok(());
        }
        let bytes_count = bytes.len() as u64;
        if bytes_count > self.limits.file {
            return Err(Reason::TooLarge {
                bytes: bytes_count,
                most: self.limits.file,
            });
        }
        let root = self
            .folders
            .keys()
            .rev()
            .find(|root| path.starts_with(root.as_str()))
            .cloned();
        if let Some(root) = root
            && let Some(files) = self.folders.get_mut(&root)
        {
            let path = path[root.len()..].to_string();
            files.push(SourceFile { path, bytes });
            return Ok(());
        }
        if bytes.is_empty() {
            return Err(Reason::NoText);
        }
        match container(&bytes)? {
            Container::Zip => self.zip(&path, bytes, depth),
            Container::Text => self.text(&path, bytes),
        }
    }

    fn zip(&mut self, path: &str, bytes: Vec<u8>, depth: u8) -> Result<(), Reason> {
        let mut archive = Archive::open(bytes)?;
        let text = match archive.kind()? {
            Kind::Docx => office::read_docx(path, &mut archive)?,
            Kind::OpenDocument => office::read_odt(path, &mut archive)?,
            Kind::Epub => office::read_epub(path, &mut archive)?,
            Kind::Files if depth >= DEEPEST => return Err(Reason::TooDeep { most: DEEPEST }),
            Kind::Files if archive.len() > self.limits.files => {
                let most = self.limits.files;
                return Err(Reason::TooManyFiles { most });
            }
            Kind::Files => {
                let names: Vec<String> = (0..archive.len())
                    .map(|place| format!("{path}/{}", archive.name(place)))
                    .collect();
                self.find_folders(&names);
                self.archives.push(Open {
                    path: path.to_string(),
                    archive,
                    next: 0,
                    depth: depth + 1,
                });
                return Ok(());
            }
        };
        self.push(text)
    }

    fn push(&mut self, text: Text) -> Result<(), Reason> {
        if !text.has_text() {
            return Err(Reason::NoText);
        }
        self.import.sources.push(Source::Text(Box::new(text)));
        Ok(())
    }

    fn text(&mut self, path: &str, bytes: Vec<u8>) -> Result<(), Reason> {
        let (content, notice) = decode(bytes);
        let content = content.as_str();
        let before = self.import.sources.len();
        let problems = &mut self.import.problems;
        match format(path, content)? {
            Format::Plain => self.push(plain::read(path, content))?,
            Format::Markdown => self.push(markdown::read(path, content))?,
            Format::Starred => self.push_all(plain::read_starred(path, content))?,
            Format::Html if html::is_press(content) => {
                self.push_all(html::read_press(path, content))?
            }
            Format::Html => self.push(html::read(path, content))?,
            Format::FlatOpenDocument => match office::read_flat_odt(path, content) {
                Ok(text) => self.push(text)?,
                Err((line, reason)) => problems.push(Problem::at(path, line, reason)),
            },
            Format::Xml => {
                let tei = tei::read(path, content, problems);
                for (id, name) in tei.people {
                    self.import.people.entry(id).or_insert(name);
                }
                let texts = tei
                    .texts
                    .into_iter()
                    .map(|text| Source::Text(Box::new(text)));
                self.import.sources.extend(texts);
            }
            Format::Delimited => {
                let table = read_delimited(path, content, problems);
                self.push_table(table);
            }
            Format::Json => {
                let table = read_json(path, content, problems);
                self.push_table(table);
            }
            Format::JsonLines => {
                let table = read_json_lines(path, content, problems);
                self.push_table(table);
            }
        }
        if let Some(notice) = notice {
            match self.import.sources.get_mut(before) {
                Some(Source::Text(text)) => text.notices.push(notice),
                _ => self.refuse(path, notice),
            }
        }
        Ok(())
    }

    fn push_all(&mut self, texts: Vec<Text>) -> Result<(), Reason> {
        let texts = texts.into_iter().filter(Text::has_text);
        let before = self.import.sources.len();
        self.import
            .sources
            .extend(texts.map(|text| Source::Text(Box::new(text))));
        if self.import.sources.len() == before {
            return Err(Reason::NoText);
        }
        Ok(())
    }

    fn push_table(&mut self, table: Table) {
        if table.rows() > 0 {
            self.import.sources.push(Source::Table(table));
        }
    }
}

impl std::fmt::Debug for Reader {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Reader")
            .field("progress", &self.progress)
            .finish_non_exhaustive()
    }
}

/// Reads some files.
///
/// ```
/// use frise_import::{InputFile, Settings, corpus, read};
///
/// let table = "date;auteur;texte\n26/08/1789;Assemblée;Les hommes naissent libres.\n10/12/1948;ONU;Tous naissent libres.";
/// let file = InputFile { path: "droits.csv".into(), bytes: table.into() };
/// let import = read(vec![file]);
/// let review = import.review(&Settings::default());
/// assert_eq!(review.drafts[0].date.as_deref(), Some("1789-08-26"));
/// let corpus = corpus(&import, &Settings::default()).expect("a corpus");
/// assert_eq!(corpus.documents.len(), 2);
/// ```
pub fn read(files: Vec<InputFile>) -> Import {
    Reader::new(files).finish()
}

/// Returns a path in which numbers are ordered as numbers: `chapitre2` before `chapitre10`.
fn natural(path: &str) -> Vec<(String, u64)> {
    let mut parts = Vec::new();
    let mut rest = path;
    while !rest.is_empty() {
        let digits = rest
            .find(|c: char| c.is_ascii_digit())
            .unwrap_or(rest.len());
        let (word, after) = rest.split_at(digits);
        let end = after
            .find(|c: char| !c.is_ascii_digit())
            .unwrap_or(after.len());
        let (number, after) = after.split_at(end);
        parts.push((word.to_lowercase(), number.parse().unwrap_or(0)));
        rest = after;
    }
    parts
}
