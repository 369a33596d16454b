//! The tool that an address names by its key `tool`: `compare`, or with settings `compare;by=speaker;a=xi-jinping`.

/// A tool.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tool {
    /// Imports texts of one's own.
    Texts,
    /// Cites passages and texts.
    Cite,
    /// Compares the words of two parts.
    Compare,
    /// Lists the words around the hits of the search.
    Collocates,
    /// Measures how evenly searches are spread.
    Dispersion,
    /// Lists repeated segments, and those that travel.
    Segments,
    /// Lists passages like the one that is open.
    Similar,
    /// Measures how rich the vocabulary of parts is.
    Vocabulary,
    /// Puts words and parts on a map.
    Map,
    /// Classifies text segments by their words.
    Classes,
    /// Saves what is found for other programs.
    Export,
    /// Collects passages with notes.
    Notebook,
}

impl Tool {
    /// All tools with their names in addresses, in the order of the menu.
    pub const NAMES: [(Tool, &str); 12] = [
        (Tool::Texts, "texts"),
        (Tool::Cite, "cite"),
        (Tool::Export, "export"),
        (Tool::Notebook, "notebook"),
        (Tool::Compare, "compare"),
        (Tool::Collocates, "collocates"),
        (Tool::Dispersion, "dispersion"),
        (Tool::Segments, "segments"),
        (Tool::Similar, "similar"),
        (Tool::Vocabulary, "vocabulary"),
        (Tool::Map, "map"),
        (Tool::Classes, "classes"),
    ];

    /// Returns the name in addresses.
    pub fn name(self) -> &'static str {
        let known = Tool::NAMES.iter().find(|(tool, _)| *tool == self);
        known.map_or("", |(_, name)| *name)
    }
}

/// A tool with its settings, as an address writes them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Setting {
    /// The tool.
    pub tool: Tool,
    /// Keys and values, in the order of the address.
    pub pairs: Vec<(String, String)>,
}

impl Setting {
    /// Returns a tool as it is at first.
    pub fn of(tool: Tool) -> Setting {
        Setting {
            tool,
            pairs: Vec::new(),
        }
    }

    /// Parses the value of `tool`. What is not known is the first tool; pairs without `=` are left out.
    pub fn parse(value: &str) -> Setting {
        let mut parts = value.split(';');
        let name = parts.next().unwrap_or("");
        let known = Tool::NAMES.iter().find(|(_, known)| *known == name);
        let pairs = parts.filter_map(|pair| pair.split_once('='));
        Setting {
            tool: known.map_or(Tool::Texts, |(tool, _)| *tool),
            pairs: pairs
                .map(|(key, value)| (key.to_string(), value.to_string()))
                .collect(),
        }
    }

    /// Returns the value of `tool`.
    pub fn print(&self) -> String {
        let pairs = self
            .pairs
            .iter()
            .map(|(key, value)| format!(";{key}={value}"));
        [self.tool.name().to_string()]
            .into_iter()
            .chain(pairs)
            .collect()
    }

    /// Returns the value of a key.
    pub fn get(&self, key: &str) -> Option<&str> {
        let pair = self.pairs.iter().find(|(known, _)| known == key);
        pair.map(|(_, value)| value.as_str())
    }

    /// Returns the same with a key set to a value, or without the key if the value is empty. A `;` in a value is left out.
    pub fn with(&self, key: &str, value: &str) -> Setting {
        let mut pairs = self.pairs.clone();
        pairs.retain(|(known, _)| known != key);
        if !value.is_empty() {
            pairs.push((key.to_string(), value.replace(';', "")));
        }
        Setting {
            tool: self.tool,
            pairs,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Setting, Tool};

    #[test]
    fn a_setting_is_read_as_it_was_written() {
        let setting = Setting::of(Tool::Texts).with("a", "x=y").with("b", "1;2");
        assert_eq!(setting.print(), "texts;a=x=y;b=12");
        assert_eq!(Setting::parse(&setting.print()), setting);
        assert_eq!(setting.get("a"), Some("x=y"));
        assert_eq!(setting.with("a", "").print(), "texts;b=12");
        assert_eq!(Setting::parse("nothing;like").print(), "texts");
    }
}
