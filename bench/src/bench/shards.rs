//! What a page loads of the index in shards: the head, then for each query what it still lacks, as in one visit.

use super::draw::Drawn;
use super::weigh::packed;
use anyhow::{Context, Result};
use frise_index::query::parse;
use frise_index::search::{Filters, Searcher, Sort};
use frise_index::{Index, Sharded};
use std::collections::HashMap;

/// How many passages a page shows without scrolling.
const SHOWN: usize = 10;

/// What was loaded for a query.
#[derive(Clone, Copy, Default)]
struct Loaded {
    files: usize,
    bytes: usize,
    rounds: usize,
}

/// The table of what is loaded, for each kind of query. Shards are weighed as they are stored: brotli gains a tenth.
///
/// # Errors
/// The index cannot be parted.
pub fn shards(index: &Index, drawn: &[Drawn]) -> Result<String> {
    let Sharded { head, shards } = index.to_shards()?;
    let stored: usize = shards.iter().map(|(_, bytes)| bytes.len()).sum();
    let mut table = format!(
        "in shards: {} files of {stored} bytes; head {} bytes, {} in brotli 11\n{:<16}{:>8}{:>20}{:>16}{:>9}\n{:<24}{:>20}{:>16}{:>9}\n",
        shards.len(),
        head.len(),
        packed(&head)?,
        "loaded",
        "queries",
        "bytes",
        "files",
        "rounds",
        "",
        "median      p95",
        "median    p95",
        "most",
    );
    let files: HashMap<String, Vec<u8>> = shards.into_iter().collect();
    let searcher = Searcher::open(head)?;
    let mut all = Vec::new();
    for Drawn { kind, queries } in drawn {
        let queries = queries.iter();
        let loaded = queries.map(|query| load(&searcher, query, &files));
        let loaded = loaded.collect::<Result<Vec<Loaded>>>()?;
        table += &line(kind.name(), &loaded);
        all.extend(loaded);
    }
    Ok(table + &line("all", &all) + "\n")
}

/// Asks a query until nothing is missing, and shows what is found first.
fn load(searcher: &Searcher, query: &str, files: &HashMap<String, Vec<u8>>) -> Result<Loaded> {
    let index = searcher.index();
    let mut loaded = Loaded::default();
    loop {
        let answer = searcher.search(&parse(query), &Filters::default(), Sort::default());
        if !index.lacks_words() {
            for found in answer.passages.iter().take(SHOWN) {
                index.has_text_of(found.passage);
            }
        }
        let missing = index.missing();
        if missing.is_empty() {
            return Ok(loaded);
        }
        loaded.rounds += 1;
        for shard in missing {
            let file = index.shard_file(shard).context("a shard has no file")?;
            let bytes = files.get(&file.name).context("a shard was not written")?;
            loaded.files += 1;
            loaded.bytes += bytes.len();
            index.insert(shard, bytes.clone())?;
        }
    }
}

fn line(name: &str, loaded: &[Loaded]) -> String {
    let quantile = |of: fn(&Loaded) -> usize, share: f64| {
        let mut sorted: Vec<usize> = loaded.iter().map(of).collect();
        sorted.sort_unstable();
        let place = (sorted.len() as f64 * share) as usize;
        sorted.get(place).or(sorted.last()).copied().unwrap_or(0)
    };
    let bytes = |share| quantile(|loaded| loaded.bytes, share);
    let files = |share| quantile(|loaded| loaded.files, share);
    format!(
        "{name:<16}{:>8}{:>11}{:>9}{:>9}{:>7}{:>9}\n",
        loaded.len(),
        bytes(0.5),
        bytes(0.95),
        files(0.5),
        files(0.95),
        quantile(|loaded| loaded.rounds, 1.0)
    )
}
