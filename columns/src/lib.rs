//! WebAssembly as it travels: its code in columns. Compression knows nothing of WebAssembly, and opcodes, variables, offsets
//! and constants that stand by turns tell it little of what comes next; each kind by itself is a ninth lighter in brotli, and
//! a seventh in gzip. (Known as split streams: J. Ernst and others, "Code Compression", PLDI 1997.)
//!
//! ```text
//! length: u32                        of the module in rows, in bytes
//! length  bytes                      what stands before the code: "\0asm", version, sections
//! functions                          how many there are
//! 256 × shape: u8                    what follows each opcode (`Shape`)
//! columns  columns × { name  length }     how many, which, how many bytes each has
//! columns × bytes                    in the same order
//! bytes                              the sections after the code, to the end
//! ```
//!
//! Numbers without a type are in LEB128, as in all modules. A column's name is the opcode whose numbers it holds, times 64.
//! Those of [`Shape::Near`] have 64 columns each, by the opcode that comes next, of which the lower two bits are left out. Opcodes
//! without numbers lend the names [`OPCODES`] and [`VARIABLES`].
//!
//! What does not travel: the length of each function, which its last `end` tells; and the alignment of memory, a promise that
//! nobody relies on: by its shape, an instruction is given that of its own width, four bytes at most.
//!
//! The page loads this crate itself as WebAssembly, with the columns in a custom section of it, [`SECTION`]; so that what
//! servers and caches see is a module like others. `xtask/src/page/columns.rs` writes it, and `shell/rows.js` has it unpacked.

/// The custom section that holds the columns.
pub const SECTION: &str = "columns";

/// The column of all opcodes, by the name of `nop`'s.
pub const OPCODES: u16 = 1 << 6;

/// The columns of the variables of functions, by names of `unreachable`'s: how many runs, how long each, and of which type.
pub const VARIABLES: [u16; 3] = [0, 1, 2];

/// Lengths are known last, and stand in as many bytes as they may need.
pub const LENGTH: usize = 5;

/// What follows an opcode (WebAssembly 2.0, 5.4, "Instructions").
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Shape {
    /// Nothing.
    Bare,
    /// A number.
    Number,
    /// A number that depends on what is done with it: a constant or a variable.
    Near,
    /// Two numbers.
    Two,
    /// The type of a block that begins.
    Open,
    /// Nothing: a block ends, or the function.
    Close,
    /// How many targets a jump has, and one more than these.
    Table,
    /// A number of 32 bits as it is.
    Four,
    /// A number of 64 bits as it is.
    Eight,
    /// A second opcode, and as many numbers as [`numbers_after`] says.
    Prefix,
    /// The alignment of a place in memory, as a power of two, and an offset. That of one byte.
    Memory1,
    /// That of two bytes.
    Memory2,
    /// That of four bytes or more.
    Memory4,
}

impl Shape {
    /// All, in the order of their numbers.
    const ALL: [Shape; 13] = [
        Shape::Bare,
        Shape::Number,
        Shape::Near,
        Shape::Two,
        Shape::Open,
        Shape::Close,
        Shape::Table,
        Shape::Four,
        Shape::Eight,
        Shape::Prefix,
        Shape::Memory1,
        Shape::Memory2,
        Shape::Memory4,
    ];
}

/// How many numbers follow the second opcode after 0xfc: conversions have none, and what names two memories or tables has two.
pub fn numbers_after(second: u32) -> u32 {
    match second {
        0..=7 => 0,
        8 | 10 | 12 | 14 => 2,
        _ => 1,
    }
}

/// How long the module in rows is; `None` where the columns are too short to say.
pub fn length(columns: &[u8]) -> Option<usize> {
    let bytes = columns.first_chunk::<4>()?;
    usize::try_from(u32::from_le_bytes(*bytes)).ok()
}

/// Writes the module in rows, which is as long as [`length`] says. `None` where the bytes are not columns; what they mean, no
/// more is asked here than that it fits.
pub fn rows(columns: &[u8], module: &mut [u8]) -> Option<()> {
    let (_, rest) = columns.split_at_checked(4)?;
    let mut reader = Reader { bytes: rest, at: 0 };
    let mut writer = Writer { module, at: 0 };
    let before = reader.number()? as usize;
    writer.extend(reader.take(before)?)?;
    let functions = reader.number()?;
    let shapes = reader.take(256)?.first_chunk::<256>()?;
    let count = reader.number()?;
    let mut list = reader.clone();
    for _ in 0..count {
        reader.number()?;
        reader.number()?;
    }
    let mut places = [0; 1 << 14];
    for _ in 0..count {
        *places.get_mut(list.number()? as usize)? = reader.at;
        reader.take(list.number()? as usize)?;
    }
    let after = rest.get(reader.at..)?;
    let mut code = Code {
        bytes: rest,
        places,
        writer,
    };
    code.section(functions, shapes)?;
    code.writer.extend(after)?;
    let is_whole = code.writer.at == code.writer.module.len();
    is_whole.then_some(())
}

/// Reads bytes one after another.
#[derive(Clone)]
struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Reader<'a> {
    fn take(&mut self, count: usize) -> Option<&'a [u8]> {
        let taken = self.bytes.get(self.at..)?.get(..count)?;
        self.at += count;
        Some(taken)
    }

    fn number(&mut self) -> Option<u32> {
        let (mut value, mut shift) = (0, 0);
        loop {
            let byte = self.take(1)?[0];
            value |= u32::from(byte & 0x7f).checked_shl(shift)?;
            shift += 7;
            if byte < 0x80 {
                return Some(value);
            }
        }
    }
}

/// Writes bytes one after another.
struct Writer<'a> {
    module: &'a mut [u8],
    at: usize,
}

impl Writer<'_> {
    fn extend(&mut self, bytes: &[u8]) -> Option<()> {
        let place = self.module.get_mut(self.at..)?.get_mut(..bytes.len())?;
        place.copy_from_slice(bytes);
        self.at += bytes.len();
        Some(())
    }

    #[inline(always)]
    fn push(&mut self, byte: u8) -> Option<()> {
        *self.module.get_mut(self.at)? = byte;
        self.at += 1;
        Some(())
    }

    /// Leaves room for a length.
    fn leave(&mut self) -> Option<usize> {
        self.extend(&[0; LENGTH])?;
        Some(self.at)
    }

    /// Writes into that room the length of what was written since.
    fn fill(&mut self, start: usize) -> Option<()> {
        let length = five_bytes((self.at - start) as u32);
        let room = self.module.get_mut(start - LENGTH..start)?;
        room.copy_from_slice(&length);
        Some(())
    }
}

/// A number in LEB128 of five bytes, whatever its value.
fn five_bytes(number: u32) -> [u8; LENGTH] {
    let [a, b, c, d, e] = [0, 7, 14, 21, 28].map(|shift| (number >> shift) as u8 & 0x7f);
    [a | 0x80, b | 0x80, c | 0x80, d | 0x80, e]
}

/// The code on its way from columns to rows.
struct Code<'a> {
    bytes: &'a [u8],
    /// Where each column is read next, by its name.
    places: [usize; 1 << 14],
    writer: Writer<'a>,
}

impl Code<'_> {
    #[inline(always)]
    fn section(&mut self, functions: u32, shapes: &[u8; 256]) -> Option<()> {
        const CODE: u8 = 10;
        self.writer.push(CODE)?;
        let section = self.writer.leave()?;
        self.writer.extend(&five_bytes(functions))?;
        for _ in 0..functions {
            let body = self.writer.leave()?;
            for _ in 0..self.number(VARIABLES[0])? {
                self.number(VARIABLES[1])?;
                self.byte(VARIABLES[2])?;
            }
            self.instructions(shapes)?;
            self.writer.fill(body)?;
        }
        self.writer.fill(section)
    }

    /// The instructions of a function.
    #[inline(always)]
    fn instructions(&mut self, shapes: &[u8; 256]) -> Option<()> {
        let mut depth = 1;
        while depth > 0 {
            let opcode = self.byte(OPCODES)?;
            let mut name = u16::from(opcode) << 6;
            let shape = Shape::ALL.get(usize::from(shapes[usize::from(opcode)]))?;
            let mut numbers = 1;
            let mut bytes = 0;
            match shape {
                Shape::Bare => numbers = 0,
                Shape::Number | Shape::Table | Shape::Prefix => {}
                Shape::Near => {
                    name |= u16::from(self.bytes.get(self.places[usize::from(OPCODES)])? >> 2);
                }
                Shape::Two => numbers = 2,
                Shape::Open => depth += 1,
                Shape::Close => (numbers, depth) = (0, depth - 1),
                Shape::Four => (numbers, bytes) = (0, 4),
                Shape::Eight => (numbers, bytes) = (0, 8),
                Shape::Memory1 => self.writer.push(0)?,
                Shape::Memory2 => self.writer.push(1)?,
                Shape::Memory4 => self.writer.push(2)?,
            }
            for _ in 0..bytes {
                self.byte(name)?;
            }
            let mut is_first = true;
            while numbers > 0 {
                let number = self.number(name)?;
                numbers = match shape {
                    Shape::Table if is_first => number.checked_add(1)?,
                    Shape::Prefix if is_first => numbers_after(number),
                    _ => numbers - 1,
                };
                is_first = false;
            }
        }
        Some(())
    }

    /// Writes the next byte of a column.
    #[inline(always)]
    fn byte(&mut self, name: u16) -> Option<u8> {
        let place = self.places.get_mut(usize::from(name))?;
        let byte = *self.bytes.get(*place)?;
        *place += 1;
        self.writer.push(byte)?;
        Some(byte)
    }

    /// Writes the next number of a column.
    #[inline(always)]
    fn number(&mut self, name: u16) -> Option<u32> {
        let (mut value, mut shift) = (0, 0);
        loop {
            let byte = self.byte(name)?;
            // Further bits are no part of what is asked for: counts.
            value |= u32::from(byte & 0x7f).checked_shl(shift).unwrap_or(0);
            shift += 7;
            if byte < 0x80 {
                return Some(value);
            }
        }
    }
}

/// What the page calls.
#[cfg(target_arch = "wasm32")]
mod page {
    use core::slice;

    /// Writes the module in rows between two places of memory; says whether it could.
    ///
    /// # Safety
    /// The page has grown the memory by as many bytes, first for the columns, then for the module, and nothing else lies there.
    #[unsafe(no_mangle)]
    unsafe extern "C" fn rows(
        columns: *const u8,
        columns_length: usize,
        module: *mut u8,
        module_length: usize,
    ) -> bool {
        // SAFETY: two stretches apart from each other and from all else, as the page promises.
        let (columns, module) = unsafe {
            (
                slice::from_raw_parts(columns, columns_length),
                slice::from_raw_parts_mut(module, module_length),
            )
        };
        super::rows(columns, module).is_some()
    }
}

#[cfg(test)]
mod tests {
    use proptest::collection::vec as many;
    use proptest::prelude::*;

    use super::*;

    /// Bytes that get as far as the code: whatever shapes, columns, and numbers in them.
    fn nearly_columns() -> impl Strategy<Value = Vec<u8>> {
        let list = many((0u16..1 << 14, 0u8..0x80), 0..9);
        // The column of opcodes is there more often than others.
        let list = list.prop_map(|mut list| {
            list.push((OPCODES, 0x40));
            list
        });
        let shapes = many(0..=Shape::ALL.len() as u8, 256);
        (0u8..9, shapes, list, many(any::<u8>(), 0..900)).prop_map(
            |(functions, shapes, list, bytes)| {
                let mut columns = vec![0, 0, 0, 0, 0, functions];
                columns.extend(shapes);
                columns.push(list.len() as u8);
                for (name, length) in list {
                    let [low, high] = [name as u8 & 0x7f | 0x80, (name >> 7) as u8];
                    columns.extend([low, high, length]);
                }
                columns.extend(bytes);
                columns
            },
        )
    }

    proptest! {
        #[test]
        fn no_bytes_panic(
            columns in prop_oneof![nearly_columns(), many(any::<u8>(), 0..900)],
            room in 0usize..2000,
        ) {
            rows(&columns, &mut vec![0; room]);
            length(&columns);
        }
    }
}
