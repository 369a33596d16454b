//! The speakers and kinds that documents name.

use super::{Assembly, bilingual, both};
use crate::resolve::speaker_id;
use crate::settings::SpeakerChange;
use crate::text::one_line;
use frise_corpus::slug::slug;
use frise_date::Day;
use frise_index::model::*;
use std::collections::HashMap;

/// How the first of some documents in order writes each item of a list, by its place.
pub type Firsts = HashMap<usize, ((Day, bool, String), String)>;

/// Notes how a document writes an item.
pub fn note_first(firsts: &mut Firsts, place: usize, document: &Metadata, written: &str) {
    let is_first = firsts
        .get(&place)
        .is_none_or(|((day, is_undated, id), _)| document.key() < (*day, *is_undated, id.as_str()));
    if is_first {
        let (day, is_undated, id) = document.key();
        let key = (day, is_undated, id.to_string());
        firsts.insert(place, (key, written.to_string()));
    }
}

impl Assembly<'_> {
    /// Returns the place of a speaker, who is added where they are new.
    pub fn speaker(&mut self, name: &str) -> Option<usize> {
        let original = speaker_id(name);
        if let Some(place) = self.speakers.get(&original) {
            return Some(*place);
        }
        let name = self.written(name);
        if name.is_empty() {
            return None;
        }
        let id = speaker_id(&name);
        let next = self.corpus.speakers.len();
        let place = *self.speakers.entry(id.clone()).or_insert(next);
        if place == next {
            let change = self.settings.speakers.get(&original);
            self.corpus.speakers.push(speaker(id, &name, change));
        }
        self.speakers.insert(original, place);
        Some(place)
    }

    /// The name of a speaker as a person changed it, or as it is written.
    pub fn written(&self, name: &str) -> String {
        let change = self.settings.speakers.get(&speaker_id(name));
        let renamed = change.map(|change| one_line(&change.name));
        let renamed = renamed.filter(|name| !name.is_empty());
        renamed.unwrap_or_else(|| one_line(name))
    }

    /// Gives a document its kind, which is added where it is new.
    pub fn kind(&mut self, label: Option<&str>, metadata: &mut Metadata) {
        let label = label.map(one_line).filter(|label| !slug(label).is_empty());
        let id = label.as_deref().map_or("text".to_string(), slug);
        let kinds = &mut self.corpus.kinds;
        let place = *self.kinds.entry(id.clone()).or_insert_with(|| {
            let label = bilingual("Texte", "Text");
            kinds.push(Kind { id, label });
            kinds.len() - 1
        });
        metadata.kind = place;
        let written = label.as_deref().unwrap_or_default();
        note_first(&mut self.first_kinds, place, metadata, written);
    }
}

fn speaker(id: String, name: &str, change: Option<&SpeakerChange>) -> Speaker {
    let role = change
        .map(|change| one_line(&change.role))
        .filter(|role| !role.is_empty());
    Speaker {
        id,
        name: both(name),
        is_body: change.is_some_and(|change| change.is_body),
        roles: role
            .map(|role| Role {
                role: both(&role),
                from: None,
                to: None,
            })
            .into_iter()
            .collect(),
    }
}
