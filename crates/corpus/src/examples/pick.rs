//! Picks examples from the corpus itself, so that each finds something in it: by counting, the same for the
//! same index. None is offered unless it is read without a problem and finds a passage.

use super::common::{Common, by_frequency, informative};
use frise_date::Tongue;
use frise_index::Index;
use frise_index::examples::{Example, Shows};
use frise_index::model::Bilingual;
use frise_index::query::{Node, Phrase, parse};
use frise_index::search::{Filters, Searcher, Sort};
use frise_text::fold;
use std::cmp::Reverse;

/// So many words may stand between two that are near one another.
const NEAR: usize = 8;
/// How many letters the example of a prefix has.
const PREFIX: usize = 5;
/// How many words a prefix is taken from, at most.
const MOST_STARTS: usize = 300;
/// How many words may begin with it, at most.
const MOST_STARTING: usize = 3000;
/// How many words are compared letter by letter, at most.
const MOST_COMPARED: usize = 400;
/// How many passages are read for words that stand in a row, at most.
const MOST_READ: u32 = 2000;
/// How many phrases of the editor are tried, at most.
const MOST_TRIED: usize = 60;

/// Picks at most one example of each kind, the simplest first, with fields named in a language.
///
/// ```
/// use frise_corpus::{SourceFile, compile, examples::pick};
/// use frise_date::Tongue;
///
/// let line = r#"{"id": "a", "date": "1789-08-26", "text": "Les hommes naissent et demeurent libres."}"#;
/// let file = SourceFile { path: "droits.jsonl".into(), bytes: line.into() };
/// let compiled = compile(&[file]).expect("a corpus without mistakes");
///
/// let examples = pick(&compiled.searcher, Tongue::French);
/// assert!(examples.iter().all(|example| example.passages > 0));
/// ```
pub fn pick(searcher: &Searcher, language: Tongue) -> Vec<Example> {
    let index = searcher.index();
    let all = by_frequency(index);
    let words = informative(&all);
    let prefix = prefix(&all);
    let candidates = [
        (Shows::Word, one_of_a_family(index, &words)),
        (
            Shows::Prefix,
            prefix.as_ref().map(|prefix| format!("{prefix}*")),
        ),
        (Shows::Wildcard, wildcard(&all, &words)),
        (Shows::Phrase, phrase(searcher)),
        (Shows::Near, near(searcher, &words)),
        (Shows::Either, either(&words)),
        (Shows::Without, without(searcher, &words)),
        (Shows::Misspelt, misspelt(index, &words)),
        (Shows::Regex, prefix.and_then(|prefix| regex(&prefix, &all))),
        (Shows::Exact, exact(index, &all)),
        (Shows::Speaker, speaker(searcher, language)),
        (Shows::Date, dates(index)),
    ];
    let offered = candidates.into_iter().filter_map(|(shows, query)| {
        let query = query?;
        let passages = found(searcher, &query);
        (passages > 0).then_some(Example {
            shows,
            passages,
            query,
        })
    });
    offered.collect()
}

/// Returns how many passages a query finds; none where it has a problem.
fn found(searcher: &Searcher, query: &str) -> usize {
    let answer = searcher.search(&parse(query), &Filters::default(), Sort::Oldest);
    if answer.problems.is_empty() {
        answer.passages.len()
    } else {
        0
    }
}

/// Returns a word that has others of its stem beside it, if there is one.
fn one_of_a_family(index: &Index, words: &[&Common<'_>]) -> Option<String> {
    let has_others = |word: &&&Common<'_>| {
        word.stem
            .is_some_and(|stem| index.terms_of_stem(stem).len() > 1)
    };
    let word = words.iter().find(has_others).or(words.first())?;
    Some(word.form.to_string())
}

/// Returns the first letters that the most different words share.
fn prefix(all: &[Common<'_>]) -> Option<String> {
    let start = |form: &str| -> String { form.chars().take(PREFIX).collect() };
    let is_long = |word: &&Common<'_>| word.count > 1 && word.form.chars().count() > PREFIX;
    let starts = all.iter().filter(is_long).take(MOST_STARTING);
    let starts: Vec<(String, &Common<'_>)> =
        starts.map(|word| (fold(&start(word.form)), word)).collect();
    let mut best = (2, None);
    // The most frequent words are enough to begin from; each is compared with all.
    for (at, (wanted, word)) in starts.iter().enumerate().take(MOST_STARTS) {
        let is_first = starts[..at].iter().all(|(start, _)| start != wanted);
        let mut stems = Vec::new();
        for (_, word) in starts
            .iter()
            .filter(|(start, _)| is_first && start == wanted)
        {
            if !stems.contains(&word.stem) {
                stems.push(word.stem);
            }
        }
        if stems.len() > best.0 {
            best = (stems.len(), Some(start(word.form)));
        }
    }
    best.1
}

/// Returns a word with a letter left open: where that finds two words, the two most frequent ones.
fn wildcard(all: &[Common<'_>], words: &[&Common<'_>]) -> Option<String> {
    let masked = |form: &str, at: usize| -> String {
        let open = |(place, c)| if place == at { '?' } else { c };
        form.chars().enumerate().map(open).collect()
    };
    let long = all.iter().filter(|word| word.form.chars().count() > 5);
    let long: Vec<&str> = long.take(MOST_COMPARED).map(|word| word.form).collect();
    let pair = long.iter().enumerate().find_map(|(place, second)| {
        let mut before = long[..place].iter();
        before.find_map(|first| Some(masked(first, only_difference(first, second)?)))
    });
    let alone = || {
        let word = words.get(2).or(words.first())?;
        Some(masked(word.form, word.form.chars().count() / 2))
    };
    pair.or_else(alone)
}

/// Returns where two words of the same length differ, if it is at one letter, neither the first nor the last.
fn only_difference(first: &str, second: &str) -> Option<usize> {
    let letters = first.chars().count();
    let mut differing = (0..)
        .zip(first.chars().zip(second.chars()))
        .filter(|(_, (a, b))| a != b);
    let (at, _) = differing.next()?;
    let is_only = differing.next().is_none() && second.chars().count() == letters;
    (is_only && at > 0 && at + 1 < letters).then_some(at)
}

/// Returns words in a row that occur in several passages: those of the first searches or of the themes, which an editor
/// chose, or else those that the texts repeat most.
fn phrase(searcher: &Searcher) -> Option<String> {
    let about = searcher.index().about();
    let mut chosen = Vec::new();
    let starts = about.starts.iter().map(|start| &start.query);
    for query in starts.chain(about.themes.iter().map(|theme| &theme.query)) {
        phrases(&parse(query).root, &mut chosen);
    }
    let chosen = chosen.into_iter().take(MOST_TRIED);
    let counted = chosen
        .map(|text| format!("\"{text}\""))
        .map(|query| (found(searcher, &query), query));
    let best = counted
        .filter(|(count, _)| *count > 1)
        .rev()
        .max_by_key(|(count, _)| *count);
    best.map(|(_, query)| query)
        .or_else(|| repeated(searcher.index()))
}

/// The plain phrases of several words in a query.
fn phrases(node: &Node, into: &mut Vec<String>) {
    match node {
        Node::All(parts) | Node::Any(parts) => parts.iter().for_each(|part| phrases(part, into)),
        Node::Phrase(Phrase {
            text,
            exact: false,
            within: None,
        }) if text.contains(' ') => into.push(text.clone()),
        _ => {}
    }
}

/// Returns the two words in a row that occur most often, long ones before all others.
fn repeated(index: &Index) -> Option<String> {
    let mut pairs: Vec<(u32, u32)> = Vec::new();
    for run in (0..index.passages().min(MOST_READ)).flat_map(|passage| index.runs_of(passage)) {
        let mut last: Option<(u32, u32)> = None;
        for (form, position) in index.pieces(run).filter_map(|piece| piece.word) {
            if let Some((left, _)) = last.filter(|(_, at)| at + 1 == position) {
                pairs.push((left, form));
            }
            last = Some((form, position));
        }
    }
    pairs.sort_by_key(|(_, right)| *right);
    pairs.sort_by_key(|(left, _)| *left);
    let letters = |form: u32| {
        index
            .form(form)
            .chars()
            .filter(|c| c.is_alphabetic())
            .count()
    };
    let are_long = |(left, right): (u32, u32)| letters(left) > 4 && letters(right) > 4;
    let equal = pairs.chunk_by(|left, right| left == right).rev();
    let repeated = equal.filter(|equal| equal.len() > 1);
    let best = repeated.max_by_key(|equal| (are_long(equal[0]), equal.len()))?;
    let (left, right) = best[0];
    Some(format!("\"{} {}\"", index.form(left), index.form(right)))
}

/// Two of some words, as a query of both, of which the condition holds first.
fn pair(
    words: &[&Common<'_>],
    compose: impl Fn(&str, &str) -> String,
    holds: impl Fn(&str, &str) -> bool,
) -> Option<String> {
    let words = &words[..words.len().min(7)];
    let pairs = words
        .iter()
        .flat_map(|left| words.iter().map(move |right| (left, right)));
    let mut composed = pairs
        .filter(|(left, right)| left.term != right.term)
        .map(|(left, right)| (left.form, compose(left.form, right.form)));
    composed
        .find(|(left, query)| holds(left, query))
        .map(|(_, query)| query)
}

fn near(searcher: &Searcher, words: &[&Common<'_>]) -> Option<String> {
    pair(
        words,
        |left, right| format!("\"{left} {right}\"~{NEAR}"),
        |_, query| found(searcher, query) > 1,
    )
}

fn either(words: &[&Common<'_>]) -> Option<String> {
    let second = words.len().checked_sub(2)?.min(1);
    Some(format!("{}|{}", words[second].form, words[second + 1].form))
}

fn without(searcher: &Searcher, words: &[&Common<'_>]) -> Option<String> {
    let narrows =
        |left: &str, query: &str| (1..found(searcher, left)).contains(&found(searcher, query));
    pair(words, |left, right| format!("{left} -{right}"), narrows)
}

/// Returns a word as it is often misspelt, with one letter of two alike left out, or else with its middle one.
fn misspelt(index: &Index, words: &[&Common<'_>]) -> Option<String> {
    let spelt_with_one = |form: &str, wanted: &dyn Fn(&[char], usize) -> bool| {
        let letters: Vec<char> = form.chars().collect();
        let left_out = (2..letters.len()).find(|at| wanted(&letters, *at))?;
        let kept = letters.iter().enumerate().filter(|(at, _)| *at != left_out);
        let spelt: String = kept.map(|(_, c)| *c).collect();
        index
            .term(&fold(&spelt))
            .is_none()
            .then(|| format!("{spelt}~1"))
    };
    let one_of_two = words
        .iter()
        .find_map(|word| spelt_with_one(word.form, &|letters, at| letters[at] == letters[at - 1]));
    let middle = || {
        words
            .iter()
            .rev()
            .find_map(|word| spelt_with_one(word.form, &|letters, at| at == letters.len() / 2))
    };
    one_of_two.or_else(middle)
}

/// Two different words that begin alike.
fn regex(prefix: &str, all: &[Common<'_>]) -> Option<String> {
    let prefix = fold(prefix);
    let mut ends: Vec<(Option<u32>, String)> = Vec::new();
    for word in all.iter().filter(|word| word.form.chars().count() > PREFIX) {
        if let Some(end) = fold(word.form).strip_prefix(&prefix)
            && ends.iter().all(|(stem, _)| *stem != word.stem)
        {
            ends.push((word.stem, end.to_string()));
        }
        if ends.len() == 2 {
            break;
        }
    }
    let [(_, first), (_, second)] = &ends[..] else {
        return None;
    };
    Some(format!("/{prefix}({first}|{second})/"))
}

/// Returns a form that is not the only one of its word: one with an accent before one with a capital only, and the one that
/// most differs in number from what the word alone finds.
fn exact(index: &Index, all: &[Common<'_>]) -> Option<String> {
    let long = all
        .iter()
        .filter(|word| word.form.chars().count() > 3)
        .take(MOST_COMPARED);
    let forms = long.flat_map(|word| {
        let forms = index.forms_of_term(word.term);
        let several = if forms.len() > 1 { forms } else { &[] };
        several.iter().filter_map(move |form| {
            let (text, count) = (index.form(*form), index.postings(*form).len() as u32);
            let is_told_apart = !text.is_ascii() || text.starts_with(char::is_uppercase);
            is_told_apart.then(|| (!text.is_ascii(), count.min(word.count - count), text))
        })
    });
    let (.., form) =
        forms.max_by_key(|(accented, count, text)| (*accented, *count, Reverse(*text)))?;
    Some(format!("={form}"))
}

/// Returns the speaker with the most passages, by a word of their name that names nobody else.
fn speaker(searcher: &Searcher, language: Tongue) -> Option<String> {
    let speakers = &searcher.index().about().speakers;
    let passages = |place: usize| {
        searcher
            .speaker(place)
            .map_or(0, |set| set.count() as usize)
    };
    let chief = (0..speakers.len())
        .rev()
        .max_by_key(|place| passages(*place))?;
    let Bilingual { fr, en } = &speakers[chief].name;
    let (field, name) = match language {
        Tongue::French => ("locuteur", fr),
        Tongue::English => ("speaker", en),
    };
    let name = fold(name);
    let parts = name
        .split(|c: char| !c.is_alphanumeric())
        .filter(|part| part.len() > 2);
    let queries = parts
        .chain([speakers[chief].id.as_str()])
        .map(|part| format!("{field}:{part}"));
    queries
        .into_iter()
        .find(|query| found(searcher, query) == passages(chief))
}

/// Returns the middle years of the documents that have a date, which come first.
fn dates(index: &Index) -> Option<String> {
    let dates = || {
        index
            .documents()
            .iter()
            .filter_map(|document| document.metadata.date)
    };
    let count = dates().count();
    let year = |place: usize| Some(dates().nth(place)?.earliest().ymd().0);
    let (from, to) = (year(count / 3)?, year(count * 2 / 3)?);
    let year = |year: i32| {
        if year < 0 {
            format!("{year:05}")
        } else {
            format!("{year:04}")
        }
    };
    Some(if from >= to {
        format!("date:{}", year(from))
    } else {
        format!("date:{}..{}", year(from), year(to))
    })
}
