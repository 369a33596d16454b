//! HTML, as browsers read it.

use super::{Element, Node};
use html5gum::{DefaultEmitter, Token, Tokenizer};

/// Elements that have no content.
const VOID: [&str; 14] = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr",
];

/// Walks through a file. Scripts and styles come as the text of their elements.
pub(crate) fn walk(content: &str, mut each: impl FnMut(Node<'_>)) {
    let mut emitter = DefaultEmitter::default();
    emitter.naively_switch_states(true);
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    for token in Tokenizer::new_with_emitter(content, emitter) {
        let Ok(token) = token;
        match token {
            Token::StartTag(tag) => {
                let full = text(&tag.name);
                let name = full.rsplit(':').next().unwrap_or(&full).to_string();
                let attributes = tag.attributes.iter();
                let attributes = attributes
                    .map(|(name, value)| (text(name), text(value)))
                    .collect();
                let ends = tag.self_closing || VOID.contains(&name.as_str());
                each(Node::Start(Element {
                    name: name.clone(),
                    attributes,
                }));
                if ends {
                    each(Node::End(&name));
                }
            }
            Token::EndTag(tag) => {
                let full = text(&tag.name);
                let name = full.rsplit(':').next().unwrap_or(&full);
                if !VOID.contains(&name) {
                    each(Node::End(name));
                }
            }
            Token::String(string) => each(Node::Text(&text(&string))),
            Token::Comment(_) | Token::Doctype(_) | Token::Error(_) => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_come_as_browsers_read_them() {
        let check = |content: &str, expected: &str| {
            let mut events = String::new();
            walk(content, |node| match node {
                Node::Start(element) => events.push_str(&format!("<{}>", element.name)),
                Node::End(name) => events.push_str(&format!("</{name}>")),
                Node::Text(text) => events.push_str(text),
            });
            assert_eq!(events, expected, "{content}");
        };
        check(
            "<P CLASS=a>un<br>deux &eacute;&amp",
            "<p>un<br></br>deux é&",
        );
        check(
            "<script>if (a < b) '<p>'</script>x",
            "<script>if (a < b) '<p>'</script>x",
        );
        check(
            "<!doctype html><!-- x --><title>a<b></title>",
            "<title>a<b></title>",
        );
    }
}
