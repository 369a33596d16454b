//! A screen that nobody sees, for browsers that cannot do without one: WebKitGTK's has no headless mode.
//!
//! Owns [`Display`], a virtual X server with one screen. Each browser gets its own, so that no window lies over another and
//! each has the focus.

use std::path::Path;
use std::process::Stdio;
use std::time::Duration;

use anyhow::{Context, Result};
use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::process::{Child, Command};
use tokio::time::timeout;

/// A screen that is not there after this long will not come.
const START_LIMIT: Duration = Duration::from_secs(30);

/// Larger than any window of a journey, in pixels, with 24 bits of colour.
const SCREEN: &str = "2048x2048x24";

/// A virtual screen, which ends when dropped.
#[derive(Debug)]
pub struct Display {
    name: String,
    _server: Child,
}

impl Display {
    /// Starts a server on the first display that is free.
    ///
    /// # Errors
    /// There is no Xvfb, or it has no screen within 30 seconds.
    pub async fn start(scratch: &Path) -> Result<Display> {
        let mut server = Command::new("Xvfb")
            .args(["-displayfd", "1", "-screen", "0", SCREEN])
            .args(["-nolisten", "tcp", "-noreset"])
            .env("TMPDIR", scratch)
            .kill_on_drop(true)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .context("cannot start Xvfb: run `cargo xtask setup`, which installs it")?;
        let output = server.stdout.take();
        let mut lines = BufReader::new(output.context("the output of Xvfb is not piped")?).lines();
        let number = timeout(START_LIMIT, lines.next_line())
            .await
            .with_context(|| format!("Xvfb had no screen within {} s", START_LIMIT.as_secs()))??
            .context("Xvfb ended before it had a screen")?;
        Ok(Display {
            name: format!(":{}", number.trim()),
            _server: server,
        })
    }

    /// Returns what the variable `DISPLAY` says of it.
    pub fn name(&self) -> &str {
        &self.name
    }
}
