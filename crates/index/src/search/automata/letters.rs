//! Decodes UTF-8 byte by byte.

/// A letter of which some bytes were read. The bytes must be UTF-8; others decode to wrong letters.
#[derive(Clone, Copy, Default)]
pub(super) struct Partial {
    bits: u32,
    missing: u8,
}

impl Partial {
    /// Returns whether no letter is begun.
    pub fn is_empty(self) -> bool {
        self.missing == 0
    }

    /// Reads one more byte. Returns the letter that it completes, or the letter that is begun.
    pub fn read(self, byte: u8) -> Result<char, Partial> {
        let (bits, missing) = match byte {
            0x80..=0xBF => (
                self.bits << 6 | u32::from(byte & 0x3F),
                self.missing.saturating_sub(1),
            ),
            0xC0..=0xDF => (u32::from(byte & 0x1F), 1),
            0xE0..=0xEF => (u32::from(byte & 0x0F), 2),
            0xF0..=0xFF => (u32::from(byte & 0x07), 3),
            _ => return Ok(char::from(byte)),
        };
        match missing {
            0 => Ok(char::from_u32(bits).unwrap_or(char::REPLACEMENT_CHARACTER)),
            _ => Err(Partial { bits, missing }),
        }
    }
}
