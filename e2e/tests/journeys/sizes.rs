//! What fingers and large letters need: targets of 24 pixels, a block of cells that a finger can go through, and names that
//! have their room when the reader's letters are half as large again. And how many sheets of paper each part takes.

use frise_browser_tests::{Page, Result, Settings, ensure, journey};

/// Whatever can be pressed and is smaller than 24 by 24 pixels, where fingers point. Cells are reached by their block.
const SMALL: &str = "
    for (const { cssRules } of document.styleSheets)
        for (const { media } of cssRules)
            if (media?.mediaText.includes('coarse')) media.mediaText = 'all';
    for (const details of document.querySelectorAll('details')) details.open = true;
    const inLine = element => element.closest('p, dd')?.matches('.foot p, .basis p, .rest, .problems p')
        || element.closest('.bound, .skip, .snippet, .words');
    return [...document.querySelectorAll('a, button, [role=button], input, select, textarea, summary')]
        .filter(element => element.checkVisibility({ visibilityProperty: true }) && !inLine(element))
        .map(element => [element, element.getBoundingClientRect()])
        .filter(([, { width, height }]) => width > 1 && (width < 23.9 || height < 23.9))
        .map(([element, { width, height }]) =>
            `${element.tagName} ${element.className} ${element.textContent.trim().slice(0, 30)}: ${width} x ${height}`);";

async fn has_large_targets(page: &Page, address: &str) -> Result<()> {
    let small = page.script(SMALL).await?;
    ensure!(
        small.as_array().is_some_and(Vec::is_empty),
        "too small for a finger at {address}: {small}"
    );
    Ok(())
}

#[test]
#[ignore = "needs a browser: run cargo xtask test"]
fn fingers_find_targets_of_24_pixels() {
    journey(Settings::at_width(360), async |page| {
        for address in [
            "",
            "?q=paix",
            "?q=paix&view=concordance",
            "?q=paix#strategie-2017.p3",
            "?view=table",
            "?view=sentence&q=paix",
            "?words=cyberespace&words=paix",
            "?q=zzzz",
        ] {
            page.open(address).await?;
            for pane in 0..3 {
                page.script(&format!(
                    "document.querySelectorAll('.bottom-bar button')[{pane}]?.click()"
                ))
                .await?;
                has_large_targets(page, address).await?;
            }
        }
        Ok(())
    });
}

#[test]
#[ignore = "needs a browser: run cargo xtask test"]
fn a_finger_goes_through_a_block_by_its_card() {
    journey(Settings::at_width(360), async |page| {
        page.open("").await?;
        page.wait_for(".cell").await?;
        // Beside the block of the first text, where no cell is.
        page.script(
            "const box = document.querySelector('.cell').getBoundingClientRect();
             const place = { clientX: box.left - 8, clientY: box.top + 2, bubbles: true, cancelable: true, pointerType: 'touch' };
             const cells = document.querySelector('.cells');
             cells.dispatchEvent(new PointerEvent('pointerdown', place));
             cells.dispatchEvent(new MouseEvent('click', place));",
        )
        .await?;
        page.wait_for_text("#carte", "Livre blanc § 1").await?;
        page.click("#carte button:last-child").await?;
        page.wait_for_text("#carte", "Livre blanc § 2").await?;
        page.click("#carte button:first-child").await?;
        page.wait_for_text("#carte", "Livre blanc § 1").await?;
        ensure!(
            page.script("return location.search.includes('zoom')")
                .await?
                == false,
            "pressing twice on a card zooms"
        );
        page.click("#carte button:nth-child(2)").await?;
        page.wait_for(".passage.open").await
    });
}

/// The texts of the timelines that stand over one another.
const OVERLAPS: &str = "
    const boxes = [];
    const walker = document.createTreeWalker(document.querySelector('.wall'), NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
        const node = walker.currentNode, parent = node.parentElement;
        const isRead = node.textContent.trim() && parent.checkVisibility({ visibilityProperty: true });
        if (!isRead || parent.closest('.sample, .letters, .unseen, title, option, .bar-said')) continue;
        const range = document.createRange();
        range.selectNodeContents(node);
        // A line that an ellipsis ends takes no more room than its box.
        const { left, right } = parent.closest('.column-name, .lane-name')?.getBoundingClientRect() ?? { left: -1e9, right: 1e9 };
        for (const box of range.getClientRects())
            boxes.push({ parent, text: node.textContent.trim(), top: box.top, bottom: box.bottom,
                left: Math.max(box.left, left), right: Math.min(box.right, right) });
    }
    const over = [];
    boxes.forEach((a, at) => boxes.slice(at + 1).forEach(b => {
        const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
        const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
        if (a.parent !== b.parent && across > 2 && down > 6) over.push(`${a.text} and ${b.text}`);
    }));
    return over;";

#[test]
#[ignore = "needs a browser: run cargo xtask test"]
fn large_letters_have_their_room() {
    for (width, letters) in [(1280, "24px"), (640, "16px"), (500, "24px")] {
        journey(Settings::at_width(width), async |page| {
            for address in [
                "?zoom=2016/2017",
                "?axis=order",
                "?words=cyberespace&words=paix",
            ] {
                page.open(address).await?;
                page.wait_for(".mentions").await?;
                page.script(&format!(
                    "document.documentElement.style.fontSize = '{letters}';"
                ))
                .await?;
                let fits = format!(
                    "(() => {{ {OVERLAPS} }})().length === 0 && document.documentElement.scrollWidth <= innerWidth"
                );
                let waited = page.wait_that("no text stands over another", &fits).await;
                if waited.is_err() {
                    let over = page.script(OVERLAPS).await?;
                    frise_browser_tests::bail!("{address} at {width}, {letters}: {over}");
                }
            }
            Ok(())
        });
    }
}

#[test]
#[ignore = "needs a browser: run cargo xtask test"]
fn each_part_prints_alone() {
    journey(Settings::default(), async |page| {
        page.open("").await?;
        page.wait_for(".mentions").await?;
        let Some(sheets) = page.sheets().await? else {
            return Ok(());
        };
        ensure!(sheets == 1, "the timelines print {sheets} sheets");
        page.open("?view=table#livre-blanc-2010.p1").await?;
        page.wait_for(".passage.open").await?;
        let sheets = page.sheets().await?.unwrap_or_default();
        ensure!(
            sheets <= 3,
            "a text of five passages prints {sheets} sheets"
        );
        page.open("?q=paix").await?;
        page.wait_for(".found").await?;
        let sheets = page.sheets().await?.unwrap_or_default();
        ensure!(
            (2..=5).contains(&sheets),
            "timelines and a list print {sheets} sheets"
        );
        page.script("dispatchEvent(new Event('beforeprint'))")
            .await?;
        page.wait_that(
            "paper tells the day and the address",
            "/^Imprimé le \\d.* depuis http.*[?]q=paix$/.test(document.querySelector('.printed').textContent)",
        )
        .await?;
        page.script("dispatchEvent(new Event('afterprint'))")
            .await?;
        page.wait_until_gone(".printed").await?;
        Ok(())
    });
}
