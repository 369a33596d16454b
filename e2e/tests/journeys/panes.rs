//! The page as a workspace: what is beside what on a laptop, what is in front on a telephone, and the guided tours.

use frise_browser_tests::{Key, Page, Result, Settings, ensure, journey};

/// Whether the middle of the first element that matches is what a reader sees there.
fn is_seen(selector: &str) -> String {
    format!(
        "(element => {{
            const box = element?.getClientRects()[0];
            if (!box) return false;
            const [x, y] = [box.left + Math.min(box.width / 2, 40), box.top + Math.min(box.height / 2, 10)];
            return y < innerHeight && element.contains(document.elementFromPoint(x, y));
        }})(document.querySelector({selector:?}))"
    )
}

const NO_SCROLL: &str = "document.documentElement.scrollHeight <= innerHeight && document.documentElement.scrollWidth <= innerWidth";

/// Waits until all of these are in view.
async fn sees(page: &Page, parts: &[&str]) -> Result<()> {
    for part in parts {
        page.wait_that(&format!("{part} is in view"), &is_seen(part))
            .await?;
    }
    Ok(())
}

#[test]
#[ignore = "needs a browser: run cargo xtask test"]
fn on_a_laptop_the_text_stands_beside_the_picture() {
    journey(Settings::default(), async |page| {
        page.open("").await?;
        page.wait_that("the page does not scroll", NO_SCROLL)
            .await?;
        sees(page, &[".cells", ".contents .title a", ".tours a"]).await?;
        page.type_into("#q", "paix").await?;
        page.wait_for_text(".count b", "11 passages").await?;
        sees(page, &[".cells", ".found .hit"]).await?;
        // Reading takes the place of the list, which is where it was on the way back.
        page.script("document.getElementById('liste').scrollTop = 300")
            .await?;
        page.script("document.querySelector('.found:nth-child(4) .where a').click()")
            .await?;
        page.wait_that("the passage is in view", &is_seen(".passage.open .words"))
            .await?;
        page.wait_that("so is the wall", &is_seen(".cells")).await?;
        page.wait_that("the search stays", &is_seen("#q")).await?;
        page.click(".reader .back").await?;
        page.wait_until_gone(".reader").await?;
        page.wait_that(
            "the list is where it was",
            "document.getElementById('liste').scrollTop === 300",
        )
        .await?;
        page.type_into("#q", " sécurité").await?;
        page.wait_that(
            "another query begins with its first hit",
            "document.getElementById('liste').scrollTop === 0",
        )
        .await?;
        page.wait_that("which is in view", &is_seen(".found .hit"))
            .await
    });
}

#[test]
#[ignore = "needs a browser: run cargo xtask test"]
fn the_border_is_moved_by_keyboard_and_pointer_and_stays() {
    journey(Settings::default(), async |page| {
        page.open("").await?;
        let wide = "return document.querySelector('.pane-left').getBoundingClientRect().width";
        let before = page.script(wide).await?.as_f64().unwrap_or(0.0);
        page.script("document.getElementById('bord').focus()")
            .await?;
        page.press(Key::Right).await?;
        page.wait_for("#bord[role='separator'][aria-valuenow='56']")
            .await?;
        let after = page.script(wide).await?.as_f64().unwrap_or(0.0);
        ensure!(after > before, "it is {after} px wide after {before}");
        page.reload().await?;
        page.wait_for("[data-ready]").await?;
        page.wait_for("#bord[aria-valuenow='56']").await?;
        page.wait_for_address("").await?;
        page.drag("#bord", (0.5, 0.5), (-20.0, 0.5)).await?;
        page.wait_that(
            "the pointer has moved it",
            "document.getElementById('bord').ariaValueNow < 50",
        )
        .await
    });
}

#[test]
#[ignore = "needs a browser: run cargo xtask test"]
fn a_wide_screen_has_three_columns() {
    journey(
        Settings {
            height: 1000,
            ..Settings::at_width(1920)
        },
        async |page| {
            page.open("?q=paix#strategie-2017.p22").await?;
            page.wait_that("the page does not scroll", NO_SCROLL)
                .await?;
            sees(page, &[".cells", ".found .hit", ".passage.open .words"]).await?;
            Ok(())
        },
    );
}

#[test]
#[ignore = "needs a browser: run cargo xtask test"]
fn a_telephone_shows_one_pane_at_a_time() {
    journey(
        Settings {
            height: 740,
            ..Settings::at_width(360)
        },
        async |page| {
            page.open("").await?;
            page.wait_that("the page does not scroll", NO_SCROLL)
                .await?;
            page.wait_that("a tour is in view", &is_seen(".tours a"))
                .await?;
            page.type_into("#q", "paix").await?;
            page.wait_for_text(".bottom-bar", "11").await?;
            page.wait_that(
                "the first sentence is in view",
                &is_seen(".first-found .hit"),
            )
            .await?;
            page.click(".bottom-bar button:nth-child(2)").await?;
            page.wait_for(".bottom-bar button:nth-child(2)[aria-current='true']")
                .await?;
            page.wait_that("the first hit is in view", &is_seen(".found .hit"))
                .await?;
            page.script("document.getElementById('resultats').scrollTop = 300")
                .await?;
            page.script("document.querySelector('.found:nth-child(4) .where a').click()")
                .await?;
            page.wait_that("the text is in view", &is_seen(".passage.open .words"))
                .await?;
            page.click(".bottom-bar button:nth-child(1)").await?;
            page.wait_that("the wall is in view", &is_seen(".forms a"))
                .await?;
            page.click(".bottom-bar button:nth-child(3)").await?;
            page.wait_that("the text is where it was", &is_seen(".passage.open .words"))
                .await?;
            page.click(".reader .close").await?;
            page.wait_that(
                "the list is where it was",
                "document.getElementById('resultats').scrollTop === 300",
            )
            .await
        },
    );
}

#[test]
#[ignore = "needs a browser: run cargo xtask test"]
fn on_a_tablet_the_text_stands_below_the_picture() {
    journey(
        Settings {
            height: 1024,
            ..Settings::at_width(768)
        },
        async |page| {
            page.open("").await?;
            page.wait_that("the page does not scroll", NO_SCROLL)
                .await?;
            sees(
                page,
                &[".sentence", ".cells", ".tours a", ".contents .title a"],
            )
            .await?;
            page.type_into("#q", "paix").await?;
            page.wait_for_text(".count b", "11 passages").await?;
            sees(page, &[".cells", ".found .hit"]).await?;
            page.script("document.querySelector('.found .where a').click()")
                .await?;
            page.wait_that("the passage is in view", &is_seen(".passage.open .words"))
                .await?;
            page.wait_that("so is the wall", &is_seen(".cells")).await?;
            page.wait_that("the search stays", &is_seen("#q")).await?;
            page.click(".reader .back").await?;
            page.wait_that("the first hit is in view again", &is_seen(".found .hit"))
                .await
        },
    );
}

#[test]
#[ignore = "needs a browser: run cargo xtask test"]
fn a_telephone_held_sideways_has_its_bar_and_the_first_hit_in_view() {
    for width in [667, 740, 915] {
        journey(
            Settings {
                height: 360,
                ..Settings::at_width(width)
            },
            async |page| {
                page.open("").await?;
                page.wait_that("the page does not scroll", NO_SCROLL)
                    .await?;
                page.type_into("#q", "paix").await?;
                page.wait_for_text(".bottom-bar", "11").await?;
                sees(page, &[".first-found .hit", ".bottom-bar button"]).await?;
                page.click(".bottom-bar button:nth-child(2)").await?;
                page.wait_that("the first hit is in view", &is_seen(".found .hit"))
                    .await?;
                page.script("document.querySelector('.found .where a').click()")
                    .await?;
                page.wait_that("the text is in view", &is_seen(".passage.open .words"))
                    .await?;
                page.wait_that("the search stays", &is_seen("#q")).await?;
                page.wait_that("the page still does not scroll", NO_SCROLL)
                    .await
            },
        );
    }
}

#[test]
#[ignore = "needs a browser: run cargo xtask test"]
fn a_narrow_frame_has_the_first_hit_in_view() {
    for (width, height) in [(360, 480), (480, 400), (640, 400), (831, 400)] {
        journey(
            Settings {
                height,
                ..Settings::at_width(width)
            },
            async |page| {
                page.open("?embed=1").await?;
                page.wait_for(".cells").await?;
                page.type_into("#q", "paix").await?;
                page.wait_for_text(".count b", "11 passages").await?;
                page.press(Key::Escape).await?;
                page.wait_that("the first hit is in view", &is_seen(".found .hit"))
                    .await?;
                page.wait_that(
                    "the wall stands below",
                    "document.querySelector('.wall').getBoundingClientRect().top > document.querySelector('.list').getBoundingClientRect().top",
                )
                .await?;
                page.script("document.querySelector('.found .where a').click()")
                    .await?;
                page.wait_that("the text is in view", &is_seen(".passage.open .words"))
                    .await
            },
        );
    }
}

#[test]
#[ignore = "needs a browser: run cargo xtask test"]
fn a_guided_tour_begins_with_a_link_and_is_spoken_in_both_languages() {
    journey(Settings::default(), async |page| {
        page.open("").await?;
        ensure!(page.count(".tours a").await? == 3, "there are three tours");
        page.click(".tours li:first-child a").await?;
        page.wait_for_address("?tour=communaute-de-destin").await?;
        page.wait_for_text(".lesson", "1 sur 5").await?;
        page.wait_for_text(".count b", "4 passages").await?;
        page.click(".lesson .more").await?;
        page.wait_for_address("?step=2&tour=communaute-de-destin")
            .await?;
        sees(page, &[".lesson h2", "#q", ".chip", ".passage.open .words"]).await?;
        page.click(".language").await?;
        page.wait_for_text(".lesson", "Step 2 of 5").await?;
        page.wait_for_text(".lesson h2", "a sentence of the President")
            .await?;
        page.back().await?;
        page.back().await?;
        page.back().await?;
        page.wait_until_gone(".lesson").await?;
        page.open("?tour=absente").await?;
        page.wait_for_text(".notes", "Ce lien de leçon").await
    });
}
