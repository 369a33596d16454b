//! A document, of what was resolved of it.

use super::people::note_first;
use super::{Assembly, bilingual, both, shortened};
use crate::passages::{Parted, Passages, part};
use crate::resolve::Resolved;
use crate::text::{DateBasis, Span, one_line};
use frise_corpus::leave_out_title;
use frise_corpus::slug::slug;
use frise_date::Edtf;
use frise_index::model::*;

impl Assembly<'_> {
    /// Adds a document, unless it has no text.
    pub fn document(&mut self, resolved: &Resolved<'_>) {
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
