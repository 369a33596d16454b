//! What a browser keeps of a page beyond its window: files that are saved, and what a site may store.

use std::path::PathBuf;

use anyhow::{Result, ensure};

use crate::page::Page;
use crate::settings::{Browser, downloads};
use crate::site::ERROR_RECORDER;
use crate::vendor;

impl Page {
    /// Opens an address that need not be the site's, and waits for its HTML only.
    pub async fn visit(&self, address: &str) -> Result<()> {
        self.take_along_errors().await?;
        Ok(self.client.goto(address).await?)
    }

    /// Listens for errors also in pages that do not come from the server, where the browser can.
    pub(crate) async fn listen_first(&self) -> Result<()> {
        match self.browser() {
            Browser::Chromium => vendor::run_in_chromium_first(&self.client, ERROR_RECORDER).await,
            Browser::Firefox | Browser::WebKit => Ok(()),
        }
    }

    /// Lets the site store so many bytes in the browser.
    ///
    /// # Errors
    /// The browser is not Chromium.
    pub async fn limit_storage(&self, bytes: u32) -> Result<()> {
        ensure!(
            self.browser() == Browser::Chromium,
            "only Chromium can be told how much a site may store"
        );
        vendor::limit_chromium_storage(&self.client, &self.site().url(), bytes).await
    }

    /// Waits until the browser has saved one file with this ending whole, and says where; the file goes with the browser.
    pub async fn saved_file(&self, ending: &str) -> Result<PathBuf> {
        let folder = downloads(self.driver.scratch().path());
        self.until("a saved file", async || {
            let entries = std::fs::read_dir(&folder)?;
            let mut files: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
            // Until it is whole it has another name, in Firefox beside an empty file of its own.
            ensure!(files.len() == 1, "there are {files:?}");
            let file = files.swap_remove(0);
            let whole = file.extension().is_some_and(|end| end == ending);
            ensure!(whole, "{file:?} is not whole");
            Ok(file)
        })
        .await
    }
}
