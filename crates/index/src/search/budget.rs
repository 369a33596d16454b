//! The work that the look-ups of one query may take.
//!
//! Work is counted in steps and not in time, so that a query is cut short at the same place on every machine.

use std::cell::Cell;

/// The steps of a query; a step takes some 20 to 50 nanoseconds on a slow machine.
const STEPS: u32 = 700_000;

/// The steps that a query has left.
#[derive(Debug)]
pub(super) struct Budget {
    left: Cell<u32>,
    is_spent: Cell<bool>,
}

impl Default for Budget {
    /// Creates the budget of a whole query.
    fn default() -> Budget {
        Budget::of(STEPS)
    }
}

impl Budget {
    /// Creates a budget of a number of steps.
    pub fn of(steps: u32) -> Budget {
        Budget {
            left: Cell::new(steps),
            is_spent: Cell::new(false),
        }
    }

    /// Takes some steps. Returns `false` if fewer are left, and from then on always.
    pub fn spend(&self, steps: u32) -> bool {
        match self.left.get().checked_sub(steps) {
            Some(left) if !self.is_spent.get() => self.left.set(left),
            _ => self.is_spent.set(true),
        }
        !self.is_spent.get()
    }

    /// Takes up to a number of steps, and returns how many were left of them.
    pub fn spend_up_to(&self, steps: u32) -> u32 {
        let most = if self.is_spent() { 0 } else { self.left.get() };
        self.spend(steps);
        steps.min(most)
    }

    /// Returns whether more steps were asked for than there were.
    pub fn is_spent(&self) -> bool {
        self.is_spent.get()
    }
}
