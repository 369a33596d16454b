//! Numbers and strings in bytes: varints (LEB128), strings with their length before them, checksums.

/// Why bytes could not be read; the section is added by whoever reads it.
pub(super) type Broken = &'static str;

/// Reads on from the front of some bytes, and refuses to read past their end.
pub(super) struct Reader<'b>(&'b [u8]);

impl<'b> Reader<'b> {
    pub fn new(bytes: &'b [u8]) -> Self {
        Reader(bytes)
    }

    pub fn byte(&mut self) -> Result<u8, Broken> {
        let (&first, rest) = self
            .0
            .split_first()
            .ok_or("expected another byte, found the end")?;
        self.0 = rest;
        Ok(first)
    }

    pub fn take(&mut self, length: usize) -> Result<&'b [u8], Broken> {
        let (taken, rest) = self
            .0
            .split_at_checked(length)
            .ok_or("a length points past the end")?;
        self.0 = rest;
        Ok(taken)
    }

    /// A varint of at most 32 bits.
    pub fn number(&mut self) -> Result<u32, Broken> {
        let mut number = 0u64;
        for shift in [0, 7, 14, 21, 28] {
            let byte = self.byte()?;
            number |= u64::from(byte & 0x7F) << shift;
            if byte < 0x80 {
                return u32::try_from(number).map_err(|_| "a number needs more than 32 bits");
            }
        }
        Err("a number is longer than five bytes")
    }

    pub fn size(&mut self) -> Result<usize, Broken> {
        self.number().map(|number| number as usize)
    }

    /// A number of things that each take at least a byte of what is left, so that no more memory is
    /// set aside than the bytes can fill.
    pub fn count(&mut self) -> Result<usize, Broken> {
        let count = self.size()?;
        if count > self.0.len() {
            return Err("a count is larger than what follows it");
        }
        Ok(count)
    }

    pub fn string(&mut self) -> Result<&'b str, Broken> {
        let length = self.size()?;
        std::str::from_utf8(self.take(length)?).map_err(|_| "a string is not UTF-8")
    }

    pub fn u16(&mut self) -> Result<u16, Broken> {
        Ok(u16::from_le_bytes(self.array()?))
    }

    pub fn u32(&mut self) -> Result<u32, Broken> {
        Ok(u32::from_le_bytes(self.array()?))
    }

    pub fn u64(&mut self) -> Result<u64, Broken> {
        Ok(u64::from_le_bytes(self.array()?))
    }

    pub fn array<const N: usize>(&mut self) -> Result<[u8; N], Broken> {
        self.take(N)?.try_into().map_err(|_| "expected more bytes")
    }

    pub fn end(&self) -> Result<(), Broken> {
        if self.0.is_empty() {
            Ok(())
        } else {
            Err("expected the end, found more bytes")
        }
    }
}

/// The checksum of a section. Each step is a bijection of what came before and of the eight bytes
/// that it takes in, so one changed byte always changes the sum.
pub(super) fn checksum(bytes: &[u8]) -> u64 {
    const ODD: u64 = 0x9E37_79B9_7F4A_7C15;
    let mut sum = bytes.len() as u64;
    let mut step = |word: u64| sum = (sum ^ word).wrapping_mul(ODD).rotate_left(29);
    let chunks = bytes.chunks_exact(8);
    let mut last = [0; 8];
    last[..chunks.remainder().len()].copy_from_slice(chunks.remainder());
    for chunk in chunks {
        let mut word = [0; 8];
        word.copy_from_slice(chunk);
        step(u64::from_le_bytes(word));
    }
    step(u64::from_le_bytes(last));
    sum
}

/// What a writer appends; the twin of [`Reader`].
#[cfg(feature = "compile")]
pub(super) trait Append {
    fn number(&mut self, number: usize);
    fn string(&mut self, string: &str);
}

#[cfg(feature = "compile")]
impl Append for Vec<u8> {
    fn number(&mut self, mut number: usize) {
        while number >= 0x80 {
            self.push(number as u8 | 0x80);
            number >>= 7;
        }
        self.push(number as u8);
    }

    fn string(&mut self, string: &str) {
        self.number(string.len());
        self.extend_from_slice(string.as_bytes());
    }
}
