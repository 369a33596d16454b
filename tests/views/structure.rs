//! What those who do not see the page go by: parts with a role, and headings that skip no level. `cargo xtask
//! audit` asks axe for the same in a browser, and for more.

use super::{embedded_page, view};
use frise::components::ViewProps;
use frise::components::search::Help;
use frise_index::search::Searcher;
use tokio::runtime::Builder;
use tokio::task::LocalSet;
use yew::LocalServerRenderer;

/// Elements that parts of the page are found by. A section without a name is none, and the page has no such section.
const LANDMARKS: [&str; 6] = ["header", "main", "nav", "search", "section", "aside"];

/// The elements that have no end.
const VOID: [&str; 5] = ["input", "br", "hr", "img", "wbr"];

/// Returns the tags of some HTML, `/p` for the end of a `p`, each with the text that follows it.
fn tags(html: &str) -> impl Iterator<Item = (&str, &str)> {
    html.split('<').skip(1).filter_map(|part| {
        let (tag, text) = part.split_once('>')?;
        let is_comment = tag.starts_with('!');
        (!is_comment && !tag.ends_with('/')).then_some((tag, text))
    })
}

fn name(tag: &str) -> &str {
    tag.split([' ', '\n']).next().unwrap_or(tag)
}

/// Returns the texts that stand outside of every landmark, but for messages that are read out by themselves and skip links.
fn outside_of_landmarks(html: &str) -> Vec<&str> {
    let mut open: Vec<&str> = Vec::new();
    let mut outside = Vec::new();
    for (tag, text) in tags(html) {
        if tag.starts_with('/') {
            open.pop();
        } else if !VOID.contains(&name(tag)) {
            open.push(tag);
        }
        let is_found =
            |tag: &&str| LANDMARKS.contains(&name(tag)) || tag.contains("role=\"status\"");
        if !text.trim().is_empty() && !open.iter().any(is_found) {
            outside.push(text.trim());
        }
    }
    outside
}

/// Returns the levels of the headings, in their order.
fn levels(html: &str) -> Vec<u32> {
    let level = |tag: &str| name(tag).strip_prefix('h')?.parse().ok();
    tags(html).filter_map(|(tag, _)| level(tag)).collect()
}

fn check_levels(html: &str, above: u32, of: &str) {
    let mut before = above;
    for level in levels(html) {
        assert!(level <= before + 1, "h{level} after h{before} in {of}");
        before = level;
    }
    assert!(before > above, "{of} has no heading");
}

#[test]
fn every_text_is_in_a_landmark_and_headings_skip_no_level() {
    for address in [
        "",
        "?q=paix",
        "?q=paix&lang=en",
        "?q=paix&speaker=gouvernement-chinois&from=2016",
        "?q=souveraineté&view=concordance",
        "?q=paix#strategie-2017.p12",
        "?q=paix&view=table",
        "?q=paix&view=sentence",
        "?words=cyberespace&words=paix",
        "?q=paix&embed=1&lock=1",
        "?tour=communaute-de-destin&step=2",
        "?q=dragon&from=demain",
    ] {
        let html = embedded_page(address);
        assert_eq!(outside_of_landmarks(&html), [""; 0], "{address}");
        check_levels(&html, 0, address);
    }
}

#[test]
fn headings_of_the_help_stand_below_the_title_of_the_page() {
    let searcher = Searcher::open(frise::EMBEDDED).expect("the embedded index opens");
    let props = ViewProps {
        view: view(searcher, ""),
    };
    let renderer = LocalServerRenderer::<Help>::with_props(props).hydratable(false);
    let runtime = Builder::new_current_thread().build().expect("a runtime");
    let html = LocalSet::new().block_on(&runtime, renderer.render());
    check_levels(&html, 1, "the help");
}
