//! What the build embeds in the page: the index of the corpus, and the stemmers of its texts.

use frise_index::query::parse;
use frise_index::search::{Filters, Searcher, Sort};
use frise_text::{Language, Stemmer};

/// The page has the stemmers of the corpus only, and finds what all of them would.
#[test]
fn the_stemmers_of_the_page_are_those_of_its_texts() {
    let found = |stemmers: &[fn() -> Stemmer], query: &str| {
        let searcher = Searcher::open_with(frise::EMBEDDED, stemmers).expect("the index opens");
        let answer = searcher.search(&parse(query), &Filters::default(), Sort::Oldest);
        answer.passages.len()
    };
    let languages = frise::STEMMERS.iter().map(|stemmer| stemmer().language());
    assert_eq!(languages.collect::<Vec<_>>(), [Language::French]);
    // No text has these forms, but others of the words.
    for query in ["coopérerait", "hégémonismes", "gouvernerait"] {
        assert_ne!(found(frise::STEMMERS, query), 0, "{query}");
        assert_eq!(
            found(frise::STEMMERS, query),
            found(Stemmer::ALL, query),
            "{query}"
        );
        assert_eq!(found(&[], query), 0, "{query}");
    }
}
