//! Lessons: a teacher makes one and gives it away, a student goes through it, and nothing of it leaves the browser.

use frise_browser_tests::{Context, Host, Page, Result, Settings, ensure, journey};

/// Makes a lesson of two steps by hand, and gives its link from `?` on.
async fn composed(page: &Page) -> Result<String> {
    page.open("?q=paix").await?;
    page.click(".head .opens").await?;
    page.wait_that(
        "the link to the view is offered",
        "document.getElementById('share-link').value === location.href",
    )
    .await?;
    page.click(".share > .opens").await?;
    page.type_into(".composer > .field input", "La paix & la guerre")
        .await?;
    page.click(".composer > .more").await?;
    page.type_into(".composer li:nth-child(1) input", "Un mot")
        .await?;
    page.type_into(
        ".composer li:nth-child(1) label:nth-of-type(2) textarea",
        "Lisez bien.",
    )
    .await?;
    page.type_into(
        ".composer li:nth-child(1) label:nth-of-type(3) textarea",
        "Combien ?",
    )
    .await?;
    // The draft stays while the teacher goes on in the page.
    page.click("[data-choice='speaker:wang-yi']").await?;
    page.wait_for_address("?q=paix&speaker=wang-yi").await?;
    page.click(".composer > .more").await?;
    page.type_into(".composer li:nth-child(2) input", "Une voix")
        .await?;
    page.type_into(
        ".composer li:nth-child(2) label:nth-of-type(3) textarea",
        "Qui ?",
    )
    .await?;
    page.wait_that(
        "the link of the lesson is offered",
        "document.getElementById('lesson-link').value.includes('?lesson=1')",
    )
    .await?;
    let link = page.value("#lesson-link").await?;
    let query = link.strip_prefix(&page.site().url());
    Ok(query.context("the lesson is elsewhere")?.to_owned())
}

#[test]
#[ignore = "needs a browser: run cargo xtask test"]
fn a_lesson_is_made_and_gone_through() {
    journey(Settings::default(), async |page| {
        let query = composed(page).await?;
        // In another order and back, and without a step.
        page.click(".composer li:nth-child(2) .more").await?;
        page.wait_that(
            "steps change places",
            "document.querySelector('.composer li input').value === 'Une voix'",
        )
        .await?;
        page.click(".composer li:nth-child(1) .more").await?;
        page.wait_that(
            "and back",
            &format!("document.getElementById('lesson-link').value.endsWith({query:?})"),
        )
        .await?;
        page.open("?q=cyber").await?;
        page.click(".head .opens").await?;
        page.wait_that(
            "the draft outlives the page",
            &format!("document.getElementById('lesson-link').value.endsWith({query:?})"),
        )
        .await?;

        page.open(&query).await?;
        page.wait_for_text(".lesson", "La paix & la guerre").await?;
        page.wait_for_text(".lesson", "sur 2").await?;
        page.wait_for_text(".chip", "paix").await?;
        page.type_into("#reponse", "Onze.").await?;
        page.wait_for_address(&query).await?;
        // The student looks elsewhere, and comes back.
        page.click("[data-choice='theme:cybersecurite']").await?;
        page.wait_that(
            "the address has both",
            "/^\\?q=paix&theme=cybersecurite&apart=1&lesson=1/.test(location.search)",
        )
        .await?;
        page.click(".lesson .more").await?;
        page.wait_for_address(&query).await?;
        page.wait_until_gone("[data-choice='theme:cybersecurite'].held")
            .await?;
        ensure!(
            page.value("#reponse").await? == "Onze.",
            "the answer is lost"
        );

        page.click(".lesson .more").await?;
        page.wait_for_text(".lesson h2", "Une voix").await?;
        page.wait_for_text(".chips", "Wang Yi").await?;
        page.wait_that(
            "the step has the focus",
            "document.activeElement.id === 'lecon'",
        )
        .await?;
        ensure!(
            page.value("#reponse").await?.is_empty(),
            "the answer stands at another question"
        );
        page.type_into("#reponse", "Wang Yi.").await?;
        page.back().await?;
        page.wait_for_text(".lesson h2", "Un mot").await?;
        page.wait_that(
            "with its answer",
            "document.getElementById('reponse').value === 'Onze.'",
        )
        .await?;
        page.reload().await?;
        page.wait_that(
            "after a reload too",
            "document.getElementById('reponse')?.value === 'Onze.'",
        )
        .await?;
        let kept = page.script("return `${Object.keys(localStorage)}${document.cookie}|${Object.keys(sessionStorage).length}`").await?;
        // The answers, and the lesson that was composed.
        ensure!(kept == "|2", "kept: {kept}");
        ensure!(
            page.site()
                .requests()
                .iter()
                .all(|path| !path.contains("Onze")),
            "an answer was sent"
        );
        Ok(())
    });
}

#[test]
#[ignore = "needs a browser: run cargo xtask test"]
fn on_paper_stand_all_steps_and_answers() {
    journey(Settings::default(), async |page| {
        let query = composed(page).await?;
        page.open(&query).await?;
        page.type_into("#reponse", "Onze.").await?;
        page.script("
            window.printed = [];
            window.print = () => {
                const sheets = [...document.styleSheets].flatMap(({ cssRules }) => [...cssRules]).filter(({ media }) => media?.mediaText === 'print');
                for (const { media } of sheets) media.mediaText = 'screen';
                printed.push(document.body.innerText);
                for (const { media } of sheets) media.mediaText = 'print';
            };").await?;
        page.click(".lesson .more:last-child").await?;
        for part in [
            "La paix & la guerre",
            "1. Un mot",
            "Combien ?",
            "Onze.",
            "2. Une voix",
            "Qui ?",
        ] {
            page.wait_that(
                &format!("paper has {part}"),
                &format!("printed[0]?.includes({part:?})"),
            )
            .await?;
        }
        page.wait_that(
            "and nothing else",
            "!printed[0].includes('Chercher') && !printed[0].includes('Étape')",
        )
        .await
    });
}

#[test]
#[ignore = "needs a browser: run cargo xtask test"]
fn a_link_cut_short_or_a_file_that_is_missing_is_told() {
    journey(Settings::default(), async |page| {
        let query = composed(page).await?;
        page.open(&query[..query.len() - 3]).await?;
        page.wait_for_text(".notes", "Ce lien de leçon est incomplet")
            .await?;
        page.wait_for_text(".count b", "100 passages").await?;
        page.open("?lesson=absent.json").await?;
        page.wait_for_text(".notes", "absent.json").await?;
        page.wait_for_text(".count b", "100 passages").await?;
        // A browser logs that there is no such file.
        page.take_errors().await?;
        Ok(())
    });
}

#[test]
#[ignore = "needs a browser: run cargo xtask test"]
fn a_lesson_in_a_file_is_replayed_from_a_short_address() {
    journey(Settings::default(), async |page| {
        let host = Host::start().await?;
        host.put_built_page()?;
        let file = r#"{"title":"Deux pas","steps":[{"view":"?q=paix","title":"Un mot"},
            {"view":"?theme=paix#strategie-2017.p22","title":"Un thème","instruction":"Lisez.","question":"Qui ?"}]}"#;
        host.put_file("frise/cours.json", file)?;
        page.open_beside(&host, "frise/?lesson=cours.json&step=2")
            .await?;
        page.wait_for_text(".lesson h2", "Un thème").await?;
        page.wait_for_text(".lesson", "2 sur 2").await?;
        page.wait_for("[data-choice='theme:paix'].held, .held [data-choice='theme:paix']")
            .await?;
        page.wait_for(".reader .passage.open").await?;
        page.wait_that(
            "the lesson stands before the text",
            "scrollY === 0 && document.activeElement.id !== 'lecture'",
        )
        .await?;
        page.click(".lesson .more").await?;
        page.wait_that(
            "the text is a step away",
            "document.activeElement.id === 'lecture'",
        )
        .await?;
        page.click(".lesson .more:nth-child(2)").await?;
        page.wait_for_text(".lesson h2", "Un mot").await?;
        page.wait_that(
            "the lesson has the focus",
            "document.activeElement.id === 'lecon'",
        )
        .await?;
        page.wait_that(
            "the address stays short",
            "location.search === '?lesson=cours.json'",
        )
        .await?;
        page.back().await?;
        page.wait_for_text(".lesson h2", "Un thème").await?;
        page.type_into("#reponse", "Wang Yi.").await?;
        // Another lesson of the same name does not have the answers of this one.
        host.put_file("frise/cours.json", &file.replace("Qui ?", "Qui parle ?"))?;
        page.open_beside(&host, "frise/?lesson=cours.json&step=2")
            .await?;
        page.wait_for_text(".lesson", "Qui parle ?").await?;
        ensure!(
            page.value("#reponse").await?.is_empty(),
            "it has the answer of another lesson"
        );
        for (name, text) in [
            ("vide", ""),
            ("autre", "{\"title\":\"Rien\"}"),
            ("faux", "{\"title\":\"Rien\",\"steps\":[7, null]}"),
        ] {
            host.put_file(&format!("frise/{name}.json"), text)?;
            page.open_beside(&host, &format!("frise/?q=paix&lesson={name}.json"))
                .await?;
            page.wait_for_text(".notes", &format!("{name}.json"))
                .await?;
            page.wait_for_text(".count b", "sur 100").await?;
        }
        Ok(())
    });
}

#[test]
#[ignore = "needs a browser: run cargo xtask test"]
fn a_lesson_works_in_a_frame_and_without_a_clipboard() {
    journey(Settings::default(), async |page| {
        composed(page).await?;
        page.script("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
            .await?;
        page.click("#lesson-frame").await?;
        page.script("document.getElementById('lesson-frame').closest('.copied').querySelector('button').click()").await?;
        page.wait_that(
            "the text is selected, to be copied by hand",
            "document.activeElement.id === 'lesson-frame' && document.activeElement.selectionEnd === document.activeElement.value.length",
        )
        .await?;
        let snippet = page.value("#lesson-frame").await?;
        let host = Host::start().await?;
        host.put("cours", &snippet)?;
        page.open_host(&host, "cours").await?;
        page.wait_that(
            "a plain link stands below",
            "document.querySelector('p a').href.includes('?lesson=1')",
        )
        .await?;
        page.enter_frame("iframe[loading=lazy][title='La paix & la guerre']")
            .await?;
        page.wait_for_text(".lesson h2", "Un mot").await?;
        page.click(".lesson .more").await?;
        page.wait_for_text(".lesson h2", "Une voix").await?;
        page.type_into("#reponse", "Wang Yi.").await?;
        page.wait_for_text(".chips", "Wang Yi").await
    });
}

#[test]
#[ignore = "needs a browser: run cargo xtask test"]
fn what_is_shared_fits_a_small_screen() {
    journey(Settings::at_width(320), async |page| {
        composed(page).await?;
        page.wait_until_it_fits("a lesson that is being made").await
    });
}
