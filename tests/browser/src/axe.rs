//! What axe-core finds wrong with the views of the page, for those who see, hear or point otherwise.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context, Result};
use serde_json::Value;

use crate::page::Page;
use crate::settings::{Browser, Settings};
use crate::site::{Serving, Site};

/// In which views a fault is, by its description.
pub type Faults = BTreeMap<String, Vec<String>>;

/// The main views: a name, the address, and what is clicked first.
const VIEWS: [(&str, &str, Option<&str>); 10] = [
    ("plain", "?", None),
    ("search", "?q=souverain*", None),
    (
        "filters",
        "?q=paix&speaker=gouvernement-chinois&from=2016",
        None,
    ),
    (
        "concordance",
        "?q=souverainet%C3%A9&view=concordance&lines=date",
        None,
    ),
    ("reader", "?q=paix#strategie-2017.p12", None),
    ("table", "?q=paix&view=table", None),
    ("sentence", "?q=paix&view=sentence", None),
    ("series", "?words=cyberespace&words=paix", None),
    ("help", "?", Some("main .opens:nth-of-type(1)")),
    ("embed", "?q=paix&embed=1", None),
];

/// Asks axe for all its rules but those that are only advice.
const SCRIPT: &str = "return axe.run(document, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    resultTypes: ['violations'],
}).then(({ violations }) => violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help}\\n    at ${node.target.join(' ')}\\n    ${node.failureSummary.replace(/\\s+/g, ' ')}`)))";

/// Looks at every main view in both languages, light and dark, and gives how many those are, and for each fault in which of
/// them it is.
///
/// # Errors
/// The page, the browser or axe is not there, or a view does not come.
pub async fn faults(dist: &Path, axe: &Path) -> Result<(usize, Faults)> {
    let library =
        std::fs::read_to_string(axe).with_context(|| format!("cannot read {}", axe.display()))?;
    let mut faults = Faults::new();
    let mut looks = 0;
    for dark in [false, true] {
        let site = Site::start(dist, &Serving::default()).await?;
        let settings = Settings {
            dark,
            ..Settings::default()
        };
        let page = Page::new(Browser::Chromium, settings, site).await?;
        for language in ["fr", "en"] {
            for (name, address, opened) in VIEWS {
                let (query, hash) = address.split_once('#').unwrap_or((address, ""));
                page.open(&format!("{query}&lang={language}#{hash}"))
                    .await?;
                if let Some(selector) = opened {
                    page.click(selector).await?;
                }
                page.script(&library).await?;
                let found = page.script(SCRIPT).await?;
                let light = if dark { "dark" } else { "light" };
                let found = found.as_array().into_iter().flatten();
                for fault in found.filter_map(Value::as_str) {
                    let view = format!("{name} ({language}, {light})");
                    faults.entry(fault.to_owned()).or_default().push(view);
                }
                looks += 1;
            }
        }
    }
    Ok((looks, faults))
}
