//! A page that frames the built one, from another origin and another site, as a course page does.
//!
//! Owns [`Host`], a server of pages that a journey writes itself, and how a visitor goes into a frame and out of it. The host
//! is reached as `localhost` and the built page as `127.0.0.1`: the same machine, but for a browser two sites, so that what
//! it blocks for third parties it blocks here too.

use anyhow::{Context, Result};
use tempfile::TempDir;

use crate::journey::built_page;
use crate::page::Page;
use crate::site::{Serving, Site};

/// A site with pages of a journey's own.
#[derive(Debug)]
pub struct Host {
    site: Site,
    folder: TempDir,
}

impl Host {
    /// Returns a site without pages yet.
    ///
    /// # Errors
    /// There is no temporary folder, or no free port.
    pub async fn start() -> Result<Host> {
        let folder = tempfile::Builder::new().prefix("frise-host-").tempdir()?;
        let serving = Serving {
            records_errors: true,
            ..Serving::default()
        };
        let site = Site::start(folder.path(), &serving).await?;
        Ok(Host { site, folder })
    }

    /// Scheme, host and port, as in `location.origin`.
    pub fn origin(&self) -> String {
        self.site.host_url().trim_end_matches('/').to_owned()
    }

    /// Puts a page at `/NAME.html`: what stands in its body, iframes and scripts included.
    ///
    /// # Errors
    /// The file cannot be written.
    pub fn put(&self, name: &str, body: &str) -> Result<()> {
        let html = format!(
            "<!doctype html>\n<html lang=\"fr\">\n<meta charset=\"utf-8\">\n<title>Cours</title>\n<body>\n{body}\n</body>\n</html>\n"
        );
        self.put_file(&format!("{name}.html"), &html)
    }

    /// Puts a file of any kind at a path without folders, or into `frise/`, once there is the built page.
    ///
    /// # Errors
    /// The file cannot be written.
    pub fn put_file(&self, path: &str, text: &str) -> Result<()> {
        let path = self.folder.path().join(path);
        std::fs::write(&path, text).with_context(|| format!("cannot write {}", path.display()))
    }

    /// Puts a copy of the built page at `/frise/`, for what may stand beside it.
    ///
    /// # Errors
    /// There is no built page, or it cannot be copied.
    pub fn put_built_page(&self) -> Result<()> {
        let copy = self.folder.path().join("frise");
        std::fs::create_dir(&copy)?;
        for file in std::fs::read_dir(built_page()?)? {
            let file = file?;
            if file.file_type()?.is_file() {
                std::fs::copy(file.path(), copy.join(file.file_name()))?;
            }
        }
        Ok(())
    }

    /// Every path that was asked for until now, in order.
    pub fn requests(&self) -> Vec<String> {
        self.site.requests()
    }
}

impl Page {
    /// Returns the HTML of a frame that shows the built page at this query and hash, with these attributes more, if any.
    pub fn framed(&self, query: &str, attributes: &str) -> String {
        let query = query.replace('&', "&amp;").replace('"', "&quot;");
        format!(
            "<iframe src=\"{}{query}\" title=\"Frise\" width=\"700\" height=\"600\" {attributes}></iframe>",
            self.site().url()
        )
    }

    /// Opens a page of a host and waits for its HTML only.
    pub async fn open_host(&self, host: &Host, name: &str) -> Result<()> {
        self.open_beside(host, &format!("{name}.html")).await
    }

    /// Opens what stands at a path of a host, with query and hash, and waits for its HTML only.
    pub async fn open_beside(&self, host: &Host, path: &str) -> Result<()> {
        self.take_along_errors().await?;
        let address = format!("{}/{path}", host.origin());
        Ok(self.client.goto(&address).await?)
    }

    /// Goes into an iframe: from now on selectors, scripts and keys mean what is in it. `address` and what waits for one still
    /// mean the host, so ask for `location` by a script.
    pub async fn enter_frame(&self, selector: &str) -> Result<()> {
        self.take_along_errors().await?;
        self.on("to be entered", selector, async |element| {
            Ok(element.enter_frame().await?)
        })
        .await
    }

    /// Goes back to the page that holds the frame.
    pub async fn leave_frame(&self) -> Result<()> {
        self.take_along_errors().await?;
        Ok(self.client.enter_parent_frame().await?)
    }
}
