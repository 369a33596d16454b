//! The words of a corpus by how often they occur, for picking examples.

use frise_index::Index;

/// A word of the dictionary.
pub struct Common<'s> {
    /// Its most frequent form, one in small letters before all others.
    pub form: &'s str,
    /// Its place in the dictionary.
    pub term: u32,
    /// Its stem, by which the words of one family are told.
    pub stem: Option<u32>,
    /// How often it occurs, in all its forms.
    pub count: u32,
}

/// So many words may say something.
const MOST_TELLING: usize = 20;

/// All words of letters only, the most frequent first.
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

/// The most frequent words that say something: long ones, which are seldom tools of grammar; no two
/// of one stem. In a small corpus shorter ones count as long.
pub fn telling<'w, 's>(all: &'w [Common<'s>]) -> Vec<&'w Common<'s>> {
    let mut telling: Vec<&Common<'_>> = Vec::new();
    for letters in [6, 4, 2] {
        telling.clear();
        for word in all {
            let is_new = telling.iter().all(|known| known.stem != word.stem);
            if word.form.chars().count() > letters && is_new {
                telling.push(word);
            }
            if telling.len() == MOST_TELLING {
                break;
            }
        }
        if telling.len() >= 4 {
            break;
        }
    }
    telling
}
