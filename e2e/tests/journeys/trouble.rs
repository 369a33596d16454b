//! What a visitor meets who comes with a bad link, a broken query, a small screen, or a browser that cannot run the page.

use frise_browser_tests::{Settings, Trouble, ensure, journey};

#[test]
#[ignore = "needs a browser: run cargo xtask test"]
fn a_bad_address_is_told_and_the_page_goes_on() {
    journey(Settings::default(), async |page| {
        page.open("?q=paix&foo=1&speaker=bob&from=demain#strategie-2017.p999")
            .await?;
        page.wait_for_text(".notes", "foo").await?;
        page.wait_for_text(".notes", "speaker=bob").await?;
        page.wait_for_text(".notes", "from=demain").await?;
        page.wait_for_text(".notes", "strategie-2017.p999").await?;
        page.wait_for_text(".count b", "sur 100").await?;
        page.click(".notes button").await?;
        page.wait_until_gone(".notes").await
    });
}

#[test]
#[ignore = "needs a browser: run cargo xtask test"]
fn a_broken_query_has_its_best_reading() {
    journey(Settings::default(), async |page| {
        page.open("").await?;
        page.type_into("#q", "\"communauté de destin").await?;
        page.wait_for_text("#problems", "guillemet").await?;
        page.wait_for_text("#problems mark", "\"").await?;
        page.wait_for_text(".found:first-child mark", "communauté de destin")
            .await?;
        page.replace_text("#q", "souverainnete").await?;
        page.wait_for_text(".nothing", "Aucun passage").await?;
        page.wait_for_text(".nothing li:first-child", "souveraineté")
            .await?;
        page.click(".nothing li:first-child a").await?;
        page.wait_for_text(".found mark", "souveraineté").await
    });
}

#[test]
#[ignore = "needs a browser: run cargo xtask test"]
fn an_app_that_stops_while_it_starts_is_told() {
    journey(Settings::default(), async |page| {
        page.site().has_trouble_with(".wasm", Trouble::Stuck);
        page.go("").await?;
        page.wait_for_text("#waiting", "La frise se charge").await?;
        // As browsers tell of an app that is refused more memory, in a turn of its own. What a driver's script throws they
        // tell of without saying what it was.
        page.script("const error = new WebAssembly.RuntimeError('unreachable'); dispatchEvent(new ErrorEvent('error', { error }))")
            .await?;
        page.wait_for_text("#unloaded", "rechargez la page").await?;
        page.take_errors().await?;
        Ok(())
    });
}

#[test]
#[ignore = "needs a browser: run cargo xtask test"]
fn a_part_that_cannot_be_loaded_is_told_and_asked_for_again() {
    journey(Settings::default(), async |page| {
        page.open("").await?;
        page.site().has_trouble_with(".wasm", Trouble::Missing);
        page.click(".results .tabs a:nth-child(2)").await?;
        page.wait_for_text(".results [role=alert]", "n’a pas pu être chargée")
            .await?;
        page.wait_for_text(".count b", "100").await?;
        let errors = page.take_errors().await?;
        ensure!(!errors.is_empty(), "the console says nothing of it");
        page.site().is_well();
        page.click(".results [role=alert] button").await?;
        page.wait_until_gone(".results [role=alert]").await?;
        // Loaded once, it serves every other part too.
        page.click(".results .tabs a:nth-child(1)").await?;
        page.click(".found .where a").await?;
        page.wait_for(".reader .passage.open").await
    });
}

#[test]
#[ignore = "needs a browser: run cargo xtask test"]
fn without_webassembly_the_texts_can_still_be_read() {
    journey(
        Settings {
            web_assembly: false,
            ..Settings::default()
        },
        async |page| {
            page.go("").await?;
            page.wait_for_text("#without-wasm", "WebAssembly").await?;
            // The module that needs it fails, as it must.
            page.take_errors().await?;
            page.click("main a").await?;
            page.wait_for_text("#strategie-2017", "communauté de destin")
                .await
        },
    );
}

#[test]
#[ignore = "needs a browser: run cargo xtask test"]
fn without_scripts_the_texts_can_still_be_read() {
    journey(
        Settings {
            scripts: false,
            ..Settings::default()
        },
        async |page| {
            page.go("").await?;
            page.wait_for_text("noscript", "Les scripts sont désactivés")
                .await?;
            page.click("main a").await?;
            page.wait_for_text("#cyber-2016", "Chatham House").await
        },
    );
}

#[test]
#[ignore = "needs a browser: run cargo xtask test"]
fn nothing_sticks_out_of_small_screens() {
    for (width, dark) in [(320, false), (360, true), (768, false), (1280, true)] {
        journey(
            Settings {
                dark,
                ..Settings::at_width(width)
            },
            async |page| {
                for query in [
                    "",
                    "?q=souverain*&theme=paix&speaker=gouvernement-chinois",
                    "?view=table&lang=en",
                    "?q=paix#strategie-2017.p12",
                ] {
                    page.open(query).await?;
                    page.wait_until_it_fits(query).await?;
                }
                Ok(())
            },
        );
    }
}
