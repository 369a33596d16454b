use super::*;

fn describe(reading: Option<Reading>) -> String {
    reading.map_or("none".into(), |reading| {
        let doubt = if reading.doubt { " doubt" } else { "" };
        format!("{}{doubt}", reading.date)
    })
}

#[test]
fn dates_are_read_as_people_write_them() {
    let check = |text: &str, expected: &str| {
        assert_eq!(
            describe(read(text, DayMonth::DayFirst, Language::French)),
            expected,
            "{text}"
        );
    };
    check("2019-05?", "2019-05?");
    check("2017-03/..", "2017-03/..");
    check("[../2016]", "../2016");
    check("2016.", "2016");
    check("2019-05-12", "2019-05-12");
    check("2019-05-12 10:30:00", "2019-05-12");
    check("2019-05-12T10:30:00.123Z", "2019-05-12");
    check("2019/05/12", "2019-05-12");
    check("20190512", "2019-05-12");
    check("12/05/2019", "2019-05-12 doubt");
    check("5 mai 2019", "2019-05-05");
    check("05/06/2016", "2016-06-05 doubt");
    check("13/06/2016", "2016-06-13");
    check("06/13/2016", "2016-06-13");
    check("12.5.2019", "2019-05-12 doubt");
    check("05/05/2019", "2019-05-05");
    check("25/12/19", "2019-12-25?");
    check("05/2019", "2019-05");
    check("2019/05", "2019-05");
    check("1851-1853", "1851/1853");
    check("1851-53", "1851/1853");
    // Seasons in EDTF. Readers of the field do worse: @markwhen/parser 1.2.0 reads 1914-18 as now, edtfy 0.0.8 as 1914/0018.
    check("1920-21", "1920/1921");
    check("1923–24", "1923/1924");
    check("1999-00", "1999/2000");
    check("2001-02", "2001-02");
    check("2001-21", "2001-21");
    check("[1851]", "1851");
    check("ca 1851", "1851~");
    check("1889 (2e éd.)", "1889");
    check("dimanche 12 mai 2019 - 800 mots", "2019-05-12");
    check("mardi 29 janvier 2013", "2013-01-29");
    check("May 12, 2019", "2019-05-12");
    check("Paris, le 5 mai 2019", "2019-05-05");
    check("mai 2019", "2019-05");
    check("", "none");
    check("sans date", "none");
    check("99/99/2019", "none");
    check("2019-13-45", "none");
    check("2019.31.12", "none");
    check("1,5", "none");
    check("(1836-1936)", "1836/1936");
}

#[test]
fn the_month_comes_first_where_it_is_said_to() {
    let read = |text| describe(read(text, DayMonth::MonthFirst, Language::English));
    assert_eq!(read("05/06/2016"), "2016-05-06 doubt");
    assert_eq!(read("13/06/2016"), "2016-06-13");
}

#[test]
fn names_of_files_hold_dates() {
    let check = |path: &str, expected: &str| {
        assert_eq!(
            describe(read_name(path, DayMonth::DayFirst)),
            expected,
            "{path}"
        );
    };
    check("2019-05-12_discours.txt", "2019-05-12");
    check("discours_20190512.txt", "2019-05-12");
    check("12-05-2019.txt", "2019-05-12 doubt");
    check("discours-2019.txt", "2019");
    check("discours 5 mai 2019.docx", "2019-05-05");
    check("discours_5_mai_2019.docx", "2019-05-05");
    check("2019-05.md", "2019-05");
    check("1889/folla.xml", "1889");
    check("FRA02001_Gilbert.xml", "none");
    check("chapitre-12.txt", "none");
    check("", "none");
}

#[test]
fn first_lines_hold_days_and_months() {
    let check = |text: &str, expected: &str| {
        let reading = read_first_lines(text, DayMonth::DayFirst, Language::French);
        assert_eq!(describe(reading), expected, "{text}");
    };
    check("Discours\nParis, le 5 mai 2019\n\nMesdames", "2019-05-05");
    check("Journal\n\n1889\n\nTexte", "1889");
    check("Depuis 2006, la Chine", "none");
    check("Le 05/06/2016, à Paris", "2016-06-05 doubt");
    check("", "none");
}

#[test]
fn numbers_are_years_and_timestamps() {
    let year = |text| read_year(text).map_or("none".into(), |date| date.to_string());
    assert_eq!(year("800"), "0800");
    assert_eq!(year("-44"), "-0044");
    assert_eq!(year("2019.0"), "2019");
    assert_eq!(year("x"), "none");
    let stamp = |text| read_timestamp(text).map_or("none".into(), |date| date.to_string());
    assert_eq!(stamp("1557619200"), "2019-05-12");
    assert_eq!(stamp("1557619200000"), "2019-05-12");
    assert_eq!(stamp("12"), "none");
}

#[test]
fn the_other_dates_of_a_column_tell_months_from_years() {
    let check = |column: &[&str], expected: Option<bool>| {
        let mut years_or_months = YearsOrMonths::default();
        column.iter().for_each(|text| years_or_months.add(text));
        assert_eq!(years_or_months.are_years(), expected, "{column:?}");
    };
    check(&["1998-99", "2001-02"], Some(true));
    check(&["1999-00", "1920-21"], Some(true));
    check(&["1914-18", "1911-12"], Some(true));
    check(&["2001-02-13", "2001-02"], Some(false));
    check(&["2001-05", "2001-02"], Some(false));
    // Spring and summer 1920.
    check(&["1920-22", "1920-21"], Some(false));
    check(&["2001-02", "2002-03"], Some(true));
    check(&["2001-02", "2001-02"], None);
    check(&["1998-99", "2001-05"], None);
    check(&["12/05/2019", "vers 1851", "", "2001-2"], None);
    let read = |text, are_years| {
        read_either(text, are_years).map_or("none".into(), |date| date.to_string())
    };
    assert_eq!(read("2001-02", true), "2001/2002");
    assert_eq!(read("2001-02", false), "2001-02");
    assert_eq!(read("1920-21", false), "1920-21");
    assert_eq!(read("2001-05", true), "none");
    assert_eq!(read("2001", true), "none");
}
