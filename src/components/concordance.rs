//! The concordance (KWIC): each hit on a line with its context on either side, and how often it occurs.

use super::controls::{ActionLink, DocumentDate, ShowMore};
use super::select::Select;
use super::{Shared, View, ViewProps, passage};
use crate::i18n;
use crate::state::{Action, CONTEXTS};
use crate::url::KEYS;
use frise_date::Tongue;
use frise_index::concordance::{Count, Key, Line, counts, lines, sorted};
use yew::prelude::*;

/// How many lines are shown at first, and how many more on each click.
const STEP: usize = 100;

/// The lines of the answer, and their counts.
#[component]
pub fn Concordance(props: &ViewProps) -> Html {
    let view = &props.view;
    let index = view.searcher.index();
    let found = use_memo(
        (view.answer.clone(), view.state.filters.clone()),
        |(answer, filters)| {
            let found = lines(&view.searcher, answer, filters);
            let counts = counts(&view.searcher, &found, filters);
            (found, counts)
        },
    );
    let (_, counted) = &*found;
    let order = (
        Shared(found.clone()),
        view.state.keys.clone(),
        view.language() == Tongue::French,
    );
    let ordered = use_memo(order.clone(), |(found, keys, is_french)| {
        sorted(index, found.0.0.clone(), keys, *is_french)
    });
    let shown = use_state(|| STEP);
    {
        let shown = shown.clone();
        use_effect_with(order, move |_| shown.set(STEP));
    }
    let show_more = {
        let shown = shown.clone();
        Callback::from(move |_| shown.set(*shown + STEP))
    };
    if ordered.is_empty() {
        return html! {
            <p class="no-lines">
                { view.pick("Rien à aligner\u{a0}: cherchez un mot, ou tenez un thème.", "Nothing to align: search for a word, or hold a theme.") }
            </p>
        };
    }
    let rest = ordered.len().saturating_sub(*shown);
    html! {
        <div class="concordance">
            { frequency(view, counted) }
            <table role="table" aria-label="Concordance">
                <thead role="rowgroup">
                    <tr role="row">
                        <th role="columnheader" scope="col">{ view.pick("Où", "Where") }</th>
                        <th role="columnheader" scope="col" class="left">{ view.pick("Avant", "Before") }</th>
                        <th role="columnheader" scope="col" class="pivot">{ view.pick("Mot", "Word") }</th>
                        <th role="columnheader" scope="col" class="right">{ view.pick("Après", "After") }</th>
                    </tr>
                </thead>
                <tbody role="rowgroup">{ for ordered.iter().take(*shown).map(|line| row(view, line)) }</tbody>
            </table>
            if rest > 0 {
                <ShowMore
                    language={view.language()}
                    rest={i18n::lines(rest, view.language())}
                    onclick={show_more}
                />
            }
        </div>
    }
}

fn row(view: &View, line: &Line) -> Html {
    let index = view.searcher.index();
    let passage = line.hit.passage;
    let metadata = &index.documents()[index.document_of(passage)].metadata;
    let lang = AttrValue::from(metadata.language.clone());
    let context = line.context(index, view.state.context);
    let id = index.passage_id(passage);
    let number = id.rsplit_once(".p").map_or("", |(_, number)| number);
    let speaker = line
        .speaker
        .and_then(|speaker| index.about().speakers.get(speaker as usize))
        .map(|speaker| i18n::of(&speaker.name, view.language()));
    let is_open = view.state.passage == Some(passage);
    html! {
        <tr role="row" key={line.hit.start} class={classes!(is_open.then_some("open"))}>
            <th role="rowheader" scope="row" class="where">
                { passage::place(view, metadata, number) }
                if let Some(speaker) = speaker {
                    { " " }
                    <span class="who">{ speaker }</span>
                }
            </th>
            <td role="cell" class="left" lang={lang.clone()}>
                <span>{ context.left }</span>
            </td>
            <td role="cell" class="pivot" lang={lang.clone()}>
                <ActionLink {view} action={Action::Opened(passage)} is_current={is_open}>
                    { passage::highlight(view, line.hit.reason, &context.hit) }
                </ActionLink>
            </td>
            <td role="cell" class="right" {lang}>
                <span>{ context.right }</span>
            </td>
        </tr>
    }
}

/// Returns the frequency in a sentence, which unfolds into the counts by document.
fn frequency(view: &View, counted: &[Count]) -> Html {
    let language = view.language();
    let documents = view.searcher.index().documents();
    let whole = Count {
        document: 0,
        hits: counted.iter().map(|count| count.hits).sum(),
        words: counted.iter().map(|count| count.words).sum(),
    };
    let with = counted.iter().filter(|count| count.hits > 0).count();
    let sentence = i18n::frequency(
        whole.hits,
        view.answer.passages.len(),
        with,
        whole.rate(),
        whole.words,
        language,
    );
    let row = |count: &Count| {
        let metadata = &documents[count.document].metadata;
        html! {
            <tr>
                <th scope="row">{ i18n::of(&metadata.short, language) }</th>
                <td><DocumentDate date={metadata.date} {language} /></td>
                <td class="figure">{ i18n::number(count.hits, language) }</td>
                <td class="figure">{ i18n::number(count.words, language) }</td>
                <td class="figure">{ i18n::decimal(count.rate(), 1, language) }</td>
            </tr>
        }
    };
    let by_document = view.pick("Par document", "By document");
    html! {
        <details class="frequency">
            <summary>{ sentence }</summary>
            <div class="scrolls" tabindex="0" role="group" aria-label={by_document}>
                <table>
                    <caption>{ by_document }</caption>
                    <thead>
                        <tr>
                            <th scope="col">{ "Document" }</th>
                            <th scope="col">{ "Date" }</th>
                            <th scope="col" class="figure">{ "occurrences" }</th>
                            <th scope="col" class="figure">{ view.pick("mots", "words") }</th>
                            <th scope="col" class="figure">
                                { view.pick("pour 10\u{202f}000\u{a0}mots", "per 10,000 words") }
                            </th>
                        </tr>
                    </thead>
                    <tbody>{ for counted.iter().map(row) }</tbody>
                </table>
            </div>
        </details>
    }
}

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
