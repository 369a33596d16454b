//! The header of a TEI file: title, author, language, rights, and the date.
//!
//! A header holds many dates. These are taken, the first that can be read:
//!
//! 1. `settingDesc//date`: the day of a sitting (ParlaMint);
//! 2. `sourceDesc//bibl[@type="firstEdition"]/date` (ELTeC);
//! 3. `creation//date`;
//! 4. another date in `sourceDesc`;
//! 5. `docDate` on the title page.
//!
//! Those of the edition and of the publication of the file itself are never that of the text.

use crate::markup::Element;
use crate::text::{DateBasis, Text, one_line};
use frise_date::Edtf;

/// What a header says.
#[derive(Debug, Default)]
pub(super) struct Header {
    pub language: String,
    titles: Vec<(bool, String)>,
    authors: Vec<String>,
    publisher: String,
    rights: String,
    /// Dates with their rank and where they stand.
    dates: Vec<(u8, String, &'static str)>,
    /// Whether there is a header at all.
    any: bool,
    /// The depth of the `bibl` of a first edition, while it is open.
    first_edition: Option<usize>,
    capture: Option<Capture>,
}

/// The content of an element that is being read.
#[derive(Debug)]
struct Capture {
    what: What,
    depth: usize,
    text: String,
    /// What the attributes say already.
    value: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum What {
    MainTitle,
    SubTitle,
    Author,
    Publisher,
    Rights,
    Date(u8, &'static str),
}

impl Header {
    pub fn start(&mut self, element: &Element, open: &[String]) {
        self.any = true;
        let within = |name: &str| open.iter().any(|open| open == name);
        let parent = open.iter().rev().nth(1).map_or("", String::as_str);
        let name = element.name.as_str();
        if name == "bibl"
            && within("sourceDesc")
            && element.get("type").to_lowercase().contains("first")
        {
            self.first_edition = Some(open.len());
        }
        if name == "language" && self.language.is_empty() {
            self.language = element.get("ident").to_string();
        }
        let what = match name {
            "title"
                if parent == "titleStmt" && matches!(element.get("type"), "" | "main" | "full") =>
            {
                What::MainTitle
            }
            "title" if parent == "titleStmt" => What::SubTitle,
            "author" if parent == "titleStmt" => What::Author,
            "publisher" if parent == "publicationStmt" => What::Publisher,
            "licence" => What::Rights,
            "date" if within("settingDesc") => What::Date(0, "settingDesc/date"),
            "date" if within("creation") => What::Date(2, "creation/date"),
            "date" if within("sourceDesc") && self.first_edition.is_some() => {
                What::Date(1, "bibl[@type='firstEdition']/date")
            }
            "date" if within("sourceDesc") => What::Date(3, "sourceDesc/date"),
            _ => return,
        };
        self.capture(what, element, open.len());
    }

    /// An element outside the header: the date on a title page counts.
    pub fn front_start(&mut self, element: &Element, open: &[String]) {
        if element.name == "docDate" && self.capture.is_none() {
            self.capture(What::Date(4, "docDate"), element, open.len());
        }
        if element.name == "text" && !self.any {
            for (name, value) in &element.attributes {
                match name.as_str() {
                    "date" | "annee" | "année" | "year" | "when" => {
                        self.dates.push((3, value.clone(), "text/@date"))
                    }
                    "title" | "titre" => self.titles.push((true, value.clone())),
                    "author" | "auteur" | "locuteur" | "speaker" => {
                        self.authors.push(value.clone())
                    }
                    "xml:lang" | "lang" | "langue" => self.language = value.clone(),
                    _ => {}
                }
            }
        }
    }

    fn capture(&mut self, what: What, element: &Element, depth: usize) {
        let value = match what {
            What::Date(..) => date_of(element),
            What::Rights => element.get("target").to_string(),
            _ => String::new(),
        };
        self.capture = Some(Capture {
            what,
            depth,
            text: String::new(),
            value,
        });
    }

    pub fn text(&mut self, text: &str) {
        if let Some(capture) = &mut self.capture {
            capture.text.push_str(text);
        }
    }

    pub fn end(&mut self, depth: usize) {
        self.first_edition.take_if(|open| *open == depth);
        let Some(capture) = self.capture.take_if(|capture| capture.depth == depth) else {
            return;
        };
        let text = one_line(&capture.text);
        match capture.what {
            What::MainTitle => self.titles.push((true, text)),
            What::SubTitle => self.titles.push((false, text)),
            What::Author => self.authors.push(text),
            What::Publisher => {
                if self.publisher.is_empty() {
                    self.publisher = text;
                }
            }
            What::Rights => {
                if self.rights.is_empty() {
                    self.rights = [text, capture.value]
                        .into_iter()
                        .find(|text| !text.is_empty())
                        .unwrap_or_default();
                }
            }
            What::Date(rank, place) => {
                let date = if capture.value.is_empty() {
                    text
                } else {
                    capture.value
                };
                self.dates.push((rank, date, place));
            }
        }
    }

    /// Adds what the header says to a text.
    pub fn into_text(mut self, text: &mut Text) {
        self.titles.sort_by_key(|(is_main, _)| !is_main);
        let titles = self.titles.into_iter().map(|(_, title)| title);
        text.title = titles
            .map(|title| without_edition(&title))
            .find(|title| !title.is_empty());
        let author = self
            .authors
            .iter()
            .map(|author| without_years(author))
            .find(|author| !author.is_empty());
        text.author = author.and_then(|author| text.person("", &author));
        self.dates.sort_by_key(|(rank, ..)| *rank);
        for (_, date, place) in self.dates {
            text.date(date, DateBasis::Element(place.to_string()));
        }
        text.language = Some(self.language).filter(|language| !language.is_empty());
        text.publisher = self.publisher;
        text.rights = self.rights;
    }
}

/// Returns what the attributes of a date say: a day, an interval, or nothing.
fn date_of(element: &Element) -> String {
    let get = |names: &[&str]| {
        let mut values = names.iter().map(|name| element.get(name).trim());
        values.find(|value| !value.is_empty()).unwrap_or("")
    };
    // Exports write EDTF there, which says more than the other attributes can.
    let custom = element.get("when-custom").trim();
    if Edtf::parse(custom).is_ok() {
        return custom.to_string();
    }
    let when = get(&["when", "when-iso"]);
    if !when.is_empty() {
        return when.to_string();
    }
    // A bound that is told may meet one that is estimated: begun in 1914, and over by 1918.
    let from = get(&["from", "from-iso"]);
    let start = get(&["from", "from-iso", "notBefore", "notBefore-iso"]);
    let end = get(&["to", "to-iso", "notAfter", "notAfter-iso"]);
    let day = |date: &str| date.split('T').next().unwrap_or(date).to_string();
    match (start, end) {
        ("", "") => String::new(),
        (start, end) if start == end => day(start),
        ("", end) => format!("../{}", day(end)),
        // A sitting that began on a day is of that day.
        (start, "") if start == from => day(start),
        (start, "") => format!("{}/..", day(start)),
        (start, end) => format!("{}/{}", day(start), day(end)),
    }
}

/// Returns a name without the years of a life: `Dombre, Roger (1859-1914)`.
fn without_years(author: &str) -> String {
    match author.rsplit_once('(') {
        Some((name, years)) if years.contains(|c: char| c.is_ascii_digit()) => {
            name.trim().to_string()
        }
        _ => author.to_string(),
    }
}

/// Returns a title without the name of the collection that edits it: `Folla : édition ELTeC`.
fn without_edition(title: &str) -> String {
    match title.rsplit_once(':') {
        Some((name, edition))
            if edition.contains("ELTeC") && edition.to_lowercase().contains("dition") =>
        {
            name.trim().to_string()
        }
        _ => title.to_string(),
    }
}
