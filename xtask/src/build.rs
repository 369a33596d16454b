//! `build` and `serve`: the page in release mode.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf, absolute};
use std::process::Command;

use anyhow::{Context, Result, bail};
use lexopt::prelude::{Long, ValueExt};

use crate::journeys::browser_program;
use crate::process::{become_program, lock, run};
use crate::setup::{Equipment, TO_BUILD, equip};
use crate::workspace::{Workspace, newest_made};

/// The command `build`.
pub fn build(workspace: &Workspace, arguments: Vec<OsString>) -> Result<()> {
    let options = Options::parse(arguments)?;
    if options.port.is_some() {
        bail!("`build` serves nothing: use --port with `serve`");
    }
    build_page(workspace, options.corpus.as_deref())?;
    println!(
        "The page is in {}; any web server can serve it from any path.",
        workspace.dist().display()
    );
    Ok(())
}

/// The command `serve`.
pub fn serve(workspace: &Workspace, arguments: Vec<OsString>) -> Result<()> {
    let options = Options::parse(arguments)?;
    build_page(workspace, options.corpus.as_deref())?;
    let mut server = browser_program(workspace, "serve");
    if let Some(port) = options.port {
        server.arg(format!("--port={port}"));
    }
    become_program(&mut server)
}

#[derive(Default)]
struct Options {
    corpus: Option<PathBuf>,
    port: Option<u16>,
}

impl Options {
    fn parse(arguments: Vec<OsString>) -> Result<Options> {
        let mut parser = lexopt::Parser::from_args(arguments);
        let mut options = Options::default();
        while let Some(argument) = parser.next()? {
            match argument {
                Long("corpus") => options.corpus = Some(existing(parser.value()?.into())?),
                Long("port") => options.port = Some(parser.value()?.parse()?),
                other => return Err(other.unexpected().into()),
            }
        }
        Ok(options)
    }
}

fn existing(path: PathBuf) -> Result<PathBuf> {
    if !path.exists() {
        bail!("--corpus: there is no {}", path.display());
    }
    Ok(absolute(path)?)
}

/// Builds the page into `dist/`, from the workspace's own corpus or from another.
///
/// # Errors
/// Set-up, the compiler or trunk fails.
pub fn build_page(workspace: &Workspace, corpus: Option<&Path>) -> Result<()> {
    build_page_in(
        workspace,
        corpus,
        &workspace.dist(),
        &workspace.web_target(),
    )
}

/// Builds the page into a folder, with a target folder of cargo's own for it.
///
/// # Errors
/// Set-up, the compiler or trunk fails.
pub fn build_page_in(
    workspace: &Workspace,
    corpus: Option<&Path>,
    dist: &Path,
    web_target: &Path,
) -> Result<()> {
    let equipment = equip(workspace, &TO_BUILD)?;
    // Trunk gathers the page in a folder that two builds would take from each other.
    let _lock = lock(
        &workspace.root.join("target/page.lock"),
        "waiting for another build of the page",
    )?;
    let mut trunk = Command::new("trunk");
    equipment.lend_compiler(&mut trunk)?;
    trunk
        .args(["build", "--release", "--skip-version-check", "--dist"])
        .arg(dist)
        .current_dir(&workspace.root);
    // Trunk takes this variable for an option of its own and rejects its usual value, 1.
    trunk.env_remove("NO_COLOR");
    trunk.env("CARGO_TARGET_DIR", web_target);
    trunk.env(
        "CARGO_ENCODED_RUSTFLAGS",
        compiler_flags(workspace, &equipment).join("\u{1f}"),
    );
    match corpus {
        Some(corpus) => trunk.env("FRISE_CORPUS", corpus),
        None => trunk.env_remove("FRISE_CORPUS"),
    };
    run(&mut trunk)?;
    fs::write(web_target.join(COMPILER), equipment.compiler())
        .with_context(|| format!("cannot write into {}", web_target.display()))?;
    add_plain_page(dist, web_target)
}

/// Puts the texts on a plain page beside the app, for browsers that cannot run it.
fn add_plain_page(dist: &Path, web_target: &Path) -> Result<()> {
    let made = newest_made(web_target, PLAIN_PAGE).with_context(|| {
        let target = web_target.display();
        format!("the build left no plain page of the texts: remove {target} and build again")
    })?;
    let place = dist.join(PLAIN_PAGE);
    fs::copy(made, &place).with_context(|| format!("cannot write {}", place.display()))?;
    Ok(())
}

/// The name under which `build.rs` writes the texts and the page links to them.
const PLAIN_PAGE: &str = "textes.html";

/// The file in the target folder that names the compiler of the last page built in it.
pub const COMPILER: &str = "compiler.txt";

/// The compiler's own, and what keeps this machine's folders out of the page: they would stand in the messages of panics.
fn compiler_flags(workspace: &Workspace, equipment: &Equipment) -> Vec<String> {
    let flag = |(folder, name): (PathBuf, &str)| {
        format!("--remap-path-prefix={}={name}", folder.display())
    };
    let own = equipment.compiler_flags().iter().map(ToString::to_string);
    own.chain(machine_folders(workspace).into_iter().map(flag))
        .collect()
}

/// Folders of this machine whose names the compiler sees, and what the page calls them instead.
fn machine_folders(workspace: &Workspace) -> Vec<(PathBuf, &'static str)> {
    let home = env::var_os("CARGO_HOME")
        .or_else(|| Some(PathBuf::from(env::var_os("HOME")?).join(".cargo").into()));
    let crates = home.map(|home| (PathBuf::from(home).join("registry/src"), "crates"));
    crates
        .into_iter()
        .chain([(workspace.root.clone(), "frise")])
        .collect()
}

/// Looks through every file of `dist/` for folders of this machine.
///
/// # Errors
/// A file names one, or cannot be read.
pub fn check_for_machine_folders(workspace: &Workspace) -> Result<()> {
    for entry in
        fs::read_dir(workspace.dist()).context("dist/ is missing: run `cargo xtask build`")?
    {
        let path = entry?.path();
        let bytes = fs::read(&path).with_context(|| format!("cannot read {}", path.display()))?;
        for (folder, _) in machine_folders(workspace) {
            let name = folder.to_string_lossy();
            if bytes
                .windows(name.len())
                .any(|window| window == name.as_bytes())
            {
                bail!("{} names a folder of this machine: {name}", path.display());
            }
        }
    }
    Ok(())
}
