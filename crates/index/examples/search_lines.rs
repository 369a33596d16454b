//! Builds an index from JSON lines and searches it: `cargo run -p frise-index --example search_lines`.

use frise_corpus::{SourceFile, compile};
use frise_index::query::parse;
use frise_index::search::{Filters, Sort};

const LINES: &str = r#"
{"id": "debat-1", "date": "2016-05-24", "speaker": "Ada Lefèvre", "text": "L’économie numérique a besoin de règles."}
{"id": "debat-2", "date": "2016-05-24", "speaker": "Bob Martin", "text": "Quelle règle ? L’économie se règle seule."}
{"id": "lettre", "date": "2021", "language": "fr", "text": "La paix du cyberespace."}
"#;

fn main() {
    let file = SourceFile {
        path: "corpus.jsonl".to_string(),
        bytes: LINES.trim().into(),
    };
    let searcher = compile(&[file])
        .expect("the lines have no mistakes")
        .searcher;
    let query = parse("economie regles");
    let answer = searcher.search(&query, &Filters::default(), Sort::Relevance);
    for found in &answer.passages {
        let id = searcher.index().passage_id(found.passage);
        let snippet = searcher.snippet(found.passage, &answer.plan, &[], 30);
        let segments = snippet.iter().flat_map(|run| &run.segments);
        let text: String = segments
            .map(|segment| match segment.reason {
                Some(_) => format!("[{}]", segment.text),
                None => segment.text.clone(),
            })
            .collect();
        println!("{id} {:.2} {text}", found.score);
    }
}
