//! The colours that tell values apart: far enough from the paper, and the same in files as in the page.

use frise::chart::HUES;

const SHEET: &str = include_str!("../styles/colour.css");
const LIGHT: &str = "#fbf8f1";
const DARK: &str = "#191713";

/// Returns the luminance of a colour as WCAG defines it.
fn luminance(colour: &str) -> f64 {
    let channel = |at: usize| {
        let value = u8::from_str_radix(&colour[at..at + 2], 16).expect("two digits of a colour");
        let value = f64::from(value) / 255.0;
        match value <= 0.04045 {
            true => value / 12.92,
            false => ((value + 0.055) / 1.055).powf(2.4),
        }
    };
    0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
}

fn contrast(a: &str, b: &str) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

/// Returns the values of a custom property in the style sheet: that of the light paper, and that of the dark.
fn values(property: &str) -> [&'static str; 2] {
    let start = format!("{property}: #");
    let found: Vec<&str> = SHEET
        .match_indices(&start)
        .map(|(at, _)| &SHEET[at + start.len() - 1..at + start.len() + 6])
        .collect();
    found
        .try_into()
        .unwrap_or_else(|found| panic!("{property}: {found:?}"))
}

#[test]
fn hues_stand_out_from_both_papers_and_quiet_ones_can_be_seen() {
    let names = (0..8).map(|place| place.to_string());
    for name in names.chain(["other".to_string()]) {
        let hue = values(&format!("--hue-{name}"));
        let quiet = values(&format!("--quiet-{name}"));
        for (place, paper) in [LIGHT, DARK].into_iter().enumerate() {
            let (full, dim) = (contrast(hue[place], paper), contrast(quiet[place], paper));
            assert!(full >= 3.0, "{name} on {paper}: {full:.2}");
            assert!(
                dim >= 2.0 && dim < full,
                "quiet {name} on {paper}: {dim:.2}"
            );
        }
    }
}

#[test]
fn files_have_the_colours_of_the_light_page() {
    for (place, pair) in HUES.iter().enumerate() {
        assert_eq!(values(&format!("--hue-{place}"))[0], pair[0]);
        assert_eq!(values(&format!("--quiet-{place}"))[0], pair[1]);
    }
}
