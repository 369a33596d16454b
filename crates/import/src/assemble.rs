//! From documents to a corpus.

use crate::passages::{Parted, Passages, part};
use crate::reader::Import;
use crate::reason::{Problem, Reason};
use crate::resolve::{Resolved, Resolver, counts, speaker_id};
use crate::settings::{Settings, SpeakerChange};
use crate::text::{DateBasis, Span, one_line};
use frise_corpus::language::Counts;
use frise_corpus::slug::{Slugs, slug};
use frise_corpus::{join_parted_words, leave_out_title};
use frise_date::{Day, Edtf};
use frise_index::model::*;
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

/// How the first of some documents in order writes each item of a list, by its place.
type Firsts = HashMap<usize, ((Day, bool, String), String)>;

/// Notes how a document writes an item.
fn note_first(firsts: &mut Firsts, place: usize, document: &Metadata, written: &str) {
    let is_first = firsts
        .get(&place)
        .is_none_or(|((day, is_undated, id), _)| document.key() < (*day, *is_undated, id.as_str()));
    if is_first {
        let (day, is_undated, id) = document.key();
        let key = (day, is_undated, id.to_string());
        firsts.insert(place, (key, written.to_string()));
    }
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

    fn document(&mut self, resolved: &Resolved<'_>) {
        let text = resolved.text;
        let top = text.path.split('/').next().unwrap_or(&text.path);
        if self.name.is_none() && !top.is_empty() {
            self.name = Some(crate::text::stem(top).to_string());
        }
        let people: Vec<Option<usize>> = resolved
            .names
            .iter()
            .map(|name| self.speaker(name))
            .collect();
        let spans = || text.blocks.iter().flat_map(|block| &block.spans);
        let any_named = spans().any(|span| span.speaker.is_some());
        let usual = resolved
            .speaker
            .as_ref()
            .filter(|_| !any_named || !resolved.is_author());
        let usual = usual.and_then(|name| self.speaker(name));
        let speaker_of = |span: &Span| match span.speaker {
            Some(place) => people.get(place as usize).copied().flatten(),
            None => usual,
        };
        let mut heard: Vec<usize> = Vec::new();
        for place in spans().filter_map(speaker_of) {
            if !heard.contains(&place) {
                heard.push(place);
            }
        }
        // Where some of a text is nobody's, what somebody says in it is speech.
        let paragraphs = || text.blocks.iter().filter(|block| block.heading.is_none());
        let is_shared = heard.len() > 1
            || paragraphs()
                .flat_map(|block| &block.spans)
                .any(|span| speaker_of(span).is_none());
        let voice_of = |span: &Span, speaker: Option<usize>| match (span.voice, speaker) {
            (Some(voice), Some(_)) => voice,
            // Speech is somebody's: a corpus folder cannot hold any other.
            (_, None) => Voice::Narration,
            (None, Some(_)) if is_shared => Voice::Direct,
            (None, Some(_)) => Voice::Official,
        };
        let run = |span: Span| {
            let speaker = speaker_of(&span);
            Run {
                kind: RunKind::Span(voice_of(&span, speaker)),
                speaker,
                date: span
                    .date
                    .as_deref()
                    .and_then(|date| Edtf::parse(date).ok())
                    .filter(|date| Some(*date) != resolved.date),
                text: span.text,
            }
        };
        let mut passages = Vec::new();
        let mut headings: Vec<Run> = Vec::new();
        let mut parted = Parted::default();
        for block in &text.blocks {
            let how = if block.heading.is_some() {
                Passages::Paragraphs
            } else {
                self.settings.passages
            };
            let parts = part(block, how, &mut parted);
            if let Some(level) = block.heading {
                let words: String = parts
                    .into_iter()
                    .flatten()
                    .map(|span| span.text + " ")
                    .collect();
                headings.push(Run {
                    kind: RunKind::Heading(level.clamp(1, 6)),
                    speaker: None,
                    date: None,
                    text: heading_text(&words),
                });
                headings.retain(|heading| !heading.text.is_empty());
                continue;
            }
            for spans in parts {
                let mut runs = std::mem::take(&mut headings);
                runs.extend(spans.into_iter().map(&run));
                // Most passages have one run, and most documents of a large table one passage; vectors grow to four.
                runs.shrink_to_fit();
                passages.push(Passage { runs });
            }
        }
        if passages.is_empty() {
            return;
        }
        passages.shrink_to_fit();
        let metadata = self.metadata(resolved, heard);
        let usual = resolved.speaker.iter();
        for name in resolved.names.iter().chain(usual) {
            let place = self.speaker(name);
            if let Some(place) = place.filter(|place| metadata.speakers.contains(place)) {
                let written = self.written(name);
                let firsts = &mut self.first_speakers;
                // The first way to write a name in a document counts.
                if firsts
                    .get(&place)
                    .is_none_or(|((.., id), _)| *id != metadata.id)
                {
                    note_first(firsts, place, &metadata, &written);
                }
            }
        }
        let mut document = Document { metadata, passages };
        leave_out_title(&mut document);
        self.corpus.documents.push(document);
    }

    fn metadata(&mut self, resolved: &Resolved<'_>, speakers: Vec<usize>) -> Metadata {
        let text = resolved.text;
        let title = one_line(&resolved.title);
        let named = text.key.rsplit_once('#').map(|(_, part)| part);
        let named = named.filter(|part| part.bytes().any(|byte| byte.is_ascii_alphabetic()));
        let is_named = named.is_some();
        let id = named.unwrap_or_else(|| crate::text::stem(&text.path));
        let author = text
            .author
            .and_then(|place| resolved.names.get(place as usize));
        let wished = shortened(slug(id));
        let id = self.ids.unique(wished.clone());
        if resolved.rows.is_some() && (id != wished || !is_named) {
            self.numbered.get_or_insert_with(|| text.key.clone());
        }
        if resolved.rows.is_some_and(|rows| rows > 1) {
            self.together.insert(id.clone());
        }
        let mut metadata = Metadata {
            id,
            title: both(&title),
            title_basis: if resolved.title_stated {
                Basis::Stated
            } else {
                Basis::Inferred
            },
            short: both(&title),
            creator: author.cloned().unwrap_or_default(),
            date: resolved.date,
            date_stated: None,
            date_basis: match &resolved.basis {
                Some(basis) if !basis.is_stated() => Basis::Inferred,
                _ => Basis::Stated,
            },
            date_note: resolved.basis.as_ref().map(note).unwrap_or_default(),
            kind: 0,
            language: resolved.language.clone().unwrap_or_default(),
            source: one_line(&text.source),
            publisher: one_line(&text.publisher),
            rights: one_line(&text.rights),
            subjects: text
                .subjects
                .iter()
                .map(|subject| one_line(subject))
                .filter(|subject| !subject.is_empty())
                .collect(),
            speakers,
            furniture: Vec::new(),
        };
        self.kind(text.kind.as_deref(), &mut metadata);
        metadata
    }

    /// Returns the place of a speaker, who is added where they are new.
    fn speaker(&mut self, name: &str) -> Option<usize> {
        let original = speaker_id(name);
        if let Some(place) = self.speakers.get(&original) {
            return Some(*place);
        }
        let name = self.written(name);
        if name.is_empty() {
            return None;
        }
        let id = speaker_id(&name);
        let next = self.corpus.speakers.len();
        let place = *self.speakers.entry(id.clone()).or_insert(next);
        if place == next {
            let change = self.settings.speakers.get(&original);
            self.corpus.speakers.push(speaker(id, &name, change));
        }
        self.speakers.insert(original, place);
        Some(place)
    }

    /// The name of a speaker as a person changed it, or as it is written.
    fn written(&self, name: &str) -> String {
        let change = self.settings.speakers.get(&speaker_id(name));
        let renamed = change.map(|change| one_line(&change.name));
        let renamed = renamed.filter(|name| !name.is_empty());
        renamed.unwrap_or_else(|| one_line(name))
    }

    /// Gives a document its kind, which is added where it is new.
    fn kind(&mut self, label: Option<&str>, metadata: &mut Metadata) {
        let label = label.map(one_line).filter(|label| !slug(label).is_empty());
        let id = label.as_deref().map_or("text".to_string(), slug);
        let kinds = &mut self.corpus.kinds;
        let place = *self.kinds.entry(id.clone()).or_insert_with(|| {
            let label = bilingual("Texte", "Text");
            kinds.push(Kind { id, label });
            kinds.len() - 1
        });
        metadata.kind = place;
        let written = label.as_deref().unwrap_or_default();
        note_first(&mut self.first_kinds, place, metadata, written);
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

impl Resolved<'_> {
    /// Returns whether who speaks where nobody is named is the author of the text, who does not speak in a play.
    pub(crate) fn is_author(&self) -> bool {
        let author = self
            .text
            .author
            .and_then(|place| self.names.get(place as usize));
        author.is_some() && author == self.speaker.as_ref()
    }
}

fn speaker(id: String, name: &str, change: Option<&SpeakerChange>) -> Speaker {
    let role = change
        .map(|change| one_line(&change.role))
        .filter(|role| !role.is_empty());
    Speaker {
        id,
        name: both(name),
        is_body: change.is_some_and(|change| change.is_body),
        roles: role
            .map(|role| Role {
                role: both(&role),
                from: None,
                to: None,
            })
            .into_iter()
            .collect(),
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

/// Returns the reason for a date, where a reader would ask for one.
fn note(basis: &DateBasis) -> Bilingual {
    match basis {
        DateBasis::FileName => {
            bilingual("D’après le nom du fichier.", "From the name of the file.")
        }
        DateBasis::Title => bilingual("D’après le titre.", "From the title."),
        DateBasis::FirstLines => {
            bilingual("D’après les premières lignes.", "From the first lines.")
        }
        DateBasis::Person
        | DateBasis::Metadata(_)
        | DateBasis::Column(_)
        | DateBasis::Element(_) => Bilingual::default(),
    }
}

/// Returns the text of a heading: without white space around it, no-break spaces either, which a corpus folder cannot hold
/// there. A line that ends in a hyphen may part a word, as in a paragraph.
fn heading_text(words: &str) -> String {
    let lines: Vec<String> = words.split('\n').map(one_line).collect();
    lines.join("\n").trim().to_string()
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
