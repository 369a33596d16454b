//! A document as Markdown with front matter.

use super::{both, both_if_any, string, strings};
use frise_date::Edtf;
use frise_index::model::{Basis, Corpus, Document, Metadata, Run, RunKind, Voice};
use std::fmt::Write;

/// What a span is beside its text.
type Manner = (Voice, Option<usize>, Option<Edtf>);

/// Returns the file of a document.
pub fn write(document: &Document, corpus: &Corpus) -> String {
    let own = own(document);
    let mut text = String::from("+++\n");
    front_matter(&mut text, &document.metadata, corpus, own);
    text.push_str("+++\n");
    for passage in &document.passages {
        for run in &passage.runs {
            if let RunKind::Heading(level) = run.kind {
                let marks = "#".repeat(usize::from(level.clamp(1, 6)));
                let _ = write!(text, "\n{marks} {}\n", one_line(&run.text).trim());
            }
        }
        text.push('\n');
        let start = text.len();
        for run in &passage.runs {
            span(&mut text, run, own, corpus);
        }
        // A paragraph that looks like a heading is none.
        if text[start..].starts_with('#') {
            text.insert(start, '\\');
        }
        text.push('\n');
    }
    text
}

/// Returns the voice and the speaker of the document itself: of those spans that can be no speech inside it, the most
/// frequent.
fn own(document: &Document) -> (Voice, Option<usize>) {
    let mut times: Vec<((Voice, Option<usize>), usize)> = Vec::new();
    for run in document.passages.iter().flat_map(|passage| &passage.runs) {
        let RunKind::Span(voice) = run.kind else {
            continue;
        };
        if is_speech((voice, run.speaker, run.date)) {
            continue;
        }
        let manner = (voice, run.speaker);
        match times.iter_mut().find(|(known, _)| *known == manner) {
            Some((_, times)) => *times += 1,
            None => times.push((manner, 1)),
        }
    }
    let most = times.into_iter().max_by_key(|(_, times)| *times);
    most.map_or((Voice::Narration, None), |(manner, _)| manner)
}

/// Returns whether a span can be written as `<said>`.
fn is_speech((voice, speaker, _): Manner) -> bool {
    speaker.is_some() && matches!(voice, Voice::Direct | Voice::Reported)
}

fn front_matter(
    text: &mut String,
    metadata: &Metadata,
    corpus: &Corpus,
    own: (Voice, Option<usize>),
) {
    let speaker_id = |place: usize| corpus.speakers.get(place).map(|speaker| &speaker.id);
    let date = |date: Option<Edtf>| date.map_or(String::new(), |date| date.to_string());
    string(text, "id", &metadata.id);
    both(text, "title", &metadata.title);
    if metadata.title_basis == Basis::Inferred {
        string(text, "title_basis", "inferred");
    }
    if metadata.short != metadata.title {
        both(text, "short", &metadata.short);
    }
    string(text, "date", &date(metadata.date));
    if metadata.date_stated.is_some() {
        string(text, "date_stated", &date(metadata.date_stated));
    }
    if metadata.date_basis == Basis::Inferred {
        string(text, "date_basis", "inferred");
    }
    both_if_any(text, "date_note", &metadata.date_note);
    let kind = corpus.kinds.get(metadata.kind);
    string(text, "type", kind.map_or("", |kind| &kind.id));
    string(text, "language", &metadata.language);
    for (key, value) in [
        ("creator", &metadata.creator),
        ("source", &metadata.source),
        ("publisher", &metadata.publisher),
        ("rights", &metadata.rights),
    ] {
        if !value.is_empty() {
            string(text, key, value);
        }
    }
    let speakers = metadata.speakers.iter();
    let speakers: Vec<&String> = speakers.filter_map(|place| speaker_id(*place)).collect();
    for (key, values) in [
        ("subject", metadata.subjects.iter().collect()),
        ("speakers", speakers),
        ("furniture", metadata.furniture.iter().collect()),
    ] {
        if !values.is_empty() {
            strings(text, key, values.into_iter());
        }
    }
    let (voice, speaker) = own;
    if let Some(speaker) = speaker.and_then(speaker_id) {
        string(text, "speaker", speaker);
    }
    string(text, "voice", voice.id());
}

fn span(text: &mut String, run: &Run, own: (Voice, Option<usize>), corpus: &Corpus) {
    let RunKind::Span(voice) = run.kind else {
        return;
    };
    let is_own = (voice, run.speaker) == own && run.date.is_none();
    let speaker = run.speaker.and_then(|place| corpus.speakers.get(place));
    let Some(speaker) = speaker.filter(|_| !is_own) else {
        return escaped(text, &run.text);
    };
    let direct = voice != Voice::Reported;
    let _ = write!(text, "<said who=\"{}\" direct=\"{direct}\"", speaker.id);
    if let Some(date) = run.date {
        let _ = write!(text, " when=\"{date}\"");
    }
    text.push('>');
    escaped(text, &run.text);
    text.push_str("</said>");
}

/// The text, with a backslash before what would be markup.
fn escaped(text: &mut String, span: &str) {
    for c in one_line(span).chars() {
        match c {
            '<' | '\\' => text.extend(['\\', c]),
            c => text.push(c),
        }
    }
}

fn one_line(text: &str) -> String {
    text.replace("\r\n", " ").replace(['\n', '\r'], " ")
}
