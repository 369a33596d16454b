//! BibTeX and biblatex.
//!
//! The formats are those of BibTeXing (O. Patashnik, 1988) and of the manual of biblatex 3. Names of bodies stand in braces of
//! their own, since `Ministère des Affaires étrangères, Chine` would else be a person. In biblatex `date` is EDTF with both
//! ends of an interval in full, decades and centuries as intervals, and neither end open; in BibTeX there are `year` and the
//! key of the `month`. Most readers drop doubt, so `note` says it in words. Addresses are verbatim, as biblatex reads them,
//! with everything percent-encoded that would end a field.

use frise_date::{Certainty, Edtf};

use crate::author::Author;
use crate::genre::Genre;
use crate::reference::Reference;
use crate::when::{Point, Span};

/// Which program reads the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dialect {
    /// BibTeX and programs that know no other fields.
    BibTex,
    /// biblatex with Biber, and programs that read its fields.
    BibLatex,
}

const MONTHS: [&str; 12] = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
];

/// Returns references as a file of BibTeX or biblatex, in UTF-8 without a byte order mark. References with the same key get
/// the suffixes `-2`, `-3` and so on.
pub fn bibtex(references: &[Reference], dialect: Dialect) -> String {
    let mut keys = std::collections::HashMap::new();
    let mut file = String::new();
    for reference in references {
        let key = reference.key();
        let uses: &mut u32 = keys.entry(key.to_lowercase()).or_insert(0);
        *uses += 1;
        let key = match *uses {
            1 => key,
            number => format!("{key}-{number}"),
        };
        file.push_str(&entry(reference, &key, dialect));
    }
    file
}

fn entry(reference: &Reference, key: &str, dialect: Dialect) -> String {
    let mut fields: Vec<(&str, String)> = Vec::new();
    let mut set = |name, value: &str| {
        if !value.is_empty() {
            fields.push((name, format!("{{{}}}", escape(value))));
        }
    };
    let is_report = reference.genre == Genre::Report;
    let is_article = reference.genre == Genre::Article && !reference.publisher.is_empty();
    set("title", &reference.title);
    match (is_report, dialect) {
        (true, _) => set("type", &reference.kind),
        (false, _) => set("howpublished", &reference.kind),
    }
    set(
        match (is_article, is_report, dialect) {
            (true, _, Dialect::BibLatex) => "journaltitle",
            (true, _, Dialect::BibTex) => "journal",
            (_, true, _) => "institution",
            _ => "publisher",
        },
        &reference.publisher,
    );
    set("note", &reference.notes_in_one_line());
    if dialect == Dialect::BibLatex {
        set("langid", langid(&reference.language));
        set("version", &reference.version);
    }
    if !reference.authors.is_empty() {
        let names: Vec<String> = reference.authors.iter().map(name).collect();
        fields.insert(0, ("author", format!("{{{}}}", names.join(" and "))));
    }
    match (dialect, reference.date) {
        (Dialect::BibLatex, Some(date)) => {
            fields.extend(biblatex_date(&date).map(|date| ("date", format!("{{{date}}}"))));
        }
        (Dialect::BibTex, Some(date)) => fields.extend(bibtex_date(&date)),
        (_, None) => {}
    }
    let address = reference
        .link
        .as_ref()
        .or(reference.source_address.as_ref());
    if let Some(address) = address {
        fields.push(("url", format!("{{{}}}", verbatim(address))));
    }
    if let (Some(day), Dialect::BibLatex) = (reference.accessed, dialect) {
        let (year, month, day) = day.ymd();
        fields.push(("urldate", format!("{{{year:04}-{month:02}-{day:02}}}")));
    }
    let fields: Vec<String> = fields
        .iter()
        .map(|(name, value)| format!("  {name} = {value},\n"))
        .collect();
    let kind = entry_type(reference, is_article, dialect);
    format!("@{kind}{{{key},\n{}}}\n\n", fields.concat())
}

fn entry_type(reference: &Reference, is_article: bool, dialect: Dialect) -> &'static str {
    match (reference.genre, dialect) {
        (Genre::Report, Dialect::BibLatex) => "report",
        (Genre::Report, Dialect::BibTex) => "techreport",
        (Genre::Article, _) if is_article => "article",
        (Genre::Book, _) => "book",
        (Genre::Letter, Dialect::BibLatex) => "letter",
        _ => "misc",
    }
}

fn name(author: &Author) -> String {
    match author {
        // Braces keep a name of several words, and one with `and` or a comma, in one part.
        Author::Person { family, given, .. } => {
            format!("{}, {}", name_part(family), name_part(given))
        }
        Author::Whole(name) => format!("{{{}}}", escape(name)),
    }
}

fn name_part(part: &str) -> String {
    let has_word = part
        .split_whitespace()
        .any(|word| word.eq_ignore_ascii_case("and"));
    if has_word || part.contains(',') {
        format!("{{{}}}", escape(part))
    } else {
        escape(part)
    }
}

/// Escapes what TeX reads as a command. Braces without their partner become commands, because BibTeX counts those that are
/// escaped as well.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    let are_paired = braces_are_paired(text);
    for character in text.chars() {
        match character {
            '&' | '%' | '$' | '#' | '_' => escaped.extend(['\\', character]),
            '\\' => escaped.push_str("{\\textbackslash}"),
            '{' | '}' if are_paired => escaped.extend(['\\', character]),
            '{' => escaped.push_str("{\\textbraceleft}"),
            '}' => escaped.push_str("{\\textbraceright}"),
            '~' => escaped.push_str("{\\textasciitilde}"),
            '^' => escaped.push_str("{\\textasciicircum}"),
            other => escaped.push(other),
        }
    }
    escaped
}

fn braces_are_paired(text: &str) -> bool {
    let mut depth = 0_u32;
    for character in text.chars() {
        match (character, depth) {
            ('{', _) => depth += 1,
            ('}', 0) => return false,
            ('}', _) => depth -= 1,
            _ => {}
        }
    }
    depth == 0
}

/// An address without what would end a field or a line.
fn verbatim(address: &str) -> String {
    let mut verbatim = String::with_capacity(address.len());
    for character in address.chars() {
        match character {
            '{' | '}' | '\\' | ' ' | '"' => {
                verbatim.push_str(&format!("%{:02X}", character as u32))
            }
            character if character.is_control() => {}
            other => verbatim.push(other),
        }
    }
    verbatim
}

/// The name that babel and polyglossia know a language by; the empty string for other languages.
fn langid(language: &str) -> &'static str {
    match language.split('-').next().unwrap_or("") {
        "fr" => "french",
        "en" => "english",
        "de" => "german",
        "es" => "spanish",
        "it" => "italian",
        "pt" => "portuguese",
        "nl" => "dutch",
        "la" => "latin",
        "ru" => "russian",
        _ => "",
    }
}

/// The field `date`; `None` for years that biblatex cannot write. An open end is left to the note like an open beginning,
/// since citation-js makes it a second date that is null.
fn biblatex_date(date: &Edtf) -> Option<String> {
    let doubt = match date.certainty() {
        Certainty::Certain => "",
        Certainty::Uncertain => "?",
        Certainty::Approximate => "~",
        Certainty::Both => "%",
    };
    let write = |point: Point| {
        let Point { year, month, day } = point;
        let sign = if year < 0 { "-" } else { "" };
        let month = month.map_or_else(String::new, |month| format!("-{month:02}"));
        let day = day.map_or_else(String::new, |day| format!("-{day:02}"));
        (year.unsigned_abs() <= 9_999)
            .then(|| format!("{sign}{:04}{month}{day}{doubt}", year.unsigned_abs()))
    };
    match Span::of(date) {
        Span::Range(Some(start), Some(end)) => Some(format!("{}/{}", write(start)?, write(end)?)),
        span => write(span.start().or(span.end())?),
    }
}

/// The fields `year` and `month`. An interval of years is written with an en dash, as TeX has it.
fn bibtex_date(date: &Edtf) -> Vec<(&'static str, String)> {
    let span = Span::of(date);
    let Some(point) = span.start().or(span.end()).filter(|point| point.year > 0) else {
        return Vec::new();
    };
    let last = span.end().map_or(point.year, |end| end.year);
    let month = point
        .month
        .and_then(|month| MONTHS.get(usize::from(month).wrapping_sub(1)));
    let mut fields = vec![if last == point.year {
        ("year", format!("{{{}}}", point.year))
    } else {
        ("year", format!("{{{}--{last}}}", point.year))
    }];
    if let Some(month) = month.filter(|_| last == point.year) {
        fields.push(("month", (*month).to_owned()));
    }
    fields
}
