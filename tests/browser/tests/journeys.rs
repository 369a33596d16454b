//! The page as a guest on another site: it needs nothing but its own folder.

use frise_browser_tests::{Settings, ensure, journey};

#[test]
#[ignore = "needs a browser: run cargo xtask test"]
fn the_page_loads_from_a_sub_path_and_asks_for_nothing_outside_of_it() {
    journey(Settings::default(), async |page| {
        page.open("").await?;
        ensure!(
            !page.whole_text().await?.trim().is_empty(),
            "the page says nothing"
        );
        let own = page.site().url();
        for address in page.loaded().await? {
            ensure!(
                address.starts_with(&own) || address.starts_with("data:"),
                "the page asked for {address}"
            );
        }
        for path in page.site().requests() {
            ensure!(
                path.starts_with("/cours/frise/"),
                "the page asked its server for {path}"
            );
        }
        Ok(())
    });
}
