//! Builds an index from lines of JSON and searches it: `cargo run -p frise-corpus --example search_lines`.

use frise_corpus::{Problem, SourceFile, compile};
use frise_index::query::parse;
use frise_index::search::{Filters, Sort};

const LINES: &str = r#"{"id": "ddhc", "date": "1789-08-26", "text": "Les hommes naissent et demeurent libres et égaux en droits."}
{"id": "dudh", "date": "1948-12-10", "text": "Tous les êtres humains naissent libres et égaux en dignité et en droits."}"#;

fn main() -> Result<(), Vec<Problem>> {
    let file = SourceFile {
        path: "droits.jsonl".to_string(),
        bytes: LINES.into(),
    };
    let searcher = compile(&[file])?.searcher;
    let answer = searcher.search(&parse("dignité"), &Filters::default(), Sort::Relevance);
    for found in answer.passages {
        let index = searcher.index();
        println!(
            "{}: {}",
            index.passage_id(found.passage),
            index.text_of(found.passage)
        );
    }
    Ok(())
}
