//! What a visitor does in the search box and below it: takes what is offered while they type, says how words match, tries
//! the examples, and composes a query by pointing.

use frise_browser_tests::{Key, Page, Result, Settings, ensure, journey};

/// The count, without the sentence beside it.
const COUNT: &str = ".count b";

/// Where the count stands on the screen.
async fn height_of_count(page: &Page) -> Result<String> {
    let script = "return document.querySelector('.chosen').getBoundingClientRect().top";
    Ok(page.script(script).await?.to_string())
}

async fn ensure_focus_in_box(page: &Page) -> Result<()> {
    page.wait_that("the box has the focus", "document.activeElement.id === 'q'")
        .await
}

#[test]
#[ignore = "needs a browser: run cargo xtask test"]
fn words_are_completed_by_keyboard() {
    journey(Settings::default(), async |page| {
        page.open("").await?;
        let before = height_of_count(page).await?;
        page.type_into("#q", "souverai").await?;
        page.wait_for_text("#completion-0", "souveraineté").await?;
        ensure!(
            height_of_count(page).await? == before,
            "the list moves what is below"
        );
        page.press(Key::Down).await?;
        page.wait_for("#q[aria-expanded=true][aria-activedescendant=completion-0]")
            .await?;
        page.wait_for("#completion-0[aria-selected=true]").await?;
        page.press(Key::Enter).await?;
        page.wait_for_address("?q=souverainet%C3%A9+").await?;
        page.wait_for("#q[aria-expanded=false]").await?;
        ensure_focus_in_box(page).await?;
        page.type_into("#q", "cyb").await?;
        page.wait_for(".completions li").await?;
        page.press(Key::Escape).await?;
        page.wait_until_gone(".completions li").await?;
        ensure!(
            page.value("#q").await? == "souveraineté cyb",
            "Escape took the text"
        );
        page.press(Key::Down).await?;
        page.wait_for("#completion-0[aria-selected=true]").await?;
        page.press(Key::Tab).await?;
        page.wait_until_gone(".completions li").await?;
        ensure!(
            page.value("#q").await? == "souveraineté cyb",
            "Tab took a suggestion"
        );
        page.back().await?;
        page.wait_that("Back gives what was typed", "q.value === 'souverai'")
            .await?;
        ensure!(
            page.count(".completions li").await? == 0,
            "the list opens without being asked"
        );
        page.open("?q=souverai").await?;
        ensure!(
            page.count(".completions li").await? == 0,
            "the list opens with the page"
        );
        Ok(())
    });
}

#[test]
#[ignore = "needs a browser: run cargo xtask test"]
fn a_name_that_is_clicked_becomes_a_filter() {
    journey(
        Settings {
            width: 500,
            ..Settings::default()
        },
        async |page| {
            page.open("").await?;
            page.type_into("#q", "paix liu").await?;
            page.wait_for_text("#completion-0", "Liu Xiaoming").await?;
            page.wait_for_text("#completion-0", "locuteur").await?;
            page.wait_for_text("#completion-0", "10 passages").await?;
            page.click("#completion-0").await?;
            page.wait_for_address("?q=paix+&speaker=liu-xiaoming")
                .await?;
            page.wait_for_text(".chips", "Liu Xiaoming").await?;
            ensure_focus_in_box(page).await?;
            page.type_into("#q", "wang").await?;
            page.wait_for_text("#completion-0", "Wang Yi").await?;
            page.click(".head h1").await?;
            page.wait_until_gone(".completions li").await?;
            ensure!(
                page.value("#q").await? == "paix wang",
                "leaving the box took a suggestion"
            );
            Ok(())
        },
    );
}

#[test]
#[ignore = "needs a browser: run cargo xtask test"]
fn words_match_as_the_reader_says() {
    journey(Settings::default(), async |page| {
        page.open("?q=souverain").await?;
        page.wait_for(".found mark.stem").await?;
        page.type_into("#match", "aux").await?;
        page.wait_for_address("?q=souverain&match=folded").await?;
        page.wait_until_gone(".found mark.stem").await?;
        page.back().await?;
        page.wait_for(".found mark.stem").await?;
        page.wait_that(
            "the choice follows",
            "document.querySelector('#match').selectedIndex === 0",
        )
        .await
    });
}

#[test]
#[ignore = "needs a browser: run cargo xtask test"]
fn each_example_finds_what_it_says() {
    journey(Settings::default(), async |page| {
        page.open("?speaker=zhang-jun&match=exact").await?;
        page.click("main .opens:nth-of-type(1)").await?;
        page.wait_for("#help tr a").await?;
        let counts = page.texts("#help td.times").await?;
        ensure!(counts.len() > 9, "only {} examples", counts.len());
        for (row, count) in counts.iter().enumerate() {
            page.click(&format!("#help tr:nth-child({}) a", row + 1))
                .await?;
            page.wait_for_text(COUNT, &format!("{count} sur 100"))
                .await?;
            ensure!(
                page.count("#problems").await? == 0,
                "example {row} has a problem"
            );
        }
        page.click("main .opens:nth-of-type(1)").await?;
        page.wait_until_gone("#help").await
    });
}

#[test]
#[ignore = "needs a browser: run cargo xtask test"]
fn the_form_and_the_box_write_the_same_query() {
    journey(Settings::default(), async |page| {
        page.open("?q=paix+%3D%C3%89tats").await?;
        page.click("main .opens:nth-of-type(2)").await?;
        page.wait_for_text(".rest", "=États").await?;
        page.wait_that(
            "the form has the word",
            "document.getElementById('ask-0').value === 'paix'",
        )
        .await?;
        page.type_into("#ask-0", " du  monde").await?;
        page.wait_that(
            "the box has the words",
            "q.value === 'paix du monde =États'",
        )
        .await?;
        page.type_into("#ask-4", "guerre").await?;
        page.type_into("#ask-speaker", "Liu").await?;
        page.wait_that(
            "the box has it all",
            "q.value === 'paix du monde -guerre locuteur:liu-xiaoming =États'",
        )
        .await?;
        page.replace_text("#q", "\"communauté de destin\" date:2016..2017")
            .await?;
        page.wait_that(
            "the form follows",
            "['ask-0', 'ask-1', 'ask-4', 'ask-7', 'ask-8'].map(id => document.getElementById(id).value).join() === ',communauté de destin,,2016,2017'",
        )
        .await?;
        page.wait_until_gone(".rest").await?;
        page.wait_that(
            "the form holds nobody any more",
            "document.getElementById('ask-speaker').value === ''",
        )
        .await
    });
}

#[test]
#[ignore = "needs a browser: run cargo xtask test"]
fn hits_are_aligned_sorted_and_opened() {
    journey(Settings::default(), async |page| {
        page.open("?q=souverainet%C3%A9").await?;
        page.click(".tabs a:nth-child(2)").await?;
        page.wait_for_address("?q=souverainet%C3%A9&view=concordance")
            .await?;
        page.wait_for_text(".frequency summary", "dans 9 passages et 2 documents")
            .await?;
        page.type_into("#key1", "date").await?;
        page.wait_for_address("?q=souverainet%C3%A9&view=concordance&lines=date")
            .await?;
        page.wait_for("#key2").await?;
        page.click(".concordance tbody tr:nth-child(1) td.pivot a")
            .await?;
        page.wait_for(".passage.open mark").await?;
        page.wait_for(".concordance tr.open").await?;
        page.wait_for_text(".reader .back", "Concordance").await?;
        page.back().await?;
        page.wait_until_gone(".passage.open").await?;
        page.wait_for(".concordance tbody tr").await
    });
}

/// How far what stands before a hit ends from the hit's column at most, and what stands after it begins, in pixels. On a telephone
/// the hit begins a line, and what stands before it ends the line above.
const FAR_FROM_THE_HIT: &str = "
    const far = [...document.querySelectorAll('.concordance > table > tbody > tr')].flatMap(row => {
        const pivot = row.querySelector('.pivot').getBoundingClientRect();
        const [before, after] = ['.left', '.right'].map(side => {
            const range = document.createRange();
            range.selectNodeContents(row.querySelector(`${side} > span`));
            return range.getBoundingClientRect();
        });
        const line = row.getBoundingClientRect();
        const isAbove = before.bottom <= pivot.top + 4;
        const end = isAbove ? Math.max(line.right - before.right, pivot.left - line.left) : pivot.left - before.right;
        const ends = before.width ? [Math.abs(end)] : [];
        return after.width ? [...ends, Math.abs(after.left - pivot.right)] : ends;
    });
    return far.length > 10 && Math.max(...far);";

#[test]
#[ignore = "needs a browser: run cargo xtask test"]
fn contexts_stand_at_their_hit() {
    for width in [360, 768, 1280, 1920] {
        journey(Settings::at_width(width), async |page| {
            page.open("?q=souverain*&view=concordance").await?;
            page.wait_for(".concordance tbody tr").await?;
            page.script("document.querySelectorAll('.bottom-bar button')[1]?.click()")
                .await?;
            let expression = format!("(() => {{ {FAR_FROM_THE_HIT} }})() <= 8");
            let stands = page.wait_that("contexts stand at their hit", &expression);
            if stands.await.is_err() {
                let far = page.script(FAR_FROM_THE_HIT).await?;
                frise_browser_tests::bail!("at {width} a context is {far} px from its hit");
            }
            Ok(())
        });
    }
}

#[test]
#[ignore = "needs a browser: run cargo xtask test"]
fn escape_folds_what_holds_the_focus_and_nothing_else() {
    journey(Settings::default(), async |page| {
        page.open("").await?;
        let back_at = async |handle: &str| {
            let expression =
                format!("document.activeElement === document.querySelector('{handle}')");
            page.wait_that("the focus is back", &expression).await
        };
        let help = "main .opens";
        for into in ["", "document.querySelector('#help a').focus()"] {
            page.click(help).await?;
            page.wait_for("#help").await?;
            page.script(into).await?;
            page.press(Key::Escape).await?;
            page.wait_until_gone("#help").await?;
            back_at(help).await?;
        }
        page.press(Key::Enter).await?;
        page.click("#signs").await?;
        page.press(Key::Escape).await?;
        page.wait_until_gone("#help").await?;
        back_at(help).await?;

        page.press(Key::Enter).await?;
        page.wait_for("#help").await?;
        page.type_into("#q", "souverai").await?;
        page.wait_for(".completions li").await?;
        page.press(Key::Escape).await?;
        page.wait_until_gone(".completions li").await?;
        ensure!(
            page.count("#help").await? == 1,
            "Escape in the box folds what it does not belong to"
        );

        page.click(".head .opens").await?;
        page.click("#share > .opens").await?;
        page.wait_for("#composer").await?;
        page.script("document.querySelector('#composer input').focus()")
            .await?;
        page.press(Key::Escape).await?;
        page.wait_until_gone("#composer").await?;
        back_at("#share > .opens").await?;
        page.press(Key::Escape).await?;
        page.wait_until_gone("#share").await?;
        back_at(".head .opens").await?;

        page.click(".settings summary").await?;
        page.script("document.querySelector('.settings[open] :is(button, select, a)').focus()")
            .await?;
        page.press(Key::Escape).await?;
        page.wait_for(".settings:not([open])").await?;
        back_at(".settings summary").await?;
        ensure!(page.count("#help").await? == 1, "more than one is folded");
        Ok(())
    });
}
