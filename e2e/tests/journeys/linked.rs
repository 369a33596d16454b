//! What is linked: a cell with its card and its passage, colours with filters, gestures with the scale of time, hits with the
//! reader. And what a concordance does not cut.

use frise_browser_tests::{Key, Settings, journey};

/// A script that sends an event to the middle of the first element that matches.
fn send(event: &str, selector: &str, more: &str) -> String {
    format!(
        "const element = document.querySelector({selector:?});
         const box = element.getBoundingClientRect();
         const place = {{ clientX: box.left + box.width / 2, clientY: box.top + box.height / 2, bubbles: true, cancelable: true }};
         element.dispatchEvent(new {event}, {{ ...place, {more} }}));"
    )
}

#[test]
#[ignore = "needs a browser: run cargo xtask test"]
fn a_cell_shows_its_card_and_lights_its_passage() {
    journey(Settings::default(), async |page| {
        page.open("?q=%22communauté de destin%22").await?;
        let over = send(
            "PointerEvent('pointerover'",
            ".cell.lit",
            "pointerType: 'mouse'",
        );
        page.script(&over).await?;
        page.wait_for_text("#carte", "Stratégie").await?;
        page.wait_for_text("#carte .hit", "communauté de destin")
            .await?;
        page.wait_for(".cell[data-lit]").await?;
        page.wait_for(".found[data-lit]").await?;
        page.script(&send(
            "PointerEvent('pointerout'",
            ".cell.lit",
            "pointerType: 'mouse'",
        ))
        .await?;
        page.wait_until_gone("#carte").await?;
        // By keyboard: the focus shows the card, Escape takes it away, Enter opens.
        page.script("document.querySelector('.cells').focus()")
            .await?;
        page.wait_for_text("#carte", "Livre blanc").await?;
        page.press(Key::Right).await?;
        page.wait_for_text("#carte", "§ 2").await?;
        page.press(Key::Escape).await?;
        page.wait_until_gone("#carte").await?;
        page.press(Key::Enter).await?;
        page.wait_for(".passage.open").await
    });
}

#[test]
#[ignore = "needs a browser: run cargo xtask test"]
fn names_and_marks_light_what_they_stand_for() {
    journey(Settings::default(), async |page| {
        page.open("").await?;
        let pointer = |event: &str, selector: &str| {
            let event = format!("PointerEvent('{event}'");
            send(&event, selector, "pointerType: 'mouse'")
        };
        let name = ".lane > [data-choice='speaker:wang-yi']";
        page.script(&pointer("pointerover", name)).await?;
        page.wait_that(
            "all cells of a lane are lit by its name",
            &format!("document.querySelectorAll('.cell[data-lit]').length === +document.querySelector(\"{name} b\").textContent"),
        )
        .await?;
        let mark = ".lane:has(> [data-choice='speaker:xi-jinping']) .lane-lit";
        page.script(&pointer("pointerover", mark)).await?;
        page.wait_for(".marks").await?;
        page.script(&pointer("pointermove", mark)).await?;
        page.wait_for_text("#carte", "Xi Jinping").await?;
        page.wait_that(
            "its cell is lit alone",
            "document.querySelectorAll('.cell[data-lit]').length === 1",
        )
        .await?;
        page.script(&pointer("pointerout", mark)).await?;
        page.wait_until_gone("#carte").await?;
        page.script(&pointer("click", mark)).await?;
        page.wait_for("#strategie-2017\\.p1.open").await
    });
}

#[test]
#[ignore = "needs a browser: run cargo xtask test"]
fn the_legend_filters_and_colours_are_in_the_address() {
    journey(Settings::default(), async |page| {
        page.open("").await?;
        page.wait_that(
            "speakers have hues",
            "new Set([...document.querySelectorAll('.cell')].map(cell => getComputedStyle(cell).fill)).size >= 5",
        )
        .await?;
        page.click(".legend-value:nth-child(2)").await?;
        page.wait_for(".legend-value[aria-pressed='true'] .hue-1")
            .await?;
        page.wait_for(".chip .hue-1").await?;
        page.wait_for(".found.hue-1").await?;
        page.open("?color=voice").await?;
        page.wait_for_text(".legend", "parole rapportée").await?;
        page.open("?fold=0").await?;
        page.wait_for(".axis").await?;
        page.wait_until_gone(".tick.fold").await?;
        page.open("?fold=1").await?;
        page.wait_for_text(".tick.fold", "5").await
    });
}

#[test]
#[ignore = "needs a browser: run cargo xtask test"]
fn time_is_scaled_under_the_pointer_and_dragged_along() {
    journey(Settings::default(), async |page| {
        page.open("").await?;
        let wheel = send(
            "WheelEvent('wheel'",
            ".cells",
            "deltaY: -100, ctrlKey: true",
        );
        page.script(&wheel).await?;
        page.wait_that("the address has it", "location.search.includes('zoom=')")
            .await?;
        page.wait_for(".zooms button:nth-child(3)").await?;
        let before = page.address().await?;
        let drag = "const cells = document.querySelector('.cells');
            const box = cells.getBoundingClientRect();
            const send = (type, x) => cells.dispatchEvent(new PointerEvent(type, { pointerId: 7, buttons: 1, clientX: box.left + x, clientY: box.top + 5, bubbles: true }));
            send('pointerdown', 200); send('pointermove', 160); send('pointermove', 120); send('pointerup', 120);";
        page.script(drag).await?;
        page.wait_that(
            "it has moved",
            &format!("!location.href.endsWith({before:?})"),
        )
        .await?;
        page.click(".zooms button:nth-child(3)").await?;
        page.wait_for_address("").await?;
        page.script(&send("MouseEvent('dblclick'", ".cell", "detail: 2"))
            .await?;
        page.wait_that("a double click zooms", "location.search.includes('zoom=')")
            .await
    });
}

#[test]
#[ignore = "needs a browser: run cargo xtask test"]
fn the_phrase_is_never_cut_and_contexts_are_cut_at_words() {
    for width in [1280, 360] {
        journey(Settings::at_width(width), async |page| {
            page.open("?q=%22communauté de destin%22&view=concordance&context=15")
                .await?;
            page.wait_for(".concordance .ellipsis").await?;
            page.wait_that(
                "every phrase is whole and on one line",
                "[...document.querySelectorAll('td.pivot a')].every(hit => hit.textContent === 'communauté de destin' && hit.getClientRects().length === 1 && hit.scrollWidth <= hit.parentElement.clientWidth)",
            )
            .await?;
            page.wait_that(
                "contexts fit",
                "[...document.querySelectorAll('.concordance td:is(.left, .right)')].every(cell => cell.scrollWidth <= cell.clientWidth + 1)",
            )
            .await?;
            page.wait_that(
                "they begin and end with words",
                "[...document.querySelectorAll('td.left .ellipsis')].every(sign => /^\\s/.test(sign.nextSibling.textContent))",
            )
            .await?;
            // More words than a line has room for take several lines, and none is cut.
            page.open("?q=%22communauté de destin%22&view=concordance&context=50")
                .await?;
            page.wait_for(".concordance.wraps td.left").await?;
            page.wait_until_gone(".concordance .ellipsis").await?;
            page.wait_that(
                "contexts are whole",
                "[...document.querySelectorAll('.concordance td:is(.left, .right)')].every(cell => cell.scrollWidth <= cell.clientWidth + 1)",
            )
            .await
        });
    }
}

#[test]
#[ignore = "needs a browser: run cargo xtask test"]
fn a_reader_goes_from_hit_to_hit_and_sees_the_sections() {
    journey(Settings::default(), async |page| {
        page.open("?q=paix#strategie-2017.p22").await?;
        page.wait_for_text(".around", "sur 11").await?;
        page.click(".around a:last-child").await?;
        page.wait_that(
            "the next one is open",
            "document.querySelector('.passage.open').id !== 'strategie-2017.p22'",
        )
        .await?;
        page.wait_for(".passage.open .hit").await?;
        page.script("document.querySelector('.sections').open = true")
            .await?;
        page.wait_for(".sections b").await?;
        page.wait_for(".sections a[aria-current]").await
    });
}
