//! How an export came about, so that somebody else can make it again.

use frise_date::{Day, Tongue, phrase_day};
use frise_index::Index;
use serde::Serialize;

use crate::reference::in_language;
use crate::typography::pick;

/// The recipe of an export, which is stored beside it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Recipe {
    /// The id of the corpus.
    pub corpus: String,
    /// The title of the corpus.
    pub title: String,
    /// The version of the corpus: an identifier of exactly its index.
    pub version: String,
    /// The query, as it was typed.
    pub query: String,
    /// The filters, in words.
    pub filters: Vec<String>,
    /// What was counted, with its name: `passages`, `hits`, `words`.
    pub counts: Vec<Count>,
    /// The address that shows the same.
    pub address: String,
    /// The day of the export, in ISO 8601; the empty string if it is not known.
    pub date: String,
    #[serde(skip)]
    day: Option<Day>,
}

/// A number with its name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Count {
    /// What was counted.
    pub name: String,
    /// How many.
    pub count: u64,
}

impl Recipe {
    /// Makes a recipe without a query, filters and counts.
    pub fn new(index: &Index, address: &str, day: Option<Day>, language: Tongue) -> Recipe {
        let date = day.map_or_else(String::new, |day| {
            let (year, month, day) = day.ymd();
            format!("{year:04}-{month:02}-{day:02}")
        });
        Recipe {
            corpus: index.about().id.clone(),
            title: in_language(&index.about().title, language).to_owned(),
            version: index.version(),
            query: String::new(),
            filters: Vec::new(),
            counts: Vec::new(),
            address: address.to_owned(),
            date,
            day,
        }
    }

    /// Adds a count.
    pub fn count(mut self, name: &str, count: u64) -> Recipe {
        self.counts.push(Count {
            name: name.to_owned(),
            count,
        });
        self
    }

    /// Returns the recipe as JSON.
    pub fn to_json(&self) -> String {
        let mut json = serde_json::to_string_pretty(self).unwrap_or_default();
        json.push('\n');
        json
    }

    /// Returns the recipe as lines for a reader, without empty fields.
    pub fn to_lines(&self, language: Tongue) -> Vec<String> {
        let date = self
            .day
            .map(|day| phrase_day(day, language))
            .unwrap_or_default();
        let counts = self.counts.iter();
        let counts: Vec<String> = counts
            .map(|count| format!("{} {}", count.count, count.name))
            .collect();
        let lines = [
            ("Corpus", "Corpus", self.title.clone()),
            ("Version", "Version", self.version.clone()),
            ("Recherche", "Search", self.query.clone()),
            ("Filtres", "Filters", self.filters.join("\u{a0}; ")),
            ("Nombres", "Counts", counts.join(", ")),
            ("Adresse", "Address", self.address.clone()),
            ("Date", "Date", date),
        ];
        let colon = pick(language, "\u{a0}: ", ": ");
        lines
            .into_iter()
            .filter(|(_, _, text)| !text.is_empty())
            .map(|(french, english, text)| [pick(language, french, english), colon, &text].concat())
            .collect()
    }
}
