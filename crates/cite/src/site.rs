//! The texts as pages without scripts, with a sitemap and a feed.
//!
//! Formats: <https://www.sitemaps.org/protocol.html> and RFC 4287 (Atom).

use frise_date::{Day, Tongue, phrase};
use frise_index::Index;
use frise_index::model::{RunKind, Voice};
use frise_text::direction;

use crate::archive::{ExportFile, file_names};
use crate::head::{coins, head_tags, json_ld};
use crate::reference::{Choice, Reference, Setting, in_language, passage_link};
use crate::selection::headings;
use crate::typography::{one_line, pick};
use crate::xml::{attribute, text};

/// The most entries of a feed.
const MOST_ENTRIES: usize = 50;

/// Where the pages will stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Site {
    /// The address of the folder of the app, with its last `/`. Without it there are no absolute addresses: no sitemap, no
    /// feed, no `canonical` and `cite-as`.
    pub base: Option<String>,
    /// The folder of the pages below it, with its last `/`; the empty string for the same folder.
    pub folder: String,
    /// The language of the words around the texts.
    pub language: Tongue,
}

impl Site {
    /// The address of the app from one of the pages.
    fn app(&self) -> String {
        let up = "../".repeat(self.folder.matches('/').count());
        if up.is_empty() { "./".to_owned() } else { up }
    }

    fn setting(&self) -> Setting {
        Setting {
            page: self.base.clone(),
            accessed: None,
            language: self.language,
        }
    }
}

/// Returns a page for each document, in the order of the index.
pub fn document_pages(index: &Index, site: &Site) -> Vec<ExportFile> {
    let names = page_names(index, site);
    let numbers = 0..index.documents().len();
    numbers
        .map(|number| ExportFile::text(names[number].clone(), page(index, number, &names, site)))
        .collect()
}

/// The paths of all pages below the folder of the app.
fn page_names(index: &Index, site: &Site) -> Vec<String> {
    let ids = index.documents().iter();
    let names = file_names(ids.map(|document| document.metadata.id.as_str()));
    let path = |name: String| format!("{}{name}.html", site.folder);
    names.into_iter().map(path).collect()
}

fn page(index: &Index, number: usize, names: &[String], site: &Site) -> String {
    let language = site.language;
    let setting = site.setting();
    let Some(document) = index.documents().get(number) else {
        return String::new();
    };
    let metadata = &document.metadata;
    let title = one_line(in_language(&metadata.title, language));
    let corpus = one_line(in_language(&index.about().title, language));
    let of = |choice| Reference::of(index, &choice, &setting);
    let mut page = format!(
        "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n<title>{} – {}</title>\n",
        pick(language, "fr", "en"),
        text(&title),
        text(&corpus),
    );
    if let Some(base) = &site.base {
        let address = format!("{base}{}", names[number]);
        page.push_str(&format!(
            "<link rel=\"canonical\" href=\"{}\">\n",
            attribute(&address)
        ));
    }
    if let Some(reference) = of(Choice::Document(number)) {
        page.push_str(&head_tags(&reference));
        page.push_str(&json_ld(&reference));
    }
    page.push_str(STYLE);
    page.push_str("</head>\n<body>\n<header>\n");
    let app = site.app();
    page.push_str(&format!("<p><a href=\"{app}\">{}</a></p>\n", text(&corpus)));
    page.push_str(&format!("<h1 dir=\"auto\">{}</h1>\n", text(&title)));
    page.push_str(&facts(index, number, language));
    let first = passage_link(&app, &format!("{}.p1", metadata.id));
    let read = pick(language, "Lire dans la frise", "Read in the timeline");
    page.push_str(&format!(
        "<p><a href=\"{}\">{read}</a></p>\n</header>\n",
        attribute(&first)
    ));
    page.push_str(&format!(
        "<main lang=\"{}\" dir=\"{}\">\n",
        attribute(&metadata.language),
        direction(&metadata.language)
    ));
    for passage in document.passages.clone() {
        let reference = of(Choice::Passages(passage..passage + 1));
        let reference = reference.filter(|_| site.base.is_some());
        let metadata = reference.as_ref().map(coins).unwrap_or_default();
        paragraph(&mut page, index, passage, &app, &metadata, language);
    }
    page.push_str("</main>\n</body>\n</html>\n");
    page
}

/// The style of pages without scripts.
const STYLE: &str = concat!(
    "<style>\n",
    include_str!("../../../styles/plain.css"),
    "</style>\n"
);

/// Author, date, publisher and source, as a list of terms.
fn facts(index: &Index, number: usize, language: Tongue) -> String {
    let Some(document) = index.documents().get(number) else {
        return String::new();
    };
    let metadata = &document.metadata;
    let date = metadata.date.map(|date| {
        format!(
            "<time datetime=\"{}\">{}</time>",
            attribute(&date.to_string()),
            text(&phrase(&date, language))
        )
    });
    let date = date.unwrap_or_else(|| pick(language, "sans date", "undated").to_owned());
    let note = text(&one_line(in_language(&metadata.date_note, language)));
    let kind = index.about().kinds.get(metadata.kind);
    let kind = kind.map_or("", |kind| in_language(&kind.label, language));
    let plain = |value: &str| text(&one_line(value));
    let rows = [
        ("Auteur", "Creator", plain(&metadata.creator)),
        ("Date", "Date", date),
        ("Raison de la date", "Reason for the date", note),
        ("Genre", "Kind", plain(kind)),
        ("Éditeur", "Publisher", plain(&metadata.publisher)),
        ("Source", "Source", plain(&metadata.source)),
        ("Droits", "Rights", plain(&metadata.rights)),
    ];
    let rows = rows.into_iter().filter(|(_, _, value)| !value.is_empty());
    let rows: String = rows
        .map(|(french, english, value)| {
            format!(
                "<dt>{}</dt><dd>{value}</dd>\n",
                pick(language, french, english)
            )
        })
        .collect();
    format!("<dl>\n{rows}</dl>\n")
}

fn paragraph(
    page: &mut String,
    index: &Index,
    passage: u32,
    app: &str,
    metadata: &str,
    language: Tongue,
) {
    for (level, heading) in headings(index, passage) {
        let level = (level + 1).min(6);
        page.push_str(&format!("<h{level}>{}</h{level}>\n", text(&heading)));
    }
    let id = index.passage_id(passage);
    let number = id.rsplit(".p").next().unwrap_or("");
    page.push_str(&format!(
        "<p id=\"{}\"><a class=\"number\" href=\"{}\">{}</a> {metadata}",
        attribute(&id),
        attribute(&passage_link(app, &id)),
        text(number),
    ));
    for run in index.runs_of(passage) {
        let RunKind::Span(voice) = run.kind else {
            continue;
        };
        let words: String = index.pieces(run).map(|piece| piece.text).collect();
        let speaker = run
            .speaker
            .and_then(|at| index.about().speakers.get(at as usize));
        match (voice, speaker) {
            (Voice::Direct | Voice::Reported, Some(speaker)) => page.push_str(&format!(
                "<span class=\"{}\" title=\"{}\">{}</span>",
                voice.id(),
                attribute(in_language(&speaker.name, language)),
                text(&words)
            )),
            _ => page.push_str(&text(&words)),
        }
    }
    page.push_str("</p>\n");
}

/// Returns a sitemap of the app and all pages; `None` without an absolute address, which the format asks for.
pub fn sitemap(index: &Index, site: &Site) -> Option<String> {
    let base = site.base.as_deref()?;
    let urls = std::iter::once(String::new()).chain(page_names(index, site));
    let urls: String = urls
        .map(|path| {
            format!(
                "<url><loc>{}</loc></url>\n",
                text(&encode_path(base, &path))
            )
        })
        .collect();
    Some(format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n{urls}</urlset>\n"
    ))
}

/// An address whose path has only the characters that addresses have.
fn encode_path(base: &str, path: &str) -> String {
    use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
    const PATH: AsciiSet = NON_ALPHANUMERIC
        .remove(b'-')
        .remove(b'_')
        .remove(b'.')
        .remove(b'/');
    format!("{base}{}", utf8_percent_encode(path, &PATH))
}

/// Returns an Atom feed of the latest documents; `None` without an absolute address. `updated` is the day of the build.
pub fn feed(index: &Index, site: &Site, updated: Day) -> Option<String> {
    let base = site.base.as_deref()?;
    let language = site.language;
    let moment = |day: Day| {
        let (year, month, day) = day.ymd();
        format!("{year:04}-{month:02}-{day:02}T00:00:00Z")
    };
    let corpus = text(&one_line(in_language(&index.about().title, language)));
    let mut feed = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{}\">\n<id>{base}</id>\n<title>{corpus}</title>\n\
         <updated>{}</updated>\n<author><name>{corpus}</name></author>\n\
         <link href=\"{base}\"/>\n<link rel=\"self\" href=\"{base}feed.xml\"/>\n",
        pick(language, "fr", "en"),
        moment(updated),
        base = attribute(base),
    );
    let documents = index.documents().iter().zip(page_names(index, site));
    for (document, path) in documents.rev().take(MOST_ENTRIES) {
        let metadata = &document.metadata;
        let address = attribute(&encode_path(base, &path));
        let published = metadata.date.filter(|date| !date.is_open_start());
        let published = published
            .map(|date| date.earliest())
            .filter(|day| day.ymd().0 > 0);
        let published = published.map(|day| format!("<published>{}</published>", moment(day)));
        let summary = match metadata.date {
            Some(date) => phrase(&date, language),
            None => pick(language, "sans date", "undated").to_owned(),
        };
        feed.push_str(&format!(
            "<entry><id>{address}</id><title>{}</title><link href=\"{address}\"/>{}\
             <updated>{}</updated><summary>{}</summary></entry>\n",
            text(&one_line(in_language(&metadata.title, language))),
            published.unwrap_or_default(),
            moment(updated),
            text(&summary),
        ));
    }
    feed.push_str("</feed>\n");
    Some(feed)
}
