use super::*;
use proptest::prelude::*;

/// Parses, prints, and tells the problems as `kind@place`.
fn check(text: &str, printed: &str, problems: &[(usize, ProblemKind)]) {
    let query = parse(text);
    assert_eq!(query.to_string(), printed, "{text}");
    let found: Vec<(usize, ProblemKind)> = query
        .problems
        .iter()
        .map(|p| (p.at, p.kind.clone()))
        .collect();
    assert_eq!(found, problems, "{text}");
    assert_eq!(parse(printed).root, query.root, "{text}");
}

fn word(text: &str, how: How) -> Node {
    Node::Word(Word {
        text: text.to_string(),
        how,
    })
}

#[test]
fn trees() {
    assert_eq!(parse("").root, Node::Everything);
    assert_eq!(
        parse("souverain?té").root,
        word("souverain?té", How::Pattern)
    );
    assert_eq!(parse("cyber*").root, word("cyber", How::Prefix));
    assert_eq!(parse("=État").root, word("État", How::Exact));
    assert_eq!(
        parse("hégémonisme~1").root,
        word("hégémonisme", How::Fuzzy(1))
    );
    assert_eq!(
        parse("fossé|fracture numérique").root,
        Node::All(vec![
            Node::Any(vec![
                word("fossé", How::Plain),
                word("fracture", How::Plain)
            ]),
            word("numérique", How::Plain),
        ])
    );
    assert_eq!(
        parse("locuteur:liu").root,
        Node::Field(Field::Speaker, "liu".into())
    );
    assert_eq!(
        parse("thème:souveraineté").root,
        Node::Field(Field::Theme, "souveraineté".into())
    );
}

#[test]
fn good_queries_print_back() {
    for text in [
        "cyber* souverain?té",
        "\"communauté de destin\"",
        "\"règles internationales\"~8",
        "-propre réseau",
        "=\"Ceinture et Route\"",
        "(a b)|c d",
        "-(a|b)",
        "date:2016..2020 speaker:xi-jinping",
        "plates-formes l'espace",
    ] {
        check(text, text, &[]);
    }
    check("« communauté  de destin »", "\"communauté de destin\"", &[]);
    check(
        "voix:direct THÈME:\"Ceinture et Route\"",
        "voice:direct theme:\"Ceinture et Route\"",
        &[],
    );
    check("pourquoi ?  — oui, non.", "pourquoi oui non", &[]);
    check("--a", "a", &[]);
    check("((a))", "a", &[]);
    check("https://a.fr", "https://a.fr", &[]);
}

#[test]
fn broken_queries_have_a_best_reading() {
    use ProblemKind::*;
    check(
        "\"communauté de",
        "\"communauté de\"",
        &[(0, UnclosedQuote)],
    );
    check("a (b|c", "a b|c", &[(2, UnclosedParenthesis)]);
    check("a) b", "a b", &[(1, UnopenedParenthesis)]);
    check("a |", "a", &[(2, LonelyOperator('|'))]);
    check("| a", "a", &[(0, LonelyOperator('|'))]);
    check("a - b", "a b", &[(2, LonelyOperator('-'))]);
    check("= a", "a", &[(0, LonelyOperator('='))]);
    check(
        "auteur:liu",
        "auteur:liu",
        &[(0, UnknownField("auteur".into()))],
    );
    check("speaker:", "", &[(0, EmptyField(Field::Speaker))]);
    check("mot~9", "mot~2", &[(3, TooManyEdits)]);
    check("()", "", &[]);
    check("*", "", &[]);
    let long = "a ".repeat(6000);
    assert_eq!(
        parse(&long).problems[0],
        Problem {
            at: LONGEST_QUERY,
            kind: TooLong
        }
    );
    let deep = "(".repeat(9000);
    assert!(
        parse(&deep)
            .problems
            .iter()
            .any(|problem| problem.kind == TooDeep)
    );
    let negative = format!("{}a", "-".repeat(9000));
    assert!(
        parse(&negative)
            .problems
            .iter()
            .any(|problem| problem.kind == TooDeep)
    );
}

fn any_node() -> impl Strategy<Value = Node> {
    let text = "[a-zé]{1,6}(-[a-z]{1,3})?";
    let leaf = prop_oneof![
        text.prop_map(|text| word(&text, How::Plain)),
        text.prop_map(|text| word(&text, How::Exact)),
        text.prop_map(|text| word(&text, How::Prefix)),
        (text, 1u8..3).prop_map(|(text, edits)| word(&text, How::Fuzzy(edits))),
        "[a-z]{1,3}[*?][a-z]{1,3}".prop_map(|text| word(&text, How::Pattern)),
        (
            "[a-z]{1,4}( [a-z']{1,3}[a-z])*",
            any::<bool>(),
            proptest::option::of(1u32..20)
        )
            .prop_map(|(text, exact, within)| Node::Phrase(Phrase {
                text,
                exact,
                within
            })),
        (0usize..6, "[a-z0-9.-]{1,6}( [a-z]{1,3})?")
            .prop_map(|(field, value)| Node::Field(Field::NAMES[field].0, value)),
    ];
    leaf.prop_recursive(4, 24, 4, |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 2..4).prop_map(Node::All),
            proptest::collection::vec(inner.clone(), 2..4).prop_map(Node::Any),
            inner.prop_map(|node| Node::Not(Box::new(node))),
        ]
    })
}

proptest! {
    #[test]
    fn printing_and_parsing_are_inverse(node in any_node()) {
        // Parsing joins nested lists and drops double negations, so the first reading is the normal form.
        let normal = parse(&node.to_string());
        prop_assert_eq!(&normal.problems, &vec![]);
        let again = parse(&normal.to_string());
        prop_assert_eq!(again, normal);
    }

    #[test]
    fn any_text_is_read_and_prints_to_itself(text in "\\PC{0,40}|[a-zé\"«»()|=~*?:' 0-9-]{0,40}") {
        let query = parse(&text);
        for problem in &query.problems {
            prop_assert!(problem.at <= text.len() && text.is_char_boundary(problem.at));
        }
        let printed = query.to_string();
        prop_assert_eq!(parse(&printed).root, query.root, "{}", printed);
    }
}
