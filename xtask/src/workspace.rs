//! Where things are: the sources, what is built from them, and the cache that outlives both.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf, absolute};

use anyhow::{Context, Result};

/// The folders that the chores work in; all paths are absolute.
#[derive(Debug)]
pub struct Workspace {
    /// The folder of the workspace's `Cargo.toml`.
    pub root: PathBuf,
    /// Where cargo puts native builds.
    pub target: PathBuf,
    /// Tools that were installed and decisions that were taken, shared by all clones of one user.
    pub cache: PathBuf,
}

impl Workspace {
    /// Reads the folders from the environment that cargo runs the chores in: `CARGO_TARGET_DIR` moves the builds, and
    /// `FRISE_CACHE` or `XDG_CACHE_HOME` the cache.
    ///
    /// # Errors
    /// It is not run by cargo, or neither a cache folder nor a home folder is known.
    pub fn find() -> Result<Workspace> {
        // Asked for when it runs, because clones that share a target folder may share this program too.
        let own = env::var_os("CARGO_MANIFEST_DIR").context("run it by cargo: `cargo xtask`")?;
        let root = Path::new(&own)
            .parent()
            .context("xtask does not lie in a workspace")?
            .to_owned();
        let target = match folder("CARGO_TARGET_DIR") {
            Some(target) => absolute(target)?,
            None => root.join("target"),
        };
        let cache = folder("FRISE_CACHE")
            .or_else(|| folder("XDG_CACHE_HOME").map(|caches| caches.join("frise")))
            .or_else(|| folder("HOME").map(|home| home.join(".cache/frise")))
            .context("no folder for tools is known: set FRISE_CACHE to one")?;
        Ok(Workspace {
            root,
            target,
            cache: absolute(cache)?,
        })
    }

    /// Returns where the page is built to.
    pub fn dist(&self) -> PathBuf {
        self.root.join("dist")
    }

    /// Returns where cargo puts builds for the web. They have another compiler's artefacts and must not wait for native
    /// builds.
    pub fn web_target(&self) -> PathBuf {
        self.target.join("web")
    }
}

/// Returns what the build script of the last build for the web in a profile made under a name; `None` where none was built
/// here.
pub fn newest_made(web_target: &Path, profile: &str, name: &str) -> Option<PathBuf> {
    let builds = web_target.join("wasm32-unknown-unknown").join(profile);
    let builds = fs::read_dir(builds.join("build")).ok()?.flatten();
    let made = builds.map(|build| build.path().join("out").join(name));
    made.filter_map(|path| Some((fs::metadata(&path).ok()?.modified().ok()?, path)))
        .max()
        .map(|(_, path)| path)
}

/// Returns the cargo that runs the chores.
pub fn cargo() -> OsString {
    env::var_os("CARGO").unwrap_or_else(|| "cargo".into())
}

fn folder(variable: &str) -> Option<PathBuf> {
    env::var_os(variable)
        .filter(|value| !value.is_empty())
        .map(PathBuf::from)
}
