//! The WebDriver process: chromedriver, geckodriver or WebKitWebDriver, started on a free port and ended with everything that
//! it started.
//!
//! Owns [`Driver`]. A driver and its browsers form one process group and write only into one temporary folder; dropping the
//! driver ends the group and removes the folder, also when a test panics.

use std::env;
use std::net::{Ipv4Addr, TcpListener};
use std::process::Stdio;
use std::time::Duration;

use anyhow::{Context, Result, bail};
use rustix::process::{Pid, Signal, kill_process_group};
use tempfile::TempDir;
use tokio::io::{AsyncBufReadExt, AsyncRead, BufReader, Lines};
use tokio::net::TcpStream;
use tokio::process::{Child, Command};
use tokio::time::{sleep, timeout};

use crate::display::Display;
use crate::settings::{Browser, Settings, prepare_webkit};

/// A driver that is not listening after this long will not listen.
const START_LIMIT: Duration = Duration::from_secs(30);

/// The pause between two knocks at a port that nobody announces.
const PAUSE: Duration = Duration::from_millis(25);

/// A running driver without a browser yet.
#[derive(Debug)]
pub struct Driver {
    port: u16,
    process: Child,
    scratch: TempDir,
    /// The screen of a browser that has to have one.
    _display: Option<Display>,
}

impl Driver {
    /// Starts the driver of `browser` and waits until it listens. WebKit gets its settings here already, since it reads them
    /// from its environment.
    ///
    /// # Errors
    /// There is no such program, or it does not listen within 30 seconds.
    pub async fn start(browser: Browser, settings: &Settings) -> Result<Driver> {
        let program = program(browser);
        let scratch = tempfile::Builder::new()
            .prefix("frise-browser-")
            .tempdir()?;
        let mut command = Command::new(&program);
        let mut display = None;
        let port = if browser == Browser::WebKit {
            let screen = Display::start(scratch.path()).await?;
            command.env("DISPLAY", screen.name());
            command.envs(prepare_webkit(settings, scratch.path())?);
            display = Some(screen);
            free_port()?
        } else {
            0
        };
        let process = command
            .arg(format!("--port={port}"))
            .env("TMPDIR", scratch.path())
            .process_group(0)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .with_context(|| {
                format!("cannot start {program}: run `cargo xtask setup`, which installs it")
            })?;
        // Held from here on, so that the process is ended when it does not answer.
        let mut driver = Driver {
            port,
            process,
            scratch,
            _display: display,
        };
        timeout(START_LIMIT, driver.listen())
            .await
            .with_context(|| {
                format!(
                    "{program} did not listen within {} s",
                    START_LIMIT.as_secs()
                )
            })?
            .with_context(|| format!("{program} ended before it listened"))?;
        Ok(driver)
    }

    /// Waits until the driver listens, on the port that it was given or on one that it announces.
    async fn listen(&mut self) -> Result<()> {
        let output = self.process.stdout.take();
        let mut lines = BufReader::new(output.context("the driver's output is not piped")?).lines();
        if self.port == 0 {
            self.port = listening_port(&mut lines).await?;
        } else {
            while TcpStream::connect((Ipv4Addr::LOCALHOST, self.port))
                .await
                .is_err()
            {
                if let Some(status) = self.process.try_wait()? {
                    bail!("it said {status}");
                }
                sleep(PAUSE).await;
            }
        }
        // Read on, or the driver would block when the pipe is full.
        tokio::spawn(async move { while let Ok(Some(_)) = lines.next_line().await {} });
        Ok(())
    }

    /// Returns where the driver takes commands.
    pub fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// Returns a folder for what the browser writes; it goes with the driver.
    pub fn scratch(&self) -> &TempDir {
        &self.scratch
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // The driver leads its group, so its id is the group's. An ended driver has none, and its browsers ended with it.
        let group = self
            .process
            .id()
            .and_then(|id| i32::try_from(id).ok())
            .and_then(Pid::from_raw);
        if let Some(group) = group {
            // The only possible failure is that the group has just ended by itself.
            let _ = kill_process_group(group, Signal::KILL);
        }
    }
}

fn program(browser: Browser) -> String {
    let (variable, name) = match browser {
        Browser::Chromium => ("CHROMEDRIVER", "chromedriver"),
        Browser::Firefox => ("GECKODRIVER", "geckodriver"),
        Browser::WebKit => ("WEBKITWEBDRIVER", "WebKitWebDriver"),
    };
    env::var(variable).unwrap_or_else(|_| name.to_owned())
}

/// Returns a port that nobody has now, for a driver that cannot choose one itself.
fn free_port() -> Result<u16> {
    Ok(TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?
        .local_addr()?
        .port())
}

async fn listening_port(lines: &mut Lines<BufReader<impl AsyncRead + Unpin>>) -> Result<u16> {
    while let Some(line) = lines.next_line().await? {
        if let Some(port) = announced_port(&line) {
            return Ok(port);
        }
    }
    bail!("it said nothing of a port")
}

/// Returns the port in the line by which a driver says that it listens.
fn announced_port(line: &str) -> Option<u16> {
    let (_, after) = line
        .split_once("started successfully on port ")
        .or_else(|| line.split_once("Listening on 127.0.0.1:"))?;
    after.trim_end_matches('.').parse().ok()
}

#[cfg(test)]
mod tests {
    use super::announced_port;

    #[test]
    fn a_port_is_read_from_the_announcement_only() {
        let check =
            |line: &str, port: Option<u16>| assert_eq!(announced_port(line), port, "{line}");
        check(
            "ChromeDriver was started successfully on port 34107.",
            Some(34107),
        );
        check(
            "1763758839302\tgeckodriver\tINFO\tListening on 127.0.0.1:38475",
            Some(38475),
        );
        check(
            "Starting ChromeDriver 156.0.8078.79 (a21ce95) on port 0",
            None,
        );
        check("Only local connections are allowed.", None);
        check("", None);
    }
}
