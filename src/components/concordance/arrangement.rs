//! The order and the length of the lines of a concordance.

use crate::components::select::Select;
use crate::components::{View, ViewProps};
use crate::i18n;
use crate::state::{Action, CONTEXTS};
use crate::url::KEYS;
use frise_index::concordance::Key;
use yew::prelude::*;

/// The choice of the order and of the length of lines.
#[component]
pub fn Arrangement(props: &ViewProps) -> Html {
    let view = &props.view;
    let choose = {
        let act = view.act.clone();
        Callback::from(move |place: usize| {
            if let Some(words) = CONTEXTS.get(place) {
                act.emit(Action::Lengthened(*words));
            }
        })
    };
    let options =
        CONTEXTS.map(|count| AttrValue::from(i18n::words(count as usize, view.language())));
    let chosen = CONTEXTS
        .iter()
        .position(|words| *words == view.state.context);
    html! {
        <div class="arrangement">
            <KeySelect
                {view}
                id="key1"
                label={view.pick("Trier par", "Sort by")}
                place={0}
            />
            if !view.state.keys.is_empty() {
                <KeySelect
                    {view}
                    id="key2"
                    label={view.pick("puis par", "then by")}
                    place={1}
                />
            }
            <Select
                id="context"
                class="order"
                label={view.pick("Contexte", "Context")}
                options={options.to_vec()}
                chosen={chosen.unwrap_or(0)}
                {choose}
            />
        </div>
    }
}

/// Props of [`KeySelect`].
#[derive(Clone, PartialEq, Properties)]
struct KeySelectProps {
    view: View,
    id: AttrValue,
    label: AttrValue,
    /// The place of the key among the keys that sort the lines.
    place: usize,
}

/// The choice of one of the keys that sort the lines. The first option is no key.
#[component]
fn KeySelect(props: &KeySelectProps) -> Html {
    let KeySelectProps {
        view,
        id,
        label,
        place,
    } = props;
    let place = *place;
    let choose = {
        let (act, keys) = (view.act.clone(), view.state.keys.clone());
        Callback::from(move |chosen: usize| {
            let key = chosen.checked_sub(1).and_then(|chosen| KEYS.get(chosen));
            let key = key.map(|(key, _)| *key);
            act.emit(Action::SortedLines(with_key(&keys, place, key)));
        })
    };
    let held = view.state.keys.get(place);
    let chosen = KEYS.iter().position(|(key, _)| Some(key) == held);
    let none = view.pick("ordre du texte", "order of the text");
    let names = KEYS.iter().map(|(key, _)| i18n::key(*key, view.language()));
    let options: Vec<AttrValue> = std::iter::once(none)
        .chain(names)
        .map(AttrValue::from)
        .collect();
    html! {
        <Select
            {id}
            class="order"
            {label}
            {options}
            chosen={chosen.map_or(0, |chosen| chosen + 1)}
            {choose}
        />
    }
}

/// Returns the keys with another key at a place, or with none from there on; no key twice.
fn with_key(keys: &[Key], place: usize, key: Option<Key>) -> Vec<Key> {
    let mut keys = keys.to_vec();
    match key {
        None => keys.truncate(place),
        Some(key) => {
            if place < keys.len() {
                keys[place] = key;
            } else {
                keys.push(key);
            }
        }
    }
    let mut once: Vec<Key> = Vec::new();
    keys.retain(|key| {
        let is_new = !once.contains(key);
        once.push(*key);
        is_new
    });
    keys
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_chosen_one_after_the_other() {
        let check = |keys: &[Key], place: usize, key: Option<Key>, expected: &[Key]| {
            assert_eq!(
                with_key(keys, place, key),
                expected,
                "{keys:?} {place} {key:?}"
            );
        };
        check(&[], 0, Some(Key::Date), &[Key::Date]);
        check(&[Key::Date], 1, Some(Key::Hit), &[Key::Date, Key::Hit]);
        check(
            &[Key::Date, Key::Hit],
            0,
            Some(Key::Speaker),
            &[Key::Speaker, Key::Hit],
        );
        check(
            &[Key::Date, Key::Hit],
            1,
            Some(Key::Left(1)),
            &[Key::Date, Key::Left(1)],
        );
        check(&[Key::Date, Key::Hit], 0, Some(Key::Hit), &[Key::Hit]);
        check(&[Key::Date, Key::Hit], 1, None, &[Key::Date]);
        check(&[Key::Date, Key::Hit], 0, None, &[]);
    }
}
