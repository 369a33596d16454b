//! Lists of people: `listPerson`, `listOrg`, and the cast of a play.

use crate::markup::Element;
use crate::text::one_line;
use std::collections::HashMap;

/// The people that a file names.
#[derive(Debug, Default)]
pub(super) struct People {
    names: HashMap<String, String>,
    /// Who is being read, and the depth of their element.
    person: Option<(String, usize)>,
    /// The name that is being read, and the depth of its element.
    name: Option<(Name, usize)>,
}

/// A name as it is read: whole, and by parts.
#[derive(Debug, Default)]
struct Name {
    whole: String,
    first: String,
    last: String,
    part: Part,
}

#[derive(Clone, Copy, Debug, Default)]
enum Part {
    #[default]
    Other,
    First,
    Last,
}

impl People {
    pub fn start(&mut self, element: &Element, depth: usize) {
        let id = element.get("xml:id");
        let name = element.name.as_str();
        if matches!(name, "person" | "personGrp" | "org" | "role") && !id.is_empty() {
            self.person = Some((id.to_string(), depth));
        }
        let Some((known, _)) = &self.person else {
            return;
        };
        let is_name = matches!(name, "persName" | "orgName" | "name" | "role");
        if is_name && self.name.is_none() && !self.names.contains_key(known) {
            self.name = Some((Name::default(), depth));
        }
        if let Some((parts, _)) = &mut self.name {
            parts.part = match name {
                "forename" => Part::First,
                "surname" | "nameLink" => Part::Last,
                _ => Part::Other,
            };
        }
    }

    pub fn text(&mut self, text: &str) {
        if let Some((name, _)) = &mut self.name {
            name.whole.push_str(text);
            match name.part {
                Part::First => add(&mut name.first, text),
                Part::Last => add(&mut name.last, text),
                Part::Other => {}
            }
        }
    }

    pub fn end(&mut self, element: &str, depth: usize) {
        if let Some((name, at)) = &mut self.name {
            if *at == depth {
                let last = one_line(&name.last);
                let found = match last.is_empty() {
                    true => one_line(&name.whole),
                    false => one_line(&format!("{} {last}", name.first)),
                };
                if let Some((id, _)) = &self.person
                    && !found.is_empty()
                {
                    self.names.insert(id.clone(), found);
                }
                self.name = None;
            } else if matches!(element, "forename" | "surname" | "nameLink") {
                name.part = Part::Other;
            }
        }
        if self.person.as_ref().is_some_and(|(_, at)| *at == depth) {
            self.person = None;
        }
    }

    pub fn into_names(self) -> HashMap<String, String> {
        self.names
    }
}

fn add(part: &mut String, text: &str) {
    if !part.is_empty() {
        part.push(' ');
    }
    part.push_str(text);
}
