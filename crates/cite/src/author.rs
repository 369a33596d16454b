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
            Author::Person { family, given, .. } => format!("{family}, {}", initials(given)),
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

/// `Jean-Paul Marie` to `J.-P. M.`
fn initials(given: &str) -> String {
    let of_word = |word: &str| {
        let parts = word
            .split(['-', '‑'])
            .filter_map(|part| part.chars().next());
        let letters: Vec<String> = parts.map(|letter| format!("{letter}.")).collect();
        letters.join("-")
    };
    let words: Vec<String> = given.split_whitespace().map(of_word).collect();
    words.join("\u{a0}")
}
