//! Extraction and resolution against the specifications of Recognizers-Text.

use anyhow::{Context, Result};
use frise_corpus::mention::{Mention, mentions};
use frise_date::{Day, Edtf};
use frise_text::Language;
use serde::Deserialize;
use std::fs;
use std::ops::Range;
use std::path::Path;

/// Taken where a case states none; most of those that state one have it.
const REFERENCE: &str = "2016-11-07";

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Case {
    input: String,
    #[serde(default)]
    context: Option<Stated>,
    #[serde(default)]
    not_supported: String,
    results: Vec<Expected>,
}

#[derive(Deserialize)]
struct Stated {
    #[serde(rename = "ReferenceDateTime")]
    reference: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Expected {
    #[serde(rename = "Type")]
    kind: String,
    #[serde(default)]
    value: Option<Value>,
    start: usize,
    length: usize,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Value {
    future_resolution: Resolution,
    past_resolution: Resolution,
}

#[derive(Deserialize, Default)]
#[serde(rename_all = "camelCase", default)]
struct Resolution {
    date: Option<String>,
    start_date: Option<String>,
    end_date: Option<String>,
}

impl Case {
    /// Returns whether no implementation of that project is expected to give the results.
    fn is_unsupported(&self) -> bool {
        let platforms = ["dotnet", "javascript", "python", "java"];
        platforms
            .iter()
            .all(|platform| self.not_supported.contains(platform))
    }

    fn found(&self) -> Result<Vec<Mention>> {
        let stated = self
            .context
            .as_ref()
            .map(|context| context.reference.as_str());
        let day = stated
            .and_then(|stated| stated.get(..10))
            .unwrap_or(REFERENCE);
        let day = Edtf::parse(day).with_context(|| format!("'{day}' is no day"))?;
        Ok(mentions(&self.input, Language::French, Some(&day)))
    }
}

impl Expected {
    fn is_date(&self) -> bool {
        matches!(self.kind.as_str(), "date" | "daterange")
    }

    /// Returns where it stands in bytes, without space at its ends.
    fn span(&self, input: &str) -> Range<usize> {
        let byte = |character| {
            input
                .char_indices()
                .nth(character)
                .map_or(input.len(), |(byte, _)| byte)
        };
        let (start, end) = (byte(self.start), byte(self.start + self.length));
        let text = &input[start..end];
        let start = end - text.trim_start().len();
        start..start + text.trim().len()
    }
}

/// Prints all tables.
pub fn tables(folder: &Path) -> Result<()> {
    println!("extraction");
    println!(
        "{:<22}{:>7}{:>10}{:>8}{:>29}{:>27}",
        "",
        "cases",
        "expected",
        "found",
        "exact: precision recall F1",
        "meets: precision recall F1"
    );
    for (title, all) in [("all cases", true), ("supported somewhere", false)] {
        println!("{title}");
        for name in ["DateExtractor", "DatePeriodExtractor", "MergedExtractor"] {
            let cases = read(folder, name)?;
            extraction(
                name,
                cases.iter().filter(|case| all || !case.is_unsupported()),
            )?;
        }
    }
    println!("\nresolution");
    println!("{:<46}{:>7}{:>9}{:>9}", "", "cases", "found", "right");
    for (title, all) in [("all cases", true), ("supported somewhere", false)] {
        for name in ["DateParser", "DatePeriodParser"] {
            for stated in [true, false] {
                let cases = read(folder, name)?;
                let cases = cases.iter().filter(|case| {
                    case.context.is_some() == stated && (all || !case.is_unsupported())
                });
                let against = if stated {
                    "reference stated"
                } else {
                    "reference taken"
                };
                resolution(&format!("{title}, {name}, {against}"), cases)?;
            }
        }
    }
    Ok(())
}

fn read(folder: &Path, name: &str) -> Result<Vec<Case>> {
    let path = folder.join(format!("{name}.json"));
    let text =
        fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
    serde_json::from_str(text.trim_start_matches('\u{feff}'))
        .with_context(|| format!("{} is of another form", path.display()))
}

fn meets(a: &Range<usize>, b: &Range<usize>) -> bool {
    a.start < b.end && b.start < a.end
}

fn extraction<'c>(name: &str, cases: impl Iterator<Item = &'c Case>) -> Result<()> {
    let (mut count, mut expected, mut found, mut exact) = (0, 0, 0, 0);
    let (mut met_by_found, mut met_of_expected) = (0, 0);
    for case in cases {
        count += 1;
        let spans = |dates: bool| -> Vec<Range<usize>> {
            let results = case
                .results
                .iter()
                .filter(|result| result.is_date() == dates);
            results.map(|result| result.span(&case.input)).collect()
        };
        let (dates, others) = (spans(true), spans(false));
        let mentions = case
            .found()?
            .into_iter()
            .map(|mention| mention.start..mention.end);
        let is_counted = |span: &Range<usize>| {
            dates.iter().any(|date| meets(date, span))
                || !others.iter().any(|other| meets(other, span))
        };
        let mentions: Vec<Range<usize>> = mentions.filter(is_counted).collect();
        expected += dates.len();
        found += mentions.len();
        exact += mentions.iter().filter(|span| dates.contains(span)).count();
        met_by_found += mentions
            .iter()
            .filter(|span| dates.iter().any(|date| meets(date, span)))
            .count();
        met_of_expected += dates
            .iter()
            .filter(|date| mentions.iter().any(|span| meets(date, span)))
            .count();
    }
    let share = |part: usize, of: usize| part as f64 / of.max(1) as f64;
    let figures = |precision: f64, recall: f64| {
        let f1 = if precision + recall > 0.0 {
            2.0 * precision * recall / (precision + recall)
        } else {
            0.0
        };
        format!("{precision:>14.3}{recall:>7.3}{f1:>6.3}")
    };
    let exact = figures(share(exact, found), share(exact, expected));
    let met = figures(share(met_by_found, found), share(met_of_expected, expected));
    println!("  {name:<20}{count:>7}{expected:>10}{found:>8}  {exact}{met}");
    Ok(())
}

fn resolution<'c>(name: &str, cases: impl Iterator<Item = &'c Case>) -> Result<()> {
    let (mut count, mut found, mut right) = (0, 0, 0);
    for case in cases {
        let mentions = case.found()?;
        for result in &case.results {
            let Some(value) = &result.value else { continue };
            let readings = [days(&value.past_resolution), days(&value.future_resolution)];
            if readings.iter().all(Option::is_none) {
                continue;
            }
            count += 1;
            let span = result.span(&case.input);
            let mut meeting = mentions
                .iter()
                .filter(|mention| meets(&(mention.start..mention.end), &span))
                .peekable();
            found += usize::from(meeting.peek().is_some());
            let fits = |mention: &Mention| {
                readings
                    .iter()
                    .flatten()
                    .any(|reading| fits(&mention.date, reading))
            };
            right += usize::from(meeting.any(fits));
        }
    }
    println!("  {name:<44}{count:>7}{found:>9}{right:>9}");
    Ok(())
}

/// Returns the first day, and the days that may count as the last: an interval is written with the day behind it, though
/// some that end on a day mean that day too.
fn days(resolution: &Resolution) -> Option<(Day, Vec<Day>)> {
    let day = |text: &Option<String>| Day::parse(text.as_deref()?).ok();
    if let Some(date) = day(&resolution.date) {
        return Some((date, vec![date]));
    }
    match (day(&resolution.start_date), day(&resolution.end_date)) {
        (None, None) => None,
        (start, Some(end)) => Some((start.unwrap_or(Day::MIN), vec![Day(end.0 - 1), end])),
        (Some(start), None) => Some((start, vec![Day::MAX])),
    }
}

fn fits(date: &Edtf, (first, last): &(Day, Vec<Day>)) -> bool {
    date.earliest() == *first && last.contains(&date.latest())
}
