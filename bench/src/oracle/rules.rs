//! What the tokens of quanteda are in Frise: no word, one, or several, by rules that a reader can check.
//!
//! quanteda 4 cuts at the word boundaries of Unicode (UAX #29) and then joins what a hyphen joins. Frise
//! cuts for French. The rules, in the order in which they apply:
//!
//! 1. [`Rule::Sign`]: `,` `«` `°` `–` are tokens there and no words here, where only letters and digits
//!    make words.
//! 2. [`Rule::Hyphen`]: `peut-être` is one token there and two words here, neighbours, so that a
//!    compound is found whole and by its parts.
//! 3. [`Rule::Inner`]: other signs part words here, and hang on to the word there: `#8230`, `5/6`. A
//!    number (`3,5`) and initials (`U.R.S.S`) are one word in both.
//! 4. [`Rule::Elision`]: `l'égalité` is one token there and two words here, `l'` and `égalité`, in
//!    French only. `aujourd'hui` is one in both.
//! 5. [`Rule::Number`]: `10 000` is two tokens there and one word here, in French only.
//!
//! A token may need several rules: `qu'est-ce` is cut by its hyphen, then by its elision.
//!
//! Two things are not compared, as there is no telling them from tokens: which space groups the digits of
//! a number, and whether a word at whose end an apostrophe stands (`l'« État »`) keeps it. [`key`] leaves
//! them out.

use frise_text::Language;
use std::borrow::Cow;

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
    /// It is a number with the tokens after it.
    Number,
}

impl Rule {
    /// All, in the order in which they apply.
    pub const ALL: [Rule; 5] = [
        Rule::Sign,
        Rule::Hyphen,
        Rule::Inner,
        Rule::Elision,
        Rule::Number,
    ];

    /// Returns what a report calls it.
    pub fn name(self) -> &'static str {
        match self {
            Rule::Sign => "signs are no words",
            Rule::Hyphen => "hyphens part",
            Rule::Inner => "other signs part",
            Rule::Elision => "elided words stand alone",
            Rule::Number => "spaces group digits",
        }
    }
}

/// A word as the rules make it, and where it comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word<'t> {
    pub text: Cow<'t, str>,
    /// The place of its token, of its first where there are several.
    pub token: usize,
    /// The rules that its token took.
    pub rules: Vec<Rule>,
}

/// Returns the words that the rules make of the tokens of a text; the tally goes up.
pub fn words<'t>(tokens: &'t [String], language: Language, tally: &mut Tally) -> Vec<Word<'t>> {
    let mut words: Vec<Word<'t>> = Vec::new();
    for (token, text) in tokens.iter().enumerate() {
        if language == Language::French && goes_on(words.last(), token, text) {
            tally.add(Rule::Number, -1);
            if let Some(number) = words.last_mut() {
                number.text.to_mut().push_str(text);
                number.rules.push(Rule::Number);
                number.token = token;
            }
            continue;
        }
        let cut = cut(text, language);
        cut.rules
            .iter()
            .for_each(|(rule, added)| tally.add(*rule, *added));
        let rules: Vec<Rule> = cut.rules.iter().map(|(rule, _)| *rule).collect();
        words.extend(cut.words.into_iter().map(|text| Word {
            text: Cow::Borrowed(text),
            token,
            rules: rules.clone(),
        }));
    }
    words
}

/// Returns whether a token is the next three digits of the number before it.
fn goes_on(before: Option<&Word<'_>>, token: usize, text: &str) -> bool {
    let is_number = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let digits = text.find([',', '.']).unwrap_or(text.len());
    let Some(before) = before.filter(|word| word.token + 1 == token) else {
        return false;
    };
    let first = before.text.len() <= 3 || before.rules.contains(&Rule::Number);
    first && is_number(&before.text) && digits == 3 && is_number(&text[..digits])
}

/// Returns how words are compared: without the spaces of numbers, and without an apostrophe at their end.
pub fn key(word: &str) -> String {
    let letters = word.chars().filter(|c| !c.is_whitespace());
    let mut key: String = letters.collect();
    key.truncate(key.trim_end_matches(is_apostrophe).len());
    key
}

/// One token as Frise has it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Cut<'t> {
    words: Vec<&'t str>,
    /// The rules that it took, each with how many words it added; [`Rule::Sign`] takes one away.
    rules: Vec<(Rule, i64)>,
}

fn cut(token: &str, language: Language) -> Cut<'_> {
    let mut cut = Cut::default();
    if !token.contains(char::is_alphanumeric) {
        cut.rules.push((Rule::Sign, -1));
        return cut;
    }
    cut.words = vec![token];
    cut.take(Rule::Hyphen, at_hyphens);
    cut.take(Rule::Inner, at_other_signs);
    if language == Language::French {
        cut.take(Rule::Elision, after_elided_words);
    }
    cut
}

impl<'t> Cut<'t> {
    fn take(&mut self, rule: Rule, part: impl Fn(&'t str) -> Vec<&'t str>) {
        let words: Vec<&str> = self.words.iter().copied().flat_map(part).collect();
        if words != self.words {
            let added = words.len() as i64 - self.words.len() as i64;
            self.rules.push((rule, added));
            self.words = words;
        }
    }
}

fn at_hyphens(token: &str) -> Vec<&str> {
    let parts = token.split(['-', '\u{2010}', '\u{2011}']);
    parts
        .filter(|part| part.contains(char::is_alphanumeric))
        .collect()
}

/// At everything but letters, digits and apostrophes between them.
fn at_other_signs(token: &str) -> Vec<&str> {
    if is_decimal(token) || are_initials(token) {
        return vec![token];
    }
    let belongs = |c: char| c.is_alphanumeric() || is_apostrophe(c);
    let parts = token.split(|c: char| !belongs(c));
    parts
        .map(|part| part.trim_matches(is_apostrophe))
        .filter(|part| !part.is_empty())
        .collect()
}

/// Digits with commas or points between them: `3,5`, `1,000,000`. Two marks that do not group three
/// digits make no number (`24.05.2016`).
fn is_decimal(token: &str) -> bool {
    let parts: Vec<&str> = token.split([',', '.']).collect();
    let digits = |part: &&str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let grouped = parts.iter().skip(1).all(|part| part.len() == 3);
    parts.len() > 1 && parts.iter().all(digits) && (parts.len() == 2 || grouped)
}

fn are_initials(token: &str) -> bool {
    let mut parts = token.split('.');
    token.contains('.')
        && parts.all(|part| part.chars().count() == 1 && part.contains(char::is_alphabetic))
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

/// How many tokens took each rule, and how many words each added.
#[derive(Default)]
pub struct Tally([(usize, i64); Rule::ALL.len()]);

impl Tally {
    fn add(&mut self, rule: Rule, added: i64) {
        let (tokens, words) = &mut self.0[rule as usize];
        *tokens += 1;
        *words += added;
    }

    /// `+ 23981 (elided words stand alone: 23981 tokens)` and so on.
    pub fn equation(&self) -> String {
        let parts = Rule::ALL.iter().zip(&self.0);
        let taken = parts.filter(|(_, (tokens, _))| *tokens > 0);
        let part = |(rule, (tokens, words)): (&Rule, &(usize, i64))| {
            let sign = if *words < 0 { '−' } else { '+' };
            format!("{sign} {} ({}: {tokens} tokens)", words.abs(), rule.name())
        };
        let parts: Vec<String> = taken.map(part).collect();
        parts.join(" ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(token: &str, words: &[&str], rules: &[(Rule, i64)]) {
        let cut = cut(token, Language::French);
        assert_eq!(cut.words, words, "{token}");
        assert_eq!(cut.rules, rules, "{token}");
    }

    #[test]
    fn a_token_becomes_words() {
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
        check("5/6", &["5", "6"], &[(Rule::Inner, 1)]);
        check("3,5", &["3,5"], &[]);
        check("1,000,000", &["1,000,000"], &[]);
        check("24.05.2016", &["24", "05", "2016"], &[(Rule::Inner, 2)]);
        check("U.R.S.S", &["U.R.S.S"], &[]);
        check("mot.Mot", &["mot", "Mot"], &[(Rule::Inner, 1)]);
        check("l'", &["l"], &[(Rule::Inner, 0)]);
    }

    #[test]
    fn english_elides_nothing() {
        let cut = cut("d'Arc", Language::English);
        assert_eq!((cut.words, cut.rules), (vec!["d'Arc"], Vec::new()));
    }

    fn check_numbers(tokens: &[&str], language: Language, expected: &[&str]) {
        let tokens: Vec<String> = tokens.iter().map(|token| token.to_string()).collect();
        let words = words(&tokens, language, &mut Tally::default());
        let texts: Vec<&str> = words.iter().map(|word| word.text.as_ref()).collect();
        assert_eq!(texts, expected, "{tokens:?}");
    }

    #[test]
    fn tokens_become_numbers() {
        let french = Language::French;
        check_numbers(&["10", "000", "ans"], french, &["10000", "ans"]);
        check_numbers(&["1", "234", "567,8"], french, &["1234567,8"]);
        check_numbers(&["en", "2012", "000"], french, &["en", "2012", "000"]);
        check_numbers(&["10", ",", "000"], french, &["10", "000"]);
        check_numbers(&["10", "00"], french, &["10", "00"]);
        check_numbers(&["10", "000"], Language::English, &["10", "000"]);
    }

    #[test]
    fn keys_leave_out_what_is_not_compared() {
        assert_eq!(key("10\u{202f}000"), "10000");
        assert_eq!(
            (key("l’"), key("l'"), key("aujourd'hui")),
            ("l".into(), "l".into(), "aujourd'hui".into())
        );
    }
}
