//! What a visitor of the embedded corpus does: search, filter by each of the three timelines, follow a link, go back, and
//! all of it by keyboard and in English.

use frise_browser_tests::{Key, Page, Result, Settings, ensure, journey};

/// The count, without the sentence beside it.
const COUNT: &str = ".count b";

/// What a view shows: the count, the filters in force, the passages, and the passage that is open.
async fn view(page: &Page) -> Result<Vec<String>> {
    let mut shown = vec![page.text(COUNT).await?];
    shown.extend(page.texts(".chip").await?);
    shown.extend(page.texts(".found .where").await?);
    shown.extend(page.texts(".passage.open").await?);
    Ok(shown)
}

/// A passage is shown before its address is: nobody can go back from there sooner.
async fn wait_for_passage_in_address(page: &Page) -> Result<()> {
    page.wait_that(
        "the passage is in the address",
        "location.hash.startsWith('#strategie-2017.p')",
    )
    .await
}

#[test]
#[ignore = "needs a browser: run cargo xtask test"]
fn a_search_finds_marks_and_counts_while_it_is_typed() {
    journey(Settings::default(), async |page| {
        page.open("").await?;
        page.wait_for_text(COUNT, "100 passages, dans 5 documents")
            .await?;
        page.type_into("#q", "fosse numerique").await?;
        page.wait_for_text(COUNT, "sur 100").await?;
        page.wait_for_address("?q=fosse+numerique").await?;
        page.wait_that("the first passage has both words marked", "(text => text.includes('fossé') && text.includes('numérique'))([...document.querySelectorAll('.found:first-child mark')].map(mark => mark.textContent).join(' '))").await?;
        ensure!(
            page.count(".cell.lit").await? == page.count(".found").await?,
            "cells and passages differ"
        );
        page.replace_text("#q", "\"communauté de destin\"").await?;
        page.wait_for_text(".found:first-child mark", "communauté de destin")
            .await?;
        page.replace_text("#q", "cyber* -cyberespace").await?;
        page.wait_that("no hit is the excluded word", "document.querySelector('.found mark') && ![...document.querySelectorAll('.found mark')].some(hit => /cyberespace/i.test(hit.textContent))").await
    });
}

#[test]
#[ignore = "needs a browser: run cargo xtask test"]
fn the_timeline_by_date_filters_by_keyboard_and_by_drag() {
    journey(Settings::default(), async |page| {
        page.open("").await?;
        page.script("document.querySelector('.bound').focus()")
            .await?;
        page.press(Key::Right).await?;
        page.wait_for_address("?from=2011").await?;
        page.wait_for_text(COUNT, "95 passages sur 100, dans 4 documents sur 5")
            .await?;
        ensure!(
            page.count(".cell.lit").await? == 95,
            "the wall does not follow"
        );
        page.press(Key::Escape).await?;
        page.wait_for_address("").await?;
        page.drag(".axis-picture", (0.45, 0.2), (0.55, 0.2)).await?;
        page.wait_for_address("?from=2017&to=2017").await?;
        page.wait_for_text(COUNT, "66 passages sur 100, dans 1 document sur 5")
            .await?;
        page.wait_for_text(".chip", "2017").await?;
        page.click(".chip").await?;
        page.wait_for_text(COUNT, "100 passages, dans 5 documents")
            .await
    });
}

#[test]
#[ignore = "needs a browser: run cargo xtask test"]
fn the_timelines_by_speaker_and_by_theme_filter_each_other() {
    journey(Settings::default(), async |page| {
        page.open("").await?;
        page.click("[data-choice='speaker:zhang-jun']").await?;
        page.wait_for_address("?speaker=zhang-jun").await?;
        page.wait_for_text(COUNT, "12 passages sur 100, dans 1 document sur 5")
            .await?;
        page.wait_for_text("[data-choice='speaker:liu-xiaoming'] b", "10")
            .await?;
        page.wait_for_text("[data-choice='theme:cybersecurite'] b", "4")
            .await?;
        page.click("[data-choice='theme:cybersecurite']").await?;
        page.wait_for_address("?speaker=zhang-jun&theme=cybersecurite")
            .await?;
        page.wait_for_text(COUNT, "4 passages sur 100").await?;
        page.wait_for(".found mark.theme").await?;
        page.click("[data-choice='speaker:liu-xiaoming']").await?;
        page.wait_for_text(COUNT, "8 passages sur 100, dans 2 documents sur 5")
            .await?;
        page.click("[data-choice='doc:cyber-2016']").await?;
        page.wait_for_text(COUNT, "4 passages sur 100, dans 1 document sur 5")
            .await?;
        page.click("[data-choice='voice:direct']").await?;
        page.wait_for_text(".chips", "parole citée").await
    });
}

#[test]
#[ignore = "needs a browser: run cargo xtask test"]
fn a_link_opened_afresh_shows_the_same_page() {
    journey(Settings::default(), async |page| {
        page.open("?q=souverain*&from=2016&theme=paix").await?;
        page.click(".found:nth-child(2) .where a").await?;
        page.wait_for(".passage.open").await?;
        wait_for_passage_in_address(page).await?;
        let (address, before) = (page.address().await?, view(page).await?);
        page.open(&address).await?;
        page.wait_for(".passage.open").await?;
        ensure!(
            view(page).await? == before,
            "{address} shows {:?} instead of {before:?}",
            view(page).await?
        );
        page.wait_that(
            "the open passage is in view",
            "(b => b && b.top >= 0 && b.top < innerHeight)(document.querySelector('.passage.open')?.getBoundingClientRect())",
        )
        .await
    });
}

#[test]
#[ignore = "needs a browser: run cargo xtask test"]
fn back_and_forward_walk_through_what_was_chosen() {
    journey(Settings::default(), async |page| {
        page.open("").await?;
        page.type_into("#q", "paix").await?;
        page.wait_for_address("?q=paix").await?;
        page.click("[data-choice='doc:strategie-2017']").await?;
        page.wait_for_address("?q=paix&doc=strategie-2017").await?;
        let held = view(page).await?;
        page.click(".found .where a").await?;
        page.wait_for(".reader .passage.open").await?;
        wait_for_passage_in_address(page).await?;
        page.back().await?;
        page.wait_until_gone(".reader").await?;
        let back = view(page).await?;
        ensure!(back == held, "Back shows {back:?} instead of {held:?}");
        page.back().await?;
        page.wait_for_address("?q=paix").await?;
        page.wait_until_gone("[data-choice='doc:strategie-2017'].held")
            .await?;
        ensure!(
            page.value("#q").await? == "paix",
            "the search box lost its query"
        );
        page.forward().await?;
        page.wait_for("[data-choice='doc:strategie-2017'].held")
            .await
    });
}

#[test]
#[ignore = "needs a browser: run cargo xtask test"]
fn everything_can_be_done_by_keyboard() {
    journey(Settings::default(), async |page| {
        page.open("").await?;
        let focused =
            |expected: &'static str| format!("document.activeElement.matches({expected:?})");
        page.press(Key::Tab).await?;
        page.wait_that("the first stop skips to the passages", &focused(".skip"))
            .await?;
        page.press(Key::Enter).await?;
        page.wait_that("the passages have the focus", &focused("#resultats"))
            .await?;
        page.open("").await?;
        tab_to(page, "#q").await?;
        page.type_into("#q", "souverain*").await?;
        page.wait_for_address("?q=souverain*").await?;
        tab_to(page, ".cells").await?;
        page.press(Key::End).await?;
        page.press(Key::Home).await?;
        page.press(Key::Right).await?;
        page.wait_for(".cells[aria-activedescendant='cell-1'] #cell-1")
            .await?;
        page.press(Key::Enter).await?;
        page.wait_for_address("?q=souverain*#livre-blanc-2010.p2")
            .await?;
        page.wait_that("the text has the focus", &focused(".reader"))
            .await?;
        page.press(Key::Escape).await?;
        page.wait_until_gone(".reader").await?;
        page.wait_that("the wall has it again", &focused(".cells"))
            .await?;
        // Where nothing was opened by hand, the passages have it.
        page.open("?q=souverain*#livre-blanc-2010.p1").await?;
        page.wait_that("the text has the focus", &focused(".reader"))
            .await?;
        page.wait_that(
            "it begins with its title",
            "document.querySelector('.reader').scrollTop === 0",
        )
        .await?;
        page.press(Key::Escape).await?;
        page.wait_that("the passages have the focus", &focused("#resultats"))
            .await?;
        page.open("").await?;
        tab_to(page, "[data-choice='speaker:wang-yi']").await?;
        page.press(' ').await?;
        page.wait_for_address("?speaker=wang-yi").await?;
        tab_to(page, "[data-choice='theme:cybersecurite']").await?;
        page.press(Key::Enter).await?;
        page.wait_for_address("?speaker=wang-yi&theme=cybersecurite")
            .await
    });
}

#[test]
#[ignore = "needs a browser: run cargo xtask test"]
fn what_takes_itself_away_hands_the_focus_on() {
    journey(Settings::default(), async |page| {
        page.open("?q=paix&theme=paix&from=demain").await?;
        for (pressed, left, next) in [
            (".notes button", 2, "#q"),
            (".chip", 1, ".chip"),
            (".chip", 0, ".tours a"),
        ] {
            page.wait_for(pressed).await?;
            page.script(&format!("document.querySelector({pressed:?}).focus()"))
                .await?;
            page.press(Key::Enter).await?;
            page.wait_that(
                &format!("behind {pressed} is {next}"),
                &format!("document.querySelectorAll('.chip').length === {left} && document.activeElement.matches({next:?})"),
            )
            .await?;
        }
        Ok(())
    });
}

/// Presses Tab until something has the focus.
async fn tab_to(page: &Page, selector: &str) -> Result<()> {
    let there = format!("return document.activeElement.matches({selector:?})");
    for _ in 0..80 {
        if page.script(&there).await? == true {
            return Ok(());
        }
        page.press(Key::Tab).await?;
    }
    frise_browser_tests::bail!("80 times Tab do not lead to {selector}")
}

#[test]
#[ignore = "needs a browser: run cargo xtask test"]
fn the_page_speaks_english() {
    journey(
        Settings {
            language: "en",
            ..Settings::default()
        },
        async |page| {
            page.open("?q=paix").await?;
            page.click(".language").await?;
            page.wait_for_address("?q=paix&lang=en").await?;
            page.wait_for_text(COUNT, "of 100, in").await?;
            page.wait_that(
                "the document says so",
                "document.documentElement.lang === 'en'",
            )
            .await?;
            // It is for who listens: WebKit tells no text of what is out of sight.
            page.wait_that(
                "the field has an English name",
                "document.querySelector('.search label').textContent.includes('Search the texts')",
            )
            .await?;
            page.wait_that(
                "the title is English",
                "document.querySelector('h1').textContent.includes('China')",
            )
            .await?;
            ensure!(
                page.attribute(".snippet", "lang").await?.as_deref() == Some("fr"),
                "the texts are still French"
            );
            page.click(".language").await?;
            page.wait_for_text(COUNT, "sur 100, dans").await
        },
    );
}

#[test]
#[ignore = "needs a browser: run cargo xtask test"]
fn tables_give_the_figures_of_the_pictures() {
    journey(Settings::default(), async |page| {
        page.open("?q=paix").await?;
        let lit = page.count(".cell.lit").await?;
        page.click(".forms a:nth-child(2)").await?;
        page.wait_for_address("?q=paix&view=table").await?;
        page.wait_that(
            "the figures by date add up to the lit cells",
            &format!("[...document.querySelectorAll('table:first-of-type tbody tr td:nth-child(3)')].slice(0, 5).reduce((sum, cell) => sum + Number(cell.textContent), 0) === {lit}"),
        )
        .await?;
        ensure!(
            page.count("caption").await? == 4,
            "four tables: by date, by speaker, by theme, and of the times that are spoken of"
        );
        Ok(())
    });
}

/// Has the page write on a clipboard of the journey's own, and keeps in `announced` what is said of it, with the words and the width
/// of the button as they are then.
const CLIPBOARD: &str = "
    window.written = [];
    window.announced = [];
    window.wide = (button) => button.getBoundingClientRect().width;
    const writeText = async (text) => { written.push(text) };
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText } });
    const said = document.getElementById('said');
    new MutationObserver(() => {
        const button = document.querySelector('.copier[data-done]');
        if (button) announced.push([said.textContent, button.innerText.trim(), wide(button)]);
    }).observe(said, { childList: true });";

/// The same without a clipboard.
const REFUSAL: &str = "
    window.announced = [];
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: undefined });";

#[test]
#[ignore = "needs a browser: run cargo xtask test"]
fn what_is_copied_says_so_and_what_is_refused_is_selected() {
    journey(Settings::default(), async |page| {
        let copied = async |button: &str, word: &str| {
            page.script(CLIPBOARD).await?;
            let wide = format!("return wide(document.querySelector('{button}'))");
            let before = page.script(&wide).await?;
            page.click(button).await?;
            let is_announced =
                format!("JSON.stringify(announced) === '[[\"{word}\",\"{word}\",{before}]]'");
            page.wait_that("it is said, and nothing moves", &is_announced)
                .await
        };
        let share = "#share .copied:first-child .copier";
        page.open("?q=paix").await?;
        page.click(".head .opens").await?;
        copied(share, "Copié").await?;
        page.wait_that("the link is copied", "written.join() === location.href")
            .await?;
        page.wait_for(&format!("{share}:not([data-done])")).await?;
        page.script(REFUSAL).await?;
        page.click(share).await?;
        page.wait_that(
            "the link is selected",
            "(field => field.id === 'share-link' && field.selectionEnd === field.value.length && announced.length === 0)(document.activeElement)",
        )
        .await?;

        page.open("?view=table&lang=en").await?;
        copied(".copy", "Copied").await?;
        page.wait_that(
            "the table is copied",
            "written.length === 1 && written[0].includes('\\t') && written[0].includes('\\r\\n')",
        )
        .await?;
        page.open("?view=table&lang=en").await?;
        page.script(REFUSAL).await?;
        page.click(".copy").await?;
        page.wait_that(
            "the table is selected",
            "getSelection().containsNode(document.querySelector('caption ~ tbody')) && announced.length === 0",
        )
        .await
    });
}
