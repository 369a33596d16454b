//! What the visitor's browser is like: which one, its size, language and tastes, and what is switched off in it.
//!
//! Owns [`Settings`] and their translation into each browser's WebDriver capabilities. What has no capability (the size of
//! Chromium's page, its colour scheme) is set by [`crate::page`] once the browser runs; WebKit takes most of it from the
//! environment that it is started in.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use serde_json::{Map, Value, json};

/// A browser that journeys run in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Browser {
    Chromium,
    Firefox,
    /// WebKitGTK, in the small browser that comes with it.
    WebKit,
}

impl Browser {
    /// Returns the browser that `FRISE_BROWSER` names; Chromium where it is not set.
    ///
    /// # Errors
    /// Another name than `chromium`, `firefox` or `webkit`.
    pub fn from_environment() -> Result<Browser> {
        match env::var("FRISE_BROWSER").as_deref() {
            Ok("chromium") | Err(_) => Ok(Browser::Chromium),
            Ok("firefox") => Ok(Browser::Firefox),
            Ok("webkit") => Ok(Browser::WebKit),
            Ok(other) => {
                bail!("FRISE_BROWSER is `{other}`: set it to `chromium`, `firefox` or `webkit`")
            }
        }
    }

    /// Returns the name that `FRISE_BROWSER` knows it by.
    pub fn name(self) -> &'static str {
        match self {
            Browser::Chromium => "chromium",
            Browser::Firefox => "firefox",
            Browser::WebKit => "webkit",
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
    /// The language that the browser asks for, as in `navigator.language`. WebKit knows only those that the system has a
    /// locale for, and asks for English where there is none.
    pub language: &'static str,
    /// Whether dark colours are preferred.
    pub dark: bool,
    /// Whether less motion is preferred.
    pub reduced_motion: bool,
    /// Whether the browser runs scripts.
    pub scripts: bool,
    /// Whether the browser has WebAssembly.
    pub web_assembly: bool,
    /// Whether a page in a frame of another site may store anything. Chromium and WebKit, which give it a store of its own,
    /// refuse it by refusing all pages.
    pub third_party_storage: bool,
    /// Whether pages may have service workers. Chromium refuses them by refusing all storage.
    pub service_workers: bool,
}

impl Settings {
    /// Returns the default at this width, or as near to it as a window comes in the browser that `FRISE_BROWSER` names:
    /// Firefox has none below 500 pixels.
    pub fn at_width(width: u32) -> Settings {
        let is_firefox =
            Browser::from_environment().is_ok_and(|browser| browser == Browser::Firefox);
        Settings {
            width: width.max(if is_firefox { 500 } else { 0 }),
            ..Settings::default()
        }
    }
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
            third_party_storage: true,
            service_workers: true,
        }
    }
}

/// Where a browser finds whom. Host pages of journeys are at `localhost`.
#[derive(Clone, Copy, Debug)]
pub struct Network {
    /// The port of the page's own server, at 127.0.0.1.
    pub site: u16,
    /// The port of the proxy that everybody else is behind.
    pub outside: u16,
}

/// Returns the WebDriver capabilities of a browser with these settings, whose profile may be written into `scratch`.
pub fn capabilities(
    browser: Browser,
    settings: &Settings,
    scratch: &Path,
    network: Network,
) -> Map<String, Value> {
    let (key, options) = match browser {
        Browser::Chromium => (
            "goog:chromeOptions",
            chromium_options(settings, scratch, network),
        ),
        Browser::Firefox => (
            "moz:firefoxOptions",
            firefox_options(settings, &downloads(scratch), network),
        ),
        Browser::WebKit => (
            "webkitgtk:browserOptions",
            webkit_options(settings, network),
        ),
    };
    Map::from_iter([(key.to_owned(), options)])
}

/// Returns where a browser with this scratch folder saves files, without asking.
pub fn downloads(scratch: &Path) -> PathBuf {
    scratch.join("downloads")
}

fn chromium_options(settings: &Settings, scratch: &Path, network: Network) -> Value {
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
        // No name is looked up, so what goes around the proxy goes nowhere.
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
    arguments.push(format!("--proxy-server=127.0.0.1:{}", network.outside));
    arguments.push(format!(
        "--proxy-bypass-list=<-loopback>;127.0.0.1:{};localhost",
        network.site
    ));
    arguments.push(format!("--lang={}", settings.language));
    arguments.push(format!("--accept-lang={}", settings.language));
    if !settings.web_assembly {
        // Without its compiler V8 has no WebAssembly; a switch for that alone it has no longer.
        arguments.push("--js-flags=--jitless".to_owned());
    }
    let allowed = |allowed: bool| if allowed { 1 } else { 2 };
    let stores = settings.third_party_storage && settings.service_workers;
    json!({
        "args": arguments,
        "prefs": {
            "download.default_directory": downloads(scratch),
            "profile.default_content_setting_values.javascript": allowed(settings.scripts),
            "profile.default_content_setting_values.cookies": allowed(stores),
        },
    })
}

fn firefox_options(settings: &Settings, downloads: &Path, network: Network) -> Value {
    json!({
        "args": ["-headless", "-width", settings.width.to_string(), "-height", settings.height.to_string()],
        "prefs": {
            "intl.accept_languages": settings.language,
            "javascript.enabled": settings.scripts,
            "javascript.options.wasm": settings.web_assembly,
            "layout.css.prefers-color-scheme.content-override": if settings.dark { 0 } else { 1 },
            "ui.prefersReducedMotion": i32::from(settings.reduced_motion),
            // Files from disk are strangers to each other, as for any reader; drivers switch that off.
            "security.fileuri.strict_origin_policy": true,
            "browser.download.folderList": 2,
            "browser.download.dir": downloads,
            // 5 is the default: everybody has a store of their own on each site; 1 gives third parties none.
            "network.cookie.cookieBehavior": if settings.third_party_storage { 5 } else { 1 },
            "dom.serviceWorkers.enabled": settings.service_workers,
            "network.proxy.type": 1,
            "network.proxy.http": "127.0.0.1",
            "network.proxy.http_port": network.outside,
            "network.proxy.ssl": "127.0.0.1",
            "network.proxy.ssl_port": network.outside,
            "network.proxy.allow_hijacking_localhost": true,
            "network.proxy.no_proxies_on":
                format!("127.0.0.1:{}, localhost", network.site),
            // No name is looked up, as in Chromium.
            "network.dns.disabled": true,
        },
    })
}

/// Its driver knows where the browser lies.
fn webkit_options(settings: &Settings, network: Network) -> Value {
    let mut arguments = vec!["--automation".to_owned()];
    if settings.dark {
        arguments.push("--dark-mode".to_owned());
    }
    arguments.push(format!("--enable-javascript={}", settings.scripts));
    if !settings.third_party_storage {
        arguments.push("--cookies-policy=never".to_owned());
        arguments.push("--features=-LocalStorage".to_owned());
    }
    if !settings.service_workers {
        arguments.push("--features=-ServiceWorkers".to_owned());
    }
    arguments.push(format!("--proxy=http://127.0.0.1:{}", network.outside));
    arguments.push(format!("--ignore-host=127.0.0.1:{}", network.site));
    arguments.push("--ignore-host=localhost".to_owned());
    json!({ "args": arguments })
}

/// Writes what WebKit reads from files into `scratch`, and gives the environment that its driver must be started in.
///
/// # Errors
/// The files cannot be written.
pub fn prepare_webkit(
    settings: &Settings,
    scratch: &Path,
) -> Result<Vec<(&'static str, OsString)>> {
    let motion = u8::from(!settings.reduced_motion);
    let tastes = format!("[Settings]\ngtk-enable-animations={motion}\n");
    // Or the buttons beside the address would keep the window wider than a telephone.
    let narrow = "button, entry { min-width: 0; padding: 0 }";
    // Systems build it with one or the other.
    for toolkit in ["gtk-3.0", "gtk-4.0"] {
        let folder = scratch.join(toolkit);
        fs::create_dir_all(&folder)?;
        fs::write(folder.join("settings.ini"), &tastes)?;
        fs::write(folder.join("gtk.css"), narrow)?;
    }
    // Where files are saved; without this it is the home of whoever runs the tests.
    let downloads = downloads(scratch);
    fs::create_dir_all(&downloads)?;
    let folders = format!("XDG_DOWNLOAD_DIR=\"{}\"\n", downloads.display());
    fs::write(scratch.join("user-dirs.dirs"), folders)?;
    let locale = match settings.language {
        "fr" => "fr_FR.UTF-8",
        _ => "en_US.UTF-8",
    };
    let mut variables = vec![
        ("LC_ALL", locale.into()),
        // It has no accessibility bus to wait for.
        ("NO_AT_BRIDGE", "1".into()),
    ];
    for folder in ["XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME"] {
        variables.push((folder, scratch.into()));
    }
    if !settings.web_assembly {
        variables.push(("JSC_useWasm", "0".into()));
    }
    Ok(variables)
}
