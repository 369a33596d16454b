//! What one file says of others: names of people, tables of metadata, and the files of a corpus folder.

use crate::reader::{Import, Source};
use crate::reason::{Problem, Reason};
use crate::table::{Column, LIST, Table, guess_metadata};
use crate::text::{DateBasis, Text, stem};
use frise_corpus::{SourceFile, parse};
use frise_text::fold;
use std::collections::HashMap;

/// Reads the files of a corpus folder.
pub(crate) fn take_folder(import: &mut Import, files: &[SourceFile]) {
    if import.folder.is_some() {
        let message =
            "expected one corpus folder, found several; import them one by one".to_string();
        import
            .problems
            .push(Problem::of("corpus.toml", Reason::Folder { message }));
        return;
    }
    match parse(files) {
        Ok(parsed) => import.folder = Some(parsed.corpus),
        Err(problems) => {
            let problems = problems.into_iter().map(|problem| Problem {
                path: problem.path,
                line: u32::try_from(problem.line).ok(),
                reason: Reason::Folder {
                    message: problem.message,
                },
            });
            import.problems.extend(problems);
        }
    }
}

/// Takes names of people and metadata of texts out of tables that hold no texts.
pub(crate) fn join(import: &mut Import) {
    let sources = std::mem::take(&mut import.sources);
    let (tables, mut texts): (Vec<Source>, Vec<Source>) = sources
        .into_iter()
        .partition(|source| matches!(source, Source::Table(_)));
    for source in tables {
        let Source::Table(table) = &source else {
            continue;
        };
        let columns = guess_metadata(table);
        let names_people = take_people(table, &mut import.people);
        let about = takes_metadata(table, &columns, &mut texts);
        if !about && (!names_people || texts.is_empty()) {
            import.sources.push(source);
        }
    }
    texts.append(&mut import.sources);
    import.sources = texts;
}

/// Reads who has which identifier, from columns such as `Speaker_ID` and `Speaker_name`.
fn take_people(table: &Table, people: &mut HashMap<String, String>) -> bool {
    let place = |name: &str| {
        table
            .columns
            .iter()
            .position(|column| fold(column.trim()) == name)
    };
    let (Some(id), Some(name)) = (place("speaker_id"), place("speaker_name")) else {
        return false;
    };
    for row in 0..table.rows() {
        let (id, name) = (table.cell(row, id), table.cell(row, name));
        if !id.is_empty() && !name.is_empty() && name != "-" {
            people
                .entry(id.to_string())
                .or_insert_with(|| forename_first(name));
        }
    }
    true
}

/// `Lefèvre, Ada` as `Ada Lefèvre`.
fn forename_first(name: &str) -> String {
    match name.split_once(", ") {
        Some((last, first)) if !first.contains(',') => format!("{first} {last}"),
        _ => name.to_string(),
    }
}

/// Returns whether the first column, or the one of identifiers, names at least half of the texts; if so, they take what the
/// row says.
fn takes_metadata(table: &Table, columns: &[Column], texts: &mut [Source]) -> bool {
    let key = columns
        .iter()
        .position(|column| *column == Column::Id)
        .unwrap_or(0);
    let mut rows = HashMap::new();
    for row in 0..table.rows() {
        rows.entry(stem(table.cell(row, key)).to_string())
            .or_insert(row);
    }
    let row_of = |source: &Source| match source {
        Source::Text(text) => rows.get(stem(&text.path)).copied(),
        Source::Table(_) => None,
    };
    let known = texts
        .iter()
        .filter(|source| row_of(source).is_some())
        .count();
    if known == 0 || known * 2 < texts.len() {
        return false;
    }
    for source in texts {
        let row = row_of(source);
        if let (Some(row), Source::Text(text)) = (row, source) {
            take_row(text, table, columns, row);
        }
    }
    true
}

fn take_row(text: &mut Text, table: &Table, columns: &[Column], row: usize) {
    let before = std::mem::take(&mut text.dates);
    for (place, column) in columns.iter().enumerate() {
        let cell = table.cell(row, place).replace(LIST, ", ");
        if cell.is_empty() {
            continue;
        }
        match column {
            Column::Title => text.title = Some(cell),
            Column::Date | Column::Year => {
                text.date(cell, DateBasis::Column(table.columns[place].clone()))
            }
            Column::Speaker => text.author = text.person("", &cell),
            Column::Language => text.language = Some(cell),
            Column::Kind => text.kind = Some(cell),
            Column::Source => text.source = cell,
            Column::Subject => text.subjects.push(cell),
            Column::Ignored | Column::Text | Column::FirstName | Column::Id | Column::Section => {}
        }
    }
    text.dates.extend(before);
}
