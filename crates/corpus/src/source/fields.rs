//! Reading TOML tables field by field, so that every mistake is noted and none hides another.

use super::problem::{Place, Problems};
use frise_date::Edtf;
use frise_index::model::Bilingual;
use std::cell::RefCell;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// A value and where it stands.
#[derive(Clone, Debug)]
pub struct Located<'s, T> {
    pub value: T,
    pub place: Place<'s>,
}

/// A table that is being read. [`Fields::close`] notes the keys that nobody asked for.
pub struct Fields<'s, 't> {
    table: &'t DeTable<'s>,
    /// Where the table stands; missing fields are noted here.
    place: Place<'s>,
    /// Where the TOML text begins in its file, in bytes.
    base: usize,
    problems: &'t Problems,
    known: RefCell<Vec<&'static str>>,
}

/// Parses a TOML text that begins at byte `base` of its file; notes every syntax error.
pub fn parse_table<'s>(
    toml: &'s str,
    place: Place<'s>,
    problems: &Problems,
) -> Spanned<DeTable<'s>> {
    let (table, errors) = DeTable::parse_recoverable(toml);
    for error in errors {
        let at = place.offset + error.span().map_or(0, |span| span.start);
        problems.add(
            place.at(at),
            format!("not TOML: {}; see https://toml.io", error.message()),
        );
    }
    table
}

impl<'s, 't> Fields<'s, 't> {
    pub fn new(
        table: &'t DeTable<'s>,
        place: Place<'s>,
        base: usize,
        problems: &'t Problems,
    ) -> Self {
        Fields {
            table,
            place,
            base,
            problems,
            known: RefCell::default(),
        }
    }

    /// Returns where the table stands.
    pub fn place(&self) -> Place<'s> {
        self.place
    }

    /// Returns a string, if it is there.
    pub fn optional(&self, key: &'static str) -> Option<Located<'s, String>> {
        let (value, place) = self.get(key)?;
        self.string(key, value, place)
    }

    /// Returns a string that must be there.
    pub fn required(&self, key: &'static str) -> Located<'s, String> {
        self.optional(key).unwrap_or_else(|| {
            self.missing(key, "a string in quotes");
            Located {
                value: String::new(),
                place: self.place,
            }
        })
    }

    /// Returns a string that may be left out, and is then empty.
    pub fn text(&self, key: &'static str) -> String {
        self.optional(key)
            .map(|found| found.value)
            .unwrap_or_default()
    }

    /// Returns a string in both languages that must be there: `key = { fr = "…", en = "…" }`, or one string for both.
    pub fn bilingual(&self, key: &'static str) -> Bilingual {
        self.optional_bilingual(key).unwrap_or_else(|| {
            self.missing(key, "{ fr = \"…\", en = \"…\" }");
            Bilingual::default()
        })
    }

    /// As [`Fields::bilingual`], if it is there.
    pub fn optional_bilingual(&self, key: &'static str) -> Option<Bilingual> {
        let (value, place) = self.get(key)?;
        match value {
            DeValue::String(text) => Some(Bilingual {
                fr: text.to_string(),
                en: text.to_string(),
            }),
            DeValue::Table(table) => {
                let fields = Fields::new(table, place, self.base, self.problems);
                let both = Bilingual {
                    fr: fields.required("fr").value,
                    en: fields.required("en").value,
                };
                fields.close();
                Some(both)
            }
            other => {
                self.mistyped(key, "{ fr = \"…\", en = \"…\" }", other, place);
                None
            }
        }
    }

    /// Returns a whole number that is not negative, if it is there.
    pub fn number(&self, key: &'static str) -> Option<Located<'s, usize>> {
        let (value, place) = self.get(key)?;
        let number = match value {
            DeValue::Integer(integer) => {
                usize::from_str_radix(integer.as_str(), integer.radix()).ok()
            }
            _ => None,
        };
        if number.is_none() {
            self.mistyped(key, "a whole number", value, place);
        }
        Some(Located {
            value: number?,
            place,
        })
    }

    /// Returns a list of strings; none where the key is left out.
    pub fn strings(&self, key: &'static str) -> Vec<Located<'s, String>> {
        let Some((value, place)) = self.get(key) else {
            return Vec::new();
        };
        let DeValue::Array(items) = value else {
            self.mistyped(key, "a list of strings", value, place);
            return Vec::new();
        };
        let string =
            |item: &Spanned<DeValue<'s>>| self.string(key, item.get_ref(), self.place_of(item));
        items.iter().filter_map(string).collect()
    }

    /// Returns a list of tables, `[[key]]`; none where the key is left out.
    pub fn tables(&self, key: &'static str) -> Vec<Fields<'s, 't>> {
        let Some((value, place)) = self.get(key) else {
            return Vec::new();
        };
        let DeValue::Array(items) = value else {
            self.mistyped(key, "a list of tables", value, place);
            return Vec::new();
        };
        let mut tables = Vec::new();
        for item in items.iter() {
            let place = self.place_of(item);
            match item.get_ref() {
                DeValue::Table(table) => {
                    tables.push(Fields::new(table, place, self.base, self.problems))
                }
                other => self.mistyped(key, "a table", other, place),
            }
        }
        tables
    }

    /// Returns an EDTF date, if it is there.
    pub fn date(&self, key: &'static str) -> Option<Edtf> {
        let found = self.optional(key)?;
        if found.value.is_empty() {
            return None;
        }
        match Edtf::parse(&found.value) {
            Ok(date) => Some(date),
            Err(error) => {
                self.problems.add(
                    found.place,
                    format!("bad date '{}' in '{key}': {error}", found.value),
                );
                None
            }
        }
    }

    /// Notes a mistake in a value of this table.
    pub fn note(&self, place: Place<'s>, message: impl Into<String>) {
        self.problems.add(place, message);
    }

    /// Notes that a key is missing.
    pub fn missing(&self, key: &str, expected: &str) {
        self.problems.add(
            self.place,
            format!("'{key}' is missing here; add {key} = {expected}"),
        );
    }

    /// Ends the reading: a key that nobody asked for is a mistake.
    pub fn close(&self) {
        let known = self.known.borrow();
        for (key, _) in self.table.iter() {
            let name: &str = key.get_ref();
            if !known.contains(&name) {
                let place = self.place.at(self.base + key.span().start);
                self.problems.add(
                    place,
                    format!("unknown key '{name}'; known here: {}", known.join(", ")),
                );
            }
        }
    }

    fn get(&self, key: &'static str) -> Option<(&'t DeValue<'s>, Place<'s>)> {
        self.known.borrow_mut().push(key);
        let value = self.table.get(key)?;
        Some((value.get_ref(), self.place_of(value)))
    }

    fn place_of(&self, value: &Spanned<DeValue<'s>>) -> Place<'s> {
        self.place.at(self.base + value.span().start)
    }

    fn string(
        &self,
        key: &str,
        value: &DeValue<'s>,
        place: Place<'s>,
    ) -> Option<Located<'s, String>> {
        match value {
            DeValue::String(text) => Some(Located {
                value: text.to_string(),
                place,
            }),
            other => {
                self.mistyped(key, "a string in quotes", other, place);
                None
            }
        }
    }

    fn mistyped(&self, key: &str, expected: &str, found: &DeValue<'s>, place: Place<'s>) {
        self.problems.add(
            place,
            format!(
                "'{key}' must be {expected}, and is of type {}",
                found.type_str()
            ),
        );
    }
}

/// Returns an id that serves in links: lower-case letters, digits and hyphens, and no other before it.
pub(super) fn id(fields: &Fields<'_, '_>, before: &mut Vec<String>) -> String {
    let found = fields.required("id");
    let id = found.value;
    let good = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    if !id.is_empty() && !id.chars().all(good) {
        fields.note(
            found.place,
            format!("bad id '{id}': use only the letters a-z, digits and hyphens"),
        );
    }
    if before.contains(&id) {
        fields.note(
            found.place,
            format!("duplicate id '{id}': it names something above already; choose another"),
        );
    }
    before.push(id.clone());
    id
}
