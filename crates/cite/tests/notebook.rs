//! The notebook: what is saved is opened, and what is exported is whole.

mod common;

use std::io::{Cursor, Read};

use common::{PAGE, document, index, setting};
use frise_cite::Style;
use frise_cite::notebook::{Content, Item, Notebook, NotebookError};
use frise_date::Tongue;
use frise_index::Index;

fn corpus() -> Index {
    index(vec![
        document("a", "Hugo, Victor", "Un & <titre>", "2010-06~"),
        document("b", "", "Deux", "2016-05-24"),
    ])
}

fn item(content: Content, note: &str) -> Item {
    Item {
        content,
        note: note.to_owned(),
    }
}

fn passage(id: &str, quote: &str) -> Content {
    Content::Passage {
        id: id.to_owned(),
        quote: quote.to_owned(),
    }
}

fn collected(index: &Index) -> Notebook {
    let mut notebook = Notebook::new(index);
    notebook.items = vec![
        item(
            passage("b.p1-2", ""),
            "Une note\n# sur *deux* lignes\n- et\n2016. Trois",
        ),
        item(passage("a.p1", "l’État protège"), ""),
        item(
            Content::Hit {
                id: "a.p2".to_owned(),
                left: "«".to_owned(),
                hit: "Bonjour".to_owned(),
                right: "& merci".to_owned(),
            },
            "",
        ),
        item(
            Content::Figure {
                title: "Mots | par an".to_owned(),
                address: format!("{PAGE}?q=mot"),
                head: vec!["année".to_owned(), "mots".to_owned()],
                rows: vec![vec!["2016".to_owned(), "=1 | 2".to_owned()]],
            },
            "",
        ),
    ];
    notebook
}

#[test]
fn what_is_saved_is_opened() {
    let index = corpus();
    let notebook = collected(&index);
    let json = notebook.to_json();
    assert_eq!(Notebook::from_json(&json), Ok(notebook.clone()));
    assert_eq!(
        Notebook::from_json(&format!("\u{feff}{json}")),
        Ok(notebook.clone())
    );
    assert!(json.contains("\"kind\": \"passage\""), "{json}");
    assert!(notebook.fit(&index).is_whole());
}

#[test]
fn other_files_are_refused_with_the_next_step() {
    for (text, expected) in [
        ("", "expected a notebook that Frise saved"),
        ("[]", "expected a notebook that Frise saved"),
        (
            "{\"format\": \"x\", \"format_version\": 1}",
            "its format is x",
        ),
        (
            "{\"format\": \"frise-notebook\", \"format_version\": 1}",
            "missing field `corpus`",
        ),
    ] {
        let error = Notebook::from_json(text)
            .expect_err("no notebook")
            .to_string();
        assert!(error.contains(expected), "{error}");
    }
    let later = "{\"format\": \"frise-notebook\", \"format_version\": 2}";
    assert_eq!(Notebook::from_json(later), Err(NotebookError::TooNew(2)));
}

#[test]
fn another_corpus_or_version_is_said() {
    let index = corpus();
    let mut notebook = collected(&index);
    notebook.corpus = "autre".to_owned();
    notebook.version = "0".to_owned();
    notebook.items.push(item(passage("a.p9", ""), ""));
    notebook.items.push(item(passage("zzz.p1", ""), ""));
    notebook
        .items
        .push(item(passage("a.p1", "ce qui n’y est pas"), ""));
    let fit = notebook.fit(&index);
    assert_eq!(fit.other_corpus.as_deref(), Some("autre"));
    assert_eq!(fit.other_version.as_deref(), Some("0"));
    assert_eq!(fit.missing, [(4, Some("a.p2".to_owned())), (5, None)]);
    assert_eq!(fit.changed, [6]);
    let outline = notebook.outline(&index, Style::Apa, &setting(Tongue::French));
    let markdown = outline.to_markdown();
    assert!(markdown.contains("Le passage zzz.p1 n’est pas dans cette version du corpus."));
}

#[test]
fn exports_have_texts_citations_notes_and_a_bibliography() {
    let index = corpus();
    let outline = collected(&index).outline(&index, Style::Iso690, &setting(Tongue::French));
    let markdown = outline.to_markdown();
    for expected in [
        "# Un corpus d’essai\n",
        "> Il a dit que l’État protège l’espace.\n",
        "Une note  \n\\# sur \\*deux\\* lignes  \n\\- et  \n2016\\. Trois\n",
        "> « *Bonjour* \\& merci\n",
        "| année | mots |\n|---|---|\n| 2016 | =1 \\| 2 |\n",
        "## Bibliographie\n",
        "<https://example.org/frise/#b.p1-2.",
    ] {
        assert!(markdown.contains(expected), "{expected}\nin {markdown}");
    }
    let html = outline.to_html();
    assert!(
        html.contains("Un &amp; &lt;titre&gt;") && !html.contains("<titre>"),
        "{html}"
    );
    assert!(html.contains("<td>=1 | 2</td>"), "{html}");
    let keys = collected(&index).bibliography(&index, &setting(Tongue::French));
    let keys: Vec<String> = keys.iter().map(|reference| reference.key()).collect();
    assert_eq!(keys, ["b", "a"]);
}

#[test]
fn the_view_of_a_figure_is_linked_by_its_whole_address() {
    let index = corpus();
    let html = |address: &str| {
        let mut notebook = Notebook::new(&index);
        let content = Content::Figure {
            title: "Mots".to_owned(),
            address: address.to_owned(),
            head: Vec::new(),
            rows: Vec::new(),
        };
        notebook.items = vec![item(content, "")];
        notebook
            .outline(&index, Style::Apa, &setting(Tongue::French))
            .to_html()
    };
    for (address, expected) in [
        ("?q=mot", "<a href=\"https://example.org/frise/?q=mot\">"),
        (
            "https://example.org/?q=mot",
            "<a href=\"https://example.org/?q=mot\">",
        ),
        ("javascript:alert(1)", ", javascript:alert(1)</p>"),
    ] {
        let html = html(address);
        assert!(html.contains(expected), "{expected} in {html}");
    }
}

#[test]
fn an_empty_notebook_takes_another_one_whole() {
    let index = corpus();
    let mut other = collected(&index);
    other.title = "Mon carnet".to_owned();
    other.version = "0".to_owned();
    let mut own = Notebook::new(&index);
    own.extend(other.clone());
    assert_eq!(own, other);
}

#[test]
fn docx_is_a_package_of_sound_xml() {
    let index = corpus();
    let outline = collected(&index).outline(&index, Style::Mla, &setting(Tongue::French));
    let docx = outline.to_docx().expect("a document");
    let mut package = zip::ZipArchive::new(Cursor::new(docx)).expect("a ZIP");
    let mut part = |name: &str| {
        let mut text = String::new();
        package
            .by_name(name)
            .expect(name)
            .read_to_string(&mut text)
            .expect("UTF-8");
        roxmltree::Document::parse(&text).expect("XML");
        text
    };
    for name in ["[Content_Types].xml", "_rels/.rels", "word/styles.xml"] {
        part(name);
    }
    let links = part("word/_rels/document.xml.rels");
    assert!(
        links.contains("Target=\"https://example.org/frise/#b.p1-2."),
        "{links}"
    );
    let document = part("word/document.xml");
    assert!(document.contains("« Bonjour &amp; merci »"), "{document}");
}

#[test]
fn a_large_notebook_is_exported() {
    let index = corpus();
    let mut notebook = Notebook::new(&index);
    notebook.items = vec![item(passage("a.p1", ""), "note"); 10_000];
    let outline = notebook.outline(&index, Style::Apa, &setting(Tongue::English));
    assert_eq!(outline.to_markdown().matches("> Il a dit").count(), 10_000);
    assert!(outline.to_docx().is_ok());
}

#[test]
fn a_short_notebook_fits_in_a_link() {
    let index = corpus();
    let mut notebook = collected(&index);
    let link = notebook.to_link().expect("a short notebook");
    assert_eq!(Notebook::from_link(&link), Ok(notebook.clone()));
    for broken in [
        "",
        "é",
        "a",
        &link[..link.len() - 8],
        &format!("{link}AAAA"),
    ] {
        let read = Notebook::from_link(broken);
        assert!(
            matches!(read, Err(NotebookError::NotANotebook(_))),
            "{broken}"
        );
    }
    let whole = notebook.items.len();
    notebook.extend(collected(&index));
    assert_eq!(
        notebook.items.len(),
        whole,
        "what is there is not added again"
    );
    notebook.items[0].note = "long ".repeat(1200);
    assert_eq!(notebook.to_link(), None);
}
