//! From the entries of a file to a corpus: which lines make a document, who speaks, what stands above.

use super::super::problem::lines;
use super::super::title::leave_out_title;
use super::Entry;
use crate::language::Counts;
use crate::slug::{Slugs, slug};
use frise_index::model::*;
use std::collections::{BTreeMap, HashMap};

/// Returns the corpus of some entries, in their order, then by date.
pub fn compose(path: &str, entries: Vec<Entry>) -> Corpus {
    let name = path.rsplit('/').next().unwrap_or(path);
    let name = name.strip_suffix(".jsonl").unwrap_or(name);
    let speakers = Speakers::of(&entries);
    let groups = groups(&entries);
    let counts: Vec<Counts> = groups.iter().map(|group| counts(group)).collect();
    let mut whole = Counts::default();
    counts.iter().for_each(|counts| whole += *counts);
    let usual = whole.language().unwrap_or("und");
    let mut ids = Slugs::default();
    let mut corpus = Corpus {
        id: slug(name),
        title: both(name),
        ..Corpus::default()
    };
    for (group, counts) in groups.iter().zip(counts) {
        let kind = first(group, |entry| entry.kind.as_ref());
        let stated = first(group, |entry| entry.language.as_ref());
        let language = stated.unwrap_or_else(|| counts.language().unwrap_or(usual).to_string());
        let id = document_id(group);
        let metadata = Metadata {
            id: ids.unique(slug(id)),
            kind: kind_place(kind, &mut corpus.kinds),
            speakers: speakers.heard_in(group),
            ..metadata(group, id, language)
        };
        let mut document = Document {
            metadata,
            passages: passages(group, &speakers),
        };
        leave_out_title(&mut document);
        corpus.documents.push(document);
    }
    corpus
        .documents
        .sort_by_key(|document| document.metadata.order());
    corpus.sentence = sentence(&corpus, path);
    corpus.speakers = speakers.into_list();
    corpus
}

fn sentence(corpus: &Corpus, path: &str) -> Bilingual {
    let count = corpus.documents.len();
    Bilingual {
        fr: format!(
            "{count} texte{} du fichier {path}.",
            if count > 1 { "s" } else { "" }
        ),
        en: format!(
            "{count} text{} of the file {path}.",
            if count == 1 { "" } else { "s" }
        ),
    }
}

fn both(text: &str) -> Bilingual {
    Bilingual {
        fr: text.to_string(),
        en: text.to_string(),
    }
}

/// Returns runs of neighbours that are turns of one document; every other entry alone.
fn groups(entries: &[Entry]) -> Vec<&[Entry]> {
    let same = |a: &Entry, b: &Entry| {
        a.date == b.date && turn_of(&a.id).is_some() && turn_of(&a.id) == turn_of(&b.id)
    };
    entries.chunk_by(same).collect()
}

/// Returns what stands before the last `-` of an id, if a number stands after it.
fn turn_of(id: &str) -> Option<&str> {
    let (document, number) = id.rsplit_once('-')?;
    let is_number = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
    (is_number && !document.is_empty()).then_some(document)
}

fn document_id(group: &[Entry]) -> &str {
    match group {
        [] => "",
        [alone] => &alone.id,
        [turn, ..] => turn_of(&turn.id).unwrap_or(&turn.id),
    }
}

fn first<'e>(group: &'e [Entry], what: impl Fn(&'e Entry) -> Option<&'e String>) -> Option<String> {
    group.iter().find_map(what).cloned()
}

fn counts(group: &[Entry]) -> Counts {
    let mut all = Counts::default();
    group
        .iter()
        .for_each(|entry| all += Counts::of(&entry.text));
    all
}

/// Returns the metadata of a document, with an id that may not be unique yet.
fn metadata(group: &[Entry], id: &str, language: String) -> Metadata {
    let title = first(group, |entry| entry.title.as_ref());
    Metadata {
        id: String::new(),
        title_basis: if title.is_some() {
            Basis::Stated
        } else {
            Basis::Inferred
        },
        short: both(title.as_deref().unwrap_or(id)),
        title: both(title.as_deref().unwrap_or(id)),
        creator: String::new(),
        date: group[0].date,
        date_stated: None,
        date_basis: Basis::Stated,
        date_note: Bilingual::default(),
        kind: 0,
        language,
        source: String::new(),
        publisher: String::new(),
        rights: String::new(),
        subjects: Vec::new(),
        speakers: Vec::new(),
        furniture: Vec::new(),
    }
}

/// Returns the place of a kind by its label, which is added where it is new; a text is of the kind `text`.
fn kind_place(label: Option<String>, kinds: &mut Vec<Kind>) -> usize {
    let (id, label) = match label {
        Some(label) => (slug(&label), both(&label)),
        None => (
            "text".to_string(),
            Bilingual {
                fr: "Texte".into(),
                en: "Text".into(),
            },
        ),
    };
    let known = kinds.iter().position(|kind| kind.id == id);
    known.unwrap_or_else(|| {
        kinds.push(Kind { id, label });
        kinds.len() - 1
    })
}

fn passages(group: &[Entry], speakers: &Speakers) -> Vec<Passage> {
    let several = speakers.heard_in(group).len() > 1;
    let mut passages = Vec::new();
    let mut section: &[String] = &[];
    for entry in group {
        let speaker = speakers.place(entry);
        let voice = match (speaker, several) {
            (None, _) => Voice::Narration,
            (_, true) => Voice::Direct,
            (_, false) => Voice::Official,
        };
        let mut runs = headings(section, &entry.section);
        section = &entry.section;
        let texts = match group {
            [_] => paragraphs(&entry.text),
            _ => vec![without_blank_lines_around(&entry.text)],
        };
        for text in texts {
            runs.push(Run {
                kind: RunKind::Span(voice),
                speaker,
                date: None,
                text: text.to_string(),
            });
            passages.push(Passage {
                runs: std::mem::take(&mut runs),
            });
        }
    }
    passages
}

/// Returns the headings to set where one section ends and another begins.
fn headings(before: &[String], now: &[String]) -> Vec<Run> {
    if before == now {
        return Vec::new();
    }
    let same = before.iter().zip(now).take_while(|(a, b)| a == b).count();
    let from = same.min(now.len().saturating_sub(1));
    let level = |place: usize| RunKind::Heading(place.min(5) as u8 + 1);
    let run = |(place, title): (usize, &String)| Run {
        kind: level(place),
        speaker: None,
        date: None,
        text: title.clone(),
    };
    now.iter().enumerate().skip(from).map(run).collect()
}

/// Returns the paragraphs of a text, to the letter: what stands between lines that are blank.
fn paragraphs(text: &str) -> Vec<&str> {
    let mut paragraphs = Vec::new();
    let mut open: Option<usize> = None;
    let mut at = 0;
    for line in lines(text) {
        match (line.trim().is_empty(), open) {
            (true, Some(start)) => {
                paragraphs.push(&text[start..at]);
                open = None;
            }
            (false, None) => open = Some(at),
            _ => {}
        }
        at += line.len();
    }
    paragraphs.extend(open.map(|start| &text[start..]));
    paragraphs
        .into_iter()
        .map(without_blank_lines_around)
        .collect()
}

/// Returns a text without the blank lines before it and the line ends after it.
fn without_blank_lines_around(text: &str) -> &str {
    let first = text.len() - text.trim_start().len();
    let start = text[..first]
        .rfind(['\n', '\r'])
        .map_or(0, |line_end| line_end + 1);
    let after = text.trim_end().len();
    let end = text[after..]
        .find(['\n', '\r'])
        .map_or(text.len(), |line_end| after + line_end);
    &text[start..end]
}

/// The speakers, in the order in which they first speak.
struct Speakers {
    place: HashMap<String, usize>,
    /// How often each name is written, for each speaker.
    names: Vec<BTreeMap<String, usize>>,
}

impl Speakers {
    fn of(entries: &[Entry]) -> Speakers {
        let mut speakers = Speakers {
            place: HashMap::new(),
            names: Vec::new(),
        };
        for name in entries.iter().filter_map(|entry| entry.speaker.as_deref()) {
            let id = slug(name);
            if !id.is_empty() {
                let next = speakers.names.len();
                let place = *speakers.place.entry(id).or_insert(next);
                if place == next {
                    speakers.names.push(BTreeMap::new());
                }
                *speakers.names[place]
                    .entry(name.trim().to_string())
                    .or_insert(0) += 1;
            }
        }
        speakers
    }

    fn place(&self, entry: &Entry) -> Option<usize> {
        self.place.get(&slug(entry.speaker.as_deref()?)).copied()
    }

    /// Each speaker once.
    fn heard_in(&self, group: &[Entry]) -> Vec<usize> {
        let mut heard: Vec<usize> = Vec::new();
        for place in group.iter().filter_map(|entry| self.place(entry)) {
            if !heard.contains(&place) {
                heard.push(place);
            }
        }
        heard
    }

    fn into_list(self) -> Vec<Speaker> {
        let mut ids: Vec<(String, usize)> = self.place.into_iter().collect();
        ids.sort_by_key(|(_, place)| *place);
        let named = ids.into_iter().zip(self.names);
        named
            .map(|((id, _), names)| {
                let most = names
                    .into_iter()
                    .max_by_key(|(_, times)| *times)
                    .unwrap_or_default();
                Speaker {
                    id,
                    name: both(&most.0),
                    is_body: false,
                    roles: Vec::new(),
                }
            })
            .collect()
    }
}
