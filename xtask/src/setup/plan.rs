//! What to do so that nothing is lacking: a function from what is needed and what is known of the machine to steps.
//!
//! Owns [`Need`], [`Facts`] and [`SetupStep`]. Nothing here touches the machine; `facts` looks at it and `steps` changes it.

use std::path::PathBuf;

/// The version of trunk. 0.22 asks for a newer compiler than the workspace does.
pub const TRUNK: &str = "0.21.14";
/// The version of Binaryen, whose `wasm-opt` makes the page small; `Trunk.toml` names it too.
pub const BINARYEN: &str = "132";
/// The version of esbuild, which makes the page's scripts and styles small.
pub const ESBUILD: &str = "0.28.2";
/// The version of geckodriver.
pub const GECKODRIVER: &str = "0.37.1";

/// The version of Lighthouse; `lighthouse/package.json` names it too. 13 asks for a newer Node.js than Debian 12 has.
pub const LIGHTHOUSE: &str = "12.8.2";

/// Debian's compiler for the web, the source of its standard library, and the linker.
pub const DEBIAN_COMPILER: [&str; 5] = [
    "rustc-web",
    "cargo-web",
    "rust-web-src",
    "rust-web-llvm",
    "lld-22",
];
/// Debian's Chromium with its driver.
pub const DEBIAN_CHROMIUM: [&str; 2] = ["chromium", "chromium-driver"];
/// Debian's Firefox; its driver comes from crates.io.
pub const DEBIAN_FIREFOX: [&str; 1] = ["firefox-esr"];
/// Debian's WebKit with its driver, and the virtual screen that it needs.
pub const DEBIAN_WEBKIT: [&str; 2] = ["webkit2gtk-driver", "xvfb"];
/// Debian's npm, which brings Node.js.
pub const DEBIAN_NPM: [&str; 1] = ["npm"];

/// Something that a command cannot do without.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// A compiler with a standard library for `wasm32-unknown-unknown`.
    Compiler,
    /// A program of a certain version.
    Tool(Tool),
    /// Chromium and chromedriver.
    Chromium,
    /// Firefox; geckodriver is a [`Tool`].
    Firefox,
    /// WebKitGTK with its driver, and a virtual screen. It is not to be had on macOS, so nothing is installed there.
    WebKit,
}

/// A program that is needed in one version only.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tool {
    Trunk,
    WasmBindgen,
    WasmOpt,
    Esbuild,
    Geckodriver,
    Lighthouse,
}

impl Tool {
    /// Returns the program's name.
    pub fn program(self) -> &'static str {
        match self {
            Tool::Trunk => "trunk",
            Tool::WasmBindgen => "wasm-bindgen",
            Tool::WasmOpt => "wasm-opt",
            Tool::Esbuild => "esbuild",
            Tool::Geckodriver => "geckodriver",
            Tool::Lighthouse => "lighthouse",
        }
    }

    /// Returns the package that npm knows it by, where it comes from npm.
    pub fn npm_package(self) -> Option<&'static str> {
        match self {
            Tool::WasmOpt => Some("binaryen"),
            Tool::Esbuild => Some("esbuild"),
            Tool::Lighthouse => Some("lighthouse"),
            Tool::Trunk | Tool::WasmBindgen | Tool::Geckodriver => None,
        }
    }
}

/// A tool that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InstalledTool {
    pub tool: Tool,
    pub version: String,
    /// The folder that the program lies in.
    pub folder: PathBuf,
}

/// What is known of the machine and of the workspace.
#[derive(Clone, Debug)]
pub struct Facts {
    pub system: System,
    /// Whether system packages may be installed: as root, or by sudo without a password.
    pub may_install: bool,
    /// Whether the compiler that runs the chores has a standard library for the web.
    pub target: bool,
    pub rustup: Rustup,
    pub debian: Debian,
    pub chromium: bool,
    pub firefox: bool,
    pub webkit: bool,
    pub npm: bool,
    pub tools: Vec<InstalledTool>,
    /// The version of wasm-bindgen in `Cargo.lock`, which the tool of that name must have too.
    pub wasm_bindgen: String,
}

impl Facts {
    /// Returns the version that a tool must have.
    pub fn wanted(&self, tool: Tool) -> &str {
        wanted(tool, &self.wasm_bindgen)
    }

    /// Returns a tool in the version that it must have.
    pub fn found(&self, tool: Tool) -> Option<&InstalledTool> {
        self.tools
            .iter()
            .find(|found| found.tool == tool && found.version == self.wanted(tool))
    }

    /// Returns whether Debian's compiler, whose page is the lighter one, is still to be tried.
    fn may_ask_debian(&self) -> bool {
        self.system == System::Debian && self.may_install && self.debian == Debian::Untried
    }

    fn meets(&self, need: Need) -> bool {
        match need {
            Need::Compiler => self.debian == Debian::Whole || self.target && !self.may_ask_debian(),
            Need::Tool(tool) => self.found(tool).is_some(),
            Need::Chromium => self.chromium,
            Need::Firefox => self.firefox,
            Need::WebKit => self.webkit || self.system == System::MacOs,
        }
    }
}

/// Returns the version that a tool must have, with the version of wasm-bindgen in `Cargo.lock`.
pub fn wanted(tool: Tool, wasm_bindgen: &str) -> &str {
    match tool {
        Tool::Trunk => TRUNK,
        Tool::WasmBindgen => wasm_bindgen,
        Tool::WasmOpt => BINARYEN,
        Tool::Esbuild => ESBUILD,
        Tool::Geckodriver => GECKODRIVER,
        Tool::Lighthouse => LIGHTHOUSE,
    }
}

/// Where system packages come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum System {
    Debian,
    Ubuntu,
    Fedora,
    Arch,
    MacOs,
    Other,
}

/// What is known of rustup.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rustup {
    Absent,
    /// It has not been asked yet for the web's standard library.
    Untried,
    /// It was asked, with this very toolchain, and could not.
    Refused,
}

/// What is known of Debian's compiler for the web.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Debian {
    /// It is there, with all that belongs to it.
    Whole,
    /// It is not there, and nobody has tried to install it.
    Untried,
    /// Its packages were asked for, with this very toolchain, and could not be installed.
    Refused,
}

/// One thing to do. After each, the facts are gathered anew.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SetupStep {
    /// Install Debian's compiler for the web. It may not be had; the next plan then goes on without it.
    DebianCompiler,
    /// Ask rustup for the web's standard library. It may refuse; the next plan then goes on without it.
    AddTarget,
    /// Install Debian packages.
    Packages(Vec<&'static str>),
    /// Install a tool of this version.
    Install(Tool, String),
    /// Nothing more can be done before a person has run this command.
    Person(String),
}

/// Returns the steps after which all needs are met, in order. Empty when they are met already.
pub fn plan(needs: &[Need], facts: &Facts) -> Vec<SetupStep> {
    let lacking: Vec<Need> = needs
        .iter()
        .copied()
        .filter(|&need| !facts.meets(need))
        .collect();
    let first = compiler_step(&lacking, facts);
    let (packages, commands) = from_the_system(&lacking, facts);
    if !commands.is_empty() {
        return first
            .into_iter()
            .chain([SetupStep::Person(commands.join(" && "))])
            .collect();
    }
    let packages = (!packages.is_empty()).then_some(SetupStep::Packages(packages));
    let tools = lacking.iter().filter_map(|need| match need {
        Need::Tool(tool) => Some(SetupStep::Install(*tool, facts.wanted(*tool).to_owned())),
        _ => None,
    });
    first.into_iter().chain(packages).chain(tools).collect()
}

/// Returns what to do for a compiler, as long as it may turn out to be in vain.
fn compiler_step(lacking: &[Need], facts: &Facts) -> Option<SetupStep> {
    if !lacking.contains(&Need::Compiler) {
        None
    } else if facts.may_ask_debian() {
        Some(SetupStep::DebianCompiler)
    } else {
        (facts.rustup == Rustup::Untried).then_some(SetupStep::AddTarget)
    }
}

/// Returns the system packages that are lacking: to be installed, or, where that may not be done, as commands for a person.
fn from_the_system(lacking: &[Need], facts: &Facts) -> (Vec<&'static str>, Vec<String>) {
    let compiler = lacking.contains(&Need::Compiler) && compiler_step(lacking, facts).is_none();
    let from_npm = |need: &Need| matches!(need, Need::Tool(tool) if tool.npm_package().is_some());
    let npm = lacking.iter().any(from_npm) && !facts.npm;
    let chromium = lacking.contains(&Need::Chromium);
    let firefox = lacking.contains(&Need::Firefox);
    let webkit = lacking.contains(&Need::WebKit);

    let (installer, names): (_, [&[&str]; 5]) = match facts.system {
        System::Debian => (
            "sudo apt-get update && sudo apt-get install --yes",
            [
                &DEBIAN_COMPILER,
                &DEBIAN_NPM,
                &DEBIAN_CHROMIUM,
                &DEBIAN_FIREFOX,
                &DEBIAN_WEBKIT,
            ],
        ),
        System::Ubuntu => (
            "sudo apt-get update && sudo apt-get install --yes",
            [
                &[],
                &["npm"],
                &["chromium-browser", "chromium-chromedriver"],
                &["firefox"],
                &["webkit2gtk-driver", "xvfb"],
            ],
        ),
        System::Fedora => (
            "sudo dnf install",
            [
                &[],
                &["nodejs-npm"],
                &["chromium", "chromedriver"],
                &["firefox"],
                &["webkitgtk6.0", "webkitgtk6.0-devel", "xorg-x11-server-Xvfb"],
            ],
        ),
        System::Arch => (
            "sudo pacman -S --needed",
            [
                &[],
                &["npm"],
                &["chromium"],
                &["firefox"],
                &["webkitgtk-6.0", "xorg-server-xvfb"],
            ],
        ),
        System::MacOs => (
            "brew install",
            [
                &[],
                &["node"],
                &["google-chrome", "chromedriver"],
                &["firefox"],
                &[],
            ],
        ),
        System::Other => (
            "install by your system's own means:",
            [
                &[],
                &["npm"],
                &["chromium", "chromedriver"],
                &["firefox"],
                &["WebKitWebDriver", "Xvfb"],
            ],
        ),
    };
    let wanted = [compiler, npm, chromium, firefox, webkit];
    let packages: Vec<&str> = names
        .iter()
        .zip(wanted)
        .filter(|(_, wanted)| *wanted)
        .flat_map(|(names, _)| *names)
        .copied()
        .collect();

    if facts.system == System::Debian && facts.may_install {
        return (packages, Vec::new());
    }
    let mut commands = Vec::new();
    if compiler && facts.system != System::Debian {
        commands.push("rustup target add wasm32-unknown-unknown".to_owned());
    }
    if !packages.is_empty() {
        commands.push(format!("{installer} {}", packages.join(" ")));
    }
    (Vec::new(), commands)
}
