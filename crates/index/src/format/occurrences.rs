//! Where each form occurs: the postings, laid out at opening by counting the ranks of TEXT.

use super::layout::Layout;
use super::ranks;
use super::vocabulary::Vocabulary;

/// For each form, the positions of its words in rising order.
pub(super) struct Occurrences {
    starts: Vec<u32>,
    positions: Vec<u32>,
}

impl Occurrences {
    /// Fills what the layout has measured and counted, so that every rank is sound.
    pub fn fill(text: &[u8], layout: &Layout, vocabulary: &Vocabulary) -> Occurrences {
        let forms = vocabulary.len();
        let mut starts = Vec::with_capacity(forms + 1);
        let mut sum = 0;
        starts.push(sum);
        for times in &layout.times {
            sum += times;
            starts.push(sum);
        }
        let mut next = starts.clone();
        let mut positions = vec![0; starts[forms] as usize];
        for run in &layout.runs {
            let mut position = run.positions.start;
            each_rank(
                &text[run.bytes.start as usize..run.bytes.end as usize],
                |rank| {
                    if vocabulary.is_word(rank) {
                        let at = &mut next[rank as usize];
                        positions[*at as usize] = position;
                        *at += 1;
                        position += 1;
                    }
                },
            );
        }
        Occurrences { starts, positions }
    }

    /// The positions of a form.
    pub fn of(&self, form: u32) -> &[u32] {
        let form = form as usize;
        match (self.starts.get(form), self.starts.get(form + 1)) {
            (Some(start), Some(end)) => &self.positions[*start as usize..*end as usize],
            _ => &[],
        }
    }

    /// How many words there are in all.
    pub fn len(&self) -> usize {
        self.positions.len()
    }
}

fn each_rank(mut text: &[u8], mut see: impl FnMut(u32)) {
    while let Some((rank, length)) = ranks::decode(text) {
        see(rank);
        text = &text[length..];
    }
}
