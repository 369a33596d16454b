//! Links from what is counted to where it stands.

use super::part::passages_of;
use super::subject::Subject;
use frise::state::{Listing, State};
use frise::url;
use frise_index::Index;
use frise_index::query::{Field, Matching, Node, parse};
use frise_index::search::{Filters, Scope};
use frise_stats::Level;
use frise_text::is_elided;

/// Returns the query that finds a word of a level among queries that match in some way, and nothing else.
pub fn query_of(level: Level, index: &Index, word: u32, matching: Matching) -> String {
    let text = level.text(index, word);
    match (level, matching) {
        (Level::Form, _) => format!("=={text}"),
        (Level::Stem, Matching::Stemmed) if !is_elided(text) => text.to_string(),
        (_, Matching::Stemmed) => format!("\"{text}\""),
        // Plain words and phrases have another meaning there; written ones have not.
        _ => {
            let forms = level.forms_of(index, word);
            let forms: Vec<String> = forms
                .into_iter()
                .map(|form| format!("=={}", index.form(form)))
                .collect();
            forms.join("|")
        }
    }
}

/// Returns the address of the concordance of a word in what a view finds.
pub fn word(subject: &Subject, level: Level, word: u32, within: &State) -> String {
    word_listed(subject, level, word, within, Listing::Concordance)
}

/// Returns the address of a word in what a view finds, as a concordance or as passages.
pub fn word_listed(
    subject: &Subject,
    level: Level,
    word: u32,
    within: &State,
    listing: Listing,
) -> String {
    let index = subject.searcher.index();
    let query = match parse(&within.query).root {
        Node::Everything => query_of(level, index, word, Matching::default()),
        other => {
            let query = query_of(level, index, word, within.matching);
            match other {
                Node::Not(_) => format!("{query} {other}"),
                _ => format!("{query} ({other})"),
            }
        }
    };
    let view = State {
        query,
        ..within.clone()
    };
    address(subject, &view, listing)
}

/// Returns the address of what a view finds: the query, the filters and the way of matching alone, without the tool.
pub fn address(subject: &Subject, view: &State, listing: Listing) -> String {
    let view = State {
        query: view.query.clone(),
        matching: match view.query.trim() {
            "" => Matching::default(),
            _ => view.matching,
        },
        filters: view.filters.clone(),
        listing,
        language: subject.language(),
        corpus: subject.state.corpus.clone(),
        ..State::default()
    };
    url::print(&view, subject.searcher.index())
}

/// Returns the view of the passages that one view finds and another does not; `None` where no query says so.
pub fn without(subject: &Subject, view: &State, other: &State) -> Option<State> {
    let (searcher, index) = (subject.searcher, subject.searcher.index());
    // A passage has words of several voices, and the words of one cannot be excluded.
    if !Scope::of(&other.filters).is_everything() {
        return None;
    }
    let mut parts = Vec::new();
    let query = parse(&other.query).root;
    parts.extend((query != Node::Everything).then_some(query));
    parts.extend(fields(&other.filters, index));
    let excluded = match parts.len() {
        0 | 1 => parts.pop()?,
        _ => Node::All(parts),
    };
    let excluded = Node::Not(Box::new(excluded)).to_string();
    let asks = !view.query.trim().is_empty();
    let found = State {
        query: match asks {
            true => format!("({}) {excluded}", view.query.trim()),
            false => excluded,
        },
        matching: if asks { view.matching } else { other.matching },
        ..view.clone()
    };
    let mut expected = passages_of(searcher, other);
    expected.complement();
    expected.intersect(&passages_of(searcher, view));
    (passages_of(searcher, &found) == expected).then_some(found)
}

/// Returns filters as parts of a query, as far as it has fields for them.
fn fields(filters: &Filters, index: &Index) -> Vec<Node> {
    let about = index.about();
    let any = |field: Field, values: Vec<String>| {
        let mut nodes: Vec<Node> = values
            .into_iter()
            .map(|value| Node::Field(field, value))
            .collect();
        match nodes.len() {
            0 | 1 => nodes.pop(),
            _ => Some(Node::Any(nodes)),
        }
    };
    let ids = |places: &[u32], id: &dyn Fn(usize) -> Option<String>| -> Vec<String> {
        let places = places.iter();
        places.filter_map(|place| id(*place as usize)).collect()
    };
    let speakers = ids(&filters.speakers, &|at| {
        about.speakers.get(at).map(|speaker| speaker.id.clone())
    });
    let themes = ids(&filters.themes, &|at| {
        about.themes.get(at).map(|theme| theme.id.clone())
    });
    let kinds = ids(&filters.kinds, &|at| {
        about.kinds.get(at).map(|kind| kind.id.clone())
    });
    let documents = ids(&filters.documents, &|at| {
        let document = index.documents().get(at);
        document.map(|document| document.metadata.id.clone())
    });
    let range = |from: Option<frise_date::Day>, to: Option<frise_date::Day>| {
        let day = |day: Option<frise_date::Day>| day.map_or(String::new(), |day| day.to_string());
        let range = (from.is_some() || to.is_some()).then(|| format!("{}..{}", day(from), day(to)));
        Vec::from_iter(range)
    };
    [
        any(Field::Speaker, speakers),
        any(Field::Theme, themes),
        any(Field::Document, documents),
        any(Field::Kind, kinds),
        any(Field::Date, range(filters.from, filters.to)),
        any(
            Field::Mentions,
            range(filters.mentioned_from, filters.mentioned_to),
        ),
    ]
    .into_iter()
    .flatten()
    .collect()
}
