//! Commands beyond the WebDriver standard: Chromium's DevTools, and Firefox's picture of a whole page.

use anyhow::{Context, Result};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use fantoccini::Client;
use fantoccini::wd::WebDriverCompatibleCommand;
use http::Method;
use serde_json::{Value, json};
use url::{ParseError, Url};

use crate::settings::Settings;

/// Narrower screens than this, in CSS pixels, belong to telephones.
const TELEPHONE: u32 = 600;

/// Gives Chromium's page exactly this viewport in CSS pixels; its windows cannot be narrower than 500.
pub async fn set_chromium_viewport(client: &Client, width: u32, height: u32) -> Result<()> {
    let metrics =
        json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
    devtools(client, "Emulation.setDeviceMetricsOverride", metrics).await?;
    // Telephones lay their scroll bars over the page, where they take no width from it.
    let bars = json!({ "hidden": width < TELEPHONE });
    devtools(client, "Emulation.setScrollbarsHidden", bars)
        .await
        .map(drop)
}

/// Gives Chromium's page the visitor's tastes in colour and motion.
pub async fn set_chromium_tastes(client: &Client, settings: &Settings) -> Result<()> {
    let scheme = if settings.dark { "dark" } else { "light" };
    let motion = if settings.reduced_motion {
        "reduce"
    } else {
        "no-preference"
    };
    let features = json!({ "features": [
        { "name": "prefers-color-scheme", "value": scheme },
        { "name": "prefers-reduced-motion", "value": motion },
    ] });
    devtools(client, "Emulation.setEmulatedMedia", features)
        .await
        .map(drop)
}

/// Returns a PNG of Chromium's page from top to bottom, beyond the viewport.
pub async fn chromium_full_picture(client: &Client) -> Result<Vec<u8>> {
    let size =
        devtools(client, "Page.getLayoutMetrics", json!({})).await?["cssContentSize"].clone();
    let clip =
        json!({ "x": 0, "y": 0, "width": size["width"], "height": size["height"], "scale": 1 });
    let options = json!({ "format": "png", "captureBeyondViewport": true, "clip": clip });
    decode(&devtools(client, "Page.captureScreenshot", options).await?["data"])
}

/// Returns what Chromium prints on A4, as PDF.
pub async fn print_in_chromium(client: &Client) -> Result<Vec<u8>> {
    let margin = 0.6;
    let options = json!({
        "paperWidth": 8.27, "paperHeight": 11.69,
        "marginTop": margin, "marginBottom": margin, "marginLeft": margin, "marginRight": margin,
    });
    decode(&devtools(client, "Page.printToPDF", options).await?["data"])
}

/// Returns a PNG of Firefox's page from top to bottom, beyond the viewport.
pub async fn firefox_full_picture(client: &Client) -> Result<Vec<u8>> {
    let command = Command {
        path: "moz/screenshot/full",
        body: None,
    };
    decode(&client.issue_cmd(command).await?)
}

/// Has Chromium run a script in each document from now on, before all of the document's own.
pub async fn run_in_chromium_first(client: &Client, script: &str) -> Result<()> {
    let script = json!({ "source": script });
    devtools(client, "Page.addScriptToEvaluateOnNewDocument", script)
        .await
        .map(drop)
}

/// Lets an origin store so many bytes in Chromium.
pub async fn limit_chromium_storage(client: &Client, origin: &str, bytes: u32) -> Result<()> {
    let quota = json!({ "origin": origin, "quotaSize": bytes });
    devtools(client, "Storage.overrideQuotaForOrigin", quota)
        .await
        .map(drop)
}

/// Gives Chromium one command of its DevTools protocol.
pub async fn devtools(client: &Client, name: &str, parameters: Value) -> Result<Value> {
    let body = json!({ "cmd": name, "params": parameters });
    let command = Command {
        path: "goog/cdp/execute",
        body: Some(body),
    };
    client
        .issue_cmd(command)
        .await
        .with_context(|| format!("Chromium refused {name}"))
}

fn decode(picture: &Value) -> Result<Vec<u8>> {
    let text = picture
        .as_str()
        .context("the browser answered without a picture")?;
    BASE64_STANDARD
        .decode(text)
        .context("the browser's picture is not base64")
}

/// A command below the session's address; it is posted when it has a body.
#[derive(Debug)]
struct Command {
    path: &'static str,
    body: Option<Value>,
}

impl WebDriverCompatibleCommand for Command {
    fn endpoint(&self, base: &Url, session: Option<&str>) -> Result<Url, ParseError> {
        base.join(&format!(
            "session/{}/{}",
            session.unwrap_or_default(),
            self.path
        ))
    }

    fn method_and_body(&self, _: &Url) -> (Method, Option<String>) {
        match &self.body {
            Some(body) => (Method::POST, Some(body.to_string())),
            None => (Method::GET, None),
        }
    }
}
