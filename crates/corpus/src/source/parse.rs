//! From the files of a corpus folder to a [`Corpus`], or to every mistake in them.

use super::document::read_document;
use super::fields::{Fields, id, parse_table};
use super::lesson::read_lesson;
use super::lines;
use super::parsed::Parsed;
use super::problem::{Place, Problem, Problems, SourceFile, place_only, utf8};
use super::synonyms::read_synonyms;
use crate::hyphens::join_parted_words;
use frise_index::model::*;

/// Parses the files of a corpus folder: `corpus.toml`, `speakers.toml`, `themes.toml`, `documents/*.md` and, if there are
/// any, `lessons/*.toml`, in the order of their names. Other files are left alone. A corpus may also be one file of JSON
/// lines, whose name ends in `.jsonl`; see [`super`].
///
/// ```
/// use frise_corpus::{SourceFile, parse};
///
/// let file = |path: &str, text: &str| SourceFile { path: path.into(), bytes: text.into() };
/// let files = [
///     file("corpus.toml", "id = 'droits'\ntitle = 'Droits'\nsentence = 'Un texte.'\n[[kinds]]\nid = 'loi'\nfr = 'Loi'\nen = 'Law'"),
///     file("speakers.toml", ""),
///     file("themes.toml", ""),
///     file("documents/ddhc.md", "+++\nid = 'ddhc'\ntitle = 'Déclaration'\ndate = '1789-08-32'\ntype = 'loi'\nlanguage = 'fr'\n+++\nLes hommes naissent libres."),
/// ];
/// let problems = parse(&files).expect_err("no month has 32 days");
/// assert!(problems[0].to_string().starts_with("documents/ddhc.md:4:8: bad date '1789-08-32' in 'date'"));
/// ```
///
/// # Errors
/// Returns every mistake in all the files, by file and line.
pub fn parse(files: &[SourceFile]) -> Result<Parsed, Vec<Problem>> {
    match read(files) {
        (parsed, problems) if problems.is_empty() => Ok(parsed),
        (_, problems) => Err(problems),
    }
}

/// Does the same as [`parse`], but returns what could be read beside the mistakes, so that later checks can add theirs.
pub(crate) fn read(files: &[SourceFile]) -> (Parsed, Vec<Problem>) {
    let (mut parsed, problems) = match lines::lines_file(files) {
        Some(file) => lines::read(file),
        None => read_folder(files),
    };
    join_parted_words(&mut parsed.corpus);
    (parsed, problems)
}

fn read_folder(files: &[SourceFile]) -> (Parsed, Vec<Problem>) {
    let problems = Problems::default();
    let mut corpus = Corpus::default();
    let mut places = Vec::new();
    let mut synonym_places = Vec::new();
    let speakers = named(files, "speakers.toml", &problems);
    let themes = named(files, "themes.toml", &problems);
    let about = named(files, "corpus.toml", &problems);
    read_toml(speakers, &problems, |fields| {
        corpus.speakers = read_speakers(fields)
    });
    read_toml(about, &problems, |fields| {
        places = read_about(fields, &mut corpus);
        synonym_places = read_synonyms(fields, &mut corpus.synonyms);
    });
    read_toml(themes, &problems, |fields| {
        let (themes, mut theme_places) = read_themes(fields);
        corpus.themes = themes;
        theme_places.append(&mut places);
        places = theme_places;
    });
    let mut ids = Vec::new();
    for file in files_of(files, "documents/", ".md") {
        if let Some(document) = read_document(file, &corpus, &mut ids, &problems) {
            corpus.documents.push(document);
        }
    }
    let mut step_places = Vec::new();
    let mut lesson_ids = Vec::new();
    for file in files_of(files, "lessons/", ".toml") {
        if let Some((lesson, places)) = read_lesson(file, &mut lesson_ids, &problems) {
            corpus.lessons.push(lesson);
            step_places.extend(places);
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
    corpus
        .documents
        .sort_by_key(|document| (document.metadata.order(), document.metadata.id.clone()));
    let query_places = places.into_iter().map(place_only).collect();
    (
        Parsed {
            corpus,
            query_places,
            synonym_places: synonym_places.into_iter().map(place_only).collect(),
            step_places,
        },
        problems.into_sorted(),
    )
}

/// Returns the files of a folder whose names end so.
fn files_of<'f>(
    files: &'f [SourceFile],
    folder: &'f str,
    end: &'f str,
) -> impl Iterator<Item = &'f SourceFile> {
    files
        .iter()
        .filter(move |file| file.path.starts_with(folder) && file.path.ends_with(end))
}

/// Returns the text of a file that must exist and be UTF-8.
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

/// Returns the strings `fr` and `en` of a table.
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
