//! What a word may do in a date, so that the words that begin none are passed over.
//!
//! A date begins with one of the first words of the tables or with a number. Before the word that tells it (a number, a month, a
//! unit, `hier`) stand only words that lead to it: `de`, `à partir du`, `les`. So no date begins where a word that neither tells nor
//! leads comes before the next one that tells. A number in words tells a date only where a word of the tables follows: `un mois`, but
//! not `un homme`.

use super::lexicon::{CIRCA, CIRCA_IN_PARENTHESES, Lexicon};
use super::word::{Word, beginning};
use foldhash::{HashMap, HashMapExt};

/// Units that may stand before a year or a month in either language.
pub(super) const UNITS_BEFORE: [&str; 5] = ["annee", "an", "mois", "year", "month"];

/// What a word may do in a date.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Role {
    /// It may be the first word.
    pub begins: bool,
    /// It may stand before the word that tells the date.
    pub leads: bool,
    /// It may tell the date.
    pub tells: bool,
    /// It may tell the date where a word of the tables follows.
    pub counts: bool,
    /// It may stand behind such a word.
    pub follows: bool,
}

impl Role {
    fn or(self, other: Role) -> Role {
        Role {
            begins: self.begins || other.begins,
            leads: self.leads || other.leads,
            tells: self.tells || other.tells,
            counts: self.counts || other.counts,
            follows: self.follows || other.follows,
        }
    }
}

/// The roles of the words of a language.
pub(super) struct Roles {
    roles: HashMap<&'static str, Role>,
    /// By the beginning of a word, whether any word of the tables begins so.
    beginnings: Vec<bool>,
}

impl Roles {
    /// The roles of the words of some tables.
    pub fn of(lexicon: &Lexicon) -> Roles {
        let mut roles = Roles {
            roles: HashMap::new(),
            beginnings: vec![false; usize::from(u16::MAX) + 1],
        };
        roles.add_telling(lexicon);
        roles.add_leading(lexicon);
        roles.add_following(lexicon);
        for word in roles.roles.keys() {
            roles.beginnings[usize::from(beginning(word))] = true;
        }
        roles
    }

    /// The role of a word.
    pub fn role(&self, word: &Word<'_>, suffixes: &[&str]) -> Role {
        let [folded, accented] = word.beginnings();
        let mut role = Role::default();
        if self.beginnings[usize::from(folded)] {
            role = role.or(self.get(word.folded()));
        }
        if self.beginnings[usize::from(accented)] && word.accented() != word.folded() {
            role = role.or(self.get(word.accented()));
        }
        let is_roman = matches!((folded >> 8) as u8, b'i' | b'v' | b'x')
            && word.roman_before(suffixes).is_some();
        Role {
            begins: role.begins || is_roman || word.begins_with_digit(),
            tells: role.tells || is_roman || word.text.starts_with(char::is_numeric),
            follows: role.follows || is_roman || word.text.starts_with(char::is_numeric),
            ..role
        }
    }

    fn get(&self, word: &str) -> Role {
        self.roles.get(word).copied().unwrap_or_default()
    }

    /// Adds the phrases that a date is told by: their last words tell it.
    fn add_telling(&mut self, lexicon: &Lexicon) {
        let dated = [
            lexicon.months,
            lexicon.short_months,
            lexicon.republican_months,
            lexicon.weekdays,
            lexicon.seasons,
        ];
        // A thousand is a year by itself: `l’an mil`.
        let numbers = lexicon.numbers.iter();
        let (small, large): (Vec<_>, Vec<_>) = numbers.partition(|(_, number)| *number < 1000);
        for (word, _) in small {
            self.add(word, false);
            let role = self.roles.entry(word).or_default();
            (role.counts, role.leads) = (true, false);
        }
        for (word, _) in large {
            self.add(word, true);
        }
        let counted = [lexicon.ordinals, lexicon.days, lexicon.decades_in_words];
        let dated = dated.into_iter().flatten().map(|(phrase, _)| *phrase);
        let counted = counted.into_iter().flatten().map(|(phrase, _)| *phrase);
        let units = lexicon.units.iter().map(|(phrase, _)| *phrase);
        let decades = lexicon.decades.iter().copied();
        for phrase in dated.chain(counted).chain(units).chain(decades) {
            self.add(phrase, true);
        }
        for unit in UNITS_BEFORE {
            self.roles.entry(unit).or_default().tells = true;
        }
    }

    /// Adds the phrases that stand before such a word.
    fn add_leading(&mut self, lexicon: &Lexicon) {
        let turns = lexicon.turns.iter().map(|(phrase, _)| *phrase);
        let leads = lexicon.leads.iter().map(|(phrase, _)| *phrase);
        let intervals = lexicon.intervals.iter().map(|(phrase, _)| *phrase);
        let counts = lexicon.counts_before.iter().map(|(phrase, _)| *phrase);
        let parts = lexicon.short_parts.iter().map(|(phrase, _)| *phrase);
        let listed = [
            lexicon.republican_years,
            lexicon.last,
            lexicon.first_eras,
            lexicon.roughly,
            CIRCA,
            CIRCA_IN_PARENTHESES,
        ];
        let listed = listed.into_iter().flatten().copied();
        for phrase in turns
            .chain(leads)
            .chain(intervals)
            .chain(counts)
            .chain(parts)
            .chain(listed)
        {
            self.add(phrase, false);
        }
        for article in lexicon.articles {
            self.roles.entry(article).or_default().leads = true;
        }
    }

    /// Adds what may stand behind a number in words.
    fn add_following(&mut self, lexicon: &Lexicon) {
        for role in self.roles.values_mut() {
            role.follows = true;
        }
        let joints = lexicon.intervals.iter().flat_map(|(_, between)| *between);
        let listed = [lexicon.and_in_numbers, lexicon.and, lexicon.of];
        let phrases = joints.chain(listed.into_iter().flatten());
        for word in phrases.flat_map(|phrase| phrase.split(' ')) {
            self.roles.entry(word).or_default().follows = true;
        }
    }

    /// Adds the words of a phrase; the last one tells the date or leads to it as the others do.
    fn add(&mut self, phrase: &'static str, tells: bool) {
        // A word with a point may be read without it.
        let words: Vec<&'static str> = phrase
            .split(' ')
            .map(|word| word.strip_suffix('.').unwrap_or(word))
            .collect();
        for (at, word) in words.iter().enumerate() {
            let is_last = at + 1 == words.len();
            let role = self.roles.entry(word).or_default();
            role.tells |= tells && is_last;
            role.leads |= !(tells && is_last);
        }
        // Whole, and as far as its first point: `a.d.` is read as `a.d` and as `a`.
        let short = phrase.split([' ', '.']).next();
        for first in words.first().copied().into_iter().chain(short) {
            self.roles.entry(first).or_default().begins = true;
        }
    }
}
