//! Chance that repeats itself.

/// Numbers that look drawn by chance and are the same each time: splitmix64 (Steele, Lea and Flood, Fast
/// Splittable Pseudorandom Number Generators, 2014).
pub struct Dice(u64);

impl Dice {
    /// Dice that fall alike for the same number.
    pub fn of(number: u64) -> Dice {
        Dice(0x00F4_15E0 + number)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// Returns a number below another, which is not 0.
    pub fn below(&mut self, end: usize) -> usize {
        (self.next() % end as u64) as usize
    }

    /// One of some; `None` where there are none.
    pub fn pick<'t, T>(&mut self, from: &'t [T]) -> Option<&'t T> {
        match from {
            [] => None,
            from => from.get(self.below(from.len())),
        }
    }
}
