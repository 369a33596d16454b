//! The picture that social media show beside a link: each text as a block of cells above an axis, in the order of their dates.
//! It has no words, which stand beside it.

use anyhow::{Context, Result};
use png::{BitDepth, ColorType, Encoder};

/// The size that social media ask for.
pub const WIDTH: usize = 1200;
pub const HEIGHT: usize = 630;

/// The space on either side.
const MARGIN: usize = 90;
/// The y of the axis.
const AXIS: usize = 510;
/// The greatest height of a block.
const HIGHEST: usize = 400;
/// The largest distance from one cell to the next.
const LARGEST: usize = 36;

/// The colours of the page: paper, cells, axis.
const PALETTE: [u8; 9] = [0xfb, 0xf8, 0xf1, 0x1c, 0x34, 0x8a, 0x66, 0x5d, 0x4f];
const CELL: u8 = 1;
const LINE: u8 = 2;

/// Returns the picture as PNG, for the number of passages of each text, one a line.
///
/// # Errors
/// A line is no number.
pub fn preview(passages: &str) -> Result<Vec<u8>> {
    let number = |line: &str| {
        let number = line.parse::<usize>();
        number.with_context(|| format!("expected the number of passages of a text, found `{line}`"))
    };
    let texts: Vec<usize> = passages.lines().map(number).collect::<Result<_>>()?;
    let mut canvas = vec![0u8; WIDTH * HEIGHT];
    let mut fill = |left: usize, top: usize, width: usize, height: usize, colour: u8| {
        for row in canvas.chunks_mut(WIDTH).skip(top).take(height) {
            row[left.min(WIDTH)..(left + width).min(WIDTH)].fill(colour);
        }
    };
    fill(MARGIN, AXIS, WIDTH - 2 * MARGIN, 4, LINE);
    let room = (WIDTH - 2 * MARGIN) / texts.len().max(1);
    let pitch = (2..LARGEST).rev().find(|pitch| {
        texts
            .iter()
            .all(|cells| cells.div_ceil(across(*cells, room, *pitch)) * pitch <= HIGHEST)
    });
    let pitch = pitch.unwrap_or(1);
    let side = (pitch - pitch.div_ceil(8)).max(1);
    for (place, cells) in texts.iter().enumerate() {
        let across = across(*cells, room, pitch);
        let middle = MARGIN + room * place + room / 2;
        let left = middle.saturating_sub(across * pitch / 2);
        for cell in (0..*cells).take_while(|cell| cell / across * pitch < HIGHEST) {
            let top = AXIS - 10 - (cell / across + 1) * pitch;
            fill(left + cell % across * pitch, top, side, side, CELL);
        }
        fill(middle - 2, AXIS, 4, 16, LINE);
    }
    let mut file = Vec::new();
    let mut encoder = Encoder::new(&mut file, WIDTH as u32, HEIGHT as u32);
    encoder.set_color(ColorType::Indexed);
    encoder.set_depth(BitDepth::Eight);
    encoder.set_palette(&PALETTE[..]);
    encoder.write_header()?.write_image_data(&canvas)?;
    Ok(file)
}

/// Returns how many cells of a text stand side by side: about as many as above one another, where there is room.
fn across(cells: usize, room: usize, pitch: usize) -> usize {
    let square = cells.isqrt().max(1);
    square.min(room.saturating_sub(pitch) / pitch).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_passage_is_a_cell_whatever_the_corpus() {
        for texts in [
            "",
            "5\n10\n66\n7\n12",
            "1",
            &"3\n".repeat(2_000),
            "40000\n0\n1",
        ] {
            let file = preview(texts).expect("a picture");
            let decoder = png::Decoder::new(std::io::Cursor::new(&file));
            let mut reader = decoder.read_info().expect("a header");
            let mut pixels = vec![0; reader.output_buffer_size().expect("a size")];
            let info = reader.next_frame(&mut pixels).expect("the pixels");
            assert_eq!((info.width as usize, info.height as usize), (WIDTH, HEIGHT));
            let has_cells = pixels.contains(&CELL);
            assert_eq!(has_cells, !texts.is_empty(), "{texts}");
        }
        assert!(preview("5\nmany").is_err());
    }
}
