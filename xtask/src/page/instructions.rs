//! The code of a WebAssembly module, instruction by instruction, as its bytes stand (WebAssembly 2.0, 5.4, "Instructions").
//!
//! Only what an instruction's bytes look like is known here, its [`Shape`], not what it does. What a page's compiler may not
//! use (vectors, threads, exceptions, tail calls: see `FEATURES` in `tools`) has no shape, and is refused.

use anyhow::{Context, Result, bail, ensure};
use frise_columns::{Shape, numbers_after};

/// What follows an opcode; `None` for those that no page has.
pub fn shape(opcode: u8) -> Option<Shape> {
    Some(match opcode {
        0x02..=0x04 => Shape::Open,
        0x0b => Shape::Close,
        0x0e => Shape::Table,
        0x11 => Shape::Two,
        0x20..=0x22 | 0x41 => Shape::Near,
        0x0c | 0x0d | 0x10 | 0x23..=0x26 | 0x3f | 0x40 | 0x42 | 0xd0 | 0xd2 => Shape::Number,
        0x2c | 0x2d | 0x30 | 0x31 | 0x3a | 0x3c => Shape::Memory1,
        0x2e | 0x2f | 0x32 | 0x33 | 0x3b | 0x3d => Shape::Memory2,
        0x28..=0x3e => Shape::Memory4,
        0x43 => Shape::Four,
        0x44 => Shape::Eight,
        0xfc => Shape::Prefix,
        0x00 | 0x01 | 0x05 | 0x0f | 0x1a | 0x1b | 0x45..=0xc4 | 0xd1 => Shape::Bare,
        _ => return None,
    })
}

/// An opcode with the numbers that follow it, each as its bytes.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Instruction<'a> {
    pub opcode: u8,
    pub numbers: Vec<&'a [u8]>,
}

/// The bytes of a function: its variables and its instructions.
#[derive(Debug)]
pub struct Body<'a> {
    /// How many runs of variables of one type there are; then for each how many it has, and their type.
    pub variables: Vec<&'a [u8]>,
    pub instructions: Vec<Instruction<'a>>,
}

impl<'a> Body<'a> {
    /// Reads the bytes of a function, without their length.
    ///
    /// # Errors
    /// An instruction has no shape, or the bytes end before their last `end`, or do not.
    pub fn read(bytes: &'a [u8]) -> Result<Body<'a>> {
        let mut rest = Rest(bytes);
        let (count, runs) = rest.number()?;
        let mut variables = vec![count];
        for _ in 0..runs {
            variables.extend([rest.number()?.0, rest.take(1)?]);
        }
        let mut instructions = Vec::new();
        let mut depth = 1;
        while depth > 0 {
            let instruction = rest.instruction()?;
            match shape(instruction.opcode) {
                Some(Shape::Open) => depth += 1,
                Some(Shape::Close) => depth -= 1,
                _ => {}
            }
            instructions.push(instruction);
        }
        let Rest(more) = rest;
        ensure!(
            more.is_empty(),
            "a function goes on for {} bytes after its end",
            more.len()
        );
        Ok(Body {
            variables,
            instructions,
        })
    }
}

/// The bytes that are not read yet.
struct Rest<'a>(&'a [u8]);

impl<'a> Rest<'a> {
    fn take(&mut self, count: usize) -> Result<&'a [u8]> {
        let (taken, rest) = self
            .0
            .split_at_checked(count)
            .context("a function ends in the middle of an instruction")?;
        self.0 = rest;
        Ok(taken)
    }

    /// A number in LEB128: its bytes, and its value, of which only counts are asked.
    fn number(&mut self) -> Result<(&'a [u8], u32)> {
        let last = self.0.iter().position(|byte| *byte < 0x80);
        let bytes = self.take(last.unwrap_or(self.0.len()) + 1)?;
        let places = bytes.iter().zip((0..32).step_by(7));
        let value = places.fold(0, |value, (byte, shift)| {
            value | u32::from(byte & 0x7f) << shift
        });
        Ok((bytes, value))
    }

    fn instruction(&mut self) -> Result<Instruction<'a>> {
        let opcode = self.take(1)?[0];
        let Some(shape) = shape(opcode) else {
            bail!("an instruction begins with {opcode:#04x}, which pages do not use");
        };
        let mut numbers = Vec::new();
        match shape {
            Shape::Bare | Shape::Close => {}
            Shape::Number | Shape::Near | Shape::Open => numbers.push(self.number()?.0),
            Shape::Four => numbers.push(self.take(4)?),
            Shape::Eight => numbers.push(self.take(8)?),
            Shape::Two | Shape::Memory1 | Shape::Memory2 | Shape::Memory4 => {
                numbers.extend([self.number()?.0, self.number()?.0]);
            }
            Shape::Table => {
                let (count, targets) = self.number()?;
                numbers.push(count);
                for _ in 0..=targets {
                    numbers.push(self.number()?.0);
                }
            }
            Shape::Prefix => {
                let (second, value) = self.number()?;
                numbers.push(second);
                for _ in 0..numbers_after(value) {
                    numbers.push(self.number()?.0);
                }
            }
        }
        Ok(Instruction { opcode, numbers })
    }
}

#[cfg(test)]
pub mod tests {
    use super::Body;

    /// An instruction of each shape.
    pub const EVERY_SHAPE: &[u8] = &[
        2, 3, 0x7e, 1, 0x7c, // three variables of 64 bits, one with a point
        0x02, 0x40, // block
        0x20, 0xc8, 0x01, // local.get 200
        0x41, 0x90, 0xdd, 0x7b, // i32.const -70000
        0x36, 2, 0xac, 0x02, // i32.store, of four bytes, 300 further on
        0x44, 0, 0, 0, 0, 0, 0, 0xe0, 0x3f, // f64.const 0.5
        0xfc, 3, // i32.trunc_sat_f64_u
        0x0e, 3, 0, 1, 0, 1,    // br_table
        0x0b, // end
        0xfc, 10, 0, 0, // memory.copy
        0xfc, 11, 0, // memory.fill
        0x11, 0x82, 0x01, 0, // call_indirect
        0x43, 0, 0, 0, 0x3f, // f32.const 0.5
        0x2d, 0, 7, // i32.load8_u
        0x2f, 1, 7,    // i32.load16_u
        0x0b, // end
    ];

    /// The opcodes of a function, and how many numbers each has.
    fn told(bytes: &[u8]) -> Vec<(u8, usize)> {
        let body = Body::read(bytes).expect("a function");
        let told = body.instructions.iter();
        told.map(|one| (one.opcode, one.numbers.len())).collect()
    }

    #[test]
    fn each_instruction_has_its_numbers() {
        let expected = [
            (0x02, 1),
            (0x20, 1),
            (0x41, 1),
            (0x36, 2),
            (0x44, 1),
            (0xfc, 1),
            (0x0e, 5),
            (0x0b, 0),
            (0xfc, 3),
            (0xfc, 2),
            (0x11, 2),
            (0x43, 1),
            (0x2d, 2),
            (0x2f, 2),
            (0x0b, 0),
        ];
        assert_eq!(told(EVERY_SHAPE), expected);
        let variables = Body::read(EVERY_SHAPE).expect("a function").variables;
        assert_eq!(variables.concat(), [2, 3, 0x7e, 1, 0x7c]);
    }

    #[test]
    fn what_is_no_function_is_refused() {
        let refuse = |bytes: &[u8], reason: &str| {
            let refusal = Body::read(bytes).expect_err("refused").to_string();
            assert!(refusal.contains(reason), "{refusal}");
        };
        refuse(&[], "ends in the middle");
        refuse(&[0, 0x41, 0x80], "ends in the middle");
        refuse(&[0, 0x02, 0x40, 0x0b], "ends in the middle");
        refuse(&[0, 0xfd, 0x0b], "0xfd");
        refuse(&[0, 0x0b, 0x0b], "1 bytes after its end");
    }
}
