//! How long a first visit takes on a poor laptop with a poor connection, in Chromium.

use std::path::Path;

use anyhow::{Context, Result};
use serde_json::json;

use crate::page::Page;
use crate::settings::{Browser, Settings};
use crate::site::{Serving, Site};
use crate::vendor::devtools;

/// How much slower than this machine's the processor is.
const SLOWER: u32 = 4;
/// What comes down, in bits a second.
const DOWN: u32 = 1_600_000;
/// What goes up, in bits a second.
const UP: u32 = 750_000;
/// How long an answer takes to begin, in milliseconds.
const LATENCY: u32 = 150;

/// Notes in `window.friseTimes` when the page says that it can be used and has its search box, and when it says that all of
/// it is there, each once it has drawn that and can take a click: milliseconds since the visit began.
const WATCHER: &str = "const times = (window.friseTimes = []);
let seen = 0;
new MutationObserver((_, observer) => {
    const stages = ['[data-usable] #q, [data-ready] #q', '[data-ready] .found'];
    while (document.querySelector(stages[seen])) {
        const stage = seen++;
        requestAnimationFrame(() => setTimeout(() => { times[stage] = performance.now() }));
        if (seen === stages.length) return observer.disconnect();
    }
}).observe(document, { subtree: true, childList: true, attributes: true });";

/// A first visit, in milliseconds since it began.
#[derive(Clone, Copy, Debug)]
pub struct Visit {
    /// Until the first text is painted.
    pub text: f64,
    /// Until the search and the wall are there and take a click.
    pub usable: f64,
    /// Until all of the page is there.
    pub whole: f64,
}

/// Makes one first visit to the page of `dist`, which holds packed copies too, in a fresh browser with a slower processor and a slower network.
///
/// # Errors
/// The page or the browser is not there, or the page is not ready in time.
pub async fn first_visit(dist: &Path) -> Result<Visit> {
    let serving = Serving {
        packed: true,
        ..Serving::default()
    };
    let site = Site::start(dist, &serving).await?;
    let page = Page::new(Browser::Chromium, Settings::default(), site).await?;
    let (down, up) = (DOWN / 8, UP / 8);
    let network = json!({ "offline": false, "latency": LATENCY, "downloadThroughput": down, "uploadThroughput": up });
    let commands = [
        ("Network.enable", json!({})),
        ("Network.emulateNetworkConditions", network),
        ("Emulation.setCPUThrottlingRate", json!({ "rate": SLOWER })),
        (
            "Page.addScriptToEvaluateOnNewDocument",
            json!({ "source": WATCHER }),
        ),
    ];
    for (name, parameters) in commands {
        devtools(&page.client, name, parameters).await?;
    }
    page.go("").await?;
    page.wait_that("all of the page is there", "window.friseTimes[1]")
        .await?;
    let times = "return [performance.getEntriesByName('first-contentful-paint')[0]?.startTime, ...window.friseTimes]";
    let times = page.script(times).await?;
    let time = |index: usize| times[index].as_f64();
    Ok(Visit {
        text: time(0).context("the browser did not tell when it first painted something")?,
        usable: time(1).context("the page did not tell when it could be used")?,
        whole: time(2).context("the page did not tell when all of it was there")?,
    })
}

/// The circumstances of a visit, in words.
pub fn circumstances() -> String {
    format!(
        "processor {SLOWER} times slower, {:.1} Mbit/s, {LATENCY} ms",
        f64::from(DOWN) / 1e6
    )
}
