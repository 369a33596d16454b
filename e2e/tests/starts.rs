//! Starts, many times over, of the one page in which a trap was once seen: a frame with a lesson. `cargo xtask test` leaves it
//! out, since it takes minutes:
//!
//! ```text
//! FRISE_DIST=dist FRISE_BROWSER=webkit cargo test -p frise-browser-tests --test starts -- --ignored --nocapture
//! ```

use frise_browser_tests::{Host, Settings, ensure, journey};
use std::env;

/// How many starts there are, unless `FRISE_STARTS` says otherwise.
const STARTS: usize = 200;

#[test]
#[ignore = "needs a browser and minutes: see above"]
fn a_lesson_in_a_frame_starts_each_time() {
    let starts = env::var("FRISE_STARTS").map_or(STARTS, |times| times.parse().unwrap());
    journey(Settings::default(), async |page| {
        let host = Host::start().await?;
        let tour = "?tour=communaute-de-destin&embed=1";
        let snippet = page.framed(tour, "");
        host.put("cours", &snippet)?;
        for start in 1..=starts {
            page.open_host(&host, "cours").await?;
            page.enter_frame("iframe").await?;
            page.wait_for(".lesson h2").await?;
            page.wait_for(".foot a").await?;
            let errors = page.take_errors().await?;
            ensure!(errors.is_empty(), "start {start}: {errors:?}");
            page.leave_frame().await?;
        }
        println!("{starts} starts without an error");
        Ok(())
    });
}
