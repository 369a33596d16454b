//! Any state has an address that gives it back, and any address gives a state.

use crate::{INDEX, noteless};
use frise::state::{
    CONTEXTS, Colour, Frame, Listing, Lock, Measure, Part, Presentation, State, Subject, Timelines,
};
use frise::url::{KEYS, Parsed, parse, print};
use frise_date::{Day, Tongue};
use frise_index::model::Voice;
use frise_index::query::Matching;
use frise_index::search::{Filters, Sort};
use frise_index::timeline::Unit;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};

fn some<T: Clone + std::fmt::Debug + 'static>(values: Vec<T>) -> impl Strategy<Value = Vec<T>> {
    let most = values.len().min(3);
    subsequence(values, 0..=most).prop_shuffle()
}

fn any_day() -> impl Strategy<Value = Option<Day>> {
    prop::option::of((Day::MIN.0..=Day::MAX.0).prop_map(Day))
}

fn any_timelines() -> impl Strategy<Value = Timelines> {
    (
        subsequence(Subject::ALL.to_vec(), 0..=5),
        select(vec![Measure::Count, Measure::Rate]),
        prop::option::of(select(Unit::ALL.to_vec())),
        prop::option::of((any_day(), any_day())),
        prop::collection::vec("[a-cé\"*&=+ ]{0,5}", 0..8),
        (
            any::<bool>(),
            select(Colour::ALL.to_vec()),
            prop::option::of(any::<bool>()),
            any::<bool>(),
        ),
    )
        .prop_map(
            |(subjects, measure, unit, window, words, (multiples, colour, fold, in_order))| {
                let window = window.and_then(|(a, b)| Some((a?.min(b?), a?.max(b?))));
                let drawn = Timelines {
                    subjects,
                    measure,
                    unit,
                    window,
                    words: Vec::new(),
                    multiples,
                    colour,
                    fold,
                    in_order,
                };
                words
                    .iter()
                    .fold(drawn, |drawn, query| drawn.with_words(query))
            },
        )
}

fn any_frame() -> impl Strategy<Value = Frame> {
    (
        any::<bool>(),
        // Which parts are hidden and what is locked matters, their order does not.
        subsequence(Part::NAMES.map(|(part, _)| part).to_vec(), 0..=5),
        subsequence(Lock::NAMES.map(|(lock, _)| lock).to_vec(), 0..=9),
        "|https?://[a-z0-9.-]{1,20}(:[0-9]{1,5})?",
    )
        .prop_map(|(embed, hidden, locks, host)| Frame {
            embed,
            hidden,
            locks,
            host,
        })
}

pub fn any_state() -> impl Strategy<Value = State> {
    let places = |count: usize| (0..count as u32).collect::<Vec<u32>>();
    let about = INDEX.about();
    let filters = (
        (any_day(), any_day(), any::<bool>()),
        (any_day(), any_day()),
        some(places(about.speakers.len())),
        some(Voice::ALL.to_vec()),
        some(places(about.themes.len())),
        some(places(INDEX.documents().len())),
        some(places(about.kinds.len())),
    );
    let filters = filters.prop_map(
        |(
            (from, to, undated),
            (mentioned_from, mentioned_to),
            speakers,
            voices,
            themes,
            documents,
            kinds,
        )| Filters {
            from,
            to,
            undated,
            mentioned_from,
            mentioned_to,
            speakers,
            voices,
            themes,
            documents,
            kinds,
        },
    );
    (
        "\\PC{0,20}|[ &=#%+?é]{0,10}",
        filters,
        select(vec![Sort::Relevance, Sort::Oldest, Sort::Newest]),
        (
            select(vec![
                Presentation::Picture,
                Presentation::Table,
                Presentation::Sentence,
            ]),
            any_timelines(),
        ),
        (
            select(vec![Matching::Stemmed, Matching::Folded, Matching::Exact]),
            select(vec![Listing::Passages, Listing::Concordance]),
            subsequence(KEYS.map(|(key, _)| key).to_vec(), 0..=2).prop_shuffle(),
            select(CONTEXTS.to_vec()),
        ),
        select(vec![Tongue::French, Tongue::English]),
        prop::option::of(0..INDEX.passages()),
        any_frame(),
        (
            prop::option::of("[a-z]{1,8}(;[a-z]=[^;]{1,10})?"),
            prop::option::of("(local:)?[a-z-]{1,10}[.]frise"),
        ),
    )
        .prop_map(
            |(
                query,
                filters,
                sort,
                (form, timelines),
                lines,
                language,
                passage,
                frame,
                (tool, corpus),
            )| State {
                query,
                matching: lines.0,
                filters,
                sort,
                listing: lines.1,
                keys: lines.2,
                context: lines.3,
                presentation: form,
                timelines,
                language,
                passage,
                run: 0,
                frame,
                lesson: None,
                tool,
                corpus,
            },
        )
}

proptest! {
    #[test]
    fn a_state_comes_back_from_its_address(state in any_state()) {
        let address = print(&state, &INDEX);
        prop_assert_eq!(parse(&address, &INDEX), noteless(state), "{}", address);
    }

    #[test]
    fn defaults_are_left_out(state in any_state()) {
        let address = print(&state, &INDEX);
        let default = State::default();
        let has = |key: &str| address.contains(&format!("?{key}=")) || address.contains(&format!("&{key}="));
        prop_assert_eq!(has("q"), state.query != default.query, "{}", &address);
        prop_assert_eq!(has("from"), state.filters.from.is_some(), "{}", &address);
        prop_assert_eq!(has("speaker"), !state.filters.speakers.is_empty(), "{}", &address);
        let views = state.presentation != default.presentation || state.listing != default.listing;
        prop_assert_eq!(has("view"), views, "{}", &address);
        prop_assert_eq!(has("match"), state.matching != default.matching, "{}", &address);
        prop_assert_eq!(has("lines"), !state.keys.is_empty(), "{}", &address);
        prop_assert_eq!(has("context"), state.context != default.context, "{}", &address);
        let drawn = &state.timelines;
        prop_assert_eq!(has("lanes"), drawn.subjects != default.timelines.subjects, "{}", &address);
        prop_assert_eq!(has("measure"), drawn.measure != Measure::Count, "{}", &address);
        prop_assert_eq!(has("bins"), drawn.unit.is_some(), "{}", &address);
        prop_assert_eq!(has("zoom"), drawn.window.is_some(), "{}", &address);
        prop_assert_eq!(has("words"), !drawn.words.is_empty(), "{}", &address);
        prop_assert_eq!(has("multiples"), drawn.multiples, "{}", &address);
        prop_assert_eq!(has("sort"), state.sort != default.sort, "{}", &address);
        prop_assert_eq!(has("lang"), state.language != default.language, "{}", &address);
        prop_assert_eq!(has("embed"), state.frame.embed, "{}", &address);
        prop_assert_eq!(has("hide"), !state.frame.hidden.is_empty(), "{}", &address);
        prop_assert_eq!(has("lock"), !state.frame.locks.is_empty(), "{}", &address);
        prop_assert_eq!(has("host"), !state.frame.host.is_empty(), "{}", &address);
        prop_assert_eq!(address.contains('#'), state.passage.is_some(), "{}", &address);
    }

    /// Whatever an address says, what is understood of it has an address that says the same.
    #[test]
    fn any_address_is_read(address in "\\PC{0,60}|[?&=#%a-z0-9é.,-]{0,60}|[?]((q|match|from|to|speaker|hide|lock|host|view|sort|lines|context|lang|lanes|bins|zoom|words)=[a-z0-9%/,-]{0,9}&){0,6}#?[a-z.0-9]{0,9}") {
        let state = parse(&address, &INDEX).state;
        let Parsed { state: again, notes } = parse(&print(&state, &INDEX), &INDEX);
        prop_assert_eq!(notes, []);
        prop_assert_eq!(again.frame.hidden.len(), state.frame.hidden.len());
        prop_assert_eq!(again.frame.locks.len(), state.frame.locks.len());
        // The order of these is not kept.
        let frame = Frame { hidden: state.frame.hidden.clone(), locks: state.frame.locks.clone(), ..again.frame.clone() };
        prop_assert_eq!(State { frame, ..again }, state);
    }
}
