//! One file of `documents/`: front matter between `+++` lines, then the text.

use super::body::{Context, parse_body};
use super::fields::{Fields, Located, id, parse_table};
use super::problem::{Problems, SourceFile, lines, utf8};
use super::title::leave_out_title;
use super::words::long_words;
use frise_index::model::*;

/// Returns the document of a file; `None` where its metadata cannot be read, which is noted.
pub(super) fn read_document(
    file: &SourceFile,
    corpus: &Corpus,
    ids: &mut Vec<String>,
    problems: &Problems,
) -> Option<Document> {
    ids.push(String::new());
    let place = utf8(file, problems)?;
    for (offset, message) in long_words(place.text) {
        problems.add(place.at(offset), message);
    }
    let Some((front, body)) = front_matter(place.text) else {
        problems.add(
            place,
            "expected front matter: a line '+++', TOML, and a line '+++' before the text",
        );
        return None;
    };
    let table = parse_table(&place.text[front.clone()], place.at(front.start), problems);
    let fields = Fields::new(table.get_ref(), place, front.start, problems);
    let known: Vec<String> = corpus
        .speakers
        .iter()
        .map(|speaker| speaker.id.clone())
        .collect();
    let speaker = fields.optional("speaker");
    let speaker = speaker.and_then(|speaker| speaker_place(&fields, &known, &speaker));
    let voice = voice(&fields, speaker);
    let metadata = read_metadata(&fields, corpus, &known, ids);
    fields.close();
    let context = Context {
        voice,
        speaker,
        speakers: &known,
        problems,
    };
    let passages = parse_body(place.at(body), &context);
    let mut document = Document { metadata, passages };
    leave_out_title(&mut document);
    Some(document)
}

/// Returns the bytes of the TOML between the `+++` lines, and where the text begins.
fn front_matter(text: &str) -> Option<(std::ops::Range<usize>, usize)> {
    let mut lines = lines(text);
    let start = lines
        .next()
        .filter(|first| first.trim_end() == "+++")?
        .len();
    let mut at = start;
    for line in lines {
        if line.trim_end() == "+++" {
            return Some((start..at, at + line.len()));
        }
        at += line.len();
    }
    None
}

fn voice(fields: &Fields<'_, '_>, speaker: Option<usize>) -> Voice {
    let default = if speaker.is_some() {
        Voice::Official
    } else {
        Voice::Narration
    };
    let Some(found) = fields.optional("voice") else {
        return default;
    };
    Voice::from_id(&found.value).unwrap_or_else(|| {
        let ids = Voice::ALL.map(Voice::id).join(", ");
        fields.note(
            found.place,
            format!("unknown voice '{}'; use one of: {ids}", found.value),
        );
        default
    })
}

fn speaker_place(
    fields: &Fields<'_, '_>,
    known: &[String],
    found: &Located<'_, String>,
) -> Option<usize> {
    let place = known.iter().position(|speaker| *speaker == found.value);
    if place.is_none() {
        let message = format!(
            "unknown speaker '{}'; add it to speakers.toml or use one of: {}",
            found.value,
            known.join(", ")
        );
        fields.note(found.place, message);
    }
    place
}

fn basis(fields: &Fields<'_, '_>, key: &'static str) -> Basis {
    match fields.optional(key) {
        None => Basis::Stated,
        Some(found) if found.value == "stated" => Basis::Stated,
        Some(found) => {
            if found.value != "inferred" {
                fields.note(
                    found.place,
                    format!(
                        "'{key}' must be \"stated\" or \"inferred\", and is \"{}\"",
                        found.value
                    ),
                );
            }
            Basis::Inferred
        }
    }
}

fn read_metadata(
    fields: &Fields<'_, '_>,
    corpus: &Corpus,
    known: &[String],
    ids: &mut Vec<String>,
) -> Metadata {
    let title = fields.bilingual("title");
    let kind = fields.required("type");
    let kind_place = corpus.kinds.iter().position(|known| known.id == kind.value);
    if kind_place.is_none() && !kind.value.is_empty() {
        let kinds: Vec<&str> = corpus.kinds.iter().map(|kind| kind.id.as_str()).collect();
        fields.note(
            kind.place,
            format!(
                "unknown type '{}'; add it to corpus.toml or use one of: {}",
                kind.value,
                kinds.join(", ")
            ),
        );
    }
    if fields.optional("date").is_none() {
        fields.missing(
            "date",
            "\"2016-05-24\" (EDTF), or date = \"\" if nobody knows",
        );
    }
    let speakers = fields.strings("speakers");
    let strings =
        |found: Vec<Located<'_, String>>| found.into_iter().map(|found| found.value).collect();
    Metadata {
        id: id(fields, ids),
        title_basis: basis(fields, "title_basis"),
        short: fields
            .optional_bilingual("short")
            .unwrap_or_else(|| title.clone()),
        title,
        creator: fields.text("creator"),
        date_stated: fields.date("date_stated"),
        date_basis: basis(fields, "date_basis"),
        date_note: fields.optional_bilingual("date_note").unwrap_or_default(),
        kind: kind_place.unwrap_or(0),
        language: fields.required("language").value,
        source: fields.text("source"),
        publisher: fields.text("publisher"),
        rights: fields.text("rights"),
        subjects: strings(fields.strings("subject")),
        speakers: speakers
            .iter()
            .filter_map(|found| speaker_place(fields, known, found))
            .collect(),
        furniture: strings(fields.strings("furniture")),
        date: fields.date("date"),
    }
}
