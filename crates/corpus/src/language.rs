//! The language of a text, by its function words: French, English, or neither.

use frise_text::fold;
use std::borrow::Cow;
use std::ops::AddAssign;

/// Frequent French words that no English text has in such numbers, and the other way round; folded.
const FRENCH: [&str; 14] = [
    "le", "la", "les", "des", "et", "est", "dans", "que", "qui", "pour", "une", "sur", "pas", "du",
];
const ENGLISH: [&str; 14] = [
    "the", "of", "and", "to", "in", "is", "that", "for", "with", "this", "be", "was", "by", "are",
];

/// In French about every fourth word is one of the list, in English every third; below one in this many,
/// a text is in another language, or too short to tell.
const ONE_IN: usize = 12;

/// How many function words of each language a text has.
#[derive(Clone, Copy, Debug, Default)]
pub struct Counts {
    words: usize,
    french: usize,
    english: usize,
}

impl Counts {
    /// Counts the function words of a text.
    pub fn of(text: &str) -> Counts {
        let mut counts = Counts::default();
        // Runs of letters are words enough to tell a language by, and cost much less than tokens: an import has this of each text.
        for word in text.split(|c: char| !c.is_alphanumeric()) {
            counts.words += usize::from(!word.is_empty());
            if word.is_empty() || word.len() > 4 {
                continue;
            }
            let folded = match word.bytes().all(|byte| byte.is_ascii_lowercase()) {
                true => Cow::Borrowed(word),
                false => Cow::Owned(fold(word)),
            };
            counts.french += usize::from(FRENCH.contains(&&*folded));
            counts.english += usize::from(ENGLISH.contains(&&*folded));
        }
        counts
    }

    /// The words, those that are French and those that are English, as [`Counts::from`] takes them.
    pub fn to_array(self) -> [usize; 3] {
        [self.words, self.french, self.english]
    }

    /// The language as a BCP 47 tag, where it can be told.
    pub fn language(&self) -> Option<&'static str> {
        let (most, tag) = if self.french > self.english {
            (self.french, "fr")
        } else {
            (self.english, "en")
        };
        (self.french != self.english && most.saturating_mul(ONE_IN) >= self.words).then_some(tag)
    }
}

impl From<[usize; 3]> for Counts {
    fn from([words, french, english]: [usize; 3]) -> Counts {
        Counts {
            words,
            french,
            english,
        }
    }
}

impl AddAssign for Counts {
    fn add_assign(&mut self, other: Counts) {
        // Counts of a part may be anybody's.
        self.words = self.words.saturating_add(other.words);
        self.french = self.french.saturating_add(other.french);
        self.english = self.english.saturating_add(other.english);
    }
}
