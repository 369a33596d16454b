//! `relevance FOLDER`: whether the right passage comes first, beside other engines.
//!
//! The folder holds, as `piaf` does,
//! - one `*.collection.json`: `{ "docs": [{ "id", "title", "text" }], "queries": [{ "id", "text", "rel" }] }`,
//!   where `rel` names the one paragraph that answers the question;
//! - one `*.metrics.json`: `{ "engine": { "recall_1": …, "recip_rank": …, … } }`;
//! - perhaps one `*.bm25s.run`: `query Q0 document rank score engine`, a ranking of the engine of
//!   [`RUN_ROW`].
//!
//! The paragraphs become an index, each a document of one passage. A question asks for any of its words,
//! elided ones left out; whatever Frise finds is ranked as the page ranks it, and its best
//! [`DEEPEST`] count. The same is printed without one part of the ranking or the other ([`Ranking`]).
//!
//! The run proves the arithmetic: scored by the same code, it must give its row of the metrics to the
//! fourth decimal. It holds only the best of what was scored for the row, so two figures can be less, and
//! by a known measure: each right passage that recall at 100 misses stood between the run's end and place
//! 100, and adds to the mean reciprocal rank what such a place adds.

mod metrics;

use crate::corpus::index;
use anyhow::{Context, Result, ensure};
use frise_corpus::SourceFile;
use frise_index::query::{How, Node, Query, Word};
use frise_index::search::{Filters, Searcher, Sort};
use frise_text::{Language, TokenKind, is_elided, tokens};
use metrics::{Metrics, place_of};
use serde_json::{Value, json};
use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};

/// How many passages of each answer count; the references were cut there too.
const DEEPEST: usize = 100;

/// The engine whose ranking the run is.
const RUN_ROW: &str = "bm25s-lucene stop+snowball-fr";

struct Question {
    id: String,
    text: String,
    right: String,
}

/// Prints the table.
///
/// # Errors
/// A file is missing or of another form, or the run does not give its row.
pub fn relevance(folder: &Path) -> Result<()> {
    let collection = read_json(&the_file(folder, ".collection.json")?)?;
    let references = read_json(&the_file(folder, ".metrics.json")?)?;
    let searcher = Searcher::open(index(&[as_lines(list(&collection, "docs")?)?])?)?;
    let questions = read_questions(list(&collection, "queries")?)?;
    println!(
        "{} questions, {} passages\n",
        questions.len(),
        searcher.index().passages()
    );
    print!("{:<36}", "");
    Metrics::NAMES.iter().for_each(|name| print!("{name:>12}"));
    println!();
    let references = references
        .as_object()
        .context("the metrics are no object")?;
    for (engine, row) in references {
        println!("{}", line(engine, &read_row(row)));
    }
    let rankings: Vec<[Option<usize>; Ranking::ALL.len()]> = questions
        .iter()
        .map(|question| answer(&searcher, question))
        .collect();
    for (place, ranking) in Ranking::ALL.iter().enumerate() {
        let places: Vec<Option<usize>> = rankings.iter().map(|places| places[place]).collect();
        println!("{}", line(ranking.name(), &Metrics::of(&places)));
    }
    match (the_file(folder, ".bm25s.run"), references.get(RUN_ROW)) {
        (Ok(run), Some(row)) => check_run(&run, &questions, &read_row(row)),
        _ => {
            println!("\nno ranking of {RUN_ROW} to prove the arithmetic by");
            Ok(())
        }
    }
}

fn line(name: &str, metrics: &Metrics) -> String {
    let values: String = metrics
        .values()
        .iter()
        .map(|value| format!("{value:>12.4}"))
        .collect();
    format!("{name:<36}{values}")
}

/// Returns the one file of a folder whose name ends so.
fn the_file(folder: &Path, end: &str) -> Result<PathBuf> {
    let entries =
        fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))?;
    let mut found: Vec<PathBuf> = entries
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.to_string_lossy().ends_with(end))
        .collect();
    found.sort();
    ensure!(
        found.len() == 1,
        "expected one file *{end} in {}, found {}",
        folder.display(),
        found.len()
    );
    Ok(found.remove(0))
}

fn read_json(path: &Path) -> Result<Value> {
    let text =
        fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
    serde_json::from_str(&text).with_context(|| format!("{} is no JSON", path.display()))
}

fn list<'v>(value: &'v Value, key: &str) -> Result<&'v Vec<Value>> {
    value[key]
        .as_array()
        .with_context(|| format!("the collection has no list '{key}'"))
}

fn string(value: &Value, key: &str) -> Result<String> {
    let text = value[key].as_str();
    Ok(text
        .with_context(|| format!("'{key}' is missing in {value}"))?
        .to_string())
}

fn read_questions(queries: &[Value]) -> Result<Vec<Question>> {
    let question = |value: &Value| {
        Ok(Question {
            id: string(value, "id")?,
            text: string(value, "text")?,
            right: string(value, "rel")?,
        })
    };
    queries.iter().map(question).collect()
}

fn read_row(row: &Value) -> Metrics {
    let [
        recall_1,
        recall_5,
        recall_10,
        recall_100,
        reciprocal_rank,
        ndcg_10,
    ] = Metrics::NAMES.map(|name| row[name].as_f64().unwrap_or(f64::NAN));
    Metrics {
        recall_1,
        recall_5,
        recall_10,
        recall_100,
        reciprocal_rank,
        ndcg_10,
    }
}

/// Returns the paragraphs as a corpus; a date is asked for and says nothing here.
fn as_lines(docs: &[Value]) -> Result<SourceFile> {
    let mut text = String::new();
    for doc in docs {
        let line = json!({
            "id": string(doc, "id")?,
            "date": "2020",
            "language": "fr",
            "text": string(doc, "text")?,
        });
        text += &format!("{line}\n");
    }
    Ok(SourceFile {
        path: "collection.jsonl".to_string(),
        bytes: text.into_bytes(),
    })
}

/// Any of the words of a question.
fn any_word(question: &str) -> Query {
    let words = tokens(question, Language::French).filter(|token| token.kind == TokenKind::Word);
    let texts = words.map(|token| &question[token.range]);
    let mut nodes: Vec<Node> = texts
        .filter(|text| !is_elided(text))
        .map(|text| {
            Node::Word(Word {
                text: text.to_string(),
                how: How::Plain,
            })
        })
        .collect();
    let root = match nodes.len() {
        0 => Node::Everything,
        1 => nodes.remove(0),
        _ => Node::Any(nodes),
    };
    Query {
        root,
        ..Query::default()
    }
}

/// The ranking of Frise, whole and without some of its parts, which tells what each part is worth.
#[derive(Clone, Copy)]
enum Ranking {
    Words,
    WithNearness,
    WithStrictness,
    Whole,
}

impl Ranking {
    const ALL: [Ranking; 4] = [
        Ranking::Words,
        Ranking::WithNearness,
        Ranking::WithStrictness,
        Ranking::Whole,
    ];

    fn name(self) -> &'static str {
        match self {
            Ranking::Words => "Frise, any word: BM25 alone",
            Ranking::WithNearness => "Frise, with nearness",
            Ranking::WithStrictness => "Frise, with strictness",
            Ranking::Whole => "Frise, any word",
        }
    }

    /// Returns the score of a passage, of which `nearness` and `strictness` are parts.
    fn score(self, score: f32, [nearness, strictness]: [f32; 2]) -> f32 {
        match self {
            Ranking::Words => score - nearness - strictness,
            Ranking::WithNearness => score - strictness,
            Ranking::WithStrictness => score - nearness,
            Ranking::Whole => score,
        }
    }
}

/// Returns the place of the right passage in what Frise answers, by each ranking.
fn answer(searcher: &Searcher, question: &Question) -> [Option<usize>; Ranking::ALL.len()] {
    let matches = searcher.ask(&any_word(&question.text));
    let found = searcher.answer(&matches, &Filters::default(), Sort::Relevance);
    let index = searcher.index();
    Ranking::ALL.map(|ranking| {
        let scored = found.passages.iter().map(|found| {
            let document = &index.documents()[index.document_of(found.passage)];
            let score = ranking.score(found.score, matches.score_parts(found.passage));
            (document.metadata.title.fr.as_str(), score)
        });
        let mut scored: Vec<(&str, f32)> = scored.collect();
        scored.sort_by(|a, b| b.1.total_cmp(&a.1));
        scored.truncate(DEEPEST);
        place_of(&question.right, &scored)
    })
}

/// Scores a run as Frise is scored, and compares with its row.
fn check_run(path: &Path, questions: &[Question], row: &Metrics) -> Result<()> {
    let text =
        fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
    let run = read_run(&text)?;
    let longest = run.values().map(Vec::len).max().unwrap_or(0);
    let nothing = Vec::new();
    let places: Vec<Option<usize>> = questions
        .iter()
        .map(|question| {
            let ranking = run.get(question.id.as_str()).unwrap_or(&nothing);
            place_of(&question.right, ranking)
        })
        .collect();
    let metrics = Metrics::of(&places);
    println!("\nthe arithmetic, proved by a ranking of the first {longest}:");
    println!("{}", line("in the metrics", row));
    println!("{}", line("scored here", &metrics));
    agree(&metrics, row, longest)
}

/// Checks that figures of a ranking that was cut at `longest` are those of the whole one.
fn agree(cut: &Metrics, whole: &Metrics, longest: usize) -> Result<()> {
    // Half of the last decimal of what is written in the metrics.
    const ROUNDING: f64 = 0.000_05;
    let same = |a: f64, b: f64| (a - b).abs() <= ROUNDING + 1e-9;
    let missed = whole.recall_100 - cut.recall_100;
    let lost = whole.reciprocal_rank - cut.reciprocal_rank;
    let (least, most) = (missed / DEEPEST as f64, missed / (longest + 1) as f64);
    ensure!(
        same(cut.recall_1, whole.recall_1)
            && same(cut.recall_5, whole.recall_5)
            && same(cut.recall_10, whole.recall_10)
            && same(cut.ndcg_10, whole.ndcg_10)
            && (least - 2.0 * ROUNDING..=most + 2.0 * ROUNDING).contains(&lost),
        "the ranking does not give its row: the figures of this program are not those of the references"
    );
    println!(
        "They agree; what the ranking was cut of explains {least:.4} to {most:.4} of recip_rank, and {lost:.4} is missing."
    );
    Ok(())
}

/// Returns the rankings of a run, by question.
fn read_run(text: &str) -> Result<HashMap<&str, Vec<(&str, f32)>>> {
    let mut run: HashMap<&str, Vec<(&str, f32)>> = HashMap::new();
    for (number, line) in (1..).zip(text.lines()) {
        let fields: Vec<&str> = line.split_whitespace().collect();
        let [question, _, document, _, score, _] = fields.as_slice() else {
            anyhow::bail!("line {number} of the run: expected six fields, found '{line}'");
        };
        let score = score
            .parse()
            .with_context(|| format!("line {number} of the run: '{score}' is no score"))?;
        run.entry(question).or_default().push((document, score));
    }
    Ok(run)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn questions_ask_for_any_of_their_words() {
        let check = |question: &str, expected: &str| {
            assert_eq!(any_word(question).to_string(), expected, "{question}");
        };
        check("Combien d'employeurs ?", "Combien|employeurs");
        check("Qu’est-ce que l’espace", "est|ce|que|espace");
        check("Où ?", "Où");
        check("?", "");
    }

    #[test]
    fn the_right_paragraph_is_found_by_its_name() {
        let docs = [("d1", "La guerre."), ("d2", "La paix."), ("d3", "Rien.")];
        let docs = docs.map(|(id, text)| json!({ "id": id, "title": "t", "text": text }));
        let lines = as_lines(&docs).expect("lines");
        let searcher = Searcher::open(index(&[lines]).expect("an index")).expect("it opens");
        let place = |text: &str, right: &str| {
            let (id, text, right) = (String::new(), text.to_string(), right.to_string());
            let places = answer(&searcher, &Question { id, text, right });
            places[places.len() - 1]
        };
        assert_eq!(place("la paix", "d2"), Some(1));
        assert_eq!(place("la paix", "d1"), Some(2));
        assert_eq!(place("la paix", "d3"), None);
    }

    #[test]
    fn a_cut_ranking_agrees_within_what_it_was_cut_of() {
        let of = |deep: Option<usize>| Metrics::of(&[Some(1), Some(4), deep, None]);
        assert!(agree(&of(None), &of(Some(50)), 20).is_ok());
        assert!(agree(&of(Some(50)), &of(Some(50)), 100).is_ok());
        assert!(agree(&of(None), &of(Some(15)), 20).is_err());
        assert!(agree(&of(Some(3)), &of(Some(2)), 20).is_err());
    }

    #[test]
    fn runs_are_read_by_question() {
        let run = read_run("a Q0 d1 1 2.5 x\nb Q0 d2 1 1 x\na Q0 d3 2 0.5 x\n").expect("a run");
        assert_eq!(run["a"], [("d1", 2.5), ("d3", 0.5)]);
        assert_eq!(run["b"], [("d2", 1.0)]);
        assert!(read_run("a Q0 d1 1 2.5").is_err());
        assert!(read_run("a Q0 d1 1 x x").is_err());
    }
}
