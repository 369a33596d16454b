//! Names of authors.

use frise_date::Tongue;
use frise_index::model::Speaker;

use crate::typography::one_line;

/// The author of a text, or somebody whose words a passage gives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Author {
    /// A person whose name is known in its parts.
    Person {
        /// The family name, by which bibliographies are sorted.
        family: String,
        /// The given names.
        given: String,
        /// Whether the family name is said first, as in Chinese: `Xi Jinping`.
        family_first: bool,
    },
    /// A body, or a person whose name is not known in its parts. It is never cut, inverted or shortened: which half of
    /// `Xi Jinping` is the family name cannot be told from the letters.
    Whole(String),
}

impl Author {
    /// Reads the creators of a document, which `;` separates.
    ///
    /// `Family, Given` is a person only where the corpus says so, by a speaker of that name who is not a body: without
    /// this, `Ministère des Affaires étrangères, Chine` would be a person called Chine.
    pub fn read_all(creators: &str, speakers: &[Speaker], language: Tongue) -> Vec<Author> {
        let names = creators.split(';').map(one_line);
        let names = names.filter(|name| !name.is_empty());
        names
            .map(|name| Author::read(&name, speakers, language))
            .collect()
    }

    fn read(name: &str, speakers: &[Speaker], language: Tongue) -> Author {
        let is_name_of = |speaker: &Speaker, name: &str| {
            one_line(&speaker.name.fr) == name || one_line(&speaker.name.en) == name
        };
        if let Some(speaker) = speakers.iter().find(|speaker| is_name_of(speaker, name)) {
            return Author::of_speaker(speaker, language);
        }
        if let Some((family, given)) = parts(name) {
            let given_first = format!("{given} {family}");
            let family_first = format!("{family} {given}");
            let mut people = speakers.iter().filter(|speaker| !speaker.is_body);
            if let Some(speaker) = people.find(|speaker| {
                is_name_of(speaker, &given_first) || is_name_of(speaker, &family_first)
            }) {
                return Author::Person {
                    family_first: is_name_of(speaker, &family_first),
                    family,
                    given,
                };
            }
        }
        Author::Whole(name.to_owned())
    }

    /// Returns a speaker as an author, by the name in a language.
    pub fn of_speaker(speaker: &Speaker, language: Tongue) -> Author {
        let name = match language {
            Tongue::French => one_line(&speaker.name.fr),
            Tongue::English => one_line(&speaker.name.en),
        };
        match parts(&name) {
            Some((family, given)) if !speaker.is_body => Author::Person {
                family,
                given,
                family_first: false,
            },
            _ => Author::Whole(name),
        }
    }

    /// Returns the name as it is said: `Victor Hugo`.
    pub fn said(&self) -> String {
        match self {
            Author::Person {
                family,
                given,
                family_first: true,
            } => format!("{family} {given}"),
            Author::Person { family, given, .. } => format!("{given} {family}"),
            Author::Whole(name) => name.clone(),
        }
    }

    /// Returns the name as a list is sorted by: `Hugo, Victor`. A name whose family name is said first has no comma.
    pub fn sorted(&self) -> String {
        match self {
            Author::Person {
                family,
                given,
                family_first: false,
            } => format!("{family}, {given}"),
            _ => self.said(),
        }
    }

    /// Returns the short name of a reference within a text: `Hugo`.
    pub fn short(&self) -> &str {
        match self {
            Author::Person { family, .. } => family,
            Author::Whole(name) => name,
        }
    }

    /// Returns the name with initials: `Hugo, V.`
    pub fn with_initials(&self) -> String {
        match self {
            Author::Person { family, given, .. } => match initials(given).as_str() {
                "" => family.clone(),
                initials => format!("{family}, {initials}"),
            },
            Author::Whole(name) => name.clone(),
        }
    }
}

/// The parts of `Family, Given`.
fn parts(name: &str) -> Option<(String, String)> {
    let (family, given) = name.split_once(',')?;
    let (family, given) = (family.trim(), given.trim());
    let whole = !family.is_empty() && !given.is_empty() && !given.contains(',');
    whole.then(|| (family.to_owned(), given.to_owned()))
}

/// `Jean-Paul Marie` to `J.-P. M.`, `J.R.R.` to `J. R. R.`, `"Dudule" Paul` to `D. P.`
fn initials(given: &str) -> String {
    let of_part = |part: &str| {
        let letters: Vec<String> = part.split('.').filter_map(initial).collect();
        letters.join("\u{a0}")
    };
    let of_word = |word: &str| {
        let parts = word.split(['-', '‑']).map(of_part);
        let parts: Vec<String> = parts.filter(|part| !part.is_empty()).collect();
        parts.join("-")
    };
    let words = given.split_whitespace().map(of_word);
    let words: Vec<String> = words.filter(|word| !word.is_empty()).collect();
    words.join("\u{a0}")
}

/// The first letter of a name with its accents, which may be characters of their own.
fn initial(name: &str) -> Option<String> {
    let is_accent = |character: &char| matches!(character, '\u{300}'..='\u{36f}');
    // Not the sign for a sound: of `ʿAbd`, the initial is A.
    let is_letter = |c: char| c.is_alphabetic() && !matches!(c, '\u{2b0}'..='\u{2ff}');
    let mut letters = name.chars().skip_while(|c| !is_letter(*c));
    let first = letters.next()?;
    let accents = letters.take_while(is_accent);
    Some([first].into_iter().chain(accents).chain(['.']).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_with_initials() {
        let check = |given: &str, expected: &str| {
            let author = Author::Person {
                family: "Dupont".to_owned(),
                given: given.to_owned(),
                family_first: false,
            };
            let found = author.with_initials().replace('\u{a0}', " ");
            assert_eq!(found, expected, "{given}");
        };
        check("Paul", "Dupont, P.");
        check("Jean-Paul Marie", "Dupont, J.-P. M.");
        check("Jean‑Paul", "Dupont, J.-P.");
        check("J.R.R.", "Dupont, J. R. R.");
        check("J. R.", "Dupont, J. R.");
        check("J.-P.", "Dupont, J.-P.");
        check("Paul \"Dudule\" (né Pol)", "Dupont, P. D. n. P.");
        check("E\u{301}ric", "Dupont, E\u{301}.");
        check("ʿAbd", "Dupont, A.");
        check("طه", "Dupont, ط.");
        check("…", "Dupont");
    }
}
