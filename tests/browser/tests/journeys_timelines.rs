//! What a visitor does with the timelines: compare words over time, and go from a point to its passages.

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
        page.wait_for_text(".series-told", "cyberespace").await?;
        page.wait_for(".series-one[data-line='0'] .series-open")
            .await?;
        let told = page.text(".series-told").await?;
        let part = |word: &str| number_before(&told, word);
        let (hits, words, passages) = (part("occurrence"), part("mots"), part("passages"));
        ensure!(
            told.contains("2016"),
            "the second point is of 2016, not {told}"
        );
        let (Some(hits), Some(words), Some(passages)) = (hits, words, passages) else {
            frise_browser_tests::bail!("no figures in {told}");
        };
        ensure!(hits > 0 && words > hits && passages <= hits, "{told}");
        page.press(Key::Tab).await?;
        page.press(Key::Tab).await?;
        page.wait_that(
            "the link has the focus",
            "document.activeElement.matches('.series-told a')",
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
        page.wait_for_text(".series-told", "2016").await?;
        page.open("?q=cyberespace&from=2016&to=2016&view=concordance")
            .await?;
        page.wait_for_text(".frequency summary", "occurrences")
            .await?;
        let counted = page.text(".frequency summary").await?;
        ensure!(
            number_before(&counted, "occurrence") == Some(hits)
                && number_before(&counted, "mots)") == Some(words),
            "the point says {told}, the concordance {counted}"
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
        page.wait_for_text(".series-told", "2021").await?;
        page.click(".series-name[data-line='0']").await?;
        page.wait_for_address("?words=paix").await?;
        page.type_into("#compare", "()").await?;
        page.press(Key::Enter).await?;
        page.wait_for_text(".series-told", "ne demande rien").await
    });
}
