//! The page's HTML: what trunk has put together, with the corpus's own words, and either with the names of its files or with
//! what is in them. `shell/keep.js` makes the second from the first in a browser.

use anyhow::{Context, Result, ensure};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use frise_edition::html::{escape, integrity, policy as meta_policy};

use super::preview;

/// The picture of the page for social media.
pub const PREVIEW: &str = "preview.png";

/// What the first screen says of the corpus before the app runs; plain text, except the list.
#[derive(Clone, Debug, Default)]
pub struct Front {
    /// The name of the corpus.
    pub title: String,
    /// What it holds, in a sentence; may be empty.
    pub sentence: String,
    /// The documents as HTML, with links into the plain page.
    pub documents: String,
}

/// What every edition is made from.
#[derive(Clone, Debug)]
pub struct Parts {
    /// `index.html` as trunk leaves it, with the marks that [`page`] fills.
    pub template: String,
    pub front: Front,
    /// All rules of style.
    pub style: String,
    /// The script that runs first, inline in every edition.
    pub early: String,
    /// The name of the module's file.
    pub module_name: String,
    /// The module: wasm-bindgen's and our own.
    pub module: String,
    /// The script that starts the workshop.
    pub workshop: String,
    /// Where the page will be published, as the address of a folder, if that is known.
    pub base: Option<String>,
}

/// An edition of the page.
#[derive(Clone, Copy, Debug)]
pub enum Edition<'a> {
    /// Everything in files of its own.
    Files,
    /// Everything in one file.
    Whole {
        /// The two files of the app's WebAssembly, packed by gzip.
        packed: [&'a [u8]; 2],
        /// The view to start from: an address from `?` on, or nothing.
        view: &'a str,
    },
}

/// Returns the page's HTML.
///
/// # Errors
/// The template lacks a mark, or a script cannot stand in HTML.
pub fn page(parts: &Parts, edition: Edition) -> Result<String> {
    for script in [&parts.early, &parts.module] {
        let lower = script.to_ascii_lowercase();
        ensure!(
            !lower.contains("</script") && !lower.contains("<!--"),
            "a script holds `</script` or `<!--`, so that it cannot stand in the page"
        );
    }
    let front = &parts.front;
    let (title, sentence) = (escape(&front.title), escape(&front.sentence));
    let description = match &*sentence {
        "" => String::new(),
        sentence => format!("<meta name=\"description\" content=\"{sentence}\">"),
    };
    let fillings = [
        ("<!--security-->", policy(parts)),
        ("<!--scripts-->", scripts(parts, edition)),
        (
            "<title>Frise</title>",
            format!("<title>{title} — Frise</title>"),
        ),
        (
            "<!--description-->",
            match (edition, &parts.base) {
                (Edition::Files, Some(base)) => description + &previews(front, base),
                _ => description,
            },
        ),
        ("<!--style-->", format!("<style>{}</style>", parts.style)),
        ("<h1>Frise</h1>", format!("<h1>{title}</h1>")),
        ("<!--sentence-->", sentence.into_owned()),
    ];
    let mut html = without_trunks(&parts.template)?;
    html = dense(&html);
    html = match edition {
        Edition::Files => fill(&html, "<!--documents-->", &front.documents)?,
        // There is no plain page beside it to lead to.
        Edition::Whole { .. } => without_first(&html, "<div class=\"plain\"", "</div>")?,
    };
    for (mark, text) in fillings {
        html = fill(&html, mark, &text)?;
    }
    Ok(html)
}

/// Returns what social media show of a link to the page (The Open Graph protocol, and the one tag of Twitter's that it
/// lacks). The picture needs an absolute address.
fn previews(front: &Front, base: &str) -> String {
    let size = |size: usize| size.to_string();
    let tags = [
        ("property=\"og:type\"", "website"),
        ("property=\"og:site_name\"", "Frise"),
        ("property=\"og:title\"", &front.title),
        ("property=\"og:description\"", &front.sentence),
        ("property=\"og:url\"", base),
        ("property=\"og:image\"", &format!("{base}{PREVIEW}")),
        ("property=\"og:image:width\"", &size(preview::WIDTH)),
        ("property=\"og:image:height\"", &size(preview::HEIGHT)),
        ("name=\"twitter:card\"", "summary_large_image"),
    ];
    let tags = tags.iter().filter(|(_, content)| !content.is_empty());
    tags.map(|(name, content)| format!("<meta {name} content=\"{}\" data-files>", escape(content)))
        .collect()
}

/// Returns what the page may do: run these scripts and styles, and load from its own place. Two heights and a width of the
/// drawn timelines are attributes, which take no hash.
fn policy(parts: &Parts) -> String {
    meta_policy(&format!(
        "script-src '{}' '{}' '{}' 'wasm-unsafe-eval'; style-src '{}'; style-src-attr 'unsafe-inline'; connect-src 'self'; \
         img-src 'self' data:; manifest-src 'self'; worker-src 'self'",
        integrity(&parts.early),
        integrity(&parts.module),
        integrity(&parts.workshop),
        integrity(&parts.style),
    ))
}

/// Returns the scripts, and in the order that they need: what is packed before the script that looks for it. What is marked
/// `data-files` is replaced when a reader keeps the page.
fn scripts(parts: &Parts, edition: Edition) -> String {
    let early = format!("<script>{}</script>", parts.early);
    match edition {
        Edition::Files => format!(
            "{early}<script type=\"module\" src=\"{}\" integrity=\"{}\" crossorigin data-files></script>\
             <link rel=\"manifest\" href=\"manifest.webmanifest\" data-files>\
             <link rel=\"apple-touch-icon\" href=\"icon-192.png\" data-files>",
            parts.module_name,
            integrity(&parts.module),
        ),
        Edition::Whole { packed, view } => format!(
            "<meta name=\"frise-view\" content=\"{}\" data-files>\
             <script type=\"application/gzip\" id=\"frise-wasm\" data-files>{}</script>\
             <script type=\"application/gzip\" id=\"frise-deferred\" data-files>{}</script>\
             {early}<script type=\"module\" data-files>{}</script>",
            escape(view),
            BASE64_STANDARD.encode(packed[0]),
            BASE64_STANDARD.encode(packed[1]),
            parts.module,
        ),
    }
}

/// Returns the styles in a page, one after another.
pub fn styles(html: &str) -> String {
    let after = html.split("<style>").skip(1);
    let styles = after.filter_map(|rest| Some(rest.split_once("</style>")?.0));
    styles.collect::<Vec<_>>().join("\n")
}

/// Returns the page without what trunk loads it by, and without its styles, which come back as one.
fn without_trunks(html: &str) -> Result<String> {
    let mut html = without_first(html, "<script type=\"module\">", "</script>")?;
    for rel in ["modulepreload", "preload"] {
        html = without_first(&html, &format!("<link rel=\"{rel}\""), ">")?;
    }
    while html.contains("<style>") {
        html = without_first(&html, "<style>", "</style>")?;
    }
    Ok(html)
}

/// Returns the text without its first stretch from `start` to `end`.
fn without_first(text: &str, start: &str, end: &str) -> Result<String> {
    let (before, rest) = text
        .split_once(start)
        .with_context(|| format!("index.html has no {start}"))?;
    let (_, after) = rest
        .split_once(end)
        .with_context(|| format!("index.html has no {end} after {start}"))?;
    Ok([before, after].concat())
}

/// Returns the text with `mark` replaced, which must be there once.
fn fill(text: &str, mark: &str, filling: &str) -> Result<String> {
    let places = text.matches(mark).count();
    ensure!(
        places == 1,
        "the page has {mark} {places} times, and should once"
    );
    Ok(text.replacen(mark, filling, 1))
}

/// Without the indentation of our own lines. No element of the template keeps its white space; scripts and styles come in
/// later, and stay as they are hashed.
fn dense(html: &str) -> String {
    let lines = html.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.collect::<Vec<_>>().join("\n") + "\n"
}

#[cfg(test)]
mod tests {
    use super::{Edition, Front, Parts, page, styles};
    use frise_edition::html::integrity;

    const TEMPLATE: &str = "<head><!--security-->
        <!--scripts-->
        <title>Frise</title><!--description--><!--style--><style>a { }</style><style>b { }</style>
        <script type=\"module\">import './x.js'</script><link rel=\"modulepreload\" href=x><link rel=\"preload\" href=y>
        <h1>Frise</h1><p><!--sentence--></p><div class=\"plain\" data-files><!--documents--></div>";

    fn parts() -> Parts {
        Parts {
            template: TEMPLATE.to_owned(),
            front: Front {
                title: "A & \"B\"".to_owned(),
                sentence: "C < D".to_owned(),
                documents: "<ol></ol>".to_owned(),
            },
            style: "a{}".to_owned(),
            early: "early()".to_owned(),
            module_name: "frise-1.js".to_owned(),
            module: "start()".to_owned(),
            workshop: "work()".to_owned(),
            base: None,
        }
    }

    fn check(html: &str, present: &[&str], absent: &[&str]) {
        for part in present {
            assert_eq!(html.matches(part).count(), 1, "{part}\nin {html}");
        }
        for part in absent {
            assert!(!html.contains(part), "{part}\nin {html}");
        }
    }

    #[test]
    fn a_published_page_has_a_preview_with_absolute_addresses() {
        let mut parts = parts();
        let unpublished = page(&parts, Edition::Files).expect("a page");
        check(&unpublished, &[], &["og:", "twitter:"]);
        parts.base = Some("https://example.org/frise/".to_owned());
        let published = page(&parts, Edition::Files).expect("a page");
        let image = "<meta property=\"og:image\" content=\"https://example.org/frise/preview.png\" data-files>";
        let title = "<meta property=\"og:title\" content=\"A &amp; &quot;B&quot;\" data-files>";
        check(&published, &[image, title, "twitter:card"], &[]);
        let (packed, view) = ([&b"gz"[..]; 2], "");
        let whole = page(&parts, Edition::Whole { packed, view }).expect("a page");
        check(&whole, &[], &["og:", "twitter:"]);
    }

    #[test]
    fn the_page_names_its_files_and_allows_nothing_else() {
        let module = format!(
            "<script type=\"module\" src=\"frise-1.js\" integrity=\"{}\"",
            integrity("start()")
        );
        let policy = format!(
            "script-src '{}' '{}' '{}' 'wasm-unsafe-eval'; style-src '{}'",
            integrity("early()"),
            integrity("start()"),
            integrity("work()"),
            integrity("a{}")
        );
        check(
            &page(&parts(), Edition::Files).unwrap(),
            &[
                "default-src 'none'",
                &policy,
                "<script>early()</script>",
                &module,
                "<style>a{}</style>",
                "<title>A &amp; &quot;B&quot; — Frise</title>",
                "<h1>A &amp; &quot;B&quot;</h1>",
                "content=\"C &lt; D\"",
                "<p>C &lt; D</p>",
                "<ol></ol>",
            ],
            &["<!--", "unsafe-eval' 'unsafe", "import", "preload", "b {"],
        );
    }

    #[test]
    fn the_whole_page_holds_its_files_under_the_same_hashes() {
        let packed = Edition::Whole {
            packed: [b"wasm", b"more"],
            view: "?q=\"a b\"#c.p1",
        };
        let html = page(&parts(), packed).unwrap();
        check(
            &html,
            &[
                "<meta name=\"frise-view\" content=\"?q=&quot;a b&quot;#c.p1\" data-files>",
                "id=\"frise-wasm\" data-files>d2FzbQ==</script>",
                "<script type=\"module\" data-files>start()</script>",
                &integrity("early()"),
                &integrity("start()"),
            ],
            &[
                "src=\"",
                ".webmanifest",
                "href",
                "<ol>",
                "class=\"plain\"",
                "<!--",
            ],
        );
        let packed = html.find("frise-wasm").unwrap();
        let early = html.find("<script>early()").unwrap();
        assert!(packed < early, "the first script must find it");
    }

    #[test]
    fn what_does_not_fit_is_refused() {
        let refuse = |change: fn(&mut Parts), reason: &str| {
            let mut parts = parts();
            change(&mut parts);
            let refusal = page(&parts, Edition::Files).unwrap_err().to_string();
            assert!(refusal.contains(reason), "{refusal}");
        };
        refuse(|parts| parts.module.push_str("'</SCRIPT>'"), "</script");
        refuse(|parts| parts.early.push_str("'<!--'"), "<!--");
        refuse(
            |parts| parts.template = TEMPLATE.replace("<!--style-->", ""),
            "<!--style--> 0 times",
        );
        refuse(
            |parts| parts.template.push_str("<h1>Frise</h1>"),
            "<h1>Frise</h1> 2 times",
        );
        refuse(
            |parts| parts.template = TEMPLATE.replace("modulepreload", "next"),
            "modulepreload",
        );
    }

    #[test]
    fn styles_are_read_in_order() {
        assert_eq!(styles(TEMPLATE), "a { }\nb { }");
    }
}
