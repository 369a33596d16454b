//! `build` and `serve`: the page, compiled by trunk and sealed by [`crate::page`].

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf, absolute};
use std::process::Command;

use anyhow::{Context, Result, bail};
use lexopt::prelude::{Long, ValueExt};

use crate::journeys::browser_program;
use crate::page::{COURSE_PACKAGE, Front, PLAIN_PAGE, Sealing, WHOLE_LIMIT, WHOLE_PAGE, seal};
use crate::process::{become_program, lock, run};
use crate::setup::{Equipment, TO_BUILD, equip};
use crate::workspace::{Workspace, cargo, newest_made};

/// Runs the command `build`.
pub fn build(workspace: &Workspace, arguments: Vec<OsString>) -> Result<()> {
    let options = Options::parse(arguments)?;
    if options.port.is_some() {
        bail!("`build` serves nothing: use --port with `serve`");
    }
    let dist = workspace.dist();
    build_page_in(workspace, &options.page, &dist, &workspace.web_target())?;
    println!(
        "The page is in {}; any web server can serve it from any path.",
        dist.display()
    );
    if options.single_file {
        println!("In one file, which opens from disk:");
        weigh(&dist.join(WHOLE_PAGE), &options.page)?;
    }
    if options.page.scorm {
        println!("As a SCORM 1.2 package, for Moodle and other course systems:");
        weigh(&dist.join(COURSE_PACKAGE), &options.page)?;
    }
    Ok(())
}

/// Tells where a file is and what it weighs, and refuses one of the workspace's own corpus that is too heavy to be handed
/// round. Whoever brings a corpus knows what it may weigh.
fn weigh(path: &Path, options: &PageOptions) -> Result<()> {
    let bytes = fs::metadata(path)
        .with_context(|| format!("cannot read {}", path.display()))?
        .len();
    println!("    {}, {bytes} bytes", path.display());
    if options.corpus.is_none() && bytes > WHOLE_LIMIT {
        bail!("it has {bytes} bytes, and {WHOLE_LIMIT} are allowed");
    }
    Ok(())
}

/// Runs the command `serve`.
pub fn serve(workspace: &Workspace, arguments: Vec<OsString>) -> Result<()> {
    let options = Options::parse(arguments)?;
    build_page_in(
        workspace,
        &options.page,
        &workspace.dist(),
        &workspace.web_target(),
    )?;
    let mut server = browser_program(workspace, "serve");
    if let Some(port) = options.port {
        server.arg(format!("--port={port}"));
    }
    become_program(&mut server)
}

/// Runs the command `install`.
pub fn install(workspace: &Workspace, arguments: Vec<OsString>) -> Result<()> {
    if let Some(argument) = arguments.first() {
        bail!(
            "`install` takes no options, and was given `{}`",
            argument.display()
        );
    }
    if !workspace.dist().join(frise_edition::PAGE).exists() {
        build_page(workspace)?;
    }
    // The release profile is that of the page, which is optimised for its bytes.
    run(Command::new(cargo())
        .args([
            "install",
            "--locked",
            "--path",
            "crates/cli",
            "--profile",
            "measure",
        ])
        .current_dir(&workspace.root))
}

#[derive(Default)]
struct Options {
    page: PageOptions,
    single_file: bool,
    port: Option<u16>,
}

/// What page is built.
#[derive(Debug, Default)]
pub struct PageOptions {
    /// A folder or a file of texts other than the workspace's own.
    pub corpus: Option<PathBuf>,
    /// The view that the edition in one file starts from: an address from `?` on.
    pub view: String,
    /// Whether a package for course systems is made too.
    pub scorm: bool,
    /// The address at which the page will be published, with its last `/`, for a sitemap, a feed and links to cite.
    pub base: Option<String>,
    /// Whether it is compiled in a minute, to a heavy page.
    pub fast: bool,
}

impl Options {
    fn parse(arguments: Vec<OsString>) -> Result<Options> {
        let mut parser = lexopt::Parser::from_args(arguments);
        let mut options = Options::default();
        while let Some(argument) = parser.next()? {
            match argument {
                Long("corpus") => options.page.corpus = Some(existing(parser.value()?.into())?),
                Long("view") => options.page.view = view(&parser.value()?.string()?)?,
                Long("single-file") => options.single_file = true,
                Long("base") => options.page.base = Some(base(parser.value()?.string()?)?),
                Long("scorm") => options.page.scorm = true,
                Long("fast") => options.page.fast = true,
                Long("port") => options.port = Some(parser.value()?.parse()?),
                other => return Err(other.unexpected().into()),
            }
        }
        Ok(options)
    }
}

/// Returns what stands in an address from `?` on, whether the whole address is given or only that.
fn view(address: &str) -> Result<String> {
    match address.find(['?', '#']) {
        Some(start) => Ok(address[start..].to_owned()),
        None => bail!("--view: `{address}` has no `?` or `#`: give the address of a view"),
    }
}

/// Returns the address of a folder on the web.
fn base(address: String) -> Result<String> {
    if !address.starts_with("http") || address.contains(['?', '#']) {
        bail!(
            "--base: `{address}` is not the address of a folder, such as https://example.org/frise/"
        );
    }
    match address.ends_with('/') {
        true => Ok(address),
        false => Ok(address + "/"),
    }
}

fn existing(path: PathBuf) -> Result<PathBuf> {
    if !path.exists() {
        bail!("--corpus: there is no {}", path.display());
    }
    Ok(absolute(path)?)
}

/// Builds the page from the workspace's own corpus into `dist/`.
///
/// # Errors
/// Set-up, the compiler or trunk fails.
pub fn build_page(workspace: &Workspace) -> Result<()> {
    let (dist, target) = (workspace.dist(), workspace.web_target());
    build_page_in(workspace, &PageOptions::default(), &dist, &target)
}

/// Builds the page into a folder, with a target folder of cargo's own for it.
///
/// # Errors
/// Set-up, the compiler or trunk fails.
pub fn build_page_in(
    workspace: &Workspace,
    options: &PageOptions,
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
        .args(["build", "--skip-version-check", "--dist"])
        .arg(dist)
        .current_dir(&workspace.root);
    if options.fast {
        trunk
            .env("CARGO_PROFILE_DEV_DEBUG", "false")
            .env("CARGO_PROFILE_DEV_OPT_LEVEL", "1");
    } else {
        trunk.arg("--release");
    }
    // Trunk takes this variable for an option of its own and rejects its usual value, 1.
    trunk.env_remove("NO_COLOR");
    trunk.env("CARGO_TARGET_DIR", web_target);
    trunk.env(
        "CARGO_ENCODED_RUSTFLAGS",
        compiler_flags(workspace, &equipment).join("\u{1f}"),
    );
    match &options.corpus {
        Some(corpus) => trunk.env("FRISE_CORPUS", corpus),
        None => trunk.env_remove("FRISE_CORPUS"),
    };
    match &options.base {
        Some(base) => trunk.env("FRISE_BASE", base),
        None => trunk.env_remove("FRISE_BASE"),
    };
    run(&mut trunk)?;
    let corpus = options.corpus.as_deref().unwrap_or(Path::new(""));
    let built = format!("{}\n{}", equipment.compiler(), corpus.display());
    fs::write(web_target.join(BUILT), built)
        .with_context(|| format!("cannot write into {}", web_target.display()))?;
    let profile = if options.fast { "debug" } else { "release" };
    let made = |name| read_made(web_target, profile, name);
    let sealing = Sealing {
        shell: workspace.root.join("shell"),
        styles: workspace.root.join("styles"),
        dist,
        compiled: web_target
            .join("wasm32-unknown-unknown")
            .join(profile)
            .join("frise-app.wasm"),
        is_optimised: !options.fast,
        scratch: web_target.join("seal"),
        front: Front {
            title: made("title.txt")?,
            sentence: made("sentence.txt")?,
            documents: made("documents.html")?,
        },
        texts: made(PLAIN_PAGE)?,
        pages: newest_made(web_target, profile, "pages")
            .context("the build left no pages: build again")?,
        view: &options.view,
        scorm: options.scorm,
        base: options.base.clone(),
        passages: made("passages.txt")?,
    };
    seal(&sealing, &equipment)
}

/// Returns what the build script of the app has made of the corpus.
fn read_made(web_target: &Path, profile: &str, name: &str) -> Result<String> {
    let made = newest_made(web_target, profile, name).with_context(|| {
        let target = web_target.display();
        format!("the build left no {name}: remove {target} and build again")
    })?;
    fs::read_to_string(&made).with_context(|| format!("cannot read {}", made.display()))
}

/// The file in the target folder that tells of the last page built in it: by which compiler, and, on a second line, from which
/// corpus, if not from the workspace's own.
pub const BUILT: &str = "built.txt";

/// Returns the compiler's own, and what keeps this machine's folders out of the page: they would stand in the messages of
/// panics.
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
        if path.is_dir() {
            continue;
        }
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
