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
use frise_date::Edtf;
use frise_index::model::*;
use std::collections::HashMap;

/// Makes a corpus of what was read and what a person decided.
///
/// A corpus folder stays as it is; other documents are added to it.
///
/// # Errors
/// Returns a problem for each date that a person typed and that cannot be read, and one if there is no text at all. What
/// could not be read of files is in [`Import::problems`], and does not prevent the rest.
pub fn corpus(import: &Import, settings: &Settings) -> Result<Corpus, Vec<Problem>> {
    let resolver = Resolver::new(import, settings);
    let bad = |problem: &&Problem| matches!(problem.reason, Reason::BadDate { .. });
    let bad: Vec<Problem> = resolver.problems.iter().filter(bad).cloned().collect();
    if !bad.is_empty() {
        return Err(bad);
    }
    let mut assembly = Assembly::new(import, settings);
    let mut whole = Counts::default();
    resolver.each(|resolved| {
        if !resolved.skip {
            whole += resolved.counts.unwrap_or_else(|| counts(resolved.text));
            assembly.document(resolved);
        }
    });
    let usual = whole.language().unwrap_or("und").to_string();
    let mut corpus = assembly.finish(&usual);
    join_parted_words(&mut corpus);
    if corpus.documents.is_empty() {
        return Err(vec![Problem::of("", Reason::NoDocuments)]);
    }
    Ok(corpus)
}

struct Assembly<'i> {
    settings: &'i Settings,
    corpus: Corpus,
    /// The place of each speaker by the identifier of their name.
    speakers: HashMap<String, usize>,
    ids: Slugs,
    kinds: HashMap<String, usize>,
    /// Whether the corpus was a folder, which says itself what it is.
    is_folder: bool,
    /// The first part of the path of all files.
    name: Option<String>,
}

impl<'i> Assembly<'i> {
    fn new(import: &'i Import, settings: &'i Settings) -> Assembly<'i> {
        let mut assembly = Assembly {
            settings,
            corpus: import.folder.clone().unwrap_or_default(),
            speakers: HashMap::new(),
            ids: Slugs::default(),
            kinds: HashMap::new(),
            is_folder: import.folder.is_some(),
            name: None,
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
        let mut document = Document { metadata, passages };
        leave_out_title(&mut document);
        self.corpus.documents.push(document);
    }

    fn metadata(&mut self, resolved: &Resolved<'_>, speakers: Vec<usize>) -> Metadata {
        let text = resolved.text;
        let title = one_line(&resolved.title);
        let id = match text.key.rsplit_once('#') {
            Some((_, part)) if part.bytes().any(|byte| byte.is_ascii_alphabetic()) => part,
            _ => crate::text::stem(&text.path),
        };
        let author = text
            .author
            .and_then(|place| resolved.names.get(place as usize));
        Metadata {
            id: self.ids.unique(shortened(slug(id))),
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
            kind: self.kind(text.kind.as_deref()),
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
        }
    }

    /// Returns the place of a speaker, who is added where they are new.
    fn speaker(&mut self, name: &str) -> Option<usize> {
        let settings = self.settings;
        let original = speaker_id(name);
        if let Some(place) = self.speakers.get(&original) {
            return Some(*place);
        }
        let change = settings.speakers.get(&original);
        let renamed = change
            .map(|change| one_line(&change.name))
            .filter(|name| !name.is_empty());
        let name = renamed.unwrap_or_else(|| one_line(name));
        if name.is_empty() {
            return None;
        }
        let id = speaker_id(&name);
        let next = self.corpus.speakers.len();
        let place = *self.speakers.entry(id.clone()).or_insert(next);
        if place == next {
            self.corpus.speakers.push(speaker(id, &name, change));
        }
        self.speakers.insert(original, place);
        Some(place)
    }

    fn kind(&mut self, label: Option<&str>) -> usize {
        let label = label.map(one_line).filter(|label| !slug(label).is_empty());
        let (id, label) = match label {
            Some(label) => (slug(&label), both(&label)),
            None => ("text".to_string(), bilingual("Texte", "Text")),
        };
        let kinds = &mut self.corpus.kinds;
        *self.kinds.entry(id.clone()).or_insert_with(|| {
            kinds.push(Kind { id, label });
            kinds.len() - 1
        })
    }

    fn finish(self, usual: &str) -> Corpus {
        let settings = self.settings;
        let mut corpus = self.corpus;
        for document in &mut corpus.documents {
            if document.metadata.language.is_empty() {
                document.metadata.language = usual.to_string();
            }
        }
        corpus.documents.sort_by_cached_key(|document| {
            (document.metadata.order(), document.metadata.id.clone())
        });
        let title = [
            one_line(&settings.title),
            corpus.title.fr.clone(),
            self.name.unwrap_or_default(),
        ];
        if !self.is_folder || !settings.title.trim().is_empty() {
            let title = title
                .into_iter()
                .find(|title| !title.is_empty())
                .unwrap_or_else(|| "Corpus".into());
            corpus.title = both(&title);
        }
        if !settings.sentence.trim().is_empty() {
            corpus.sentence = both(&one_line(&settings.sentence));
        } else if !self.is_folder {
            corpus.sentence = sentence(corpus.documents.len());
        }
        if corpus.id.is_empty() {
            let id = shortened(slug(&corpus.title.fr));
            corpus.id = if id.is_empty() { "corpus".into() } else { id };
        }
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
        corpus
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
