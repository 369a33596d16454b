//! Names for files and links.

use frise_text::fold;
use std::collections::HashMap;

/// Returns the name of something for files and links: letters a to z, digits and hyphens. Other letters are
/// written as their code points, so that names in other scripts stay apart.
pub fn slug(name: &str) -> String {
    let mut slug = String::new();
    for c in fold(name).chars() {
        if c.is_ascii_alphanumeric() {
            slug.push(c);
            continue;
        }
        if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
        if c.is_alphanumeric() {
            slug.push_str(&format!("{:x}-", u32::from(c)));
        }
    }
    slug.trim_end_matches('-').to_string()
}

/// Slugs that were given, so that two things whose slugs are alike stay apart.
#[derive(Debug, Default)]
pub struct Slugs {
    given: HashMap<String, usize>,
}

impl Slugs {
    /// Returns the slug, or the slug with the first number that makes it another than all before; an empty one is `text`.
    pub fn unique(&mut self, id: String) -> String {
        let id = if id.is_empty() { "text".into() } else { id };
        let mut candidate = id.clone();
        while self.given.contains_key(&candidate) {
            let times = self.given.entry(id.clone()).or_insert(1);
            *times += 1;
            candidate = format!("{id}-{times}");
        }
        self.given.insert(candidate.clone(), 1);
        candidate
    }
}
