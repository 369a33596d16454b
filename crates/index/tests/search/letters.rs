//! What the twin knows of letters and words: its own splitting, folding, patterns and distances.

/// Words that keep the apostrophe inside them; all others part at it.
const WHOLE: [&str; 2] = ["aujourd'hui", "bo'ao"];

/// Words that are elided where nothing follows them, as in a query.
const ELIDED: [&str; 9] = ["c", "d", "j", "l", "m", "n", "qu", "s", "t"];

/// The words of a text, elided ones with their apostrophe. `*` and `?` count as letters.
pub fn split(text: &str) -> Vec<String> {
    let is_letter = |c: char| c.is_alphanumeric() || c == '*' || c == '?';
    let letters: Vec<char> = text.chars().collect();
    let mut words: Vec<String> = Vec::new();
    let mut word = String::new();
    for (at, c) in letters.iter().enumerate() {
        let between = at > 0
            && is_letter(letters[at - 1])
            && letters.get(at + 1).is_some_and(|next| is_letter(*next));
        let is_last = at + 1 == letters.len();
        let is_apostrophe = matches!(c, '\'' | '’');
        let ends_elided = is_apostrophe && is_last && ELIDED.contains(&fold(&word).as_str());
        if is_letter(*c) || ends_elided {
            word.push(*c);
        } else if is_apostrophe && between {
            word.push(*c);
            let whole: String = fold(&word)
                + &letters[at + 1..]
                    .iter()
                    .take_while(|c| is_letter(**c))
                    .collect::<String>();
            if !WHOLE.contains(&fold(&whole).as_str()) {
                words.push(std::mem::take(&mut word));
            }
        } else if !word.is_empty() {
            words.push(std::mem::take(&mut word));
        }
    }
    words.extend((!word.is_empty()).then_some(word));
    words
}

/// Lower case without accents; it knows the letters of this corpus, and refuses others.
pub fn fold(word: &str) -> String {
    let mut folded = String::new();
    for c in word.chars().flat_map(char::to_lowercase) {
        match c {
            c if c.is_ascii() => folded.push(c),
            'à' | 'â' => folded.push('a'),
            'ç' => folded.push('c'),
            'è' | 'é' | 'ê' | 'ë' => folded.push('e'),
            'î' | 'ï' => folded.push('i'),
            'ô' => folded.push('o'),
            'ù' | 'û' | 'ü' => folded.push('u'),
            'œ' => folded.push_str("oe"),
            '’' => folded.push('\''),
            c => panic!("the twin does not know how to fold '{c}' of '{word}'"),
        }
    }
    folded
}

/// `*` for any letters, `?` for one.
pub fn fits_pattern(pattern: &[char], word: &[char]) -> bool {
    match (pattern.split_first(), word.split_first()) {
        (None, None) => true,
        (Some(('*', rest)), _) => {
            fits_pattern(rest, word) || (!word.is_empty() && fits_pattern(pattern, &word[1..]))
        }
        (Some((wanted, rest)), Some((letter, after))) => {
            (*wanted == '?' || wanted == letter) && fits_pattern(rest, after)
        }
        _ => false,
    }
}

/// How many letters must be added, left out or changed to make one word of another.
pub fn distance(a: &str, b: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (at, x) in a.iter().enumerate() {
        let mut before = row[0];
        row[0] = at + 1;
        for (place, y) in b.iter().enumerate() {
            let change = before + usize::from(x != y);
            before = row[place + 1];
            row[place + 1] = change.min(before + 1).min(row[place] + 1);
        }
    }
    row[b.len()]
}
