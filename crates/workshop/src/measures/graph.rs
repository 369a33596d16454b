//! The graph of collocations: which of them go along with one another.

use super::link;
use super::map::LEAST_LETTERS;
use super::subject::Subject;
use crate::report::{Edge, Graph, Node};
use frise_index::Index;
use frise_index::search::PassageSet;
use frise_stats::{Collocate, WordPair, word_pairs};

/// The most words of a graph, and the most pairs that are drawn for each.
const MOST: usize = 20;
const PAIRS: usize = 2;

/// Returns the graph of the collocates that go along most closely with the search, without words of grammar, which are short.
pub fn graph(
    subject: &Subject,
    index: &Index,
    passages: &PassageSet,
    collocates: &[Collocate],
) -> Graph {
    let level = subject.level();
    let text = |word: u32| level.text(index, word);
    let mut chosen: Vec<(f64, u32)> = collocates
        .iter()
        .filter(|word| word.table.is_positive())
        .filter(|word| text(word.word).chars().count() >= LEAST_LETTERS as usize)
        .filter_map(|word| Some((word.log_dice?, word.word)))
        .collect();
    chosen.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    chosen.truncate(MOST);
    let words: Vec<u32> = chosen.iter().map(|(_, word)| *word).collect();
    let mut pairs = word_pairs(index, passages, &words, level);
    let order = chain(words.len(), &pairs);
    let mut place_of = vec![0; words.len()];
    for (place, word) in order.iter().enumerate() {
        place_of[*word] = place;
    }
    pairs.truncate(words.len() * PAIRS);
    let node = |place: &usize| {
        let (log_dice, word) = chosen[*place];
        Node {
            address: link::word(subject, level, word, subject.state),
            name: text(word).to_string(),
            log_dice,
        }
    };
    let edge = |pair: &WordPair| {
        let (a, b) = (place_of[pair.words.0], place_of[pair.words.1]);
        Edge {
            nodes: (a.min(b), a.max(b)),
            together: pair.together,
            log_dice: pair.log_dice,
        }
    };
    Graph {
        name: subject
            .pick(
                "Cooccurrents qui vont ensemble (dans les mêmes passages\u{a0}; mots de quatre lettres et plus)",
                "Collocates that go along (in the same passages; words of four letters and more)",
            )
            .to_string(),
        nodes: order.iter().map(node).collect(),
        edges: pairs.iter().map(edge).collect(),
    }
}

/// Returns an order in which each word follows the one that it goes along with most, of those that are left: from the first
/// word on.
fn chain(words: usize, pairs: &[WordPair]) -> Vec<usize> {
    let mut order: Vec<usize> = Vec::new();
    let mut left: Vec<usize> = (0..words).collect();
    while !left.is_empty() {
        let next = order.last().and_then(|last| {
            // Pairs are sorted: the first one that leads on is the closest.
            pairs.iter().find_map(|pair| {
                let (a, b) = pair.words;
                let other = match *last {
                    last if last == a => b,
                    last if last == b => a,
                    _ => return None,
                };
                left.iter().position(|word| *word == other)
            })
        });
        order.push(left.remove(next.unwrap_or(0)));
    }
    order
}

#[cfg(test)]
mod tests {
    use super::{WordPair, chain};

    #[test]
    fn words_that_go_along_stand_beside_each_other() {
        let pair = |words, log_dice| WordPair {
            words,
            together: 1,
            log_dice,
        };
        let pairs = [pair((0, 3), 9.0), pair((2, 3), 8.0), pair((0, 2), 7.0)];
        assert_eq!(chain(5, &pairs), [0, 3, 2, 1, 4]);
        assert_eq!(chain(3, &[]), [0, 1, 2]);
        assert!(chain(0, &[]).is_empty());
    }
}
