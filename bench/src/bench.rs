//! `bench CORPUS`: what a corpus costs. Nothing fails by time.
//!
//! - **Size**: the index raw and in brotli 11 (window of 4 MiB, as web servers send), as a whole and by
//!   section, against the brotli 11 of the text alone: the texts of all passages, without headings and
//!   metadata, joined by newlines.
//! - **Opening**: from bytes that lie in memory, as they do in the page, to the first possible search;
//!   the median of [`OPENINGS`].
//! - **Memory**: by how much the resident set of a fresh process (`VmRSS` of `/proc/self/status`) grows
//!   when it reads the index from its file and opens it; and the most that it ever took meanwhile.
//! - **Search**: from the text of a query to ranked passages and all facet counts; and the same with
//!   [`SNIPPETS`] snippets of the best. Every kind asks [`draw::EACH`] queries that are drawn from the
//!   corpus's own words; after a first round that does not count, each is asked [`ROUNDS`] times, and
//!   the median of these is its time, so that what else the machine does weighs less.
//! - **Completions**: what the page offers for the prefixes, as somebody types them.
//! - **Shards**: what a page loads for each query, if the index is in shards ([`shards`]).
//! - **Statistics**: keyness, repeated segments, classes ([`statistics`]).

mod draw;
mod memory;
mod shards;
mod statistics;
mod weigh;

pub use memory::{OPENED, print_memory};

use crate::corpus::{index, read_files};
use anyhow::{Context, Result};
use draw::{Drawn, Kind, Words, draw};
use frise_index::Index;
use frise_index::query::parse;
use frise_index::search::{Answer, Filters, Searcher, Sort};
use std::path::Path;
use std::time::{Duration, Instant};

const OPENINGS: usize = 9;
const ROUNDS: usize = 5;
/// How many snippets a page shows without scrolling, and of how many words each is.
const SNIPPETS: usize = 10;
const SNIPPET_WORDS: u32 = 60;
/// How many completions a page offers.
const COMPLETIONS: usize = 8;

/// Prints the figures of a corpus, those of scikit-learn and SciPy too if there is a Python that has them; writes the queries that were asked to a file, as
/// `[{ "kind": …, "queries": [ … ] }]`, so that a browser can be asked the same.
///
/// # Errors
/// The corpus cannot be read, or has mistakes; the file cannot be written; Python does not run.
pub fn bench(corpus: &Path, queries: Option<&Path>, python: Option<&Path>) -> Result<()> {
    let files = read_files(corpus)?;
    let start = Instant::now();
    let bytes = index(&files)?;
    let built = start.elapsed();
    drop(files);
    let in_memory: &'static [u8] = bytes.leak();
    let (searcher, opening) = open(in_memory)?;
    let index = searcher.index();
    println!(
        "{} documents, {} passages, {} words, {} terms",
        index.documents().len(),
        index.passages(),
        index.words(),
        index.terms()
    );
    println!("build    {:>10.2} s", built.as_secs_f64());
    println!(
        "opening  {:>10.2} ms, median of {OPENINGS}",
        milliseconds(opening)
    );
    print!("{}", memory::measure(in_memory)?);
    let drawn = draw_all(index);
    if let Some(path) = queries {
        write_queries(&drawn, path)?;
    }
    print!("{}", table(&searcher, &drawn));
    print!("{}", completions(&searcher, &drawn));
    print!("{}", shards::shards(index, &drawn)?);
    print!("{}", statistics::statistics(index, python)?);
    print!("{}", weigh::weigh(in_memory, &weigh::text(index))?);
    Ok(())
}

/// Writes the queries that [`bench`] asks of a corpus to a file.
///
/// # Errors
/// The corpus cannot be read, or has mistakes; the file cannot be written.
pub fn draw_queries(corpus: &Path, file: &Path) -> Result<()> {
    let searcher = Searcher::open(index(&read_files(corpus)?)?)?;
    write_queries(&draw_all(searcher.index()), file)
}

fn draw_all(index: &Index) -> Vec<Drawn> {
    let words = Words::of(index);
    Kind::ALL.iter().map(|kind| draw(*kind, &words)).collect()
}

fn write_queries(drawn: &[Drawn], file: &Path) -> Result<()> {
    let json = serde_json::Value::from_iter(drawn.iter().map(Drawn::to_json));
    std::fs::write(file, json.to_string())
        .with_context(|| format!("cannot write {}", file.display()))
}

fn open(bytes: &'static [u8]) -> Result<(Searcher, Duration)> {
    let mut times = Vec::new();
    let mut opened = None;
    for _ in 0..OPENINGS {
        drop(opened.take());
        let start = Instant::now();
        opened = Some(Searcher::open(bytes)?);
        times.push(start.elapsed());
    }
    Ok((opened.context("nothing was opened")?, quantile(&times, 0.5)))
}

/// Returns a line for each kind of query.
fn table(searcher: &Searcher, drawn: &[Drawn]) -> String {
    let mut text = format!(
        "{:<16}{:>8}{:>9}  {:>18}  {:>18}   an example\n{:<33}  {:>18}  {:>18}\n",
        "natively, ms",
        "queries",
        "found",
        "search",
        "with 10 snippets",
        "",
        "median    p95",
        "median    p95"
    );
    let (mut all_searches, mut all_snippets) = (Vec::new(), Vec::new());
    for Drawn { kind, queries } in drawn {
        let asked: Vec<QueryTimes> = queries.iter().map(|query| ask(searcher, query)).collect();
        let mut found: Vec<usize> = asked.iter().map(|asked| asked.found).collect();
        found.sort_unstable();
        let usual = found.get(found.len() / 2).copied().unwrap_or(0);
        let searches: Vec<Duration> = asked.iter().map(|asked| asked.search).collect();
        let snippets: Vec<Duration> = asked.iter().map(|asked| asked.with_snippets).collect();
        let example = queries.first().map_or("", String::as_str);
        text += &line(kind.name(), queries.len(), usual, &searches, &snippets);
        text += &format!("   {example}\n");
        all_searches.extend(searches);
        all_snippets.extend(snippets);
    }
    let queries = drawn.iter().map(|drawn| drawn.queries.len()).sum();
    text += &line("all", queries, 0, &all_searches, &all_snippets);
    text + "\n"
}

/// Returns a line for what is offered while a word is typed.
fn completions(searcher: &Searcher, drawn: &[Drawn]) -> String {
    let prefixes = drawn.iter().filter(|drawn| drawn.kind == Kind::Prefix);
    let starts = prefixes.flat_map(|drawn| &drawn.queries);
    let times: Vec<Duration> = starts
        .map(|start| {
            let start = start.trim_end_matches('*');
            usual_time(|| timed(|| drop(searcher.complete(start, COMPLETIONS))))
        })
        .collect();
    let [half, most] = [0.5, 0.95].map(|share| milliseconds(quantile(&times, share)));
    let name = "completions";
    let count = times.len();
    format!("{name:<16}{count:>8}{:>9}  {half:>10.3} {most:>7.3}\n", "")
}

fn line(name: &str, queries: usize, found: usize, a: &[Duration], b: &[Duration]) -> String {
    let [a50, a95, b50, b95] = [(a, 0.5), (a, 0.95), (b, 0.5), (b, 0.95)]
        .map(|(times, share)| milliseconds(quantile(times, share)));
    let found = if found > 0 {
        found.to_string()
    } else {
        String::new()
    };
    format!("{name:<16}{queries:>8}{found:>9}  {a50:>10.3} {a95:>7.3}  {b50:>10.3} {b95:>7.3}")
}

struct QueryTimes {
    search: Duration,
    with_snippets: Duration,
    found: usize,
}

/// Asks a query as often as it takes to know its times.
fn ask(searcher: &Searcher, query: &str) -> QueryTimes {
    let found = search(searcher, query).passages.len();
    QueryTimes {
        search: usual_time(|| timed(|| drop(search(searcher, query)))),
        with_snippets: usual_time(|| timed(|| show(searcher, query))),
        found,
    }
}

fn search(searcher: &Searcher, query: &str) -> Answer {
    searcher.search(&parse(query), &Filters::default(), Sort::Relevance)
}

fn show(searcher: &Searcher, query: &str) {
    let answer = search(searcher, query);
    for found in answer.passages.iter().take(SNIPPETS) {
        let snippet = searcher.snippet(found.passage, &answer.plan, &[], SNIPPET_WORDS);
        std::hint::black_box(snippet);
    }
}

fn timed(work: impl FnOnce()) -> Duration {
    let start = Instant::now();
    work();
    start.elapsed()
}

/// Returns the median of several times; one before them does not count.
fn usual_time(time: impl Fn() -> Duration) -> Duration {
    time();
    let times: Vec<Duration> = (0..ROUNDS).map(|_| time()).collect();
    quantile(&times, 0.5)
}

fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}

/// Returns the smallest value that a share of the values does not exceed; nothing of none.
fn quantile(values: &[Duration], share: f64) -> Duration {
    let mut sorted = values.to_vec();
    sorted.sort_unstable();
    let place = (share * sorted.len() as f64).ceil() as usize;
    sorted
        .get(place.saturating_sub(1))
        .copied()
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantiles() {
        let check = |values: &[u64], share: f64, expected: u64| {
            let values: Vec<Duration> = values.iter().copied().map(Duration::from_millis).collect();
            assert_eq!(quantile(&values, share), Duration::from_millis(expected));
        };
        check(&(1..=100).rev().collect::<Vec<_>>(), 0.5, 50);
        check(&(1..=100).rev().collect::<Vec<_>>(), 0.95, 95);
        check(&[7], 0.95, 7);
        check(&[], 0.5, 0);
    }
}
