//! How far the work is, on standard error: a bar in a terminal, a line for each stage elsewhere.

use indicatif::{HumanBytes, ProgressBar, ProgressStyle};
use std::io::{IsTerminal, stderr};
use std::time::{Duration, Instant};

/// A stage of the work.
pub struct Stage {
    name: &'static str,
    bar: ProgressBar,
    is_terminal: bool,
    start: Instant,
}

impl Stage {
    /// Begins a stage of a number of bytes.
    pub fn begin(name: &'static str, bytes: u64) -> Stage {
        let is_terminal = stderr().is_terminal();
        let bar = match is_terminal {
            true => ProgressBar::new(bytes),
            false => ProgressBar::hidden(),
        };
        let style = "{prefix:10} {wide_bar} {bytes}/{total_bytes} {eta}";
        if let Ok(style) = ProgressStyle::with_template(style) {
            bar.set_style(style);
        }
        bar.set_prefix(name);
        bar.enable_steady_tick(Duration::from_millis(200));
        Stage {
            name,
            bar,
            is_terminal,
            start: Instant::now(),
        }
    }

    /// Tells how many bytes are done.
    pub fn set(&self, bytes: u64) {
        self.bar.set_position(bytes);
    }

    /// Adds bytes that are done.
    pub fn add(&self, bytes: u64) {
        self.bar.inc(bytes);
    }

    /// Ends the stage and says what came of it.
    pub fn end(self, result: &str) {
        self.bar.finish_and_clear();
        let time = self.start.elapsed().as_secs_f64();
        // A terminal has seen the bar; a log wants to know how long each stage took.
        match self.is_terminal {
            true => eprintln!("{:10} {result}", self.name),
            false => eprintln!("{}: {result}, {time:.1} s", self.name),
        }
    }
}

/// Returns a size for people.
pub fn size(bytes: usize) -> String {
    HumanBytes(bytes as u64).to_string()
}
