//! The page in a frame of another site, as in a course: what a student sees and does there, and what it tells its host.

use frise_browser_tests::{Host, Page, Settings, ensure, journey};

/// A frame of the host page that shows the built one at this query and hash.
fn frame(page: &Page, query: &str) -> String {
    let query = query.replace('&', "&amp;").replace('"', "&quot;");
    format!(
        "<iframe src=\"{}{query}\" title=\"Frise\" width=\"700\" height=\"600\"></iframe>",
        page.site().url()
    )
}

#[test]
#[ignore = "needs a browser: run cargo xtask test"]
fn a_frame_of_another_site_works_in_place() {
    journey(Settings::default(), async |page| {
        let host = Host::start().await?;
        host.put("cours", &frame(page, "?q=paix&embed=1"))?;
        page.open_host(&host, "cours").await?;
        page.enter_frame("iframe").await?;
        page.wait_for("[data-ready]").await?;
        page.wait_that(
            "it has a host of another origin",
            "(() => { try { return !parent.document } catch { return true } })()",
        )
        .await?;
        page.wait_for_text(".count b", "sur 100").await?;
        page.click(".found:nth-child(2) .where a").await?;
        page.wait_for(".reader .passage.open").await?;
        page.wait_that(
            "the frame has the passage in its address",
            "location.hash.includes('.p') && location.search === '?q=paix&embed=1'",
        )
        .await?;
        // The driver's own Back would leave the frame.
        page.script("history.back()").await?;
        page.wait_until_gone(".reader").await?;
        let whole = page.attribute(".foot a", "target").await?;
        ensure!(
            whole.as_deref() == Some("_blank"),
            "the way out replaces the frame"
        );
        page.leave_frame().await?;
        page.wait_that("the host stays", "location.pathname === '/cours.html'")
            .await?;
        let asked = host.requests();
        ensure!(
            asked
                .iter()
                .all(|path| path == "/cours.html" || path == "/favicon.ico"),
            "the host was asked for {asked:?}"
        );
        Ok(())
    });
}
