//! Tables as files: CSV, TSV and JSON lines.

use frise_date::Tongue;
use frise_index::Index;
use frise_index::model::{RunKind, Voice};
use frise_text::csv::{guard_formula, push_row};
use serde_json::{Map, Value};

use crate::reference::{in_language, passage_link};
use crate::typography::one_line;

/// A table for programs: numbers without grouping, dates in EDTF.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DataTable {
    /// The names of the columns.
    pub head: Vec<String>,
    /// The rows, of as many cells.
    pub rows: Vec<Vec<Datum>>,
}

/// A cell of a [`DataTable`].
#[derive(Clone, Debug, PartialEq)]
pub enum Datum {
    /// Text of any origin.
    Text(String),
    /// A date in EDTF.
    Date(String),
    /// A count.
    Count(u64),
    /// A measure.
    Number(f64),
}

/// A format of tables.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TableFormat {
    /// RFC 4180, in UTF-8 without a byte order mark.
    Csv,
    /// The same with tabs.
    Tsv,
    /// One JSON object a line.
    JsonLines,
}

impl TableFormat {
    /// Returns the extension of files.
    pub fn extension(self) -> &'static str {
        match self {
            TableFormat::Csv => "csv",
            TableFormat::Tsv => "tsv",
            TableFormat::JsonLines => "jsonl",
        }
    }

    /// Returns the media type.
    pub fn media_type(self) -> &'static str {
        match self {
            TableFormat::Csv => "text/csv",
            TableFormat::Tsv => "text/tab-separated-values",
            TableFormat::JsonLines => "application/jsonl",
        }
    }
}

impl DataTable {
    /// Returns the table as a file.
    ///
    /// In CSV and TSV, text that a spreadsheet would read as a formula has an apostrophe before it, by which a spreadsheet
    /// takes it as text. JSON lines have the text as it is.
    pub fn to_text(&self, format: TableFormat) -> String {
        match format {
            TableFormat::Csv => self.separated(','),
            TableFormat::Tsv => self.separated('\t'),
            TableFormat::JsonLines => self.json_lines(),
        }
    }

    fn separated(&self, separator: char) -> String {
        let mut text = String::new();
        let mut line =
            |cells: &mut dyn Iterator<Item = String>| push_row(&mut text, separator, cells);
        line(&mut self.head.iter().map(|name| guard_formula(name)));
        for row in &self.rows {
            line(&mut row.iter().map(|datum| match datum {
                Datum::Text(text) => guard_formula(text),
                Datum::Date(date) => date.clone(),
                Datum::Count(count) => count.to_string(),
                Datum::Number(number) => number_text(*number),
            }));
        }
        text
    }

    fn json_lines(&self) -> String {
        let value = |datum: &Datum| match datum {
            Datum::Text(text) | Datum::Date(text) => Value::from(text.as_str()),
            Datum::Count(count) => Value::from(*count),
            Datum::Number(number) => Value::from(*number),
        };
        let object = |row: &Vec<Datum>| {
            let pairs = self.head.iter().zip(row);
            let object: Map<String, Value> = pairs
                .map(|(name, datum)| (name.clone(), value(datum)))
                .collect();
            Value::Object(object).to_string() + "\n"
        };
        self.rows.iter().map(object).collect()
    }
}

/// A number with a point, and nothing for one that is not finite.
fn number_text(number: f64) -> String {
    if number.is_finite() {
        number.to_string()
    } else {
        String::new()
    }
}

/// A line of a concordance.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The passage.
    pub passage: u32,
    /// The words before the hit.
    pub left: String,
    /// The hit.
    pub hit: String,
    /// The words after the hit.
    pub right: String,
}

/// Returns a list of passages as a table, with their texts. `page` is the address of the page.
pub fn passage_table(
    index: &Index,
    passages: impl IntoIterator<Item = u32>,
    page: &str,
    language: Tongue,
) -> DataTable {
    let mut head = head(language);
    head.push(match language {
        Tongue::French => "texte".to_owned(),
        Tongue::English => "text".to_owned(),
    });
    let rows = passages
        .into_iter()
        .filter(|passage| *passage < index.passages());
    let rows = rows.map(|passage| {
        let mut row = row(index, passage, page, language);
        row.push(Datum::Text(index.text_of(passage)));
        row
    });
    DataTable {
        head,
        rows: rows.collect(),
    }
}

/// Returns a concordance as a table.
pub fn concordance_table(index: &Index, lines: &[Line], page: &str, language: Tongue) -> DataTable {
    let mut head = head(language);
    let names = match language {
        Tongue::French => ["gauche", "pivot", "droite"],
        Tongue::English => ["left", "hit", "right"],
    };
    head.extend(names.map(str::to_owned));
    let rows = lines.iter().map(|line| {
        let mut row = row(index, line.passage, page, language);
        row.extend([&line.left, &line.hit, &line.right].map(|text| Datum::Text(text.clone())));
        row
    });
    DataTable {
        head,
        rows: rows.collect(),
    }
}

fn head(language: Tongue) -> Vec<String> {
    let names = match language {
        Tongue::French => [
            "id",
            "document",
            "titre",
            "date",
            "premier_jour",
            "dernier_jour",
            "genre",
            "auteur",
            "locuteurs",
            "voix",
            "mots",
            "lien",
        ],
        Tongue::English => [
            "id",
            "document",
            "title",
            "date",
            "first_day",
            "last_day",
            "kind",
            "creator",
            "speakers",
            "voices",
            "words",
            "link",
        ],
    };
    names.map(str::to_owned).to_vec()
}

fn row(index: &Index, passage: u32, page: &str, language: Tongue) -> Vec<Datum> {
    let about = index.about();
    let Some(document) = index.documents().get(index.document_of(passage)) else {
        return Vec::new();
    };
    let metadata = &document.metadata;
    let id = index.passage_id(passage);
    let mut speakers: Vec<&str> = Vec::new();
    let mut voices: Vec<Voice> = Vec::new();
    for run in index.runs_of(passage) {
        if let RunKind::Span(voice) = run.kind
            && !voices.contains(&voice)
        {
            voices.push(voice);
        }
        let speaker = run.speaker.and_then(|at| about.speakers.get(at as usize));
        if let Some(speaker) = speaker {
            let name = in_language(&speaker.name, language);
            if !speakers.contains(&name) {
                speakers.push(name);
            }
        }
    }
    let voices: Vec<&str> = voices.into_iter().map(Voice::id).collect();
    let day = |day: frise_date::Day| {
        let (year, month, day) = day.ymd();
        let sign = if year < 0 { "-" } else { "" };
        format!("{sign}{:04}-{month:02}-{day:02}", year.unsigned_abs())
    };
    let date = metadata.date;
    let first = date.filter(|date| !date.is_open_start());
    let last = date.filter(|date| !date.is_open_end());
    let kind = about.kinds.get(metadata.kind);
    let kind = kind.map_or("", |kind| in_language(&kind.label, language));
    vec![
        Datum::Text(id.clone()),
        Datum::Text(metadata.id.clone()),
        Datum::Text(one_line(in_language(&metadata.title, language))),
        Datum::Date(date.map(|date| date.interchange()).unwrap_or_default()),
        Datum::Date(first.map(|date| day(date.earliest())).unwrap_or_default()),
        Datum::Date(last.map(|date| day(date.latest())).unwrap_or_default()),
        Datum::Text(kind.to_owned()),
        Datum::Text(one_line(&metadata.creator)),
        Datum::Text(speakers.join("; ")),
        Datum::Text(voices.join("; ")),
        Datum::Count(index.words_of(passage).into()),
        Datum::Text(passage_link(page, &index.link_id(passage..passage + 1))),
    ]
}
