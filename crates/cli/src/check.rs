//! `check`: what was understood, in tables.

use crate::input::{Read, plural, read};
use crate::options::{COLUMNS, Check};
use anyhow::{Context, Result};
use frise_import::{Column, DateBasis, Draft, Problem, Review, Rows, corpus};
use frise_index::model::Corpus;
use std::io::{self, Write};
use std::process::ExitCode;

/// How many documents are listed where not all are asked for.
const LISTED: usize = 50;

/// How wide a cell may be, in characters.
const WIDEST: usize = 36;

/// The command `check`.
///
/// # Errors
/// A path cannot be read.
pub fn check(check: &Check) -> Result<ExitCode> {
    let Read { import, settings } = read(&check.inputs)?;
    let review = import.review(&settings);
    let built = corpus(&import, &settings);
    let listed = if check.all { usize::MAX } else { LISTED };
    let parts = [
        documents(&review, listed),
        tables(&review),
        doubt(&review),
        problems(&review),
        result(&review, &built),
    ];
    match io::stdout().write_all(parts.concat().as_bytes()) {
        // Whoever reads it may have enough of it, as `head` has.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => {}
        written => written.context("cannot write to standard output")?,
    }
    Ok(match built {
        Ok(_) => ExitCode::SUCCESS,
        Err(_) => ExitCode::FAILURE,
    })
}

fn doubt(review: &Review) -> String {
    let Some(doubt) = &review.doubt else {
        return String::new();
    };
    format!(
        "\n{} {} whose day and month cannot be told apart: {} is {} (--day-month day-first) or {} (--day-month month-first)\n",
        doubt.count,
        plural(doubt.count, "date"),
        doubt.example,
        doubt.day_first,
        doubt.month_first
    )
}

fn problems(review: &Review) -> String {
    match review.problems.as_slice() {
        [] => String::new(),
        problems => format!("\nProblems\n{}", lines(problems)),
    }
}

fn lines<'p>(problems: impl IntoIterator<Item = &'p Problem>) -> String {
    let problems = problems.into_iter();
    problems.map(|problem| format!("    {problem}\n")).collect()
}

/// How large the corpus is, or why there is none.
fn result(review: &Review, built: &std::result::Result<Corpus, Vec<Problem>>) -> String {
    match built {
        Ok(corpus) => {
            let documents = corpus.documents.len();
            let passages = corpus.documents.iter();
            let passages: usize = passages.map(|document| document.passages.len()).sum();
            let speakers = corpus.speakers.len();
            format!(
                "\n{documents} {}, {passages} {}, {speakers} {}\n",
                plural(documents, "document"),
                plural(passages, "passage"),
                plural(speakers, "speaker"),
            )
        }
        Err(problems) => {
            let untold = problems
                .iter()
                .filter(|problem| !review.problems.contains(problem));
            format!("\nNothing can be built of this.\n{}", lines(untold))
        }
    }
}

fn documents(review: &Review, listed: usize) -> String {
    if review.drafts.is_empty() {
        return String::new();
    }
    let head = [
        "file", "title", "date", "from", "speakers", "language", "passages", "words",
    ];
    let mut rows = vec![head.map(String::from)];
    for draft in review.drafts.iter().take(listed) {
        rows.push(row(draft));
    }
    let mut text = columns(&rows);
    for draft in review.drafts.iter().take(listed) {
        for notice in &draft.notices {
            text += &format!("{}: {notice}\n", draft.path);
        }
    }
    let more = review.drafts.len().saturating_sub(listed);
    if more > 0 {
        text += &format!(
            "and {more} more {}, which --all lists\n",
            plural(more, "document")
        );
    }
    text
}

fn row(draft: &Draft) -> [String; 8] {
    let speakers = match draft.speakers.as_slice() {
        [] => String::from("-"),
        [one] => one.clone(),
        [first, others @ ..] => format!("{first} +{}", others.len()),
    };
    [
        draft.path.clone(),
        draft.title.clone(),
        draft.date.clone().unwrap_or_else(|| "no date".into())
            + if draft.doubt { " (?)" } else { "" },
        draft.date_basis.as_ref().map_or(String::from("-"), basis),
        speakers,
        draft.language.clone().unwrap_or_else(|| "?".into()),
        draft.passages.to_string(),
        draft.words.to_string(),
    ]
}

fn basis(basis: &DateBasis) -> String {
    match basis {
        DateBasis::Person => "--date".into(),
        DateBasis::Metadata(name) => format!("metadata {name}"),
        DateBasis::Column(name) => format!("column {name}"),
        DateBasis::Element(name) => format!("element {name}"),
        DateBasis::FileName => "file name".into(),
        DateBasis::Title => "title".into(),
        DateBasis::FirstLines => "first lines".into(),
    }
}

/// The columns of each table and what they hold.
fn tables(review: &Review) -> String {
    let mut text = String::new();
    for table in &review.tables {
        let rows = match table.grouping {
            Rows::Guessed => "rows of one date and title are one document",
            Rows::Each => "each row is a document",
            Rows::SameTitle => "neighbouring rows of one title are one document",
            Rows::SameDate => "neighbouring rows of one date are one document",
            Rows::All => "all rows are one document",
        };
        text += &format!(
            "\n{}: {} {}; {rows}\n",
            table.path,
            table.rows,
            plural(table.rows, "row")
        );
        let mut rows = vec![["column", "holds", "for example"].map(String::from)];
        for column in &table.columns {
            let example = column.examples.first().cloned().unwrap_or_default();
            rows.push([column.name.clone(), meaning(column.holds).into(), example]);
        }
        text += &columns(&rows);
    }
    text
}

fn meaning(column: Column) -> &'static str {
    let known = COLUMNS.iter().find(|(_, known)| *known == column);
    known.map_or("ignored", |(name, _)| name)
}

/// Rows with their cells below one another.
fn columns<const N: usize>(rows: &[[String; N]]) -> String {
    let short = |cell: &String| {
        let line = cell.split_whitespace().collect::<Vec<_>>().join(" ");
        match line.chars().count() > WIDEST {
            true => line.chars().take(WIDEST - 1).chain(['…']).collect(),
            false => line,
        }
    };
    let rows: Vec<[String; N]> = rows.iter().map(|row| row.each_ref().map(short)).collect();
    let width = |at: usize| {
        rows.iter()
            .map(|row| row[at].chars().count())
            .max()
            .unwrap_or(0)
    };
    let widths: Vec<usize> = (0..N).map(width).collect();
    let line = |row: &[String; N]| {
        let cells = row.iter().zip(&widths);
        let cells = cells.map(|(cell, width)| format!("{cell:width$}"));
        cells.collect::<Vec<_>>().join("  ").trim_end().to_string() + "\n"
    };
    rows.iter().map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::columns;

    #[test]
    fn cells_stand_below_one_another_and_long_ones_are_cut() {
        let rows = [["é", "b"], ["abc", "d"]].map(|row| row.map(String::from));
        assert_eq!(columns(&rows), "é    b\nabc  d\n");
        let long = columns(&[["x y\nz".repeat(50)]]);
        assert_eq!(long.trim_end().chars().count(), 36);
        assert!(long.ends_with("…\n"), "{long}");
    }
}
