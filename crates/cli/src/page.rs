//! The built page that the program carries, or another one in a folder.

use anyhow::{Context, Result, bail};
use frise_edition::{File, WORKER, page_files};
use std::fs;
use std::path::Path;

/// The files of the page that was there when the program was compiled; none if there was no page.
const OWN: &[(&str, &[u8])] = include!(concat!(env!("OUT_DIR"), "/page.rs"));

/// Returns the files of a built page: that in a folder, or that of the program.
///
/// # Errors
/// The folder holds no page, or the program carries none.
pub fn page(folder: Option<&Path>) -> Result<Vec<File>> {
    let Some(folder) = folder else {
        if OWN.is_empty() {
            bail!(
                "this program was compiled before the page was built, and carries none. In a clone of Frise, run\n    \
                 cargo xtask build\n    cargo install --path crates/cli\n\
                 or name a folder that `cargo xtask build` has made: --page dist/"
            );
        }
        let own = OWN.iter();
        return Ok(own.map(|(name, bytes)| File::new(*name, *bytes)).collect());
    };
    let worker = fs::read_to_string(folder.join(WORKER)).with_context(|| {
        format!(
            "--page: expected a folder that `cargo xtask build` has made, found {} without a {WORKER} that can be read",
            folder.display()
        )
    })?;
    let names = page_files(&worker).into_iter();
    // What is needed and lacks is told when an edition is made.
    let file = |name: String| Some(File::new(name.clone(), fs::read(folder.join(&name)).ok()?));
    Ok(names.filter_map(file).collect())
}
