//! The notebook: what is collected stays, goes along in a link, and overwrites nothing unasked.

use frise_browser_tests::{Page, Result, Settings, ensure, journey};

/// The number of items that the notebook shows.
async fn wait_for_items(page: &Page, items: usize) -> Result<()> {
    page.wait_that(
        "the notebook has its items",
        &format!("document.querySelectorAll('.notebook > li').length === {items}"),
    )
    .await
}

/// Has the page write on a clipboard of the journey's own, in the list `written`.
const CLIPBOARD: &str = "self.written = [];
    const writeText = async (text) => void written.push(text);
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText } });";

#[test]
#[ignore = "needs a browser: run cargo xtask test"]
fn a_notebook_is_carried_by_a_link() {
    journey(Settings::default(), async |page| {
        page.open("?q=paix&tool=notebook#strategie-2017.p22")
            .await?;
        page.click(".tool-settings button:nth-of-type(1)").await?;
        wait_for_items(page, 1).await?;
        page.click(".tool-settings button:nth-of-type(2)").await?;
        wait_for_items(page, 2).await?;
        // A table of figures is collected where it stands.
        page.open("?tool=vocabulary").await?;
        page.wait_for(".report-curves polyline").await?;
        page.click(".report > p.tool-files button").await?;
        page.wait_for_text(".report [role=status]", "Ajouté")
            .await?;
        page.open("?tool=notebook").await?;
        wait_for_items(page, 3).await?;
        page.script(CLIPBOARD).await?;
        page.click(".notebook-link .copier").await?;
        page.wait_that("the link is written", "written.length === 1")
            .await?;
        let link = page.script("return written[0]").await?;
        let link = link.as_str().unwrap_or_default();
        let query = link.split_once('?').map_or("", |(_, query)| query);
        ensure!(!query.is_empty(), "the link is {link}");
        // Another reader has a notebook of their own, of one passage.
        page.script("localStorage.clear()").await?;
        page.open("?tool=notebook#cyber-2016.p1").await?;
        page.click(".tool-settings button:nth-of-type(1)").await?;
        wait_for_items(page, 1).await?;
        page.open(&format!("?{query}")).await?;
        page.wait_for_text(".received", "(3)").await?;
        wait_for_items(page, 1).await?;
        page.click(".received button").await?;
        page.wait_for_address("?tool=notebook").await?;
        wait_for_items(page, 4).await?;
        page.open("?tool=notebook%3Bnotes%3Dcut").await?;
        page.wait_for_text(".tool [role=alert]", "incomplet").await
    });
}

/// The same where the browser refuses.
const REFUSAL: &str = "
    const writeText = () => Promise.reject(new DOMException('Write permission denied.', 'NotAllowedError'));
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText } });";

#[test]
#[ignore = "needs a browser: run cargo xtask test"]
fn what_the_clipboard_refuses_is_selected() {
    journey(Settings::default(), async |page| {
        page.open("?tool=cite#strategie-2017.p22").await?;
        page.wait_for(".citation-line .copier").await?;
        page.script(REFUSAL).await?;
        page.click(".citation-line .copier").await?;
        // WebKit's driver gives no text of what is for screen readers only.
        page.wait_that(
            "the refusal is said",
            "document.getElementById('said').textContent.includes('refuse la copie')",
        )
        .await?;
        page.wait_that(
            "the citation is selected",
            "(words => words(getSelection().toString()) === words(document.querySelector('.citation-line p').innerText))(text => text.split(/\\s+/).filter(Boolean).join(' '))",
        )
        .await?;
        page.open("?tool=notebook#strategie-2017.p22").await?;
        page.click(".tool-settings button:nth-of-type(1)").await?;
        wait_for_items(page, 1).await?;
        page.script(REFUSAL).await?;
        page.click(".notebook-link .copier").await?;
        page.wait_that(
            "the link is selected",
            "(field => field.id === 'notebook-link' && field.value.includes('?') && field.selectionEnd === field.value.length)(document.activeElement)",
        )
        .await
    });
}

#[test]
#[ignore = "needs a browser: run cargo xtask test"]
fn a_thread_leads_to_the_place_of_a_formula() {
    journey(Settings::default(), async |page| {
        page.open("?tool=segments").await?;
        page.wait_for(".report-threads a").await?;
        let label = page
            .script("return document.querySelector('.report-threads a').getAttribute('aria-label')")
            .await?;
        let label = label.as_str().unwrap_or_default().to_string();
        ensure!(label.contains("20"), "the first stop is {label}");
        page.script("document.querySelector('.report-threads a').dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }))")
            .await?;
        page.wait_for(".reader mark").await
    });
}

#[test]
#[ignore = "needs a browser: run cargo xtask test"]
fn a_link_finds_a_passage_that_has_moved() {
    journey(Settings::default(), async |page| {
        page.open("?tool=cite#strategie-2017.p22").await?;
        page.wait_for(".verbatim").await?;
        let link = page
            .script("return document.querySelector('.verbatim').textContent")
            .await?;
        let link = link.as_str().unwrap_or_default();
        let print = link.rsplit_once('.').map_or("", |(_, print)| print);
        ensure!(print.len() == 6, "the link is {link}");
        // As if seven passages had been added before it since the link was made.
        page.open(&format!("#strategie-2017.p15.{print}")).await?;
        page.wait_for(".reader .passage.open[id='strategie-2017.p22']")
            .await
    });
}
