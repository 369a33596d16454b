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
    let sentence = "Années sans texte, repliées sur l’axe\u{a0}: 2011 à 2015, 2018 à 2019.";
    check("", &[">5 ans</text>", ">2 ans</text>"], &[sentence]);
    check("?fold=0", &[">2018</text>"], &[">5 ans</text>"]);
    check("?view=table", &[sentence], &[]);
    check("?view=sentence", &[sentence], &[]);
    check("?view=sentence&fold=0", &[], &[sentence]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// In the order of the texts: blocks stand at equal distances, and a brush over whole texts holds exactly those that are
    /// drawn between its ends.
    #[test]
    fn texts_in_their_order_stand_at_equal_distances_and_a_brush_holds_them(
        texts in prop::collection::vec((0i32..9_000, 1usize..24), 1..14),
        width in 700.0..1600.0f64,
        ends in (0.0..1.0f64, 0.0..1.0f64),
    ) {
        let mut texts = texts;
        texts.sort_unstable();
        let made = || {
            let made = texts.iter().enumerate().map(|(place, (day, passages))| {
                document(place, &Day(14_000 + day).to_string(), &vec!["La paix."; *passages], None)
            });
            opened(&corpus(made.collect()))
        };
        let page = view(made(), "?axis=order");
        let scene = Scene::of(&page, width);
        let Some(order) = scene.order.as_ref() else {
            return Ok(());
        };
        let share = width / texts.len() as f64;
        for (place, slot) in scene.slots.iter().enumerate() {
            prop_assert!((slot.centre() - (place as f64 + 0.5) * share).abs() < 1e-6);
        }
        let text_at = |place: f64| {
            let day = order.day_at(place);
            let begun = order.texts().partition_point(|text| text.first <= day);
            order.texts()[begun.saturating_sub(1)]
        };
        let (a, b) = (text_at(ends.0.min(ends.1)), text_at(ends.0.max(ends.1)));
        let brushed = view(made(), &format!("?from={}&to={}", a.first, b.last));
        let (left, right) = (order.place(a.first) * width, order.place_after(b.last) * width);
        prop_assert!(left < right);
        for slot in &scene.slots {
            let is_held = brushed.answer.matched.count_within(&slot.bin.passages) > 0;
            let is_between = left < slot.centre() && slot.centre() < right;
            prop_assert_eq!(is_held, is_between, "{} from {} to {}", slot.bin.from, a.first, b.last);
        }
    }
}

#[test]
fn the_order_of_the_texts_is_told_openly() {
    let on_axis = ">dans l’ordre des textes, sans échelle de temps</text>";
    let sentence = "Les textes se suivent dans l’ordre de leurs dates, à distances égales\u{a0}: l’axe n’a pas d’années.";
    let pressed =
        "aria-pressed=\"true\" class=\"value\">textes à distances égales, sans années</button>";
    check(
        "?axis=order",
        &[on_axis, pressed],
        &[">5 ans</text>", "class=\"doubt", "class=\"thread\""],
    );
    check("", &[">5 ans</text>"], &[on_axis, pressed]);
    check("?axis=order&view=table", &[sentence], &[]);
    check(
        "?axis=order&view=sentence&lang=en",
        &["the axis has no years."],
        &[],
    );
    // Bins are of time, which is said.
    let refused = "L’axe reste à l’échelle du temps\u{a0}: les passages y sont comptés par année, et les textes n’y sont pas un à un.";
    let reason = "textes à distances égales\u{a0}: pas où les passages sont comptés par année";
    check(
        "?axis=order&bins=year",
        &[">5 ans</text>", refused, pressed, reason],
        &[on_axis],
    );
    check("?axis=order&bins=year&view=table", &[refused], &[sentence]);
    check(
        "?bins=year",
        &[reason],
        &[refused, "à distances égales, sans années"],
    );
    check(
        "?axis=order&bins=month&view=sentence&lang=en",
        &["The axis stays to scale: passages are counted by month"],
        &[],
    );
    check("?axis=order", &[], &[refused, reason]);
}
