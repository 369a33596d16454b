//! How long a visit takes on a poor laptop, in Chromium: the first one with a poor connection, and one by a reader who comes
//! back to a page that the browser has stored.

use std::path::Path;
use std::time::Duration;

use anyhow::{Context, Result};
use serde_json::json;
use tokio::time::sleep;

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

/// How long the browser is left alone after a visit. Chromium stores compiled WebAssembly once two seconds have passed in
/// which it has compiled no more.
const REST: Duration = Duration::from_secs(4);

/// Waits until the service worker has stored the page and the plain page of the texts, which it stores at the second visit.
const STORED: &str = "return (async () => {
    await navigator.serviceWorker.ready;
    const pause = () => new Promise((done) => setTimeout(done, 25));
    while (!(await caches.match('textes.html'))) await pause();
})()";

/// A visit, in milliseconds since it began.
#[derive(Clone, Copy, Debug)]
pub struct Visit {
    /// Until the first text is painted.
    pub text: f64,
    /// Until the search and the wall are there and take a click.
    pub usable: f64,
    /// Until all of the page is there.
    pub whole: f64,
}

/// Makes one first visit to the page of `dist`, which holds packed copies too, in a fresh browser with a slower processor and
/// a slower network.
///
/// # Errors
/// The page or the browser is not there, or the page is not ready in time.
pub async fn first_visit(dist: &Path) -> Result<Visit> {
    let page = open_browser(dist).await?;
    let (down, up) = (DOWN / 8, UP / 8);
    let network = json!({ "offline": false, "latency": LATENCY, "downloadThroughput": down, "uploadThroughput": up });
    devtools(&page.client, "Network.enable", json!({})).await?;
    devtools(&page.client, "Network.emulateNetworkConditions", network).await?;
    timed_visit(&page).await
}

/// A reader who has visited the page before, and whose browser has stored what it stores.
#[derive(Debug)]
pub struct Regular {
    page: Page,
}

impl Regular {
    /// Makes two visits to the page of `dist`, which holds packed copies too, in a fresh browser.
    ///
    /// # Errors
    /// The page or the browser is not there, or the page is not stored in time.
    pub async fn new(dist: &Path) -> Result<Regular> {
        let mut page = open_browser(dist).await?;
        page.open("").await?;
        page.script("return navigator.serviceWorker.ready.then(() => null)")
            .await?;
        sleep(REST).await;
        page.restart().await?;
        page.open("").await?;
        page.script(STORED).await?;
        sleep(REST).await;
        Ok(Regular { page })
    }

    /// Visits the page again, in a browser that was started again, with a slower processor.
    ///
    /// # Errors
    /// The browser does not start again, or the page is not ready in time.
    pub async fn visit(&mut self) -> Result<Visit> {
        self.page.restart().await?;
        timed_visit(&self.page).await
    }
}

/// Returns a fresh browser for the page of `dist`.
async fn open_browser(dist: &Path) -> Result<Page> {
    let serving = Serving {
        packed: true,
        ..Serving::default()
    };
    let site = Site::start(dist, &serving).await?;
    Page::new(Browser::Chromium, Settings::default(), site).await
}

/// Visits the page with a slower processor.
async fn timed_visit(page: &Page) -> Result<Visit> {
    let commands = [
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

/// Returns the circumstances of a first visit, in words.
pub fn first_circumstances() -> String {
    format!(
        "{}, {:.1} Mbit/s, {LATENCY} ms",
        circumstances(),
        f64::from(DOWN) / 1e6
    )
}

/// Returns the circumstances of any visit, in words.
pub fn circumstances() -> String {
    format!("processor {SLOWER} times slower")
}
