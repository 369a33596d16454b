//! Kinds of texts, guessed from the words of a corpus.

/// The kind of a text, as far as styles and formats treat kinds differently.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Genre {
    /// A speech or an interview.
    Speech,
    /// A report, a white paper or a strategy.
    Report,
    /// An article of a newspaper or a dispatch.
    Article,
    /// A book, a play or a novel.
    Book,
    /// A letter.
    Letter,
    /// A law, a decree or a declaration.
    Law,
    /// Anything else.
    Document,
}

impl Genre {
    /// Guesses the genre from the id and the labels of a kind.
    pub(crate) fn of_words(names: &[&str]) -> Genre {
        const WORDS: [(Genre, &[&str]); 6] = [
            (
                Genre::Article,
                &[
                    "presse",
                    "press",
                    "depeche",
                    "dépêche",
                    "dispatch",
                    "article",
                    "journal",
                    "newspaper",
                ],
            ),
            (
                Genre::Speech,
                &[
                    "discours",
                    "speech",
                    "allocution",
                    "address",
                    "intervention",
                    "interview",
                    "entretien",
                    "declaration",
                    "déclaration",
                    "statement",
                    "debate",
                    "débat",
                ],
            ),
            (
                Genre::Report,
                &[
                    "livre blanc",
                    "livre-blanc",
                    "white paper",
                    "rapport",
                    "report",
                    "stratégie",
                    "strategie",
                    "strategy",
                ],
            ),
            (Genre::Letter, &["lettre", "letter", "correspondance"]),
            (
                Genre::Law,
                &["loi", "law", "décret", "decree", "traité", "treaty", "act"],
            ),
            (
                Genre::Book,
                &[
                    "livre",
                    "book",
                    "roman",
                    "novel",
                    "pièce",
                    "play",
                    "théâtre",
                ],
            ),
        ];
        let names: Vec<String> = names.iter().map(|name| name.to_lowercase()).collect();
        let has = |word: &str| {
            names.iter().any(|name| {
                name.match_indices(word).any(|(start, _)| {
                    let is_edge = |edge: Option<char>| edge.is_none_or(|c| !c.is_alphanumeric());
                    let end = start + word.len();
                    is_edge(name[..start].chars().next_back())
                        && is_edge(name[end..].chars().next())
                })
            })
        };
        let found = WORDS
            .iter()
            .find(|(_, words)| words.iter().any(|word| has(word)));
        found.map_or(Genre::Document, |(genre, _)| *genre)
    }
}
