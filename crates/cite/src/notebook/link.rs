//! A notebook within a link: its JSON in base64url, while a link can be that long.

use super::{Notebook, NotebookError};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

/// The longest text that a link carries, in letters: servers refuse addresses that are longer than some 8,000.
pub const LONGEST_LINK: usize = 6000;

impl Notebook {
    /// Returns the notebook as letters that an address can hold, or `None` if there are more than [`LONGEST_LINK`]; it has to
    /// be given away as a file then.
    pub fn to_link(&self) -> Option<String> {
        let json = serde_json::to_vec(self).ok()?;
        let link = URL_SAFE_NO_PAD.encode(json);
        (link.len() <= LONGEST_LINK).then_some(link)
    }

    /// Reads a notebook that a link carries.
    ///
    /// # Errors
    /// Returns an error if the link was cut or changed, or holds no notebook.
    pub fn from_link(link: &str) -> Result<Notebook, NotebookError> {
        let bytes = URL_SAFE_NO_PAD.decode(link).ok();
        let json = bytes.and_then(|bytes| String::from_utf8(bytes).ok());
        match json {
            Some(json) => Notebook::from_json(&json),
            None => Err(NotebookError::NotANotebook(
                "the link was cut or changed".to_owned(),
            )),
        }
    }

    /// Adds the items of another notebook of the same corpus that this one does not have yet.
    pub fn extend(&mut self, other: Notebook) {
        if self.items.is_empty() && self.title.is_empty() {
            *self = other;
            return;
        }
        for item in other.items {
            if !self.items.contains(&item) {
                self.items.push(item);
            }
        }
    }
}
