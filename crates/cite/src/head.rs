//! Metadata within web pages, for reference managers and search engines: Highwire and Dublin Core tags, schema.org as JSON-LD,
//! COinS.
//!
//! Formats: <https://scholar.google.com/intl/en/scholar/inclusion.html#indexing>,
//! <https://www.dublincore.org/specifications/dublin-core/dc-html/>, <https://schema.org/CreativeWork>,
//! <https://signposting.org/conventions/> for `cite-as`, and ANSI/NISO Z39.88-2004 for COinS.

use serde_json::{Map, Value, json};

use crate::author::Author;
use crate::genre::Genre;
use crate::reference::Reference;
use crate::when::Span;
use crate::xml::attribute;

/// Returns the tags of a reference for the `head` of a page, each on one line.
pub fn head_tags(reference: &Reference) -> String {
    let mut tags = String::new();
    let mut meta = |name: &str, content: &str| {
        if !content.is_empty() {
            tags.push_str(&format!(
                "<meta name=\"{name}\" content=\"{}\">\n",
                attribute(content)
            ));
        }
    };
    let date = date(reference, "/");
    let link = reference.link.as_deref().unwrap_or("");
    meta("citation_title", &reference.title);
    for author in &reference.authors {
        meta("citation_author", &author.sorted());
    }
    meta("citation_publication_date", &date);
    meta("citation_publisher", &reference.publisher);
    meta("citation_language", &reference.language);
    meta("citation_public_url", link);
    meta("DC.title", &reference.title);
    for author in &reference.authors {
        meta("DC.creator", &author.sorted());
    }
    let edtf = reference.date.map(|date| date.interchange());
    meta("DC.date", &edtf.unwrap_or_default());
    meta("DC.publisher", &reference.publisher);
    meta("DC.language", &reference.language);
    meta("DC.type", &reference.kind);
    meta("DC.identifier", link);
    meta(
        "DC.source",
        reference
            .source_address
            .as_deref()
            .unwrap_or(&reference.source),
    );
    meta("DC.isPartOf", &reference.corpus);
    meta("DC.description", &reference.notes_in_one_line());
    if !link.is_empty() {
        tags.push_str(&format!(
            "<link rel=\"cite-as\" href=\"{}\">\n",
            attribute(link)
        ));
    }
    tags
}

/// Returns a reference as schema.org in JSON-LD, within its `script` element.
pub fn json_ld(reference: &Reference) -> String {
    let mut work = Map::new();
    let mut set = |name: &str, value: Value| {
        let is_empty = value.is_null()
            || value.as_str() == Some("")
            || value.as_array().is_some_and(Vec::is_empty);
        if !is_empty {
            work.insert(name.to_owned(), value);
        }
    };
    set("@context", "https://schema.org".into());
    set("@type", type_of(reference.genre).into());
    set("name", reference.title.as_str().into());
    set("author", reference.authors.iter().map(author).collect());
    set("datePublished", date(reference, "-").into());
    set(
        "temporal",
        reference.date.map(|date| date.interchange()).into(),
    );
    set("genre", reference.kind.as_str().into());
    if !reference.publisher.is_empty() {
        set(
            "publisher",
            json!({"@type": "Organization", "name": reference.publisher}),
        );
    }
    set("inLanguage", reference.language.as_str().into());
    set("url", reference.link.as_deref().into());
    set("isBasedOn", reference.source_address.as_deref().into());
    set("description", reference.notes_in_one_line().into());
    set(
        "isPartOf",
        json!({"@type": "Collection", "name": reference.corpus, "version": reference.version}),
    );
    // `<` would end the element or begin a comment.
    let json = Value::Object(work).to_string().replace('<', "\\u003c");
    format!("<script type=\"application/ld+json\">{json}</script>\n")
}

fn author(author: &Author) -> Value {
    match author {
        Author::Person { family, given, .. } => json!({
            "@type": "Person",
            "name": author.said(),
            "familyName": family,
            "givenName": given,
        }),
        Author::Whole(name) => json!({"@type": "Thing", "name": name}),
    }
}

fn type_of(genre: Genre) -> &'static str {
    match genre {
        Genre::Report => "Report",
        Genre::Article => "NewsArticle",
        Genre::Book => "Book",
        Genre::Letter => "Message",
        Genre::Law => "Legislation",
        Genre::Speech | Genre::Document => "CreativeWork",
    }
}

/// Returns a reference as COinS: an empty element whose title is an OpenURL context object, of the format Dublin Core.
pub fn coins(reference: &Reference) -> String {
    let mut pairs = vec![
        ("ctx_ver", "Z39.88-2004".to_owned()),
        ("rft_val_fmt", "info:ofi/fmt:kev:mtx:dc".to_owned()),
        ("rfr_id", "info:sid/frise".to_owned()),
        ("rft.title", reference.title.clone()),
    ];
    pairs.extend(
        reference
            .authors
            .iter()
            .map(|author| ("rft.creator", author.sorted())),
    );
    pairs.extend([
        ("rft.date", date(reference, "-")),
        ("rft.publisher", reference.publisher.clone()),
        ("rft.type", reference.kind.clone()),
        ("rft.language", reference.language.clone()),
        ("rft.identifier", reference.link.clone().unwrap_or_default()),
        ("rft.relation", reference.corpus_and_version()),
        ("rft.description", reference.notes_in_one_line()),
    ]);
    let encoded = |(name, value): (&str, String)| {
        let value =
            percent_encoding::utf8_percent_encode(&value, percent_encoding::NON_ALPHANUMERIC);
        format!("{name}={value}")
    };
    let pairs = pairs.into_iter().filter(|(_, value)| !value.is_empty());
    let query = pairs.map(encoded).collect::<Vec<_>>().join("&");
    format!(
        "<span class=\"Z3988\" title=\"{}\"></span>",
        attribute(&query)
    )
}

/// The first year, month and day, as far as they are known; the empty string for years that the formats do not have.
fn date(reference: &Reference, separator: &str) -> String {
    let span = reference.date.map(|date| Span::of(&date));
    let point = span.and_then(|span| span.start().or(span.end()));
    let Some(point) = point.filter(|point| (1..=9_999).contains(&point.year)) else {
        return String::new();
    };
    let mut date = format!("{:04}", point.year);
    if let Some(Span::One(_)) = span {
        for number in [point.month, point.day].into_iter().flatten() {
            date.push_str(&format!("{separator}{number:02}"));
        }
    }
    date
}
