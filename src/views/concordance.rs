//! The concordance: each hit on a line, the words before and after it aligned, and how often it occurs.

use super::elements::{classes, column, date, element, figure, label, link, more, row_head, text};
use super::hooks::{use_after, use_kept, use_made};
use super::select::Select;
use super::{Shared, View, ViewProps, passage};
use crate::state::{Action, CONTEXTS};
use crate::url::KEYS;
use crate::words;
use frise_date::Tongue;
use frise_index::concordance::{Count, Key, Line, counts, lines, sorted};
use frise_markup::html;
use yew::prelude::*;

/// How many lines are shown at first, and how many more each time.
const STEP: usize = 100;

/// The lines of the answer with their counts, and how they are shown.
#[component]
pub fn Concordance(props: &ViewProps) -> Html {
    let view = &props.view;
    let index = view.searcher.index();
    let found = use_made(
        (view.answer.clone(), view.state.filters.clone()),
        |(answer, filters)| {
            let found = lines(&view.searcher, answer, filters);
            let counts = counts(&view.searcher, &found, filters);
            (found, counts)
        },
    );
    let found = Shared(found);
    let asked = (
        found.clone(),
        view.state.keys.clone(),
        view.language() == Tongue::French,
    );
    let ordered = use_made(asked.clone(), |(found, keys, french)| {
        sorted(index, found.0.0.clone(), keys, *french)
    });
    let shown = use_kept(|| STEP);
    {
        let shown = shown.clone();
        use_after(asked, move |_| shown.set(STEP));
    }
    if ordered.is_empty() {
        let french = "Rien à aligner\u{a0}: cherchez un mot, ou tenez un thème.";
        let english = "Nothing to align: search for a word, or hold a theme.";
        return label(view, "p", "no-lines", french, english);
    }
    let rest = ordered.len().saturating_sub(*shown);
    html! {
        <div class="concordance">
            { frequency(view, &found.0.1) }
            <table role="table" aria-label="Concordance">
                <thead role="rowgroup"><tr role="row">
                    { part_of_line("", view.pick("Où", "Where")) }
                    { part_of_line("left", view.pick("Avant", "Before")) }
                    { part_of_line("pivot", view.pick("Mot", "Word")) }
                    { part_of_line("right", view.pick("Après", "After")) }
                </tr></thead>
                <tbody role="rowgroup">{ for ordered.iter().take(*shown).map(|line| row(view, line)) }</tbody>
            </table>
            if rest > 0 { { more(view, &shown, STEP, words::lines(rest, view.language())) } }
        </div>
    }
}

fn part_of_line(class: &'static str, label: &str) -> Html {
    html! { <th role="columnheader" scope="col" {class}>{ label }</th> }
}

fn row(view: &View, line: &Line) -> Html {
    let index = view.searcher.index();
    let metadata = &index.documents()[index.document_of(line.hit.passage)].metadata;
    let context = line.context(index, view.state.context);
    let action = Action::Opened(line.hit.passage);
    let id = index.passage_id(line.hit.passage);
    let number = id.rsplit_once(".p").map_or("", |(_, number)| number);
    let speaker = line
        .speaker
        .and_then(|speaker| index.about().speakers.get(speaker as usize))
        .map(|speaker| words::of(&speaker.name, view.language()));
    let open = view.state.passage == Some(line.hit.passage);
    let side = |class: &'static str, words: &str| {
        html! { <td role="cell" {class} lang={metadata.language.clone()}>{ element("span", "", text(words)) }</td> }
    };
    let hit = passage::mark(view, line.hit.reason, &context.hit);
    html! {
        <tr role="row" key={line.hit.start} class={classes(&[("open", open)])}>
            <th role="rowheader" scope="row" class="where">
                { passage::place(view, metadata, number) }
                if let Some(speaker) = speaker { { " " }{ element("span", "who", text(speaker)) } }
            </th>
            { side("left", &context.left) }
            <td role="cell" class="pivot" lang={metadata.language.clone()}>{ link(view, "", action, open, hit) }</td>
            { side("right", &context.right) }
        </tr>
    }
}

/// How often it occurs: in a sentence, and by document on demand.
fn frequency(view: &View, counted: &[Count]) -> Html {
    let language = view.language();
    let documents = view.searcher.index().documents();
    let whole = Count {
        document: 0,
        hits: counted.iter().map(|count| count.hits).sum(),
        words: counted.iter().map(|count| count.words).sum(),
    };
    let with = counted.iter().filter(|count| count.hits > 0).count();
    let sentence = words::frequency(
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
                { row_head(text(words::of(&metadata.short, language))) }
                { element("td", "", date(view, metadata)) }
                { figure(words::number(count.hits, language)) }
                { figure(words::number(count.words, language)) }
                { figure(words::decimal(count.rate(), 1, language)) }
            </tr>
        }
    };
    html! {
        <details class="frequency">
            { element("summary", "", text(&sentence)) }
            <div class="scrolls" tabindex="0" role="group" aria-label={view.pick("Par document", "By document")}>
                <table>
                    { label(view, "caption", "", "Par document", "By document") }
                    <thead><tr>
                        { column("", "Document") }
                        { column("", "Date") }
                        { column("figure", "occurrences") }
                        { column("figure", view.pick("mots", "words")) }
                        { column("figure", view.pick("pour 10\u{202f}000\u{a0}mots", "per 10,000 words")) }
                    </tr></thead>
                    <tbody>{ for counted.iter().map(row) }</tbody>
                </table>
            </div>
        </details>
    }
}

/// The choice of order and of length.
pub fn arrangement(view: &View) -> Html {
    let act = view.act.clone();
    let choose = Callback::from(move |place: usize| {
        if let Some(words) = CONTEXTS.get(place) {
            act.emit(Action::Lengthened(*words));
        }
    });
    let words = CONTEXTS.map(|count| words::words(count as usize, view.language()).into());
    let held = CONTEXTS
        .iter()
        .position(|words| *words == view.state.context);
    html! {
        <div class="arrangement">
            { choice_of_key(view, "key1", view.pick("Trier par", "Sort by"), 0) }
            if !view.state.keys.is_empty() { { choice_of_key(view, "key2", view.pick("puis par", "then by"), 1) } }
            <Select id="context" class="order" label={view.pick("Contexte", "Context")} {choose}
                options={words.to_vec()} chosen={held.unwrap_or(0)} />
        </div>
    }
}

/// The choice of the first or the second key; the first of the values is none.
fn choice_of_key(view: &View, id: &'static str, label: &'static str, place: usize) -> Html {
    let (act, keys) = (view.act.clone(), view.state.keys.clone());
    let choose = Callback::from(move |chosen: usize| {
        let key = chosen.checked_sub(1).and_then(|chosen| KEYS.get(chosen));
        let key = key.map(|(key, _)| *key);
        act.emit(Action::SortedLines(with_key(&keys, place, key)));
    });
    let held = view.state.keys.get(place);
    let chosen = KEYS.iter().position(|(key, _)| Some(key) == held);
    let none = view.pick("ordre du texte", "order of the text");
    let names = KEYS
        .iter()
        .map(|(key, _)| words::key(*key, view.language()));
    let options = std::iter::once(none).chain(names);
    html! {
        <Select {id} class="order" {label} {choose}
            options={options.map(AttrValue::from).collect::<Vec<_>>()}
            chosen={chosen.map_or(0, |chosen| chosen + 1)} />
    }
}

/// The keys with another one at a place, or none there and after; no key twice.
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
