//! One honest axis: every block stands on its date, and a brush holds exactly what stands in it.

use crate::other_corpora::{corpus, document};
use crate::{check, opened, view};
use frise::components::timeline::scene::Scene;
use frise_date::{Day, Edtf};
use proptest::prelude::*;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// Whatever the corpus, the width and the folds: the middle of each block is the pixel of its day, and bounds of dates hold
    /// the documents whose middles lie between the pixels of the bounds.
    #[test]
    fn blocks_stand_on_their_dates_and_a_brush_holds_what_stands_in_it(
        texts in prop::collection::vec((-4_000i32..14_000, 1usize..24), 1..14),
        width in 300.0..1600.0f64,
        fold in prop::option::of(any::<bool>()),
        ends in (0.0..=1.0f64, 0.0..=1.0f64),
    ) {
        let mut texts = texts;
        texts.sort_unstable();
        let made = || {
            let made = texts.iter().enumerate().map(|(place, (day, passages))| {
                document(place, &Day(14_000 + day).to_string(), &vec!["La paix."; *passages], None)
            });
            opened(&corpus(made.collect()))
        };
        let address = match fold {
            None => "?",
            Some(false) => "?fold=0",
            Some(true) => "?fold=1",
        };
        let page = view(made(), address);
        let scene = Scene::of(&page, width);
        let scale = scene.scale.as_ref().expect("an axis");
        if scene.columns().is_none() {
            return Ok(());
        }
        let (a, b) = (scale.day_at(ends.0), scale.day_at(ends.1));
        let (from, to) = (a.min(b), a.max(b));
        let address = format!("?from={from}&to={to}");
        let brushed = view(made(), &address);
        let (left, right) = (scale.place(from) * width, scale.place_after(to) * width);
        let mut before = f64::NEG_INFINITY;
        for slot in &scene.slots {
            let place = slot.document.expect("a document");
            let date: Edtf = page.searcher.index().documents()[place].metadata.date.expect("a date");
            let pixel = scale.middle(date.earliest(), date.latest()) * width;
            prop_assert!((slot.centre() - pixel).abs() < 1e-6, "{} is at {} and not {}", date, slot.centre(), pixel);
            prop_assert!(pixel >= before);
            before = pixel;
            let is_held = brushed.answer.matched.count_within(&slot.bin.passages) > 0;
            let is_between = left < pixel && pixel < right;
            prop_assert_eq!(is_held, is_between, "{} from {} to {}", date, from, to);
        }
    }
}

#[test]
fn folded_years_are_drawn_and_told() {
    let told = "Années sans texte, repliées sur l’axe\u{a0}: 2011 à 2015, 2018 à 2019.";
    check("", &[">5 ans</text>", ">2 ans</text>"], &[told]);
    check("?fold=0", &[">2018</text>"], &[">5 ans</text>"]);
    check("?view=table", &[told], &[]);
    check("?view=sentence", &[told], &[]);
    check("?view=sentence&fold=0", &[], &[told]);
}
