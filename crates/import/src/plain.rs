//! Plain text, and the corpora of IRaMuTeQ, ALCESTE and Lexico.

mod starred;

pub(crate) use starred::{is_starred, read_starred};

use crate::text::{Block, Text, stem};

/// Lines longer than this are not broken by hand at the margin of a page.
const WIDEST: usize = 120;

/// Reads a plain text: paragraphs are parted by blank lines, or are lines where a text has long lines and few blank ones.
pub(crate) fn read(path: &str, content: &str) -> Text {
    let mut text = Text::of(path);
    text.title = Some(name_as_title(path));
    push_paragraphs(&mut text, content, None);
    text
}

/// Returns the name of a file as a title: without its ending, and with spaces for underscores.
pub(crate) fn name_as_title(path: &str) -> String {
    let title = stem(path).replace('_', " ");
    let title = title.trim();
    if title.is_empty() {
        path.to_string()
    } else {
        title.to_string()
    }
}

/// Adds the paragraphs of some plain text.
pub(crate) fn push_paragraphs(text: &mut Text, content: &str, speaker: Option<u32>) {
    let by_line = lines_are_paragraphs(content);
    let mut paragraph = String::new();
    for line in content.lines() {
        let blank = line.trim().is_empty();
        if (blank || by_line) && !paragraph.is_empty() {
            text.push(Block::paragraph(std::mem::take(&mut paragraph), speaker));
        }
        if !blank {
            if !paragraph.is_empty() {
                paragraph.push('\n');
            }
            paragraph.push_str(line);
        }
    }
    text.push(Block::paragraph(paragraph, speaker));
}

/// Returns whether each line is a paragraph: where many lines are longer than a page is wide, and they are not parted by
/// blank lines anyway.
fn lines_are_paragraphs(content: &str) -> bool {
    let (mut filled, mut wide, mut neighbours) = (0_usize, 0_usize, 0_usize);
    let mut before = false;
    for line in content.lines() {
        let is_filled = !line.trim().is_empty();
        filled += usize::from(is_filled);
        wide += usize::from(line.chars().nth(WIDEST).is_some());
        neighbours += usize::from(before && is_filled);
        before = is_filled;
    }
    neighbours > 0 && wide * 4 > filled
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paragraphs_are_parted_by_blank_lines_or_by_long_lines() {
        let check = |content: &str, expected: &[&str]| {
            let text = read("a.txt", content);
            let blocks: Vec<String> = text.blocks.iter().map(Block::text).collect();
            assert_eq!(blocks, expected, "{content:?}");
        };
        check("un\ndeux\n\ntrois\r\n", &["un\ndeux", "trois"]);
        let long = "mot ".repeat(50);
        let long = long.trim();
        check(&format!("{long}\n{long}\n"), &[long, long]);
        check(&format!("{long}\n\n{long}\n"), &[long, long]);
        check("  \n \n", &[]);
    }

    #[test]
    fn a_file_names_its_text() {
        assert_eq!(
            name_as_title("dossier/Discours_de_mai.txt"),
            "Discours de mai"
        );
        assert_eq!(name_as_title(".txt"), ".txt");
    }
}
