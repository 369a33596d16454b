//! Looks at the machine and at the workspace, and changes neither.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use super::plan::{
    DEBIAN_CHROMIUM, DEBIAN_COMPILER, DEBIAN_FIREFOX, DEBIAN_WEBKIT, Debian, Facts, InstalledTool,
    Need, Rustup, System, Tool, wanted,
};
use crate::process::{answer, folder_on_path};
use crate::workspace::Workspace;

/// Gathers the facts that a plan for these needs depends on; takes about a second, most of it for `wasm-opt --version`.
///
/// # Errors
/// `Cargo.lock` cannot be read or does not name one version of wasm-bindgen.
pub fn gather(workspace: &Workspace, needs: &[Need]) -> Result<Facts> {
    let system = system();
    let wasm_bindgen = locked_wasm_bindgen(&workspace.root)?;
    let needed = needs.iter().filter_map(|need| {
        if let Need::Tool(tool) = need {
            Some(*tool)
        } else {
            None
        }
    });
    let tools = needed
        .flat_map(|tool| copies(workspace, tool, wanted(tool, &wasm_bindgen)))
        .collect();
    Ok(Facts {
        system,
        may_install: is_root() || sudo_needs_no_password(),
        target: has_target(),
        rustup: rustup(workspace),
        debian: debian(workspace, system),
        chromium: browser_is_there(system, &DEBIAN_CHROMIUM, &CHROMIUM_PROGRAMS)
            && has("chromedriver"),
        firefox: browser_is_there(system, &DEBIAN_FIREFOX, &FIREFOX_PROGRAMS),
        webkit: browser_is_there(system, &DEBIAN_WEBKIT, &["WebKitWebDriver"]) && has("Xvfb"),
        npm: has("npm"),
        tools,
        wasm_bindgen,
    })
}

/// Who can be asked for a compiler, as [`refusal_file`] names them.
pub const RUSTUP: &str = "rustup";
pub const DEBIAN: &str = "debian-compiler";

/// Names under which Chromium's driver finds a browser.
const CHROMIUM_PROGRAMS: [&str; 4] = [
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
];
/// Names under which Firefox's driver finds a browser; geckodriver itself looks for both.
const FIREFOX_PROGRAMS: [&str; 2] = ["firefox", "firefox-esr"];

/// Returns where a tool of this version is kept in the cache.
pub fn tool_folder(workspace: &Workspace, tool: Tool, version: &str) -> PathBuf {
    let name = tool.npm_package().unwrap_or(tool.program());
    workspace
        .cache
        .join("tools")
        .join(format!("{name}-{version}"))
}

/// Returns where programs lie below [`tool_folder`].
pub fn programs_below(tool: Tool) -> &'static str {
    match tool.npm_package() {
        Some(_) => "node_modules/.bin",
        None => "bin",
    }
}

/// Returns the file that remembers that rustup, or Debian, was asked for a compiler in vain; it holds [`toolchain`].
pub fn refusal_file(workspace: &Workspace, asked: &str) -> PathBuf {
    workspace.cache.join(format!("{asked}-refused"))
}

fn has_refused(workspace: &Workspace, asked: &str) -> bool {
    fs::read_to_string(refusal_file(workspace, asked)).is_ok_and(|refused| refused == toolchain())
}

/// Names the compiler that runs the chores: its version and where it lies.
pub fn toolchain() -> String {
    let ask =
        |arguments: &[&str]| answer(Command::new("rustc").args(arguments)).unwrap_or_default();
    ask(&["--version"]) + &ask(&["--print", "sysroot"])
}

pub fn is_root() -> bool {
    answer(Command::new("id").arg("-u")).is_some_and(|id| id.trim() == "0")
}

fn sudo_needs_no_password() -> bool {
    has("sudo") && answer(Command::new("sudo").args(["--non-interactive", "true"])).is_some()
}

fn has(program: &str) -> bool {
    folder_on_path(program).is_some()
}

fn system() -> System {
    if cfg!(target_os = "macos") {
        return System::MacOs;
    }
    system_of(&fs::read_to_string("/etc/os-release").unwrap_or_default())
}

/// Reads os-release(5): the system's own name, or else that of one that it is like.
fn system_of(os_release: &str) -> System {
    let value = |key: &str| {
        let line = os_release
            .lines()
            .find_map(|line| line.strip_prefix(key)?.strip_prefix('='));
        line.unwrap_or_default().trim_matches('"')
    };
    let known = |name: &str| match name {
        "debian" => Some(System::Debian),
        "ubuntu" => Some(System::Ubuntu),
        "fedora" => Some(System::Fedora),
        "arch" => Some(System::Arch),
        _ => None,
    };
    // A system that is only like Debian need not have Debian's packages: nothing is installed there without being asked.
    let likeness = |name: &str| {
        known(name).map(|system| {
            if system == System::Debian {
                System::Other
            } else {
                system
            }
        })
    };
    known(value("ID"))
        .or_else(|| value("ID_LIKE").split(' ').find_map(likeness))
        .unwrap_or(System::Other)
}

fn has_target() -> bool {
    let question = [
        "--print",
        "target-libdir",
        "--target",
        "wasm32-unknown-unknown",
    ];
    let Some(folder) = answer(Command::new("rustc").args(question)) else {
        return false;
    };
    let Ok(files) = fs::read_dir(folder.trim()) else {
        return false;
    };
    files
        .flatten()
        .any(|file| file.file_name().to_string_lossy().starts_with("libstd-"))
}

fn rustup(workspace: &Workspace) -> Rustup {
    match (has("rustup"), has_refused(workspace, RUSTUP)) {
        (false, _) => Rustup::Absent,
        (true, false) => Rustup::Untried,
        (true, true) => Rustup::Refused,
    }
}

fn debian(workspace: &Workspace, system: System) -> Debian {
    if system == System::Debian && packages_are_whole(&DEBIAN_COMPILER) {
        Debian::Whole
    } else if has_refused(workspace, DEBIAN) {
        Debian::Refused
    } else {
        Debian::Untried
    }
}

/// Returns whether dpkg has all these packages installed and configured.
fn packages_are_whole(names: &[&str]) -> bool {
    let states = package_states(names);
    states.lines().filter(|state| *state == "installed").count() == names.len()
}

/// Returns the state of each package that dpkg has heard of, one a line.
fn package_states(names: &[&str]) -> String {
    let output = Command::new("dpkg-query")
        .args(["--show", "--showformat=${db:Status-Status}\n"])
        .args(names)
        .output();
    // It fails when one name is unknown, and prints the others all the same.
    output
        .map(|output| String::from_utf8_lossy(&output.stdout).into_owned())
        .unwrap_or_default()
}

/// A browser counts when it is on `PATH`, unless it comes from packages of which an interrupted dpkg left only a
/// part.
fn browser_is_there(system: System, packages: &[&str], programs: &[&str]) -> bool {
    let states = if system == System::Debian {
        package_states(packages)
    } else {
        String::new()
    };
    let halfway = states
        .lines()
        .any(|state| !["installed", "not-installed", "config-files"].contains(&state));
    !halfway && programs.iter().any(|program| has(program))
}

/// Returns the copies of a tool on `PATH` and in the cache.
fn copies(workspace: &Workspace, tool: Tool, wanted: &str) -> Vec<InstalledTool> {
    let kept = tool_folder(workspace, tool, wanted).join(programs_below(tool));
    let folders = folder_on_path(tool.program()).into_iter().chain([kept]);
    let found = folders.filter_map(|folder| {
        let version = version(&folder.join(tool.program()))?;
        Some(InstalledTool {
            tool,
            version,
            folder,
        })
    });
    found.collect()
}

fn version(program: &Path) -> Option<String> {
    version_in(&answer(Command::new(program).arg("--version"))?)
}

/// Returns the first word of a program's answer to `--version` that starts with a digit.
fn version_in(answer: &str) -> Option<String> {
    let mut words = answer.split_whitespace();
    words
        .find(|word| word.starts_with(|letter: char| letter.is_ascii_digit()))
        .map(str::to_owned)
}

fn locked_wasm_bindgen(root: &Path) -> Result<String> {
    let path = root.join("Cargo.lock");
    let lock =
        fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
    wasm_bindgen_in(&lock).with_context(|| {
        format!(
            "{} does not name one version of wasm-bindgen",
            path.display()
        )
    })
}

fn wasm_bindgen_in(lock: &str) -> Option<String> {
    let lock: toml::Table = lock.parse().ok()?;
    let packages = lock.get("package")?.as_array()?;
    let mut versions = packages
        .iter()
        .filter(|package| package["name"].as_str() == Some("wasm-bindgen"));
    let version = versions.next()?["version"].as_str()?.to_owned();
    versions.next().is_none().then_some(version)
}

#[cfg(test)]
mod tests {
    use super::{System, system_of, version_in, wasm_bindgen_in};

    #[test]
    fn a_version_is_the_first_word_that_starts_with_a_digit() {
        let check = |answer: &str, version: Option<&str>| {
            assert_eq!(version_in(answer).as_deref(), version, "{answer}")
        };
        check("trunk 0.21.14\n", Some("0.21.14"));
        check("wasm-opt version 132 (version_132)\n", Some("132"));
        check(
            "geckodriver 0.37.1 (3b3e5a1 2026-01-01)\n\nThe source code of this program\n",
            Some("0.37.1"),
        );
        check("", None);
    }

    #[test]
    fn a_system_is_known_by_its_name_or_by_what_it_is_like() {
        let check = |text: &str, system: System| assert_eq!(system_of(text), system, "{text}");
        check("NAME=\"Debian GNU/Linux\"\nID=debian\n", System::Debian);
        check("ID=linuxmint\nID_LIKE=\"ubuntu debian\"\n", System::Ubuntu);
        check(
            "ID=\"rocky\"\nID_LIKE=\"rhel centos fedora\"\n",
            System::Fedora,
        );
        check("ID=raspbian\nID_LIKE=debian\n", System::Other);
        check("ID=nixos\n", System::Other);
        check("", System::Other);
    }

    #[test]
    fn the_lock_file_names_one_version_of_wasm_bindgen() {
        let package = |name: &str, version: &str| {
            format!("[[package]]\nname = \"{name}\"\nversion = \"{version}\"\n")
        };
        let check = |lock: String, version: Option<&str>| {
            assert_eq!(wasm_bindgen_in(&lock).as_deref(), version, "{lock}")
        };
        check(
            package("wasm-bindgen-shared", "0.2.1") + &package("wasm-bindgen", "0.2.130"),
            Some("0.2.130"),
        );
        check(
            package("wasm-bindgen", "0.2.130") + &package("wasm-bindgen", "0.3.0"),
            None,
        );
        check(package("yew", "0.23.0"), None);
        check("not a lock file".to_owned(), None);
    }
}
