//! A corpus with names, titles and dates that formats stumble over.

#![allow(dead_code)]

use frise_cite::{Choice, Reference, Setting};
use frise_date::{Day, Edtf, Tongue};
use frise_index::Index;
use frise_index::model::{
    Basis, Bilingual, Corpus, Document, Kind, Metadata, Passage, Run, RunKind, Speaker, Voice,
};

/// The address of the page in all tests.
pub const PAGE: &str = "https://example.org/frise/";

pub fn both(text: &str) -> Bilingual {
    Bilingual {
        fr: text.to_owned(),
        en: text.to_owned(),
    }
}

pub fn speaker(id: &str, name: &str, is_body: bool) -> Speaker {
    Speaker {
        id: id.to_owned(),
        name: both(name),
        is_body,
        roles: Vec::new(),
    }
}

/// A document with an id, a creator, a title, a date and two passages.
pub fn document(id: &str, creator: &str, title: &str, date: &str) -> Document {
    let span = |text: &str, voice, speaker| Run {
        kind: RunKind::Span(voice),
        speaker,
        date: None,
        text: text.to_owned(),
    };
    Document {
        metadata: Metadata {
            id: id.to_owned(),
            title: both(title),
            title_basis: Basis::Stated,
            short: both(title),
            creator: creator.to_owned(),
            date: (!date.is_empty()).then(|| Edtf::parse(date).expect("a date")),
            date_stated: None,
            date_basis: Basis::Stated,
            date_note: Bilingual::default(),
            kind: 0,
            language: "fr".to_owned(),
            source: String::new(),
            publisher: String::new(),
            rights: String::new(),
            subjects: Vec::new(),
            speakers: vec![0],
            furniture: Vec::new(),
        },
        passages: vec![
            Passage {
                runs: vec![span(
                    "Il a dit que l’État protège l’espace.",
                    Voice::Narration,
                    None,
                )],
            },
            Passage {
                runs: vec![
                    Run {
                        kind: RunKind::Heading(1),
                        speaker: None,
                        date: None,
                        text: "Un titre".to_owned(),
                    },
                    span("« Bonjour & merci », ", Voice::Direct, Some(0)),
                    span("dit-il.", Voice::Narration, None),
                ],
            },
        ],
    }
}

/// A corpus of documents, whose kinds are a speech, a white paper and a press report.
pub fn corpus(mut documents: Vec<Document>) -> Corpus {
    documents.sort_by_key(|document| document.metadata.order());
    let kind = |id: &str, fr: &str, en: &str| Kind {
        id: id.to_owned(),
        label: Bilingual {
            fr: fr.to_owned(),
            en: en.to_owned(),
        },
    };
    Corpus {
        id: "essai".to_owned(),
        title: Bilingual {
            fr: "Un corpus d’essai".to_owned(),
            en: "A corpus for tests".to_owned(),
        },
        kinds: vec![
            kind("discours", "Discours", "Speech"),
            kind("livre-blanc", "Livre blanc", "White paper"),
            kind("presse", "Compte rendu de presse", "Press report"),
        ],
        speakers: vec![
            speaker("xi", "Xi Jinping", false),
            speaker("hugo", "Victor Hugo", false),
            speaker("mae", "Ministère des Affaires étrangères, Chine", true),
        ],
        documents,
        ..Corpus::default()
    }
}

pub fn index(documents: Vec<Document>) -> Index {
    let bytes = frise_corpus::write(&corpus(documents)).expect("a small corpus");
    Index::open_untrusted(bytes).expect("a sound index")
}

pub fn setting(language: Tongue) -> Setting {
    Setting {
        page: Some(PAGE.to_owned()),
        accessed: Day::from_ymd(2026, 11, 27),
        language,
    }
}

/// The reference of the second passage of a document.
pub fn reference(document: Document, language: Tongue) -> Reference {
    let index = index(vec![document]);
    let reference = Reference::of(&index, &Choice::Passages(1..2), &setting(language));
    let mut reference = reference.expect("a passage");
    // The version depends on every byte of the index; a fixed one keeps the expected texts readable.
    reference.version = "0123456789abcdef".to_owned();
    // The fingerprint depends on the words of the test alone, and is tested with the index.
    let link = reference.link.as_mut().expect("a link");
    link.truncate(link.len() - ".123456".len());
    reference
}
