//! Words over time in words and figures: the point that is open, the table, the sentences.

use super::counts::{Compared, filters};
use super::position::Position;
use crate::chart::{Cell, Table};
use crate::components::View;
use crate::components::controls::ActionLink;
use crate::i18n;
use crate::state::{Action, MOST_WORDS, Presentation};
use frise_date::{Tongue, phrase_range};
use frise_index::search::Filters;
use frise_index::timeline::{Bin, Bins, Counted, Point};
use yew::prelude::*;

/// Returns the line below the picture: the point that is open with a link to its passages, why a query was refused, or a hint.
pub fn status(view: &View, bins: &Bins, compared: &[Compared<'_>], position: &Position) -> Html {
    let (mut text, mut link) = (String::new(), html! {});
    if position.is_refused {
        let reason = if compared.len() < MOST_WORDS {
            view.pick(
                "Cette requête ne demande rien.",
                "This query asks for nothing.",
            )
        } else {
            view.pick(
                "On compare six requêtes au plus\u{a0}: retirez-en une d’abord.",
                "At most six queries are compared: take one away first.",
            )
        };
        text.push_str(reason);
    } else if let Some((query, day)) = &position.open
        && let Some(one) = compared.iter().find(|one| one.query == query)
        && let Some(bin) = bins.bins.iter().position(|bin| bin.from == *day)
    {
        let query = i18n::quoted_query(query, view.language());
        text = format!("{query}, {}. ", point(view, bins, one, bin));
        link = passages_link(view, one, bins, bin);
    } else if !compared.is_empty() && view.state.presentation == Presentation::Picture {
        text.push_str(view.pick(
            "Un point s’ouvre d’un clic\u{a0}; au clavier, par les flèches et Entrée.",
            "A click opens a point; so do the arrow keys and Enter.",
        ));
    }
    html! {
        <p class="series-status" role="status" aria-live="polite">
            { text }
            { link }
        </p>
    }
}

/// Returns a point in words, without its query: `2016 : 12 occurrences pour 3 456 mots (34,7 pour 10 000)`.
pub fn point(view: &View, bins: &Bins, one: &Compared<'_>, bin: usize) -> String {
    let language = view.language();
    let point = one.points[bin];
    [
        &when(&bins.bins[bin], language),
        view.pick("\u{a0}: ", ": "),
        &count(one, point, language),
        view.pick(" pour ", " in "),
        &i18n::words(point.words as usize, language),
        " (",
        &i18n::decimal(point.rate(), 1, language),
        view.pick(" pour 10\u{202f}000)", " per 10,000)"),
    ]
    .concat()
}

fn when(bin: &Bin, language: Tongue) -> String {
    phrase_range(Some(bin.from), Some(bin.to), language)
}

fn count(one: &Compared<'_>, point: Point, language: Tongue) -> String {
    let many = point.hits as usize;
    match one.sought.counted {
        Counted::Occurrences => i18n::occurrences(many, language),
        Counted::Passages => i18n::passages(many, language),
    }
}

/// Returns a link to the passages of a point. A filter by date keeps every text that may be of that time, and a point counts a
/// text where its date begins; the link says so if that makes a difference.
fn passages_link(view: &View, one: &Compared<'_>, bins: &Bins, bin: usize) -> Html {
    let (point, bin) = (one.points[bin], &bins.bins[bin]);
    if point.passages == 0 {
        return html! {};
    }
    let filters = Filters {
        from: Some(bin.from),
        to: Some(bin.to),
        ..filters(view)
    };
    let found = one.sought.passages(&view.searcher.passing(&filters));
    let label = match found {
        1 => view.pick("Voir le passage", "See the passage").to_string(),
        _ => [
            view.pick("Voir les ", "See the "),
            &i18n::passages(found as usize, view.language()),
        ]
        .concat(),
    };
    let in_part = if found == point.passages {
        ""
    } else {
        view.pick(
            ", même datés en partie seulement",
            ", if only dated in part",
        )
    };
    let action = Action::Searched(one.query.to_string(), view.state.matching, filters);
    html! { <ActionLink {view} {action}>{ label + in_part }</ActionLink> }
}

/// Returns a table with a row for each bin that has words, and for each query its count and its rate.
pub fn table(view: &View, bins: &Bins, compared: &[Compared<'_>]) -> Table {
    let language = view.language();
    let figures = |words_there: u32, point_of: &dyn Fn(&Compared<'_>) -> Point| {
        let mut figures = vec![Cell::Count(words_there)];
        for point in compared.iter().map(point_of) {
            figures.extend([Cell::Count(point.hits), Cell::Rate(point.rate())]);
        }
        figures
    };
    let words_in = |bin: usize| compared.first().map_or(0, |one| one.points[bin].words);
    let rows = bins
        .bins
        .iter()
        .enumerate()
        .filter(|(place, _)| words_in(*place) > 0)
        .map(|(place, bin)| {
            let mut row = vec![Cell::Text {
                text: when(bin, language),
                date: Some([bin.from.to_string(), bin.to.to_string()].join("/")),
                choice: None,
            }];
            row.extend(figures(words_in(place), &|one| one.points[place]));
            row
        });
    let mut foot = vec![Cell::text(view.pick("en tout", "in all"))];
    let all = compared.first().map_or(0, |one| one.whole.words);
    foot.extend(figures(all, &|one| one.whole));
    let mut head = vec!["Date".to_string(), view.pick("mots", "words").to_string()];
    for one in compared {
        let counted = match one.sought.counted {
            Counted::Occurrences => "occurrences",
            Counted::Passages => "passages",
        };
        let name = i18n::quoted_query(one.query, view.language());
        head.push([&name, ", ", counted].concat());
        head.push(
            [
                &name,
                ", ",
                counted,
                view.pick(" pour 10\u{202f}000 mots", " per 10,000 words"),
            ]
            .concat(),
        );
    }
    Table {
        caption: view
            .pick("Mots dans le temps", "Words over time")
            .to_string(),
        head,
        rows: rows.collect(),
        foot: Some(foot),
    }
}

/// Returns a sentence for each query: how often it occurs, and when most.
pub fn sentences(view: &View, bins: &Bins, compared: &[Compared<'_>]) -> Vec<String> {
    let language = view.language();
    let colon = view.pick("\u{a0}: ", ": ");
    let sentence = |one: &Compared<'_>| {
        let mut said = [
            &i18n::quoted_query(one.query, view.language()),
            colon,
            &count(one, one.whole, language),
        ]
        .concat();
        if one.whole.hits == 0 {
            return said + ".";
        }
        let rate = i18n::decimal(one.whole.rate(), 1, language);
        said += &[
            " (",
            &rate,
            view.pick(" pour 10\u{202f}000\u{a0}mots)", " per 10,000 words)"),
        ]
        .concat();
        let counted = one
            .points
            .iter()
            .enumerate()
            .filter(|(_, point)| point.words > 0);
        let mut chief: Option<(usize, &Point)> = None;
        let several = counted.clone().count() > 1;
        for (bin, point) in counted {
            if chief.is_none_or(|(_, most)| point.rate() > most.rate()) {
                chief = Some((bin, point));
            }
        }
        if let Some((bin, point)) = chief.filter(|_| several) {
            said += &[
                view.pick(", surtout ", ", most "),
                &i18n::during_unit(bins.unit, bins.bins[bin].from, bins.bins[bin].to, language),
                " (",
                &i18n::decimal(point.rate(), 1, language),
                ")",
            ]
            .concat();
        }
        said + "."
    };
    compared.iter().map(sentence).collect()
}
