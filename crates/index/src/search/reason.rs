//! Why a word is a hit, and how strictly a query is read.

/// Why a word is a hit, the closest match first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// It is the word of the query, apart from case.
    Exact,
    /// It is the word of the query after an elided word: `l’espace` for `espace`.
    Elided,
    /// It is the word of the query, apart from accents, ligatures or apostrophes.
    Folded,
    /// It matches the prefix, the wildcards or the regular expression of the query.
    Pattern,
    /// It has the same stem.
    Stem,
    /// It differs by one or two letters.
    Fuzzy,
    /// It is a synonym, as the editor lists them, of what the query asks for beside it.
    Synonym,
    /// It is evidence of a theme that is filtered for.
    Theme,
}

impl Reason {
    /// Returns the strictest reading of a query under which the word is a hit.
    pub fn reading(self) -> Reading {
        match self {
            // A synonym is asked for beside the word, as it is written.
            Reason::Exact | Reason::Elided | Reason::Pattern | Reason::Synonym | Reason::Theme => {
                Reading::Written
            }
            Reason::Folded => Reading::Folded,
            Reason::Stem | Reason::Fuzzy => Reading::Any,
        }
    }
}

/// How strictly the words of a query are read, the strictest first. Each reading has all hits of those before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reading {
    /// As they are written, apart from case; patterns match what they match.
    Written,
    /// Also with other accents, ligatures and apostrophes.
    Folded,
    /// Also with the same stem, or with wrong letters where the query allows them.
    Any,
}

impl Reading {
    /// All readings, the strictest first.
    pub const ALL: [Reading; 3] = [Reading::Written, Reading::Folded, Reading::Any];
}
