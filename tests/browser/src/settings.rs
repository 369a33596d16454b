//! What the visitor's browser is like: which one, its size, language and tastes, and what is switched off in it.
//!
//! Owns [`Settings`] and their translation into each browser's WebDriver capabilities. What has no capability (the size of
//! Chromium's page, its colour scheme) is set by [`crate::page`] once the browser runs.

use std::env;
use std::path::Path;

use anyhow::{Result, bail};
use serde_json::{Map, Value, json};

/// A browser that journeys run in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Browser {
    Chromium,
    Firefox,
}

impl Browser {
    /// The browser that `FRISE_BROWSER` names; Chromium where it is not set.
    ///
    /// # Errors
    /// Another name than `chromium` or `firefox`.
    pub fn from_environment() -> Result<Browser> {
        match env::var("FRISE_BROWSER").as_deref() {
            Ok("chromium") | Err(_) => Ok(Browser::Chromium),
            Ok("firefox") => Ok(Browser::Firefox),
            Ok(other) => bail!("FRISE_BROWSER is `{other}`: set it to `chromium` or `firefox`"),
        }
    }

    /// The name that `FRISE_BROWSER` knows it by.
    pub fn name(self) -> &'static str {
        match self {
            Browser::Chromium => "chromium",
            Browser::Firefox => "firefox",
        }
    }
}

/// A visitor's browser.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Width of the page's viewport in CSS pixels. Firefox cannot go below 500.
    pub width: u32,
    /// Height of the page's viewport in CSS pixels.
    pub height: u32,
    /// The language that the browser asks for, as in `navigator.language`.
    pub language: &'static str,
    /// Whether dark colours are preferred.
    pub dark: bool,
    /// Whether less motion is preferred.
    pub reduced_motion: bool,
    /// Whether the browser runs scripts.
    pub scripts: bool,
    /// Whether the browser has WebAssembly.
    pub web_assembly: bool,
}

impl Default for Settings {
    /// A laptop in French, in light colours, with everything switched on.
    fn default() -> Settings {
        Settings {
            width: 1280,
            height: 800,
            language: "fr",
            dark: false,
            reduced_motion: false,
            scripts: true,
            web_assembly: true,
        }
    }
}

/// The WebDriver capabilities of a browser with these settings, whose profile may be written into `scratch`.
pub fn capabilities(browser: Browser, settings: &Settings, scratch: &Path) -> Map<String, Value> {
    let (key, options) = match browser {
        Browser::Chromium => ("goog:chromeOptions", chromium_options(settings, scratch)),
        Browser::Firefox => ("moz:firefoxOptions", firefox_options(settings)),
    };
    Map::from_iter([(key.to_owned(), options)])
}

fn chromium_options(settings: &Settings, scratch: &Path) -> Value {
    let mut arguments: Vec<String> = [
        "--headless",
        // Root may not use the sandbox, and the only page that is opened is our own.
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--disable-dev-shm-usage",
        // No name is looked up: a page that asks another machine for something is told that there is none.
        "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1 , EXCLUDE localhost",
    ]
    .map(str::to_owned)
    .to_vec();
    arguments.push(format!(
        "--user-data-dir={}",
        scratch.join("profile").display()
    ));
    arguments.push(format!(
        "--window-size={},{}",
        settings.width, settings.height
    ));
    arguments.push(format!("--lang={}", settings.language));
    arguments.push(format!("--accept-lang={}", settings.language));
    if !settings.web_assembly {
        // Without its compiler V8 has no WebAssembly; a switch for that alone it has no longer.
        arguments.push("--js-flags=--jitless".to_owned());
    }
    let scripts = if settings.scripts { 1 } else { 2 };
    json!({
        "args": arguments,
        "prefs": { "profile.default_content_setting_values.javascript": scripts },
    })
}

fn firefox_options(settings: &Settings) -> Value {
    json!({
        "args": ["-headless", "-width", settings.width.to_string(), "-height", settings.height.to_string()],
        "prefs": {
            "intl.accept_languages": settings.language,
            "javascript.enabled": settings.scripts,
            "javascript.options.wasm": settings.web_assembly,
            "layout.css.prefers-color-scheme.content-override": if settings.dark { 0 } else { 1 },
            "ui.prefersReducedMotion": i32::from(settings.reduced_motion),
            // No name is looked up, as in Chromium.
            "network.dns.disabled": true,
        },
    })
}
