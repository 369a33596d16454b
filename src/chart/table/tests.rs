//! The order of rows, and the signs of files.

use super::*;

/// The order in which rows stand after they are sorted by their only column.
fn check(cells: Vec<Cell>, downwards: bool, expected: &[usize]) {
    let rows: Vec<Vec<Cell>> = cells.into_iter().map(|cell| vec![cell]).collect();
    let mut sorted: Vec<&Vec<Cell>> = rows.iter().collect();
    sort(&mut sorted, 0, downwards);
    let expected: Vec<&Vec<Cell>> = expected.iter().map(|place| &rows[*place]).collect();
    assert_eq!(sorted, expected, "downwards: {downwards}");
}

#[test]
fn rows_are_sorted_by_a_column() {
    let counts = || [30, 4, 100, 4].map(Cell::Count).to_vec();
    check(counts(), false, &[1, 3, 0, 2]);
    check(counts(), true, &[2, 0, 3, 1]);
    let rates = || [0.0, 9.96, 10.1, 3.0].map(Cell::Rate).to_vec();
    check(rates(), false, &[0, 3, 1, 2]);
    let names = || ["Zoé", "émile", "Ève", "adam"].map(Cell::text).to_vec();
    check(names(), false, &[3, 1, 2, 0]);
    check(names(), true, &[0, 2, 1, 3]);
    // By time: years before our era, a date that is not known to the year, and none at all.
    let dates = || {
        let date = |text: &str| Cell::Text {
            text: text.to_string(),
            date: (!text.is_empty()).then(|| text.to_string()),
            choice: None,
        };
        ["-0500", "-0050", "0001", "201X", "2016", ""]
            .map(date)
            .to_vec()
    };
    check(dates(), false, &[0, 1, 2, 3, 4, 5]);
    check(dates(), true, &[5, 4, 3, 2, 1, 0]);
}

#[test]
fn cells_are_quoted_where_they_must_be() {
    let table = Table {
        caption: String::new(),
        head: vec!["a".into(), "b,\"c\"".into()],
        rows: vec![
            vec![Cell::text("d\te"), Cell::Rate(1234.56)],
            vec![Cell::text("f\ng"), Cell::Count(1_000)],
        ],
        foot: None,
    };
    assert_eq!(
        table.separated(','),
        "a,\"b,\"\"c\"\"\"\r\nd\te,1234.6\r\n\"f\ng\",1000\r\n"
    );
    assert_eq!(
        table.separated('\t'),
        "a\t\"b,\"\"c\"\"\"\r\n\"d\te\"\t1234.6\r\n\"f\ng\"\t1000\r\n"
    );
}

#[test]
fn text_is_no_formula_and_a_date_before_christ_is_a_date() {
    let check = |cell: Cell, expected: &str| {
        let table = Table {
            caption: String::new(),
            head: vec!["=a".into()],
            rows: vec![vec![cell]],
            foot: None,
        };
        assert_eq!(table.separated(','), format!("'=a\r\n{expected}\r\n"));
    };
    check(Cell::text("=HYPERLINK(1)"), "'=HYPERLINK(1)");
    check(Cell::text("+1"), "'+1");
    check(Cell::text("-propre"), "'-propre");
    check(Cell::text("@mot"), "'@mot");
    check(Cell::text("\tmot"), "'\tmot");
    check(Cell::text("a=b"), "a=b");
    let date = Cell::Text {
        text: "44 avant J.-C.".into(),
        date: Some("-0043".into()),
        choice: None,
    };
    check(date, "-0043");
}
