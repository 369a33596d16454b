//! Passages that say the same as the passage that is open.

use super::subject::Subject;
use crate::report::{Cell, Report};
use frise::i18n;
use frise::state::State;
use frise::url;
use frise_stats::{Error, Level, SimilarOptions, SimilarPassage, similar, text_between};

/// Returns the passages of other documents that share most with the passage that is open.
pub fn report(subject: &Subject) -> Result<Report, Error> {
    let (searcher, language) = (subject.searcher, subject.language());
    let index = searcher.index();
    let passage = subject.state.passage.ok_or(Error::Absent)?;
    let passages = searcher.passing(&subject.state.filters);
    let level = match subject.setting.get("words") {
        None => Level::Stem,
        Some(_) => subject.level(),
    };
    let options = SimilarOptions {
        level,
        words: subject.number("shortest", 4).clamp(2, 12) as usize,
        ..SimilarOptions::default()
    };
    let found = similar(index, passage, &passages, &options)?;
    let pick = |french, english| subject.pick(french, english);
    let row = |similar: &SimilarPassage| {
        let view = State {
            passage: Some(similar.passage),
            tool: None,
            ..subject.state.clone()
        };
        let document = index.documents().get(index.document_of(similar.passage));
        let metadata = document.map(|document| &document.metadata);
        let title = metadata.map_or("", |metadata| i18n::of(&metadata.short, language));
        let date = metadata.and_then(|metadata| metadata.date);
        let segments = similar.segments.iter();
        let shared: Vec<String> = segments
            .map(|shared| {
                let text = text_between(index, *shared.here.start(), *shared.here.end());
                i18n::quoted(&text, language)
            })
            .collect();
        let words = similar.words.iter().take(8);
        let words: Vec<&str> = words.map(|word| level.text(index, *word)).collect();
        vec![
            Cell::Text {
                text: format!("{title}, {}", index.passage_id(similar.passage)),
                address: Some(url::print(&view, index)),
            },
            Cell::text(i18n::date(date.as_ref(), language)),
            Cell::Figure(Some(similar.score), 2),
            Cell::Figure(Some(similar.coverage * 100.0), 0),
            Cell::text(shared.join(" ")),
            Cell::text(words.join(", ")),
        ]
    };
    let document = index.documents().get(index.document_of(passage));
    let title = document.map_or("", |document| i18n::of(&document.metadata.short, language));
    let id = index.passage_id(passage);
    let number = id
        .rsplit_once(".p")
        .map_or(id.as_str(), |(_, number)| number);
    let place = format!("{title} §\u{a0}{number}");
    let count = i18n::count(
        found.len(),
        language,
        pick(
            "passage d’autres textes ressemble à",
            "passage of other texts resembles",
        ),
        pick(
            "passages d’autres textes ressemblent à",
            "passages of other texts resemble",
        ),
    );
    Ok(Report {
        caption: format!("{} {place}", pick("Semblables à", "Similar to")),
        sentences: vec![format!("{count} {place}.")],
        head: [
            pick("passage", "passage"),
            pick("date", "date"),
            pick("ressemblance", "likeness"),
            pick("% des mots partagés", "% of words shared"),
            pick("segments partagés", "shared segments"),
            pick("mots marquants", "salient words"),
        ]
        .map(str::to_string)
        .to_vec(),
        rows: found.iter().map(row).collect(),
        bars: Some(2),
        recipe: subject.recipe(),
        ..Report::default()
    })
}
