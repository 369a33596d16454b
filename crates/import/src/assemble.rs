//! From documents to a corpus.

mod document;
mod people;

use crate::reader::Import;
use crate::reason::{Problem, Reason};
use crate::resolve::{Resolver, counts, speaker_id};
use crate::settings::Settings;
use crate::text::one_line;
use frise_corpus::join_parted_words;
use frise_corpus::language::Counts;
use frise_corpus::slug::{Slugs, slug};
use frise_index::model::*;
use people::Firsts;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeSet, HashMap};

/// Makes a corpus of what was read and what a person decided.
///
/// A corpus folder stays as it is; other documents are added to it.
///
/// # Errors
/// Returns a problem for each date that a person typed and that cannot be read, and one if there is no text at all. What
/// could not be read of files is in [`Import::problems`], and does not prevent the rest.
pub fn corpus(import: &Import, settings: &Settings) -> Result<Corpus, Vec<Problem>> {
    let Assembled {
        mut corpus,
        counts,
        called,
        ..
    } = assemble(&Resolver::new(import, settings))?;
    let usual = counts.language().unwrap_or("und");
    for document in &mut corpus.documents {
        if document.metadata.language.is_empty() {
            document.metadata.language = usual.to_string();
        }
    }
    join_parted_words(&mut corpus);
    let documents = corpus.documents.len();
    call(&mut corpus, &called, documents);
    Ok(corpus)
}

/// A corpus, but for what all texts together decide.
pub(crate) struct Assembled {
    /// The documents are in their order; a language that cannot be told of a document by itself is empty.
    pub corpus: Corpus,
    /// The function words of all texts.
    pub counts: Counts,
    pub called: Called,
    /// How many kinds and speakers a corpus folder lists, where there is one.
    pub listed: Option<(usize, usize)>,
    /// The first row of a table whose document is named by its place among others.
    pub numbered: Option<String>,
    /// The documents that several rows of a table make.
    pub together: BTreeSet<String>,
}

/// What names a corpus.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Called {
    /// The title that a person gave, or the empty string.
    pub title: String,
    /// The sentence that a person gave, or the empty string.
    pub sentence: String,
    /// The first part of the path of all files.
    pub name: String,
    /// Whether the corpus was a folder, which says itself what it is.
    pub is_folder: bool,
}

/// Gives a corpus of some documents its title, sentence and identifier.
pub(crate) fn call(corpus: &mut Corpus, called: &Called, documents: usize) {
    let said = one_line(&called.title);
    if !called.is_folder || !said.is_empty() {
        let titles = [said.as_str(), &corpus.title.fr, &called.name];
        let title = titles.into_iter().find(|title| !title.is_empty());
        corpus.title = both(title.unwrap_or("Corpus"));
    }
    if !called.sentence.trim().is_empty() {
        corpus.sentence = both(&one_line(&called.sentence));
    } else if !called.is_folder {
        corpus.sentence = sentence(documents);
    }
    if corpus.id.is_empty() {
        let id = shortened(slug(&corpus.title.fr));
        corpus.id = if id.is_empty() { "corpus".into() } else { id };
    }
}

/// Makes documents of what was read.
///
/// # Errors
/// As those of [`corpus()`].
pub(crate) fn assemble(resolver: &Resolver<'_>) -> Result<Assembled, Vec<Problem>> {
    let bad = |problem: &&Problem| matches!(problem.reason, Reason::BadDate { .. });
    let bad: Vec<Problem> = resolver.problems.iter().filter(bad).cloned().collect();
    if !bad.is_empty() {
        return Err(bad);
    }
    let mut assembly = Assembly::new(resolver.import, resolver.settings);
    let mut counted = Counts::default();
    resolver.each(|resolved| {
        if !resolved.skip {
            counted += resolved.counts.unwrap_or_else(|| counts(resolved.text));
            assembly.document(resolved);
        }
    });
    if assembly.corpus.documents.is_empty() {
        return Err(vec![Problem::of("", Reason::NoDocuments)]);
    }
    Ok(assembly.finish(counted))
}

struct Assembly<'i> {
    settings: &'i Settings,
    corpus: Corpus,
    /// The place of each speaker by the identifier of their name.
    speakers: HashMap<String, usize>,
    ids: Slugs,
    kinds: HashMap<String, usize>,
    /// How many kinds and speakers a corpus folder lists, where there is one.
    listed: Option<(usize, usize)>,
    /// The kinds and speakers as the first document in order writes them.
    first_kinds: Firsts,
    first_speakers: Firsts,
    /// The first part of the path of all files.
    name: Option<String>,
    numbered: Option<String>,
    together: BTreeSet<String>,
}

impl<'i> Assembly<'i> {
    fn new(import: &'i Import, settings: &'i Settings) -> Assembly<'i> {
        let mut assembly = Assembly {
            settings,
            corpus: import.folder.clone().unwrap_or_default(),
            speakers: HashMap::new(),
            ids: Slugs::default(),
            kinds: HashMap::new(),
            listed: import
                .folder
                .as_ref()
                .map(|folder| (folder.kinds.len(), folder.speakers.len())),
            first_kinds: Firsts::new(),
            first_speakers: Firsts::new(),
            name: None,
            numbered: None,
            together: BTreeSet::new(),
        };
        for (place, speaker) in assembly.corpus.speakers.iter().enumerate() {
            for id in [speaker.id.clone(), speaker_id(&speaker.name.fr)] {
                assembly.speakers.entry(id).or_insert(place);
            }
        }
        for (place, kind) in assembly.corpus.kinds.iter().enumerate() {
            assembly.kinds.insert(kind.id.clone(), place);
        }
        let skip = |id: &str| {
            let change = settings.documents.get(&format!("documents/{id}.md"));
            change.is_some_and(|change| change.skip)
        };
        assembly
            .corpus
            .documents
            .retain(|document| !skip(&document.metadata.id));
        for document in &assembly.corpus.documents {
            assembly.ids.unique(document.metadata.id.clone());
        }
        assembly
    }

    /// Brings documents into their order, and kinds and speakers into that of the documents which name them.
    fn finish(mut self, counts: Counts) -> Assembled {
        let (kinds, speakers) = self.listed.unwrap_or_default();
        let first = |firsts: &Firsts, place: usize| {
            let written = firsts.get(&place).map(|(_, written)| written.clone());
            written.filter(|written| !written.is_empty())
        };
        let corpus = &mut self.corpus;
        for (place, kind) in corpus.kinds.iter_mut().enumerate().skip(kinds) {
            kind.label = first(&self.first_kinds, place)
                .map_or_else(|| kind.label.clone(), |label| both(&label));
        }
        for (place, speaker) in corpus.speakers.iter_mut().enumerate().skip(speakers) {
            speaker.name = first(&self.first_speakers, place)
                .map_or_else(|| speaker.name.clone(), |name| both(&name));
        }
        let documents = &mut corpus.documents;
        documents.sort_by(|a, b| a.metadata.key().cmp(&b.metadata.key()));
        corpus.renumber(kinds, speakers);
        let settings = self.settings;
        let mut ids = Slugs::default();
        for theme in &corpus.themes {
            ids.unique(theme.id.clone());
        }
        for theme in &settings.themes {
            let label = one_line(&theme.label);
            corpus.themes.push(Theme {
                id: ids.unique(shortened(slug(&label))),
                label: both(&label),
                definition: both(&one_line(&theme.definition)),
                query: theme.query.clone(),
            });
        }
        Assembled {
            corpus: self.corpus,
            counts,
            called: Called {
                title: settings.title.clone(),
                sentence: settings.sentence.clone(),
                name: self.name.unwrap_or_default(),
                is_folder: self.listed.is_some(),
            },
            listed: self.listed,
            numbered: self.numbered,
            together: self.together,
        }
    }
}

fn sentence(count: usize) -> Bilingual {
    let (fr, en) = if count == 1 {
        ("texte", "text")
    } else {
        ("textes", "texts")
    };
    bilingual(&format!("{count} {fr}."), &format!("{count} {en}."))
}

fn both(text: &str) -> Bilingual {
    bilingual(text, text)
}

fn bilingual(fr: &str, en: &str) -> Bilingual {
    Bilingual {
        fr: fr.to_string(),
        en: en.to_string(),
    }
}

/// Returns a slug of at most 60 characters: what names a document in every address ought to be short.
fn shortened(slug: String) -> String {
    let short: String = slug.chars().take(60).collect();
    short.trim_end_matches('-').to_string()
}
