//! The plan for machines of each kind.

use super::plan::{
    BINARYEN, DEBIAN_COMPILER, Debian, ESBUILD, Facts, GECKODRIVER, InstalledTool, LIGHTHOUSE,
    Need, Rustup, SetupStep, System, TRUNK, Tool, plan,
};

const EVERYTHING: [Need; 9] = [
    Need::Compiler,
    Need::Tool(Tool::Trunk),
    Need::Tool(Tool::WasmBindgen),
    Need::Tool(Tool::WasmOpt),
    Need::Tool(Tool::Esbuild),
    Need::Chromium,
    Need::Tool(Tool::Geckodriver),
    Need::Firefox,
    Need::WebKit,
];

/// Debian with git, a Rust toolchain and npm, for root.
fn fresh() -> Facts {
    Facts {
        system: System::Debian,
        may_install: true,
        target: false,
        rustup: Rustup::Untried,
        debian: Debian::Untried,
        chromium: false,
        firefox: false,
        webkit: false,
        npm: true,
        tools: Vec::new(),
        wasm_bindgen: "0.2.130".to_owned(),
    }
}

/// The tools in the versions that a workspace with wasm-bindgen 0.2.130 asks for.
const TOOLS: [(Tool, &str); 5] = [
    (Tool::Trunk, TRUNK),
    (Tool::WasmBindgen, "0.2.130"),
    (Tool::WasmOpt, BINARYEN),
    (Tool::Esbuild, ESBUILD),
    (Tool::Geckodriver, GECKODRIVER),
];

fn equipped() -> Facts {
    let tools = TOOLS.map(|(tool, version)| InstalledTool {
        tool,
        version: version.to_owned(),
        folder: "/tools".into(),
    });
    Facts {
        target: true,
        debian: Debian::Whole,
        chromium: true,
        firefox: true,
        webkit: true,
        tools: tools.to_vec(),
        ..fresh()
    }
}

fn install_all() -> Vec<SetupStep> {
    TOOLS
        .map(|(tool, version)| SetupStep::Install(tool, version.to_owned()))
        .to_vec()
}

fn check(needs: &[Need], facts: &Facts, expected: impl IntoIterator<Item = SetupStep>) {
    assert_eq!(
        plan(needs, facts),
        expected.into_iter().collect::<Vec<_>>(),
        "{facts:#?}"
    );
}

#[test]
fn a_fresh_debian_machine_gets_debians_compiler_whatever_rustup_has() {
    let browsers = SetupStep::Packages(vec![
        "chromium",
        "chromium-driver",
        "firefox-esr",
        "webkit2gtk-driver",
        "xvfb",
    ]);
    for target in [false, true] {
        check(
            &EVERYTHING,
            &Facts { target, ..fresh() },
            [SetupStep::DebianCompiler, browsers.clone()]
                .into_iter()
                .chain(install_all()),
        );
    }
}

#[test]
fn rustup_is_asked_where_debians_compiler_cannot_be_had() {
    let check = |facts: Facts, expected: &[SetupStep]| {
        check(&[Need::Compiler], &facts, expected.to_vec());
    };
    let refused = || Facts {
        debian: Debian::Refused,
        ..fresh()
    };
    let may_not = || Facts {
        may_install: false,
        ..fresh()
    };
    let elsewhere = || Facts {
        system: System::Fedora,
        ..fresh()
    };
    for facts in [refused(), may_not(), elsewhere()] {
        check(facts.clone(), &[SetupStep::AddTarget]);
        let target = true;
        check(Facts { target, ..facts }, &[]);
    }
    let debian = Debian::Whole;
    check(Facts { debian, ..fresh() }, &[]);
    check(
        Facts {
            debian,
            ..may_not()
        },
        &[],
    );
    // Where both were asked in vain, apt tells once more what it lacks.
    let rustup = Rustup::Refused;
    let names = DEBIAN_COMPILER.to_vec();
    check(
        Facts {
            rustup,
            ..refused()
        },
        &[SetupStep::Packages(names)],
    );
}

#[test]
fn who_may_not_install_gets_one_command_before_anything_else_is_done() {
    let facts = Facts {
        may_install: false,
        npm: false,
        ..fresh()
    };
    let apt = "sudo apt-get update && sudo apt-get install --yes";
    let person = |packages: &str| SetupStep::Person(format!("{apt} {packages}"));
    let without_compiler = "npm chromium chromium-driver firefox-esr webkit2gtk-driver xvfb";
    check(
        &EVERYTHING,
        &facts,
        [SetupStep::AddTarget, person(without_compiler)],
    );
    let compiler = "rustc-web cargo-web rust-web-src rust-web-llvm lld-22";
    check(
        &EVERYTHING,
        &Facts {
            rustup: Rustup::Refused,
            ..facts
        },
        [person(&format!("{compiler} {without_compiler}"))],
    );
    // What needs no system package is done all the same.
    let facts = Facts {
        may_install: false,
        target: true,
        debian: Debian::Untried,
        chromium: true,
        firefox: true,
        webkit: true,
        ..fresh()
    };
    check(&EVERYTHING, &facts, install_all());
}

#[test]
fn other_systems_get_a_command_of_their_own() {
    let facts = Facts {
        rustup: Rustup::Refused,
        npm: false,
        ..fresh()
    };
    let needs = [
        Need::Compiler,
        Need::Tool(Tool::WasmOpt),
        Need::Chromium,
        Need::Firefox,
        Need::WebKit,
    ];
    let target = "rustup target add wasm32-unknown-unknown &&";
    let check = |system: System, packages: &str| {
        check(
            &needs,
            &Facts {
                system,
                ..facts.clone()
            },
            [SetupStep::Person(format!("{target} {packages}"))],
        );
    };
    check(
        System::Fedora,
        "sudo dnf install nodejs-npm chromium chromedriver firefox webkitgtk6.0 webkitgtk6.0-devel xorg-x11-server-Xvfb",
    );
    check(
        System::Arch,
        "sudo pacman -S --needed npm chromium firefox webkitgtk-6.0 xorg-server-xvfb",
    );
    check(
        System::MacOs,
        "brew install node google-chrome chromedriver firefox",
    );
    check(
        System::Other,
        "install by your system's own means: npm chromium chromedriver firefox WebKitWebDriver Xvfb",
    );
    let ubuntu = "npm chromium-browser chromium-chromedriver firefox webkit2gtk-driver xvfb";
    check(
        System::Ubuntu,
        &format!("sudo apt-get update && sudo apt-get install --yes {ubuntu}"),
    );
}

#[test]
fn a_machine_with_everything_is_left_alone() {
    check(&EVERYTHING, &equipped(), []);
    check(
        &EVERYTHING,
        &Facts {
            system: System::Other,
            debian: Debian::Untried,
            may_install: false,
            npm: false,
            ..equipped()
        },
        [],
    );
}

#[test]
fn only_what_is_asked_for_is_installed() {
    check(&[], &fresh(), []);
    check(
        &[Need::Chromium],
        &fresh(),
        [SetupStep::Packages(vec!["chromium", "chromium-driver"])],
    );
}

#[test]
fn the_lock_file_decides_on_the_version_of_wasm_bindgen() {
    let facts = Facts {
        wasm_bindgen: "0.2.131".to_owned(),
        ..equipped()
    };
    check(
        &EVERYTHING,
        &facts,
        [SetupStep::Install(Tool::WasmBindgen, "0.2.131".to_owned())],
    );
}

#[test]
fn npm_is_installed_for_what_comes_from_it_only() {
    let facts = Facts {
        npm: false,
        ..fresh()
    };
    let optimizer = SetupStep::Install(Tool::WasmOpt, BINARYEN.to_owned());
    check(
        &[Need::Tool(Tool::WasmOpt)],
        &facts,
        [SetupStep::Packages(vec!["npm"]), optimizer],
    );
    let audit = SetupStep::Install(Tool::Lighthouse, LIGHTHOUSE.to_owned());
    check(
        &[Need::Tool(Tool::Lighthouse)],
        &facts,
        [SetupStep::Packages(vec!["npm"]), audit],
    );
    check(
        &[Need::Tool(Tool::Trunk)],
        &facts,
        [SetupStep::Install(Tool::Trunk, TRUNK.to_owned())],
    );
}
