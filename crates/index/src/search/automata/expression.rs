//! The automaton of regular expressions and wildcards: a program, whose sets of instructions are states.
//!
//! An expression is compiled to a program (Thompson, *Regular Expression Search Algorithm*, Communications of the ACM 11,
//! 1968). A state of the automaton is a set of instructions. States and their transitions are computed when the walk first
//! reaches them and then kept, so that most bytes cost one look into a table. The budget, which pays for each state by its
//! size, bounds expressions with very many states.

use super::letters::Partial;
use crate::query::{Expression, Letters};
use crate::search::budget::Budget;
use fst::Automaton;
use std::cell::RefCell;

/// The longest term has 255 bytes, so that a pattern of more letters matches nothing.
const MOST_LETTERS: usize = 255;

/// The number of the state without instructions, from which nothing matches.
const DEAD: u32 = 0;
/// Marks a transition that is not computed yet.
const UNKNOWN: u32 = u32::MAX;
/// Flags the number of a state that matches.
const MATCHES: u32 = 1 << 31;
/// Flags the number of a state that matches whatever follows.
const ALWAYS: u32 = 1 << 30;

/// How many letters have a column of their own in the table; transitions of other letters are searched for.
const COLUMNS: usize = 128;

/// The steps for computing a state, besides its instructions.
const STATE_COST: u32 = 30;

enum Instruction {
    /// Reads one of some letters, and goes on to the next instruction.
    Read(Letters),
    /// Goes on to the next instruction, and to another.
    Split(usize),
    /// Goes on to another instruction.
    Jump(usize),
    /// Accepts: the whole word was read.
    Accept,
}

/// An automaton that matches the terms of a regular expression.
pub(in crate::search) struct ExpressionAutomaton<'b> {
    program: Vec<Instruction>,
    states: RefCell<States>,
    start: u32,
    budget: &'b Budget,
}

/// The states that were reached so far.
#[derive(Default)]
struct States {
    /// The instructions of each state that read or accept, in rising order.
    sets: Vec<Vec<u16>>,
    /// The flagged number of each state, sorted by its instructions.
    numbers: Vec<(Vec<u16>, u32)>,
    /// The transitions of each state for the letters of ASCII.
    table: Vec<u32>,
    /// The transitions of each state for other letters, sorted by letter.
    others: Vec<Vec<(char, u32)>>,
}

/// The flagged number of a state, and the letter whose bytes are being read.
#[derive(Clone, Copy)]
pub(in crate::search) struct State {
    number: u32,
    partial: Partial,
}

impl<'b> ExpressionAutomaton<'b> {
    /// Compiles an expression.
    pub fn new(expression: &Expression, budget: &'b Budget) -> ExpressionAutomaton<'b> {
        let mut program = Vec::new();
        compile(expression, &mut program);
        program.push(Instruction::Accept);
        let mut automaton = ExpressionAutomaton {
            program,
            states: RefCell::default(),
            start: DEAD,
            budget,
        };
        let start = automaton.closure([0]);
        let mut states = States::default();
        states.number(&automaton, Vec::new());
        automaton.start = states.number(&automaton, start);
        automaton.states = RefCell::new(states);
        automaton
    }

    /// Compiles a folded word in which `*` stands for any letters and `?` for one; `None` if it is longer than any term.
    pub fn of_wildcards(pattern: &str, budget: &'b Budget) -> Option<ExpressionAutomaton<'b>> {
        let mut parts: Vec<Expression> = Vec::new();
        let mut last = ' ';
        let mut letters = 0;
        for letter in pattern.chars().filter(|letter| {
            let again = *letter == '*' && last == '*';
            last = *letter;
            !again
        }) {
            let any = Expression::Letter(Letters::any());
            parts.push(match letter {
                '*' => Expression::Repeated(Box::new(any), 0, None),
                '?' => any,
                letter => Expression::Letter(Letters::one(letter)),
            });
            letters += usize::from(letter != '*');
            if letters > MOST_LETTERS {
                return None;
            }
        }
        Some(ExpressionAutomaton::new(&Expression::Row(parts), budget))
    }

    /// Returns the size of the table of transitions.
    #[cfg(test)]
    pub fn cells(&self) -> usize {
        self.states.borrow().table.len()
    }

    /// Returns the instructions that read or accept, and that some instructions lead to without reading.
    fn closure(&self, from: impl IntoIterator<Item = usize>) -> Vec<u16> {
        let mut seen = vec![false; self.program.len()];
        let mut reached = Vec::new();
        let mut open: Vec<usize> = from.into_iter().collect();
        let mut passed = 0;
        while let Some(at) = open.pop() {
            if std::mem::replace(&mut seen[at], true) {
                continue;
            }
            passed += 1;
            match self.program[at] {
                Instruction::Read(_) | Instruction::Accept => reached.push(at as u16),
                Instruction::Split(other) => open.extend([at + 1, other]),
                Instruction::Jump(other) => open.push(other),
            }
        }
        self.budget.spend(STATE_COST + passed);
        reached.sort_unstable();
        reached
    }

    /// Returns the state that a letter leads to.
    fn transition(&self, state: u32, letter: char) -> u32 {
        let state = state & !(MATCHES | ALWAYS);
        let mut states = self.states.borrow_mut();
        let next = states.next(state, letter);
        if next != UNKNOWN {
            return next;
        }
        let reads = |at: &usize| match &self.program[*at] {
            Instruction::Read(letters) => letters.contains(letter),
            _ => false,
        };
        let instructions = states.sets[state as usize].iter();
        let read = instructions.map(|at| usize::from(*at)).filter(reads);
        let reached = self.closure(read.map(|at| at + 1));
        let next = states.number(self, reached);
        states.keep(state, letter, next);
        next
    }
}

impl States {
    fn next(&self, state: u32, letter: char) -> u32 {
        match letter.is_ascii() {
            true => self.table[state as usize * COLUMNS + letter as usize],
            false => match self.place(state, letter) {
                Ok(place) => self.others[state as usize][place].1,
                Err(_) => UNKNOWN,
            },
        }
    }

    fn keep(&mut self, state: u32, letter: char, next: u32) {
        if letter.is_ascii() {
            self.table[state as usize * COLUMNS + letter as usize] = next;
        } else if let Err(place) = self.place(state, letter) {
            self.others[state as usize].insert(place, (letter, next));
        }
    }

    /// Returns where the transition of a letter is, or belongs, among the others of a state.
    fn place(&self, state: u32, letter: char) -> Result<usize, usize> {
        self.others[state as usize].binary_search_by_key(&letter, |(known, _)| *known)
    }

    /// Returns the flagged number of the state with some instructions, which may be a new one.
    fn number(&mut self, automaton: &ExpressionAutomaton, instructions: Vec<u16>) -> u32 {
        let place = match self
            .numbers
            .binary_search_by(|(known, _)| known.cmp(&instructions))
        {
            Ok(place) => return self.numbers[place].1,
            Err(place) => place,
        };
        automaton.budget.spend(COLUMNS as u32);
        let program = automaton.program.as_slice();
        let accept = program.len() as u16 - 1;
        let mut number = self.sets.len() as u32;
        if instructions.last() == Some(&accept) {
            number |= MATCHES;
            if instructions.iter().any(|at| is_final_loop(program, *at)) {
                number |= ALWAYS;
            }
        }
        self.sets.push(instructions.clone());
        self.numbers.insert(place, (instructions, number));
        self.others.push(Vec::new());
        self.table.resize(self.table.len() + COLUMNS, UNKNOWN);
        number
    }
}

/// Returns whether an instruction is the `.` of a `.*` or `.+` with which the program ends.
fn is_final_loop(program: &[Instruction], at: u16) -> bool {
    let at = usize::from(at);
    let loops = match program[at + 1..] {
        [Instruction::Jump(back), Instruction::Accept] => back + 1 == at,
        [Instruction::Split(back), Instruction::Accept] => back == at,
        _ => false,
    };
    loops && matches!(&program[at], Instruction::Read(letters) if *letters == Letters::any())
}

/// Appends the instructions of an expression, which go on past their end.
fn compile(expression: &Expression, program: &mut Vec<Instruction>) {
    match expression {
        Expression::Letter(letters) => program.push(Instruction::Read(letters.clone())),
        Expression::Row(parts) => parts.iter().for_each(|part| compile(part, program)),
        Expression::Either(parts) => compile_either(parts, program),
        Expression::Repeated(inner, least, most) => compile_repeated(inner, *least, *most, program),
    }
}

fn compile_either(parts: &[Expression], program: &mut Vec<Instruction>) {
    let mut leave = Vec::new();
    for (at, part) in parts.iter().enumerate() {
        let fork = program.len();
        let is_last = at + 1 == parts.len();
        if !is_last {
            program.push(Instruction::Split(0));
        }
        compile(part, program);
        if !is_last {
            leave.push(program.len());
            program.push(Instruction::Jump(0));
            program[fork] = Instruction::Split(program.len());
        }
    }
    for at in leave {
        program[at] = Instruction::Jump(program.len());
    }
}

fn compile_repeated(
    inner: &Expression,
    least: u32,
    most: Option<u32>,
    program: &mut Vec<Instruction>,
) {
    let mut last = program.len();
    for _ in 0..least {
        last = program.len();
        compile(inner, program);
    }
    match most {
        None if least > 0 => program.push(Instruction::Split(last)),
        None => {
            program.push(Instruction::Split(0));
            compile(inner, program);
            program.push(Instruction::Jump(last));
            program[last] = Instruction::Split(program.len());
        }
        Some(most) => {
            let mut forks = Vec::new();
            for _ in least..most {
                forks.push(program.len());
                program.push(Instruction::Split(0));
                compile(inner, program);
            }
            for fork in forks {
                program[fork] = Instruction::Split(program.len());
            }
        }
    }
}

impl Automaton for ExpressionAutomaton<'_> {
    type State = State;

    fn start(&self) -> State {
        State {
            number: self.start,
            partial: Partial::default(),
        }
    }

    fn is_match(&self, state: &State) -> bool {
        state.number & MATCHES != 0 && state.partial.is_empty()
    }

    fn can_match(&self, state: &State) -> bool {
        state.number != DEAD
    }

    fn will_always_match(&self, state: &State) -> bool {
        state.number & ALWAYS != 0 && state.partial.is_empty()
    }

    fn accept(&self, state: &State, byte: u8) -> State {
        match state.partial.read(byte) {
            Ok(letter) => State {
                number: self.transition(state.number, letter),
                partial: Partial::default(),
            },
            Err(partial) => State { partial, ..*state },
        }
    }
}
