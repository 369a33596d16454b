//! What one token of quanteda is in Frise: no word, one, or several, by rules that a reader can check.
//!
//! quanteda 4 cuts at the word boundaries of Unicode (UAX #29) and then joins what a hyphen joins. Frise
//! cuts for French. The rules, in the order in which they apply to a token:
//!
//! 1. [`Rule::Sign`]: `,` `«` `°` `–` are tokens there and no words here, where only letters and digits
//!    make words.
//! 2. [`Rule::Hyphen`]: `peut-être` is one token there and two words here, neighbours, so that a
//!    compound is found whole and by its parts.
//! 3. [`Rule::Inner`]: other signs part words here, and hang on to the word there: `3,5`, `#8230`.
//! 4. [`Rule::Elision`]: `l'égalité` is one token there and two words here, `l'` and `égalité`, in
//!    French only. `aujourd'hui` is one in both.
//!
//! A token may need several rules: `qu'est-ce` is cut by its hyphen, then by its elision.

use frise_engine::text::Language;

/// Why a token is not just one word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rule {
    /// It has neither letter nor digit.
    Sign,
    /// A hyphen.
    Hyphen,
    /// Another sign in it or around it.
    Inner,
    /// An elided word.
    Elision,
}

impl Rule {
    /// All, in the order in which they apply.
    pub const ALL: [Rule; 4] = [Rule::Sign, Rule::Hyphen, Rule::Inner, Rule::Elision];

    /// What a report calls it.
    pub fn name(self) -> &'static str {
        match self {
            Rule::Sign => "signs are no words",
            Rule::Hyphen => "hyphens part",
            Rule::Inner => "other signs part",
            Rule::Elision => "elided words stand alone",
        }
    }
}

/// A token as Frise has it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Applied<'t> {
    pub words: Vec<&'t str>,
    /// The rules that it took, each with how many words it added; [`Rule::Sign`] takes one away.
    pub rules: Vec<(Rule, i64)>,
}

/// Applies the rules to a token.
pub fn apply(token: &str, language: Language) -> Applied<'_> {
    let mut applied = Applied::default();
    if !token.contains(char::is_alphanumeric) {
        applied.rules.push((Rule::Sign, -1));
        return applied;
    }
    let stages: [(Rule, fn(&str) -> Vec<&str>); 3] = [
        (Rule::Hyphen, at_hyphens),
        (Rule::Inner, at_other_signs),
        (Rule::Elision, after_elided_words),
    ];
    applied.words = vec![token];
    for (rule, cut) in stages {
        if rule == Rule::Elision && language != Language::French {
            continue;
        }
        let words: Vec<&str> = applied.words.iter().copied().flat_map(cut).collect();
        if words != applied.words {
            let added = words.len() as i64 - applied.words.len() as i64;
            applied.rules.push((rule, added));
            applied.words = words;
        }
    }
    applied
}

fn at_hyphens(token: &str) -> Vec<&str> {
    let parts = token.split(['-', '\u{2010}', '\u{2011}']);
    parts
        .filter(|part| part.contains(char::is_alphanumeric))
        .collect()
}

/// At everything but letters, digits and apostrophes between them.
fn at_other_signs(token: &str) -> Vec<&str> {
    let belongs = |c: char| c.is_alphanumeric() || is_apostrophe(c);
    let parts = token.split(|c: char| !belongs(c));
    parts
        .map(|part| part.trim_matches(is_apostrophe))
        .filter(|part| !part.is_empty())
        .collect()
}

fn after_elided_words(token: &str) -> Vec<&str> {
    let mut words = Vec::new();
    let mut rest = token;
    while let Some(at) = rest.find(is_apostrophe) {
        let after = at + rest[at..].chars().next().map_or(1, char::len_utf8);
        if !ELIDED.contains(&rest[..at].to_lowercase().as_str()) {
            break;
        }
        words.push(&rest[..after]);
        rest = &rest[after..];
    }
    words.push(rest);
    words
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’')
}

/// The words that French elides before a vowel (Grevisse and Goosse, Le Bon Usage, § 44), without those
/// that have become one word with the next: `quelqu'un`, `presqu'île`, `entr'ouvert`.
const ELIDED: [&str; 15] = [
    "c", "d", "j", "jusqu", "l", "lorsqu", "m", "n", "parcequ", "puisqu", "qu", "quoiqu", "s", "t",
    "ç",
];

#[cfg(test)]
mod tests {
    use super::*;

    fn check(token: &str, words: &[&str], rules: &[(Rule, i64)]) {
        let applied = apply(token, Language::French);
        assert_eq!(applied.words, words, "{token}");
        assert_eq!(applied.rules, rules, "{token}");
    }

    #[test]
    fn tokens_become_words() {
        check("mariage", &["mariage"], &[]);
        check("«", &[], &[(Rule::Sign, -1)]);
        check("l'égalité", &["l'", "égalité"], &[(Rule::Elision, 1)]);
        check("Jusqu’alors", &["Jusqu’", "alors"], &[(Rule::Elision, 1)]);
        check("aujourd'hui", &["aujourd'hui"], &[]);
        check(
            "d'aujourd'hui",
            &["d'", "aujourd'hui"],
            &[(Rule::Elision, 1)],
        );
        check("quelqu'un", &["quelqu'un"], &[]);
        check("peut-être", &["peut", "être"], &[(Rule::Hyphen, 1)]);
        let both = [(Rule::Hyphen, 1), (Rule::Elision, 1)];
        check("Qu'est-ce", &["Qu'", "est", "ce"], &both);
        check("#8230", &["8230"], &[(Rule::Inner, 0)]);
        check("3,5", &["3", "5"], &[(Rule::Inner, 1)]);
        check("l'", &["l"], &[(Rule::Inner, 0)]);
    }

    #[test]
    fn english_elides_nothing() {
        let applied = apply("d'Arc", Language::English);
        assert_eq!((applied.words, applied.rules), (vec!["d'Arc"], Vec::new()));
    }
}
