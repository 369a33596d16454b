//! The module as it travels: its code in columns, as the crate `frise-columns` draws them, in a custom section of that crate's own
//! WebAssembly, which makes rows of them again. Custom sections of the module itself, which only tools read, do not travel.

use std::collections::BTreeMap;

use anyhow::{Context, Result};
use frise_columns::{LENGTH, OPCODES, SECTION, Shape, VARIABLES};
use wasm_encoder::{CustomSection, Encode, Module, Section};
use wasmparser::{Parser, Payload};

use super::instructions::{Body, shape};

/// A module with its code in columns, inside one that unpacks it.
///
/// # Errors
/// The bytes are no module, or have an instruction that pages do not use.
pub fn packed(wasm: &[u8], unpacker: &[u8]) -> Result<Vec<u8>> {
    let columns = in_columns(wasm)?;
    let section = CustomSection {
        name: SECTION.into(),
        data: columns.into(),
    };
    let mut module = unpacker.to_vec();
    section.append_to(&mut module);
    Ok(module)
}

/// A module in columns.
fn in_columns(wasm: &[u8]) -> Result<Vec<u8>> {
    const CUSTOM: u8 = 0;
    let [mut before, mut after] = [Module::HEADER.to_vec(), Vec::new()];
    let mut bodies = Vec::new();
    let mut is_before = true;
    for payload in Parser::new(0).parse_all(wasm) {
        let payload = payload?;
        if let Payload::CodeSectionEntry(body) = &payload {
            bodies.push(body.as_bytes());
        } else if let Payload::CodeSectionStart { .. } = payload {
            is_before = false;
        } else if let Some((id, range)) = payload.as_section()
            && id != CUSTOM
        {
            let sections = if is_before { &mut before } else { &mut after };
            sections.push(id);
            wasm[range.start as usize..range.end as usize].encode(sections);
        }
    }
    let code: usize = bodies.iter().map(|body| LENGTH + body.len()).sum();
    // The code's own section has a byte for its kind, its length, and how many functions it has.
    let length = before.len() + 1 + 2 * LENGTH + code + after.len();
    let columns = columns(&bodies)?;

    let mut bytes = u32::try_from(length)?.to_le_bytes().to_vec();
    before.encode(&mut bytes);
    bodies.len().encode(&mut bytes);
    bytes.extend((0..=u8::MAX).map(|opcode| shape(opcode).unwrap_or(Shape::Bare) as u8));
    columns.len().encode(&mut bytes);
    // From the last on: brotli does a little better with all opcodes beside the texts, which come after the code.
    for (name, column) in columns.iter().rev() {
        u32::from(*name).encode(&mut bytes);
        column.len().encode(&mut bytes);
    }
    bytes.extend(columns.values().rev().flatten());
    bytes.extend(after);
    Ok(bytes)
}

/// The columns of some functions, by name.
fn columns(bodies: &[&[u8]]) -> Result<BTreeMap<u16, Vec<u8>>> {
    let bodies: Vec<Body> = (0..)
        .zip(bodies)
        .map(|(place, bytes): (usize, _)| {
            Body::read(bytes).with_context(|| format!("function {place}"))
        })
        .collect::<Result<_>>()?;
    let mut columns: BTreeMap<u16, Vec<u8>> = BTreeMap::new();
    let mut put = |name: u16, number: &[u8]| columns.entry(name).or_default().extend(number);
    for variables in bodies.iter().map(|body| &body.variables) {
        put(VARIABLES[0], variables[0]);
        for run in variables[1..].chunks(2) {
            put(VARIABLES[1], run[0]);
            put(VARIABLES[2], run[1]);
        }
    }
    for Body { instructions, .. } in &bodies {
        let next = instructions.iter().skip(1).map(|next| next.opcode >> 2);
        for (instruction, next) in instructions.iter().zip(next.chain([0])) {
            put(OPCODES, &[instruction.opcode]);
            let name = u16::from(instruction.opcode) << 6;
            match shape(instruction.opcode) {
                Some(Shape::Near) => put(name | u16::from(next), instruction.numbers[0]),
                Some(Shape::Memory1 | Shape::Memory2 | Shape::Memory4) => {
                    put(name, instruction.numbers[1]);
                }
                _ => put(name, &instruction.numbers.concat()),
            }
        }
    }
    columns.retain(|_, column| !column.is_empty());
    Ok(columns)
}

#[cfg(test)]
mod tests {
    use frise_columns::{length, rows};
    use wasm_encoder::{CodeSection, DataSection, FunctionSection, TypeSection};

    use super::super::instructions::tests::EVERY_SHAPE;
    use super::*;

    /// A module of these functions, with sections before and after the code.
    fn module(bodies: &[&[u8]]) -> Vec<u8> {
        let mut types = TypeSection::new();
        types.ty().function([], []);
        let (mut functions, mut code) = (FunctionSection::new(), CodeSection::new());
        for body in bodies {
            functions.function(0);
            code.raw(body);
        }
        let mut data = DataSection::new();
        data.passive(*b"a text");
        let mut module = Module::new();
        module.section(&types).section(&functions);
        module.section(&code).section(&data);
        module.section(&CustomSection {
            name: "name".into(),
            data: b"f".into(),
        });
        module.finish()
    }

    /// The sections of a module, its functions each by itself; no custom ones.
    fn told(wasm: &[u8]) -> Vec<Vec<u8>> {
        let mut told = Vec::new();
        for payload in Parser::new(0).parse_all(wasm) {
            let payload = payload.expect("a module");
            match &payload {
                Payload::CodeSectionEntry(body) => told.push(body.as_bytes().to_vec()),
                Payload::CodeSectionStart { .. } | Payload::CustomSection(_) => {}
                _ => told.extend(payload.as_section().map(|(id, range)| {
                    let section = &wasm[range.start as usize..range.end as usize];
                    [&[id], section].concat()
                })),
            }
        }
        told
    }

    fn in_rows(columns: &[u8]) -> Option<Vec<u8>> {
        let mut module = vec![0; length(columns)?];
        rows(columns, &mut module)?;
        Some(module)
    }

    #[test]
    fn a_module_comes_back() {
        let long = [&[0][..], &[0x41, 0x07, 0x1a].repeat(70), &[0x0b]].concat();
        let cases: [&[&[u8]]; 3] = [&[], &[&[0, 0x0b]], &[EVERY_SHAPE, &long, EVERY_SHAPE]];
        for bodies in cases {
            let wasm = module(bodies);
            let columns = in_columns(&wasm).expect("columns");
            let back = in_rows(&columns).expect("rows");
            assert_eq!(told(&back), told(&wasm));
        }
    }

    #[test]
    fn the_columns_travel_in_a_module() {
        let wasm = module(&[EVERY_SHAPE]);
        let travelling = packed(&wasm, &module(&[])).expect("packed");
        let sections = Parser::new(0).parse_all(&travelling);
        let columns = sections.into_iter().find_map(|payload| match payload {
            Ok(Payload::CustomSection(section)) if section.name() == SECTION => {
                Some(section.data())
            }
            _ => None,
        });
        assert_eq!(columns, Some(&*in_columns(&wasm).expect("columns")));
    }

    #[test]
    fn what_is_cut_is_refused_and_nothing_panics() {
        let columns = in_columns(&module(&[EVERY_SHAPE, EVERY_SHAPE])).expect("columns");
        for end in 0..columns.len() {
            assert_eq!(in_rows(&columns[..end]), None, "cut at {end}");
        }
        // The first four bytes say how much memory is asked for.
        for place in 4..columns.len() {
            for byte in 0..=u8::MAX {
                let mut changed = columns.clone();
                changed[place] = byte;
                in_rows(&changed);
            }
        }
    }

    #[test]
    fn what_pages_do_not_use_is_refused() {
        let refusal = in_columns(&module(&[&[0, 0x0b], &[0, 0xfd, 0, 0x0b]])).unwrap_err();
        assert_eq!(
            format!("{refusal:#}"),
            "function 1: an instruction begins with 0xfd, which pages do not use"
        );
        assert!(in_columns(b"no module").is_err());
    }
}
