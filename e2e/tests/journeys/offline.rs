//! The page without a network, once it has been visited; what a new version does; and what a browser may refuse.

use std::fs::{self, File};
use std::path::Path;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use frise_browser_tests::{
    Browser, Context, Page, Result, Settings, Trouble, built_page, ensure, journey_with_worker,
};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use tempfile::TempDir;

/// Waits until the worker has stored the page and is at work.
async fn wait_until_stored(page: &Page) -> Result<()> {
    let script = "return (async () => {
        const { active } = await navigator.serviceWorker.ready;
        while (active.state !== 'activated') {
            await new Promise((done) => active.addEventListener('statechange', done, { once: true }));
        }
    })()";
    page.script(script).await.map(drop)
}

/// Loads the page again as a reader's key does; Firefox's driver would go past the worker.
async fn reload(page: &Page) -> Result<()> {
    page.script("window.isOld = true; location.reload()")
        .await?;
    page.wait_that(
        "the page is there again",
        "!window.isOld && document.querySelector('[data-ready]')",
    )
    .await
}

/// Asks the server for a new worker, and gives what became of it: `installed`, `redundant`, or `none` where it is the same.
async fn update(page: &Page) -> Result<Value> {
    page.script(
        "return (async () => {
            const registration = await navigator.serviceWorker.getRegistration();
            await registration.update();
            const worker = registration.installing ?? registration.waiting;
            if (!worker) return 'none';
            while (worker.state === 'installing') {
                await new Promise((done) => worker.addEventListener('statechange', done, { once: true }));
            }
            return worker.state;
        })()",
    )
    .await
}

/// The names of the caches of the page's origin, in order.
async fn caches(page: &Page) -> Result<Value> {
    page.script("return caches.keys().then((keys) => keys.sort())")
        .await
}

fn integrity(bytes: &[u8]) -> String {
    format!("sha256-{}", BASE64_STANDARD.encode(Sha256::digest(bytes)))
}

/// A copy of the built page.
fn copy_of_the_page() -> Result<TempDir> {
    let copy = tempfile::tempdir()?;
    for entry in fs::read_dir(built_page()?)? {
        let path = entry?.path();
        let name = path.file_name().context("a file has a name")?;
        // Pages of single texts lie in a folder of their own, and belong to no version.
        if path.is_file() {
            fs::copy(&path, copy.path().join(name))?;
        }
    }
    Ok(copy)
}

/// The built page as a later version of it: `<html>` has an attribute more, and the worker knows.
fn next_version() -> Result<TempDir> {
    let next = copy_of_the_page()?;
    let old = fs::read_to_string(next.path().join("index.html"))?;
    let new = old.replacen("<html ", "<html data-next ", 1);
    fs::write(next.path().join("index.html"), &new)?;
    change_worker(next.path(), |worker| {
        let version = hash_in(worker).expect("the worker has a version");
        worker
            .replace(&integrity(old.as_bytes()), &integrity(new.as_bytes()))
            .replace(&version, "0123456789abcdef")
    })?;
    Ok(next)
}

fn change_worker(folder: &Path, change: impl FnOnce(&str) -> String) -> Result<()> {
    let path = folder.join("worker.js");
    let worker = fs::read_to_string(&path)?;
    let changed = change(&worker);
    ensure!(changed != worker, "the worker is still the same");
    Ok(fs::write(path, changed)?)
}

/// The version in a worker: sixteen digits between quotes.
fn hash_in(worker: &str) -> Option<String> {
    let mut words = worker.split('"');
    let hash = words.find(|word| word.len() == 16 && word.bytes().all(|b| b.is_ascii_hexdigit()));
    hash.map(str::to_owned)
}

const IS_NEXT: &str = "document.documentElement.hasAttribute('data-next')";

#[test]
#[ignore = "needs a browser: run cargo xtask test"]
fn after_one_visit_every_view_opens_without_a_network() {
    journey_with_worker(Settings::default(), async |page| {
        page.open("").await?;
        wait_until_stored(page).await?;
        page.site().go_off().await?;
        reload(page).await?;
        for (view, shown) in [
            ("?q=cyber", ".found mark"),
            ("index.html?q=cyber", ".found mark"),
            ("?q=paix&view=table", ".series-status table, main table"),
            ("?q=paix&view=sentence", ".found mark"),
            ("?q=paix&view=concordance", ".concordance td"),
            ("?words=paix&words=guerre", ".found"),
            ("?lang=en#strategie-2017.p42", "#strategie-2017\\.p42"),
        ] {
            page.open(view).await?;
            page.wait_for(shown).await?;
        }
        // The plain page of the texts is stored at the second visit only; until then the app shows them.
        page.visit(&format!("{}textes.html#cyber-2016.p3", page.site().url()))
            .await?;
        page.wait_for("#cyber-2016\\.p3").await?;
        page.wait_for("[data-ready]").await?;

        page.site().come_back().await?;
        page.open("").await?;
        page.script(
            "return (async () => {
                const [name] = await caches.keys();
                const cache = await caches.open(name);
                while (!(await cache.match('textes.html'))) await new Promise((done) => setTimeout(done, 25));
            })()",
        )
        .await?;
        page.site().go_off().await?;
        page.visit(&format!("{}textes.html", page.site().url()))
            .await?;
        page.wait_for_text("article#cyber-2016", "Chatham House")
            .await
    });
}

#[test]
#[ignore = "needs a browser: run cargo xtask test"]
fn a_first_visit_loads_the_app_once() {
    journey_with_worker(Settings::default(), async |page| {
        page.open("").await?;
        wait_until_stored(page).await?;
        let loaded = page.loaded().await?;
        let apps = loaded.iter().filter(|name| name.ends_with(".wasm")).count();
        ensure!(apps == 1, "the page loaded {loaded:?}");
        let whole = page.site().whole_answers();
        // WebKit asks for the script once more when the worker does: what it has read as a module it has not stored.
        let ends: &[&str] = match page.browser() {
            Browser::WebKit => &[".wasm"],
            Browser::Chromium | Browser::Firefox => &[".wasm", ".js"],
        };
        for &end in ends {
            // The worker stores what is loaded later behind the page.
            let count = |name: &&String| {
                name.ends_with(end)
                    && name.contains("/frise-")
                    && !["/frise-deferred", "/frise-workshop"]
                        .iter()
                        .any(|later| name.contains(later))
            };
            let answers = whole.iter().filter(count).count();
            ensure!(
                answers == 1,
                "the server sent {end} {answers} times: {whole:?}"
            );
        }
        Ok(())
    });
}

#[test]
#[ignore = "needs a browser: run cargo xtask test"]
fn a_new_version_is_offered_and_taken_whole() {
    journey_with_worker(Settings::default(), async |page| {
        let foreign = json!(["another page's", "frise http://127.0.0.1/ailleurs/ 1"]);
        page.open("?q=paix").await?;
        wait_until_stored(page).await?;
        let open = format!(
            "return Promise.all({foreign}.map((name) => caches.open(name))).then(() => null)"
        );
        page.script(&open).await?;
        reload(page).await?;
        let before = caches(page).await?;

        let next = next_version()?;
        page.site().serve_from(next.path());
        // Offered to who comes back, and not before all of it is there.
        page.open("?q=cyber&theme=paix").await?;
        page.wait_for_text("#update", "Une nouvelle version est prête")
            .await?;
        ensure!(
            page.script(&format!("return {IS_NEXT}")).await? == json!(false),
            "the new version was forced on the reader"
        );
        page.click("#update button").await?;
        page.wait_that("the new version is there", IS_NEXT).await?;
        page.wait_for("[data-ready]").await?;
        page.wait_for_address("?q=cyber&theme=paix").await?;
        ensure!(
            page.attribute("#update", "hidden").await?.is_some(),
            "the new version is offered again"
        );

        let script = "return (async () => {
            for (;;) {
                const keys = await caches.keys();
                if (keys.length === 3) return keys.sort();
                await new Promise((done) => setTimeout(done, 25));
            }
        })()";
        let after = page.script(script).await?;
        ensure!(after != before, "{after} are still there");
        for name in foreign.as_array().into_iter().flatten() {
            let names = after.as_array().context("caches have names")?;
            ensure!(names.contains(name), "{name} is not among {names:?}");
        }
        page.site().go_off().await?;
        page.open("?q=cyber").await?;
        page.wait_that("it is the new version", IS_NEXT).await
    });
}

#[test]
#[ignore = "needs a browser: run cargo xtask test"]
fn an_update_that_is_not_whole_leaves_the_old_version() {
    journey_with_worker(Settings::default(), async |page| {
        page.open("").await?;
        wait_until_stored(page).await?;
        reload(page).await?;
        let before = caches(page).await?;
        let refused = async || {
            let state = update(page).await?;
            ensure!(state == json!("redundant"), "the new worker is {state}");
            let after = caches(page).await?;
            ensure!(after == before, "{after} are left, and {before} were there");
            Ok(())
        };

        let next = next_version()?;
        page.site().serve_from(next.path());
        for trouble in [Trouble::Cut, Trouble::Missing] {
            page.site()
                .has_trouble_with("/manifest.webmanifest", trouble);
            refused().await?;
        }
        page.site().is_well();
        // A file that is not the one of the list.
        let icon = next.path().join("icon-192.png");
        let whole = fs::read(&icon)?;
        fs::write(&icon, [&whole[..], &[0]].concat())?;
        refused().await?;

        ensure!(
            page.attribute("#update", "hidden").await?.is_some(),
            "what is not whole is offered"
        );
        page.site().go_off().await?;
        page.open("?q=cyber").await?;
        page.wait_for_text(".found mark", "cyber").await?;
        page.wait_that("it is the old version", &format!("!{IS_NEXT}"))
            .await?;

        // Whole before the server is back: the browser asks for an update of its own accord too. In the same second as the
        // other, so that the server says that the browser's copy is still good.
        let modified = fs::metadata(&icon)?.modified()?;
        fs::write(&icon, whole)?;
        File::options()
            .write(true)
            .open(&icon)?
            .set_modified(modified)?;
        page.site().come_back().await?;
        let state = update(page).await?;
        ensure!(state == json!("installed"), "the new worker is {state}");
        page.wait_for_text("#update", "nouvelle version").await?;

        // The server goes back to the old version, and breaks off: what the reader has of it stays.
        let back = copy_of_the_page()?;
        page.site().serve_from(back.path());
        page.site()
            .has_trouble_with("/manifest.webmanifest", Trouble::Missing);
        let state = page
            .script(
                "return (async () => {
                    const registration = await navigator.serviceWorker.getRegistration();
                    const end = new Promise((done) => {
                        registration.addEventListener('updatefound', () => {
                            const worker = registration.installing;
                            if (worker) worker.addEventListener('statechange', () => done(worker.state));
                            else done('redundant');
                        });
                    });
                    await registration.update();
                    return end;
                })()",
            )
            .await?;
        ensure!(state == json!("redundant"), "the old worker is {state}");
        let after = caches(page).await?;
        let names = after.as_array().context("caches have names")?;
        let old = before.as_array().into_iter().flatten();
        ensure!(
            old.into_iter().all(|name| names.contains(name)),
            "{after} are left, and {before} were there"
        );
        Ok(())
    });
}

/// Waits until the page has no worker, and its origin so many caches.
async fn wait_until_no_worker(page: &Page, caches: usize) -> Result<()> {
    let script = format!(
        "return (async () => {{
            for (;;) {{
                const registration = await navigator.serviceWorker.getRegistration();
                const keys = await caches.keys();
                if (!registration && keys.length === {caches}) return;
                await new Promise((done) => setTimeout(done, 25));
            }}
        }})()"
    );
    page.script(&script).await.map(drop)
}

/// The worker that `docs/HOSTING.md` gives to who ends a page.
fn last_worker() -> Result<String> {
    let guide = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/HOSTING.md");
    let guide = fs::read_to_string(guide)?;
    let (_, after) = guide.split_once("```js\n").context("it has a script")?;
    let (worker, _) = after.split_once("```").context("the script has an end")?;
    Ok(worker.to_owned())
}

#[test]
#[ignore = "needs a browser: run cargo xtask test"]
fn a_page_that_is_ended_leaves_nothing() {
    journey_with_worker(Settings::default(), async |page| {
        page.open("").await?;
        wait_until_stored(page).await?;
        page.script("return caches.open(\"another page's\").then(() => null)")
            .await?;
        reload(page).await?;
        let folder = copy_of_the_page()?;
        fs::write(folder.path().join("worker.js"), last_worker()?)?;
        fs::write(
            folder.path().join("index.html"),
            "<!doctype html><html lang=fr><title>Ailleurs</title><link rel=icon href=data:,><p id=ailleurs>La page est ailleurs.",
        )?;
        page.site().serve_from(folder.path());
        page.script(
            "return (async () => {
                const found = await navigator.serviceWorker.getRegistration();
                // The registration may be gone before the update is told to have been made.
                await found.update().catch(() => {});
            })()",
        )
        .await?;
        wait_until_no_worker(page, 1).await?;
        page.go("").await?;
        page.wait_for_text("#ailleurs", "ailleurs").await?;
        let left = caches(page).await?;
        ensure!(left == json!(["another page's"]), "{left} are left");
        Ok(())
    });
}

#[test]
#[ignore = "needs a browser: run cargo xtask test"]
fn where_nothing_can_be_stored_the_page_works_online() {
    // Only Chromium can be told how much a site may store; `cargo xtask test` leaves this out elsewhere, and says so.
    journey_with_worker(Settings::default(), async |page| {
        page.limit_storage(20_000).await?;
        page.open("?q=cyber").await?;
        page.wait_for_text(".found mark", "cyber").await?;
        wait_until_no_worker(page, 0).await?;
        ensure!(
            page.site()
                .requests()
                .iter()
                .any(|path| path.ends_with("icon-512.png")),
            "the worker did not even try"
        );
        reload(page).await?;
        page.wait_for_text(".found mark", "cyber").await
    });
}

#[test]
#[ignore = "needs a browser: run cargo xtask test"]
fn an_embedded_page_has_no_worker() {
    journey_with_worker(Settings::default(), async |page| {
        page.open("?embed=1&q=cyber").await?;
        page.wait_that("all is loaded", "document.readyState === 'complete'")
            .await?;
        let folder = copy_of_the_page()?;
        fs::write(
            folder.path().join("cours.html"),
            "<!doctype html><iframe src='./?q=cyber'></iframe>",
        )?;
        page.site().serve_from(folder.path());
        page.go("cours.html").await?;
        page.wait_that(
            "the app in the frame is ready",
            "frames[0].document.querySelector('[data-ready]')",
        )
        .await?;
        let worker = page
            .script(
                "return navigator.serviceWorker.getRegistration().then((found) => Boolean(found))",
            )
            .await?;
        ensure!(worker == json!(false), "there is a worker");
        let requests = page.site().requests();
        ensure!(
            !requests.iter().any(|path| path.ends_with("worker.js")),
            "a frame asked for the worker"
        );
        Ok(())
    });
}
