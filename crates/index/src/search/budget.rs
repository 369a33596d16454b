//! How much work the look-ups of one query may take: counted in steps, never in time, so that the same
//! query is cut short at the same place on every machine.

use std::cell::Cell;

/// What a query may spend, some 20 to 50 nanoseconds each on a small machine.
const STEPS: u32 = 700_000;

/// The steps that the look-ups of a query have left.
#[derive(Debug)]
pub(super) struct Budget {
    left: Cell<u32>,
    spent: Cell<bool>,
}

impl Default for Budget {
    /// What a whole query may spend.
    fn default() -> Budget {
        Budget::of(STEPS)
    }
}

impl Budget {
    /// So many steps.
    pub fn of(steps: u32) -> Budget {
        Budget {
            left: Cell::new(steps),
            spent: Cell::new(false),
        }
    }

    /// Takes some steps; `false` where there are not as many left, from then on for good.
    pub fn spend(&self, steps: u32) -> bool {
        match self.left.get().checked_sub(steps) {
            Some(left) if !self.spent.get() => self.left.set(left),
            _ => self.spent.set(true),
        }
        !self.spent.get()
    }

    /// Takes up to so many steps, and tells how many there were.
    pub fn spend_up_to(&self, steps: u32) -> u32 {
        let most = if self.is_spent() { 0 } else { self.left.get() };
        self.spend(steps);
        steps.min(most)
    }

    /// Whether something could not be paid for.
    pub fn is_spent(&self) -> bool {
        self.spent.get()
    }
}
