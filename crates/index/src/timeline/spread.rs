//! Keeps labels of close dates from overlapping.

/// Moves items apart that would overlap, as little as possible. Returns the centre of each.
///
/// `wanted` are the preferred centres in rising order, and `widths` the width of each item with its margin. All items stay
/// between 0 and `total` if they fit.
///
/// Items that touch move as one block around the mean of their preferred places. This is the pool-adjacent-violators
/// algorithm of isotonic regression: Barlow et al., *Statistical Inference under Order Restrictions*, 1972.
pub fn spread(wanted: &[f64], widths: &[f64], total: f64) -> Vec<f64> {
    struct Block {
        members: usize,
        /// The sum of the preferred left edges of the block, one for each member.
        sum: f64,
        width: f64,
    }
    impl Block {
        fn left(&self, total: f64) -> f64 {
            let left = self.sum / self.members as f64;
            left.min(total - self.width).max(0.0)
        }
    }
    let mut blocks: Vec<Block> = Vec::new();
    for (wanted, width) in wanted.iter().zip(widths) {
        let mut block = Block {
            members: 1,
            sum: wanted - width / 2.0,
            width: *width,
        };
        while let Some(before) =
            blocks.pop_if(|before| before.left(total) + before.width > block.left(total))
        {
            block = Block {
                members: before.members + block.members,
                sum: before.sum + block.sum - before.width * block.members as f64,
                width: before.width + block.width,
            };
        }
        blocks.push(block);
    }
    let mut centres = Vec::with_capacity(wanted.len());
    let mut widths = widths.iter();
    for block in blocks {
        let mut left = block.left(total);
        for width in widths.by_ref().take(block.members) {
            centres.push(left + width / 2.0);
            left += width;
        }
    }
    centres
}
