//! Text cut at words, so that it fits a width. Widths are summed from letters: to measure each line would cost a layout of the page
//! for each.

/// The sign of what is left out, with its space.
const ELLIPSIS: &str = "… ";

/// Returns the width of a letter in em in a serif face of usual proportions, where no letter can be measured.
pub fn usual(letter: char) -> f64 {
    match letter {
        'i' | 'j' | 'l' | 't' | 'f' | 'r' | ' ' | '\u{a0}' | '\u{202f}' | '.' | ',' | ';' | ':'
        | '!' | '\'' | '’' | '(' | ')' | 'î' | 'ï' | '-' => 0.32,
        'm' | 'w' | 'M' | 'W' | '—' | '…' | 'œ' | 'æ' => 0.84,
        letter if letter.is_uppercase() => 0.7,
        letter if u32::from(letter) >= 0x1100 => 1.0,
        _ => 0.51,
    }
}

/// Returns the width of a text whose letters have these widths.
pub fn width(text: &str, letter: &dyn Fn(char) -> f64) -> f64 {
    text.chars().map(letter).sum()
}

/// Returns where the last words of a text begin that fit, with the sign of what is left out; this is there too where the text is
/// cut already and all of it fits.
pub fn last_words(text: &str, is_cut: bool, room: f64, letter: &dyn Fn(char) -> f64) -> usize {
    let mut taken = width(ELLIPSIS, letter);
    if width(text, letter) + if is_cut { taken } else { 0.0 } <= room {
        return 0;
    }
    let mut start = text.len();
    for (at, sign) in text.char_indices().rev() {
        taken += letter(sign);
        if taken > room {
            break;
        }
        if sign == ' ' {
            start = at;
        }
    }
    start
}

/// Returns where the first words of a text end that fit, in the same way.
pub fn first_words(text: &str, is_cut: bool, room: f64, letter: &dyn Fn(char) -> f64) -> usize {
    let mut taken = width(ELLIPSIS, letter);
    if width(text, letter) + if is_cut { taken } else { 0.0 } <= room {
        return text.len();
    }
    let mut end = 0;
    for (at, sign) in text.char_indices() {
        // A space behind the last word takes no room of its own: that of the sign follows.
        if sign == ' ' && taken <= room {
            end = at;
        }
        taken += letter(sign);
        if taken > room {
            break;
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
        let last_words = |text, room| last_words(text, false, room, &usual);
        let first_words = |text, room| first_words(text, false, room, &usual);
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

    #[test]
    fn more_words_fit_where_letters_are_narrow() {
        let text = " dans le cyberespace et au-delà";
        let kept = |letter: f64| &text[..first_words(text, false, 180.0, &|_| letter)];
        assert_eq!(kept(16.0), " dans le");
        assert_eq!(kept(8.0), " dans le cyberespace");
        assert_eq!(kept(5.0), text);
    }

    proptest! {
        #[test]
        fn what_is_kept_fits_and_another_word_would_not(text in "[ a-zéœM]{0,80}", is_cut: bool, room in 0.0..400.0f64, size in 5.0..30.0f64) {
            let letter = |sign| usual(sign) * size;
            let width = |text: &str| width(text, &letter);
            let (start, end) = (last_words(&text, is_cut, room, &letter), first_words(&text, is_cut, room, &letter));
            let sign = |is_shown| if is_shown { width(ELLIPSIS) } else { 0.0 };
            for (kept, has_sign) in [(&text[start..], is_cut || start > 0), (&text[..end], is_cut || end < text.len())] {
                prop_assert!(kept.is_empty() || width(kept) + sign(has_sign) <= room + 1e-6);
            }
            if let Some(before) = text[..start].rfind(' ').filter(|_| start > 0) {
                prop_assert!(width(&text[before..]) + width(ELLIPSIS) > room);
            }
            if let Some(after) = text[end..].char_indices().skip(1).find(|(_, sign)| *sign == ' ') {
                prop_assert!(width(&text[..end + after.0]) + width(ELLIPSIS) > room);
            }
        }
    }
}
