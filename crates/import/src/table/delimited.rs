//! CSV and TSV: cells parted by commas, semicolons, tabs or bars.

use super::Table;
use super::columns::is_known;
use crate::reason::{Problem, Reason};
use csv::{ByteRecord, Reader, ReaderBuilder};
use frise_text::csv::unguarded;

/// How many records are looked at to find the separator.
const SAMPLE: usize = 30;

/// How many rows with too many cells are reported one by one.
const MOST_REPORTED: usize = 5;

/// Returns whether a text whose name does not say so is a table: some separator gives several columns in all of the first
/// rows, and the first row names columns that mean something.
pub(crate) fn is_delimited(content: &str) -> bool {
    let (body, separator) = separated(content);
    let separator = separator.or_else(|| sniff(body));
    separator.is_some_and(|separator| knows_header(body, separator))
}

/// Reads a table. The first row names the columns, unless it is like the others.
pub(crate) fn read(path: &str, content: &str, problems: &mut Vec<Problem>) -> Table {
    let (body, separator) = separated(content);
    let skipped = content[..content.len() - body.len()].lines().count() as u32;
    let separator = separator.or_else(|| sniff(body));
    let mut rows = reader(body, separator.unwrap_or(0));
    let mut record = ByteRecord::new();
    let mut table: Option<Table> = None;
    let mut too_long = 0;
    // Bytes come from a string, so a record is text.
    let text = |cell: &[u8]| unguarded(&String::from_utf8_lossy(cell)).to_owned();
    while rows.read_byte_record(&mut record).unwrap_or(false) {
        let line = record
            .position()
            .map_or(0, |position| position.line() as u32)
            + skipped;
        let mut cells: Vec<String> = record.iter().map(text).collect();
        let Some(table) = table.as_mut() else {
            let header = is_header(&cells, body, separator);
            let names = if header {
                named(&cells)
            } else {
                numbered(cells.len())
            };
            let mut new = Table::new(path, names);
            if !header {
                new.push(line, cells.iter().map(String::as_str));
            }
            table = Some(new);
            continue;
        };
        let beyond = cells
            .iter()
            .skip(table.columns.len())
            .any(|cell| !cell.trim().is_empty());
        if beyond {
            too_long += 1;
            if too_long <= MOST_REPORTED {
                let (cells, columns) = (cells.len(), table.columns.len());
                problems.push(Problem::at(
                    path,
                    line,
                    Reason::RowLength { cells, columns },
                ));
            }
        }
        // What stands behind the last separator belongs to the last column, which is the text as a rule: nothing is lost.
        if beyond && !table.columns.is_empty() {
            let last = cells.split_off(table.columns.len() - 1);
            let mark = char::from(separator.unwrap_or(b',')).to_string();
            cells.push(last.join(&mark));
        }
        table.push(line, cells.iter().map(String::as_str));
    }
    table.unwrap_or_else(|| Table::new(path, Vec::new()))
}

/// Returns the text below a first line `sep=;`, and the separator that it names.
fn separated(content: &str) -> (&str, Option<u8>) {
    let (first, rest) = content.split_once('\n').unwrap_or((content, ""));
    let named = first
        .trim_end_matches('\r')
        .trim_matches('"')
        .strip_prefix("sep=");
    match named.map(str::as_bytes) {
        Some([separator, ..]) => (rest, Some(*separator)),
        Some([]) => (rest, Some(b'\t')),
        None => (content, None),
    }
}

fn reader(body: &str, separator: u8) -> Reader<&[u8]> {
    ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(separator)
        .from_reader(body.as_bytes())
}

/// Returns the separator by which most of the first records have as many cells as the first, and more than one.
fn sniff(body: &str) -> Option<u8> {
    let score = |separator: u8| {
        let mut rows = reader(body, separator);
        let mut record = ByteRecord::new();
        let mut counts = Vec::new();
        while counts.len() < SAMPLE && rows.read_byte_record(&mut record).unwrap_or(false) {
            counts.push(record.len());
        }
        let first = counts.first().copied().unwrap_or(0);
        // A header of known names is believed: rows with more cells have text that was not put in quotation marks.
        let is_known = knows_header(body, separator);
        let alike = counts
            .iter()
            .filter(|count| **count == first || (is_known && **count > first))
            .count();
        // Beside how many rows agree, more columns speak for a separator: decimal commas agree less often.
        let share = alike * 100 / counts.len().max(1);
        (first > 1 && share >= 60).then_some((share / 10, first, separator))
    };
    let found = [b'\t', b';', b',', b'|'].into_iter().filter_map(score);
    found
        .max_by_key(|(share, columns, _)| (*share, *columns))
        .map(|(_, _, separator)| separator)
}

/// Returns whether a separator parts the first row into cells of which two at least are known names of columns.
fn knows_header(body: &str, separator: u8) -> bool {
    let mut first = ByteRecord::new();
    let known = |cell: &[u8]| std::str::from_utf8(cell).is_ok_and(is_known);
    let is_read = reader(body, separator).read_byte_record(&mut first);
    is_read.unwrap_or(false) && first.iter().filter(|cell| known(cell)).count() >= 2
}

/// Returns whether the first row names the columns.
fn is_header(cells: &[String], body: &str, separator: Option<u8>) -> bool {
    if cells.iter().any(|cell| is_known(cell)) {
        return true;
    }
    if cells.len() < 2 {
        return false;
    }
    let plain = |cell: &String| {
        let cell = cell.trim();
        !cell.is_empty()
            && cell.len() <= 40
            && cell.parse::<f64>().is_err()
            && !cell.starts_with(|c: char| c.is_ascii_digit())
    };
    // Names are short, none is a number and no two are alike; the second row looks different.
    let mut rows = reader(body, separator.unwrap_or(0)).into_byte_records();
    let second = rows.nth(1).and_then(Result::ok);
    let differs = second.is_some_and(|row| {
        row.iter()
            .any(|cell| cell.len() > 40 || cell.iter().any(u8::is_ascii_digit))
    });
    let unique = cells
        .iter()
        .enumerate()
        .all(|(place, cell)| !cells[..place].contains(cell));
    cells.iter().all(plain) && unique && differs
}

/// Returns names of columns; one without a name is named by its number.
fn named(cells: &[String]) -> Vec<String> {
    let name = |(place, cell): (usize, &String)| match cell.trim() {
        "" => (place + 1).to_string(),
        name => name.to_string(),
    };
    cells.iter().enumerate().map(name).collect()
}

fn numbered(count: usize) -> Vec<String> {
    (1..=count).map(|number| number.to_string()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(content: &str) -> (Vec<String>, Vec<Vec<String>>, usize) {
        let mut problems = Vec::new();
        let table = read("a.csv", content, &mut problems);
        let row = |row| {
            (0..table.columns.len())
                .map(|column| table.cell(row, column).to_string())
                .collect()
        };
        (
            table.columns.clone(),
            (0..table.rows()).map(row).collect(),
            problems.len(),
        )
    }

    #[test]
    fn separators_and_headers_are_told() {
        let check = |content: &str, columns: &[&str], rows: &[&[&str]]| {
            let (found, cells, problems) = table(content);
            assert_eq!(found, columns, "{content}");
            assert_eq!(cells, rows, "{content}");
            assert_eq!(problems, 0, "{content}");
        };
        check(
            "date,texte\n2019,\"a, b\"\n",
            &["date", "texte"],
            &[&["2019", "a, b"]],
        );
        check(
            "sep=;\ndate;texte\r\n2019;a, b\r\n",
            &["date", "texte"],
            &[&["2019", "a, b"]],
        );
        check(
            "sep=\t\ndate\ttexte\n2019\ta\n",
            &["date", "texte"],
            &[&["2019", "a"]],
        );
        // Decimal commas are no separators.
        check(
            "note;texte\n1,5;a\n2,5;b, c\n3;d\n",
            &["note", "texte"],
            &[&["1,5", "a"], &["2,5", "b, c"], &["3", "d"]],
        );
        check(
            "date\ttexte\n2019\ta;b;c\n",
            &["date", "texte"],
            &[&["2019", "a;b;c"]],
        );
        // One column, with and without a name.
        check(
            "texte\nun, deux\ntrois\n",
            &["texte"],
            &[&["un, deux"], &["trois"]],
        );
        check(
            "Un vers seul\nEt un autre\n",
            &["1"],
            &[&["Un vers seul"], &["Et un autre"]],
        );
        check(
            "2019,un texte\n2020,deux textes\n",
            &["1", "2"],
            &[&["2019", "un texte"], &["2020", "deux textes"]],
        );
        check(
            "date,texte\n2019,\"un\n\ndeux\"\n2020\n",
            &["date", "texte"],
            &[&["2019", "un\n\ndeux"], &["2020", ""]],
        );
        check("", &[], &[]);
    }

    #[test]
    fn a_row_that_is_too_long_is_told_with_its_line() {
        let mut problems = Vec::new();
        read(
            "a.csv",
            "sep=,\ndate,texte\n2019,a\n2020,b, c\n2021,d\n",
            &mut problems,
        );
        let messages: Vec<String> = problems.iter().map(ToString::to_string).collect();
        assert_eq!(
            messages,
            [
                "a.csv:4: expected 2 cells, found 3; put text that holds the separator in quotation marks"
            ]
        );
    }

    #[test]
    fn text_that_holds_the_separator_is_kept_and_told() {
        let content = "titre;date;texte\nA;2016;Le port ouvre ; il ferme\nB;2017;Un ; deux ; trois\nC;2018;Un\n";
        let (columns, rows, problems) = table(content);
        assert_eq!(columns, ["titre", "date", "texte"]);
        assert_eq!(rows[0], ["A", "2016", "Le port ouvre ; il ferme"]);
        assert_eq!(rows[1], ["B", "2017", "Un ; deux ; trois"]);
        assert_eq!(rows[2], ["C", "2018", "Un"]);
        assert_eq!(problems, 2);
        assert!(is_delimited(content));
    }

    #[test]
    fn a_table_is_told_by_what_it_holds() {
        assert!(is_delimited("date;auteur;texte\n2019;Ada;un\n"));
        assert!(!is_delimited("Un texte, avec date, et rien d’autre.\n"));
        assert!(!is_delimited(""));
    }
}
