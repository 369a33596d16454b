//! What was understood, for a person to look at before anything is built.

use crate::date::{DayMonth, read};
use crate::passages::{Parted, part};
use crate::reader::{Import, Source};
use crate::reason::{Problem, Reason};
use crate::resolve::{Resolved, Resolver, speaker_id};
use crate::settings::Settings;
use crate::table::{Column, Rows, Table};
use crate::text::DateBasis;
use frise_index::model::{Bilingual, RunKind};
use frise_text::Language;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// How many rows of a table are shown.
const SHOWN_ROWS: usize = 3;

/// How much of a cell is shown, in characters.
const SHOWN_CELL: usize = 120;

/// What was understood of some files.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Review {
    /// The documents, in the order of their files.
    pub drafts: Vec<Draft>,
    /// Who speaks, those who say most first.
    pub speakers: Vec<SpeakerDraft>,
    /// The tables, with what their columns hold.
    pub tables: Vec<TableDraft>,
    /// What could not be read, and what ought to be known of what was.
    pub problems: Vec<Problem>,
    /// Dates whose day and month may be the other way round.
    pub doubt: Option<DayMonthDoubt>,
}

/// A document as it was understood.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    /// What names the document in [`Settings::documents`].
    pub key: String,
    /// The file.
    pub path: String,
    /// The title.
    pub title: String,
    /// The date, in EDTF.
    pub date: Option<String>,
    /// Where the date was found.
    pub date_basis: Option<DateBasis>,
    /// Whether day and month of the date might be the other way round.
    pub doubt: bool,
    /// The names of who speaks.
    pub speakers: Vec<String>,
    /// The language as a BCP 47 tag, where it is recognised.
    pub language: Option<String>,
    /// How many passages there are.
    pub passages: usize,
    /// How many words there are, as white space parts them.
    pub words: usize,
    /// Whether the document is left out.
    pub skip: bool,
    /// What ought to be known.
    pub notices: Vec<Reason>,
}

/// Somebody who speaks.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SpeakerDraft {
    /// What names the speaker in [`Settings::speakers`].
    pub id: String,
    /// The name, as the files write it.
    pub name: String,
    /// In how many documents.
    pub documents: usize,
    /// In how many passages.
    pub passages: usize,
}

/// A table and what its columns hold.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TableDraft {
    /// The file.
    pub path: String,
    /// The columns.
    pub columns: Vec<ColumnDraft>,
    /// How many rows there are.
    pub rows: usize,
    /// Which rows make a document.
    pub grouping: Rows,
}

/// A column of a table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ColumnDraft {
    /// The name.
    pub name: String,
    /// What it holds.
    pub holds: Column,
    /// Some cells.
    pub examples: Vec<String>,
}

/// Dates whose day and month may be the other way round. A person is asked once.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct DayMonthDoubt {
    /// One such date, as it is written.
    pub example: String,
    /// What it means if the day comes first.
    pub day_first: String,
    /// What it means if the month comes first.
    pub month_first: String,
    /// How many dates are in doubt.
    pub count: usize,
}

impl Import {
    /// Returns what was understood, with what a person decided so far.
    pub fn review(&self, settings: &Settings) -> Review {
        let resolver = Resolver::new(self, settings);
        let mut review = Review {
            tables: self.tables(&resolver),
            ..Review::default()
        };
        let mut speakers: BTreeMap<String, SpeakerDraft> = BTreeMap::new();
        for document in self.folder.iter().flat_map(|corpus| &corpus.documents) {
            review.drafts.push(of_folder(document, self));
        }
        resolver.each(|resolved| review.drafts.push(draft(resolved, settings, &mut speakers)));
        review.speakers = speakers.into_values().collect();
        review
            .speakers
            .sort_by(|a, b| b.passages.cmp(&a.passages).then(a.id.cmp(&b.id)));
        review.problems = self.problems.clone();
        for source in &self.sources {
            if let Source::Table(table) = source
                && !resolver.columns(table).contains(&Column::Text)
            {
                let columns = table.columns.clone();
                review
                    .problems
                    .push(Problem::of(&table.path, Reason::NoTextColumn { columns }));
            }
        }
        review.problems.extend(resolver.unnamed());
        let doubts = &resolver.doubts;
        if doubts.count > 0 {
            let read = |order| {
                let date =
                    read(&doubts.example, order, Language::Other).map(|reading| reading.date);
                date.map_or(String::new(), |date| date.to_string())
            };
            review.doubt = Some(DayMonthDoubt {
                example: doubts.example.clone(),
                day_first: read(DayMonth::DayFirst),
                month_first: read(DayMonth::MonthFirst),
                count: doubts.count,
            });
        }
        review.problems.extend(resolver.problems);
        review
    }

    fn tables(&self, resolver: &Resolver<'_>) -> Vec<TableDraft> {
        let table = |source: &Source| match source {
            Source::Table(table) => Some(TableDraft {
                path: table.path.clone(),
                columns: columns(table, &resolver.columns(table)),
                rows: table.rows(),
                grouping: resolver
                    .settings
                    .rows
                    .get(&table.path)
                    .copied()
                    .unwrap_or_default(),
            }),
            Source::Text(_) => None,
        };
        self.sources.iter().filter_map(table).collect()
    }
}

fn columns(table: &Table, meanings: &[Column]) -> Vec<ColumnDraft> {
    let column = |place: usize| {
        let cells = (0..table.rows()).map(|row| table.cell(row, place));
        let shown = cells.filter(|cell| !cell.is_empty()).take(SHOWN_ROWS);
        ColumnDraft {
            name: table.columns[place].clone(),
            holds: meanings.get(place).copied().unwrap_or(Column::Ignored),
            examples: shown
                .map(|cell| cell.chars().take(SHOWN_CELL).collect())
                .collect(),
        }
    };
    (0..table.columns.len()).map(column).collect()
}

fn draft(
    resolved: &Resolved<'_>,
    settings: &Settings,
    speakers: &mut BTreeMap<String, SpeakerDraft>,
) -> Draft {
    let text = resolved.text;
    let mut parted = Parted::default();
    let mut passages = 0;
    let mut words = 0;
    let mut heard: Vec<String> = Vec::new();
    let any_named = text
        .blocks
        .iter()
        .flat_map(|block| &block.spans)
        .any(|span| span.speaker.is_some());
    for block in text.blocks.iter().filter(|block| block.heading.is_none()) {
        for spans in part(block, settings.passages, &mut parted) {
            passages += 1;
            let mut here: Vec<&str> = Vec::new();
            for span in &spans {
                words += span.text.split_whitespace().count();
                let named = span
                    .speaker
                    .and_then(|place| resolved.names.get(place as usize));
                let unnamed = || {
                    resolved
                        .speaker
                        .as_ref()
                        .filter(|_| !any_named || !resolved.is_author())
                };
                if let Some(name) = named
                    .or_else(unnamed)
                    .filter(|name| !here.contains(&name.as_str()))
                {
                    here.push(name);
                }
            }
            for name in here.into_iter().filter(|_| !resolved.skip) {
                let id = speaker_id(name);
                let speaker = speakers.entry(id.clone()).or_insert_with(|| SpeakerDraft {
                    id,
                    name: name.to_string(),
                    ..SpeakerDraft::default()
                });
                speaker.passages += 1;
                if !heard.iter().any(|known| known == name) {
                    speaker.documents += 1;
                    heard.push(name.to_string());
                }
            }
        }
    }
    let mut notices = text.notices.clone();
    notices.extend(parted.notices());
    Draft {
        key: text.key.clone(),
        path: text.path.clone(),
        title: resolved.title.clone(),
        date: resolved.date.map(|date| date.to_string()),
        date_basis: resolved.basis.clone(),
        doubt: resolved.doubt,
        speakers: heard,
        language: resolved.language.clone(),
        passages,
        words,
        skip: resolved.skip,
        notices,
    }
}

/// Returns a document of a corpus folder, which says everything itself.
fn of_folder(document: &frise_index::model::Document, import: &Import) -> Draft {
    let metadata = &document.metadata;
    let pick = |both: &Bilingual| both.fr.clone();
    let speakers = import.folder.iter().flat_map(|corpus| {
        let named = |place: &usize| {
            corpus
                .speakers
                .get(*place)
                .map(|speaker| pick(&speaker.name))
        };
        metadata.speakers.iter().filter_map(named)
    });
    let spans = document.passages.iter().flat_map(|passage| &passage.runs);
    let spans = spans.filter(|run| matches!(run.kind, RunKind::Span(_)));
    let path = format!("documents/{}.md", metadata.id);
    Draft {
        key: path.clone(),
        path,
        title: pick(&metadata.title),
        date: metadata.date.map(|date| date.to_string()),
        date_basis: metadata.date.map(|_| DateBasis::Metadata("date".into())),
        speakers: speakers.collect(),
        language: Some(metadata.language.clone()),
        passages: document.passages.len(),
        words: spans.map(|run| run.text.split_whitespace().count()).sum(),
        ..Draft::default()
    }
}
