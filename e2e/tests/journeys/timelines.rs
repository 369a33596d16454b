//! What a visitor does with the timelines: move the brush by keyboard, look closer, choose lanes and forms, save
//! what is shown, compare words over time, and go from a point to its passages.

use frise_browser_tests::{Key, Page, Result, Settings, ensure, journey};

/// The number that stands before a word in a text, with its thousands told apart.
fn number_before(text: &str, word: &str) -> Option<usize> {
    let (before, _) = text.split_once(word)?;
    let before = before.trim_end();
    let is_of_number = |c: &char| c.is_ascii_digit() || *c == '\u{202f}';
    let digits: Vec<char> = before.chars().rev().take_while(is_of_number).collect();
    let digits: String = digits
        .into_iter()
        .rev()
        .filter(char::is_ascii_digit)
        .collect();
    digits.parse().ok()
}

/// Adds a query to those that are compared.
async fn compare(page: &Page, query: &str, names: usize) -> Result<()> {
    page.type_into("#compare", query).await?;
    page.press(Key::Enter).await?;
    page.wait_for(&format!(".series-names li:nth-child({names})"))
        .await
}

#[test]
#[ignore = "needs a browser: run cargo xtask test"]
fn words_are_compared_and_a_point_opens_its_passages_by_keyboard() {
    journey(Settings::default(), async |page| {
        page.open("").await?;
        compare(page, "cyberespace", 1).await?;
        compare(page, "paix", 2).await?;
        page.wait_for_address("?words=cyberespace&words=paix")
            .await?;
        ensure!(
            page.value("#compare").await?.is_empty(),
            "the field keeps what was added"
        );
        ensure!(page.count(".series-one").await? == 2, "two lines");
        page.script("document.querySelector('.series-one').focus()")
            .await?;
        page.press(Key::End).await?;
        page.press(Key::Home).await?;
        page.press(Key::Right).await?;
        page.press(Key::Enter).await?;
        page.wait_for_text(".series-status", "cyberespace").await?;
        page.wait_for(".series-one[data-line='0'] .series-open")
            .await?;
        let status = page.text(".series-status").await?;
        let part = |word: &str| number_before(&status, word);
        let (hits, words, passages) = (part("occurrence"), part("mots"), part("passages"));
        ensure!(
            status.contains("2016"),
            "the second point is of 2016, not {status}"
        );
        let (Some(hits), Some(words), Some(passages)) = (hits, words, passages) else {
            frise_browser_tests::bail!("no figures in {status}");
        };
        ensure!(hits > 0 && words > hits && passages <= hits, "{status}");
        page.press(Key::Tab).await?;
        page.press(Key::Tab).await?;
        page.wait_that(
            "the link has the focus",
            "document.activeElement.matches('.series-status a')",
        )
        .await?;
        page.press(Key::Enter).await?;
        page.wait_for_address("?q=cyberespace&from=2016&to=2016&words=cyberespace&words=paix")
            .await?;
        page.wait_for_text(".count b", &format!("{passages} passages sur 100"))
            .await?;
        ensure!(
            page.count(".series-one").await? == 2,
            "the lines are still there"
        );
        page.wait_for_text(".series-status", "2016").await?;
        page.open("?q=cyberespace&from=2016&to=2016&view=concordance")
            .await?;
        page.wait_for_text(".frequency summary", "occurrences")
            .await?;
        let counted = page.text(".frequency summary").await?;
        ensure!(
            number_before(&counted, "occurrence") == Some(hits)
                && number_before(&counted, "mots)") == Some(words),
            "the point says {status}, the concordance {counted}"
        );
        Ok(())
    });
}

#[test]
#[ignore = "needs a browser: run cargo xtask test"]
fn a_click_opens_a_point_and_a_name_is_taken_away() {
    journey(Settings::default(), async |page| {
        page.open("?words=cyberespace&words=paix&multiples=1")
            .await?;
        ensure!(page.count(".series-picture").await? == 2, "two pictures");
        page.click(".tabs a[href='?words=cyberespace&words=paix']")
            .await?;
        page.wait_that(
            "one picture",
            "document.querySelectorAll('.series-picture').length === 1",
        )
        .await?;
        let last = page
            .script(
                "const line = document.querySelector('.series-line[d*=L]').getAttribute('d');
                const [x, y] = line.match(/[^ML]+$/)[0].split(' ');
                const box = document.querySelector('.series-picture').getBoundingClientRect();
                return [(Number(x) + 5) / box.width, (Number(y) - 5) / box.height];",
            )
            .await?;
        let share = |at: usize| last[at].as_f64().unwrap_or_default();
        let beside = (share(0), share(1));
        page.drag(".series-picture", beside, beside).await?;
        page.wait_for_text(".series-status", "2021").await?;
        page.click(".series-name[data-line='0']").await?;
        page.wait_for_address("?words=paix").await?;
        page.type_into("#compare", "()").await?;
        page.press(Key::Enter).await?;
        page.wait_for_text(".series-status", "ne demande rien")
            .await
    });
}

/// The count, without the sentence beside it.
const COUNT: &str = ".count b";

#[test]
#[ignore = "needs a browser: run cargo xtask test"]
fn a_range_of_dates_moves_by_keyboard_and_counts_follow() {
    journey(Settings::default(), async |page| {
        page.open("").await?;
        page.script("document.querySelector('.bound.both').focus()")
            .await?;
        let held = async |address: &str, count: &str| -> Result<()> {
            page.wait_for_address(address).await?;
            page.wait_for_text(COUNT, count).await
        };
        page.press(Key::Right).await?;
        held("?from=2010&to=2010", "5 passages sur 100").await?;
        page.press(Key::Right).await?;
        held("?from=2011&to=2011", "Aucun passage sur 100").await?;
        page.press(Key::End).await?;
        held("?from=2021&to=2021", "sur 100, dans 1 document sur 5").await?;
        page.press(Key::Left).await?;
        page.press_with(Key::Shift, Key::Right).await?;
        held("?from=2020&to=2021", "dans 2 documents sur 5").await?;
        page.press_with(Key::Shift, Key::Left).await?;
        held("?from=2020&to=2020", "dans 1 document sur 5").await?;
        page.press_with(Key::Shift, Key::Left).await?;
        page.press(Key::Home).await?;
        held("?from=2010&to=2010", "5 passages sur 100").await?;
        for _ in 0..7 {
            page.press_with(Key::Shift, Key::Right).await?;
        }
        held("?from=2010&to=2017", "dans 3 documents sur 5").await?;
        page.wait_that(
            "the range says what it holds",
            "document.activeElement.matches('.bound.both') && document.activeElement.getAttribute('aria-valuetext') === '2010 à 2017'",
        )
        .await?;
        let lit = page.count(".cell.lit").await?;
        page.wait_for_text(COUNT, &format!("{lit} passages sur 100"))
            .await?;
        page.press(Key::Escape).await?;
        held("", "100 passages, dans 5 documents").await
    });
}

#[test]
#[ignore = "needs a browser: run cargo xtask test"]
fn looking_closer_and_back() {
    journey(Settings::default(), async |page| {
        page.open("").await?;
        ensure!(page.count(".zoom").await? == 2, "all is shown");
        page.click(".zoom:nth-child(1)").await?;
        page.wait_that("it is closer", "location.search.startsWith('?zoom=')")
            .await?;
        // Half of the picture, whose days depend on its width.
        let half = page.address().await?;
        page.wait_for_text(".zooms", "tout").await?;
        ensure!(
            page.count("#cell-0").await? == 0 && page.count(".cell").await? > 0,
            "the text of 2010 is out of sight, others are not"
        );
        page.wait_for_text(COUNT, "100 passages, dans 5 documents")
            .await?;
        page.script("document.querySelector('.bound').focus()")
            .await?;
        page.press('+').await?;
        page.wait_that(
            "it is closer still",
            &format!("!['', {half:?}].includes(location.search)"),
        )
        .await?;
        let closer = page.address().await?;
        page.back().await?;
        page.wait_for_address(&half).await?;
        page.forward().await?;
        page.wait_for_address(&closer).await?;
        page.script("document.querySelector('.bound').focus()")
            .await?;
        page.press('0').await?;
        page.wait_for_address("").await?;
        page.wait_for("#cell-0").await?;
        page.back().await?;
        page.back().await?;
        // Not before the page is there: from closer up, the same button leads elsewhere.
        page.wait_for_address(&half).await?;
        page.click(".zoom:nth-child(2)").await?;
        page.wait_for_address("").await?;
        ensure!(page.count(".cell").await? == 100, "all is shown again");
        // What is held is what one looks at.
        page.open("?from=2016&to=2017").await?;
        page.click(".zoom:nth-child(1)").await?;
        page.wait_for_address("?from=2016&to=2017&zoom=2016%2F2017")
            .await
    });
}

#[test]
#[ignore = "needs a browser: run cargo xtask test"]
fn the_same_is_told_in_three_forms_and_a_table_is_sorted() {
    journey(Settings::default(), async |page| {
        page.open("?q=souverain*").await?;
        page.click(".forms a:nth-child(2)").await?;
        page.wait_for_address("?q=souverain*&view=table").await?;
        ensure!(page.count(".wall .cells").await? == 0, "no picture is left");
        let first_column = async || {
            page.texts(".tables .scrolls:first-of-type tbody tr > td:nth-child(2)")
                .await
        };
        let in_time = first_column().await?;
        ensure!(
            in_time.first().is_some_and(|name| name == "Livre blanc") && in_time.len() == 5,
            "{in_time:?}"
        );
        let passages = ".tables .scrolls:first-of-type thead th:nth-child(4)";
        page.click(&format!("{passages} button")).await?;
        page.wait_for(&format!("{passages}[aria-sort='descending']"))
            .await?;
        let most = first_column().await?;
        ensure!(
            most.first().is_some_and(|name| name == "Stratégie"),
            "{most:?}"
        );
        page.click(&format!("{passages} button")).await?;
        page.wait_for(&format!("{passages}[aria-sort='ascending']"))
            .await?;
        let least = first_column().await?;
        ensure!(least.last() == most.first() && least != most, "{least:?}");
        page.click(".tables .scrolls:first-of-type thead th:nth-child(1) button")
            .await?;
        page.wait_that(
            "one column sorts",
            "document.querySelectorAll('[aria-sort]').length === 1 && document.querySelector('th[aria-sort] button').textContent.startsWith('Date')",
        )
        .await?;
        ensure!(first_column().await? == in_time, "time is in order again");
        page.click(".forms a:nth-child(3)").await?;
        page.wait_for_address("?q=souverain*&view=sentence").await?;
        page.wait_for_text(".sentences", "Gouvernement chinois parle dans")
            .await?;
        page.back().await?;
        page.wait_for(".tables").await?;
        page.click(".forms a:nth-child(1)").await?;
        page.wait_for_address("?q=souverain*").await?;
        page.wait_for(".wall .cells").await
    });
}

#[test]
#[ignore = "needs a browser: run cargo xtask test"]
fn lanes_heights_and_bins_are_chosen_in_the_settings() {
    journey(Settings::default(), async |page| {
        page.open("").await?;
        page.click(".settings summary").await?;
        let speakers = "[role='group'] .value:nth-of-type(1)";
        let documents = "[role='group'] .value:nth-of-type(3)";
        page.click(&format!(".settings {documents}")).await?;
        page.wait_for_address("?lanes=speakers%2Cthemes%2Cdocuments")
            .await?;
        page.wait_for("#documents").await?;
        page.click(&format!(".settings {speakers}")).await?;
        page.wait_for_address("?lanes=themes%2Cdocuments").await?;
        page.wait_until_gone("#locuteurs").await?;
        page.script(
            "const select = document.querySelector('#hauteurs'); select.value = select.options[1].value;
            select.dispatchEvent(new Event('change', { bubbles: true }))",
        )
        .await?;
        page.wait_for_address("?lanes=themes%2Cdocuments&measure=rate")
            .await?;
        page.wait_for(".wall .bars").await?;
        page.script(
            "const select = document.querySelector('#regroupement'); select.value = select.options[4].value;
            select.dispatchEvent(new Event('change', { bubbles: true }))",
        )
        .await?;
        page.wait_for_address("?lanes=themes%2Cdocuments&measure=rate&bins=year")
            .await?;
        page.wait_for(".wall .bars[aria-valuemax='11']").await?;
        page.script("document.querySelector('.bars').focus()")
            .await?;
        page.press(Key::End).await?;
        page.wait_for_text(".bar-said", "2021").await?;
        page.press(Key::Enter).await?;
        page.wait_for_address("?from=2021&to=2021&lanes=themes%2Cdocuments&measure=rate&bins=year")
            .await
    });
}

#[test]
#[ignore = "needs a browser: run cargo xtask test"]
fn what_is_shown_is_saved_with_its_question() {
    journey(Settings::default(), async |page| {
        page.open("?q=paix&speaker=wang-yi").await?;
        page.script(
            "window.saved = [];
            HTMLAnchorElement.prototype.click = function () { window.saved.push([this.download, this.href]); }",
        )
        .await?;
        page.click(".settings summary").await?;
        let save = async |place: usize| -> Result<(String, String)> {
            let button = format!(".settings [role='group']:last-child .value:nth-of-type({place})");
            page.click(&button).await?;
            page.wait_that("something is saved", "window.saved.length")
                .await?;
            let saved = page
                .script("const [name, address] = window.saved.pop(); return [name, decodeURIComponent(address)];")
                .await?;
            let part = |at: usize| saved[at].as_str().unwrap_or_default().to_string();
            Ok((part(0), part(1)))
        };
        let (name, picture) = save(1).await?;
        ensure!(name == "cyberespace-chine-frise.svg", "the file is {name}");
        let (name, tables) = save(2).await?;
        ensure!(name == "cyberespace-chine-frise.csv", "the file is {name}");
        ensure!(
            picture.starts_with("data:image/svg+xml;charset=utf-8,<svg ")
                && picture.ends_with("</svg>\n"),
            "{picture}"
        );
        ensure!(
            tables.starts_with("data:text/csv;charset=utf-8,\u{feff}Frise,"),
            "{tables}"
        );
        for text in [&picture, &tables] {
            for part in ["Wang Yi", "paix", "cyberespace-chine ", "?q=paix&"] {
                let escaped = part.replace('&', "&amp;");
                ensure!(
                    text.contains(part) || text.contains(&escaped),
                    "{part} is not in {text}"
                );
            }
        }
        let reads = "const parsed = new DOMParser().parseFromString(window.saved_picture, 'image/svg+xml');
            return parsed.querySelector('parsererror') === null && parsed.querySelectorAll('path').length > 10";
        page.script(&format!(
            "window.saved_picture = {}",
            serde_json::to_string(picture.split_once(',').map_or("", |(_, svg)| svg))?
        ))
        .await?;
        ensure!(
            page.script(reads).await? == true,
            "the browser reads the picture"
        );
        // The page's policy holds for what is parsed in it too, and the picture has a style of its own.
        page.take_errors().await?;
        Ok(())
    });
}

#[test]
#[ignore = "needs a browser: run cargo xtask test"]
fn the_wall_is_measured_before_it_is_drawn() {
    for (width, query) in [(1280, ""), (768, "?embed=1"), (520, "?lang=en&q=paix")] {
        let settings = Settings {
            width,
            ..Settings::default()
        };
        journey(settings, async |page| {
            page.open(query).await?;
            // What watches the width has spoken too when the browser has shown two frames.
            page.script("requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => { window.isShown = true })))").await?;
            page.wait_that("two frames are shown", "window.isShown")
                .await?;
            let scenes = "return performance.getEntriesByName('frise-scene', 'measure').length";
            let scenes = page.script(scenes).await?;
            ensure!(
                scenes == 1,
                "{query} at {width} px: {scenes} scenes are drawn"
            );
            page.wait_that(
                "the picture is as wide as its place",
                "document.querySelector('.axis-picture').getBoundingClientRect().width === document.querySelector('.wall-host').clientWidth",
            )
            .await
        });
    }
}
