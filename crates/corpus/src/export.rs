//! The corpus for those who cannot or need not run the page: the texts as plain HTML.

use frise_date::{Tongue, phrase};
use frise_index::model::{Bilingual, Corpus, Document, Metadata, Passage, RunKind, Voice};
use frise_text::direction;
use html_escape::encode_double_quoted_attribute as escape;

/// One HTML document that holds all texts, without a script: headings, paragraphs with the ids of
/// their passages, speech with the name of its speaker on demand. In French, with English labels.
///
/// ```
/// use frise_corpus::{SourceFile, export::plain_page, parse};
///
/// let line = r#"{"id": "a", "date": "1789-08-26", "text": "Liberté & propriété"}"#;
/// let file = SourceFile { path: "droits.jsonl".into(), bytes: line.into() };
/// let page = plain_page(&parse(&[file]).expect("a corpus without mistakes").corpus);
/// assert!(page.contains("<p id=\"a.p1\">Liberté &amp; propriété</p>"));
/// ```
pub fn plain_page(corpus: &Corpus) -> String {
    let mut page = [HEAD, STYLE].concat();
    let title = &corpus.title;
    page.push_str(&format!(
        "<title>{}</title>\n</head>\n<body>\n<header>\n",
        escape(&title.fr)
    ));
    page.push_str(&format!(
        "<h1>{}</h1>\n<p lang=\"en\">{}</p>\n",
        escape(&title.fr),
        escape(&title.en)
    ));
    paragraphs(&mut page, &corpus.sentence);
    paragraphs(&mut page, &corpus.notice);
    page.push_str("<p><a href=\"./\">La frise / The timeline</a></p>\n");
    page.push_str(&document_list(corpus, "", usize::MAX));
    page.push_str("</header>\n<main>\n");
    corpus
        .documents
        .iter()
        .for_each(|document| article(&mut page, document, corpus));
    page.push_str("</main>\n</body>\n</html>\n");
    page
}

/// Returns the first documents of a corpus, at most so many, as a list in HTML: title in French, date, and a link to where
/// each stands in the plain page, whose address this is.
pub fn document_list(corpus: &Corpus, plain_page: &str, most: usize) -> String {
    let item = |document: &Document| {
        let metadata = &document.metadata;
        format!(
            "<li><a href=\"{plain_page}#{}\">{}</a>, {}</li>\n",
            escape(&metadata.id),
            escape(&metadata.title.fr),
            date(metadata)
        )
    };
    let items: String = corpus.documents.iter().take(most).map(item).collect();
    ["<ol>\n", &items, "</ol>\n"].concat()
}

fn date(metadata: &Metadata) -> String {
    match metadata.date {
        Some(date) => format!(
            "<time datetime=\"{date}\">{}</time>",
            phrase(&date, Tongue::French)
        ),
        None => "sans date".to_string(),
    }
}

const HEAD: &str = "<!doctype html>
<html lang=\"fr\">
<head>
<meta charset=\"utf-8\">
<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">
<meta name=\"color-scheme\" content=\"light dark\">
<link rel=\"icon\" href=\"data:,\">
";

/// The style of pages without scripts.
const STYLE: &str = concat!(
    "<style>\n",
    include_str!("../../../styles/plain.css"),
    "</style>\n"
);

fn paragraphs(page: &mut String, text: &Bilingual) {
    if !text.fr.is_empty() {
        page.push_str(&format!(
            "<p>{}</p>\n<p lang=\"en\">{}</p>\n",
            escape(&text.fr),
            escape(&text.en)
        ));
    }
}

fn article(page: &mut String, document: &Document, corpus: &Corpus) {
    let metadata = &document.metadata;
    page.push_str(&format!(
        "<article id=\"{}\" lang=\"{}\" dir=\"{}\">\n<h2 dir=\"auto\">{}</h2>\n<p dir=\"ltr\">{}",
        escape(&metadata.id),
        escape(&metadata.language),
        direction(&metadata.language),
        escape(&metadata.title.fr),
        date(metadata),
    ));
    if !metadata.date_note.fr.is_empty() {
        page.push_str(&format!(" ({})", escape(&metadata.date_note.fr)));
    }
    page.push_str("</p>\n");
    for (number, passage) in (1..).zip(&document.passages) {
        paragraph(page, passage, &format!("{}.p{number}", metadata.id), corpus);
    }
    page.push_str("</article>\n");
}

fn paragraph(page: &mut String, passage: &Passage, id: &str, corpus: &Corpus) {
    for run in &passage.runs {
        if let RunKind::Heading(level) = run.kind {
            let level = (level + 2).min(6);
            page.push_str(&format!("<h{level}>{}</h{level}>\n", escape(&run.text)));
        }
    }
    page.push_str(&format!("<p id=\"{}\">", escape(id)));
    for run in &passage.runs {
        let speaker = run
            .speaker
            .and_then(|place| corpus.speakers.get(place))
            .map(|speaker| match run.date {
                Some(date) => format!("{}, {}", speaker.name.fr, phrase(&date, Tongue::French)),
                None => speaker.name.fr.clone(),
            });
        match (run.kind, speaker) {
            (RunKind::Heading(_), _) => {}
            (RunKind::Span(voice @ (Voice::Direct | Voice::Reported)), Some(speaker)) => page
                .push_str(&format!(
                    "<span class=\"{}\" title=\"{}\">{}</span>",
                    voice.id(),
                    escape(&speaker),
                    escape(&run.text)
                )),
            (RunKind::Span(_), _) => page.push_str(&escape(&run.text)),
        }
    }
    page.push_str("</p>\n");
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::{SourceFile, parse};

    #[test]
    fn texts_are_told_whole_and_never_as_markup() {
        let file = |path: &str, text: &str| SourceFile {
            path: path.to_string(),
            bytes: text.as_bytes().to_vec(),
        };
        let front = "+++\nid = \"a\"\ntitle = \"A & B\"\ndate = \"2016\"\ntype = \"k\"\nlanguage = \"fr\"\n+++\n";
        let body = "# Un\n\nDit : <said who=\"ada\" direct=\"true\" when=\"2015\">« \\<b> »</said>.\n\nFin.";
        let parsed = parse(&[
            file(
                "corpus.toml",
                "id = \"c\"\ntitle = \"C\"\nsentence = \"s\"\n[[kinds]]\nid = \"k\"\nfr = \"K\"\nen = \"K\"\n",
            ),
            file(
                "speakers.toml",
                "[[speaker]]\nid = \"ada\"\nname = \"Ada\"\n",
            ),
            file("themes.toml", ""),
            file("documents/a.md", &format!("{front}{body}")),
        ]);
        let corpus = parsed.expect("a corpus").corpus;
        let page = plain_page(&corpus);
        for expected in [
            "<h2 dir=\"auto\">A &amp; B</h2>",
            "<h3>Un</h3>",
            "<p id=\"a.p1\">Dit : <span class=\"direct\" title=\"Ada, 2015\">« &lt;b&gt; »</span>.</p>",
            "<p id=\"a.p2\">Fin.</p>",
        ] {
            assert!(page.contains(expected), "{expected}\nin {page}");
        }
        assert!(!page.contains("<script"));
        assert!(page.contains("prefers-color-scheme: dark"));
        let list = document_list(&corpus, "texts.html", 1);
        assert!(
            list.contains("<li><a href=\"texts.html#a\">A &amp; B</a>, <time datetime=\"2016\">2016</time></li>"),
            "{list}"
        );
        assert!(!document_list(&corpus, "texts.html", 0).contains("<li>"));
    }
}
