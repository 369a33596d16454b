//! Texts parted by lines of four stars, with starred variables: `**** *date_2019-05-12 *locuteur_Jacob`.
//!
//! The name of a variable stands before its first `_`. Underscores in values are spaces. Lines that begin with `-*` name a
//! theme of the text below them, and are read as headings.

use super::push_paragraphs;
use crate::text::{Block, DateBasis, Text};

/// Returns whether a text begins as such a corpus.
pub(crate) fn is_starred(content: &str) -> bool {
    let first = content.lines().map(str::trim).find(|line| !line.is_empty());
    first.is_some_and(is_head)
}

/// `****` before variables, or `0001 *` as ALCESTE numbers its texts.
fn is_head(line: &str) -> bool {
    let numbered = line.len() >= 6
        && line.bytes().take(4).all(|byte| byte.is_ascii_digit())
        && line[4..].trim_start().starts_with('*');
    line.starts_with("****") || numbered
}

/// Reads all texts of such a corpus.
pub(crate) fn read_starred(path: &str, content: &str) -> Vec<Text> {
    let mut texts: Vec<Text> = Vec::new();
    let mut body = String::new();
    let mut speaker = None;
    for line in content.lines() {
        let is_new = is_head(line.trim());
        let theme = line.trim().strip_prefix("-*");
        if is_new || theme.is_some() {
            if let Some(text) = texts.last_mut() {
                push_paragraphs(text, &body, speaker);
            }
            body.clear();
        }
        if is_new {
            let mut text = Text::of(path);
            text.key = format!("{path}#{}", texts.len() + 1);
            speaker = variables(&mut text, line);
            texts.push(text);
        } else if let (Some(theme), Some(text)) = (theme, texts.last_mut()) {
            text.push(Block::heading(1, theme.trim().replace('_', " ")));
        } else {
            body.push_str(line);
            body.push('\n');
        }
    }
    if let Some(text) = texts.last_mut() {
        push_paragraphs(text, &body, speaker);
    }
    texts
}

/// Reads the variables of a line; returns who speaks.
fn variables(text: &mut Text, line: &str) -> Option<u32> {
    let mut speaker = None;
    let mut all = Vec::new();
    for variable in line
        .split_whitespace()
        .filter_map(|word| word.strip_prefix('*'))
    {
        let variable = variable.trim_start_matches('*');
        let Some((name, value)) = variable.split_once('_') else {
            continue;
        };
        let spaced = value.replace('_', " ");
        all.push(format!("{name} {spaced}"));
        match name.to_lowercase().as_str() {
            "date" | "jour" => text.date(
                value.replace('_', "-"),
                DateBasis::Metadata(name.to_string()),
            ),
            "annee" | "année" | "an" | "year" | "am" | "mois" => {
                text.date(
                    value.replace('_', "-"),
                    DateBasis::Metadata(name.to_string()),
                );
            }
            "titre" | "title" => text.title = Some(spaced),
            "locuteur" | "auteur" | "author" | "speaker" | "orateur" | "nom" => {
                speaker = text.person("", &spaced)
            }
            "source" | "journal" => text.source = spaced,
            "langue" | "lang" | "language" => text.language = Some(spaced),
            "genre" | "type" => text.kind = Some(spaced),
            _ => text.subjects.push(format!("{name} {spaced}")),
        }
    }
    text.dates
        .sort_by_key(|date| std::cmp::Reverse(date.text.len()));
    if text.title.is_none() && !all.is_empty() {
        text.title = Some(all.join(", "));
    }
    speaker
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn variables_tell_what_a_text_is() {
        let content = "\n**** *source_Le_Monde *annee_2019 *date_2019-05-12 *locuteur_Ada_Lefèvre\nUn.\n\nDeux.\n-*theme_eau\nTrois.\n**** *suj_2\nQuatre.\n";
        assert!(is_starred(content));
        let texts = read_starred("a.txt", content);
        assert_eq!(texts.len(), 2);
        assert_eq!(texts[0].key, "a.txt#1");
        assert_eq!(texts[0].people[0].name, "Ada Lefèvre");
        assert_eq!(texts[0].dates[0].text, "2019-05-12");
        assert_eq!(texts[0].source, "Le Monde");
        let blocks: Vec<String> = texts[0].blocks.iter().map(Block::text).collect();
        assert_eq!(blocks, ["Un.", "Deux.", "theme eau", "Trois."]);
        assert_eq!(texts[1].title.as_deref(), Some("suj 2"));
        assert!(!is_starred("* une liste\n"));
        assert!(is_starred("0001 *an_2019\nTexte"));
    }
}
