//! Sealing: from what trunk leaves to the page as it is published.
//!
//! Trunk has compiled the app, optimised it with `wasm-opt` and put styles and HTML together. What follows are functions from
//! files to files: all JavaScript becomes one module without a comment (`esbuild`), the page gets its security policy and the
//! words of the corpus (`html`), the service worker its list (`precache`); and the same page is written once more as one file,
//! and for course systems as a package (`frise_edition`).

mod esbuild;
mod html;
mod precache;
mod preview;
mod split;

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail, ensure};
use frise_edition::course_package;
use frise_edition::html::{integrity, text_page};
use serde_json::json;

use esbuild::{Bundle, Esbuild, MODULE, SCRIPT};
pub use html::Front;
use html::{Edition, PREVIEW, Parts, page, styles};
use precache::{constants, short_hash};
use preview::preview;
use split::{Halves, split};

use crate::setup::Equipment;

/// The name under which `build.rs` writes the texts and the page links to them.
pub const PLAIN_PAGE: &str = frise_edition::TEXTS;

/// The edition in one file.
pub const WHOLE_PAGE: &str = frise_edition::WHOLE_PAGE;

/// The package for course systems.
pub const COURSE_PACKAGE: &str = "frise-scorm.zip";

/// How the name of the second file of the app begins, which is loaded when a component in it is asked for.
pub const DEFERRED: &str = "frise-deferred";

/// How the names of the files of the workshop begin, which are loaded when a tool is asked for.
pub const WORKSHOP: &str = "frise-workshop";

/// The most that the edition in one file may weigh, in bytes.
pub const WHOLE_LIMIT: u64 = 810_000;

/// What sealing takes beside trunk's files.
#[derive(Debug)]
pub struct Sealing<'a> {
    /// The folder of `shell/`.
    pub shell: PathBuf,
    /// The folder of `styles/`.
    pub styles: PathBuf,
    /// The folder that trunk has built into, and that is published.
    pub dist: &'a Path,
    /// The app as the compiler has left it.
    pub compiled: PathBuf,
    /// Whether it is made small, which takes minutes.
    pub is_optimised: bool,
    /// A folder for what is on its way; it may hold anything.
    pub scratch: PathBuf,
    /// The corpus's own words.
    pub front: Front,
    /// The plain page of the texts.
    pub texts: String,
    /// The folder of the pages of single texts, and perhaps a sitemap and a feed.
    pub pages: PathBuf,
    /// The view that the edition in one file starts from.
    pub view: &'a str,
    /// Whether a package for course systems is made too.
    pub scorm: bool,
    /// Where the page will be published, if that is known: it has a preview for social media there.
    pub base: Option<String>,
    /// The number of passages of each text, one a line.
    pub passages: String,
}

/// Makes the page in `dist/` ready to be published.
///
/// # Errors
/// A file is not what trunk or wasm-bindgen leave, a tool fails, or a folder cannot be written.
pub fn seal(sealing: &Sealing, equipment: &Equipment) -> Result<()> {
    let Sealing { shell, dist, .. } = sealing;
    let esbuild = Esbuild::new(equipment, &sealing.scratch)?;
    let [script, tools_script] = trunk_files(dist, ".js")?;
    let [app, tools_app] = trunk_files(dist, ".wasm")?;
    let template = read(&dist.join("index.html"))?;

    let tools_styles = esbuild.minify_styles(&read(&sealing.styles.join("tools.css"))?)?;
    let tools_wasm = read_bytes(&tools_app)?;
    let tools_wasm_name = format!("{WORKSHOP}-{}.wasm", short_hash(&tools_wasm));
    let workshop = esbuild.bundle(&Bundle {
        entry: &shell.join("workshop.js"),
        module: "workshop",
        bindings: &tools_script,
        format: SCRIPT,
        constants: &[
            ("WORKSHOP_WASM", json!(tools_wasm_name).to_string()),
            (
                "WORKSHOP_WASM_HASH",
                json!(integrity(&tools_wasm)).to_string(),
            ),
            ("WORKSHOP_STYLES", json!(tools_styles).to_string()),
        ],
    })?;
    let workshop_name = format!("{WORKSHOP}-{}.js", short_hash(&workshop));
    let Halves {
        bindings,
        first: wasm,
        deferred,
    } = split(
        &sealing.compiled,
        &sealing.scratch.join("split"),
        equipment,
        sealing.is_optimised,
    )?;
    let wasm_name = format!("frise-{}.wasm", short_hash(&wasm));
    let deferred_name = format!("{DEFERRED}-{}.wasm", short_hash(&deferred));
    let module = esbuild.bundle(&Bundle {
        entry: &shell.join("start.js"),
        module: "frise",
        bindings: &bindings,
        format: MODULE,
        constants: &[
            ("WORKSHOP", json!(workshop_name).to_string()),
            ("WORKSHOP_HASH", json!(integrity(&workshop)).to_string()),
        ],
    })?;
    let module_name = format!("frise-{}.js", short_hash(&module));
    let parts = Parts {
        template: template.clone(),
        front: sealing.front.clone(),
        style: esbuild.minify_styles(&styles(&template))?,
        early: esbuild.minify(
            &shell.join("early.js"),
            &[
                ("WASM", json!(wasm_name).to_string()),
                ("WASM_HASH", json!(integrity(&wasm)).to_string()),
                ("DEFERRED", json!(deferred_name).to_string()),
                ("DEFERRED_HASH", json!(integrity(&deferred)).to_string()),
            ],
        )?,
        module_name: module_name.clone(),
        module: module.clone(),
        workshop: workshop.clone(),
        base: sealing.base.clone(),
    };
    let packed = [gzip(&wasm)?, gzip(&deferred)?];
    let whole = page(
        &parts,
        Edition::Whole {
            packed: [&packed[0], &packed[1]],
            view: sealing.view,
        },
    )?;

    let mut files = vec![
        ("index.html", page(&parts, Edition::Files)?.into_bytes()),
        (module_name.as_str(), module.into_bytes()),
        (wasm_name.as_str(), wasm),
        (deferred_name.as_str(), deferred),
        ("manifest.webmanifest", manifest(&sealing.front)),
    ];
    for icon in ["icon-192.png", "icon-512.png"] {
        let path = shell.join(icon);
        files.push((icon, read_bytes(&path)?));
    }
    let texts = text_page(&sealing.texts)?;
    let worker = shell.join("worker.js");
    let listed: Vec<(&str, &[u8])> = files
        .iter()
        .map(|(name, bytes)| (*name, bytes.as_slice()))
        .collect();
    let tools = [
        (workshop_name.as_str(), workshop.as_bytes()),
        (tools_wasm_name.as_str(), tools_wasm.as_slice()),
    ];
    let texts_file = (PLAIN_PAGE, texts.as_bytes());
    let constants = constants(&read(&worker)?, &listed, &tools, texts_file);
    let worker = esbuild.minify(&worker, &constants)?;
    files.push((workshop_name.as_str(), workshop.into_bytes()));
    files.push((tools_wasm_name.as_str(), tools_wasm));
    files.push(("worker.js", worker.into_bytes()));
    // For pages that frame this one; the page itself never loads it.
    let embed = esbuild.minify(&shell.join("embed.js"), &[])?;
    files.push(("embed.js", embed.into_bytes()));
    files.push((PLAIN_PAGE, texts.into_bytes()));
    if sealing.base.is_some() {
        files.push((PREVIEW, preview(&sealing.passages)?));
    }
    if sealing.scorm {
        let package = course_package(&sealing.front.title, &whole)?;
        files.push((COURSE_PACKAGE, package));
    }
    files.push((WHOLE_PAGE, whole.into_bytes()));

    copy_pages(&sealing.pages, dist)?;
    for path in [script, app, tools_script, tools_app] {
        fs::remove_file(&path).with_context(|| format!("cannot remove {}", path.display()))?;
    }
    for (name, bytes) in files {
        let path = dist.join(name);
        fs::write(&path, bytes).with_context(|| format!("cannot write {}", path.display()))?;
    }
    Ok(())
}

/// Copies the pages of single texts, each with its own security policy.
fn copy_pages(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to).with_context(|| format!("cannot create {}", to.display()))?;
    for entry in fs::read_dir(from).with_context(|| format!("cannot read {}", from.display()))? {
        let path = entry?.path();
        let copy = to.join(path.file_name().unwrap_or_default());
        if path.is_dir() {
            copy_pages(&path, &copy)?;
            continue;
        }
        let text = read(&path)?;
        let text = match path.extension().is_some_and(|end| end == "html") {
            true => text_page(&text)?,
            false => text,
        };
        fs::write(&copy, text).with_context(|| format!("cannot write {}", copy.display()))?;
    }
    Ok(())
}

/// Returns what a browser asks before it installs the page (W3C, "Web Application Manifest"). Its addresses are relative,
/// as all are.
fn manifest(front: &Front) -> Vec<u8> {
    let icon = |size: u16| {
        json!({
            "src": format!("icon-{size}.png"),
            "sizes": format!("{size}x{size}"),
            "type": "image/png",
            "purpose": "any maskable",
        })
    };
    let manifest = json!({
        "name": front.title,
        "short_name": "Frise",
        "lang": "fr",
        "start_url": ".",
        "display": "minimal-ui",
        "background_color": "#fbf8f1",
        "theme_color": "#fbf8f1",
        "icons": [icon(192), icon(512)],
    });
    manifest.to_string().into_bytes()
}

fn gzip(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?)
}

/// Returns the files of one kind that trunk leaves in a folder: that of the app and that of the workshop.
fn trunk_files(folder: &Path, end: &str) -> Result<[PathBuf; 2]> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.to_string_lossy().ends_with(end) {
            found.push(path);
        }
    }
    // Trunk puts a hash into the name of the app and none into that of the workshop.
    let is_workshop = |path: &PathBuf| {
        let name = path.file_name().unwrap_or_default();
        name.to_string_lossy().starts_with(WORKSHOP)
    };
    found.sort_by_key(is_workshop);
    match <[PathBuf; 2]>::try_from(found) {
        Ok([app, workshop]) if !is_workshop(&app) && is_workshop(&workshop) => Ok([app, workshop]),
        Ok(found) => bail!("trunk left {found:?}, and should have left the app and the workshop"),
        Err(found) => bail!("trunk left {found:?}, and should have left two files of {end}"),
    }
}

fn read_bytes(path: &Path) -> Result<Vec<u8>> {
    fs::read(path).with_context(|| format!("cannot read {}", path.display()))
}

fn read(path: &Path) -> Result<String> {
    let text =
        fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
    ensure!(!text.is_empty(), "{} is empty", path.display());
    Ok(text)
}
