//! Sorting by numbers. Every type that is sorted in its own way adds kilobytes to the page; so whatever has
//! a number to go by is sorted as 64-bit numbers, which the page does in one place.

/// Puts items in the rising order of their numbers; equal ones stay as they stood.
pub fn sort_by_number<T: Clone>(items: &mut Vec<T>, number: impl Fn(&T) -> u32) {
    let numbered = items.iter().zip(0u64..);
    let mut order: Vec<u64> = numbered
        .map(|(item, place)| u64::from(number(item)) << 32 | place)
        .collect();
    order.sort_unstable();
    *items = order
        .iter()
        .map(|place| items[*place as u32 as usize].clone())
        .collect();
}

#[cfg(test)]
mod tests {
    use super::sort_by_number;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn as_a_stable_sort_does(items in proptest::collection::vec((any::<u32>(), 0u8..4), 0..40)) {
            let mut sorted = items.clone();
            sort_by_number(&mut sorted, |(_, number)| u32::from(*number));
            let mut expected = items.clone();
            expected.sort_by_key(|(_, number)| *number);
            prop_assert_eq!(sorted, expected);
            let mut falling = items.clone();
            sort_by_number(&mut falling, |(number, _)| !number);
            let mut expected = items;
            expected.sort_by_key(|(number, _)| std::cmp::Reverse(*number));
            prop_assert_eq!(falling, expected);
        }
    }
}
