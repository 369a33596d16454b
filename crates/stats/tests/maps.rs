//! Correspondence analysis and lexical diversity against other people's programs.

use frise_stats::{Correspondence, Diversity, Error, MapPoint};

#[test]
fn correspondence_analysis_is_that_of_prince() {
    let table: Vec<Vec<u64>> = include_str!("fixtures/robespierre.tsv")
        .lines()
        .map(|line| line.split('\t').collect::<Vec<_>>())
        .filter(|row| row[1] == "frequency")
        .map(|row| {
            row[2..]
                .iter()
                .map(|count| count.parse().expect("a count"))
                .collect()
        })
        .collect();
    let map = Correspondence::of(&table, 5).expect("there are words and parts");
    assert_eq!(map.axes.len(), 5);
    let points = |points: &[Option<MapPoint>]| -> Vec<MapPoint> {
        points
            .iter()
            .map(|point| point.clone().expect("a point"))
            .collect()
    };
    let (rows, columns) = (points(&map.rows), points(&map.columns));
    let expected: Vec<(&str, Vec<f64>)> = include_str!("fixtures/correspondence.tsv")
        .lines()
        .skip(1)
        .map(|line| {
            let mut parts = line.split('\t');
            let what = parts.next().expect("a name");
            let figures = parts
                .skip(1)
                .map(|figure| figure.parse().expect("a figure"));
            (what, figures.collect())
        })
        .collect();
    let of = |what: &str| -> Vec<Vec<f64>> {
        let lines = expected.iter().filter(|(name, _)| *name == what);
        lines.map(|(_, figures)| figures.clone()).collect()
    };
    let same = |found: f64, expected: f64, what: &str| {
        assert!(
            (found - expected).abs() < 1e-12,
            "{what}: expected {expected:e}, found {found:e}"
        );
    };
    same(map.inertia, of("total")[0][0], "total inertia");
    // The sign of each axis, by the first row.
    let signs: Vec<f64> = of("row coordinate")[0]
        .iter()
        .zip(&rows[0].coordinates)
        .map(|(expected, found)| (expected * found).signum())
        .collect();
    for axis in 0..5 {
        same(map.axes[axis].inertia, of("inertia")[0][axis], "inertia");
        for (side, points) in [("row", &rows), ("column", &columns)] {
            let lists: [(&str, fn(&MapPoint) -> &[f64], f64); 3] = [
                ("coordinate", |point| &point.coordinates, signs[axis]),
                ("contribution", |point| &point.contributions, 1.0),
                ("cos2", |point| &point.cos2, 1.0),
            ];
            for (name, list, sign) in lists {
                let what = format!("{side} {name}");
                for (point, expected) in points.iter().zip(of(&what)) {
                    same(
                        list(point)[axis] * sign,
                        expected[axis],
                        &format!("{what}, axis {axis}"),
                    );
                }
            }
        }
    }
}

#[test]
fn tables_that_have_no_map_are_an_error_or_have_no_axis() {
    assert_eq!(Correspondence::of(&[], 2), Err(Error::TooFewParts(0)));
    assert_eq!(
        Correspondence::of(&[vec![1, 2]], 2),
        Err(Error::TooFewParts(1))
    );
    assert_eq!(
        Correspondence::of(&[vec![1, 0], vec![5, 0]], 2),
        Err(Error::TooFewParts(1))
    );
    let same_profiles = Correspondence::of(&[vec![1, 2], vec![2, 4]], 2).expect("two of each");
    assert!(same_profiles.axes.is_empty() && same_profiles.inertia < 1e-20);
    let with_gaps = Correspondence::of(&[vec![1, 0, 2], vec![0, 0, 0], vec![5, 0, 1], vec![3]], 9);
    let with_gaps = with_gaps.expect("two of each");
    assert_eq!(with_gaps.axes.len(), 1);
    assert!(with_gaps.rows[1].is_none() && with_gaps.columns[1].is_none());
    let figures = with_gaps.rows.iter().chain(&with_gaps.columns).flatten();
    for point in figures {
        assert!(point.coordinates[0].is_finite());
        assert!((point.cos2[0] - 1.0).abs() < 1e-12);
    }
}

#[test]
fn a_table_and_its_transpose_have_one_map() {
    let table: Vec<Vec<u64>> = (0..7u64)
        .map(|row| {
            (0..4u64)
                .map(|column| (row * 31 + column * 17 + row * column * 5) % 23)
                .collect()
        })
        .collect();
    let transpose: Vec<Vec<u64>> = (0..4)
        .map(|column| table.iter().map(|row| row[column]).collect())
        .collect();
    let (map, mirror) = (
        Correspondence::of(&table, 3),
        Correspondence::of(&transpose, 3),
    );
    let (map, mirror) = (map.expect("a map"), mirror.expect("a map"));
    for (axis, other) in map.axes.iter().zip(&mirror.axes) {
        assert!((axis.inertia - other.inertia).abs() < 1e-14);
    }
    for (point, other) in map.rows.iter().zip(&mirror.columns) {
        let (point, other) = (
            point.as_ref().expect("a point"),
            other.as_ref().expect("a point"),
        );
        for (a, b) in point.coordinates.iter().zip(&other.coordinates) {
            assert!((a.abs() - b.abs()).abs() < 1e-12);
        }
    }
    let sums = |side: &[Option<MapPoint>]| -> f64 {
        side.iter()
            .flatten()
            .map(|point| point.contributions[0])
            .sum()
    };
    assert!((sums(&map.rows) - 1.0).abs() < 1e-12 && (sums(&map.columns) - 1.0).abs() < 1e-12);
}

/// The words that `diversity.py` draws.
fn words(count: usize, mut state: u64) -> Vec<u32> {
    let draw = || {
        state = (state * 1_103_515_245 + 12_345) % (1 << 31);
        ((state >> 16) % ((state >> 8) % 300 + 1)) as u32
    };
    std::iter::repeat_with(draw).take(count).collect()
}

#[test]
fn diversity_is_that_of_lexicalrichness() {
    for line in include_str!("fixtures/diversity.tsv").lines().skip(1) {
        let row: Vec<f64> = line
            .split('\t')
            .map(|figure| figure.parse().expect("a figure"))
            .collect();
        let words = words(row[0] as usize, row[1] as u64);
        let found = Diversity::of(&words).expect("there are words");
        assert_eq!(found.types, row[2] as u64);
        assert_eq!(found.mattr.is_none(), row[3].is_nan());
        if let Some(mattr) = found.mattr {
            assert!((mattr - row[3]).abs() < 1e-12, "{line}: {mattr}");
        }
        let mtld = found.mtld.expect("words are repeated");
        assert!((mtld - row[4]).abs() < 1e-12 * row[4], "{line}: {mtld}");
        assert_eq!(found.growth.last(), Some(&(found.tokens, found.types)));
        assert!(found.growth.len() <= 200 && found.growth.is_sorted());
        let once = |word: &&u32| words.iter().filter(|other| other == word).count() == 1;
        assert_eq!(found.hapaxes as usize, words.iter().filter(once).count());
    }
}

#[test]
fn texts_without_repetition_have_no_mtld() {
    let found = Diversity::of(&[1, 2, 3]).expect("there are words");
    assert_eq!((found.mattr, found.mtld, found.hapaxes), (None, None, 3));
    assert_eq!(Diversity::of(&[]), Err(Error::NoWords));
}
