//! Front matter.

/// Keys with their values, in the order of the file.
pub(crate) type Fields = Vec<(String, Vec<String>)>;

/// Returns the keys of the front matter with their values, and the text below it; `None` where there is none.
pub(crate) fn split(content: &str) -> Option<(Fields, &str)> {
    let mut at = 0;
    let mut lines = content.split_inclusive('\n');
    let first = lines.next()?;
    let mark = first.trim_end();
    if mark != "---" && mark != "+++" {
        return None;
    }
    at += first.len();
    let start = at;
    for line in lines {
        let end = line.trim_end();
        if end == mark || (mark == "---" && end == "...") {
            let head = &content[start..at];
            let body = &content[at + line.len()..];
            let fields = if mark == "+++" {
                toml(head)?
            } else {
                yaml(head)?
            };
            return Some((fields, body));
        }
        at += line.len();
    }
    None
}

fn toml(head: &str) -> Option<Vec<(String, Vec<String>)>> {
    let table: toml::Table = head.parse().ok()?;
    let text = |value: &toml::Value| match value {
        toml::Value::String(text) => Some(text.clone()),
        toml::Value::Table(both) => {
            let one = both.get("fr").or_else(|| both.get("en"))?;
            Some(one.as_str()?.to_string())
        }
        toml::Value::Array(_) => None,
        other => Some(other.to_string()),
    };
    let field = |(key, value): (&String, &toml::Value)| {
        let values = match value {
            toml::Value::Array(items) => items.iter().filter_map(text).collect(),
            other => text(other).into_iter().collect(),
        };
        (key.clone(), values)
    };
    Some(table.iter().map(field).collect())
}

/// `key: value`, `key: [a, b]`, and lists of lines `- a`. `None` where a line is none of these, as between two rules.
fn yaml(head: &str) -> Option<Vec<(String, Vec<String>)>> {
    let mut fields: Vec<(String, Vec<String>)> = Vec::new();
    for line in head.lines() {
        let indented = line.starts_with([' ', '\t']);
        let content = line.trim();
        if content.is_empty() || content.starts_with('#') {
            continue;
        }
        let item = content.strip_prefix("- ");
        if let (Some(item), Some((_, values))) = (item, fields.last_mut()) {
            values.push(scalar(item));
        } else if indented {
            // What is nested says nothing that is asked for; folded text goes on.
            if let Some(value) = fields
                .last_mut()
                .and_then(|(_, values)| values.last_mut())
                .filter(|value| !value.is_empty())
            {
                value.push(' ');
                value.push_str(content);
            }
        } else {
            let (key, value) = content.split_once(':')?;
            let value = value.trim();
            let list = value
                .strip_prefix('[')
                .and_then(|value| value.strip_suffix(']'));
            let values = match list {
                Some(list) => list.split(',').map(scalar).collect(),
                None if matches!(value, "" | "|" | ">" | "|-" | ">-") => Vec::new(),
                None => vec![scalar(value)],
            };
            fields.push((key.trim().to_string(), values));
        }
    }
    Some(fields)
}

/// Returns a value without its quotation marks and the comment behind it.
fn scalar(value: &str) -> String {
    let value = value.trim();
    for mark in ['"', '\''] {
        if let Some(inner) = value
            .strip_prefix(mark)
            .and_then(|value| value.rsplit_once(mark))
        {
            let doubled: String = [mark, mark].iter().collect();
            return match mark {
                '"' => inner.0.replace("\\\"", "\"").replace("\\\\", "\\"),
                _ => inner.0.replace(&doubled, "'"),
            };
        }
    }
    value.split(" #").next().unwrap_or(value).trim().to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn front_matter_is_told_from_rules() {
        let check = |content: &str, expected: Option<&[(&str, &[&str])]>| {
            let found = split(content).map(|(fields, _)| fields);
            let expected = expected.map(|fields| {
                let field = |(key, values): &(&str, &[&str])| {
                    (
                        key.to_string(),
                        values.iter().map(|value| value.to_string()).collect(),
                    )
                };
                fields
                    .iter()
                    .map(field)
                    .collect::<Vec<(String, Vec<String>)>>()
            });
            assert_eq!(found, expected, "{content}");
        };
        check(
            "---\ntitle: 'L''eau' # oui\n---\nx",
            Some(&[("title", &["L'eau"])]),
        );
        check(
            "---\ntags:\n  - a\n  - b\n...\nx",
            Some(&[("tags", &["a", "b"])]),
        );
        check(
            "+++\ntitle = \"A\"\ndate = 2019-05-12\n+++\n",
            Some(&[("date", &["2019-05-12"]), ("title", &["A"])]),
        );
        check("---\nPas de clé ici\n---\n", None);
        check("---\nsans fin", None);
        check("Texte", None);
    }
}
