//! Journeys: what a visitor does in the built page, done by a real browser, with what they must see.
//!
//! A journey is an ordinary test that is ignored by a plain `cargo test`, because it needs the built page and a browser.
//! `cargo xtask test` builds and installs both and then runs every journey in Chromium, in Firefox and in WebKit. By hand:
//!
//! ```text
//! cargo xtask build
//! FRISE_DIST=dist FRISE_BROWSER=chromium cargo test -p frise-browser-tests -- --ignored
//! ```
//!
//! (Where a driver is not on `PATH`, `CHROMEDRIVER`, `GECKODRIVER` or `WEBKITWEBDRIVER` names it.)
//!
//! Journeys live in `tests/journeys/`. Each gets a fresh browser without cookies or storage, and its own server, which
//! serves the page from a sub-path as a course site would and answers 404 to everything else:
//!
//! ```text
//! #[test]
//! #[ignore = "needs a browser: run cargo xtask test"]
//! fn a_search_on_a_telephone_can_be_taken_back() {
//!     journey(Settings { width: 360, ..Settings::default() }, async |page| {
//!         page.open("?q=cyber").await?;
//!         page.replace_text("input[type=search]", "souveraineté").await?;
//!         page.press(Key::Enter).await?;
//!         page.wait_for_text("[role=status]", "passages").await?;
//!         page.wait_that("the words are marked", "document.querySelector('mark') !== null").await?;
//!         page.back().await?;
//!         page.wait_for_address("?q=cyber").await
//!     });
//! }
//! ```
//!
//! Nothing here sleeps for a fixed time: every `wait_…` looks until the condition holds and gives up after [`PATIENCE`]
//! with a message that says what was waited for and what was there instead. At the end of each journey the errors that the
//! page logged are read too, and any of them fails it, as does any request to another origin. A failed journey leaves a picture and the page's source, and says where.
//!
//! The rooms, in the order in which they may name each other: `site` (the server) with `packed`, `settings` (what the visitor's browser is
//! like), `outside` (what is asked of anybody else), `display` (a screen that nobody sees), `driver` (the WebDriver process), `vendor` (commands beyond WebDriver's
//! standard), `page` (what a visitor opens and sees), `input` (what they do), `wait` (how a journey waits), `host` (a page of another site that frames it),
//! `kept` (what their browser keeps), `journey` (one test from start to end), `bench` (a measuring script in the page),
//! `audit` (what others' rules say of it) with `axe` and `load`.

#[cfg(not(unix))]
compile_error!(
    "Frise's browser tests run on Linux and macOS; on Windows use the Windows Subsystem for Linux"
);

mod audit;
mod axe;
mod bench;
mod display;
mod driver;
mod host;
mod input;
mod journey;
mod kept;
mod load;
mod outside;
mod packed;
mod page;
mod settings;
mod site;
mod vendor;
mod wait;

pub use anyhow::{Context, Result, bail, ensure};
pub use audit::{audit, compare};
pub use bench::browser_bench;
pub use fantoccini::key::Key;
pub use host::Host;
pub use journey::{built_page, journey, journey_with_worker};
pub use page::Page;
pub use settings::{Browser, Settings};
pub use site::{Serving, Site, Trouble};
pub use wait::PATIENCE;
