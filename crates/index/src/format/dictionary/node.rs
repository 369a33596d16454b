//! Decodes the nodes of a dictionary of unknown origin.
//!
//! ```text
//! A node is decoded backwards: its address is that of its last byte, the state. It has one of three
//! forms, for one transition to the node that ends just before, for one transition, and for any
//! number of them:
//!
//!                                                                   [input]        11cccccc
//!                            output   delta             sizes       [input]        10cccccc
//! [final output]   outputs…  deltas…  inputs…  [index]  sizes       [transitions]  0fnnnnnn
//!
//! c      which of 63 common inputs, all of them ASCII; 0: the input stands before the state
//! f      a term ends here, and the final output is present
//! n      number of transitions; 0: it stands before the state, where 1 means 256
//! sizes  high half: bytes in a delta; low half: bytes in an output, where 0 makes every output 0
//! delta  from the node's first byte back to the target's address; 0: to the empty final node,
//!        where a term ends, nothing follows, and which has no bytes
//! index  above 32 transitions: for each of the 256 inputs, the number of its transition, or 255
//! ```
//!
//! Several transitions stand last one first, and their inputs ascend from the first to the last.

use super::{DictionaryError, HEADER, ensure, little_endian, refuse};

/// The address of the empty final node, which has no bytes.
pub(super) const EMPTY_FINAL: usize = 0;

/// A node with more transitions than this has an index of its inputs.
const LARGEST_WITHOUT_INDEX: usize = 32;
/// Takes the place of any of the 63 common inputs. They are all ASCII and the only input of their node, so that neither the
/// order of inputs nor UTF-8 depends on which one it is.
const COMMON_INPUT: &[u8] = b"e";
/// The delta to the previous node, and its absent output.
const TO_PREVIOUS: Numbers = Numbers {
    bytes: &[1],
    width: 1,
};
const NO_OUTPUT: Numbers = Numbers {
    bytes: &[],
    width: 0,
};

/// A node whose fields are checked as far as possible without other nodes.
pub(super) struct Node<'a> {
    /// The address of its first byte.
    pub(super) start: usize,
    pub(super) is_final: bool,
    /// The input of each transition, the last one first, in falling order.
    inputs: &'a [u8],
    deltas: Numbers<'a>,
    outputs: Numbers<'a>,
}

pub(super) struct Transition {
    pub(super) input: u8,
    pub(super) output: u64,
    /// An address below the node, which may not be that of another node.
    pub(super) target: usize,
}

impl<'a> Node<'a> {
    pub(super) fn read(bytes: &'a [u8], address: usize) -> Result<Node<'a>, DictionaryError> {
        let mut fields = Fields {
            address,
            left: &bytes[HEADER..=address],
        };
        let state = fields.byte()?;
        let node = match state >> 6 {
            0b11 => fields.one_transition_to_previous(state)?,
            0b10 => fields.one_transition(state)?,
            _ => fields.any_transitions(state)?,
        };
        let farthest = (node.start - HEADER) as u64;
        let mut deltas = (0..node.inputs.len()).map(|number| node.deltas.get(number));
        if let Some(delta) = deltas.find(|&delta| delta > farthest) {
            let expected = format_args!("targets at most {farthest} bytes before the node");
            return Err(refuse(address, expected, delta));
        }
        Ok(node)
    }

    /// Returns the transitions by rising input.
    pub(super) fn transitions(&self) -> impl Iterator<Item = Transition> {
        self.inputs
            .iter()
            .rev()
            .enumerate()
            .map(|(number, &input)| Transition {
                input,
                output: self.outputs.get(number),
                target: match self.deltas.get(number) {
                    0 => EMPTY_FINAL,
                    delta => self.start - delta as usize,
                },
            })
    }
}

/// Numbers of the same width, the last one first. With a width of 0 all are 0.
struct Numbers<'a> {
    bytes: &'a [u8],
    width: usize,
}

impl Numbers<'_> {
    fn get(&self, number: usize) -> u64 {
        let end = self.bytes.len() - number * self.width;
        little_endian(&self.bytes[end - self.width..end])
    }
}

/// The bytes of a node that are not yet decoded, and those of all nodes before it. They are decoded from the last.
struct Fields<'a> {
    address: usize,
    left: &'a [u8],
}

impl<'a> Fields<'a> {
    fn one_transition_to_previous(mut self, state: u8) -> Result<Node<'a>, DictionaryError> {
        let inputs = self.one_input(state)?;
        Ok(self.node(false, inputs, TO_PREVIOUS, NO_OUTPUT))
    }

    fn one_transition(mut self, state: u8) -> Result<Node<'a>, DictionaryError> {
        let inputs = self.one_input(state)?;
        let (delta_width, output_width) = self.sizes(1)?;
        let deltas = self.numbers(1, delta_width)?;
        let outputs = self.numbers(1, output_width)?;
        Ok(self.node(false, inputs, deltas, outputs))
    }

    fn any_transitions(mut self, state: u8) -> Result<Node<'a>, DictionaryError> {
        let is_final = state & 0b0100_0000 != 0;
        let count = match state & 0b11_1111 {
            0 => match self.byte()? {
                1 => 256,
                count => usize::from(count),
            },
            count => usize::from(count),
        };
        let (delta_width, output_width) = self.sizes(count)?;
        let inputs = self.several_inputs(count)?;
        let deltas = self.numbers(count, delta_width)?;
        let outputs = self.numbers(count, output_width)?;
        let final_output = little_endian(self.take(if is_final { output_width } else { 0 })?);
        if final_output != 0 {
            let expected = "final output 0, as no term comes before one that ends here";
            return Err(refuse(self.address, expected, final_output));
        }
        Ok(self.node(is_final, inputs, deltas, outputs))
    }

    fn node(
        self,
        is_final: bool,
        inputs: &'a [u8],
        deltas: Numbers<'a>,
        outputs: Numbers<'a>,
    ) -> Node<'a> {
        Node {
            start: HEADER + self.left.len(),
            is_final,
            inputs,
            deltas,
            outputs,
        }
    }

    fn one_input(&mut self, state: u8) -> Result<&'a [u8], DictionaryError> {
        if state & 0b11_1111 == 0 {
            self.take(1)
        } else {
            Ok(COMMON_INPUT)
        }
    }

    fn several_inputs(&mut self, count: usize) -> Result<&'a [u8], DictionaryError> {
        let index = self.take(if count > LARGEST_WITHOUT_INDEX {
            256
        } else {
            0
        })?;
        let inputs = self.take(count)?;
        let descending = inputs.is_sorted_by(|later, earlier| later > earlier);
        ensure(
            descending,
            self.address,
            "inputs in ascending order",
            "another order",
        )?;
        let agrees = index.is_empty() || index == index_of(inputs);
        ensure(
            agrees,
            self.address,
            "an index that agrees with the inputs",
            "another index",
        )?;
        Ok(inputs)
    }

    /// Decodes the widths of a delta and of an output, in a node with a number of transitions.
    fn sizes(&mut self, transitions: usize) -> Result<(usize, usize), DictionaryError> {
        let sizes = self.byte()?;
        let (delta, output) = (usize::from(sizes >> 4), usize::from(sizes & 0b1111));
        let least_delta = transitions.min(1);
        if !(least_delta..=8).contains(&delta) || output > 8 {
            let expected = format_args!("deltas of {least_delta} to 8 bytes and outputs of 0 to 8");
            let found = format_args!("deltas of {delta} and outputs of {output}");
            return Err(refuse(self.address, expected, found));
        }
        Ok((delta, output))
    }

    fn numbers(&mut self, count: usize, width: usize) -> Result<Numbers<'a>, DictionaryError> {
        Ok(Numbers {
            bytes: self.take(count * width)?,
            width,
        })
    }

    fn byte(&mut self) -> Result<u8, DictionaryError> {
        Ok(self.take(1)?[0])
    }

    fn take(&mut self, length: usize) -> Result<&'a [u8], DictionaryError> {
        let Some(at) = self.left.len().checked_sub(length) else {
            let expected = format_args!("a node that begins at byte {HEADER} or after");
            return Err(refuse(self.address, expected, "one that begins before"));
        };
        let (left, field) = self.left.split_at(at);
        self.left = left;
        Ok(field)
    }
}

/// Returns the index of some distinct inputs, which are given the last one first.
fn index_of(inputs: &[u8]) -> [u8; 256] {
    let mut index = [255; 256];
    for (number, &input) in (0..=255).zip(inputs.iter().rev()) {
        index[usize::from(input)] = number;
    }
    index
}
