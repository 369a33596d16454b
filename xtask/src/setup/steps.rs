//! Changes the machine, one step of a plan at a time.
//!
//! A tool is built or unpacked under a temporary name and gets its own only when it is whole. What cargo had compiled when it
//! was cut off is kept in the cache's `build` folder, so that the next try goes on from there.

use std::fs;
use std::io::{ErrorKind, Read};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use super::facts::{DEBIAN, RUSTUP, is_root, programs_below, refusal_file, tool_folder, toolchain};
use super::plan::{DEBIAN_COMPILER, SetupStep, Tool};
use crate::process::{answer, path_with, run};
use crate::workspace::{Workspace, cargo};

/// How long rustup may take for about 30 MB. It gives up by itself much sooner where it cannot connect.
const RUSTUP_LIMIT: Duration = Duration::from_secs(300);

/// Asks for Lighthouse in its one version.
const LIGHTHOUSE_PACKAGE: &str = include_str!("lighthouse/package.json");
/// The versions and checksums of all that it stands on, which `npm install --package-lock-only
/// --omit-lockfile-registry-resolved` writes.
const LIGHTHOUSE_LOCK: &str = include_str!("lighthouse/package-lock.json");

/// Does one step and says so.
///
/// # Errors
/// It fails, or it is one that only a person can do; the message holds their command.
pub fn take(workspace: &Workspace, step: &SetupStep) -> Result<()> {
    match step {
        SetupStep::DebianCompiler => add_debian_compiler(workspace),
        SetupStep::AddTarget => add_target(workspace),
        SetupStep::Packages(names) => install_packages(names),
        SetupStep::Install(Tool::Lighthouse, version) => {
            say(&format!(
                "installing Lighthouse {version} from npm, which audits the page (a minute, once)"
            ));
            install_whole(workspace, Tool::Lighthouse, version, npm_locked)
        }
        SetupStep::Install(tool, version) => {
            if let Some(package) = tool.npm_package() {
                say(&format!(
                    "installing {} {version} from npm, which makes the page small (10 seconds, once)",
                    tool.program()
                ));
                return install_whole(workspace, *tool, version, |folder| {
                    npm(folder, package, version)
                });
            }
            let (purpose, time) = match tool {
                Tool::Trunk => ("which packs the page", "10 minutes on two cores"),
                Tool::Geckodriver => ("which drives Firefox in tests", "3 minutes on two cores"),
                _ => (
                    "which joins the page's Rust and its JavaScript",
                    "3 minutes on two cores",
                ),
            };
            say(&format!(
                "compiling {} {version}, {purpose} ({time}, once)",
                tool.program()
            ));
            install_whole(workspace, *tool, version, |folder| {
                cargo_install(workspace, *tool, version, folder)
            })
        }
        SetupStep::Person(command) => bail!(
            "set-up needs what it may not install itself. Run this, then the same command again:\n    {command}"
        ),
    }
}

/// Tells the person at the terminal what set-up does.
pub fn say(what: &str) {
    eprintln!("set-up: {what}");
}

fn add_target(workspace: &Workspace) -> Result<()> {
    say("asking rustup for Rust's standard library for the web (30 MB, once)");
    let child = Command::new("rustup")
        .args(["target", "add", "wasm32-unknown-unknown"])
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .context("cannot run rustup")?;
    let Err(reason) = finish(child, RUSTUP_LIMIT) else {
        return Ok(());
    };
    say(&format!("rustup could not ({reason}); going on without it"));
    remember_refusal(workspace, RUSTUP)
}

fn add_debian_compiler(workspace: &Workspace) -> Result<()> {
    let Err(reason) = install_packages(&DEBIAN_COMPILER) else {
        return Ok(());
    };
    say(&format!(
        "Debian's compiler, whose page is the lightest, cannot be had ({reason}); going on without it"
    ));
    remember_refusal(workspace, DEBIAN)
}

fn remember_refusal(workspace: &Workspace, asked: &str) -> Result<()> {
    fs::create_dir_all(&workspace.cache)?;
    Ok(fs::write(refusal_file(workspace, asked), toolchain())?)
}

/// Waits for a program with a bound; an error is the last line that the program wrote to its standard error.
fn finish(mut child: Child, limit: Duration) -> Result<(), String> {
    let start = Instant::now();
    loop {
        match child.try_wait() {
            Ok(Some(status)) if status.success() => return Ok(()),
            Ok(Some(_)) => return Err(last_line(&mut child)),
            Ok(None) if start.elapsed() < limit => sleep(Duration::from_millis(50)),
            Ok(None) => {
                // It may have ended between the look and the signal; then it took too long all the same.
                let _ = child.kill();
                let _ = child.wait();
                return Err(format!("no answer within {} s", limit.as_secs()));
            }
            Err(error) => return Err(error.to_string()),
        }
    }
}

fn last_line(child: &mut Child) -> String {
    let mut text = Vec::new();
    if let Some(error) = &mut child.stderr {
        // What cannot be read is only missing from a message.
        let _ = error.read_to_end(&mut text);
    }
    let text = String::from_utf8_lossy(&text);
    text.lines()
        .map(str::trim)
        .rfind(|line| !line.is_empty())
        .unwrap_or("it did not say why")
        .to_owned()
}

fn install_packages(names: &[&str]) -> Result<()> {
    say(&format!(
        "installing Debian packages: {} (a few minutes, once)",
        names.join(" ")
    ));
    // Completes what an interrupted dpkg has left; nothing is to do otherwise.
    run(as_root("dpkg").args(["--configure", "-a"]))?;
    let known = names
        .iter()
        .all(|name| answer(Command::new("apt-cache").args(["show", name])).is_some());
    if known && run(apt_get().arg("install").args(names)).is_ok() {
        return Ok(());
    }
    say("bringing Debian's package lists up to date");
    run(apt_get().arg("update"))?;
    run(apt_get().arg("install").args(names))
}

fn apt_get() -> Command {
    let mut command = as_root("apt-get");
    // Another apt that is at work is waited for.
    command.args(["--yes", "-qq", "--no-install-recommends"]);
    command.args(["-o", "DPkg::Lock::Timeout=600", "-o", "Dpkg::Use-Pty=0"]);
    command
}

fn as_root(program: &str) -> Command {
    let mut command = Command::new(if is_root() { "env" } else { "sudo" });
    if !is_root() {
        command.args(["--non-interactive", "env"]);
    }
    command
        .args(["DEBIAN_FRONTEND=noninteractive", program])
        .stdin(Stdio::null());
    command
}

/// Lets `install` fill a temporary folder and gives it the tool's name when its program is there.
fn install_whole(
    workspace: &Workspace,
    tool: Tool,
    version: &str,
    install: impl FnOnce(&Path) -> Result<()>,
) -> Result<()> {
    let folder = tool_folder(workspace, tool, version);
    let partial = folder.with_file_name(format!(".partial-{}", tool.program()));
    remove(&partial)?;
    fs::create_dir_all(&partial).with_context(|| format!("cannot create {}", partial.display()))?;
    install(&partial)?;
    let program = partial.join(programs_below(tool)).join(tool.program());
    if !program.exists() {
        bail!(
            "the installation ended well, but there is no {}",
            program.display()
        );
    }
    remove(&folder)?;
    fs::rename(&partial, &folder).with_context(|| format!("cannot create {}", folder.display()))
}

fn npm(folder: &Path, package: &str, version: &str) -> Result<()> {
    let package = format!("{package}@{version}");
    // None of these packages needs to run a script when it is installed.
    let options = [
        "install",
        "--no-audit",
        "--no-fund",
        "--ignore-scripts",
        "--loglevel=error",
        "--prefix",
    ];
    run(Command::new("npm")
        .args(options)
        .arg(folder)
        .arg(package)
        .current_dir(folder))
}

/// Installs Lighthouse and whatever it stands on, each in the version and with the checksum of the lock file.
fn npm_locked(folder: &Path) -> Result<()> {
    fs::write(folder.join("package.json"), LIGHTHOUSE_PACKAGE)?;
    fs::write(folder.join("package-lock.json"), LIGHTHOUSE_LOCK)?;
    // No package needs a script of its own to be run here.
    let options = [
        "ci",
        "--ignore-scripts",
        "--no-audit",
        "--no-fund",
        "--loglevel=error",
    ];
    run(Command::new("npm").args(options).current_dir(folder))
}

/// Tools run for seconds and are compiled for minutes, so that their own profiles, which optimise the whole program at once,
/// cost more time than they save.
const QUICKLY: [(&str, &str); 3] = [
    ("CARGO_PROFILE_RELEASE_LTO", "off"),
    ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16"),
    ("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1"),
];

fn cargo_install(workspace: &Workspace, tool: Tool, version: &str, folder: &Path) -> Result<()> {
    let (package, options): (_, &[&str]) = match tool {
        // Of its features only the one for encrypted downloads is needed: it does not build without one.
        Tool::Trunk => (
            "trunk",
            &["--locked", "--no-default-features", "--features=rustls"],
        ),
        // Its own lock file names a crate version that cannot be had everywhere.
        Tool::WasmBindgen => ("wasm-bindgen-cli", &[]),
        _ => (tool.program(), &["--locked"]),
    };
    let mut command = Command::new(cargo());
    command
        .args(["install", package, "--version", version, "--root"])
        .arg(folder)
        .args(options);
    // Neither the workspace's settings nor those of a build that is under way are meant for tools.
    command
        .env("CARGO_TARGET_DIR", workspace.cache.join("build"))
        .envs(QUICKLY)
        .env_remove("RUSTFLAGS")
        .current_dir(folder);
    // Cargo would advise to put the temporary folder on it.
    command.env("PATH", path_with([folder.join("bin").as_path()])?);
    run(&mut command)
}

/// Removes a folder if it is there.
pub fn remove(folder: &Path) -> Result<()> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != ErrorKind::NotFound => {
            Err(error).with_context(|| format!("cannot remove {}", folder.display()))
        }
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::{LIGHTHOUSE_LOCK, LIGHTHOUSE_PACKAGE};
    use crate::setup::plan::LIGHTHOUSE;

    #[test]
    fn the_lock_file_names_one_checksum_for_each_package_and_no_place() {
        let lock: serde_json::Value = serde_json::from_str(LIGHTHOUSE_LOCK).unwrap();
        let package: serde_json::Value = serde_json::from_str(LIGHTHOUSE_PACKAGE).unwrap();
        assert_eq!(package["dependencies"]["lighthouse"], LIGHTHOUSE);
        let packages = lock["packages"].as_object().unwrap();
        assert_eq!(
            packages["node_modules/lighthouse"]["version"], LIGHTHOUSE,
            "the lock file is of another version"
        );
        for (name, package) in packages.iter().filter(|(name, _)| !name.is_empty()) {
            let checksum = package["integrity"].as_str().unwrap_or_default();
            assert!(checksum.starts_with("sha512-"), "{name}: {package}");
            assert_eq!(package.get("resolved"), None, "{name}");
        }
    }
}
