//! Texts for TXM and IRaMuTeQ.

use frise_date::{Tongue, phrase};
use frise_index::Index;
use frise_index::model::Metadata;
use unicode_normalization::UnicodeNormalization;

use crate::archive::{ExportFile, file_names};
use crate::reference::in_language;
use crate::selection::{Part, headings};
use crate::table::{DataTable, Datum, TableFormat};
use crate::typography::one_line;
use crate::when::Span;

/// Returns texts as TXM imports them by “TXT + CSV”: a file for each text, and `metadata.csv`, whose first column `id` names the
/// files without their extension. Headings and passages are paragraphs, which blank lines part.
///
/// Format: <https://txm.gitpages.huma-num.fr/textometrie/files/documentation/Manuel%20de%20TXM%200.7%20FR.pdf>, section 3.
pub fn txm(index: &Index, parts: &[Part], language: Tongue) -> Vec<ExportFile> {
    let known = |part: &&Part| index.documents().get(part.document).is_some();
    let parts: Vec<&Part> = parts.iter().filter(known).collect();
    let metadata = |part: &Part| &index.documents()[part.document].metadata;
    let names = file_names(parts.iter().map(|part| metadata(part).id.as_str()));
    let head = [
        "id",
        "titre",
        "date",
        "annee",
        "datation",
        "genre",
        "auteur",
        "locuteurs",
        "langue",
        "editeur",
        "source",
    ];
    let rows = parts.iter().zip(&names).map(|(part, name)| {
        let fields = Fields::of(index, metadata(part), language);
        vec![
            Datum::Text(name.clone()),
            Datum::Text(fields.title),
            Datum::Date(fields.date),
            Datum::Date(fields.year),
            Datum::Text(fields.date_in_words),
            Datum::Text(fields.kind),
            Datum::Text(fields.creator),
            Datum::Text(fields.speakers),
            Datum::Text(fields.language),
            Datum::Text(fields.publisher),
            Datum::Text(fields.source),
        ]
    });
    let table = DataTable {
        head: head.map(str::to_owned).to_vec(),
        rows: rows.collect(),
    };
    let mut files = vec![ExportFile::text(
        "metadata.csv",
        table.to_text(TableFormat::Csv),
    )];
    files.extend(parts.iter().zip(&names).map(|(part, name)| {
        let text = paragraphs(index, part).join("\n\n") + "\n";
        ExportFile::text(format!("{name}.txt"), text)
    }));
    files
}

/// Returns texts as IRaMuTeQ reads them: a line `**** *id_… *date_…` before each text, and one line for each passage, in UTF-8
/// without a byte order mark and in normal form C.
///
/// Lines that would begin a text or a theme (`****`, `-*`) have other stars. Soft hyphens are left out, and letters at which
/// IRaMuTeQ would cut a word are spelled: `æ` as `ae`, `ᵉ` as `e`; the point of `citoyen·nes` is left out.
///
/// Format: <http://www.iramuteq.org/documentation/formatage-des-corpus-texte>.
pub fn iramuteq(index: &Index, parts: &[Part], language: Tongue) -> String {
    let mut corpus = String::new();
    for part in parts {
        let Some(document) = index.documents().get(part.document) else {
            continue;
        };
        let fields = Fields::of(index, &document.metadata, language);
        corpus.push_str("****");
        for (name, value) in [
            ("id", &document.metadata.id),
            ("date", &fields.day),
            ("annee", &fields.year),
            ("datation", &fields.date_in_words),
            ("titre", &fields.title),
            ("genre", &fields.kind),
            ("auteur", &fields.creator),
            ("langue", &fields.language),
        ] {
            let value = variable(value);
            if !value.is_empty() {
                corpus.push_str(&format!(" *{name}_{value}"));
            }
        }
        corpus.push('\n');
        for paragraph in paragraphs(index, part) {
            corpus.push_str(&iramuteq_line(&paragraph));
            corpus.push('\n');
        }
        corpus.push('\n');
    }
    corpus
}

/// The headings and passages of a part, each on one line.
fn paragraphs(index: &Index, part: &Part) -> Vec<String> {
    let mut paragraphs = Vec::new();
    for passage in &part.passages {
        let headings = headings(index, *passage).into_iter().map(|(_, text)| text);
        let texts = headings.chain([index.text_of(*passage)]);
        paragraphs.extend(
            texts
                .map(|text| one_line(&text))
                .filter(|text| !text.is_empty()),
        );
    }
    paragraphs
}

fn iramuteq_line(text: &str) -> String {
    let text = readable(text);
    let line = text.trim();
    let numbered = line.len() > 4
        && line.bytes().take(4).all(|byte| byte.is_ascii_digit())
        && line[4..].trim_start().starts_with('*');
    if line.starts_with("****") || line.starts_with("-*") || numbered {
        line.replace('*', "∗")
    } else {
        line.to_owned()
    }
}

/// Spells what IRaMuTeQ would take for the end of a word.
fn readable(text: &str) -> String {
    let mut readable = String::with_capacity(text.len());
    for character in text.nfc() {
        match character {
            'æ' => readable.push_str("ae"),
            'Æ' => readable.push_str("Ae"),
            'ᵉ' => readable.push('e'),
            'ʳ' => readable.push('r'),
            'ˢ' => readable.push('s'),
            '·' | '\u{ad}' | '\u{feff}' => {}
            other => readable.push(other),
        }
    }
    readable
}

/// A value without spaces and stars: letters, digits and `-`, others as one `_`.
fn variable(value: &str) -> String {
    let readable = readable(value);
    let words =
        readable.split(|character: char| !(character.is_alphanumeric() || character == '-'));
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    words.join("_")
}

struct Fields {
    title: String,
    /// In EDTF.
    date: String,
    /// The first day, month or year.
    day: String,
    year: String,
    date_in_words: String,
    kind: String,
    creator: String,
    speakers: String,
    language: String,
    publisher: String,
    source: String,
}

impl Fields {
    fn of(index: &Index, metadata: &Metadata, language: Tongue) -> Fields {
        let about = index.about();
        let say = |text| one_line(in_language(text, language));
        let point = metadata.date.map(|date| Span::of(&date));
        let point = point.and_then(|span| span.start().or(span.end()));
        let year = point.map_or_else(String::new, |point| {
            let sign = if point.year < 0 { "-" } else { "" };
            format!("{sign}{:04}", point.year.unsigned_abs())
        });
        let mut day = year.clone();
        for part in point
            .iter()
            .flat_map(|point| [point.month, point.day])
            .flatten()
        {
            day.push_str(&format!("-{part:02}"));
        }
        let speakers = metadata.speakers.iter();
        let speakers = speakers.filter_map(|speaker| about.speakers.get(*speaker));
        let speakers: Vec<String> = speakers.map(|speaker| say(&speaker.name)).collect();
        let date_in_words = metadata.date.map(|date| phrase(&date, language));
        let kind = about.kinds.get(metadata.kind);
        Fields {
            title: say(&metadata.title),
            date: metadata
                .date
                .map(|date| date.interchange())
                .unwrap_or_default(),
            day,
            year,
            date_in_words: date_in_words.unwrap_or_default(),
            kind: kind.map(|kind| say(&kind.label)).unwrap_or_default(),
            creator: one_line(&metadata.creator),
            speakers: speakers.join("; "),
            language: one_line(&metadata.language),
            publisher: one_line(&metadata.publisher),
            source: one_line(&metadata.source),
        }
    }
}
