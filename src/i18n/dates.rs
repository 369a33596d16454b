//! Dates in words.

use super::pick;
use frise_date::{Day, Edtf, Tongue, phrase, phrase_day, phrase_range};
use frise_index::timeline::Unit;

/// Returns a date in words, or the words for a missing date.
pub fn date(date: Option<&Edtf>, language: Tongue) -> String {
    match date {
        Some(date) => phrase(date, language),
        None => pick(language, "sans date", "undated").to_string(),
    }
}

/// Returns bounds of dates in words: `depuis 2016`, `2016–2020`, `toutes dates`.
pub fn bounds(from: Option<Day>, to: Option<Day>, language: Tongue) -> String {
    let phrase = phrase_range(from, to, language);
    if phrase.is_empty() {
        pick(language, "toutes dates", "all dates").to_string()
    } else {
        phrase
    }
}

/// Returns days as an adverbial of time: `en 2017`, `le 3 juin 2017`, `de 1990 à 1999`.
pub fn during(from: Day, to: Day, language: Tongue) -> String {
    let is_one = [Unit::Year, Unit::Month]
        .iter()
        .any(|unit| unit.start(from) == from && unit.end(from) == to);
    if from == to {
        let on = pick(language, "le ", "on ");
        return [on, &phrase_day(from, language)].concat();
    }
    let range = phrase_range(Some(from), Some(to), language);
    let preposition = match language {
        _ if is_one => pick(language, "en ", "in "),
        // The phrase may begin with its own preposition.
        Tongue::French
            if ["de ", "d’", "du "]
                .iter()
                .any(|own| range.starts_with(own)) =>
        {
            ""
        }
        _ => pick(language, "de ", "from "),
    };
    [preposition, &range].concat()
}

/// Returns one bin of a unit as an adverbial of time: `en 2017`, `le 3 mai 2016`, `de 2010 à 2019`.
pub fn during_unit(unit: Unit, from: Day, to: Day, language: Tongue) -> String {
    let preposition = match unit {
        Unit::Day => pick(language, "le ", "on "),
        Unit::Month | Unit::Year => pick(language, "en ", "in "),
        // The French phrase begins with its own « de ».
        Unit::Quarter => pick(language, "", "from "),
        Unit::Decade | Unit::Century => pick(language, "de ", "from "),
    };
    [preposition, &phrase_range(Some(from), Some(to), language)].concat()
}
