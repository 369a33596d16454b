//! The parts of a corpus that are compared: what a view finds, the rest, or the passages of a speaker, a text, a theme, a voice
//! or a year.

use super::link;
use super::subject::Subject;
use frise::state::{Listing, State};
use frise::{i18n, url};
use frise_date::Tongue;
use frise_index::model::{RunKind, Voice};
use frise_index::query::parse;
use frise_index::search::{Filters, PassageSet, Scope, Searcher};
use frise_index::{Index, IndexedRun};
use frise_stats::{Level, count};

/// A part of a corpus, as settings write it: `found`, `rest`, `speaker:xi-jinping`, `from:2015..2017`.
#[derive(Clone, Debug, PartialEq)]
pub enum Part {
    /// What the app finds.
    Found,
    /// All that the other part has not.
    Rest,
    /// What a view finds: its query and its filters.
    View(Box<State>),
}

impl Part {
    /// Parses a part; what is not known is the default.
    pub fn parse(value: Option<&str>, default: Part, index: &Index) -> Part {
        match value {
            Some("found") => Part::Found,
            Some("rest") => Part::Rest,
            Some(value) => match value.split_once(':') {
                Some((key, value)) => {
                    let address = match (key, value.split_once("..")) {
                        ("from", Some((from, to))) => format!("?from={from}&to={to}"),
                        _ => {
                            let mut pairs = form_urlencoded::Serializer::new(String::from("?"));
                            pairs.append_pair(key, value).finish()
                        }
                    };
                    let parsed = url::parse(&address, index);
                    match parsed.notes.is_empty() {
                        true => Part::View(Box::new(parsed.state)),
                        false => default,
                    }
                }
                None => default,
            },
            None => default,
        }
    }

    /// Returns the passages; `None` for the rest.
    pub fn passages(&self, subject: &Subject) -> Option<PassageSet> {
        let state = self.state(subject)?;
        Some(passages_of(subject.searcher, state))
    }

    /// Counts the words of this part and those of another that this one has not; also returns in how many passages both have
    /// words. The rest has no counts of its own.
    pub fn counts(&self, other: &Part, subject: &Subject) -> Option<(Vec<u64>, Vec<u64>, u32)> {
        let (searcher, level) = (subject.searcher, subject.level());
        let own = PartCounts::of(searcher, self.state(subject)?, level);
        let everything = State::default();
        let other = match other.state(subject) {
            Some(state) => PartCounts::of(searcher, state, level),
            None => PartCounts::of(searcher, &everything, level),
        };
        let (rest, shared) = own.apart(&other, searcher.index(), level);
        Some((own.counts, rest, shared))
    }

    /// Returns the view of the part; `None` for the rest.
    fn state<'s>(&'s self, subject: &'s Subject) -> Option<&'s State> {
        match self {
            Part::Found => Some(subject.state),
            Part::Rest => None,
            Part::View(state) => Some(state),
        }
    }

    /// Returns the name of the part.
    pub fn name(&self, subject: &Subject) -> String {
        let language = subject.language();
        match self {
            Part::Found => {
                let state = subject.state;
                match state.is_unfiltered() {
                    true => subject
                        .pick("le corpus entier", "the whole corpus")
                        .to_string(),
                    false => {
                        let found = subject.pick("ce qui est trouvé", "what is found");
                        match state.filters.voices.as_slice() {
                            [] => found.to_string(),
                            voices => format!("{found} ({})", names_of(voices, language)),
                        }
                    }
                }
            }
            Part::Rest => subject.pick("le reste", "the rest").to_string(),
            Part::View(state) => {
                let index = subject.searcher.index();
                name_of(&state.filters, &state.query, index, language)
            }
        }
    }

    /// Returns that words of others count in this part, where it is the passages of speakers.
    pub fn words_of_others(&self, subject: &Subject) -> Option<String> {
        words_of_others(subject.searcher, self.state(subject)?, subject.language())
    }

    /// Returns the view of what is counted in this part beside another, that of which comes first if both have passages in
    /// common; `None` where no view has just that.
    pub fn view(&self, first: Option<&Part>, subject: &Subject) -> Option<State> {
        let everything = State::default();
        let own = self.state(subject).unwrap_or(&everything);
        match first.map(|first| first.state(subject)) {
            Some(first) => link::without(subject, own, first?),
            None => Some(own.clone()),
        }
    }
}

/// Returns the passages that a view finds.
pub fn passages_of(searcher: &Searcher, state: &State) -> PassageSet {
    if state.query.trim().is_empty() {
        return searcher.passing(&state.filters);
    }
    let query = parse(&state.query).matched(state.matching);
    let answer = searcher.search(&query, &state.filters, state.sort);
    answer.matched
}

/// How often each word occurs in a part.
struct PartCounts {
    passages: PassageSet,
    /// The words of these passages that the part has.
    scope: Scope,
    /// How often each word occurs, by its number.
    counts: Vec<u64>,
}

impl PartCounts {
    /// Counts the words of a view that are in the voices that it filters for.
    fn of(searcher: &Searcher, state: &State, level: Level) -> PartCounts {
        let (passages, scope) = (passages_of(searcher, state), Scope::of(&state.filters));
        PartCounts {
            counts: count_within(searcher.index(), &passages, &[&scope], level),
            passages,
            scope,
        }
    }

    /// Returns the counts of another view without the words that both have, and in how many passages these are.
    fn apart(&self, other: &PartCounts, index: &Index, level: Level) -> (Vec<u64>, u32) {
        let mut both = self.passages.clone();
        both.intersect(&other.passages);
        let shared = count_within(index, &both, &[&self.scope, &other.scope], level);
        let is_shared = shared.iter().any(|count| *count > 0);
        let rest = other.counts.iter().zip(&shared);
        let rest = rest.map(|(all, shared)| all - shared).collect();
        (rest, if is_shared { both.count() } else { 0 })
    }
}

/// Returns how often each word occurs in some passages, of those that are in all of some scopes.
fn count_within(index: &Index, passages: &PassageSet, scopes: &[&Scope], level: Level) -> Vec<u64> {
    if scopes.iter().all(|scope| scope.is_everything()) {
        return count(index, passages, level);
    }
    let limited = index.limited(|run| scopes.iter().all(|scope| scope.has_run(run)));
    count(&limited, passages, level)
}

/// Returns a sentence where a view filters for speakers and not for voices, and others have words in its passages too: all of
/// these count.
pub fn words_of_others(searcher: &Searcher, state: &State, language: Tongue) -> Option<String> {
    let (index, speakers) = (searcher.index(), &state.filters.speakers);
    if speakers.is_empty() || !state.filters.voices.is_empty() {
        return None;
    }
    let is_others = |run: &IndexedRun| {
        let is_own = run
            .speaker
            .is_some_and(|speaker| speakers.contains(&speaker));
        matches!(run.kind, RunKind::Span(_)) && !is_own && !run.positions.is_empty()
    };
    let passages = passages_of(searcher, state);
    let has_others = passages
        .iter()
        .any(|passage| index.runs_of(passage).iter().any(is_others));
    let people = Filters {
        speakers: speakers.clone(),
        ..Filters::default()
    };
    let names = name_of(&people, "", index, language);
    has_others.then(|| match language {
        Tongue::French => format!(
            "Dans les passages où l’on entend {names}, les mots d’autrui comptent aussi\u{a0}; avec une voix pour filtre, seuls les siens comptent."
        ),
        Tongue::English => format!(
            "In the passages in which {names} is heard, the words of others count too; with a voice as a filter, only their own do."
        ),
    })
}

/// Returns whose words are counted, where voices are filtered for.
pub fn counted_words(state: &State, index: &Index) -> Option<String> {
    let language = state.language;
    let voices = names_of(&state.filters.voices, language);
    let people = Filters {
        speakers: state.filters.speakers.clone(),
        ..Filters::default()
    };
    let speakers = name_of(&people, "", index, language);
    i18n::counted_words(&voices, &speakers, language)
}

fn names_of(voices: &[Voice], language: Tongue) -> String {
    let names: Vec<&str> = voices
        .iter()
        .map(|voice| i18n::voice(*voice, language))
        .collect();
    names.join(", ")
}

/// Returns the names of what filters choose.
fn name_of(filters: &Filters, query: &str, index: &Index, language: Tongue) -> String {
    let about = index.about();
    let mut names: Vec<String> = Vec::new();
    if !query.is_empty() {
        names.push(i18n::quoted_query(query, language));
    }
    let at = |place: &u32| *place as usize;
    let speakers = filters
        .speakers
        .iter()
        .filter_map(|place| about.speakers.get(at(place)));
    names.extend(speakers.map(|speaker| i18n::of(&speaker.name, language).to_string()));
    let themes = filters
        .themes
        .iter()
        .filter_map(|place| about.themes.get(at(place)));
    names.extend(themes.map(|theme| i18n::of(&theme.label, language).to_string()));
    names.extend(
        filters
            .voices
            .iter()
            .map(|voice| i18n::voice(*voice, language).to_string()),
    );
    let documents = filters.documents.iter();
    let documents = documents.filter_map(|place| index.documents().get(at(place)));
    names
        .extend(documents.map(|document| i18n::of(&document.metadata.short, language).to_string()));
    if filters.from.is_some() || filters.to.is_some() {
        names.push(i18n::bounds(filters.from, filters.to, language));
    }
    names.join(", ")
}

/// Returns the parts that can be chosen, by what settings write, with their names.
pub fn choices(index: &Index, language: Tongue) -> Vec<(String, String)> {
    let about = index.about();
    let speakers = about.speakers.iter();
    let speakers = speakers.map(|speaker| {
        (
            format!("speaker:{}", speaker.id),
            i18n::of(&speaker.name, language).to_string(),
        )
    });
    let themes = about.themes.iter();
    let themes = themes.map(|theme| {
        (
            format!("theme:{}", theme.id),
            i18n::of(&theme.label, language).to_string(),
        )
    });
    let documents = index.documents().iter().map(|document| {
        let metadata = &document.metadata;
        (
            format!("doc:{}", metadata.id),
            i18n::of(&metadata.short, language).to_string(),
        )
    });
    let voices = frise_index::model::Voice::ALL.into_iter();
    let voices = voices.map(|voice| {
        (
            format!("voice:{}", voice.id()),
            i18n::voice(voice, language).to_string(),
        )
    });
    let mut years: Vec<i32> = index
        .documents()
        .iter()
        .filter_map(|document| Some(document.metadata.date?.earliest().ymd().0))
        .collect();
    years.sort_unstable();
    years.dedup();
    let years = years
        .into_iter()
        .filter(|year| *year > 0)
        .map(|year| (format!("from:{year:04}..{year:04}"), year.to_string()));
    speakers
        .chain(themes)
        .chain(voices)
        .chain(years)
        .chain(documents)
        .collect()
}

/// A part of what is found.
pub struct NamedPart {
    /// Its name.
    pub name: String,
    /// Its passages.
    pub passages: PassageSet,
    /// The address of the view that finds these; `None` where no view does.
    pub address: Option<String>,
}

/// Returns the parts by which a subject divides what is found: speakers, years or documents. Parts without a passage are left
/// out.
pub fn division(subject: &Subject) -> Vec<NamedPart> {
    let index = subject.searcher.index();
    let kind = match subject.setting.get("by") {
        Some("speakers") => "speaker:",
        Some("years") => "from:",
        _ => "doc:",
    };
    let found = passages_of(subject.searcher, subject.state);
    let choices = choices(index, subject.language()).into_iter();
    let part = |(value, name): (String, String)| {
        let part = Part::parse(Some(&value), Part::Rest, index);
        let state = part.state(subject)?;
        let mut passages = passages_of(subject.searcher, state);
        passages.intersect(&found);
        (passages.count() > 0).then(|| {
            let view = narrowed(subject.state, &state.filters);
            // Where filters of the reader do not go along with those of the part, it is another view.
            let is_same = passages_of(subject.searcher, &view) == passages;
            NamedPart {
                name,
                passages,
                address: is_same.then(|| link::address(subject, &view, Listing::Passages)),
            }
        })
    };
    choices
        .filter(|(value, _)| value.starts_with(kind))
        .filter_map(part)
        .collect()
}

/// Returns a view with the filters of a part besides its own: a document, a speaker, or the time from one day to another.
fn narrowed(view: &State, part: &Filters) -> State {
    let mut view = view.clone();
    let filters = &mut view.filters;
    if !part.documents.is_empty() {
        filters.documents.clone_from(&part.documents);
    }
    if !part.speakers.is_empty() {
        filters.speakers.clone_from(&part.speakers);
    }
    if part.from.is_some() {
        filters.from = filters.from.max(part.from);
        filters.to = [filters.to, part.to].into_iter().flatten().min();
        filters.undated = false;
    }
    view
}
