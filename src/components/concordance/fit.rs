//! Text cut at words, so that it fits a width. Widths are in em and estimated from the letters: to measure them would cost a
//! layout of the page for each line.

/// The width of the sign of what is left out, with a space.
const ELLIPSIS: f64 = 1.25;

/// Returns the width of a text in a serif face of usual proportions.
pub fn width(text: &str) -> f64 {
    text.chars().map(width_of).sum()
}

fn width_of(letter: char) -> f64 {
    match letter {
        'i' | 'j' | 'l' | 't' | 'f' | 'r' | ' ' | '\u{a0}' | '\u{202f}' | '.' | ',' | ';' | ':'
        | '!' | '\'' | '’' | '(' | ')' | 'î' | 'ï' | '-' => 0.32,
        'm' | 'w' | 'M' | 'W' | '—' | '…' | 'œ' | 'æ' => 0.84,
        letter if letter.is_uppercase() => 0.7,
        letter if u32::from(letter) >= 0x1100 => 1.0,
        _ => 0.51,
    }
}

/// Returns where the last words of a text begin that fit, with the sign of what is left out.
pub fn last_words(text: &str, room: f64) -> usize {
    if width(text) <= room {
        return 0;
    }
    let mut taken = ELLIPSIS;
    let mut start = text.len();
    for (at, letter) in text.char_indices().rev() {
        taken += width_of(letter);
        if taken > room {
            break;
        }
        if letter == ' ' {
            start = at;
        }
    }
    start
}

/// Returns where the first words of a text end that fit, with the sign of what is left out.
pub fn first_words(text: &str, room: f64) -> usize {
    if width(text) <= room {
        return text.len();
    }
    let mut taken = ELLIPSIS;
    let mut end = 0;
    for (at, letter) in text.char_indices() {
        taken += width_of(letter);
        if taken > room {
            break;
        }
        if letter == ' ' {
            end = at;
        }
    }
    end
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn words_nearest_the_hit_are_kept_whole() {
        let text = "de construire ensemble une ";
        assert_eq!(&text[last_words(text, 7.0)..], " une ");
        assert_eq!(&text[last_words(text, 8.5)..], " ensemble une ");
        assert_eq!(last_words(text, 40.0), 0);
        let text = " dans le cyberespace";
        assert_eq!(&text[..first_words(text, 6.0)], " dans le");
        assert_eq!(first_words(text, 40.0), text.len());
        assert_eq!(
            (last_words("ensemble", 2.0), first_words("ensemble", 2.0)),
            (8, 0)
        );
    }

    proptest! {
        #[test]
        fn what_is_kept_fits(text in "[ a-zéœM]{0,80}", room in 0.0..30.0f64) {
            for kept in [&text[last_words(&text, room)..], &text[..first_words(&text, room)]] {
                prop_assert!(kept.is_empty() || width(kept) <= room);
            }
        }
    }
}
