//! Words over time: as lines, as a table, as sentences; and where there is nothing to draw.

use crate::other_corpora::{large, small};
use crate::{check, check_html, embedded_page, page, tags};
use frise_corpus::write;
use frise_index::concordance::{counts, lines};
use frise_index::query::parse;
use frise_index::search::{Filters, Searcher, Sort};

const SIX: &str = "?words=cyberespace&words=souveraineté&words=paix&words=sécur*&words=\"communauté de destin\"&words=fossé|fracture";

#[test]
fn a_field_waits_quietly_where_nothing_is_compared() {
    check(
        "",
        &[
            "<h2 id=\"mots\">Mots dans le temps</h2>",
            "<label for=\"compare\">Comparer</label>",
            "placeholder=\"p. ex. &quot;communauté de destin&quot;\"",
            ">Ajouter</button>",
            "+\u{a0}«\u{a0}communauté de destin\u{a0}»</a>",
            "href=\"?words=souverainet%C3%A9+%7C+souverain\"",
        ],
        &[
            "series-picture",
            "series-name\"",
            "Ensemble",
            "équitable et non discriminatoire\u{a0}»",
        ],
    );
    check(
        "?lang=en",
        &[
            "Words over time",
            ">Compare</label>",
            "placeholder=\"e.g. ",
            ">Add</button>",
            "+\u{a0}“communauté de destin”</a>",
        ],
        &["Mots dans", "Ajouter"],
    );
}

#[test]
fn the_present_query_is_offered_until_it_is_compared() {
    let offer = "+\u{a0}«\u{a0}paix\u{a0}»</a>";
    check("?q=paix", &[offer, "href=\"?q=paix&amp;words=paix\""], &[]);
    check(
        "?q=paix&words=cyberespace",
        &[offer],
        &["+\u{a0}«\u{a0}communauté"],
    );
    check("?q=paix&words=paix", &[], &[offer]);
    check("?q=()&words=paix", &[], &["+\u{a0}«\u{a0}()"]);
    check(&[SIX, "&q=dragon"].concat(), &[], &["+\u{a0}«"]);
}

#[test]
fn six_queries_have_each_a_line_a_mark_and_a_stop_of_the_tab_key() {
    for (address, pictures) in [(SIX.to_string(), 1), ([SIX, "&multiples=1"].concat(), 6)] {
        let html = embedded_page(&address);
        let elements = |name: &str, class: &str| -> Vec<String> {
            let tags = tags(&html, name).into_iter();
            tags.filter(|tag| tag.contains(class))
                .map(str::to_string)
                .collect()
        };
        assert_eq!(elements("svg", "series-picture").len(), pictures);
        assert_eq!(elements("button", "series-name\"").len(), 6);
        let stops = elements("g", "series-one");
        assert_eq!(stops.len(), 6);
        for (place, stop) in stops.iter().enumerate() {
            assert!(stop.contains(&format!("data-line=\"{place}\"")), "{stop}");
            for attribute in ["tabindex=\"0\"", "role=\"slider\"", "aria-valuemax=\"4\""] {
                assert!(stop.contains(attribute), "{attribute} in {stop}");
            }
        }
        // Five texts of five years: marks at each, lines only from 2016 to 2017 and from 2020 to 2021.
        let first = |class: &str| {
            let paths = elements("path", class);
            let in_picture = paths
                .iter()
                .find(|tag| !tag.contains("M0 6h30") && !tag.contains("M15 6"));
            in_picture.cloned().expect("a path in the picture")
        };
        let (line, marks) = (first("series-line"), first("series-marks"));
        assert_eq!(
            (line.matches('M').count(), line.matches('L').count()),
            (3, 2),
            "{line}"
        );
        assert_eq!(marks.matches('M').count(), 5, "{marks}");
        let marks: Vec<String> = elements("path", "series-marks");
        let shapes = marks
            .iter()
            .filter(|tag| tag.contains("M15 6"))
            .collect::<Vec<_>>();
        assert!(
            shapes.len() == 6
                && (1..6).all(|at| shapes[..at].iter().all(|shape| *shape != shapes[at])),
            "{shapes:?}"
        );
    }
    check(
        SIX,
        &["aria-current=\"true\">Ensemble</a>", "Séparés</a>"],
        &[],
    );
    check("?words=paix", &[], &["Ensemble"]);
}

#[test]
fn the_figures_are_those_of_the_concordance() {
    let searcher = Searcher::open(frise::EMBEDDED).expect("the embedded index opens");
    let answer = searcher.search(&parse("cyber*"), &Filters::default(), Sort::Oldest);
    let counted = counts(
        &searcher,
        &lines(&searcher, &answer, &Filters::default()),
        &Filters::default(),
    );
    let html = embedded_page("?view=table&words=cyber*");
    let (_, table) = html
        .split_once("<caption>Mots dans le temps ")
        .expect("the table");
    let (table, _) = table.split_once("</table>").expect("its end");
    let rows: Vec<&str> = table
        .split("<tbody>")
        .nth(1)
        .expect("rows")
        .split("<tr>")
        .skip(1)
        .collect();
    assert_eq!(
        rows.len(),
        counted.len() + 1,
        "a row for each of five years, and the sum"
    );
    for (row, count) in rows.iter().zip(&counted) {
        let figures: String = row.replace(['\u{202f}'], "");
        let words = format!("<td class=\"figure\">{}</td>", count.words);
        let hits = format!("<td class=\"figure\">{}</td>", count.hits);
        assert!(figures.contains(&(words + &hits)), "{row}: {count:?}");
    }
    let hits: usize = counted.iter().map(|count| count.hits).sum();
    assert_eq!(hits, lines(&searcher, &answer, &Filters::default()).len());
    assert!(rows[counted.len()].contains(&format!("<td class=\"figure\">{hits}</td>")));
    check(
        "?view=table&words=cyber*&words=voix:direct",
        &[
            "<caption>Mots dans le temps ",
            ">«\u{a0}cyber*\u{a0}», occurrences<",
            ">«\u{a0}voix:direct\u{a0}», passages<",
            ">en tout</th>",
            "pour 10\u{202f}000",
        ],
        &["series-picture", "Ensemble"],
    );
    check("?view=table", &[], &["<caption>Mots dans le temps"]);
}

#[test]
fn sentences_say_what_the_picture_says() {
    check(
        "?view=sentence&words=cyberespace&words=dragon&words=voix:direct",
        &[
            // Most occurrences are in 2017, in the longest text; most for its words, in 2016.
            "<p>«\u{a0}cyberespace\u{a0}»\u{a0}: 86\u{a0}occurrences (106,0 pour 10\u{202f}000\u{a0}mots), surtout en 2016 (168,5).</p>",
            "<p>«\u{a0}dragon\u{a0}»\u{a0}: 0\u{a0}occurrence.</p>",
            "<p>«\u{a0}voix:direct\u{a0}»\u{a0}: ",
        ],
        &["series-picture", "<caption>Mots"],
    );
    check(
        "?view=sentence&words=cyberespace&lang=en&bins=decade",
        &[
            "<p>“cyberespace”: 86\u{a0}occurrences (106.0 per 10,000 words), most from 2010 to 2019 (109.5).</p>",
        ],
        &["surtout"],
    );
    check(
        "?view=sentence&words=cyberespace&bins=month",
        &["surtout en "],
        &[],
    );
}

#[test]
fn broken_queries_have_their_best_reading_and_empty_ones_are_none() {
    check(
        "?words=paix (&words=souveraineté",
        &[
            "Cette parenthèse n’est pas fermée",
            "<code>paix <mark>(</mark></code>",
            "<span class=\"unseen\">Ne plus comparer\u{a0}: </span>",
            "<span>paix (</span>",
        ],
        &[],
    );
    for address in ["?words=()", "?words=", "?words=-&words=%22%22"] {
        check(
            address,
            &["Mots dans le temps"],
            &["series-name\"", "series-picture"],
        );
    }
    check("?words=<b>", &["&lt;b&gt;"], &["<b>b"]);
}

#[test]
fn bounds_of_dates_leave_the_rest_of_the_picture() {
    let five = "aria-valuemax=\"4\"";
    check(
        "?words=paix&from=2016&to=2018",
        &[five, "series-held", "comptés sur toutes les dates"],
        &[],
    );
    check("?words=paix", &[five], &["series-held", "comptés sur"]);
    check("?words=paix&doc=cyber-2016", &["aria-valuemax=\"0\""], &[]);
    check("?words=paix&undated=1&lang=en", &[], &["NaN"]);
    check(
        "?words=paix&speaker=wang-yi&voice=official",
        &["Rien à compter sous ces filtres."],
        &["series-picture"],
    );
}

#[test]
fn other_corpora_have_lines_or_no_words_over_time_at_all() {
    let address = "?words=paix&words=guerre&words=dragon";
    for (place, corpus) in small().into_iter().enumerate() {
        let bytes = write(&corpus).expect("an index");
        for form in ["", "&view=table", "&view=sentence", "&multiples=1"] {
            let searcher = Searcher::open(bytes.clone()).expect("the index opens");
            let address = [address, form].concat();
            let html = page(searcher, &address);
            let expected: &[&str] = if place == 0 {
                &[]
            } else {
                &["id=\"mots\"", "paix"]
            };
            let lacks: &[&str] = if place == 0 { &["id=\"mots\""] } else { &[] };
            check_html(
                &html,
                &address,
                expected,
                &[lacks, &["NaN", "inf\""]].concat(),
            );
        }
    }
    let searcher = || Searcher::open(write(&large()).expect("an index")).expect("the index opens");
    let html = page(searcher(), address);
    // Sixty texts, one every third year, in decades.
    check_html(&html, address, &["aria-valuemax=\"17\"", "d=\"M"], &["NaN"]);
    let yearly = page(searcher(), &[address, "&bins=year"].concat());
    check_html(&yearly, "by year", &["aria-valuemax=\"59\""], &["NaN"]);
    let mut undated = large();
    for document in &mut undated.documents {
        document.metadata.date = None;
    }
    let bytes = write(&undated).expect("an index");
    let html = page(Searcher::open(bytes).expect("the index opens"), address);
    check_html(&html, address, &["class=\"count\""], &["id=\"mots\""]);
}

/// How much lighter the lighter of two colours is: WCAG 2.2, “contrast ratio”.
fn contrast(one: &str, other: &str) -> f64 {
    let light = |colour: &str| -> f64 {
        let part = |at: usize| {
            let value = u8::from_str_radix(&colour[at..at + 2], 16).expect("a colour");
            let value = f64::from(value) / 255.0;
            if value <= 0.04045 {
                value / 12.92
            } else {
                ((value + 0.055) / 1.055).powf(2.4)
            }
        };
        0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5) + 0.05
    };
    let (one, other) = (light(one), light(other));
    (one / other).max(other / one)
}

#[test]
fn each_line_stands_out_from_the_paper() {
    let colours = |css: &'static str, name: &str| -> Vec<&'static str> {
        let values = css.split(name).skip(1);
        values
            .filter_map(|rest| rest.split_once(": ")?.1.get(..7))
            .filter(|value| value.starts_with('#'))
            .collect()
    };
    let papers = colours(include_str!("../../styles/page.css"), "--paper");
    let lines = colours(include_str!("../../styles/series.css"), "  --line-");
    assert_eq!((papers.len(), lines.len()), (2, 12), "{papers:?} {lines:?}");
    for (paper, lines) in papers.iter().zip(lines.chunks(6)) {
        for line in lines {
            let contrast = contrast(line, paper);
            assert!(contrast >= 3.0, "{line} on {paper}: {contrast:.2}");
        }
    }
}

#[test]
fn a_query_is_offered_once() {
    let html = embedded_page("?q=\"communauté de destin\"");
    assert_eq!(
        html.matches("+\u{a0}«\u{a0}communauté de destin\u{a0}»")
            .count(),
        1
    );
}
