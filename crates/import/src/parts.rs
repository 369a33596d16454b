//! Parts of a corpus that are made each by itself: what all files together decide is noted in each part, and settled when
//! they are joined.
//!
//! | decided by all files | in a part | when parts are joined |
//! |---|---|---|
//! | the language of texts too short to tell | left open, with the counts of function words | told by the sum of the counts |
//! | kinds and speakers, and how they are written | as its first document has them | as the first document of all has them |
//! | the order of day and month in `05/06/2016`, two years or a month in `2001-02` | as its own dates tell | refused where the dates of all tell otherwise |
//! | what a column holds | as its own tables tell | refused where another part tells otherwise |
//! | options (date, speaker, language, passages, rows) | as the person said | refused where another part was made with others |
//! | which rows make a document | neighbours | refused where rows of two parts would have been one if they were neighbours |
//! | how a document without an id is named, words parted by the end of a line | refused | |
//! | title and sentence | what the person said | what the person says; the number of documents |

mod problem;

pub use problem::PartProblem;

use crate::assemble::{Assembled, Called, assemble, call};
use crate::date::{DayMonth, YearsOrMonths};
use crate::reader::{Import, Source};
use crate::reason::Problem;
use crate::resolve::{Evidence, Resolver};
use crate::settings::Settings;
use crate::table::{Column, Rows, turn_of};
use frise_corpus::has_parted_words;
use frise_corpus::language::Counts;
use frise_index::Part;
use frise_index::model::{Corpus, Metadata};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::hash::Hash;

/// What a part notes for the join.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
struct Note {
    called: Called,
    /// What a person decided that makes other texts or metadata of the same files.
    settings: Settings,
    /// How many kinds and speakers a corpus folder lists.
    listed: (usize, usize),
    /// Counts of function words ([`Counts::to_array`]).
    words: [usize; 3],
    dates: Vec<Evidence>,
    /// What each column holds.
    columns: BTreeSet<(String, Column)>,
    /// How rows were brought together.
    rows: BTreeSet<Rows>,
    /// The documents of several rows.
    together: BTreeSet<String>,
}

/// Makes a part of a corpus: its documents, and a note for [`join`].
///
/// Documents whose language only all texts together tell have none.
///
/// # Errors
/// Those of [`corpus()`](crate::corpus), and what a part cannot decide by itself.
pub fn part(import: &Import, settings: &Settings) -> Result<(Corpus, String), Vec<PartProblem>> {
    let resolver = Resolver::new(import, settings);
    let told = |problems: Vec<Problem>| -> Vec<PartProblem> {
        problems.into_iter().map(PartProblem::Import).collect()
    };
    let Assembled {
        corpus,
        counts,
        called,
        listed,
        numbered,
        together,
    } = assemble(&resolver).map_err(told)?;
    let parted = corpus
        .documents
        .iter()
        .find(|document| has_parted_words(document));
    let parted = parted.map(|document| PartProblem::PartedWord(document.metadata.id.clone()));
    let problems: Vec<PartProblem> = numbered
        .map(PartProblem::Numbered)
        .into_iter()
        .chain(parted)
        .collect();
    if !problems.is_empty() {
        return Err(problems);
    }
    let tables = import.sources.iter().filter_map(|source| match source {
        Source::Table(table) => Some(table),
        Source::Text(_) => None,
    });
    let columns = tables.clone().flat_map(|table| {
        let meanings = resolver.columns(table);
        table.columns.iter().cloned().zip(meanings)
    });
    let note = Note {
        called,
        settings: shared(settings),
        listed: listed.unwrap_or_default(),
        words: counts.to_array(),
        columns: columns.collect(),
        rows: tables.map(|table| resolver.rows(table)).collect(),
        dates: resolver.evidence,
        together,
    };
    let note = serde_json::to_string(&note).unwrap_or_default();
    Ok((corpus, note))
}

/// What all parts together decide.
#[derive(Debug)]
pub struct Whole {
    /// The corpus without its documents.
    pub corpus: Corpus,
    /// The language of documents that have none, as a BCP 47 tag.
    pub language: &'static str,
}

/// Settles what all parts together decide. Of the settings, title and sentence are heeded.
///
/// # Errors
/// Returns what one part decided otherwise than all together would.
pub fn join(parts: &[Part<'_>], settings: &Settings) -> Result<Whole, Vec<PartProblem>> {
    let mut notes = Vec::new();
    let mut problems = Vec::new();
    for part in parts {
        match serde_json::from_str::<Note>(part.note) {
            Ok(note) if fits(&note, part) => notes.push((part, note)),
            _ => problems.push(PartProblem::Note(part.name.clone())),
        }
    }
    let Some((first, first_note)) = notes.first().filter(|_| problems.is_empty()) else {
        return Err(problems);
    };
    let mut corpus = common(first, first_note);
    let other = notes
        .iter()
        .find(|(part, note)| common(part, note) != corpus);
    let other =
        other.map(|(part, _)| PartProblem::OtherCorpus([first.name.clone(), part.name.clone()]));
    problems.extend(other);
    problems.extend(made_otherwise(&notes));
    problems.extend(dates(&notes));
    problems.extend(columns(&notes));
    problems.extend(documents(&notes));
    let called = called(&notes, settings).map_err(|problem| vec![problem]);
    match called {
        Ok(called) if problems.is_empty() => {
            let count = parts.iter().map(|part| part.documents.len()).sum();
            call(&mut corpus, &called, count);
        }
        Ok(_) => return Err(problems),
        Err(more) => return Err(problems.into_iter().chain(more).collect()),
    }
    let mut words = Counts::default();
    notes
        .iter()
        .for_each(|(_, note)| words += note.words.into());
    let language = words.language().unwrap_or("und");
    Ok(Whole { corpus, language })
}

type Noted<'p> = (&'p Part<'p>, Note);

/// Whether a note may be that of a part, whose bytes may be anybody's.
fn fits(note: &Note, part: &Part<'_>) -> bool {
    let (kinds, speakers) = note.listed;
    kinds <= part.corpus.kinds.len() && speakers <= part.corpus.speakers.len()
}

/// Settings that all parts must have alike. What else a person decides is settled by dates, columns and titles.
fn shared(settings: &Settings) -> Settings {
    Settings {
        passages: settings.passages,
        date: settings.date.clone(),
        speaker: settings.speaker.clone(),
        language: settings.language.clone(),
        ..Settings::default()
    }
}

/// The first part with other settings than the first of all, or with rows that were brought together in another way.
fn made_otherwise(notes: &[Noted<'_>]) -> Option<PartProblem> {
    let other = |a: &Noted<'_>, b: &Noted<'_>| {
        PartProblem::OtherSettings([a.0.name.clone(), b.0.name.clone()])
    };
    let first = notes.first()?;
    let set = notes
        .iter()
        .find(|(_, note)| note.settings != first.1.settings);
    let mut tables = notes.iter().filter(|(_, note)| !note.rows.is_empty());
    let rows = tables.next().and_then(|first| {
        let found = tables.find(|(_, note)| note.rows != first.1.rows)?;
        Some(other(first, found))
    });
    set.map(|found| other(first, found)).or(rows)
}

/// What all parts of a corpus have alike.
fn common(part: &Part<'_>, note: &Note) -> Corpus {
    let mut corpus = part.corpus.clone();
    let (kinds, speakers) = note.listed;
    corpus.kinds.truncate(kinds);
    corpus.speakers.truncate(speakers);
    corpus
}

/// What names the corpus: what is said now, or else what all parts say.
fn called(notes: &[Noted<'_>], settings: &Settings) -> Result<Called, PartProblem> {
    let agreed = |what: fn(&Called) -> &String, option: &'static str| {
        let said: BTreeSet<&String> = notes.iter().map(|(_, note)| what(&note.called)).collect();
        match said.iter().collect::<Vec<_>>()[..] {
            [one] => Ok((*one).clone()),
            _ => {
                let some = said.iter().take(2).map(|name| name.to_string()).collect();
                Err(PartProblem::Named(option, some))
            }
        }
    };
    let is_said = |text: &str| !text.trim().is_empty();
    let title = match is_said(&settings.title) {
        true => settings.title.clone(),
        false => agreed(|called| &called.title, "title")?,
    };
    let sentence = match is_said(&settings.sentence) {
        true => settings.sentence.clone(),
        false => agreed(|called| &called.sentence, "sentence")?,
    };
    let is_folder = notes.iter().any(|(_, note)| note.called.is_folder);
    let name = match is_folder || is_said(&title) {
        true => String::new(),
        false => agreed(|called| &called.name, "title")?,
    };
    Ok(Called {
        title,
        sentence,
        name,
        is_folder,
    })
}

/// Dates that a part reads otherwise than the dates of all parts tell.
fn dates(notes: &[Noted<'_>]) -> Vec<PartProblem> {
    let all = || {
        notes
            .iter()
            .flat_map(|(part, note)| note.dates.iter().map(move |dates| (&part.name, dates)))
    };
    let mut orders: BTreeSet<DayMonth> = BTreeSet::new();
    let mut years = YearsOrMonths::default();
    let mut doubted = None;
    for (part, dates) in all() {
        orders.extend(&dates.proofs);
        years.join(&dates.years);
        if let Some((order, example)) = &dates.doubt {
            orders.insert(*order);
            doubted = doubted.or(Some((part, example)));
        }
    }
    let doubted = doubted
        .filter(|_| orders.len() > 1)
        .map(|(part, example)| PartProblem::DayMonth(part.clone(), example.clone()));
    let otherwise = all().find_map(|(part, dates)| {
        let example = dates.years.example()?;
        let is_other = dates.years.are_years() != years.are_years();
        is_other.then(|| PartProblem::Years(part.clone(), example.to_string()))
    });
    doubted.into_iter().chain(otherwise).collect()
}

/// Columns that hold one thing in one part and another in another, and things that two columns hold.
fn columns(notes: &[Noted<'_>]) -> Vec<PartProblem> {
    let all: BTreeSet<&(String, Column)> =
        notes.iter().flat_map(|(_, note)| &note.columns).collect();
    let mut names: BTreeMap<&str, BTreeSet<Column>> = BTreeMap::new();
    let mut meanings: BTreeMap<Column, BTreeSet<&str>> = BTreeMap::new();
    for (name, meaning) in all {
        names.entry(name).or_default().insert(*meaning);
        if *meaning != Column::Ignored {
            meanings.entry(*meaning).or_default().insert(name);
        }
    }
    let several = names.into_iter().filter(|(_, meanings)| meanings.len() > 1);
    let several = several.map(|(name, _)| vec![name.to_string()]);
    let shared = meanings.into_values().filter(|names| names.len() > 1);
    let shared = shared.map(|names| names.into_iter().map(String::from).collect());
    several.chain(shared).map(PartProblem::Columns).collect()
}

/// Documents of two parts whose rows would be one document if they were neighbours.
fn documents(notes: &[Noted<'_>]) -> Vec<PartProblem> {
    let rows = notes.iter().flat_map(|(_, note)| note.rows.iter().copied());
    let rows: BTreeSet<Rows> = rows.collect();
    let title = |of: &Metadata, _: &Note| of.title.fr.clone();
    // A row alone is named by its id, and several by what their ids have in common.
    let turn = |of: &Metadata, note: &Note| {
        let turn = turn_of(&of.id).filter(|_| !note.together.contains(&of.id));
        turn.unwrap_or(&of.id).to_string()
    };
    let alike = rows.into_iter().flat_map(|rows| match rows {
        Rows::Each | Rows::All => [None, None],
        Rows::Guessed => [
            alike(notes, |of, note| (title(of, note), date(of))),
            alike(notes, |of, note| (turn(of, note), date(of))),
        ],
        Rows::SameTitle => [alike(notes, title), None],
        Rows::SameDate => [alike(notes, |of, _| date(of)), None],
    });
    alike.flatten().collect()
}

/// The first document that has the same key as one of another part.
fn alike<K: Eq + Hash>(
    notes: &[Noted<'_>],
    key: impl Fn(&Metadata, &Note) -> K,
) -> Option<PartProblem> {
    let mut seen = HashMap::new();
    for (part, note) in notes {
        for document in &part.documents {
            let now = (&part.name, &document.id);
            let before = *seen.entry(key(document, note)).or_insert(now);
            if before.0 != now.0 {
                let named = |(part, id): (&String, &String)| (part.clone(), id.clone());
                return Some(PartProblem::Alike([named(before), named(now)]));
            }
        }
    }
    None
}

fn date(document: &Metadata) -> String {
    document
        .date
        .map(|date| date.to_string())
        .unwrap_or_default()
}
