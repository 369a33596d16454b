//! The page as a guest on another site: it needs nothing but its own folder, and any other wish would be heard.

use frise_browser_tests::{Host, Settings, ensure, journey};

#[test]
#[ignore = "needs a browser: run cargo xtask test"]
fn the_page_loads_from_a_sub_path_and_asks_for_nothing_outside_of_it() {
    journey(Settings::default(), async |page| {
        page.open("").await?;
        ensure!(
            !page.whole_text().await?.trim().is_empty(),
            "the page says nothing"
        );
        let own = page.site().url();
        for address in page.loaded().await? {
            ensure!(
                address.starts_with(&own) || address.starts_with("data:"),
                "the page asked for {address}"
            );
        }
        for path in page.site().requests() {
            ensure!(
                path.starts_with("/cours/frise/"),
                "the page asked its server for {path}"
            );
        }
        Ok(())
    });
}

#[test]
#[ignore = "needs a browser: run cargo xtask test"]
fn whoever_asks_another_origin_is_heard() {
    journey(Settings::default(), async |page| {
        let host = Host::start().await?;
        let body = "<img src=\"http://127.0.0.1:81/picture.png\">
            <style>@import url(http://style.example/a.css)</style>
            <iframe src=\"https://frame.example/\"></iframe>
            <script>
                fetch('http://127.0.0.1:81/fetched').catch(() => {});
                navigator.sendBeacon('http://beacon.example/sent', 'x');
                const source = URL.createObjectURL(new Blob([\"fetch('http://worker.example/')\"]));
                new Worker(source);
            </script>";
        host.put("cours", body)?;
        page.open_host(&host, "cours").await?;
        let wishes = [
            "GET http://127.0.0.1:81/picture.png",
            "GET http://style.example/a.css",
            "CONNECT frame.example:443",
            "GET http://127.0.0.1:81/fetched",
            "POST http://beacon.example/sent",
            "GET http://worker.example/",
        ];
        for wish in wishes {
            page.wait_for_foreign_request(wish).await?;
        }
        page.open("").await?;
        // Whoever is refused may have tried again, and has said so.
        page.take_foreign_requests();
        page.take_errors().await?;
        Ok(())
    });
}
