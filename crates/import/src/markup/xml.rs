//! XML.

use super::{Element, Node};
use crate::fault::XmlFault;
use crate::reason::Reason;
use html_escape::decode_html_entities;
use quick_xml::Reader;
use quick_xml::XmlVersion;
use quick_xml::events::{BytesStart, Event};

/// How deep elements may lie in one another.
const DEEPEST: usize = 1000;

/// Walks through a file. Entities of HTML are known by their names; those that the file itself defines are left as they are
/// written, and a notice says so.
///
/// # Errors
/// Gives the line and the reason where the XML is not well formed.
pub(crate) fn walk(
    content: &str,
    mut each: impl FnMut(Node<'_>),
) -> Result<Option<Reason>, (u32, Reason)> {
    let mut reader = Reader::from_str(content);
    let mut unknown: Option<(String, usize)> = None;
    let mut depth = 0_usize;
    loop {
        let event = match reader.read_event() {
            Ok(event) => event,
            Err(error) => return Err(fault(content, reader.error_position(), error.into())),
        };
        match event {
            Event::Eof if depth > 0 => {
                return Err(fault(content, content.len() as u64, XmlFault::NoEnd));
            }
            Event::Eof => break,
            Event::Start(start) => {
                depth += 1;
                if depth > DEEPEST {
                    let too_deep = XmlFault::TooDeep { most: DEEPEST };
                    return Err(fault(content, reader.buffer_position(), too_deep));
                }
                each(Node::Start(element(&start)));
            }
            Event::Empty(start) => {
                let element = element(&start);
                let name = element.name.clone();
                each(Node::Start(element));
                each(Node::End(&name));
            }
            Event::End(end) => {
                depth = depth.saturating_sub(1);
                each(Node::End(end.local_name().as_ref()));
            }
            Event::Text(text) => each(Node::Text(&text.xml10_content())),
            Event::CData(text) => each(Node::Text(&text.xml10_content())),
            Event::GeneralRef(reference) => {
                let name = reference.xml10_content();
                match reference.resolve_char_ref() {
                    Ok(Some(c)) => each(Node::Text(c.encode_utf8(&mut [0; 4]))),
                    Ok(None) => {
                        let written = format!("&{name};");
                        let text = decode_html_entities(&written);
                        if text == written {
                            unknown
                                .get_or_insert_with(|| (name.clone().into_owned(), 0))
                                .1 += 1;
                        }
                        each(Node::Text(&text));
                    }
                    Err(error) => {
                        return Err(fault(content, reader.buffer_position(), error.into()));
                    }
                }
            }
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => {}
        }
    }
    Ok(unknown.map(|(example, count)| Reason::UnknownEntities { example, count }))
}

/// Returns the line of a byte, and what is wrong there.
fn fault(content: &str, at: u64, fault: XmlFault) -> (u32, Reason) {
    let end = usize::try_from(at)
        .unwrap_or(content.len())
        .min(content.len());
    let before = content.as_bytes()[..end].iter();
    let line = before.filter(|byte| **byte == b'\n').count() as u32 + 1;
    let part = String::new();
    (line, Reason::Xml { fault, part })
}

fn element(start: &BytesStart<'_>) -> Element {
    let attribute = |attribute: quick_xml::events::attributes::Attribute<'_>| {
        let key = attribute.key.as_ref();
        let name = match key.rsplit_once(':') {
            Some(("xml", _)) | None => key,
            Some((_, local)) => local,
        };
        let value = attribute.normalized_value(XmlVersion::Implicit1_0);
        // A value with an entity that the file defines is taken as it is written.
        let value = value.map_or_else(|_| attribute.value.to_string(), |value| value.into_owned());
        (name.to_string(), value)
    };
    Element {
        name: start.local_name().as_ref().to_string(),
        attributes: start.attributes().flatten().map(attribute).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn describe(content: &str) -> Result<(String, bool), (u32, Reason)> {
        let mut events = String::new();
        let notice = walk(content, |node| match node {
            Node::Start(element) => {
                events.push_str(&format!("<{}", element.name));
                for (name, value) in &element.attributes {
                    events.push_str(&format!(" {name}={value}"));
                }
                events.push('>');
            }
            Node::End(name) => events.push_str(&format!("</{name}>")),
            Node::Text(text) => events.push_str(text),
        })?;
        Ok((events, notice.is_some()))
    }

    #[test]
    fn elements_and_text_come_one_by_one() {
        let check = |content: &str, expected: &str, notice: bool| {
            assert_eq!(
                describe(content).expect("well formed"),
                (expected.to_string(), notice),
                "{content}"
            );
        };
        check(
            "<a xml:id='x' t:n='&lt;'>b<c/>d</a>",
            "<a xml:id=x n=<>b<c></c>d</a>",
            false,
        );
        check(
            "<tei:p>&amp;&#233;&eacute;&nbsp;</tei:p>",
            "<p>&éé\u{A0}</p>",
            false,
        );
        check("<a><![CDATA[<b>]]></a>", "<a><b></a>", false);
        // Nothing that a file defines is expanded, so no small file becomes a large one.
        check(
            "<!DOCTYPE a [<!ENTITY b 'cccc'><!ENTITY d '&b;&b;'>]><a>&d;</a>",
            "<a>&d;</a>",
            true,
        );
        check(
            "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a n='&b;'>&b;</a>",
            "<a n=&b;>&b;</a>",
            true,
        );
    }

    #[test]
    fn a_fault_is_told_with_its_line() {
        for (content, line) in [
            ("<a>\n<b></a>", 2),
            ("<a>\n", 2),
            ("<a>\n&#xFFFFFFF;</a>", 2),
        ] {
            assert_eq!(
                describe(content).expect_err("not well formed").0,
                line,
                "{content}"
            );
        }
        let deep = "<a>".repeat(2000);
        assert!(describe(&deep).is_err());
    }
}
