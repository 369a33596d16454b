//! Blocks and their names, packed above a line so that none hides another. Blocks keep their place from left to right.

/// A block that stands on the line, or on what is below it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Block {
    /// The x of its middle.
    pub centre: f64,
    /// Its width.
    pub width: f64,
    /// Its height.
    pub height: f64,
}

/// The name of a block.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Label {
    /// Its width.
    pub width: f64,
    /// Its height.
    pub height: f64,
}

/// Where blocks and names stand.
#[derive(Clone, Debug, PartialEq)]
pub struct Packed {
    /// How far the bottom of each block is above the line.
    pub blocks: Vec<f64>,
    /// The left edge of each name, and how far its bottom is above the line.
    pub labels: Vec<(f64, f64)>,
    /// The height of all.
    pub height: f64,
}

/// What has its place already.
#[derive(Clone, Copy)]
struct Taken {
    left: f64,
    right: f64,
    bottom: f64,
    top: f64,
}

/// The space between blocks, and between names, from left to right.
const BESIDE: f64 = 2.0;

/// Packs blocks, each as low as those before it let it stand, and then their names, each as low as it can be above its block. A
/// block that stands on another leaves room for the name of the other.
pub fn pack(blocks: &[Block], labels: &[Label], width: f64) -> Packed {
    let mut taken: Vec<Taken> = Vec::with_capacity(2 * blocks.len());
    let mut bottoms = Vec::with_capacity(blocks.len());
    for (block, label) in blocks.iter().zip(labels) {
        let (left, right) = (
            block.centre - block.width / 2.0,
            block.centre + block.width / 2.0,
        );
        let bottom = lowest(&taken, left, right, 0.0, block.height, label.height);
        bottoms.push(bottom);
        taken.push(Taken {
            left,
            right,
            bottom,
            top: bottom + block.height,
        });
    }
    let mut places = Vec::with_capacity(labels.len());
    for ((block, label), bottom) in blocks.iter().zip(labels).zip(&bottoms) {
        let left = (block.centre - label.width / 2.0)
            .min(width - label.width)
            .max(0.0);
        let right = left + label.width;
        let bottom = lowest(
            &taken,
            left,
            right,
            bottom + block.height,
            label.height,
            0.0,
        );
        places.push((left, bottom));
        taken.push(Taken {
            left,
            right,
            bottom,
            top: bottom + label.height,
        });
    }
    let height = taken.iter().map(|known| known.top).fold(0.0, f64::max);
    Packed {
        blocks: bottoms,
        labels: places,
        height,
    }
}

/// Returns the lowest bottom from `least` on at which something of a height meets nothing; above what is there already it leaves
/// some room.
fn lowest(taken: &[Taken], left: f64, right: f64, least: f64, height: f64, room: f64) -> f64 {
    let meets = |known: &&Taken| known.left < right + BESIDE && left < known.right + BESIDE;
    let beside: Vec<&Taken> = taken.iter().filter(meets).collect();
    let is_free = |bottom: f64| {
        let is_clear =
            |known: &&Taken| bottom + height <= known.bottom || bottom >= known.top + room;
        beside.iter().all(is_clear)
    };
    let above = beside.iter().map(|known| known.top + room);
    std::iter::once(least)
        .chain(above.filter(|bottom| *bottom >= least))
        .filter(|bottom| is_free(*bottom))
        .fold(f64::INFINITY, f64::min)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn neighbours_stand_side_by_side_and_names_are_staggered() {
        let block = |centre: f64, height: f64| Block {
            centre,
            width: 30.0,
            height,
        };
        let label = Label {
            width: 60.0,
            height: 34.0,
        };
        let packed = pack(
            &[block(100.0, 50.0), block(140.0, 20.0), block(142.0, 20.0)],
            &[label; 3],
            400.0,
        );
        assert_eq!(packed.blocks, [0.0, 0.0, 54.0]);
        assert_eq!(
            packed.labels,
            [(70.0, 74.0), (110.0, 108.0), (112.0, 142.0)]
        );
        assert_eq!(packed.height, 176.0);
    }

    proptest! {
        #[test]
        fn nothing_hides_anything(
            things in prop::collection::vec((0.0..900.0f64, 5.0..60.0f64, 5.0..100.0f64, 20.0..100.0f64), 1..30),
        ) {
            let blocks: Vec<Block> = things.iter()
                .map(|(centre, width, height, _)| Block { centre: *centre, width: *width, height: *height })
                .collect();
            let labels: Vec<Label> = things.iter().map(|thing| Label { width: thing.3, height: 30.0 }).collect();
            let packed = pack(&blocks, &labels, 900.0);
            let mut boxes = Vec::new();
            for (place, block) in blocks.iter().enumerate() {
                let bottom = packed.blocks[place];
                boxes.push((block.centre - block.width / 2.0, block.centre + block.width / 2.0, bottom, bottom + block.height));
                let (left, bottom) = packed.labels[place];
                prop_assert!(bottom >= packed.blocks[place] + block.height);
                boxes.push((left, left + labels[place].width, bottom, bottom + labels[place].height));
            }
            for (place, a) in boxes.iter().enumerate() {
                for b in &boxes[place + 1..] {
                    let beside = a.1 <= b.0 || b.1 <= a.0;
                    let above = a.3 <= b.2 + 1e-9 || b.3 <= a.2 + 1e-9;
                    prop_assert!(beside || above, "{:?} and {:?}", a, b);
                }
                prop_assert!(a.3 <= packed.height);
            }
        }
    }
}
