//! CSV and TSV: rows of cells as text for other programs, as in RFC 4180, and the guard against formulas in cells.

/// Appends a row: its cells with a separator between them, quoted where they must be, and the end of a line.
pub fn push_row(text: &mut String, separator: char, cells: &mut dyn Iterator<Item = String>) {
    for (place, cell) in cells.enumerate() {
        if place > 0 {
            text.push(separator);
        }
        if cell.contains([separator, '"', '\n', '\r']) {
            text.push('"');
            text.push_str(&cell.replace('"', "\"\""));
            text.push('"');
        } else {
            text.push_str(&cell);
        }
    }
    text.push_str("\r\n");
}

/// What a spreadsheet may read as the beginning of a formula; some read the wide signs of East Asian keyboards too.
const SIGNS: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

/// Returns the text of a cell, guarded against CSV injection: with an apostrophe before it if a spreadsheet would read it as
/// a formula.
pub fn guard_formula(text: &str) -> String {
    let mark = if begins_formula(text) { "'" } else { "" };
    [mark, text].concat()
}

/// Returns the text that [`guard_formula`] was given.
///
/// ```
/// use frise_text::csv::{unguarded, guard_formula};
///
/// for text in ["=1+1", "'=1+1", "'tis", "-", ""] {
///     assert_eq!(unguarded(&guard_formula(text)), text);
/// }
/// ```
pub fn unguarded(cell: &str) -> &str {
    let text = cell.strip_prefix('\'');
    text.filter(|text| begins_formula(text)).unwrap_or(cell)
}

/// Whether a text begins as a formula does, behind any apostrophes.
fn begins_formula(text: &str) -> bool {
    text.trim_start_matches('\'').starts_with(SIGNS)
}
