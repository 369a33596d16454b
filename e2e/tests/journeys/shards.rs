//! An index in shards beside the page: what is asked for is loaded, what is missing is told, and the whole can be had.

use frise_browser_tests::{
    Page, Result, Settings, Trouble, bail, built_page, ensure, journey, journey_with_worker,
};
use frise_corpus::{SourceFile, compile};
use frise_index::{Index, Sharded};
use std::fs;
use std::path::Path;
use tempfile::TempDir;

/// How many passages the corpus has.
const PASSAGES: usize = 1200;

/// The built page with an index in shards beside it, `mer.frise`.
fn page_with_shards() -> Result<TempDir> {
    let folder = tempfile::tempdir()?;
    copy(&built_page()?, folder.path())?;
    let lines: Vec<String> = (0..PASSAGES).map(line).collect();
    let file = SourceFile {
        path: "mer.jsonl".into(),
        bytes: lines.join("\n").into_bytes(),
    };
    let compiled = match compile(&[file]) {
        Ok(compiled) => compiled.into_bytes(),
        Err(problems) => bail!("the corpus has mistakes: {problems:?}"),
    };
    let Sharded { head, shards } = Index::open(compiled)?.to_shards()?;
    fs::write(folder.path().join("mer.frise"), head)?;
    let place = folder.path().join("mer.shards");
    fs::create_dir(&place)?;
    for (name, bytes) in shards {
        fs::write(place.join(name), bytes)?;
    }
    Ok(folder)
}

fn line(at: usize) -> String {
    let (year, month) = (1900 + at / 12, at % 12 + 1);
    let bird = ["goéland", "cormoran", "sterne", "pétrel"][at % 4];
    let rare = if at == 777 { " Une baleine." } else { "" };
    format!(
        r#"{{"id": "bord-{at}", "date": "{year}-{month:02}", "speaker": "Vigie {}", "text": "Quart {at}: un {bird} suit le navire depuis le phare {}, et la mer est calme.{rare}"}}"#,
        at % 5,
        at * 7919 % 311
    )
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let place = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            fs::create_dir(&place)?;
            copy(&entry.path(), &place)?;
        } else {
            fs::copy(entry.path(), &place)?;
        }
    }
    Ok(())
}

/// The files of shards that were asked for.
fn loaded(page: &Page) -> usize {
    let requests = page.site().requests();
    let shards = requests.iter().filter(|path| path.contains(".shards/"));
    shards.count()
}

#[test]
#[ignore = "needs a browser: run cargo xtask test"]
fn an_index_in_shards_loads_what_is_asked_for() {
    journey(Settings::default(), async |page| {
        let folder = page_with_shards()?;
        page.site().serve_from(folder.path());
        page.open("?corpus=mer.frise").await?;
        page.wait_for_text(".count b", "1\u{202f}200").await?;
        page.wait_for_text(".shards", "Tout charger").await?;
        page.wait_for_text(".found", "Quart").await?;
        page.type_into("#q", "baleine").await?;
        page.wait_for_text(".count b", "1 passage").await?;
        page.wait_for_text(".found mark", "baleine").await?;
        let few = loaded(page);
        ensure!(few < 40, "{few} shards are loaded for one passage");
        page.replace_text("#q", "cormoran").await?;
        page.wait_for_text(".count b", "300 passages").await?;
        page.click(".results .tabs a:nth-child(2)").await?;
        page.wait_that(
            "the lines have their texts",
            "document.querySelector('.concordance')?.textContent.includes('suit le navire')",
        )
        .await
    });
}

#[test]
#[ignore = "needs a browser: run cargo xtask test"]
fn shards_that_are_missing_are_told_and_asked_for_again() {
    journey(Settings::default(), async |page| {
        let folder = page_with_shards()?;
        page.site().serve_from(folder.path());
        page.open("?corpus=mer.frise").await?;
        page.wait_for_text(".found", "Quart").await?;
        page.site().has_trouble_with(".bin", Trouble::Missing);
        page.type_into("#q", "baleine").await?;
        page.wait_for_text(".shards [role=alert]", "(404)").await?;
        // Browsers may log the answer of the server.
        page.take_errors().await?;
        page.site().is_well();
        page.click(".shards [role=alert] button").await?;
        page.wait_for_text(".count b", "1 passage").await?;
        page.wait_for_text(".found mark", "baleine").await?;
        page.wait_until_gone(".shards [role=alert]").await
    });
}

#[test]
#[ignore = "needs a browser: run cargo xtask test"]
fn an_index_in_shards_is_had_whole_and_serves_tools_and_visits_offline() {
    journey_with_worker(Settings::default(), async |page| {
        let folder = page_with_shards()?;
        page.site().serve_from(folder.path());
        page.open("").await?;
        let is_active = "return navigator.serviceWorker.ready.then(() => {})";
        page.script(is_active).await?;
        page.open("?corpus=mer.frise&q=sterne&tool=dispersion")
            .await?;
        page.wait_for_text(".shards [role=alert]", "lit tous les textes")
            .await?;
        page.click(".shards [role=alert] button").await?;
        page.wait_until_gone(".shards").await?;
        page.wait_for(".tool table").await?;
        page.wait_for_text(".count b", "300 passages").await?;
        let before = loaded(page);
        page.open("?corpus=mer.frise&q=baleine").await?;
        page.wait_for_text(".found mark", "baleine").await?;
        ensure!(
            loaded(page) == before,
            "shards that are stored are asked for again"
        );
        Ok(())
    });
}
