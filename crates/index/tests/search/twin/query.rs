//! The hits of a query in a scanned passage.

use super::Scanned;

/// The words of a word or a phrase: for each, which forms may stand for it.
pub struct TwinQuery {
    pub parts: Vec<Vec<bool>>,
    /// How many words the last may stand after the first, in any order; `None` for in a row.
    pub within: Option<u32>,
}

impl TwinQuery {
    /// The places of the words of a passage that together are a hit: every way to choose one word for
    /// each part.
    pub fn hits(&self, passage: &Scanned) -> Vec<Vec<usize>> {
        let places = |part: &Vec<bool>| -> Vec<usize> {
            let words = passage.words.iter().enumerate();
            words
                .filter(|(_, form)| form.is_some_and(|form| part[form]))
                .map(|(place, _)| place)
                .collect()
        };
        let follows = |hit: &Vec<usize>, place: usize| match self.within {
            None => hit.last().is_none_or(|last| place == last + 1),
            Some(most) => {
                let reach = |other: &usize| place.abs_diff(*other) <= most as usize;
                !hit.contains(&place) && hit.iter().all(reach)
            }
        };
        let mut hits: Vec<Vec<usize>> = Vec::from_iter((!self.parts.is_empty()).then(Vec::new));
        for part in &self.parts {
            let places = places(part);
            let longer = |hit: &Vec<usize>| -> Vec<Vec<usize>> {
                let next = places.iter().filter(|place| follows(hit, **place));
                next.map(|place| [&hit[..], &[*place]].concat()).collect()
            };
            hits = hits.iter().flat_map(longer).collect();
        }
        hits
    }
}
