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
    let mut found = Vec::new();
    let mut way: Vec<Visit<A::State>> = Vec::new();
    let mut arrived = Some((fst.root(), 0, automaton.start()));
    loop {
        if let Some((node, rank, state)) = arrived.take() {
            if automaton.will_always_match(&state) {
                let end = rank_after(fst, &way);
                let terms = budget.spend_up_to((end - rank) as u32);
                found.extend(rank as u32..rank as u32 + terms);
            } else {
                if node.is_final() && automaton.is_match(&state) {
                    found.push(rank as u32);
                }
                way.push(Visit {
                    node,
                    rank,
                    state,
                    next: 0,
                });
            }
        }
        let Some(visit) = way.last_mut() else { break };
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
            let rank = visit.rank + transition.out.value();
            arrived = Some((fst.node(transition.addr), rank, state));
        }
    }
    found
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
