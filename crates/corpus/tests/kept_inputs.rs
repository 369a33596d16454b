//! The inputs that fuzzing found worth keeping, replayed: see `fuzz/`.

#[path = "../../../fuzz/checks.rs"]
mod checks;

use std::path::Path;

/// Checks all that is kept for a target.
fn replay(target: &str, check: fn(&[u8])) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../fuzz/corpus")
        .join(target);
    let files =
        std::fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut paths: Vec<_> = files
        .map(|file| file.expect("a file of the folder").path())
        .collect();
    paths.sort();
    assert!(paths.len() >= 20, "only {} inputs are kept", paths.len());
    for path in paths {
        let bytes =
            std::fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        println!("{}", path.display());
        check(&bytes);
    }
}

#[test]
fn queries() {
    replay("query", checks::query);
}

#[test]
fn texts() {
    replay("tokens", checks::tokens);
}

#[test]
fn dates() {
    replay("dates", checks::dates);
}

#[test]
fn indexes() {
    replay("open", checks::open);
}

#[test]
fn indexes_in_shards() {
    replay("shards", checks::shards::shards);
}

#[test]
fn parts() {
    replay("parts", checks::shards::parts);
}

/// Or the kept indexes would no longer be read.
#[test]
fn framing_changes_no_index() {
    let small = checks::small_index();
    assert!(checks::framed(&small) == small);
    let part = checks::shards::small_part();
    assert!(checks::shards::framed_part(&part) == part);
}
