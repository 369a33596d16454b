//! The slow twin of the search. It scans the texts of the parsed corpus word by word; it shares with
//! the engine the tree of a query and the stemmer, and nothing with the index: its own splitting, its
//! own folding, its own distances.

mod query;

pub use self::query::TwinQuery;

use crate::letters::{distance, fits_pattern, fold, split};
use frise_corpus::mention::mentions;
use frise_date::{Day, Edtf};
use frise_index::model::{Corpus, RunKind, Voice};
use frise_index::query::{Field, How, Node, Phrase, Word, parse};
use frise_index::search::Filters;
use frise_text::{Language, Stemmer};
use regex::Regex;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

/// Passages by their place in reading order.
pub type Passages = BTreeSet<u32>;

/// The texts, cut into words.
#[derive(Clone)]
pub struct Twin {
    /// Every distinct word to the letter.
    pub forms: Vec<Form>,
    /// The passages of all documents, in order.
    pub passages: Vec<Scanned>,
    /// The passages of each theme.
    pub themes: Vec<Passages>,
    /// The passages of each theme in the voices that are filtered for.
    scoped_themes: Option<Vec<Passages>>,
    theme_queries: Vec<Node>,
    documents: Vec<Dated>,
    ids: Ids,
    /// The stemmer of the engine.
    pub stemmer: Arc<Stemmer>,
}

/// A distinct word.
#[derive(Clone)]
pub struct Form {
    /// To the letter; an elided word has its apostrophe.
    pub text: String,
    /// Without case and accents.
    pub fold: String,
    /// The stem of the most frequent word that folds alike.
    pub stem: String,
    /// Where it stands.
    pub passages: Passages,
}

/// A passage as the twin sees it.
#[derive(Clone)]
pub struct Scanned {
    /// Its words, headings first: places among the forms. One place is empty after a heading, so that
    /// a heading and the text below it are never neighbours.
    pub words: Vec<Option<usize>>,
    /// Where its paragraph begins among the words.
    pub paragraph: usize,
    /// The document.
    pub document: usize,
    /// Who speaks and how, for each span.
    pub spans: Vec<(Option<u32>, Voice)>,
    /// Where each span ends among the words.
    pub ends: Vec<usize>,
    /// The dates that it speaks of.
    pub mentions: Vec<Edtf>,
}

#[derive(Clone)]
struct Dated {
    /// The earliest and the latest day; none for what is undated.
    days: Option<(Day, Day)>,
    kind: u32,
}

#[derive(Clone)]
struct Ids {
    speakers: Vec<String>,
    themes: Vec<String>,
    documents: Vec<String>,
    kinds: Vec<String>,
}

impl Twin {
    /// Cuts the texts of a corpus.
    pub fn of(corpus: &Corpus) -> Twin {
        let stemmer = Arc::new(Stemmer::new(Language::French));
        let mut counts: BTreeMap<String, usize> = BTreeMap::new();
        let mut places: HashMap<String, usize> = HashMap::new();
        let mut twin = Twin {
            forms: Vec::new(),
            passages: Vec::new(),
            themes: Vec::new(),
            scoped_themes: None,
            theme_queries: Vec::new(),
            documents: Vec::new(),
            ids: ids(corpus),
            stemmer,
        };
        for (document, texts) in corpus.documents.iter().enumerate() {
            let kind = texts.metadata.kind as u32;
            twin.documents.push(Dated {
                days: texts
                    .metadata
                    .date
                    .map(|date| (date.earliest(), date.latest())),
                kind,
            });
            for passage in &texts.passages {
                let mut scanned = Scanned {
                    words: Vec::new(),
                    paragraph: 0,
                    document,
                    spans: Vec::new(),
                    ends: Vec::new(),
                    mentions: Vec::new(),
                };
                let mut paragraph = String::new();
                let mut take_in = |text: &str, words: &mut Vec<Option<usize>>| {
                    for word in split(text) {
                        *counts.entry(word.clone()).or_default() += 1;
                        let place = *places.entry(word.clone()).or_insert_with(|| {
                            let fold = fold(&word);
                            twin.forms.push(Form {
                                text: word,
                                fold,
                                stem: String::new(),
                                passages: Passages::new(),
                            });
                            twin.forms.len() - 1
                        });
                        twin.forms[place]
                            .passages
                            .insert(twin.passages.len() as u32);
                        words.push(Some(place));
                    }
                };
                for run in &passage.runs {
                    let found = mentions(&run.text, Language::French, texts.metadata.date.as_ref());
                    scanned
                        .mentions
                        .extend(found.into_iter().map(|mention| mention.date));
                    scanned.mentions.extend(run.date);
                    match run.kind {
                        RunKind::Heading(_) => {
                            take_in(&run.text, &mut scanned.words);
                            scanned.words.push(None);
                        }
                        RunKind::Span(voice) => {
                            scanned
                                .spans
                                .push((run.speaker.map(|speaker| speaker as u32), voice));
                            paragraph.push_str(&run.text);
                            scanned.ends.push(split(&paragraph).len());
                        }
                    }
                }
                scanned.paragraph = scanned.words.len();
                let paragraph_at = scanned.paragraph;
                scanned.ends.iter_mut().for_each(|end| *end += paragraph_at);
                take_in(&paragraph, &mut scanned.words);
                twin.passages.push(scanned);
            }
        }
        twin.find_stems(&counts);
        let queries = corpus.themes.iter();
        twin.theme_queries = queries.map(|theme| parse(&theme.query).root).collect();
        twin.themes = twin.evidence();
        twin
    }

    /// The passages that the query of each theme asks for.
    fn evidence(&self) -> Vec<Passages> {
        let queries = self.theme_queries.iter();
        queries.map(|query| self.matches(query)).collect()
    }

    /// The same texts with nothing but the words that filters of voices leave: a word that another voice says, or a heading, is
    /// no word. Fields of a query still ask for whole passages.
    pub fn within(&self, filters: &Filters) -> Twin {
        let mut twin = self.clone();
        if filters.voices.is_empty() {
            return twin;
        }
        for passage in &mut twin.passages {
            let starts = [passage.paragraph].into_iter().chain(passage.ends.clone());
            let mut kept = vec![false; passage.words.len()];
            for ((span, start), end) in passage.spans.iter().zip(starts).zip(&passage.ends) {
                kept[start..*end].fill(speaks(filters, span));
            }
            for (word, _) in passage.words.iter_mut().zip(kept).filter(|word| !word.1) {
                *word = None;
            }
        }
        twin.scoped_themes = Some(twin.evidence());
        twin
    }

    /// A form has the stem of the most frequent form that folds alike. Where several are as frequent,
    /// they must agree, or the twin could not tell what is right.
    fn find_stems(&mut self, counts: &BTreeMap<String, usize>) {
        let mut alike: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for form in &self.forms {
            alike.entry(&form.fold).or_default().push(&form.text);
        }
        let mut stems: BTreeMap<String, String> = BTreeMap::new();
        for (fold, forms) in alike {
            let most = forms.iter().map(|form| counts[*form]).max();
            let chief: BTreeSet<String> = forms
                .iter()
                .filter(|form| Some(counts[**form]) == most)
                .map(|form| self.stemmer.stem(form))
                .collect();
            assert_eq!(
                chief.len(),
                1,
                "forms of '{fold}' that are as frequent have one stem: {forms:?}"
            );
            stems.insert(fold.to_string(), chief.into_iter().collect());
        }
        for form in &mut self.forms {
            form.stem = stems[&form.fold].clone();
        }
    }

    /// How many passages there are.
    pub fn all(&self) -> Passages {
        (0..self.passages.len() as u32).collect()
    }

    /// The passages that have a word that fits.
    pub fn with(&self, fits: impl Fn(&Form) -> bool) -> Passages {
        self.forms
            .iter()
            .filter(|form| fits(form))
            .flat_map(|form| form.passages.iter().copied())
            .collect()
    }

    /// The passages that a query asks for.
    pub fn matches(&self, node: &Node) -> Passages {
        match node {
            Node::Everything => self.all(),
            Node::All(parts) => parts
                .iter()
                .fold(self.all(), |set, part| &set & &self.matches(part)),
            Node::Any(parts) => parts.iter().flat_map(|part| self.matches(part)).collect(),
            Node::Not(inner) => &self.all() - &self.matches(inner),
            Node::Field(field, value) => self.field(*field, value),
            Node::Word(_) | Node::Phrase(_) => {
                let sought = self.sought(node);
                let passages = (0..).zip(&self.passages);
                passages
                    .filter(|(_, passage)| !sought.hits(passage).is_empty())
                    .map(|(place, _)| place)
                    .collect()
            }
        }
    }

    /// What a word or a phrase looks for; nothing for any other node.
    pub fn sought(&self, node: &Node) -> TwinQuery {
        match node {
            Node::Word(word) => TwinQuery {
                parts: self.word_parts(word),
                within: None,
            },
            Node::Phrase(phrase) => TwinQuery {
                parts: self.phrase_parts(phrase),
                within: phrase.within,
            },
            _ => TwinQuery {
                parts: Vec::new(),
                within: None,
            },
        }
    }

    fn word_parts(&self, word: &Word) -> Vec<Vec<bool>> {
        if word.how == How::Regex {
            return vec![self.fitting(&word.text, How::Regex)];
        }
        let mut words = split(&word.text);
        let last = words.pop();
        // Whoever types `l’espace` looks for `espace`.
        words.retain(|word| !word.ends_with(['\'', '’']));
        let plain = |text: &String| match word.how {
            How::Pattern if text.contains(['*', '?']) => self.fitting(text, How::Pattern),
            How::Prefix | How::Pattern => self.fitting(text, How::Plain),
            how => self.fitting(text, how),
        };
        let mut parts: Vec<Vec<bool>> = words.iter().map(plain).collect();
        parts.extend(last.iter().map(|text| match word.how {
            How::Pattern => plain(text),
            how => self.fitting(text, how),
        }));
        parts
    }

    fn phrase_parts(&self, phrase: &Phrase) -> Vec<Vec<bool>> {
        let folded = |text: &String| {
            let folded = fold(text);
            self.forms.iter().map(|form| form.fold == folded).collect()
        };
        let exact = |text: &String| self.fitting(text, How::Exact);
        split(&phrase.text)
            .iter()
            .map(|text| {
                if phrase.exact {
                    exact(text)
                } else {
                    folded(text)
                }
            })
            .collect()
    }

    /// Which forms fit a word.
    fn fitting(&self, text: &str, how: How) -> Vec<bool> {
        let folded = fold(text);
        let stem = self
            .forms
            .iter()
            .find(|form| form.fold == folded)
            .map(|form| form.stem.clone());
        let stem = stem.unwrap_or_else(|| self.stemmer.stem(text));
        let has_capital = text.chars().any(char::is_uppercase);
        let pattern: Vec<char> = folded.chars().collect();
        let regex = (how == How::Regex).then(|| format!("^(?:{folded})$"));
        let regex = regex.map(|regex| Regex::new(&regex).expect("an expression that both read"));
        let fits = |form: &Form| match how {
            How::Plain => form.fold == folded || form.stem == stem,
            How::Exact if has_capital => form.text == text,
            How::Exact => form.text.to_lowercase() == text,
            How::Written => form.text == text,
            How::Prefix => form.fold.starts_with(&folded),
            How::Pattern => fits_pattern(&pattern, &form.fold.chars().collect::<Vec<char>>()),
            How::Regex => regex
                .as_ref()
                .is_some_and(|regex| regex.is_match(&form.fold)),
            How::Fuzzy(edits) => distance(&folded, &form.fold) <= usize::from(edits),
        };
        self.forms.iter().map(fits).collect()
    }

    /// What fields ask for, by the ids of what they name.
    fn field(&self, field: Field, value: &str) -> Passages {
        let place = |ids: &[String]| {
            ids.iter()
                .position(|id| id == value)
                .expect("an id of the corpus") as u32
        };
        let mut filters = Filters::default();
        match field {
            Field::Speaker => filters.speakers.push(place(&self.ids.speakers)),
            Field::Theme => return self.themes[place(&self.ids.themes) as usize].clone(),
            Field::Document => filters.documents.push(place(&self.ids.documents)),
            Field::Kind => filters.kinds.push(place(&self.ids.kinds)),
            Field::Voice => filters.voices.extend(Voice::from_id(value)),
            Field::Date => {
                let date = Edtf::parse(value).expect("a date");
                (filters.from, filters.to) = (Some(date.earliest()), Some(date.latest()));
            }
            Field::Mentions => {
                let date = Edtf::parse(value).expect("a date");
                filters.mentioned_from = Some(date.earliest());
                filters.mentioned_to = Some(date.latest());
            }
        }
        (0..self.passages.len() as u32)
            .filter(|passage| self.passes(*passage, &filters))
            .collect()
    }

    /// Whether a passage passes all filters.
    pub fn passes(&self, passage: u32, filters: &Filters) -> bool {
        let scanned = &self.passages[passage as usize];
        let document = &self.documents[scanned.document];
        let themes = self.scoped_themes.as_ref().unwrap_or(&self.themes);
        let is_evidence = |theme: &u32| themes[*theme as usize].contains(&passage);
        let is_bounded = filters.from.is_some() || filters.to.is_some();
        let in_time = match document.days {
            _ if !is_bounded && !filters.undated => true,
            None => filters.undated,
            Some((earliest, latest)) => {
                is_bounded
                    && filters.from.is_none_or(|from| latest >= from)
                    && filters.to.is_none_or(|to| earliest <= to)
            }
        };
        let is_within = |date: &Edtf| {
            filters
                .mentioned_from
                .is_none_or(|from| date.latest() >= from)
                && filters.mentioned_to.is_none_or(|to| date.earliest() <= to)
        };
        let any_time = filters.mentioned_from.is_none() && filters.mentioned_to.is_none();
        in_time
            && (any_time || scanned.mentions.iter().any(is_within))
            && scanned.spans.iter().any(|span| speaks(filters, span))
            && (filters.themes.is_empty() || filters.themes.iter().any(is_evidence))
            && (filters.documents.is_empty()
                || filters.documents.contains(&(scanned.document as u32)))
            && (filters.kinds.is_empty() || filters.kinds.contains(&document.kind))
    }
}

/// Whether filters leave what someone says in a voice.
fn speaks(filters: &Filters, (speaker, voice): &(Option<u32>, Voice)) -> bool {
    (filters.speakers.is_empty()
        || speaker.is_some_and(|speaker| filters.speakers.contains(&speaker)))
        && (filters.voices.is_empty() || filters.voices.contains(voice))
}

fn ids(corpus: &Corpus) -> Ids {
    Ids {
        speakers: corpus
            .speakers
            .iter()
            .map(|speaker| speaker.id.clone())
            .collect(),
        themes: corpus.themes.iter().map(|theme| theme.id.clone()).collect(),
        documents: corpus
            .documents
            .iter()
            .map(|document| document.metadata.id.clone())
            .collect(),
        kinds: corpus.kinds.iter().map(|kind| kind.id.clone()).collect(),
    }
}
