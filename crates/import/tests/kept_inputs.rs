//! The import keeps its promises on the inputs that fuzzing has kept.

use std::fs;

#[path = "../../../fuzz/import_checks.rs"]
mod checks;

fn replay(target: &str, check: fn(&[u8])) {
    let folder = format!("../../fuzz/corpus/{target}");
    let mut count = 0;
    for entry in fs::read_dir(&folder).expect("inputs are kept") {
        let path = entry.expect("an input").path();
        check(&fs::read(&path).expect("an input is read"));
        count += 1;
    }
    assert!(count > 0, "{folder} has inputs");
}

#[test]
fn kept_texts() {
    replay("import_text", checks::text);
}

#[test]
fn kept_tables() {
    replay("import_table", checks::table);
}

#[test]
fn kept_xml() {
    replay("import_xml", checks::xml);
}

#[test]
fn kept_pages() {
    replay("import_html", checks::html);
}

#[test]
fn kept_zips() {
    replay("import_zip", checks::zip);
}
