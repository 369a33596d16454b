//! From the files of a corpus folder to a [`Corpus`], or to every mistake in them.

use super::body::{Context, parse_body};
use super::fields::{Fields, Located, parse_table};
use super::model::*;
use super::problem::{Place, Problem, Problems, SourceFile};
use crate::date::Edtf;

/// A corpus without mistakes of form, and where its queries stand, so that whoever can read queries
/// tells mistakes in them at the right place.
#[derive(Debug)]
pub struct Parsed {
    /// The corpus, documents by date.
    pub corpus: Corpus,
    /// For each theme, then for each start: a problem without a message, at the query.
    pub query_places: Vec<Problem>,
}

/// Parses the files of a corpus folder: `corpus.toml`, `speakers.toml`, `themes.toml` and
/// `documents/*.md`. Other files are left alone.
///
/// # Errors
/// Every mistake in all the files, by file and line.
pub fn parse(files: &[SourceFile]) -> Result<Parsed, Vec<Problem>> {
    match read(files) {
        (parsed, problems) if problems.is_empty() => Ok(parsed),
        (_, problems) => Err(problems),
    }
}

/// As [`parse`], but gives what could be read beside the mistakes, so that others can be told with them.
pub(crate) fn read(files: &[SourceFile]) -> (Parsed, Vec<Problem>) {
    let problems = Problems::default();
    let mut corpus = Corpus::default();
    let mut places = Vec::new();
    let speakers = named(files, "speakers.toml", &problems);
    let themes = named(files, "themes.toml", &problems);
    let about = named(files, "corpus.toml", &problems);
    read_toml(speakers, &problems, |fields| {
        corpus.speakers = read_speakers(fields)
    });
    read_toml(about, &problems, |fields| {
        places = read_about(fields, &mut corpus)
    });
    read_toml(themes, &problems, |fields| {
        let (themes, mut theme_places) = read_themes(fields);
        corpus.themes = themes;
        theme_places.append(&mut places);
        places = theme_places;
    });
    let mut ids = Vec::new();
    for file in files
        .iter()
        .filter(|file| file.path.starts_with("documents/") && file.path.ends_with(".md"))
    {
        if let Some(document) = read_document(file, &corpus, &mut ids, &problems) {
            corpus.documents.push(document);
        }
    }
    if ids.is_empty() {
        problems.add(
            Place {
                path: "documents/",
                text: "",
                offset: 0,
            },
            "there is no document; add documents/ID.md",
        );
    }
    corpus.documents.sort_by_key(|document| {
        (
            document.metadata.date.earliest(),
            document.metadata.id.clone(),
        )
    });
    let query_places = places.into_iter().map(place_only).collect();
    (
        Parsed {
            corpus,
            query_places,
        },
        problems.into_sorted(),
    )
}

fn place_only(place: Place<'_>) -> Problem {
    let problems = Problems::default();
    problems.add(place, "");
    problems.into_sorted().remove(0)
}

/// The text of a file that must exist and be UTF-8.
fn named<'s>(files: &'s [SourceFile], path: &'static str, problems: &Problems) -> Place<'s> {
    let Some(file) = files.iter().find(|file| file.path == path) else {
        problems.add(
            Place {
                path,
                text: "",
                offset: 0,
            },
            "the file is missing; the corpus folder needs it",
        );
        return Place {
            path,
            text: "",
            offset: 0,
        };
    };
    utf8(file, problems).unwrap_or(Place {
        path,
        text: "",
        offset: 0,
    })
}

fn utf8<'s>(file: &'s SourceFile, problems: &Problems) -> Option<Place<'s>> {
    match std::str::from_utf8(&file.bytes) {
        Ok(text) => Some(Place {
            path: &file.path,
            text,
            offset: 0,
        }),
        Err(error) => {
            let valid = std::str::from_utf8(&file.bytes[..error.valid_up_to()]).unwrap_or("");
            let place = Place {
                path: &file.path,
                text: valid,
                offset: valid.len(),
            };
            problems.add(
                place,
                "invalid UTF-8 from here; save the file in the encoding UTF-8",
            );
            None
        }
    }
}

fn read_toml<'s>(place: Place<'s>, problems: &Problems, read: impl FnOnce(&Fields<'s, '_>)) {
    if place.text.is_empty() {
        return;
    }
    let table = parse_table(place.text, place, problems);
    let fields = Fields::new(table.get_ref(), place, 0, problems);
    read(&fields);
    fields.close();
}

fn read_about<'s>(fields: &Fields<'s, '_>, corpus: &mut Corpus) -> Vec<Place<'s>> {
    corpus.id = id(fields, &mut Vec::new());
    corpus.title = fields.bilingual("title");
    corpus.sentence = fields.bilingual("sentence");
    corpus.notice = fields.optional_bilingual("notice").unwrap_or_default();
    let mut places = Vec::new();
    for start in fields.tables("start") {
        let query = start.required("query");
        corpus.starts.push(Start {
            label: label(&start),
            query: query.value,
        });
        places.push(query.place);
        start.close();
    }
    let mut ids = Vec::new();
    for kind in fields.tables("kinds") {
        corpus.kinds.push(Kind {
            id: id(&kind, &mut ids),
            label: label(&kind),
        });
        kind.close();
    }
    places
}

/// The strings `fr` and `en` of a table.
fn label(fields: &Fields<'_, '_>) -> Bilingual {
    Bilingual {
        fr: fields.required("fr").value,
        en: fields.required("en").value,
    }
}

fn read_speakers(fields: &Fields<'_, '_>) -> Vec<Speaker> {
    let mut ids = Vec::new();
    let mut speakers = Vec::new();
    for speaker in fields.tables("speaker") {
        let kind = speaker.optional("kind");
        if let Some(kind) = kind
            .as_ref()
            .filter(|kind| !["person", "body"].contains(&kind.value.as_str()))
        {
            speaker.note(
                kind.place,
                format!(
                    "'kind' must be \"person\" or \"body\", and is \"{}\"",
                    kind.value
                ),
            );
        }
        speakers.push(Speaker {
            id: id(&speaker, &mut ids),
            name: speaker.bilingual("name"),
            is_body: kind.is_some_and(|kind| kind.value == "body"),
            roles: speaker.tables("roles").iter().map(read_role).collect(),
        });
        speaker.close();
    }
    speakers
}

fn read_role(fields: &Fields<'_, '_>) -> Role {
    let at = fields.date("at");
    let role = Role {
        role: fields.bilingual("role"),
        from: fields.date("from").or(at),
        to: fields.date("to").or(at),
    };
    fields.close();
    role
}

fn read_themes<'s>(fields: &Fields<'s, '_>) -> (Vec<Theme>, Vec<Place<'s>>) {
    let mut ids = Vec::new();
    let mut themes = Vec::new();
    let mut places = Vec::new();
    for theme in fields.tables("theme") {
        let query = theme.required("query");
        themes.push(Theme {
            id: id(&theme, &mut ids),
            label: theme.bilingual("label"),
            definition: theme.bilingual("definition"),
            query: query.value,
        });
        places.push(query.place);
        theme.close();
    }
    (themes, places)
}

/// An id that serves in links: lower-case letters, digits and hyphens, and no other before it.
fn id(fields: &Fields<'_, '_>, before: &mut Vec<String>) -> String {
    let found = fields.required("id");
    let id = found.value;
    let good = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    if !id.is_empty() && !id.chars().all(good) {
        fields.note(
            found.place,
            format!("bad id '{id}': use only the letters a-z, digits and hyphens"),
        );
    }
    if before.contains(&id) {
        fields.note(
            found.place,
            format!("duplicate id '{id}': it names something above already; choose another"),
        );
    }
    before.push(id.clone());
    id
}

fn read_document(
    file: &SourceFile,
    corpus: &Corpus,
    ids: &mut Vec<String>,
    problems: &Problems,
) -> Option<Document> {
    ids.push(String::new());
    let place = utf8(file, problems)?;
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
    Some(Document {
        metadata: metadata?,
        passages,
    })
}

/// The bytes of the TOML between the `+++` lines, and where the text begins.
fn front_matter(text: &str) -> Option<(std::ops::Range<usize>, usize)> {
    let start = text.find('\n')? + 1;
    if text[..start].trim_end() != "+++" {
        return None;
    }
    let mut at = start;
    for line in text[start..].split_inclusive('\n') {
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

/// `None` where the date is missing or bad, which is noted.
fn read_metadata(
    fields: &Fields<'_, '_>,
    corpus: &Corpus,
    known: &[String],
    ids: &mut Vec<String>,
) -> Option<Metadata> {
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
        fields.missing("date", "\"2016-05-24\" (EDTF)");
    }
    let date: Option<Edtf> = fields.date("date");
    let speakers = fields.strings("speakers");
    let strings =
        |found: Vec<Located<'_, String>>| found.into_iter().map(|found| found.value).collect();
    let metadata = Metadata {
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
        date: date?,
    };
    Some(metadata)
}
