//! Runs a measuring script in the page, in Chromium.

use std::path::Path;
use std::time::Duration;

use anyhow::{Context, Result};
use serde_json::Value;

use crate::page::Page;
use crate::settings::{Browser, Settings};
use crate::site::{Serving, Site, Trouble};

/// The longest that a measuring script may take.
const LIMIT: Duration = Duration::from_secs(900);

/// Opens the page of `dist` at `query` in headless Chromium, waits until it is ready, runs `script` there, and gives what it
/// returns. The script is the body of an async function, so it may `await`; what it returns must have a JSON form.
///
/// The page is isolated from other origins, so that `performance.now()` has steps of 5 µs instead of 100 µs.
///
/// # Errors
/// The page or the browser is not there, the page is not ready in time, or the script throws or takes over 15 minutes.
pub async fn browser_bench(dist: &Path, query: &str, script: &str) -> Result<Value> {
    let serving = Serving {
        isolated: true,
        ..Serving::default()
    };
    let site = Site::start(dist, &serving).await?;
    // What is measured is the page, not a worker that stores it meanwhile.
    site.has_trouble_with("/worker.js", Trouble::Missing);
    let page = Page::new(Browser::Chromium, Settings::default(), site).await?;
    page.allow_scripts(LIMIT).await?;
    page.open(query).await?;
    page.script(&format!("return (async () => {{\n{script}\n}})()"))
        .await
        .context("the measuring script failed")
}
