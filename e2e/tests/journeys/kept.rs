//! The page in one file: kept by a reader, carried on a stick, opened by a double click, or as a lesson of a course system.

use std::fs;
use std::path::Path;

use frise_browser_tests::{
    Context, Page, Result, Serving, Settings, Site, built_page, ensure, journey,
};
use url::Url;

/// Opens a file from disk with this query and hash, and waits until the app in it is ready.
async fn open_file(page: &Page, file: &Path, rest: &str) -> Result<()> {
    let file = Url::from_file_path(file.canonicalize()?);
    let file = file.ok().context("the file has no address")?;
    page.visit("about:blank").await?;
    page.visit(&format!("{file}{rest}")).await?;
    page.wait_for("html[data-ready]").await
}

/// That the page has asked for nothing but itself.
async fn ensure_alone(page: &Page) -> Result<()> {
    let mut loaded = page.loaded().await?;
    loaded.retain(|address| !address.starts_with("data:") && !address.starts_with("blob:"));
    ensure!(loaded.is_empty(), "the page asked for {loaded:?}");
    Ok(())
}

async fn ends_with(page: &Page, end: &str) -> Result<()> {
    let script = format!("decodeURI(location.href).endsWith('{end}')");
    page.wait_that("the address tells the view", &script).await
}

#[test]
#[ignore = "needs a browser: run cargo xtask test"]
fn a_kept_page_opens_from_disk_in_its_view_and_asks_for_nothing() {
    journey(Settings::default(), async |page| {
        let view = "?q=souverain*&theme=paix#strategie-2017.p12";
        page.open(view).await?;
        let asked = page.text(".count b").await?;
        page.click(".foot-links button").await?;
        let kept = page.saved_file("html").await?;
        page.site().go_off().await?;

        open_file(page, &kept, "").await?;
        page.wait_for_text(".count b", &asked).await?;
        page.wait_for("#strategie-2017\\.p12").await?;
        ends_with(page, view).await?;
        page.replace_text("#q", "règles").await?;
        page.wait_for_text(".found mark", "règles").await?;
        page.click(".found .where a").await?;
        page.wait_that(
            "another passage is open",
            "!['', '#strategie-2017.p12'].includes(location.hash)",
        )
        .await?;
        ensure_alone(page).await?;

        // A link says otherwise.
        open_file(page, &kept, "?q=cyber").await?;
        page.wait_for_text(".found mark", "cyber").await?;
        ensure_alone(page).await
    });
}

#[test]
#[ignore = "needs a browser: run cargo xtask test"]
fn a_kept_page_can_be_kept_again_in_another_view() {
    journey(Settings::default(), async |page| {
        page.open("?q=cyber").await?;
        page.click(".foot-links button").await?;
        let first = page.saved_file("html").await?;
        let place = tempfile::tempdir()?;
        let moved = place.path().join("page.html");
        fs::rename(first, &moved)?;

        open_file(page, &moved, "").await?;
        page.replace_text("#q", "paix").await?;
        page.wait_for_text(".found mark", "paix").await?;
        page.click(".foot-links button").await?;
        let second = page.saved_file("html").await?;
        open_file(page, &second, "").await?;
        page.wait_for_text(".found mark", "paix").await?;
        ensure_alone(page).await
    });
}

#[test]
#[ignore = "needs a browser: run cargo xtask test"]
fn the_built_files_open_from_disk() {
    journey(Settings::default(), async |page| {
        let dist = built_page()?;
        open_file(page, &dist.join("page.html"), "?q=cyber").await?;
        page.wait_for_text(".found mark", "cyber").await?;
        ensure_alone(page).await?;

        // The page in many files cannot, and lets that in one file take its place.
        open_file(page, &dist.join("index.html"), "?q=cyber").await?;
        page.wait_for_text(".found mark", "cyber").await?;
        ends_with(page, "page.html?q=cyber").await?;
        // What it has tried before.
        page.take_errors().await?;
        Ok(())
    });
}

/// A course system's window with the object that SCORM 1.2 asks for, which writes down what it is told.
const COURSE: &str = "<!doctype html><meta charset=utf-8><title>Cours</title>
<script>
  const said = window.said = [];
  const asked = new URLSearchParams(location.search);
  const say = (name, answer) => (...parts) => { said.push([name, ...parts].join(' ')); return answer; };
  window.API = {
    LMSInitialize: say('begin', 'true'), LMSFinish: say('end', 'true'), LMSCommit: say('commit', 'true'),
    LMSGetValue: (name) => say('get', asked.get(name.endsWith('mode') ? 'mode' : 'status'))(name),
    LMSSetValue: say('set', 'true'),
  };
</script>
<iframe src=page.html></iframe>";

#[test]
#[ignore = "needs a browser: run cargo xtask test"]
fn a_course_system_is_told_that_the_lesson_was_opened_and_left() {
    journey(Settings::default(), async |page| {
        let folder = tempfile::tempdir()?;
        fs::write(folder.path().join("index.html"), COURSE)?;
        fs::copy(
            built_page()?.join("page.html"),
            folder.path().join("page.html"),
        )?;
        let serving = Serving {
            records_errors: true,
            ..Serving::default()
        };
        let course = Site::start(folder.path(), &serving).await?;
        let begun = "begin |get cmi.core.lesson_mode";
        for (status, mode, reported) in [
            (
                "not attempted",
                "normal",
                "|get cmi.core.lesson_status|set cmi.core.lesson_status completed|commit ",
            ),
            ("passed", "normal", "|get cmi.core.lesson_status"),
            ("not attempted", "browse", ""),
        ] {
            page.visit(&format!(
                "{}?status={status}&mode={mode}",
                course.host_url()
            ))
            .await?;
            page.wait_that(
                "the app in the frame is ready",
                "frames[0].document.querySelector('html[data-ready]')",
            )
            .await?;
            page.wait_that(
                &format!("a lesson that was {status} is begun"),
                &format!("said.join('|') === '{begun}{reported}'"),
            )
            .await?;
            page.script("document.querySelector('iframe').remove()")
                .await?;
            page.wait_that(
                "the lesson is ended",
                &format!(
                    "said.join('|').replace(/ 0000:00:\\d\\d\\.\\d\\d/, ' TIME') === \
                     '{begun}{reported}|set cmi.core.session_time TIME|end '"
                ),
            )
            .await?;
        }
        Ok(())
    });
}
