//! A sort of numbers by their digits.
//!
//! The page's standard library is built for size and sorts by a heap, which jumps about in memory: with millions of numbers that
//! takes ten times as long.

/// How many bits a digit has.
const BITS: u32 = 11;
/// Up to how many numbers the library sorts, since counting digits costs as much whatever their number.
const FEW: usize = 1 << 11;

/// Sorts pairs of a key and a number, whose numbers rise, by their keys; those of equal keys stay in their order.
///
/// From the lowest digit to the highest, pairs are put into the order of that digit (Knuth, *The Art of Computer Programming*
/// 3, 5.2.5). `spare` is overwritten.
pub(super) fn sort_by_key(pairs: &mut Vec<(u64, u32)>, spare: &mut Vec<(u64, u32)>) {
    if pairs.len() <= FEW {
        pairs.sort_unstable();
        return;
    }
    let used = pairs.iter().fold(0, |bits, (key, _)| bits | key);
    spare.clear();
    spare.resize(pairs.len(), (0, 0));
    for shift in (0..u64::BITS).step_by(BITS as usize) {
        let digit = |key: u64| (key >> shift) as usize & ((1 << BITS) - 1);
        if digit(used) == 0 {
            continue;
        }
        let mut places = [0usize; 1 << BITS];
        for (key, _) in pairs.iter() {
            places[digit(*key)] += 1;
        }
        let mut before = 0;
        for place in &mut places {
            before += std::mem::replace(place, before);
        }
        for pair in pairs.iter() {
            let place = &mut places[digit(pair.0)];
            spare[*place] = *pair;
            *place += 1;
        }
        std::mem::swap(pairs, spare);
    }
}

#[cfg(test)]
mod tests {
    use super::sort_by_key;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn pairs_are_sorted_as_the_library_sorts_them(
            few in prop::collection::vec(any::<u64>(), 1..40),
            bits in 0u32..64,
            length in 0usize..6_000,
        ) {
            let key = |number: u32| {
                few[number as usize % few.len()].rotate_left(number % 7) >> bits
            };
            let mut pairs: Vec<(u64, u32)> =
                (0..length as u32).map(|number| (key(number), number)).collect();
            let mut expected = pairs.clone();
            expected.sort();
            sort_by_key(&mut pairs, &mut Vec::new());
            prop_assert_eq!(pairs, expected);
        }
    }
}
