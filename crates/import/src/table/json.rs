//! JSON and JSON lines: objects are rows, and their keys are columns.
//!
//! Of an object in an object the keys are joined by a full stop, `user.name`. Lists of texts are kept as lists. A JSON file is
//! a list of objects, one object with such a list under one of its keys, or one object.

use super::{LIST, Table};
use crate::fault::JsonFault;
use crate::reason::{Problem, Reason};
use serde_json::{Map, Value};
use std::collections::HashMap;

/// How many lines that are no JSON are reported one by one.
const MOST_REPORTED: usize = 20;

/// The longest line that is read as one object, in bytes.
const LONGEST_LINE: usize = 16_000_000;

/// How many columns a table may have; keys beyond are left out.
const MOST_COLUMNS: usize = 200;

/// Reads JSON lines.
pub(crate) fn read_lines(path: &str, content: &str, problems: &mut Vec<Problem>) -> Table {
    let mut table = Table::new(path, Vec::new());
    let mut columns = Columns::default();
    let mut refused = 0;
    for (number, line) in (1..).zip(content.lines()) {
        let line = line.trim();
        if line.is_empty() {
            continue;
        }
        let read = if line.len() > LONGEST_LINE {
            Err(Reason::LongLine {
                bytes: line.len() as u64,
                most: LONGEST_LINE as u64,
            })
        } else {
            serde_json::from_str::<Map<String, Value>>(line).map_err(|error| Reason::Json {
                fault: error.into(),
            })
        };
        match read {
            Ok(object) => columns.push(number, object, &mut table),
            Err(reason) => {
                refused += 1;
                if refused <= MOST_REPORTED {
                    problems.push(Problem::at(path, number, reason));
                }
            }
        }
    }
    table
}

/// Reads a JSON file.
pub(crate) fn read(path: &str, content: &str, problems: &mut Vec<Problem>) -> Table {
    let value = match serde_json::from_str::<Value>(content) {
        Ok(value) => value,
        Err(error) => {
            let line = error.line() as u32;
            let fault = error.into();
            problems.push(Problem::at(path, line, Reason::Json { fault }));
            return Table::new(path, Vec::new());
        }
    };
    let mut columns = Columns::default();
    let objects = objects(value);
    if objects.is_empty() {
        let fault = JsonFault::NoObjects;
        problems.push(Problem::of(path, Reason::Json { fault }));
    }
    let mut table = Table::new(path, Vec::new());
    for (number, object) in (1..).zip(objects) {
        columns.push(number, object, &mut table);
    }
    table
}

/// Returns the objects of a list, of the longest list under a key, or the one object.
fn objects(value: Value) -> Vec<Map<String, Value>> {
    let of_list = |items: Vec<Value>| -> Vec<Map<String, Value>> {
        let object = |item| match item {
            Value::Object(object) => Some(object),
            Value::String(text) => {
                Some(Map::from_iter([("text".to_string(), Value::String(text))]))
            }
            _ => None,
        };
        items.into_iter().filter_map(object).collect()
    };
    match value {
        Value::Array(items) => of_list(items),
        Value::Object(mut object) => {
            let count = |value: &Value| match value {
                Value::Array(items) => items.iter().filter(|item| item.is_object()).count(),
                _ => 0,
            };
            let longest = object.iter().max_by_key(|(_, value)| count(value));
            let key = longest
                .filter(|(_, value)| count(value) > 0)
                .map(|(key, _)| key.clone());
            match key.and_then(|key| object.remove(&key)) {
                Some(Value::Array(items)) => of_list(items),
                _ => vec![object],
            }
        }
        _ => Vec::new(),
    }
}

/// The columns found so far, in the order in which they come up.
#[derive(Default)]
struct Columns {
    names: Vec<String>,
    places: HashMap<String, usize>,
}

impl Columns {
    /// Returns the cells of an object, each with its column.
    fn row(&mut self, object: Map<String, Value>) -> Vec<(usize, String)> {
        let mut cells = Vec::with_capacity(object.len());
        for (key, value) in object {
            match value {
                Value::Object(inner) => {
                    for (name, value) in inner {
                        self.cell(format!("{key}.{name}"), value, &mut cells);
                    }
                }
                value => self.cell(key, value, &mut cells),
            }
        }
        cells
    }

    fn cell(&mut self, name: String, value: Value, cells: &mut Vec<(usize, String)>) {
        let text = match value {
            Value::String(text) => text,
            Value::Number(number) => number.to_string(),
            Value::Bool(truth) => truth.to_string(),
            Value::Array(items) => {
                let items: Vec<String> = items.into_iter().filter_map(scalar).collect();
                items.join(&LIST.to_string())
            }
            Value::Null | Value::Object(_) => return,
        };
        let next = self.names.len();
        let place = match self.places.get(&name) {
            Some(place) => *place,
            None if next >= MOST_COLUMNS => return,
            None => {
                self.names.push(name.clone());
                self.places.insert(name, next);
                next
            }
        };
        cells.push((place, text));
    }

    /// Adds an object as a row of a table, with the columns that come up in it.
    fn push(&mut self, line: u32, object: Map<String, Value>, table: &mut Table) {
        let mut cells = self.row(object);
        if let Some(new) = self
            .names
            .get(table.columns.len()..)
            .filter(|new| !new.is_empty())
        {
            table.widen(new);
        }
        cells.sort_by_key(|(place, _)| *place);
        let mut cells = cells.iter().peekable();
        let all = (0..self.names.len()).map(|column| {
            let cell = cells.next_if(|(place, _)| *place == column);
            cell.map_or("", |(_, text)| text.as_str())
        });
        table.push(line, all);
    }
}

fn scalar(value: Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells_of(table: &Table) -> Vec<Vec<&str>> {
        (0..table.rows())
            .map(|row| {
                (0..table.columns.len())
                    .map(|column| table.cell(row, column))
                    .collect()
            })
            .collect()
    }

    #[test]
    fn objects_are_rows() {
        let mut problems = Vec::new();
        let table = read_lines(
            "a.jsonl",
            "{\"text\": \"a\", \"year\": 2019}\n\nnon\n{\"text\": \"b\", \"user\": {\"name\": \"Ada\"}, \"section\": [\"x\", \"y\"]}\n",
            &mut problems,
        );
        assert_eq!(table.columns, ["text", "year", "section", "user.name"]);
        assert_eq!(
            cells_of(&table),
            [["a", "2019", "", ""], ["b", "", "x\u{1F}y", "Ada"]]
        );
        assert_eq!((problems.len(), problems[0].line), (1, Some(3)));
    }

    #[test]
    fn a_list_of_objects_is_found() {
        let check = |content: &str, expected: &[&[&str]], count: usize| {
            let mut problems = Vec::new();
            let table = read("a.json", content, &mut problems);
            assert_eq!(cells_of(&table), expected, "{content}");
            assert_eq!(problems.len(), count, "{content}");
        };
        check(
            "[{\"text\": \"a\"}, {\"text\": \"b\"}]",
            &[&["a"], &["b"]],
            0,
        );
        check(
            "{\"count\": 1, \"items\": [{\"text\": \"a\"}]}",
            &[&["a"]],
            0,
        );
        check("{\"text\": \"a\"}", &[&["a"]], 0);
        check("[\"a\"]", &[&["a"]], 0);
        check("[1, 2]", &[], 1);
        check("{", &[], 1);
    }
}
