//! Numbers and strings in bytes: varints (LEB128), strings after their length, checksums.

/// Why bytes could not be decoded; the caller adds the section.
pub(super) type Damage = &'static str;

/// Decodes bytes from the front.
///
/// After damage all further bytes read as zeros and empty strings. Callers check [`Decoder::end`] once, after they have
/// decoded everything.
pub(super) struct Decoder<'b> {
    rest: &'b [u8],
    damage: Option<Damage>,
}

impl<'b> Decoder<'b> {
    pub fn new(bytes: &'b [u8]) -> Self {
        Decoder {
            rest: bytes,
            damage: None,
        }
    }

    /// Stops decoding, because of this damage or of earlier damage.
    pub fn refuse(&mut self, damage: Damage) {
        self.damage.get_or_insert(damage);
        self.rest = &[];
    }

    /// Checks that everything was decoded, to the last byte.
    ///
    /// # Errors
    /// Returns the first damage.
    pub fn end(&mut self) -> Result<(), Damage> {
        if !self.rest.is_empty() {
            self.refuse("expected the end, found more bytes");
        }
        self.damage.map_or(Ok(()), Err)
    }

    /// Returns the bytes that are left.
    pub fn left(&self) -> &'b [u8] {
        self.rest
    }

    /// Decodes a number of bytes.
    pub fn take(&mut self, length: usize) -> &'b [u8] {
        match self.rest.split_at_checked(length) {
            Some((taken, rest)) => {
                self.rest = rest;
                taken
            }
            None => {
                self.refuse("a length points past the end");
                &[]
            }
        }
    }

    pub fn byte(&mut self) -> u8 {
        self.take(1).first().copied().unwrap_or(0)
    }

    /// Decodes a varint of at most 32 bits.
    pub fn number(&mut self) -> u32 {
        let (mut number, mut last) = (0u64, 0x80);
        for shift in [0, 7, 14, 21, 28] {
            last = self.byte();
            number |= u64::from(last & 0x7F) << shift;
            if last < 0x80 {
                break;
            }
        }
        match u32::try_from(number) {
            Ok(number) if last < 0x80 => number,
            _ => {
                self.refuse("a number needs more than 32 bits");
                0
            }
        }
    }

    pub fn size(&mut self) -> usize {
        self.number() as usize
    }

    /// Decodes the number of items that follow. Each takes at least one byte, so that no more memory is reserved than the
    /// bytes can fill.
    pub fn count(&mut self) -> usize {
        let count = self.size();
        self.fitting(count)
    }

    /// Returns a number of items if as many bytes are left.
    pub fn fitting(&mut self, count: usize) -> usize {
        if count > self.rest.len() {
            self.refuse("a count is larger than what follows it");
            return 0;
        }
        count
    }

    /// Decodes a count, and calls `read` as many times or until there is damage.
    pub fn each(&mut self, mut read: impl FnMut(&mut Self)) {
        for _ in 0..self.count() {
            if self.damage.is_some() {
                return;
            }
            read(self);
        }
    }

    pub fn string(&mut self) -> &'b str {
        let length = self.size();
        match std::str::from_utf8(self.take(length)) {
            Ok(string) => string,
            Err(_) => {
                self.refuse("a string is not UTF-8");
                ""
            }
        }
    }

    pub fn u16(&mut self) -> u16 {
        u16::from_le_bytes(self.array())
    }

    pub fn u32(&mut self) -> u32 {
        u32::from_le_bytes(self.array())
    }

    pub fn u64(&mut self) -> u64 {
        u64::from_le_bytes(self.array())
    }

    pub fn array<const N: usize>(&mut self) -> [u8; N] {
        self.take(N).try_into().unwrap_or([0; N])
    }
}

/// Returns the checksum of some bytes.
///
/// Each step is a bijection of the sum before it and of the eight bytes that it adds, so that one changed byte always changes
/// the sum.
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

/// Encodes what a [`Decoder`] decodes.
pub(super) trait Encode {
    /// Appends a varint.
    fn number(&mut self, number: usize);
    /// Appends the length of a string and its bytes.
    fn string(&mut self, string: &str);
}

impl Encode for Vec<u8> {
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
