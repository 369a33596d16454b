//! Regular expressions and wildcards: a program of steps, and the sets of steps that can be reached.
//!
//! An expression becomes a program (Thompson, Regular Expression Search Algorithm, Communications of
//! the ACM 11, 1968). A state of the automaton is a set of its steps; each set is worked out when the
//! walk first comes to it and kept with a number, as is where each letter leads from it, so that most
//! bytes cost a look into a table. What an expression that explodes could make of this is bounded by the
//! budget, which pays for each set by its size.

use super::letters::Partial;
use crate::query::{Expression, Letters};
use crate::search::budget::Budget;
use fst::Automaton;
use std::cell::RefCell;

/// The longest term has 255 bytes: a pattern of more letters matches nothing.
const MOST_LETTERS: usize = 255;

/// The number of the empty set, from which nothing matches.
const DEAD: u32 = 0;
/// Stands for a number that is not known yet.
const UNKNOWN: u32 = u32::MAX;
/// Marks the number of a set that matches.
const MATCHES: u32 = 1 << 31;
/// Marks the number of a set that matches whatever follows.
const ALWAYS: u32 = 1 << 30;

/// How many letters have their own column in the table; others are looked up in a map.
const COLUMNS: usize = 128;

/// What it costs to work out a set, besides its steps.
const SET_COST: u32 = 30;

enum Step {
    /// Reads one of these, and goes on to the next step.
    Read(Letters),
    /// Goes on to the next step, and to another.
    Both(usize),
    /// Goes on there.
    Go(usize),
    /// The whole word was read.
    End,
}

/// An automaton for one expression.
pub(in crate::search) struct Matcher<'b> {
    program: Vec<Step>,
    known: RefCell<Known>,
    start: u32,
    budget: &'b Budget,
}

/// The sets of steps that were reached so far.
#[derive(Default)]
struct Known {
    /// The steps that read or end, in rising order.
    sets: Vec<Vec<u16>>,
    /// The number of each set, with its marks, in the order of the sets' steps.
    numbers: Vec<(Vec<u16>, u32)>,
    /// For each set, where each letter of ASCII leads.
    table: Vec<u32>,
    /// For each set, where other letters lead, in rising order.
    others: Vec<Vec<(char, u32)>>,
}

/// The number of a set of steps, with its marks, and the letter whose bytes are being read.
#[derive(Clone, Copy)]
pub(in crate::search) struct State {
    set: u32,
    partial: Partial,
}

impl<'b> Matcher<'b> {
    /// From an expression.
    pub fn new(expression: &Expression, budget: &'b Budget) -> Matcher<'b> {
        let mut program = Vec::new();
        write(expression, &mut program);
        program.push(Step::End);
        let mut matcher = Matcher {
            program,
            known: RefCell::default(),
            start: DEAD,
            budget,
        };
        let start = matcher.reach([0]);
        let mut known = Known::default();
        known.number(&matcher, Vec::new());
        matcher.start = known.number(&matcher, start);
        matcher.known = RefCell::new(known);
        matcher
    }

    /// From a folded word where `*` stands for any letters and `?` for one; `None` if it is longer than
    /// any term.
    pub fn of_pattern(pattern: &str, budget: &'b Budget) -> Option<Matcher<'b>> {
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
        Some(Matcher::new(&Expression::Row(parts), budget))
    }

    /// How large the table has grown.
    #[cfg(test)]
    pub fn cells(&self) -> usize {
        self.known.borrow().table.len()
    }

    /// The steps that read or end and that some steps lead to without reading.
    fn reach(&self, from: impl IntoIterator<Item = usize>) -> Vec<u16> {
        let mut seen = vec![false; self.program.len()];
        let mut reached = Vec::new();
        let mut open: Vec<usize> = from.into_iter().collect();
        let mut passed = 0;
        while let Some(step) = open.pop() {
            if std::mem::replace(&mut seen[step], true) {
                continue;
            }
            passed += 1;
            match self.program[step] {
                Step::Read(_) | Step::End => reached.push(step as u16),
                Step::Both(other) => open.extend([step + 1, other]),
                Step::Go(other) => open.push(other),
            }
        }
        self.budget.spend(SET_COST + passed);
        reached.sort_unstable();
        reached
    }

    fn step(&self, set: u32, letter: char) -> u32 {
        let set = set & !(MATCHES | ALWAYS);
        let mut known = self.known.borrow_mut();
        let next = known.next(set, letter);
        if next != UNKNOWN {
            return next;
        }
        let reads = |step: &usize| match &self.program[*step] {
            Step::Read(letters) => letters.contains(letter),
            _ => false,
        };
        let steps = known.sets[set as usize].iter();
        let read = steps.map(|step| usize::from(*step)).filter(reads);
        let reached = self.reach(read.map(|step| step + 1));
        let next = known.number(self, reached);
        known.keep(set, letter, next);
        next
    }
}

impl Known {
    fn next(&self, set: u32, letter: char) -> u32 {
        match letter.is_ascii() {
            true => self.table[set as usize * COLUMNS + letter as usize],
            false => match self.place(set, letter) {
                Ok(place) => self.others[set as usize][place].1,
                Err(_) => UNKNOWN,
            },
        }
    }

    fn keep(&mut self, set: u32, letter: char, next: u32) {
        if letter.is_ascii() {
            self.table[set as usize * COLUMNS + letter as usize] = next;
        } else if let Err(place) = self.place(set, letter) {
            self.others[set as usize].insert(place, (letter, next));
        }
    }

    /// Where a letter stands, or belongs, among the others of a set.
    fn place(&self, set: u32, letter: char) -> Result<usize, usize> {
        self.others[set as usize].binary_search_by_key(&letter, |(known, _)| *known)
    }

    /// The number of a set, which may be new.
    fn number(&mut self, matcher: &Matcher, steps: Vec<u16>) -> u32 {
        let place = match self
            .numbers
            .binary_search_by(|(known, _)| known.cmp(&steps))
        {
            Ok(place) => return self.numbers[place].1,
            Err(place) => place,
        };
        matcher.budget.spend(COLUMNS as u32);
        let program = matcher.program.as_slice();
        let end = program.len() as u16 - 1;
        let matches = steps.last() == Some(&end);
        let always = matches && steps.iter().any(|step| is_any_to_the_end(program, *step));
        let marks = [(matches, MATCHES), (always, ALWAYS)];
        let marks = marks.iter().filter(|(marked, _)| *marked);
        let number = marks.fold(self.sets.len() as u32, |number, (_, mark)| number | mark);
        self.sets.push(steps.clone());
        self.numbers.insert(place, (steps, number));
        self.others.push(Vec::new());
        self.table.resize(self.table.len() + COLUMNS, UNKNOWN);
        number
    }
}

/// Whether a step is the `.` of a `.*` that the program ends with.
fn is_any_to_the_end(program: &[Step], step: u16) -> bool {
    let step = usize::from(step);
    let loops = match program[step + 1..] {
        [Step::Go(back), Step::End] => back + 1 == step,
        [Step::Both(back), Step::End] => back == step,
        _ => false,
    };
    loops && matches!(&program[step], Step::Read(letters) if *letters == Letters::any())
}

/// Appends the steps of an expression, which go on past their end.
fn write(expression: &Expression, program: &mut Vec<Step>) {
    match expression {
        Expression::Letter(letters) => program.push(Step::Read(letters.clone())),
        Expression::Row(parts) => parts.iter().for_each(|part| write(part, program)),
        Expression::Either(parts) => write_either(parts, program),
        Expression::Repeated(inner, least, most) => write_repeated(inner, *least, *most, program),
    }
}

fn write_either(parts: &[Expression], program: &mut Vec<Step>) {
    let mut leave = Vec::new();
    for (at, part) in parts.iter().enumerate() {
        let fork = program.len();
        let is_last = at + 1 == parts.len();
        if !is_last {
            program.push(Step::Both(0));
        }
        write(part, program);
        if !is_last {
            leave.push(program.len());
            program.push(Step::Go(0));
            program[fork] = Step::Both(program.len());
        }
    }
    for step in leave {
        program[step] = Step::Go(program.len());
    }
}

fn write_repeated(inner: &Expression, least: u32, most: Option<u32>, program: &mut Vec<Step>) {
    let mut last = program.len();
    for _ in 0..least {
        last = program.len();
        write(inner, program);
    }
    match most {
        None if least > 0 => program.push(Step::Both(last)),
        None => {
            program.push(Step::Both(0));
            write(inner, program);
            program.push(Step::Go(last));
            program[last] = Step::Both(program.len());
        }
        Some(most) => {
            let mut forks = Vec::new();
            for _ in least..most {
                forks.push(program.len());
                program.push(Step::Both(0));
                write(inner, program);
            }
            for fork in forks {
                program[fork] = Step::Both(program.len());
            }
        }
    }
}

impl Automaton for Matcher<'_> {
    type State = State;

    fn start(&self) -> State {
        State {
            set: self.start,
            partial: Partial::default(),
        }
    }

    fn is_match(&self, state: &State) -> bool {
        state.set & MATCHES != 0 && state.partial.is_empty()
    }

    fn can_match(&self, state: &State) -> bool {
        state.set != DEAD
    }

    fn will_always_match(&self, state: &State) -> bool {
        state.set & ALWAYS != 0 && state.partial.is_empty()
    }

    fn accept(&self, state: &State, byte: u8) -> State {
        match state.partial.read(byte) {
            Ok(letter) => State {
                set: self.step(state.set, letter),
                partial: Partial::default(),
            },
            Err(partial) => State { partial, ..*state },
        }
    }
}
