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
    assert_eq!(parse("==État,").root, word("État", How::Written));
    assert_eq!(parse("=d’").root, word("d’", How::Exact));
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
        "/cyber(espace|sécurité)/",
        r"-/a[^\/ ]{2,}b?/|(/x/ /y+/)",
        "/^(a|(^b$|^c)$)|^$/",
        "10 000 hommes",
        "=10 000",
        "==paix -==d’",
        "=qu' \"d’\"",
        "-1 000 000 14,2",
        "5 (100)",
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
    check(
        "!doc:a …doc:",
        "doc:a",
        &[(10, EmptyField(Field::Document))],
    );
    check("d?oc:a~1", "doc-a~1", &[]);
    check("~1", "", &[(0, NoWord)]);
    check("mot~9", "mot~2", &[(3, TooManyEdits)]);
    check("'mot~0", "mot", &[(4, NoEdits)]);
    check("mo*t~00", "mo*t", &[(4, NoEdits)]);
    check("mot~2~0", "mot~2", &[(5, NoEdits)]);
    check("mot~0~0?", "mot", &[(5, NoEdits), (3, NoEdits)]);
    check("()", "", &[(0, NoWord)]);
    check("*", "", &[(0, NoWord)]);
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

/// Slashes are of everyday texts too.
#[test]
fn a_slash_does_not_surprise() {
    check("et/ou", "et/ou", &[]);
    check("/2016", "2016", &[]);
    check("a /ou b/c", "a ou b/c", &[]);
    check("12/2016 /ou", "12/2016 ou", &[]);
    check("http://a.fr/b", "http://a.fr/b", &[]);
    check("//a.fr", "a.fr", &[]);
    check("/home/user", "home/user", &[]);
    check("a / b / c", "a b c", &[]);
    check("/cyber*", "cyber*", &[]);
    check("voix:/x/", "voice:/x/", &[]);
    check("/ //", "", &[(0, ProblemKind::NoWord)]);
    assert_eq!(parse("/ou/").root, word("ou", How::Regex));
    assert_eq!(parse("/É+/i,").root, word("É+", How::Regex));
    assert_eq!(
        parse("a|/b c/").problems,
        [Problem {
            at: 4,
            kind: ProblemKind::BadRegex(Fault::NeverInWords(' '))
        }]
    );
}

#[test]
fn broken_expressions_are_left_out() {
    use Fault::*;
    let check = |text: &str, at: usize, fault: Fault| {
        let query = format!("(é /{text}/|a)");
        let at = "(é /".len() + at;
        check(&query, "é a", &[(at, ProblemKind::BadRegex(fault))]);
    };
    check("ab(", 2, Unclosed('('));
    check("a[b", 1, Unclosed('['));
    check("é[]", 2, Unclosed('['));
    check("a[b-", 1, Unclosed('['));
    check("a)b", 1, Unopened);
    check("a(b))", 4, Unopened);
    check("*a", 0, NothingToRepeat);
    check("a|+", 2, NothingToRepeat);
    check("a**", 2, NothingToRepeat);
    check("a*?+", 3, NothingToRepeat);
    check("({2})", 1, NothingToRepeat);
    check("a{", 1, BadCount);
    check("a{x}", 1, BadCount);
    check("a{,2}", 1, BadCount);
    check("a{3,1}", 1, BadCount);
    check("a{1,2,3}", 1, BadCount);
    check("a{101}", 1, TooLarge);
    check("a{99999999999999999999,}", 1, TooLarge);
    check("(a{50}){50}", 7, TooLarge);
    check("[b-a]", 1, BadRange);
    check("[a-œ]", 1, BadRange);
    check(r"[\d-z]", 1, BadRange);
    check("a^b", 1, MisplacedAnchor);
    check("a$b", 1, MisplacedAnchor);
    check("(a$|b)c", 2, MisplacedAnchor);
    check("(^a)*", 1, MisplacedAnchor);
    check(r"a\b", 1, Unsupported(r"\b".into()));
    check(r"(a)\1", 3, Unsupported(r"\1".into()));
    check(r"\p{L}", 0, Unsupported(r"\p".into()));
    check("a(?=b)", 1, Unsupported("(?=".into()));
    check("(?<nom>b)", 0, Unsupported("(?<".into()));
    check("[[:alpha:]]", 1, Unsupported("[:".into()));
    check("a-b", 1, NeverInWords('-'));
    check(r"a\/b", 1, NeverInWords('/'));
    check(&"(".repeat(2_000), 64, TooLarge);
    check(&"a".repeat(2_000), 999, TooLarge);
    check(&"[œ]".repeat(2_000), 996, TooLarge);
    check(&"a|".repeat(2_000), 666, TooLarge);
    // Whatever signs it holds, no expression ends within an escaped slash.
    super::tests::check(
        r"/a\",
        "",
        &[
            (0, ProblemKind::UnclosedRegex),
            (2, ProblemKind::BadRegex(LonelyEscape)),
        ],
    );
    super::tests::check(
        "(/a(b|c) d",
        "/a(b|c)/ d",
        &[
            (1, ProblemKind::UnclosedRegex),
            (0, ProblemKind::UnclosedParenthesis),
        ],
    );
}

#[test]
fn words_phrases_and_fields_have_places() {
    let check = |text: &str, expected: &[usize]| assert_eq!(parse(text).places, expected, "{text}");
    check("", &[]);
    check("a (b|\"c d\") -=é date:2016 /x/", &[0, 3, 5, 13, 17, 27]);
    check("((a)) ( ) | --b, /[/ ?", &[2, 14]);
}

fn any_node() -> impl Strategy<Value = Node> {
    let text = "[a-zé]{1,6}(-[a-z]{1,3})?|[0-9]{1,4}( [0-9]{3})?";
    let leaf = prop_oneof![
        text.prop_map(|text| word(&text, How::Plain)),
        text.prop_map(|text| word(&text, How::Exact)),
        text.prop_map(|text| word(&text, How::Prefix)),
        (text, 1u8..3).prop_map(|(text, edits)| word(&text, How::Fuzzy(edits))),
        "[a-z]{1,3}[*?][a-z]{1,3}".prop_map(|text| word(&text, How::Pattern)),
        any_regex().prop_map(|text| word(&text, How::Regex)),
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
        (0usize..7, "[a-z0-9.-]{1,6}( [a-z]{1,3})?")
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

fn any_regex() -> impl Strategy<Value = String> {
    let atom = prop_oneof![
        "[a-zéœ'.]",
        "\\[\\^?[a-eœ\\]]?(a-z)?(\\\\/|\\\\\\\\|[ |()\"é])\\]",
        "\\\\[dDwWsS']",
    ];
    let times = "|[?*+]\\??|\\{[0-3]\\}|\\{1,\\}|\\{0,2\\}";
    let rows = move |piece| proptest::collection::vec((piece, times), 1..4);
    let row = |pieces: Vec<(String, String)>| -> String {
        pieces
            .into_iter()
            .map(|(atom, times)| atom + &times)
            .collect()
    };
    let atom = atom.prop_recursive(3, 12, 3, move |inner| {
        let either = proptest::collection::vec(rows(inner).prop_map(row), 1..3);
        either.prop_map(|rows| format!("({})", rows.join("|")))
    });
    rows(atom.boxed()).prop_map(row)
}

proptest! {
    #[test]
    fn any_expression_is_read_and_prints_to_itself(text in "[ab(){}|*+?^$.,01éœ\\[\\] \\\\/-]{0,20}") {
        let query = parse(&format!("/{text}/"));
        prop_assert_eq!(parse(&query.to_string()).root, query.root, "{}", text);
    }

    #[test]
    fn printing_and_parsing_are_inverse(node in any_node()) {
        // Parsing joins nested lists and drops double negations, so the first reading is the normal form.
        let normal = parse(&node.to_string());
        prop_assert_eq!(&normal.problems, &vec![]);
        let again = parse(&normal.to_string());
        prop_assert_eq!(again.problems, vec![]);
        prop_assert_eq!(again.root, normal.root);
    }

    #[test]
    fn any_text_is_read_and_prints_to_itself(text in "\\PC{0,40}|[a-zé\"«»()|=~*?:' 0-9-]{0,40}|[a-bé\"()|=~*?:/+{} 0-2\\[\\]\\\\-]{0,40}") {
        let query = parse(&text);
        for problem in &query.problems {
            prop_assert!(problem.at <= text.len() && text.is_char_boundary(problem.at));
        }
        let printed = query.to_string();
        prop_assert_eq!(parse(&printed).root, query.root, "{}", printed);
    }
}
