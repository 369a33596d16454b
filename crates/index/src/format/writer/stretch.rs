//! A stretch of documents, tokenised by itself.

use super::super::bytes::Encode;
use super::super::layout::{DATED, kind_byte};
use super::FindMentions;
use super::token_table::TokenTable;
use crate::model::{Document, Run, RunKind};
use frise_date::Edtf;
use frise_text::{Language, Token, TokenKind, is_elided, tokens};
use std::ops::Range;

/// Some documents, tokenised.
#[derive(Default)]
pub(in super::super) struct Stretch {
    /// RUNS, with the speakers of the corpus.
    pub runs: Vec<u8>,
    /// The tokens of all texts, by their numbers in a [`TokenTable`], which are encoded as ranks are: for a large corpus they are
    /// there together, and take a third of what numbers of four bytes would.
    pub stream: Vec<u8>,
    /// Dates that texts mention, with positions that are counted from the start of the stretch.
    pub mentioned: Vec<(Range<u32>, Edtf)>,
    /// How many positions the stretch has.
    pub positions: u32,
}

impl Stretch {
    /// Appends a document, whose tokens are counted in `table`.
    pub fn add(
        &mut self,
        document: &Document,
        language: Language,
        table: &mut TokenTable,
        find_mentions: FindMentions,
    ) {
        self.runs.number(document.passages.len());
        for passage in &document.passages {
            self.runs.number(passage.runs.len());
            for (at, run) in passage.runs.iter().enumerate() {
                let goes_on = passage
                    .runs
                    .get(at + 1)
                    .filter(|_| matches!(run.kind, RunKind::Span(_)));
                let next = goes_on.and_then(|next| next.text.chars().next());
                let alone: Vec<Token> = tokens(&run.text, language).collect();
                let followed = tokens_before(&run.text, next, language);
                let tokens = followed.as_ref().unwrap_or(&alone);
                let length = table.add_text(&run.text, tokens, language, &mut self.stream);
                write_run(run, length, &mut self.runs);
                let words = || tokens.iter().filter(|token| token.kind == TokenKind::Word);
                let date = document.metadata.date.as_ref();
                for (bytes, date) in find_mentions(&run.text, &alone, language, date) {
                    let place = |byte| {
                        let before = words().take_while(|word| word.range.start < byte);
                        self.positions + before.count() as u32
                    };
                    self.mentioned
                        .push((place(bytes.start)..place(bytes.end), date));
                }
                let is_heading = matches!(run.kind, RunKind::Heading(_));
                self.positions += words().count() as u32 + u32::from(is_heading);
            }
            self.positions += 1;
        }
    }
}

/// Returns the tokens of a text before a character of another voice, which decides whether `qu’` at the end is elided; `None`
/// where they are those of the text alone.
fn tokens_before(text: &str, next: Option<char>, language: Language) -> Option<Vec<Token>> {
    let next = next.filter(|_| is_elided(text))?;
    let whole = format!("{text}{next}");
    let mut tokens: Vec<Token> = tokens(&whole, language)
        .filter(|token| token.range.start < text.len())
        .collect();
    if let Some(last) = tokens.last_mut() {
        last.range.end = last.range.end.min(text.len());
    }
    Some(tokens)
}

fn write_run(run: &Run, tokens: usize, out: &mut Vec<u8>) {
    let dated = run.date.map_or(0, |_| DATED);
    out.push(kind_byte(run.kind) + dated);
    out.number(run.speaker.map_or(0, |speaker| speaker + 1));
    if let Some(date) = run.date {
        out.string(&date.to_string());
    }
    out.number(tokens);
}
