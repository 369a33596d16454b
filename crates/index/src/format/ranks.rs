//! The section TEXT: the rank of each token, in one byte for frequent tokens and in two or three for others.
//!
//! ```text
//! 0 ..= 175            rank                                             176 ranks
//! 176 ..= 247, b       176 + (first - 176) × 2⁸ + b                  18,432 ranks
//! 248 ..= 255, b, c    18,608 + (first - 248) × 2¹⁶ + b × 2⁸ + c    524,288 ranks
//! ```

const ONE: u32 = 176;
const TWO: u32 = 72;
const THREE: u32 = 8;
const AFTER_TWO: u32 = ONE + (TWO << 8);

/// The number of ranks that can be encoded.
pub(super) const LIMIT: usize = (AFTER_TWO + (THREE << 16)) as usize;

/// Decodes the rank at the front of some bytes. Returns it with its length in bytes, or `None` if the bytes end too soon.
#[inline]
pub(super) fn decode(bytes: &[u8]) -> Option<(u32, usize)> {
    let first = u32::from(*bytes.first()?);
    if first < ONE {
        return Some((first, 1));
    }
    let second = u32::from(*bytes.get(1)?);
    if first < ONE + TWO {
        return Some((ONE + ((first - ONE) << 8) + second, 2));
    }
    let third = u32::from(*bytes.get(2)?);
    Some((
        AFTER_TWO + ((first - ONE - TWO) << 16) + (second << 8) + third,
        3,
    ))
}

/// Appends a rank below [`LIMIT`].
pub(super) fn encode(rank: u32, out: &mut Vec<u8>) {
    if rank < ONE {
        out.push(rank as u8);
    } else if rank < AFTER_TWO {
        let rest = rank - ONE;
        out.extend([(ONE + (rest >> 8)) as u8, rest as u8]);
    } else {
        let rest = rank - AFTER_TWO;
        out.extend([
            (ONE + TWO + (rest >> 16)) as u8,
            (rest >> 8) as u8,
            rest as u8,
        ]);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rank_is_decoded_as_it_was_encoded() {
        for rank in 0..LIMIT as u32 {
            let mut bytes = Vec::new();
            encode(rank, &mut bytes);
            assert_eq!(decode(&bytes), Some((rank, bytes.len())));
            assert_eq!(decode(&bytes[..bytes.len() - 1]), None);
        }
    }
}
