//! Short names for what passes between WebAssembly and JavaScript. wasm-bindgen's are long and hold hashes, which no
//! compression makes small, and they stand in both files: `wasm-opt` shortens them in the one, and this in the other.
//!
//! Of wasm-bindgen's script the shell takes two functions: what the app is given, and what begins it. Those of its own that
//! load the app are left out with all that they ask for; they know nothing of columns (`shell/rows.js`).

use std::collections::HashMap;

use anyhow::{Context, Result, ensure};
use serde::Deserialize;

/// What `wasm-opt --minify-imports-and-exports-and-modules` prints.
#[derive(Debug, Deserialize)]
pub struct Names {
    /// Module, name, short name. The module's own short name is always [`MODULE`].
    imports: Vec<(String, String, String)>,
    /// Name, short name.
    exports: Vec<(String, String)>,
}

/// What `wasm-opt` calls the one module that everything is imported from.
const MODULE: &str = "a";

/// What `shell/start.js` imports, by wasm-bindgen's own names.
const EXPORTS: &str = "\nexport { __wbg_get_imports as imports, __wbg_finalize_init as begin };\n";

/// wasm-bindgen's JavaScript for the shell, with the short names.
///
/// # Errors
/// It is not the one that belongs to the WebAssembly, or wasm-bindgen writes it in another way than it did.
pub fn bindings(script: &str, names: &Names) -> Result<String> {
    Ok(shorten(script, names)? + EXPORTS)
}

/// wasm-bindgen's JavaScript with the short names.
///
/// # Errors
/// The script does not offer each import once, by its name, or uses what is not exported.
fn shorten(script: &str, names: &Names) -> Result<String> {
    let imports: HashMap<&str, &str> = names
        .imports
        .iter()
        .map(|(_, name, short)| (name.as_str(), short.as_str()))
        .collect();
    let exports: HashMap<&str, &str> = names
        .exports
        .iter()
        .map(|(name, short)| (name.as_str(), short.as_str()))
        .collect();
    let mut shortened = String::with_capacity(script.len());
    let mut met = 0;
    let mut rest = script;
    while let Some(start) = rest.find(is_letter) {
        let (before, from) = rest.split_at(start);
        let (name, after) =
            from.split_at(from.find(|letter| !is_letter(letter)).unwrap_or(from.len()));
        shortened.push_str(before);
        let short = match (imports.get(name), exports.get(name)) {
            (Some(short), _) if after.starts_with(':') => {
                met += 1;
                short
            }
            (_, short) if shortened.ends_with("wasm.") => short
                .with_context(|| format!("wasm-bindgen's script uses an unknown wasm.{name}"))?,
            _ => name,
        };
        shortened.push_str(short);
        rest = after;
    }
    shortened.push_str(rest);
    ensure!(
        met == names.imports.len(),
        "wasm-bindgen's script names {met} of {} imports",
        names.imports.len()
    );
    for (module, ..) in &names.imports {
        shortened = shortened.replace(&format!("\"{module}\":"), &format!("\"{MODULE}\":"));
    }
    Ok(shortened)
}

fn is_letter(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || letter == '_' || letter == '$'
}

#[cfg(test)]
mod tests {
    use super::{Names, shorten};

    const NAMES: &str = r#"{
        "imports": [["./page_bg.js", "__wbg_get_1a", "b"], ["./page_bg.js", "__wbg_get", "$"]],
        "exports": [["memory", "c"], ["__wbindgen_malloc", "d"]]
    }"#;

    #[test]
    fn names_are_shortened_where_they_stand_for_what_passes() {
        let names: Names = serde_json::from_str(NAMES).unwrap();
        let script = "const memory = wasm.memory, x = {__wbg_get_1a: function(a) { f(wasm.__wbindgen_malloc); },\n\
            __wbg_get: g}; return {\"./page_bg.js\": x}; // __wbg_get";
        let short = "const memory = wasm.c, x = {b: function(a) { f(wasm.d); },\n\
            $: g}; return {\"a\": x}; // __wbg_get";
        assert_eq!(shorten(script, &names).unwrap(), short);
    }

    #[test]
    fn a_script_that_lacks_an_import_is_refused() {
        let names: Names = serde_json::from_str(NAMES).unwrap();
        let refusal = shorten("x = {__wbg_get: g}", &names).unwrap_err();
        assert!(refusal.to_string().contains("1 of 2"), "{refusal}");
    }

    #[test]
    fn a_script_that_uses_what_is_not_exported_is_refused() {
        let names: Names = serde_json::from_str(NAMES).unwrap();
        let script = "x = {__wbg_get_1a: f, __wbg_get: g}; wasm.memory; wasm.__wbindgen_free";
        let refusal = shorten(script, &names).unwrap_err();
        assert!(
            refusal.to_string().contains("wasm.__wbindgen_free"),
            "{refusal}"
        );
    }
}
