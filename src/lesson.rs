//! Lessons: views in an order, each with a title, an instruction and a question; and the links that carry them.
//!
//! A lesson is plain text. A link has the digit of this format, `1`, and then in base64url (RFC 4648, section 5, without
//! padding):
//!
//! ```text
//! length of the texts, 3 bytes, big-endian
//! checksum of the texts, FNV-1a of 32 bits, 4 bytes, big-endian
//! UTF-8: the title, then for each step its view, title, instruction and question, with a NUL between each
//! ```
//!
//! There is one way to write a lesson, and any other is refused: a link that was cut off, changed, or made by hand.

use frise_date::Tongue;
use frise_index::model;

/// A lesson.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lesson {
    /// Its title.
    pub title: String,
    /// Its steps, at most [`MOST_STEPS`].
    pub steps: Vec<Step>,
}

/// A step of a lesson: a view, and what to do with it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Step {
    /// The address of the view, from `?` on.
    pub view: String,
    /// Its title.
    pub title: String,
    /// Its instruction, in lines.
    pub instruction: String,
    /// Its question; empty for none.
    pub question: String,
}

/// The largest number of steps of a lesson.
pub const MOST_STEPS: usize = 50;
/// The largest number of characters of a title.
pub const LONGEST_TITLE: usize = 120;
/// The largest number of characters of an instruction and of a question.
pub const LONGEST_TEXT: usize = 2000;
/// The largest number of characters of the address of a view. The longest query takes less; an address that is cut off would
/// show another view.
pub const LONGEST_VIEW: usize = 40_000;

const FORMAT: char = '1';
const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
/// The number of bytes before the texts: their length and their checksum.
const HEAD: usize = 7;

impl Lesson {
    /// Returns the lesson of its texts, which are separated by NUL. Texts that are too long are cut off, and control characters are
    /// left out. Returns `None` if the number of texts is that of no lesson.
    pub fn of_texts(texts: &str) -> Option<Lesson> {
        let mut texts = texts.split('\0');
        let title = line(texts.next()?);
        let mut steps = Vec::new();
        while let Some(view) = texts.next() {
            steps.push(Step {
                view: line_of(view, LONGEST_VIEW),
                title: line(texts.next()?),
                instruction: lines(texts.next()?),
                question: lines(texts.next()?),
            });
        }
        (1..=MOST_STEPS)
            .contains(&steps.len())
            .then_some(Lesson { title, steps })
    }

    /// Returns a guided tour of the corpus as a lesson in a language; `None` if it has too many steps or none.
    pub fn of_tour(tour: &model::Lesson, language: Tongue) -> Option<Lesson> {
        let mut texts = vec![tour.title.text(language)];
        for step in &tour.steps {
            texts.extend([
                step.view.as_str(),
                step.title.text(language),
                step.text.text(language),
                step.question.text(language),
            ]);
        }
        Lesson::of_texts(&texts.join("\0"))
    }

    /// Returns its texts, separated by NUL.
    pub fn texts(&self) -> String {
        let mut texts = vec![self.title.as_str()];
        for step in &self.steps {
            texts.extend(
                [&step.view, &step.title, &step.instruction, &step.question].map(String::as_str),
            );
        }
        texts.join("\0")
    }

    /// Returns the lesson of a link; `None` if the link is not whole or not of this format.
    pub fn of_link(link: &str) -> Option<Lesson> {
        let bytes = from_base64(link.strip_prefix(FORMAT)?)?;
        let lesson = Lesson::of_texts(std::str::from_utf8(bytes.get(HEAD..)?).ok()?)?;
        (lesson.link() == link).then_some(lesson)
    }

    /// Returns the lesson as a link carries it.
    pub fn link(&self) -> String {
        let texts = self.texts();
        let mut bytes = (texts.len() as u32).to_be_bytes()[1..].to_vec();
        bytes.extend(checksum(texts.as_bytes()).to_be_bytes());
        bytes.extend(texts.as_bytes());
        let mut link = String::from(FORMAT);
        to_base64(&bytes, &mut link);
        link
    }

    /// Returns what tells it from other lessons: the checksum of its texts.
    pub fn mark(&self) -> String {
        checksum(self.texts().as_bytes()).to_string()
    }
}

/// Returns whether text names the file of a lesson: a file beside the page, without any slash or scheme.
pub fn is_file_name(text: &str) -> bool {
    let may_be_in = |byte: u8| byte.is_ascii_alphanumeric() || b"._-".contains(&byte);
    text.ends_with(".json")
        && text.len() <= LONGEST_TITLE
        && !text.starts_with('.')
        && text.bytes().all(may_be_in)
}

/// Returns a title without control characters, cut off if it is too long.
fn line(text: &str) -> String {
    line_of(text, LONGEST_TITLE)
}

fn line_of(text: &str, longest: usize) -> String {
    let kept = text.chars().filter(|letter| !letter.is_control());
    let cut: String = kept.take(longest).collect();
    cut.trim().to_string()
}

/// Returns a text of several lines without other control characters, cut off if it is too long.
fn lines(text: &str) -> String {
    let kept = text
        .chars()
        .filter(|letter| *letter == '\n' || !letter.is_control());
    let cut: String = kept.take(LONGEST_TEXT).collect();
    cut.trim().to_string()
}

/// Returns the FNV-1a hash of 32 bits.
fn checksum(bytes: &[u8]) -> u32 {
    let step = |sum: u32, byte: &u8| (sum ^ u32::from(*byte)).wrapping_mul(0x0100_0193);
    bytes.iter().fold(0x811c_9dc5, step)
}

fn to_base64(bytes: &[u8], into: &mut String) {
    for three in bytes.chunks(3) {
        let byte = |place: usize| u32::from(three.get(place).copied().unwrap_or(0));
        let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
        for place in 0..=three.len() {
            let letter = LETTERS[(bits >> (18 - 6 * place)) as usize & 63];
            into.push(char::from(letter));
        }
    }
}

fn from_base64(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    for four in text.as_bytes().chunks(4) {
        let mut bits = 0;
        for place in 0..4 {
            let value = match four.get(place) {
                Some(letter) => LETTERS.iter().position(|known| known == letter)?,
                None => 0,
            };
            bits = bits << 6 | value as u32;
        }
        bytes.extend(&bits.to_be_bytes()[1..four.len().max(1)]);
    }
    Some(bytes)
}
