use super::*;
use crate::query::parse_regex;
use fst::{IntoStreamer, Streamer};
use proptest::prelude::*;

fn accepts(automaton: &impl Automaton, word: &str) -> bool {
    let state = word.bytes().fold(automaton.start(), |state, byte| {
        automaton.accept(&state, byte)
    });
    automaton.is_match(&state)
}

/// The slow twin: what a pattern means, letter by letter.
fn fits(pattern: &[char], word: &[char]) -> bool {
    match (pattern.split_first(), word.split_first()) {
        (None, None) => true,
        (Some(('*', rest)), _) => {
            fits(rest, word) || (!word.is_empty() && fits(pattern, &word[1..]))
        }
        (Some((wanted, rest)), Some((letter, after))) => {
            (*wanted == '?' || wanted == letter) && fits(rest, after)
        }
        _ => false,
    }
}

/// The slow twin: the distance by its definition.
fn distance(a: &[char], b: &[char]) -> usize {
    match (a.split_first(), b.split_first()) {
        (None, _) => b.len(),
        (_, None) => a.len(),
        (Some((x, a_rest)), Some((y, b_rest))) => {
            let change = distance(a_rest, b_rest) + usize::from(x != y);
            change
                .min(distance(a, b_rest) + 1)
                .min(distance(a_rest, b) + 1)
        }
    }
}

fn letters(text: &str) -> Vec<char> {
    text.chars().collect()
}

/// An expression, and the same as the crate `regex` understands it: its letters folded.
fn any_expression() -> impl Strategy<Value = (String, String)> {
    let both = |text: &str| (text.to_string(), text.to_string());
    let atom = prop_oneof![
        6 => "[abяo]".prop_map(move |text| both(&text)),
        1 => Just(("é".to_string(), "e".to_string())),
        1 => Just(("É\u{301}".to_string(), "e".to_string())),
        1 => Just(("œ".to_string(), "(?:oe)".to_string())),
        1 => Just(("[œb]".to_string(), "(?:oe|b)".to_string())),
        1 => Just(("[A-É]".to_string(), "[a-e]".to_string())),
        2 => "\\[\\^?[aeя2]?(a-o|2-9)?[bo]-?\\]".prop_map(move |text| both(&text)),
        1 => "[.]|\\\\[dDwWsS]|\\[[ab]\\\\[dW]\\]".prop_map(move |text| both(&text)),
        1 => Just(("[^\\/a]".to_string(), "[^/a]".to_string())),
    ];
    let times = "|[?*+]\\??|\\{[0-3]\\}|\\{[0-2],\\}|\\{[0-2],[23]\\}\\??";
    atom.prop_recursive(4, 24, 4, move |inner| {
        let rows = proptest::collection::vec((inner, times), 0..4);
        let row = |pieces: Vec<((String, String), String)>| {
            let mut row = (String::new(), String::new());
            for ((ours, theirs), times) in pieces {
                row.0 += &format!("{ours}{times}");
                row.1 += &format!("{theirs}{times}");
            }
            row
        };
        let rows = proptest::collection::vec(rows.prop_map(row), 1..4);
        (rows, "\\(|\\(\\?:").prop_map(|(rows, open)| {
            let (ours, theirs): (Vec<String>, Vec<String>) = rows.into_iter().unzip();
            (
                format!("{open}{})", ours.join("|")),
                format!("{open}{})", theirs.join("|")),
            )
        })
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn patterns(pattern in "[abя中😀*?]{0,6}", word in "[abя中😀]{0,6}") {
        let budget = Budget::default();
        let matcher = ExpressionAutomaton::of_wildcards(&pattern, &budget).expect("a short pattern");
        prop_assert_eq!(accepts(&matcher, &word), fits(&letters(&pattern), &letters(&word)));
    }

    #[test]
    fn edits(wanted in "[aя中😀]{0,5}", word in "[aя中😀]{0,5}", edits in 0u8..3) {
        let fuzzy = FuzzyAutomaton::new(&wanted, edits).expect("a short word");
        let slow = distance(&letters(&wanted), &letters(&word)) <= usize::from(edits);
        prop_assert_eq!(accepts(&fuzzy, &word), slow);
    }

    #[test]
    fn expressions((ours, theirs) in any_expression(), anchors in any::<(bool, bool)>(), words in proptest::collection::vec("[abяoe2中]{0,5}", 8)) {
        let ours = format!("{}{ours}{}", if anchors.0 { "^" } else { "" }, if anchors.1 { "$" } else { "" });
        let budget = Budget::of(u32::MAX);
        let expression = parse_regex(&ours).map_err(|fault| TestCaseError::fail(format!("{ours}: {fault:?}")))?;
        let matcher = ExpressionAutomaton::new(&expression, &budget);
        let slow = regex::Regex::new(&format!("^(?:{theirs})$")).expect("an expression");
        for word in &words {
            prop_assert_eq!(accepts(&matcher, word), slow.is_match(word), "{} {}", ours, word);
        }
        // Once more, from what was kept.
        for word in &words {
            prop_assert_eq!(accepts(&matcher, word), slow.is_match(word), "{} {} again", ours, word);
        }
        check_walk(&matcher, &words)?;
    }

    #[test]
    fn walks(pattern in "[abя*?]{0,5}", wanted in "[abя]{1,5}", edits in 0u8..3, words in proptest::collection::vec("[abяé]{0,5}", 0..60)) {
        let budget = Budget::default();
        check_walk(&ExpressionAutomaton::of_wildcards(&pattern, &budget).expect("a short pattern"), &words)?;
        check_walk(&FuzzyAutomaton::new(&wanted, edits).expect("a short word"), &words)?;
        check_walk(&fst::automaton::Str::new(&wanted).starts_with(), &words)?;
    }
}

/// The walk finds the ranks that a stream over the same dictionary does.
fn check_walk(automaton: &impl Automaton, words: &[String]) -> Result<(), TestCaseError> {
    let words: std::collections::BTreeSet<&String> = words.iter().collect();
    let list: Vec<&str> = words.iter().map(|word| word.as_str()).collect();
    let dictionary = Map::from_iter((0..).zip(&words).map(|(rank, word)| (word, rank)))
        .expect("words in their order");
    let mut slow = Vec::new();
    let mut stream = dictionary.search(automaton).into_stream();
    while let Some((_, rank)) = stream.next() {
        slow.push(rank as u32);
    }
    let budget = Budget::default();
    prop_assert_eq!(find(&dictionary, automaton, &budget), slow.clone());
    prop_assert_eq!(find_in_list(&list, automaton, &budget), slow);
    prop_assert!(!budget.is_spent());
    Ok(())
}

fn dictionary() -> Map<Vec<u8>> {
    let words = (0..10_000).map(|rank: u64| (format!("m{rank:04}"), rank));
    Map::from_iter(words).expect("words in their order")
}

/// What the budget pays for is found, always the same.
#[test]
fn a_walk_ends_with_the_budget() {
    let dictionary = dictionary();
    let check = |expression: &str, steps: u32, expected: std::ops::RangeInclusive<usize>| {
        let found = || {
            let budget = Budget::of(steps);
            let expression = parse_regex(expression).expect(expression);
            let found = find(
                &dictionary,
                &ExpressionAutomaton::new(&expression, &budget),
                &budget,
            );
            (found, budget.is_spent())
        };
        let (terms, spent) = found();
        assert!(
            expected.contains(&terms.len()),
            "{expression}: {}",
            terms.len()
        );
        assert_eq!(spent, terms.len() < 10_000, "{expression}");
        assert!(
            terms.iter().copied().eq(0..terms.len() as u32),
            "{expression}"
        );
        assert_eq!(found(), (terms, spent), "{expression}");
    };
    check(".*", 50_000, 10_000..=10_000);
    check(".*", 5_000, 1..=4_999);
    check("m[0-9]*", 50_000, 10_000..=10_000);
    check("m[0-9]*", 5_000, 1..=4_999);
    check("m[0-9]*", 0, 0..=0);
    check("m.*", 0, 0..=0);
}

/// What grows without bounds elsewhere is paid for here.
#[test]
fn expressions_that_explode_are_cut_short() {
    let check = |expression: &str| {
        let budget = Budget::of(200_000);
        let expression = parse_regex(expression).expect(expression);
        let matcher = ExpressionAutomaton::new(&expression, &budget);
        find(&dictionary(), &matcher, &budget);
        assert!(matcher.cells() <= 201_000, "{}", matcher.cells());
    };
    check("(a*)*b");
    check("((((m*)*)*)*)*x");
    check("(.*[0-4].{90}|.)*");
    check("(((.{0,6}){0,6}){0,6})*");
    check(&format!("{}m{}", "(".repeat(60), ")*".repeat(60)));
}

#[test]
fn long_words_do_not_break_anything() {
    let budget = Budget::default();
    let long = "é".repeat(300);
    assert!(ExpressionAutomaton::of_wildcards(&long, &budget).is_none());
    assert!(FuzzyAutomaton::new(&long, 2).is_none());
    let stars = "*a?*".repeat(80) + &"*".repeat(5_000);
    let pattern =
        ExpressionAutomaton::of_wildcards(&stars, &budget).expect("a pattern of 160 letters");
    assert!(accepts(&pattern, &"ab".repeat(80)));
    assert!(!accepts(&pattern, &"ab".repeat(79)));
    let word = "b".repeat(63);
    let fuzzy = FuzzyAutomaton::new(&word, 2).expect("a word of 63 letters");
    assert!(accepts(&fuzzy, &word[2..]) && accepts(&fuzzy, &format!("aa{word}")));
    assert!(!accepts(&fuzzy, &word[3..]));
}
