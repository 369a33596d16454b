//! The dates that a text speaks of, found in its words and resolved to EDTF.
//!
//! [`mentions`] goes through the words from left to right and takes the longest form that begins at
//! each: an interval, a date counted from that of the document, a date of the calendar. The words are
//! tables (`french.rs`, `english.rs`), the forms one grammar for both languages:
//!
//! | form | as | EDTF |
//! |---|---|---|
//! | day, month, year | `16 décembre 2015`, `mardi 29 juin 2021`, `1er mars 2017`, `janvier 2015`, `en 2009` | `2015-12-16`, `2015-01`, `2009` |
//! | in digits | `16/12/2015`, `16.12.2015`, `2015-12-16`, `11/2016`, `2013-2015`; `le 15.05.99`; `2014-05-24T14:30`, `2014-05-03/2014-05-05` | `2015-12-16`, `2016-11`, `2013/2015` |
//! | in words | `le deux décembre 1851`, `mil neuf cent quatorze`, `nineteen fourteen` | `1851-12-02`, `1914` |
//! | with an era | `le 15 mars 44 av. J.-C.`, `79 AD`, `348/347 av. J.-C.` | `-0043-03-15`, `0079`, `-0347/-0346` |
//! | of the Republic | `9 thermidor an II`, `l’an 2 de la République` | `1794-07-27`, `1793-09-22/1794-09-21` |
//! | season, quarter, half | `été 2010`, `premier semestre 2016`, `T3 2015`, `Q3 2015` | `2010-22`, `2016-01/2016-06`, `2015-07/2015-09` |
//! | decade, century, millennium | `années 1990`, `décennie 1990`, `années 90`, `’90s`, `nineteen-nineties`, `XXe siècle`, `XIXe s.`, `IVe siècle avant J.-C.`, `IIe millénaire avant J.-C.` | `199X`, `19XX`, `-03XX`, `-1999/-1000` |
//! | part of one | `seconde moitié du XIXe siècle`, `dernier quart du XVe siècle` | `1850/1899`, `1475/1499` |
//! | about | `vers 2010`, `début 2010`, `fin mai 2015`, `à l’horizon 2030`, `(c. 1340)` | `2010~`, `2015-05~`, `2030~` |
//! | doubted | `(1340?–1404)`, `(1404?)` | `1340?/1404`, `1404?` |
//! | open | `depuis 2006`, `dès 2000`, `jusqu’en 2020`, `avant 2010`, `après 2010`, `de 1789 à nos jours` | `2006/..`, `../2020`, `../2009`, `2011/..` |
//! | from the document on | `d’ici à 2030` | `2016-05-24/2030` |
//! | between | `de 2015 à 2017`, `entre mai et août 2016`, `du 3 au 24 mai 2016`, `May 1-3, 2014` | `2015/2017`, `2016-05/2016-08` |
//! | side by side | `les 3, 4 et 5 mai 2016`, `janvier et février 2014`; `XVIIe et XVIIIe siècles`, `années 60 et 70`, `du 3 au 4 mai et du 5 au 6 juin 2014` | one interval; each by itself |
//! | counted | `hier`, `la semaine dernière`, `cette année`, `l’an prochain`, `il y a trois ans` | a day, a week, a year, `2013~` |
//! | year left out | `22 juin`, `en janvier`, `mardi`, `l’été dernier` | the nearest, with `?` |
//!
//! A mention begins with the first word that decides what it means: `depuis` and `vers` belong to it,
//! articles and `en` do not. A bare year counts where something says that it is one: a preposition, a
//! parenthesis, a year beside it, `l’année`, the other end of an interval that is no date (`entre 1945 et la chute
//! du Mur`). What needs a day to count from is left out where the date of
//! the document is no day, and a weekday is the last of its name up to that day, since a press report is
//! dated on the day or the day after; where it is not that very day it has a `?`, because speech looks
//! ahead as well.
//!
//! Two dates side by side share what only one of them says: the year, also over New Year (`du 28 décembre au 3 janvier
//! 2017`), the month, the era, the word for centuries or decades. Each end of an interval has its own doubt; `début` and
//! `fin` of a century or a decade are its halves there, and `milieu` a fifth, so that `fin XVIIIe-début XIXe siècle` is
//! `1750~/1849~` and `depuis la fin du XIXe siècle` is `1850~/..`. The first century has no `00XX`, which would have a year
//! 0, but `0001/0099`.
//!
//! What is refused, on purpose: decades in small letters without their century (`in the sixties`), which are as often years of
//! age, degrees or scores; numbers of things, of articles and of laws (`2000 euros`, `n° 2013-404`);
//! years in names (`Cyber 2016`); the first fourteen years of an era that is not named (`l’an 2`);
//! `aujourd’hui`, `ce jour` and `maintenant`, which mean *nowadays* as often
//! as the day of the document, and the latter is known anyway; what is told from another date of the text
//! (`la veille`, `cette année-là`, `trois ans plus tard`, `le 3 mai suivant`); what recurs (`le mardi`,
//! `chaque mai`, `le 30 juin de chaque année`); times of day, holidays and durations; `récemment`,
//! `ces dernières années`, which say no number. Of a text in another
//! language only dates in digits are read that mean the same day everywhere.
//!
//! [`scan::Scan`] reads on through the words. `points.rs` reads one date ([`points::Point`]), from
//! `digits.rs`, `numbers.rs`, `calendar.rs` and `periods.rs`; `intervals.rs` and `lists.rs` put several together, with
//! what they share (`sharing.rs`), `relative.rs` counts from the document, and `evidence.rs` asks whether a number is a
//! year at all. `partial.rs` holds
//! what a date leaves out until it is found in the other date or in the [`Reference`], and `builder.rs` writes EDTF.

mod builder;
mod calendar;
mod digits;
mod english;
mod evidence;
mod french;
mod intervals;
mod languages;
mod lexicon;
mod lists;
mod numbers;
mod partial;
mod periods;
mod phrases;
mod points;
mod reading;
mod reference;
mod relative;
mod republican;
mod roles;
mod scan;
mod sharing;
#[cfg(test)]
mod tests;
mod word;

use frise_date::Edtf;
use frise_text::{Language, Token, tokens};
use reference::Reference;
use scan::Scan;

/// A date that a text speaks of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// Where it begins, in bytes of the text: at a word.
    pub start: usize,
    /// Where it ends: behind a word.
    pub end: usize,
    /// What it means.
    pub date: Edtf,
}

/// Returns the dates that a text speaks of, in reading order; none overlaps another. `reference` is the date of
/// the document, by which dates are resolved that lack their year, or count from it.
pub fn mentions(text: &str, language: Language, reference: Option<&Edtf>) -> Vec<Mention> {
    let tokens: Vec<Token> = tokens(text, language).collect();
    mentions_of_tokens(text, &tokens, language, reference)
}

/// The same as [`mentions`] for a text whose tokens are known.
pub(crate) fn mentions_of_tokens(
    text: &str,
    tokens: &[Token],
    language: Language,
    reference: Option<&Edtf>,
) -> Vec<Mention> {
    read(&Scan::of(text, tokens, language, Reference::of(reference)))
}

fn read(scan: &Scan<'_>) -> Vec<Mention> {
    let mut mentions = Vec::new();
    let mut at = 0;
    while at < scan.words.len() {
        let spoken = scan.mention(at, mentions.last());
        let dated = spoken
            .into_iter()
            .flatten()
            .map(|spoken| Some((spoken.words, spoken.date.edtf()?)));
        let Some(found) = dated
            .collect::<Option<Vec<_>>>()
            .filter(|found| !found.is_empty())
        else {
            at += 1;
            continue;
        };
        for (words, date) in found {
            mentions.push(Mention {
                start: scan.words[words.start].range.start,
                end: scan.words[words.end - 1].range.end,
                date,
            });
            at = words.end;
        }
    }
    mentions
}
