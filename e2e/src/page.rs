//! What a visitor opens and sees in one browser window on one page; what they do there is in `input`, and how it waits
//! in `wait`.
//!
//! Owns [`Page`]: the browser, its driver and the server that it reads from. Every method that looks for something waits
//! until it is there, at most [`PATIENCE`](crate::PATIENCE); a selector is CSS and means the first element that it matches.

use std::path::Path;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use anyhow::{Context, Result, bail, ensure};
use fantoccini::{Client, ClientBuilder, Locator};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};

use crate::driver::Driver;
use crate::outside::Outside;
use crate::settings::{Browser, Network, Settings, capabilities};
use crate::site::Site;
use crate::vendor;

/// A browser window on a site.
#[derive(Debug)]
pub struct Page {
    pub(crate) client: Client,
    browser: Browser,
    pub(crate) settings: Settings,
    site: Site,
    outside: Outside,
    /// What the documents that were left behind had logged.
    errors: Mutex<Vec<String>>,
    /// Ends the browser when the page is dropped.
    pub(crate) driver: Driver,
}

impl Page {
    /// Returns a new browser window, still empty, for the pages of `site`.
    ///
    /// # Errors
    /// The browser or its driver is missing or does not start.
    pub async fn new(browser: Browser, settings: Settings, site: Site) -> Result<Page> {
        let driver = Driver::start(browser, &settings).await?;
        let outside = Outside::start().await?;
        let network = Network {
            site: site.port(),
            outside: outside.port(),
        };
        let client = connect(browser, &settings, &driver, network).await?;
        let page = Page {
            client,
            browser,
            settings,
            site,
            outside,
            errors: Mutex::default(),
            driver,
        };
        page.set_up().await?;
        Ok(page)
    }

    /// Ends the browser and starts it again with all that it has stored, as a reader does who comes back another day. The
    /// window is empty.
    ///
    /// # Errors
    /// The browser does not end or does not start. Only Chromium keeps its profile.
    pub async fn restart(&mut self) -> Result<()> {
        ensure!(
            self.browser == Browser::Chromium,
            "only Chromium keeps what it has stored"
        );
        self.client.clone().close().await?;
        let network = Network {
            site: self.site.port(),
            outside: self.outside.port(),
        };
        self.client = connect(self.browser, &self.settings, &self.driver, network).await?;
        self.set_up().await
    }

    /// Sets what can be set only in a browser that runs.
    async fn set_up(&self) -> Result<()> {
        if self.browser == Browser::Chromium {
            vendor::set_chromium_tastes(&self.client, &self.settings).await?;
        }
        self.resize(self.settings.width, self.settings.height).await
    }

    /// Returns the browser that this is, for what only one of them can do.
    pub fn browser(&self) -> Browser {
        self.browser
    }

    /// Returns the server that the page comes from.
    pub fn site(&self) -> &Site {
        &self.site
    }

    /// Opens the page afresh at this query and hash, such as `?q=cyber#strategie-2017.p42`, and waits until it says that it
    /// is ready: by the attribute `data-ready` on any element.
    pub async fn open(&self, query: &str) -> Result<()> {
        self.go(query).await?;
        self.wait_for("[data-ready]").await
    }

    /// Opens the page afresh at this query and hash and waits for its HTML only.
    pub async fn go(&self, query: &str) -> Result<()> {
        self.take_along_errors().await?;
        // From elsewhere, because a browser does not load a page again when only the hash differs.
        self.client.goto("about:blank").await?;
        Ok(self
            .client
            .goto(&format!("{}{query}", self.site.url()))
            .await?)
    }

    /// Loads the page again.
    pub async fn reload(&self) -> Result<()> {
        self.take_along_errors().await?;
        Ok(self.client.refresh().await?)
    }

    /// Goes one step back in the history.
    pub async fn back(&self) -> Result<()> {
        Ok(self.client.back().await?)
    }

    /// Goes one step forward in the history.
    pub async fn forward(&self) -> Result<()> {
        Ok(self.client.forward().await?)
    }

    /// Returns what stands in the address bar after the page's own address: query and hash, percent-encoded as the browser
    /// has it.
    pub async fn address(&self) -> Result<String> {
        let address = self.client.current_url().await?;
        let own = self.site.url();
        let rest = address.as_str().strip_prefix(&own);
        Ok(rest
            .with_context(|| format!("the page has left {own} for {address}"))?
            .to_owned())
    }

    /// Gives the page's viewport this size in CSS pixels.
    ///
    /// # Errors
    /// Firefox keeps its windows wider than 450 pixels or so.
    pub async fn resize(&self, width: u32, height: u32) -> Result<()> {
        if self.browser == Browser::Chromium {
            return vendor::set_chromium_viewport(&self.client, width, height).await;
        }
        if self.browser == Browser::Firefox && !self.settings.scripts {
            // The start argument has set the size of the window, and nobody can ask the page for its own.
            return Ok(());
        }
        let frame = self
            .script("return [outerWidth - innerWidth, outerHeight - innerHeight]")
            .await?;
        let outer = |inner: u32, index: usize| {
            inner + u32::try_from(frame[index].as_u64().unwrap_or(0)).unwrap_or(0)
        };
        self.client
            .set_window_size(outer(width, 0), outer(height, 1))
            .await?;
        self.until("the window's new size", async || {
            let size = self.script("return [innerWidth, innerHeight]").await?;
            ensure!(
                size == json!([width, height]),
                "it is {size} instead of [{width},{height}]"
            );
            Ok(())
        })
        .await
    }

    /// Returns the visible text of an element.
    pub async fn text(&self, selector: &str) -> Result<String> {
        self.on("to be read", selector, async |element| {
            Ok(element.text().await?)
        })
        .await
    }

    /// Returns the visible texts of all elements that match now, in document order; none is waited for.
    pub async fn texts(&self, selector: &str) -> Result<Vec<String>> {
        let mut texts = Vec::new();
        for element in self.client.find_all(Locator::Css(selector)).await? {
            texts.push(element.text().await?);
        }
        Ok(texts)
    }

    /// Returns all that can be read on the page now, also where scripts are switched off; WebDriver's own way of reading
    /// leaves out `<noscript>`.
    pub async fn whole_text(&self) -> Result<String> {
        let text = self.script("return document.body.innerText").await?;
        Ok(text.as_str().unwrap_or_default().to_owned())
    }

    /// Returns how many elements match now; none is waited for.
    pub async fn count(&self, selector: &str) -> Result<usize> {
        Ok(self.client.find_all(Locator::Css(selector)).await?.len())
    }

    /// Returns the value of an element's attribute, if it has it.
    pub async fn attribute(&self, selector: &str, name: &str) -> Result<Option<String>> {
        self.on("to be read", selector, async |element| {
            Ok(element.attr(name).await?)
        })
        .await
    }

    /// Returns what is typed in a field now.
    pub async fn value(&self, selector: &str) -> Result<String> {
        self.on("to be read", selector, async |element| {
            Ok(element.prop("value").await?.unwrap_or_default())
        })
        .await
    }

    /// Runs the body of a JavaScript function in the page and gives what it returns; a promise is awaited.
    pub async fn script(&self, body: &str) -> Result<Value> {
        Ok(self.client.execute(body, Vec::new()).await?)
    }

    /// Everything that has gone wrong in the page until now: errors, rejected promises, messages of `console.error`, files
    /// that did not load. Nothing can be heard while scripts are switched off. What is left when a journey ends fails it; so
    /// a journey in which something must go wrong takes the errors and looks at them.
    pub async fn take_errors(&self) -> Result<Vec<String>> {
        self.take_along_errors().await?;
        let mut errors = self.errors.lock().unwrap_or_else(PoisonError::into_inner);
        Ok(std::mem::take(&mut *errors))
    }

    /// Remembers what the document has logged, before it is left behind.
    pub(crate) async fn take_along_errors(&self) -> Result<()> {
        if !self.settings.scripts {
            return Ok(());
        }
        let fresh = self
            .script("return (window.friseErrors || []).splice(0)")
            .await?;
        let fresh = fresh
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(Value::as_str)
            .map(str::to_owned);
        self.errors
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .extend(fresh);
        Ok(())
    }

    /// Waits until another origin has been asked: by method and address, or for an encrypted connection `CONNECT` with host
    /// and port.
    pub async fn wait_for_foreign_request(&self, request: &str) -> Result<()> {
        self.until(format_args!("`{request}`"), async || {
            let heard = self.outside.heard();
            ensure!(
                heard.iter().any(|one| one == request),
                "heard are {heard:?}"
            );
            Ok(())
        })
        .await
    }

    /// Returns what was asked of another origin until now, by the page or anything in it. What is left when a journey ends
    /// fails it.
    pub fn take_foreign_requests(&self) -> Vec<String> {
        self.outside.take()
    }

    /// Returns the addresses of everything that the document has loaded or tried to load, but not the document itself.
    pub async fn loaded(&self) -> Result<Vec<String>> {
        let names = self
            .script("return performance.getEntriesByType('resource').map((entry) => entry.name)")
            .await?;
        Ok(names
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(Value::as_str)
            .map(str::to_owned)
            .collect())
    }

    /// Saves a PNG of the viewport, or with `full` of the whole page.
    pub async fn save_picture(&self, path: &Path, full: bool) -> Result<()> {
        let picture = match (full, self.browser) {
            (false, _) => self.client.screenshot().await?,
            (true, Browser::Chromium) => vendor::chromium_full_picture(&self.client).await?,
            (true, Browser::Firefox) => vendor::firefox_full_picture(&self.client).await?,
            (true, Browser::WebKit) => bail!("WebKit takes no picture beyond its window"),
        };
        std::fs::write(path, picture).with_context(|| format!("cannot write {}", path.display()))
    }

    /// Returns how many sheets of A4 the page prints; `None` in another browser than Chromium, whose files tell.
    pub async fn sheets(&self) -> Result<Option<usize>> {
        if self.browser != Browser::Chromium {
            return Ok(None);
        }
        let file = vendor::print_in_chromium(&self.client).await?;
        // The objects of Chromium's files are not packed, only their content.
        let sheets = |start: &[u8]| {
            file.windows(start.len())
                .filter(|part| *part == start)
                .count()
        };
        Ok(Some(sheets(b"/Type /Page\n")))
    }

    /// Returns the page's HTML as it stands now.
    pub async fn source(&self) -> Result<String> {
        Ok(self.client.source().await?)
    }

    /// Sets how long a script may run from now on; 30 seconds by default.
    pub async fn allow_scripts(&self, time: Duration) -> Result<()> {
        let limits = fantoccini::wd::TimeoutConfiguration::new(Some(time), None, None);
        Ok(self.client.update_timeouts(limits).await?)
    }
}

/// Starts a browser.
async fn connect(
    browser: Browser,
    settings: &Settings,
    driver: &Driver,
    network: Network,
) -> Result<Client> {
    let capabilities = capabilities(browser, settings, driver.scratch().path(), network);
    ClientBuilder::new(HttpConnector::new())
        .capabilities(capabilities)
        .connect(&driver.url())
        .await
        .with_context(|| {
            format!(
                "{} did not start: run `cargo xtask setup`, which installs it",
                browser.name()
            )
        })
}
