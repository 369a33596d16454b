//! The service worker of the page (`shell/worker.js`): which files belong to the page, each with its hash.
//!
//! A file stands there as `["name","sha256-…"]`; the page itself has the name of its folder, which is empty.

use crate::File;
use crate::error::EditionError;
use crate::html::{between, integrity};
use crate::names::{INDEX, PAGE, TEXTS, WHOLE_PAGE, WORKER};
use sha2::{Digest, Sha256};

/// How many hexadecimal digits a version has.
const VERSION: usize = 16;

/// Returns the names of the files that an edition of the page is made from, by its service worker.
///
/// The plain page of the texts and an index beside the page are left out: they are of another corpus.
pub fn page_files(worker: &str) -> Vec<String> {
    let mut names: Vec<String> = [PAGE, WORKER, "embed.js", WHOLE_PAGE]
        .map(String::from)
        .into();
    for (name, _) in entries(worker) {
        let known = names.iter().any(|known| known == name);
        if !known && !["", INDEX, TEXTS].contains(&name) {
            names.push(name.to_string());
        }
    }
    names
}

/// The names and hashes in a worker.
fn entries(worker: &str) -> impl Iterator<Item = (&str, &str)> {
    worker.split("[\"").skip(1).filter_map(|entry| {
        let (name, rest) = entry.split_once("\",\"")?;
        let hash = rest.split_once("\"]")?.0;
        let is_entry = !name.contains('"') && hash.starts_with("sha256-");
        is_entry.then_some((name, hash))
    })
}

fn entry(name: &str, hash: &str) -> String {
    format!("[\"{name}\",\"{hash}\"]")
}

/// Returns the worker with the hashes of other files, an index among them, and with another version.
pub(crate) fn with_files(worker: &str, files: &[File]) -> Result<String, EditionError> {
    let mut changed = worker.to_string();
    for (name, hash) in entries(worker) {
        let file = if name.is_empty() { PAGE } else { name };
        if let Some(file) = files.iter().find(|known| known.name == file) {
            changed =
                changed.replacen(&entry(name, hash), &entry(name, &integrity(&file.bytes)), 1);
        }
    }
    let missing = || EditionError::Count(WORKER, "[\"\",\"sha256-…\"]".into(), 0);
    let (_, page) = entries(&changed)
        .find(|(name, _)| name.is_empty())
        .ok_or_else(missing)?;
    let page = entry("", page);
    let index = files.iter().find(|file| file.name == INDEX);
    if let Some(index) = index.filter(|_| !entries(worker).any(|(name, _)| name == INDEX)) {
        let index = entry(INDEX, &integrity(&index.bytes));
        changed = changed.replacen(&page, &format!("{page},{index}"), 1);
    }
    // Another version is another cache: the files of the one before stay whole until it is there.
    let old =
        version(&changed).ok_or_else(|| EditionError::Count(WORKER, "a version".into(), 0))?;
    let hash = Sha256::digest(&changed);
    let hash = hash.iter().take(VERSION / 2);
    let new: String = hash.map(|byte| format!("{byte:02x}")).collect();
    Ok(changed.replacen(&format!("\"{old}\""), &format!("\"{new}\""), 1))
}

/// The version of a worker: the first string of so many hexadecimal digits.
fn version(worker: &str) -> Option<&str> {
    let is_version = |text: &&str| {
        text.len() == VERSION
            && text
                .bytes()
                .all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
    };
    let starts = worker.match_indices('"').map(|(at, _)| &worker[at..]);
    starts
        .filter_map(|rest| between(rest, "\"", "\""))
        .find(is_version)
}

#[cfg(test)]
mod tests {
    use super::{page_files, version, with_files};
    use crate::File;
    use crate::html::integrity;

    const WORKER: &str = "var a=[[\"\",\"sha256-p=\"],[\"frise-1.js\",\"sha256-j=\"]],t=[\"textes.html\",\"sha256-t=\"],\
                          v=\"frise \"+\"0123456789abcdef\",f=[\"\"];";

    #[test]
    fn the_files_of_the_page_are_told_without_its_texts() {
        let expected = [
            "index.html",
            "worker.js",
            "embed.js",
            "page.html",
            "frise-1.js",
        ];
        assert_eq!(page_files(WORKER), expected);
        assert!(page_files("").contains(&"index.html".to_string()));
    }

    #[test]
    fn a_worker_is_told_of_files_and_has_another_version() {
        let files = [
            File::new("index.html", "page"),
            File::new("corpus.frise", "index"),
        ];
        let changed = with_files(WORKER, &files).expect("a worker");
        let expected = format!(
            "[[\"\",\"{}\"],[\"corpus.frise\",\"{}\"],[\"frise-1.js\",\"sha256-j=\"]]",
            integrity("page"),
            integrity("index")
        );
        assert!(changed.contains(&expected), "{changed}");
        assert!(
            changed.contains("[\"textes.html\",\"sha256-t=\"]"),
            "{changed}"
        );
        assert!(changed.ends_with("f=[\"\"];"), "{changed}");
        assert_ne!(version(&changed), version(WORKER));
        assert_eq!(version(WORKER), Some("0123456789abcdef"));

        let again = [
            File::new("index.html", "page"),
            File::new("corpus.frise", "other"),
        ];
        let again = with_files(&changed, &again).expect("a worker");
        assert_eq!(again.matches("corpus.frise").count(), 1, "{again}");
        assert!(again.contains(&integrity("other")), "{again}");
        assert_ne!(version(&again), version(&changed));
    }

    #[test]
    fn what_is_no_worker_is_refused() {
        for worker in [
            "",
            "[\"a\",\"sha256-x\"],\"0123456789abcdef\"",
            "[\"\",\"sha256-x\"]",
        ] {
            let error = with_files(worker, &[]).expect_err("no worker");
            assert!(error.to_string().contains("worker.js"), "{error}");
        }
    }
}
