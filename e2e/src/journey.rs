//! One journey from a fresh browser to its verdict.

use std::env;
use std::fs;
use std::panic::{AssertUnwindSafe, resume_unwind};
use std::path::{Path, PathBuf};
use std::thread;

use anyhow::{Context, Result, bail, ensure};
use futures_util::FutureExt;

use crate::page::Page;
use crate::settings::{Browser, Settings};
use crate::site::{Serving, Site, Trouble};

/// Runs a journey as the body of a test: serves the page of `FRISE_DIST` from a sub-path, opens the browser that
/// `FRISE_BROWSER` names, lets `steps` happen, and reads what the page has logged and whom it has asked for something.
///
/// # Panics
/// When a step fails, when the page has logged an error or asked another origin for anything, or when the page or the browser is not there. A picture, the
/// source of the page as it was then and the reason are left in the folder `FRISE_EVIDENCE`, or in the system's temporary folder.
///
/// The server withholds the service worker, so that each page comes from it and nothing happens in between.
#[track_caller]
pub fn journey(settings: Settings, steps: impl AsyncFnOnce(&Page) -> Result<()>) {
    run(settings, Workers::Withheld, steps);
}

/// Does the same with the service worker, for journeys that go on without a network.
///
/// # Panics
/// As [`journey`]. In Firefox, nothing is heard of what goes wrong in a page that comes from the worker.
#[track_caller]
pub fn journey_with_worker(settings: Settings, steps: impl AsyncFnOnce(&Page) -> Result<()>) {
    run(settings, Workers::Served, steps);
}

#[derive(Clone, Copy, PartialEq)]
enum Workers {
    Withheld,
    Served,
}

#[track_caller]
fn run(settings: Settings, workers: Workers, steps: impl AsyncFnOnce(&Page) -> Result<()>) {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .expect("a runtime");
    if let Err(error) = runtime.block_on(travel(settings, workers, steps)) {
        // The chain of reasons, one a line; `{:?}` would add the stack of the runtime, which tells nothing of the page.
        let reasons: Vec<String> = error.chain().map(ToString::to_string).collect();
        let reasons = reasons.join("\n    because: ");
        leave_failure(&reasons);
        panic!("{reasons}");
    }
}

async fn travel(
    settings: Settings,
    workers: Workers,
    steps: impl AsyncFnOnce(&Page) -> Result<()>,
) -> Result<()> {
    let browser = Browser::from_environment()?;
    let serving = Serving {
        prefix: "/cours/frise/",
        records_errors: true,
        ..Serving::default()
    };
    let site = Site::start(&built_page()?, &serving).await?;
    if workers == Workers::Withheld {
        site.has_trouble_with("/worker.js", Trouble::Missing);
    }
    let page = Page::new(browser, settings, site).await?;
    if workers == Workers::Served {
        page.listen_first().await?;
    }
    // A failed assertion must leave its evidence too.
    let outcome = AssertUnwindSafe(steps(&page)).catch_unwind().await;
    let errors = page.take_errors().await;
    let foreign = page.take_foreign_requests();
    if let (Ok(Ok(())), Ok([]), []) = (&outcome, errors.as_deref(), foreign.as_slice()) {
        return Ok(());
    }
    eprintln!("{}", leave_evidence(&page).await);
    match errors {
        Ok(errors) => errors
            .iter()
            .for_each(|error| eprintln!("the page logged: {error}")),
        Err(error) => eprintln!("what the page logged is not known: {error:#}"),
    }
    for request in foreign {
        eprintln!("another origin was asked: {request}");
    }
    match outcome {
        Ok(Ok(())) => bail!("the steps went well, but not all was well in the page"),
        Ok(Err(error)) => Err(error),
        Err(panic) => {
            leave_failure("a step panicked");
            resume_unwind(panic)
        }
    }
}

/// Returns the folder of the built page.
///
/// # Errors
/// `FRISE_DIST` is not set, or holds no page.
pub fn built_page() -> Result<PathBuf> {
    let folder = env::var_os("FRISE_DIST")
        .context("FRISE_DIST does not say where the built page is: run `cargo xtask test`, which builds it and sets this")?;
    // Tests run in the folder of their package, and whoever sets the variable by hand means the folder of the workspace.
    let package =
        env::var_os("CARGO_MANIFEST_DIR").context("journeys are run by cargo, which is missing")?;
    let folder = Path::new(&package).join("..").join(folder);
    ensure!(
        folder.join("index.html").is_file(),
        "{} holds no index.html: run `cargo xtask build`",
        folder.display()
    );
    Ok(folder)
}

/// Returns the folder for what is left of journeys that failed.
fn evidence() -> PathBuf {
    env::var_os("FRISE_EVIDENCE")
        .map_or_else(|| env::temp_dir().join("frise-journeys"), PathBuf::from)
}

/// Returns what is left of this one in a browser, without an extension.
fn evidence_of(browser: Browser) -> PathBuf {
    let test = thread::current();
    let test = test.name().unwrap_or("journey").replace("::", "--");
    evidence().join(format!("{test}-{}", browser.name()))
}

/// Leaves the reason under the journey's name, by which `cargo xtask test` knows what to try once more.
fn leave_failure(reasons: &str) {
    let _best_effort = Browser::from_environment().map(|browser| {
        fs::create_dir_all(evidence())?;
        fs::write(evidence_of(browser).with_extension("failed"), reasons)
    });
}

/// Saves what the page looks like, and says where.
async fn leave_evidence(page: &Page) -> String {
    let stem = evidence_of(page.browser());
    match save_evidence(page, &stem).await {
        Ok(()) => format!("evidence: {0}.png and {0}.html", stem.display()),
        Err(error) => format!("no evidence could be saved: {error:#}"),
    }
}

async fn save_evidence(page: &Page, stem: &Path) -> Result<()> {
    fs::create_dir_all(stem.parent().unwrap_or(Path::new(".")))?;
    fs::write(stem.with_extension("html"), page.source().await?)?;
    page.save_picture(&stem.with_extension("png"), false).await
}
