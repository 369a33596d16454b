//! The page in a frame of another site where the browser refuses it something: to store anything, to have an origin, to have
//! a service worker. A student notices nothing of it.

use frise_browser_tests::{Host, Key, Page, Result, Settings, ensure, journey};

/// The view that the teacher has embedded.
const VIEW: &str = "?q=paix&embed=1";

/// Opens the host's page with a frame that has these attributes beside its address, and goes into it.
async fn open_framed(page: &Page, host: &Host, attributes: &str) -> Result<()> {
    host.put("cours", &page.framed(VIEW, attributes))?;
    page.open_host(host, "cours").await?;
    page.enter_frame("iframe").await
}

/// Does what a student does: looks at the passages, searches, opens one and closes it, and looks where the way out leads.
async fn use_frame(page: &Page) -> Result<()> {
    page.wait_for("[data-ready]").await?;
    page.wait_for_text(".count b", "sur 100").await?;
    page.wait_for(".found mark").await?;
    page.replace_text("#q", "\"communauté de destin\"").await?;
    page.wait_for_text(".found:first-child mark", "communauté de destin")
        .await?;
    page.click(".found:first-child .where a").await?;
    page.wait_for_text(".reader .passage.open mark", "communauté de destin")
        .await?;
    page.press(Key::Escape).await?;
    page.wait_until_gone(".reader").await?;
    let way_out = page
        .script("const { href, target } = document.querySelector('.foot a'); return [href, target]")
        .await?;
    let address = way_out[0].as_str().unwrap_or_default();
    let query = address.strip_prefix(&page.site().url()).unwrap_or(address);
    // The edition in one file, which takes over where a frame has no origin, is a whole page too.
    let query = query.strip_prefix("page.html").unwrap_or(query);
    ensure!(
        query.starts_with("?q=%22communaut%C3%A9+de+destin%22") && !query.contains("embed"),
        "the way out leads to {address}"
    );
    ensure!(way_out[1] == "_blank", "the way out replaces the frame");
    Ok(())
}

#[test]
#[ignore = "needs a browser: run cargo xtask test"]
fn a_frame_that_may_store_nothing_works() {
    let settings = Settings {
        third_party_storage: false,
        ..Settings::default()
    };
    journey(settings, async |page| {
        let host = Host::start().await?;
        open_framed(page, &host, "").await?;
        page.wait_that(
            "the browser refuses storage",
            "(() => { try { return !localStorage } catch { return true } })()",
        )
        .await?;
        use_frame(page).await
    });
}

#[test]
#[ignore = "needs a browser: run cargo xtask test"]
fn a_sandboxed_frame_without_an_origin_works() {
    journey(Settings::default(), async |page| {
        let host = Host::start().await?;
        open_framed(page, &host, "sandbox=\"allow-scripts\"").await?;
        page.wait_that("the frame has no origin", "self.origin === 'null'")
            .await?;
        use_frame(page).await
    });
}

#[test]
#[ignore = "needs a browser: run cargo xtask test"]
fn a_browser_without_service_workers_shows_frame_and_page() {
    let settings = Settings {
        service_workers: false,
        ..Settings::default()
    };
    journey(settings, async |page| {
        let host = Host::start().await?;
        open_framed(page, &host, "").await?;
        use_frame(page).await?;
        page.leave_frame().await?;
        // In a frame nobody asks for a worker anyway; the whole page does.
        page.open("?q=paix").await?;
        page.script(
            "navigator.serviceWorker?.register('worker.js').catch(() => { window.refused = true })",
        )
        .await?;
        page.wait_that(
            "the browser refuses workers",
            "navigator.serviceWorker === undefined || window.refused",
        )
        .await?;
        page.wait_for_text(".count b", "sur 100").await?;
        page.replace_text("#q", "souverain*").await?;
        page.wait_for_address("?q=souverain*").await
    });
}
