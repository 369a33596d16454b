//! `frise-browser`: serves the built page, takes a picture of it, measures in it, or audits it. `cargo xtask` calls it.

use std::ffi::OsString;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail, ensure};
use frise_browser_tests::{
    Browser, Page, Serving, Settings, Site, Trouble, audit, browser_bench, compare,
};
use lexopt::prelude::{Long, Value, ValueExt};

const USAGE: &str = "\
frise-browser serve DIST [--port N]
frise-browser screenshot DIST [QUERY] --out FILE [--width N] [--height N] [--lang CODE] [--dark] [--full]
frise-browser bench DIST [QUERY] --script FILE
frise-browser audit DIST... [--axe FILE]";

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<()> {
    let mut arguments = std::env::args_os().skip(1);
    let command = arguments.next().unwrap_or_default();
    let options = Options::parse(arguments)?;
    ensure_page(&options.dist)?;
    match command.to_str() {
        Some("serve") => serve(&options).await,
        Some("screenshot") => screenshot(&options).await,
        Some("bench") => bench(&options).await,
        Some("audit") => match &options.axe {
            Some(axe) => audit(&options.dist, axe).await,
            None => compare(&options.dists()?).await,
        },
        _ => bail!("expected one of:\n{USAGE}"),
    }
}

fn ensure_page(dist: &Path) -> Result<()> {
    ensure!(
        dist.join("index.html").is_file(),
        "{} holds no page: run `cargo xtask build`",
        dist.display()
    );
    Ok(())
}

/// What the command line says; each command reads what it needs.
#[derive(Default)]
struct Options {
    dist: PathBuf,
    /// What follows: a query, or more pages to be compared.
    more: Vec<OsString>,
    port: Option<u16>,
    out: Option<PathBuf>,
    script: Option<PathBuf>,
    axe: Option<PathBuf>,
    settings: Settings,
    full: bool,
}

impl Options {
    fn parse(arguments: impl Iterator<Item = OsString>) -> Result<Options> {
        let mut parser = lexopt::Parser::from_args(arguments);
        let mut options = Options::default();
        let mut values = Vec::new();
        while let Some(argument) = parser.next()? {
            match argument {
                Value(value) => values.push(value),
                Long("port") => options.port = Some(parser.value()?.parse()?),
                Long("out") => options.out = Some(parser.value()?.into()),
                Long("script") => options.script = Some(parser.value()?.into()),
                Long("axe") => options.axe = Some(parser.value()?.into()),
                Long("width") => options.settings.width = parser.value()?.parse()?,
                Long("height") => options.settings.height = parser.value()?.parse()?,
                // Lives as long as the program does.
                Long("lang") => options.settings.language = parser.value()?.string()?.leak(),
                Long("dark") => options.settings.dark = true,
                Long("full") => options.full = true,
                other => bail!("{}; expected one of:\n{USAGE}", other.unexpected()),
            }
        }
        let mut values = values.into_iter();
        options.dist = values.next().unwrap_or_default().into();
        options.more = values.collect();
        Ok(options)
    }

    fn query(&self) -> Result<String> {
        match self.more.as_slice() {
            [] => Ok(String::new()),
            [query] => query.clone().string().map_err(Into::into),
            [_, other, ..] => bail!(
                "unexpected `{}`; expected one of:\n{USAGE}",
                other.display()
            ),
        }
    }

    /// Returns all pages that are named.
    fn dists(&self) -> Result<Vec<PathBuf>> {
        let more = self.more.iter().map(PathBuf::from);
        let dists: Vec<PathBuf> = [self.dist.clone()].into_iter().chain(more).collect();
        dists.iter().try_for_each(|dist| ensure_page(dist))?;
        Ok(dists)
    }
}

async fn serve(options: &Options) -> Result<()> {
    let site = first_free_site(&options.dist, options.port.unwrap_or(8080)).await?;
    // Who builds and reloads wants to see what was built, not what a worker has kept.
    site.has_trouble_with("/worker.js", Trouble::Missing);
    println!("Frise: {}  (Ctrl-C stops)", site.url());
    Ok(site.run().await?)
}

/// Serves on the first port from `port` on that nobody else has.
async fn first_free_site(dist: &Path, port: u16) -> Result<Site> {
    for port in port..port.saturating_add(100) {
        let serving = Serving {
            port,
            ..Serving::default()
        };
        match Site::start(dist, &serving).await {
            Err(error) if error.kind() == ErrorKind::AddrInUse => {}
            result => return result.with_context(|| format!("cannot listen on port {port}")),
        }
    }
    bail!("the hundred ports from {port} on are taken: choose another with --port")
}

async fn screenshot(options: &Options) -> Result<()> {
    let out = options
        .out
        .as_deref()
        .context("--out does not say where the picture goes")?;
    let serving = Serving {
        records_errors: true,
        ..Serving::default()
    };
    let site = Site::start(&options.dist, &serving).await?;
    let page = Page::new(Browser::Chromium, options.settings.clone(), site).await?;
    let ready = page.open(&options.query()?).await;
    // The picture of a page that is not ready is what one needs then.
    page.save_picture(out, options.full).await?;
    println!("{}", out.display());
    for error in page.take_errors().await? {
        eprintln!("the page logged: {error}");
    }
    ready.context("the picture shows a page that is not ready")
}

async fn bench(options: &Options) -> Result<()> {
    let script = options
        .script
        .as_deref()
        .context("--script does not say what to run")?;
    let script = std::fs::read_to_string(script)
        .with_context(|| format!("cannot read {}", script.display()))?;
    println!(
        "{}",
        browser_bench(&options.dist, &options.query()?, &script).await?
    );
    Ok(())
}
