//! Words that the end of a line parts: `souve-⏎raineté` is one word, and `Est-⏎ce` a compound that keeps its hyphen.

use foldhash::HashSet;
use frise_index::model::{Corpus, Document};
use frise_text::fold;

/// Words that follow a hyphen after whatever verb or noun.
const AFTER: [&str; 27] = [
    "ce", "ci", "elle", "elles", "en", "être", "il", "ils", "je", "la", "là", "le", "les", "leur",
    "lui", "même", "mêmes", "moi", "nous", "on", "t", "te", "toi", "tu", "un", "vous", "y",
];

/// Words that make compounds with whatever follows.
const BEFORE: [&str; 44] = [
    "anti", "après", "arrière", "au", "avant", "basse", "beau", "belle", "bien", "celle", "celui",
    "ceux", "chef", "ci", "contre", "co", "demi", "est", "ex", "garde", "grand", "grande", "haut",
    "haute", "là", "mal", "mi", "moyen", "néo", "non", "nouveau", "peut", "plate", "porte",
    "procès", "quasi", "quatre", "rendez", "sans", "semi", "soi", "sous", "vice", "vis",
];

/// Returns whether the end of a line may part a word: it stands after a letter and a hyphen, and before a letter.
pub(crate) fn may_part_word(before: &str, line_end: &str) -> bool {
    let mut before = before.trim_end_matches(is_blank).chars().rev();
    let after = line_end.trim_start_matches(|c: char| is_blank(c) || c == '\n' || c == '\r');
    before.next().is_some_and(is_hyphen)
        && before.next().is_some_and(char::is_alphabetic)
        && after.starts_with(char::is_alphabetic)
}

/// The longest word that is joined, in bytes: an index takes none of more than 255.
const LONGEST_WORD: usize = 100;

/// Joins the words that the end of a line parts.
///
/// What stands whole elsewhere in the corpus decides: `souveraineté` or `bien-aimé`. Otherwise a hyphen stays between two words
/// that the corpus has, in a chain (`c’est-à-⏎dire`), before a capital, and beside words that make compounds; it is dropped
/// where a part is no word by itself.
pub fn join_parted_words(corpus: &mut Corpus) {
    let runs = |corpus: &Corpus, seen: &mut dyn FnMut(&str)| {
        let documents = corpus.documents.iter();
        let passages = documents.flat_map(|document| &document.passages);
        passages
            .flat_map(|passage| &passage.runs)
            .for_each(|run| seen(&run.text));
    };
    let mut is_any_parted = false;
    runs(corpus, &mut |text| {
        is_any_parted |= next_parted(text, 0).is_some()
    });
    if !is_any_parted {
        return;
    }
    let mut whole = Whole::default();
    runs(corpus, &mut |text| whole.add(text));
    let documents = corpus.documents.iter_mut();
    let passages = documents.flat_map(|document| &mut document.passages);
    for run in passages.flat_map(|passage| &mut passage.runs) {
        if next_parted(&run.text, 0).is_some() {
            run.text = whole.joined(&run.text);
        }
    }
}

/// Returns whether the end of a line parts a word of a document, which [`join_parted_words`] joins.
pub fn has_parted_words(document: &Document) -> bool {
    let mut runs = document.passages.iter().flat_map(|passage| &passage.runs);
    runs.any(|run| next_parted(&run.text, 0).is_some())
}

/// A word that the end of a line parts.
struct Parted<'t> {
    left: &'t str,
    right: &'t str,
    /// Where the left part begins, and the hyphen.
    start: usize,
    hyphen: usize,
    /// Whether the hyphen is one that never stands inside a line.
    is_soft: bool,
}

impl Parted<'_> {
    fn end(&self, text: &str) -> usize {
        self.right.as_ptr() as usize - text.as_ptr() as usize + self.right.len()
    }
}

/// Returns the first word at or after a byte that is parted by a hyphen and the end of a line.
fn next_parted(text: &str, from: usize) -> Option<Parted<'_>> {
    let ends = text[from..].match_indices(['\n', '\r']);
    ends.filter_map(|(at, _)| parted_at(text, from + at)).next()
}

fn parted_at(text: &str, line_end: usize) -> Option<Parted<'_>> {
    let before = text[..line_end].trim_end_matches(is_blank);
    let hyphen = before.chars().next_back()?;
    if !is_hyphen(hyphen) {
        return None;
    }
    let before = &before[..before.len() - hyphen.len_utf8()];
    let left = &before[before.trim_end_matches(char::is_alphabetic).len()..];
    let after = text[line_end..].trim_start_matches(|c| is_blank(c) || c == '\n' || c == '\r');
    // A blank line parts paragraphs and not words.
    let gap = &text[line_end..text.len() - after.len()];
    let lines = gap.replace("\r\n", "\n");
    let right = &after[..after
        .find(|c: char| !c.is_alphabetic())
        .unwrap_or(after.len())];
    let is_word = !left.is_empty() && !right.is_empty() && lines.trim_matches(is_blank).len() == 1;
    is_word.then(|| Parted {
        left,
        right,
        start: before.len() - left.len(),
        hyphen: before.len(),
        is_soft: matches!(hyphen, '\u{AD}' | '¬'),
    })
}

/// Returns whether a character is a hyphen, or a sign that digitising leaves for one.
pub fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{AD}' | '¬')
}

fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\t')
}

/// The words and compounds of a corpus that stand whole in a line, folded.
#[derive(Default)]
struct Whole {
    words: HashSet<String>,
    compounds: HashSet<String>,
}

impl Whole {
    fn add(&mut self, text: &str) {
        let mut from = 0;
        while let Some(parted) = next_parted(text, from) {
            // The right part of the word before may be the left part of this one.
            self.add_line(&text[from..parted.start.max(from)]);
            from = parted.end(text);
        }
        self.add_line(&text[from..]);
    }

    fn add_line(&mut self, text: &str) {
        let is_of_word = |c: char| c.is_alphabetic() || matches!(c, '-' | '\u{2010}' | '\u{2011}');
        for compound in text.split(|c| !is_of_word(c)) {
            let parts: Vec<String> = compound
                .split(|c: char| !c.is_alphabetic())
                .filter(|part| !part.is_empty())
                .map(fold)
                .collect();
            for pair in parts.windows(2) {
                self.compounds.insert(pair.join("-"));
            }
            self.words.extend(parts);
        }
    }

    /// Returns a text with the words joined that ends of lines part.
    fn joined(&self, text: &str) -> String {
        let mut joined = String::with_capacity(text.len());
        let mut from = 0;
        while let Some(parted) = next_parted(text, from) {
            joined.push_str(&text[from..parted.hyphen]);
            if self.is_compound(&parted, text) {
                joined.push('-');
            }
            from = parted.end(text) - parted.right.len();
        }
        joined.push_str(&text[from..]);
        joined
    }

    fn is_compound(&self, parted: &Parted, text: &str) -> bool {
        let Parted { left, right, .. } = parted;
        let (start, end) = (fold(left), fold(right));
        let listed = |list: &[&str], word: &str| list.iter().any(|known| fold(known) == word);
        if left.len() + right.len() > LONGEST_WORD {
            return true;
        }
        if parted.is_soft {
            return false;
        }
        if self
            .compounds
            .contains(&[start.as_str(), "-", &end].concat())
        {
            return true;
        }
        if self.words.contains(&[start.as_str(), &end].concat()) {
            return false;
        }
        let is_chain = text[..parted.start].ends_with(['-', '\u{2010}', '\u{2011}'])
            || text[parted.end(text)..]
                .strip_prefix(['-', '\u{2010}', '\u{2011}'])
                // At the end of a line, that hyphen parts too.
                .is_some_and(|rest| !rest.trim_start_matches(is_blank).starts_with(['\n', '\r']));
        let is_name = right.starts_with(char::is_uppercase) && left.contains(char::is_lowercase);
        let are_words = self.words.contains(&start) && self.words.contains(&end);
        is_chain || is_name || are_words || listed(&AFTER, &end) || listed(&BEFORE, &start)
    }
}

#[cfg(test)]
mod tests {
    use super::Whole;

    fn check(corpus: &str, text: &str, expected: &str) {
        let mut whole = Whole::default();
        whole.add(corpus);
        whole.add(text);
        assert_eq!(whole.joined(text), expected, "{text:?} among {corpus:?}");
    }

    #[test]
    fn what_stands_whole_elsewhere_decides() {
        check(
            "",
            "la souve-\nraineté des États",
            "la souveraineté des États",
        );
        check(
            "La souveraineté.",
            "la souve-\r\n  raineté",
            "la souveraineté",
        );
        check("Le bien-aimé vint.", "le bien-\naimé", "le bien-aimé");
        check("un compte-rendu", "le compte-\nrendu", "le compte-rendu");
        check("un compterendu", "le compte-\nrendu", "le compterendu");
        check(
            "les Nations, un port",
            "le port-\nnations",
            "le port-nations",
        );
        check("par la loi", "le par-\nlement", "le parlement");
        check("", "LA SOUVE-\nRAINETÉ", "LA SOUVERAINETÉ");
        // Over three lines: the right part of one is the left part of the next.
        check("", "coopé-\nration-\nnelle", "coopérationnelle");
    }

    #[test]
    fn compounds_stay_whole() {
        check(
            "",
            "Est-\nce vrai ? A-t-\nil dit, dit-\nelle",
            "Est-ce vrai ? A-t-il dit, dit-elle",
        );
        check(
            "",
            "un bien-\naimé, non-\ningérence, sous-\nmarin",
            "un bien-aimé, non-ingérence, sous-marin",
        );
        check(
            "",
            "Saint-\nDenis, c’est-à-\ndire, vis-\nà-vis",
            "Saint-Denis, c’est-à-dire, vis-à-vis",
        );
    }

    #[test]
    fn signs_that_only_part_lines() {
        check(
            "",
            "souve¬\nraineté, coopé\u{ad}\nration",
            "souveraineté, coopération",
        );
        check("", "coopé\u{2010}\nration", "coopération");
    }

    #[test]
    fn what_is_no_word_stays_as_it_is() {
        for text in [
            "dit-il -\nnon",
            "1-\n2",
            "fin-\n\nDébut",
            "un mot\nun autre",
            "a -\n",
            "-\nb",
            "",
        ] {
            check("", text, text);
        }
    }
}
