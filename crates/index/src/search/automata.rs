//! Automata over the dictionary, and the walk that finds the terms that one matches.
//!
//! The dictionary's keys are folded terms in UTF-8, and its values are their ranks, so the terms below
//! a node are a range of ranks: where an automaton would match whatever follows, as for `cyber*`, the
//! walk takes the range and goes no deeper.

mod expression;
mod fuzzy;
mod letters;

pub(super) use expression::Matcher;
pub(super) use fuzzy::Fuzzy;

use super::budget::Budget;
use fst::raw::{Fst, Node};
use fst::{Automaton, Map};

/// A node on the way from the root, what was read up to it, and which of its transitions is next.
struct Visit<'f, S> {
    node: Node<'f>,
    rank: u64,
    state: S,
    next: usize,
}

/// The ranks of the terms that an automaton matches, in rising order, as far as the budget goes.
pub(super) fn find<D: AsRef<[u8]>, A: Automaton>(
    dictionary: &Map<D>,
    automaton: &A,
    budget: &Budget,
) -> Vec<u32> {
    let fst = dictionary.as_fst();
    let root = Visit {
        node: fst.root(),
        rank: 0,
        state: automaton.start(),
        next: 0,
    };
    let mut found = Vec::new();
    let mut way = Vec::new();
    take(root, automaton, fst, &mut way, &mut found, budget);
    while let Some(visit) = way.last_mut() {
        if visit.next == visit.node.len() {
            way.pop();
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
                rank: visit.rank + transition.out.value(),
                state,
                next: 0,
            };
            take(visit, automaton, fst, &mut way, &mut found, budget);
        }
    }
    found
}

/// Takes in the terms at a node, and its transitions if they have to be followed one by one.
#[inline]
fn take<'f, D: AsRef<[u8]>, A: Automaton>(
    visit: Visit<'f, A::State>,
    automaton: &A,
    fst: &Fst<D>,
    way: &mut Vec<Visit<'f, A::State>>,
    found: &mut Vec<u32>,
    budget: &Budget,
) {
    let rank = visit.rank as u32;
    if automaton.will_always_match(&visit.state) {
        let below = rank_after(fst, way) as u32 - rank;
        found.extend(rank..rank + budget.spend_up_to(below));
        return;
    }
    if visit.node.is_final() && automaton.is_match(&visit.state) {
        found.push(rank);
    }
    if !visit.node.is_empty() {
        way.push(visit);
    }
}

/// The rank of the first term that does not go on from the last transition of a way.
fn rank_after<D: AsRef<[u8]>, S>(fst: &Fst<D>, way: &[Visit<S>]) -> u64 {
    way.iter()
        .rev()
        .find(|visit| visit.next < visit.node.len())
        .map_or(fst.len() as u64, |visit| {
            visit.rank + visit.node.transition(visit.next).out.value()
        })
}

#[cfg(test)]
mod tests;
