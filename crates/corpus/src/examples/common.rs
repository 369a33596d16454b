//! The words of a corpus by how often they occur, for picking examples.

use frise_index::Index;

/// A word of the dictionary.
pub struct Common<'s> {
    /// Its most frequent form, one in small letters before all others.
    pub form: &'s str,
    /// Its place in the dictionary.
    pub term: u32,
    /// Its stem, which the words of one family share.
    pub stem: Option<u32>,
    /// How often it occurs, in all its forms.
    pub count: u32,
}

/// The largest number of informative words.
const MOST_INFORMATIVE: usize = 20;

/// Returns all words of letters only, the most frequent first.
pub fn by_frequency(index: &Index) -> Vec<Common<'_>> {
    let times = |term: u32| {
        let forms = index.forms_of_term(term).iter();
        forms.map(|form| index.postings(*form).len() as u32).sum()
    };
    let terms = 0..index.terms() as u32;
    let mut counted: Vec<(u32, u32)> = terms.map(|term| (times(term), term)).collect();
    counted.sort_by_key(|(times, _)| std::cmp::Reverse(*times));
    let common = |(count, term): (u32, u32)| {
        let form = index.chief_form(term)?;
        form.chars().all(char::is_alphabetic).then(|| Common {
            form,
            term,
            stem: index.stem_of_term(term),
            count,
        })
    };
    counted.into_iter().filter_map(common).collect()
}

/// Returns the most frequent words that say something: long ones, which are seldom tools of grammar; no two of one stem. In
/// a small corpus shorter ones count as long.
pub fn informative<'w, 's>(all: &'w [Common<'s>]) -> Vec<&'w Common<'s>> {
    let mut informative: Vec<&Common<'_>> = Vec::new();
    for letters in [6, 4, 2] {
        informative.clear();
        for word in all {
            let is_new = informative.iter().all(|known| known.stem != word.stem);
            if word.form.chars().count() > letters && is_new {
                informative.push(word);
            }
            if informative.len() == MOST_INFORMATIVE {
                break;
            }
        }
        if informative.len() >= 4 {
            break;
        }
    }
    informative
}
