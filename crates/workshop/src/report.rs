//! The result of a statistic: a table with its sentences, its warnings and the recipe by which anyone computes it again.

use frise_cite::{DataTable, Datum, ExportFile, TableFormat};
use frise_text::fold;
use serde::{Deserialize, Serialize};

/// The result of a statistic, in the language of the interface.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Report {
    /// The caption of the table.
    pub caption: String,
    /// What the figures say, in sentences.
    pub sentences: Vec<String>,
    /// What makes the figures doubtful.
    pub warnings: Vec<String>,
    /// The names of the columns.
    pub head: Vec<String>,
    /// The rows, of as many cells.
    pub rows: Vec<Vec<Cell>>,
    /// The column whose figures are drawn as bars.
    pub bars: Option<usize>,
    /// Drawings of places, each with a name and places from 0 to 1.
    pub strips: Vec<Strip>,
    /// Points of a map.
    pub points: Vec<Point>,
    /// What travels through time.
    pub threads: Threads,
    /// Words that go along with one another.
    pub graph: Graph,
    /// How classes were divided.
    pub tree: Tree,
    /// Curves, each of a part.
    pub curves: Vec<Curve>,
    /// Links to views of the app, with their names.
    pub links: Vec<(String, String)>,
    /// Places of the texts, in groups.
    pub excerpts: Vec<Excerpts>,
    /// How it was made: names and values.
    pub recipe: Vec<(String, String)>,
}

/// Some places of the texts.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Excerpts {
    /// What they have in common.
    pub name: String,
    /// The places.
    pub excerpts: Vec<Excerpt>,
}

/// A place of a text.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Excerpt {
    /// What stands there.
    pub text: String,
    /// The text and its date.
    pub label: String,
    /// The address of the view that shows it, from `?` on.
    pub address: String,
}

/// Formulas, or classes of passages, along time.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Threads {
    /// What is drawn.
    pub name: String,
    /// The formulas or classes.
    pub threads: Vec<Thread>,
    /// Places on the axis, from 0 to 1, with their years.
    pub years: Vec<(f64, String)>,
}

/// A formula with the texts in which it occurs, or a class with its times, in the order of time.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Thread {
    /// The formula or the class.
    pub name: String,
    /// Its first occurrence in each text, or its times.
    pub stops: Vec<Stop>,
}

/// An occurrence on a thread.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Stop {
    /// Where it stands on the axis, from 0 to 1.
    pub at: f64,
    /// Who says it, where and when.
    pub label: String,
    /// The address of the view that shows it, from `?` on.
    pub address: String,
    /// The share that its size shows, from 0 to 1; all have one size where there is none.
    pub share: Option<f64>,
}

/// How classes were divided: a dendrogram.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Tree {
    /// What is drawn.
    pub name: String,
    /// The classes, in the order in which no two lines of the drawing cross.
    pub leaves: Vec<Leaf>,
    /// The divisions, the first one first.
    pub divisions: Vec<Division>,
}

/// A class of a tree.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Leaf {
    /// The class with its share.
    pub name: String,
    /// Its first words.
    pub words: String,
}

/// A division of a class into two.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Division {
    /// The leaves of the first half, and those of the second, which stand behind them.
    pub halves: [std::ops::Range<usize>; 2],
    /// Chi-squared of both halves.
    pub chi_squared: f64,
}

/// Words that go along with one another.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Graph {
    /// What is drawn.
    pub name: String,
    /// The words, in an order in which those that go along stand near.
    pub nodes: Vec<Node>,
    /// The pairs that are drawn, the closest first.
    pub edges: Vec<Edge>,
}

/// A word of a graph.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Node {
    /// The word.
    pub name: String,
    /// How closely it goes along with what is searched.
    pub log_dice: f64,
    /// The address of its concordance, from `?` on.
    pub address: String,
}

/// A pair of words of a graph.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Edge {
    /// The places of the words among the nodes, the smaller one first.
    pub nodes: (usize, usize),
    /// The number of passages with both.
    pub together: u64,
    /// How closely they go along.
    pub log_dice: f64,
}

/// A curve of a part.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Curve {
    /// The part.
    pub name: String,
    /// The points: numbers of words, and of distinct words among them.
    pub points: Vec<(u64, u64)>,
}

/// A point of a map.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Point {
    /// Its name.
    pub name: String,
    /// Its coordinates on the first two axes.
    pub at: (f64, f64),
    /// Whether it is a part, and not a word.
    pub is_part: bool,
}

/// Places of something in the order of the texts.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Strip {
    /// What is placed.
    pub name: String,
    /// The places, from 0 to 1.
    pub places: Vec<f64>,
}

/// A cell of a report.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Cell {
    /// Text, which may lead to a view of the app.
    Text {
        /// The text.
        text: String,
        /// The address of the view, from `?` on.
        address: Option<String>,
    },
    /// A count, which may lead to a view of the app.
    Count {
        /// The count.
        count: u64,
        /// The address of the view, from `?` on.
        address: Option<String>,
    },
    /// A figure with so many decimals; `None` where it is not defined.
    Figure(Option<f64>, u8),
}

impl Cell {
    /// Returns a cell of plain text.
    pub fn text(text: impl Into<String>) -> Cell {
        Cell::Text {
            text: text.into(),
            address: None,
        }
    }

    /// Returns a count that leads nowhere.
    pub fn count(count: u64) -> Cell {
        Cell::Count {
            count,
            address: None,
        }
    }

    /// Returns the figure, if it is one that is defined.
    pub fn figure(&self) -> Option<f64> {
        match self {
            Cell::Text { .. } => None,
            Cell::Count { count, .. } => Some(*count as f64),
            Cell::Figure(figure, _) => *figure,
        }
    }

    /// Returns whether the cell holds a number.
    pub fn is_figure(&self) -> bool {
        !matches!(self, Cell::Text { .. })
    }

    /// Returns the cell for programs: a point before decimals, no grouping, and all digits of a figure.
    pub fn plain(&self) -> String {
        match self {
            Cell::Text { text, .. } => text.clone(),
            Cell::Count { count, .. } => count.to_string(),
            Cell::Figure(figure, _) => figure.map_or(String::new(), |figure| figure.to_string()),
        }
    }
}

impl Report {
    /// Returns the table and the recipe as files.
    pub fn files(&self, format: TableFormat) -> Vec<ExportFile> {
        let datum = |cell: &Cell| match cell {
            Cell::Text { text, .. } => Datum::Text(text.clone()),
            Cell::Count { count, .. } => Datum::Count(*count),
            Cell::Figure(Some(figure), _) => Datum::Number(*figure),
            Cell::Figure(None, _) => Datum::Text(String::new()),
        };
        let rows = self.rows.iter();
        let table = DataTable {
            head: self.head.clone(),
            rows: rows.map(|row| row.iter().map(datum).collect()).collect(),
        };
        let recipe = DataTable {
            head: vec![String::from("name"), String::from("value")],
            rows: self
                .recipe
                .iter()
                .map(|(name, value)| vec![Datum::Text(name.clone()), Datum::Text(value.clone())])
                .collect(),
        };
        [("table", table), ("recipe", recipe)]
            .map(|(name, table)| {
                let path = format!("{name}.{}", format.extension());
                ExportFile::text(path, table.to_text(format))
            })
            .into()
    }
}

/// Returns the places of the rows, sorted by a column: text by letters, numbers by size, what is not defined last.
pub fn sorted(rows: &[Vec<Cell>], column: usize, downwards: bool) -> Vec<usize> {
    let mut order: Vec<usize> = (0..rows.len()).collect();
    let cell = |row: usize| rows.get(row).and_then(|row| row.get(column));
    let is_figure = rows
        .first()
        .and_then(|row| row.get(column))
        .is_some_and(Cell::is_figure);
    if is_figure {
        let key = |row: usize| cell(row).and_then(Cell::figure);
        order.sort_by(|a, b| match (key(*a), key(*b)) {
            (Some(a), Some(b)) if downwards => b.total_cmp(&a),
            (Some(a), Some(b)) => a.total_cmp(&b),
            (a, b) => b.is_some().cmp(&a.is_some()),
        });
    } else {
        order.sort_by_cached_key(|row| cell(*row).map(|cell| fold(&cell.plain()).to_string()));
        if downwards {
            order.reverse();
        }
    }
    order
}

#[cfg(test)]
mod tests {
    use super::{Cell, sorted};

    #[test]
    fn rows_are_sorted_and_what_is_not_defined_comes_last() {
        let row = |name: &str, figure| vec![Cell::text(name), Cell::Figure(figure, 1)];
        let rows = [row("b", Some(2.0)), row("É", None), row("a", Some(-1.0))];
        let check = |column, downwards, expected: [usize; 3]| {
            assert_eq!(sorted(&rows, column, downwards), expected);
        };
        check(0, false, [2, 0, 1]);
        check(0, true, [1, 0, 2]);
        check(1, false, [2, 0, 1]);
        check(1, true, [0, 2, 1]);
    }
}
