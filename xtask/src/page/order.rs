//! Functions of the app that are alike stand beside one another, which compression rewards: near repetitions cost less than
//! far ones. By name, as `wasm-opt` leaves them, they are alike by family only.
//!
//! Which functions are alike is told by what they share, four opcodes or two whole instructions in a row; what occurs everywhere
//! tells nothing. From the shortest on, each is followed by the one that is most like it. Nothing but the order and the numbers
//! of functions changes.

use std::collections::HashMap;
use std::convert::Infallible;

use anyhow::{Result, anyhow};
use wasm_encoder::reencode::{Error, Reencode};
use wasm_encoder::{CodeSection, FunctionSection, Module};
use wasmparser::{CodeSectionReader, FunctionSectionReader, Parser, Payload, TypeRef};

use super::instructions::{Body, Instruction};

/// What counts as likeness.
#[derive(Clone, Copy, Debug)]
pub struct Likeness {
    /// In how many functions a run may occur that tells something.
    rare: usize,
    /// What is added to the length of a function, by which its likeness is divided: else the longest would be like all.
    length: f64,
}

impl Likeness {
    const fn of(rare: usize, length: f64) -> Likeness {
        Likeness { rare, length }
    }
}

/// Those that are worth weighing: each was once the best, and they differ by half a kilobyte of brotli, which way nobody can
/// tell.
pub const LIKENESSES: [Likeness; 6] = [
    Likeness::of(200, 15.0),
    Likeness::of(400, 8.0),
    Likeness::of(400, 15.0),
    Likeness::of(400, 30.0),
    Likeness::of(600, 12.0),
    Likeness::of(800, 15.0),
];

/// A module whose functions stand in the order of their likeness.
///
/// # Errors
/// The bytes are no WebAssembly module, or have an instruction that pages do not use.
pub fn alike_together(wasm: &[u8], likeness: Likeness) -> Result<Vec<u8>> {
    let (imported, bodies) = functions(wasm)?;
    let told: Vec<Told> = bodies.iter().map(|body| told(body)).collect();
    let order = by_likeness(&told, likeness);
    let mut places = vec![0; order.len()];
    for (place, function) in (0..).zip(&order) {
        places[*function] = place;
    }
    let mut reordering = Reordering {
        imported,
        order,
        places,
    };
    let mut module = Module::new();
    reordering
        .parse_core_module(&mut module, Parser::new(0), wasm)
        .map_err(|error| anyhow!("the app's functions cannot be put in order: {error}"))?;
    Ok(module.finish())
}

/// How many functions are imported, and the others.
fn functions(wasm: &[u8]) -> Result<(u32, Vec<Vec<Instruction<'_>>>)> {
    let (mut imported, mut bodies) = (0, Vec::new());
    for payload in Parser::new(0).parse_all(wasm) {
        match payload? {
            Payload::ImportSection(imports) => {
                for import in imports.into_imports() {
                    imported += u32::from(matches!(import?.ty, TypeRef::Func(_)));
                }
            }
            Payload::CodeSectionEntry(body) => {
                bodies.push(Body::read(body.as_bytes())?.instructions)
            }
            _ => {}
        }
    }
    Ok((imported, bodies))
}

/// What tells of a function whether it is like others: each run of its instructions once, and how many instructions it has.
struct Told {
    runs: Vec<Vec<u8>>,
    length: f64,
}

fn told(instructions: &[Instruction]) -> Told {
    let opcodes: Vec<u8> = instructions.iter().map(|one| one.opcode).collect();
    let pair = |pair: &[Instruction]| {
        let bytes = pair
            .iter()
            .flat_map(|one| [one.opcode].into_iter().chain(one.numbers.concat()));
        // No opcode is 255, so that a pair is never taken for four opcodes.
        [u8::MAX].into_iter().chain(bytes).collect()
    };
    let mut runs: Vec<Vec<u8>> = opcodes.windows(4).map(<[u8]>::to_vec).collect();
    runs.extend(instructions.windows(2).map(pair));
    runs.sort_unstable();
    runs.dedup();
    Told {
        runs,
        length: instructions.len() as f64,
    }
}

/// The places of some functions in the order of their likeness.
fn by_likeness(all: &[Told], by: Likeness) -> Vec<usize> {
    let mut having: HashMap<&[u8], Vec<usize>> = HashMap::new();
    for (place, told) in all.iter().enumerate() {
        for run in &told.runs {
            having.entry(run).or_default().push(place);
        }
    }
    let mut by_length: Vec<usize> = (0..all.len()).collect();
    by_length.sort_by(|a, b| all[*a].length.total_cmp(&all[*b].length));
    let mut left = vec![true; all.len()];
    let mut shortest_left = by_length.into_iter();
    let mut order: Vec<usize> = Vec::with_capacity(all.len());
    while order.len() < all.len() {
        let mut likeness = vec![0.0; all.len()];
        let last = order.last().map_or(&[][..], |last| &all[*last].runs);
        let telling = last.iter().map(|run| &having[run.as_slice()]);
        for those in telling.filter(|those| those.len() <= by.rare) {
            for place in those.iter().filter(|place| left[**place]) {
                likeness[*place] += 1.0 / (all[*place].length + by.length);
            }
        }
        let most = (0..all.len())
            .rev()
            .max_by(|a, b| likeness[*a].total_cmp(&likeness[*b]));
        let next = most
            .filter(|most| likeness[*most] > 0.0)
            .or_else(|| shortest_left.find(|place| left[*place]));
        let Some(next) = next else { break };
        left[next] = false;
        order.push(next);
    }
    order
}

/// A module is written anew with this order of its functions.
struct Reordering {
    /// How many functions are imported, and keep their numbers.
    imported: u32,
    /// The function of each place.
    order: Vec<usize>,
    /// The place of each function.
    places: Vec<u32>,
}

impl Reencode for Reordering {
    type Error = Infallible;

    fn function_index(&mut self, function: u32) -> Result<u32, Error<Infallible>> {
        let own = function.checked_sub(self.imported);
        Ok(own.map_or(function, |own| self.imported + self.places[own as usize]))
    }

    fn parse_function_section(
        &mut self,
        functions: &mut FunctionSection,
        section: FunctionSectionReader<'_>,
    ) -> Result<(), Error<Infallible>> {
        let types: Vec<u32> = section.into_iter().collect::<Result<_, _>>()?;
        for function in &self.order {
            functions.function(types[*function]);
        }
        Ok(())
    }

    fn parse_code_section(
        &mut self,
        code: &mut CodeSection,
        section: CodeSectionReader<'_>,
    ) -> Result<(), Error<Infallible>> {
        let bodies: Vec<_> = section.into_iter().collect::<Result<_, _>>()?;
        for function in self.order.clone() {
            self.parse_function_body(code, bodies[function].clone())?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use wasm_encoder::{
        ConstExpr, ElementSection, Elements, EntityType, ExportKind, ExportSection, Function,
        ImportSection, TableSection, TableType, TypeSection,
    };
    use wasmparser::{ElementItems, ExternalKind, Operator};

    use super::*;

    /// A module that imports one function. Of its own, each gives its number, and `callers` call first; all are exported by
    /// their names, and stand in a table in the opposite order.
    fn module(names: &[&str], callers: &[(usize, usize)]) -> Vec<u8> {
        let mut types = TypeSection::new();
        types.ty().function([], [wasm_encoder::ValType::I32]);
        let mut imports = ImportSection::new();
        imports.import("a", "a", EntityType::Function(0));
        let (mut functions, mut exports) = (FunctionSection::new(), ExportSection::new());
        let mut code = CodeSection::new();
        for (number, name) in names.iter().enumerate() {
            functions.function(0);
            exports.export(name, ExportKind::Func, number as u32 + 1);
            let mut body = Function::new([]);
            let mut write = body.instructions();
            for (_, callee) in callers.iter().filter(|(caller, _)| *caller == number) {
                write.call(*callee as u32 + 1).drop();
            }
            // Some are longer than others, and alike.
            for _ in 0..number % 3 {
                write.i32_const(1000).drop();
            }
            write.i32_const(number as i32).end();
            code.function(&body);
        }
        let mut tables = TableSection::new();
        tables.table(TableType {
            element_type: wasm_encoder::RefType::FUNCREF,
            minimum: names.len() as u64,
            maximum: None,
            table64: false,
            shared: false,
        });
        let listed: Vec<u32> = (1..=names.len() as u32).rev().collect();
        let mut elements = ElementSection::new();
        elements.active(
            None,
            &ConstExpr::i32_const(0),
            Elements::Functions(listed.into()),
        );
        let mut module = Module::new();
        module.section(&types).section(&imports).section(&functions);
        module.section(&tables).section(&exports).section(&elements);
        module.section(&code);
        module.finish()
    }

    /// What is exported: its name, what it gives, and what those give that it calls.
    type Exported = (String, i32, Vec<i32>);

    /// What a module does, whatever the numbers of its functions: what it exports, and its table, by what its functions give.
    fn does(wasm: &[u8]) -> (Vec<Exported>, Vec<i32>) {
        let (mut exports, mut gives, mut calls, mut table) = (vec![], vec![], vec![], vec![]);
        for payload in Parser::new(0).parse_all(wasm) {
            match payload.expect("a module") {
                Payload::ExportSection(section) => {
                    for export in section {
                        let export = export.expect("an export");
                        assert_eq!(export.kind, ExternalKind::Func);
                        exports.push((export.name.to_owned(), export.index as usize - 1));
                    }
                }
                Payload::ElementSection(section) => {
                    for element in section {
                        if let ElementItems::Functions(items) = element.expect("elements").items {
                            let items = items.into_iter().map(|item| item.expect("a function"));
                            table.extend(items.map(|item| item as usize - 1));
                        }
                    }
                }
                Payload::CodeSectionEntry(body) => {
                    let (mut last, mut called) = (0, vec![]);
                    for operator in body.get_operators_reader().expect("operators") {
                        match operator.expect("an operator") {
                            Operator::I32Const { value } => last = value,
                            Operator::Call { function_index } => {
                                called.push(function_index as usize - 1);
                            }
                            _ => {}
                        }
                    }
                    gives.push(last);
                    calls.push(called);
                }
                _ => {}
            }
        }
        let mut exports: Vec<Exported> = exports
            .into_iter()
            .map(|(name, at)| {
                let called = calls[at].iter().map(|callee| gives[*callee]).collect();
                (name, gives[at], called)
            })
            .collect();
        exports.sort();
        (exports, table.iter().map(|at| gives[*at]).collect())
    }

    #[test]
    fn a_module_in_another_order_does_the_same() {
        let names = ["f", "g", "h", "i", "j", "k", "l"];
        let before = module(&names, &[(0, 6), (2, 1), (6, 3), (5, 5)]);
        let after = alike_together(&before, LIKENESSES[0]).expect("a module");
        assert_ne!(after, before, "the order is the same");
        assert_eq!(does(&after), does(&before));
        assert_eq!(after.len(), before.len());
    }

    #[test]
    fn each_stands_beside_what_is_most_like_it() {
        let functions: [&[u8]; 4] = [
            &[0x20, 1, 0x20, 2, 0x6a, 0x20, 3, 0x6b, 0x0b],
            &[0x41, 1, 0x41, 2, 0x46, 0x45, 0x04, 0x40, 0x00, 0x0b, 0x0b],
            &[0x0b],
            &[
                0x41, 1, 0x41, 9, 0x46, 0x45, 0x04, 0x40, 0x00, 0x0b, 0x01, 0x0b,
            ],
        ];
        let all = functions.map(|function| {
            let bytes = [&[0], function].concat();
            told(&Body::read(&bytes).expect("a function").instructions)
        });
        assert_eq!(by_likeness(&all, LIKENESSES[0]), [2, 0, 1, 3]);
        assert!(by_likeness(&[], LIKENESSES[0]).is_empty());
    }

    #[test]
    fn what_is_no_module_is_refused() {
        assert!(alike_together(b"no module", LIKENESSES[0]).is_err());
    }
}
