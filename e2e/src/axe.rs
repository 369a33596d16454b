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

/// The main views: a name, the address, and what is clicked first, one after the other.
const VIEWS: [(&str, &str, &[&str]); 17] = [
    ("plain", "?", &[]),
    ("search", "?q=souverain*", &[]),
    (
        "filters",
        "?q=paix&speaker=gouvernement-chinois&from=2016",
        &[],
    ),
    (
        "concordance",
        "?q=souverainet%C3%A9&view=concordance&lines=date",
        &[],
    ),
    ("reader", "?q=paix#strategie-2017.p12", &[]),
    ("table", "?q=paix&view=table", &[]),
    ("sentence", "?q=paix&view=sentence", &[]),
    ("series", "?words=cyberespace&words=paix", &[]),
    ("settings", "?q=paix", &[".settings summary"]),
    ("help", "?", &["main .opens:nth-of-type(1)"]),
    ("builder", "?", &["main .opens:nth-of-type(2)"]),
    ("embed", "?q=paix&embed=1&lock=1", &[]),
    ("share", "?q=paix", &[SHARE]),
    (
        "composer",
        "?q=paix",
        &[SHARE, ".share > .opens", ".composer > .more"],
    ),
    ("lesson", LESSON, &[]),
    (
        "statements",
        "?",
        &[
            ".foot details:nth-of-type(1) summary",
            ".foot details:nth-of-type(2) summary",
        ],
    ),
    ("nothing", "?q=dragon&from=demain", &[]),
];

const SHARE: &str = ".head .opens";

/// A lesson of two steps, the first of which has all that a step may have.
const LESSON: &str = "?lesson=1AAA8KSUVHExhIHBhaXgAP3E9cGFpeABVbiBtb3QATGlzZXouAENvbWJpZW4gPwA_cT1ndWVycmUAVW4gYXV0cmUAAA";

/// Asks axe for all its rules but those that are only advice. On a telephone the text that is read lies over the page and
/// scrolls by itself; axe takes the links at its end for skip links that nobody sees.
const SCRIPT: &str = "return axe.run(document, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    rules: { 'skip-link': { enabled: innerWidth > 899 } },
    resultTypes: ['violations'],
}).then(({ violations }) => violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help}\\n    at ${node.target.join(' ')}\\n    ${node.failureSummary.replace(/\\s+/g, ' ')}`)))";

/// Looks at every main view in both languages, light at a desk and dark on a telephone, and gives how many those are, and for
/// each fault in which of them it is.
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
        let desk = Settings::default();
        let settings = Settings {
            dark,
            width: if dark { 360 } else { desk.width },
            ..desk
        };
        let page = Page::new(Browser::Chromium, settings, site).await?;
        for language in ["fr", "en"] {
            for (name, address, opened) in VIEWS {
                let (query, hash) = address.split_once('#').unwrap_or((address, ""));
                // Nothing of the view before: a lesson that was being made would be unfolded already.
                page.script("if (origin !== 'null') sessionStorage.clear()")
                    .await?;
                page.open(&format!("{query}&lang={language}#{hash}"))
                    .await?;
                for selector in opened {
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
