//! The memory of an open index, measured in a fresh process that does nothing else.

use anyhow::{Context, Result};
use frise_index::search::Searcher;
use std::fs;
use std::path::Path;
use std::process::Command;

/// The command by which this program tells the memory of an index file.
pub const OPENED: &str = "opened";

/// Returns the line for a report, from a process of its own.
///
/// # Errors
/// The process cannot be started or fails.
pub fn measure(index: &[u8]) -> Result<String> {
    let path = std::env::temp_dir().join(format!("frise-measure-{}.frise", std::process::id()));
    fs::write(&path, index).with_context(|| format!("cannot write {}", path.display()))?;
    let output = Command::new(std::env::current_exe()?)
        .arg(OPENED)
        .arg(&path)
        .output();
    fs::remove_file(&path)?;
    let output = output.context("cannot start a process to measure the memory")?;
    anyhow::ensure!(
        output.status.success(),
        "the memory cannot be measured: {}",
        String::from_utf8_lossy(&output.stderr)
    );
    Ok(String::from_utf8(output.stdout)?)
}

/// Reads and opens an index file, and prints what that took.
///
/// # Errors
/// The file is no index.
pub fn print_memory(index: &Path) -> Result<()> {
    let before = resident("VmRSS:");
    let bytes: &'static [u8] = fs::read(index)?.leak();
    let searcher = Searcher::open(bytes)?;
    match (before, resident("VmRSS:"), resident("VmHWM:")) {
        (Some(before), Some(after), Some(most)) => println!(
            "memory   {:>10.1} MB resident after opening, {:.1} MB at most (growth of VmRSS; the index itself is {:.1} MB of it)",
            after.saturating_sub(before) as f64 / 1000.0,
            most.saturating_sub(before) as f64 / 1000.0,
            bytes.len() as f64 / 1e6,
        ),
        _ => println!("memory   not known: this system has no /proc/self/status"),
    }
    drop(searcher);
    Ok(())
}

/// Returns a line of `/proc/self/status`, in kilobytes of 1000 bytes.
fn resident(name: &str) -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    kilobytes(&status, name)
}

fn kilobytes(status: &str, name: &str) -> Option<u64> {
    let value = status.lines().find_map(|line| line.strip_prefix(name))?;
    let kibibytes: u64 = value.trim().strip_suffix("kB")?.trim().parse().ok()?;
    Some(kibibytes * 1024 / 1000)
}

#[cfg(test)]
mod tests {
    use super::kilobytes;

    #[test]
    fn lines_of_the_status() {
        let status = "Name:\tfrise\nVmHWM:\t    5000 kB\nVmRSS:\t    2000 kB\nThreads:\t1\n";
        assert_eq!(kilobytes(status, "VmRSS:"), Some(2048));
        assert_eq!(kilobytes(status, "Threads:"), None);
        assert_eq!(kilobytes(status, "VmSwap:"), None);
    }
}
