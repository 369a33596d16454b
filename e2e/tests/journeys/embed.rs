//! The page in a frame of another site, as in a course: what a student sees and does there, and what it tells its host.

use frise_browser_tests::{Host, Key, Settings, Trouble, ensure, journey};

#[test]
#[ignore = "needs a browser: run cargo xtask test"]
fn a_frame_of_another_site_works_in_place() {
    journey(Settings::default(), async |page| {
        let host = Host::start().await?;
        host.put("cours", &page.framed("?q=paix&embed=1", ""))?;
        page.open_host(&host, "cours").await?;
        page.enter_frame("iframe").await?;
        page.wait_for("[data-ready]").await?;
        page.wait_that(
            "it has a host of another origin",
            "(() => { try { return !parent.document } catch { return true } })()",
        )
        .await?;
        page.wait_for_text(".count b", "sur 100").await?;
        page.click(".found:nth-child(2) .where a").await?;
        page.wait_for(".reader .passage.open").await?;
        page.wait_that(
            "the frame has the passage in its address",
            "location.hash.includes('.p') && location.search === '?q=paix&embed=1'",
        )
        .await?;
        // The driver's own Back would leave the frame.
        page.script("history.back()").await?;
        page.wait_until_gone(".reader").await?;
        let whole = page.attribute(".foot a", "target").await?;
        ensure!(
            whole.as_deref() == Some("_blank"),
            "the way out replaces the frame"
        );
        page.leave_frame().await?;
        page.wait_that("the host stays", "location.pathname === '/cours.html'")
            .await?;
        let asked = host.requests();
        ensure!(
            asked
                .iter()
                .all(|path| path == "/cours.html" || path == "/favicon.ico"),
            "the host was asked for {asked:?}"
        );
        Ok(())
    });
}

/// What the frames of a host page have said to it, in `window.heard`; and `show`, by which it says what to show.
const LISTENER: &str = "<script>
    window.heard = [];
    addEventListener('message', ({ data, origin }) => heard.push({ ...data, origin }));
    window.show = (view) => document.querySelector('iframe').contentWindow.postMessage({ type: 'frise:show', view }, '*');
</script>";

#[test]
#[ignore = "needs a browser: run cargo xtask test"]
fn a_host_follows_the_view_and_shows_another_only_if_the_address_names_it() {
    journey(Settings::default(), async |page| {
        let host = Host::start().await?;
        let named = format!("?q=paix&embed=1&hide=search&lock=q&host={}", host.origin());
        host.put("nomme", &[LISTENER, &page.framed(&named, "")].concat())?;
        page.open_host(&host, "nomme").await?;
        page.wait_that(
            "the host hears the view and its title",
            "heard.some(({ type, view, title }) => type === 'frise:view' && view.startsWith('?q=paix&') && title.startsWith('paix — '))",
        )
        .await?;
        page.script("show('?q=cyber&theme=paix&from=demain&hide=facets#strategie-2017.p22')")
            .await?;
        page.wait_that(
            "the view is shown in the same frame, locked as before",
            "heard.some(({ view }) => view?.startsWith('?q=cyber&theme=paix&embed=1&hide=search&lock=q&host=') && view.endsWith('#strategie-2017.p22'))",
        )
        .await?;
        page.enter_frame("iframe").await?;
        page.wait_for_text(".chip.fixed", "cyber").await?;
        page.wait_for_text(".notes", "from=demain").await?;
        page.wait_for(".reader .passage.open").await?;
        page.script("history.back()").await?;
        page.wait_for_text(".chip.fixed", "paix").await?;
        page.click("[data-choice='theme:paix']").await?;
        page.leave_frame().await?;
        page.wait_that(
            "what the student does is heard",
            "heard.findLast(({ view }) => view).view.startsWith('?q=paix&theme=paix')",
        )
        .await?;

        let early =
            "<script>document.querySelector('iframe').onload = () => show('?q=cyber')</script>";
        host.put("tot", &[LISTENER, &page.framed(&named, ""), early].concat())?;
        page.open_host(&host, "tot").await?;
        page.enter_frame("iframe").await?;
        page.wait_for_text(".chip.fixed", "cyber").await?;
        page.leave_frame().await?;
        page.script("show(42)").await?;
        page.enter_frame("iframe").await?;
        page.wait_for_text(".notes", "Un message venu d’une autre page")
            .await?;
        page.wait_for_text(".chip.fixed", "cyber").await?;
        page.leave_frame().await?;

        for (name, query) in [
            ("etranger", "?q=paix&embed=1"),
            ("autre", "?q=paix&embed=1&host=https://cours.example"),
        ] {
            host.put(name, &[LISTENER, &page.framed(query, "")].concat())?;
            page.open_host(&host, name).await?;
            page.enter_frame("iframe").await?;
            page.wait_for_text(".count b", "sur 100").await?;
            page.leave_frame().await?;
            page.script("show('?q=cyber'); show('?q=dragon')").await?;
            page.enter_frame("iframe").await?;
            page.wait_for_text(".notes", "Un message venu d’une autre page")
                .await?;
            ensure!(
                page.count(".notes p").await? == 1,
                "it is told more than once"
            );
            page.wait_that(
                "the view is as it was",
                "location.search.startsWith('?q=paix&')",
            )
            .await?;
            page.click(".notes button").await?;
            page.click(".found:first-child .where a").await?;
            page.wait_for(".reader .passage.open").await?;
            page.leave_frame().await?;
        }
        page.wait_that(
            "a host that is not the one that is named hears nothing",
            "heard.length === 0",
        )
        .await?;
        // Browsers log that a message found another origin than it was meant for.
        page.take_errors().await?;
        Ok(())
    });
}

#[test]
#[ignore = "needs a browser: run cargo xtask test"]
fn the_frame_is_as_high_as_its_content_and_stays_so() {
    journey(Settings::default(), async |page| {
        let host = Host::start().await?;
        let script = format!(
            "<script src=\"{}embed.js\" async></script>",
            page.site().url()
        );
        let frame = page.framed("?q=paix&embed=1", "");
        let liar = "<iframe id=\"menteur\" src=\"menteur.html\" height=\"150\"></iframe>";
        host.put("menteur", "<script>parent.postMessage({ subject: 'lti.frameResize', height: 4321 }, '*')</script>")?;
        host.put("cours", &[LISTENER, &frame, liar, &script].concat())?;
        page.open_host(&host, "cours").await?;
        let fits = "(asked => asked && document.querySelector('iframe').clientHeight === asked.height)(heard.findLast(({ subject, height }) => subject === 'lti.frameResize' && height !== 4321))";
        page.wait_that("the frame is as high as it asked", fits)
            .await?;
        page.wait_that(
            "the same was said in the words of H5P",
            "heard.some(({ context, action, scrollHeight }) => context === 'h5p' && action === 'resize' && scrollHeight > 600)",
        )
        .await?;
        page.wait_that(
            "a stranger asked too",
            "heard.some(({ height }) => height === 4321)",
        )
        .await?;
        page.wait_that(
            "and is as high as before",
            "document.getElementById('menteur').clientHeight === 150",
        )
        .await?;
        page.enter_frame("iframe").await?;
        page.wait_for(".found:nth-child(2) .where a").await?;
        // By a script: no driver of WebKit scrolls the host page to what is far down in a frame.
        page.script("document.querySelector('.found:nth-child(2) .where a').click()")
            .await?;
        page.wait_for(".reader .passage.open").await?;
        page.wait_that(
            "nothing is cut off",
            "document.documentElement.scrollHeight <= innerHeight",
        )
        .await?;
        page.leave_frame().await?;
        page.wait_that("the height comes to rest", fits).await?;
        page.wait_that(
            "it asks no more: three looks in a row find nothing new",
            "(self.calm = heard.length === self.said ? (self.calm ?? 0) + 1 : 0, self.said = heard.length, self.calm) >= 3",
        )
        .await
    });
}

#[test]
#[ignore = "needs a browser: run cargo xtask test"]
fn what_is_locked_cannot_be_changed_by_hand() {
    journey(Settings::default(), async |page| {
        page.open("?q=paix&from=2016&speaker=gouvernement-chinois&embed=1&lock=1")
            .await?;
        let locked =
            "?q=paix&from=2016&speaker=gouvernement-chinois&embed=1&lock=1%2Cq%2Cfrom%2Cspeaker";
        page.wait_for_text(".chips", "fixé").await?;
        ensure!(page.count(".chip.fixed").await? == 3, "three are locked");
        ensure!(page.count("#q").await? == 0, "the query can be typed over");
        page.script("document.querySelector('[data-choice=\"speaker:xi-jinping\"]').click()")
            .await?;
        page.script("document.querySelector('.bound').focus()")
            .await?;
        page.press(Key::Right).await?;
        page.press(Key::Escape).await?;
        page.drag(".axis-picture", (0.2, 0.2), (0.3, 0.2)).await?;
        page.click("[data-choice='theme:cooperation']").await?;
        page.wait_for_address(&locked.replace("&embed", "&theme=cooperation&embed"))
            .await?;
        page.click(".clear").await?;
        page.wait_for_address(locked).await?;
        page.wait_until_gone(".clear").await?;
        page.back().await?;
        page.wait_for_text(".chip:not(.fixed)", "Coopération").await
    });
}

#[test]
#[ignore = "needs a browser: run cargo xtask test"]
fn a_small_frame_holds_its_content() {
    for (width, height, dark) in [(320, 400, false), (500, 500, true), (700, 600, false)] {
        journey(
            Settings {
                height,
                dark,
                ..Settings::at_width(width)
            },
            async |page| {
                for query in [
                    "?q=paix&embed=1",
                    "?q=paix&embed=1&lang=en&lock=1&speaker=gouvernement-chinois#strategie-2017.p22",
                    "?embed=1&hide=search,facets",
                    "?q=paix&embed=1&hide=timelines,facets,reader",
                    "?embed=1&hide=search,facets,timelines",
                    "?embed=1&hide=header,search,facets,timelines,reader",
                    "?q=paix&embed=1&view=table&lesson=1AAAFYj0PIAA_AAAA&apart=1",
                ] {
                    page.open(query).await?;
                    page.wait_until_it_fits(query).await?;
                }
                Ok(())
            },
        );
    }
}

#[test]
#[ignore = "needs a browser: run cargo xtask test"]
fn a_frame_has_no_header_from_the_first_and_touches_no_edge() {
    journey(Settings::default(), async |page| {
        page.open("?q=paix&embed=1").await?;
        let away = |selector: &str| {
            format!("document.querySelector('{selector}').getBoundingClientRect().top >= 16")
        };
        page.wait_that("the box is away from the edge", &away("#q"))
            .await?;
        // Where the app does not come, the page stays as it is before it.
        page.site().has_trouble_with(".wasm", Trouble::Missing);
        page.go("?q=paix&embed=1").await?;
        page.wait_for_text("#unloaded", "rechargez la page").await?;
        page.wait_that(
            "the header is there, and not shown",
            "document.querySelector('.head h1').getClientRects().length === 0",
        )
        .await?;
        page.wait_that("what is told is away from the edge", &away("#unloaded"))
            .await?;
        // What did not load is told.
        page.take_errors().await?;
        Ok(())
    });
}
