//! Rows of cells as text for other programs: CSV and TSV, as in RFC 4180.

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

/// Returns a text that a spreadsheet does not read as a formula: with an apostrophe before it, where it begins as one does.
pub fn unlike_formula(text: &str) -> String {
    let mark = if text.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        "'"
    } else {
        ""
    };
    [mark, text].concat()
}
