//! The tools beside the app: texts of one's own, citations, statistics.

use frise_browser_tests::{
    Browser, Context, Key, Page, Result, Settings, ensure, journey, journey_with_worker,
};
use std::fs;
use std::io::Cursor;
use std::path::Path;
use zip::ZipArchive;

/// Drops files with names and texts on the page, as a person does.
async fn drop_files(page: &Page, files: &[(&str, &str)]) -> Result<()> {
    let files = files.iter();
    let files: String = files
        .map(|(name, text)| format!("new File([{text:?}], {name:?}),"))
        .collect();
    let drop = match page.browser() {
        // It gives no files to a drop that a script makes: what the page's script makes of a drop is put in its place.
        Browser::WebKit => {
            "frise.dropped = Promise.resolve(files.map((file) => [file.name, file]));
             dispatchEvent(new CustomEvent('frise:tool', { detail: 'texts' }));
             dispatchEvent(new CustomEvent('frise:dropped'));"
        }
        Browser::Chromium | Browser::Firefox => {
            "const dataTransfer = new DataTransfer();
             for (const file of files) dataTransfer.items.add(file);
             for (const kind of ['dragover', 'drop'])
               document.querySelector('main').dispatchEvent(
                 new DragEvent(kind, { dataTransfer, bubbles: true, cancelable: true }));"
        }
    };
    page.script(&format!("const files = [{files}]; {drop}"))
        .await?;
    Ok(())
}

/// Read from the page: WebKit tells no text of a line that may be cut.
const TITLE: &str = "document.querySelector('h1').textContent === 'Le fer'";

const SPEECH: (&str, &str) = (
    "1889-05-06 inauguration.txt",
    "La tour est ouverte.\n\nLe fer et le progrès vont ensemble.",
);

const TABLE: (&str, &str) = (
    "lettres.csv",
    "date;auteur;texte\n05/06/1890;Marie;Le fer rouille déjà.\n12/07/1891;Paul;Personne ne rouille ici.\n",
);

#[test]
#[ignore = "needs a browser: run cargo xtask test"]
fn files_that_are_dropped_become_a_corpus() {
    journey(Settings::default(), async |page| {
        page.open("").await?;
        drop_files(page, &[SPEECH, TABLE]).await?;
        page.wait_for(".review tbody tr:nth-child(3)").await?;
        let dates = page
            .script("return [...document.querySelectorAll('.review .scrolls td:nth-child(3) input')].map(field => field.value).join()")
            .await?;
        ensure!(
            dates.as_str() == Some("1889-05-06,1890-06-05,1891-07-12"),
            "the dates are {dates}"
        );
        page.wait_for_text(".review legend", "05/06/1890").await?;
        page.type_into(".review .field input", "Le fer").await?;
        page.press(Key::Tab).await?;
        page.click(".build").await?;
        page.wait_that("the title is that of the corpus", TITLE)
            .await?;
        page.wait_for("[data-ready]").await?;
        page.type_into("#q", "rouille").await?;
        page.wait_for_text(".count b", "2").await?;
        page.wait_for_text(".found .hit", "rouille").await?;
        page.wait_for_text(".pane-left", "Marie").await?;
        // The table is still there, and so are the ways to take the corpus away.
        page.click(".head a[href*='tool=texts']").await?;
        page.wait_for(".take-away button").await?;
        page.wait_for(".review tbody tr:nth-child(3)").await
    });
}

#[test]
#[ignore = "needs a browser: run cargo xtask test"]
fn a_text_is_pasted_by_keyboard_alone_and_shown_in_the_same_language() {
    for (address, language) in [("?tool=texts", "fr"), ("?lang=en&tool=texts", "en")] {
        journey(Settings::default(), async |page| {
            page.open(address).await?;
            page.wait_for("#pasted").await?;
            page.script("document.getElementById('pasted').focus()")
                .await?;
            page.type_into("#pasted", "Le 3 mai 1951, la foire ouvre.")
                .await?;
            page.press(Key::Tab).await?;
            page.press(Key::Enter).await?;
            page.wait_for(".review tbody tr").await?;
            page.script("document.querySelector('.build').focus()")
                .await?;
            page.press(Key::Enter).await?;
            page.wait_for("[data-ready]").await?;
            page.type_into("#q", "foire").await?;
            page.wait_for_text(".count b", "1").await?;
            page.wait_that(
                "the language is that of before",
                &format!("document.documentElement.lang === '{language}'"),
            )
            .await
        });
    }
}

#[test]
#[ignore = "needs a browser: run cargo xtask test"]
fn what_cannot_be_read_is_told_and_the_page_goes_on() {
    journey(Settings::default(), async |page| {
        page.open("").await?;
        drop_files(page, &[("scan.pdf", "%PDF-1.7 nothing"), SPEECH]).await?;
        page.wait_for_text(".report-warnings", "scan.pdf").await?;
        page.wait_for(".review tbody tr:first-child").await?;
        page.script("document.querySelector('.review .tool-files button:last-child').click()")
            .await?;
        page.wait_for(".drop").await?;
        drop_files(page, &[("abîmé.frise", "FRISE\u{5}\u{1}not an index")]).await?;
        page.wait_for_text("#workshop [role=alert]", "rien n’est perdu")
            .await?;
        page.script("document.querySelector('.tool').focus()")
            .await?;
        page.press(Key::Escape).await?;
        page.wait_until_gone(".tool").await?;
        page.type_into("#q", "paix").await?;
        page.wait_for_text(".count b", "11 passages").await
    });
}

#[test]
#[ignore = "needs a browser: run cargo xtask test"]
fn formulas_that_travel_lead_to_their_places_and_back() {
    journey(Settings::default(), async |page| {
        page.open("?tool=segments").await?;
        page.wait_for(".report tbody tr:nth-child(5)").await?;
        let first = page.text(".report tbody th").await?;
        ensure!(
            first.split(' ').count() >= 4,
            "the first segment is {first}"
        );
        page.click(".report tbody th a").await?;
        page.wait_until_gone(".tool").await?;
        page.wait_for(".lined").await?;
        page.back().await?;
        page.wait_for(".report tbody tr:nth-child(5)").await?;
        // A heading sorts; a setting enters the address.
        page.click(".report thead th:nth-child(4) button").await?;
        page.wait_for(".report th[aria-sort=descending]").await?;
        page.script(
            "const field = document.querySelector('.tool-settings select');
             field.value = 'years'; field.dispatchEvent(new Event('change', { bubbles: true }));",
        )
        .await?;
        page.wait_for_address("?tool=segments%3Btravel%3Dyears")
            .await?;
        page.wait_for(".report tbody tr").await
    });
}

#[test]
#[ignore = "needs a browser: run cargo xtask test"]
fn classes_and_collocates_lead_to_their_places() {
    journey(Settings::default(), async |page| {
        page.open("?tool=classes%3Bclasses%3D3").await?;
        page.wait_that(
            "each class has a lane, words and segments",
            "document.querySelectorAll('.report-threads .name').length === 3
                && document.querySelectorAll('.report-excerpts').length === 3
                && document.querySelectorAll('.report tbody tr').length > 20",
        )
        .await?;
        page.script("document.querySelector('.report-threads a').focus()")
            .await?;
        page.press(Key::Enter).await?;
        page.wait_that("a passage is open", "location.hash.length > 1")
            .await?;
        page.open("?q=paix&tool=collocates").await?;
        page.wait_for(".report-graph a").await?;
        page.script("document.querySelector('.report-graph a').focus()")
            .await?;
        page.press(Key::Enter).await?;
        page.wait_that(
            "the concordance of both words is there",
            "location.search.includes('view=concordance')",
        )
        .await
    });
}

#[test]
#[ignore = "needs a browser: run cargo xtask test"]
fn two_parts_are_compared() {
    journey(Settings::default(), async |page| {
        page.open("?lang=en").await?;
        page.script("document.querySelector('.head a[href*=\"tool=compare\"]').focus()")
            .await?;
        page.press(Key::Enter).await?;
        page.wait_that(
            "the tool has the focus",
            "document.activeElement.className === 'tool'",
        )
        .await?;
        page.wait_for_text(".tool [role=alert]", "nothing to compare")
            .await?;
        // What is offered then gives figures, and the settings follow it.
        page.click(".tool-examples a").await?;
        page.wait_for(".report caption").await?;
        page.wait_that(
            "the address names both parts",
            "/a%3Dspeaker%3A.*b%3Dspeaker%3A/.test(location.search)",
        )
        .await?;
        page.open("?lang=en&tool=compare%3Ba%3Dspeaker%3Aliu-xiaoming")
            .await?;
        page.wait_for_text(".report caption", "Liu Xiaoming")
            .await?;
        page.wait_for(".report .bar-right").await?;
        page.wait_for(".report .bar-left").await?;
        page.wait_that(
            "the recipe names the formula",
            "document.querySelector('.report-recipe').textContent.includes('Lafon')",
        )
        .await
    });
}

#[test]
#[ignore = "needs a browser: run cargo xtask test"]
fn a_passage_is_cited_from_the_reader() {
    journey(Settings::default(), async |page| {
        page.open("#strategie-2017.p42").await?;
        page.click(".reader a[href*='tool=cite']").await?;
        page.wait_for_text(".citation", "Stratégie de la Coopération internationale")
            .await?;
        page.wait_for_text(".citation", "strategie-2017.p42")
            .await?;
        page.script(
            "const field = document.querySelectorAll('.tool-settings select')[1];
             field.value = 'apa'; field.dispatchEvent(new Event('change', { bubbles: true }));",
        )
        .await?;
        page.wait_for_address("?tool=cite%3Bstyle%3Dapa#strategie-2017.p42")
            .await?;
        page.wait_for(".tool-files button").await
    });
}

#[test]
#[ignore = "needs a browser: run cargo xtask test"]
fn an_index_that_is_not_beside_the_page_is_told() {
    journey(Settings::default(), async |page| {
        page.go("?corpus=absent.frise").await?;
        page.wait_for_text(".broken", "absent.frise").await?;
        page.wait_for(".broken a[href='?']").await?;
        // The server's answer is no fault of the page.
        page.take_errors().await?;
        Ok(())
    });
}

/// Drops two files, builds their corpus and waits until the app shows it.
async fn bring_a_corpus(page: &Page) -> Result<()> {
    page.open("").await?;
    drop_files(page, &[SPEECH, TABLE]).await?;
    page.wait_for(".review tbody tr:nth-child(3)").await?;
    page.type_into(".review .field input", "Le fer").await?;
    page.press(Key::Tab).await?;
    page.click(".build").await?;
    page.wait_that("the title is that of the corpus", TITLE)
        .await?;
    page.wait_for("[data-ready]").await
}

#[test]
#[ignore = "needs a browser: run cargo xtask test"]
fn a_corpus_is_kept_by_the_browser_and_forgotten() {
    journey(Settings::default(), async |page| {
        bring_a_corpus(page).await?;
        page.click(".head a[href*='tool=texts']").await?;
        page.wait_for(".take-away button").await?;
        page.script("document.querySelectorAll('.take-away button')[3].click()")
            .await?;
        page.wait_for_text(".take-away [role=status]", "garde ce corpus")
            .await?;
        page.open("?tool=texts").await?;
        page.wait_for_text(".kept", "le-fer.frise").await?;
        page.script("document.querySelector('.kept a').click()")
            .await?;
        page.wait_that("the title is that of the corpus", TITLE)
            .await?;
        page.wait_for_address("?corpus=local:le-fer.frise").await?;
        page.type_into("#q", "rouille").await?;
        page.wait_for_text(".count b", "2 passages").await?;
        page.open("?tool=texts").await?;
        page.wait_for(".kept button").await?;
        page.script("document.querySelector('.kept button').click()")
            .await?;
        page.wait_until_gone(".kept").await
    });
}

/// Presses one of the buttons that take the corpus away, and returns what the browser was to save.
async fn taken_away(page: &Page, button: usize) -> Result<Vec<u8>> {
    page.script(&format!(
        "window.saved = null;
         const make = URL.createObjectURL;
         URL.createObjectURL = (blob) => ((window.saved = blob), make.call(URL, blob));
         HTMLAnchorElement.prototype.click = () => {{}};
         document.querySelectorAll('.take-away button')[{button}].click()"
    ))
    .await?;
    page.wait_that("a file is saved", "window.saved").await?;
    let text = page
        .script(
            "return saved.arrayBuffer().then((buffer) =>
               Array.from(new Uint8Array(buffer), (byte) => String.fromCharCode(byte)).join(''))",
        )
        .await?;
    let text = text.as_str().context("bytes are letters")?;
    Ok(text.chars().map(|byte| byte as u8).collect())
}

/// Writes the files of a zip into a folder.
fn unzip(zip: &[u8], folder: &Path) -> Result<()> {
    ZipArchive::new(Cursor::new(zip))?.extract(folder)?;
    Ok(())
}

#[test]
#[ignore = "needs a browser: run cargo xtask test"]
fn a_course_package_that_is_taken_away_holds_the_corpus() {
    journey(Settings::default(), async |page| {
        bring_a_corpus(page).await?;
        page.click(".head a[href*='tool=texts']").await?;
        page.wait_for(".take-away button").await?;
        let folder = tempfile::tempdir()?;
        unzip(&taken_away(page, 4).await?, folder.path())?;
        let manifest = fs::read_to_string(folder.path().join("imsmanifest.xml"))?;
        ensure!(manifest.contains("<title>Le fer</title>"), "{manifest}");
        page.site().serve_from(folder.path());
        page.open("page.html?q=rouille").await?;
        page.wait_that("the title is that of the corpus", TITLE)
            .await?;
        page.wait_for_text(".count b", "2 passages").await
    });
}

#[test]
#[ignore = "needs a browser: run cargo xtask test"]
fn a_site_that_is_taken_away_works_without_a_network() {
    journey_with_worker(Settings::default(), async |page| {
        bring_a_corpus(page).await?;
        page.click(".head a[href*='tool=texts']").await?;
        page.wait_for(".take-away button").await?;
        let folder = tempfile::tempdir()?;
        unzip(&taken_away(page, 2).await?, folder.path())?;
        page.script(
            "return (async () => {
                for (const worker of await navigator.serviceWorker.getRegistrations()) await worker.unregister();
                for (const name of await caches.keys()) await caches.delete(name);
            })()",
        )
        .await?;
        page.site().serve_from(folder.path());
        page.open("").await?;
        page.wait_that("the title is that of the corpus", TITLE)
            .await?;
        page.script(
            "return (async () => {
                const { active } = await navigator.serviceWorker.ready;
                while (active.state !== 'activated')
                    await new Promise((done) => active.addEventListener('statechange', done, { once: true }));
            })()",
        )
        .await?;
        page.site().go_off().await?;
        page.open("?q=rouille").await?;
        page.wait_that("the title is that of the corpus", TITLE)
            .await?;
        page.wait_for_text(".count b", "2 passages").await
    });
}
