//! `build`: a site, a page in one file, a package for course systems, an index or a corpus folder.

use crate::input::{plural, read};
use crate::options::{Build, Inputs, OutputKind};
use crate::page::page;
use crate::progress::{Stage, size};
use anyhow::{Context, Result, bail};
use frise_cite::ExportFile;
use frise_cite::site::{Site, document_pages, feed, sitemap};
use frise_corpus::export::{document_list, plain_page};
use frise_corpus::{compile_large_corpus, folder};
use frise_date::{Day, Tongue};
use frise_edition::html::text_page;
use frise_edition::{
    EditionError, File, Front, INDEX, TEXTS, WHOLE_PAGE, WORKER, course_package, whole_page,
};
use frise_index::model::{Corpus, Document};
use frise_index::{Index, Sharded, is_shard_file};
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

/// The folder of the pages of single texts.
const PAGES: &str = "textes/";

/// How many documents the first screen lists before the app runs.
const FIRST_DOCUMENTS: usize = 12;

/// The texts of which pages without scripts are made unasked, in bytes: more of them is nothing that a browser shows, and a
/// file for each of many thousand documents is a burden to any server.
const LARGEST_TEXTS: usize = 20_000_000;

/// The documents of which pages are made unasked.
const MOST_PAGES: usize = 10_000;

/// The command `build`.
///
/// # Errors
/// Nothing can be built of the files, the program has no page, or the place cannot be written to.
pub fn build(build: &Build) -> Result<()> {
    let page_files = page_for(build.form, build.page.as_deref())?;
    let corpus = read(&build.inputs)?.corpus()?;
    let out = match &build.out {
        Some(out) => out.clone(),
        None => default_out(&corpus.id, build.form),
    };
    check_folder(&out, build.form)?;
    if build.form == OutputKind::Folder {
        let files = folder(&corpus).into_iter();
        let files: Vec<File> = files.map(|file| File::new(file.path, file.bytes)).collect();
        write_files(&out, &files)?;
        eprintln!(
            "The corpus folder is {}; `frise build` reads it again.",
            out.display()
        );
        return Ok(());
    }
    write_out(compile(corpus, build)?, build.form, &out, &page_files)
}

/// Returns the page that an output needs. Whoever has none learns it before anything is read.
///
/// # Errors
/// The folder holds no page, or the program carries none.
pub fn page_for(form: OutputKind, folder: Option<&Path>) -> Result<Vec<File>> {
    match form {
        OutputKind::Index | OutputKind::Folder => Ok(Vec::new()),
        _ => page(folder),
    }
}

/// Writes what was built.
///
/// # Errors
/// The page lacks a file, or the place cannot be written to.
pub fn write_out(built: Built, form: OutputKind, out: &Path, page_files: &[File]) -> Result<()> {
    let bytes = match form {
        OutputKind::Site => {
            let stage = Stage::begin("writing", 0);
            let files = site(page_files, built)?;
            for folder in [out.join(PAGES), shards_of(&out.join(INDEX))] {
                if folder.is_dir() {
                    fs::remove_dir_all(folder)?;
                }
            }
            write_files(out, &files)?;
            stage.end(&format!("{} {}", files.len(), plural(files.len(), "file")));
            eprintln!(
                "The site is in {}; any web server serves it from any path, and `frise serve {}` here.",
                out.display(),
                out.display()
            );
            return Ok(());
        }
        OutputKind::Index => match built.sharded {
            Some(Sharded { head, shards }) => {
                let folder = shards_of(out);
                remove_shards(&folder)?;
                let count = shards.len();
                let files = shards.into_iter();
                let files: Vec<File> = files.map(|(name, bytes)| File::new(name, bytes)).collect();
                write_files(&folder, &files)?;
                eprintln!(
                    "{} has the {count} {} of the index; both belong beside the page.",
                    folder.display(),
                    plural(count, "shard")
                );
                head
            }
            None => {
                remove_shards(&shards_of(out))?;
                built.index
            }
        },
        OutputKind::SingleFile | OutputKind::Scorm => {
            let whole = page_files.iter().find(|file| file.name == WHOLE_PAGE);
            let whole = whole.ok_or(EditionError::NoFile(WHOLE_PAGE))?;
            let whole = String::from_utf8_lossy(&whole.bytes);
            let html = whole_page(&whole, &built.front, &built.index, "")?;
            match form {
                OutputKind::Scorm => course_package(&built.front.title, &html)?,
                _ => html.into_bytes(),
            }
        }
        OutputKind::Folder => Vec::new(),
    };
    fs::write(out, &bytes).with_context(|| format!("cannot write {}", out.display()))?;
    eprintln!("{} has {}.", out.display(), size(bytes.len()));
    Ok(())
}

/// Builds a site from files without writing it.
///
/// # Errors
/// As those of [`build`].
pub fn site_of(inputs: &Inputs, page_folder: Option<&Path>) -> Result<Vec<File>> {
    let page_files = page(page_folder)?;
    let corpus = read(inputs)?.corpus()?;
    site(&page_files, compile(corpus, &Build::default())?)
}

/// The largest index that a page loads whole unasked, in bytes.
const LARGEST_INDEX: usize = 50_000_000;

/// What is made of a corpus.
pub struct Built {
    pub index: Vec<u8>,
    /// The index in shards, if it is wanted so.
    pub sharded: Option<Sharded>,
    /// Pages without scripts.
    pub texts: Vec<File>,
    pub front: Front,
}

fn compile(corpus: Corpus, build: &Build) -> Result<Built> {
    let length: usize = corpus.documents.iter().map(Document::text_length).sum();
    let documents = corpus.documents.len();
    let is_small = length <= LARGEST_TEXTS && documents <= MOST_PAGES;
    let wants_pages = build.form == OutputKind::Site && (is_small || build.pages);
    if build.form == OutputKind::Site && !wants_pages {
        eprintln!(
            "Pages without scripts are left out, because the texts have {} in {documents} documents; --pages makes them all the same.",
            size(length),
        );
    }
    let front = Front {
        title: corpus.title.fr.clone(),
        sentence: corpus.sentence.fr.clone(),
        documents: wants_pages.then(|| document_list(&corpus, TEXTS, FIRST_DOCUMENTS)),
    };
    let mut texts = Vec::new();
    if wants_pages {
        texts.push(File::new(TEXTS, text_page(&plain_page(&corpus))?));
    }
    let stage = Stage::begin("indexing", length as u64);
    let searcher = compile_large_corpus(corpus, &|bytes| stage.add(bytes as u64))?;
    let index = searcher.index();
    stage.end(&format!(
        "{documents} {}, {} {}, index of {}",
        plural(documents, "document"),
        index.passages(),
        plural(index.passages() as usize, "passage"),
        size(index.bytes().len())
    ));
    if wants_pages {
        text_files(index, build.base.clone(), &mut texts)?;
    }
    Ok(Built {
        sharded: in_shards(index, build.form, build.shards)?,
        index: searcher.into_bytes(),
        texts,
        front,
    })
}

fn site(page: &[File], built: Built) -> Result<Vec<File>> {
    let mut beside = built.texts;
    let head = built.sharded.map(|Sharded { head, shards }| {
        let folder = shards_of(Path::new(INDEX));
        let shards = shards.into_iter();
        beside.extend(
            shards.map(|(name, bytes)| File::new(format!("{}/{name}", folder.display()), bytes)),
        );
        head
    });
    Ok(frise_edition::site(
        page,
        &built.front,
        built.index,
        head,
        beside,
    )?)
}

/// Returns the index in shards if it is wanted so. A large one of a site is parted, unless it is wanted whole.
///
/// # Errors
/// The head exceeds a limit of the format.
pub fn in_shards(index: &Index, form: OutputKind, wanted: Option<bool>) -> Result<Option<Sharded>> {
    let length = index.bytes().len();
    let is_parted = match form {
        OutputKind::Site => wanted.unwrap_or(length > LARGEST_INDEX),
        OutputKind::Index => wanted.unwrap_or(false),
        _ => false,
    };
    if is_parted && wanted.is_none() {
        eprintln!(
            "The index is parted into shards, because it has {}; --no-shards leaves it in one file.",
            size(length)
        );
    }
    Ok(match is_parted {
        true => Some(index.to_shards()?),
        false => None,
    })
}

/// The folder of the shards that belong to an index, which `shell/corpus.js` knows too.
fn shards_of(index: &Path) -> PathBuf {
    index.with_extension("shards")
}

/// Removes the shards that an earlier build has left in a folder, and the folder if nothing else is in it.
fn remove_shards(folder: &Path) -> Result<()> {
    let Ok(entries) = fs::read_dir(folder) else {
        return Ok(());
    };
    let mut is_empty = true;
    for entry in entries {
        let entry = entry?;
        match is_shard_file(&entry.file_name().to_string_lossy()) {
            true => fs::remove_file(entry.path())
                .with_context(|| format!("cannot remove {}", entry.path().display()))?,
            false => is_empty = false,
        }
    }
    if is_empty {
        fs::remove_dir(folder).with_context(|| format!("cannot remove {}", folder.display()))?;
    }
    Ok(())
}

/// Adds a page for each text, and, where the address of the site is known, a sitemap and a feed.
fn text_files(index: &Index, base: Option<String>, files: &mut Vec<File>) -> Result<()> {
    let site = Site {
        base,
        folder: PAGES.to_string(),
        language: Tongue::French,
    };
    for ExportFile { path, bytes } in document_pages(index, &site) {
        let html = text_page(&String::from_utf8_lossy(&bytes))?;
        files.push(File::new(path, html));
    }
    let sitemap = sitemap(index, &site);
    files.extend(sitemap.map(|text| File::new("sitemap.xml", text)));
    let feed = today().and_then(|day| feed(index, &site, day));
    files.extend(feed.map(|text| File::new("feed.xml", text)));
    Ok(())
}

/// The day of the build, which a feed tells.
fn today() -> Option<Day> {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).ok()?;
    Some(Day((now.as_secs() / 86_400) as i32))
}

/// Returns where what is built of a corpus goes if nobody says so.
pub fn default_out(corpus_id: &str, form: OutputKind) -> PathBuf {
    let end = match form {
        OutputKind::Site | OutputKind::Folder => "",
        OutputKind::SingleFile => ".html",
        OutputKind::Scorm => "-scorm.zip",
        OutputKind::Index => ".frise",
    };
    PathBuf::from(format!("{corpus_id}{end}"))
}

/// Refuses a folder that holds what this program has not written.
///
/// # Errors
/// There is such a folder.
pub fn check_folder(out: &Path, form: OutputKind) -> Result<()> {
    let mine: &[&str] = match form {
        OutputKind::Folder => &["corpus.toml", "documents"],
        OutputKind::Site => &[WORKER, INDEX],
        OutputKind::SingleFile | OutputKind::Scorm | OutputKind::Index => return Ok(()),
    };
    let is_mine = mine.iter().all(|name| out.join(name).exists());
    let is_empty = match fs::read_dir(out) {
        Ok(mut entries) => entries.next().is_none(),
        Err(_) => !out.exists(),
    };
    if !is_empty && !is_mine {
        bail!(
            "expected a new or empty folder, or one that `frise build` has written, found {}; choose another with -o",
            out.display()
        );
    }
    if form == OutputKind::Folder && is_mine {
        bail!(
            "expected a new or empty folder, found the corpus folder {}, which may have been changed by hand; choose another with -o",
            out.display()
        );
    }
    Ok(())
}

fn write_files(out: &Path, files: &[File]) -> Result<()> {
    for file in files {
        let path = out.join(&file.name);
        let folder = path.parent().unwrap_or(out);
        fs::create_dir_all(folder)
            .with_context(|| format!("cannot create {}", folder.display()))?;
        fs::write(&path, &file.bytes)
            .with_context(|| format!("cannot write {}", path.display()))?;
    }
    Ok(())
}
