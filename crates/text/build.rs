//! Writes the ranges of the characters of the general category Mark. The tables of `finl_unicode` know all categories, and
//! would add 3 kB of brotli to the page.

use finl_unicode::categories::CharacterCategories;
use std::path::Path;
use std::{env, fs};

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    let marks: Vec<u32> = ('\0'..=char::MAX)
        .filter(|c| c.is_mark())
        .map(u32::from)
        .collect();
    let ranges: Vec<(u32, u32)> = marks
        .chunk_by(|before, after| before + 1 == *after)
        .map(|range| (range[0], range[range.len() - 1]))
        .collect();
    let folder = env::var_os("OUT_DIR").expect("cargo sets OUT_DIR");
    fs::write(Path::new(&folder).join("marks.rs"), format!("&{ranges:?}"))
        .expect("OUT_DIR can be written");
}
