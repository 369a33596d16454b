//! Takes the built page into the program: the files of the folder that the environment variable `FRISE_PAGE` names, or of
//! `dist/`, where `cargo xtask build` leaves the page. Without a page the program compiles all the same, and says what to do.

use frise_edition::{WORKER, page_files};
use std::env;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-env-changed=FRISE_PAGE");
    let own = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default());
    let named = env::var_os("FRISE_PAGE").filter(|path| !path.is_empty());
    let folder = named
        .as_ref()
        .map_or_else(|| own.join("../../dist"), PathBuf::from);
    let worker = folder.join(WORKER);
    println!("cargo::rerun-if-changed={}", worker.display());
    let files = match fs::read_to_string(&worker) {
        Ok(worker) => files(&folder, &worker)?,
        Err(error) if named.is_some() => {
            println!(
                "cargo::error=FRISE_PAGE: expected a folder that `cargo xtask build` has made, found {}: {error}",
                folder.display()
            );
            String::new()
        }
        Err(_) => String::new(),
    };
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
    fs::write(out.join("page.rs"), format!("&[{files}]"))
}

/// The files of the page as pairs of a name and bytes, in Rust.
fn files(folder: &Path, worker: &str) -> io::Result<String> {
    let mut files = String::new();
    for name in page_files(worker) {
        // A page that was itself made by this program may lack the edition in one file.
        if let Ok(path) = folder.join(&name).canonicalize() {
            println!("cargo::rerun-if-changed={}", path.display());
            let path = path.to_string_lossy();
            files += &format!("({name:?}, include_bytes!({path:?}).as_slice()),");
        }
    }
    Ok(files)
}
