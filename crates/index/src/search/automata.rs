//! Automata, and the walk through the dictionary that finds the terms that an automaton matches.
//!
//! The keys of the dictionary are folded terms in UTF-8, and its values are their numbers in alphabetical order. The terms
//! below a node are therefore a range of numbers: where an automaton matches whatever follows, as for `cyber*`, the walk
//! takes the range and goes no deeper.

mod expression;
mod fuzzy;
mod letters;

pub(super) use expression::ExpressionAutomaton;
pub(super) use fuzzy::FuzzyAutomaton;

use super::budget::Budget;
use fst::raw::{Fst, Node};
use fst::{Automaton, Map};

/// A node on the path from the root, the number of its first term, the state of the automaton, and its next transition.
struct Visit<'f, S> {
    node: Node<'f>,
    first: u64,
    state: S,
    next: usize,
}

/// Returns the terms that an automaton matches, in rising order, as far as the budget goes.
pub(super) fn find<D: AsRef<[u8]>, A: Automaton>(
    dictionary: &Map<D>,
    automaton: &A,
    budget: &Budget,
) -> Vec<u32> {
    let fst = dictionary.as_fst();
    let root = Visit {
        node: fst.root(),
        first: 0,
        state: automaton.start(),
        next: 0,
    };
    let mut found = Vec::new();
    let mut path = Vec::new();
    collect(root, automaton, fst, &mut path, &mut found, budget);
    while let Some(visit) = path.last_mut() {
        if visit.next == visit.node.len() {
            path.pop();
            continue;
        }
        if !budget.spend(1) {
            break;
        }
        let transition = visit.node.transition(visit.next);
        visit.next += 1;
        let state = automaton.accept(&visit.state, transition.inp);
        if automaton.can_match(&state) {
            let visit = Visit {
                node: fst.node(transition.addr),
                first: visit.first + transition.out.value(),
                state,
                next: 0,
            };
            collect(visit, automaton, fst, &mut path, &mut found, budget);
        }
    }
    found
}

/// Does the same in a list of all terms in alphabetical order. Terms that begin alike are walked through together, as in the
/// dictionary.
pub(super) fn find_in_list<A: Automaton>(
    terms: &[&str],
    automaton: &A,
    budget: &Budget,
) -> Vec<u32> {
    let mut found = Vec::new();
    // The states before each byte of the last term and after it, up to the byte with which nothing can match.
    let mut states = vec![automaton.start()];
    let mut last: &[u8] = &[];
    for (number, term) in (0..).zip(terms) {
        let term = term.as_bytes();
        let common = last.iter().zip(term).take_while(|(a, b)| a == b).count();
        last = term;
        if common >= states.len() {
            continue;
        }
        states.truncate(common + 1);
        for byte in &term[common..] {
            if !budget.spend(1) {
                return found;
            }
            let state = automaton.accept(&states[states.len() - 1], *byte);
            if !automaton.can_match(&state) {
                break;
            }
            states.push(state);
        }
        if states.len() > term.len() && automaton.is_match(&states[term.len()]) {
            found.push(number);
        }
    }
    found
}

/// Adds the term at a node or all terms below it, and the node to the path if its transitions must be followed one by one.
#[inline]
fn collect<'f, D: AsRef<[u8]>, A: Automaton>(
    visit: Visit<'f, A::State>,
    automaton: &A,
    fst: &Fst<D>,
    path: &mut Vec<Visit<'f, A::State>>,
    found: &mut Vec<u32>,
    budget: &Budget,
) {
    let term = visit.first as u32;
    if automaton.will_always_match(&visit.state) {
        let below = (term_after(fst, path) as u32).saturating_sub(term);
        found.extend(term..term.saturating_add(budget.spend_up_to(below)));
        return;
    }
    if visit.node.is_final() && automaton.is_match(&visit.state) {
        found.push(term);
    }
    if !visit.node.is_empty() {
        path.push(visit);
    }
}

/// Returns the first term after those below the last transition of a path.
fn term_after<D: AsRef<[u8]>, S>(fst: &Fst<D>, path: &[Visit<S>]) -> u64 {
    path.iter()
        .rev()
        .find(|visit| visit.next < visit.node.len())
        .map_or(fst.len() as u64, |visit| {
            visit.first + visit.node.transition(visit.next).out.value()
        })
}

#[cfg(test)]
mod tests;
