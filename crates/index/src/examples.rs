//! Example queries, which show the query language on a corpus.
//!
//! They depend on the index alone: `frise_corpus::examples` picks them at build time, and the page reads them from a text
//! with one [`Example`] per line.
//!
//! ```text
//! 3 13 "coopération internationale"
//! │ │  └ the query
//! │ └ the number of passages that it finds
//! └ the place in `Shows::ALL` of what it shows
//! ```
//!
//! Other lines are left out.

/// An example query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Example {
    /// What it shows of the query language.
    pub shows: Shows,
    /// The number of passages that it finds.
    pub passages: usize,
    /// The query.
    pub query: String,
}

/// What an [`Example`] shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shows {
    /// One word.
    Word,
    /// A prefix.
    Prefix,
    /// A wildcard.
    Wildcard,
    /// A phrase.
    Phrase,
    /// Words near one another.
    Near,
    /// One of two words.
    Either,
    /// A word without another.
    Without,
    /// A word with a wrong letter.
    Misspelt,
    /// A regular expression.
    Regex,
    /// An exact word.
    Exact,
    /// A speaker.
    Speaker,
    /// A range of dates.
    Date,
}

impl Shows {
    /// All values, the simplest first.
    pub const ALL: [Shows; 12] = [
        Shows::Word,
        Shows::Prefix,
        Shows::Wildcard,
        Shows::Phrase,
        Shows::Near,
        Shows::Either,
        Shows::Without,
        Shows::Misspelt,
        Shows::Regex,
        Shows::Exact,
        Shows::Speaker,
        Shows::Date,
    ];
}

/// Reads examples from a text, in its order.
pub fn read(text: &str) -> Vec<Example> {
    text.split('\n').filter_map(example).collect()
}

fn example(line: &str) -> Option<Example> {
    let (shows, rest) = line.split_once(' ')?;
    let (passages, query) = rest.split_once(' ')?;
    Some(Example {
        shows: *Shows::ALL.get(shows.parse::<usize>().ok()?)?,
        passages: passages.parse().ok()?,
        query: query.to_string(),
    })
}

/// Writes the text from which [`read`] reads the same examples.
pub fn write(examples: &[Example]) -> String {
    let line = |example: &Example| {
        let shows = example.shows as usize;
        format!("{shows} {} {}\n", example.passages, example.query)
    };
    examples.iter().map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_line_that_is_no_example_is_left_out() {
        let check = |text: &str, expected: &[(Shows, usize, &str)]| {
            let read = read(text);
            let found = read.iter().map(|it| (it.shows, it.passages, &*it.query));
            assert_eq!(found.collect::<Vec<_>>(), expected, "{text:?}");
        };
        check("", &[]);
        check("\n\n", &[]);
        check("0 42 paix", &[(Shows::Word, 42, "paix")]);
        check(
            "3 13 \"a b\"\n11 1 date:2016\n",
            &[
                (Shows::Phrase, 13, "\"a b\""),
                (Shows::Date, 1, "date:2016"),
            ],
        );
        check("12 1 paix\n0 1 guerre", &[(Shows::Word, 1, "guerre")]);
        for line in ["0", "0 1", "0 paix", "paix", "-1 1 paix", "0 -1 paix"] {
            check(line, &[]);
        }
    }

    #[test]
    fn each_has_its_place() {
        for (place, shows) in Shows::ALL.into_iter().enumerate() {
            assert_eq!(shows as usize, place);
        }
    }

    proptest! {
        #[test]
        fn what_is_written_is_read(
            examples in prop::collection::vec((0..Shows::ALL.len(), any::<usize>(), "[^\n]{0,9}"), 0..5)
        ) {
            let example = |(shows, passages, query)| Example { shows: Shows::ALL[shows], passages, query };
            let examples: Vec<Example> = examples.into_iter().map(example).collect();
            prop_assert_eq!(read(&write(&examples)), examples);
        }

        #[test]
        fn any_text_is_read(text in "([0-9]{0,3} ?[0-9a]{0,3} ?\\PC{0,3}[\r\n]?){0,5}") {
            // What was read says the same, and is read again as it is.
            let found = read(&text);
            prop_assert!(found.len() <= text.split('\n').count());
            prop_assert_eq!(read(&write(&found)), found);
        }
    }
}
