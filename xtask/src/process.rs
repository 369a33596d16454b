//! Running other programs.

use std::env;
use std::ffi::OsString;
use std::fs::{self, File, TryLockError};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

/// Runs a program to its end; what it prints goes to the terminal.
///
/// # Errors
/// It cannot be started, or fails.
pub fn run(command: &mut Command) -> Result<()> {
    let status = command
        .status()
        .with_context(|| format!("cannot run {}", describe(command)))?;
    if status.success() {
        Ok(())
    } else {
        bail!("{} failed ({status})", describe(command))
    }
}

/// Becomes the program, so that whoever ends these chores ends it too. Returns only if it cannot be started.
///
/// # Errors
/// It cannot be started.
pub fn become_program(command: &mut Command) -> Result<()> {
    let error = command.exec();
    Err(error).with_context(|| format!("cannot run {}", describe(command)))
}

/// Runs a program to its end and gives what it printed, or nothing where it cannot be started or fails.
pub fn answer(command: &mut Command) -> Option<String> {
    let output = command
        .output()
        .ok()
        .filter(|output| output.status.success())?;
    String::from_utf8(output.stdout).ok()
}

/// Returns the first folder of `PATH` that has this program.
pub fn folder_on_path(program: &str) -> Option<PathBuf> {
    env::split_paths(&env::var_os("PATH")?).find(|folder| folder.join(program).is_file())
}

/// Returns the present `PATH` with other folders before it.
///
/// # Errors
/// A folder's name has a colon in it.
pub fn path_with<'a>(folders: impl IntoIterator<Item = &'a Path>) -> Result<OsString> {
    let present = env::var_os("PATH").unwrap_or_default();
    let first = folders.into_iter().map(Path::to_owned);
    env::join_paths(first.chain(env::split_paths(&present)))
        .context("PATH cannot name a folder with a colon")
}

/// Waits until no other program holds this lock, and says so when it has to. The lock ends with the file that is given,
/// also when this program is killed.
///
/// # Errors
/// The file cannot be created or locked.
pub fn lock(path: &Path, waiting: &str) -> Result<File> {
    let context = || format!("cannot lock {}", path.display());
    fs::create_dir_all(path.parent().unwrap_or(Path::new("."))).with_context(context)?;
    let file = File::create(path).with_context(context)?;
    match file.try_lock() {
        Ok(()) => {}
        Err(TryLockError::WouldBlock) => {
            eprintln!("{waiting}");
            file.lock().with_context(context)?;
        }
        Err(TryLockError::Error(error)) => return Err(error).with_context(context),
    }
    Ok(file)
}

fn describe(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    let words: Vec<_> = words.map(|word| word.to_string_lossy()).collect();
    format!("`{}`", words.join(" "))
}
