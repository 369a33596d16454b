//! The words of some passages in one row, with breaks that no segment crosses.

use crate::Level;
use crate::words::NO_WORD;
use frise_index::Index;
use frise_index::search::PassageSet;

/// What no segment crosses.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Boundary {
    /// The end of a sentence, as full stops, question and exclamation marks, colons, semicolons and line breaks tell it.
    #[default]
    Sentence,
    /// The end of a passage or a heading.
    Passage,
}

/// The words of some passages in one row.
pub(crate) struct Text {
    /// The words, as numbers of the level plus 1; 0 is a break.
    pub words: Vec<u32>,
    /// The position of each word; that of a break is that of the word before.
    pub positions: Vec<u32>,
}

impl Text {
    pub fn of(index: &Index, passages: &PassageSet, level: Level, boundary: Boundary) -> Text {
        let table = level.table(index);
        let breaks = match boundary {
            Boundary::Sentence => breaking(index, &table),
            Boundary::Passage => vec![false; table.len()],
        };
        let mut text = Text {
            words: Vec::new(),
            positions: Vec::new(),
        };
        for passage in passages.iter() {
            let mut end = None;
            for run in index.runs_of(passage) {
                // Runs of one passage continue each other unless a heading is between them.
                if end.replace(run.positions.end) != Some(run.positions.start) {
                    text.add_break();
                }
                let mut position = run.positions.start;
                for rank in index.tokens_of(run) {
                    let word = table.get(rank as usize).copied().unwrap_or(NO_WORD);
                    if word != NO_WORD {
                        text.words.push(word + 1);
                        text.positions.push(position);
                        position += 1;
                    } else if breaks.get(rank as usize).copied().unwrap_or(false) {
                        text.add_break();
                    }
                }
            }
            text.add_break();
        }
        text
    }

    fn add_break(&mut self) {
        if self.words.last().is_some_and(|last| *last != 0) {
            self.words.push(0);
            self.positions
                .push(self.positions.last().copied().unwrap_or(0));
        }
    }

    /// Returns some words from a place on; fewer at the end.
    pub fn words_at(&self, start: usize, words: usize) -> &[u32] {
        let end = (start + words).min(self.words.len());
        self.words.get(start..end).unwrap_or_default()
    }

    /// Returns the document and the speaker of each word, [`NO_WORD`] where there is no speaker.
    pub fn origins(&self, index: &Index) -> Vec<(u32, u32)> {
        let mut passage = None;
        let mut document = 0;
        let mut runs = [].iter();
        let mut speaker = NO_WORD;
        let mut run_end = 0;
        let origin = |position: &u32| {
            let at = index.passage_at(*position);
            if passage != Some(at) {
                passage = Some(at);
                document = index.document_of(at) as u32;
                runs = index.runs_of(at).iter();
                run_end = 0;
            }
            while *position >= run_end {
                let Some(run) = runs.next() else { break };
                run_end = run.positions.end;
                speaker = run.speaker.unwrap_or(NO_WORD);
            }
            (document, speaker)
        };
        self.positions.iter().map(origin).collect()
    }
}

/// Returns for each rank whether it is a separator that ends a sentence.
fn breaking(index: &Index, table: &[u32]) -> Vec<bool> {
    let ends = |c: char| {
        matches!(
            c,
            '.' | '?' | '!' | ':' | ';' | '…' | '\n' | '。' | '！' | '？'
        )
    };
    let ranks = (0u32..).zip(table);
    ranks
        .map(|(rank, word)| *word == NO_WORD && index.form(rank).contains(ends))
        .collect()
}
