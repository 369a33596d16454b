//! From what was read and what a person decided to documents: dates, speakers, languages.

use crate::date::{
    DayMonth, Reading, YearsOrMonths, read, read_either, read_first_lines, read_name,
};
use crate::plain::name_as_title;
use crate::reader::{Import, Source};
use crate::reason::{Problem, Reason};
use crate::settings::Settings;
use crate::table::{Column, Rows, Table, each_date, each_text, guess, read_cell};
use crate::text::{DateBasis, Text, Who};
use frise_corpus::language::Counts;
use frise_corpus::slug::slug;
use frise_date::{Edtf, Precision};
use frise_text::Language;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// How many bytes of a text are read to recognise its language.
const LANGUAGE_SAMPLE: usize = 4000;

/// A text with what was decided of it.
pub(crate) struct Resolved<'t> {
    pub text: &'t Text,
    pub title: String,
    pub title_stated: bool,
    pub date: Option<Edtf>,
    pub basis: Option<DateBasis>,
    /// Whether day and month of the date might be the other way round.
    pub doubt: bool,
    /// The language, where it is recognised.
    pub language: Option<String>,
    /// Its function words, where they were counted.
    pub counts: Option<Counts>,
    /// Who speaks where nobody is named.
    pub speaker: Option<String>,
    /// The name of each of the people of the text.
    pub names: Vec<String>,
    pub skip: bool,
    /// How many rows of a table it is made of, if it is of a table.
    pub rows: Option<usize>,
}

/// A date whose day and month might be the other way round.
#[derive(Clone, Debug, Default)]
pub(crate) struct Doubts {
    pub example: String,
    pub count: usize,
}

/// What is known of all texts together.
pub(crate) struct Resolver<'i> {
    pub import: &'i Import,
    pub settings: &'i Settings,
    /// The order of day and month, by the path of a table, and whether one of its dates proves it; that of all other texts is
    /// under the empty string.
    orders: HashMap<&'i str, (DayMonth, bool)>,
    /// Whether `2001-02` is two years, by the path of a table whose dates decide it.
    years: HashMap<&'i str, bool>,
    /// Dates in doubt.
    pub doubts: Doubts,
    /// What the dates of each table, and those of all other texts, tell of how they are read.
    pub evidence: Vec<Evidence>,
    pub problems: Vec<Problem>,
    /// Dates that a person typed, read.
    typed: HashMap<&'i str, Option<Edtf>>,
}

impl<'i> Resolver<'i> {
    pub fn new(import: &'i Import, settings: &'i Settings) -> Resolver<'i> {
        let mut resolver = Resolver {
            import,
            settings,
            orders: HashMap::new(),
            years: HashMap::new(),
            doubts: Doubts::default(),
            evidence: Vec::new(),
            problems: Vec::new(),
            typed: HashMap::new(),
        };
        resolver.orders();
        resolver.typed();
        resolver
    }

    /// Finds the order of day and month in each table, and in the texts.
    fn orders(&mut self) {
        let mut unread: BTreeMap<String, (String, usize)> = BTreeMap::new();
        let mut groups: BTreeMap<&str, Group> = BTreeMap::new();
        for source in &self.import.sources {
            match source {
                Source::Table(table) => {
                    let group = groups.entry(&table.path).or_default();
                    let columns = self.columns(table);
                    each_date(table, &columns, DayMonth::DayFirst, |cell, reading| {
                        group.years.add(cell);
                        match reading {
                            Some(reading) => group.add(cell, reading),
                            None => {
                                unread
                                    .entry(table.path.clone())
                                    .or_insert_with(|| (cell.to_string(), 0))
                                    .1 += 1
                            }
                        }
                    });
                }
                Source::Text(text) => {
                    let group = groups.entry("").or_default();
                    let found = self.found_date(text, DayMonth::DayFirst);
                    if let Some((written, reading, _)) = found {
                        group.add(written, reading);
                    }
                    let first = text.dates.first();
                    let is_read =
                        |date: &str| read(date, DayMonth::DayFirst, Language::Other).is_some();
                    if let Some(date) = first.filter(|date| !is_read(&date.text)) {
                        unread
                            .entry(text.path.clone())
                            .or_insert_with(|| (date.text.clone(), 0))
                            .1 += 1;
                    }
                }
            }
        }
        for (path, group) in groups {
            let order = group.order.or(self.settings.day_month).unwrap_or_default();
            self.orders.insert(path, (order, group.order.is_some()));
            if let Some(years) = group.years.are_years() {
                self.years.insert(path, years);
            }
            self.evidence.push(Evidence {
                proofs: group.proofs,
                doubt: (group.doubts.count > 0).then_some((order, group.doubts.example.clone())),
                years: group.years,
            });
            if group.order.is_none() && group.doubts.count > 0 {
                self.doubts.count += group.doubts.count;
                self.doubts.example = group.doubts.example;
            }
        }
        let problems = unread.into_iter().map(|(path, (example, count))| {
            Problem::of(&path, Reason::UnreadDates { example, count })
        });
        self.problems.extend(problems);
    }

    /// Reads the dates that a person typed.
    fn typed(&mut self) {
        let order = self.settings.day_month.unwrap_or_default();
        let documents = self.settings.documents.iter();
        let dates = documents.map(|(key, change)| (key.as_str(), change.date.as_str()));
        for (key, date) in dates.chain([("", self.settings.date.as_str())]) {
            let date = date.trim();
            if date.is_empty() {
                continue;
            }
            let found = read(date, order, Language::Other).map(|reading| reading.date);
            if found.is_none() && date != "-" {
                let text = date.to_string();
                self.problems
                    .push(Problem::of(key, Reason::BadDate { text }));
            }
            self.typed.insert(key, found);
        }
    }

    /// What the columns of a table hold: what a person said, and what is guessed.
    pub fn columns(&self, table: &Table) -> Vec<Column> {
        let said = self.settings.columns.get(&table.path);
        match said {
            Some(said) if said.len() >= table.columns.len() => said[..table.columns.len()].to_vec(),
            Some(said) => {
                let guessed = guess(table);
                said.iter()
                    .copied()
                    .chain(guessed.into_iter().skip(said.len()))
                    .collect()
            }
            None => guess(table),
        }
    }

    /// Which rows of a table make a document.
    pub fn rows(&self, table: &Table) -> Rows {
        let said = self.settings.rows.get(&table.path);
        said.copied().unwrap_or(Rows::Guessed)
    }

    /// Gives each text with what was decided of it.
    pub fn each(&self, mut each: impl FnMut(&Resolved<'_>)) {
        for source in &self.import.sources {
            match source {
                Source::Text(text) => each(&self.resolve(text, "", None)),
                Source::Table(table) => {
                    let columns = self.columns(table);
                    each_text(table, &columns, self.rows(table), |text, rows| {
                        if text.has_text() {
                            each(&self.resolve(&text, &table.path, Some(rows)));
                        }
                    });
                }
            }
        }
    }

    fn resolve<'t>(&self, text: &'t Text, group: &str, rows: Option<usize>) -> Resolved<'t> {
        let settings = self.settings;
        let change = settings.documents.get(&text.key);
        let typed =
            |value: Option<&String>| value.filter(|value| !value.trim().is_empty()).cloned();
        let (order, is_proved) = self.orders.get(group).copied().unwrap_or_default();
        let found = match self.typed.get(text.key.as_str()) {
            Some(typed) => typed.map(|date| (date, DateBasis::Person, false)),
            None => self
                .found_date(text, order)
                .map(|(_, reading, basis)| (reading.date, basis, reading.doubt))
                .or_else(|| Some((self.typed.get("").copied()??, DateBasis::Person, false))),
        };
        let said = typed(change.map(|change| &change.title));
        let names: Vec<String> = text.people.iter().map(|who| self.name(who)).collect();
        let author = text
            .author
            .and_then(|place| names.get(place as usize).cloned());
        let language = typed(change.map(|change| &change.language))
            .or_else(|| typed(Some(&settings.language)))
            .or_else(|| text.language.clone());
        let language = language.and_then(|name| tag(&name));
        let counts = language.is_none().then(|| counts(text));
        let counted = counts.and_then(|counts| counts.language().map(String::from));
        Resolved {
            text,
            counts,
            title_stated: said.is_some() || text.title.is_some(),
            title: said
                .or_else(|| text.title.clone())
                .unwrap_or_else(|| untitled(text)),
            date: found.as_ref().map(|(date, ..)| *date),
            doubt: !is_proved && found.as_ref().is_some_and(|(.., doubt)| *doubt),
            basis: found.map(|(_, basis, _)| basis),
            language: language.or(counted),
            speaker: typed(change.map(|change| &change.speaker))
                .or(author)
                .or_else(|| typed(Some(&settings.speaker))),
            names,
            rows,
            skip: change.is_some_and(|change| change.skip),
        }
    }

    /// Returns the first date of a text that can be read: as it is written, what it means and where it was found.
    fn found_date<'t>(
        &self,
        text: &'t Text,
        order: DayMonth,
    ) -> Option<(&'t str, Reading, DateBasis)> {
        let language = text
            .language
            .as_deref()
            .map_or(Language::Other, Language::from_tag);
        let stated = text.dates.iter().find_map(|date| {
            let reading = match date.basis {
                DateBasis::Column(_) => {
                    let years = self.years.get(text.path.as_str());
                    let either = years.and_then(|years| read_either(&date.text, *years));
                    let either = either.map(|date| Reading {
                        date,
                        doubt: false,
                        order: None,
                    });
                    either.or_else(|| read_cell(&date.text, Column::Date, order, language))
                }
                _ => read(&date.text, order, language),
            };
            Some((date.text.as_str(), reading?, date.basis.clone()))
        });
        if stated.is_some()
            || matches!(text.dates.first(), Some(date) if matches!(date.basis, DateBasis::Column(_)))
        {
            return stated;
        }
        let title = text.title.as_deref().unwrap_or("");
        let by_name = || {
            Some((
                text.path.as_str(),
                read_name(&text.path, order)?,
                DateBasis::FileName,
            ))
        };
        let by_title = || {
            Some((
                title,
                read_first_lines(title, order, language)?,
                DateBasis::Title,
            ))
        };
        let by_lines = || {
            let blocks = text.blocks.iter().take(5);
            let head: Vec<String> = blocks.map(|block| block.text()).collect();
            let reading = read_first_lines(&head.join("\n"), order, language)?;
            Some((text.path.as_str(), reading, DateBasis::FirstLines))
        };
        let precise = |found: &(&str, Reading, DateBasis)| {
            matches!(found.1.date.precision(), Precision::Day | Precision::Month)
        };
        // A table has many rows and one name; what stands in its rows tells no date of theirs.
        if text.key != text.path {
            return by_name()
                .filter(|_| !text.key.contains('#'))
                .or_else(by_title);
        }
        by_name()
            .filter(precise)
            .or_else(by_title)
            .or_else(by_lines)
            .or_else(by_name)
    }

    /// Returns the name of somebody: as a person changed it, as a list says, as the text says, or the identifier.
    fn name(&self, who: &Who) -> String {
        let listed = self.import.people.get(&who.id);
        match listed {
            Some(name) => name.clone(),
            None if who.name.is_empty() => who.id.replace('_', " "),
            None => who.name.clone(),
        }
    }

    /// Returns a problem if people are known by identifiers that no list names.
    pub fn unnamed(&self) -> Option<Problem> {
        let mut ids: Vec<&str> = Vec::new();
        for source in &self.import.sources {
            if let Source::Text(text) = source {
                let people = text.people.iter();
                let unnamed = people
                    .filter(|who| who.name.is_empty() && !self.import.people.contains_key(&who.id));
                let coded = unnamed.filter(|who| who.id.contains(|c: char| c.is_ascii_digit()));
                ids.extend(coded.map(|who| who.id.as_str()));
            }
        }
        ids.sort_unstable();
        ids.dedup();
        let example = ids.first()?.to_string();
        Some(Problem::of(
            "",
            Reason::UnnamedSpeakers {
                example,
                count: ids.len(),
            },
        ))
    }
}

/// What some dates tell of how they are read.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(crate) struct Evidence {
    /// The orders of day and month that a date proves.
    pub proofs: BTreeSet<DayMonth>,
    /// The order by which dates were read that may be read otherwise, and the first of these; `None` where there are none.
    pub doubt: Option<(DayMonth, String)>,
    pub years: YearsOrMonths,
}

/// The dates of a table, or of all texts that are no table's.
#[derive(Default)]
struct Group {
    order: Option<DayMonth>,
    /// All orders that a date proves.
    proofs: BTreeSet<DayMonth>,
    years: YearsOrMonths,
    doubts: Doubts,
}

impl Group {
    fn add(&mut self, written: &str, reading: Reading) {
        self.order = self.order.or(reading.order);
        self.proofs.extend(reading.order);
        if reading.doubt {
            if self.doubts.count == 0 {
                self.doubts.example = written.to_string();
            }
            self.doubts.count += 1;
        }
    }
}

/// Returns the title of a text that has none: the name of its file, and what names it there.
fn untitled(text: &Text) -> String {
    let name = name_as_title(&text.path);
    match text.key.rsplit_once('#') {
        Some((_, part)) => format!("{name} {part}"),
        None => name,
    }
}

/// Returns the function words at the head of a text.
pub(crate) fn counts(text: &Text) -> Counts {
    let mut all = Counts::default();
    let mut read = 0;
    for span in text.blocks.iter().flat_map(|block| &block.spans) {
        let most = LANGUAGE_SAMPLE.saturating_sub(read).min(span.text.len());
        let end = (0..=most)
            .rev()
            .find(|at| span.text.is_char_boundary(*at))
            .unwrap_or(0);
        all += Counts::of(&span.text[..end]);
        read += end;
        if read + 4 > LANGUAGE_SAMPLE {
            break;
        }
    }
    all
}

/// Returns a language as a BCP 47 tag, from its tag or its name.
fn tag(name: &str) -> Option<String> {
    let name = name.trim().to_lowercase().replace('_', "-");
    let known = match name.as_str() {
        "french" | "français" | "francais" | "fra" | "fre" => "fr",
        "english" | "anglais" | "eng" => "en",
        "german" | "allemand" | "deutsch" | "deu" | "ger" => "de",
        "spanish" | "espagnol" | "español" | "spa" => "es",
        "italian" | "italien" | "italiano" | "ita" => "it",
        name => name,
    };
    let parts = || known.split('-');
    let first = parts().next().unwrap_or("");
    let good = |part: &str| {
        (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
    };
    let is_tag = (2..=3).contains(&first.len())
        && first.bytes().all(|byte| byte.is_ascii_lowercase())
        && parts().all(good);
    (is_tag && first != "und").then(|| known.to_string())
}

/// Returns the identifier of somebody by their name.
pub(crate) fn speaker_id(name: &str) -> String {
    match slug(name) {
        id if id.is_empty() => "x".to_string(),
        id => id,
    }
}
