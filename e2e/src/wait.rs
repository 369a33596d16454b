//! How a journey waits: it looks again until what it expects is there.

use std::fmt::Display;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};
use fantoccini::Locator;
use fantoccini::elements::Element;
use serde_json::json;

use crate::page::Page;

/// How long a condition is waited for. It is met in milliseconds; the rest is for a machine that is busy with other things.
pub const PATIENCE: Duration = Duration::from_secs(60);

/// The pause between two looks.
const PAUSE: Duration = Duration::from_millis(25);

impl Page {
    /// Waits until an element matches.
    pub async fn wait_for(&self, selector: &str) -> Result<()> {
        self.on("to be there", selector, async |_| Ok(())).await
    }

    /// Waits until no element matches.
    pub async fn wait_until_gone(&self, selector: &str) -> Result<()> {
        self.until(format_args!("`{selector}` to go"), async || {
            let count = self.count(selector).await?;
            ensure!(count == 0, "there are {count}");
            Ok(())
        })
        .await
    }

    /// Waits until the visible text of an element contains `part`.
    pub async fn wait_for_text(&self, selector: &str, part: &str) -> Result<()> {
        self.on(format_args!("to say `{part}`"), selector, async |element| {
            let text = element.text().await?;
            ensure!(text.contains(part), "it says `{text}`");
            Ok(())
        })
        .await
    }

    /// Waits until [`Page::whole_text`] contains `part`.
    pub async fn wait_for_whole_text(&self, part: &str) -> Result<()> {
        self.until(format_args!("the page to say `{part}`"), async || {
            let text = self.whole_text().await?;
            ensure!(text.contains(part), "it says `{text}`");
            Ok(())
        })
        .await
    }

    /// Waits until [`Page::address`] is exactly this.
    pub async fn wait_for_address(&self, expected: &str) -> Result<()> {
        self.until(format_args!("the address to be `{expected}`"), async || {
            let address = self.address().await?;
            ensure!(address == expected, "it is `{address}`");
            Ok(())
        })
        .await
    }

    /// Waits until a JavaScript expression is true in the page; `what` says in words what that means.
    pub async fn wait_that(&self, what: &str, expression: &str) -> Result<()> {
        let script = format!("return Boolean({expression})");
        self.until(format_args!("it to hold that {what}"), async || {
            ensure!(
                self.script(&script).await? == json!(true),
                "`{expression}` is false"
            );
            Ok(())
        })
        .await
    }

    /// Waits until nothing of the page sticks out of its window sideways; `what` names the page.
    pub async fn wait_until_it_fits(&self, what: &str) -> Result<()> {
        let fits = "document.documentElement.scrollWidth <= document.documentElement.clientWidth";
        let width = self.settings.width;
        self.wait_that(&format!("{what} fits into {width} px"), fits)
            .await
    }

    /// Does something with the first element that matches, as soon as there is one and it can be done.
    pub(crate) async fn on<T>(
        &self,
        purpose: impl Display,
        selector: &str,
        act: impl AsyncFn(Element) -> Result<T>,
    ) -> Result<T> {
        self.until(format_args!("`{selector}` {purpose}"), async || {
            let found = self.client.find_all(Locator::Css(selector)).await?;
            let Some(element) = found.into_iter().next() else {
                bail!("no element matches")
            };
            act(element).await
        })
        .await
    }

    /// Looks again until there is no error. Any error may be one of a page that is being redrawn.
    pub(crate) async fn until<T>(
        &self,
        what: impl Display,
        look: impl AsyncFn() -> Result<T>,
    ) -> Result<T> {
        let start = Instant::now();
        loop {
            match look().await {
                Err(_) if start.elapsed() < PATIENCE => tokio::time::sleep(PAUSE).await,
                result => {
                    return result
                        .with_context(|| format!("waited {} s for {what}", PATIENCE.as_secs()));
                }
            }
        }
    }
}
