//! Compiles the folder `corpus/`, or the folder or file of JSON lines that the environment variable `FRISE_CORPUS` names, into
//! `OUT_DIR/corpus.frise`, which the page embeds with the examples of its help, `examples.fr.txt` and `examples.en.txt`; what
//! it shall carry of stemmers, `stemmers.rs`; and what `cargo xtask build` puts into and beside the page: `textes.html`, the
//! texts on a plain page, `pages/`, each text on a page of its own, `title.txt`, `sentence.txt` and `documents.html`, which the
//! page shows before the app runs, and `passages.txt`, of which the preview for social media is drawn.
//! Mistakes in the corpus stop the build, all at once.

use frise_cite::ExportFile;
use frise_cite::site::{Site, document_pages, feed, sitemap};
use frise_corpus::SourceFile;
use frise_corpus::compile;
use frise_corpus::examples::pick;
use frise_corpus::export::{document_list, plain_page};
use frise_date::{Day, Tongue};
use frise_index::Index;
use frise_index::examples;
use frise_index::model::{Corpus, Document};
use frise_text::Language;
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};
use std::{env, fs, io};

/// How many documents the page lists before the app runs: what a screen holds.
const FIRST_DOCUMENTS: usize = 12;

fn main() -> io::Result<()> {
    // The build cuts the app in two, for which it needs to know who refers to whom.
    if env::var("CARGO_CFG_TARGET_FAMILY").as_deref() == Ok("wasm") {
        println!("cargo::rustc-link-arg-bin=frise-app=--emit-relocs");
    }
    println!("cargo::rerun-if-env-changed=FRISE_CORPUS");
    let path = env::var_os("FRISE_CORPUS").map_or_else(|| PathBuf::from("corpus"), PathBuf::from);
    println!("cargo::rerun-if-changed={}", path.display());
    let (folder, files) = read_corpus(&path)?;
    match compile(&files) {
        Ok(compiled) => {
            let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
            let corpus = &compiled.corpus;
            let documents = document_list(corpus, "textes.html", FIRST_DOCUMENTS);
            fs::write(out.join("textes.html"), plain_page(corpus))?;
            fs::write(out.join("title.txt"), &corpus.title.fr)?;
            fs::write(out.join("sentence.txt"), &corpus.sentence.fr)?;
            fs::write(out.join("documents.html"), documents)?;
            fs::write(out.join("passages.txt"), passages(corpus))?;
            write_pages(compiled.searcher.index(), &out.join("pages"))?;
            fs::write(out.join("corpus.frise"), compiled.bytes())?;
            fs::write(out.join("stemmers.rs"), stemmers(corpus))?;
            let examples = |language| examples::write(&pick(&compiled.searcher, language));
            fs::write(out.join("examples.fr.txt"), examples(Tongue::French))?;
            fs::write(out.join("examples.en.txt"), examples(Tongue::English))
        }
        Err(problems) => {
            for problem in problems {
                println!(
                    "cargo::error={}",
                    folder.join(problem.to_string()).display()
                );
            }
            Ok(())
        }
    }
}

/// Returns the number of passages of each text, one a line.
fn passages(corpus: &Corpus) -> String {
    let documents = corpus.documents.iter();
    let line = |document: &Document| format!("{}\n", document.passages.len());
    documents.map(line).collect()
}

/// Writes a page without scripts for each text, and, where `FRISE_BASE` gives the address of the published page, a sitemap and
/// a feed.
fn write_pages(index: &Index, folder: &Path) -> io::Result<()> {
    println!("cargo::rerun-if-env-changed=FRISE_BASE");
    let site = Site {
        base: env::var("FRISE_BASE").ok().filter(|base| !base.is_empty()),
        folder: String::from("textes/"),
        language: Tongue::French,
    };
    let mut files = document_pages(index, &site);
    let sitemap = sitemap(index, &site);
    files.extend(sitemap.map(|text| ExportFile::text("sitemap.xml", text)));
    let feed = today().and_then(|day| feed(index, &site, day));
    files.extend(feed.map(|text| ExportFile::text("feed.xml", text)));
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    fs::create_dir_all(folder.join(&site.folder))?;
    for file in files {
        fs::write(folder.join(file.path), file.bytes)?;
    }
    Ok(())
}

/// Returns the day of the build, for the feed.
fn today() -> Option<Day> {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).ok()?;
    Some(Day((now.as_secs() / 86_400) as i32))
}

/// Returns the stemmers of the languages that a corpus is in, as an expression of Rust: what the page does not name, it
/// does not carry.
fn stemmers(corpus: &Corpus) -> String {
    let is_in = |language| {
        let mut documents = corpus.documents.iter();
        documents.any(|document| Language::from_tag(&document.metadata.language) == language)
    };
    let french = is_in(Language::French).then_some("Stemmer::french");
    let english = is_in(Language::English).then_some("Stemmer::english");
    let stemmers: Vec<&str> = french.into_iter().chain(english).collect();
    format!("&[{}]", stemmers.join(", "))
}

/// Reads the files of a corpus. Returns them with the folder that their paths start from.
fn read_corpus(path: &Path) -> io::Result<(&Path, Vec<SourceFile>)> {
    if let (true, Some(name)) = (path.is_file(), path.file_name()) {
        let file = SourceFile {
            path: name.to_string_lossy().into_owned(),
            bytes: fs::read(path)?,
        };
        return Ok((path.parent().unwrap_or(Path::new("")), vec![file]));
    }
    let mut files = read_folder(path, "")?;
    files.extend(read_folder(&path.join("documents"), "documents/")?);
    let lessons = path.join("lessons");
    if lessons.is_dir() {
        files.extend(read_folder(&lessons, "lessons/")?);
    }
    Ok((path, files))
}

/// Reads the files of a folder, by name, with the paths that problems show.
fn read_folder(folder: &Path, prefix: &str) -> io::Result<Vec<SourceFile>> {
    let explain = |error: io::Error| {
        io::Error::new(
            error.kind(),
            format!(
                "cannot read the corpus folder {}: {error}",
                folder.display()
            ),
        )
    };
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).map_err(explain)? {
        let entry = entry?;
        if entry.file_type()?.is_file() {
            let path = format!("{prefix}{}", entry.file_name().to_string_lossy());
            files.push(SourceFile {
                path,
                bytes: fs::read(entry.path())?,
            });
        }
    }
    files.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(files)
}
