//! The postings: where each form occurs.

use super::layout::{IndexedRun, Layout};
use super::ranks;

/// For each form, the positions at which it occurs, in rising order.
pub(super) struct Postings {
    /// Where the postings of each form begin, and where the last ones end.
    starts: Vec<u32>,
    positions: Vec<u32>,
}

impl Postings {
    /// Lays out the postings by counting the ranks of the runs, whose bytes a function returns, given for each rank whether it is
    /// a word. They must be those that the layout was read from.
    pub fn count<'t>(
        layout: &Layout,
        is_word: &[bool],
        text_of: impl Fn(&IndexedRun) -> &'t [u8],
    ) -> Postings {
        let forms = is_word.len();
        let mut starts = Vec::with_capacity(forms + 1);
        let mut sum = 0;
        starts.push(sum);
        for frequency in &layout.frequencies {
            sum += frequency;
            starts.push(sum);
        }
        let mut next = starts.clone();
        let mut positions = vec![0; starts[forms] as usize];
        for run in &layout.runs {
            let mut position = run.positions.start;
            let mut rest = text_of(run);
            while let Some((rank, length)) = ranks::decode(rest) {
                rest = &rest[length..];
                if is_word[rank as usize] {
                    let at = &mut next[rank as usize];
                    positions[*at as usize] = position;
                    *at += 1;
                    position += 1;
                }
            }
        }
        Postings { starts, positions }
    }

    /// Returns the postings of a form; none if there is no such form.
    pub fn of(&self, form: u32) -> &[u32] {
        let form = form as usize;
        match (self.starts.get(form), self.starts.get(form + 1)) {
            (Some(start), Some(end)) => &self.positions[*start as usize..*end as usize],
            _ => &[],
        }
    }
}
